//! Passkeys, and the ceremonies that add them and sign in with them.

use super::Storage;
use super::row::parsed;
use crate::error::Error;
use model::{AccountId, Instant};
use uuid::Uuid;
use wire::account::Passkey;

const ADD: &str = "insert into passkeys (id, account, name, credential, added) values ($1, $2, $3, $4, $5) \
     on conflict (id) do nothing";

const LIST: &str = "select id, name, added, used from passkeys where account = $1 order by added, id";

const USE: &str = "update passkeys set credential = $3, used = $4 where id = $1 and credential = $2";

const BEGIN: &str = "insert into ceremonies (id, purpose, account, state, expires) values ($1, $2, $3, $4, $5)";

/// An account only finishes what it began itself; a sign-in is begun by nobody.
const TAKE: &str = "delete from ceremonies where id = $1 and purpose = $2 and coalesce(account, '') = $3 and expires > $4 \
     returning state";

/// A passkey to keep.
#[derive(Clone, Debug)]
pub struct PasskeyNew {
    /// SHA-256 of the id that its authenticator gave it, hexadecimal.
    pub id: String,
    /// Whose.
    pub account: AccountId,
    /// What it is called.
    pub name: String,
    /// The public key and its counter, as JSON.
    pub credential: String,
    /// When it was added.
    pub added: Instant,
}

/// A ceremony that begins.
#[derive(Clone, Debug)]
pub struct CeremonyNew {
    /// What it is for.
    pub purpose: &'static str,
    /// Who begins it; none for a sign-in.
    pub account: Option<AccountId>,
    /// What the server has to remember, as JSON.
    pub state: String,
    /// When it ends.
    pub expires: Instant,
}

impl Storage {
    /// Remembers a ceremony; its id.
    pub async fn add_ceremony(&self, new: CeremonyNew) -> Result<String, Error> {
        let id = Uuid::new_v4().to_string();
        let begun = id.clone();
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(BEGIN).bind(id).bind(new.purpose);
                let insert = insert.bind(new.account.map(|account| account.to_string()));
                insert.bind(new.state).bind(new.expires.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await?;
        Ok(begun)
    }

    /// What was remembered of a ceremony, which works once; none if it has ended, or is another's or for something else.
    pub async fn take_ceremony(
        &self,
        id: String,
        purpose: &'static str,
        account: Option<AccountId>,
        now: Instant,
    ) -> Result<Option<String>, Error> {
        let account = account.map(|account| account.to_string()).unwrap_or_default();
        self.write(move |connection| {
            Box::pin(async move {
                let taken = sqlx::query_as(TAKE).bind(id).bind(purpose).bind(account).bind(now.to_string());
                let row: Option<(String,)> = taken.fetch_optional(connection).await?;
                Ok(row.map(|(state,)| state))
            })
        })
        .await
    }

    /// Keeps a passkey. Whether it was new.
    pub async fn add_passkey(&self, new: PasskeyNew) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(ADD).bind(new.id).bind(new.account.to_string()).bind(new.name);
                let insert = insert.bind(new.credential).bind(new.added.to_string());
                Ok(insert.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// The passkeys of an account as its owner sees them, oldest first.
    pub async fn passkeys(&self, account: AccountId) -> Result<Vec<Passkey>, Error> {
        let rows: Vec<(String, String, String, Option<String>)> =
            self.readers.all(sqlx::query_as(LIST).bind(account.to_string())).await?;
        let passkey = |(id, name, added, used): (String, String, String, Option<String>)| {
            let used = used.as_deref().map(parsed).transpose()?;
            Ok(Passkey { id, name, added: parsed(&added)?, used })
        };
        rows.into_iter().map(passkey).collect()
    }

    /// The public keys of an account, as JSON.
    pub async fn credentials(&self, account: AccountId) -> Result<Vec<String>, Error> {
        let rows: Vec<(String,)> = self
            .readers
            .all(sqlx::query_as("select credential from passkeys where account = $1").bind(account.to_string()))
            .await?;
        Ok(rows.into_iter().map(|(credential,)| credential).collect())
    }

    /// One public key of an account, as JSON.
    pub async fn credential(&self, account: AccountId, id: String) -> Result<Option<String>, Error> {
        let row: Option<(String,)> = self
            .readers
            .optional(
                sqlx::query_as("select credential from passkeys where account = $1 and id = $2")
                    .bind(account.to_string())
                    .bind(id),
            )
            .await?;
        Ok(row.map(|(credential,)| credential))
    }

    /// Notes that a passkey was used, with what it has become. Whether it was still as it had been.
    pub async fn use_passkey(&self, id: String, before: String, after: String, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let update = sqlx::query(USE).bind(id).bind(before).bind(after).bind(now.to_string());
                Ok(update.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Names a passkey of an account. Whether there is one.
    pub async fn name_passkey(&self, account: AccountId, id: String, name: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let update = sqlx::query("update passkeys set name = $3 where id = $1 and account = $2").bind(id);
                let update = update.bind(account.to_string()).bind(name);
                Ok(update.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Removes a passkey of an account. Whether there was one.
    pub async fn remove_passkey(&self, account: AccountId, id: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from passkeys where id = $1 and account = $2").bind(id);
                Ok(delete.bind(account.to_string()).execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }
}
