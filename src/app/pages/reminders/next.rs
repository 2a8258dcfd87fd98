//! What comes next, by what is chosen above: worked out on this device by the rule that the server goes by.

use super::Shared;
use crate::components::{Empty, Glyph, Row, Rows, Section, StatusMark, Tone, dynamic};
use crate::deeds::reminder;
use leptos::prelude::*;
use model::reminder::{Due, ReminderKind, upcoming};
use std::collections::BTreeSet;

/// How many things are shown.
const SHOWN_MAX: usize = 12;

/// What comes next.
#[component]
pub(super) fn Next(shared: Shared, told: Vec<String>) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let told = StoredValue::new(told.into_iter().collect::<BTreeSet<String>>());
    let list = move || {
        let today = shared.desk.today();
        let next = upcoming(reminder::due(shared.desk), &shared.chosen.settings(), today);
        if next.is_empty() {
            return view! { <Empty glyph=Glyph::CLOCK title=said.next_none text=said.next_none_hint /> }.into_any();
        }
        let row = |(wait, due): (i64, Due)| {
            let was_told = told.with_value(|told| told.contains(&due.key()));
            row(shared, wait, due, was_told)
        };
        let rows = next.into_iter().take(SHOWN_MAX).map(row).collect_view();
        view! { <Rows>{rows}</Rows> }.into_any()
    };
    view! {
        <Section title=said.next>
            <p class="small soft">{said.next_hint}</p>
            {dynamic(list)}
        </Section>
    }
}

fn row(shared: Shared, wait: i64, due: Due, was_told: bool) -> AnyView {
    let (words, today) = (shared.desk.words(), shared.desk.today());
    let said = words.reminder();
    let left = due.days_left(today);
    let when = match wait {
        _ if was_told => said.was_told.to_owned(),
        0 => said.told_next.to_owned(),
        wait => (said.told_on)(&words.day(today.plus_days(u32::try_from(wait).unwrap_or_default()))),
    };
    let tone = if left < 0 {
        Tone::Warn
    } else if was_told {
        Tone::Good
    } else {
        Tone::Info
    };
    let lead = view! { <StatusMark tone /> }.into_any();
    let why = (said.why)(due.why, &words.day(due.on));
    let source = (!due.source.is_empty()).then(|| view! { <p class="small soft">{(said.source)(due.source)}</p> });
    let text = view! {
        <p>{format!("{why} ({})", (said.left)(left))}</p>
        {source}
        <p class="small soft">{when}</p>
    };
    let href = match due.why.kind() {
        ReminderKind::Task => "/tasks".to_owned(),
        ReminderKind::Warranty => format!("/warranties/{}", due.record),
        ReminderKind::Certificate => format!("/certificates/{}", due.record),
    };
    view! { <Row title=words.due_title(&due) href lead text=text.into_any() /> }.into_any()
}
