//! Cases: a space of its own for each dispute of a scheme. Who looks after the scheme has access by what they are there; parties are members of the case.

use super::push::{Asked, Sender, push_all};
use super::row::{counted, parsed};
use super::{Incoming, Scope, Storage};
use crate::error::Error;
use model::access::{Role, Sort};
use model::dispute::CASES_MAX;
use model::{AccountId, Instant, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::push::Outcome;
use wire::space::Membership;

/// Accounts that are parties to one case.
const PARTIES_MAX: i64 = 20;

const HOLD: &str = "update spaces set head = head where id = $1 and sort = 'estate' and erased is null";

const COUNT: &str = "select count(*) from spaces where home = $1 and sort = 'case' and erased is null";

const OPEN: &str = "insert into spaces (id, head, access, total, created, sort, home) values ($1, 0, 1, 0, $2, 'case', $3) \
     on conflict (id) do nothing";

const STANDING: &str = "select spaces.head, members.role, members.version from spaces \
     join members on members.space = spaces.home and members.account = $3 \
     where spaces.id = $1 and spaces.home = $2 and spaces.sort = 'case' and spaces.erased is null";

impl Storage {
    /// Opens a case of the scheme with its first records, all or nothing; again is harmless.
    ///
    /// # Errors
    /// `NotFound` where the space is no scheme, `Conflict` where something else has the id, `TooMany` where the scheme has as many as it may, what refuses
    /// a record.
    pub async fn open_case(
        &self,
        scope: &Scope,
        case: SpaceId,
        edits: Vec<Incoming>,
        now: Instant,
    ) -> Result<Membership, Error> {
        let (estate, account) = (scope.space(), scope.account());
        self.write(move |connection| {
            Box::pin(async move {
                make(connection, estate, case, now).await?;
                // Whatever has the id: only a case of the scheme is written to.
                standing(connection, estate, case, account).await?;
                let asked = Asked { space: case, from: Sender::Account(account), edits, files: Vec::new(), now };
                let reply = push_all(connection, vec![asked]).await?.pop();
                let reply = reply.unwrap_or_else(|| Err(Error::broken("a push without an answer")))?;
                for answer in reply.answers {
                    if let Outcome::Refused { code, faults } = answer.outcome {
                        return Err(Error::new(code, "The case cannot begin so.").with_faults(faults));
                    }
                }
                standing(connection, estate, case, account).await
            })
        })
        .await
    }
}

async fn make(connection: &mut AnyConnection, estate: SpaceId, case: SpaceId, now: Instant) -> Result<(), Error> {
    let hold = sqlx::query(HOLD).bind(estate.to_string());
    if hold.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::not_found());
    }
    let open = sqlx::query(OPEN).bind(case.to_string()).bind(now.to_string()).bind(estate.to_string());
    let is_new = open.execute(&mut *connection).await?.rows_affected() == 1;
    let (count,): (i64,) = sqlx::query_as(COUNT).bind(estate.to_string()).fetch_one(connection).await?;
    match is_new && count > CASES_MAX {
        true => Err(Error::new(ErrorCode::TooMany, format!("A scheme has at most {CASES_MAX} cases."))),
        false => Ok(()),
    }
}

async fn standing(
    connection: &mut AnyConnection,
    estate: SpaceId,
    case: SpaceId,
    account: AccountId,
) -> Result<Membership, Error> {
    let found = sqlx::query_as(STANDING).bind(case.to_string()).bind(estate.to_string()).bind(account.to_string());
    let found: Option<(i64, String, i64)> = found.fetch_optional(connection).await?;
    let taken = || Error::new(ErrorCode::Conflict, "Something else has this id.");
    let (head, role, version) = found.ok_or_else(taken)?;
    let role: Role = parsed(&role)?;
    let (head, scope) = (counted(head), counted(version));
    Ok(Membership { space: case, role, head, scope, sort: Sort::Case, home: Some(estate), closed: None })
}

/// How many places are left for new parties.
pub(super) fn has_place(taken: i64) -> Result<(), Error> {
    match taken < PARTIES_MAX {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::TooMany, "A case has at most twenty parties with an account.")),
    }
}
