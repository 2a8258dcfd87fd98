//! Contents: what the insurer would want to know of, by room.

use super::day;
use super::job::rand;
use super::pen::{Pen, Who, id};
use model::PartialDate;
use model::date::Sense;
use model::item::Item;
use model::zone::Zone;

/// Zone, name, make and model, how many, year bought (after the first; none is long ago), price of one then, price of one today.
type Row = (&'static str, &'static str, &'static str, i64, Option<i32>, i64, i64);

const ITEMS: &[Row] = &[
    ("kitchen", "Fridge and freezer", "Yskas Kombi 340", 1, Some(0), 9_800, 15_990),
    ("kitchen", "Microwave oven", "Blits 28 ℓ", 1, Some(4), 1_890, 2_490),
    ("kitchen", "Espresso machine", "Boontjie Duo", 1, Some(6), 7_400, 8_900),
    ("scullery", "Washing machine", "Skoon 8 kg", 1, Some(2), 6_700, 9_990),
    ("scullery", "Dishwasher", "Blink 14", 1, Some(8), 8_290, 8_990),
    ("lounge", "Television, 55 inch", "Skerm Q55", 1, Some(5), 11_990, 12_990),
    ("lounge", "Sofa, three-seater, leather", "", 1, None, 0, 28_000),
    ("lounge", "Yellowwood table, Ouma’s", "", 1, None, 0, 45_000),
    ("lounge", "Dining chairs, riempie", "", 8, None, 0, 3_200),
    ("lounge", "Piano, upright", "Zimmerklang", 1, None, 0, 38_000),
    ("lounge", "Painting, “Kersefontein”, oil", "", 1, Some(7), 16_500, 22_000),
    ("main-bedroom", "Bed and mattress, queen", "", 1, Some(3), 13_500, 19_900),
    ("main-bedroom", "Jewellery, list with Kavitha", "", 6, None, 0, 9_500),
    ("study", "Laptop", "Naledi’s, 14 inch", 1, Some(8), 21_990, 24_500),
    ("study", "Laptop", "Pieter’s, 15 inch", 1, Some(5), 17_400, 19_900),
    ("study", "Camera with two lenses", "", 1, Some(2), 18_200, 26_000),
    ("study", "Printer", "", 1, Some(4), 2_990, 3_490),
    ("liesl", "Viola with bow and case", "", 1, Some(6), 14_800, 18_500),
    ("thabo", "Gaming computer", "Put together by himself", 1, Some(8), 16_300, 17_500),
    ("garage", "Bicycles", "Two road, two mountain", 4, Some(3), 9_900, 15_500),
    ("garage", "Tools, hand and electric", "", 1, None, 0, 24_000),
    ("garage", "Lawnmower, electric", "Grasduin 40 cm", 1, Some(1), 2_800, 4_290),
    ("garage", "Tent, trailer box, camping", "", 1, Some(4), 12_600, 17_000),
    ("stoep", "Teak table with benches", "", 1, Some(2), 11_400, 18_900),
    ("pool", "Pool cleaner", "Krokodil", 1, Some(7), 6_990, 8_490),
    ("cottage", "Recliner, electric", "", 1, Some(7), 12_900, 15_900),
];

/// Writes the list as it was begun for the insurer in the second year and kept since.
pub(super) fn write(pen: &mut Pen) {
    let begun = pen.on(1, 3, 25);
    for (zone, name, make, quantity, bought, price, replacement) in ITEMS {
        let bought_on: Option<PartialDate> = bought.map(|years| match years {
            0 => day::month(pen.year(0), 3),
            _ => day::year(pen.year(years), Sense::Exact),
        });
        let (make, model) = make.split_once(' ').unwrap_or((make, ""));
        let item = Item {
            name: (*name).into(),
            quantity: *quantity,
            zone: Some(id::<Zone>(zone)),
            make: make.into(),
            model: model.into(),
            bought: bought_on.or(Some(day::year(pen.year(0), Sense::Before))),
            price: (*price > 0).then(|| rand(*price)),
            replacement: Some(rand(*replacement)),
            ..Item::default()
        };
        let written = bought.filter(|years| *years > 1).map_or(begun, |years| pen.on(years, 12, 20));
        pen.write(&format!("{zone} {name} {make}"), Who::Laptop, written, &item);
    }
}
