//! Numbers with a point, for styles.

/// A number for a style, of three places and not below 0. How floats are written weighs more than most components.
pub fn decimal(number: f64) -> String {
    let thousandths = (number.max(0.0) * 1000.0).round() as u64;
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}
