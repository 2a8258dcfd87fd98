//! What is chosen on the page, saved or not: a signal for each box, read together as settings.

use leptos::prelude::*;
use model::reminder::{Digest, Quiet, ReminderKind, Settings};

/// Stands for not at all in the box of a kind.
pub(super) const OFF: &str = "off";

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub(super) struct Chosen {
    pub(super) push: RwSignal<bool>,
    pub(super) digest: RwSignal<Digest>,
    /// How early, in days or [`OFF`], in the order of [`ReminderKind::ALL`].
    pub(super) early: [RwSignal<String>; 3],
    pub(super) is_quiet: RwSignal<bool>,
    pub(super) from: RwSignal<String>,
    pub(super) until: RwSignal<String>,
}

impl Chosen {
    /// Boxes with what is saved.
    pub(super) fn of(settings: &Settings) -> Self {
        let early = |kind| settings.lead_days(kind).map_or_else(|| OFF.to_owned(), |days| days.to_string());
        let [task, warranty, certificate] = [ReminderKind::Task, ReminderKind::Warranty, ReminderKind::Certificate];
        let is_quiet = settings.quiet != Quiet::NONE;
        let quiet = if is_quiet { settings.quiet } else { Settings::default().quiet };
        Self {
            push: RwSignal::new(settings.push),
            digest: RwSignal::new(settings.digest),
            early: [task, warranty, certificate].map(|kind| RwSignal::new(early(kind))),
            is_quiet: RwSignal::new(is_quiet),
            from: RwSignal::new(clock(quiet.from)),
            until: RwSignal::new(clock(quiet.until)),
        }
    }

    /// What they say; tracks all of them.
    pub(super) fn settings(self) -> Settings {
        let hours = minute(&self.from.get()).zip(minute(&self.until.get())).filter(|_| self.is_quiet.get());
        let quiet = hours.map_or(Quiet::NONE, |(from, until)| Quiet { from, until });
        let settings = Settings { leads: Vec::new(), push: self.push.get(), digest: self.digest.get(), quiet };
        let kinds = ReminderKind::ALL.iter().zip(self.early);
        kinds.fold(settings, |settings, (kind, early)| settings.with_lead(*kind, early.get().parse().ok()))
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
