//! What is sent by links: kept until a member decides, with the files that it names in an inbox of its link.

use super::row::parsed;
use super::{Scope, Storage, Visitor};
use crate::error::Error;
use model::access::Role;
use model::contribution::{Sort, State};
use model::{Body, ContributionId, FileHash, Instant, RecordId, SpaceId};
use sqlx::AnyConnection;
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::ErrorCode;
use wire::contribution::{Contribution, Sent};

/// What waits of one link.
const WAITING_MAX: i64 = 50;
/// What is told of the links of a home, and of one link.
const LIST_MAX: i64 = 200;

const INBOX: &str = "select inbox from shares where id = $1";

const OPEN_INBOX: &str = "insert into spaces (id, head, access, total, created) values ($1, 0, 1, 0, $2)";

/// Of two at once the first has its way.
const NOTE_INBOX: &str = "update shares set inbox = $2 where id = $1 and inbox is null";

const INBOX_BYTES: &str = "select cast(coalesce(sum(size), 0) as bigint) from files where space = $1";

const ADD: &str = "insert into contributions (id, share, sort, at, name, firm, fields, state) \
     values ($1, $2, $3, $4, $5, $6, $7, 'waiting') on conflict (id) do nothing";

const WAITING: &str = "select count(*) from contributions where share = $1 and state = 'waiting'";

const KNOWN: &str = "select 1 from contributions where id = $1 and share = $2";

const SENT: &str = "select id, sort, at, state, fields from contributions where share = $1 and ($2 = '' or id = $2) \
     order by at desc, id limit $3";

const LIST: &str = "select contributions.id, contributions.share, shares.name, contributions.sort, contributions.name, contributions.firm, \
     contributions.at, contributions.fields, contributions.state, contributions.decided, contributions.record, shares.inbox, \
     case when shares.label is null then 0 else 1 end \
     from contributions join shares on shares.id = contributions.share where shares.space = $1 \
     and ($2 = '' or contributions.id = $2) order by case when contributions.state = 'waiting' then 0 else 1 end, contributions.at desc, contributions.id limit $3";

const LEASE: &str = "update contributions set deciding = $3 where id = $1 and state = 'waiting' \
     and share in (select id from shares where space = $2) and (deciding is null or deciding < $4)";

const DECIDE: &str = "update contributions set state = $3, fields = null, decided = $4, decided_by = $5, record = $6, deciding = null \
     where id = $1 and state = 'waiting' and share in (select id from shares where space = $2)";

const LET_GO: &str =
    "update contributions set deciding = null where id = $1 and share in (select id from shares where space = $2)";

/// How long who began to decide has for it alone, milliseconds: what was left half done can be decided after it.
const LEASE_MS: i64 = 60_000;

/// Something that was sent, to be kept.
#[derive(Clone, Debug)]
pub struct ContributionRow {
    /// It.
    pub id: ContributionId,
    /// What it is.
    pub sort: Sort,
    /// Who sent it.
    pub name: String,
    /// Their firm.
    pub firm: String,
    /// The fields of the record that it is to become.
    pub fields: Body,
    /// The files that it names.
    pub files: BTreeSet<FileHash>,
}

/// A row of [`LIST`].
type Listed = (
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    i64,
);

impl Storage {
    /// Where files wait that are sent by a visitor's link: a space that nobody is a member of, so that sending a file tells nothing of those that the home has.
    pub async fn inbox(&self, visitor: &Visitor, now: Instant) -> Result<Scope, Error> {
        let (share, account) = (visitor.share.to_string(), visitor.behind().account());
        let space = self
            .write(move |connection| {
                Box::pin(async move {
                    if let Some(inbox) = find_inbox(connection, &share).await? {
                        return Ok(inbox);
                    }
                    // Whoever knows the link must not know what the space is called: they could take it into an account.
                    let inbox = Uuid::new_v4().to_string();
                    let open = sqlx::query(OPEN_INBOX).bind(inbox.clone()).bind(now.to_string());
                    open.execute(&mut *connection).await?;
                    sqlx::query(NOTE_INBOX).bind(share.clone()).bind(inbox).execute(&mut *connection).await?;
                    find_inbox(connection, &share).await?.ok_or_else(Error::not_found)
                })
            })
            .await?;
        Ok(Scope::of_link(parsed(&space)?, account, Role::Viewer, 0))
    }

