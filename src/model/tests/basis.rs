//! What certificates are good for: every sort, for every purpose, on several days; the worked cases of the trade; what is known in part only.

use model::basis::{
    Alteration, Home, Municipality, Paper, Purpose, Reason, Thing, Verdict, finding, inspect_by, missing, standing,
};
use model::certificate::{Basis, Certificate, CertificateType};
use model::entry::{Entry, EntryType};
use model::life::Source;
use model::system::SystemType;
use model::{Date, PartialDate, RecordId};
use proptest::prelude::*;
use uuid::Uuid;

use CertificateType::{Beetle, ElectricFence, Electrical, Gas, Geyser, Nhbrc, Occupancy, Other, SolarPv, Water};
use Purpose::{Insurance, Safety, Transfer};
use Verdict::{Fails, Holds, NotRequired, Unknown};

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn partial(text: &str) -> Option<PartialDate> {
    Some(text.parse().expect(text))
}

/// The system of a sort in every home of these tests.
fn of_sort(sort: SystemType) -> RecordId {
    rid(1000 + sort as u128)
}

fn thing(sort: SystemType, installed: &str) -> Thing {
    Thing { id: of_sort(sort), sort, parent: None, installed: partial(installed), in_use: true }
}

/// A home in Cape Town, built and lived in since 2015, with one system of each sort that certificates cover.
fn home() -> Home {
    let sorts = [
        SystemType::DistributionBoard,
        SystemType::GasInstallation,
        SystemType::ElectricFence,
        SystemType::Geyser,
        SystemType::SolarPanels,
        SystemType::Roof,
    ];
    Home {
        municipality: Municipality::CapeTown,
        built: Some(2015),
        occupied: partial("2015-06-10"),
        systems: sorts.iter().map(|sort| thing(*sort, "2015-05")).collect(),
        ..Home::default()
    }
}

/// A certificate with everything that has to be with it.
fn paper(number: u128, sort: CertificateType, issued: &str) -> Paper {
    let letter = Certificate {
        sort,
        issued: partial(issued),
        test_report: Some(true),
        digital: Some(true),
        registered: Some(true),
        ..Certificate::default()
    };
    Paper { root: rid(number), id: rid(number), letter }
}

fn altered(when: &str, sort: SystemType) -> Alteration {
    Alteration { entry: rid(77), when: partial(when), systems: vec![of_sort(sort)] }
}

/// The home with a certificate of each sort, all of that date.
fn papered(issued: &str) -> Home {
    let papers = CertificateType::ALL.iter().zip(1..).map(|(sort, number)| {
        let mut paper = paper(number, *sort, issued);
        if *sort == Other {
            (paper.letter.basis, paper.letter.months) = (Some(Basis::Reinspect), Some(12));
        }
        paper
    });
    Home { papers: papers.collect(), ..home() }
}

#[test]
fn every_sort_for_every_purpose_on_six_days() {
    // Issued on 31 August 2023. The day before; that day; three months on; two years on; a day more; five years and a day on.
    let days = ["2023-08-30", "2023-08-31", "2023-11-30", "2025-08-31", "2025-09-01", "2028-09-01"].map(day);
    let no = [NotRequired; 6];
    let altered = [Fails, Holds, Holds, Holds, Holds, Holds];
    let rows: [(CertificateType, Purpose, [Verdict; 6]); 30] = [
        (Electrical, Safety, altered),
        (Electrical, Transfer, [Fails, Holds, Holds, Holds, Fails, Fails]),
        (Electrical, Insurance, altered),
        (Gas, Safety, [Fails, Holds, Holds, Holds, Holds, Fails]),
        (Gas, Transfer, [Fails; 6]),
        (Gas, Insurance, [Fails, Holds, Holds, Holds, Holds, Fails]),
        (ElectricFence, Safety, altered),
        (ElectricFence, Transfer, altered),
        (ElectricFence, Insurance, altered),
        (Water, Safety, no),
        (Water, Transfer, [Fails; 6]),
        (Water, Insurance, no),
        (Geyser, Safety, no),
        (Geyser, Transfer, no),
        (Geyser, Insurance, altered),
        // The whole installation's certificate has to be there too.
        (SolarPv, Safety, altered),
        (SolarPv, Transfer, altered),
        (SolarPv, Insurance, altered),
        (Beetle, Safety, no),
        (Beetle, Transfer, [Fails, Holds, Holds, Fails, Fails, Fails]),
        (Beetle, Insurance, no),
        // The clocks of 10 June 2015 ended on 10 June 2020.
        (Nhbrc, Safety, no),
        (Nhbrc, Transfer, no),
        (Nhbrc, Insurance, no),
        (Occupancy, Safety, altered),
        (Occupancy, Transfer, altered),
        (Occupancy, Insurance, altered),
        (Other, Safety, [Fails, Holds, Holds, Fails, Fails, Fails]),
        (Other, Transfer, [Fails, Holds, Holds, Fails, Fails, Fails]),
        (Other, Insurance, [Fails, Holds, Holds, Fails, Fails, Fails]),
    ];
    let home = papered("2023-08-31");
    for (sort, purpose, expected) in rows {
        let paper = home.papers.iter().find(|paper| paper.letter.sort == sort).expect("one of each");
        let found = days.map(|day| finding(&home, paper, day, purpose).verdict);
        assert_eq!(found, expected, "{sort} for {purpose}");
    }
}

