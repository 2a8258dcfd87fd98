//! What has to hold of every home.

use super::book::*;
use model::Date;
use model::certificate::{Certificate, CertificateType};
use model::entry::{Entry, EntryType, Severity};
use model::health::weight::{self, FULL};
use model::health::{Counted, HomeHealth, State, joined};
use model::recurrence::{Basis, Recurrence};
use model::system::{System, SystemType};
use model::task::Task;
use proptest::prelude::*;

/// The least and the most of what a home in a property has; many cases only where many are asked for.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: 64, ..ProptestConfig::default() }
}

fn past(days: u32) -> Date {
    day(TODAY).minus_days(days)
}

prop_compose! {
    fn any_system()(
        sort in prop::sample::select(vec![
            SystemType::Geyser, SystemType::DistributionBoard, SystemType::GasInstallation, SystemType::Roof, SystemType::Other,
            SystemType::SolarPanels, SystemType::Oven,
        ]),
        age in prop::option::of(0_u32..20_000),
        form in 0_u8..3,
        makes in any::<bool>(),
        shows in any::<bool>(),
        part in prop::option::of(1_u128..4),
    ) -> System {
        let installed = age.and_then(|age| match form {
            0 => past(age).to_string(),
            1 => past(age + 366).year().to_string(),
            _ => format!("../{}", past(age).year()),
        }.parse().ok());
        let made = if makes { "Known" } else { "" };
        let files = if shows { vec![photo()] } else { Vec::new() };
        System { sort, installed, files, make: made.into(), model: made.into(), parent: part.map(id), ..System::default() }
    }
}

prop_compose! {
    fn any_entry()(
        sort in prop::sample::select(vec![
            EntryType::Service, EntryType::Inspection, EntryType::Repair, EntryType::Note, EntryType::Fault, EntryType::Installation,
        ]),
        age in 0_u32..3_000,
        system in prop::option::of(1_u128..4),
        task in prop::option::of(0_u128..3),
        severity in prop::sample::select(vec![Severity::Minor, Severity::Serious, Severity::Emergency]),
        settles in prop::option::of(0_u128..6),
    ) -> Entry {
        let own: Vec<u128> = system.into_iter().collect();
        let is_fault = sort == EntryType::Fault;
        Entry {
            severity: is_fault.then_some(severity),
            settles: settles.filter(|_| sort == EntryType::Repair).map(|number| id(ENTRIES + number)),
            completes: task.filter(|_| !is_fault).map(|number| id(TASKS + number)),
            ..entry(sort, &past(age).to_string(), &own)
        }
    }
}

prop_compose! {
    fn any_task()(
        age in 0_u32..2_500, ahead in any::<bool>(), months in 1_i64..40, system in prop::option::of(1_u128..4), plan in any::<bool>(),
    ) -> Task {
        let due = if ahead { day(TODAY).plus_days(age) } else { past(age) };
        let mut task = yearly(&due.to_string(), &system.into_iter().collect::<Vec<_>>());
        task.recurrence = Some(Recurrence {
            from: if plan { Basis::Plan } else { Basis::Done },
            ..Recurrence::months(months)
        });
        task
    }
}

prop_compose! {
    fn any_certificate()(
        sort in prop::sample::select(vec![CertificateType::Electrical, CertificateType::Gas, CertificateType::SolarPv]),
        age in 0_u32..4_000,
        system in prop::option::of(1_u128..4),
        complete in any::<bool>(),
    ) -> Certificate {
        let told = complete.then_some(true);
        let own: Vec<u128> = system.into_iter().collect();
        Certificate { sort, digital: told, test_report: told, registered: told, ..electrical(&past(age).to_string(), &own) }
    }
}

prop_compose! {
    fn any_book()(
        systems in prop::collection::vec(any_system(), 1..4),
        entries in prop::collection::vec(any_entry(), 0..8),
        tasks in prop::collection::vec(any_task(), 0..4),
        certificates in prop::collection::vec(any_certificate(), 0..3),
        papers in prop::collection::vec((1_u128..4).prop_map(id), 0..2),
    ) -> Book {
        Book { systems, entries, tasks, certificates, papers, ..Book::default() }
    }
}

/// Which of the systems stand, and the home: points and confidence.
fn figures(health: &HomeHealth) -> Vec<(u128, u32, u32)> {
    let mut all: Vec<_> =
        health.systems.iter().map(|one| (one.id.0.as_u128(), one.points, one.health.confidence)).collect();
    all.sort_unstable();
    all
}

