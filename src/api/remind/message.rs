//! What a member is told: a push with a number and a kind, a mail with a line for each thing and why it is there.

use crate::outbox::push::{Message, Push};
use crate::outbox::{Mail, Queued};
use model::reminder::{Due, ReminderKind};
use model::{Date, SpaceId};
use wire::path;
use words::Words;

/// What a mail is made of besides its lines.
pub(super) struct Letter {
    pub(super) to: String,
    pub(super) about: SpaceId,
    pub(super) home: String,
    pub(super) today: Date,
    pub(super) origin: String,
    pub(super) unsubscribe: String,
}

/// A push to each browser, as bodies of jobs.
pub(super) fn pushes(due: &[Due], browsers: &[String], about: SpaceId, words: &Words) -> Vec<String> {
    let kind = only_kind(due);
    let text = (words.mail().push_text)(due.len(), kind);
    let message = Message { text, count: due.len(), page: page_of(kind).to_owned() };
    let push = |session: &String| Push { session: session.clone(), about, message: message.clone() };
    browsers.iter().filter_map(|session| serde_json::to_string(&push(session)).ok()).collect()
}

/// The kind that all are of.
fn only_kind(due: &[Due]) -> Option<ReminderKind> {
    let kind = due.first()?.why.kind();
    due.iter().all(|due| due.why.kind() == kind).then_some(kind)
}

/// The page of the app that shows things of that kind.
fn page_of(kind: Option<ReminderKind>) -> &'static str {
    match kind {
        Some(ReminderKind::Task) => "/tasks",
        Some(ReminderKind::Warranty) => "/warranties",
        Some(ReminderKind::Certificate) => "/certificates",
        None => "/",
    }
}

/// The mail, as the body of a job. Its subject is a number: mails are seen on locked screens too.
pub(super) fn mail(due: &[Due], letter: Letter, words: &Words) -> Vec<String> {
    let said = words.mail();
    let lines = due.iter().map(|due| line(due, letter.today, words)).collect::<Vec<_>>().join("\n\n");
    let settings = format!("{}/settings/reminders", letter.origin);
    let unsubscribe = format!("{}{}", letter.origin, path::unsubscribe(&letter.unsubscribe));
    let text = (said.digest_text)(&letter.home, &lines, &settings, &unsubscribe);
    let subject = (said.digest_subject)(due.len());
    let mail = Mail { to: letter.to, subject, text, about: Some(letter.about) };
    serde_json::to_string(&Queued { mail, unsubscribe: Some(unsubscribe) }).into_iter().collect()
}

fn line(due: &Due, today: Date, words: &Words) -> String {
    let (said, why) = (words.reminder(), (words.reminder().why)(due.why, &words.day(due.on)));
    (words.mail().digest_line)(&words.due_title(due), &why, &(said.left)(due.days_left(today)), due.source)
}
