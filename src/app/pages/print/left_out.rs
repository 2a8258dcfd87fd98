//! What a report leaves out: said on its cover, because a reader cannot see what is not there.

use super::cover::count;
use super::parts::Given;
use super::pictures::Pictures;
use super::wish::{Hidden, Part, Wish};
use crate::components::dynamic;
use leptos::prelude::*;
use model::task::Task;

/// The list; nothing where nothing is left out.
#[component]
pub fn LeftOut(
    /// The report.
    given: Given,
    /// The photos of the report.
    pictures: Pictures,
) -> impl IntoView {
    dynamic(move || {
        let said = &given.desk.words().print().left_out;
        let lines = lines(given, pictures.missing());
        let any = !lines.is_empty();
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
        any.then(|| {
            view! {
                <section class="stack stack--tight" aria-label=said.title>
                    <h2>{said.title}</h2>
                    <ul class="print-sheet__left-out small">{lines}</ul>
                </section>
            }
        })
    })
}

fn lines(given: Given, missing: usize) -> Vec<String> {
    let Given { desk, wish, entries } = given;
    let words = desk.words();
    let said = &words.print().left_out;
    let wish = wish.get();
    let all = desk.library.entries.get();
    let shown = entries.with(Vec::len);
    let withdrawn = desk.library.withdrawn_entries();
    let unreadable = desk.library.unreadable.with(|all| all.len());
    let photos = || {
        entries
            .with(|entries| entries.iter().flat_map(|entry| &entry.letter.files).filter(|file| file.is_photo()).count())
    };
    let told = wish.has(Part::Timeline);
    let photos = if told && !wish.has(Part::Photos) { photos() } else { 0 };
    let has_notes = || {
        entries.with(|entries| {
            entries.iter().any(|entry| !entry.letter.notes.is_empty() || !entry.letter.parts.is_empty())
        })
    };
    let notes = told && !wish.has(Part::Notes) && has_notes();
    let sections = sections(given, &wish);
    let some = |number: usize, line: fn(usize) -> String| (number > 0).then(|| line(number));
    let lines = [
        wish.hidden.costs.then(|| said.costs.to_owned()),
        wish.hidden.names.then(|| said.names.to_owned()),
        (wish.hidden != Hidden::default()).then(|| said.free_text.to_owned()),
        (!sections.is_empty()).then(|| (said.parts)(&sections.join(", "))),
        some(all.len() - shown.min(all.len()), said.entries),
        some(withdrawn, said.withdrawn),
        some(photos, said.photos),
        notes.then(|| said.notes.to_owned()),
        some(missing, said.missing),
        some(unreadable, said.unreadable),
    ];
    lines.into_iter().flatten().collect()
}

/// Names of sections that could say something and were not chosen, and of what no report has.
fn sections(given: Given, wish: &Wish) -> Vec<&'static str> {
    let words = given.desk.words();
    let library = &given.desk.library;
    let says = |part: Part| match part {
        Part::Home => true,
        Part::Costs => library.entries.with(|all| all.iter().any(|entry| entry.letter.cost.is_some())),
        other => count(library, other).is_some_and(|count| count > 0),
    };
    let left = Part::ALL.into_iter().filter(|part| part.is_section() && !wish.has(*part) && says(*part));
    let never = [
        (!library.shelf::<Task>().is_empty()).then_some(words.frame().tasks),
        library.readings.with(|all| !all.is_empty()).then_some(words.frame().meters),
    ];
    left.map(|part| part.name(words)).chain(never.into_iter().flatten()).collect()
}
