//! Visits by a link: the door, the passcode, and what a visitor sees of the home behind it.

pub mod contribution;
pub mod deal;
pub mod estate;
pub mod notice;
mod passcode;
pub mod report;

pub use passcode::Passcode;

use crate::app::App;
use crate::auth::{Client, Token, cookie};
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::{Door, Visitor};
use axum::http::HeaderMap;
use model::access::Sort;
use model::grant::Seen;
use model::{FileHash, Instant, Record, ShareId, visit};
use std::collections::BTreeMap;
use wire::ErrorCode;
use wire::share::{Open, Sight};
use words::Language;

/// Passcodes that may be tried at one link within the window.
const TRIES_MAX: i64 = 5;
/// The window, milliseconds.
const TRIES_WINDOW_MS: i64 = 15 * 60 * 1000;
/// Characters of what a browser is called.
const DEVICE_CHARS_MAX: usize = 60;

/// Name of the cookie of a visit, before the origin has its say: one for each link, so that none opens another.
pub fn cookie_of(share: ShareId) -> String {
    format!("visit-{}", share.0.simple())
}

/// Begins a visit; what its cookie has to hold.
///
/// # Errors
/// `NotFound` where there is no such link or the secret is another's, `Gone` where it has ended or was opened often enough, `Passcode` where it asks for
/// one, `TooMany` where too many were tried.
pub async fn open(app: &App, share: ShareId, open: &Open, client: Client) -> Result<Token, Error> {
    let now = app.clock.now();
    let proof = FileHash::of(&open.auth.0);
    let door = app.storage.door(share, now).await?;
    // A label that is closed or was renewed is not there: who scans it learns nothing.
    let is_there = |door: &Door| same(&door.auth_hash, &proof) && !(door.is_label && door.has_ended);
    let Some(door) = door.filter(is_there) else {
        // Secrets cannot be guessed; who tries many addresses is slowed down all the same.
        client.count(app, "links").await?;
        return Err(Error::not_found());
    };
    let device: String = model::canonical::normal(&open.device).chars().take(DEVICE_CHARS_MAX).collect();
    let sight = |what| Sight { at: now, what, device: device.clone(), place: client.place(), file: None };
    if door.has_ended {
        app.storage.note_sight(share, sight(Seen::Refused)).await?;
        return Err(gone());
    }
    if door.is_label {
        return open_label(app, share, client).await;
    }
    if let Some(hash) = &door.passcode {
        check_passcode(app, share, &door, hash, open.passcode.as_deref(), sight(Seen::WrongPasscode)).await?;
    }
    let is_known = app.storage.is_known_visitor(share, &device, &client.place()).await?;
    let token = Token::random();
    if !app.storage.begin_visit(share, token.hash(), (device.clone(), client.place()), now).await? {
        app.storage.note_sight(share, sight(Seen::Refused)).await?;
        return Err(gone());
    }
    app.storage.note_sight(share, sight(Seen::Opened)).await?;
    if !is_known {
        tell(app, &door, |mail, name| (mail.share_opened_subject, (mail.share_opened_text)(name, &device))).await?;
    }
    Ok(token)
}

/// Whether somebody has the secret of that link, without opening it.
///
/// # Errors
/// `NotFound` where there is no such link or the secret is another's, `Gone` where it has ended.
pub async fn prove(app: &App, share: ShareId, auth: &FileHash, client: Client) -> Result<(), Error> {
    let door = app.storage.door(share, app.clock.now()).await?;
    let Some(door) = door.filter(|door| same(&door.auth_hash, &FileHash::of(&auth.0)) && !door.is_label) else {
        client.count(app, "links").await?;
        return Err(Error::not_found());
    };
    if door.has_ended { Err(gone()) } else { Ok(()) }
}

/// A visit to the door of a label begins. Nobody is told of it: what matters is what is reported.
async fn open_label(app: &App, share: ShareId, client: Client) -> Result<Token, Error> {
    client.count(app, "labels").await?;
    let token = Token::random();
    let told = (String::new(), client.place());
    let has_begun = app.storage.begin_visit(share, token.hash(), told, app.clock.now()).await?;
    if has_begun { Ok(token) } else { Err(Error::not_found()) }
}

