//! The compliance matrix: codes, what is overdue, and sums that follow one unit.

use super::{cases, day, rid};
use model::basis::{Alteration, Home, Municipality, Paper, Purpose, Thing};
use model::certificate::{Certificate, CertificateType};
use model::estate::matrix::{Cell, Code, Place, Row, SORTS, Summary, cell, overdue, row};
use model::estate::month::days;
use model::file::FileRef;
use model::system::SystemType;
use proptest::prelude::*;

const BOARD: u128 = 1;

fn home(papers: Vec<Paper>) -> Home {
    let board = Thing {
        id: rid(BOARD),
        sort: SystemType::DistributionBoard,
        parent: None,
        installed: "2015-05".parse().ok(),
        in_use: true,
    };
    Home { municipality: Municipality::CapeTown, built: Some(2015), systems: vec![board], papers, ..Home::default() }
}

fn electrical(issued: &str) -> Paper {
    let letter = Certificate {
        sort: CertificateType::Electrical,
        issued: issued.parse().ok(),
        test_report: Some(true),
        files: vec![FileRef::default()],
        ..Certificate::default()
    };
    Paper { root: rid(50), id: rid(50), letter }
}

#[test]
fn every_reason_code_of_an_electrical_certificate() {
    let today = day("2026-11-27");
    let with = |change: fn(&mut Certificate)| {
        let mut paper = electrical("2026-01-10");
        change(&mut paper.letter);
        home(vec![paper])
    };
    let altered = |when: &str| {
        let alteration = Alteration { entry: rid(7), when: when.parse().ok(), systems: vec![rid(BOARD)] };
        Home { alterations: vec![alteration], ..home(vec![electrical("2026-01-10")]) }
    };
    let abroad = Home { is_abroad: true, ..home(vec![]) };
    let rows = [
        (with(|_| ()), Purpose::Transfer, Code::Fine, true),
        (home(vec![]), Purpose::Transfer, Code::NoneFound, true),
        (home(vec![electrical("2024-11-26")]), Purpose::Transfer, Code::NotCurrent, true),
        // Known to the month: it may be over.
        (home(vec![electrical("2024-11")]), Purpose::Transfer, Code::NotCurrent, false),
        (home(vec![electrical("2020-11-26")]), Purpose::Safety, Code::Fine, true),
        (altered("2026-05-01"), Purpose::Safety, Code::AlteredSince, true),
        (altered("2026"), Purpose::Safety, Code::AlteredSince, false),
        (altered("2025-05-01"), Purpose::Safety, Code::Fine, true),
        (home(vec![electrical("2027-01-01")]), Purpose::Safety, Code::WrongTime, true),
        (with(|letter| letter.issued = None), Purpose::Safety, Code::WrongTime, false),
        (with(|letter| letter.test_report = Some(false)), Purpose::Safety, Code::DocumentMissing, true),
        (with(|letter| letter.test_report = None), Purpose::Safety, Code::DocumentMissing, false),
        (with(|letter| letter.files.clear()), Purpose::Safety, Code::DocumentMissing, true),
        (abroad, Purpose::Safety, Code::CannotTell, false),
    ];
    for (home, purpose, code, is_sure) in rows {
        let found = cell(&home, CertificateType::Electrical, today, purpose);
        assert_eq!(
            (found.code, found.is_sure),
            (code, is_sure),
            "{:?} {purpose}",
            home.papers.first().map(|paper| &paper.letter.issued)
        );
    }
}

#[test]
fn what_nothing_asks_for_and_what_is_not_shared_is_told_apart() {
    let row = row(&home(vec![]), day("2026-11-27"), Purpose::Safety, |sort| sort != CertificateType::Gas);
    let code = |sort: CertificateType| row[sort as usize].code;
    assert_eq!(code(CertificateType::Gas), Code::NotShared);
    assert_eq!(code(CertificateType::Electrical), Code::NoneFound);
    assert_eq!(code(CertificateType::Beetle), Code::NotApplicable);
    assert_eq!(code(CertificateType::ElectricFence), Code::NotApplicable);
    // Only Cape Town asks for one, and only for a transfer.
    assert_eq!(code(CertificateType::Water), Code::NotApplicable);
    let sale = cell(&home(vec![]), CertificateType::Water, day("2026-11-27"), Purpose::Transfer);
    assert_eq!(sale.code, Code::NoneFound);
}

