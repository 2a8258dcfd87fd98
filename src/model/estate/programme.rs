//! The same work in many units over many months: all geysers in two years.

use crate::date::Date;
use crate::entry::Severity;
use crate::health::weight::Risk;
use crate::id::RecordId;
use crate::life::{Source, Stage};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Where the order comes from: open faults before age, age before risk.
pub const SOURCE: Source = Source::Trade;

/// No programme is longer: months.
const MONTHS_MAX: u32 = 360;

/// A thing that the programme is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The thing.
    pub id: RecordId,
    /// The unit that it is in.
    pub unit: RecordId,
    /// Where it stands in its life.
    pub stage: Stage,
    /// Its age, whole years; none where nobody knows.
    pub age: Option<u32>,
    /// What happens when it fails.
    pub risk: Risk,
    /// The worst fault that is open on it.
    pub fault: Option<Severity>,
    /// The day on which it was done.
    pub done: Option<Date>,
}

/// The time there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// A day of the first month.
    pub from: Date,
    /// So many months, thirty years of them at most.
    pub months: u32,
    /// So many can be done in a month.
    pub capacity: u32,
}

/// The month in which a thing is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The thing.
    pub piece: RecordId,
    /// The unit.
    pub unit: RecordId,
    /// The first day of the month.
    pub month: Date,
}

/// A programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    /// What is done when, the most urgent first.
    pub slots: Vec<Slot>,
    /// What there is no room for, the most urgent first.
    pub unplaced: Vec<RecordId>,
    /// So many a month would do all in its time; none where there is no time.
    pub capacity_needed: Option<u32>,
}

/// How far a programme has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// So many things there are.
    pub all: usize,
    /// So many are done.
    pub done: usize,
    /// So many should be: those of months that are over.
    pub due: usize,
    /// So many of those that should be are not.
    pub late: usize,
}

/// Spreads what is not done evenly over the months, the most urgent first; where that is more than can be done in a month, as many as can. Where it
/// does not come out even, the earlier months have one more.
pub fn spread(pieces: &[Piece], terms: Terms) -> Programme {
    let mut open: Vec<&Piece> = pieces.iter().filter(|piece| piece.done.is_none()).collect();
    open.sort_by_key(|piece| urgency(piece));
    let months_in_all = terms.months.min(MONTHS_MAX);
    let (count, months) = (open.len() as u64, u64::from(months_in_all));
    let up_to = |month: u64| {
        let even = (month * count).div_ceil(months.max(1));
        usize::try_from(even.min(month * u64::from(terms.capacity))).unwrap_or(usize::MAX)
    };
    let first = terms.from.minus_days(terms.from.day() - 1);
    let mut slots = Vec::with_capacity(open.len());
    for month in 0..months_in_all {
        let end = up_to(u64::from(month) + 1).min(open.len());
        let month = first.plus_months(month);
        let own = open[slots.len()..end].iter();
        slots.extend(own.map(|piece| Slot { piece: piece.id, unit: piece.unit, month }).collect::<Vec<_>>());
    }
    let unplaced = open[slots.len()..].iter().map(|piece| piece.id).collect();
    let capacity_needed = (months > 0).then(|| u32::try_from(count.div_ceil(months)).unwrap_or(u32::MAX));
    Programme { slots, unplaced, capacity_needed }
}

/// How far it has come. Whatever was done counts, in its month or not.
pub fn progress(programme: &Programme, pieces: &[Piece], today: Date) -> Progress {
    let is_done = |piece: &&Piece| piece.done.is_some_and(|day| day <= today);
    let done: BTreeSet<RecordId> = pieces.iter().filter(is_done).map(|piece| piece.id).collect();
    let is_over = |slot: &&Slot| slot.month.plus_months(1) <= today;
    let due: Vec<&Slot> = programme.slots.iter().filter(is_over).collect();
    Progress {
        all: pieces.len(),
        done: done.len(),
        due: due.len(),
        late: due.iter().filter(|slot| !done.contains(&slot.piece)).count(),
    }
}

/// What is left of a programme, spread anew over what is left of its months.
pub fn again(pieces: &[Piece], terms: Terms, today: Date) -> Programme {
    let month = |day: Date| day.year() * 12 + day.month().cast_signed();
    let passed = u32::try_from(month(today) - month(terms.from)).unwrap_or(0);
    spread(pieces, Terms { from: terms.from.max(today), months: terms.months.saturating_sub(passed), ..terms })
}

/// What comes first: the worst fault, then the farthest through its life, then what does the most harm, then the oldest. What nobody knows the age
/// of is not taken for young.
fn urgency(piece: &Piece) -> impl Ord + use<> {
    let stage = match piece.stage {
        Stage::Past => 0,
        Stage::Due | Stage::Unknown => 1,
        Stage::Within => 2,
    };
    (Reverse(piece.fault), stage, piece.risk, Reverse(piece.age.unwrap_or(u32::MAX)), piece.id)
}
