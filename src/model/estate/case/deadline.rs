//! By when something has to be done in a case.

use super::{Act, Role, State};
use crate::date::Date;

/// How many days each step has. No source gives them: the defaults are this program's own, and a scheme's rules may say others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// To answer a complaint.
    pub answer_days: u32,
    /// To take it up, from the answer on.
    pub review_days: u32,
    /// To decide it, from then on.
    pub decide_days: u32,
    /// To appeal the decision.
    pub appeal_days: u32,
    /// To decide the appeal.
    pub decide_appeal_days: u32,
}

impl Default for Terms {
    fn default() -> Self {
        Self { answer_days: 14, review_days: 7, decide_days: 21, appeal_days: 14, decide_appeal_days: 30 }
    }
}

/// What has to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// What.
    pub act: Act,
    /// By whom: any of these.
    pub roles: &'static [Role],
    /// The last day for it.
    pub by: Date,
}

/// What has to be done in a state that was reached on a day.
pub(super) fn due(state: State, since: Option<Date>, terms: &Terms) -> Option<Due> {
    let (act, roles, days): (_, &[Role], _) = match state {
        State::Opened => (Act::Answer, &[Role::Respondent], terms.answer_days),
        State::Unanswered | State::Answered => (Act::Review, &[Role::Trustee, Role::Manager], terms.review_days),
        State::InReview => (Act::Decide, &[Role::Trustee], terms.decide_days),
        State::Decided => (Act::Appeal, &[Role::Complainant, Role::Respondent], terms.appeal_days),
        State::Appealed => (Act::DecideAppeal, &[Role::Trustee], terms.decide_appeal_days),
        State::Unopened | State::Closed | State::Settled | State::Withdrawn | State::Referred => return None,
    };
    Some(Due { act, roles, by: since?.plus_days(days) })
}
