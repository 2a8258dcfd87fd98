//! Schemes of many homes.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::{Member, SignedIn};
use crate::border::{Json as Body, Row, SPACE, post};
use crate::error::Error;
use crate::storage::{Incoming, Scope};
use axum::Json;
use axum::extract::State;
use model::access::{Action, Sort};
use wire::deal::CaseNew;
use wire::path;
use wire::space::{Membership, SpaceNew};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::ESTATES, SignedIn, create_estate)
            .says("Makes a scheme of many homes, which the account owns; again is harmless.")
            .takes("SpaceNew")
            .gives("Membership"),
        post(&path::cases(SPACE), Member(Action::Add), create_case)
            .says("Opens a case of the scheme: a dispute, which its parties see; again is harmless.")
            .takes("CaseNew")
            .gives("Membership"),
    ]
}

/// Makes a scheme.
pub async fn create_estate(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<SpaceNew>,
) -> Result<Json<Membership>, Error> {
    let made = app.storage.make_estate(principal.account, new.id, app.clock.now()).await?;
    app.live.wake();
    Ok(Json(made))
}

/// Opens a case.
pub async fn create_case(
    State(app): State<App>,
    scope: Scope,
    Body(new): Body<CaseNew>,
) -> Result<Json<Membership>, Error> {
    if scope.sort() != Sort::Estate {
        return Err(Error::not_found());
    }
    let edits = new.edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    let made = app.storage.open_case(&scope, new.id, edits, app.clock.now()).await?;
    app.live.wake();
    Ok(Json(made))
}
