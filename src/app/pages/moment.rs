//! Moments as people at the home read them.

use crate::browser::clock;
use crate::desk::Desk;

/// "18 November 2026, 16:40" for a moment in milliseconds since 1970-01-01T00:00Z, in the home's zone; tracks the home.
pub fn moment(desk: Desk, at_ms: u64) -> String {
    let zone = desk.library.property().and_then(|property| property.letter.time_zone.clone());
    let (day, minute) = clock::local(at_ms, zone.as_deref());
    format!("{}, {:02}:{:02}", desk.words().day(day), minute / 60, minute % 60)
}
