//! What day and what time it is where a home is.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::date::HOME_AHEAD_MINUTES;
use model::reminder::MINUTES_OF_DAY;
use model::{Date, Instant};

/// The calendar date and the minute of the day at a home in `time_zone`, an IANA name; in Johannesburg if it is none.
pub fn local(at: Instant, time_zone: Option<&str>) -> (Date, i64) {
    let ahead = time_zone.and_then(|name| ahead_minutes(at, name)).unwrap_or(HOME_AHEAD_MINUTES);
    let minute = at.0.div_euclid(60_000) + i64::from(ahead);
    (at.date(ahead), minute.rem_euclid(MINUTES_OF_DAY))
}

fn ahead_minutes(at: Instant, name: &str) -> Option<i32> {
    let zone = TimeZone::get(name).ok()?;
    let at = Timestamp::from_millisecond(at.0).ok()?;
    Some(zone.to_offset(at).seconds() / 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_minutes_are_those_of_the_home() {
        let rows = [
            ("2026-11-21T21:59:00.000Z", None, "2026-11-21", 1439),
            ("2026-11-21T22:00:00.000Z", None, "2026-11-22", 0),
            ("2026-11-21T22:00:00.000Z", Some("Africa/Johannesburg"), "2026-11-22", 0),
            ("2026-11-21T22:00:00.000Z", Some("no such zone"), "2026-11-22", 0),
            ("2026-11-21T22:00:00.000Z", Some("Indian/Mauritius"), "2026-11-22", 120),
            ("2026-07-21T22:30:00.000Z", Some("Europe/London"), "2026-07-21", 1410),
            ("2026-11-21T02:00:00.000Z", Some("America/St_Johns"), "2026-11-20", 1350),
        ];
        for (at, zone, day, minute) in rows {
            let (got, got_minute) = local(at.parse().expect(at), zone);
            assert_eq!((got.to_string().as_str(), got_minute), (day, minute), "{at} {zone:?}");
        }
    }
}
