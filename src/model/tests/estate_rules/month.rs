//! Months and trends.

use super::day;
use model::estate::month::{Month, days, trend};

#[test]
fn months_are_counted_over_the_year() {
    let november = Month::new(2026, 11).expect("a month");
    let rows = [(0, "2026-11", "2026-11-30"), (1, "2026-12", "2026-12-31"), (2, "2027-01", "2027-01-31")];
    let rows = rows.into_iter().chain([(-9, "2026-02", "2026-02-28"), (-33, "2024-02", "2024-02-29")]);
    for (months, text, last) in rows {
        let month = november.plus(months);
        assert_eq!((month.to_string().as_str(), month.last_day()), (text, day(last)));
        assert_eq!(
            (month.since(november), Month::of(day(last)), Month::new(month.year(), month.month())),
            (months, month, Some(month))
        );
    }
    assert_eq!((Month::new(2026, 0), Month::new(2026, 13), Month::new(12, 1)), (None, None, None));
}

#[test]
fn a_trend_looks_at_the_end_of_each_month_and_at_today() {
    assert_eq!(days(day("2027-01-15"), 2), ["2026-11-30", "2026-12-31", "2027-01-15"].map(day));
    let noted = [("2026-11-02", 1), ("2026-11-29", 2), ("2026-11-29", 3), ("2027-01-15", 4), ("2027-01-16", 5)];
    let noted = noted.map(|(on, value)| (day(on), value));
    let shown: Vec<_> =
        trend(&noted, day("2027-01-15"), 3).into_iter().map(|(month, value)| (month.to_string(), value)).collect();
    let expected = [("2026-11", Some(3)), ("2026-12", None), ("2027-01", Some(4))];
    assert_eq!(shown, expected.map(|(month, value)| (month.to_owned(), value)));
}
