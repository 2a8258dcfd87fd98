//! Cases: a space of its own for each dispute of a scheme. Who looks after the scheme has access by what they are there; parties are members of the case.

use super::push::{Asked, Sender, push_all, tell};
use super::row::{counted, parsed};
use super::{Incoming, OfUnit, Scope, Storage};
use crate::error::Error;
use model::access::{Role, Sort};
use model::dispute::{CASES_MAX, Dispute, DisputeAct};
use model::{AccountId, Body, DeviceId, Edit, EditKey, FileHash, Instant, Letter, Record, RecordId, SpaceId, Stamp};
use sqlx::AnyConnection;
use uuid::Uuid;
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

/// Who looks after the scheme too is there for the scheme.
const JOIN: &str = "insert into members (space, account, role, version, since) select $1, $2, 'provider', 1, $4 \
     where not exists (select 1 from members where members.space = $3 and members.account = $2)";

const OWN: &str = "select spaces.head, members.role, members.version, members.space from spaces \
     join members on members.space in (spaces.id, spaces.home) and members.account = $3 \
     where spaces.id = $1 and spaces.home = $2 and spaces.sort = 'case' and spaces.erased is null";

/// Those that an account sees by what it is in the scheme.
const SEEN: &str = "select records.space, records.record from spaces join records on records.space = spaces.id \
     where spaces.home = $1 and spaces.sort = 'case' and spaces.erased is null and exists (select 1 from members \
     where members.space = $1 and members.account = $2 and members.role in ('owner', 'manager', 'trustee')) \
     order by records.space, records.rev";

const FILE: &str = "select files.space, files.media from spaces join files on files.space = spaces.id \
     where spaces.home = $1 and spaces.sort = 'case' and spaces.erased is null and files.hash = $2 and files.complete = 1 \
     order by files.space limit 1";

impl Storage {
    /// Opens a case of the scheme of a unit for who owns it or lives in it, and makes them a party; again is harmless.
    ///
    /// # Errors
    /// `Conflict` where something else has the id, `TooMany` where the scheme has as many as it may.
    pub async fn open_complaint(
        &self,
        of: &OfUnit,
        account: AccountId,
        case: SpaceId,
        (matter, complaint): (Dispute, DisputeAct),
        now: Instant,
    ) -> Result<Membership, Error> {
        let estate = of.estate;
        self.write(move |connection| {
            Box::pin(async move {
                if make(connection, estate, case, now).await? {
                    let join = sqlx::query(JOIN).bind(case.to_string()).bind(account.to_string());
                    join.bind(estate.to_string()).bind(now.to_string()).execute(&mut *connection).await?;
                    let edits = vec![first(&matter, 0, now), first(&complaint, 1, now)];
                    tell(connection, case, account, edits, now).await?;
                }
                own(connection, estate, case, account).await
            })
        })
        .await
    }

    /// The records of every case of a scheme that who asks sees, case by case.
    pub async fn cases_of(&self, scope: &Scope) -> Result<Vec<Vec<Record>>, Error> {
        let query = sqlx::query_as(SEEN).bind(scope.space().to_string()).bind(scope.account().to_string());
        let rows: Vec<(String, String)> = self.readers.all(query).await?;
        let (mut cases, mut last): (Vec<Vec<Record>>, String) = (Vec::new(), String::new());
        for (space, text) in rows {
            let record: Record = serde_json::from_str(&text).map_err(Error::broken)?;
            match cases.last_mut().filter(|_| last == space) {
                Some(case) => case.push(record),
                None => cases.push(vec![record]),
            }
            last = space;
        }
        Ok(cases)
    }

    /// In which case of a scheme a whole file lies, and its media type; none if in none.
    pub async fn file_of_case(&self, scope: &Scope, hash: FileHash) -> Result<Option<(SpaceId, String)>, Error> {
        let query = sqlx::query_as(FILE).bind(scope.space().to_string()).bind(hash.to_string());
        let row: Option<(String, String)> = self.readers.optional(query).await?;
        row.map(|(space, media)| Ok((parsed(&space)?, media))).transpose()
    }

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

/// The edit that writes a letter into a new case.
fn first<T: Letter>(letter: &T, count: u16, now: Instant) -> Edit {
    let stamp = Stamp { at_ms: now.0.max(0).cast_unsigned(), count, device: DeviceId(0) };
    let (id, fields) = (RecordId(Uuid::now_v7()), Body::seal(&letter.fields()));
    Edit { key: EditKey(Uuid::new_v4()), id, kind: T::KIND.to_owned(), stamp, fields }
}

/// What an account is in a case: a party, or what it is in the scheme. A party is not told which scheme that is.
async fn own(
    connection: &mut AnyConnection,
    estate: SpaceId,
    case: SpaceId,
    account: AccountId,
) -> Result<Membership, Error> {
    let found = sqlx::query_as(OWN).bind(case.to_string()).bind(estate.to_string()).bind(account.to_string());
    let found: Option<(i64, String, i64, String)> = found.fetch_optional(connection).await?;
    let (head, role, version, by) = found.ok_or_else(taken)?;
    let home = (by == estate.to_string()).then_some(estate);
    let (head, scope) = (counted(head), counted(version));
    Ok(Membership { space: case, role: parsed(&role)?, head, scope, sort: Sort::Case, home, closed: None })
}

fn taken() -> Error {
    Error::new(ErrorCode::Conflict, "Something else has this id.")
}

/// Whether the case is new.
async fn make(connection: &mut AnyConnection, estate: SpaceId, case: SpaceId, now: Instant) -> Result<bool, Error> {
    let hold = sqlx::query(HOLD).bind(estate.to_string());
    if hold.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::not_found());
    }
    let open = sqlx::query(OPEN).bind(case.to_string()).bind(now.to_string()).bind(estate.to_string());
    let is_new = open.execute(&mut *connection).await?.rows_affected() == 1;
    let (count,): (i64,) = sqlx::query_as(COUNT).bind(estate.to_string()).fetch_one(connection).await?;
    match is_new && count > CASES_MAX {
        true => Err(Error::new(ErrorCode::TooMany, format!("A scheme has at most {CASES_MAX} cases."))),
        false => Ok(is_new),
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
