//! What is sent: entries of a logbook as a device writes them, each with ids and a stamp that nobody used before.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Entries are numbered through, so that no two are alike.
static NUMBER: AtomicU64 = AtomicU64::new(0);

const NOTES: &str = "The element was scaled over and the thermostat had tripped twice in the last month. Drained the tank, replaced \
    both and the sacrificial anode, flushed the tray and tested the relief valve; the pressure holds at 400 kPa. The drip tray is \
    rusted at the left corner and should be replaced with the next service. Warranty of two years on parts, six months on labour.";

/// An edit that makes an entry, about 600 bytes once it is a record.
pub(super) fn edit() -> String {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let at_ms = now_ms();
    let (key, id) = (uuid_v7(at_ms, number * 2), uuid_v7(at_ms, number * 2 + 1));
    let stamp = format!("{at_ms:012x}.{:04x}.{:016x}", number % 0x1_0000, 0xbe_ac5);
    let fields = fields(number);
    format!(r#"{{"key":"{key}","id":"{id}","kind":"entry","stamp":"{stamp}","fields":{fields}}}"#)
}

/// What a new entry says.
pub(super) fn entry() -> String {
    fields(NUMBER.fetch_add(1, Ordering::Relaxed))
}

fn fields(number: u64) -> String {
    let (year, month, day) = (2016 + number % 10, 1 + number % 12, 1 + number % 28);
    let cents = 45_000 + (number * 7_919) % 900_000;
    format!(
        r#"{{"cost":{{"cents":{cents},"currency":"ZAR"}},"done_by":"Naidoo Plumbing","notes":"{NOTES}","title":"Geyser serviced, job {number}","type":"service","when":"{year:04}-{month:02}-{day:02}"}}"#
    )
}

/// A push of so many edits.
pub(super) fn push(edits: usize) -> String {
    let mut text = String::from(r#"{"edits":["#);
    for at in 0..edits {
        let comma = if at == 0 { "" } else { "," };
        write!(text, "{comma}{}", edit()).expect("a string takes everything");
    }
    text + "]}"
}

/// A new id, as a device makes one.
pub(super) fn id() -> String {
    uuid_v7(now_ms(), NUMBER.fetch_add(1, Ordering::Relaxed) * 2)
}

fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    u64::try_from(since).unwrap_or(u64::MAX)
}

/// RFC 9562, 5.7: the time, then bits that look random.
fn uuid_v7(at_ms: u64, number: u64) -> String {
    let bits = scattered(number ^ u64::from(std::process::id()) << 40);
    let (high, low) = (at_ms >> 16, at_ms & 0xffff);
    format!(
        "{high:08x}-{low:04x}-7{:03x}-8{:03x}-{:012x}",
        bits >> 52,
        bits >> 40 & 0xfff,
        scattered(bits) & 0xffff_ffff_ffff
    )
}

/// Splitmix64: numbers that follow each other become ones that look random, and none twice.
pub(super) fn scattered(number: u64) -> u64 {
    let mut bits = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ bits >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ bits >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ bits >> 31
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_edits_share_an_id() {
        let push: serde_json::Value = serde_json::from_str(&push(500)).expect("JSON");
        let edits = push["edits"].as_array().expect("a list");
        let ids = edits.iter().flat_map(|edit| [&edit["key"], &edit["id"]]);
        let ids: HashSet<&str> = ids.map(|id| id.as_str().expect("text")).collect();
        assert_eq!(ids.len(), 1_000);
        assert!(ids.iter().all(|id| id.len() == 36 && id.as_bytes()[14] == b'7'), "{ids:?}");
    }
}
