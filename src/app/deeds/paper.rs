//! A home on paper, as the server makes it.

use super::portal::visited;
use crate::browser::page::in_address;
use crate::desk::Desk;
use crate::driver::Trouble;
use crate::net;
use leptos::prelude::*;
use model::portal::Side;
use model::{RecordId, ShareId, SpaceId};
use wire::path;

/// How long a report may take: others may be before it.
const REPORT_MS_MAX: u32 = 120_000;

/// The history report of the open home as a PDF, by the query of its address.
pub async fn report(desk: Desk, query: &str) -> Result<Vec<u8>, Trouble> {
    let space = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    Ok(net::get_bytes_within(&format!("{}{query}", path::report(space)), REPORT_MS_MAX).await?)
}

/// A quote, a job card, an invoice or a credit note of a deal as a PDF; by a link, as its provider has it.
pub async fn of_deal(desk: Desk, deal: SpaceId, record: RecordId) -> Result<Vec<u8>, Trouble> {
    // The space of a deal that is visited is named by its link.
    let path = match visited(desk) {
        Some(visited) => path::visit_paper(ShareId(visited.0), record),
        None => path::paper(deal, record),
    };
    Ok(net::get_bytes_within(&path, REPORT_MS_MAX).await?)
}

/// The statement of the account with whom `with` tells, on a side, as a PDF: of a client over the deals of the open home.
pub async fn statement(desk: Desk, side: Side, with: &str) -> Result<Vec<u8>, Trouble> {
    let home = desk.space.get_untracked().filter(|_| side == Side::Client);
    let home = home.map(|home| format!("&home={home}")).unwrap_or_default();
    let path = format!("{}?side={side}&with={}{home}", path::STATEMENT, in_address(with));
    Ok(net::get_bytes_within(&path, REPORT_MS_MAX).await?)
}

/// Whether the server makes one, as far as is known: without an answer it may.
pub async fn is_made() -> bool {
    // Its answer is one flat object, and this its only field with that name: a shape of its own would weigh a kilobyte.
    net::get_text(path::HEALTH).await.map_or(true, |health| !health.contains("\"pdf\":false"))
}

/// The maintenance plan of a scheme: as a PDF, else as a workbook.
pub async fn of_plan(scheme: SpaceId, is_pdf: bool) -> Result<Vec<u8>, Trouble> {
    let path = if is_pdf { path::plan_paper(scheme) } else { path::plan_workbook(scheme) };
    Ok(net::get_bytes_within(&path, REPORT_MS_MAX).await?)
}
