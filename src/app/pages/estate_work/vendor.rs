//! One vendor: how it stands on the list, its papers, its score and its jobs.

use super::Found;
use super::known::{may_write, one, read};
use super::papers::Papers;
use super::score::Scored;
use super::vendors::status;
use crate::components::{AreaField, Button, FactLine, Facts, More, Section, Weight, dynamic};
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::estate::vendor::Approval;
use model::scheme::Vendor;
use model::{Fault, FaultCode, RecordId};

/// The part.
#[component]
pub fn VendorPart(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let vendor = Memo::new(move |_| read(found, |estate| one::<Vendor>(estate, id)).flatten());
    let is_there = Memo::new(move |_| vendor.with(Option::is_some));
    let writes = Memo::new(move |_| may_write(found));
    let head = move || vendor.get().map(|vendor| head(desk, &vendor));
    let decides = move || writes.get().then(|| view! { <Decide vendor id /> });
    let body = move || {
        if !is_there.get() {
            return super::gone();
        }
        view! {
            {dynamic(head)}
            <Section title=said.standing>{dynamic(decides)}</Section>
            <Papers found vendor id />
            <Scored found id />
        }
        .into_any()
    };
    dynamic(body)
}

fn head(desk: Desk, vendor: &Vendor) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let sorts: Vec<&str> = vendor.sorts.iter().map(|sort| (words.choice().system)(*sort)).collect();
    let works_on = if sorts.is_empty() { said.anything.to_owned() } else { sorts.join(", ") };
    let standing = (said.approval)(vendor.approval);
    let since = vendor.approved_on.filter(|_| vendor.approval == Approval::Approved);
    let standing = since.map_or(standing.to_owned(), |day| format!("{standing} {}", (said.since)(&words.day(day))));
    let lines = [
        (said.standing, standing),
        (said.why_suspended, vendor.why.clone()),
        (said.trade_of, vendor.trade.clone()),
        (said.works_on, works_on),
        (said.phone, vendor.phone.clone()),
        (said.email, vendor.email.clone()),
        (said.notes, vendor.notes.clone()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = lines.map(|(name, text)| FactLine::words(name, text)).collect();
    view! {
        <div class="estate-work__head">
            <h2>{vendor.name.clone()}</h2>
            {status(desk, vendor, desk.today())}
        </div>
        <Facts lines />
    }
    .into_any()
}

/// Puts it on the list, or takes it off with a reason.
#[component]
fn Decide(vendor: Memo<Option<Vendor>>, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let why = RwSignal::new(String::new());
    let set = move |approval: Approval, why: String| {
        let before = vendor.get_untracked().unwrap_or_default();
        let approved_on = match approval {
            Approval::Approved => Some(desk.today()),
            _ => before.approved_on,
        };
        let after = Vendor { approval, approved_on, why, ..before.clone() };
        form.run(async move { deeds::change(desk, id, &before, &after).await }, |()| {});
    };
    let approve = Callback::new(move |()| set(Approval::Approved, String::new()));
    let suspend = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = why.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return form.show(vec![Fault::new("why", FaultCode::Missing)]);
        }
        set(Approval::Suspended, typed);
    };
    let shown = move || {
        let approval = vendor.with(|vendor| vendor.as_ref().map(|vendor| vendor.approval))?;
        Some(match approval {
            Approval::Approved => view! {
                <More summary=said.suspend>
                    <form class="form" novalidate on:submit=suspend>
                        <AreaField label=said.why_suspended hint=said.why_needed value=why error=form.error("why") />
                        <div><Button label=said.suspend weight=Weight::Danger submit=true busy=form.busy() /></div>
                    </form>
                </More>
            }
            .into_any(),
            _ => view! {
                <div><Button label=said.approve weight=Weight::Primary busy=form.busy() on_press=approve /></div>
            }
            .into_any(),
        })
    };
    dynamic(shown)
}
