//! Deals and the firms that keep them: opening one of a home, its link, keeping it in an account, what is written by its link, its papers, statements, ending it.

use crate::app::App;
use crate::auth::{Client, Principal};
use crate::border::Policy::{Member, Providing, SignedIn};
use crate::border::{Json as Body, Path, Query, RECORD, Raw, Row, SHARE, SPACE, get, post, put};
use crate::error::Error;
use crate::paper::{self, Reader};
use crate::storage::{Incoming, Scope, Visitor, read_push};
use crate::visit::{self, deal};
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use model::access::Action::{Ask, Deal, Read};
use model::grant::Seen;
use model::letter::Check;
use model::portal::Side;
use model::{RecordId, ShareId, SpaceId};
use serde::Deserialize;
use wire::deal::{DealKeep, DealLink, DealNew};
use wire::push::PUSH_BYTES_MAX;
use wire::space::{Membership, SpaceNew};
use wire::{ErrorCode, path};

/// Deals that an account may open within the window.
const DEALS_MAX: i64 = 60;
/// The window, milliseconds.
const WINDOW_MS: i64 = 3_600_000;
/// Nothing of a visit stays in a cache.
const NO_STORE: (HeaderName, &str) = (header::CACHE_CONTROL, "no-store");
/// What a PDF is answered with: to be saved, and never drawn in the app's own origin.
const PDF: [(HeaderName, &str); 3] = [
    (header::CONTENT_TYPE, "application/pdf"),
    (header::CONTENT_DISPOSITION, "attachment; filename=\"paper.pdf\""),
    (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
];

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(&path::deals(SPACE), Member(Ask), create_deal)
            .says("Opens a deal of the home: what is asked of one provider, and the link for them; again is harmless.")
            .takes("DealNew")
            .gives("Membership"),
        put(&path::deal_link(SPACE), Member(Deal), renew_deal_link)
            .says("Puts a link in the place of the one by which the provider comes, which ends.")
            .takes("DealLink"),
        post(&path::deal_end(SPACE), Member(Deal), end_deal)
            .says("Ends a deal: nothing is written to it any more, and its link ends."),
        post(path::DEAL_KEEP, SignedIn, keep_deal)
            .says("Keeps a deal in the account of its provider, or for their firm, by who proves to have its link; again is harmless.")
            .takes("DealKeep")
            .gives("Membership"),
        get(&path::paper(SPACE, RECORD), Member(Read), show_paper)
            .says("A quote, a job card, an invoice or a credit note of a deal, as a tagged PDF.")
            .gives("application/pdf"),
        get(&path::visit_paper(SHARE, RECORD), Providing, show_visit_paper)
            .says("The same, for the provider who comes by the link of the deal.")
            .gives("application/pdf"),
        get(path::STATEMENT, SignedIn, show_statement)
            .says("What was billed and paid with the same people, over all deals of the account on that side, as a tagged PDF.")
            .asks(&[
                ("side", "As what the account is in them: client or provider."),
                ("with", "Who the others are, as the statements of the app name them."),
                ("home", "Of a client: the home that the deals are of."),
            ])
            .gives("application/pdf"),
        post(path::FIRMS, SignedIn, create_firm)
            .says("Makes a provider's firm, one for an account. It keeps the deals that were in the account; again is harmless.")
            .takes("SpaceNew")
            .gives("Membership"),
        post(&path::visit_push(SHARE), Providing, push_by_link)
            .says("Takes in what a provider writes by the link of a deal. Each edit gets its own answer.")
            .takes("Push")
            .bytes_max(PUSH_BYTES_MAX)
            .gives("PushReply"),
    ]
}

