//! What somebody may ask of who keeps their details, and by when it is answered.
//!
//! Sources: Protection of Personal Information Act 4 of 2013, sections 11(3), 23 and 24. Access is answered within 30 days (Promotion of Access to
//! Information Act 2 of 2000, section 56(1), which section 25 of the former leads to); what was done about correction and erasure is told within 30 days
//! (Regulations under the former, as amended on 17 April 2025). The stricter clock, from when a request was filed, is kept for all of them.

use crate::choice::choice;
use crate::date::{HOME_AHEAD_MINUTES, Instant};

choice! {
    /// What is asked for.
    RequestKind {
        /// To be told what is held (section 23).
        Access = "access",
        /// To have it put right (section 24).
        Correction = "correction",
        /// To have it erased (section 24).
        Erasure = "erasure",
        /// That it is no longer used (section 11(3)).
        Objection = "objection",
    }
}

choice! {
    /// How a request came to its end.
    RequestEnd {
        /// It was answered.
        Answered = "answered",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
        /// The account was erased, and with it what the request was about.
        Erased = "erased",
    }
}

/// Characters of what is asked.
pub const TEXT_CHARS_MAX: usize = 2_000;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;
/// Days until it is answered.
pub const DAYS: i64 = 30;
/// Days before that on which it is called to mind.
pub const REMIND_DAYS: i64 = 7;
/// How long a request is kept after its end, milliseconds: three years, within which a claim about it can be brought (Prescription Act 68 of 1969,
/// section 11(d)).
pub const KEPT_MS: i64 = 1_096 * DAY_MS;

/// By when a request is answered that was filed at `filed`.
pub fn due(filed: Instant) -> Instant {
    Instant(filed.0 + DAYS * DAY_MS)
}

/// Days from the one that it is, where homes are, until the one on which a request is due; below zero once that has passed.
pub fn days_left(due: Instant, now: Instant) -> i64 {
    let day = |at: Instant| (at.0 + i64::from(HOME_AHEAD_MINUTES) * 60_000).div_euclid(DAY_MS);
    day(due) - day(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_due_after_thirty_days() {
        let filed = Instant(1_795_244_400_000);
        assert_eq!(due(filed).to_string(), "2026-12-21T07:00:00.000Z");
        // It was nine in the morning; fifteen hours later another day begins.
        let hour = DAY_MS / 24;
        let rows = [(0, 30), (15 * hour - 1, 30), (15 * hour, 29), (30 * DAY_MS + 15 * hour - 1, 0), (31 * DAY_MS, -1)];
        for (after_ms, left) in rows {
            assert_eq!(days_left(due(filed), Instant(filed.0 + after_ms)), left, "{after_ms}");
        }
    }
}
