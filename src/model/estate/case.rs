//! A dispute or complaint in an estate: its states, who may do what in which, its deadlines, its decision and appeal, and who sees it at all.
//!
//! States follow from what was done and are never stored. Only parties see a case: who complains, whom it is about, a contractor that they name, and the
//! trustees and the manager who are to decide it. A trustee who is a party is one, and no judge.

mod deadline;
mod table;

pub use deadline::{Due, Terms};
pub use table::may;

use crate::choice::choice;
use crate::date::Date;
use crate::id::RecordId;

choice! {
    /// What somebody is in a case. Of several the first counts.
    Role {
        /// Who complains.
        Complainant = "complainant",
        /// Whom it is about.
        Respondent = "respondent",
        /// A contractor whose work it is about.
        Contractor = "contractor",
        /// A trustee who decides.
        Trustee = "trustee",
        /// The managing agent or estate manager, who sees that it goes on.
        Manager = "manager",
    }
}

choice! {
    /// How a case stands.
    State {
        /// Nobody has complained yet.
        Unopened = "unopened",
        /// It is open, and the other side is to answer.
        Opened = "opened",
        /// The other side let its time pass; it still may answer until the case is taken up.
        Unanswered = "unanswered",
        /// The other side answered.
        Answered = "answered",
        /// The trustees look into it.
        InReview = "in_review",
        /// It was decided, and can be appealed.
        Decided = "decided",
        /// It was appealed.
        Appealed = "appealed",
        /// It is over: nobody appealed in time, or the appeal was decided.
        Closed = "closed",
        /// The parties settled it among themselves.
        Settled = "settled",
        /// The complaint was taken back.
        Withdrawn = "withdrawn",
        /// It was taken to the Community Schemes Ombud Service.
        Referred = "referred",
    }
}

choice! {
    /// Something that is done in a case.
    Act {
        /// Complain.
        Open = "open",
        /// Answer the complaint.
        Answer = "answer",
        /// Add a fact: a photo, an entry, a quote, a rule.
        Add = "add",
        /// Say something.
        Say = "say",
        /// Take it up for decision.
        Review = "review",
        /// Decide it.
        Decide = "decide",
        /// Appeal the decision.
        Appeal = "appeal",
        /// Decide the appeal.
        DecideAppeal = "decide_appeal",
        /// Agree that it is settled: who complains and the other side both have to.
        Settle = "settle",
        /// Take the complaint back.
        Withdraw = "withdraw",
        /// Take it to the ombud.
        Refer = "refer",
    }
}

choice! {
    /// Why something may not be done.
    Refusal {
        /// They are no party: to them there is no such case.
        NoCase = "no_case",
        /// It is not theirs to do.
        NotYours = "not_yours",
        /// Nobody has complained yet.
        NotOpened = "not_opened",
        /// It was done before.
        Already = "already",
        /// The other side has still time to answer.
        TooEarly = "too_early",
        /// The time for it has passed.
        TooLate = "too_late",
        /// It was not decided yet.
        NotDecided = "not_decided",
        /// It is decided.
        Decided = "decided",
        /// It is over.
        Over = "over",
        /// Who decided it does not decide the appeal.
        SameJudge = "same_judge",
    }
}

/// Something that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What.
    pub act: Act,
    /// By whom.
    pub by: RecordId,
    /// On which day of the estate's.
    pub on: Date,
}

/// A case: its parties, and what was done in it, in the order of arrival.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Case {
    /// Who sees it, and as what.
    pub parties: Vec<(RecordId, Role)>,
    /// What was done and counts.
    deeds: Vec<Deed>,
}

impl Case {
    /// A case of those parties in which nothing was done.
    pub fn of(parties: Vec<(RecordId, Role)>) -> Self {
        Self { parties, deeds: Vec::new() }
    }

    /// What somebody is in it; none of who sees nothing of it, not even that there is one.
    pub fn role(&self, person: RecordId) -> Option<Role> {
        self.parties.iter().filter(|(known, _)| *known == person).map(|(_, role)| *role).min()
    }

    /// What was done and counts.
    pub fn deeds(&self) -> &[Deed] {
        &self.deeds
    }

    /// Whether something may be done.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, deed: Deed, terms: &Terms) -> Result<(), Refusal> {
        let role = self.role(deed.by).ok_or(Refusal::NoCase)?;
        let state = self.state(terms, deed.on);
        may(deed.act, state, role)?;
        let did = |act: Act| self.deeds.iter().any(|known| known.act == act && known.by == deed.by);
        match deed.act {
            Act::DecideAppeal if did(Act::Decide) => Err(Refusal::SameJudge),
            Act::Settle if did(Act::Settle) => Err(Refusal::Already),
            _ => Ok(()),
        }
    }

    /// Adds what is done next.
    ///
    /// # Errors
    /// Why it may not be; then nothing has changed.
    pub fn add(&mut self, deed: Deed, terms: &Terms) -> Result<(), Refusal> {
        self.check(deed, terms)?;
        self.deeds.push(deed);
        Ok(())
    }

    /// How it stands on a day.
    pub fn state(&self, terms: &Terms, today: Date) -> State {
        self.standing(terms, today).0
    }

    /// What has to be done next, by whom and by when; none where nothing has to be.
    pub fn due(&self, terms: &Terms, today: Date) -> Option<Due> {
        let (state, since) = self.standing(terms, today);
        deadline::due(state, since, terms)
    }

    /// How it stands on a day, and since when.
    fn standing(&self, terms: &Terms, today: Date) -> (State, Option<Date>) {
        let (state, since) = (self.done(), self.since());
        let over = deadline::due(state, since, terms).map(|due| due.by).filter(|by| *by < today);
        match state {
            // Who lets the time for an answer pass does not hold the case up; a decision that nobody appeals in time stands.
            State::Opened if over.is_some() => (State::Unanswered, over),
            State::Decided if over.is_some() => (State::Closed, over),
            state => (state, since),
        }
    }

    /// The day of the last deed that led to another state.
    fn since(&self) -> Option<Date> {
        self.deeds.iter().rev().find(|deed| !matches!(deed.act, Act::Add | Act::Say | Act::Settle)).map(|deed| deed.on)
    }

    /// The state by what was done alone.
    fn done(&self) -> State {
        let mut state = State::Unopened;
        for deed in &self.deeds {
            state = match deed.act {
                Act::Open => State::Opened,
                Act::Answer => State::Answered,
                Act::Review => State::InReview,
                Act::Decide => State::Decided,
                Act::Appeal => State::Appealed,
                Act::DecideAppeal => State::Closed,
                Act::Withdraw => State::Withdrawn,
                Act::Refer => State::Referred,
                Act::Settle if self.is_settled() => State::Settled,
                Act::Settle | Act::Add | Act::Say => state,
            };
        }
        state
    }

    /// Whether both sides agreed.
    fn is_settled(&self) -> bool {
        let agreed =
            |role: Role| self.deeds.iter().any(|deed| deed.act == Act::Settle && self.role(deed.by) == Some(role));
        agreed(Role::Complainant) && agreed(Role::Respondent)
    }
}
