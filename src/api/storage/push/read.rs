//! Reading what pushes need to know, under the locks of their spaces.

use super::award::{gives, needs_votes};
use super::beside::hold_homes;
use super::deal::Standing;
use super::perform::{Asked, Open, Sender, ids, readable};
use super::vote::changes_matter;
use crate::error::Error;
use crate::storage::batch::{Marks, ROWS_MAX, pieces, places};
use crate::storage::firm::goes;
use crate::storage::row::{counted, parsed};
use model::access::{Action, Role, Sort, may_in};
use model::scheme::award::JUDGED_BY;
use model::{EditKey, Record, RecordId};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{BTreeSet, HashMap};
use wire::ErrorCode;
use wire::push::Outcome;

/// Takes the locks of the spaces' rows, under which everything else is read and written.
const LOCK: &str = "update spaces set head = head where id in ";

/// Members of a home write in its deals by what they are there; a provider is a member of the deal, came by its link, or is of the firm that keeps it.
const DOORS: (&str, &str) = (
    "select asked.column1, spaces.head, spaces.sort, spaces.closed, coalesce(client.role, own.role, \
     case when team.role = 'technician' then team.role else 'provider' end), \
     coalesce(client.version, own.version, team.version, 0), link.name, spaces.firm, office.id from (values ",
    concat!(
        ") as asked join spaces on spaces.id = asked.column1 and spaces.erased is null \
         left join spaces as office on office.id = spaces.home and office.sort = 'estate' \
         left join members as client on client.space = spaces.home and client.account = asked.column2 \
         left join members as own on own.space = spaces.id and own.account = asked.column2 \
         left join members as team on team.space = spaces.firm and team.account = asked.column2 and ",
        goes!("team"),
        " left join shares as link on link.space = spaces.id and link.id = asked.column3 and link.revoked is null \
         and link.suspended is null and spaces.sort in ('deal', 'case') \
         where client.role is not null or own.role is not null or team.role is not null or link.id is not null"
    ),
);

/// Every vote of a scheme, for what was voted on stands.
const VOTES: &str = "select id, record from records where records.space = $1 and records.kind = 'vote'";

/// What a scheme says about giving work: those kinds of its records.
const OFFICE: &str = "select id, record from records where records.space = $1 and records.kind in ";

/// Every record of a deal or a case, for what may be written follows from all that stands there.
const WHOLE: &str = "select id, record from records where records.space = $1";

const ANSWERED: (&str, &str) = (
    "select revisions.space, edit_key, seq, stamp, account, at from (values ",
    ") as asked join revisions on revisions.space = asked.column1 and revisions.edit_key = asked.column2",
);

const RECORDS: (&str, &str) = (
    "select records.space, records.id, record from (values ",
    ") as asked join records on records.space = asked.column1 and records.id = asked.column2",
);

/// What stands at the door of a space for who pushes to it.
pub(super) struct Door {
    /// Head of the space.
    pub(super) head: u64,
    /// Version of the access.
    pub(super) scope: u64,
    /// What the sender is there.
    pub(super) role: Role,
    /// What the space is.
    pub(super) sort: Sort,
    /// The deal or the case that it is, if it is one.
    pub(super) deal: Option<Standing>,
    /// What the link is called by which the sender came.
    pub(super) link: Option<String>,
}

/// A row of [`DOORS`].
type Found = (String, i64, String, Option<String>, String, i64, Option<String>, Option<String>, Option<String>);

