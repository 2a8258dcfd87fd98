//! How a scheme stands, place by place: the order, the days of certificates, and that what is put in one by one is what is worked out at once.

use crate::{cases, day, rid};
use model::Date;
use model::basis::Purpose;
use model::certificate::CertificateType as Sort;
use model::estate::grid::{Cause, Column, Mark};
use model::estate::matrix::Code;
use model::scheme::board::{Board, Papers, reserve};
use model::scheme::{Budget, Building, CapitalItem, Hidden, Proof, Scheme, Spot, Sum, Unit, UnitStanding};
use proptest::collection::vec;
use proptest::prelude::*;

fn unit(number: &str, building: Option<u128>, common: bool) -> Unit {
    let building = building.map(rid);
    Unit { number: number.into(), building, common: common.then_some(true), ..Unit::default() }
}

/// Three units in two buildings, and a common place.
fn board() -> Board {
    let building = |name: &str, place| Building { name: name.into(), place, ..Building::default() };
    let buildings = vec![(rid(2), building("Erica", 2)), (rid(1), building("Disa", 1))];
    let units = vec![
        (rid(110), unit("10", Some(1), false)),
        (rid(102), unit("2", Some(2), false)),
        (rid(103), unit("3", None, false)),
        (rid(190), unit("Gates", None, true)),
    ];
    Board::new(buildings, units)
}

fn proof(sort: Sort, code: Code, until: Option<&str>, ended: Option<&str>) -> Proof {
    let (until, ended) = (until.map(day), ended.map(day));
    Proof { sort, purpose: Purpose::Safety, code, unsure: false, until, ended }
}

#[test]
fn places_stand_as_people_read_them_and_the_common_property_last() {
    let board = board();
    let names: Vec<&str> = board.seats().iter().map(|seat| seat.unit.number.as_str()).collect();
    assert_eq!(names, ["2", "3", "10", "Gates"]);
    assert_eq!(board.buildings(), ["Disa", "Erica", ""]);
    assert_eq!(board.seats().iter().map(|seat| seat.building).collect::<Vec<_>>(), [1, 2, 0, 2]);
    assert_eq!((board.units(), board.count(Mark::NotShared)), (3, 48));
}

#[test]
fn the_code_of_a_day_is_that_of_the_first_link_that_reaches_it() {
    let mut board = board();
    let proofs = vec![
        proof(Sort::Electrical, Code::Fine, Some("2026-12-31"), None),
        proof(Sort::Electrical, Code::NotCurrent, None, Some("2026-12-31")),
        proof(Sort::Gas, Code::Fine, Some("2026-06-30"), None),
    ];
    let standing = UnitStanding {
        unit: Some(rid(102)),
        on: Some(day("2026-11-27")),
        held: true,
        proofs,
        ..UnitStanding::default()
    };
    assert_eq!(board.tell(standing), Some(0));
    for (on, electrical, gas) in [
        ("2026-06-30", Code::Fine, Code::Fine),
        ("2026-12-31", Code::Fine, Code::CannotTell),
        ("2027-01-01", Code::NotCurrent, Code::CannotTell),
    ] {
        let papers = Papers::of(&board, day(on), Purpose::Safety);
        let code = |sort: Sort| papers.rows[0][sort as usize].code;
        assert_eq!(
            (code(Sort::Electrical), code(Sort::Gas), code(Sort::Water)),
            (electrical, gas, Code::NotApplicable)
        );
    }
    let later = Papers::of(&board, day("2027-02-01"), Purpose::Safety);
    let overdue = later.overdue(&board);
    assert_eq!(overdue.len(), 1);
    assert_eq!((overdue[0].unit, overdue[0].since), (rid(102), Some(day("2027-01-01"))));
    // Whom nothing is shown of can be asked too; the common property is nobody else's.
    assert_eq!(later.asked(&board, Sort::Electrical), [rid(102), rid(103), rid(110)]);
    let other = Papers::of(&board, day("2026-11-27"), Purpose::Transfer);
    assert_eq!(other.rows[0][0].code, Code::NotApplicable);
}

