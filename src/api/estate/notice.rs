//! Telling owners who linked their logbooks that the scheme asks something of them: once a day, and without saying what.

use crate::app::App;
use crate::error::Error;
use crate::outbox::push::{Message, PUSHES, Push};
use crate::outbox::{Mail, words_for};
use crate::storage::{Incoming, Scope};
use model::scheme::{Ask, Bundle};
use model::{EditKey, Instant, Letter, RecordId, SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use wire::PushReply;
use wire::push::Outcome;
use words::Language;

/// The queue of what is to be told.
const ASKS: &str = "asks";
/// An owner is told once within the window, milliseconds.
const WINDOW_MS: i64 = 86_400_000;
/// How long a process has for one scheme, milliseconds.
const LEASE_MS: i64 = 600_000;
/// A scheme whose owners could not be told is tried so often.
const TRIES_MAX: i64 = 5;
/// The page that shows what is asked.
const PAGE: &str = "/scheme";

/// Owners to be told: of those units, or of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    estate: SpaceId,
    units: Vec<RecordId>,
}

/// The edits of which owners are told once they are taken in, each with the units that it names.
pub fn telling(edits: &[Incoming]) -> Vec<(EditKey, Vec<RecordId>)> {
    let units = |incoming: &Incoming| {
        let edit = incoming.edit.as_ref().ok()?;
        let units = match edit.kind.as_str() {
            Ask::KIND => edit.fields.read::<Ask>().ok().filter(|ask| !ask.title.is_empty())?.units,
            // A bundle asks nobody that names no units.
            Bundle::KIND => edit.fields.read::<Bundle>().ok()?.units.into_iter().collect::<Vec<_>>(),
            _ => return None,
        };
        (edit.kind == Ask::KIND || !units.is_empty()).then_some((incoming.key, units))
    };
    edits.iter().filter_map(units).collect()
}

/// Queues that owners are told, if any of those edits was taken in.
pub async fn tell(
    app: &App,
    scope: &Scope,
    asked: &[(EditKey, Vec<RecordId>)],
    reply: &PushReply,
) -> Result<(), Error> {
    let taken = |key: &EditKey| {
        reply.answers.iter().any(|answer| {
            answer.key == *key && matches!(answer.outcome, Outcome::Accepted { rev, .. } if rev > reply.before)
        })
    };
    let taken: Vec<&Vec<RecordId>> = asked.iter().filter(|(key, _)| taken(key)).map(|(_, units)| units).collect();
    if taken.is_empty() {
        return Ok(());
    }
    let is_for_all = taken.iter().any(|units| units.is_empty());
    let units: BTreeSet<RecordId> =
        if is_for_all { BTreeSet::new() } else { taken.into_iter().flatten().copied().collect() };
    let asked = Asked { estate: scope.space(), units: units.into_iter().collect() };
    app.storage.add_job(ASKS, serde_json::to_string(&asked).map_err(Error::broken)?).await?;
    app.estates.wake();
    Ok(())
}

/// Tells the owners of every scheme whose turn it is.
pub(super) async fn look(app: &App) -> Result<(), Error> {
    loop {
        let now = app.clock.now();
        if !app.storage.has_job(ASKS, now).await? {
            return Ok(());
        }
        let Some(job) = app.storage.lease_job(ASKS, now, Instant(now.0 + LEASE_MS)).await? else { return Ok(()) };
        let told = match serde_json::from_str::<Asked>(&job.body) {
            Ok(asked) => tell_owners(app, &asked).await,
            Err(error) => Err(Error::broken(error)),
        };
        match told {
            Err(error) if job.tries < TRIES_MAX => {
                tracing::warn!(?error, "owners could not be told what is asked of them")
            }
            _ => app.storage.end_job(job.id).await?,
        }
    }
}

async fn tell_owners(app: &App, asked: &Asked) -> Result<(), Error> {
    for (unit, account, email) in app.storage.linked_owners(asked.estate).await? {
        if !asked.units.is_empty() && !asked.units.contains(&unit) {
            continue;
        }
        let subject = format!("asked by {} of {account}", asked.estate);
        if app.storage.count_attempt(subject, WINDOW_MS, app.clock.now()).await? != 1 {
            continue;
        }
        let words = words_for(&app.storage, &email, Language::default()).await?.mail();
        for session in app.storage.pushed_sessions(account).await? {
            let message = Message { text: words.asked_subject.to_owned(), count: 1, page: PAGE.to_owned() };
            let push = Push { session, about: asked.estate, message };
            app.storage.add_job(PUSHES, serde_json::to_string(&push).map_err(Error::broken)?).await?;
        }
        let text = (words.asked_text)(&format!("{}{PAGE}", app.config.origin.as_str()));
        let mail = Mail { to: email, subject: words.asked_subject.to_owned(), text, about: Some(asked.estate) };
        app.outbox.send(mail).await?;
    }
    Ok(())
}
