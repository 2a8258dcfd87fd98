//! When a task is due: worked out from the task, from what was done, put off or left out of it, and from what its meter shows. Nothing of that is stored.

mod meter;
mod records;
mod step;

use crate::date::{Date, PartialDate, Sense};
use crate::deferral::Deferral;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::money::rand_cents;
use crate::recurrence::Recurrence;
use crate::task::Task;
use step::Step;

pub use meter::Count;
pub use records::{Planned, of_home, rounds_of_home};

/// Rounds of one task that are foreseen at most: ten years of weeks.
const ROUNDS_MAX: usize = 530;

/// When a task is due next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// On a day.
    Due(Due),
    /// Never again: it was to be done once, and was done or left out.
    Never,
    /// It comes round by a meter whose readings do not tell yet.
    Unknown,
}

/// The round of a task that is due next. Rounds that were missed before it are not told one by one: it is late since this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day on which it falls due.
    pub due: Date,
    /// The day by which it should be done: later than that if it was put off.
    pub by: Date,
}

impl Due {
    /// Whether the day has passed.
    pub fn is_late(self, today: Date) -> bool {
        self.by < today
    }
}

/// What was said to a round of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The task.
    pub task: RecordId,
    /// The round, by the day on which it was due; none of what was done outside of the rounds.
    pub due: Option<Date>,
    /// The day on which it was done or said.
    pub on: Date,
    /// What was said.
    pub what: What,
    /// The record that says it: of a fact with several versions the first.
    pub record: RecordId,
    /// What it cost, rand cents; 0 where that is not known.
    pub cost_cents: i64,
}

/// What can be said to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// It was done.
    Done,
    /// It is left out.
    Skipped,
    /// It is put off until that day.
    PutOff(Date),
}

impl Answer {
    /// What an entry says, by the version of it that stands; none if it completes no task.
    pub fn of_entry(record: RecordId, entry: &Entry) -> Option<Self> {
        let (task, when) = (entry.completes?, entry.when?);
        let cost_cents = rand_cents(entry.cost.as_ref());
        Some(Self { task, due: entry.due, on: done_on(when), what: What::Done, record, cost_cents })
    }

    /// What a deferral says that was not withdrawn.
    pub fn of_deferral(record: RecordId, deferral: &Deferral) -> Option<Self> {
        let (task, due) = (deferral.task?, deferral.due?);
        let what = deferral.until.map_or(What::Skipped, What::PutOff);
        Some(Self { task, due: Some(due), on: deferral.on.unwrap_or(due), what, record, cost_cents: 0 })
    }

    /// The last day for which it speaks: a round that is answered later than planned answers those between too.
    fn reach(&self) -> Date {
        self.due.map_or(self.on, |due| due.max(self.on))
    }

    fn closes(&self) -> bool {
        matches!(self.what, What::Done | What::Skipped)
    }
}

/// The day from which the next round is counted: of what is known to the month or the year its first, so that nothing counts as done later than it was.
pub fn done_on(when: PartialDate) -> Date {
    if when.sense == Sense::Before { when.last() } else { when.first() }
}

/// The answers to all tasks of a home, to be looked up by task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger(Vec<Answer>);

impl Ledger {
    /// A ledger of these answers, in any order.
    pub fn new(mut answers: Vec<Answer>) -> Self {
        answers.sort_unstable_by_key(|answer| (answer.task, answer.on, answer.record));
        Self(answers)
    }

    /// The answers to one task, by the day on which they were given.
    pub fn of(&self, task: RecordId) -> &[Answer] {
        let from = self.0.partition_point(|answer| answer.task < task);
        let many = self.0[from..].partition_point(|answer| answer.task == task);
        &self.0[from..from + many]
    }
}

/// When `task` is due next, by the `answers` to it and what its meter showed (by day, oldest first; only tasks that come round by a meter look at it).
pub fn next(task: &Task, answers: &[Answer], meter: &[Count]) -> Next {
    let Some(first) = task.due else { return Next::Never };
    let answered = answered(task, answers);
    let due = match (Step::of(task), answered) {
        (None, None) => Some(first),
        (None, Some(_)) => return Next::Never,
        (Some(Step::Meter(every)), _) => {
            meter::due(every, meter, answered).or(if answered.is_none() { Some(first) } else { None })
        }
        (Some(_), None) => Some(first),
        (Some(step), Some(answered)) if step.is_fixed(task) => step.after(first, answered),
        (Some(step), Some(answered)) => step.add(base(answers).unwrap_or(answered), 1),
    };
    let Some(due) = due else { return Next::Unknown };
    let still = answers.iter().filter(|answer| answer.due.is_some_and(|due| answered.is_none_or(|day| due > day)));
    let until = still.filter_map(|answer| if let What::PutOff(until) = answer.what { Some(until) } else { None });
    Next::Due(Due { due, by: until.fold(due, Date::max) })
}

