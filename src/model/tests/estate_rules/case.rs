//! Cases: every act in every state by every role, and stories with their deadlines.

use super::{day, rid};
use model::Date;
use model::estate::case::{Act, Case, Deed, Refusal, Role, State, Terms, may};

const OWNER: u128 = 1;
const NEIGHBOUR: u128 = 2;
const PLUMBER: u128 = 3;
const ANN: u128 = 4;
const BEN: u128 = 5;
const AGENT: u128 = 6;
const STRANGER: u128 = 7;

fn case() -> Case {
    let parties = [
        (OWNER, Role::Complainant),
        (NEIGHBOUR, Role::Respondent),
        (PLUMBER, Role::Contractor),
        (ANN, Role::Trustee),
        (BEN, Role::Trustee),
        (AGENT, Role::Manager),
    ];
    Case::of(parties.map(|(person, role)| (rid(person), role)).into())
}

fn deed(act: Act, by: u128, on: Date) -> Deed {
    Deed { act, by: rid(by), on }
}

/// Does all of it on the days of November 2026, and says what became of the last.
#[track_caller]
fn after(deeds: &[(Act, u128, u32)]) -> (Case, Result<(), Refusal>) {
    let (mut case, terms) = (case(), Terms::default());
    let mut last = Ok(());
    for (at, (act, by, on)) in deeds.iter().enumerate() {
        let on = day("2026-10-31").plus_days(*on);
        last = case.add(deed(*act, *by, on), &terms);
        assert!(last.is_ok() || at + 1 == deeds.len(), "{act}: {last:?}");
    }
    (case, last)
}

#[test]
fn every_act_in_every_state_by_every_role() {
    use Role::{Complainant, Contractor, Manager, Respondent, Trustee};
    use State as Is;
    let all = [Complainant, Respondent, Contractor, Trustee, Manager];
    let sides = [Complainant, Respondent];
    // The act, who may do it, and in which states. Everything else is refused.
    let table: [(Act, &[Role], &[State]); 11] = [
        (Act::Open, &[Complainant], &[Is::Unopened]),
        (Act::Answer, &[Respondent], &[Is::Opened, Is::Unanswered]),
        (Act::Add, &all, &[Is::Opened, Is::Unanswered, Is::Answered, Is::InReview, Is::Appealed]),
        (Act::Say, &all, &[Is::Opened, Is::Unanswered, Is::Answered, Is::InReview, Is::Decided, Is::Appealed]),
        (Act::Review, &[Trustee, Manager], &[Is::Unanswered, Is::Answered]),
        (Act::Decide, &[Trustee], &[Is::InReview]),
        (Act::Appeal, &sides, &[Is::Decided]),
        (Act::DecideAppeal, &[Trustee], &[Is::Appealed]),
        (Act::Settle, &sides, &[Is::Opened, Is::Unanswered, Is::Answered, Is::InReview, Is::Decided, Is::Appealed]),
        (Act::Withdraw, &[Complainant], &[Is::Opened, Is::Unanswered, Is::Answered, Is::InReview]),
        (
            Act::Refer,
            &sides,
            &[Is::Opened, Is::Unanswered, Is::Answered, Is::InReview, Is::Decided, Is::Appealed, Is::Closed],
        ),
    ];
    assert_eq!(table.map(|row| row.0), Act::ALL);
    for (act, roles, states) in table {
        for state in State::ALL {
            for role in Role::ALL {
                let told = may(act, *state, *role);
                assert_eq!(
                    told.is_ok(),
                    roles.contains(role) && states.contains(state),
                    "{act} {state} {role}: {told:?}"
                );
                // Who may never do it is told so in every state, and nobody who may see the case is told that there is none.
                assert_eq!(told == Err(Refusal::NotYours), !roles.contains(role), "{act} {state} {role}");
                assert_ne!(told, Err(Refusal::NoCase));
            }
        }
    }
}

#[test]
fn only_parties_see_it_and_a_trustee_who_is_a_party_is_no_judge() {
    assert_eq!((case().role(rid(ANN)), case().role(rid(STRANGER))), (Some(Role::Trustee), None));
    let (terms, on) = (Terms::default(), day("2026-11-01"));
    for act in Act::ALL {
        assert_eq!(case().check(deed(*act, STRANGER, on), &terms), Err(Refusal::NoCase), "{act}");
    }
    let mut about_ann = case();
    about_ann.parties.push((rid(ANN), Role::Respondent));
    assert_eq!(about_ann.role(rid(ANN)), Some(Role::Respondent));
    for (act, by) in [(Act::Open, OWNER), (Act::Answer, ANN), (Act::Review, BEN)] {
        assert_eq!(about_ann.add(deed(act, by, on), &terms), Ok(()), "{act}");
    }
    assert_eq!(about_ann.check(deed(Act::Decide, ANN, on), &terms), Err(Refusal::NotYours));
    assert_eq!(about_ann.check(deed(Act::Decide, BEN, on), &terms), Ok(()));
}

