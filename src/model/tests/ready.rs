//! Ready to sell: what is fit on the day, what is ordered when, what does not apply.

use model::basis::{Home, Municipality, Paper, Reason, Thing};
use model::certificate::{Certificate, CertificateType};
use model::entry::Entry;
use model::ready::{Line, Step, checklist, lead_days, paid_cents};
use model::system::SystemType;
use model::{Date, Money, RecordId};
use proptest::prelude::*;
use uuid::Uuid;

use CertificateType::{Beetle, ElectricFence, Electrical, Gas, Geyser, Nhbrc, Occupancy, SolarPv, Water};

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn home() -> Home {
    let sorts = [SystemType::DistributionBoard, SystemType::GasInstallation, SystemType::Geyser];
    let systems = sorts.iter().map(|sort| Thing {
        id: RecordId(Uuid::from_u128(*sort as u128 + 1)),
        sort: *sort,
        parent: None,
        installed: "2016".parse().ok(),
        in_use: true,
    });
    let issued = |sort: CertificateType, issued: &str| Paper {
        root: RecordId(Uuid::from_u128(100 + sort as u128)),
        id: RecordId(Uuid::from_u128(100 + sort as u128)),
        letter: Certificate { sort, issued: issued.parse().ok(), test_report: Some(true), ..Certificate::default() },
    };
    Home {
        municipality: Municipality::CapeTown,
        built: Some(2016),
        systems: systems.collect(),
        papers: vec![issued(Electrical, "2025-06-01"), issued(Gas, "2022-06-01")],
        ..Home::default()
    }
}

fn of<'a>(lines: &'a [Line<'a>], sort: CertificateType) -> &'a Line<'a> {
    lines.iter().find(|line| line.sort == sort).expect("every sort has a line")
}

#[test]
fn the_list_says_what_to_do_for_each_sort() {
    let home = home();
    let lines = checklist(&home, day("2026-11-21"), day("2027-03-31"));
    let rows = [
        (Electrical, Step::Fit),
        (Gas, Step::Order),
        (Water, Step::Order),
        (ElectricFence, Step::None),
        (Geyser, Step::None),
        (SolarPv, Step::None),
        (Beetle, Step::None),
        (Nhbrc, Step::None),
        (Occupancy, Step::Ask),
    ];
    for (sort, step) in rows {
        assert_eq!(of(&lines, sort).step, step, "{sort}");
    }
    assert!(lines.is_sorted_by_key(|line| line.step));
    let fit = of(&lines, Electrical);
    assert_eq!((fit.finding.until, fit.order), (Some(day("2027-06-01")), None));
    let gas = of(&lines, Gas).order.expect("a new one for each transfer");
    assert_eq!((gas.from, gas.by, gas.lead_days), (day("2026-11-21"), day("2027-03-10"), 21));
    // A contract may ask for what no law does: then between these days.
    let beetle = of(&lines, Beetle);
    assert_eq!(beetle.finding.reason, Reason::ContractOnly);
    let order = beetle.order.expect("it can be ordered");
    assert_eq!((order.from, order.by), (day("2026-12-31"), day("2027-03-17")));
}

#[test]
fn an_old_beetle_certificate_is_for_the_contract_to_ask_for() {
    let mut home = home();
    let letter = Certificate { sort: Beetle, issued: "2025-03-17".parse().ok(), ..Certificate::default() };
    home.papers.push(Paper { root: RecordId::default(), id: RecordId::default(), letter });
    let lines = checklist(&home, day("2026-11-21"), day("2027-03-31"));
    assert_eq!((of(&lines, Beetle).step, of(&lines, Beetle).finding.reason), (Step::Ask, Reason::Over));
}

#[test]
fn a_later_day_a_near_one_and_one_that_has_passed() {
    let home = home();
    let today = day("2026-11-21");
    let later = checklist(&home, today, day("2028-02-29"));
    let order = of(&later, Electrical).order.expect("it is too old by then");
    assert_eq!((of(&later, Electrical).step, order.from), (Step::Order, day("2026-11-21")));
    let far = checklist(&home, today, day("2030-02-28"));
    assert_eq!(of(&far, Electrical).order.expect("an order").from, day("2028-02-28"));
    let near = checklist(&home, today, day("2026-11-30"));
    let order = of(&near, Gas).order.expect("an order");
    assert!(order.by < today && order.from == today);
    let past = checklist(&home, today, day("2026-10-01"));
    assert!(past.iter().all(|line| line.order.is_none() && line.step != Step::Order));
}

#[test]
fn elsewhere_no_water_certificate_is_asked_for_and_in_an_unknown_place_it_has_to_be_found_out() {
    for (municipality, step) in [(Municipality::Other, Step::None), (Municipality::Unknown, Step::Ask)] {
        let home = Home { municipality, ..home() };
        assert_eq!(of(&checklist(&home, day("2026-11-21"), day("2027-03-31")), Water).step, step);
    }
}

proptest! {
    #[test]
    fn what_is_ordered_on_the_first_day_is_still_fresh_on_the_last(
        year in 2026..2040, month in 1..13_u32, date in 1..32_u32, sort in prop::sample::select(vec![Electrical, Beetle]),
    ) {
        let (today, Some(on)) = (day("2026-01-01"), Date::of(year, month, date)) else { return Ok(()) };
        let mut home = home();
        home.papers.clear();
        let order = of(&checklist(&home, today, on), sort).order;
        let Some(order) = order else { return Err(TestCaseError::fail("no order")) };
        prop_assert_eq!(on.days_since(order.by), i64::from(lead_days(sort)));
        let letter = Certificate { sort, issued: Some(order.from.into()), test_report: Some(true), ..Certificate::default() };
        home.papers.push(Paper { root: RecordId::default(), id: RecordId::default(), letter });
        prop_assert_eq!(of(&checklist(&home, today, on), sort).step, Step::Fit);
    }
}

#[test]
fn what_a_certificate_cost_is_what_its_day_and_its_issuer_say_and_nothing_else() {
    let issuer = RecordId(Uuid::from_u128(1));
    let other = RecordId(Uuid::from_u128(2));
    let entry = |when: &str, contact: Option<RecordId>, cents: i64| Entry {
        when: when.parse().ok(),
        contact,
        cost: (cents > 0).then(|| Money::rand(cents)),
        ..Entry::default()
    };
    let rows = [
        ("2026-03-04", Some(issuer), vec![entry("2026-03-04", Some(issuer), 185_000)], Some(185_000)),
        (
            "2026-03-04",
            Some(issuer),
            vec![entry("2026-03-04", Some(issuer), 90_000), entry("2026-03-04", Some(issuer), 10_000)],
            Some(100_000),
        ),
        ("2026-03-04", Some(issuer), vec![entry("2026-03-05", Some(issuer), 185_000)], None),
        ("2026-03-04", Some(issuer), vec![entry("2026-03-04", Some(other), 185_000)], None),
        ("2026-03-04", Some(issuer), vec![entry("2026-03-04", Some(issuer), 0)], None),
        ("2026-03-04", None, vec![entry("2026-03-04", None, 185_000)], None),
        ("2026-03", Some(issuer), vec![entry("2026-03", Some(issuer), 185_000)], None),
    ];
    for (issued, contact, entries, expected) in rows {
        let paper = Certificate { issued: issued.parse().ok(), contact, ..Certificate::default() };
        assert_eq!(paid_cents(&paper, entries.iter()), expected, "{issued} {entries:?}");
    }
}
