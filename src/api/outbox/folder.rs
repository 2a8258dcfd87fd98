//! The folder that mails are written to where there is no mail server: one file for each, to be read by whoever keeps the server.

use super::{Mail, Queued};
use crate::error::Error;
use model::SpaceId;
use std::io::ErrorKind;
use std::path::Path;
use uuid::Uuid;

/// Begins the line that says which home a mail is about.
const ABOUT: &str = "Home: ";

/// Writes a mail into the folder, which is made if it is not there. The log learns where it stands and nothing of what it says: a mail holds
/// addresses and codes.
pub(super) async fn write(folder: &Path, mail: Mail) -> Result<(), Error> {
    write_as(folder, &Uuid::now_v7().to_string(), &Queued { mail, unsubscribe: None }).await
}

/// The same under a name, so that what is written twice is there once.
pub(super) async fn write_as(folder: &Path, name: &str, queued: &Queued) -> Result<(), Error> {
    tokio::fs::create_dir_all(folder).await.map_err(Error::broken)?;
    let file = folder.join(format!("{name}.txt"));
    tokio::fs::write(&file, text_of(queued)).await.map_err(Error::broken)?;
    tracing::info!(file = %file.display(), "no mail server is set: a mail was written to a file");
    Ok(())
}

/// Removes the mails that are `unwanted`.
pub(super) async fn forget(folder: &Path, unwanted: impl Fn(&Mail) -> bool) -> Result<(), Error> {
    let mut files = match tokio::fs::read_dir(folder).await {
        Ok(files) => files,
        // It is made with the first mail.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::broken(error)),
    };
    while let Some(file) = files.next_entry().await.map_err(Error::broken)? {
        let text = tokio::fs::read_to_string(file.path()).await.map_err(Error::broken)?;
        if mail_of(&text).is_some_and(|mail| unwanted(&mail)) {
            tokio::fs::remove_file(file.path()).await.map_err(Error::broken)?;
        }
    }
    Ok(())
}

fn text_of(Queued { mail: Mail { to, subject, text, about }, unsubscribe }: &Queued) -> String {
    let about = about.map_or_else(String::new, |space| format!("{ABOUT}{space}\n"));
    let unsubscribe = unsubscribe.as_ref().map_or_else(String::new, |url| format!("List-Unsubscribe: <{url}>\n"));
    format!("To: {to}\nSubject: {subject}\n{about}{unsubscribe}\n{text}\n")
}

fn mail_of(file: &str) -> Option<Mail> {
    let (head, text) = file.split_once("\n\n")?;
    let line = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned);
    let about = line(ABOUT).and_then(|space| space.parse::<SpaceId>().ok());
    let text = text.strip_suffix('\n').unwrap_or(text).to_owned();
    Some(Mail { to: line("To: ")?, subject: line("Subject: ")?, text, about })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_read_as_it_was_written() {
        for (about, unsubscribe) in [(None, None), (Some(SpaceId(Uuid::from_u128(7))), Some("https://a.b/x".into()))] {
            let mail = Mail { to: "a@b.org".into(), subject: "S".into(), text: "One\n\nTwo\n".into(), about };
            assert_eq!(mail_of(&text_of(&Queued { mail: mail.clone(), unsubscribe })), Some(mail));
        }
        assert_eq!(mail_of("something else"), None);
    }
}