    /// The same for a member of the home, who has found which it is among what was sent.
    pub fn inbox_of(&self, member: &Scope, inbox: SpaceId) -> Scope {
        Scope::of_link(inbox, member.account(), Role::Viewer, 0)
    }

    /// Bytes of the files in an inbox.
    pub async fn inbox_bytes(&self, inbox: &Scope) -> Result<u64, Error> {
        let (bytes,): (i64,) = self.readers.one(sqlx::query_as(INBOX_BYTES).bind(inbox.space().to_string())).await?;
        Ok(bytes.max(0).cast_unsigned())
    }

    /// Keeps what was sent, once however often it was. Whether it is new.
    ///
    /// # Errors
    /// `TooMany` where as much waits as may, `Conflict` where something else has its id.
    pub async fn add_contribution(
        &self,
        visitor: &Visitor,
        inbox: SpaceId,
        row: ContributionRow,
        now: Instant,
    ) -> Result<bool, Error> {
        let share = visitor.share.to_string();
        self.write(move |connection| {
            Box::pin(async move {
                if was_sent(connection, row.id, &share).await? {
                    return Ok(false);
                }
                let waiting = sqlx::query_as(WAITING).bind(share.clone());
                let (waiting,): (i64,) = waiting.fetch_one(&mut *connection).await?;
                if waiting >= WAITING_MAX {
                    return Err(
                        Error::new(ErrorCode::TooMany, "As much waits for an answer as may.").retry_after_s(3_600)
                    );
                }
                let add = sqlx::query(ADD).bind(row.id.to_string()).bind(share.clone()).bind(row.sort.as_str());
                let add = add.bind(now.to_string()).bind(row.name).bind(row.firm).bind(row.fields.text().to_owned());
                if add.execute(&mut *connection).await?.rows_affected() != 1 {
                    // It was sent twice at once, or another link has something of this id.
                    return match was_sent(connection, row.id, &share).await? {
                        true => Ok(false),
                        false => Err(Error::new(ErrorCode::Conflict, "Something else was sent under this id.")),
                    };
                }
                for file in row.files {
                    let claim = sqlx::query("insert into claims (space, hash, record) values ($1, $2, $3)");
                    let claim = claim.bind(inbox.to_string()).bind(file.to_string()).bind(row.id.to_string());
                    claim.execute(&mut *connection).await?;
                }
                Ok(true)
            })
        })
        .await
    }

    /// What was sent by a visitor's link, or only that one; the latest first.
    pub async fn sent(&self, visitor: &Visitor, only: Option<ContributionId>) -> Result<Vec<Sent>, Error> {
        let query = sqlx::query_as(SENT).bind(visitor.share.to_string()).bind(named(only)).bind(LIST_MAX);
        let rows: Vec<(String, String, String, String, Option<String>)> = self.readers.all(query).await?;
        let sent = |(id, sort, at, state, fields): (String, String, String, String, Option<String>)| {
            let (sort, title) = (parsed(&sort)?, fields.map(title).unwrap_or_default());
            Ok(Sent { id: parsed(&id)?, sort, title, at: parsed(&at)?, state: parsed(&state)? })
        };
        rows.into_iter().map(sent).collect()
    }

