//! Who may do what in which state of a case.

use super::{Act, Refusal, Role, State};

use Refusal as No;
use Role::{Complainant, Contractor, Manager, Respondent, Trustee};
use State as Is;

/// An act, who may do it, and what comes of it in each state, by [`State::ALL`]: nothing against it, or why not.
struct Row(Act, &'static [Role], [Option<Refusal>; State::ALL.len()]);

const PARTIES: &[Role] = &[Complainant, Respondent];
const ALL: &[Role] = &[Complainant, Respondent, Contractor, Trustee, Manager];

/// What is the same for every act once a case is settled, withdrawn or with the ombud.
const OVER: Option<Refusal> = Some(No::Over);
const UNOPENED: Option<Refusal> = Some(No::NotOpened);
const DECIDED: Option<Refusal> = Some(No::Decided);
const UNDECIDED: Option<Refusal> = Some(No::NotDecided);
const EARLY: Option<Refusal> = Some(No::TooEarly);
const LATE: Option<Refusal> = Some(No::TooLate);
const ALREADY: Option<Refusal> = Some(No::Already);

/// Columns: unopened, opened, unanswered, answered, in review, decided, appealed, closed, settled, withdrawn, referred.
#[rustfmt::skip]
const TABLE: [Row; Act::ALL.len()] = [
    Row(Act::Open, &[Complainant],
        [None, ALREADY, ALREADY, ALREADY, ALREADY, ALREADY, ALREADY, OVER, OVER, OVER, OVER]),
    Row(Act::Answer, &[Respondent],
        [UNOPENED, None, None, ALREADY, LATE, DECIDED, DECIDED, OVER, OVER, OVER, OVER]),
    // What the decision stands on is not added to afterwards, unless it is appealed.
    Row(Act::Add, ALL,
        [UNOPENED, None, None, None, None, DECIDED, None, OVER, OVER, OVER, OVER]),
    Row(Act::Say, ALL,
        [UNOPENED, None, None, None, None, None, None, OVER, OVER, OVER, OVER]),
    Row(Act::Review, &[Trustee, Manager],
        [UNOPENED, EARLY, None, None, ALREADY, DECIDED, ALREADY, OVER, OVER, OVER, OVER]),
    Row(Act::Decide, &[Trustee],
        [UNOPENED, EARLY, EARLY, EARLY, None, DECIDED, DECIDED, OVER, OVER, OVER, OVER]),
    Row(Act::Appeal, PARTIES,
        [UNOPENED, UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED, None, ALREADY, LATE, OVER, OVER, OVER]),
    Row(Act::DecideAppeal, &[Trustee],
        [UNOPENED, UNDECIDED, UNDECIDED, UNDECIDED, UNDECIDED, EARLY, None, OVER, OVER, OVER, OVER]),
    Row(Act::Settle, PARTIES,
        [UNOPENED, None, None, None, None, None, None, OVER, OVER, OVER, OVER]),
    Row(Act::Withdraw, &[Complainant],
        [UNOPENED, None, None, None, None, DECIDED, DECIDED, OVER, OVER, OVER, OVER]),
    // The ombud may be asked at any time, and about what the scheme closed too.
    Row(Act::Refer, PARTIES,
        [UNOPENED, None, None, None, None, None, None, None, OVER, OVER, OVER]),
];

/// Whether somebody of that role may do `act` in `state`.
///
/// # Errors
/// Why not.
pub fn may(act: Act, state: State, role: Role) -> Result<(), Refusal> {
    let Row(_, roles, states) = &TABLE[act as usize];
    if !roles.contains(&role) {
        return Err(Refusal::NotYours);
    }
    states[state as usize].map_or(Ok(()), Err)
}

const _: () = {
    let mut at = 0;
    while at < TABLE.len() {
        assert!(TABLE[at].0 as usize == at, "rows stand in the order of the acts");
        at += 1;
    }
    assert!(Is::Referred as usize + 1 == Is::ALL.len(), "columns stand in the order of the states");
};
