//! Writing into a deal: what may not be done is said and not written.

use crate::browser::{clock, random};
use crate::deeds::Change;
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::Desk;
use crate::pages::Toaster;
use crate::pages::form::Form;
use model::portal::Deal;
use model::portal::machine::{Party, check};
use model::{Body, Instant, Letter, Record, RecordId};

/// A deal that is open, with what is needed to act in it. A handle to what was read.
#[derive(Clone)]
pub struct Open {
    /// What this device has of it.
    pub dealt: Dealt,
    /// What it says.
    pub deal: Deal,
    /// At work while something is written.
    pub form: Form,
    /// Where it is said.
    pub toaster: Toaster,
}

impl Open {
    /// Who acts.
    pub fn party(&self) -> Party {
        Party::of(self.dealt.role)
    }

    /// Writes a new record, if that may be done; says `done` when it is kept.
    pub fn write<T: Letter>(&self, desk: Desk, letter: &T, done: &'static str, then: impl FnOnce() + 'static) {
        self.put(desk, random::record_id(), None, letter, done, then);
    }

    /// Writes a record: a new one, or a change of the one that it `was`.
    pub fn put<T: Letter>(
        &self,
        desk: Desk,
        id: RecordId,
        was: Option<&T>,
        letter: &T,
        done: &'static str,
        then: impl FnOnce() + 'static,
    ) {
        let toaster = self.toaster;
        let record = Record { id, kind: T::KIND.to_owned(), body: Body::seal(&letter.fields()), ..Record::default() };
        if let Err(refusal) = check(&self.deal, &record, was.is_some(), self.party(), desk.today()) {
            return toaster.say((desk.words().portal().refusal)(refusal));
        }
        let faults = letter.faults();
        if !faults.is_empty() {
            return self.form.show(faults);
        }
        let change = match was {
            Some(was) => Change::between(id, was, letter),
            None => Some(Change::new(id, letter)),
        };
        let space = self.dealt.space;
        self.form.run(async move { deeds::write(desk, space, change.into_iter().collect()).await }, move |()| {
            if !done.is_empty() {
                toaster.say(done);
            }
            then();
        });
    }
}

/// This moment, by this device.
pub fn now() -> Option<Instant> {
    i64::try_from(clock::now_ms()).ok().map(Instant)
}
