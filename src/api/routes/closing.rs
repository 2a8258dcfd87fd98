//! Leaving: what closing the account takes with it, and everything that is held about its owner.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::{SignedIn, SteppedUp};
use crate::border::{Row, get};
use crate::error::Error;
use crate::routes::me::sessions;
use axum::Json;
use axum::extract::State;
use wire::closing::{Closing, Export};
use wire::{ErrorCode, path};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(path::CLOSING, SignedIn, show_closing)
            .says("What closing the account takes with it: homes, those that go to a co-owner, links, files.")
            .gives("Closing"),
        get(path::EXPORT, SteppedUp, show_export)
            .says("Everything that is held about the owner of the account, without secrets. What their homes hold is in the archives of those.")
            .gives("Export"),
    ]
}

/// What closing the account takes with it.
pub async fn show_closing(State(app): State<App>, principal: Principal) -> Result<Json<Closing>, Error> {
    Ok(Json(app.storage.closing(principal.account, app.clock.now()).await?))
}

/// Everything that is held about the owner of the account.
pub async fn show_export(State(app): State<App>, principal: Principal) -> Result<Json<Export>, Error> {
    let (account, at, storage) = (principal.account, app.clock.now(), &app.storage);
    let gone = || Error::new(ErrorCode::SignIn, "The account was erased.");
    let about = storage.about(account).await?.ok_or_else(gone)?;
    Ok(Json(Export {
        at,
        account,
        email: about.email,
        language: about.language,
        created: about.created,
        emails_before: storage.emails_before(account, at).await?,
        sessions: sessions(&app, &principal).await?,
        passkeys: storage.passkeys(account).await?,
        recovery: storage.recovery_left(account).await?,
        spaces: storage.memberships(&principal).await?,
        links: storage.links_of(account).await?,
        invitations: storage.invitations_of(account, at).await?,
        requests: storage.requests(account).await?,
        reminders: storage.reminders_of(account).await?,
        push_browsers: storage.subscriptions_of(account).await?,
        counted: storage.outlook_of(account).await?,
    }))
}
