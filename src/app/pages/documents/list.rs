//! The list of papers: searched by words, filtered by type and by system.

use crate::components::{
    Cell, Chips, Column, Empty, Filtered, Glyph, Icon, LinkButton, Row, Rows, SearchField, Table, TableRow, TopBar,
    Weight, When, dynamic,
};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use model::RecordId;
use model::access::Action;
use model::contact::Contact;
use model::document::{Document, DocumentType};
use model::look::folded;
use model::system::System;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The list.
#[component]
pub fn DocumentList(
    /// The paper that is open beside it.
    picked: Memo<Option<RecordId>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let query = RwSignal::new(String::new());
    let chosen = use_query_map();
    let sort = Memo::new(move |_| chosen.with(|chosen| chosen.get("type")).unwrap_or_default());
    let system = Memo::new(move |_| chosen.with(|chosen| chosen.get("system")).unwrap_or_default());
    let is_empty = Memo::new(move |_| desk.library.shelf::<Document>().is_empty());
    let shown = Memo::new(move |_| shown(desk, &query.get(), &sort.get(), &system.get()));
    let add = may_add(desk).then(|| {
        view! { <LinkButton label=words.document().add href="/documents/new" weight=Weight::Quiet glyph=Glyph::PLUS /> }
    });
    let papers = move || match (shown.with(Vec::is_empty), picked.get().is_some()) {
        (true, _) => view! { <p class="soft">{desk.words().field().nothing_found}</p> }.into_any(),
        (false, true) => rows(desk, shown.get(), picked),
        (false, false) => table(desk, shown.get()),
    };
    view! {
        <TopBar title=words.frame().documents aside=Signal::derive(move || picked.get().is_some())>{add}</TopBar>
        <div class="page documents stack" class:page--wide=move || picked.get().is_none()>
            <When is=Signal::derive(move || is_empty.get())><First /></When>
            <When is=Signal::derive(move || !is_empty.get())>
                <SearchField label=desk.words().document().search clear=desk.words().common().remove value=query />
                <Filters sort system />
                <p class="unseen" role="status">
                    {dynamic(move || (!query.with(String::is_empty)).then(|| (desk.words().field().found)(shown.with(Vec::len))))}
                </p>
                {papers}
            </When>
        </div>
    }
}

/// No papers yet.
#[component]
fn First() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let action = may_add(desk).then(|| {
        view! { <LinkButton label=words.document().add href="/documents/new" weight=Weight::Primary glyph=Glyph::PLUS /> }
    });
    view! {
        <Empty glyph=Glyph::FILE_TEXT title=words.document().empty_title text=words.document().empty_lead action=action.into_any() />
    }
}

/// What is filtered by, kept in the address.
#[component]
fn Filters(sort: Memo<String>, system: Memo<String>) -> impl IntoView {
    let desk = use_desk();
    let navigate = use_navigate();
    let at = use_location().pathname;
    let go = Callback::new(move |(sort, system): (String, String)| {
        let filters = [("type", sort), ("system", system)].into_iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = filters.map(|(name, value)| format!("{name}={value}")).collect();
        let to = format!("{}?{}", at.get_untracked(), query.join("&"));
        navigate(&to, NavigateOptions { replace: true, scroll: false, ..Default::default() });
    });
    let filters = Signal::derive(move || {
        let words = desk.words();
        let papers = desk.library.shelf::<Document>();
        let systems = desk.library.shelf::<System>();
        let used: BTreeSet<DocumentType> = papers.values().map(|paper| paper.letter.sort).collect();
        let named: BTreeSet<RecordId> = papers.values().flat_map(|paper| paper.letter.systems.clone()).collect();
        let of_sort = |sort: DocumentType| (sort.to_string(), (words.choice().document)(sort).to_owned());
        let named = named.into_iter().filter_map(|id| Some((id.to_string(), systems.get(&id)?.letter.name.clone())));
        let mut named: Vec<(String, String)> = named.collect();
        named.sort_by_cached_key(|(_, name)| folded(name));
        let clear = words.common().remove.to_owned();
        vec![
            Filtered {
                name: words.document().sort.to_owned(),
                options: used.into_iter().map(of_sort).collect(),
                chosen: sort.into(),
                on_choose: Callback::new(move |sort| go.run((sort, system.get_untracked()))),
                clear: clear.clone(),
            },
            Filtered {
                name: words.document().system.to_owned(),
                options: named,
                chosen: system.into(),
                on_choose: Callback::new(move |system| go.run((sort.get_untracked(), system))),
                clear,
            },
        ]
    });
    view! { <Chips label=desk.words().field().filters filters /> }
}

