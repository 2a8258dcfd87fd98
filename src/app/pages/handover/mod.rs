//! Handing a home over: what stands, the offering of one, and how one stands.

mod form;
mod look;

use form::FormPage;
use look::Look;

use crate::components::{
    Brand, Button, Empty, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic,
};
use crate::deeds::{Trouble, handover};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use crate::pages::account::TroubleNotice;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::access::Action;
use model::handover::Side;
use wire::handover::Handover;

/// All of it is one page of the table, so that the first download has one row of it.
#[lazy]
pub fn handover() -> Draw {
    || view! { <Handed /> }.into_any()
}

#[component]
fn Handed() -> impl IntoView {
    let id = Memo::new({
        let params = use_params_map();
        move |_| params.with(|params| params.get("id"))
    });
    dynamic(move || match id.get() {
        Some(id) if id == "new" => view! { <FormPage /> }.into_any(),
        id => view! { <StandsPage id /> }.into_any(),
    })
}

/// What stands: all hand-overs, or one.
#[component]
fn StandsPage(
    /// Which; none for all.
    id: Option<String>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.handover();
    let (found, trouble) = (RwSignal::new(None::<Vec<Handover>>), RwSignal::new(None::<Trouble>));
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match handover::list().await {
                Ok(told) => {
                    trouble.try_set(None);
                    found.try_set(Some(told.handovers));
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    if desk.account.with_untracked(Option::is_some) {
        load.run(());
    }
    let wanted = StoredValue::new(id.clone());
    let body = move || {
        if desk.account.with(Option::is_none) {
            let sign_in = view! { <LinkButton label=words.account().sign_in href="/sign-in?to=/handover" weight=Weight::Primary /> };
            return view! { <Notice kind=NoticeKind::Info title=said.needs_account actions=sign_in.into_any() /> }
                .into_any();
        }
        if trouble.with(|trouble| matches!(trouble, Some(Trouble::Offline))) {
            let again = view! { <Button label=said.again on_press=load /> };
            return view! { <Notice kind=NoticeKind::Refused title=said.offline actions=again.into_any() /> }
                .into_any();
        }
        match found.get() {
            None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
            Some(all) => {
                let all = wanted.with_value(|id| chosen(all, id.as_deref()));
                view! { <Standing all load trouble whole=wanted.with_value(Option::is_none) /> }.into_any()
            }
        }
    };
    view! {
        <Shell below=id.is_some()>
            <p>{said.lead}</p>
            <TroubleNotice trouble back="/handover" />
            {dynamic(body)}
        </Shell>
    }
}

fn chosen(all: Vec<Handover>, id: Option<&str>) -> Vec<Handover> {
    all.into_iter().filter(|one| id.is_none_or(|id| one.id == id)).collect()
}

/// The page, in the frame of an open home or, for who has none yet, alone.
#[component]
fn Shell(
    /// It is below the page with all of them.
    below: bool,
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.handover();
    if desk.phase.get_untracked() == Phase::Ready {
        let back = match below {
            true => ("/handover".to_owned(), said.title.to_owned()),
            false => ("/settings".to_owned(), words.account().settings.to_owned()),
        };
        return view! { <Page title=said.title back named=true class="stack stack--loose">{children()}</Page> }
            .into_any();
    }
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{said.title}</h1>
            {children()}
            <LinkButton label=words.account().not_now href="/" weight=Weight::Quiet />
        </main>
    }
    .into_any()
}

#[component]
fn Standing(
    all: Vec<Handover>,
    load: Callback<()>,
    trouble: RwSignal<Option<Trouble>>,
    /// All of them are shown.
    whole: bool,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().handover();
    let space = desk.space.get_untracked();
    let is_ours = |one: &Handover| one.side == Side::Seller && one.space == space && one.state.is_open();
    let may_offer = whole && desk.joined() && desk.may(Action::HandOver) && !all.iter().any(is_ours);
    let nothing = all.is_empty() && !may_offer;
    // What is open is shown whole, and so is the latest of all; the rest is a line each.
    let (shown, earlier): (Vec<_>, Vec<_>) =
        all.into_iter().enumerate().partition(|(at, one)| *at == 0 || one.state.is_open());
    let some_earlier = !earlier.is_empty();
    let shown = shown.into_iter().map(|(_, handover)| view! { <Look handover load trouble /> }).collect_view();
    let earlier = earlier.into_iter().map(|(_, one)| row(desk, &one)).collect_view();
    view! {
        {shown}
        {may_offer.then(|| view! { <Begin /> })}
        {nothing.then(|| {
            let again = view! { <Button label=said.again on_press=load /> };
            view! { <Empty glyph=Glyph::KEY_ROUND title=said.nothing text=said.nothing_lead action=again.into_any() /> }
        })}
        {some_earlier.then(|| view! { <Section title=said.earlier><Rows>{earlier}</Rows></Section> })}
    }
}

#[component]
fn Begin() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().handover();
    let home = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
    view! {
        <div><LinkButton label=(said.begin)(&home) href="/handover/new" weight=Weight::Primary glyph=Glyph::KEY_ROUND /></div>
    }
}

fn row(desk: Desk, handover: &Handover) -> AnyView {
    let text = (desk.words().handover().state)(handover.side, handover.state);
    let lead = view! { <Icon glyph=Glyph::KEY_ROUND /> }.into_any();
    let href = format!("/handover/{}", handover.id);
    view! { <Row title=name(desk, handover) href lead text=text.into_any() /> }.into_any()
}

/// What the home is called.
fn name(desk: Desk, handover: &Handover) -> String {
    if handover.home.is_empty() { desk.words().handover().unnamed.to_owned() } else { handover.home.clone() }
}
