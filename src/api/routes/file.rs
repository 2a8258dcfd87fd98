//! Files: sent in parts that go on where they broke off, fetched whole, and shown small.

use crate::app::App;
use crate::border::{Path, Query, Raw};
use crate::error::Error;
use crate::storage::{FileRow, Scope};
use crate::upload;
use crate::visit::deal;
use axum::Json;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use model::access::{Role, Sort};
use model::{FileHash, SpaceId};
use wire::file::{Chunk, Received};

/// Whatever is in it, a file never runs as a page of the app.
pub(super) const SANDBOX: (HeaderName, &str) = (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");

/// How much of a file is here; nothing yet is no error.
pub async fn show_received(
    State(app): State<App>,
    scope: Scope,
    Path((_, hash)): Path<(SpaceId, FileHash)>,
) -> Result<Json<Received>, Error> {
    let file = app.storage.file(&scope, hash).await?;
    Ok(Json(file.map_or(Received { bytes: 0, complete: false }, |file| file.as_received())))
}

/// Takes in a part of a file.
pub async fn put_part(
    State(app): State<App>,
    scope: Scope,
    Path((_, hash)): Path<(SpaceId, FileHash)>,
    Query(chunk): Query<Chunk>,
    Raw(content): Raw,
) -> Result<Json<Received>, Error> {
    Ok(Json(upload::take_part(&app, &scope, hash, chunk, content).await?))
}

/// The file itself, to be saved and never to be shown by the browser: the app draws what it knows.
pub async fn show_file(
    State(app): State<App>,
    scope: Scope,
    Path((_, hash)): Path<(SpaceId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let file = told(&app, &scope, hash).await?;
    let content = app.blobs.stream(scope.space(), hash).await?;
    let headers = [
        (header::CONTENT_TYPE, file.media),
        (header::CONTENT_LENGTH, file.size.to_string()),
        (header::CONTENT_DISPOSITION, "attachment".to_owned()),
    ];
    Ok((headers, [SANDBOX], Body::from_stream(content)))
}

/// A file that is whole and that a record names which who asks is told: a technician of a firm is told of no invoice, and so of no paper of one.
///
/// # Errors
/// `NotFound` where there is none.
async fn told(app: &App, scope: &Scope, hash: FileHash) -> Result<FileRow, Error> {
    let file = app.storage.file(scope, hash).await?.filter(|file| file.complete).ok_or_else(Error::not_found)?;
    if scope.sort() == Sort::Deal && scope.role() == Role::Technician {
        let records = deal::told(scope.role(), app.storage.records(scope).await?);
        if !deal::files(&records).contains_key(&hash) {
            return Err(Error::not_found());
        }
    }
    Ok(file)
}

/// A small picture of the file.
pub async fn show_preview(
    State(app): State<App>,
    scope: Scope,
    Path((_, hash)): Path<(SpaceId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let file = told(&app, &scope, hash).await?;
    let jpeg = app.previews.show(&app.blobs, scope.space(), hash, &file.media).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], [SANDBOX], jpeg))
}