/// The papers that fit, the newest date first; those without a date last, by title.
fn shown(desk: Desk, query: &str, sort: &str, system: &str) -> Vec<Arc<Kept<Document>>> {
    let words = desk.words();
    let query = folded(query);
    let wanted: Vec<&str> = query.split_whitespace().collect();
    let (sort, system) = (sort.parse::<DocumentType>().ok(), system.parse::<RecordId>().ok());
    let fits = |paper: &Arc<Kept<Document>>| {
        let letter = &paper.letter;
        let facts = letter.facts.iter().flat_map(|fact| [fact.name.as_str(), fact.value.as_str()]);
        let text: Vec<&str> = [letter.title.as_str(), &letter.notes, (words.choice().document)(letter.sort)]
            .into_iter()
            .chain(facts)
            .collect();
        let text = folded(&format!("{} {}", text.join(" "), about(desk, letter)));
        sort.is_none_or(|sort| letter.sort == sort)
            && system.is_none_or(|system| letter.systems.contains(&system))
            && wanted.iter().all(|word| text.contains(word))
    };
    let shelf = desk.library.shelf::<Document>();
    let mut found: Vec<_> = shelf.values().filter(fits).collect();
    found.sort_by_cached_key(|paper| {
        let dated = paper.letter.dated.map(model::PartialDate::sort_key);
        (std::cmp::Reverse(dated), folded(&paper.letter.title), paper.id)
    });
    found
}

/// What a paper is about: its systems, else who it came from; empty for the home as a whole.
fn about(desk: Desk, paper: &Document) -> String {
    let systems = desk.library.shelf::<System>();
    let names: Vec<String> =
        paper.systems.iter().filter_map(|id| systems.get(id)).map(|system| system.letter.name.clone()).collect();
    let contact = paper.contact.filter(|_| names.is_empty()).and_then(|id| desk.library.find::<Contact>(id));
    contact.map_or_else(|| names.join(", "), |contact| contact.letter.name.clone())
}

/// As a table, where there is room.
fn table(desk: Desk, papers: Vec<Arc<Kept<Document>>>) -> AnyView {
    let words = desk.words();
    let said = words.document();
    let columns = vec![
        Column::words(said.one),
        Column::words(said.sort),
        Column::words(said.about),
        Column::words(said.dated),
        Column::figures(said.size),
    ];
    let row = |paper: Arc<Kept<Document>>| {
        let letter = &paper.letter;
        let about = match about(desk, letter) {
            about if about.is_empty() => said.whole_home.to_owned(),
            about => about,
        };
        let cells = vec![
            Cell::words((words.choice().document)(letter.sort)),
            Cell::words(about),
            Cell::Words(view! { <span class="one-line">{letter.dated.map(|date| words.date(date))}</span> }.into_any()),
            Cell::Figure(letter.file.as_ref().map(|file| words.bytes(file.size)).unwrap_or_default()),
        ];
        view! { <TableRow name=letter.title.clone() href=format!("/documents/{}", paper.id) cells /> }
    };
    let rows = papers.into_iter().map(row).collect_view();
    view! { <Table caption=words.frame().documents columns list=true>{rows}</Table> }.into_any()
}

/// As rows, beside the one that is open.
fn rows(desk: Desk, papers: Vec<Arc<Kept<Document>>>, picked: Memo<Option<RecordId>>) -> AnyView {
    let words = desk.words();
    let row = |paper: Arc<Kept<Document>>| {
        let (id, letter) = (paper.id, &paper.letter);
        let sort = (words.choice().document)(letter.sort).to_owned();
        let dated = letter.dated.map(|date| words.date(date)).unwrap_or_default();
        let parts = [sort, about(desk, letter), dated].into_iter().filter(|part| !part.is_empty());
        let text = parts.collect::<Vec<_>>().join(" · ");
        let is_photo = letter.file.as_ref().is_some_and(model::FileRef::is_photo);
        let lead = view! { <Icon glyph=if is_photo { Glyph::IMAGE } else { Glyph::FILE_TEXT } /> }.into_any();
        let current = Signal::derive(move || picked.get() == Some(id));
        view! { <Row title=letter.title.clone() href=format!("/documents/{id}") lead text=text.into_any() current /> }
    };
    let rows = papers.into_iter().map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// By a link entries are sent, and papers with them.
fn may_add(desk: Desk) -> bool {
    desk.may(Action::Add) && !desk.visiting.get_untracked()
}
