//! Reports of faults by the labels on systems: which labels take them, and what somebody who scanned one can do.

use crate::app::App;
use crate::auth::Client;
use crate::border::Policy::{AtLabel, Member};
use crate::border::{Json as Body, Row, SHARE, SPACE, get, post, put};
use crate::error::Error;
use crate::storage::{Scope, Visitor};
use crate::visit::report;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderName, header};
use axum::response::IntoResponse;
use model::FaultCode;
use model::access::Action::Share;
use model::letter::Check;
use wire::contribution::Sent;
use wire::reporting::{LABELS_MAX, LabelSeen, ReportNew, Reporting, ReportingChange};
use wire::{ErrorCode, path};

/// Nothing of it stays on the device of who scanned a label.
const NO_STORE: (HeaderName, &str) = (header::CACHE_CONTROL, "no-store");

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::reporting(SPACE), Member(Share), show_reporting)
            .says("The labels of the home by which anybody who scans them may report a fault.")
            .gives("Reporting"),
        put(&path::reporting(SPACE), Member(Share), change_reporting)
            .says("Opens labels for reports, in place of those that were open; without any nobody may report by one.")
            .takes("ReportingChange")
            .gives("Reporting"),
        get(&path::label(SHARE), AtLabel, show_label)
            .says("What somebody who scanned a label is told that it is on: what members chose, and nothing else.")
            .gives("LabelSeen"),
        post(&path::reports(SHARE), AtLabel, send_report)
            .says("Reports a fault by a label. It waits until a member decides; sent again it is the same.")
            .takes("ReportNew")
            .gives("Sent"),
    ]
}

/// The labels by which faults may be reported.
pub async fn show_reporting(State(app): State<App>, scope: Scope) -> Result<Json<Reporting>, Error> {
    Ok(Json(Reporting { labels: app.storage.reporting(&scope).await? }))
}

/// Opens and closes labels for reports.
pub async fn change_reporting(
    State(app): State<App>,
    scope: Scope,
    Body(change): Body<ReportingChange>,
) -> Result<Json<Reporting>, Error> {
    let mut check = Check::default();
    if change.labels.len() > LABELS_MAX {
        check.fault("labels", FaultCode::TooMany);
    }
    change.labels.iter().for_each(|label| check.line("labels.name", &label.name));
    let faults = check.faults();
    if !faults.is_empty() {
        return Err(Error::new(ErrorCode::Invalid, "The labels cannot be opened so.").with_faults(faults));
    }
    app.storage.open_labels(&scope, change.labels, app.clock.now()).await?;
    show_reporting(State(app), scope).await
}

/// What a label says to who scanned it.
pub async fn show_label(State(app): State<App>, visitor: Visitor) -> Result<impl IntoResponse, Error> {
    let label = report::label(&app, &visitor).await?;
    Ok(([NO_STORE], Json(LabelSeen { name: label.name })))
}

/// Reports a fault.
pub async fn send_report(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Body(new): Body<ReportNew>,
) -> Result<impl IntoResponse, Error> {
    Ok(([NO_STORE], Json::<Sent>(report::receive(&app, &visitor, client, new).await?)))
}
