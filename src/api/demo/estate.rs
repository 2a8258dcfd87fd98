//! A demonstration scheme: Protea Mews in Rondebosch, forty-eight units in four buildings, with three places of the common property.

mod paper;
mod place;
mod spot;
mod stand;

use super::pen::uuid;
use super::seed::accepted;
use super::{estate_plan, estate_quotes, estate_work};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Incoming;
use model::access::Action;
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
    app.storage.write_told(account, space(), told(today, now), now).await?;
    let inventories: Vec<_> =
        place::units(today).iter().filter_map(|(name, unit)| stand::of(name, unit, today).1).collect();
    estate_work::settle(app, &owner, space(), &inventories, today).await?;
    estate_quotes::settle(app, &owner, estate_work::id::<model::scheme::Vendor>, today).await
}

/// What its managers wrote.
fn kept(today: Date, now: Instant) -> Vec<Edit> {
    let mut edits = vec![edit("own", &estate_plan::ruled(place::scheme(today)), now)];
    edits.extend(place::buildings().iter().map(|(name, building)| edit(name, building, now)));
    edits.extend(place::units(today).iter().map(|(name, unit)| edit(name, unit, now)));
    edits.extend(estate_plan::edits(today, now));
    edits
}

/// What is told of its units.
fn told(today: Date, now: Instant) -> Vec<Edit> {
    let units = place::units(today);
    let stands: Vec<_> = units.iter().map(|(name, unit)| (name, stand::of(name, unit, today))).collect();
    let mut edits = Vec::new();
    for (name, (standing, inventory)) in &stands {
        edits.push(edit(name, standing, now));
        edits.extend(inventory.as_ref().map(|inventory| edit(name, inventory, now)));
    }
    let standings: Vec<_> = stands.iter().map(|(_, (standing, _))| standing.clone()).collect();
    let months = stand::tallies(&units, &standings, today);
    edits.extend(months.iter().enumerate().map(|(at, tally)| edit(&at.to_string(), tally, now)));
    edits
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
