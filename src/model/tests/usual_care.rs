//! The files of usual care in `public`: each is whole, and every interval in them says where it comes from.

use model::catalogue::UsualSource;
use model::recurrence::{Basis, By};
use model::season::{Region, Season};
use model::system::{System, SystemType};
use model::task::IntervalBasis;
use model::usual_care::{SortCare, UsualCare, UsualTask};
use model::{Date, Letter, RecordId};
use std::collections::BTreeSet;

/// Every file by its name, with its text. A new one is listed here.
const FILES: [(&str, &str); 1] = [("za.en-ZA", include_str!("../../../public/catalogue/za.en-ZA.care.json"))];

fn all() -> Vec<UsualCare> {
    FILES.map(|(name, text)| UsualCare::read(text).expect(name)).to_vec()
}

fn task(key: &str) -> UsualTask {
    let tasks = all().into_iter().flat_map(|care| care.systems).flat_map(|sort| sort.tasks);
    tasks.into_iter().find(|task| task.key == key).expect(key)
}

#[test]
fn a_file_is_named_for_its_country_and_language_and_has_no_field_that_is_not_read() {
    for (name, text) in FILES {
        let care = UsualCare::read(text).expect(name);
        assert_eq!(name, format!("{}.{}", care.country.to_lowercase(), care.language));
        let written: serde_json::Value = serde_json::from_str(text).expect("it was read just now");
        assert_eq!(serde_json::to_value(&care).expect("it can be written"), written, "{name}");
    }
}

#[test]
fn every_task_is_whole_has_one_interval_and_says_where_it_comes_from() {
    for care in all() {
        let mut keys = BTreeSet::new();
        for SortCare { sort, tasks } in &care.systems {
            assert!(!tasks.is_empty(), "{sort}");
            for task in tasks {
                assert!(keys.insert(&task.key), "{} twice", task.key);
                let sourced = match task.source.basis.as_str() {
                    UsualSource::PUBLISHED => !task.source.title.is_empty(),
                    UsualSource::TRADE => task.source.title.is_empty() && task.source.says.is_empty(),
                    _ => false,
                };
                assert!(sourced, "{}: no source", task.key);
                let by_season = (task.winter_rain.is_some(), task.summer_rain.is_some());
                assert_eq!(by_season, (task.recurrence.is_none(), task.recurrence.is_none()), "{}", task.key);
                assert!((2..=5).contains(&task.how_to.len()), "{}: steps", task.key);
                for region in [None, Some(Region::WinterRain), Some(Region::SummerRain)] {
                    let made = task.task(RecordId::default(), &System::default(), region, Date::default());
                    assert_eq!(made.faults(), [], "{}", task.key);
                }
            }
        }
    }
}

/// The table of intervals in the design's facts, row by row: months, or weeks where it says so.
#[test]
fn intervals_are_those_of_the_sources() {
    let rows = [
        ("geyser.service", By::Month, 12..=18, "published"),
        ("geyser.anode", By::Month, 12..=36, "published"),
        ("geyser.valves", By::Month, 36..=36, "published"),
        ("geyser.element", By::Month, 60..=60, "published"),
        ("geyser.check", By::Month, 6..=6, "trade"),
        ("gas.service", By::Month, 12..=12, "published"),
        ("gas.inspection", By::Month, 1..=60, "published"),
        ("gas.hose", By::Month, 60..=60, "trade"),
        ("earth_leakage.test", By::Month, 1..=3, "trade"),
        ("board.inspection", By::Month, 36..=60, "trade"),
        ("surge.check", By::Month, 12..=12, "trade"),
        ("gate.service", By::Month, 12..=12, "published"),
        ("gate.battery", By::Month, 18..=36, "published"),
        ("garage.service", By::Month, 12..=12, "published"),
        ("waterproofing.recoat", By::Month, 36..=60, "trade"),
        ("paint.repaint", By::Month, 84..=96, "published"),
        ("timber.treat", By::Month, 6..=6, "published"),
        ("septic.empty", By::Month, 24..=60, "published"),
        ("septic.pumps", By::Month, 12..=12, "published"),
        ("pool_pump.basket", By::Week, 1..=1, "published"),
        ("pool_pump.service", By::Month, 12..=12, "published"),
        ("pool_filter.backwash", By::Week, 1..=2, "published"),
        ("pool_filter.sand", By::Month, 36..=60, "published"),
        ("pool_filter.cartridge", By::Month, 12..=36, "published"),
        ("pool.salt_cell", By::Month, 36..=84, "published"),
        ("solar.clean", By::Month, 3..=6, "published"),
        ("inverter.check", By::Month, 12..=12, "trade"),
        ("battery.check", By::Month, 12..=12, "trade"),
        ("fence.test", By::Month, 6..=12, "trade"),
        ("extinguisher.service", By::Month, 12..=12, "trade"),
        ("generator.service", By::Month, 6..=12, "trade"),
        ("borehole.service", By::Month, 12..=12, "trade"),
        ("lift.contract", By::Month, 12..=12, "trade"),
    ];
    let seasons = [
        ("gutters.clean", Season::BeforeCapeWinter, Season::AutumnAndSpring, "published"),
        ("roof.inspection", Season::BeforeCapeWinter, Season::BeforeHighveldStorms, "trade"),
    ];
    let known: usize = all().iter().flat_map(|care| &care.systems).map(|sort| sort.tasks.len()).sum();
    assert_eq!(known, rows.len() + seasons.len());
    for (key, by, every, basis) in rows {
        let task = task(key);
        let recurrence = task.recurrence(None).expect(key);
        assert_eq!((recurrence.by, recurrence.from, task.source.basis.as_str()), (by, Basis::Done, basis), "{key}");
        assert!(every.contains(&recurrence.every), "{key}");
    }
    for (key, winter, summer, basis) in seasons {
        let task = task(key);
        let season = |region| task.recurrence(region).and_then(|recurrence| recurrence.season);
        assert_eq!(season(Some(Region::WinterRain)), Some(winter), "{key}");
        assert_eq!((season(Some(Region::SummerRain)), season(None)), (Some(summer), Some(summer)), "{key}");
        assert_eq!(task.source.basis, basis, "{key}");
    }
}

#[test]
fn the_first_day_is_never_later_than_what_is_known_allows() {
    let today: Date = "2026-11-27".parse().expect("a date");
    let rows = [
        // Installed lately: an interval after that. Long ago, or nobody knows: soon.
        ("geyser.service", Some("2026-06-01"), "2027-06-01"),
        ("geyser.service", Some("2026"), "2027-01-01"),
        ("geyser.service", Some("2015"), "2026-12-27"),
        ("geyser.service", None, "2026-12-27"),
        ("pool_pump.basket", None, "2026-12-04"),
        ("gutters.clean", None, "2027-04-30"),
    ];
    for (key, installed, expected) in rows {
        let system = System { installed: installed.map(|text| text.parse().expect("a date")), ..System::default() };
        let made = task(key).task(RecordId::default(), &system, None, today);
        assert_eq!(made.due.map(|due| due.to_string()).as_deref(), Some(expected), "{key} {installed:?}");
        assert_eq!((made.catalogue.as_str(), made.interval_basis), (key, IntervalBasis::Published));
    }
    assert_eq!(all()[0].tasks(SystemType::Other), []);
}
