//! What a report leaves out, so that nobody takes it for the whole.

use crate::Given;
use crate::wish::{Hidden, Part};
use serde::Serialize;

/// What a report leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The heading.
    pub title: &'static str,
    /// What, a line each; none where it is whole.
    pub lines: Vec<String>,
}

/// What this report leaves out.
pub(crate) fn told(given: &Given<'_>) -> LeftOut {
    let said = &given.words.print().left_out;
    LeftOut { title: said.title, lines: lines(given) }
}

fn lines(given: &Given<'_>) -> Vec<String> {
    let (home, wish, entries) = (given.home, given.wish, given.entries);
    let said = &given.words.print().left_out;
    let told = wish.has(Part::Timeline);
    let photos = || entries.iter().flat_map(|entry| &entry.letter.files).filter(|file| file.is_photo()).count();
    let photos = if told && !wish.has(Part::Photos) { photos() } else { 0 };
    let has_notes = || entries.iter().any(|entry| !entry.letter.notes.is_empty() || !entry.letter.parts.is_empty());
    let notes = told && !wish.has(Part::Notes) && has_notes();
    let sections = sections(given);
    let some = |number: usize, line: fn(usize) -> String| (number > 0).then(|| line(number));
    let lines = [
        wish.hidden.costs.then(|| said.costs.to_owned()),
        wish.hidden.names.then(|| said.names.to_owned()),
        (wish.hidden != Hidden::default()).then(|| said.free_text.to_owned()),
        (!sections.is_empty()).then(|| (said.parts)(&sections.join(", "))),
        some(home.entries.len() - entries.len(), said.entries),
        some(home.withdrawn, said.withdrawn),
        some(photos, said.photos),
        notes.then(|| said.notes.to_owned()),
        some(home.unreadable, said.unreadable),
    ];
    lines.into_iter().flatten().collect()
}

/// Names of sections that could say something and were not chosen, and of what no report has.
fn sections(given: &Given<'_>) -> Vec<&'static str> {
    let (home, words) = (given.home, given.words);
    let says = |part: Part| match part {
        Part::Home => true,
        // It is worked out from what the others tell.
        Part::Health => false,
        Part::Costs => home.entries.iter().any(|entry| entry.letter.cost.is_some()),
        other => home.count(other).is_some_and(|count| count > 0),
    };
    let left = Part::ALL.into_iter().filter(|part| part.is_section() && !given.wish.has(*part) && says(*part));
    let never =
        [(!home.tasks.is_empty()).then_some(words.frame().tasks), home.has_readings.then_some(words.frame().meters)];
    left.map(|part| part.name(words)).chain(never.into_iter().flatten()).collect()
}
