//! When tasks are due: the worked examples as a table, and what holds for every task.

use model::deferral::Deferral;
use model::entry::Entry;
use model::reading::Unit;
use model::recurrence::{Basis, By, Recurrence};
use model::schedule::{self, Answer, Completion, Count, Due, Ledger, Next, What};
use model::season::Season;
use model::task::Task;
use model::{Date, Money, RecordId};
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// A task by a word: `3m plan`, `2w done`, `autumn_and_spring`, `once`, `500h`.
fn task(due: &str, word: &str) -> Task {
    let from = if word.ends_with("plan") { Basis::Plan } else { Basis::Done };
    let rule = word.split(' ').next().unwrap_or_default();
    let number = |end: char| rule.strip_suffix(end).and_then(|digits| digits.parse::<i64>().ok());
    let recurrence = match (number('m'), number('w'), number('h'), rule.parse::<Season>()) {
        (Some(every), ..) => Some(Recurrence { from, every, ..Recurrence::default() }),
        (_, Some(every), ..) => Some(Recurrence { from, by: By::Week, every, ..Recurrence::default() }),
        (_, _, Some(every), _) => {
            Some(Recurrence { by: By::Meter, every: every * 1000, unit: Some(Unit::Hour), ..Recurrence::default() })
        }
        (.., Ok(season)) => Some(Recurrence::season(season)),
        _ => None,
    };
    Task { title: "Sweep".into(), due: Some(day(due)), recurrence, ..Task::default() }
}

/// Answers by words: `done 2026-01-31 for 2026-02-01`, `done 2026-01-31`, `skip 2026-02-01`, `off 2026-02-01 to 2026-03-01`. What is skipped or put off is so on its day.
fn answers(said: &[&str]) -> Vec<Answer> {
    let answer = |(at, said): (usize, &&str)| {
        let words: Vec<&str> = said.split(' ').collect();
        let (on, second) = (day(words[1]), words.get(3).map(|text| day(text)));
        let (what, due) = match words[0] {
            "done" => (What::Done, second),
            "skip" => (What::Skipped, Some(on)),
            _ => (What::PutOff(second.expect("a day")), Some(on)),
        };
        Answer { task: id(1), due, on, what, record: id(100 + at as u128), cost_cents: 0 }
    };
    said.iter().enumerate().map(answer).collect()
}

fn by(task: &Task, answers: &[Answer], meter: &[Count]) -> String {
    match schedule::next(task, answers, meter) {
        Next::Due(due) => due.by.to_string(),
        other => format!("{other:?}").to_lowercase(),
    }
}

