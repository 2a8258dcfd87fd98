//! What lines come to.

use super::{day, line, quote};
use model::portal::money::{self, Amount};
use model::portal::{Line, Vat};
use proptest::prelude::*;

fn of(line: &Line, inclusive: bool) -> (i64, i64, i64) {
    let Amount { net, vat, total } = money::line(line, inclusive, Some(day("2026-11-27")));
    (net, vat, total)
}

#[test]
fn lines_are_rounded_half_a_cent_away_from_nothing() {
    let standard = |quantity, price, discount| Line { quantity, price, discount, vat: Vat::Standard, ..line("1", 0) };
    let rows = [
        // Quantity in thousandths, cents a unit, discount; inclusive; net, tax, total.
        (standard(1000, 10_000, 0), false, (10_000, 1500, 11_500)),
        (standard(1000, 11_500, 0), true, (10_000, 1500, 11_500)),
        (standard(2500, 333, 0), false, (833, 125, 958)),
        (standard(1000, 10, 0), false, (10, 2, 12)),
        (standard(1000, -10, 0), false, (-10, -2, -12)),
        (standard(500, 1, 0), false, (1, 0, 1)),
        (standard(500, -1, 0), false, (-1, 0, -1)),
        (standard(1000, 10_000, 1000), false, (9000, 1350, 10_350)),
        (standard(1000, 1000, 1500), true, (-435, -65, -500)),
        (Line { vat: Vat::Zero, ..standard(1000, 999, 0) }, false, (999, 0, 999)),
        (Line { vat: Vat::None, ..standard(1000, 999, 0) }, true, (999, 0, 999)),
    ];
    for (line, inclusive, expected) in rows {
        assert_eq!(of(&line, inclusive), expected, "{line:?} {inclusive}");
    }
}

#[test]
fn the_rate_is_that_of_its_day_and_country() {
    assert_eq!(money::rate("ZA", day("2026-11-27")).map(|(rate, _)| rate), Some(150));
    assert_eq!(money::rate("ZA", day("2018-03-31")), None);
    assert_eq!(money::rate("XX", day("2026-11-27")), None);
}

#[test]
fn no_lines_of_any_size_are_too_many() {
    let most = Line { quantity: 1_000_000_000, price: model::money::CENTS_MAX, vat: Vat::Standard, ..line("1", 0) };
    let sum = money::sum(&vec![most; 500], false, Some(day("2026-11-27")));
    assert!(sum.total >= sum.net && sum.net > 0);
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let vat = prop::sample::select(Vat::ALL);
    let one = (1..50_000_i64, -200_000..5_000_000_i64, 0..10_000_i64, vat, any::<bool>(), 0..3_usize);
    let one = one.prop_map(|(quantity, price, discount, vat, optional, option)| Line {
        option: ["", "good", "best"][option].into(),
        ..Line { quantity, price, discount, vat, optional, ..line("", 0) }
    });
    prop::collection::vec(one, 1..500).prop_map(|mut lines| {
        lines.iter_mut().enumerate().for_each(|(at, line)| line.id = at.to_string());
        lines
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn parts_make_the_whole_with_tax_and_without(lines in lines(), inclusive: bool, cut in 0..500_usize) {
        let on = Some(day("2026-11-27"));
        let whole = money::sum(&lines, inclusive, on);
        prop_assert_eq!(whole.net + whole.vat, whole.total);
        let (first, rest) = lines.split_at(cut.min(lines.len()));
        prop_assert_eq!(money::sum(first, inclusive, on).plus(money::sum(rest, inclusive, on)), whole);
    }

    #[test]
    fn with_and_without_tax_agree_within_a_cent_a_line(lines in lines()) {
        let on = Some(day("2026-11-27"));
        for one in &lines {
            let plain = money::line(one, false, on);
            let told = Line { quantity: 1000, price: plain.total, discount: 0, ..one.clone() };
            let back = money::line(&told, true, on);
            prop_assert_eq!(back.total, plain.total);
            prop_assert!((back.net - plain.net).abs() <= 1, "{:?} {:?}", plain, back);
        }
    }

    #[test]
    fn what_is_chosen_and_what_is_left_are_all_lines(lines in lines(), ticks in prop::collection::vec(0..500_usize, 0..9)) {
        let quote = quote(lines);
        let ticked: Vec<String> = ticks.iter().map(usize::to_string).collect();
        let chosen: Vec<&Line> = money::chosen(&quote, "good", &ticked).collect();
        for line in &quote.lines {
            let is_chosen = line.option != "best" && (!line.optional || ticked.contains(&line.id));
            prop_assert_eq!(chosen.contains(&line), is_chosen);
        }
    }
}
