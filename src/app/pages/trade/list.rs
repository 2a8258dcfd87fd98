//! The jobs of a provider who signed in.

use super::act::back;
use crate::components::{
    Button, Empty, Glyph, LinkButton, Row, Rows, Section, Status, TextField, Tone, Weight, dynamic, whenever,
};
use crate::deeds::firm::firm;
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::form::Form;
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::access::deal::{provides, writes};
use model::link::Link;
use model::portal::wait::{Wait, waits};
use model::portal::{Deal, Side};
use model::{Fault, FaultCode};

/// The page.
#[component]
pub fn ListPage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let (found, is_technician) = (RwSignal::new(None::<Vec<Dealt>>), RwSignal::new(None::<bool>));
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let deals = deeds::deals(desk).await.unwrap_or_default();
            found.try_set(Some(deals.into_iter().filter(|dealt| provides(dealt.role)).collect()));
            let firm = firm(desk).await.ok().flatten();
            is_technician.try_set(Some(firm.is_some_and(|firm| !firm.is_office())));
        });
    });
    let shown = move || found.with(|found| found.as_ref().map(|deals| list(desk, deals)));
    let is_homeless = desk.homes.with_untracked(Vec::is_empty);
    let home = is_homeless.then(|| {
        view! {
            <p><LinkButton label=said.own_account href="/settings/account" weight=Weight::Quiet glyph=Glyph::USER /></p>
            <p><LinkButton label=said.own_home href="/" weight=Weight::Quiet /></p>
        }
    });
    // What the firm keeps and what it is owed is the office's matter.
    let works_for = move || {
        Some(match is_technician.get()? {
            true => view! { <p class="small soft">{said.office_keeps}</p> }.into_any(),
            false => view! {
                <p><LinkButton label=said.statements href="/papers?side=provider" weight=Weight::Quiet /></p>
                <KeepForm />
            }
            .into_any(),
        })
    };
    view! { <Page title=said.title class="stack stack--loose">
        {dynamic(shown)}
        <p><LinkButton label=said.team href="/desk/team" weight=Weight::Quiet glyph=Glyph::USERS /></p>
        {dynamic(works_for)}
        {home}
    </Page> }
}

/// Keeps the job of a link in the account that is signed in here.
#[component]
fn KeepForm() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let navigate = use_navigate();
    let form = Form::new();
    let link = RwSignal::new(String::new());
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = link.get_untracked();
        // What tells the link is behind the sign; in front of it stands where it leads.
        let read = typed.rsplit('#').next().unwrap_or_default().parse::<Link>();
        let Ok(read) = read else { return form.show(vec![Fault::new("link", FaultCode::Unreadable)]) };
        let navigate = navigate.clone();
        form.run(async move { deeds::keep(desk, &read).await }, move |space| {
            navigate(&back(space), NavigateOptions::default());
        });
    };
    view! {
        <Section title=said.keep_title>
            <form class="stack stack--tight" novalidate on:submit=keep>
                <TextField label=said.keep_link hint=said.keep_hint value=link error=form.error("link") />
                <div><Button label=said.keep submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}

/// What one is waited on for: a technician for the work alone.
fn own_waits(desk: Desk, dealt: &Dealt, deal: &Deal) -> impl Iterator<Item = Wait> + use<> {
    let role = dealt.role;
    waits(deal, Side::Provider, desk.today()).into_iter().filter(move |wait| writes(role, wait.act().kind()))
}

fn list(desk: Desk, deals: &[Dealt]) -> AnyView {
    let said = desk.words().job();
    if deals.is_empty() {
        return view! { <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead /> }.into_any();
    }
    let row = move |dealt: &Dealt| {
        let deal = Deal::of(&standing(dealt));
        let wait = own_waits(desk, dealt, &deal).next().filter(|_| !dealt.closed);
        let request = deal.request.map(|request| request.letter).unwrap_or_default();
        let end = match wait {
            Some(wait) => view! { <Status tone=Tone::Warn word=(said.act)(wait) /> }.into_any(),
            None => view! { <Status tone=Tone::Info word=said.no_wait /> }.into_any(),
        };
        let place = request.suburb.into_any();
        view! { <Row title=request.title href=back(dealt.space) text=place end /> }
    };
    // What waits for the provider comes first.
    let mut order: Vec<&Dealt> = deals.iter().collect();
    order.sort_by_key(|dealt| own_waits(desk, dealt, &Deal::of(&standing(dealt))).next().is_none());
    let rows = order.into_iter().map(row).collect_view();
    view! {
        <p><a class="button" href="/desk">{said.desk}</a></p>
        <Rows>{rows}</Rows>
    }
    .into_any()
}
