//! Asking vendors of the list: a deal with each, and the links to give them.

use super::super::Found;
use super::super::assign::told as reason_told;
use super::super::known::{all, one, read};
use super::{Asked, Subject, about};
use crate::browser::{page, random};
use crate::components::{
    AreaField, Button, Chip, Choices, Glyph, LinkButton, More, Row, Rows, Section, TextField, Weight, dynamic,
};
use crate::deeds::Trouble;
use crate::deeds::portal::{self as deeds, Asking};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::canonical::normal;
use model::estate::vendor::{Approval, Verdict, assignable};
use model::portal::Request;
use model::scheme::{Bundle, Vendor};
use model::system::SystemType;
use model::{RecordId, SpaceId};

/// A link that was made: for whom, and its address.
type Made = (Vendor, String);

/// The boxes, and then the links.
#[component]
pub fn AskPart(
    /// The scheme.
    found: Found,
    /// What was asked before.
    asked: Asked,
    /// What is asked about.
    work: RecordId,
    /// What that is.
    subject: Subject,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let made = RwSignal::new(Vec::<Made>::new());
    let units =
        untrack(|| read(found, |estate| one::<Bundle>(estate, work))).flatten().map(|bundle| bundle.units.len());
    let title = RwSignal::new(subject.title.clone());
    let what = RwSignal::new(units.map(said.ask_units).unwrap_or_default());
    let whom = RwSignal::new(Vec::<RecordId>::new());
    let vendors = Memo::new(move |_| read(found, |estate| all::<Vendor>(&estate.records)).unwrap_or_default());
    let on = subject.by.unwrap_or(desk.today()).max(desk.today());
    let (sort, lapse) =
        (subject.sort, untrack(|| read(found, |estate| estate.scheme())).flatten().map(|(_, one)| one.lapsed));
    let judged = move |vendor: &Vendor| {
        assignable(&vendor.judged(), sort.unwrap_or(SystemType::Other), on, lapse.unwrap_or_default())
    };
    let shown = move || {
        let offered =
            |vendor: &Vendor| vendor.approval == Approval::Approved && sort.is_none_or(|sort| vendor.works_on(sort));
        let mut listed = vendors.get();
        listed.retain(|(_, vendor)| offered(vendor));
        let (may, barred): (Vec<_>, Vec<_>) =
            listed.into_iter().partition(|(_, vendor)| judged(vendor).0 != Verdict::Blocked);
        let chip = |(id, vendor): (RecordId, Vendor)| Chip { value: id, name: vendor.name, glyph: None };
        let options: Vec<_> = may.into_iter().map(chip).collect();
        let left = |(_, vendor): (RecordId, Vendor)| {
            let told: Vec<String> = judged(&vendor).1.into_iter().map(|reason| reason_told(desk, reason)).collect();
            view! { <p class="small soft">{format!("{}: {}", vendor.name, told.join(" "))}</p> }
        };
        let left = barred.into_iter().map(left).collect_view();
        if options.is_empty() {
            return view! { <p class="soft">{said.no_vendor_fits}</p> {left} }.into_any();
        }
        view! { <Choices legend=said.ask_whom options values=whom /> {left} }.into_any()
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut chosen = vendors.get_untracked();
        chosen.retain(|(id, _)| whom.with_untracked(|whom| whom.contains(id)));
        let scheme = untrack(|| read(found, |estate| (estate.space, estate.scheme())));
        let Some((space, scheme)) = scheme.filter(|_| !chosen.is_empty()) else { return form.say(said.ask_nobody) };
        let before = asked.with_untracked(|asked| about(asked, work));
        let batch = before.iter().find_map(|(_, deal)| Some(deal.request.as_ref()?.letter.batch.clone()));
        let scheme = scheme.map(|(_, scheme)| scheme).unwrap_or_default();
        let request = Request {
            title: normal(&title.get_untracked()),
            what: what.get_untracked().trim().to_owned(),
            suburb: scheme.suburb,
            address: scheme.address,
            name: scheme.name,
            batch: batch.unwrap_or_else(random::token),
            from: Some(work),
            ..Request::default()
        };
        form.run(ask_all(desk, space, request, chosen), move |links| {
            whom.try_set(Vec::new());
            made.try_set(links);
        });
    };
    let links = move || {
        let links = made.get();
        (!links.is_empty()).then(|| view! { <Links links title=title.get_untracked() /> })
    };
    view! {
        {dynamic(links)}
        <More summary=said.ask_vendors>
            <form class="form" novalidate on:submit=send>
                <TextField label=said.ask_title value=title error=form.error("title") />
                <AreaField label=said.ask_what optional=desk.words().common().optional value=what error=form.error("what") />
                {dynamic(shown)}
                <div><Button label=said.ask_send weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </More>
    }
}

/// Asks each of them by a deal of its own.
async fn ask_all(
    desk: Desk,
    scheme: SpaceId,
    request: Request,
    whom: Vec<(RecordId, Vendor)>,
) -> Result<Vec<Made>, Trouble> {
    let mut made = Vec::new();
    for (id, vendor) in whom {
        let request = Request { contact: Some(id), provider: vendor.name.clone(), ..request.clone() };
        let asked = deeds::ask_of(desk, scheme, &Asking { request, name: vendor.name.clone() }).await?;
        made.push((vendor, asked.link));
    }
    Ok(made)
}

/// The links that were made, each with the ways to give it.
#[component]
fn Links(links: Vec<Made>, title: String) -> impl IntoView {
    let said = use_desk().words().work();
    let toaster = use_toaster();
    let row = |(vendor, link): Made| {
        let text = (said.link_mail)(&title, &link);
        let (subject, body) = (page::in_address(&title), page::in_address(&text));
        let mail = format!("mailto:{}?subject={subject}&body={body}", page::in_address(&vendor.email));
        let copied = link.clone();
        let copy = Callback::new(move |()| {
            let link = copied.clone();
            leptos::task::spawn_local(async move {
                if page::copy(&link).await {
                    toaster.say(said.link_copied);
                }
            });
        });
        let actions = view! {
            <Button label=said.link_copy glyph=Glyph::COPY weight=Weight::Small on_press=copy />
            <LinkButton label=said.link_by_mail href=mail glyph=Glyph::MAIL weight=Weight::Small />
        };
        view! { <Row title=vendor.name text=view! { <span class="estate-work__link">{link}</span> }.into_any() actions=actions.into_any() /> }
    };
    let rows = links.into_iter().map(row).collect_view();
    view! {
        <Section title=said.links>
            <p class="soft">{said.links_lead}</p>
            <Rows>{rows}</Rows>
        </Section>
    }
}
