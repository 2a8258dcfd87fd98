//! Faults that are reported by the label on a system, without an account. Each waits among what was sent by links until a member decides.

use super::contribution::{check_files, refused};
use crate::app::App;
use crate::auth::Client;
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::{ContributionRow, LabelRow, Visitor};
use model::access::{Action, may};
use model::contribution::{Sort, files};
use model::date::HOME_AHEAD_MINUTES;
use model::entry::{Entry, EntryType};
use model::kind::checked_fields;
use model::letter::Check;
use model::{Body, Fault, FaultCode, Letter, PartialDate};
use wire::ErrorCode;
use wire::contribution::Sent;
use wire::reporting::{FILES_MAX, ReportNew};
use words::Language;

/// Reports by one label within the window.
const REPORTS_MAX: i64 = 10;
/// The window, milliseconds.
const WINDOW_MS: i64 = 3_600_000;

/// What the label stands for by whose door somebody came.
///
/// # Errors
/// `NotFound` of a link that is no label.
pub async fn label(app: &App, visitor: &Visitor) -> Result<LabelRow, Error> {
    app.storage.label_of(visitor.share).await?.ok_or_else(Error::not_found)
}

/// Takes in a report; sent again it is the same.
///
/// # Errors
/// `Invalid` with everything that is wrong with it, `TooMany` where more came by this label or from this place than may.
pub async fn receive(app: &App, visitor: &Visitor, client: Client, new: ReportNew) -> Result<Sent, Error> {
    let now = app.clock.now();
    let label = label(app, visitor).await?;
    if let Some(sent) = app.storage.sent(visitor, Some(new.id)).await?.pop() {
        return Ok(sent);
    }
    client.count(app, "reports").await?;
    if app.storage.count_attempt(format!("reports by {}", visitor.share), WINDOW_MS, now).await? > REPORTS_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most ten reports an hour by one label.").retry_after_s(3_600));
    }
    let when = PartialDate::day(now.date(HOME_AHEAD_MINUTES));
    let (id, name) = (new.id, new.name.trim().to_owned());
    let fields = entry(new, &label, when)?;
    let (inbox, named) = (app.storage.inbox(visitor, now).await?, files(&fields));
    check_files(app, &inbox, &fields, &named).await?;
    for hash in &named {
        let file = app.storage.file(&inbox, *hash).await?;
        if file.is_none_or(|file| !file.media.starts_with("image/")) {
            return Err(refused(vec![Fault::new("files", FaultCode::NotAllowed)]));
        }
    }
    let body = Body::seal(&fields);
    let row = ContributionRow { id, sort: Sort::Entry, name, firm: String::new(), fields: body, files: named };
    if app.storage.add_contribution(visitor, inbox.space(), row, now).await? {
        tell(app, visitor).await?;
    }
    app.storage.sent(visitor, Some(id)).await?.pop().ok_or_else(Error::not_found)
}

/// The fields of the fault that it becomes: of today, about the system of the label.
fn entry(new: ReportNew, label: &LabelRow, when: PartialDate) -> Result<model::body::Fields, Error> {
    let mut check = Check::default();
    check.line("name", &new.name);
    if new.files.len() > FILES_MAX || !new.files.iter().all(model::FileRef::is_photo) {
        check.fault("files", FaultCode::NotAllowed);
    }
    let entry = Entry {
        sort: EntryType::Fault,
        title: new.title.trim().to_owned(),
        when: Some(when),
        systems: vec![label.system],
        severity: Some(new.severity),
        notes: new.notes,
        files: new.files,
        ..Entry::default()
    };
    let mut faults = check.faults();
    match checked_fields(Entry::KIND, &Body::seal(&entry.fields()), false) {
        Ok(fields) if faults.is_empty() => Ok(fields),
        Ok(_) => Err(refused(faults)),
        Err(wrong) => {
            faults.extend(wrong);
            Err(refused(faults))
        }
    }
}

/// Tells everybody by mail who can decide about it, once an hour for each label.
async fn tell(app: &App, visitor: &Visitor) -> Result<(), Error> {
    let subject = format!("told of {}", visitor.share);
    if app.storage.count_attempt(subject, WINDOW_MS, app.clock.now()).await? != 1 {
        return Ok(());
    }
    let members = app.storage.members(visitor.behind()).await?;
    for member in members.into_iter().filter(|member| may(member.role, Action::Write)) {
        let words = words_for(&app.storage, &member.email, Language::default()).await?.mail();
        let (subject, text) = (words.label_sent_subject.to_owned(), words.label_sent_text.to_owned());
        app.outbox.send(Mail { to: member.email, subject, text, about: Some(visitor.behind().space()) }).await?;
    }
    Ok(())
}
