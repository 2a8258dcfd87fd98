//! From one round of a task to the next.

use crate::date::Date;
use crate::recurrence::{Basis, By, Recurrence};
use crate::season::Season;
use crate::task::Task;

/// How far it is from one round to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Months(u32),
    Weeks(u32),
    Season(Season),
    /// Thousandths of what the meter measures.
    Meter(i64),
}

/// Steps are shorter than ten thousand years, which a date can hold.
const STEP_MAX: i64 = 10_000;

impl Step {
    /// The step of a task; none for what is done once. What no form takes and no server lets in, as a step of nothing, counts as none.
    pub(super) fn of(task: &Task) -> Option<Self> {
        task.recurrence.as_ref().and_then(Self::by)
    }

    /// The step of a recurrence.
    pub(super) fn by(recurrence: &Recurrence) -> Option<Self> {
        let every = u32::try_from(recurrence.every.min(STEP_MAX)).ok().filter(|every| *every > 0);
        match recurrence.by {
            By::Month => every.map(Self::Months),
            By::Week => every.map(Self::Weeks),
            By::Season => recurrence.season.map(Self::Season),
            By::Meter => Some(recurrence.every).filter(|every| *every > 0).map(Self::Meter),
        }
    }

    /// Whether rounds are counted from the plan.
    pub(super) fn is_fixed(self, task: &Task) -> bool {
        let planned = task.recurrence.as_ref().is_some_and(|recurrence| recurrence.from == Basis::Plan);
        matches!(self, Self::Season(_)) || (planned && !matches!(self, Self::Meter(_)))
    }

    /// So many steps after `from`, each counted from there: two months after 31 December are the end of February, four the end of April.
    pub(super) fn add(self, from: Date, times: u32) -> Option<Date> {
        let day = match self {
            Self::Months(months) => from.plus_months(months.checked_mul(times)?),
            Self::Weeks(weeks) => from.plus_days(weeks.checked_mul(7)?.checked_mul(times)?),
            Self::Season(season) => season.after(from)?,
            Self::Meter(_) => return None,
        };
        (day > from || times == 0).then_some(day)
    }

    /// The first round after `day` of a plan that begins on `first`.
    pub(super) fn after(self, first: Date, day: Date) -> Option<Date> {
        if day < first {
            return Some(first);
        }
        let passed = match self {
            Self::Months(months) => (months_of(day) - months_of(first)) / i64::from(months),
            Self::Weeks(weeks) => day.days_since(first) / (7 * i64::from(weeks)),
            Self::Season(season) => return season.after(day),
            Self::Meter(_) => return None,
        };
        let passed = u32::try_from(passed).ok()?;
        // The one of that number lies in the month of the day: before it, or after.
        [passed, passed + 1].into_iter().filter_map(|times| self.add(first, times)).find(|round| *round > day)
    }
}

fn months_of(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month())
}
