//! Signing a second device in from one that is signed in.

use crate::app::App;
use crate::auth::{Client, NEVER, Principal, claim_pair, new_pair};
use crate::border::Policy::{Public, SignedIn};
use crate::border::{Json as Body, Row, post};
use crate::error::Error;
use crate::routes::auth::{Cookies, begin_session};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::AppendHeaders;
use wire::account::{Me, PairCode, PairTyped};
use wire::path;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::PAIR, SignedIn, create_code)
            .says("A code with which a second device signs in as this account. It works once, for five minutes.")
            .gives("PairCode"),
        post(path::PAIR_CLAIM, Public, claim_code)
            .says("Signs in with the code that another device of the account shows.")
            .takes("PairTyped")
            .gives("Me"),
    ]
}

/// A pairing code.
pub async fn create_code(State(app): State<App>, principal: Principal) -> Result<Json<PairCode>, Error> {
    Ok(Json(new_pair(&app, principal.account).await?))
}

/// Signs in with a pairing code.
pub async fn claim_code(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Body(typed): Body<PairTyped>,
) -> Result<(Cookies<1>, Json<Me>), Error> {
    client.count(&app, "pairings").await?;
    let account = claim_pair(&app, &typed.code).await?;
    // The other device is trusted, but nobody has proved anything: what needs a proof is asked for here as well.
    let (session, me) = begin_session(&app, &headers, account, &typed.device, NEVER).await?;
    Ok((AppendHeaders([(header::SET_COOKIE, session)]), Json(me)))
}
