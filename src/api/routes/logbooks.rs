//! Logbooks of the units of a scheme: those that it holds, those that owners link, and what owners are told.

use crate::app::App;
use crate::auth::{Principal, Token, normal_email};
use crate::border::Policy::{Member, SignedIn, SteppedUp};
use crate::border::{Json as Body, Row, SPACE, delete, get, post, put};
use crate::error::Error;
use crate::estate::view::view;
use crate::outbox::{Mail, words_for};
use crate::storage::{Incoming, LogbookRow, OfUnit, Scope};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::access::Action::{Hold, LookIn, Read, Share};
use model::access::Role;
use model::date::HOME_AHEAD_MINUTES;
use model::scheme::project::veil::SHOWN;
use model::scheme::{Bundle, Joining};
use model::standing::living;
use model::{Fault, FaultCode, Instant};
use wire::estate::{
    BundleAnswer, EstateLink, EstateLinkOpen, EstateLinkOpened, EstateShows, HomeEstate, LINK_DAYS, LOGBOOKS_MAX,
    LogbookInvite, LogbookInvited, LogbookOpen, LogbooksNew,
};
use wire::push::PUSH_BYTES_MAX;
use wire::space::Membership;
use wire::{ErrorCode, path};
use words::Language;

/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;
/// Mails with a link that a scheme sends within the window: one to each owner of a large one.
const MAILS_MAX: i64 = 5_000;
/// Links that somebody may try within the window.
const TRIES_MAX: i64 = 20;
/// The window, milliseconds.
const WINDOW_MS: i64 = 3_600_000;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::logbooks(SPACE), Member(Hold), hold_logbooks)
            .says("Makes logbooks that the scheme holds of its units, with their first records, all or none; again is harmless.")
            .takes("LogbooksNew")
            .bytes_max(PUSH_BYTES_MAX),
        post(&path::logbook_open(SPACE), Member(LookIn), open_logbook)
            .says("Makes the caller a member of the home that the scheme holds of a unit, for as long as they are of the scheme.")
            .takes("LogbookOpen")
            .gives("Membership"),
        post(&path::logbook_invite(SPACE), Member(Hold), invite_owner)
            .says("Makes a link for the owner of a unit, who links their logbook by it or takes over the one that the scheme holds. It is told once.")
            .takes("LogbookInvite")
            .gives("LogbookInvited"),
        post(path::ESTATE_LINK_OPEN, SignedIn, open_link)
            .says("Whether the scheme holds a logbook of the unit, which can be taken over by the link that its owner was given. The link is not used up.")
            .takes("EstateLinkOpen")
            .gives("EstateLinkOpened"),
        post(path::ESTATE_LINK, SteppedUp, link_logbook)
            .says("Links a home of the caller's to its unit, or takes over the one that the scheme holds, by a link that works once.")
            .takes("EstateLink")
            .gives("Membership"),
        get(&path::home_estate(SPACE), Member(Read), show_estate)
            .says("The scheme of the unit whose logbook the home is, if it is one: what is shown to it, approved vendors, what it asks.")
            .gives("HomeEstate"),
        put(&path::home_estate(SPACE), Member(Share), change_shows)
            .says("Shows the scheme other things; to show more needs a proof of being there. What is shown no more is taken away at once.")
            .takes("EstateShows"),
        delete(&path::home_estate(SPACE), Member(Share), leave_scheme)
            .says("Shows the scheme nothing any more, and takes away what it was told."),
        post(&path::joining(SPACE), Member(Share), answer_bundle)
            .says("Answers for the unit whether it takes part in a call-out.")
            .takes("BundleAnswer"),
    ]
}

/// Makes logbooks that a scheme holds.
pub async fn hold_logbooks(
    State(app): State<App>,
    scope: Scope,
    Body(new): Body<LogbooksNew>,
) -> Result<StatusCode, Error> {
    if new.logbooks.len() > LOGBOOKS_MAX {
        let fault = Fault::limited("logbooks", FaultCode::TooMany, LOGBOOKS_MAX.cast_signed() as i64);
        return Err(Error::new(ErrorCode::Invalid, "At most 100 logbooks at a time.").with_faults(vec![fault]));
    }
    let incoming = |edit: model::Edit| Incoming { key: edit.key, edit: Ok(edit) };
    let rows = new.logbooks.into_iter().map(|one| LogbookRow {
        unit: one.unit,
        home: one.home,
        edits: one.edits.into_iter().map(incoming).collect(),
    });
    app.storage.hold_logbooks(&scope, rows.collect(), app.clock.now()).await?;
    app.estates.wake();
    Ok(StatusCode::NO_CONTENT)
}

/// Opens a logbook that a scheme holds.
pub async fn open_logbook(
    State(app): State<App>,
    scope: Scope,
    Body(open): Body<LogbookOpen>,
) -> Result<Json<Membership>, Error> {
    let opened = app.storage.open_logbook(&scope, open.unit, app.clock.now()).await?;
    app.live.wake();
    Ok(Json(opened))
}

/// Makes a link for the owner of a unit.
pub async fn invite_owner(
    State(app): State<App>,
    scope: Scope,
    Body(invite): Body<LogbookInvite>,
) -> Result<Json<LogbookInvited>, Error> {
    let email = invite.email.as_deref().map(normal_email).transpose()?;
    let now = app.clock.now();
    if email.is_some() {
        let subject = format!("owners invited by {}", scope.space());
        if app.storage.count_attempt(subject, WINDOW_MS, now).await? > MAILS_MAX {
            return Err(Error::new(ErrorCode::TooMany, "At most 5,000 an hour.").retry_after_s(3_600));
        }
    }
    let (token, expires) = (Token::random(), Instant(now.0 + LINK_DAYS * DAY_MS));
    app.storage.invite_owner(&scope, invite.unit, email.clone(), token.hash(), expires).await?;
    let link = format!("{}/link#{}", app.config.origin.as_str(), token.as_str());
    if let Some(to) = email {
        let words = words_for(&app.storage, &to, Language::default()).await?.mail();
        let (subject, text) = (words.unit_subject.to_owned(), (words.unit_text)(&link));
        app.outbox.send(Mail { to, subject, text, about: Some(scope.space()) }).await?;
    }
    Ok(Json(LogbookInvited { link, expires }))
}

