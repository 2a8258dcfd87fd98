//! Neighbours of the demonstration home whose owners agreed that what they plan is counted, so that a supplier's page shows something: two suburbs, each with as many homes as
//! that takes.

use super::pen::uuid;
use super::seed::accepted;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::outlook;
use crate::storage::Incoming;
use model::access::Action;
use model::entry::Part;
use model::estate::month::Month;
use model::property::Property;
use model::recurrence::Recurrence;
use model::task::{IntervalBasis, Task};
use model::{Body, Date, DeviceId, Edit, EditKey, Instant, Letter, RecordId, SpaceId, Stamp};
use wire::ErrorCode;

/// South African Standard Time.
const AHEAD_MINUTES: i32 = 120;
/// Days before today on which all of them agreed.
const AGREED_DAYS: i64 = 60;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Suburbs of Cape Town, and how many homes of each are counted.
const SUBURBS: [(&str, usize); 2] = [("Pinelands", 18), ("Rondebosch", 14)];

/// What they plan: title, the task of the catalogue, its part, how many pieces of it, in how many months first, and after how many again.
const PLANS: [(&str, &str, &str, i64, i32, i64); 6] = [
    ("Clean the gutters", "gutters.clean", "Gutter brackets", 4, 1, 12),
    ("Have the gate motor’s battery replaced", "gate.battery", "Battery 12 V", 2, 2, 24),
    ("Have the generator serviced", "generator.service", "Oil", 3, 3, 12),
    ("Have the geyser’s anode looked at", "geyser.anode", "Anode", 1, 3, 24),
    ("Have the outside repainted", "paint.repaint", "Paint", 6, 4, 84),
    ("Replace the pool filter’s cartridge", "pool_filter.cartridge", "Cartridge", 2, 5, 24),
];

/// Makes the neighbours, and publishes what is due. Those that are there are left alone, and one that was erased stays so.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub async fn settle(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let today = now.date(AHEAD_MINUTES);
    let homes = SUBURBS.iter().flat_map(|(suburb, count)| (0..*count).map(move |number| (*suburb, number)));
    for (suburb, number) in homes {
        settle_home(app, suburb, number, today, now).await?;
    }
    outlook::look(app).await
}

async fn settle_home(app: &App, suburb: &str, number: usize, today: Date, now: Instant) -> Result<(), Error> {
    let name = format!("{}{number}", suburb.to_lowercase());
    let account = app.storage.account_of(format!("{name}@codessa.example"), "en-ZA", now).await?;
    let owner = Principal { account, session: String::new(), stepped_up: now };
    let space = SpaceId(uuid(&format!("supply/{name}")));
    match app.storage.take_space(&owner, space, now).await {
        Err(error) if error.code() == ErrorCode::Gone => return Ok(()),
        taken => taken?,
    };
    let scope = app.storage.authorize(&owner, Action::Agree, space).await?;
    if scope.head() > 0 {
        return Ok(());
    }
    let edits = written(&name, suburb, number, today, now);
    let edits = edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    accepted(app.storage.push(&scope, edits, now).await?, &scope)?;
    app.storage.set_outlook(&scope, true, Instant(now.0 - AGREED_DAYS * DAY_MS)).await
}

/// What stands in the logbook of a neighbour: where it is, and what is planned.
fn written(name: &str, suburb: &str, number: usize, today: Date, now: Instant) -> Vec<Edit> {
    let property = Property {
        name: format!("Number {}", 2 * number + 1),
        suburb: suburb.to_owned(),
        city: "Cape Town".to_owned(),
        ..Property::default()
    };
    let mut edits = vec![edit(name, "home", &property, now)];
    for (title, key, part, quantity, ahead, every) in PLANS {
        let days = u32::try_from(number).unwrap_or_default();
        let task = Task {
            title: title.to_owned(),
            due: Some(Month::of(today).plus(ahead - 1).last_day().plus_days(3 + days)),
            recurrence: Some(Recurrence::months(every)),
            parts: vec![Part { name: part.to_owned(), quantity, number: String::new() }],
            interval_basis: IntervalBasis::Trade,
            catalogue: key.to_owned(),
            ..Task::default()
        };
        edits.push(edit(name, key, &task, now));
    }
    edits
}

fn edit<T: Letter>(home: &str, name: &str, letter: &T, now: Instant) -> Edit {
    let id = format!("supply/{home}/{}/{name}", T::KIND);
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(12) };
    let (key, id) = (EditKey(uuid(&format!("{id}/key"))), RecordId(uuid(&id)));
    Edit { key, id, kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::Server;

    #[tokio::test]
    async fn a_supplier_reads_something_of_both_suburbs_and_a_second_start_adds_nothing() {
        let server = Server::on_sqlite().await.alone().await;
        let figures = async || {
            settle(&server.app).await.expect("the neighbours are there");
            let this = Month::of(server.app.clock.now().date(AHEAD_MINUTES));
            server.app.storage.outlook_figures(this).await.expect("what was published")
        };
        let first = figures().await;
        for (suburb, _) in SUBURBS {
            let own = first.iter().filter(|(place, _)| place.suburb.starts_with(&suburb.to_lowercase()));
            assert!(own.count() >= 3, "{first:?}");
        }
        // Of anodes too few are planned for anybody to be told.
        assert!(!first.iter().any(|(place, _)| place.family.contains("anode")));
        assert_eq!(figures().await, first);
    }
}
