//! Accounts.

use super::row::parsed;
use super::{Storage, deal, handover, logbook, outlook, pack, space};
use crate::error::Error;
use model::{AccountId, Instant};
use sqlx::AnyConnection;
use uuid::Uuid;
use wire::ErrorCode;

const ADD: &str = "insert into accounts (id, email, language, created) values ($1, $2, $3, $4)";

const FIND_OR_ADD: &str = "insert into accounts (id, email, language, created) values ($1, $2, $3, $4) \
     on conflict (email) do update set email = excluded.email returning id";

const HOLD: &str = "update accounts set email = email where id = $1 returning email";

const OWNED: &str = "select members.space from members join spaces on spaces.id = members.space and spaces.sort in ('home', 'firm', 'estate') \
     where account = $1 and role = 'owner' order by members.space";

/// To whom a space goes whose owner leaves, in a statement that names it so: of a home to the member who has owned it with them for the longest, of a firm to
/// who has been of its office for the longest and has no firm of their own, of a scheme to the manager of the longest standing.
macro_rules! heir {
    ($space:literal) => {
        concat!(
            "select heirs.account from members heirs join spaces going on going.id = heirs.space where heirs.space = ",
            $space,
            " and heirs.role = case when going.sort = 'home' then 'co_owner' else 'manager' end \
             and (going.sort <> 'firm' or not exists (select 1 from members owned join spaces firms on firms.id = owned.space \
             and firms.sort = 'firm' where owned.account = heirs.account and owned.role = 'owner')) \
             order by heirs.since, heirs.account limit 1"
        )
    };
}

pub(super) use heir;

const HEIR: &str = heir!("$1");

const INHERIT: &str = "update members set role = 'owner', version = (select access + 1 from spaces where id = $1) \
     where space = $1 and account = $2";

/// What an account leaves behind. Sessions, passkeys and memberships go with the account itself.
const ERASE: [&str; 9] = [
    "update spaces set access = access + 1 where id in (select space from members where account = $1)",
    "delete from invitations where invited_by = $1",
    // What they shared ends with them, also in a home that others go on with.
    "update spaces set erased = created where id in (select inbox from shares where made_by = $1)",
    "delete from claims where space in (select inbox from shares where made_by = $1)",
    "delete from files where space in (select inbox from shares where made_by = $1)",
    "delete from shares where made_by = $1",
    "delete from invitations where email = (select email from accounts where id = $1)",
    "delete from codes where email = (select email from accounts where id = $1)",
    "delete from accounts where id = $1",
];

/// What was asked for is known by number, kind and times alone from then on: that is what proves that it was done.
const END_REQUESTS: &str = "update requests set account = null, email = null, text = '', answer = null, \
     ended = coalesce(ended, 'erased'), closed = coalesce(closed, $2) where account = $1";

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

    /// The account of an e-mail, if there is one.
    pub async fn account_by_email(&self, email: &str) -> Result<Option<AccountId>, Error> {
        let query = sqlx::query_as("select id from accounts where email = $1").bind(email);
        let row: Option<(String,)> = self.readers.optional(query).await?;
        row.map(|(id,)| parsed(&id)).transpose()
    }

    /// The language of the account of an e-mail, a BCP 47 tag; none if there is no such account.
    pub async fn language(&self, email: &str) -> Result<Option<String>, Error> {
        let query = sqlx::query_as("select language from accounts where email = $1").bind(email);
        let row: Option<(String,)> = self.readers.optional(query).await?;
        Ok(row.map(|(language,)| language))
    }

    /// Changes the language of an account.
    pub async fn set_language(&self, account: AccountId, language: &'static str) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let change = sqlx::query("update accounts set language = $2 where id = $1");
                change.bind(account.to_string()).bind(language).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// What an account is to its owner; none once it was erased.
    pub async fn account(&self, account: AccountId) -> Result<Option<Account>, Error> {
        let row: Option<(String, i64)> = self.readers.optional(sqlx::query_as(
            "select email, (select count(*) from passkeys where passkeys.account = accounts.id) from accounts where id = $1",
        )
        .bind(account.to_string()))
        .await?;
        Ok(row.map(|(email, passkeys)| Account { email, has_passkey: passkeys > 0 }))
    }

    /// Erases an account with every home that nobody owns with it, and with its firm if that has no office besides. A home with co-owners goes to the one
    /// who has been it longest, a firm to who has been of its office longest.
    /// Files are removed by the caller.
    pub async fn erase_account(&self, account: AccountId, now: Instant) -> Result<(), Error> {
        self.write(move |connection| Box::pin(erase(connection, account.to_string(), now))).await?;
        self.forget_log().await
    }
}

/// The address of an account, whose row is held until the commit: two who change the account at once stand in line here, and none changes one that is erased.
///
/// # Errors
/// `SignIn` where it was erased.
pub(super) async fn hold(connection: &mut AnyConnection, account: &str) -> Result<String, Error> {
    let held = sqlx::query_as(HOLD).bind(account.to_owned()).fetch_optional(connection).await?;
    held.map(|(email,): (String,)| email).ok_or_else(|| Error::new(ErrorCode::SignIn, "The account was erased."))
}

/// To whom a space goes, whose row is held until the commit: meanwhile they make no firm of their own and do not leave.
async fn heir_of(connection: &mut AnyConnection, space: &str) -> Result<Option<String>, Error> {
    let mut held = None;
    loop {
        let found = sqlx::query_as(HEIR).bind(space.to_owned()).fetch_optional(&mut *connection).await?;
        let found = found.map(|(heir,): (String,)| heir);
        if found == held {
            return Ok(found);
        }
        if let Some(heir) = &found {
            sqlx::query(HOLD).bind(heir.clone()).execute(&mut *connection).await?;
        }
        held = found;
    }
}

/// Erases one account; the write-ahead log still has to be forgotten.
pub(super) async fn erase(connection: &mut AnyConnection, account: String, now: Instant) -> Result<(), Error> {
    let owned: Vec<(String,)> = sqlx::query_as(OWNED).bind(account.clone()).fetch_all(&mut *connection).await?;
    for (home,) in owned {
        match heir_of(connection, &home).await? {
            Some(heir) => {
                sqlx::query(INHERIT).bind(home).bind(heir).execute(&mut *connection).await?;
            }
            None => space::erase(connection, &home, now).await?,
        }
    }
    sqlx::query(END_REQUESTS).bind(account.clone()).bind(now.to_string()).execute(&mut *connection).await?;
    handover::forget_account(connection, &account, now).await?;
    logbook::leave_account(connection, &account).await?;
    pack::forget_account(connection, &account).await?;
    outlook::leave_account(connection, &account).await?;
    for statement in ERASE {
        sqlx::query(statement).bind(account.clone()).execute(&mut *connection).await?;
    }
    deal::forget_account(connection, &account, now).await
}
