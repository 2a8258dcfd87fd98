//! The register of requests under the Protection of Personal Information Act: filing them, and what the operator of the server does with them.

use crate::app::App;
use crate::auth::normal_email;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::RequestRow;
use model::date::HOME_AHEAD_MINUTES;
use model::request::{RequestKind, TEXT_CHARS_MAX, days_left};
use model::{AccountId, Fault, FaultCode, Instant};
use std::fmt::Write;
use wire::ErrorCode;
use wire::request::{Request, RequestNew};
use words::{Language, Words};

/// Requests that an account files within the window, withdrawn ones included: each is kept for years.
const FILED_MAX: i64 = 20;
/// The window, milliseconds.
const FILED_WINDOW_MS: i64 = 86_400_000;

/// Files a request of an account, and mails that it was.
///
/// # Errors
/// A fault of `text` where there is none or too much, `TooMany` where too many are open or were filed today.
pub async fn file(app: &App, account: AccountId, new: RequestNew) -> Result<Request, Error> {
    let (text, filed) = (sentence("text", &new.text)?, app.clock.now());
    let subject = format!("requests by {account}");
    if app.storage.count_attempt(subject, FILED_WINDOW_MS, filed).await? > FILED_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most twenty requests a day.").retry_after_s(86_400));
    }
    let row = RequestRow { account: Some(account), email: None, kind: new.kind, text, filed };
    let gone = || Error::new(ErrorCode::SignIn, "The account was erased.");
    let email = app.storage.account(account).await?.ok_or_else(gone)?.email;
    let request = app.storage.file_request(row).await?;
    tell_filed(app, email, &request).await?;
    Ok(request)
}

/// Files a request of somebody who wrote or called; what is said of it. Where the address has an account, it sees the request there.
///
/// # Errors
/// Where the address or the text cannot be one.
pub async fn add(app: &App, email: &str, kind: RequestKind, text: &str) -> Result<String, Error> {
    let email = normal_email(email)?;
    let account = app.storage.account_by_email(&email).await?;
    let (text, filed) = (sentence("text", text)?, app.clock.now());
    let own = account.is_none().then(|| email.clone());
    let request = app.storage.file_request(RequestRow { account, email: own, kind, text, filed }).await?;
    tell_filed(app, email, &request).await?;
    Ok(format!("request {} is due on {}\n", request.number, day(request.due)))
}

/// Open requests in lines, what is overdue first: number, days left, kind, address and the words of who asks.
///
/// # Errors
/// Where the database does not answer.
pub async fn list(app: &App) -> Result<String, Error> {
    let (mut told, now) = (String::new(), app.clock.now());
    for open in app.storage.open_requests().await? {
        let Request { number, kind, text, due, .. } = open.request;
        let left = match days_left(due, now) {
            -1 => "1 day overdue".to_owned(),
            left @ ..-1 => format!("{} days overdue", -left),
            1 => "1 day left".to_owned(),
            left => format!("{left} days left"),
        };
        // What somebody wrote stays on its line, and commands nothing of the terminal.
        let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let _ = writeln!(told, "{number}  due {} ({left})  {kind}  {}  {text}", day(due), open.email);
    }
    if told.is_empty() {
        told.push_str("no open requests\n");
    }
    Ok(told)
}

/// Answers a request, and mails the answer; what is said of it.
///
/// # Errors
/// Where there is no open request of that number, or the answer cannot be one.
pub async fn answer(app: &App, number: u32, text: &str) -> Result<String, Error> {
    let text = sentence("answer", text)?;
    let email = app.storage.answer_request(number.into(), text.clone(), app.clock.now()).await?;
    let email = email.ok_or_else(|| Error::new(ErrorCode::NotFound, "There is no open request of that number."))?;
    let words = said_to(app, &email).await?.mail();
    let mail = Mail {
        to: email,
        subject: (words.request_answered_subject)(number.into()),
        text: (words.request_answered_text)(number.into(), &text),
        about: None,
    };
    app.outbox.send(mail).await?;
    Ok(format!("request {number} is answered\n"))
}

/// Says in the log, and to the operator by mail where their address is set, which open requests are due within a week: each once a day, by its number
/// alone.
///
/// # Errors
/// Where the database does not answer, or the mail cannot be sent.
pub async fn remind(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let due = app.storage.remind_of_requests(now.date(HOME_AHEAD_MINUTES), now).await?;
    let due: Vec<(u64, i64)> = due.into_iter().map(|(number, due)| (number, days_left(due, now))).collect();
    for (number, days_left) in &due {
        tracing::warn!(
            number,
            days_left,
            "a request about personal details waits for an answer: see `codessa requests`"
        );
    }
    match &app.config.operator {
        Some(operator) if !due.is_empty() => {
            let words = Language::default().words().mail();
            let (subject, text) = (words.requests_due_subject.to_owned(), (words.requests_due_text)(&due));
            app.outbox.send(Mail { to: operator.clone(), subject, text, about: None }).await
        }
        _ => Ok(()),
    }
}

async fn tell_filed(app: &App, email: String, request: &Request) -> Result<(), Error> {
    let words = said_to(app, &email).await?;
    let (number, due) = (request.number, words.day(request.due.date(HOME_AHEAD_MINUTES)));
    let subject = (words.mail().request_filed_subject)(number);
    let text = (words.mail().request_filed_text)(number, (words.own().kind)(request.kind), &due);
    app.outbox.send(Mail { to: email, subject, text, about: None }).await
}

async fn said_to(app: &App, email: &str) -> Result<&'static Words, Error> {
    words_for(&app.storage, email, Language::default()).await
}

/// A text as it is kept, if there is any and not too much of it.
fn sentence(field: &str, typed: &str) -> Result<String, Error> {
    let text = model::canonical::normal(typed);
    if text.is_empty() {
        return Err(Error::fault(field, FaultCode::Missing, "Say in a sentence what it is about."));
    }
    if text.chars().count() > TEXT_CHARS_MAX {
        let fault = Fault::limited(field, FaultCode::TooLong, TEXT_CHARS_MAX as i64);
        return Err(Error::new(ErrorCode::Invalid, "At most 2,000 characters.").with_faults(vec![fault]));
    }
    Ok(text)
}

fn day(at: Instant) -> String {
    at.date(HOME_AHEAD_MINUTES).to_string()
}
