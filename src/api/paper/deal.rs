//! A quote, a job card, an invoice or a credit note of a deal as a PDF.

use super::{photos, reader, sheet};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Scope;
use crate::visit::deal::told;
use bytes::Bytes;
use model::RecordId;
use model::access::{Role, deal as access};
use model::portal::Deal;
use report::deal::paper;
use uuid::Uuid;
use words::Language;

/// The paper of a record of the deal, as it stands now; for a technician of a firm that of their work alone.
///
/// # Errors
/// `NotFound` where no such paper is in the deal or they are not told what is on it, `NotOffered` where this server makes no PDF, `Busy` where another is being made for them, or others for long.
pub async fn deal(app: &App, scope: &Scope, record: RecordId, reads: Reader<'_>) -> Result<Bytes, Error> {
    let records = app.storage.records(scope).await?;
    let is_office = |kind: &str| !access::writes(scope.role(), kind);
    if scope.role() == Role::Technician && records.iter().any(|one| one.id == record && is_office(&one.kind)) {
        return Err(Error::not_found());
    }
    let records = told(scope.role(), records);
    let (who, words) = match reads {
        Reader::Member(principal) => (principal.account.0, reader(app, principal).await?.1),
        Reader::Visitor(share) => (share, Language::default().words()),
    };
    let made = tokio::task::spawn_blocking(move || paper(&Deal::of(&records), record, words));
    let mut made = made.await.map_err(Error::broken)?.ok_or_else(Error::not_found)?;
    let _place = app.press.enter(who)?;
    let (photos, missing) = photos(app, scope, made.pictures.iter().flat_map(|group| &group.photos)).await;
    if missing > 0 {
        made.foot.push((words.print().left_out.absent)(missing));
    }
    app.press.print(sheet(&made, photos, words)?).await
}

/// Who reads a paper.
pub enum Reader<'a> {
    /// Somebody who is signed in.
    Member(&'a Principal),
    /// Who came by that link.
    Visitor(Uuid),
}
