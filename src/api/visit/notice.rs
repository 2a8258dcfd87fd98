//! Telling the other side of a deal, and all others in a case, that something was written there, by mail and push, seldom, and without saying what.

use crate::app::App;
use crate::error::Error;
use crate::outbox::push::{Message, PUSHES, Push};
use crate::outbox::{Mail, words_for};
use crate::storage::{Incoming, Scope};
use model::EditKey;
use model::access::{Sort, deal};
use model::portal::Side;
use wire::PushReply;
use wire::push::Outcome;
use words::Language;

/// What the other side is told of.
const TOLD: [&str; 10] = [
    "quote",
    "decision",
    "variation",
    "job_sheet",
    "invoice",
    "message",
    "review",
    "answer",
    "dispute_act",
    "statement",
];
/// A side of a deal is told of it once within the window, milliseconds.
const WINDOW_MS: i64 = 3_600_000;

/// The page that shows cases.
const CASES: &str = "/estate/cases";

/// The page that shows deals to a side.
fn page(side: Side) -> &'static str {
    if side == Side::Provider { "/jobs" } else { "/portal" }
}

/// The edits of which the other side is told once they are taken in.
pub fn telling(edits: &[Incoming]) -> Vec<EditKey> {
    let tells = |incoming: &&Incoming| incoming.edit.as_ref().is_ok_and(|edit| TOLD.contains(&edit.kind.as_str()));
    edits.iter().filter(tells).map(|incoming| incoming.key).collect()
}

/// Tells the other side, or in a case whoever did not write it, if any of those edits was taken in.
pub async fn tell(app: &App, scope: &Scope, keys: &[EditKey], reply: &PushReply) -> Result<(), Error> {
    let taken = |key: &EditKey| {
        reply.answers.iter().any(|answer| {
            answer.key == *key && matches!(answer.outcome, Outcome::Accepted { rev, .. } if rev > reply.before)
        })
    };
    if keys.iter().any(taken) { tell_all(app, scope).await } else { Ok(()) }
}

/// Tells the other side, or in a case whoever did not write it.
pub async fn tell_all(app: &App, scope: &Scope) -> Result<(), Error> {
    let (space, side) = (scope.space(), deal::side(scope.role()).other());
    let subject = format!("{} told of {space}", side.as_str());
    if app.storage.count_attempt(subject, WINDOW_MS, app.clock.now()).await? != 1 {
        return Ok(());
    }
    let is_case = scope.sort() == Sort::Case;
    let mut people = app.storage.on_side(scope, side).await?;
    if is_case {
        people.extend(app.storage.on_side(scope, side.other()).await?);
        people.retain(|(account, _)| *account != scope.account());
    }
    let page = if is_case { CASES } else { page(side) };
    for (account, email) in people {
        let words = words_for(&app.storage, &email, Language::default()).await?.mail();
        let (subject, text) = match is_case {
            true => (words.case_news_subject, words.case_news_text),
            false => (words.deal_subject, words.deal_text),
        };
        for session in app.storage.pushed_sessions(account).await? {
            let message = Message { text: subject.to_owned(), count: 1, page: page.to_owned() };
            let push = Push { session, about: space, message };
            app.storage.add_job(PUSHES, serde_json::to_string(&push).map_err(Error::broken)?).await?;
        }
        let text = text(&format!("{}{page}", app.config.origin.as_str()));
        let mail = Mail { to: email, subject: subject.to_owned(), text, about: Some(space) };
        app.outbox.send(mail).await?;
    }
    Ok(())
}