#[test]
fn the_next_day_follows_from_the_plan_and_from_what_was_done() {
    let rows: &[(&str, &str, &[&str], &str)] = &[
        // Once.
        ("2026-12-01", "once", &[], "2026-12-01"),
        ("2026-12-01", "once", &["done 2026-11-20 for 2026-12-01"], "never"),
        ("2026-12-01", "once", &["skip 2026-12-01"], "never"),
        ("2026-12-01", "once", &["off 2026-12-01 to 2027-01-15"], "2027-01-15"),
        // From the plan: ends of months, and the plan stands whenever it was done.
        ("2026-01-31", "1m plan", &["done 2026-01-31 for 2026-01-31"], "2026-02-28"),
        ("2026-01-31", "1m plan", &["done 2026-02-28 for 2026-02-28"], "2026-03-31"),
        ("2024-02-29", "12m plan", &["done 2024-02-20 for 2024-02-29"], "2025-02-28"),
        ("2024-02-29", "12m plan", &["done 2027-12-01 for 2027-02-28"], "2028-02-29"),
        ("2026-06-01", "6m plan", &["done 2026-05-20 for 2026-06-01"], "2026-12-01"),
        ("2026-06-01", "6m plan", &["done 2026-08-08 for 2026-06-01"], "2026-12-01"),
        // Several missed: what is done later than planned answers those between.
        ("2025-06-01", "6m plan", &["done 2026-08-08 for 2025-06-01"], "2026-12-01"),
        // From when it was done.
        ("2026-06-01", "6m done", &["done 2026-08-08 for 2026-06-01"], "2027-02-08"),
        ("2026-06-01", "6m done", &["done 2026-08-31 for 2026-06-01"], "2027-02-28"),
        ("2023-02-28", "12m done", &["done 2024-02-29 for 2023-02-28"], "2025-02-28"),
        ("2026-06-01", "2w done", &["done 2026-06-04 for 2026-06-01"], "2026-06-18"),
        ("2026-06-01", "2w plan", &["done 2026-06-04 for 2026-06-01"], "2026-06-15"),
        // Told of now, done long ago: what comes is counted from it, and an older one changes nothing.
        ("2026-12-01", "12m done", &["done 2024-03-01"], "2025-03-01"),
        ("2026-12-01", "12m done", &["done 2026-02-01 for 2026-12-01", "done 2024-03-01"], "2027-02-01"),
        ("2026-12-01", "12m plan", &["done 2024-03-01"], "2026-12-01"),
        // Left out and put off.
        ("2026-06-01", "6m plan", &["skip 2026-06-01"], "2026-12-01"),
        ("2026-06-01", "6m done", &["skip 2026-06-01"], "2026-12-01"),
        ("2026-06-01", "6m plan", &["off 2026-06-01 to 2026-07-01"], "2026-07-01"),
        ("2026-06-01", "6m plan", &["off 2026-06-01 to 2026-07-01", "off 2026-06-01 to 2026-07-15"], "2026-07-15"),
        ("2026-06-01", "6m plan", &["off 2026-06-01 to 2026-07-01", "done 2026-06-20 for 2026-06-01"], "2026-12-01"),
        ("2026-06-01", "6m plan", &["off 2026-06-01 to 2026-05-01"], "2026-06-01"),
        // Seasons.
        ("2026-04-30", "before_cape_winter", &["done 2026-03-02 for 2026-04-30"], "2027-04-30"),
        ("2026-04-30", "autumn_and_spring", &["done 2026-05-02 for 2026-04-30"], "2026-09-30"),
        ("2026-09-30", "before_highveld_storms", &["skip 2026-09-30"], "2027-09-30"),
    ];
    for (due, word, said, expected) in rows {
        assert_eq!(by(&task(due, word), &answers(said), &[]), *expected, "{word} from {due}, {said:?}");
    }
}

