//! One system on one page: what it is, where it shuts off, who to call, what was done last, and a code that leads to the rest.

use super::blocks::lines;
use super::held::Held;
use super::pictures::{Picture, Pictures, PrintButton};
use super::set_title;
use crate::browser::{page, qr};
use crate::components::{Empty, Facts, Glyph, QrBox, Section, Status, TopBar};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::pages::systems::{Age, AgeRing};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use report::{Fact, Hidden, Home, Photo, facts};
use std::collections::BTreeSet;
use words::told::{address, made};

/// Photos on the page: the system and its data plate are the first two that people take.
const PHOTOS_MAX: usize = 2;
/// Entries on the page.
const ENTRIES_MAX: usize = 5;
/// Warranties and certificates on the page, of each; more would be another page.
const PAPERS_MAX: usize = 3;
/// People to call on the page.
const CALLS_MAX: usize = 2;

/// The summary of a system.
#[lazy]
pub fn system_summary() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
        view! { <Summary id /> }.into_any()
    }
}

#[component]
fn Summary(id: Memo<Option<RecordId>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = &words.print().summary;
    let pictures = Pictures::default();
    let system = Memo::new(move |_| id.get().and_then(|id| desk.library.find::<System>(id)));
    let back = id.get_untracked().map_or_else(|| "/systems".to_owned(), |id| format!("/systems/{id}"));
    set_title(said.title);
    let sheet = move || match system.get() {
        Some(system) => view! {
            <div class="line paperless"><PrintButton pictures /></div>
            {drawn(desk, &system, pictures)}
        }
        .into_any(),
        None => view! {
            <h1 class="unseen">{words.frame().not_found}</h1>
            <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.system().gone />
        }
        .into_any(),
    };
    view! {
        <TopBar title=said.title back=(back, words.common().back.to_owned()) aside=true />
        <main id="main" tabindex="-1">
            <div class="print-sheet print-sheet--one stack">{sheet}</div>
        </main>
    }
}

/// The page itself.
fn drawn(desk: Desk, system: &Kept<System>, pictures: Pictures) -> AnyView {
    let words = desk.words();
    let letter = &system.letter;
    let held = Held::of(desk);
    let home = held.home();
    let entries = facts::entries(&home, system.id);
    let identity = facts::identity(&home, words, letter, Hidden { costs: true, names: true });
    let mut standing = facts::life(&home, words, letter);
    standing.extend(papers(desk, &home, system.id));
    let shut_off = letter.shut_off.clone();
    let photos = letter.files.iter().filter(|file| file.is_photo()).take(PHOTOS_MAX).map(Photo::of);
    let photos: Vec<_> = photos.map(|photo| view! { <Picture photo pictures large=true /> }).collect();
    view! {
        {head(desk, &home, letter)}
        {(!shut_off.is_empty()).then(|| view! {
            <p class="print-sheet__shut-off"><span class="small">{words.system().shut_off}</span> " " <strong>{shut_off}</strong></p>
        })}
        {(!photos.is_empty()).then(|| view! { <div class="photos print-sheet__views">{photos}</div> })}
        <div class="print-sheet__halves">
            <Facts lines=lines(&identity) />
            <Facts lines=lines(&standing) />
        </div>
        <div class="print-sheet__halves">
            {latest(desk, &entries)}
            <div class="stack">
                {calls(desk, &home, letter.fitted_by, &entries)}
                {code(desk, system.id)}
            </div>
        </div>
        <p class="print-sheet__foot">{(words.print().made)(&words.day(desk.today()))}</p>
    }
    .into_any()
}

/// The name, the home, and age against life.
fn head(desk: Desk, home: &Home<'_>, letter: &System) -> AnyView {
    let words = desk.words();
    let standing = Age::of(desk, letter);
    let name = home.property.map(|property| property.name.clone()).unwrap_or_default();
    let street = home.property.map(address).unwrap_or_default();
    let kicker = if street.is_empty() || street == name { name } else { format!("{name}, {street}") };
    let status = letter.in_use().then(|| {
        view! { <p class="small"><Status tone=standing.tone() word=words.age_word(standing.age) /> " " {words.age_reason(standing.age, standing.life)}</p> }
    });
    view! {
        <header class="print-sheet__head">
            {letter.in_use().then(|| view! { <AgeRing standing words large=true /> })}
            <div>
                <p class="small soft">{(words.print().summary.kicker)(&kicker)}</p>
                <h1>{letter.name.clone()}</h1>
                <p>{made(letter)}</p>
                {status}
            </div>
        </header>
    }
    .into_any()
}

