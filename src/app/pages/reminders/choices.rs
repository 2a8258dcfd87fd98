//! What somebody is reminded of and how early, and when nothing is sent.

use super::Shared;
use super::chosen::OFF;
use crate::components::{Section, SelectField, TextField, Toggle};
use leptos::prelude::*;
use model::reminder::ReminderKind;

/// How early, in days, it can be chosen.
const EARLY_DAYS: [i64; 8] = [0, 1, 3, 7, 14, 30, 60, 90];

/// How early, for each kind.
#[component]
pub(super) fn Kinds(shared: Shared) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let kinds = ReminderKind::ALL.iter().zip(shared.chosen.early);
    let boxes = kinds.map(|(kind, value)| view! { <KindOf shared kind=*kind value /> }).collect_view();
    view! {
        <Section title=said.what>
            <div class="settings__block form">{boxes}</div>
        </Section>
    }
}

#[component]
fn KindOf(shared: Shared, kind: ReminderKind, value: RwSignal<String>) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let mut offered = EARLY_DAYS.to_vec();
    // What was chosen elsewhere can be kept.
    let days = value.get_untracked().parse::<i64>().ok();
    offered.extend(days.filter(|days| !EARLY_DAYS.contains(days)));
    offered.sort_unstable();
    let mut options = vec![(OFF.to_owned(), said.off.to_owned())];
    options.extend(offered.into_iter().map(|days| (days.to_string(), (said.early)(days))));
    let options = Signal::stored(options);
    view! { <SelectField label=(said.kind)(kind) hint=(said.kind_hint)(kind) value options /> }
}

/// Quiet hours.
#[component]
pub(super) fn QuietHours(shared: Shared) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let on = shared.chosen.is_quiet;
    let change = Callback::new(move |is_on| on.set(is_on));
    view! {
        <Section title=said.quiet>
            <div class="settings__block form">
                <Toggle label=said.quiet hint=said.quiet_hint on on_change=change />
                <Show when=move || on.get()>
                    <TextField label=said.quiet_from value=shared.chosen.from kind="time" />
                    <TextField label=said.quiet_until value=shared.chosen.until kind="time" />
                </Show>
            </div>
        </Section>
    }
}
