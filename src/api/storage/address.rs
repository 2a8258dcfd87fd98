//! Addresses of accounts: changing one, and taking back the one before.

use super::{Storage, account};
use crate::error::Error;
use model::{AccountId, Instant};
use sqlx::AnyConnection;
use wire::ErrorCode;

/// How long an address can be taken back, milliseconds: a long weekend without a look into the mail.
pub(super) const BACK_MS_MAX: i64 = 72 * 3_600_000;

const HELD: &str = "select id from accounts where email = $1 and id <> $2";

const NOTE: &str = "insert into email_changes (back_hash, account, email_before, at) values ($1, $2, $3, $4)";

const BACK: &str = "delete from email_changes where back_hash = $1 and at > $2 returning account, email_before, at";

/// What lets in who took the account over, whatever it was and whenever it was made.
const AFTER_BACK: [&str; 6] = [
    "delete from sessions where account = $1",
    "delete from passkeys where account = $1",
    "delete from ceremonies where account = $1",
    "delete from recovery_codes where account = $1",
    "delete from codes where account = $1",
    "delete from codes where email = (select email from accounts where id = $1)",
];

/// A change of address.
#[derive(Clone, Debug)]
pub struct EmailChange {
    /// Whose.
    pub account: AccountId,
    /// The session that goes on.
    pub session: String,
    /// The address from now on.
    pub email: String,
    /// SHA-256 of the code that takes it back.
    pub back_hash: String,
    /// When.
    pub at: Instant,
}

impl Storage {
    /// Changes the address of an account and ends its other sessions; the address before.
    ///
    /// # Errors
    /// `Conflict` where another account has that address.
    pub async fn change_email(&self, change: EmailChange) -> Result<String, Error> {
        self.write(move |connection| Box::pin(apply(connection, change))).await
    }

    /// Gives an account the address back that it had before, with nobody signed in and nothing left that signs in but a code mailed there. The address;
    /// none if there was no such change or it is too long ago. Changes that followed it are void.
    ///
    /// # Errors
    /// `Conflict` where another account with homes has the address by now. One without any was made by who looked for this one, and goes.
    pub async fn take_email_back(&self, back_hash: String, now: Instant) -> Result<Option<String>, Error> {
        self.write(move |connection| Box::pin(back(connection, back_hash, now))).await
    }
}

async fn apply(connection: &mut AnyConnection, change: EmailChange) -> Result<String, Error> {
    let account = change.account.to_string();
    let before = account::hold(connection, &account).await?;
    if held(connection, &change.email, &account).await?.is_some() {
        return Err(Error::new(ErrorCode::Conflict, "Another account has this address."));
    }
    let update = sqlx::query("update accounts set email = $2 where id = $1").bind(account.clone());
    update.bind(change.email).execute(&mut *connection).await?;
    let note = sqlx::query(NOTE).bind(change.back_hash).bind(account.clone()).bind(before.clone());
    note.bind(change.at.to_string()).execute(&mut *connection).await?;
    let codes = sqlx::query("delete from codes where email = $1 or account = $2").bind(before.clone());
    codes.bind(account.clone()).execute(&mut *connection).await?;
    let others = sqlx::query("delete from sessions where account = $1 and id <> $2").bind(account);
    others.bind(change.session).execute(connection).await?;
    Ok(before)
}

async fn back(connection: &mut AnyConnection, back_hash: String, now: Instant) -> Result<Option<String>, Error> {
    let since = Instant(now.0 - BACK_MS_MAX).to_string();
    let found: Option<(String, String, String)> =
        sqlx::query_as(BACK).bind(back_hash).bind(since).fetch_optional(&mut *connection).await?;
    let Some((account, email, at)) = found else { return Ok(None) };
    if let Some(other) = held(connection, &email, &account).await? {
        let homes = sqlx::query_as("select count(*) from members where account = $1").bind(other.clone());
        let (homes,): (i64,) = homes.fetch_one(&mut *connection).await?;
        if homes > 0 {
            return Err(Error::new(ErrorCode::Conflict, "Another account with homes has this address by now."));
        }
        account::erase(connection, other, now).await?;
    }
    for statement in AFTER_BACK {
        sqlx::query(statement).bind(account.clone()).execute(&mut *connection).await?;
    }
    let update = sqlx::query("update accounts set email = $2 where id = $1").bind(account.clone());
    update.bind(email.clone()).execute(&mut *connection).await?;
    let later = sqlx::query("delete from email_changes where account = $1 and at >= $2").bind(account);
    later.bind(at).execute(connection).await?;
    Ok(Some(email))
}

/// The account that has an address, other than `account`.
async fn held(connection: &mut AnyConnection, email: &str, account: &str) -> Result<Option<String>, Error> {
    let held = sqlx::query_as(HELD).bind(email.to_owned()).bind(account.to_owned());
    let row: Option<(String,)> = held.fetch_optional(connection).await?;
    Ok(row.map(|(id,)| id))
}
