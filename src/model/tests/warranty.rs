//! When warranties run: starts that are worked out, ends that claims move, the law's own three months.

use model::claim::{Claim, Effect, Outcome};
use model::entry::{Entry, EntryType, Part};
use model::warranty::{Begins, Clock, Known, State, Warranty, clock, statutory_ends};
use model::{Date, Letter, PartialDate, RecordId};
use uuid::Uuid;

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn partial(text: &str) -> Option<PartialDate> {
    text.parse().ok()
}

/// The clock of `warranty` in a home that was first lived in in March 2021, whose systems 1 and 2 were installed and whose entry 3 happened.
fn run(warranty: &Warranty, claims: &[(RecordId, Claim)]) -> Clock {
    let installed = |id: RecordId| match id.0.as_u128() {
        1 => partial("2022-07-09"),
        2 => partial("2022-05"),
        _ => None,
    };
    let done = |id: RecordId| (id == rid(3)).then(|| partial("2024-01-31")).flatten();
    clock(warranty, &Known { installed: &installed, done: &done, occupied: partial("2021-03") }, claims)
}

#[test]
fn its_start_is_what_is_said_or_is_worked_out() {
    let rows = [
        (Begins::Stated, vec![], Some("2020-02-29"), Some("2021-02-28")),
        (Begins::Installation, vec![rid(1)], Some("2022-07-09"), Some("2023-07-09")),
        // Of several the first; a month counts from its first day.
        (Begins::Installation, vec![rid(1), rid(2)], Some("2022-05"), Some("2023-05-01")),
        (Begins::Installation, vec![rid(1), rid(9)], None, None),
        (Begins::Installation, vec![], None, None),
        (Begins::Occupation, vec![], Some("2021-03"), Some("2022-03-01")),
        (Begins::Repair, vec![], Some("2024-01-31"), Some("2025-01-31")),
    ];
    for (begins, systems, starts, ends) in rows {
        let warranty = Warranty {
            begins: Some(begins),
            systems,
            starts: partial("2020-02-29"),
            repair: Some(rid(3)),
            months: Some(12),
            ..Warranty::default()
        };
        let found = run(&warranty, &[]);
        assert_eq!((found.starts, found.ends), (starts.and_then(partial), ends.map(day)), "{begins}");
    }
    // What is known in part is counted from the earliest day; of a "before" no end is known.
    for (starts, ends) in [("2020", Some("2021-01-01")), ("2020~", Some("2020-01-01")), ("../2020", None)] {
        let warranty = Warranty { starts: partial(starts), months: Some(12), ..Warranty::default() };
        assert_eq!((run(&warranty, &[]).ends, warranty.ends()), (ends.map(day), ends.map(day)), "{starts}");
    }
}

#[test]
fn what_was_granted_extends_it_or_starts_it_anew_and_takes_nothing_away() {
    let warranty = Warranty { starts: partial("2024-01-10"), months: Some(24), ..Warranty::default() };
    let claim = |outcome, effect, months, decided: &str| {
        let claim = Claim { outcome, effect, months, decided: partial(decided), ..Claim::default() };
        (rid(decided.len() as u128 + 10), claim)
    };
    use Effect::{Extends, Restarts};
    use Outcome::{Accepted, Partly, Refused, Waiting};
    let rows = [
        (vec![], "2026-01-10"),
        (vec![claim(Accepted, None, None, "2025-05-01")], "2026-01-10"),
        (vec![claim(Accepted, Some(Extends), Some(6), "2025-05-01")], "2026-07-10"),
        (vec![claim(Partly, Some(Extends), Some(1), "2025-05-01")], "2026-02-10"),
        (vec![claim(Accepted, Some(Extends), None, "2025-05-01")], "2026-01-10"),
        (vec![claim(Refused, Some(Extends), Some(6), "2025-05-01")], "2026-01-10"),
        (vec![claim(Waiting, Some(Restarts), None, "2025-05-01")], "2026-01-10"),
        (vec![claim(Accepted, Some(Restarts), None, "2025-05-01")], "2027-05-01"),
        (vec![claim(Accepted, Some(Restarts), Some(12), "2025-05-01")], "2026-05-01"),
        (vec![claim(Accepted, Some(Restarts), Some(3), "2025-05-01")], "2026-01-10"),
        (vec![claim(Accepted, Some(Restarts), None, "")], "2026-01-10"),
        // One after another, whatever the order in which they are written down.
        (
            vec![
                claim(Accepted, Some(Extends), Some(6), "2025-06"),
                claim(Accepted, Some(Restarts), None, "2025-05-01"),
            ],
            "2027-11-01",
        ),
    ];
    for (claims, ends) in rows {
        assert_eq!(run(&warranty, &claims).ends, Some(day(ends)), "{claims:?}");
    }
    let anew = run(&warranty, &[claim(Accepted, Some(Restarts), None, "2025-05-01")]);
    assert_eq!((anew.starts, anew.moved_by), (partial("2025-05-01"), Some(rid(20))));
}

#[test]
fn how_it_stands_on_a_day() {
    let today = day("2026-11-21");
    let warranty = |starts: &str, months| Warranty { starts: partial(starts), months, ..Warranty::default() };
    let rows = [
        (warranty("2026-11-22", Some(12)), State::Ahead),
        (warranty("2025-11-21", Some(12)), State::Runs),
        (warranty("2025-11-20", Some(12)), State::Ended),
        (warranty("2025-11-20", None), State::Unknown),
        (warranty("", Some(12)), State::Unknown),
        (Warranty { void: partial("2026-11-21"), ..warranty("2026", Some(60)) }, State::Void),
        (Warranty { void: partial("2026-11-22"), ..warranty("2026", Some(60)) }, State::Runs),
        (Warranty { void: partial("2026"), ..warranty("2026", Some(60)) }, State::Void),
    ];
    for (warranty, expected) in rows {
        assert_eq!(run(&warranty, &[]).state(today), expected, "{warranty:?}");
    }
    assert_eq!(run(&warranty("2026-05-21", Some(12)), &[]).share(today), Some(50));
}

#[test]
fn the_law_gives_three_months_on_every_repair_and_on_parts_that_a_service_fitted() {
    let part = Part { name: "Anode".into(), quantity: 1, ..Part::default() };
    let rows = [
        (EntryType::Repair, vec![], "2026-11-30", Some("2027-02-28")),
        (EntryType::Repair, vec![part.clone()], "2026", Some("2026-04-01")),
        (EntryType::Repair, vec![], "../2026", None),
        (EntryType::Service, vec![part.clone()], "2026-01-15", Some("2026-04-15")),
        (EntryType::Service, vec![], "2026-01-15", None),
        (EntryType::Installation, vec![part], "2026-01-15", None),
        (EntryType::Fault, vec![], "2026-01-15", None),
    ];
    for (sort, parts, when, ends) in rows {
        let entry = Entry { sort, parts, when: partial(when), ..Entry::default() };
        assert_eq!(statutory_ends(&entry), ends.map(day), "{sort} {when}");
    }
}

#[test]
fn a_claim_that_was_decided_before_it_was_asked_contradicts_itself() {
    let claim = |decided: &str| Claim { asked: partial("2026-05-02"), decided: partial(decided), ..Claim::default() };
    assert_eq!(claim("2026-05").conflicts(), []);
    assert_eq!(claim("2026-04").conflicts().len(), 1);
}
