//! What is typed into the boxes of the plan beside amounts: rates and small numbers.

use crate::pages::trade::typed::Reading;
use leptos::prelude::*;
use words::Words;

/// A rate in basis points as it stands in a box: "6,5".
pub fn rate_text(words: &Words, rate: Option<i64>) -> String {
    rate.map(|rate| words.quantity(rate.saturating_mul(10))).unwrap_or_default()
}

/// A rate in basis points, none for an empty box.
pub fn rate(reading: &mut Reading, typed: &str, field: &str) -> Option<i64> {
    Some(reading.milli(typed, field)? / 10)
}

/// A small number, none for an empty box.
pub fn small<T: TryFrom<i64>>(reading: &mut Reading, typed: &str, field: &str) -> Option<T> {
    let number = reading.whole(typed, field)?;
    let small = T::try_from(number).ok();
    if small.is_none() {
        reading.faults.push(model::Fault::new(field, model::FaultCode::NotAllowed));
    }
    small
}

/// A number as it stands in a box; nothing for none.
pub fn text<T: ToString>(number: Option<T>) -> RwSignal<String> {
    RwSignal::new(number.map(|number| number.to_string()).unwrap_or_default())
}
