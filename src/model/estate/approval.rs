//! What trustees approve: above a threshold so many of a panel have to, below it one of them is enough.
//!
//! Votes count in the order in which they arrived. A vote may be changed until the matter is decided; the first decision stands, and what comes later is kept
//! and told that it came too late. Who has an interest in the matter is recused and counts no more, and a recusal is not taken back.
//! The figures are the scheme's own; two of three is this program's default.

use crate::choice::choice;
use crate::id::RecordId;

/// How many have to approve above the threshold, where a scheme says nothing else.
pub const NEEDED: usize = 2;

/// Who decides, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// What costs more than so many cents needs `needed` of the panel; what costs so much or less needs one.
    pub threshold_cents: i64,
    /// How many have to approve above it.
    pub needed: usize,
    /// The trustees who decide.
    pub panel: Vec<RecordId>,
    /// Those of them who have an interest in the matter from the start.
    pub conflicted: Vec<RecordId>,
}

choice! {
    /// What a trustee says.
    Say {
        /// For it.
        Approve = "approve",
        /// Against it.
        Decline = "decline",
        /// Has an interest in it, and takes no part.
        Recuse = "recuse",
    }
}

/// Somebody's vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Whose.
    pub by: RecordId,
    /// What.
    pub say: Say,
}

choice! {
    /// How a matter stands.
    Outcome {
        /// More votes are needed.
        Open = "open",
        /// Enough approved.
        Approved = "approved",
        /// So many declined that no more can approve.
        Declined = "declined",
        /// Too few are left to approve, and none of them declined: others have to be appointed, or the members decide.
        Stuck = "stuck",
    }
}

choice! {
    /// Why a vote does not count.
    Refusal {
        /// It is not of a trustee of the panel.
        NotTrustee = "not_trustee",
        /// The matter is decided.
        Decided = "decided",
        /// They took no part from there on.
        Recused = "recused",
        /// They said so before.
        Same = "same",
    }
}

/// A matter with the votes that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    needed: usize,
    /// Each trustee of the panel once, and what they say now.
    says: Vec<(RecordId, Option<Say>)>,
}

impl Matter {
    /// A matter of so many cents on which nobody has voted.
    pub fn of(rules: &Rules, cents: i64) -> Self {
        let needed = if cents > rules.threshold_cents { rules.needed.max(1) } else { 1 };
        let mut says: Vec<(RecordId, Option<Say>)> = Vec::new();
        for trustee in &rules.panel {
            if says.iter().all(|(known, _)| known != trustee) {
                says.push((*trustee, rules.conflicted.contains(trustee).then_some(Say::Recuse)));
            }
        }
        Self { needed, says }
    }

    /// A matter with votes in the order in which they arrived, and what became of each.
    pub fn after(rules: &Rules, cents: i64, votes: &[Vote]) -> (Self, Vec<Result<(), Refusal>>) {
        let mut matter = Self::of(rules, cents);
        let told = votes.iter().map(|vote| matter.vote(*vote)).collect();
        (matter, told)
    }

    /// How many have to approve.
    pub fn needed(&self) -> usize {
        self.needed
    }

    /// What a trustee says now; none of who has not voted and of who is no trustee.
    pub fn says(&self, trustee: RecordId) -> Option<Say> {
        self.says.iter().find(|(known, _)| *known == trustee)?.1
    }

    fn count(&self, say: Option<Say>) -> usize {
        self.says.iter().filter(|(_, own)| *own == say).count()
    }

    /// How it stands.
    pub fn outcome(&self) -> Outcome {
        let approved = self.count(Some(Say::Approve));
        let can_still = approved + self.count(None);
        match self.count(Some(Say::Decline)) {
            _ if approved >= self.needed => Outcome::Approved,
            0 if can_still < self.needed => Outcome::Stuck,
            1.. if can_still < self.needed => Outcome::Declined,
            _ => Outcome::Open,
        }
    }

    /// Whether a vote would count now.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, vote: Vote) -> Result<(), Refusal> {
        let (_, own) = self.says.iter().find(|(known, _)| *known == vote.by).ok_or(Refusal::NotTrustee)?;
        match self.outcome() {
            Outcome::Approved | Outcome::Declined => Err(Refusal::Decided),
            Outcome::Open | Outcome::Stuck if *own == Some(Say::Recuse) => Err(Refusal::Recused),
            Outcome::Open | Outcome::Stuck if *own == Some(vote.say) => Err(Refusal::Same),
            Outcome::Open | Outcome::Stuck => Ok(()),
        }
    }

    /// Counts a vote, the next that arrived.
    ///
    /// # Errors
    /// Why it does not count; then nothing has changed.
    pub fn vote(&mut self, vote: Vote) -> Result<(), Refusal> {
        self.check(vote)?;
        let own = self.says.iter_mut().find(|(known, _)| *known == vote.by);
        own.ok_or(Refusal::NotTrustee)?.1 = Some(vote.say);
        Ok(())
    }
}
