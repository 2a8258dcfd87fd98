//! The account: who it is, and its signed-in browsers.

use crate::app::App;
use crate::auth::{Principal, SESSION_COOKIE, set_cookie};
use crate::border::Policy::{SignedIn, SteppedUp};
use crate::border::{self, Json as Body, Row, delete, get, post};
use crate::error::Error;
use crate::routes::auth::Cookies;
use crate::sweep::sweep;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::AppendHeaders;
use model::FaultCode;
use uuid::Uuid;
use wire::account::{Me, Session, Spoken};
use wire::{ErrorCode, path};
use words::Language;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(path::ME, SignedIn, show_me).says("Who is signed in, and the homes they are a member of.").gives("Me"),
        delete(path::ME, SteppedUp, erase_me)
            .says("Erases the account, and with it every home that nobody else owns with it."),
        post(path::LANGUAGE, SignedIn, speak)
            .says("Changes the language in which mails to the account are written.")
            .takes("Spoken"),
        get(path::SESSIONS, SignedIn, list_sessions).says("The account's signed-in browsers.").gives("Sessions"),
        delete(path::SESSIONS, SignedIn, delete_other_sessions).says("Signs out every browser but the one that asks."),
        delete(&format!("{}/{{id}}", path::SESSIONS), SignedIn, delete_session).says("Signs a browser out."),
    ]
}

/// Who is signed in.
pub async fn show_me(State(app): State<App>, principal: Principal) -> Result<Json<Me>, Error> {
    Ok(Json(me(&app, &principal).await?))
}

/// What an account is to its owner.
pub async fn me(app: &App, principal: &Principal) -> Result<Me, Error> {
    let ended = || Error::new(ErrorCode::SignIn, "The account was erased.");
    let account = app.storage.account(principal.account).await?.ok_or_else(ended)?;
    let spaces = app.storage.memberships(principal).await?;
    Ok(Me { account: principal.account, email: account.email, spaces, has_passkey: account.has_passkey })
}

/// Erases the account and the homes that it alone owns.
pub async fn erase_me(State(app): State<App>, principal: Principal) -> Result<(Cookies<1>, StatusCode), Error> {
    if let Some(account) = app.storage.account(principal.account).await? {
        app.outbox.forget_address(account.email).await?;
    }
    app.storage.erase_account(principal.account, app.clock.now()).await?;
    app.live.wake();
    sweep(&app).await?;
    let forget = set_cookie(&app, SESSION_COOKIE, "", 0);
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), StatusCode::NO_CONTENT))
}

/// Changes the language in which mails to the account are written.
pub async fn speak(
    State(app): State<App>,
    principal: Principal,
    Body(spoken): Body<Spoken>,
) -> Result<StatusCode, Error> {
    let tag = Language::of_tag(&spoken.language).words().tag;
    if !tag.eq_ignore_ascii_case(&spoken.language) {
        let tags: Vec<&str> = Language::ALL.iter().map(|language| language.words().tag).collect();
        return Err(Error::fault("language", FaultCode::NotAllowed, format!("Spoken here: {}.", tags.join(", "))));
    }
    app.storage.set_language(principal.account, tag).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The account's signed-in browsers, the latest used first.
pub async fn list_sessions(State(app): State<App>, principal: Principal) -> Result<Json<Vec<Session>>, Error> {
    Ok(Json(sessions(&app, &principal).await?))
}

/// The signed-in browsers of somebody, the latest used first.
pub async fn sessions(app: &App, principal: &Principal) -> Result<Vec<Session>, Error> {
    let rows = app.storage.sessions(principal.account, app.clock.now()).await?;
    let session = |row: crate::storage::SessionRow| {
        let current = row.id == principal.session;
        Session { id: row.id, device: row.device, began: row.began, seen: row.seen, current }
    };
    Ok(rows.into_iter().map(session).collect())
}

/// Signs the account out everywhere else.
pub async fn delete_other_sessions(State(app): State<App>, principal: Principal) -> Result<StatusCode, Error> {
    app.storage.end_other_sessions(principal.account, principal.session).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs one of the account's browsers out.
pub async fn delete_session(
    State(app): State<App>,
    principal: Principal,
    border::Path(session): border::Path<Uuid>,
) -> Result<StatusCode, Error> {
    match app.storage.end_session(principal.account, session.to_string()).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Error::not_found()),
    }
}
