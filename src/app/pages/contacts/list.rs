//! The list of contacts, by name: searched by words, filtered by what they are to the home.

use super::reach::tel;
use crate::components::{
    Chips, Empty, Filtered, Glyph, Icon, LinkButton, Row, Rows, SearchField, TopBar, Weight, When, dynamic,
};
use crate::data::{Kept, by_name};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use model::RecordId;
use model::access::Action;
use model::contact::{Contact, ContactRole};
use model::look::folded;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// The list.
#[component]
pub fn ContactList(
    /// The contact that is open beside it.
    picked: Memo<Option<RecordId>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let query = RwSignal::new(String::new());
    let chosen = use_query_map();
    let role = Memo::new(move |_| chosen.with(|chosen| chosen.get("role")).unwrap_or_default());
    let is_empty = Memo::new(move |_| desk.library.shelf::<Contact>().is_empty());
    let shown = Memo::new(move |_| shown(desk, &query.get(), &role.get()));
    let entries = Memo::new(move |_| entries(desk));
    let add = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=words.contact().add href="/contacts/new" weight=Weight::Quiet glyph=Glyph::PLUS /> }
    });
    let rows = move || {
        let counts = entries.get();
        let row = |contact| row(desk, contact, &counts, picked);
        shown.get().into_iter().map(row).collect_view()
    };
    view! {
        <TopBar title=words.frame().contacts aside=Signal::derive(move || picked.get().is_some())>{add}</TopBar>
        <div class="page stack">
            <When is=Signal::derive(move || is_empty.get())><First /></When>
            <When is=Signal::derive(move || !is_empty.get())>
                <SearchField label=desk.words().contact().search clear=desk.words().common().remove value=query />
                <Roles role />
                <p class="unseen" role="status">
                    {dynamic(move || (!query.with(String::is_empty)).then(|| (desk.words().field().found)(shown.with(Vec::len))))}
                </p>
                <Rows>{rows}</Rows>
                <When is=Signal::derive(move || shown.with(Vec::is_empty))>
                    <p class="soft">{desk.words().field().nothing_found}</p>
                </When>
            </When>
        </div>
    }
}

/// No contacts yet.
#[component]
fn First() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let action = desk.may(Action::Write).then(|| {
        view! { <LinkButton label=words.contact().add href="/contacts/new" weight=Weight::Primary glyph=Glyph::PLUS /> }
    });
    view! {
        <Empty glyph=Glyph::CONTACT title=words.contact().empty_title text=words.contact().empty_lead action=action.into_any() />
    }
}

/// What they are to the home, kept in the address.
#[component]
fn Roles(role: Memo<String>) -> impl IntoView {
    let desk = use_desk();
    let navigate = use_navigate();
    let at = use_location().pathname;
    let go = Callback::new(move |role: String| {
        let query = if role.is_empty() { String::new() } else { format!("?role={role}") };
        let to = format!("{}{query}", at.get_untracked());
        navigate(&to, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let filters = Signal::derive(move || {
        let words = desk.words();
        let used: BTreeSet<ContactRole> =
            desk.library.shelf::<Contact>().values().map(|contact| contact.letter.role).collect();
        let option = |role: ContactRole| (role.to_string(), (words.choice().contact)(role).to_owned());
        vec![Filtered {
            name: words.contact().is.to_owned(),
            options: used.into_iter().map(option).collect(),
            chosen: role.into(),
            on_choose: go,
            clear: words.common().remove.to_owned(),
        }]
    });
    view! { <Chips label=desk.words().field().filters filters /> }
}

/// The contacts that fit, by name.
fn shown(desk: Desk, query: &str, role: &str) -> Vec<Arc<Kept<Contact>>> {
    let query = folded(query);
    let wanted: Vec<&str> = query.split_whitespace().collect();
    let role = role.parse::<ContactRole>().ok();
    let fits = |contact: &Arc<Kept<Contact>>| {
        let letter = &contact.letter;
        let parts = [&letter.name, &letter.trade, &letter.person, &letter.phone, &letter.email, &letter.notes];
        let text = folded(&parts.map(String::as_str).join(" "));
        role.is_none_or(|role| letter.role == role) && wanted.iter().all(|word| text.contains(word))
    };
    let shelf = desk.library.shelf::<Contact>();
    by_name(shelf.values().filter(fits).collect(), |contact| &contact.letter.name)
}

/// How many entries name each contact.
fn entries(desk: Desk) -> HashMap<RecordId, usize> {
    let mut counts = HashMap::new();
    desk.library.entries.with(|entries| {
        for contact in entries.iter().filter_map(|entry| entry.letter.contact) {
            *counts.entry(contact).or_default() += 1;
        }
    });
    counts
}

fn row(
    desk: Desk,
    contact: Arc<Kept<Contact>>,
    counts: &HashMap<RecordId, usize>,
    picked: Memo<Option<RecordId>>,
) -> AnyView {
    let words = desk.words();
    let (id, letter) = (contact.id, &contact.letter);
    let entries = counts.get(&id).copied().unwrap_or_default();
    let trade = words.trade(letter);
    let work = if entries == 0 { String::new() } else { (words.contact().entries)(entries) };
    let parts = [trade, letter.person.as_str(), &work].into_iter().filter(|part| !part.is_empty());
    let text = parts.collect::<Vec<_>>().join(" · ");
    let call = tel(&letter.phone).map(|href| {
        let label = (words.contact().call_named)(&letter.name);
        view! {
            <a class="button button--quiet button--icon" href=href aria-label=label>
                <Icon glyph=Glyph::PHONE class="button__icon" />
            </a>
        }
    });
    let lead = view! { <Icon glyph=Glyph::CONTACT /> }.into_any();
    let current = Signal::derive(move || picked.get() == Some(id));
    view! {
        <Row title=letter.name.clone() href=format!("/contacts/{id}") lead text=text.into_any() end=call.into_any() current />
    }
    .into_any()
}
