//! What was sent by links of a home: looked at by its members, and taken in or declined.

use super::file::SANDBOX;
use crate::app::App;
use crate::border::Policy::Member;
use crate::border::{CONTRIBUTION, HASH, Json as Body, Path, Row, SPACE, get, put};
use crate::error::Error;
use crate::storage::Scope;
use crate::visit::contribution;
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use model::access::Action::Write;
use model::{ContributionId, FileHash, SpaceId};
use wire::contribution::{Contribution, Contributions, Verdict};
use wire::path;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::contributions(SPACE), Member(Write), list_contributions)
            .says("What was sent by the links of the home: what waits first.")
            .gives("Contributions"),
        put(&path::contribution(SPACE, CONTRIBUTION), Member(Write), decide_contribution)
            .says("Takes what was sent into the home, or declines it; again is harmless.")
            .takes("Verdict")
            .gives("Contribution"),
        get(&path::contribution_file(SPACE, CONTRIBUTION, HASH), Member(Write), show_contribution_file)
            .says("A file of what was sent and waits, to be saved.")
            .gives("application/octet-stream"),
        get(&path::contribution_preview(SPACE, CONTRIBUTION, HASH), Member(Write), show_contribution_preview)
            .says("A small picture of such a file, upright and without its metadata.")
            .gives("image/jpeg"),
    ]
}

/// What was sent by the links of a home.
pub async fn list_contributions(State(app): State<App>, scope: Scope) -> Result<Json<Contributions>, Error> {
    let all = app.storage.contributions(&scope, None).await?;
    Ok(Json(Contributions { contributions: all.into_iter().map(|(one, _)| one).collect() }))
}

/// Takes what was sent into the home, or declines it.
pub async fn decide_contribution(
    State(app): State<App>,
    scope: Scope,
    Path((_, id)): Path<(SpaceId, ContributionId)>,
    Body(verdict): Body<Verdict>,
) -> Result<Json<Contribution>, Error> {
    contribution::decide(&app, &scope, id, verdict.accept).await?;
    let (decided, _) = contribution::find_one(&app, &scope, id).await?;
    Ok(Json(decided))
}

/// A file of what waits.
pub async fn show_contribution_file(
    State(app): State<App>,
    scope: Scope,
    Path((_, id, hash)): Path<(SpaceId, ContributionId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let (media, inbox) = contribution::file(&app, &scope, id, hash).await?;
    let content = app.blobs.stream(inbox, hash).await?;
    let headers = [(header::CONTENT_TYPE, media), (header::CONTENT_DISPOSITION, "attachment".to_owned())];
    Ok((headers, [SANDBOX], axum::body::Body::from_stream(content)))
}

/// A small picture of it.
pub async fn show_contribution_preview(
    State(app): State<App>,
    scope: Scope,
    Path((_, id, hash)): Path<(SpaceId, ContributionId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let (media, inbox) = contribution::file(&app, &scope, id, hash).await?;
    let jpeg = app.previews.show(&app.blobs, inbox, hash, &media).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], [SANDBOX], jpeg))
}