#[test]
fn an_electrical_certificate_carries_a_transfer_for_two_years_and_safety_until_it_is_altered() {
    let mut home = papered("2024-02-29");
    let own = home.papers[0].clone();
    let found = finding(&home, &own, day("2026-02-28"), Transfer);
    assert_eq!((found.verdict, found.until, found.basis), (Holds, Some(day("2026-02-28")), Basis::TransferWindow));
    let found = finding(&home, &own, day("2026-03-01"), Transfer);
    assert_eq!((found.verdict, found.reason, found.until), (Fails, Reason::Over, Some(day("2026-02-28"))));
    assert!(found.confirm && matches!(found.source, Source::Published(source) if source.contains("7(5)")));
    assert_eq!(finding(&home, &own, day("2036-03-01"), Safety).verdict, Holds);

    home.alterations = vec![altered("2026-05-04", SystemType::DistributionBoard)];
    let found = finding(&home, &own, day("2026-05-04"), Safety);
    assert_eq!((found.verdict, found.reason, found.altered_by), (Fails, Reason::Altered, Some(rid(77))));
    assert_eq!(finding(&home, &own, day("2026-05-03"), Safety).verdict, Holds);
    // The roof is not what it covers.
    home.alterations = vec![altered("2026-05-04", SystemType::Roof)];
    assert_eq!(finding(&home, &own, day("2026-06-01"), Safety).verdict, Holds);

    // A supplementary certificate for the addition.
    home.alterations = vec![altered("2026-05-04", SystemType::DistributionBoard)];
    for (issued, expected) in [("2026-05-03", Fails), ("2026-05-04", Holds), ("2026-05-20", Holds), ("2026", Fails)] {
        let mut supplement = paper(50, Electrical, issued);
        supplement.letter.supplements = Some(own.root);
        home.papers.push(supplement);
        let found = finding(&home, &own, day("2026-12-31"), Safety);
        assert_eq!(found.verdict, expected, "{issued}");
        assert_eq!(found.reason == Reason::Supplemented, expected == Holds, "{issued}");
        assert_eq!(standing(&home, Electrical, day("2026-12-31"), Safety).0.map(|paper| paper.root), Some(own.root));
        home.papers.pop();
    }
}

#[test]
fn what_has_to_be_with_a_certificate_is_never_taken_for_granted() {
    let mut home = papered("2024-03-01");
    let found = |home: &Home, at: usize, purpose| {
        let found = finding(home, &home.papers[at], day("2024-06-01"), purpose);
        (found.verdict, found.reason)
    };
    home.papers[0].letter.test_report = None;
    assert_eq!(found(&home, 0, Safety), (Unknown, Reason::TestReportUnknown));
    home.papers[0].letter.test_report = Some(false);
    assert_eq!(found(&home, 0, Safety), (Fails, Reason::NoTestReport));
    home.papers[1].letter.digital = None;
    assert_eq!(found(&home, 1, Safety), (Unknown, Reason::DigitalUnknown));
    home.papers[1].letter.digital = Some(false);
    assert_eq!(found(&home, 1, Safety), (Fails, Reason::NotDigital));
    // Before 1 April 2023 it could be on paper; of a year alone it cannot be told.
    home.papers[1].letter.issued = partial("2023-03-31");
    assert_eq!(found(&home, 1, Safety), (Holds, Reason::Stands));
    home.papers[1].letter.issued = partial("2023");
    assert_eq!(found(&home, 1, Safety), (Unknown, Reason::DigitalUnknown));
    home.papers[5].letter.registered = None;
    assert_eq!(found(&home, 5, Safety), (Holds, Reason::Stands));
    assert_eq!(found(&home, 5, Insurance), (Unknown, Reason::RegistrationUnknown));
    home.papers[5].letter.registered = Some(false);
    assert_eq!(found(&home, 5, Transfer), (Fails, Reason::NotRegistered));
    // Without a certificate for the whole installation there is none for the panels.
    let solar = home.papers[5].clone();
    let alone = Home { papers: vec![solar.clone()], ..self::home() };
    let found = finding(&alone, &solar, day("2024-06-01"), Safety);
    assert_eq!((found.verdict, found.reason), (Unknown, Reason::NoMain));
}

