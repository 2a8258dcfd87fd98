//! Changing the address of the account, and taking back the one before.

use crate::app::App;
use crate::auth::{CHANGE_COOKIE, CODE_S_MAX, Client, Principal};
use crate::auth::{change_email, cookie, send_to_new, set_cookie, take_email_back};
use crate::border::Policy::{Public, SignedIn, SteppedUp};
use crate::border::{Json as Body, Row, post};
use crate::error::Error;
use crate::routes::auth::Cookies;
use crate::routes::me::me;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::AppendHeaders;
use wire::account::{CodeTyped, EmailBack, EmailNew, Me};
use wire::{ErrorCode, path};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::EMAIL, SteppedUp, request_change)
            .says("Mails a code to the address that the account is to have. The answer is the same whether another account has it or not.")
            .takes("EmailNew"),
        // The code, which only somebody gets who proved to be there, is the proof that it may be typed.
        post(path::EMAIL_VERIFY, SignedIn, change_address)
            .says("Changes the address of the account with that code, in the browser that asked for it. Other browsers are signed out, and the address before is told.")
            .takes("CodeTyped")
            .gives("Me"),
        post(path::EMAIL_BACK, Public, take_back)
            .says("Gives an account the address back that it had before, with the code that was mailed there. Everybody is signed out.")
            .takes("EmailBack"),
    ]
}

/// Mails a code to another address; the browser that asked gets the cookie to which the code is bound.
pub async fn request_change(
    State(app): State<App>,
    client: Client,
    principal: Principal,
    Body(new): Body<EmailNew>,
) -> Result<(Cookies<1>, StatusCode), Error> {
    client.count(&app, "codes").await?;
    let holder = send_to_new(&app, principal.account, &new.email).await?;
    let changing = set_cookie(&app, CHANGE_COOKIE, holder.as_str(), CODE_S_MAX);
    Ok((AppendHeaders([(header::SET_COOKIE, changing)]), StatusCode::NO_CONTENT))
}

/// Changes the address.
pub async fn change_address(
    State(app): State<App>,
    client: Client,
    principal: Principal,
    headers: HeaderMap,
    Body(typed): Body<CodeTyped>,
) -> Result<(Cookies<1>, Json<Me>), Error> {
    client.count(&app, "tries").await?;
    let wrong = || Error::new(ErrorCode::WrongCode, "Ask for a code in this browser first.");
    let holder = cookie(&app, &headers, CHANGE_COOKIE).ok_or_else(wrong)?;
    change_email(&app, &principal, holder, &typed.code).await?;
    let forget = set_cookie(&app, CHANGE_COOKIE, "", 0);
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), Json(me(&app, &principal).await?)))
}

/// Takes an address back.
pub async fn take_back(
    State(app): State<App>,
    client: Client,
    Body(back): Body<EmailBack>,
) -> Result<StatusCode, Error> {
    client.count(&app, "recoveries").await?;
    take_email_back(&app, &back.code).await?;
    Ok(StatusCode::NO_CONTENT)
}
