//! Recovery codes: making them, and signing in with one.

use crate::app::App;
use crate::auth::{Client, Principal, new_recovery_codes, sign_in_by_recovery};
use crate::border::Policy::{Public, SignedIn, SteppedUp};
use crate::border::{Json as Body, Row, get, post};
use crate::error::Error;
use crate::routes::auth::{Cookies, begin_session};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::AppendHeaders;
use wire::account::{Me, RecoveryCodes, RecoveryLeft, RecoveryTyped};
use wire::path;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::RECOVERY_SIGN_IN, Public, sign_in)
            .says("Signs in with an address and a recovery code of its account, which works once. The answer is the same whether there is an account or not.")
            .takes("RecoveryTyped")
            .gives("Me"),
        get(path::RECOVERY, SignedIn, show_left).says("How many recovery codes are left.").gives("RecoveryLeft"),
        post(path::RECOVERY, SteppedUp, create_codes)
            .says("Makes ten recovery codes, told this once; earlier ones end.")
            .gives("RecoveryCodes"),
    ]
}

/// Signs in with a recovery code: whoever has one has proved to be there.
pub async fn sign_in(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Body(typed): Body<RecoveryTyped>,
) -> Result<(Cookies<1>, Json<Me>), Error> {
    client.count(&app, "recoveries").await?;
    let account = sign_in_by_recovery(&app, &typed.email, &typed.code).await?;
    let (session, me) = begin_session(&app, &headers, account, &typed.device, app.clock.now()).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, session)]), Json(me)))
}

/// How many codes are left, and when they were made.
pub async fn show_left(State(app): State<App>, principal: Principal) -> Result<Json<RecoveryLeft>, Error> {
    Ok(Json(app.storage.recovery_left(principal.account).await?))
}

/// Makes new codes.
pub async fn create_codes(State(app): State<App>, principal: Principal) -> Result<Json<RecoveryCodes>, Error> {
    Ok(Json(new_recovery_codes(&app, principal.account).await?))
}
