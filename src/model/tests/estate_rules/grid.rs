//! The marks of the grid, and rows in order.

use super::{cases, day, rid};
use model::basis::Home;
use model::entry::Severity;
use model::estate::grid::{Cause, Cell, Column, Filter, Grid, Mark, Order, Tally, Unit, groups, view};
use model::health::weight::{FULL, share};
use model::health::{Health, Known, Lost, Part, Reason, SystemHealth, of_home};
use model::system::{System, SystemType};
use proptest::prelude::*;

fn lost(part: Part, points: u32, confidence: u32, reason: Reason) -> Lost {
    Lost { part, points, confidence, reason }
}

/// A geyser that lost that.
fn geyser(lost: Vec<Lost>) -> SystemHealth {
    let points = FULL - lost.iter().map(|lost| lost.points).sum::<u32>();
    let confidence = FULL - lost.iter().map(|lost| lost.confidence).sum::<u32>();
    let health = Health { score: Some(points), confidence, is_broken: false };
    SystemHealth { id: rid(1), zone: None, share: share(SystemType::Geyser), health, points, lost }
}

fn fault(severity: Severity, points: u32) -> Lost {
    lost(Part::Faults, points, 0, Reason::Fault { fault: rid(9), severity })
}

#[test]
fn a_cell_is_a_mark_and_what_costs_most() {
    let late = lost(Part::Care, 20, 0, Reason::Late { task: rid(2), days: 70_000 });
    let old = lost(Part::Age, 30, 0, Reason::Old { percent: 130, is_due: true });
    let nothing = vec![
        lost(Part::Evidence, 20, 30, Reason::NoPaper),
        lost(Part::Care, 15, 35, Reason::NoCare),
        lost(Part::Age, 15, 35, Reason::InstalledUnknown),
    ];
    let rows = [
        (vec![], vec![], Mark::Good, Cause::Nothing, 0),
        (vec![late], vec![], Mark::Good, Cause::Late, u16::MAX),
        (vec![old, late], vec![], Mark::Fair, Cause::PastLife, 130),
        (vec![fault(Severity::Serious, 25), old], vec![], Mark::Poor, Cause::Serious, 0),
        (vec![fault(Severity::Emergency, 60)], vec![], Mark::Poor, Cause::Emergency, 0),
        (vec![fault(Severity::Minor, 8)], vec![], Mark::Good, Cause::Minor, 0),
        (nothing.clone(), vec![], Mark::Untold, Cause::NoEvidence, 0),
        // What is hidden: the whole of it is not known.
        (vec![old], vec![Part::Age], Mark::Unsure, Cause::AgeHidden, 0),
        (vec![fault(Severity::Emergency, 60)], vec![Part::Faults], Mark::Unsure, Cause::FaultsHidden, 0),
        (vec![], vec![Part::Evidence], Mark::Good, Cause::EvidenceHidden, 0),
        (vec![fault(Severity::Serious, 25)], vec![Part::Age], Mark::Fair, Cause::Serious, 0),
        (nothing, vec![Part::Care, Part::Age, Part::Evidence, Part::Faults], Mark::Untold, Cause::CareHidden, 0),
    ];
    for (lost, hidden, mark, cause, amount) in rows {
        let cell = Cell::of(&geyser(lost.clone()), &hidden);
        let expected = (mark, cause, amount);
        let found = (cell.mark, cell.cause, cell.amount);
        assert_eq!(found, expected, "{lost:?} without {hidden:?}: {cell:?}");
    }
    assert!(size_of::<Cell>() <= 8, "a cell is a few bytes");
}

#[test]
fn a_cell_says_what_the_rules_of_a_home_say() {
    let system = System { sort: SystemType::Geyser, installed: "2010".parse().ok(), ..System::default() };
    let home = Home::default();
    let known = Known {
        today: day("2026-11-27"),
        systems: vec![(rid(1), &system)],
        zones: vec![],
        entries: vec![],
        tasks: &[],
        looked_at: vec![],
        papers: vec![],
        basis: &home,
    };
    let health = of_home(&known);
    let cell = Cell::of(&health.systems[0], &[]);
    assert_eq!((cell.cause, cell.amount, u32::from(cell.score)), (Cause::PastLife, 131, health.systems[0].points));
    // Two in one cell: the worse shows.
    let joined = cell.joined(Cell { mark: Mark::Good, ..cell });
    assert_eq!((joined.mark, joined.systems), (cell.mark, 2));
    assert_eq!(Cell::ABSENT.joined(cell), cell);
}

#[test]
fn every_sort_of_system_has_a_column_and_no_column_is_empty() {
    for column in Column::ALL {
        assert!(SystemType::ALL.iter().any(|sort| Column::of(*sort) == *column), "{column}");
    }
    assert_eq!(Column::COUNT, 12);
}

fn marked(mark: Mark, score: u8) -> Cell {
    Cell { mark, score, systems: 1, ..Cell::ABSENT }
}

