//! Signing in and out.

use crate::app::App;
use crate::auth::{CODE_S_MAX, Client, PENDING_COOKIE, Principal, SESSION_COOKIE, SESSION_S_MAX, Token};
use crate::auth::{check_code, cookie, find_principal, send_code, set_cookie};
use crate::border::Policy::{Public, SignedIn};
use crate::border::{Json as Body, Row, post};
use crate::error::Error;
use crate::routes::me::me;
use crate::storage::SessionNew;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::AppendHeaders;
use model::{AccountId, Instant};
use wire::account::{CodeRequest, CodeTyped, Me};
use wire::{ErrorCode, path};
use words::Language;

/// Characters of what a session is listed as.
const DEVICE_CHARS_MAX: usize = 60;

/// The headers that set so many cookies.
pub type Cookies<const N: usize> = AppendHeaders<[(HeaderName, HeaderValue); N]>;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::CODE, Public, request_code)
            .says("Mails a sign-in code. The answer is the same whether there is an account or not.")
            .takes("CodeRequest"),
        post(path::CODE_VERIFY, Public, verify_code)
            .says("Signs in with the code that was mailed, in the browser that asked for it.")
            .takes("CodeTyped")
            .gives("Me"),
        post(path::SIGN_OUT, SignedIn, sign_out).says("Ends this session."),
    ]
}

/// Mails a code; the browser that asked gets the cookie to which the code is bound.
pub async fn request_code(
    State(app): State<App>,
    client: Client,
    Body(request): Body<CodeRequest>,
) -> Result<(Cookies<1>, StatusCode), Error> {
    client.count(&app, "codes").await?;
    let holder = send_code(&app, &request.email, Language::of_tag(&request.language)).await?;
    let pending = set_cookie(&app, PENDING_COOKIE, holder.as_str(), CODE_S_MAX);
    Ok((AppendHeaders([(header::SET_COOKIE, pending)]), StatusCode::NO_CONTENT))
}

/// Signs in with a mailed code; the first time makes the account.
pub async fn verify_code(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    Body(typed): Body<CodeTyped>,
) -> Result<(Cookies<2>, Json<Me>), Error> {
    client.count(&app, "tries").await?;
    let wrong = || Error::new(ErrorCode::WrongCode, "Ask for a code in this browser first.");
    let holder = cookie(&app, &headers, PENDING_COOKIE).ok_or_else(wrong)?;
    let (email, language) = check_code(&app, holder, &typed.code).await?;
    let account = app.storage.account_of(email, language.words().tag, app.clock.now()).await?;
    let (session, me) = begin_session(&app, &headers, account, &typed.device, app.clock.now()).await?;
    let forget = set_cookie(&app, PENDING_COOKIE, "", 0);
    Ok((AppendHeaders([(header::SET_COOKIE, session), (header::SET_COOKIE, forget)]), Json(me)))
}

/// Ends this session and takes its cookie away.
pub async fn sign_out(State(app): State<App>, principal: Principal) -> Result<(Cookies<1>, StatusCode), Error> {
    app.storage.end_session(principal.account, principal.session).await?;
    let forget = set_cookie(&app, SESSION_COOKIE, "", 0);
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), StatusCode::NO_CONTENT))
}

/// Begins a session of an account, whose person proved to be there at `stepped_up`: its cookie, and who it is. It takes the place of the
/// session that the browser had.
pub async fn begin_session(
    app: &App,
    headers: &HeaderMap,
    account: AccountId,
    device: &str,
    stepped_up: Instant,
) -> Result<(HeaderValue, Me), Error> {
    if let Some(before) = find_principal(app, headers).await? {
        app.storage.end_session(before.account, before.session).await?;
    }
    let token = Token::random();
    let device: String = model::canonical::normal(device).chars().take(DEVICE_CHARS_MAX).collect();
    let new = SessionNew { account, token_hash: token.hash(), device, stepped_up };
    let session = app.storage.begin_session(new, app.clock.now()).await?;
    let principal = Principal { account, session, stepped_up };
    Ok((set_cookie(app, SESSION_COOKIE, token.as_str(), SESSION_S_MAX), me(app, &principal).await?))
}
