//! The checklists in `public`: each is whole, says where it comes from, and is written as it is read.

use model::catalogue::UsualSource;
use model::checklist::{Checklist, Checklists};
use model::{Date, Letter};
use std::collections::BTreeSet;

/// Every file of checklists by its name, with its text. A new one is listed here.
const FILES: [(&str, &str); 1] = [("checks.za.en-ZA", include_str!("../../../public/catalogue/checks.za.en-ZA.json"))];

fn read() -> impl Iterator<Item = (&'static str, &'static str, Checklists)> {
    FILES.into_iter().map(|(name, text)| (name, text, Checklists::read(text).expect(name)))
}

#[test]
fn a_file_is_named_for_its_country_and_language_and_has_no_field_that_is_not_read() {
    for (name, text, lists) in read() {
        assert_eq!(name, format!("checks.{}.{}", lists.country.to_lowercase(), lists.language));
        let written: serde_json::Value = serde_json::from_str(text).expect("it was read just now");
        assert_eq!(serde_json::to_value(&lists).expect("it can be written"), written, "{name}");
    }
}

#[test]
fn every_list_could_be_a_record_of_a_home_and_says_when_it_is_walked() {
    for (name, _, lists) in read() {
        let keys: BTreeSet<&str> = lists.checklists.iter().map(|usual| usual.key.as_str()).collect();
        assert_eq!(keys.len(), lists.checklists.len(), "{name} has a key twice");
        for usual in &lists.checklists {
            assert_eq!(usual.list.faults(), [], "{}", usual.key);
            assert!(usual.list.every_months.is_some(), "{}", usual.key);
            let titles: BTreeSet<&str> = usual.list.points.iter().map(|point| point.title.as_str()).collect();
            assert_eq!(titles.len(), usual.list.points.len(), "{} asks twice", usual.key);
        }
    }
}

#[test]
fn every_point_and_every_interval_has_a_source() {
    let is_named = |source: &UsualSource| match source.basis.as_str() {
        UsualSource::PUBLISHED => !source.title.is_empty(),
        UsualSource::TRADE => source.title.is_empty() && source.says.is_empty(),
        _ => false,
    };
    for (_, _, lists) in read() {
        for usual in &lists.checklists {
            assert!(is_named(&usual.source), "{}", usual.key);
            for point in &usual.list.points {
                assert!(point.source.as_ref().is_some_and(is_named), "{}: {}", usual.key, point.title);
                assert!(!point.how.is_empty(), "{}: {}", usual.key, point.title);
            }
        }
    }
}

#[test]
fn a_list_is_walked_in_its_season_and_one_that_was_walked_late_is_not_left_out_for_a_year() {
    let today: Date = "2026-11-27".parse().expect("it is a date");
    // Months between, months of the year, walked last, due next.
    for (every, months, last, next) in [
        (Some(12), &[9, 10][..], Some("2026-11-04"), Some("2027-10-01")),
        (Some(12), &[9, 10], Some("2026-09-15"), Some("2027-09-15")),
        (Some(12), &[4], Some("2026-04-27"), Some("2027-04-27")),
        (Some(12), &[4], Some("2026-02-01"), Some("2027-04-01")),
        (Some(12), &[1], Some("2026-12-20"), Some("2028-01-01")),
        (Some(3), &[9, 10], Some("2026-10-20"), Some("2027-09-01")),
        (Some(12), &[8, 9], None, Some("2027-08-01")),
        (Some(12), &[], Some("2026-04-27"), Some("2027-04-27")),
        (None, &[9, 10], Some("2026-09-15"), Some("2027-09-01")),
        (None, &[], Some("2026-09-15"), None),
        (None, &[], None, Some("2026-11-27")),
    ] {
        let list = Checklist { every_months: every, months: months.to_vec(), ..Checklist::default() };
        let day = |text: &str| text.parse::<Date>().expect("it is a date");
        assert_eq!(list.next(last.map(day), today), next.map(day), "{every:?} {months:?} {last:?}");
    }
}
