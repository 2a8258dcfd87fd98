//! What a new line can be taken from.

use super::super::{day, line, quote, record};
use super::job;
use model::firm::Price;
use model::portal::{Line, Quote, Vat};
use model::trade_desk::book::{Offer, Source, found, line as line_of, offers};

fn price(what: &str, cents: i64) -> Price {
    Price { what: what.into(), price: cents, inclusive: true, vat: Vat::Standard, ..Price::default() }
}

fn known() -> Vec<Offer> {
    let book =
        [price("Valve, 400 kPa", 90_000), price("call-out", 65_000), Price { deleted: Some(true), ..price("Gone", 1) }];
    let old =
        Quote { on: Some(day("2026-10-01")), title: "Old".into(), ..quote(vec![line("1", 5000), line("2", 7000)]) };
    let new = Quote {
        on: Some(day("2026-11-01")),
        title: "New".into(),
        ..quote(vec![Line { quantity: 3000, ..line("1", 5000) }])
    };
    offers(&book, &[job(1, "", "", vec![record(2, &old)]), job(2, "", "", vec![record(2, &new)])])
}

#[test]
fn the_price_book_comes_first_then_the_latest_quotes_and_nothing_twice() {
    let known = known();
    let told: Vec<_> =
        known.iter().map(|offer| (offer.line.what.as_str(), offer.line.quantity, &offer.source)).collect();
    let quoted = |title: &str, on: &str| Source::Quote(title.into(), Some(day(on)));
    assert_eq!(
        told,
        [
            ("call-out", 1000, &Source::Book),
            ("Valve, 400 kPa", 1000, &Source::Book),
            ("Line 1", 1000, &quoted("New", "2026-11-01")),
            ("Line 2", 1000, &quoted("Old", "2026-10-01")),
        ]
    );
}

#[test]
fn what_is_typed_is_looked_for_in_any_order() {
    let known = known();
    for (typed, count) in [("", 4), ("kpa VALVE", 1), ("line", 2), ("geyser", 0)] {
        assert_eq!(found(&known, typed).len(), count, "{typed}");
    }
}

#[test]
fn a_price_is_told_as_the_quote_tells_its_prices() {
    let offer = |inclusive, vat, price| Offer {
        line: Line { vat, price, quantity: 1000, ..Line::default() },
        inclusive,
        source: Source::Book,
    };
    let cases = [
        (offer(true, Vat::Standard, 11_500), true, 11_500),
        (offer(true, Vat::Standard, 11_500), false, 10_000),
        (offer(false, Vat::Standard, 10_000), true, 11_500),
        (offer(false, Vat::Standard, 10_000), false, 10_000),
        (offer(false, Vat::None, 10_000), true, 10_000),
        (offer(true, Vat::Zero, 10_000), false, 10_000),
    ];
    for (offer, inclusive, price) in cases {
        let line = line_of(&offer, "7", inclusive, day("2026-12-04"));
        assert_eq!((line.id.as_str(), line.price), ("7", price), "{offer:?}");
    }
}
