//! Writing into a job: what may not be done is said and not written.

use crate::browser::{clock, random};
use crate::components::{Glyph, LinkButton, Weight};
use crate::deeds::Change;
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::Desk;
use crate::pages::form::Form;
use crate::pages::portal::refused::standing;
use crate::pages::use_toaster;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::access::Role;
use model::access::deal::writes;
use model::portal::Deal;
use model::portal::machine::{Act, Party, State, check, may};
use model::{Body, Instant, Letter, Record, RecordId, SpaceId};

/// A job as it stands.
#[derive(Clone)]
pub struct Open {
    /// Its space.
    pub space: SpaceId,
    /// What one is in it.
    pub role: Role,
    /// Nothing is written into it any more.
    pub closed: bool,
    /// What both sides wrote.
    pub deal: Deal,
}

impl Open {
    /// What this device has of it.
    pub fn of(dealt: Dealt) -> Self {
        Self { space: dealt.space, role: dealt.role, closed: dealt.closed, deal: Deal::of(&standing(&dealt)) }
    }

    /// Whether one may do that to what is in `state`: a technician does the work, and no more.
    pub fn can(&self, act: Act, state: State) -> bool {
        !self.closed && self.does(act) && may(act, state, Party::Provider).is_ok()
    }

    /// Whether that is one's own to do, in whatever state.
    pub fn does(&self, act: Act) -> bool {
        writes(self.role, act.kind())
    }

    /// Writes a new record, if that may be done; `then` does what follows.
    pub fn write<T: Letter>(&self, form: Form, desk: Desk, letter: &T, then: impl FnOnce() + 'static) {
        self.put(form, desk, random::record_id(), None, letter, then);
    }

    /// Writes a record: a new one, or a change of what it `was`.
    pub fn put<T: Letter>(
        &self,
        form: Form,
        desk: Desk,
        id: RecordId,
        was: Option<&T>,
        letter: &T,
        then: impl FnOnce() + 'static,
    ) {
        let body = Body::seal(&letter.fields());
        let record = Record { id, kind: T::KIND.to_owned(), body, ..Record::default() };
        if let Err(refusal) = check(&self.deal, &record, was.is_some(), Party::Provider, desk.today()) {
            return form.say((desk.words().job().refusal)(refusal));
        }
        let faults = letter.faults();
        if !faults.is_empty() {
            return form.show(faults);
        }
        let change = match was {
            Some(was) => Change::between(id, was, letter),
            None => Some(Change::new(id, letter)),
        };
        let space = self.space;
        form.run(async move { deeds::write(desk, space, change.into_iter().collect()).await }, move |()| then());
    }
}

/// Back to the job, saying what was done.
pub fn leaving(space: SpaceId) -> impl Fn(&'static str) + Clone {
    let (toaster, navigate) = (use_toaster(), use_navigate());
    move |said| {
        toaster.say(said);
        navigate(&back(space), NavigateOptions { replace: true, ..NavigateOptions::default() });
    }
}

/// What stays on the device of who comes by a link, in a sentence; nothing for who is signed in.
pub fn stays(desk: Desk) -> AnyView {
    let note = deeds::visited(desk).map(|_| view! { <p class="small soft">{desk.words().job().stays}</p> });
    note.into_any()
}

/// The address of the job itself.
pub fn back(space: SpaceId) -> String {
    format!("/jobs/{space}")
}

/// The address of a part of a job: `quote`, `come`, `vary`, `record`, `bill`, `deposit`, or `credit` with the invoice behind it.
pub fn href(space: SpaceId, part: &str) -> String {
    format!("{}?do={part}", back(space))
}

/// The way to a paper of a job.
pub fn paper_link(desk: Desk, space: SpaceId, of: RecordId) -> AnyView {
    let href = format!("/papers/{space}?of={of}");
    view! { <div><LinkButton label=desk.words().job().paper href glyph=Glyph::FILE_TEXT weight=Weight::Small /></div> }
        .into_any()
}

/// This moment, by this device.
pub fn now() -> Option<Instant> {
    Some(Instant(clock::now_ms().cast_signed()))
}
