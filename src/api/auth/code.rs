//! Signing in by a code that comes by e-mail: eight digits, ten minutes, five tries, in the browser that asked.

use super::session::Token;
use crate::app::App;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::{CodeNew, CodeTried};
use model::{AccountId, FaultCode, FileHash, Instant};
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
const SIGN_IN: &str = "sign-in";
const CHANGE: &str = "change";
/// Name of the cookie of a browser that asked for a code to another address.
pub const CHANGE_COOKIE: &str = "change";

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
    let words = words_for(&app.storage, &email, language).await?.mail();
    issue(app, (SIGN_IN, None), email, language, |code| ((words.code_subject)(code), (words.code_text)(code))).await
}

/// Mails a code to the address that an account wants to have, in the account's language; what the asking browser has to hold. The answer is the same
/// whether or not another account has that address.
///
/// # Errors
/// A fault of `email` where it is the account's already, or none.
pub async fn send_to_new(app: &App, account: AccountId, email: &str) -> Result<Token, Error> {
    let email = normal_email(email)?;
    let gone = || Error::new(ErrorCode::SignIn, "The account was erased.");
    let before = app.storage.about(account).await?.ok_or_else(gone)?;
    if before.email == email {
        return Err(Error::fault("email", FaultCode::NotAllowed, "That is the account's address already."));
    }
    let language = Language::of_tag(&before.language);
    let words = language.words().mail();
    let says = |code: &str| ((words.change_subject)(code), (words.change_text)(code));
    issue(app, (CHANGE, Some(account)), email, language, says).await
}

/// Mails a new code: what `says` makes of it.
async fn issue(
    app: &App,
    (purpose, account): (&'static str, Option<AccountId>),
    email: String,
    language: Language,
    says: impl FnOnce(&str) -> (String, String),
) -> Result<Token, Error> {
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
        purpose,
        holder_hash: holder.hash(),
        code_hash: hash(&holder, &code),
        email: email.clone(),
        account,
        language: language.words().tag,
        expires: Instant(now.0 + CODE_S_MAX * 1000),
    };
    app.storage.add_code(new, now).await?;
    let (subject, text) = says(&code);
    app.outbox.send(Mail { to: email, subject, text, about: None }).await?;
    Ok(holder)
}

/// The address to which the code was mailed and the language in which it was asked for, if it is the right one for this browser. It works
/// once.
pub async fn check(app: &App, holder: &str, typed: &str) -> Result<(String, Language), Error> {
    let tried = use_up(app, SIGN_IN, holder, typed).await?;
    Ok((tried.email, Language::of_tag(&tried.language)))
}

/// The address to which the code was mailed that `account` asked for, if it is the right one for this browser. It works once.
pub(super) async fn check_new(app: &App, account: AccountId, holder: &str, typed: &str) -> Result<String, Error> {
    let tried = use_up(app, CHANGE, holder, typed).await?;
    // Whoever signed in as somebody else meanwhile asks anew.
    if tried.account == Some(account) { Ok(tried.email) } else { Err(wrong()) }
}

async fn use_up(app: &App, purpose: &'static str, holder: &str, typed: &str) -> Result<CodeTried, Error> {
    let holder = Token::from_cookie(holder);
    let tried = app.storage.try_code(purpose, holder.hash(), app.clock.now()).await?.ok_or_else(wrong)?;
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if !same(&tried.code_hash, &hash(&holder, &typed)) || !app.storage.use_code(tried.id.clone()).await? {
        return Err(wrong());
    }
    Ok(tried)
}

fn wrong() -> Error {
    Error::new(ErrorCode::WrongCode, "That is not the code of this browser's latest mail, or it has ended.")
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
