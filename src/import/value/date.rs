//! Dates as people and programs write them.

use crate::talk::{DateOrder, DateSample};
use model::date::{Known, Sense};
use model::{Date, PartialDate};

/// No date is longer, with its time and zone in words.
const CHARS_MAX: usize = 80;
/// Texts that a question shows.
const SAMPLES: usize = 3;

/// What a cell of a column of dates says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// Nothing, or a zero that means nothing (`0001-01-01`).
    Empty,
    /// A date.
    Is(PartialDate),
    /// Something else.
    Not,
}

/// Reads a date, with or without a time behind it. Numbers are taken in `order`, and in another where only that names a day. Two
/// digits mean a year up to `year_max`, and one of the century before it.
pub(crate) fn read(text: &str, order: DateOrder, year_max: i32) -> Read {
    let text = text.trim();
    if text.is_empty() {
        return Read::Empty;
    }
    if text.len() > CHARS_MAX {
        return Read::Not;
    }
    if let Ok(date) = text.parse::<PartialDate>() {
        return Read::Is(date);
    }
    let (sense, text) = sense(text);
    let text = without_time(text);
    if let Some(date) = serial(text) {
        return Read::Is(PartialDate { known: Known::Day(date), sense });
    }
    let Some(tokens) = tokens(text) else { return Read::Not };
    if is_zero(&tokens) {
        return Read::Empty;
    }
    known(&tokens, text, order, year_max).map_or(Read::Not, |known| Read::Is(PartialDate { known, sense }))
}

/// "about 2019", "before 2019" and how else people say it.
fn sense(text: &str) -> (Sense, &str) {
    const ABOUT: [&str; 8] = ["~", "circa ", "ca. ", "ca ", "c. ", "about ", "approx. ", "omstreeks "];
    const BEFORE: [&str; 4] = ["before ", "<", "voor ", "../"];
    let told = |marks: &[&'static str]| {
        let found =
            marks.iter().find(|mark| text.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)));
        found.map(|mark| text[mark.len()..].trim_start())
    };
    if let Some(rest) = told(&ABOUT) {
        return (Sense::About, rest);
    }
    if let Some(rest) = told(&BEFORE) {
        return (Sense::Before, rest);
    }
    match text.strip_suffix(['~', '?']) {
        Some(rest) => (Sense::About, rest.trim_end()),
        None => (Sense::Exact, text),
    }
}

/// The text before a time of day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    match text[..colon].rfind(|c: char| c == 'T' || c == ',' || c.is_whitespace()) {
        Some(at) => text[..at].trim_end_matches([',', ' ']),
        None => text,
    }
}

/// A day as spreadsheets count them, from 1899-12-30: five digits, perhaps with the part of the day behind a point.
fn serial(text: &str) -> Option<Date> {
    let (days, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if days.len() != 5 || !digits(days) || !digits(part) {
        return None;
    }
    let days: u32 = days.parse().ok()?;
    Date::of(1899, 12, 30).map(|zero| zero.plus_days(days))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    /// A number with how many digits it has.
    Number(u32, usize),
    /// A month, from 1.
    Month(u32),
}

/// The numbers and months of a text; none if there is anything else in it but names of days.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::with_capacity(3);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let suffix = &word[digits..];
        if digits == 0 {
            match (month(word), tokens.len()) {
                (Some(month), _) => tokens.push(Token::Month(month)),
                (None, 0) if is_weekday(word) => {}
                (None, _) if matches!(word, "of" | "de") => {}
                _ => return None,
            }
        } else if digits <= 8 && (suffix.is_empty() || is_ordinal(suffix)) {
            tokens.push(Token::Number(word[..digits].parse().ok()?, digits));
        } else {
            return None;
        }
        if tokens.len() > 3 {
            return None;
        }
    }
    Some(tokens)
}

fn is_ordinal(suffix: &str) -> bool {
    ["st", "nd", "rd", "th", "ste", "de"].iter().any(|known| suffix.eq_ignore_ascii_case(known))
}

