//! What was done of a task, and which of its rounds were put off or left out.

use super::task::Known;
use crate::components::{Button, Glyph, Icon, Row, Rows, Section, Weight};
use crate::data::Standing;
use crate::deeds::entry;
use crate::desk::{Desk, use_desk};
use crate::pages::{Line, line, undo, use_toaster};
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::deferral::Deferral;
use model::schedule::{Completion, completions};

/// The history.
#[component]
pub fn History(
    /// The task.
    known: Known,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().plan();
    let noted = known.task.letter.done.filter(|_| known.answers.is_empty());
    let noted = noted.map(|entry| Completion { due: None, on: Default::default(), entries: vec![entry] });
    let done: Vec<_> = completions(&known.answers).into_iter().chain(noted).collect();
    let count = done.len();
    let done = if done.is_empty() {
        view! { <p class="soft">{said.no_history}</p> }.into_any()
    } else {
        let each = done.into_iter().map(|done| round(desk, done)).collect_view();
        view! { <ol class="timeline__entries">{each}</ol> }.into_any()
    };
    view! {
        <Section title=said.history count=Signal::derive(move || count)>{done}</Section>
        {deferrals(desk, known.task.id)}
    }
}

/// A round that was done: every entry that says so, each with its own note.
fn round(desk: Desk, done: Completion) -> AnyView {
    let told = done.entries.len();
    let lines = done.entries.into_iter().filter_map(|id| desk.library.entry(id)).map(|entry| {
        let line = line(desk, &entry);
        let notes = entry.letter.notes.clone();
        let notes = (told > 1 && !notes.is_empty()).then(|| view! { <li class="soft system-page__notes">{notes}</li> });
        view! { <Line entry line /> {notes} }
    });
    let twice = (told > 1).then(|| view! { <li class="small soft">{(desk.words().plan().told_twice)(told)}</li> });
    view! { {twice} {lines.collect_view()} }.into_any()
}

fn deferrals(desk: Desk, task: RecordId) -> AnyView {
    let words = desk.words();
    let said = words.plan();
    let its = desk
        .library
        .deferrals
        .with(|all| all.iter().filter(|deferral| deferral.letter.task == Some(task)).cloned().collect::<Vec<_>>());
    let row = |deferral: Standing<Deferral>| {
        let toaster = use_toaster();
        let letter = &deferral.letter;
        let due = letter.due.map(|due| words.day(due)).unwrap_or_default();
        let title = match letter.until {
            Some(until) => (said.put_off_until)(&words.day(until), &due),
            None => (said.left_out)(&due),
        };
        let on = letter.on.map(|on| words.day(on)).unwrap_or_default();
        let text = [letter.reason.as_str(), &on].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let text = text.join(" · ").into_any();
        let glyph = if letter.until.is_some() { Glyph::CLOCK } else { Glyph::X };
        let lead = view! { <Icon glyph /> }.into_any();
        let root = deferral.root;
        let back = Callback::new(move |()| {
            undo::tell(desk, toaster, async move { entry::withdraw(desk, root, "").await.map(drop) });
        });
        let actions = match desk.may(Action::Write) {
            true => view! { <Button label=said.take_back weight=Weight::Small on_press=back /> }.into_any(),
            false => ().into_any(),
        };
        view! { <Row title lead text actions /> }
    };
    let rows = its.into_iter().map(row).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <Section title=said.deferrals><Rows>{rows}</Rows></Section> }).into_any()
}