#[test]
fn a_case_from_complaint_to_appeal() {
    let story = [
        (Act::Open, OWNER, 1),
        (Act::Add, PLUMBER, 2),
        (Act::Answer, NEIGHBOUR, 10),
        (Act::Say, OWNER, 11),
        (Act::Review, AGENT, 12),
        (Act::Decide, ANN, 20),
        (Act::Appeal, NEIGHBOUR, 34),
        (Act::DecideAppeal, BEN, 40),
    ];
    let states = [
        (State::Opened, Some((Act::Answer, "2026-11-15"))),
        (State::Opened, Some((Act::Answer, "2026-11-15"))),
        (State::Answered, Some((Act::Review, "2026-11-17"))),
        (State::Answered, Some((Act::Review, "2026-11-17"))),
        (State::InReview, Some((Act::Decide, "2026-12-03"))),
        (State::Decided, Some((Act::Appeal, "2026-12-04"))),
        (State::Appealed, Some((Act::DecideAppeal, "2027-01-03"))),
        (State::Closed, None),
    ];
    let terms = Terms::default();
    for (at, (state, due)) in states.into_iter().enumerate() {
        let (case, told) = after(&story[..=at]);
        let on = case.deeds().last().map(|deed| deed.on).expect("a deed");
        let found = case.due(&terms, on).map(|due| (due.act, due.by));
        assert_eq!((told, case.state(&terms, on), found), (Ok(()), state, due.map(|(act, by)| (act, day(by)))));
        // Whoever is waited on may do it.
        if let Some(due) = case.due(&terms, on) {
            assert!(due.roles.iter().all(|role| may(due.act, state, *role).is_ok()));
        }
    }
    // Who decided does not decide the appeal.
    let same = [&story[..7], &[(Act::DecideAppeal, ANN, 40)]].concat();
    assert_eq!(after(&same).1, Err(Refusal::SameJudge));
}

#[test]
fn time_that_passes_decides_what_nobody_does() {
    let terms = Terms::default();
    let open = [(Act::Open, OWNER, 1)];
    let (case, _) = after(&open);
    let rows = [("2026-11-15", State::Opened), ("2026-11-16", State::Unanswered), ("2027-11-16", State::Unanswered)];
    for (today, state) in rows {
        assert_eq!(case.state(&terms, day(today)), state, "{today}");
    }
    // It waits for the trustees from then on.
    assert_eq!(
        case.due(&terms, day("2026-11-16")).map(|due| (due.act, due.by)),
        Some((Act::Review, day("2026-11-22")))
    );
    let tries = [
        ((Act::Review, ANN, 15), Err(Refusal::TooEarly)),
        ((Act::Review, ANN, 16), Ok(())),
        ((Act::Answer, NEIGHBOUR, 30), Ok(())),
    ];
    for (next, told) in tries {
        assert_eq!(after(&[&open[..], &[next]].concat()).1, told, "{next:?}");
    }
    let decided = [open[0], (Act::Answer, NEIGHBOUR, 2), (Act::Review, ANN, 3), (Act::Decide, ANN, 4)];
    let with = |next: (Act, u128, u32)| after(&[&decided[..], &[next]].concat()).1;
    assert_eq!((with((Act::Appeal, OWNER, 18)), with((Act::Appeal, OWNER, 19))), (Ok(()), Err(Refusal::TooLate)));
    assert_eq!((with((Act::Say, OWNER, 19)), with((Act::Refer, NEIGHBOUR, 19))), (Err(Refusal::Over), Ok(())));
}

#[test]
fn it_is_settled_when_both_sides_say_so() {
    let terms = Terms::default();
    let one = [(Act::Open, OWNER, 1), (Act::Settle, OWNER, 2)];
    let (case, _) = after(&one);
    assert_eq!(case.state(&terms, day("2026-11-02")), State::Opened);
    assert_eq!(after(&[&one[..], &[(Act::Settle, OWNER, 3)]].concat()).1, Err(Refusal::Already));
    assert_eq!(after(&[&one[..], &[(Act::Settle, PLUMBER, 3)]].concat()).1, Err(Refusal::NotYours));
    let (case, told) = after(&[&one[..], &[(Act::Answer, NEIGHBOUR, 3), (Act::Settle, NEIGHBOUR, 4)]].concat());
    assert_eq!((told, case.state(&terms, day("2026-11-04"))), (Ok(()), State::Settled));
    assert_eq!(after(&[(Act::Open, OWNER, 1), (Act::Withdraw, OWNER, 2), (Act::Say, OWNER, 3)]).1, Err(Refusal::Over));
}
