//! The logbooks of a unit: that of the scheme, that of its owner, and inviting the owner.

use super::Watched;
use super::invite::Invite;
use super::unit::Known;
use crate::components::{Button, Glyph, Row, Rows, Section, Weight, dynamic};
use crate::deeds::{Trouble, estate_units as deeds};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::use_toaster;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::Date;
use model::scheme::Hidden;

/// Which there are.
#[derive(Clone, Debug, PartialEq, Default)]
struct Ties {
    held: bool,
    linked: bool,
    since: Option<Date>,
    hidden: Vec<Hidden>,
    may: bool,
    looks: bool,
}

/// What there is, and what can be done.
#[component]
pub(super) fn Logbooks(one: Memo<Option<Known>>, found: Watched) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let ties = Memo::new(move |_| {
        one.with(|one| {
            let one = one.as_ref()?;
            let standing = one.standing.as_ref();
            Some(Ties {
                held: standing.is_some_and(|standing| standing.held),
                linked: standing.is_some_and(|standing| standing.linked),
                since: standing.and_then(|standing| standing.since),
                hidden: standing.map(|standing| standing.hidden.clone()).unwrap_or_default(),
                may: one.may,
                looks: one.looks,
            })
        })
    });
    let trouble = RwSignal::new(None::<Trouble>);
    let back = one.with_untracked(|one| one.as_ref().map(|one| format!("/estate/units/{}", one.id)));
    let body = move || ties.get().map(|ties| told(one, found, trouble, ties));
    view! {
        <Section title=said.logbooks>
            <p class="soft">{said.logbooks_lead}</p>
            <TroubleNotice trouble back=back.unwrap_or_default() />
            {dynamic(body)}
        </Section>
    }
}

fn told(one: Memo<Option<Known>>, found: Watched, trouble: RwSignal<Option<Trouble>>, ties: Ties) -> AnyView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let busy = RwSignal::new(false);
    let begin = Callback::new(move |()| {
        let Some(Known { id, unit, building, .. }) = one.get_untracked() else { return };
        let name = if building.is_empty() {
            (said.unit)(&unit.number)
        } else {
            format!("{}, {building}", (said.unit)(&unit.number))
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::begin(desk, id, &name).await {
                Ok(()) => toaster.say(said.begun),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    let open = Callback::new(move |()| {
        let Some(id) = one.with_untracked(|one| one.as_ref().map(|one| one.id)) else { return };
        let Some(space) = found.with_untracked(|found| found.as_ref()?.as_ref().map(|estate| estate.space)) else {
            return;
        };
        let navigate = navigate.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::open(desk, space, id).await {
                Ok(()) => navigate("/", NavigateOptions::default()),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    let hides = match ties.hidden.as_slice() {
        [] => said.shows_all.to_owned(),
        hidden => (said.hides)(&hidden.iter().map(|part| (said.hidden)(*part)).collect::<Vec<_>>()),
    };
    let linked = match ties.since {
        Some(day) => (said.linked_since)(&desk.words().day(day)),
        None => said.linked.to_owned(),
    };
    let opens =
        (ties.held && ties.looks).then(|| view! { <Button label=said.open weight=Weight::Small busy on_press=open /> });
    let begins = (ties.may && !ties.held)
        .then(|| view! { <div><Button label=said.begin glyph=Glyph::BOOK_OPEN busy on_press=begin /></div> });
    view! {
        <Rows>
            {ties.held.then(|| view! { <Row title=said.held end=opens.into_any() /> })}
            {ties.linked.then(|| view! { <Row title=linked text=hides.into_any() /> })}
            {(!ties.held && !ties.linked).then(|| view! { <Row title=said.unlinked /> })}
        </Rows>
        {begins}
        {ties.may.then(|| view! { <Invite one found trouble /> })}
    }
    .into_any()
}
