//! What the tables of an import leave open, asked once for all of them.

use crate::form::Form;
use crate::sheet::Reading;
use crate::talk::{DateOrder, Question};
use crate::value::{date, money};

/// Questions that tables leave open, and the dates of chats.
pub(crate) fn of(readings: &[(&Form, Reading)], chats: &[date::Evidence]) -> Vec<Question> {
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
        // The year of today is not known here; two digits are shown as years of the century that people mostly mean.
        let samples = dates.samples(YEAR_SHOWN);
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

/// The year from which the century of two digits is told in a question.
const YEAR_SHOWN: i32 = 2026;
