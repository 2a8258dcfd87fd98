//! Pairing: a code that one device shows and another scans or types, which signs that other device in as the same account.

use crate::app::App;
use crate::error::Error;
use model::{AccountId, FileHash, Instant};
use wire::ErrorCode;
use wire::account::PairCode;

/// How long a pairing code lasts, milliseconds.
const PAIR_MS_MAX: i64 = 5 * 60 * 1000;
/// The alphabet of base64url (RFC 4648, 5).
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A new pairing code of an account; an earlier one ends.
pub async fn new(app: &App, account: AccountId) -> Result<PairCode, Error> {
    let (code, now) = (random_code(), app.clock.now());
    let expires = Instant(now.0 + PAIR_MS_MAX);
    app.storage.add_pair_code(account, hash(&code), expires).await?;
    Ok(PairCode { code, expires })
}

/// The account that a pairing code belongs to. It works once.
pub async fn claim(app: &App, typed: &str) -> Result<AccountId, Error> {
    let wrong =
        || Error::new(ErrorCode::WrongCode, "This code was used or has ended. Show a new one on the other device.");
    app.storage.use_pair_code(hash(typed.trim()), app.clock.now()).await?.ok_or_else(wrong)
}

/// 22 characters of 6 random bits each: 132 bits, which nobody guesses within five minutes.
fn random_code() -> String {
    let mut bytes = [0; 22];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 63)])).collect()
}

fn hash(code: &str) -> String {
    FileHash::of(code.as_bytes()).to_string()
}
