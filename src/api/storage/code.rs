//! Codes that sign somebody in: mailed ones, and those that pair a second device.

use super::Storage;
use super::row::parsed;
use crate::error::Error;
use model::{AccountId, Instant};
use uuid::Uuid;

/// How often a code may be typed wrong.
const TRIES_MAX: i64 = 5;

const ADD: &str = "insert into codes (id, purpose, holder_hash, code_hash, email, account, tries, expires, language) \
     values ($1, $2, $3, $4, $5, $8, 0, $6, $7)";

/// One statement, whose condition PostgreSQL looks at again once it has the row: of many tries at once no more than those get through.
const TRY: &str = "update codes set tries = tries + 1 where holder_hash = $1 and purpose = $2 and expires > $3 and tries < $4 \
     returning id, code_hash, email, language, account";

const ADD_PAIR: &str = "insert into codes (id, purpose, holder_hash, code_hash, email, account, tries, expires) \
     values ($1, 'pair', null, $2, null, $3, 0, $4)";

const USE_PAIR: &str = "delete from codes where purpose = 'pair' and code_hash = $1 and expires > $2 returning account";

/// A code to remember.
#[derive(Clone, Debug)]
pub struct CodeNew {
    /// What it is for.
    pub purpose: &'static str,
    /// SHA-256 of the cookie of the browser that asked.
    pub holder_hash: String,
    /// SHA-256 of the code, bound to that browser.
    pub code_hash: String,
    /// Where it was mailed to.
    pub email: String,
    /// Whose it is to be; none where that is not said before the code was typed.
    pub account: Option<AccountId>,
    /// In which language it was asked for, a BCP 47 tag.
    pub language: &'static str,
    /// When it ends.
    pub expires: Instant,
}

/// A code that somebody tries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeTried {
    /// Its id.
    pub id: String,
    /// SHA-256 of the right code.
    pub code_hash: String,
    /// Where it was mailed to.
    pub email: String,
    /// In which language it was asked for, a BCP 47 tag.
    pub language: String,
    /// Whose address that is to be, if it was said.
    pub account: Option<AccountId>,
}

/// Id, hash, e-mail, language and account of a code.
type Tried = (String, String, String, String, Option<String>);

impl Storage {
    /// Remembers a code, and forgets those that have ended.
    pub async fn add_code(&self, new: CodeNew, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let ended = sqlx::query("delete from codes where expires <= $1").bind(now.to_string());
                ended.execute(&mut *connection).await?;
                let insert = sqlx::query(ADD).bind(Uuid::new_v4().to_string()).bind(new.purpose).bind(new.holder_hash);
                let insert = insert.bind(new.code_hash).bind(new.email).bind(new.expires.to_string());
                let insert = insert.bind(new.language).bind(new.account.map(|account| account.to_string()));
                insert.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The code of a browser, with one try taken; none if there is none, it has ended or was tried too often.
    pub async fn try_code(
        &self,
        purpose: &'static str,
        holder_hash: String,
        now: Instant,
    ) -> Result<Option<CodeTried>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let row: Option<Tried> = sqlx::query_as(TRY)
                    .bind(holder_hash)
                    .bind(purpose)
                    .bind(now.to_string())
                    .bind(TRIES_MAX)
                    .fetch_optional(connection)
                    .await?;
                let Some((id, code_hash, email, language, account)) = row else { return Ok(None) };
                let account = account.as_deref().map(parsed).transpose()?;
                Ok(Some(CodeTried { id, code_hash, email, language, account }))
            })
        })
        .await
    }

    /// Uses a code up. Whether it was still there: of two who use it at once, one gets in.
    pub async fn use_code(&self, id: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let used = sqlx::query("delete from codes where id = $1").bind(id).execute(connection).await?;
                Ok(used.rows_affected() == 1)
            })
        })
        .await
    }

    /// Remembers the pairing code of an account in the place of an earlier one.
    pub async fn add_pair_code(&self, account: AccountId, code_hash: String, expires: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let earlier = sqlx::query("delete from codes where purpose = 'pair' and account = $1");
                earlier.bind(account.to_string()).execute(&mut *connection).await?;
                let insert = sqlx::query(ADD_PAIR).bind(Uuid::new_v4().to_string()).bind(code_hash);
                insert.bind(account.to_string()).bind(expires.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The account of a pairing code, which that uses up; none if there is none or it has ended.
    pub async fn use_pair_code(&self, code_hash: String, now: Instant) -> Result<Option<AccountId>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let used = sqlx::query_as(USE_PAIR).bind(code_hash).bind(now.to_string());
                let row: Option<(String,)> = used.fetch_optional(connection).await?;
                row.map(|(account,)| parsed(&account)).transpose()
            })
        })
        .await
    }
}
