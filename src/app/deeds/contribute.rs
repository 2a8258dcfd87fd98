//! Sending something by the link that is visited, in a module of its own: who only looks does not load it.

use super::{Trouble, engine};
use crate::browser::random;
use crate::desk::Desk;
use leptos::prelude::*;
use model::contribution::{Sort, State};
use model::grant::{Grant, Verb};
use model::{Body, PartialDate};
use serde::{Deserialize, Serialize};
use wire::ErrorCode;
use wire::contribution::ContributionNew;

/// Who sends something.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sender {
    /// Their name.
    pub name: String,
    /// Their firm, or as what they sign.
    pub firm: String,
}

/// What became of what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has it.
    Sent,
    /// It waits on this device for a connection, or for the link to be opened again.
    Kept,
}

/// Sends something by the link. It is kept on this device first, so that neither a dead spot nor a closed tab loses it.
#[lazy]
pub async fn contribute(desk: Desk, sort: Sort, sender: Sender, fields: Body) -> Result<Outcome, Trouble> {
    let engine = engine(desk)?;
    check(desk, sort, &sender, &fields)?;
    let Sender { name, firm } = sender;
    let new = ContributionNew { id: random::contribution_id(), sort, name, firm, fields };
    engine.keep_for_link(&new).await?;
    match engine.send_by_link().await {
        Ok(()) => Ok(Outcome::Sent),
        Err(trouble) if can_wait(&trouble) => Ok(Outcome::Kept),
        Err(trouble) => {
            engine.drop_for_link(&new).await?;
            Err(trouble)
        }
    }
}

/// Whether the server would take it: what waits for a signal must not be refused when it comes, where nobody looks at it any more.
fn check(desk: Desk, sort: Sort, sender: &Sender, fields: &Body) -> Result<(), Trouble> {
    let seen = engine(desk)?.records();
    let grant = Grant { verbs: Verb::ALL.to_vec(), ..Grant::default() };
    let sent = model::contribution::Sent { sort, name: &sender.name, firm: &sender.firm, fields };
    sent.checked(&grant, &seen, PartialDate::day(desk.today())).map(drop).map_err(Trouble::Faults)
}

/// Shows how much waits on this device, and fetches what keeping more takes while there is a signal.
pub async fn show_waiting(desk: Desk) {
    if let Ok(engine) = engine(desk) {
        engine.show_unsent_by_link().await;
        engine.device().ahead().await;
    }
}

/// Sends what waits on this device.
#[lazy]
pub async fn contribute_waiting(desk: Desk) -> Result<(), Trouble> {
    engine(desk)?.send_by_link().await
}

/// What waits on this device, to be saved as a file: the text of it.
#[lazy]
pub async fn contribute_saved(desk: Desk) -> Result<String, Trouble> {
    let unsent = engine(desk)?.unsent_by_link().await?;
    Ok(serde_json::to_string_pretty(&unsent).unwrap_or_default())
}

/// How much of what was sent by the link stands so.
pub fn sent(desk: Desk, state: State) -> usize {
    desk.engine().map(|engine| engine.sent_by_link(state)).unwrap_or_default()
}

/// Whether it can be sent later as it is.
fn can_wait(trouble: &Trouble) -> bool {
    match trouble {
        Trouble::Offline => true,
        Trouble::Refused(body) => {
            matches!(body.code, ErrorCode::SignIn | ErrorCode::Gone | ErrorCode::Busy | ErrorCode::Internal)
        }
        _ => false,
    }
}
