//! Accounts.

use super::Storage;
use super::row::parsed;
use crate::error::Error;
use model::{AccountId, Instant};
use uuid::Uuid;

const ADD: &str = "insert into accounts (id, email, language, created) values ($1, $2, $3, $4)";

const FIND_OR_ADD: &str = "insert into accounts (id, email, language, created) values ($1, $2, $3, $4) \
     on conflict (email) do update set email = excluded.email returning id";

/// An account as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its e-mail.
    pub email: String,
    /// Whether it has a passkey.
    pub has_passkey: bool,
}

impl Storage {
    /// Makes an account. `email` is in the form in which it is looked up, `language` a BCP 47 tag.
    pub async fn add_account(
        &self,
        account: AccountId,
        email: &str,
        language: &str,
        now: Instant,
    ) -> Result<(), Error> {
        let (email, language) = (email.to_owned(), language.to_owned());
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(ADD).bind(account.to_string()).bind(email).bind(language);
                insert.bind(now.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The account of an e-mail, made if there is none.
    pub async fn account_of(&self, email: String, language: &'static str, now: Instant) -> Result<AccountId, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let (id,): (String,) = sqlx::query_as(FIND_OR_ADD)
                    .bind(Uuid::now_v7().to_string())
                    .bind(email)
                    .bind(language)
                    .bind(now.to_string())
                    .fetch_one(connection)
                    .await?;
                parsed(&id)
            })
        })
        .await
    }

    /// What an account is to its owner; none once it was erased.
    pub async fn account(&self, account: AccountId) -> Result<Option<Account>, Error> {
        let row: Option<(String, i64)> = sqlx::query_as(
            "select email, (select count(*) from passkeys where passkeys.account = accounts.id) from accounts where id = $1",
        )
        .bind(account.to_string())
        .fetch_optional(&self.readers)
        .await?;
        Ok(row.map(|(email, passkeys)| Account { email, has_passkey: passkeys > 0 }))
    }
}
