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
    let now = Instant(now_ms().cast_signed());
    now.date(offset_minutes(time_zone).unwrap_or(JOHANNESBURG_MINUTES))
}

/// Minutes by which clocks in `time_zone` are ahead of UTC now, from the browser's own tables.
fn offset_minutes(time_zone: Option<&str>) -> Option<i32> {
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
    let text = format.format().call1(&JsValue::NULL, &JsDate::new_0().into()).ok()?.as_string()?;
    let there: Instant = format!("{}.000Z", text.replace(' ', "T")).parse().ok()?;
    let minutes = (there.0 - now_ms().cast_signed()) as f64 / 60_000.0;
    Some(minutes.round() as i32)
}
