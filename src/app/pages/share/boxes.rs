//! What is chosen for a link, a signal each.

use super::form::DRAFT;
use crate::deeds::draft;
use crate::deeds::share::Wish;
use crate::desk::Desk;
use leptos::prelude::*;
use model::grant::{DAYS_MAX, DAYS_PASSCODE_MAX, DAYS_USUAL, Grant, KINDS, Purpose, Tick, Verb};
use model::recommendation::Recommendation;
use model::{PartialDate, RecordId};
use wire::share::Share;

/// What is chosen. A handle.
#[derive(Clone, Copy)]
pub(super) struct Boxes {
    /// Whom it is for.
    pub(super) purpose: RwSignal<Purpose>,
    /// What it is called.
    pub(super) name: RwSignal<String>,
    /// Which kinds are shown.
    pub(super) kinds: RwSignal<Vec<&'static str>>,
    /// Only what concerns these systems.
    pub(super) systems: RwSignal<Vec<RecordId>>,
    /// Only these papers.
    pub(super) documents: RwSignal<Vec<RecordId>>,
    /// From when.
    pub(super) from: RwSignal<String>,
    /// Until when.
    pub(super) until: RwSignal<String>,
    /// Who is recommended by it.
    recommends: RwSignal<Option<Recommendation>>,
    /// What is shown although it is hidden by default.
    pub(super) ticks: RwSignal<Vec<Tick>>,
    /// What may be done.
    pub(super) verbs: RwSignal<Vec<Verb>>,
    /// What is sent is taken unseen.
    pub(super) unseen: RwSignal<bool>,
    /// For how long.
    pub(super) days: RwSignal<String>,
    /// It asks for a passcode.
    pub(super) passcode: RwSignal<bool>,
    /// It shows the home as it is now.
    pub(super) snapshot: RwSignal<bool>,
}

impl Boxes {
    /// Boxes of a link that is not made yet: what was chosen before, else what somebody for that `purpose` gets of these systems.
    pub(super) fn new(desk: Desk, purpose: Purpose, systems: Vec<RecordId>) -> Self {
        let boxes = Self::empty();
        boxes.purpose.set(purpose);
        boxes.systems.set(systems);
        boxes.take_grant(&Grant::of(purpose));
        let place = draft::place(desk, DRAFT);
        leptos::task::spawn_local(async move {
            if let Some(wish) = draft::read::<Wish>(desk, &place).await {
                boxes.take(wish);
            }
        });
        // Another purpose brings its own defaults; what came back from a draft has been chosen already.
        Effect::new(move |before: Option<Purpose>| {
            let purpose = boxes.purpose.get();
            if before.is_some_and(|before| before != purpose) {
                boxes.take_grant(&Grant::of(purpose));
            }
            purpose
        });
        boxes
    }

    /// Boxes that hold what a link gives.
    pub(super) fn of(share: &Share) -> Self {
        let boxes = Self::empty();
        boxes.purpose.set(share.purpose);
        boxes.name.set(share.name.clone());
        boxes.unseen.set(share.unseen);
        boxes.take_all(&share.grant);
        boxes
    }

    fn empty() -> Self {
        Self {
            purpose: RwSignal::new(Purpose::Buyer),
            name: RwSignal::default(),
            kinds: RwSignal::default(),
            systems: RwSignal::default(),
            documents: RwSignal::default(),
            from: RwSignal::default(),
            until: RwSignal::default(),
            recommends: RwSignal::default(),
            ticks: RwSignal::default(),
            verbs: RwSignal::default(),
            unseen: RwSignal::default(),
            days: RwSignal::new(DAYS_USUAL.to_string()),
            passcode: RwSignal::default(),
            snapshot: RwSignal::default(),
        }
    }

    fn take(self, wish: Wish) {
        if self.name.try_set(wish.name).is_some() {
            return;
        }
        self.purpose.set(wish.purpose);
        self.days.set(wish.days.to_string());
        self.passcode.set(wish.passcode);
        self.snapshot.set(wish.snapshot);
        self.unseen.set(wish.unseen);
        // After the effect of another purpose.
        leptos::task::spawn_local(async move {
            crate::browser::timer::wait(0).await;
            // The page may be gone by then.
            if !self.systems.is_disposed() {
                self.take_all(&wish.grant);
            }
        });
    }

    fn take_all(self, grant: &Grant) {
        self.systems.set(grant.systems.clone());
        self.documents.set(grant.documents.clone());
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        self.from.set(day(grant.from));
        self.until.set(day(grant.until));
        self.recommends.set(grant.recommends.clone());
        self.take_grant(grant);
    }

    fn take_grant(self, grant: &Grant) {
        self.kinds.set(KINDS.into_iter().filter(|kind| grant.gives(kind)).collect());
        self.ticks.set(grant.ticks.clone());
        self.verbs.set(grant.verbs.clone());
    }

    /// What is wished by them.
    pub(super) fn wish(self) -> Wish {
        let purpose = self.purpose.get_untracked();
        let kinds = self.kinds.get_untracked().into_iter().map(str::to_owned).collect();
        let mut verbs = vec![Verb::View];
        verbs.extend(self.verbs.get_untracked().into_iter().filter(|verb| *verb != Verb::View));
        let day = |typed: RwSignal<String>| typed.get_untracked().parse::<PartialDate>().ok();
        let grant = Grant {
            kinds,
            systems: self.systems.get_untracked(),
            documents: self.documents.get_untracked(),
            from: day(self.from),
            until: day(self.until),
            ticks: self.ticks.get_untracked(),
            verbs,
            recommends: self.recommends.get_untracked(),
        };
        Wish {
            purpose,
            name: self.name.get_untracked().trim().to_owned(),
            grant,
            // What was chosen with a passcode may be longer than is allowed without.
            days: self.days.get_untracked().parse().unwrap_or(DAYS_USUAL).min(longest(self.passcode.get_untracked())),
            passcode: self.passcode.get_untracked(),
            snapshot: self.snapshot.get_untracked(),
            unseen: self.unseen.get_untracked(),
        }
    }
}

/// Days that a link lasts at most.
pub(super) fn longest(passcode: bool) -> i64 {
    if passcode { DAYS_PASSCODE_MAX } else { DAYS_MAX }
}
