//! Signing in by a code that comes by e-mail: eight digits, ten minutes, five tries, in the browser that asked.

use super::session::Token;
use crate::app::App;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::CodeNew;
use model::{FaultCode, FileHash, Instant};
use sha2::{Digest, Sha256};
use wire::ErrorCode;
use wire::account::CODE_DIGITS;
use words::Language;

/// Name of the cookie of a browser that asked for a code, before the origin has its say.
pub const PENDING_COOKIE: &str = "pending";
/// How long a code lasts, seconds.
pub const CODE_S_MAX: i64 = 10 * 60;
/// Codes that one address gets within the window.
const MAILS_MAX: i64 = 5;
/// The window, milliseconds.
const MAILS_WINDOW_MS: i64 = 15 * 60 * 1000;
/// Bytes of an address (RFC 5321, 4.5.3.1.3).
const EMAIL_BYTES_MAX: usize = 254;
const PURPOSE: &str = "sign-in";

/// An address in the form in which it is looked up: no blanks around it, lower case.
///
/// # Errors
/// A fault of `email` where it cannot be an address.
pub fn normal_email(typed: &str) -> Result<String, Error> {
    let email = typed.trim().to_lowercase();
    let whole = |(name, host): (&str, &str)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    };
    let plain = email.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>,;:\"()[]\\".contains(c));
    let once = email.matches('@').count() == 1;
    if email.len() <= EMAIL_BYTES_MAX && plain && once && email.split_once('@').is_some_and(whole) {
        Ok(email)
    } else {
        Err(Error::fault("email", FaultCode::Unreadable, "An e-mail address looks like name@example.org."))
    }
}

/// Mails a code to an address, in the language of its account, else in the one in which it was asked for; what the asking browser has to
/// hold.
pub async fn send(app: &App, email: &str, language: Language) -> Result<Token, Error> {
    let email = normal_email(email)?;
    let now = app.clock.now();
    if app.storage.count_attempt(format!("code to {}", FileHash::of(email.as_bytes())), MAILS_WINDOW_MS, now).await?
        > MAILS_MAX
    {
        let told = Error::new(ErrorCode::TooMany, "At most five codes in a quarter of an hour.");
        return Err(told.retry_after_s(15 * 60));
    }
    let holder = Token::random();
    let code = random_code();
    let new = CodeNew {
        purpose: PURPOSE,
        holder_hash: holder.hash(),
        code_hash: hash(&holder, &code),
        email: email.clone(),
        language: language.words().tag,
        expires: Instant(now.0 + CODE_S_MAX * 1000),
    };
    app.storage.add_code(new, now).await?;
    let words = words_for(&app.storage, &email, language).await?.mail();
    let mail = Mail { to: email, subject: (words.code_subject)(&code), text: (words.code_text)(&code), about: None };
    app.outbox.send(mail).await?;
    Ok(holder)
}

/// The address to which the code was mailed and the language in which it was asked for, if it is the right one for this browser. It works
/// once.
pub async fn check(app: &App, holder: &str, typed: &str) -> Result<(String, Language), Error> {
    let wrong =
        || Error::new(ErrorCode::WrongCode, "That is not the code of this browser's latest mail, or it has ended.");
    let holder = Token::from_cookie(holder);
    let tried = app.storage.try_code(PURPOSE, holder.hash(), app.clock.now()).await?.ok_or_else(wrong)?;
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if !same(&tried.code_hash, &hash(&holder, &typed)) || !app.storage.use_code(tried.id).await? {
        return Err(wrong());
    }
    Ok((tried.email, Language::of_tag(&tried.language)))
}

fn random_code() -> String {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).expect("the system has random numbers");
    // The remainder of 2^64 favours no code by more than one in 10^11.
    format!("{:0CODE_DIGITS$}", u64::from_le_bytes(bytes) % 10u64.pow(CODE_DIGITS as u32))
}

/// A code is known only together with the browser that asked for it.
fn hash(holder: &Token, code: &str) -> String {
    FileHash(Sha256::new().chain_update(holder.as_str()).chain_update(":").chain_update(code).finalize().into())
        .to_string()
}

/// Compares without telling by its time where the difference is.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}
