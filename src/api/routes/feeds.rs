//! What is reached by a secret in its address: the calendar of a home, and the end of mails that remind.

use crate::app::App;
use crate::auth::{Client, Token};
use crate::border::Policy::{Member, MemberSteppedUp, Public};
use crate::border::{self, Row, SPACE, delete, get, post};
use crate::error::Error;
use crate::outbox::calendar::calendar;
use crate::storage::{DueHome, Scope};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use model::FileHash;
use model::access::Action::Follow;
use wire::reminder::FeedMade;
use wire::{ErrorCode, path};
use words::{Language, Words};

/// How often one calendar may be asked for within the window.
const ASKED_MAX: i64 = 120;
/// The window, milliseconds.
const WINDOW_MS: i64 = 15 * 60 * 1000;
/// The page that ends mails has one form, and nothing else.
const FORM_ONLY: &str = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::feed(SPACE), MemberSteppedUp(Follow), renew_feed)
            .says("Makes a secret address of the home's calendar, told this once; an earlier one ends.")
            .gives("FeedMade"),
        delete(&path::feed(SPACE), Member(Follow), end_feed).says("Ends the address of the home's calendar."),
        get(&path::calendar("{token}"), Public, show_feed)
            .says("The days of a home as a calendar (RFC 5545). Whoever has the address sees it.")
            .gives("text/calendar"),
        get(&path::unsubscribe("{token}"), Public, show_unsubscribe)
            .says("A page that asks whether mails that remind are to end; it changes nothing.")
            .gives("text/html"),
        post(&path::unsubscribe("{token}"), Public, end_mails)
            .says("Ends the mails that remind, by one press in a mail program (RFC 8058).")
            .takes_form()
            .gives("text/html"),
    ]
}

/// Makes the address of a calendar.
pub async fn renew_feed(State(app): State<App>, scope: Scope) -> Result<Json<FeedMade>, Error> {
    let token = Token::random();
    app.storage.renew_feed(&scope, token.hash(), app.clock.now()).await?;
    let address = format!("{}{}.ics", app.config.origin.as_str(), path::calendar(token.as_str()));
    Ok(Json(FeedMade { address }))
}

/// Ends it; again is harmless.
pub async fn end_feed(State(app): State<App>, scope: Scope) -> Result<StatusCode, Error> {
    app.storage.end_feed(&scope).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The calendar. Who guesses is slowed down; who has an address is not, however many others ask from the same place.
pub async fn show_feed(
    State(app): State<App>,
    client: Client,
    headers: HeaderMap,
    border::Path(token): border::Path<String>,
) -> Result<Response, Error> {
    let hash = Token::from_cookie(token.strip_suffix(".ics").unwrap_or(&token)).hash();
    let Some(feed) = app.storage.feed(&hash).await? else {
        client.count(&app, "calendars").await?;
        return Err(Error::not_found());
    };
    if app.storage.count_attempt(format!("calendar {hash}"), WINDOW_MS, app.clock.now()).await? > ASKED_MAX {
        let told = Error::new(ErrorCode::TooMany, "At most 120 times in a quarter of an hour.");
        return Err(told.retry_after_s(15 * 60));
    }
    // What a calendar says follows from the revisions of the home and from this program.
    let state = format!("{hash} {} {} {}", feed.scope.head(), feed.language, env!("CARGO_PKG_VERSION"));
    let tag = format!("\"{}\"", FileHash::of(state.as_bytes()));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // A proxy that compresses makes the tag a weak one.
    let is_known = known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag);
    let tag = HeaderValue::from_str(&tag).map_err(Error::broken)?;
    if is_known {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let home = app.storage.due(&[&feed.scope], None).await?.pop().unwrap_or_else(|| Err(Error::not_found()));
    let DueHome { property, mut due } = home?;
    let (words, origin) = (Language::of_tag(&feed.language).words(), app.config.origin.clone());
    let written = tokio::task::spawn_blocking(move || {
        due.sort_by_key(|due| (due.on, due.record, due.why));
        calendar(&due, &property.name, origin.as_str(), origin.host(), words)
    });
    let text = written.await.map_err(Error::broken)?;
    let media = HeaderValue::from_static("text/calendar; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, media), (header::ETAG, tag)], text).into_response())
}

/// The page with one button. It is the same whatever the token: programs that follow links learn nothing by it and end nothing.
pub async fn show_unsubscribe() -> Response {
    let words = Language::default().words();
    let said = words.mail();
    let form = format!("<form method=post><p><button>{}</button></p></form>", said.unsubscribe_do);
    page(words, &format!("<p>{}</p>{form}", said.unsubscribe_lead))
}

/// Ends the mails; again is harmless.
pub async fn end_mails(
    State(app): State<App>,
    client: Client,
    border::Path(token): border::Path<String>,
) -> Result<Response, Error> {
    if !app.storage.end_mails(Token::from_cookie(&token).hash()).await? {
        client.count(&app, "ends of mails").await?;
        return Err(Error::not_found());
    }
    let words = Language::default().words();
    Ok(page(words, &format!("<p>{}</p>", words.mail().unsubscribe_done)))
}

/// A page without style or script, for whoever is not signed in.
fn page(words: &Words, content: &str) -> Response {
    let title = words.mail().unsubscribe_title;
    let html = format!(
        "<!doctype html><html lang=\"{}\"><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
         <title>{title}</title><main><h1>{title}</h1>{content}</main></html>",
        words.tag,
    );
    ([(header::CONTENT_SECURITY_POLICY, FORM_ONLY)], Html(html)).into_response()
}
