//! The time, and the day it is at a home.

use js_sys::{Array, Date as JsDate, Intl, Object, Reflect};
use model::{Date, Instant};
use wasm_bindgen::JsValue;

/// Johannesburg is two hours ahead of UTC, all year.
const JOHANNESBURG_MINUTES: i32 = 120;

/// Milliseconds since 1970-01-01T00:00Z by this device's clock.
pub fn now_ms() -> u64 {
    JsDate::now() as u64
}

/// The calendar date at a home whose days begin in `time_zone` (an IANA name; Africa/Johannesburg if it is none).
pub fn today(time_zone: Option<&str>) -> Date {
    local(now_ms(), time_zone).0
}

/// The calendar date and the minute of the day at a home whose days begin in `time_zone`, at a moment in milliseconds since
/// 1970-01-01T00:00Z.
pub fn local(at_ms: u64, time_zone: Option<&str>) -> (Date, u32) {
    let at = Instant(at_ms.cast_signed());
    let offset_minutes = offset_minutes(time_zone, at).unwrap_or(JOHANNESBURG_MINUTES);
    let minute = (at.0.div_euclid(60_000) + i64::from(offset_minutes)).rem_euclid(24 * 60);
    (at.date(offset_minutes), u32::try_from(minute).expect("less than a day"))
}

/// Minutes by which clocks in `time_zone` are ahead of UTC at a moment, from the browser's own tables.
fn offset_minutes(time_zone: Option<&str>, at: Instant) -> Option<i32> {
    let zone = time_zone.filter(|zone| *zone != "Africa/Johannesburg")?;
    let options = Object::new();
    for (name, value) in [("timeZone", zone), ("hourCycle", "h23"), ("dateStyle", "short"), ("timeStyle", "medium")] {
        Reflect::set(&options, &name.into(), &value.into()).ok()?;
    }
    // Sweden writes dates as ISO 8601 does: `2026-11-21 14:03:05`.
    let new = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: js_sys::Function = Reflect::get(&new, &"DateTimeFormat".into()).ok()?.into();
    let format: Intl::DateTimeFormat =
        Reflect::construct(&constructor, &Array::of2(&JsValue::from_str("sv-SE"), &options)).ok()?.into();
    let text = format.format().call1(&JsValue::NULL, &JsValue::from_f64(at.0 as f64)).ok()?.as_string()?;
    let there: Instant = format!("{}.000Z", text.replace(' ', "T")).parse().ok()?;
    let minutes = (there.0 - at.0) as f64 / 60_000.0;
    Some(minutes.round() as i32)
}