#[test]
fn gas_and_cape_town_water_are_made_out_for_one_change_of_ownership() {
    let mut home = papered("2024-03-01");
    for at in [1, 3] {
        let found = finding(&home, &home.papers[at], day("2024-04-01"), Transfer);
        assert_eq!((found.verdict, found.reason), (Fails, Reason::NewPerTransfer));
        for (transfer, on, expected) in [
            ("2024-04-15", "2024-04-15", Holds),
            ("2024-04-15", "2024-04-16", Fails),
            ("2024-04", "2024-04-01", Holds),
            ("2024-04", "2024-04-02", Unknown),
            ("2024-04", "2024-05-01", Fails),
        ] {
            home.papers[at].letter.transfer = partial(transfer);
            assert_eq!(finding(&home, &home.papers[at], day(on), Transfer).verdict, expected, "{transfer} {on}");
        }
    }
    // Only Cape Town asks for water.
    home.municipality = Municipality::Other;
    let found = finding(&home, &home.papers[3], day("2024-04-01"), Transfer);
    assert_eq!((found.verdict, found.reason), (NotRequired, Reason::OtherMunicipality));
    home.municipality = Municipality::Unknown;
    assert_eq!(missing(&home, Water, day("2024-04-01"), Transfer).reason, Reason::MunicipalityUnknown);
    for (city, expected) in [
        ("Cape Town", Municipality::CapeTown),
        (" City of CAPE TOWN ", Municipality::CapeTown),
        ("Johannesburg", Municipality::Other),
        ("Bellville", Municipality::Unknown),
        ("", Municipality::Unknown),
    ] {
        assert_eq!(Municipality::of(city), expected, "{city}");
    }
}

#[test]
fn nothing_ever_says_that_the_law_requires_a_certificate_of_an_ordinary_geyser() {
    let today = day("2026-11-21");
    let bare = home();
    for purpose in Purpose::ALL {
        let found = missing(&bare, Geyser, today, *purpose);
        assert_ne!(found.verdict, Fails, "{purpose}");
    }
    assert_eq!(missing(&bare, Geyser, today, Insurance).reason, Reason::InsurerAsks);
    assert_eq!(missing(&bare, Geyser, day("2022-06-23"), Safety).verdict, Fails);
    assert_eq!(missing(&bare, Geyser, day("2022-06-24"), Safety).verdict, NotRequired);
    // Solar geysers and heat pumps still need one.
    for sort in [SystemType::SolarGeyser, SystemType::HeatPump] {
        let mut other = home();
        other.systems.push(thing(sort, "2024"));
        let found = missing(&other, Geyser, today, Safety);
        assert_eq!((found.verdict, found.reason), (Fails, Reason::Missing), "{sort}");
        let mut named = paper(9, Geyser, "2024-06-01");
        named.letter.systems = vec![of_sort(sort)];
        assert_eq!(finding(&other, &named, today, Safety).verdict, Holds, "{sort}");
        named.letter.systems = vec![of_sort(SystemType::Geyser)];
        assert_eq!(finding(&other, &named, today, Safety).verdict, NotRequired, "{sort}");
    }
}

#[test]
fn a_fence_from_before_the_rule_needs_none_until_it_is_altered_or_sold() {
    let today = day("2026-11-21");
    let fenced = |installed: &str| Home { systems: vec![thing(SystemType::ElectricFence, installed)], ..home() };
    for (installed, expected) in [
        ("2012-10-01", NotRequired),
        ("2012-10-02", Fails),
        ("2012", Fails),
        ("../2012", NotRequired),
        ("2011~", Fails),
    ] {
        assert_eq!(missing(&fenced(installed), ElectricFence, today, Safety).verdict, expected, "{installed}");
        assert_eq!(missing(&fenced(installed), ElectricFence, today, Transfer).verdict, Fails, "{installed}");
    }
    let mut old = fenced("2008");
    old.alterations = vec![altered("2014", SystemType::ElectricFence)];
    assert_eq!(missing(&old, ElectricFence, today, Safety).verdict, Fails);
    assert_eq!(missing(&old, ElectricFence, day("2013-01-01"), Safety).verdict, NotRequired);
    assert!(missing(&old, ElectricFence, today, Transfer).confirm);
}

