//! How each unit stands, and how the scheme did month by month.

use super::place::COMMON;
use super::spot::{Kept, fault, of_common, of_unit};
use super::{id, paper};
use crate::demo::chance::Chance;
use model::Date;
use model::basis::Purpose;
use model::estate::grid::{Cause, Column, Mark};
use model::estate::month::days;
use model::estate::score::{Contribution, Share, Weights, score};
use model::scheme::board::{Board, Papers};
use model::scheme::{Hidden, Inventory, Spot, Sum, Tally, Unit, UnitStanding};
use model::system::SystemType;
use std::collections::BTreeMap;

/// Months before this one of which something was noted.
const MONTHS: u32 = 12;

/// How a unit stands, and what is in it; nothing of a unit whose owner shares nothing.
pub fn of(name: &str, unit: &Unit, today: Date) -> (UnitStanding, Option<Inventory>) {
    let place = COMMON.iter().position(|common| *common == name);
    let mut chance = Chance::of(&format!("estate standing {name}"));
    let is_shared = place.is_some() || !chance.percent(12);
    let (on, of_unit_id) = (Some(today), Some(id::<Unit>(name)));
    if !is_shared {
        let spot = |column: &Column| Spot {
            column: *column,
            mark: Mark::NotShared,
            cause: Cause::NotShared,
            ..Spot::default()
        };
        let cells = Column::ALL.iter().map(spot).collect();
        let sum = |places| sum(Share::of(0, 0, places));
        let (compliance, care, faults) = (sum(1), sum(1), sum(1));
        let hidden = Hidden::ALL.to_vec();
        let standing =
            UnitStanding { unit: of_unit_id, on, hidden, cells, compliance, care, faults, ..UnitStanding::default() };
        return (standing, None);
    }
    let kept = place.map_or_else(|| of_unit(name, today), |at| of_common(at, name, today));
    let has = |sort: SystemType| kept.iter().any(|one| one.thing.sort == sort);
    let proofs = match place {
        None => paper::of_unit(name, has(SystemType::GasInstallation), has(SystemType::Inverter), today),
        Some(_) => paper::of_common(has(SystemType::ElectricFence)),
    };
    let is_linked = place.is_none() && chance.percent(70);
    let mut standing = UnitStanding {
        unit: of_unit_id,
        on,
        held: !is_linked,
        linked: is_linked,
        cells: cells(&kept),
        proofs,
        ..UnitStanding::default()
    };
    add_up(&mut standing, unit, &kept, today);
    let things = kept.iter().map(|one| one.thing.clone()).collect();
    let tasks = kept.iter().filter_map(|one| one.task.clone()).collect();
    (standing, Some(Inventory { unit: of_unit_id, on, things, tasks }))
}

/// The cells: of several systems in one column the worst shows.
fn cells(kept: &[Kept]) -> Vec<Spot> {
    let mut cells: BTreeMap<Column, Spot> = BTreeMap::new();
    for Kept { spot, .. } in kept {
        let systems = cells.get(&spot.column).map_or(0, |before| before.systems) + 1;
        let is_worse =
            cells.get(&spot.column).is_none_or(|before| (spot.mark, spot.score) < (before.mark, before.score));
        let worse = if is_worse { spot.clone() } else { cells[&spot.column].clone() };
        cells.insert(spot.column, Spot { systems, ..worse });
    }
    cells.into_values().collect()
}

/// What the unit adds to the parts of the score, by the rules.
fn add_up(standing: &mut UnitStanding, unit: &Unit, kept: &[Kept], today: Date) {
    let is_common = unit.common == Some(true);
    let mut total = Contribution::default();
    for Kept { spot, .. } in kept {
        let (late, unknown) = (spot.cause == Cause::Late, matches!(spot.cause, Cause::NoCare | Cause::CareHidden));
        total = total.cared(u64::from(!late && !unknown), u64::from(late), u64::from(unknown));
        let open: Vec<_> = fault(spot.cause).into_iter().collect();
        total = total.faulty(Some(&open), is_common);
        if is_common {
            let (good, unsure) = (spot.mark == Mark::Good, spot.mark == Mark::Unsure);
            let share = Share::of(u64::from(good), u64::from(!good && !unsure), u64::from(unsure));
            let own = Share { earned: spot.score.into(), known: spot.confidence.into(), ..share };
            let both = Contribution { common: own, ..Contribution::default() };
            total.add(&both);
        }
    }
    let mut board = Board::new(Vec::new(), vec![(id::<Unit>(&unit.number), unit.clone())]);
    board.tell(standing.clone());
    if let Some(row) = Papers::of(&board, today, Purpose::Safety).rows.first() {
        total = total.certificates(row);
    }
    standing.common = sum(total.common);
    standing.compliance = sum(total.compliance);
    standing.care = sum(total.care);
    standing.faults = sum(total.faults);
    standing.emergencies = total.emergencies;
}

fn sum(share: Share) -> Sum {
    let Share { earned, known, whole, evidence } = share;
    Sum { earned, known, whole, good: evidence.good, bad: evidence.bad, unknown: evidence.unknown }
}

/// How the scheme stood at the end of each of twelve months, and stands today: it got better, with one bad winter.
pub fn tallies(units: &[(String, Unit)], standings: &[UnitStanding], today: Date) -> Vec<Tally> {
    let mut board = Board::new(Vec::new(), units.iter().map(|(name, unit)| (id::<Unit>(name), unit.clone())).collect());
    standings.iter().for_each(|standing| _ = board.tell(standing.clone()));
    let now = score(board.total(), None, &Weights::default());
    let (fine, lacking, unknown) = Papers::of(&board, today, Purpose::Safety).summary.stand();
    let count = u32::try_from(board.units()).unwrap_or(0);
    let tally = |(at, on): (usize, Date)| {
        let back = MONTHS - u32::try_from(at).unwrap_or(0);
        let winter = if (5..=7).contains(&back) { 3 } else { 0 };
        let found = (back * 2 / 3).min(fine);
        Tally {
            on: Some(on),
            units: count,
            score: now.health.score.map(|score| score.saturating_sub(back + winter)),
            confidence: now.health.confidence.saturating_sub(back * 2),
            parts: now.parts.iter().map(|part| part.hundredths.saturating_sub(back * part.weight)).collect(),
            fine: fine - found,
            lacking: lacking + found / 2,
            unknown: unknown + found - found / 2,
        }
    };
    days(today, MONTHS).into_iter().enumerate().map(tally).collect()
}
