//! Homes that change hands: offering one, accepting it, stopping it.

use crate::app::App;
use crate::auth::{Principal, normal_email};
use crate::border::Policy::{MemberSteppedUp, SignedIn, SteppedUp};
use crate::border::{self, Json as Body, Row, SPACE, get, post};
use crate::error::Error;
use crate::handover::settle;
use crate::storage::{HandoverOffer, HandoverRow, Scope};
use axum::Json;
use axum::extract::State;
use model::access::Action;
use model::handover::{self, MESSAGE_CHARS_MAX, OFFER_DAYS, Private};
use model::{AccountId, Fault, FaultCode, Instant};
use uuid::Uuid;
use wire::handover::{Handover, HandoverNew, Handovers};
use wire::{ErrorCode, path};

/// Milliseconds of an hour.
const HOUR_MS: i64 = 3_600_000;
/// Offers that one account makes within the window.
const OFFERS_MAX: i64 = 10;
/// The window, milliseconds.
const OFFERS_WINDOW_MS: i64 = HOUR_MS;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::handover_offer(SPACE), MemberSteppedUp(Action::HandOver), offer_home)
            .says("Offers the home to its buyer. Until they accept, and for a while after, either side may stop it.")
            .takes("HandoverNew")
            .gives("Handover"),
        get(path::HANDOVERS, SignedIn, list_handovers)
            .says("The hand-overs that one takes part in, the latest first; one that is done is told of for a year.")
            .gives("Handovers"),
        post(&path::handover_accept("{id}"), SteppedUp, accept_home)
            .says("Accepts a home that was offered to the account's address; again is harmless.")
            .gives("Handover"),
        post(&path::handover_stop("{id}"), SignedIn, stop_handover)
            .says("Stops a hand-over that is not done, by either side.")
            .gives("Handover"),
    ]
}

/// Offers a home to its buyer.
pub async fn offer_home(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
    Body(new): Body<HandoverNew>,
) -> Result<Json<Handover>, Error> {
    let email = normal_email(&new.email)?;
    if new.message.chars().count() > MESSAGE_CHARS_MAX {
        let fault = Fault::limited("message", FaultCode::TooLong, MESSAGE_CHARS_MAX.cast_signed() as i64);
        return Err(Error::new(ErrorCode::Invalid, "A word to the buyer is short.").with_faults(vec![fault]));
    }
    let now = app.clock.now();
    if app.storage.account(principal.account).await?.is_some_and(|own| own.email == email) {
        return Err(Error::fault("email", FaultCode::NotAllowed, "The buyer is somebody else."));
    }
    let subject = format!("hand-overs by {}", principal.account);
    if app.storage.count_attempt(subject, OFFERS_WINDOW_MS, now).await? > OFFERS_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most ten offers an hour.").retry_after_s(3600));
    }
    settle(&app).await?;
    let offer = HandoverOffer {
        home: app.storage.home_name(&scope).await?,
        email,
        private: Private::ALL.iter().copied().filter(|private| new.private.contains(private)).collect(),
        message: new.message.trim().to_owned(),
        expires: Instant(now.0 + OFFER_DAYS * 24 * HOUR_MS),
    };
    let id = app.storage.offer_home(&scope, offer, now).await?;
    told(&app, principal.account, &id).await
}

/// The hand-overs that the caller takes part in.
pub async fn list_handovers(State(app): State<App>, principal: Principal) -> Result<Json<Handovers>, Error> {
    settle(&app).await?;
    let rows = app.storage.handovers(principal.account).await?;
    let wait_hours = app.config.handover_hours;
    let seen = rows.iter().map(|row| row.seen_by(principal.account, wait_hours));
    Ok(Json(Handovers { handovers: seen.collect(), wait_hours }))
}

/// Accepts a home.
pub async fn accept_home(
    State(app): State<App>,
    principal: Principal,
    border::Path(id): border::Path<Uuid>,
) -> Result<Json<Handover>, Error> {
    settle(&app).await?;
    let (id, now) = (id.to_string(), app.clock.now());
    let row = find(&app, principal.account, &id).await?;
    if row.seller == principal.account {
        return Err(Error::new(ErrorCode::Forbidden, "It is accepted by the buyer."));
    }
    let due = Instant(now.0 + app.config.handover_hours * HOUR_MS);
    let accepted = app.storage.accept_home(principal.account, id.clone(), due, now).await?;
    let before = row.whole.state;
    if !accepted && !matches!(before, handover::State::Accepted | handover::State::Done) {
        return Err(gone());
    }
    told(&app, principal.account, &id).await
}

/// Stops a hand-over.
pub async fn stop_handover(
    State(app): State<App>,
    principal: Principal,
    border::Path(id): border::Path<Uuid>,
) -> Result<Json<Handover>, Error> {
    settle(&app).await?;
    let id = id.to_string();
    let row = find(&app, principal.account, &id).await?;
    let stopped = app.storage.stop_handover(principal.account, id.clone(), app.clock.now()).await?;
    if !stopped && row.whole.state != handover::State::Stopped {
        return Err(gone());
    }
    told(&app, principal.account, &id).await
}

/// One hand-over as it stands after what was done to it, once everybody was told.
async fn told(app: &App, account: AccountId, id: &str) -> Result<Json<Handover>, Error> {
    settle(app).await?;
    Ok(Json(find(app, account, id).await?.seen_by(account, app.config.handover_hours)))
}

async fn find(app: &App, account: AccountId, id: &str) -> Result<HandoverRow, Error> {
    let rows = app.storage.handovers(account).await?;
    rows.into_iter().find(|row| row.whole.id == id).ok_or_else(Error::not_found)
}

fn gone() -> Error {
    Error::new(ErrorCode::Gone, "This hand-over is over, or was stopped.")
}
