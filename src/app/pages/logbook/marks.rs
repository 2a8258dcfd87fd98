//! Where in a text what was searched for stands.

use model::entry::Entry;
use model::look::folded;
use std::ops::Range;

/// Characters around what was found in a long text.
const AROUND_CHARS: usize = 60;

/// The words of a query, as they are compared.
pub fn wanted(query: &str) -> Vec<String> {
    folded(query).split_whitespace().map(str::to_owned).collect()
}

/// Where the `wanted` words stand in `text`: ranges of bytes, in order and apart.
pub fn marks(text: &str, wanted: &[String]) -> Vec<Range<usize>> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let folded = folded(text);
    // Both have the same characters one for one, but not of the same length.
    let ends = std::iter::once((folded.len(), text.len()));
    let places: Vec<(usize, usize)> =
        folded.char_indices().zip(text.char_indices()).map(|((a, _), (b, _))| (a, b)).chain(ends).collect();
    let place = |at: usize| places.binary_search_by_key(&at, |place| place.0).map_or(text.len(), |at| places[at].1);
    let found = |word: &String| {
        let at = folded.match_indices(word.as_str()).map(|(at, found)| place(at)..place(at + found.len()));
        at.collect::<Vec<_>>()
    };
    let mut all: Vec<Range<usize>> = wanted.iter().flat_map(found).collect();
    all.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::with_capacity(all.len());
    for range in all {
        match apart.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

/// The words around what was found, where the line itself (`shown`) does not show it; empty if it does.
pub fn snippet(entry: &Entry, shown: &str, wanted: &[String]) -> String {
    let shown = folded(shown);
    let unseen: Vec<String> = wanted.iter().filter(|word| !shown.contains(word.as_str())).cloned().collect();
    if unseen.is_empty() {
        return String::new();
    }
    let parts = entry.parts.iter().flat_map(|part| [&part.name, &part.number]);
    let files = entry.files.iter().flat_map(|file| [&file.caption, &file.name]);
    let texts = [&entry.notes, &entry.done_by].into_iter().chain(parts).chain(files);
    let found = texts.filter_map(|text| Some((text, marks(text, &unseen).into_iter().next()?)));
    found.map(|(text, mark)| around(text, &mark)).next().unwrap_or_default()
}

/// What stands around a mark, on one line, with dots where the text goes on.
fn around(text: &str, mark: &Range<usize>) -> String {
    let before = text[..mark.start].char_indices().rev().nth(AROUND_CHARS).map_or(0, |(at, _)| at);
    let after = text[mark.end..].char_indices().nth(AROUND_CHARS).map_or(text.len(), |(at, _)| mark.end + at);
    // A word is not cut where a whole one is near.
    let start = if before == 0 { 0 } else { text[before..mark.start].find(' ').map_or(before, |at| before + at + 1) };
    let end =
        if after == text.len() { after } else { text[mark.end..after].rfind(' ').map_or(after, |at| mark.end + at) };
    let middle = text[start..end].split_whitespace().collect::<Vec<_>>().join(" ");
    let dots = |there: bool| if there { "…" } else { "" };
    format!("{}{middle}{}", dots(start > 0), dots(end < text.len()))
}
