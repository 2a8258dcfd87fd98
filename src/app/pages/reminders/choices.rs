//! What somebody is reminded of and how early, and when nothing is sent.

use super::Shared;
use crate::components::{Section, SelectField, TextField, Toggle};
use leptos::prelude::*;
use model::reminder::{Quiet, ReminderKind, Settings};

/// How early, in days, it can be chosen.
const EARLY_DAYS: [i64; 8] = [0, 1, 3, 7, 14, 30, 60, 90];
/// Stands for not at all.
const OFF: &str = "off";

/// How early, for each kind.
#[component]
pub(super) fn Kinds(shared: Shared) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let kinds = ReminderKind::ALL.iter().map(|kind| view! { <KindOf shared kind=*kind /> }).collect_view();
    view! {
        <Section title=said.what>
            <div class="settings__block form">{kinds}</div>
        </Section>
    }
}

#[component]
fn KindOf(shared: Shared, kind: ReminderKind) -> impl IntoView {
    let said = shared.desk.words().reminder();
    let days = shared.chosen.with_untracked(|chosen| chosen.lead_days(kind));
    let value = RwSignal::new(days.map_or_else(|| OFF.to_owned(), |days| days.to_string()));
    Effect::new(move |_| {
        let days = value.get().parse::<i64>().ok();
        shared.choose(|chosen| chosen.with_lead(kind, days));
    });
    let mut offered = EARLY_DAYS.to_vec();
    // What was chosen elsewhere can be kept.
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
    let quiet = shared.chosen.with_untracked(|chosen| chosen.quiet);
    let usual = Settings::default().quiet;
    let on = RwSignal::new(quiet != Quiet::NONE);
    let shown = if quiet == Quiet::NONE { usual } else { quiet };
    let (from, until) = (RwSignal::new(clock(shown.from)), RwSignal::new(clock(shown.until)));
    Effect::new(move |_| {
        let hours = minute(&from.get()).zip(minute(&until.get()));
        let quiet = match hours.filter(|_| on.get()) {
            Some((from, until)) => Quiet { from, until },
            None => Quiet::NONE,
        };
        shared.choose(|chosen| Settings { quiet, ..chosen });
    });
    let change = Callback::new(move |is_on| on.set(is_on));
    view! {
        <Section title=said.quiet>
            <div class="settings__block form">
                <Toggle label=said.quiet hint=said.quiet_hint on on_change=change />
                <Show when=move || on.get()>
                    <TextField label=said.quiet_from value=from kind="time" />
                    <TextField label=said.quiet_until value=until kind="time" />
                </Show>
            </div>
        </Section>
    }
}

/// A minute of the day as a box for times takes it.
fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The minute of the day that a box for times holds, if it holds one.
fn minute(clock: &str) -> Option<i64> {
    let (hours, minutes) = clock.split_once(':')?;
    Some(hours.parse::<i64>().ok()? * 60 + minutes.get(..2)?.parse::<i64>().ok()?)
}