/// Heads of the spaces and versions of the access, once nobody else can change either.
pub(super) async fn lock(connection: &mut AnyConnection, all: &[Asked]) -> Result<Vec<Result<Door, Error>>, Error> {
    hold_homes(connection, all).await?;
    let marks = Marks::of(connection);
    let mut doors = HashMap::new();
    for piece in pieces(all, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{LOCK}{}", places(marks, 1, piece.len()))));
        for asked in piece {
            query = query.bind(asked.space.to_string());
        }
        query.execute(&mut *connection).await?;
        let text = format!("{}{}{}", DOORS.0, places(marks, piece.len(), 3), DOORS.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for asked in piece {
            let (account, link) = match &asked.from {
                Sender::Account(account) => (account.to_string(), String::new()),
                Sender::Link(link) => (String::new(), link.to_string()),
            };
            query = query.bind(asked.space.to_string()).bind(account).bind(link);
        }
        let rows: Vec<Found> = query.fetch_all(&mut *connection).await?;
        doors.extend(rows.into_iter().map(|row| (row.0.clone(), row)));
    }
    let door = |asked: &Asked| {
        let row = doors.get(&asked.space.to_string()).ok_or_else(Error::not_found)?;
        let (_, head, sort, closed, role, version, link, firm, estate) = row;
        let (role, sort): (Role, Sort) = (parsed(role)?, parsed(sort)?);
        if !may_in(sort, role, Action::Add) {
            return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
        }
        let firm = firm.as_deref().map(parsed).transpose()?;
        let estate = estate.as_deref().map(parsed).transpose()?;
        let deal =
            matches!(sort, Sort::Deal | Sort::Case).then_some(Standing { is_closed: closed.is_some(), firm, estate });
        Ok(Door { head: counted(*head), scope: counted(*version), role, sort, deal, link: link.clone() })
    };
    Ok(all.iter().map(door).collect())
}

pub(super) async fn read_answered(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let keys = |(at, push): (usize, &Open)| push.asked.edits.iter().map(|one| (at, one.key)).collect::<Vec<_>>();
    let keys: Vec<(usize, EditKey)> = open.iter().enumerate().flat_map(keys).collect();
    let of_space: HashMap<String, usize> = open.iter().enumerate().map(|(at, push)| (push.space.clone(), at)).collect();
    for piece in pieces(&keys, ROWS_MAX) {
        let text = format!("{}{}{}", ANSWERED.0, places(marks, piece.len(), 2), ANSWERED.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for (at, key) in piece {
            query = query.bind(open[*at].space.clone()).bind(key.to_string());
        }
        let rows: Vec<(String, String, i64, String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (space, key, seq, stamp, by, at) in rows {
            let outcome =
                Outcome::Accepted { rev: counted(seq), stamp: parsed(&stamp)?, by: parsed(&by)?, at: parsed(&at)? };
            open[of_space[&space]].known.answered.insert(parsed::<EditKey>(&key)?, outcome);
        }
    }
    Ok(())
}

pub(super) async fn read_records(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let wanted = |(at, push): (usize, &Open)| ids(&push.asked).map(move |id| (at, id)).collect::<BTreeSet<_>>();
    let wanted: Vec<(usize, RecordId)> = open.iter().enumerate().flat_map(wanted).collect();
    let of_space: HashMap<String, usize> = open.iter().enumerate().map(|(at, push)| (push.space.clone(), at)).collect();
    for piece in pieces(&wanted, ROWS_MAX) {
        let text = format!("{}{}{}", RECORDS.0, places(marks, piece.len(), 2), RECORDS.1);
        let mut query = sqlx::query_as(AssertSqlSafe(text));
        for (at, id) in piece {
            query = query.bind(open[*at].space.clone()).bind(id.to_string());
        }
        let rows: Vec<(String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (space, id, text) in rows {
            keep(&mut open[of_space[&space]], &id, &text)?;
        }
    }
    for push in open.iter_mut().filter(|push| push.known.deal.is_some()) {
        let all = sqlx::query_as(WHOLE).bind(push.space.clone());
        let rows: Vec<(String, String)> = all.fetch_all(&mut *connection).await?;
        rows.iter().try_for_each(|(id, text)| keep(push, id, text))?;
    }
    let is_of = |push: &&mut Open| push.known.sort == Sort::Estate && readable(&push.asked).any(changes_matter);
    for push in open.iter_mut().filter(is_of) {
        let votes = sqlx::query_as(VOTES).bind(push.space.clone());
        let rows: Vec<(String, String)> = votes.fetch_all(&mut *connection).await?;
        rows.iter().try_for_each(|(id, text)| keep(push, id, text))?;
    }
    read_office(connection, open).await
}

/// Reads what the schemes say whose work is given: into what is known of a scheme itself, and beside it for a deal of one. Votes are only added, so that a
/// decision needs no lock of the scheme: what was approved stays so.
async fn read_office(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    let kinds = JUDGED_BY.map(|kind| format!("'{kind}'")).join(", ");
    for push in open {
        let asks = push.known.deal.and_then(|deal| deal.estate).filter(|_| readable(&push.asked).any(needs_votes));
        let is_office = push.known.sort == Sort::Estate && readable(&push.asked).any(gives);
        let Some(space) = asks.or(is_office.then_some(push.asked.space)) else { continue };
        let office = sqlx::query_as(AssertSqlSafe(format!("{OFFICE}({kinds})"))).bind(space.to_string());
        let rows: Vec<(String, String)> = office.fetch_all(&mut *connection).await?;
        for (id, text) in &rows {
            match is_office {
                true => keep(push, id, text)?,
                false => push.known.office.push(serde_json::from_str(text).map_err(Error::broken)?),
            }
        }
    }
    Ok(())
}

fn keep(push: &mut Open, id: &str, text: &str) -> Result<(), Error> {
    let record: Record = serde_json::from_str(text).map_err(Error::broken)?;
    push.known.records.insert(parsed(id)?, record);
    Ok(())
}
