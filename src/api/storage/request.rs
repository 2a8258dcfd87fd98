//! The register of what people ask of who keeps their details.

use super::row::{counted, parsed};
use super::{Storage, account};
use crate::error::Error;
use model::request::{REMIND_DAYS, RequestEnd, RequestKind, due};
use model::{AccountId, Date, Instant};
use wire::ErrorCode;
use wire::request::Request;

/// Open requests of one account: more than anybody asks for in a month.
const OPEN_MAX: i64 = 10;

const NUMBER: &str = "update numbers set last = last + 1 where name = 'requests' returning last";

const ADD: &str =
    "insert into requests (number, account, email, kind, text, filed, due) values ($1, $2, $3, $4, $5, $6, $7)";

const LIST: &str = "select number, kind, text, filed, due, closed, ended, answer from requests where account = $1 order by number desc";

const OPEN: &str = "select requests.number, requests.kind, requests.text, requests.filed, requests.due, \
     coalesce(accounts.email, requests.email, '') from requests left join accounts on accounts.id = requests.account \
     where requests.closed is null order by requests.due, requests.number";

const ANSWER: &str = "update requests set closed = $2, ended = 'answered', answer = $3 where number = $1 and closed is null \
     returning coalesce((select email from accounts where id = requests.account), requests.email, '')";

const WITHDRAW: &str =
    "update requests set closed = $3, ended = 'withdrawn' where number = $1 and account = $2 and closed is null";

/// Of several servers that look on one day, one calls a request to mind.
const REMIND: &str = "update requests set reminded = $1 where closed is null and due <= $2 and (reminded is null or reminded < $1) \
     returning number, due";

/// A request to file.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// Who asks, if they have an account.
    pub account: Option<AccountId>,
    /// The address of who has none.
    pub email: Option<String>,
    /// What for.
    pub kind: RequestKind,
    /// In their own words.
    pub text: String,
    /// When.
    pub filed: Instant,
}

/// An open request, as who answers it sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRequest {
    /// The request.
    pub request: Request,
    /// The address of who asks.
    pub email: String,
}

/// A row of [`LIST`].
type Listed = (i64, String, String, String, String, Option<String>, Option<String>, Option<String>);

impl Storage {
    /// Files a request, which gets the next number.
    ///
    /// # Errors
    /// `TooMany` where the account has as many open ones as it may, `SignIn` where it was erased.
    pub async fn file_request(&self, row: RequestRow) -> Result<Request, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let account = row.account.map(|account| account.to_string());
                if let Some(account) = &account {
                    account::hold(connection, account).await?;
                }
                // Whoever takes a number holds it until the commit, so that nobody counts beside them.
                let (number,): (i64,) = sqlx::query_as(NUMBER).fetch_one(&mut *connection).await?;
                let open = sqlx::query_as("select count(*) from requests where account = $1 and closed is null");
                let (open,): (i64,) = open.bind(account.clone()).fetch_one(&mut *connection).await?;
                if open >= OPEN_MAX {
                    return Err(Error::new(ErrorCode::TooMany, "At most ten open requests: withdraw one, or wait."));
                }
                let due = due(row.filed);
                let insert = sqlx::query(ADD).bind(number).bind(account).bind(row.email).bind(row.kind.as_str());
                let insert = insert.bind(row.text.clone()).bind(row.filed.to_string()).bind(due.to_string());
                insert.execute(connection).await?;
                let (number, kind, text, filed) = (counted(number), row.kind, row.text, row.filed);
                Ok(Request { number, kind, text, filed, due, closed: None, ended: None, answer: None })
            })
        })
        .await
    }

    /// The requests of an account, the latest first.
    pub async fn requests(&self, account: AccountId) -> Result<Vec<Request>, Error> {
        let rows: Vec<Listed> = self.readers.all(sqlx::query_as(LIST).bind(account.to_string())).await?;
        rows.into_iter().map(request).collect()
    }

    /// Requests that are open, what is due first first.
    pub async fn open_requests(&self) -> Result<Vec<OpenRequest>, Error> {
        let rows: Vec<(i64, String, String, String, String, String)> = self.readers.all(sqlx::query_as(OPEN)).await?;
        let open = |(number, kind, text, filed, due, email): (i64, String, String, String, String, String)| {
            Ok(OpenRequest { request: request((number, kind, text, filed, due, None, None, None))?, email })
        };
        rows.into_iter().map(open).collect()
    }

    /// Answers a request; the address of who asked. None if there is no open one of that number.
    pub async fn answer_request(&self, number: i64, answer: String, now: Instant) -> Result<Option<String>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let answered = sqlx::query_as(ANSWER).bind(number).bind(now.to_string()).bind(answer);
                let row: Option<(String,)> = answered.fetch_optional(connection).await?;
                Ok(row.map(|(email,)| email))
            })
        })
        .await
    }

    /// Takes a request of an account back. Whether there was an open one of that number.
    pub async fn withdraw_request(&self, account: AccountId, number: i64, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let withdraw = sqlx::query(WITHDRAW).bind(number).bind(account.to_string()).bind(now.to_string());
                Ok(withdraw.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Open requests that are due soon or overdue and were not called to mind on that day yet: number, and by when they are answered.
    pub async fn remind_of_requests(&self, today: Date, now: Instant) -> Result<Vec<(u64, Instant)>, Error> {
        let soon = Instant(now.0 + REMIND_DAYS * 86_400_000).to_string();
        let rows: Vec<(i64, String)> = self
            .write(move |connection| {
                Box::pin(async move {
                    let remind = sqlx::query_as(REMIND).bind(today.to_string()).bind(soon);
                    Ok(remind.fetch_all(connection).await?)
                })
            })
            .await?;
        rows.into_iter().map(|(number, due)| Ok((counted(number), parsed(&due)?))).collect()
    }
}

fn request((number, kind, text, filed, due, closed, ended, answer): Listed) -> Result<Request, Error> {
    Ok(Request {
        number: counted(number),
        kind: parsed(&kind)?,
        text,
        filed: parsed(&filed)?,
        due: parsed(&due)?,
        closed: closed.as_deref().map(parsed).transpose()?,
        ended: ended.as_deref().map(parsed::<RequestEnd>).transpose()?,
        answer,
    })
}
