//! What a scheme's common property will cost, who pays what of it, and work that many units share.

mod holds;
mod levy;
mod money;
mod report;
mod rule;
mod scenario;
mod work;
mod workbench;

use model::estate::capital::{Condition, Fund, Item, Plan};
use model::estate::category::Category;
use model::{Date, RecordId};
use uuid::Uuid;

/// The financial year in which the plans begin.
const FIRST: i32 = 2027;

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// An item that says everything, at today's prices for ever.
fn item(number: u128, due: i32, cost: i64, life: u32, past: i64) -> Item {
    Item {
        id: rid(number),
        category: Category::Roofing,
        name: "Roof of block A".into(),
        condition: Condition { state: None, told: "Tiles slip at the ridge".into() },
        due: Some(due),
        cost: Some(cost),
        life: Some(life),
        relevant: String::new(),
        past: Some(past),
        escalation: 0,
        over: 1,
    }
}

fn plan(items: Vec<Item>, opening: i64) -> Plan {
    Plan { first: FIRST, items, fund: Fund { opening, interest: 0 } }
}

/// The roof of `domain.md`: R800 000, R200 000 contributed, twenty years once replaced, due in four.
fn roof() -> Item {
    item(1, FIRST + 4, 80_000_000, 20, 20_000_000)
}
