//! What suppliers may expect: whether a home is counted in it, and what is told by a supplier's link.

use crate::app::App;
use crate::auth::Client;
use crate::border::Policy::{Member, Public};
use crate::border::{self, Json as Body, Row, SHARE, SPACE, get, post, put};
use crate::error::Error;
use crate::outlook;
use crate::storage::Scope;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::ShareId;
use model::access::Action::{Agree, Follow};
use wire::outlook::{Agreed, Counted, Proof, Told};
use wire::path;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::counted(SPACE), Member(Follow), show_counted)
            .says("Whether what the home will need is counted in what suppliers are told.")
            .gives("Counted"),
        put(&path::counted(SPACE), Member(Agree), change_counted)
            .says("Agrees that it is, or no longer. What was published stays: nothing in it is about one home.")
            .takes("Agreed"),
        post(&path::outlook(SHARE), Public, show_outlook)
            .says("What suppliers may expect by month, suburb and family of parts, for who has the secret of a supplier's link.")
            .takes("Proof")
            .gives("Told"),
    ]
}

/// Whether a home is counted.
pub async fn show_counted(State(app): State<App>, scope: Scope) -> Result<Json<Counted>, Error> {
    Ok(Json(Counted { since: app.storage.outlook_since(&scope).await? }))
}

/// Counts it, or no more.
pub async fn change_counted(
    State(app): State<App>,
    scope: Scope,
    Body(Agreed { agreed }): Body<Agreed>,
) -> Result<StatusCode, Error> {
    app.storage.set_outlook(&scope, agreed, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a supplier is told.
pub async fn show_outlook(
    State(app): State<App>,
    client: Client,
    border::Path(link): border::Path<ShareId>,
    Body(proof): Body<Proof>,
) -> Result<Json<Told>, Error> {
    Ok(Json(outlook::open(&app, link, &proof, client).await?))
}
