//! A home on paper.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Query;
use crate::error::Error;
use crate::paper::{self, Asked};
use crate::storage::Scope;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use model::FaultCode;
use report::Wish;

/// The history report as a PDF.
pub async fn show_report(
    State(app): State<App>,
    scope: Scope,
    principal: Principal,
    Query(query): Query<Vec<(String, String)>>,
) -> Result<impl IntoResponse, Error> {
    let value = |name: &str| query.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone());
    if let Some(name) = Wish::misread(value) {
        let detail = format!("{name} is not what a report can be asked for; /api/docs says what is.");
        return Err(Error::fault(name, FaultCode::NotAllowed, detail));
    }
    let asked = match value("claim") {
        None => Asked::History(Wish::read(value)),
        Some(fault) => Asked::Claim(fault.parse().map_err(|_| Error::not_found())?),
    };
    let pdf = paper::report(&app, &scope, &principal, asked).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"report.pdf\""),
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
    ];
    Ok((headers, pdf))
}
