//! Pushing and pulling: what a device sends, what it fetches, and the history of a record.

use crate::app::App;
use crate::auth::Principal;
use crate::border::{Path, Query, Raw};
use crate::error::Error;
use crate::estate::notice as asks;
use crate::storage::{Incoming, Scope, read_push};
use crate::taken;
use crate::visit::{deal as behind, notice};
use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use model::access::{Role, Sort, deal, firm};
use model::{Fault, FaultCode, Record, RecordId, SpaceId};
use serde::Deserialize;
use wire::pull::{Ask, PAGE_RECORDS, PAGE_RECORDS_MAX};
use wire::space::{Changes, History};
use wire::{ErrorCode, Page, PushReply};

/// Takes in edits; the answer says what became of each, and is sent when all that was accepted is on disk.
pub async fn push_edits(
    State(app): State<App>,
    scope: Scope,
    principal: Principal,
    Raw(body): Raw,
) -> Result<Json<PushReply>, Error> {
    let was_there = principal.is_stepped_up(app.clock.now());
    let edits: Vec<Incoming> = read_push(&body)?.into_iter().map(|edit| edit.witnessed(was_there)).collect();
    let told = if matches!(scope.sort(), Sort::Deal | Sort::Case) { notice::telling(&edits) } else { Vec::new() };
    let asked = if scope.sort() == Sort::Estate { asks::telling(&edits) } else { Vec::new() };
    let files = taken::copied(&app, &scope, &edits).await?;
    let reply = app.storage.push_taking(&scope, edits, files, app.clock.now()).await?;
    if reply.head != reply.before {
        app.live.wake();
        app.estates.wake();
        notice::tell(&app, &scope, &told, &reply).await?;
        asks::tell(&app, &scope, &asked, &reply).await?;
    }
    Ok(Json(reply))
}

/// Where a device stands, as it says in the query.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    after: Option<u64>,
    before: Option<u64>,
    limit: Option<usize>,
}

/// A page of records as they stand.
pub async fn pull_records(
    State(app): State<App>,
    scope: Scope,
    Query(wanted): Query<Wanted>,
) -> Result<impl IntoResponse, Error> {
    let (ask, limit) = wanted.checked(scope.head())?;
    let page = app.storage.pull(&scope, ask, limit).await?;
    let page = match scope.sort() {
        Sort::Deal if deal::provides(scope.role()) => told(&page, |records| behind::told(scope.role(), records))?,
        Sort::Firm if scope.role() == Role::Technician => told(&page, |records| of_firm(&scope, records))?,
        _ => page,
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], page))
}

/// A page as somebody is told it who is not told all.
fn told(page: &str, cut: impl FnOnce(Vec<Record>) -> Vec<Record>) -> Result<String, Error> {
    let mut page: Page = serde_json::from_str(page).map_err(Error::broken)?;
    page.records = cut(page.records);
    serde_json::to_string(&page).map_err(Error::broken)
}

fn of_firm(scope: &Scope, records: Vec<Record>) -> Vec<Record> {
    records.into_iter().map(|record| firm::told(scope.role(), scope.account(), record)).collect()
}

impl Wanted {
    /// What it asks for, if a device of this space can stand there.
    fn checked(&self, head: u64) -> Result<(Ask, usize), Error> {
        let invalid =
            |fault: Fault, detail: String| Err(Error::new(ErrorCode::Invalid, detail).with_faults(vec![fault]));
        let limited = |field: &str, code, limit: u64| Fault::limited(field, code, limit.cast_signed());
        let limit = self.limit.unwrap_or(PAGE_RECORDS);
        if limit == 0 {
            return invalid(limited("limit", FaultCode::TooSmall, 1), "A page has at least one record.".into());
        }
        if limit > PAGE_RECORDS_MAX {
            let fault = limited("limit", FaultCode::TooLarge, PAGE_RECORDS_MAX as u64);
            return invalid(fault, format!("A page has at most {PAGE_RECORDS_MAX} records."));
        }
        let ahead = |field| invalid(limited(field, FaultCode::TooLarge, head), format!("The history ends at {head}."));
        match (self.after, self.before) {
            (Some(after), _) if after > head => ahead("after"),
            (_, Some(before)) if before > head => ahead("before"),
            (Some(after), Some(before)) if after >= before => {
                let fault = Fault::new("before", FaultCode::Contradicts);
                invalid(fault, "Nothing lies after a revision and before an earlier one.".into())
            }
            (after, Some(before)) => Ok((Ask::Between(after.unwrap_or_default(), before), limit)),
            (Some(after), None) => Ok((Ask::After(after), limit)),
            (None, None) => Ok((Ask::First, limit)),
        }
    }
}

/// Who changed what in a record, and when.
pub async fn show_history(
    State(app): State<App>,
    scope: Scope,
    Path((_, record)): Path<(SpaceId, RecordId)>,
) -> Result<Json<History>, Error> {
    Ok(Json(app.storage.history(&scope, record).await?))
}

/// After which revision the histories go on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Since {
    after: Option<u64>,
}

/// Who changed what in all records that were changed, and when.
pub async fn show_changes(
    State(app): State<App>,
    scope: Scope,
    Query(since): Query<Since>,
) -> Result<Json<Changes>, Error> {
    Ok(Json(app.storage.changes(&scope, since.after.unwrap_or_default()).await?))
}
