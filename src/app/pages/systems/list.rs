//! The list of systems, by zone.

use super::age::{AgeRing, Standing};
use super::group::{self, Branch, Group};
use crate::components::{
    Empty, Glyph, Icon, LinkButton, Menu, MenuItem, More, Row, Rows, SearchField, Section, Status, Tone, TopBar,
    Weight, When, dynamic,
};
use crate::data::{Kept, Mark};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::access::Action;
use model::system::System;
use model::zone::Zone;
use std::sync::Arc;
use words::told::made;

/// The list.
#[component]
pub fn SystemList(
    /// The system that is open beside it.
    picked: Memo<Option<RecordId>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let query = RwSignal::new(String::new());
    let all = Memo::new(move |_| group::in_use(&desk.library.shelf::<System>(), &desk.library.shelf::<Zone>()));
    let retired = Memo::new(move |_| group::retired(&desk.library.shelf::<System>()));
    let shown = Memo::new(move |_| {
        let sort_name = |system: &System| (desk.words().choice().system)(system.sort);
        query.with(|query| match query.trim() {
            "" => all.get(),
            query => all.with(|all| group::found(all, query, sort_name)),
        })
    });
    let is_empty = Memo::new(move |_| all.with(Vec::is_empty) && retired.with(Vec::is_empty));
    let sections = move || shown.get().into_iter().map(|group| section(desk, group, picked)).collect_view();
    let add = desk.may(Action::Write).then(|| {
        view! {
            <LinkButton label=words.system().add href="/systems/new" weight=Weight::Quiet glyph=Glyph::PLUS />
        }
    });
    view! {
        <TopBar title=words.frame().systems aside=Signal::derive(move || picked.get().is_some())>
            {add}
            <Further />
        </TopBar>
        <div class="page stack" class:page--wide=move || picked.get().is_none()>
            <When is=Signal::derive(move || is_empty.get())><First /></When>
            <When is=Signal::derive(move || !is_empty.get())>
                <SearchField label=desk.words().system().search clear=desk.words().common().remove value=query />
                <p class="unseen" role="status">
                    {dynamic(move || (!query.with(String::is_empty)).then(|| (desk.words().field().found)(shown.with(|all| all.iter().map(Group::count).sum()))))}
                </p>
                <div class="systems__zones">{sections}</div>
                <When is=Signal::derive(move || shown.with(Vec::is_empty) && !query.with(String::is_empty))>
                    <p class="soft">{desk.words().field().nothing_found}</p>
                </When>
                <When is=Signal::derive(move || !retired.with(Vec::is_empty) && query.with(String::is_empty))>
                    <Retired retired picked />
                </When>
                <p><leptos_router::components::A href="/zones">{desk.words().zone().title}</leptos_router::components::A></p>
            </When>
        </div>
    }
}

/// What else can be done with the list.
#[component]
fn Further() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let navigate = use_navigate();
    let leads = move |name: &str, glyph: Glyph, href: &'static str| {
        let navigate = navigate.clone();
        let on_press = Callback::new(move |()| navigate(href, NavigateOptions::default()));
        MenuItem { name: name.to_owned(), glyph, danger: false, on_press }
    };
    let setup = desk.may(Action::Write).then(|| leads(words.setup().menu, Glyph::LIST_CHECKS, "/setup"));
    let mut items = Vec::from_iter(setup);
    items.extend([
        leads(words.zone().title, Glyph::MAP_PIN, "/zones"),
        leads(words.label().scan, Glyph::QR_CODE, "/scan"),
        leads(words.label().print_labels, Glyph::PRINTER, "/labels"),
    ]);
    view! { <Menu label=words.field().more items=Signal::stored(items) /> }
}

/// No systems yet.
#[component]
fn First() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let action = desk.may(Action::Write).then(|| {
        view! {
            <div class="actions">
                <LinkButton label=words.setup().offer href="/setup" weight=Weight::Primary glyph=Glyph::LIST_CHECKS />
                <LinkButton label=words.system().empty_action href="/systems/new?type=geyser" glyph=Glyph::PLUS />
            </div>
        }
    });
    view! {
        <Empty
            glyph=Glyph::LAYERS
            title=words.system().empty_title
            text=words.system().empty_lead
            action=action.into_any()
        />
    }
}

fn section(desk: Desk, group: Group, picked: Memo<Option<RecordId>>) -> AnyView {
    let count = group.count();
    let title = if group.name.is_empty() { desk.words().system().no_zone.to_owned() } else { group.name };
    let rows = group.systems.into_iter().map(|branch| rows(desk, branch, picked)).collect_view();
    view! { <Section title count=Signal::derive(move || count)><Rows>{rows}</Rows></Section> }.into_any()
}

/// A system, and its parts set in below it.
fn rows(desk: Desk, branch: Branch, picked: Memo<Option<RecordId>>) -> AnyView {
    let Branch { system, parts } = branch;
    let below = (!parts.is_empty()).then(|| {
        let parts = parts.into_iter().map(|part| rows(desk, part, picked)).collect_view();
        view! { <li class="systems__parts"><Rows>{parts}</Rows></li> }
    });
    view! { {row(desk, &system, picked)} {below} }.into_any()
}

fn row(desk: Desk, system: &Arc<Kept<System>>, picked: Memo<Option<RecordId>>) -> AnyView {
    let words = desk.words();
    let standing = Standing::of(desk, &system.letter);
    let lead = view! { <AgeRing standing words /> }.into_any();
    let text = view! { <Status tone=standing.tone() word=words.age_word(standing.age) /> " " {made(&system.letter)} };
    let id = system.id;
    view! {
        <Row
            title=system.letter.name.clone()
            href=format!("/systems/{id}")
            lead
            text=text.into_any()
            end=end(desk, system)
            current=Signal::derive(move || picked.get() == Some(id))
        />
    }
    .into_any()
}

/// What the end of a row says: that the server refused a change, else that the row leads somewhere.
fn end(desk: Desk, system: &Kept<System>) -> AnyView {
    match system.mark {
        Mark::Refused => view! { <Status tone=Tone::Bad word=desk.words().home().was_refused /> }.into_any(),
        Mark::Saved | Mark::Waiting => view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any(),
    }
}

/// Those that were replaced or taken out of use, folded away.
#[component]
fn Retired(retired: Memo<Vec<Arc<Kept<System>>>>, picked: Memo<Option<RecordId>>) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let all = retired.get();
        let open = all.iter().any(|system| Some(system.id) == picked.get_untracked());
        let summary = (words.system().retired)(all.len());
        let row = |system: Arc<Kept<System>>| {
            let id = system.id;
            let letter = &system.letter;
            let by = letter.replaced_by.and_then(|by| desk.library.find::<System>(by));
            let text = match (by, letter.removed) {
                (Some(by), _) => format!("{} {}", words.system().replaced_by, by.letter.name),
                (None, Some(removed)) => (words.system().removed_on)(&words.date(removed)),
                (None, None) => words.system().out_of_use.to_owned(),
            };
            let lead = view! { <Icon glyph=Glyph::REPLACE /> }.into_any();
            let current = Signal::derive(move || picked.get() == Some(id));
            view! { <Row title=letter.name.clone() href=format!("/systems/{id}") lead text=text.into_any() current /> }
        };
        let rows = all.into_iter().map(row).collect_view();
        view! { <More summary open><Rows>{rows}</Rows></More> }
    }
}
