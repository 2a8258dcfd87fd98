//! What leaves the house without being asked: mails.
//!
//! Without a mail server they are written to the log and into a folder, so that signing in works out of the box. With one they are
//! queued in the database with the change that asked for them, and sent by whichever process takes them first.

mod queue;

pub use queue::{is_mail_server, is_sender, run};

use crate::config::Config;
use crate::error::Error;
use crate::storage::Storage;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::Notify;
use uuid::Uuid;
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
}

/// Where mails go.
#[derive(Clone)]
pub enum Outbox {
    /// Into this folder and to the log.
    Folder(PathBuf),
    /// Into the queue for the mail server.
    Queue(Storage, Arc<Notify>),
}

impl Outbox {
    /// Where mails go by this configuration.
    pub fn open(config: &Config, storage: &Storage) -> Self {
        match config.smtp_url {
            Some(_) => Self::Queue(storage.clone(), Arc::default()),
            None => Self::Folder(config.data.join("mail")),
        }
    }

    /// Sends a mail: on return it is in the folder, or in the queue and will be sent also if this process ends.
    ///
    /// # Errors
    /// Where the folder takes no file, or the database no job.
    pub async fn send(&self, mail: Mail) -> Result<(), Error> {
        match self {
            Self::Folder(folder) => write(folder, mail).await,
            Self::Queue(storage, queued) => {
                storage.add_job(queue::MAILS, serde_json::to_string(&mail).map_err(Error::broken)?).await?;
                queued.notify_one();
                Ok(())
            }
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

async fn write(folder: &Path, mail: Mail) -> Result<(), Error> {
    let Mail { to, subject, text } = mail;
    // Only here does an address or a code reach the log: there is no mail server, and whoever reads this log is the keeper.
    tracing::info!(to, subject, "a mail, written to the folder of mails because no mail server is set\n{text}");
    tokio::fs::create_dir_all(folder).await.map_err(Error::broken)?;
    let file = folder.join(format!("{}.txt", Uuid::now_v7()));
    tokio::fs::write(file, format!("To: {to}\nSubject: {subject}\n\n{text}\n")).await.map_err(Error::broken)
}
