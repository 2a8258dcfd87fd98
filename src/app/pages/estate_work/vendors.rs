//! The vendors of a scheme: who may work in it, and what has lapsed.

use super::Found;
use super::known::{SortField, all, may_write, read};
use crate::components::{
    Button, Empty, Glyph, Icon, More, Row, Rows, Section, Status, TextField, Tone, Weight, dynamic,
};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::canonical::normal;
use model::estate::vendor::{Approval, Held, held, score};
use model::scheme::Vendor;
use model::scheme::vendor_job::{finished, track};
use model::{Date, RecordId};

/// The part.
#[component]
pub fn VendorsPart(found: Found) -> impl IntoView {
    let said = use_desk().words().work();
    let desk = use_desk();
    let list = move || read(found, |estate| list(desk, estate));
    let writes = Memo::new(move |_| may_write(found));
    view! {
        <Section title=said.vendors>{dynamic(list)}</Section>
        {dynamic(move || writes.get().then(|| view! { <Adding /> }))}
    }
}

fn list(desk: Desk, estate: &OwnEstate) -> AnyView {
    let said = desk.words().work();
    let mut vendors = all::<Vendor>(&estate.records);
    if vendors.is_empty() {
        return view! { <Empty glyph=Glyph::CONTACT title=said.vendors_none text=said.vendors_none_lead /> }.into_any();
    }
    vendors.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    let jobs = finished(&estate.records);
    let row = |(id, vendor): (RecordId, Vendor)| {
        let points = score(&track(&jobs, id), desk.today()).points.map(said.points);
        let trade = Some(vendor.trade.clone()).filter(|trade| !trade.is_empty());
        let text = [trade, points].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let end = status(desk, &vendor, desk.today());
        let lead = view! { <Icon glyph=Glyph::CONTACT /> }.into_any();
        view! { <Row title=vendor.name href=format!("/estate/vendors/{id}") lead text=text.into_any() end /> }
    };
    let rows = vendors.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// How a vendor stands on the list; of one that is approved whether a paper has lapsed.
pub fn status(desk: Desk, vendor: &Vendor, today: Date) -> AnyView {
    let said = desk.words().work();
    let judged = vendor.judged();
    let papers = judged.registrations.iter().map(|(_, paper)| held([paper], today));
    let papers: Vec<Held> = papers.chain([held(&judged.insurances, today)]).collect();
    let has = |is: fn(&Held) -> bool| papers.iter().any(is);
    let (tone, word) = match vendor.approval {
        Approval::Approved if has(|held| matches!(held, Held::Lapsed(_))) => (Tone::Bad, said.lapsed),
        Approval::Approved if has(|held| matches!(held, Held::EndsSoon(_))) => (Tone::Warn, said.soon),
        Approval::Approved => (Tone::Good, (said.approval)(vendor.approval)),
        Approval::Undecided => (Tone::Unknown, (said.approval)(vendor.approval)),
        Approval::Suspended | Approval::Refused => (Tone::Bad, (said.approval)(vendor.approval)),
    };
    view! { <Status tone word /> }.into_any()
}

#[component]
fn Adding() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let navigate = use_navigate();
    let [name, trade, phone, email, sort] = [(); 5].map(|()| RwSignal::new(String::new()));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = |text: RwSignal<String>| normal(&text.get_untracked());
        let vendor = Vendor {
            name: read(name),
            trade: read(trade),
            phone: read(phone),
            email: read(email),
            sorts: sort.get_untracked().parse().ok().into_iter().collect(),
            ..Vendor::default()
        };
        let navigate = navigate.clone();
        form.run(async move { deeds::add(desk, &vendor).await }, move |id| {
            navigate(&format!("/estate/vendors/{id}"), leptos_router::NavigateOptions::default());
        });
    };
    let optional = words.common().optional;
    view! {
        <More summary=said.add_vendor>
            <form class="form" novalidate on:submit=add>
                <TextField label=said.name value=name autocomplete="organization" error=form.error("name") />
                <TextField label=said.trade_of optional value=trade error=form.error("trade") />
                <SortField label=said.works_on value=sort none=said.anything />
                <TextField label=said.phone optional value=phone kind="tel" autocomplete="tel" error=form.error("phone") />
                <TextField label=said.email optional value=email kind="email" autocomplete="email" error=form.error("email") />
                <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </More>
    }
}