#[test]
fn what_is_hidden_is_said_to_be_and_a_stranger_changes_nothing() {
    let mut board = board();
    let hidden = vec![Hidden::Certificates];
    let standing = UnitStanding { unit: Some(rid(103)), linked: true, hidden, ..UnitStanding::default() };
    assert_eq!(board.tell(standing), Some(1));
    assert_eq!(Papers::of(&board, day("2026-11-27"), Purpose::Safety).rows[1][0].code, Code::NotShared);
    let before = board.clone();
    assert_eq!(board.tell(UnitStanding { unit: Some(rid(7)), ..UnitStanding::default() }), None);
    assert_eq!(board.tell(UnitStanding::default()), None);
    assert_eq!(board, before);
}

#[test]
fn the_reserve_is_held_against_what_is_used_up() {
    let scheme = Scheme::default();
    // The roof of R800 000 that lasts 20 years and is due in 4: sixteen twentieths of it are used up.
    let roof = CapitalItem { cost: Some(80_000_000), life: Some(20), due: Some(2031), ..CapitalItem::default() };
    let items = [(rid(1), roof), (rid(2), CapitalItem::default())];
    let budget = |year, opening| Budget { year: Some(year), opening, ..Budget::default() };
    let budgets = [budget(2026, Some(5)), budget(2027, Some(20_000_000)), budget(2028, Some(9))];
    let found = reserve(&scheme, &items, &budgets, day("2026-11-27")).expect("both are told");
    assert_eq!((found.held_cents, found.needed_cents), (20_000_000, 64_000_000));
    assert_eq!(reserve(&scheme, &items[1..], &budgets, day("2026-11-27")), None);
    assert_eq!(reserve(&scheme, &items, &[budget(2027, None)], day("2026-11-27")), None);
}

fn standing() -> impl Strategy<Value = UnitStanding> {
    let spot = (0..12_usize, 0..7_usize, 0..20_usize, any::<u8>()).prop_map(|(column, mark, cause, score)| Spot {
        column: Column::ALL[column],
        mark: Mark::ALL[mark],
        cause: Cause::ALL[cause],
        score,
        systems: 1,
        ..Spot::default()
    });
    let proof = (0..9_usize, 0..9_usize, any::<bool>(), 0..900_u32).prop_map(|(sort, code, unsure, days)| Proof {
        sort: Sort::ALL[sort % Sort::ALL.len()],
        purpose: Purpose::Safety,
        code: Code::ALL[code],
        unsure,
        until: (days > 300).then(|| day("2026-01-01").plus_days(days)),
        ended: None,
    });
    let sum =
        (0..50_u64, 0..50_u64).prop_map(|(earned, bad)| Sum { earned, known: 50, whole: 100, bad, ..Sum::default() });
    let unit = prop::sample::select(vec![102_u128, 103, 110, 190, 999]);
    (unit, vec(spot, 0..12), vec(proof, 0..8), sum.clone(), sum, 0..3_u32).prop_map(
        |(unit, cells, proofs, common, care, emergencies)| UnitStanding {
            unit: Some(rid(unit)),
            cells,
            proofs,
            common,
            care,
            emergencies,
            ..UnitStanding::default()
        },
    )
}

/// What was told last of each unit, put in at once.
fn at_once(told: &[UnitStanding]) -> Board {
    let mut board = board();
    for id in board.seats().iter().map(|seat| seat.id).collect::<Vec<_>>() {
        if let Some(last) = told.iter().rev().find(|one| one.unit == Some(id)) {
            board.tell(last.clone());
        }
    }
    board
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_changes_one_by_one_is_what_stands_at_once(told in vec(standing(), 1..12)) {
        let on: Date = day("2026-11-27");
        let mut board = board();
        let mut papers = Papers::of(&board, on, Purpose::Safety);
        for one in &told {
            if let Some(row) = board.tell(one.clone()) {
                papers.replace(&board.seats()[row], row);
            }
        }
        let expected = at_once(&told);
        prop_assert_eq!(&board, &expected);
        prop_assert_eq!(papers, Papers::of(&expected, on, Purpose::Safety));
        let counted: u32 = Mark::ALL.iter().map(|mark| board.count(*mark)).sum();
        prop_assert_eq!(counted, 48);
    }
}