#[test]
fn the_clocks_of_a_new_home_run_from_its_first_occupation() {
    let at = |occupied: Option<&str>, built: Option<i32>, on: &str| {
        let home =
            Home { occupied: occupied.and_then(partial), built, papers: vec![paper(1, Nhbrc, "2020")], ..home() };
        let found = finding(&home, &home.papers[0], day(on), Transfer);
        (found.verdict, found.until.map(|day| day.to_string()))
    };
    let until = |text: &str| Some(text.to_owned());
    assert_eq!(at(Some("2021-02-28"), Some(2021), "2026-02-28"), (Holds, until("2026-02-28")));
    assert_eq!(at(Some("2021-02-28"), Some(2021), "2026-03-01").0, NotRequired);
    assert_eq!(at(Some("2021"), None, "2026-01-01"), (Holds, until("2026-01-01")));
    assert_eq!(at(Some("2021"), None, "2026-06-01").0, Unknown);
    assert_eq!(at(None, Some(1936), "2026-06-01").0, NotRequired);
    assert_eq!(at(None, None, "2026-06-01").0, Unknown);
    let young = Home { occupied: partial("2024-01-10"), ..home() };
    assert_eq!(missing(&young, Nhbrc, day("2026-01-01"), Transfer).verdict, Fails);
}

#[test]
fn what_is_known_in_part_is_never_read_in_the_homes_favour() {
    let on = day("2026-06-15");
    for (issued, expected) in [
        // Two years before the day, day by day, month by month, year by year.
        ("2024-06-15", Holds),
        ("2024-06", Unknown),
        ("2024-07", Holds),
        ("2024", Unknown),
        ("2025", Holds),
        ("2025~", Unknown),
        ("2023", Fails),
        ("../2025", Unknown),
        ("../2024-06-01", Fails),
        // Not issued by then, or maybe not.
        ("2026-06-16", Fails),
        ("2026-06", Unknown),
        ("2026", Unknown),
        ("2027", Fails),
        // Older than the house.
        ("2014", Fails),
    ] {
        let mut one = paper(1, Electrical, issued);
        let found = finding(&home(), &one, on, Transfer).verdict;
        assert_eq!(found, expected, "{issued}");
        one.letter.issued = None;
        assert_eq!(finding(&home(), &one, on, Transfer).reason, Reason::Undated);
    }
    let older = paper(1, Electrical, "2014-03-01");
    let found = finding(&home(), &older, on, Safety);
    assert_eq!((found.verdict, found.reason), (Unknown, Reason::BeforeHouse));
    assert_eq!(finding(&home(), &paper(1, Electrical, "2015"), on, Safety).verdict, Holds);

    // An alteration in the year of the certificate may have come after it.
    let rows = [
        ("2020-05-04", "2020-05-04", Holds),
        ("2020-05-04", "2020-05", Unknown),
        ("2020-05-04", "2020-06", Fails),
        ("2020-05-04", "2020-04", Holds),
        ("2020", "2020-06-01", Unknown),
        ("2020", "2021", Fails),
        ("2020", "2019", Holds),
        ("2020", "../2021", Unknown),
        ("2020", "../2020", Holds),
        ("../2020", "2019", Unknown),
        ("2020-05-04", "2026", Unknown),
        ("2020-05-04", "2026-07", Holds),
    ];
    for (issued, when, expected) in rows {
        let mut home = home();
        home.alterations = vec![altered(when, SystemType::DistributionBoard)];
        let found = finding(&home, &paper(1, Electrical, issued), on, Safety);
        assert_eq!(found.verdict, expected, "issued {issued}, altered {when}");
    }
    // Who is not told what was altered is not told that it stands.
    let partial = Home { is_partial: true, ..home() };
    assert_eq!(finding(&partial, &paper(1, Electrical, "2024"), on, Safety).reason, Reason::MayBeAltered);
}

