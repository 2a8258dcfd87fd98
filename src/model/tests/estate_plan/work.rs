//! The same task in many units, and programmes over many months.

use super::{day, rid};
use model::entry::Severity;
use model::estate::bundle::{Answer, Bundle, Due, Offer, bundles};
use model::estate::programme::{Piece, Terms, again, progress, spread};
use model::health::weight::Risk;
use model::life::Stage;

fn due(unit: u128, task: &str, by: &str, answer: Answer) -> Due {
    Due { unit: rid(unit), task: task.into(), by: day(by), answer }
}

fn told(bundles: &[Bundle]) -> Vec<(&str, String, Vec<u128>)> {
    let units = |bundle: &Bundle| bundle.units().iter().map(|unit| unit.0.as_u128()).collect();
    bundles.iter().map(|bundle| (bundle.task.as_str(), bundle.by.to_string(), units(bundle))).collect()
}

#[test]
fn the_same_task_in_a_window_is_one_call_out() {
    use Answer::{Declines, Joins, Unanswered};
    let dues = [
        due(1, "geyser", "2027-01-10", Joins),
        due(2, "geyser", "2027-01-25", Unanswered),
        due(3, "geyser", "2027-02-09", Joins),
        // A day too far, and with nobody beside it.
        due(4, "geyser", "2027-02-10", Joins),
        due(5, "geyser", "2027-01-11", Declines),
        // Late is due today.
        due(6, "gate", "2026-01-01", Unanswered),
        due(7, "gate", "2026-12-31", Unanswered),
        // One unit twice is no bundle.
        due(8, "pump", "2027-01-01", Joins),
        due(8, "pump", "2027-01-02", Joins),
    ];
    let found = bundles(&dues, 30, day("2026-12-01"));
    let expected = [("gate", "2026-12-01".to_owned(), vec![6, 7]), ("geyser", "2027-01-10".to_owned(), vec![1, 2, 3])];
    assert_eq!(told(&found), expected);
    assert_eq!(found[1].joined(), [rid(1), rid(3)]);
    assert!(bundles(&dues[..1], 30, day("2026-12-01")).is_empty());
}

#[test]
fn coming_out_is_shared_in_whole_cents_by_who_joins() {
    use Answer::{Joins, Unanswered};
    let dues = [
        due(1, "geyser", "2027-01-01", Joins),
        due(2, "geyser", "2027-01-01", Unanswered),
        due(3, "geyser", "2027-01-01", Joins),
        due(3, "geyser", "2027-01-02", Joins),
    ];
    let found = bundles(&dues, 30, day("2026-12-01"));
    let offer = Offer { call_out: 60_001, each: 45_000 };
    let cents = |prices: Vec<model::estate::bundle::Price>| {
        prices.into_iter().map(|price| (price.unit, price.cents, price.alone)).collect::<Vec<_>>()
    };
    assert_eq!(cents(found[0].prices(offer)), [(rid(1), 75_001, 105_001), (rid(3), 120_000, 150_001)]);
    let all = cents(found[0].prices_if_all(offer));
    assert_eq!(all, [(rid(1), 65_001, 105_001), (rid(2), 65_000, 105_001), (rid(3), 110_000, 150_001)]);
}

fn piece(number: u128, stage: Stage, age: Option<u32>) -> Piece {
    Piece { id: rid(number), unit: rid(100 + number), stage, age, risk: Risk::Damage, fault: None, done: None }
}

fn terms(months: u32, capacity: u32) -> Terms {
    Terms { from: day("2027-01-15"), months, capacity }
}

#[test]
fn what_is_worst_comes_first() {
    let pieces = [
        piece(1, Stage::Within, Some(2)),
        piece(2, Stage::Due, Some(9)),
        piece(3, Stage::Past, Some(14)),
        piece(4, Stage::Unknown, None),
        piece(5, Stage::Past, Some(16)),
        Piece { risk: Risk::Danger, ..piece(6, Stage::Past, Some(13)) },
        Piece { fault: Some(Severity::Serious), ..piece(7, Stage::Within, Some(1)) },
        Piece { done: Some(day("2026-11-01")), ..piece(8, Stage::Past, Some(20)) },
    ];
    let programme = spread(&pieces, terms(7, 1));
    let order: Vec<u128> = programme.slots.iter().map(|slot| slot.piece.0.as_u128()).collect();
    assert_eq!(order, [7, 6, 5, 3, 4, 2, 1]);
    let months: Vec<String> = programme.slots.iter().map(|slot| slot.month.to_string()).collect();
    assert_eq!((months[0].as_str(), months[6].as_str()), ("2027-01-01", "2027-07-01"));
}

#[test]
fn all_geysers_in_24_months_and_how_far_it_has_come() {
    let mut pieces: Vec<Piece> = (1..=50).map(|number| piece(number, Stage::Due, Some(10))).collect();
    let programme = spread(&pieces, terms(24, 3));
    let in_month = |month: &str| programme.slots.iter().filter(|slot| slot.month == day(month)).count();
    assert_eq!((programme.slots.len(), programme.unplaced.len(), programme.capacity_needed), (50, 0, Some(3)));
    assert_eq!([in_month("2027-01-01"), in_month("2027-02-01"), in_month("2028-12-01")], [3, 2, 2]);
    // More than there is room for is said, the least urgent of it.
    let tight = spread(&pieces, terms(24, 2));
    assert_eq!((tight.slots.len(), tight.unplaced, tight.capacity_needed), (48, vec![rid(49), rid(50)], Some(3)));
    assert_eq!(spread(&pieces, terms(0, 2)).unplaced.len(), 50);
    for slot in &programme.slots[..4] {
        let at = pieces.iter().position(|piece| piece.id == slot.piece).expect("a piece");
        pieces[at].done = Some(day("2027-02-10"));
    }
    let told = progress(&programme, &pieces, day("2027-03-01"));
    assert_eq!((told.all, told.done, told.due, told.late), (50, 4, 5, 1));
    let rest = again(&pieces, terms(24, 3), day("2027-03-20"));
    assert_eq!((rest.slots.len(), rest.slots[0].month, rest.capacity_needed), (46, day("2027-03-01"), Some(3)));
    assert_eq!(rest.slots[45].month, day("2028-12-01"));
    let before = again(&pieces, terms(24, 3), day("2026-06-01"));
    assert_eq!(before.slots[0].month, day("2027-01-01"));
}
