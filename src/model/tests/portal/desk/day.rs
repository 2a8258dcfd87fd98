//! The visits of a day, in suburbs and in their order; weeks and months.

use super::super::{day, record, rid};
use super::{approved, at, job, now, space, visit};
use model::firm::Duty;
use model::portal::{Appointment, VisitState};
use model::trade_desk::day::{
    assign, order, people, places, rounds, stops, with_round_moved, with_stop_at, with_stop_moved, within,
};
use model::trade_desk::{Job, Round, Way, calendar};
use model::{AccountId, Date, RecordId};
use proptest::prelude::*;
use uuid::Uuid;

fn today() -> Date {
    now().today()
}

/// A job with one visit, whose id is the number.
fn visited(number: u128, suburb: &str, visit: &Appointment) -> Job {
    job(number, &format!("Client {number}"), suburb, [approved(vec![]), vec![record(number, visit)]].concat())
}

fn shown(rounds: &[Round]) -> Vec<(&str, Vec<RecordId>)> {
    let of = |round: &Round| round.stops.iter().map(|stop| stop.visit).collect();
    rounds.iter().map(|round| (round.suburb.as_str(), of(round))).collect()
}

fn four() -> Vec<Job> {
    let planned = VisitState::Planned;
    vec![
        visited(13, "Pinelands", &visit(13, 15, planned)),
        visited(11, "Mowbray", &visit(9, 10, planned)),
        visited(12, " mowbray", &visit(15, 16, planned)),
        visited(14, "Pinelands", &visit(11, 13, planned)),
    ]
}

#[test]
fn a_day_is_grouped_by_suburb_and_goes_by_the_hour() {
    let rounds = rounds(stops(&four(), today(), now()), &[]);
    assert_eq!(shown(&rounds), [("Mowbray", vec![rid(11), rid(12)]), ("Pinelands", vec![rid(14), rid(13)])]);
    assert_eq!(rounds.iter().map(Round::minutes).collect::<Vec<_>>(), [120, 240]);
}

#[test]
fn an_order_that_was_given_comes_first_and_what_it_does_not_know_follows_by_the_hour() {
    let order = [rid(13), rid(99), rid(12)];
    let rounds = rounds(stops(&four(), today(), now()), &order);
    assert_eq!(shown(&rounds), [("Pinelands", vec![rid(13), rid(14)]), (" mowbray", vec![rid(12), rid(11)])]);
}

#[test]
fn a_visit_is_late_once_its_time_is_over_and_nobody_is_on_the_way() {
    let cases = [
        (visit(9, 11, VisitState::Planned), true),
        (visit(9, 13, VisitState::Planned), false),
        (visit(9, 11, VisitState::OnMyWay), false),
        (visit(9, 11, VisitState::Left), false),
        (Appointment { until: None, ..visit(11, 12, VisitState::Planned) }, true),
    ];
    for (visit, late) in cases {
        let jobs = [visited(5, "", &visit)];
        assert_eq!(stops(&jobs, today(), now())[0].late, late, "{visit:?}");
    }
}

#[test]
fn what_was_cancelled_ended_or_is_of_another_day_is_not_driven_to() {
    let cancelled = visited(5, "", &visit(9, 10, VisitState::Cancelled));
    let ended = Job { closed: true, ..visited(6, "", &visit(9, 10, VisitState::Planned)) };
    // Half past midnight in Cape Town is the day before in UTC.
    let night = Appointment { from: Some(at("2026-12-04T22:30:00.000Z")), ..Appointment::default() };
    let jobs = [cancelled, ended, visited(7, "", &night)];
    assert_eq!(stops(&jobs, today(), now()).len(), 0);
    assert_eq!(stops(&jobs, today().plus_days(1), now()).len(), 1);
}

#[test]
fn who_goes_is_named_once() {
    let of =
        |number, who: &str| visited(number, "", &Appointment { who: who.into(), ..visit(9, 10, VisitState::Planned) });
    let jobs = [of(5, "Sipho"), of(6, "Anna"), of(7, "Sipho"), of(8, "")];
    assert_eq!(people(&stops(&jobs, today(), now())), ["Anna", "Sipho"]);
}

#[test]
fn a_duty_says_who_goes_unless_it_is_of_another_day_or_was_taken_back() {
    let account = |number| AccountId(Uuid::from_u128(number));
    let names = [(account(1), "Anna".to_owned())];
    let duty = Duty { deal: Some(space(11)), member: Some(account(1)), on: Some(today()), ..Duty::default() };
    let cases = [
        (duty.clone(), "Anna"),
        (Duty { deleted: Some(true), ..duty.clone() }, "Sipho"),
        (Duty { on: Some(today().plus_days(1)), ..duty.clone() }, "Sipho"),
        (Duty { deal: Some(space(12)), ..duty.clone() }, "Sipho"),
        (Duty { member: Some(account(2)), ..duty }, "Sipho"),
    ];
    for (duty, who) in cases {
        let told = Appointment { who: "Sipho".into(), ..visit(9, 10, VisitState::Planned) };
        let mut stops = stops(&[visited(11, "", &told)], today(), now());
        assign(&mut stops, today(), &[duty], &names);
        assert_eq!((stops[0].who.as_str(), stops[0].start_minutes()), (who, 540));
    }
}