/// A day, and the hours that a meter showed.
type Shown = (&'static str, i64);

#[test]
fn a_meter_tells_when_it_will_have_counted_enough() {
    let shown = |rows: &[Shown]| -> Vec<Count> {
        rows.iter().map(|(on, hours)| Count { on: day(on), value_milli: hours * 1000 }).collect()
    };
    let rows: &[(&[Shown], &[&str], &str)] = &[
        (&[], &[], "2026-12-01"),
        (&[("2026-01-01", 100)], &[], "2026-12-01"),
        (&[("2026-01-01", 100), ("2026-01-11", 200)], &[], "2026-02-20"),
        (&[("2026-01-01", 100), ("2026-01-11", 700)], &[], "2026-01-11"),
        (&[("2026-01-01", 100), ("2026-01-11", 200)], &["done 2026-01-11"], "2026-03-02"),
        // A meter that was exchanged counts on.
        (&[("2026-01-01", 900), ("2026-01-11", 1000), ("2026-01-12", 0), ("2026-01-21", 100)], &[], "2026-02-20"),
        (&[("2026-01-01", 100), ("2026-01-11", 100)], &["done 2026-01-11"], "unknown"),
    ];
    for (read, said, expected) in rows {
        assert_eq!(by(&task("2026-12-01", "500h"), &answers(said), &shown(read)), *expected, "{read:?} {said:?}");
    }
}

#[test]
fn several_missed_rounds_are_one_that_is_late() {
    let (today, until) = (day("2026-08-08"), day("2028-08-08"));
    let task = task("2025-06-01", "6m plan");
    let rounds: Vec<_> = schedule::rounds(&task, &[], &[], today, until)
        .into_iter()
        .map(|round| (round.by.to_string(), round.late))
        .collect();
    let expected = [
        ("2025-06-01", true),
        ("2026-12-01", false),
        ("2027-06-01", false),
        ("2027-12-01", false),
        ("2028-06-01", false),
    ];
    assert_eq!(rounds, expected.map(|(day, late)| (day.to_owned(), late)));
    let Next::Due(due) = schedule::next(&task, &[], &[]) else { panic!("it is due") };
    assert_eq!((schedule::missed(&task, due, today), schedule::missed(&task, due, day("2025-06-01"))), (3, 0));
    // A clock that was set back makes nothing late, and loses nothing.
    assert!(!due.is_late(day("2020-01-01")));
}

#[test]
fn what_was_done_answers_the_round_it_is_nearest_to() {
    let yearly = task("2026-12-01", "12m plan");
    let done = answers(&["done 2026-11-20 for 2026-12-01"]);
    let rows: &[(&Task, &[Answer], &str, Option<&str>)] = &[
        (&yearly, &[], "2026-11-27", Some("2026-12-01")),
        (&yearly, &[], "2027-11-27", Some("2026-12-01")),
        (&yearly, &[], "2026-01-10", None),
        (&yearly, &done, "2025-12-03", None),
        (&yearly, &done, "2027-10-03", Some("2027-12-01")),
    ];
    for (task, said, on, expected) in rows {
        let due = schedule::answers(task, said, &[], day(on)).map(|due| due.to_string());
        assert_eq!(due.as_deref(), *expected, "{on}");
    }
}

#[test]
fn a_round_done_on_two_devices_counts_once_and_both_entries_are_kept() {
    let said = answers(&[
        "done 2026-06-03 for 2026-06-01",
        "done 2026-06-05 for 2026-06-01",
        "done 2025-06-05",
        "done 2025-06-05",
    ]);
    let done = schedule::completions(&said);
    let both = Completion { due: Some(day("2026-06-01")), on: day("2026-06-05"), entries: vec![id(100), id(101)] };
    assert_eq!((done.len(), &done[0]), (3, &both));
}

#[test]
fn answers_are_read_from_entries_and_deferrals_and_found_by_their_task() {
    let entry = |when: &str| Entry {
        completes: Some(id(1)),
        due: Some(day("2026-06-01")),
        when: when.parse().ok(),
        cost: Some(Money::rand(120_000)),
        ..Entry::default()
    };
    let on = |when: &str| Answer::of_entry(id(2), &entry(when)).map(|answer| answer.on.to_string());
    assert_eq!(on("2026-05"), Some("2026-05-01".into()));
    assert_eq!(on("../2020"), Some("2019-12-31".into()));
    assert_eq!(Answer::of_entry(id(2), &Entry { completes: None, ..entry("2026") }), None);
    let deferral = Deferral { task: Some(id(3)), due: Some(day("2026-06-01")), ..Deferral::default() };
    let skipped = Answer::of_deferral(id(4), &deferral).expect("it is whole");
    assert_eq!((skipped.what, skipped.on), (What::Skipped, day("2026-06-01")));
    let done = Answer::of_entry(id(2), &entry("2026-06-01")).expect("it is whole");
    let ledger = Ledger::new(vec![skipped, done]);
    assert_eq!((ledger.of(id(1)), ledger.of(id(2)), ledger.of(id(3))), (&[done][..], &[][..], &[skipped][..]));
}

#[test]
fn a_task_that_was_noted_as_done_is_done() {
    let noted = Task { done: Some(id(9)), ..task("2026-06-01", "once") };
    assert_eq!(schedule::next(&noted, &[], &[]), Next::Never);
    assert_eq!(by(&Task { done: Some(id(9)), ..task("2026-06-01", "6m plan") }, &[], &[]), "2026-12-01");
}

fn any_task() -> impl Strategy<Value = Task> {
    let rule = (0..5u8, -1i64..40, any::<bool>(), 0..3usize);
    (1950i32..2090, 1u32..13, 1u32..32, rule).prop_map(|(year, month, day, (by, every, planned, season))| {
        let due = (28..=day.max(28)).rev().find_map(|day| Date::of(year, month, day));
        let from = if planned { Basis::Plan } else { Basis::Done };
        let by = [By::Month, By::Week, By::Season, By::Meter].get(usize::from(by)).copied();
        let season = Season::ALL.get(season).copied();
        let recurrence = by.map(|by| Recurrence { from, by, every, season, unit: Some(Unit::Hour) });
        Task { due, recurrence, ..Task::default() }
    })
}

fn any_answers() -> impl Strategy<Value = Vec<Answer>> {
    let one = (0..60_000u32, prop::option::of(0..60_000u32), 0..3u8, 0..60_000u32);
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let from = day("1950-01-01");
        let answer = |(at, (on, due, what, until)): (usize, (u32, Option<u32>, u8, u32))| Answer {
            task: id(1),
            due: due.map(|due| from.plus_days(due)),
            on: from.plus_days(on),
            what: [What::Done, What::Skipped, What::PutOff(from.plus_days(until))][usize::from(what)],
            record: id(at as u128),
            cost_cents: 0,
        };
        all.into_iter().enumerate().map(answer).collect()
    })
}