#[test]
fn what_is_overdue_names_who_answers_for_it_and_what_was_over_first_comes_first() {
    let on = day("2026-11-27");
    let lacking = |code, is_sure, until: Option<&str>| {
        let mut row: Row = [Cell { code: Code::NotApplicable, is_sure: true, until: None }; SORTS];
        row[0] = Cell { code, is_sure, until: until.map(day) };
        row
    };
    let rows = [
        lacking(Code::NoneFound, true, None),
        lacking(Code::NotCurrent, true, Some("2026-10-31")),
        lacking(Code::Fine, true, Some("2026-12-31")),
        lacking(Code::NotCurrent, false, Some("2020-01-31")),
        lacking(Code::NotCurrent, true, Some("2026-01-31")),
        lacking(Code::NotShared, true, None),
    ];
    let places: Vec<Place<'_>> = rows
        .iter()
        .zip(1..)
        .map(|(row, number)| Place { unit: rid(number), responsible: (number > 1).then(|| rid(100 + number)), row })
        .collect();
    let found: Vec<_> = overdue(&places, on).iter().map(|one| (one.unit, one.since, one.responsible)).collect();
    let since = |text: &str| Some(day(text));
    let expected = [
        (rid(5), since("2026-02-01"), Some(rid(105))),
        (rid(2), since("2026-11-01"), Some(rid(102))),
        (rid(1), None, None),
        (rid(4), since("2020-02-01"), Some(rid(104))),
    ];
    assert_eq!(found, expected);
}

#[test]
fn the_trend_is_the_matrix_at_the_end_of_each_month() {
    // It carried a transfer for two years.
    let home = home(vec![electrical("2024-10-15")]);
    let fine = days(day("2026-11-27"), 3).into_iter().map(|on| {
        let row = row(&home, on, Purpose::Transfer, |sort| sort == CertificateType::Electrical);
        Summary::of([&row]).count(CertificateType::Electrical, Code::Fine)
    });
    assert_eq!(fine.collect::<Vec<_>>(), [1, 1, 0, 0]);
}

#[test]
fn what_is_not_known_is_asked_for_and_not_fine() {
    let row = |code| [Cell { code, is_sure: true, until: None }; SORTS];
    let summary = |codes: &[Code]| Summary::of(&codes.iter().map(|code| row(*code)).collect::<Vec<_>>());
    let rows = [
        (summary(&[]), None),
        (summary(&[Code::NotApplicable]), None),
        (summary(&[Code::Fine, Code::NotApplicable]), Some(10_000)),
        (summary(&[Code::Fine, Code::NotShared]), Some(5_000)),
        (summary(&[Code::Fine, Code::CannotTell, Code::NoneFound]), Some(3_333)),
    ];
    for (summary, share) in rows {
        assert_eq!(summary.fine_bp(), share, "{:?}", summary.stand());
    }
}

fn any_row() -> impl Strategy<Value = Row> {
    prop::array::uniform10((0..Code::ALL.len(), any::<bool>()))
        .prop_map(|cells| cells.map(|(code, is_sure)| Cell { code: Code::ALL[code], is_sure, until: None }))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_summary_that_follows_is_the_one_worked_out_anew(
        mut rows in prop::collection::vec(any_row(), 1..12), changes in prop::collection::vec((any::<prop::sample::Index>(), any_row()), 0..12),
    ) {
        let mut summary = Summary::of(&rows);
        for (at, now) in changes {
            let at = at.index(rows.len());
            summary.replace(&rows[at], &now);
            rows[at] = now;
        }
        prop_assert_eq!(summary, Summary::of(&rows));
        let leaver = rows.remove(0);
        summary.remove(&leaver);
        prop_assert_eq!(summary, Summary::of(&rows));
    }
}