/// Nobody may link who was not given a link that stands.
fn ended() -> Error {
    Error::new(ErrorCode::Gone, "This link was used or has ended. Ask the scheme for a new one.")
}

/// Says what a link offers.
pub async fn open_link(
    State(app): State<App>,
    principal: Principal,
    Body(open): Body<EstateLinkOpen>,
) -> Result<Json<EstateLinkOpened>, Error> {
    let now = app.clock.now();
    let subject = format!("links of units opened by {}", principal.account);
    if app.storage.count_attempt(subject, WINDOW_MS, now).await? > TRIES_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 20 an hour.").retry_after_s(3_600));
    }
    let token = Token::from_cookie(&open.token);
    let held = app.storage.link_offers_held(token.hash(), now).await?;
    held.map(|held| Json(EstateLinkOpened { held })).ok_or_else(ended)
}

/// Links a logbook to its unit, or takes one over.
pub async fn link_logbook(
    State(app): State<App>,
    principal: Principal,
    Body(link): Body<EstateLink>,
) -> Result<Json<Membership>, Error> {
    let now = app.clock.now();
    let subject = format!("units linked by {}", principal.account);
    if app.storage.count_attempt(subject, WINDOW_MS, now).await? > TRIES_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 20 an hour.").retry_after_s(3_600));
    }
    let shows = link.shows.unwrap_or_else(|| SHOWN.to_vec());
    let token = Token::from_cookie(&link.token);
    let linked = app.storage.link_logbook(principal.account, token.hash(), link.home, shows, now).await?;
    app.live.wake();
    app.estates.wake();
    linked.map(Json).ok_or_else(ended)
}

/// What the scheme tells.
pub async fn show_estate(State(app): State<App>, scope: Scope) -> Result<Json<HomeEstate>, Error> {
    let Some(of) = app.storage.unit_of(&scope).await? else { return Ok(Json(HomeEstate::default())) };
    let records = app.storage.told_to(&of).await?;
    let today = app.clock.now().date(HOME_AHEAD_MINUTES);
    Ok(Json(HomeEstate { estate: view(of, &records, today) }))
}

/// Who owns the home, and no scheme that holds it, says what is shown.
fn allow(scope: &Scope) -> Result<(), Error> {
    match scope.role() {
        Role::Owner | Role::CoOwner => Ok(()),
        _ => Err(Error::new(ErrorCode::Forbidden, "Only who owns the home may do this.")),
    }
}

/// The unit to which its owner has linked a home.
async fn linked(app: &App, scope: &Scope) -> Result<OfUnit, Error> {
    allow(scope)?;
    app.storage.unit_of(scope).await?.filter(|of| !of.is_held).ok_or_else(Error::not_found)
}

/// Shows the scheme other things.
pub async fn change_shows(
    State(app): State<App>,
    scope: Scope,
    principal: Principal,
    Body(change): Body<EstateShows>,
) -> Result<StatusCode, Error> {
    let before = linked(&app, &scope).await?;
    let is_wider = change.shows.iter().any(|one| !before.shows.contains(one));
    if is_wider && !principal.is_stepped_up(app.clock.now()) {
        return Err(Error::new(ErrorCode::StepUp, "Prove that it is you to show more."));
    }
    match app.storage.show_estate(&scope, change.shows, app.clock.now()).await? {
        true => {
            app.live.wake();
            app.estates.wake();
            Ok(StatusCode::NO_CONTENT)
        }
        false => Err(Error::not_found()),
    }
}

/// Shows the scheme nothing any more.
pub async fn leave_scheme(State(app): State<App>, scope: Scope) -> Result<StatusCode, Error> {
    allow(&scope)?;
    match app.storage.leave_scheme(&scope, app.clock.now()).await? {
        true => {
            app.live.wake();
            app.estates.wake();
            Ok(StatusCode::NO_CONTENT)
        }
        false => Err(Error::not_found()),
    }
}

/// Answers a bundle.
pub async fn answer_bundle(
    State(app): State<App>,
    scope: Scope,
    Body(answer): Body<BundleAnswer>,
) -> Result<StatusCode, Error> {
    let (of, now) = (linked(&app, &scope).await?, app.clock.now());
    let records = app.storage.told_to(&of).await?;
    let bundle = living::<Bundle>(&records).into_iter().find(|one| one.root == answer.bundle);
    let bundle = bundle.filter(|one| one.letter.units.contains(&of.unit)).ok_or_else(Error::not_found)?.letter;
    if bundle.ordered_on.is_some() || bundle.done_on.is_some() {
        return Err(Error::new(ErrorCode::Conflict, "It was ordered already."));
    }
    let email = app.storage.account(scope.account()).await?.map(|account| account.email).unwrap_or_default();
    let joining = Joining {
        bundle: Some(answer.bundle),
        unit: Some(of.unit),
        joins: answer.joins,
        name: email,
        on: Some(now.date(HOME_AHEAD_MINUTES)),
    };
    app.storage.answer_bundle(&of, scope.account(), joining, now).await?;
    app.live.wake();
    Ok(StatusCode::NO_CONTENT)
}