fn any_meter() -> impl Strategy<Value = Vec<Count>> {
    prop::collection::vec((0..3000u32, any::<i64>()), 0..5).prop_map(|all| {
        let mut on = day("2000-01-01");
        let mut count = |(days, value_milli): (u32, i64)| {
            on = on.plus_days(days);
            Count { on, value_milli }
        };
        all.into_iter().map(&mut count).collect()
    })
}

proptest! {
    #[test]
    fn rounds_are_few_in_order_and_only_the_first_is_late(
        task in any_task(), said in any_answers(), meter in any_meter(), today in 0..60_000u32,
    ) {
        let today = day("1950-01-01").plus_days(today);
        let until = today.plus_months(120);
        let rounds = schedule::rounds(&task, &said, &meter, today, until);
        prop_assert!(rounds.len() <= 530);
        prop_assert!(rounds.windows(2).all(|pair| pair[0].by < pair[1].by));
        prop_assert!(rounds.iter().skip(1).all(|round| !round.late && round.by > today && round.by <= until));
        if let (Next::Due(due), Some(first)) = (schedule::next(&task, &said, &meter), rounds.first()) {
            prop_assert_eq!((first.by, first.late), (due.by, due.is_late(today)));
            prop_assert!(due.due <= due.by);
            prop_assert!(schedule::missed(&task, due, today) >= usize::from(due.is_late(today)));
        }
    }

    #[test]
    fn what_is_done_is_due_again_only_later(task in any_task(), said in any_answers(), late in 0..4000u32) {
        let Next::Due(Due { due, .. }) = schedule::next(&task, &said, &[]) else { return Ok(()) };
        let latest = said.iter().map(|answer| answer.on).max().map_or(due, |on| on.max(due));
        let on = latest.plus_days(late);
        let done = Answer { task: id(1), due: Some(due), on, what: What::Done, record: id(99), cost_cents: 0 };
        let after = [said.clone(), vec![done]].concat();
        if let Next::Due(next) = schedule::next(&task, &after, &[]) {
            prop_assert!(next.due > on, "{} after {}", next.due, on);
        }
        // Said twice, as by two people, it is the same.
        let twice = [after.clone(), vec![Answer { record: id(98), ..done }]].concat();
        prop_assert_eq!(schedule::next(&task, &twice, &[]), schedule::next(&task, &after, &[]));
    }

    #[test]
    fn the_order_in_which_answers_arrive_tells_nothing(task in any_task(), said in any_answers()) {
        let turned: Vec<Answer> = said.iter().rev().copied().collect();
        prop_assert_eq!(schedule::next(&task, &said, &[]), schedule::next(&task, &turned, &[]));
        prop_assert_eq!(Ledger::new(said), Ledger::new(turned));
    }

    #[test]
    fn what_is_told_of_late_never_brings_a_fixed_round_forward(task in any_task(), said in any_answers(), before in 1..9000u32) {
        let planned = task.recurrence.as_ref().is_some_and(|recurrence| recurrence.from == Basis::Plan && recurrence.by != By::Meter);
        let Next::Due(now) = schedule::next(&task, &said, &[]) else { return Ok(()) };
        let on = day("1950-01-01").plus_days(before);
        let told = Answer { task: id(1), due: None, on, what: What::Done, record: id(99), cost_cents: 0 };
        if let (true, Next::Due(after)) = (planned, schedule::next(&task, &[said, vec![told]].concat(), &[])) {
            prop_assert!(after.due >= now.due);
        }
    }

    #[test]
    fn a_plan_keeps_its_day_of_the_month(year in 1950i32..2080, month in 1u32..13, d in 1u32..32, every in 1i64..30, rounds in 1usize..40) {
        let Some(first) = Date::of(year, month, d) else { return Ok(()) };
        let task = Task {
            due: Some(first),
            recurrence: Some(Recurrence { from: Basis::Plan, every, ..Recurrence::default() }),
            ..Task::default()
        };
        let all = schedule::rounds(&task, &[], &[], first, first.plus_months(1200));
        for (at, round) in all.iter().enumerate().take(rounds) {
            let months = u32::try_from(every).expect("small") * u32::try_from(at).expect("few");
            prop_assert_eq!(round.by, first.plus_months(months));
        }
    }
}
