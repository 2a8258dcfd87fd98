//! The press: a process of its own for each PDF, which can be ended and gives back all of its memory.

use crate::error::Error;
use bytes::Bytes;
use report::Sheet;
use std::collections::HashSet;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;
use uuid::Uuid;
use wire::ErrorCode;

/// How long a report waits for the one before it.
const WAIT: Duration = Duration::from_secs(30);
/// How long the making of one may take.
const WORK: Duration = Duration::from_secs(60);

/// Makes PDF, one at a time.
pub struct Press {
    program: Option<PathBuf>,
    turn: Semaphore,
    work: Duration,
    /// Accounts, and links of deals, whose paper is being made or waits for that: one each, so that nobody keeps the press to themselves.
    at_work: Mutex<HashSet<Uuid>>,
}

/// The place of somebody at the press, until it is dropped.
pub struct Place<'a> {
    press: &'a Press,
    who: Uuid,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.press.at_work.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.who);
    }
}

impl Press {
    /// A press that runs `program`; one that makes nothing where there is none.
    pub fn new(program: Option<PathBuf>) -> Self {
        Self { program, turn: Semaphore::new(1), work: WORK, at_work: Mutex::default() }
    }

    /// A place for `who`, an account or a link, to be had before anything large is gathered.
    ///
    /// # Errors
    /// `NotOffered` where there is no program; `Busy` where it has one already.
    pub fn enter(&self, who: Uuid) -> Result<Place<'_>, Error> {
        self.program()?;
        let is_first = self.at_work.lock().unwrap_or_else(PoisonError::into_inner).insert(who);
        let place = is_first.then(|| Place { press: self, who });
        place.ok_or_else(|| Error::busy("Another report of yours is being made; wait for it."))
    }

    /// Whether it makes anything.
    pub fn is_offered(&self) -> bool {
        self.program.is_some()
    }

    /// The program; `NotOffered` where there is none.
    fn program(&self) -> Result<&PathBuf, Error> {
        let without = || Error::new(ErrorCode::NotOffered, "This server makes no PDF; print from the app.");
        self.program.as_ref().ok_or_else(without)
    }

    /// The PDF of a sheet.
    ///
    /// # Errors
    /// `NotOffered` where there is no program; `Busy` where too many wait, `TooLarge` where it takes too long.
    pub async fn print(&self, sheet: Sheet) -> Result<Bytes, Error> {
        let program = self.program()?;
        let busy = || Error::busy("Other reports are being made; try again in a moment.");
        let turn = timeout(WAIT, self.turn.acquire()).await.map_err(|_| busy())?;
        let _turn = turn.map_err(|_| busy())?;
        let mut command = Command::new(program);
        command.env_clear().kill_on_drop(true);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(Error::broken)?;
        let mut written = Vec::new();
        sheet.write(&mut written).map_err(Error::broken)?;
        drop(sheet);
        let to = child.stdin.take();
        let fed = async move {
            if let Some(mut to) = to {
                // A program that ended before it read everything says why by itself.
                let _ = to.write_all(&written).await;
            }
        };
        let done = async { tokio::join!(fed, child.wait_with_output()).1 };
        let long = || {
            let detail = "This report is too long to be made here; choose fewer sections or a shorter time.";
            Error::new(ErrorCode::TooLarge, detail)
        };
        let output = timeout(self.work, done).await.map_err(|_| long())?.map_err(Error::broken)?;
        if output.status.success() && output.stdout.starts_with(b"%PDF") {
            return Ok(output.stdout.into());
        }
        let said = String::from_utf8_lossy(&output.stderr).trim().chars().take(500).collect::<String>();
        Err(Error::broken(format!("the typesetter ended with {}: {said}", output.status)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// A press whose program is that script.
    fn press(script: &str) -> (Press, PathBuf) {
        let path = std::env::temp_dir().join(format!("codessa-press-{}", uuid::Uuid::new_v4()));
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("a script");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("it runs");
        (Press { work: Duration::from_millis(1500), ..Press::new(Some(path.clone())) }, path)
    }

    async fn printed(script: &str) -> Result<Bytes, Error> {
        let (press, path) = press(script);
        let sheet = Sheet { report: vec![b'x'; 1_000_000], ..Sheet::default() };
        let printed = press.print(sheet).await;
        std::fs::remove_file(path).expect("the script is there");
        printed
    }

    #[tokio::test]
    async fn a_press_hands_over_what_its_program_makes() {
        let pdf = printed("cat > /dev/null; printf '%%PDF-1.7'").await.expect("a PDF");
        assert_eq!(pdf, "%PDF-1.7");
    }

    #[tokio::test]
    async fn a_program_that_fails_is_logged_and_one_that_takes_too_long_is_ended() {
        let error = printed("echo no such letter >&2; exit 3").await.expect_err("it failed");
        assert!(error.to_string().contains("no such letter"), "{error}");
        assert_eq!(error.code(), ErrorCode::Internal);
        let error = printed("echo nonsense").await.expect_err("no PDF");
        assert_eq!(error.code(), ErrorCode::Internal);
        let error = printed("exec sleep 60").await.expect_err("too long");
        assert_eq!(error.code(), ErrorCode::TooLarge);
    }

    #[tokio::test]
    async fn an_account_has_one_place_at_the_press() {
        let (press, path) = press("cat");
        let (thandi, victor) = (Uuid::nil(), Uuid::from_u128(2));
        let place = press.enter(thandi).expect("a place");
        assert_eq!(press.enter(thandi).map(drop).expect_err("a second one").code(), ErrorCode::Busy);
        press.enter(victor).map(drop).expect("another's place");
        drop(place);
        press.enter(thandi).map(drop).expect("a place again");
        std::fs::remove_file(path).expect("the script is there");
    }

    #[tokio::test]
    async fn a_server_without_it_says_so() {
        let error = Press::new(None).print(Sheet::default()).await.expect_err("no program");
        assert_eq!(error.code(), ErrorCode::NotOffered);
    }
}