/// One interval after a day; none where only a meter tells.
pub(crate) fn step_after(recurrence: &Recurrence, day: Date) -> Option<Date> {
    Step::by(recurrence).and_then(|step| step.add(day, 1))
}

/// The last day for which any answer that closes a round speaks. What was done once and noted in the task itself was done when it was due.
fn answered(task: &Task, answers: &[Answer]) -> Option<Date> {
    let noted = task.done.and(task.due);
    answers.iter().filter(|answer| answer.closes()).map(Answer::reach).chain(noted).max()
}

/// The day from which a floating task is counted: when it was last done, or would have been if it had not been left out.
fn base(answers: &[Answer]) -> Option<Date> {
    let day = |answer: &Answer| if answer.what == What::Done { answer.on } else { answer.reach() };
    answers.iter().filter(|answer| answer.closes()).map(day).max()
}

/// A round that is foreseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// The day by which it should be done.
    pub by: Date,
    /// That day has passed. Only the first round can be late: it stands for all that were missed.
    pub late: bool,
}

/// The rounds of a task until a day, that day too. What is late is expected to be done `today`, and later rounds to be done when they are due.
pub fn rounds(task: &Task, answers: &[Answer], meter: &[Count], today: Date, until: Date) -> Vec<Round> {
    let Next::Due(due) = next(task, answers, meter) else { return Vec::new() };
    let mut rounds = vec![Round { by: due.by, late: due.is_late(today) }];
    let from = due.by.max(today);
    let first = task.due.unwrap_or(due.due);
    if let Some(step) = Step::of(task) {
        let fixed = step.is_fixed(task);
        let mut last = from;
        while rounds.len() < ROUNDS_MAX {
            let times = u32::try_from(rounds.len()).unwrap_or(u32::MAX);
            let by = match step {
                Step::Meter(every) => meter::later(every, meter, last),
                _ if fixed => step.after(first, last),
                _ => step.add(from, times),
            };
            let Some(by) = by.filter(|by| *by > last && *by <= until) else { break };
            rounds.push(Round { by, late: false });
            last = by;
        }
    }
    rounds.retain(|round| round.by <= until);
    rounds
}

/// How many rounds of a fixed task have passed unanswered; one of every other that is late.
pub fn missed(task: &Task, due: Due, today: Date) -> usize {
    if !due.is_late(today) {
        return 0;
    }
    let Some(step) = Step::of(task).filter(|step| step.is_fixed(task)) else { return 1 };
    let first = task.due.unwrap_or(due.due);
    let later = std::iter::successors(Some(due.due), |day| step.after(first, *day).filter(|after| after > day));
    later.take(ROUNDS_MAX).take_while(|day| *day < today).count().max(1)
}

/// The round that is answered by what was done on a day: the one that is due next. None if something later was done already, or if the day lies nearer to
/// the round before it: then something is told of now that was done long before, and what is due stays so.
pub fn answers(task: &Task, answers: &[Answer], meter: &[Count], on: Date) -> Option<Date> {
    let Next::Due(Due { due, .. }) = next(task, answers, meter) else { return None };
    let is_old = answers.iter().any(|answer| answer.what == What::Done && answer.on > on);
    let time = Step::of(task).and_then(|step| step.after(due, due)).map(|after| after.days_since(due));
    let is_far = time.is_some_and(|days| due.days_since(on) > days / 2);
    (!is_old && !is_far).then_some(due)
}

/// A round that was done: what two people wrote of the same round counts once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The round; none of what was done outside of the rounds.
    pub due: Option<Date>,
    /// The last day that was written down for it.
    pub on: Date,
    /// The entries that say so.
    pub entries: Vec<RecordId>,
}

/// What was done of a task, the latest first.
pub fn completions(answers: &[Answer]) -> Vec<Completion> {
    let mut done: Vec<Completion> = Vec::new();
    for answer in answers.iter().filter(|answer| answer.what == What::Done) {
        let same = done.iter_mut().find(|done| answer.due.is_some() && done.due == answer.due);
        match same {
            Some(done) => {
                done.on = done.on.max(answer.on);
                done.entries.push(answer.record);
            }
            None => done.push(Completion { due: answer.due, on: answer.on, entries: vec![answer.record] }),
        }
    }
    done.sort_by_key(|done| std::cmp::Reverse(done.on));
    done
}