/// English and Afrikaans names of days, by their first letters.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 13] =
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "maa", "din", "woe", "don", "vry", "son"];
    word.get(..3).is_some_and(|head| DAYS.iter().any(|day| head.eq_ignore_ascii_case(day)))
}

/// A month by its English or Afrikaans name, whole or by its first three letters or four.
fn month(word: &str) -> Option<u32> {
    const NAMES: [[&str; 2]; 12] = [
        ["january", "januarie"],
        ["february", "februarie"],
        ["march", "maart"],
        ["april", "april"],
        ["may", "mei"],
        ["june", "junie"],
        ["july", "julie"],
        ["august", "augustus"],
        ["september", "september"],
        ["october", "oktober"],
        ["november", "november"],
        ["december", "desember"],
    ];
    let word = word.to_lowercase();
    let short = word.len() == 3 || word.len() == 4;
    let named =
        |name: &&str| **name == word || short && name.starts_with(&word) || word == "mrt" && name.starts_with("maart");
    NAMES.iter().position(|names| names.iter().any(&named)).map(|at| at as u32 + 1)
}

/// `0001-01-01` of Go and C#, `0000-00-00` of MySQL.
fn is_zero(tokens: &[Token]) -> bool {
    let number = |token: &Token| matches!(token, Token::Number(0 | 1, _));
    let year = |token: &Token| matches!(token, Token::Number(0 | 1, 4));
    tokens.len() == 3 && tokens.iter().all(number) && tokens.iter().any(year)
}

fn known(tokens: &[Token], text: &str, order: DateOrder, year_max: i32) -> Option<Known> {
    use Token::{Month, Number};
    let day = |year: i32, month: u32, day: u32| Date::of(year, month, day).map(Known::Day);
    match *tokens {
        [Number(year, 4), Month(of), Number(nth, 1..=2)] => day(year.cast_signed(), of, nth),
        [Number(nth, 1..=2), Month(of), Number(year, digits)]
        | [Month(of), Number(nth, 1..=2), Number(year, digits)] => day(whole_year(year, digits, year_max)?, of, nth),
        [Month(of), Number(year, 4)] | [Number(year, 4), Month(of)] => month_of(year, of),
        // A spreadsheet's short form of a month; with a blank it would be a day of some year.
        [Month(of), Number(year, 2)] if text.contains(['-', '\'', '’']) => {
            month_of(whole_year(year, 2, year_max)?.cast_unsigned(), of)
        }
        [Number(first, a), Number(second, b), Number(third, c)] => {
            let parts = [(first, a), (second, b), (third, c)];
            let orders = [order, DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];
            orders.iter().find_map(|order| strict(parts, *order, year_max)).map(Known::Day)
        }
        [Number(year, 4), Number(of, 1..=2)] | [Number(of, 1..=2), Number(year, 4)] => month_of(year, of),
        [Number(date, 8)] => day((date / 10_000).cast_signed(), date / 100 % 100, date % 100),
        [Number(year, 4)] => Date::of(year.cast_signed(), 1, 1).map(|date| Known::Year(date.year())),
        _ => None,
    }
}

fn month_of(year: u32, month: u32) -> Option<Known> {
    Date::of(year.cast_signed(), month, 1).map(|date| Known::Month(date.year(), date.month()))
}

fn whole_year(year: u32, digits: usize, year_max: i32) -> Option<i32> {
    match digits {
        4 => Some(year.cast_signed()),
        2 => {
            let year = year_max - year_max.rem_euclid(100) + year.cast_signed();
            Some(if year > year_max { year - 100 } else { year })
        }
        _ => None,
    }
}

/// The day that three numbers, each with its digits, name in exactly this order. A year of four digits in front leaves no choice.
fn strict(parts: [(u32, usize); 3], order: DateOrder, year_max: i32) -> Option<Date> {
    let [first, second, third] = parts;
    let (year, month, day) = match (first.1, third.1, order) {
        (4, ..) => (first, second, third),
        (_, 4, DateOrder::YearFirst) => return None,
        (_, _, DateOrder::YearFirst) => (first, second, third),
        (_, _, DateOrder::DayFirst) => (third, second, first),
        (_, _, DateOrder::MonthFirst) => (third, first, second),
    };
    let small = |part: (u32, usize)| (part.1 <= 2).then_some(part.0);
    Date::of(whole_year(year.0, year.1, year_max)?, small(month)?, small(day)?)
}

