//! Visits by a link: what somebody without an account asks for, and nothing beyond what they were given.

use super::file::SANDBOX;
use crate::app::App;
use crate::auth::{Client, set_cookie};
use crate::border::Policy::{Public, Visiting};
use crate::border::{HASH, Json as Body, Path, Query, Raw, Row, SHARE, get, post, put};
use crate::error::Error;
use crate::routes::auth::Cookies;
use crate::storage::{VISIT_MS_MAX, Visitor};
use crate::visit::{self, contribution, cookie_of};
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse};
use model::access::Sort;
use model::grant::{Seen, Verb};
use model::{FileHash, ShareId, SpaceId};
use wire::contribution::{ContributionNew, Sent};
use wire::file::{CHUNK_BYTES, Chunk, Received};
use wire::path;
use wire::share::{Open, Visit, VisitCases};

/// Nothing of a visit stays on the visitor's device.
const NO_STORE: (header::HeaderName, &str) = (header::CACHE_CONTROL, "no-store");

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::visit_open(SHARE), Public, open_visit)
            .says("Begins a visit by a link: whoever has its secret, and its passcode where it asks for one.")
            .takes("Open"),
        post(&path::visit_close(SHARE), Visiting(Verb::View), close_visit).says("Ends the visit."),
        get(&path::visit(SHARE), Visiting(Verb::View), show_visit).says("What the visitor was given.").gives("Visit"),
        get(&path::visit_cases(SHARE), Visiting(Verb::View), show_visit_cases)
            .says("The cases of the scheme, where the link gives them.")
            .gives("VisitCases"),
        get(&path::visit_file(SHARE, HASH), Visiting(Verb::View), show_visit_file)
            .says("A file of it, to be saved or drawn by the app; photos and what the app cannot draw only where saving is allowed.")
            .gives("application/octet-stream"),
        put(&path::visit_file(SHARE, HASH), Visiting(Verb::Contribute), put_visit_part)
            .says("Takes in a part of a file that is sent by the link, where sending is allowed.")
            .takes_bytes(CHUNK_BYTES)
            .asks(&[("offset", "Where in the file the part begins."), ("size", "Bytes of the whole file.")])
            .gives("Received"),
        get(&path::visit_received(SHARE, HASH), Visiting(Verb::Contribute), show_visit_received)
            .says("How much is here of a file that is sent by the link.")
            .gives("Received"),
        post(&path::visit_contributions(SHARE), Visiting(Verb::View), send_contribution)
            .says("Sends something by the link: an entry, a remark, or the wish to become a member. Sent again it is the same.")
            .takes("ContributionNew")
            .gives("Sent"),
        get(&path::visit_preview(SHARE, HASH), Visiting(Verb::View), show_visit_preview)
            .says("A small picture of a file of it, upright and without its metadata.")
            .gives("image/jpeg"),
    ]
}

/// Begins a visit.
pub async fn open_visit(
    State(app): State<App>,
    client: Client,
    Path(share): Path<ShareId>,
    Body(open): Body<Open>,
) -> Result<(Cookies<1>, StatusCode), Error> {
    let token = visit::open(&app, share, &open, client).await?;
    let hold = set_cookie(&app, &cookie_of(share), token.as_str(), VISIT_MS_MAX / 1000);
    Ok((AppendHeaders([(header::SET_COOKIE, hold)]), StatusCode::NO_CONTENT))
}

/// Ends a visit.
pub async fn close_visit(State(app): State<App>, visitor: Visitor) -> Result<(Cookies<1>, StatusCode), Error> {
    visit::note(&app, &visitor, Seen::Closed, None).await?;
    app.storage.end_visit(visitor.token_hash().to_owned()).await?;
    let forget = set_cookie(&app, &cookie_of(visitor.share), "", 0);
    Ok((AppendHeaders([(header::SET_COOKIE, forget)]), StatusCode::NO_CONTENT))
}

