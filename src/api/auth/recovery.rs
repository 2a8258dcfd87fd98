//! Recovery codes: what lets somebody in who has lost their mailbox and their passkeys. Ten, told once, each of which works once.

use super::code::normal_email;
use super::session::Token;
use super::slow_hash::hashes;
use super::written;
use crate::app::App;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::RecoveryNew;
use model::{AccountId, FileHash};
use tokio::sync::Semaphore;
use wire::ErrorCode;
use wire::account::RecoveryCodes;
use words::Language;

/// Codes of a set.
const CODES: usize = 10;
/// Groups of a code. Its 80 random bits are below the 112 from which on a plain hash is enough, so it is kept as Argon2id with a salt (OWASP ASVS 5.0,
/// 6.5.2): one of the set, for then a try costs one hash and not ten.
const GROUPS: usize = 4;
/// Codes that may be tried at one address within the window.
const TRIES_MAX: i64 = 5;
/// The window, milliseconds.
const TRIES_WINDOW_MS: i64 = 15 * 60 * 1000;
/// Sets that an account makes within the window: each is the work of ten tries.
const SETS_MAX: i64 = 10;
/// The window, milliseconds.
const SETS_WINDOW_MS: i64 = 3_600_000;
/// Tries that are worked out at a time: anybody may ask for one, and each takes 19 MB.
static AT_A_TIME: Semaphore = Semaphore::const_new(2);

/// Makes recovery codes for an account; earlier ones end.
///
/// # Errors
/// `TooMany` where the account makes them again and again.
pub async fn new(app: &App, account: AccountId) -> Result<RecoveryCodes, Error> {
    let subject = format!("recovery codes of {account}");
    if app.storage.count_attempt(subject, SETS_WINDOW_MS, app.clock.now()).await? > SETS_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most ten sets of recovery codes an hour.").retry_after_s(3600));
    }
    let codes: Vec<String> = (0..CODES).map(|_| written::random(GROUPS)).collect();
    let (salt, made) = (random_salt(), app.clock.now());
    let plain = codes.iter().map(|code| written::plain(code)).collect();
    let hashes = hashes_in_turn(plain, salt.clone()).await?;
    app.storage.renew_recovery_codes(RecoveryNew { account, hashes, salt, made }).await?;
    Ok(RecoveryCodes { codes, made })
}

/// The account of an address whose recovery code was typed. It works once. The answer to a wrong one is the same, and takes as long, whether or not there
/// is such an account.
///
/// # Errors
/// `WrongCode` where it is none of that account's, or was used; `TooMany` where too many were tried at that address.
pub async fn sign_in(app: &App, email: &str, typed: &str) -> Result<AccountId, Error> {
    let (email, now) = (normal_email(email)?, app.clock.now());
    let subject = format!("recovery of {}", FileHash::of(email.as_bytes()));
    if app.storage.count_attempt(subject, TRIES_WINDOW_MS, now).await? > TRIES_MAX {
        let told = Error::new(ErrorCode::TooMany, "At most five recovery codes in a quarter of an hour.");
        return Err(told.retry_after_s(15 * 60));
    }
    let salt = app.storage.recovery_salt(&email).await?.unwrap_or_else(random_salt);
    let hash = hashes_in_turn(vec![written::plain(typed)], salt).await?.pop().unwrap_or_default();
    let account = app.storage.use_recovery_code(email.clone(), hash, now).await?;
    let account =
        account.ok_or_else(|| Error::new(ErrorCode::WrongCode, "That is no recovery code of this account."))?;
    let left = app.storage.recovery_left(account).await?.left;
    let words = words_for(&app.storage, &email, Language::default()).await?.mail();
    let mail =
        Mail { to: email, subject: words.recovery_subject.to_owned(), text: (words.recovery_text)(left), about: None };
    app.outbox.send(mail).await?;
    Ok(account)
}

/// A salt, hexadecimal.
fn random_salt() -> String {
    Token::random().as_str()[..32].to_owned()
}

async fn hashes_in_turn(texts: Vec<String>, salt: String) -> Result<Vec<String>, Error> {
    let _turn = AT_A_TIME.acquire().await.map_err(Error::broken)?;
    hashes(texts, salt).await
}