/// What the texts of a column say about their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Texts that are dates with the day first alone.
    pub(crate) day: usize,
    /// With the month first alone.
    pub(crate) month: usize,
    /// With the year first alone, of two digits.
    pub(crate) year: usize,
    /// Texts that can be several dates, each with the years ahead of today that two digits of it can mean: the first few.
    pub(crate) open: Vec<(String, i32)>,
}

impl Evidence {
    /// Takes one text more into account, of which two digits mean a year at most so many ahead.
    pub(crate) fn add(&mut self, text: &str, years_ahead: i32) {
        if text.len() > CHARS_MAX || !text.contains(|c: char| c.is_ascii_digit()) {
            return;
        }
        let Some(parts) = numbers(text) else { return };
        let of = |order| strict(parts, order, 2000);
        match (of(DateOrder::DayFirst), of(DateOrder::MonthFirst)) {
            (Some(day), Some(month)) if day == month => {}
            (Some(_), Some(_)) => self.ask(text.trim(), years_ahead),
            (Some(_), None) => self.day += 1,
            (None, Some(_)) => self.month += 1,
            (None, None) => self.year += usize::from(of(DateOrder::YearFirst).is_some()),
        }
    }

    /// Takes what another column says into account.
    pub(crate) fn join(&mut self, other: &Self) {
        (self.day, self.month, self.year) = (self.day + other.day, self.month + other.month, self.year + other.year);
        other.open.iter().for_each(|(text, years_ahead)| self.ask(text, *years_ahead));
    }

    fn ask(&mut self, text: &str, years_ahead: i32) {
        if self.open.len() < SAMPLES && !self.open.iter().any(|(known, _)| known == text) {
            self.open.push((text.to_owned(), years_ahead));
        }
    }

    /// The order that most of the telling texts have; none if there are none.
    pub(crate) fn order(&self) -> Option<DateOrder> {
        let counts =
            [(self.day, DateOrder::DayFirst), (self.month, DateOrder::MonthFirst), (self.year, DateOrder::YearFirst)];
        // Of equal ones the first, which is how dates are written here.
        counts.into_iter().rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 0).map(|(_, order)| order)
    }

    /// Whether it takes a person to say.
    pub(crate) fn is_open(&self) -> bool {
        let told = [self.day, self.month, self.year].iter().filter(|count| **count > 0).count();
        !self.open.is_empty() && told != 1
    }

    /// The open texts with the dates that they would be, in the year `year_now`.
    pub(crate) fn samples(&self, year_now: i32) -> Vec<DateSample> {
        let reading = |(text, years_ahead): &(String, i32)| {
            let year_max = year_now + years_ahead;
            let parts = numbers(text)?;
            let orders = [DateOrder::DayFirst, DateOrder::MonthFirst, DateOrder::YearFirst];
            let readings =
                orders.into_iter().filter_map(|order| Some((order, strict(parts, order, year_max)?.to_string())));
            Some(DateSample { text: text.clone(), readings: readings.collect() })
        };
        self.open.iter().filter_map(reading).collect()
    }
}

