//! How a task comes round: by the plan or by when it was last done; by months, weeks, a season, or what a meter shows.

use crate::choice::choice;
use crate::fault::FaultCode;
use crate::letter::Check;
use crate::read::fielded;
use crate::reading::Unit;
use crate::season::Season;
use serde::Serialize;

/// The longest time between two rounds: a century, in months.
const MONTHS_MAX: i64 = 1200;
/// The same in weeks.
const WEEKS_MAX: i64 = 5200;
/// The most that a meter may count between two rounds, in thousandths of its unit.
const COUNT_MILLI_MAX: i64 = 1_000_000_000_000;

/// How a task comes round.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Recurrence {
    /// What the next round is counted from.
    pub from: Basis,
    /// What it is counted in.
    pub by: By,
    /// How many of that from one round to the next; of a meter, thousandths of its unit. Seasons come round by themselves.
    pub every: i64,
    /// The season, where it is counted in seasons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<Season>,
    /// What the meter measures, where it is counted by a meter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
}

fielded!(Recurrence { "from" => from, "by" => by, "every" => every, "season" => season, "unit" => unit });

choice! {
    /// What the next round is counted from. A season is fixed, and a meter counts from when it was done, whatever is said here.
    Basis {
        /// From when it was done: floating.
        Done = "done",
        /// From the plan, whenever it was done: fixed.
        Plan = "plan",
    }
}

choice! {
    /// What rounds are counted in.
    By {
        /// Months.
        Month = "month",
        /// Weeks.
        Week = "week",
        /// Seasons.
        Season = "season",
        /// What a meter shows.
        Meter = "meter",
    }
}

impl Recurrence {
    /// So many months after it was done.
    pub fn months(every: i64) -> Self {
        Self { every, ..Self::default() }
    }

    /// By the end of a season.
    pub fn season(season: Season) -> Self {
        Self { from: Basis::Plan, by: By::Season, every: 1, season: Some(season), unit: None }
    }

    /// What is wrong with it.
    pub(crate) fn check(&self, check: &mut Check) {
        let most = match self.by {
            By::Month | By::Season => MONTHS_MAX,
            By::Week => WEEKS_MAX,
            By::Meter => COUNT_MILLI_MAX,
        };
        check.within("recurrence.every", self.every, 1, most);
        if self.by == By::Season && self.season.is_none() {
            check.fault("recurrence.season", FaultCode::Missing);
        }
        if self.by == By::Meter && self.unit.is_none() {
            check.fault("recurrence.unit", FaultCode::Missing);
        }
    }
}
