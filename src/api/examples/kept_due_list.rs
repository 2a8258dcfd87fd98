//! How long it takes to tell what is due in thousands of homes that stand in SQLite: as it is kept, and for comparison by reading every record and working it
//! out, as the example of that name of `model` does of records that are there. Prints measurements as lines of JSON; `cargo dev bench due` runs it in a release
//! build.

#[path = "../../model/examples/due_list/home.rs"]
mod home;

use api::auth::Principal;
use api::config::Database;
use api::error::Error;
use api::storage::{Incoming, Scope, Storage};
use home::{TASKS, home};
use model::access::Action;
use model::{Date, DeviceId, Edit, EditKey, Instant, Record, SpaceId, Stamp, schedule};
use std::time::{Duration, Instant as Clock};
use uuid::Uuid;
use wire::push::Outcome;

/// Homes, as the units of a large scheme or of a manager of several.
const HOMES: u128 = 5_000;
/// Homes of one account: as many as one may have.
const OF_ONE: u128 = 1_000;
/// Rounds; the middle one counts.
const ROUNDS: usize = 7;
/// Milliseconds within which the list has to be there.
const MOST_MS: u32 = 200;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let folder = std::env::temp_dir().join(format!("codessa-due-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(Error::broken)?;
    let storage = Storage::open(&Database::Sqlite(folder.join("due.db"))).await?;
    let homes = fill(&storage).await?;
    let scopes: Vec<&Scope> = homes.iter().collect();
    let what = format!("Due list of {HOMES} homes with {TASKS} tasks each, from SQLite");
    let all = middle(&storage, &scopes, None).await?;
    println!(r#"{{"what":"{what}, ms","ours":{:.1},"most":{MOST_MS}}}"#, ms(all));
    let soon = middle(&storage, &scopes, Date::of(2026, 3, 31)).await?;
    println!(
        r#"{{"what":"{what}: only what is due in its first quarter, ms","ours":{:.1},"most":{MOST_MS}}}"#,
        ms(soon)
    );
    println!(
        r#"{{"what":"{what}: worked out of all records instead, ms","ours":{:.1}}}"#,
        ms(afresh(&storage, &homes).await?)
    );
    std::fs::remove_dir_all(&folder).map_err(Error::broken)
}

/// Writes the homes, each in its own space; how they are read.
async fn fill(storage: &Storage) -> Result<Vec<Scope>, Error> {
    let now = Instant(1_764_000_000_000);
    let mut scopes = Vec::new();
    let mut owner = Principal { account: Default::default(), session: String::new(), stepped_up: now };
    for number in 0..HOMES {
        if number % OF_ONE == 0 {
            owner.account = storage.account_of(format!("{number}@example.org"), "en-ZA", now).await?;
        }
        let space = SpaceId(Uuid::from_u128(number + 1));
        storage.take_space(&owner, space, now).await?;
        let scope = storage.authorize(&owner, Action::Write, space).await?;
        let edits = home(number).into_iter().map(written).collect();
        let reply = storage.push(&scope, edits, now).await?;
        assert!(reply.answers.iter().all(|answer| matches!(answer.outcome, Outcome::Accepted { .. })));
        scopes.push(scope);
    }
    Ok(scopes)
}

/// The edit that writes a record.
fn written(record: Record) -> Incoming {
    let key = EditKey(record.id.0);
    let stamp = Stamp { at_ms: 1_764_000_000_000, count: 0, device: DeviceId(1) };
    Incoming { key, edit: Ok(Edit { key, id: record.id, kind: record.kind, stamp, fields: record.body }) }
}

/// How long it takes to tell what is kept, in the middle of some rounds.
async fn middle(storage: &Storage, homes: &[&Scope], until: Option<Date>) -> Result<Duration, Error> {
    let mut rounds = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        let begun = Clock::now();
        let told = storage.due(homes, until).await?;
        let mut planned = 0;
        for home in told {
            planned += home?.due.len();
        }
        rounds.push(begun.elapsed());
        let all = usize::try_from(HOMES * TASKS).map_err(Error::broken)?;
        assert!(if until.is_none() { planned == all } else { planned > 0 && planned < all }, "{planned} are due");
    }
    rounds.sort();
    Ok(rounds[ROUNDS / 2])
}

/// How long it takes to read the records of each home and to work it out.
async fn afresh(storage: &Storage, homes: &[Scope]) -> Result<Duration, Error> {
    let (begun, mut planned) = (Clock::now(), 0);
    for home in homes {
        planned += schedule::of_home(&storage.records(home).await?).len();
    }
    assert_eq!(planned as u128, HOMES * TASKS, "every task is due some day");
    Ok(begun.elapsed())
}

fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}
