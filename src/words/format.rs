//! Money, numbers, dates and sizes as people write them.

use crate::Words;
use model::date::{Known, PartialDate, Sense};
use model::{Date, Money};

/// How a language writes them.
pub struct Format {
    /// Between the whole and the hundredths.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
    /// "about March 2019".
    pub about: fn(&str) -> String,
    /// "before 2019".
    pub before: fn(&str) -> String,
}

/// No-break space: an amount never breaks across lines.
const NO_BREAK: char = '\u{a0}';

impl Words {
    /// An amount: `R 1 234,50`, other currencies by their code.
    pub fn money(&self, money: &Money) -> String {
        let sign = if money.cents < 0 { "-" } else { "" };
        let unit = if money.currency == "ZAR" { "R" } else { &money.currency };
        let cents = money.cents.unsigned_abs();
        format!("{sign}{unit}{NO_BREAK}{}{}{:02}", self.grouped(cents / 100), self.format.decimal, cents % 100)
    }

    /// An amount without its hundredths, rounded: `R 1 235`.
    pub fn money_round(&self, money: &Money) -> String {
        let exact =
            self.money(&Money { cents: (money.cents + money.cents.signum() * 50) / 100 * 100, ..money.clone() });
        exact.rsplit_once(self.format.decimal).map_or(exact.clone(), |(whole, _)| whole.to_owned())
    }

    /// A whole number with its digits grouped.
    pub fn number(&self, number: i64) -> String {
        let sign = if number < 0 { "-" } else { "" };
        format!("{sign}{}", self.grouped(number.unsigned_abs()))
    }

    /// A measure in thousandths of its unit, without zeros at its end: `1 234,5`.
    pub fn quantity(&self, milli: i64) -> String {
        let sign = if milli < 0 { "-" } else { "" };
        let whole = format!("{sign}{}", self.grouped(milli.unsigned_abs() / 1000));
        match milli.unsigned_abs() % 1000 {
            0 => whole,
            rest => format!("{whole}{}{}", self.format.decimal, format!("{rest:03}").trim_end_matches('0')),
        }
    }

    /// A measure with as many places as those it stands under: `16,170` below `24,568`.
    pub fn quantity_to(&self, milli: i64, places: usize) -> String {
        let sign = if milli < 0 { "-" } else { "" };
        let whole = format!("{sign}{}", self.grouped(milli.unsigned_abs() / 1000));
        match format!("{:03}", milli.unsigned_abs() % 1000).get(..places) {
            None | Some("") => whole,
            Some(rest) => format!("{whole}{}{rest}", self.format.decimal),
        }
    }

    fn grouped(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut text = String::with_capacity(digits.len() * 4 / 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(self.format.group);
            }
            text.push(digit);
        }
        text
    }

    /// A day: `14 March 2019`.
    pub fn day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date.month()), date.year())
    }

    /// A day where room is short: `14 Mar 2019`.
    pub fn day_short(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.months_short[(date.month() - 1) as usize], date.year())
    }

    /// The name of a month, from 1.
    pub fn month(&self, month: u32) -> &'static str {
        self.months[(month - 1) as usize]
    }

    /// A date as people know it: `14 March 2019`, `March 2019`, `about 2019`, `before 2019`.
    pub fn date(&self, date: PartialDate) -> String {
        let known = match date.known {
            Known::Day(day) => self.day(day),
            Known::Month(year, month) => format!("{} {year}", self.month(month)),
            Known::Year(year) => year.to_string(),
        };
        match date.sense {
            Sense::Exact => known,
            Sense::About => (self.format.about)(&known),
            Sense::Before => (self.format.before)(&known),
        }
    }

    /// A size on disk or over the air: `812 KB`, `3,4 MB`.
    pub fn bytes(&self, bytes: u64) -> String {
        match bytes {
            0..1_000 => format!("{bytes}{NO_BREAK}B"),
            1_000..1_000_000 => format!("{}{NO_BREAK}KB", bytes / 1_000),
            _ => {
                let (unit, tenth) = if bytes < 1_000_000_000 { ("MB", 100_000) } else { ("GB", 100_000_000) };
                let tenths = bytes / tenth;
                format!("{}{}{}{NO_BREAK}{unit}", tenths / 10, self.format.decimal, tenths % 10)
            }
        }
    }
}

/// How many places the finest of these measures, in thousandths, has.
pub fn places(all: impl Iterator<Item = i64>) -> usize {
    let places = all.map(|milli| match milli {
        milli if milli % 1000 == 0 => 0,
        milli if milli % 100 == 0 => 1,
        milli if milli % 10 == 0 => 2,
        _ => 3,
    });
    places.max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::Language;
    use model::Money;

    #[test]
    fn money_and_dates_read_as_south_africans_write_them() {
        let words = Language::EnZa.words();
        let amounts = [(0, "R 0,00"), (123_450, "R 1 234,50"), (-5, "-R 0,05"), (100_000_000, "R 1 000 000,00")];
        for (cents, text) in amounts {
            assert_eq!(words.money(&Money::rand(cents)).replace('\u{a0}', " "), text);
        }
        assert_eq!(
            [1_234_500, 7_000, -50].map(|milli| words.quantity(milli).replace('\u{a0}', " ")),
            ["1 234,5", "7", "-0,05"]
        );
        assert_eq!(words.money_round(&Money::rand(123_450)).replace('\u{a0}', " "), "R 1 235");
        let dates = [
            ("2019-03-14", "14 March 2019"),
            ("2019-03", "March 2019"),
            ("2019~", "about 2019"),
            ("../2019", "before 2019"),
        ];
        for (date, text) in dates {
            assert_eq!(words.date(date.parse().expect("a date")), text);
        }
        let sizes = [812_345, 3_456_789, 10_737_418_240];
        assert_eq!(sizes.map(|size| words.bytes(size).replace('\u{a0}', " ")), ["812 KB", "3,4 MB", "10,7 GB"]);
    }

    #[test]
    fn measures_below_one_another_have_the_same_places() {
        let words = Language::EnZa.words();
        let column = |all: [i64; 3]| all.map(|milli| words.quantity_to(milli, super::places(all.into_iter())));
        assert_eq!(column([24_568, 16_170, -50]), ["24,568", "16,170", "-0,050"]);
        assert_eq!(column([24_500, 16_000, 0]), ["24,5", "16,0", "0,0"]);
        assert_eq!(column([24_000, 16_000, 0]), ["24", "16", "0"]);
    }
}
