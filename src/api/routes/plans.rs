//! The maintenance plan of a scheme: on paper, and as a workbook.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::Member;
use crate::border::{Row, SPACE, get};
use crate::error::Error;
use crate::paper;
use crate::storage::Scope;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use model::access::Action::Read;
use wire::path;

/// What a workbook is.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::plan_paper(SPACE), Member(Read), show_plan)
            .says("The maintenance plan of a scheme with the resolution for its general meeting and the report of the year, as a tagged PDF.")
            .gives("application/pdf"),
        get(&path::plan_workbook(SPACE), Member(Read), show_workbook)
            .says("The same figures as a workbook: items, contributions, cash flow, scenarios, levies, report.")
            .gives(XLSX),
    ]
}

/// The plan on paper.
pub async fn show_plan(State(app): State<App>, scope: Scope, principal: Principal) -> Result<impl IntoResponse, Error> {
    let pdf = paper::plan(&app, &scope, &principal).await?;
    Ok((saved("application/pdf", "attachment; filename=\"plan.pdf\""), pdf))
}

/// The plan as a workbook.
pub async fn show_workbook(
    State(app): State<App>,
    scope: Scope,
    principal: Principal,
) -> Result<impl IntoResponse, Error> {
    let workbook = paper::workbook(&app, &scope, &principal).await?;
    Ok((saved(XLSX, "attachment; filename=\"plan.xlsx\""), workbook))
}

/// To be saved, and never drawn in the app's own origin.
fn saved(media: &'static str, disposition: &'static str) -> [(HeaderName, &'static str); 3] {
    [
        (header::CONTENT_TYPE, media),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    ]
}