    /// What was sent by the links of a space, or only that one: what waits first. With each the inbox of its link, if that has one.
    pub async fn contributions(
        &self,
        scope: &Scope,
        only: Option<ContributionId>,
    ) -> Result<Vec<(Contribution, Option<SpaceId>)>, Error> {
        let query = sqlx::query_as(LIST).bind(scope.space().to_string()).bind(named(only)).bind(LIST_MAX);
        let rows: Vec<Listed> = self.readers.all(query).await?;
        rows.into_iter().map(contribution).collect()
    }

    /// Begins to decide what waits, for a minute alone. Whether it waits and nobody else is at it.
    pub async fn begin_deciding(&self, scope: &Scope, id: ContributionId, now: Instant) -> Result<bool, Error> {
        let space = scope.space().to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let lease = sqlx::query(LEASE).bind(id.to_string()).bind(space).bind(now.to_string());
                let lease = lease.bind(Instant(now.0 - LEASE_MS).to_string());
                Ok(lease.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Leaves what could not be decided to who comes next.
    pub async fn let_go(&self, scope: &Scope, id: ContributionId) -> Result<(), Error> {
        let space = scope.space().to_string();
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(LET_GO).bind(id.to_string()).bind(space).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Notes what was decided, and which record it became, if it became one. It holds no file in the inbox any more.
    pub async fn decide(
        &self,
        scope: &Scope,
        id: ContributionId,
        (state, record): (State, Option<RecordId>),
        now: Instant,
    ) -> Result<(), Error> {
        let (space, by) = (scope.space().to_string(), scope.account().to_string());
        self.write(move |connection| {
            Box::pin(async move {
                let decide = sqlx::query(DECIDE).bind(id.to_string()).bind(space).bind(state.as_str());
                let decide = decide.bind(now.to_string()).bind(by).bind(record.map(|record| record.to_string()));
                decide.execute(&mut *connection).await?;
                let claims = "delete from claims where record = $1 and space in (select shares.inbox from shares \
                     join contributions on contributions.share = shares.id where contributions.id = $1)";
                sqlx::query(claims).bind(id.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }
}

/// Its text; empty for all.
fn named(only: Option<ContributionId>) -> String {
    only.map(|id| id.to_string()).unwrap_or_default()
}

async fn find_inbox(connection: &mut AnyConnection, share: &str) -> Result<Option<String>, Error> {
    let query = sqlx::query_as(INBOX).bind(share.to_owned());
    let row: Option<(Option<String>,)> = query.fetch_optional(connection).await?;
    Ok(row.and_then(|(inbox,)| inbox))
}

/// Whether something was sent by that link under that id.
async fn was_sent(connection: &mut AnyConnection, id: ContributionId, share: &str) -> Result<bool, Error> {
    let query = sqlx::query_as(KNOWN).bind(id.to_string()).bind(share.to_owned());
    let row: Option<(i64,)> = query.fetch_optional(connection).await?;
    Ok(row.is_some())
}

/// What a person knows it by: its title, else its text.
fn title(fields: String) -> String {
    let Ok(fields) = Body::from_text(fields).map(|body| body.open()) else { return String::new() };
    let text = |name: &str| fields.get(name).and_then(serde_json::Value::as_str);
    text("title").or(text("text")).or(text("email")).unwrap_or_default().to_owned()
}

fn contribution(row: Listed) -> Result<(Contribution, Option<SpaceId>), Error> {
    let (id, share, link, sort, name, firm, at, fields, state, decided, record, inbox, label) = row;
    let contribution = Contribution {
        id: parsed(&id)?,
        share: parsed(&share)?,
        link,
        sort: parsed(&sort)?,
        name,
        firm,
        at: parsed(&at)?,
        fields: fields.map(|text| Body::from_text(text).map_err(Error::broken)).transpose()?,
        state: parsed(&state)?,
        decided: decided.map(|at| parsed(&at)).transpose()?,
        record: record.map(|id| parsed(&id)).transpose()?,
        label: label == 1,
    };
    Ok((contribution, inbox.map(|inbox| parsed(&inbox)).transpose()?))
}
