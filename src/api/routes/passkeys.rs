//! Passkeys: adding and removing them, and signing in with one.

use crate::app::App;
use crate::auth::{self, Client, Principal};
use crate::border::Policy::{Public, SignedIn, SteppedUp};
use crate::border::{self, Json as Body, Row, delete, get, post, put};
use crate::error::Error;
use crate::routes::auth::{Cookies, begin_session};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::AppendHeaders;
use model::FileHash;
use wire::account::{Me, Passkey, PasskeyFinish, PasskeyName, PasskeyStart};
use wire::path;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::PASSKEY_START, Public, start_sign_in)
            .says("Begins signing in with a passkey, whoever it will be.")
            .gives("PasskeyStart"),
        post(path::PASSKEY_FINISH, Public, finish_sign_in)
            .says("Signs in with what the passkey answered.")
            .takes("PasskeyFinish")
            .gives("Me"),
        get(path::PASSKEYS, SignedIn, list_passkeys).says("The account's passkeys.").gives("Passkeys"),
        // Whoever finds an open browser could let themselves in for ever (ASVS 5.0, 7.5.1). The ceremony that begins is the proof that
        // it may be finished.
        post(path::PASSKEY_ADD_START, SteppedUp, start_adding).says("Begins adding a passkey.").gives("PasskeyStart"),
        post(path::PASSKEY_ADD_FINISH, SignedIn, finish_adding).says("Adds the passkey.").takes("PasskeyFinish"),
        put(&format!("{}/{{hash}}", path::PASSKEYS), SignedIn, name_passkey)
            .says("Names a passkey.")
            .takes("PasskeyName")
            .gives("Passkeys"),
        delete(&format!("{}/{{hash}}", path::PASSKEYS), SteppedUp, delete_passkey).says("Removes a passkey."),
    ]
}

/// Begins signing in.
pub async fn start_sign_in(State(app): State<App>, client: Client) -> Result<Json<PasskeyStart>, Error> {
    client.count(&app, "passkeys").await?;
    Ok(Json(auth::start_sign_in(&app).await?))
}

/// Signs in.
pub async fn finish_sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Body(finish): Body<PasskeyFinish>,
) -> Result<(Cookies<1>, Json<Me>), Error> {
    let account = auth::finish_sign_in(&app, finish.ceremony, finish.credential).await?;
    let (session, me) = begin_session(&app, &headers, account, &finish.name, app.clock.now()).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, session)]), Json(me)))
}

/// The account's passkeys, oldest first.
pub async fn list_passkeys(State(app): State<App>, principal: Principal) -> Result<Json<Vec<Passkey>>, Error> {
    Ok(Json(app.storage.passkeys(principal.account).await?))
}

/// Begins adding a passkey.
pub async fn start_adding(State(app): State<App>, principal: Principal) -> Result<Json<PasskeyStart>, Error> {
    Ok(Json(auth::start_adding(&app, &principal).await?))
}

/// Adds a passkey.
pub async fn finish_adding(
    State(app): State<App>,
    principal: Principal,
    Body(finish): Body<PasskeyFinish>,
) -> Result<StatusCode, Error> {
    auth::finish_adding(&app, &principal, finish).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Names a passkey; all of them, as they are called now.
pub async fn name_passkey(
    State(app): State<App>,
    principal: Principal,
    border::Path(id): border::Path<FileHash>,
    Body(typed): Body<PasskeyName>,
) -> Result<Json<Vec<Passkey>>, Error> {
    match auth::name_passkey(&app, &principal, id, &typed.name).await? {
        true => list_passkeys(State(app), principal).await,
        false => Err(Error::not_found()),
    }
}

/// Removes a passkey.
pub async fn delete_passkey(
    State(app): State<App>,
    principal: Principal,
    border::Path(id): border::Path<FileHash>,
) -> Result<StatusCode, Error> {
    match app.storage.remove_passkey(principal.account, id.to_string()).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Error::not_found()),
    }
}
