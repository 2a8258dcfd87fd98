//! What leaves the house without being asked: mails.
//!
//! Without a mail server they are written to the log and into a folder, so that signing in works out of the box.

use crate::error::Error;
use std::path::PathBuf;
use uuid::Uuid;

/// A mail to one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// What it says, as plain text.
    pub text: String,
}

/// Where mails go.
#[derive(Clone, Debug)]
pub struct Outbox {
    folder: PathBuf,
}

impl Outbox {
    /// Mails go into `folder` and to the log.
    pub fn into_folder(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Sends a mail.
    ///
    /// # Errors
    /// Where the folder takes no file.
    pub async fn send(&self, mail: Mail) -> Result<(), Error> {
        let Mail { to, subject, text } = mail;
        // Only here does an address or a code reach the log: there is no mail server, and whoever reads this log is the keeper.
        tracing::info!(to, subject, "a mail, written to the folder of mails because no mail server is set\n{text}");
        tokio::fs::create_dir_all(&self.folder).await.map_err(Error::broken)?;
        let file = self.folder.join(format!("{}.txt", Uuid::now_v7()));
        tokio::fs::write(file, format!("To: {to}\nSubject: {subject}\n\n{text}\n")).await.map_err(Error::broken)
    }
}
