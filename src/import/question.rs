//! What the tables of an import leave open, asked once for all of them.

use crate::form::Form;
use crate::sheet::Reading;
use crate::talk::{DateOrder, Question};
use crate::value::{date, money};
use model::Date;

/// Questions that tables leave open, and the dates of chats, on the day `today`.
pub(crate) fn of(readings: &[(&Form, Reading)], chats: &[date::Evidence], today: Date) -> Vec<Question> {
    let (mut dates, mut amounts, mut unnamed) = (date::Evidence::default(), money::Evidence::default(), Vec::new());
    for (form, reading) in readings {
        if form.dates.is_none() && reading.dates.is_open() {
            dates.join(&reading.dates);
        }
        if form.decimal.is_none() && reading.amounts.is_open() {
            amounts.join(&reading.amounts);
        }
        unnamed.extend(reading.amounts.unnamed.iter().cloned());
    }
    chats.iter().filter(|chat| chat.is_open()).for_each(|chat| dates.join(chat));
    let mut questions = Vec::new();
    if !dates.open.is_empty() {
        let samples = dates.samples(today.year());
        questions.push(Question::DateOrder { samples, guess: dates.order().unwrap_or(DateOrder::DayFirst) });
    }
    let samples = amounts.samples();
    if !samples.is_empty() {
        questions.push(Question::Decimal { samples, guess: amounts.guess() });
    }
    if !unnamed.is_empty() {
        unnamed.truncate(3);
        questions.push(Question::Currency { samples: unnamed });
    }
    questions
}
