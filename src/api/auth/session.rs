//! The session cookie: an opaque token of 256 random bits, of which the server keeps only a hash.

use crate::app::App;
use crate::error::Error;
use crate::storage::Scope;
use axum::http::{HeaderMap, HeaderValue, header};
use model::access::Action;
use model::{AccountId, FileHash, Instant, SpaceId};
use std::fmt::Write;

/// Name of the cookie, before the origin has its say.
pub const SESSION_COOKIE: &str = "session";

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Principal {
    /// The account.
    pub account: AccountId,
    /// The session's id, not its token.
    pub session: String,
    /// When they last proved to be there, by passkey or code.
    pub stepped_up: Instant,
}

/// When somebody proved to be there who never did: whose device was let in by another device.
pub const NEVER: Instant = Instant(0);
/// How long a proof of being there counts, milliseconds.
const STEP_UP_MS_MAX: i64 = 5 * 60 * 1000;

impl Principal {
    /// Whether they proved to be there within the last five minutes.
    pub fn is_stepped_up(&self, now: Instant) -> bool {
        now.0 - self.stepped_up.0 <= STEP_UP_MS_MAX
    }
}

/// A session's token, as the cookie holds it: 64 hexadecimal digits.
pub struct Token(String);

impl Token {
    /// A new one.
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the system has random numbers");
        let mut text = String::with_capacity(64);
        bytes.iter().for_each(|byte| write!(text, "{byte:02x}").expect("a string takes everything"));
        Self(text)
    }

    /// One that a cookie holds.
    pub fn from_cookie(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// What the database knows it by.
    pub fn hash(&self) -> String {
        FileHash::of(self.0.as_bytes()).to_string()
    }

    /// What the cookie holds.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How long the browser keeps the session's cookie, seconds: as long as any session lasts.
pub const SESSION_S_MAX: i64 = 90 * 86_400;

/// The header that sets a cookie of this server; for no seconds, that takes it away.
pub fn set_cookie(app: &App, name: &str, value: &str, seconds: i64) -> HeaderValue {
    let origin = &app.config.origin;
    let text = format!("{}={value}; Max-Age={seconds}; {}", origin.cookie_name(name), origin.cookie_attributes());
    HeaderValue::from_str(&text).expect("names and tokens are plain text")
}

/// The value of a cookie of this server.
pub fn cookie<'a>(app: &App, headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let name = app.config.origin.cookie_name(name);
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// Who sent a request, if its cookie belongs to a session that has not ended.
pub async fn find_principal(app: &App, headers: &HeaderMap) -> Result<Option<Principal>, Error> {
    let Some(token) = cookie(app, headers, SESSION_COOKIE) else { return Ok(None) };
    app.storage.principal(&Token::from_cookie(token).hash(), app.clock.now()).await
}

/// The same, and what they may do `action` in.
pub async fn find_member(
    app: &App,
    headers: &HeaderMap,
    action: Action,
    space: SpaceId,
) -> Result<Option<(Principal, Scope)>, Error> {
    let Some(token) = cookie(app, headers, SESSION_COOKIE) else { return Ok(None) };
    app.storage.admit(&Token::from_cookie(token).hash(), action, space, app.clock.now()).await
}