/// Nothing of what was said before is worse now.
fn no_worse(before: &HomeHealth, now: &HomeHealth) -> Result<(), TestCaseError> {
    for (before, now) in figures(before).iter().zip(figures(now)) {
        prop_assert!(now.1 >= before.1 && now.2 >= before.2, "{before:?} became {now:?}");
    }
    prop_assert!(now.health.score >= before.health.score, "{:?} became {:?}", before.health, now.health);
    prop_assert!(now.health.confidence >= before.health.confidence);
    Ok(())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_missing_point_has_a_reason(book in any_book()) {
        let health = book.health();
        for one in &health.systems {
            prop_assert_eq!(one.lost.iter().map(|lost| lost.points).sum::<u32>(), FULL - one.points);
            prop_assert_eq!(one.lost.iter().map(|lost| lost.confidence).sum::<u32>(), FULL - one.health.confidence);
            let faults = one.lost.iter().take_while(|lost| lost.reason.severity() > Some(Severity::Minor)).count();
            prop_assert!(one.lost[faults..].is_sorted_by_key(|lost| std::cmp::Reverse(lost.points)));
            prop_assert!(one.health.state() != State::Good || one.health.confidence >= weight::SURE_FROM);
        }
        prop_assert!(health.systems.is_sorted_by_key(|one| one.points));
    }

    #[test]
    fn care_that_finds_nothing_new_makes_nothing_worse(book in any_book(), age in 0_u32..3_000, task in 0_u128..4, system in 1_u128..4) {
        for sort in [EntryType::Service, EntryType::Inspection] {
            let care = entry(sort, &past(age).to_string(), &[system]);
            let completes = book.tasks.get(usize::try_from(task).unwrap_or(9)).map(|_| id(TASKS + task));
            let now = book.clone().with([Entry { completes, ..care }]).health();
            no_worse(&book.health(), &now)?;
        }
    }

    #[test]
    fn a_fault_lowers_and_settling_it_does_not(book in any_book(), severity in 0_usize..3, system in 1_u128..4) {
        let severity = [Severity::Minor, Severity::Serious, Severity::Emergency][severity];
        // What the book says to have settled cannot be the new one.
        let spare = book.clone().with((book.entries.len()..8).map(|_| note()));
        let broken = spare.clone().with([fault(severity, &[system])]);
        let (before, now) = (spare.health(), broken.health());
        for (before, now) in figures(&before).iter().zip(figures(&now)) {
            let is_its = before.0 == system;
            let holds = if is_its && before.1 > 0 { now.1 < before.1 } else { now.1 == before.1 };
            prop_assert!(holds, "{before:?} became {now:?}");
        }
        prop_assert!(now.health.score.is_none_or(|now| before.health.score.is_none_or(|before| now <= before)));
        let settles = Some(id(ENTRIES + broken.entries.len() as u128 - 1));
        let mended = broken.clone().with([Entry { settles, ..entry(EntryType::Note, TODAY, &[]) }]).health();
        for (broken, mended) in figures(&now).iter().zip(figures(&mended)) {
            prop_assert!(mended.1 >= broken.1 && mended.2 >= broken.2);
        }
        prop_assert!(mended.health.score.is_none_or(|mended| now.health.score.is_none_or(|now| mended >= now)));
    }

    #[test]
    fn time_alone_makes_nothing_better(book in any_book(), days in 1_u32..2_000) {
        let (now, later) = (book.health(), book.health_on(day(TODAY).plus_days(days)));
        for (now, later) in figures(&now).iter().zip(figures(&later)) {
            // What may have been old is surely old one day: only then is more known.
            prop_assert!(later.1 <= now.1, "{now:?} became {later:?}");
        }
    }

    #[test]
    fn an_older_system_is_never_better(mut book in any_book(), age in 0_u32..15_000, more in 1_u32..9_000) {
        book.systems[0].installed = past(age).to_string().parse().ok();
        let young = book.health();
        book.systems[0].installed = past(age + more).to_string().parse().ok();
        let old = book.health();
        prop_assert!(figures(&old)[0].1 <= figures(&young)[0].1);
        prop_assert!(old.health.score <= young.health.score);
    }

    #[test]
    fn more_evidence_never_lowers_the_confidence(book in any_book(), what in 0_u8..6, certificate in any_certificate()) {
        let before = book.health();
        let mut book = book;
        match what {
            0 => book.systems[0].files.push(photo()),
            1 => (book.systems[0].make, book.systems[0].model) = ("A".into(), "B".into()),
            2 => book.papers.push(id(1)),
            3 => book.certificates.insert(0, certificate),
            4 => book.systems[0].installed = book.systems[0].installed.or("2020-02-29".parse().ok()),
            // Another figure for a life that is known already is no more evidence.
            _ if model::life::default_life(book.systems[0].sort).is_none() => book.systems[0].life_years = Some(20),
            _ => {}
        }
        let now = book.health();
        for (before, now) in figures(&before).iter().zip(figures(&now)) {
            prop_assert!(now.2 >= before.2, "{before:?} became {now:?}");
        }
        prop_assert!(now.health.confidence >= before.health.confidence);
    }

    #[test]
    fn a_home_never_rises_when_a_system_falls(
        systems in prop::collection::vec((1_u32..6, 0_u32..=FULL, 0_u32..=FULL), 1..40), at in any::<prop::sample::Index>(), fall in 0_u32..=FULL,
    ) {
        let counted = |(times, points, confidence)| Counted { times, points, confidence, worst: None };
        let mut systems: Vec<Counted> = systems.into_iter().map(counted).collect();
        let before = joined(&systems);
        let at = at.index(systems.len());
        let fallen = &mut systems[at];
        fallen.points = fallen.points.saturating_sub(fall);
        prop_assert!(joined(&systems) <= before);
    }
}