#[test]
fn what_it_covered_may_be_gone_and_parts_are_covered_with_the_whole() {
    let on = day("2026-06-15");
    let mut home = home();
    let mut own = paper(1, Gas, "2024-06-01");
    own.letter.systems = vec![of_sort(SystemType::GasInstallation)];
    let hose =
        Thing { id: rid(5), sort: SystemType::Other, parent: Some(own.letter.systems[0]), ..home.systems[1].clone() };
    home.systems.push(hose);
    home.alterations = vec![Alteration { entry: rid(77), when: partial("2025"), systems: vec![rid(5)] }];
    assert_eq!(finding(&home, &own, on, Safety).reason, Reason::Altered);
    assert_eq!(finding(&home, &paper(1, Gas, "2024-06-01"), on, Safety).reason, Reason::Altered);
    home.alterations.clear();
    assert_eq!(finding(&home, &own, on, Safety).verdict, Holds);
    assert_eq!(inspect_by(&own), Some(day("2029-06-01")));
    home.systems[1].in_use = false;
    assert_eq!(finding(&home, &own, on, Safety).reason, Reason::Replaced);
}

#[test]
fn an_installation_alters_unless_it_is_said_that_it_did_not() {
    let rows = [
        (EntryType::Installation, None, true),
        (EntryType::Installation, Some(false), false),
        (EntryType::Repair, None, false),
        (EntryType::Repair, Some(true), true),
        (EntryType::Note, Some(true), true),
    ];
    for (sort, alters, expected) in rows {
        let entry = Entry { sort, alters, ..Entry::default() };
        assert_eq!(Alteration::of(rid(1), &entry).is_some(), expected, "{sort} {alters:?}");
    }
}

#[test]
fn of_another_sort_the_form_says_what_it_rests_on() {
    let on = day("2026-06-15");
    let at = |basis, months| {
        let mut own = paper(1, Other, "2025-06-15");
        (own.letter.basis, own.letter.months) = (basis, months);
        let found = finding(&home(), &own, on, Transfer);
        (found.verdict, found.reason)
    };
    assert_eq!(at(None, None), (Unknown, Reason::BasisUnknown));
    assert_eq!(at(Some(Basis::Contract), None), (Unknown, Reason::BasisUnknown));
    assert_eq!(at(Some(Basis::Contract), Some(12)), (Holds, Reason::Stands));
    assert_eq!(at(Some(Basis::Contract), Some(11)), (Fails, Reason::Over));
    assert_eq!(at(Some(Basis::UntilAltered), None), (Holds, Reason::Stands));
    assert_eq!(at(Some(Basis::NoRequirement), None), (NotRequired, Reason::NoNationalRequirement));
    let abroad = Home { is_abroad: true, ..home() };
    assert_eq!(missing(&abroad, Electrical, on, Safety).reason, Reason::OtherCountry);
}

fn dates() -> impl Strategy<Value = PartialDate> {
    (2014..2030, 1..13_u32, 1..29_u32, 0..6_u8).prop_map(|(year, month, day, form)| {
        let text = match form {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}~"),
            3 => format!("../{year}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        text.parse().expect("a date")
    })
}

fn alterations() -> impl Strategy<Value = Alteration> {
    (dates(), 0..6_usize).prop_map(|(when, system)| {
        let systems = vec![home().systems[system].id];
        Alteration { entry: rid(77), when: Some(when), systems }
    })
}

proptest! {
    #[test]
    fn an_alteration_after_it_never_makes_a_verdict_better(
        issued in prop::collection::vec((dates(), any::<bool>()), 10),
        before in prop::collection::vec(alterations(), 0..4),
        later in alterations(),
        on in dates(),
    ) {
        let mut home = papered("2023");
        for (paper, (issued, supplements)) in home.papers.iter_mut().zip(issued) {
            paper.letter.issued = Some(issued);
            paper.letter.supplements = supplements.then(|| rid(1));
        }
        home.alterations = before;
        let mut more = home.clone();
        more.alterations.push(later.clone());
        for paper in &home.papers {
            let comes_after = later.when.and_then(|when| when.earliest()) > paper.letter.issued.map(|issued| issued.latest());
            for purpose in Purpose::ALL {
                let (was, is) = (finding(&home, paper, on.last(), *purpose), finding(&more, paper, on.last(), *purpose));
                prop_assert!(!comes_after || is.verdict <= was.verdict, "{} {purpose} {was:?} {is:?}", paper.letter.sort);
                prop_assert!(was.until == is.until || was.verdict == NotRequired);
            }
        }
    }
}
