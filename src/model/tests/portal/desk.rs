//! The trade desk: a day, what is waited for, what is owed, and what jobs left over.

mod book;
mod day;
mod inbox;
mod money;

use super::{decision, quote, record, request};
use model::access::Role;
use model::portal::{Appointment, Deal, Line, Request, Verdict, VisitState};
use model::trade_desk::{Job, Now};
use model::{Instant, Record, SpaceId};
use uuid::Uuid;

/// A Friday, at noon in Cape Town.
const NOON: &str = "2026-12-04T10:00:00.000Z";

fn now() -> Now {
    Now { at: at(NOON), ahead_minutes: 120 }
}

fn at(text: &str) -> Instant {
    text.parse().expect("a moment")
}

/// A job of a client in a suburb; what else stands in it.
fn job(number: u128, client: &str, suburb: &str, more: Vec<Record>) -> Job {
    let asked = Request { name: client.into(), suburb: suburb.into(), ..request() };
    let asked = Record { at: Some(at("2026-12-01T08:00:00.000Z")), ..record(1, &asked) };
    let records: Vec<Record> = std::iter::once(asked).chain(more).collect();
    Job { space: space(number), role: Role::Provider, closed: false, deal: Deal::of(&records) }
}

fn space(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(number))
}

/// A visit on the day of [`NOON`], from one hour to another by clocks in Cape Town.
fn visit(from: u32, until: u32, state: VisitState) -> Appointment {
    let hour = |hour: u32| Some(at(&format!("2026-12-04T{:02}:00:00.000Z", hour - 2)));
    Appointment { from: hour(from), until: hour(until), state, ..Appointment::default() }
}

/// A quote of these lines, approved.
fn approved(lines: Vec<Line>) -> Vec<Record> {
    vec![record(2, &quote(lines)), record(3, &decision(2, Verdict::Approve))]
}
