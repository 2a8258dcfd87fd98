//! Accounts.

use super::Storage;
use crate::error::Error;
use model::{AccountId, Instant};

const ADD: &str = "insert into accounts (id, email, language, created) values ($1, $2, $3, $4)";

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
}