/// What the visitor was given.
pub async fn show_visit(State(app): State<App>, visitor: Visitor) -> Result<impl IntoResponse, Error> {
    let records = visit::records(&app, &visitor).await?;
    visit::note(&app, &visitor, Seen::Viewed, None).await?;
    let as_of = visitor.snapshot.map(|_| visitor.made);
    let sent = app.storage.sent(&visitor, None).await?;
    let Visitor { purpose, grant, expires, .. } = visitor;
    Ok(([NO_STORE], Json(Visit { purpose, grant, expires, as_of, records, sent })))
}

/// The cases that the visitor was given.
pub async fn show_visit_cases(State(app): State<App>, visitor: Visitor) -> Result<impl IntoResponse, Error> {
    let cases = if visitor.sort == Sort::Estate { visit::estate::cases(&app, &visitor).await? } else { Vec::new() };
    visit::note(&app, &visitor, Seen::Viewed, None).await?;
    Ok(([NO_STORE], Json(VisitCases { cases })))
}

/// A file of it.
pub async fn show_visit_file(
    State(app): State<App>,
    visitor: Visitor,
    Path((_, hash)): Path<(ShareId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let (space, media) = seen(&app, &visitor, hash).await?;
    // A PDF is drawn by the app. A photo is seen small, without the place in it; as it is, it is saved.
    if media != "application/pdf" && !visitor.grant.allows(Verb::Download) {
        return Err(Error::not_found());
    }
    let content = app.blobs.stream(space, hash).await?;
    visit::note(&app, &visitor, Seen::Downloaded, Some(hash)).await?;
    let headers = [(header::CONTENT_TYPE, media), (header::CONTENT_DISPOSITION, "attachment".to_owned())];
    Ok((headers, [SANDBOX, NO_STORE], axum::body::Body::from_stream(content)))
}

/// A small picture of a file of it.
pub async fn show_visit_preview(
    State(app): State<App>,
    visitor: Visitor,
    Path((_, hash)): Path<(ShareId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    let (space, media) = seen(&app, &visitor, hash).await?;
    let jpeg = app.previews.show(&app.blobs, space, hash, &media).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg")], [SANDBOX, NO_STORE], jpeg))
}

/// Takes in a part of a file that is sent by the link.
pub async fn put_visit_part(
    State(app): State<App>,
    visitor: Visitor,
    Path((_, hash)): Path<(ShareId, FileHash)>,
    Query(chunk): Query<Chunk>,
    Raw(content): Raw,
) -> Result<impl IntoResponse, Error> {
    Ok(([NO_STORE], Json(contribution::take_part(&app, &visitor, hash, chunk, content).await?)))
}

/// How much is here of a file that is sent by the link.
pub async fn show_visit_received(
    State(app): State<App>,
    visitor: Visitor,
    Path((_, hash)): Path<(ShareId, FileHash)>,
) -> Result<impl IntoResponse, Error> {
    Ok(([NO_STORE], Json::<Received>(contribution::received(&app, &visitor, hash).await?)))
}

/// Sends something by the link.
pub async fn send_contribution(
    State(app): State<App>,
    visitor: Visitor,
    Body(new): Body<ContributionNew>,
) -> Result<impl IntoResponse, Error> {
    Ok(([NO_STORE], Json::<Sent>(contribution::receive(&app, &visitor, new).await?)))
}

/// Where a file lies that the visitor sees and that is here, and its media type.
async fn seen(app: &App, visitor: &Visitor, hash: FileHash) -> Result<(SpaceId, String), Error> {
    if visit::files(app, visitor).await?.contains_key(&hash) {
        let file = app.storage.file(visitor.behind(), hash).await?.filter(|file| file.complete);
        return Ok((visitor.behind().space(), file.ok_or_else(Error::not_found)?.media));
    }
    let is_of_case = visitor.sort == Sort::Estate && visit::estate::files(app, visitor).await?.contains_key(&hash);
    let place = if is_of_case { visit::estate::place(app, visitor, hash).await? } else { None };
    place.ok_or_else(Error::not_found)
}
