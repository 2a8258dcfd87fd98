//! How often something is done, as other programs say it.

use model::recurrence::{Basis, By, Recurrence};

/// A unit of the time between two rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// All of them, as the words of an import name them.
    pub(crate) const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// A unit in English: `Months`, `month`, `MONTHLY`.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name.trim().to_lowercase().as_str() {
            "day" | "days" | "daily" => Some(Self::Day),
            "week" | "weeks" | "weekly" => Some(Self::Week),
            "month" | "months" | "monthly" => Some(Self::Month),
            "year" | "years" | "yearly" => Some(Self::Year),
            _ => None,
        }
    }
}

/// How a task comes round; none for days that are no weeks, which stay in the notes.
pub(crate) fn recurrence(every: i64, unit: Unit, from: Basis) -> Option<Recurrence> {
    let (by, every) = match unit {
        Unit::Day if every % 7 == 0 => (By::Week, every / 7),
        Unit::Day => return None,
        Unit::Week => (By::Week, every),
        Unit::Month => (By::Month, every),
        Unit::Year => (By::Month, every.saturating_mul(12)),
    };
    (1..=1200).contains(&every).then(|| Recurrence { from, by, every, ..Recurrence::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_call_an_interval_is_one() {
        let rows = [
            (6, "Months", Some((By::Month, 6))),
            (1, "YEARLY", Some((By::Month, 12))),
            (14, "days", Some((By::Week, 2))),
            (10, "daily", None),
            (0, "weeks", None),
            (i64::MAX, "years", None),
        ];
        for (every, unit, expected) in rows {
            let unit = Unit::of(unit).expect(unit);
            let made = recurrence(every, unit, Basis::Plan).map(|made| (made.by, made.every));
            assert_eq!(made, expected, "{every} {unit:?}");
        }
        assert_eq!(Unit::of("hours"), None);
    }
}
