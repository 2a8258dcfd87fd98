//! Recovery codes of accounts, by their hashes.

use super::row::parsed;
use super::{Storage, account};
use crate::error::Error;
use model::{AccountId, Instant};
use wire::account::RecoveryLeft;

const ADD: &str = "insert into recovery_codes (account, code_hash, salt, made) values ($1, $2, $3, $4)";

const LEFT: &str = "select count(*) - count(used), max(made) from recovery_codes where account = $1";

const SALT: &str = "select salt from recovery_codes join accounts on accounts.id = recovery_codes.account where accounts.email = $1 limit 1";

/// One statement, whose condition PostgreSQL looks at again once it has the row: of many who use a code at once one gets in.
const USE: &str = "update recovery_codes set used = $3 where account = (select id from accounts where email = $1) and code_hash = $2 \
     and used is null returning account";

/// Recovery codes to keep.
#[derive(Clone, Debug)]
pub struct RecoveryNew {
    /// Whose.
    pub account: AccountId,
    /// Argon2id of each code, hexadecimal.
    pub hashes: Vec<String>,
    /// The salt of all of them, hexadecimal.
    pub salt: String,
    /// When they were made.
    pub made: Instant,
}

impl Storage {
    /// Keeps recovery codes in the place of earlier ones.
    ///
    /// # Errors
    /// `SignIn` where the account was erased meanwhile.
    pub async fn renew_recovery_codes(&self, new: RecoveryNew) -> Result<(), Error> {
        let (id, made) = (new.account.to_string(), new.made.to_string());
        self.write(move |connection| {
            Box::pin(async move {
                account::hold(connection, &id).await?;
                let earlier = sqlx::query("delete from recovery_codes where account = $1").bind(id.clone());
                earlier.execute(&mut *connection).await?;
                for hash in new.hashes {
                    let insert = sqlx::query(ADD).bind(id.clone()).bind(hash).bind(new.salt.clone());
                    insert.bind(made.clone()).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// How an account stands with recovery codes.
    pub async fn recovery_left(&self, account: AccountId) -> Result<RecoveryLeft, Error> {
        let row: (i64, Option<String>) = self.readers.one(sqlx::query_as(LEFT).bind(account.to_string())).await?;
        let (left, made) = row;
        Ok(RecoveryLeft {
            left: u32::try_from(left).unwrap_or_default(),
            made: made.as_deref().map(parsed).transpose()?,
        })
    }

    /// The salt of the codes of the account of an e-mail; none if there is no such account, or it has none.
    pub async fn recovery_salt(&self, email: &str) -> Result<Option<String>, Error> {
        let row: Option<(String,)> = self.readers.optional(sqlx::query_as(SALT).bind(email)).await?;
        Ok(row.map(|(salt,)| salt))
    }

    /// The account of an e-mail, of which that uses up a code; none if it has no such code, or it was used.
    pub async fn use_recovery_code(
        &self,
        email: String,
        code_hash: String,
        now: Instant,
    ) -> Result<Option<AccountId>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let used = sqlx::query_as(USE).bind(email).bind(code_hash).bind(now.to_string());
                let row: Option<(String,)> = used.fetch_optional(connection).await?;
                row.map(|(account,)| parsed(&account)).transpose()
            })
        })
        .await
    }
}
