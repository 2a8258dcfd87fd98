//! Two versions, field by field, with the differences marked.

use super::fields::{Field, fields};
use crate::components::{FactLine, Facts, Section};
use crate::data::Kept;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::entry::Entry;
use std::sync::Arc;

/// A version and the one before it; a single version alone.
#[component]
pub fn Beside(
    /// All versions, the first first.
    versions: Vec<Arc<Kept<Entry>>>,
    /// The later one.
    at: usize,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let said = &desk.words().versions();
        let name = |at: usize| match at {
            0 => said.first.to_owned(),
            at if at == versions.len() - 1 => said.now.to_owned(),
            at => (said.version)(at + 1),
        };
        let later = fields(desk, &versions[at].letter);
        let Some(before) = at.checked_sub(1) else {
            let lines = later.into_iter().filter(|field| !field.value.is_empty());
            let lines: Vec<FactLine> = lines.map(|field| FactLine::words(field.name, field.value)).collect();
            return view! { <Section title=name(0)><Facts lines /></Section> }.into_any();
        };
        let earlier = fields(desk, &versions[before].letter);
        let pairs: Vec<(Field, Field)> = later.into_iter().zip(earlier).collect();
        let side = |pick: fn(&(Field, Field)) -> &Field| {
            let shown = pairs.iter().filter(|(later, earlier)| !later.value.is_empty() || !earlier.value.is_empty());
            let line = |pair: &(Field, Field)| line(pick(pair), pair.0 != pair.1, said.nothing, said.changed);
            shown.map(line).collect::<Vec<_>>()
        };
        let (now, then) = (side(|pair| &pair.0), side(|pair| &pair.1));
        view! {
            <div class="versions">
                <Section title=name(at)><Facts lines=now /></Section>
                <Section title=name(before)><Facts lines=then /></Section>
            </div>
        }
        .into_any()
    }
}

fn line(field: &Field, is_changed: bool, nothing: &'static str, changed: &'static str) -> FactLine {
    let value = if field.value.is_empty() { nothing.to_owned() } else { field.value.clone() };
    match is_changed {
        true => {
            let marked =
                view! { <mark class="versions__changed"><span class="unseen">{changed} " "</span>{value}</mark> };
            FactLine::view(field.name, marked.into_any())
        }
        false => FactLine::words(field.name, value),
    }
}
