//! What is typed into the boxes of a paper, and how it stands there.

use crate::pages::form::{money_text, money_typed};
use model::money::CENTS_MAX;
use model::portal::line;
use model::{Date, Fault, FaultCode, Instant, Money};
use words::Words;

/// What was wrong with what was typed, and the readers of boxes.
#[derive(Default)]
pub struct Reading {
    /// The faults, by the fields of the letter.
    pub faults: Vec<Fault>,
}

impl Reading {
    /// Cents, none for an empty box.
    pub fn cents(&mut self, typed: &str, field: &str) -> Option<i64> {
        let read = money_typed(typed, "ZAR", field).and_then(|money| match money {
            Some(money) if money.cents.abs() > CENTS_MAX => Err(Fault::limited(field, FaultCode::TooLarge, CENTS_MAX)),
            other => Ok(other),
        });
        self.take(read).flatten().map(|money| money.cents)
    }

    /// Thousandths: `2,5` is 2500; none for an empty box.
    pub fn milli(&mut self, typed: &str, field: &str) -> Option<i64> {
        if typed.trim().is_empty() {
            return None;
        }
        let read = line::quantity(typed).ok_or_else(|| Fault::new(field, FaultCode::Unreadable));
        self.take(read)
    }

    /// A whole number; none for an empty box.
    pub fn whole(&mut self, typed: &str, field: &str) -> Option<i64> {
        let read = crate::pages::form::number_typed(typed, field);
        self.take(read).flatten()
    }

    /// A day; none for an empty box.
    pub fn day(&mut self, typed: &str, field: &str) -> Option<Date> {
        if typed.is_empty() {
            return None;
        }
        let read = typed.parse().map_err(|_| Fault::new(field, FaultCode::Unreadable));
        self.take(read)
    }

    fn take<T>(&mut self, read: Result<T, Fault>) -> Option<T> {
        read.map_err(|fault| self.faults.push(fault)).ok()
    }
}

/// Cents as they stand in a box.
pub fn cents_text(words: &Words, cents: Option<i64>) -> String {
    let money = cents.map(|cents| Money::rand(cents.abs()));
    let sign = if cents.is_some_and(|cents| cents < 0) { "-" } else { "" };
    format!("{sign}{}", money_text(words, money.as_ref()))
}

/// A number as it stands in a box; nothing for none.
pub fn number_text(number: Option<i64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A day as it stands in a box.
pub fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The moment of a day at an hour (`08:30`) where clocks are `ahead_minutes` ahead of UTC.
pub fn moment(day: Date, hour: &str, ahead_minutes: i64) -> Option<Instant> {
    let utc: Instant = format!("{day}T{hour}:00.000Z").parse().ok()?;
    Some(Instant(utc.0 - ahead_minutes * 60_000))
}

/// Minutes of a day as clocks show them.
pub fn hour_text(minute: u32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Cents as people read them.
pub fn money(words: &Words, cents: i64) -> String {
    words.money(&Money::rand(cents))
}
