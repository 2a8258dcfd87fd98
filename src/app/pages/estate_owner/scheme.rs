//! The scheme of the open home: one's unit, what is shown, what is asked, call-outs, and who is approved for work.

use super::bundles::Bundles;
use super::cases::Cases;
use super::shows::Shows;
use crate::components::{
    Button, Dialog, Empty, FactLine, Facts, Glyph, LinkButton, Notice, NoticeKind, Row, Rows, Section, Status, Tone,
    Weight, dynamic,
};
use crate::deeds::{Trouble, estate_link as deeds};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use model::access::{Action, Role};
use model::date::HOME_AHEAD_MINUTES;
use model::estate::matrix::Code;
use wire::estate::{AskView, EstateView, VendorView};

/// The page.
#[component]
pub(super) fn SchemePage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let found = RwSignal::new(None::<Result<Option<EstateView>, Trouble>>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            let told = deeds::view(desk).await;
            found.try_set(Some(told));
        });
    });
    load.run(());
    let body = move || match found.get() {
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(Err(Trouble::Offline)) => view! { <Notice kind=NoticeKind::Info title=said.offline /> }.into_any(),
        Some(Err(wrong)) => view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) /> }.into_any(),
        Some(Ok(None)) => view! { <Empty glyph=Glyph::LAYERS title=said.none text=said.none_lead /> }.into_any(),
        Some(Ok(Some(view))) => told(desk, view, load),
    };
    let back = ("/settings".to_owned(), said.back.to_owned());
    view! { <Page title=said.title back named=true class="stack stack--loose estate">{dynamic(body)}</Page> }
}

fn told(desk: Desk, estate: EstateView, load: Callback<()>) -> AnyView {
    let words = desk.words();
    let said = words.estate_owner();
    let agent = [estate.agent.clone(), estate.agent_phone.clone(), estate.agent_email.clone()];
    let agent: Vec<String> = agent.into_iter().filter(|text| !text.is_empty()).collect();
    let lines = [
        (said.scheme, estate.name.clone()),
        (said.unit, estate.number.clone()),
        (said.since, words.day(estate.since.date(HOME_AHEAD_MINUTES))),
        (said.agent, agent.join(" · ")),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines: Vec<FactLine> = lines.map(|(name, text)| FactLine::words(name, text)).collect();
    let may = desk.may(Action::Share) && !estate.held;
    let opens = match desk.role() {
        Role::Owner | Role::CoOwner => !estate.held,
        role => role == Role::Tenant,
    };
    view! {
        <Facts lines />
        {estate.held.then(|| view! { <Notice kind=NoticeKind::Info title=said.held /> })}
        <Asks asks=estate.asks.clone() />
        <Bundles bundles=estate.bundles.clone() may load />
        <Cases unit=estate.unit opens />
        <Vendors vendors=estate.vendors.clone() />
        {may.then(|| view! { <Sharing estate load /> })}
    }
    .into_any()
}

/// What the scheme asks, each with the way to file it.
#[component]
fn Asks(asks: Vec<AskView>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let row = |ask: AskView| {
        let is_done = ask.stands == Some(Code::Fine);
        let (tone, word) = if is_done { (Tone::Good, said.done) } else { (Tone::Warn, said.lacking) };
        let mark = view! { <Status tone word /> }.into_any();
        let certificate = ask.sort.map(|sort| (words.choice().certificate)(sort).to_owned());
        let by = ask.by.map(|day| (said.by)(&words.day(day)));
        let text = [certificate, by, Some(ask.text)].into_iter().flatten().filter(|text| !text.is_empty());
        let text = text.collect::<Vec<_>>().join(" · ").into_any();
        let file = ask.sort.filter(|_| !is_done).map(|sort| {
            let href = format!("/certificates/new?type={sort}");
            view! { <LinkButton label=said.file href weight=Weight::Small /> }
        });
        view! { <Row title=ask.title lead=mark text actions=file.into_any() /> }
    };
    let is_empty = asks.is_empty();
    let rows = asks.into_iter().map(row).collect_view();
    view! {
        <Section title=said.asks>
            {is_empty.then(|| view! { <p class="soft">{said.no_asks}</p> })}
            <Rows>{rows}</Rows>
        </Section>
    }
}

#[component]
fn Vendors(vendors: Vec<VendorView>) -> impl IntoView {
    let words = use_desk().words();
    let said = words.estate_owner();
    let row = |vendor: VendorView| {
        let text = [vendor.trade, vendor.phone].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let end = vendor.lapsed.map(|last| {
            view! { <Status tone=Tone::Warn word=(said.lapsed)(&words.day(last)) /> }
        });
        view! { <Row title=vendor.name text=text.join(" · ").into_any() end=end.into_any() /> }
    };
    let is_empty = vendors.is_empty();
    let rows = vendors.into_iter().map(row).collect_view();
    view! {
        <Section title=said.vendors>
            {is_empty.then(|| view! { <p class="soft">{said.no_vendors}</p> })}
            <Rows>{rows}</Rows>
        </Section>
    }
}

/// What the scheme is shown, changed or withdrawn.
#[component]
fn Sharing(estate: EstateView, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_owner();
    let toaster = use_toaster();
    let shows = RwSignal::new(estate.shows);
    let trouble = RwSignal::new(None::<Trouble>);
    let (busy, open) = (RwSignal::new(false), RwSignal::new(false));
    let act = move |work: std::pin::Pin<Box<dyn Future<Output = Result<(), Trouble>>>>, done: &'static str| {
        busy.set(true);
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match work.await {
                Ok(()) => {
                    toaster.say(done);
                    open.try_set(false);
                    load.run(());
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    let save = Callback::new(move |()| act(Box::pin(deeds::show(desk, shows.get_untracked())), said.saved));
    let withdraw = Callback::new(move |()| act(Box::pin(deeds::withdraw(desk)), said.withdrawn));
    let ask = Callback::new(move |()| open.set(true));
    view! {
        <Section title=said.shows>
            <TroubleNotice trouble back="/scheme" />
            <Shows shows headed=true />
            <div class="actions">
                <Button label=said.save weight=Weight::Primary busy on_press=save />
                <Button label=said.withdraw weight=Weight::Quiet on_press=ask />
            </div>
        </Section>
        <Dialog open title=said.withdraw_ask close=words.common().close>
            <p>{said.withdraw_lead}</p>
            <div class="actions"><Button label=said.withdraw weight=Weight::Danger busy on_press=withdraw /></div>
        </Dialog>
    }
}
