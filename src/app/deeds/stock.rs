//! What a firm keeps for its own work: its price book, templates of quotes, checklists, and the time that its people wrote down. Who has no firm keeps them on
//! this device; what was kept there goes into the firm when it is next changed.

use super::{Change, Trouble, draft, firm};
use crate::desk::Desk;
use model::firm::Time;
use model::standing::{facts, living};
use model::{Body, Letter, RecordId, SpaceId};
use serde::de::DeserializeOwned;

type Stock = Vec<(RecordId, Body)>;

fn place(kind: &str) -> String {
    format!("trade/{kind}")
}

async fn kept(desk: Desk, kind: &str) -> Stock {
    draft::read(desk, &place(kind)).await.unwrap_or_default()
}

/// Everything of a kind: the firm's, then what is kept on this device alone.
pub async fn all<T: Letter + DeserializeOwned>(desk: Desk) -> Vec<(RecordId, T)> {
    let own = firm::firm(desk).await.ok().flatten();
    let mut all = of_firm::<T>(own.as_ref());
    let kept = kept(desk, T::KIND).await.into_iter();
    let kept: Vec<(RecordId, T)> = kept.filter_map(|(id, body)| Some((id, body.read().ok()?))).collect();
    all.extend(kept);
    all
}

fn of_firm<T: Letter>(own: Option<&firm::OwnFirm>) -> Vec<(RecordId, T)> {
    let records = own.map(|own| own.records.as_slice()).unwrap_or_default();
    living::<T>(records).into_iter().map(|one| (one.root, one.letter)).collect()
}

/// Keeps one: a new one, or in the place of the one with its id.
pub async fn put<T: Letter>(desk: Desk, id: RecordId, letter: &T) -> Result<(), Trouble> {
    let faults = letter.faults();
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    let Some(own) = firm::firm(desk).await? else {
        return write(desk, T::KIND, id, Some(Body::seal(&letter.fields()))).await;
    };
    let was = of_firm::<T>(Some(&own)).into_iter().find(|(known, _)| *known == id);
    let change = match was {
        Some((_, was)) => Change::between(id, &was, letter),
        None => Some(Change::new(id, letter)),
    };
    firm::write(desk, change.into_iter().collect()).await?;
    // From now on it is the firm's.
    write(desk, T::KIND, id, None).await
}

/// Takes one away.
pub async fn take_away<T: Letter>(desk: Desk, id: RecordId) -> Result<(), Trouble> {
    let own = firm::firm(desk).await?;
    if of_firm::<T>(own.as_ref()).iter().any(|(known, _)| *known == id) {
        firm::write(desk, vec![Change::mark::<T>(id, true)]).await?;
    }
    write(desk, T::KIND, id, None).await
}

/// Minutes that the firm's people wrote down, by job.
pub async fn minutes(desk: Desk) -> Vec<(SpaceId, i64)> {
    let own = firm::firm(desk).await.ok().flatten();
    let records = own.map(|own| own.records).unwrap_or_default();
    let times = facts::<Time>(&records, |time| time.amends).into_iter().filter(|one| one.withdrawn.is_none());
    times.filter_map(|one| Some((one.letter.deal?, one.letter.minutes))).collect()
}

async fn write(desk: Desk, kind: &str, id: RecordId, body: Option<Body>) -> Result<(), Trouble> {
    let mut stock = kept(desk, kind).await;
    let at = stock.iter().position(|(known, _)| *known == id);
    match (at, body) {
        (Some(at), Some(body)) => stock[at].1 = body,
        (Some(at), None) => drop(stock.remove(at)),
        (None, Some(body)) => stock.push((id, body)),
        (None, None) => return Ok(()),
    }
    draft::keep(desk, &place(kind), Some(&stock)).await
}