/// The three numbers of a date that is written in numbers, unless its year in front says all.
fn numbers(text: &str) -> Option<[(u32, usize); 3]> {
    match tokens(without_time(sense(text.trim()).1))?[..] {
        [Token::Number(first, a), Token::Number(second, b), Token::Number(third, c)] if a != 4 => {
            Some([(first, a), (second, b), (third, c)])
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(order: DateOrder, rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            let found = match read(text, order, 2027) {
                Read::Is(date) => date.to_string(),
                Read::Empty => "empty".into(),
                Read::Not => "not".into(),
            };
            assert_eq!(&found, expected, "{text:?}");
        }
    }

    #[test]
    fn dates_are_read_as_people_and_programs_write_them() {
        check(
            DateOrder::DayFirst,
            &[
                ("2019-03-14", "2019-03-14"),
                ("2019/3/4", "2019-03-04"),
                ("20190314", "2019-03-14"),
                ("2019-03-14T10:11:12Z", "2019-03-14"),
                ("2019-03-14 10:11:12.000 +0200", "2019-03-14"),
                ("2019-03-14 00:00:00 +0000 UTC", "2019-03-14"),
                ("14/03/2019, 6:05 PM", "2019-03-14"),
                ("3/4/2019", "2019-04-03"),
                ("12/31/2019", "2019-12-31"),
                ("31.12.19", "2019-12-31"),
                ("31/12/27", "2027-12-31"),
                ("31/12/28", "1928-12-31"),
                ("14 March 2019", "2019-03-14"),
                ("March 14th, 2019", "2019-03-14"),
                ("14-Mar-19", "2019-03-14"),
                ("Thu Mar 14 2019 10:00:00 GMT+0200 (SAST)", "2019-03-14"),
                ("Donderdag, 14 Maart 2019", "2019-03-14"),
                ("1 Okt 2020", "2020-10-01"),
                ("Mar-19", "2019-03"),
                ("March 2019", "2019-03"),
                ("2019 Maart", "2019-03"),
                ("03/2019", "2019-03"),
                ("2019/03", "2019-03"),
                ("2019", "2019"),
                ("~2019", "2019~"),
                ("c. 2019", "2019~"),
                ("2019?", "2019~"),
                ("before 2019", "../2019"),
                ("voor Maart 2019", "../2019-03"),
                ("43538", "2019-03-14"),
                ("43538.75", "2019-03-14"),
                ("", "empty"),
                ("0001-01-01", "empty"),
                ("0001-01-01T00:00:00Z", "empty"),
                ("01/01/0001 00:00:00", "empty"),
                ("0000-00-00", "empty"),
            ],
        );
        check(DateOrder::MonthFirst, &[("3/4/2019", "2019-03-04"), ("31/12/2019", "2019-12-31")]);
        check(DateOrder::YearFirst, &[("19/12/31", "2019-12-31"), ("31/12/2019", "2019-12-31")]);
    }

    #[test]
    fn what_is_no_date_is_not_made_one() {
        let wrong =
            ["31/02/2019", "soon", "2019-13-01", "Mar 19", "1234567", "12", "1/2", "14 March", "99999999", "1:2", "£5"];
        check(DateOrder::DayFirst, &wrong.map(|text| (text, "not")));
        check(DateOrder::DayFirst, &[(&"9".repeat(1000), "not")]);
    }

    #[test]
    fn two_digits_are_a_year_up_to_the_last_that_they_can_mean() {
        let rows = [
            (2027, "27", 2027),
            (2027, "28", 1928),
            (2099, "99", 2099),
            (2100, "00", 2100),
            (2100, "99", 2099),
            (2101, "02", 2002),
        ];
        for (year_max, digits, expected) in rows {
            let found = read(&format!("31/12/{digits}"), DateOrder::DayFirst, year_max);
            assert_eq!(
                found,
                Read::Is(PartialDate::day(Date::of(expected, 12, 31).expect("a day"))),
                "{digits} {year_max}"
            );
        }
    }

    #[test]
    fn one_telling_date_settles_a_column() {
        let order = |texts: &[&str]| {
            let mut evidence = Evidence::default();
            texts.iter().for_each(|text| evidence.add(text, 1));
            (evidence.order(), evidence.is_open())
        };
        assert_eq!(order(&["3/4/2019", "31/12/2019"]), (Some(DateOrder::DayFirst), false));
        assert_eq!(order(&["3/4/2019", "12/31/2019"]), (Some(DateOrder::MonthFirst), false));
        assert_eq!(order(&["99/04/03"]), (Some(DateOrder::YearFirst), false));
        assert_eq!(order(&["3/4/2019", "2019-05-06"]), (None, true));
        assert_eq!(order(&["3/4/2019", "31/12/2019", "12/31/2019"]), (Some(DateOrder::DayFirst), true));
        assert_eq!(order(&["4/4/2019", "2019-05-06", ""]), (None, false));
    }
}
