//! What is to be done in the years ahead, and what it will cost: by the month, by the year, each with its least and its most.

use crate::date::Date;
use crate::id::RecordId;
use crate::money::rand_cents;
use crate::schedule::{self, Answer, Count, What};
use crate::task::Task;

/// A year ahead is told by its months.
pub const MONTHS: usize = 12;
/// And ten by the year.
pub const YEARS: usize = 10;
/// So many costs of its own tell what a task will cost.
const OWN_COSTS: usize = 3;

/// A task with all that its rounds follow from.
#[derive(Clone, Copy, Debug)]
pub struct Planned<'a> {
    /// The task's record.
    pub id: RecordId,
    /// What it says.
    pub task: &'a Task,
    /// The answers to it.
    pub answers: &'a [Answer],
    /// What its meter showed, the oldest first.
    pub meter: &'a [Count],
}

/// A round of a task, and what it will cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// The task.
    pub task: RecordId,
    /// The day by which it should be done.
    pub by: Date,
    /// That day has passed.
    pub late: bool,
    /// What it will cost; none where nobody knows.
    pub cost: Option<Cost>,
    /// Somebody is paid for it: a trade or a contact of the home does it.
    pub hired: bool,
}

impl Foreseen {
    /// Whether its price is missing: what the home's people do themselves needs none.
    pub fn is_unpriced(&self) -> bool {
        self.hired && self.cost.is_none()
    }
}

/// What a round will cost, in today's prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// At least, rand cents.
    pub min_cents: i64,
    /// At most, rand cents.
    pub max_cents: i64,
    /// It is what the home itself paid for it before.
    pub own: bool,
}

/// What a round of a task will cost: what the last ones did cost, else what the task says.
pub fn cost(task: &Task, answers: &[Answer]) -> Option<Cost> {
    let paid = answers.iter().rev().filter(|answer| answer.what == What::Done && answer.cost_cents > 0);
    let paid = paid.take(OWN_COSTS).map(|answer| answer.cost_cents);
    let (least, most) = paid.fold((i64::MAX, 0), |(least, most), cents| (least.min(cents), most.max(cents)));
    if most > 0 {
        return Some(Cost { min_cents: least, max_cents: most, own: true });
    }
    let (min, max) = (rand_cents(task.cost_min.as_ref()), rand_cents(task.cost_max.as_ref()));
    let max_cents = max.max(min);
    (max_cents > 0).then_some(Cost { min_cents: if min > 0 { min } else { max_cents }, max_cents, own: false })
}

/// Every round of every task until a day, by their days.
pub fn rounds<'a>(tasks: impl Iterator<Item = Planned<'a>>, today: Date, until: Date) -> Vec<Foreseen> {
    let mut all = Vec::new();
    for Planned { id, task, answers, meter } in tasks {
        let cost = cost(task, answers);
        let rounds = schedule::rounds(task, answers, meter, today, until);
        let hired = !task.trade.is_empty() || task.contact.is_some();
        let foreseen =
            rounds.into_iter().map(|round| Foreseen { task: id, by: round.by, late: round.late, cost, hired });
        all.extend(foreseen);
    }
    all.sort_unstable_by_key(|round| (round.by, round.task));
    all
}

/// What falls into a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sum {
    /// The year.
    pub year: i32,
    /// The month, from 1; of a year 0.
    pub month: u32,
    /// How many rounds.
    pub rounds: usize,
    /// How many of them somebody is paid for and nobody knows how much.
    pub unpriced: usize,
    /// What the others cost at least, rand cents.
    pub min_cents: i64,
    /// What the others cost at most, rand cents.
    pub max_cents: i64,
}

impl Sum {
    fn add(&mut self, round: &Foreseen) {
        self.rounds += 1;
        self.unpriced += usize::from(round.is_unpriced());
        if let Some(cost) = round.cost {
            self.min_cents = self.min_cents.saturating_add(cost.min_cents);
            self.max_cents = self.max_cents.saturating_add(cost.max_cents);
        }
    }
}

/// The last day of the ten years that begin with this one.
pub fn until(today: Date) -> Date {
    let years = i32::try_from(YEARS).unwrap_or(0);
    Date::of(today.year() + years - 1, 12, 31).unwrap_or(today)
}

/// The twelve months that begin with this one. What is late falls into the first.
pub fn by_month(rounds: &[Foreseen], today: Date) -> Vec<Sum> {
    let first = i64::from(today.year()) * 12 + i64::from(today.month()) - 1;
    let month_of = |at: usize| first + i64::try_from(at).unwrap_or(0);
    let sum = |at: usize| Sum {
        year: i32::try_from(month_of(at) / 12).unwrap_or(0),
        month: u32::try_from(month_of(at) % 12).unwrap_or(0) + 1,
        ..Sum::default()
    };
    summed(rounds, today, (0..MONTHS).map(sum).collect(), |day| {
        i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - first
    })
}

/// The ten years that begin with this one, of which the first has begun. What is late falls into the first.
pub fn by_year(rounds: &[Foreseen], today: Date) -> Vec<Sum> {
    let sum = |at: usize| Sum { year: today.year() + i32::try_from(at).unwrap_or(0), ..Sum::default() };
    summed(rounds, today, (0..YEARS).map(sum).collect(), |day| i64::from(day.year() - today.year()))
}

fn summed(rounds: &[Foreseen], today: Date, mut sums: Vec<Sum>, place: impl Fn(Date) -> i64) -> Vec<Sum> {
    for round in rounds {
        let at = usize::try_from(place(round.by.max(today))).unwrap_or(0);
        if let Some(sum) = sums.get_mut(at) {
            sum.add(round);
        }
    }
    sums
}