/// Warranties in force and certificates; how many more there are.
fn papers(desk: Desk, home: &Home<'_>, id: RecordId) -> Vec<Fact> {
    let words = desk.words();
    let said = words.system();
    let warranties = facts::warranties(home, words, desk.today(), id);
    let in_force = warranties.into_iter().filter_map(|(in_force, told)| in_force.then_some(told));
    let lists = [(said.warranties, in_force.collect()), (said.certificates, facts::certificates(home, words, id))];
    let few = |mut all: Vec<String>| {
        let more = all.len().saturating_sub(PAPERS_MAX);
        all.truncate(PAPERS_MAX);
        all.extend((more > 0).then(|| (words.common().and_more)(more)));
        all
    };
    let line = |(name, all)| Fact::several(name, few(all)).unwrap_or_else(|| Fact::new(name, words.print().none));
    lists.into_iter().map(line).collect()
}

/// Who fitted it, and who was last at it: with how they are reached.
fn calls(
    desk: Desk,
    home: &Home<'_>,
    fitted_by: Option<RecordId>,
    entries: &[report::Kept<'_, Entry>],
) -> Option<AnyView> {
    let words = desk.words();
    let mut seen = BTreeSet::new();
    let people = fitted_by.into_iter().chain(entries.iter().filter_map(|entry| entry.letter.contact));
    let people = people.filter(|id| seen.insert(*id)).filter_map(|id| home.contact(id));
    let line = |letter: &Contact| {
        let reach = if letter.phone.is_empty() { letter.email.clone() } else { letter.phone.clone() };
        let trade = words.trade(letter);
        view! {
            <li>
                <strong>{letter.name.clone()}</strong> " " <span class="soft">{trade.to_owned()}</span>
                <div class="print-sheet__phone">{reach}</div>
            </li>
        }
    };
    let lines: Vec<_> = people.take(CALLS_MAX).map(line).collect();
    let title = words.print().summary.call;
    (!lines.is_empty())
        .then(|| view! { <Section title><ul class="print-sheet__list">{lines}</ul></Section> }.into_any())
}

/// The latest entries.
fn latest(desk: Desk, entries: &[report::Kept<'_, Entry>]) -> AnyView {
    let words = desk.words();
    let more = entries.len().saturating_sub(ENTRIES_MAX);
    let line = |entry: &report::Kept<'_, Entry>| {
        let when = entry.letter.when.map(|when| words.date(when)).unwrap_or_default();
        view! { <li>{entry.letter.title.clone()} " " <span class="print-sheet__kind">{when}</span></li> }
    };
    let lines: Vec<_> = entries.iter().take(ENTRIES_MAX).map(line).collect();
    let rest = (more > 0).then(|| view! { <p class="soft">{(words.common().and_more)(more)}</p> });
    let list = match lines.is_empty() {
        true => view! { <p class="soft">{words.system().history_empty}</p> }.into_any(),
        false => view! { <ol class="print-sheet__list">{lines}</ol> }.into_any(),
    };
    view! { <Section title=words.print().summary.latest>{list} {rest}</Section> }.into_any()
}

/// A code that leads to the whole history of the system.
fn code(desk: Desk, id: RecordId) -> Option<AnyView> {
    let said = &desk.words().print().summary;
    let leads_to = scanned(id);
    qr::squares(&leads_to).map(|squares| {
        view! {
            <div class="print-sheet__code">
                <QrBox squares label=said.scan />
                <p>{said.scan} " " <span class="print-sheet__kind">{leads_to}</span></p>
            </div>
        }
        .into_any()
    })
}

/// What a scan of the code opens: the page of the system in this app. Whoever gives systems labels of their own answers with the label's address here.
fn scanned(id: RecordId) -> String {
    format!("{}/systems/{id}", page::origin())
}