/// Who holds the cookie of a visit by that link.
///
/// # Errors
/// `NotFound` where nobody does, `Gone` where the link has ended, `SignIn` where the visit has and the link can be opened anew.
pub async fn find(app: &App, headers: &HeaderMap, share: ShareId) -> Result<Visitor, Error> {
    let token = cookie(app, headers, &cookie_of(share)).ok_or_else(Error::not_found)?;
    let (hash, now) = (Token::from_cookie(token).hash(), app.clock.now());
    if let Some(visitor) = app.storage.admit_visit(share, &hash, now).await? {
        return Ok(visitor);
    }
    if !app.storage.was_visit(share, &hash).await? {
        return Err(Error::not_found());
    }
    let door = app.storage.door(share, now).await?;
    let again = || Error::new(ErrorCode::SignIn, "This visit has ended. Open the link again.");
    Err(match door {
        Some(door) if door.is_label && door.has_ended => Error::not_found(),
        Some(door) if !door.has_ended => again(),
        _ => gone(),
    })
}

/// The records that a visitor sees.
pub async fn records(app: &App, visitor: &Visitor) -> Result<Vec<Record>, Error> {
    if visitor.is_deal() {
        return Ok(deal::told(visitor.behind().role(), app.storage.records(visitor.behind()).await?));
    }
    if visitor.sort == Sort::Estate {
        return estate::records(app, visitor).await;
    }
    let records = match visitor.snapshot {
        Some(rev) => app.storage.records_at(visitor.behind(), rev).await?,
        None => app.storage.records(visitor.behind()).await?,
    };
    let grant = visitor.grant.clone();
    tokio::task::spawn_blocking(move || visit::seen(&records, &grant)).await.map_err(Error::broken)
}

/// The files that a visitor sees, and the media type by which each is known.
pub async fn files(app: &App, visitor: &Visitor) -> Result<BTreeMap<FileHash, String>, Error> {
    let records = records(app, visitor).await?;
    Ok(if visitor.is_deal() { deal::files(&records) } else { visit::files(&records) })
}

/// Notes what a visitor did.
pub async fn note(app: &App, visitor: &Visitor, what: Seen, file: Option<FileHash>) -> Result<(), Error> {
    let (device, place) = (visitor.device.clone(), visitor.place.clone());
    app.storage.note_sight(visitor.share, Sight { at: app.clock.now(), what, device, place, file }).await
}

fn gone() -> Error {
    Error::new(ErrorCode::Gone, "This link has ended. Ask the owner for a new one.")
}

async fn check_passcode(
    app: &App,
    share: ShareId,
    door: &Door,
    hash: &str,
    typed: Option<&str>,
    wrong: Sight,
) -> Result<(), Error> {
    let asked = || Error::new(ErrorCode::Passcode, "This link asks for its passcode.");
    let typed: String = typed.ok_or_else(asked)?.chars().filter(|c| !c.is_whitespace()).collect();
    let now: Instant = app.clock.now();
    // Of one link only, whoever tries: an office has other links.
    if app.storage.count_attempt(format!("passcode of {share}"), TRIES_WINDOW_MS, now).await? > TRIES_MAX {
        let told = Error::new(ErrorCode::TooMany, "At most five passcodes in a quarter of an hour.");
        return Err(told.retry_after_s(15 * 60));
    }
    if passcode::is_right(hash.to_owned(), typed).await? {
        return Ok(());
    }
    app.storage.note_sight(share, wrong).await?;
    if app.storage.count_wrong_passcode(share, now).await? {
        tell(app, door, |mail, name| (mail.share_suspended_subject, (mail.share_suspended_text)(name))).await?;
        return Err(gone());
    }
    Err(asked())
}

/// Mails something about a link to who made it: what `says` makes of its name.
async fn tell(
    app: &App,
    door: &Door,
    says: impl FnOnce(&words::place::Mail, &str) -> (&'static str, String),
) -> Result<(), Error> {
    let Some(account) = app.storage.account(door.by).await? else { return Ok(()) };
    let words = words_for(&app.storage, &account.email, Language::default()).await?.mail();
    let (subject, text) = says(words, &door.name);
    app.outbox.send(Mail { to: account.email, subject: subject.to_owned(), text, about: Some(door.space) }).await
}

/// Compares without telling by its time where the difference is.
pub(crate) fn same(a: &FileHash, b: &FileHash) -> bool {
    a.0.iter().zip(b.0).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
