//! Reminders: what a member wants of them in one home.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::Member;
use crate::border::{Json as Body, Row, SPACE, get, put};
use crate::error::Error;
use crate::storage::Scope;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::access::Action::Follow;
use model::letter::Check;
use model::reminder::Settings;
use wire::reminder::Reminders;
use wire::{ErrorCode, path};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::reminders(SPACE), Member(Follow), show_reminders)
            .says("How one is reminded of what falls due in the home, and of what one was told.")
            .gives("Reminders"),
        put(&path::reminders(SPACE), Member(Follow), change_reminders)
            .says("Chooses what one is reminded of, how early, by which ways, and when not.")
            .takes("Settings"),
    ]
}

/// How a member is reminded.
pub async fn show_reminders(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
) -> Result<Json<Reminders>, Error> {
    let storage = &app.storage;
    Ok(Json(Reminders {
        settings: storage.reminders(&scope).await?.unwrap_or_default(),
        push_here: storage.subscription(&principal.session).await?.is_some(),
        browsers: storage.subscriptions_of(principal.account).await?,
        feed: storage.feed_made(&scope).await?,
        told: storage.told(&scope).await?,
    }))
}

/// Chooses how.
pub async fn change_reminders(
    State(app): State<App>,
    scope: Scope,
    Body(settings): Body<Settings>,
) -> Result<StatusCode, Error> {
    let mut check = Check::default();
    settings.check(&mut check);
    let faults = check.faults();
    if !faults.is_empty() {
        return Err(Error::new(ErrorCode::Invalid, "Reminders cannot be set so.").with_faults(faults));
    }
    app.storage.set_reminders(&scope, &settings).await?;
    Ok(StatusCode::NO_CONTENT)
}
