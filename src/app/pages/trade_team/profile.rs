//! What the firm says of itself on its papers.

use crate::components::{AreaField, Button, FactLine, Facts, More, Section, TextField, Weight, dynamic};
use crate::deeds::firm::{self as deeds, OwnFirm};
use crate::deeds::{Change, Trouble};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::firm::Firm;
use model::portal::Bank;
use model::{Letter, RecordId, SpaceId};

/// The firm's details: boxes for its office, lines for the others.
#[component]
pub fn Profile(
    /// The firm, as it stands.
    found: RwSignal<Option<Option<OwnFirm>>>,
    /// Its space.
    space: SpaceId,
) -> impl IntoView {
    let said = use_desk().words().team();
    // Drawn anew when its record comes; what is being typed stays while the record is the same.
    let start = Memo::new(move |_| {
        found.with(|found| {
            let firm = found.as_ref()?.as_ref().filter(|firm| firm.space == space)?;
            Some((firm.is_office(), firm.profile()))
        })
    });
    let body = move || {
        start.get().map(|(is_office, profile)| match (is_office, profile) {
            (true, profile) => view! { <Boxed profile /> }.into_any(),
            (false, Some((_, firm))) => view! { <Told firm /> }.into_any(),
            (false, None) => view! { <p class="soft">{said.no_details}</p> }.into_any(),
        })
    };
    view! { <Section title=said.details>{dynamic(body)}</Section> }
}

#[component]
fn Told(firm: Firm) -> impl IntoView {
    let said = use_desk().words().team();
    let lines = [
        (said.name, firm.name),
        (said.trade, firm.trade),
        (said.phone, firm.phone),
        (said.email, firm.email),
        (said.address, firm.address),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<FactLine> = lines.map(|(name, text)| FactLine::words(name, text)).collect();
    view! { <Facts lines /> }
}

/// The boxes of the bank: the bank, the holder, the number, the branch.
fn bank_boxes(bank: Option<&Bank>) -> [RwSignal<String>; 4] {
    let bank = bank.cloned().unwrap_or_default();
    [bank.bank, bank.holder, bank.account, bank.branch].map(RwSignal::new)
}

#[component]
fn Boxed(profile: Option<(RecordId, Firm)>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.team();
    let form = Form::new();
    let (id, before) = profile.unzip();
    let before = before.unwrap_or_default();
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (name, trade, address) = (text(&before.name), text(&before.trade), text(&before.address));
    let (phone, email, vat_number) = (text(&before.phone), text(&before.email), text(&before.vat_number));
    let notes = text(&before.notes);
    let bank = bank_boxes(before.bank.as_ref());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = |text: RwSignal<String>| normal(&text.get_untracked());
        let typed = bank.map(read);
        let is_told = typed.iter().any(|text| !text.is_empty());
        let [bank, holder, account, branch] = typed;
        let bank = is_told.then(|| Bank { bank, holder, account, branch, reference: String::new() });
        let firm = Firm {
            name: read(name),
            trade: read(trade),
            address: read(address),
            phone: read(phone),
            email: read(email),
            vat_number: read(vat_number),
            notes: read(notes),
            bank,
            registrations: before.registrations.clone(),
        };
        let before = before.clone();
        form.run(saved(desk, id, before, firm), move |()| form.say(said.saved));
    };
    let optional = words.common().optional;
    let [at, holder, account, branch] = bank;
    view! {
        <form class="form" novalidate on:submit=save>
            <TextField label=said.name value=name autocomplete="organization" error=form.error("name") />
            <TextField label=said.trade optional value=trade error=form.error("trade") />
            <TextField label=said.phone optional value=phone kind="tel" autocomplete="tel" error=form.error("phone") />
            <TextField label=said.email optional value=email kind="email" autocomplete="email" error=form.error("email") />
            <More summary=said.more_details>
                <AreaField label=said.address optional value=address error=form.error("address") />
                <TextField label=said.vat_number optional value=vat_number keyboard="numeric" error=form.error("vat_number") />
                <AreaField label=said.notes hint=said.notes_hint optional value=notes error=form.error("notes") />
            </More>
            <More summary=said.bank>
                <TextField label=said.bank_name optional value=at error=form.error("bank.bank") />
                <TextField label=said.bank_holder optional value=holder error=form.error("bank.holder") />
                <TextField label=said.bank_account optional value=account keyboard="numeric" error=form.error("bank.account") />
                <TextField label=said.bank_branch optional value=branch keyboard="numeric" error=form.error("bank.branch") />
            </More>
            <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
        </form>
    }
}

/// Writes what changed of the firm; nothing where nothing did.
pub(super) async fn saved(desk: Desk, id: Option<RecordId>, before: Firm, firm: Firm) -> Result<(), Trouble> {
    let change = match id {
        Some(id) => Change::of::<Firm>(id, firm.changes(&before)),
        None => Change::new(crate::browser::random::record_id(), &firm),
    };
    if change.fields.is_empty() { Ok(()) } else { deeds::write(desk, vec![change]).await }
}
