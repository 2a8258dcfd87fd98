//! A signature as it is drawn: strokes of a pen, as the path of an SVG that is 1000 wide and 400 high.

use crate::fault::FaultCode;
use crate::letter::Check;

/// How wide the box is, in the units of the strokes.
pub const WIDTH: i64 = 1000;
/// How high it is.
pub const HEIGHT: i64 = 400;
/// Characters of one: some seven hundred points.
const CHARS_MAX: usize = 6000;
/// A pen that moved less than so many units has not moved.
const STEP_MIN: i64 = 5;

/// Whether a text is nothing but strokes: `M` begins one and `L` goes on, each before a point in the box.
pub fn is_drawn(text: &str) -> bool {
    let mut points = text.split_inclusive(['M', 'L']);
    let begins = points.next() == Some("M");
    begins
        && text.len() <= CHARS_MAX
        && points.all(|point| is_point(point.trim_end_matches(['M', 'L'])))
        && !text.ends_with(['M', 'L'])
}

fn is_point(text: &str) -> bool {
    let number = |text: &str, max: i64| {
        let is_plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_plain && text.parse::<i64>().is_ok_and(|number| number <= max)
    };
    text.split_once(' ').is_some_and(|(x, y)| number(x, WIDTH) && number(y, HEIGHT))
}

/// Puts the pen down at a point, or moves it there. What is beyond the box is at its edge; a pen that hardly moves draws nothing, and none draws without end.
pub fn draw(strokes: &mut String, is_down: bool, x: i64, y: i64) {
    let (x, y) = (x.clamp(0, WIDTH), y.clamp(0, HEIGHT));
    let is_near = last(strokes).is_some_and(|(was_x, was_y)| (was_x - x).abs() + (was_y - y).abs() < STEP_MIN);
    if (!is_down && (is_near || strokes.is_empty())) || strokes.len() + 16 > CHARS_MAX {
        return;
    }
    strokes.push(if is_down { 'M' } else { 'L' });
    strokes.push_str(&x.to_string());
    strokes.push(' ');
    strokes.push_str(&y.to_string());
}

/// Faults of the field `drawn`.
pub(super) fn check(strokes: &str, check: &mut Check) {
    if !strokes.is_empty() && !is_drawn(strokes) {
        check.fault("drawn", FaultCode::NotAllowed);
    }
}

fn last(strokes: &str) -> Option<(i64, i64)> {
    let (x, y) = strokes.rsplit(['M', 'L']).next()?.split_once(' ')?;
    Some((x.parse().ok()?, y.parse().ok()?))
}
