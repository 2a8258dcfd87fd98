//! What is ahead and what it costs.

use model::forecast::{self, Planned, Sum, by_month, by_year, cost, until};
use model::recurrence::{Basis, By, Recurrence};
use model::schedule::{Answer, What};
use model::task::Task;
use model::{Date, Money, RecordId};
use uuid::Uuid;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn done(on: &str, cost_cents: i64) -> Answer {
    Answer { task: id(1), due: None, on: day(on), what: What::Done, record: id(2), cost_cents }
}

/// At least, at most, and whether it is what the home paid.
type Expected = Option<(i64, i64, bool)>;

#[test]
fn what_the_home_paid_counts_before_what_is_usual() {
    let task = |min: Option<i64>, max: Option<i64>| Task {
        cost_min: min.map(Money::rand),
        cost_max: max.map(Money::rand),
        ..Task::default()
    };
    let paid = [
        done("2020-01-01", 9_900),
        done("2023-01-01", 100),
        done("2024-01-01", 0),
        done("2025-01-01", 300),
        done("2026-01-01", 200),
    ];
    let rows: &[(Task, &[Answer], Expected)] = &[
        (task(None, None), &[], None),
        (task(Some(500), Some(900)), &[], Some((500, 900, false))),
        (task(Some(500), None), &[], Some((500, 500, false))),
        (task(None, Some(900)), &[], Some((900, 900, false))),
        (task(Some(900), Some(500)), &[], Some((900, 900, false))),
        (task(Some(500), Some(900)), &paid, Some((100, 300, true))),
        (task(Some(500), Some(900)), &paid[2..3], Some((500, 900, false))),
    ];
    for (task, said, expected) in rows {
        assert_eq!(cost(task, said).map(|cost| (cost.min_cents, cost.max_cents, cost.own)), *expected, "{task:?}");
    }
}

#[test]
fn months_and_years_hold_what_falls_into_them_and_what_is_late_falls_into_the_first() {
    let today = day("2026-11-27");
    let half_yearly = Task {
        due: Some(day("2026-06-01")),
        recurrence: Some(Recurrence { from: Basis::Plan, every: 6, ..Recurrence::default() }),
        cost_min: Some(Money::rand(100)),
        cost_max: Some(Money::rand(150)),
        ..Task::default()
    };
    let once = Task { due: Some(day("2027-02-10")), trade: "Plumber".into(), ..Task::default() };
    // What the home's people do themselves needs no price.
    let own = Task { due: Some(day("2027-02-11")), ..Task::default() };
    let planned = |number, task| Planned { id: id(number), task, answers: &[], meter: &[] };
    let rounds = forecast::rounds(
        [planned(1, &half_yearly), planned(2, &once), planned(3, &own)].into_iter(),
        today,
        until(today),
    );
    let told = |sums: Vec<Sum>| -> Vec<(i32, u32, usize, usize, i64, i64)> {
        let seen = sums.iter().filter(|sum| sum.rounds > 0);
        seen.map(|sum| (sum.year, sum.month, sum.rounds, sum.unpriced, sum.min_cents, sum.max_cents)).collect()
    };
    let months = by_month(&rounds, today);
    assert_eq!((months.len(), months[11].year, months[11].month), (12, 2027, 10));
    assert_eq!(
        told(months),
        [(2026, 11, 1, 0, 100, 150), (2026, 12, 1, 0, 100, 150), (2027, 2, 2, 1, 0, 0), (2027, 6, 1, 0, 100, 150),]
    );
    let years = told(by_year(&rounds, today));
    assert_eq!((years.len(), years[0], years[1]), (10, (2026, 0, 2, 0, 200, 300), (2027, 0, 4, 1, 200, 300)));
    // A clock that was set back: nothing is late, all of it lies ahead.
    let back = day("2026-01-31");
    let rounds = forecast::rounds([planned(1, &half_yearly)].into_iter(), back, until(back));
    assert!(rounds.iter().all(|round| !round.late));
}

/// The largest home that is promised to be quick: the work done for it, counted in rounds, stays what ten years hold.
#[test]
fn five_hundred_tasks_make_as_many_rounds_as_ten_years_hold() {
    let today = day("2026-11-27");
    let tasks: Vec<(RecordId, Task)> = (0..500)
        .map(|number| {
            let by = if number % 10 == 0 { By::Week } else { By::Month };
            let from = if number % 2 == 0 { Basis::Plan } else { Basis::Done };
            let recurrence = Recurrence { from, by, every: 1 + number % 12, ..Recurrence::default() };
            let due = day("2015-01-31").plus_days(u32::try_from(number).expect("small") * 11);
            (id(1 + number as u128), Task { due: Some(due), recurrence: Some(recurrence), ..Task::default() })
        })
        .collect();
    let planned = tasks.iter().map(|(id, task)| Planned { id: *id, task, answers: &[], meter: &[] });
    let rounds = forecast::rounds(planned, today, until(today));
    assert!((10_000..40_000).contains(&rounds.len()), "{}", rounds.len());
    assert!(rounds.windows(2).all(|pair| pair[0].by <= pair[1].by));
}