/// Four units in two buildings.
fn small() -> Grid {
    let mut grid = Grid::default();
    for (number, building, place) in [(1, 1, 3), (2, 0, 2), (3, 1, 1), (4, 0, 0)] {
        grid.add(Unit { id: rid(number), building, place });
    }
    grid.set(0, Column::Roof, marked(Mark::Fair, 60));
    grid.set(1, Column::Roof, marked(Mark::Poor, 30));
    grid.set(2, Column::Roof, marked(Mark::Poor, 20));
    grid.set(2, Column::Gas, marked(Mark::Good, 90));
    grid
}

#[test]
fn rows_are_put_in_order_filtered_and_grouped() {
    let grid = small();
    let all = Filter::default();
    let orders = [
        (Order::Name, vec![3, 2, 1, 0]),
        (Order::Building, vec![3, 1, 2, 0]),
        (Order::Worst, vec![2, 1, 0, 3]),
        (Order::Column(Column::Gas), vec![2, 3, 1, 0]),
    ];
    for (order, rows) in orders {
        assert_eq!(view(&grid, all, order), rows, "{order:?}");
    }
    let filters = [
        (Filter { building: Some(1), ..all }, vec![2, 0]),
        (Filter { mark: Some(Mark::Poor), ..all }, vec![2, 1]),
        (Filter { mark: Some(Mark::Poor), column: Some(Column::Gas), ..all }, vec![]),
        (Filter { column: Some(Column::Gas), ..all }, vec![2]),
        (Filter { cause: Some(Cause::Late), ..all }, vec![]),
    ];
    for (filter, rows) in filters {
        assert_eq!(view(&grid, filter, Order::Name), rows, "{filter:?}");
    }
    let grouped = groups(&grid, &view(&grid, all, Order::Building));
    let told: Vec<_> =
        grouped.iter().map(|group| (group.building, group.from, group.rows, group.tally.of(Mark::Poor))).collect();
    assert_eq!(told, [(0, 0, 2, 1), (1, 2, 2, 1)]);
    assert!(groups(&Grid::default(), &[0]).is_empty());
}

prop_compose! {
    fn any_lost()(
        care in prop::option::of((0_u32..=30, 0_u32..=35)),
        age in prop::option::of((0_u32..=30, 0_u32..=35)),
        evidence in prop::option::of((0_u32..=20, 0_u32..=30)),
        minor in 0_u32..=20,
    ) -> Vec<Lost> {
        let part = |part, known: Option<(u32, u32)>, reason| known.map(|(points, confidence)| lost(part, points, confidence, reason));
        let parts = [
            part(Part::Care, care, Reason::NoCare),
            part(Part::Age, age, Reason::LifeUnknown),
            part(Part::Evidence, evidence, Reason::NoPaper),
            (minor > 0).then(|| fault(Severity::Minor, minor)),
        ];
        let mut lost: Vec<Lost> = parts.into_iter().flatten().collect();
        lost.sort_by_key(|lost| std::cmp::Reverse(lost.points));
        lost
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nobody_looks_good_by_hiding_something(lost in any_lost(), hidden in prop::sample::subsequence(vec![Part::Faults, Part::Care, Part::Age, Part::Evidence], 0..=4)) {
        let system = geyser(lost);
        let (open, veiled) = (Cell::of(&system, &[]), Cell::of(&system, &hidden));
        prop_assert!(veiled.mark != Mark::Good || open.mark == Mark::Good, "{open:?} became {veiled:?}");
        prop_assert!(veiled.mark != Mark::Poor || open.mark <= Mark::Fair || open.score < 50, "{open:?} became {veiled:?}");
        prop_assert!(veiled.confidence <= open.confidence);
    }

    #[test]
    fn a_tally_follows_one_cell(cells in prop::collection::vec((0_usize..7, 0_usize..12, 0_usize..5), 0..40)) {
        let mut grid = small();
        let count = |grid: &Grid| {
            let mut tally = Tally::default();
            (0..grid.len()).filter_map(|row| grid.cells(row)).flatten().for_each(|cell| tally.add(*cell));
            tally
        };
        let mut tally = count(&grid);
        for (mark, column, row) in cells {
            let cell = marked(Mark::ALL[mark], 1);
            if let Some(before) = grid.set(row, Column::ALL[column], cell) {
                tally.remove(before);
                tally.add(cell);
            }
        }
        prop_assert_eq!(tally, count(&grid));
    }
}

#[test]
fn five_thousand_units_are_one_sort() {
    let mut grid = Grid::default();
    for number in 0_u32..5_000 {
        let row = grid.add(Unit {
            id: rid(number.into()),
            building: u16::try_from(number % 40).expect("small"),
            place: number,
        });
        for column in Column::ALL {
            let mark = Mark::ALL[(number as usize * 31 + *column as usize * 17) % Mark::ALL.len()];
            grid.set(row, *column, marked(mark, u8::try_from(number % 101).expect("small")));
        }
    }
    for order in [Order::Name, Order::Building, Order::Worst, Order::Column(Column::Roof)] {
        let rows = view(&grid, Filter::default(), order);
        let mut all = rows.clone();
        all.sort_unstable();
        assert!(all.into_iter().eq(0..5_000));
    }
    assert_eq!(groups(&grid, &view(&grid, Filter::default(), Order::Building)).len(), 40);
}
