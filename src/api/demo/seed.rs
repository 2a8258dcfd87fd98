//! Putting the demonstration home into a server, once, with an account that owns it.

use super::{DemoHome, crew, deal, home, space};
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::{Incoming, Scope};
use crate::upload::take_part;
use bytes::Bytes;
use model::access::Action;
use model::reminder::{Digest, Settings};
use wire::file::Chunk;
use wire::push::Outcome;
use wire::{ErrorCode, PushReply};

/// The e-mail address of the account that owns the home. Nobody receives mail there.
pub const EMAIL: &str = "demo@codessa.example";

/// South African Standard Time, in which the home's days begin and end.
const AHEAD_MINUTES: i32 = 120;

/// Makes the account and the home unless they are there. What was changed in the home since, and that it was erased, is left alone.
///
/// # Errors
/// Where database or files take nothing, or the home does not pass the rules that every push has to pass.
pub async fn settle(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let account = app.storage.account_of(EMAIL.to_owned(), "en-ZA", now).await?;
    let principal = Principal { account, session: String::new(), stepped_up: now };
    match app.storage.take_space(&principal, space(), now).await {
        Err(error) if error.code() == ErrorCode::Gone => return Ok(()),
        taken => taken?,
    };
    let scope = app.storage.authorize(&principal, Action::Write, space()).await?;
    // All edits are pushed in one transaction, so a head above zero means that all of them are there.
    if scope.head() > 0 {
        return Ok(());
    }
    let today = now.date(AHEAD_MINUTES);
    let DemoHome { edits, files } = tokio::task::spawn_blocking(move || home(today)).await.map_err(Error::broken)?;
    for (file, content) in files {
        let chunk = Chunk { offset: 0, size: file.size };
        take_part(app, &scope, file.hash, chunk, Bytes::from(content)).await?;
    }
    let edits = edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect();
    accepted(app.storage.push(&scope, edits, now).await?, &scope)?;
    deal::settle(app, &principal, today).await?;
    let weekly = Settings { digest: Digest::Weekly, ..Settings::default() };
    app.storage.set_reminders(&scope, &weekly).await
}

/// Makes the account of the demonstration firm and its jobs of today; those that are there are left alone.
///
/// # Errors
/// Where the database takes nothing, or what is written does not pass the rules that every push has to pass.
pub async fn settle_crew(app: &App) -> Result<(), Error> {
    crew::settle(app, AHEAD_MINUTES).await
}

pub(super) fn accepted(reply: PushReply, scope: &Scope) -> Result<(), Error> {
    match reply.answers.into_iter().find(|answer| !matches!(answer.outcome, Outcome::Accepted { .. })) {
        Some(refused) => Err(Error::broken(format!("an edit of {} was refused: {refused:?}", scope.space()))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{Server, on_both};
    use model::FileHash;
    use std::collections::BTreeSet;

    async fn scope(server: &Server) -> Scope {
        let account = server.app.storage.account_of(EMAIL.to_owned(), "en-ZA", server.app.clock.now()).await;
        let account = account.expect("the account is there");
        let principal = Principal { account, session: String::new(), stepped_up: server.app.clock.now() };
        server.app.storage.authorize(&principal, Action::Erase, space()).await.expect("it owns the home")
    }

    #[tokio::test]
    async fn the_home_is_there_with_every_file_and_a_second_start_adds_nothing() {
        on_both(async |server| {
            settle(&server.app).await.expect("the home is taken in");
            let first = scope(&server).await;
            let made = home(server.app.clock.now().date(AHEAD_MINUTES));
            assert_eq!(first.head(), made.edits.len() as u64);
            let hashes: BTreeSet<FileHash> = made.files.iter().map(|(file, _)| file.hash).collect();
            for hash in hashes {
                let file = server.app.storage.file(&first, hash).await.expect("the database answers");
                assert!(file.is_some_and(|file| file.complete), "{hash}");
            }
            assert_eq!(server.app.storage.unclaimed_files(&first).await.expect("the database answers"), 0);
            server.app.clock.advance_ms(40 * 86_400_000);
            settle(&server.app).await.expect("a second start");
            assert_eq!(scope(&server).await.head(), first.head());
        })
        .await;
    }

    #[tokio::test]
    async fn an_erased_home_stays_erased() {
        on_both(async |server| {
            settle(&server.app).await.expect("the home is taken in");
            let now = server.app.clock.now();
            server.app.storage.erase_space(&scope(&server).await, now).await.expect("it is erased");
            settle(&server.app).await.expect("a second start");
            let account = server.app.storage.account_of(EMAIL.to_owned(), "en-ZA", now).await.expect("an account");
            let principal = Principal { account, session: String::new(), stepped_up: now };
            let spaces = server.app.storage.memberships(&principal).await.expect("the database answers");
            assert_eq!(spaces, []);
        })
        .await;
    }
}