/// Opens a deal.
pub async fn create_deal(
    State(app): State<App>,
    scope: Scope,
    Body(new): Body<DealNew>,
) -> Result<Json<Membership>, Error> {
    check(&new.link)?;
    let now = app.clock.now();
    let subject = format!("deals by {}", scope.account());
    if app.storage.count_attempt(subject, WINDOW_MS, now).await? > DEALS_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 60 an hour.").retry_after_s(3_600));
    }
    let edits = new.edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    let made = app.storage.open_deal(&scope, new.id, new.link, edits, now).await?;
    app.live.wake();
    Ok(Json(made))
}

/// Renews the link of a deal.
pub async fn renew_deal_link(
    State(app): State<App>,
    scope: Scope,
    Body(link): Body<DealLink>,
) -> Result<StatusCode, Error> {
    check(&link)?;
    app.storage.renew_deal_link(&scope, link, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends a deal.
pub async fn end_deal(State(app): State<App>, scope: Scope) -> Result<StatusCode, Error> {
    app.storage.end_deal(&scope, app.clock.now()).await?;
    app.live.wake();
    Ok(StatusCode::NO_CONTENT)
}

/// Keeps a deal in the account of its provider.
pub async fn keep_deal(
    State(app): State<App>,
    client: Client,
    principal: Principal,
    Body(keep): Body<DealKeep>,
) -> Result<Json<Membership>, Error> {
    visit::prove(&app, keep.share, &keep.auth, client).await?;
    let (storage, account) = (&app.storage, principal.account);
    let kept = match keep.firm {
        Some(firm) => storage.keep_deal_for(account, firm, keep.share).await?,
        None => storage.keep_deal(account, keep.share, app.clock.now()).await?,
    };
    app.live.wake();
    kept.map(Json).ok_or_else(|| Error::new(ErrorCode::Conflict, "This account cannot keep it."))
}

/// Makes a firm.
pub async fn create_firm(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<SpaceNew>,
) -> Result<Json<Membership>, Error> {
    let made = app.storage.make_firm(principal.account, new.id, app.clock.now()).await?;
    app.live.wake();
    Ok(Json(made))
}

/// Takes in what a provider writes by a link.
pub async fn push_by_link(
    State(app): State<App>,
    visitor: Visitor,
    Raw(body): Raw,
) -> Result<impl IntoResponse, Error> {
    let edits = read_push(&body)?;
    let reply = deal::push(&app, &visitor, edits).await?;
    Ok(([NO_STORE], Json(reply)))
}

/// A paper of a deal as a PDF.
pub async fn show_paper(
    State(app): State<App>,
    scope: Scope,
    principal: Principal,
    Path((_, record)): Path<(SpaceId, RecordId)>,
) -> Result<impl IntoResponse, Error> {
    Ok((PDF, paper::deal(&app, &scope, record, Reader::Member(&principal)).await?))
}

/// With whom a statement is asked for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct With {
    #[serde(default)]
    side: Side,
    #[serde(default)]
    with: String,
    home: Option<SpaceId>,
}

/// A statement as a PDF.
pub async fn show_statement(
    State(app): State<App>,
    principal: Principal,
    Query(asked): Query<With>,
) -> Result<impl IntoResponse, Error> {
    Ok((PDF, paper::statement(&app, &principal, asked.side, &asked.with, asked.home).await?))
}

/// A paper of the deal behind a link as a PDF.
pub async fn show_visit_paper(
    State(app): State<App>,
    visitor: Visitor,
    Path((share, record)): Path<(ShareId, RecordId)>,
) -> Result<impl IntoResponse, Error> {
    let pdf = paper::deal(&app, visitor.behind(), record, Reader::Visitor(share.0)).await?;
    visit::note(&app, &visitor, Seen::Downloaded, None).await?;
    Ok(([NO_STORE], PDF, pdf))
}

fn check(link: &DealLink) -> Result<(), Error> {
    let mut check = Check::default();
    check.name("name", &link.name);
    let faults = check.faults();
    if faults.is_empty() {
        return Ok(());
    }
    Err(Error::new(ErrorCode::Invalid, "The link cannot be made so.").with_faults(faults))
}