#[test]
fn the_order_is_that_of_the_duties_and_of_the_device_where_they_tell_none() {
    let stops = stops(&four(), today(), now());
    let duty = |number: u128, order| Duty {
        deal: Some(space(number)),
        member: Some(AccountId(Uuid::from_u128(1))),
        on: Some(today()),
        order,
        ..Duty::default()
    };
    let ids = |numbers: &[u128]| numbers.iter().copied().map(rid).collect::<Vec<_>>();
    let cases: [(Vec<Duty>, &[u128], &[u128]); 6] = [
        (vec![], &[], &[]),
        (vec![], &[13, 11], &[13, 11]),
        (vec![duty(12, 1), duty(14, 2)], &[], &[12, 14]),
        (vec![duty(12, 1), duty(14, 4), duty(11, 0)], &[12, 11, 13, 14], &[12, 11, 13, 14]),
        (vec![duty(12, 1), duty(14, 2)], &[14, 12], &[12, 14]),
        (vec![Duty { deleted: Some(true), ..duty(12, 1) }, duty(14, 2)], &[], &[14]),
    ];
    for (duties, own, expected) in cases {
        assert_eq!(order(&stops, today(), &duties, &ids(own)), ids(expected), "{duties:?} {own:?}");
    }
    // What is moved is written to the duties that it gives another place, and read from them as it was moved.
    let mut duties = vec![duty(11, 0), duty(12, 2), duty(13, 3), Duty { on: None, ..duty(14, 0) }];
    let moved = ids(&[13, 12, 14, 11]);
    let changed = places(&stops, today(), &duties, &moved);
    assert_eq!(changed, [(0, 4), (2, 1)]);
    changed.into_iter().for_each(|(at, place)| duties[at].order = place);
    assert_eq!(order(&stops, today(), &duties, &moved), moved);
    assert_eq!(order(&stops, today(), &duties, &[]), ids(&[13, 12, 11]));
}

#[test]
fn buttons_move_a_visit_in_its_suburb_and_a_suburb_in_the_day() {
    let all = rounds(stops(&four(), today(), now()), &[]);
    let ids = |numbers: [u128; 4]| numbers.map(rid).to_vec();
    let cases = [
        (with_stop_moved(&all, rid(12), Way::Up), ids([12, 11, 14, 13])),
        (with_stop_moved(&all, rid(11), Way::Up), ids([11, 12, 14, 13])),
        (with_stop_moved(&all, rid(13), Way::Down), ids([11, 12, 14, 13])),
        (with_stop_at(&all, rid(14), 9), ids([11, 12, 13, 14])),
        (with_round_moved(&all, 0, Way::Down), ids([14, 13, 11, 12])),
        (with_round_moved(&all, 1, Way::Down), ids([11, 12, 14, 13])),
        (with_round_moved(&all, 0, Way::Up), ids([11, 12, 14, 13])),
    ];
    for (at, (moved, expected)) in cases.into_iter().enumerate() {
        assert_eq!(moved, expected, "case {at}");
    }
}

#[test]
fn who_orders_some_visits_leaves_the_others_where_they_are() {
    let ids = |numbers: &[u128]| numbers.iter().copied().map(rid).collect::<Vec<_>>();
    let cases: [(&[u128], &[u128], &[u128]); 4] = [
        (&[1, 2, 3, 4, 5], &[4, 2], &[1, 4, 3, 2, 5]),
        (&[1, 2], &[2, 1], &[2, 1]),
        (&[1, 2], &[], &[1, 2]),
        (&[1, 2], &[9, 2, 1], &[2, 1]),
    ];
    for (whole, some, expected) in cases {
        assert_eq!(within(&ids(whole), &ids(some)), ids(expected), "{whole:?} {some:?}");
    }
}

#[test]
fn weeks_begin_on_monday_and_a_month_has_whole_weeks() {
    let week = calendar::week(&four(), day("2026-12-06"), now());
    assert_eq!((week[0].on, week[6].on), (day("2026-11-30"), day("2026-12-06")));
    assert_eq!(week.iter().map(|day| day.stops.len()).collect::<Vec<_>>(), [0, 0, 0, 0, 4, 0, 0]);
    for (any, first, last, weeks) in [
        ("2026-12-04", "2026-11-30", "2027-01-03", 5),
        ("2026-02-10", "2026-01-26", "2026-03-01", 5),
        ("2027-02-01", "2027-02-01", "2027-02-28", 4),
        ("2026-08-31", "2026-07-27", "2026-09-06", 6),
    ] {
        let month = calendar::month(&[], day(any), now());
        assert_eq!((month[0][0].on, month.last().expect("weeks")[6].on), (day(first), day(last)), "{any}");
        assert_eq!(month.len(), weeks, "{any}");
    }
}

proptest! {
    #[test]
    fn moving_loses_no_visit_and_leaves_the_other_suburbs_alone(suburbs in prop::collection::vec(0_u8..4, 1..12), which in 0_usize..12, to in 0_usize..14) {
        let planned = VisitState::Planned;
        let jobs: Vec<Job> = (10..).zip(&suburbs).map(|(number, suburb)| visited(number, &suburb.to_string(), &visit(9, 10, planned))).collect();
        let all = rounds(stops(&jobs, today(), now()), &[]);
        let visit = rid(10 + (which % suburbs.len()) as u128);
        let order = with_stop_at(&all, visit, to);
        let moved = rounds(stops(&jobs, today(), now()), &order);
        let mut known: Vec<RecordId> = order.clone();
        known.sort_unstable();
        known.dedup();
        prop_assert_eq!(known.len(), suburbs.len());
        let round = moved.iter().find(|round| round.stops.iter().any(|stop| stop.visit == visit)).expect("it is there");
        prop_assert_eq!(round.stops.iter().position(|stop| stop.visit == visit), Some(to.min(round.stops.len() - 1)));
        for (before, after) in shown(&all).into_iter().zip(shown(&moved)) {
            prop_assert_eq!(before.0, after.0);
            prop_assert!(before.1.contains(&visit) || before.1 == after.1);
        }
    }
}
