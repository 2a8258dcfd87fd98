//! A demonstration scheme: Protea Mews in Rondebosch, forty-eight units in four buildings, with three places of the common property.

mod book;
mod fitted;
mod keep;
mod paper;
mod place;
mod stand;
mod table;

use super::pen::uuid;
use super::seed::accepted;
use super::{estate_plan, estate_quotes, estate_work};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Incoming;
use model::access::Action;
use model::scheme::{Inventory, Tally, Unit, UnitStanding};
use model::{Body, Date, DeviceId, Edit, EditKey, Instant, Letter, RecordId, SpaceId, Stamp};
use wire::ErrorCode;

/// The e-mail address of the account that looks after the scheme. Nobody receives mail there.
pub const TRUSTEE_EMAIL: &str = "trustee@codessa.example";

/// South African Standard Time.
const AHEAD_MINUTES: i32 = 120;

/// The scheme's space.
pub fn space() -> SpaceId {
    SpaceId(uuid("estate"))
}

/// Makes the account and its scheme. One that is there is left alone, and one that was erased stays so.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub async fn settle(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let account = app.storage.account_of(TRUSTEE_EMAIL.to_owned(), "en-ZA", now).await?;
    let owner = Principal { account, session: String::new(), stepped_up: now };
    match app.storage.make_estate(account, space(), now).await {
        Err(error) if error.code() == ErrorCode::Conflict => return Ok(()),
        made => made?,
    };
    let scope = app.storage.authorize(&owner, Action::Add, space()).await?;
    if scope.head() > 0 {
        return Ok(());
    }
    let today = now.date(AHEAD_MINUTES);
    let edits = kept(today, now).into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    accepted(app.storage.push(&scope, edits, now).await?, &scope)?;
    let units = units(today, now);
    let (standings, inventories) = told(&units, today);
    app.storage.write_tallies(space(), tallies(&units, &standings, today), now).await?;
    keep::settle(app, &owner, &scope, units).await?;
    estate_work::settle(app, &owner, space(), &inventories, today).await?;
    estate_quotes::settle(app, &owner, estate_work::id::<model::scheme::Vendor>, today).await?;
    // What stands on the first screen is there when somebody opens it.
    crate::estate::look(app).await
}

/// What its managers wrote.
fn kept(today: Date, now: Instant) -> Vec<Edit> {
    let mut edits = vec![edit("own", &estate_plan::ruled(place::scheme(today)), now)];
    edits.extend(place::buildings().iter().map(|(name, building)| edit(name, building, now)));
    edits.extend(place::units(today).iter().map(|(name, unit)| edit(name, unit, now)));
    edits.extend(estate_plan::edits(today, now));
    edits
}

/// Its units with their logbooks.
fn units(today: Date, now: Instant) -> Vec<keep::Kept> {
    let with_book = |(name, unit): (String, Unit)| {
        let book = book::of(&name, &unit, today, now);
        (name, unit, book)
    };
    place::units(today).into_iter().map(with_book).collect()
}

/// How the units stand by their logbooks, and what is in them.
fn told(units: &[keep::Kept], today: Date) -> (Vec<UnitStanding>, Vec<Inventory>) {
    let told = units.iter().map(|(name, unit, book)| stand::of(name, unit, book.as_ref(), today));
    told.map(|told| (told.standing, told.inventory)).unzip()
}

fn tallies(units: &[keep::Kept], standings: &[UnitStanding], today: Date) -> Vec<(RecordId, Tally)> {
    let units: Vec<(String, Unit)> = units.iter().map(|(name, unit, _)| (name.clone(), unit.clone())).collect();
    let months = stand::tallies(&units, standings, today).into_iter().enumerate();
    months.map(|(at, tally)| (id::<Tally>(&at.to_string()), tally)).collect()
}

/// The id of something in the scheme.
pub(super) fn id<T: Letter>(name: &str) -> RecordId {
    RecordId(uuid(&format!("estate/{}/{name}", T::KIND)))
}

/// The edit that writes something into the scheme.
pub(super) fn edit<T: Letter>(name: &str, letter: &T, now: Instant) -> Edit {
    let key = EditKey(uuid(&format!("estate/{}/{name}/key", T::KIND)));
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count: 0, device: DeviceId(11) };
    Edit { key, id: id::<T>(name), kind: T::KIND.to_owned(), stamp, fields: Body::seal(&letter.fields()) }
}

#[cfg(test)]
mod tests;
