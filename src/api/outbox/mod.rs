//! What leaves the house without being asked: mails, pushes, calendars.
//!
//! Without a mail server mails are written into a folder, so that signing in works out of the box. With one they are
//! queued in the database with the change that asked for them, and sent by whichever process takes them first.
//! Pushes and mails that remind are queued in either case.

pub mod calendar;
pub mod push;

mod folder;
mod queue;

#[cfg(test)]
pub(crate) use queue::send_all;
pub use queue::{is_mail_server, is_sender, run};

use crate::config::Config;
use crate::error::Error;
use crate::storage::Storage;
use model::SpaceId;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Notify;
use words::{Language, Words};

/// A mail to one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
    /// The home that it is about: a mail goes with it when it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<SpaceId>,
}

impl Mail {
    /// Whether it goes to an address or says it.
    fn names(&self, email: &str) -> bool {
        let is_part = |c: char| c.is_alphanumeric() || ".-_+@".contains(c);
        let around = |(at, found): (usize, &str)| {
            let (before, behind) = (&self.text[..at], &self.text[at + found.len()..]);
            // The point that ends a sentence is no part of an address.
            let behind = behind.strip_prefix('.').filter(|rest| !rest.starts_with(is_part)).unwrap_or(behind);
            !before.ends_with(is_part) && !behind.starts_with(is_part)
        };
        self.to == email || self.text.match_indices(email).any(around)
    }
}

/// A mail as it waits for its turn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Queued {
    /// It.
    #[serde(flatten)]
    pub(crate) mail: Mail,
    /// The address by which a mail program ends such mails with one press (RFC 8058). A mail that has one is no answer to what somebody just did: it
    /// is tried for days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) unsubscribe: Option<String>,
}

/// Where mails go.
#[derive(Clone)]
pub enum Outbox {
    /// Into this folder, by way of the queue those that are queued with what asks for them.
    Folder(Storage, PathBuf),
    /// Into the queue for the mail server.
    Queue(Storage, Arc<Notify>),
}

impl Outbox {
    /// Where mails go by this configuration.
    pub fn open(config: &Config, storage: &Storage) -> Self {
        match config.smtp_url {
            Some(_) => Self::Queue(storage.clone(), Arc::default()),
            None => Self::Folder(storage.clone(), config.data.join("mail")),
        }
    }

    /// The queue of mails that are queued with what asks for them.
    pub(crate) fn queue(&self) -> &'static str {
        match self {
            Self::Folder(..) => queue::FOLDER,
            Self::Queue(..) => queue::MAILS,
        }
    }

    /// Sends a mail: on return it is in the folder, or in the queue and will be sent also if this process ends.
    ///
    /// # Errors
    /// Where the folder takes no file, or the database no job.
    pub async fn send(&self, mail: Mail) -> Result<(), Error> {
        match self {
            Self::Folder(_, folder) => folder::write(folder, mail).await,
            Self::Queue(storage, queued) => {
                storage.add_job(queue::MAILS, serde_json::to_string(&mail).map_err(Error::broken)?).await?;
                queued.notify_one();
                Ok(())
            }
        }
    }

    /// Forgets the mails about a home: those that wait, and those in the folder.
    ///
    /// # Errors
    /// Where the folder or the database does not answer.
    pub async fn forget_home(&self, space: SpaceId) -> Result<(), Error> {
        let (Self::Folder(storage, _) | Self::Queue(storage, _)) = self;
        storage.forget_jobs(push::PUSHES, move |body| push::is_about(body, space)).await?;
        self.forget(move |mail| mail.about == Some(space)).await
    }

    /// Forgets the mails that go to an address or say it.
    ///
    /// # Errors
    /// As [`Outbox::forget_home`].
    pub async fn forget_address(&self, email: String) -> Result<(), Error> {
        self.forget(move |mail| mail.names(&email)).await
    }

    async fn forget(&self, unwanted: impl Fn(&Mail) -> bool + Clone + Send + Sync + 'static) -> Result<(), Error> {
        let (Self::Folder(storage, _) | Self::Queue(storage, _)) = self;
        let waits = unwanted.clone();
        let is_unwanted = move |body: &str| serde_json::from_str(body).is_ok_and(|mail| waits(&mail));
        for queue in [queue::MAILS, queue::FOLDER] {
            storage.forget_jobs(queue, is_unwanted.clone()).await?;
        }
        match self {
            Self::Folder(_, folder) => folder::forget(folder, unwanted).await,
            Self::Queue(..) => Ok(()),
        }
    }
}

/// What is said to an address: in the language of its account, else in `otherwise`.
///
/// # Errors
/// Where the database does not answer.
pub async fn words_for(storage: &Storage, to: &str, otherwise: Language) -> Result<&'static Words, Error> {
    let language = storage.language(to).await?.map_or(otherwise, |tag| Language::of_tag(&tag));
    Ok(language.words())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_names_an_address_and_no_part_of_one() {
        let says =
            |text: &str| Mail { to: "x@example.org".into(), subject: String::new(), text: text.into(), about: None };
        for (text, expected) in [
            ("ann@example.org invites you", true),
            ("If you do not know ann@example.org, do nothing.", true),
            ("Write to ann@example.org.", true),
            ("joann@example.org invites you", false),
            ("ann@example.org.za invites you", false),
            ("", false),
        ] {
            assert_eq!(says(text).names("ann@example.org"), expected, "{text}");
        }
        assert!(says("").names("x@example.org"));
    }
}
