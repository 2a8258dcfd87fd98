//! The portal's rules: what may be done in a deal, what things cost, what an invoice is held against, and what a finished job leaves behind.

mod account;
mod agreed;
mod back;
mod desk;
mod guard;
mod machine;
mod money;
mod statement;
mod trust;
mod walk;

use model::portal::{Deal, Decision, Invoice, Line, Provider, Quote, Request, Side, Verdict};
use model::{Body, Date, Letter, Record, RecordId};
use uuid::Uuid;

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A record that the server has numbered so.
fn record<T: Letter>(number: u128, letter: &T) -> Record {
    let (id, body) = (rid(number), Body::seal(&letter.fields()));
    Record { id, kind: T::KIND.into(), rev: number as u64, body, ..Record::default() }
}

fn request() -> Request {
    Request { title: "Geyser leaks".into(), ..Request::default() }
}

fn line(id: &str, cents: i64) -> Line {
    Line { id: id.into(), what: format!("Line {id}"), quantity: 1000, price: cents, ..Line::default() }
}

fn quote(lines: Vec<Line>) -> Quote {
    let provider = Provider { name: "Ann's Plumbing".into(), ..Provider::default() };
    Quote { title: "New geyser".into(), on: Some(day("2026-11-27")), lines, provider, ..Quote::default() }
}

fn decision(on: u128, verdict: Verdict) -> Decision {
    let decided_at = "2026-11-28T10:00:00.000Z".parse().ok();
    Decision { on: Some(rid(on)), verdict, name: "Thandi".into(), decided_at, ..Decision::default() }
}

fn invoice(lines: Vec<Line>) -> Invoice {
    let provider = Provider { name: "Ann's Plumbing".into(), ..Provider::default() };
    Invoice { number: "7".into(), on: Some(day("2026-12-01")), lines, provider, ..Invoice::default() }
}

#[test]
fn each_side_writes_its_own_kinds() {
    for kind in model::kind::KINDS {
        let is_of_a_deal = model::portal::side::names_side(kind.name) || kind.name == "invoice_number";
        let writers = Side::ALL.iter().filter(|side| side.writes(kind.name)).count();
        assert!(writers < 2 || is_of_a_deal, "{}", kind.name);
        assert_eq!(model::portal::side::names_side(kind.name), kind.fields.contains(&"side"), "{}", kind.name);
    }
    assert!(!Side::ALL.iter().any(|side| side.writes("invoice_number") || side.writes("withdrawal")));
}

#[test]
fn a_deal_is_read_in_the_order_of_arrival_and_what_waits_comes_last() {
    let waiting = Record { rev: 0, ..record(1, &decision(2, Verdict::Approve)) };
    let deal = Deal::of(&[waiting, record(5, &decision(2, Verdict::Decline)), record(3, &request())]);
    assert_eq!(
        deal.decisions.iter().map(|one| (one.id, one.place.has_arrived())).collect::<Vec<_>>(),
        [(rid(5), true), (rid(1), false)]
    );
    assert_eq!(deal.request.map(|request| request.letter.title), Some("Geyser leaks".into()));
}
