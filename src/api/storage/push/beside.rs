//! What else of the same people decides about a push into a deal: the numbers that its provider has used in others, and whether the client approved another
//! quote to the same request.

use super::deal::all;
use super::perform::{Asked, Open, Sender, readable};
use crate::error::Error;
use crate::storage::batch::{Marks, ROWS_MAX, pieces, places};
use crate::storage::row::parsed;
use model::access::Sort;
use model::portal::deal::Deal;
use model::portal::invoice::number_key;
use model::portal::{Decision, Invoice, InvoiceNumber, Request};
use model::{Edit, Letter, Record, SpaceId};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::{BTreeMap, BTreeSet};

/// Takes the locks of the homes of deals, before those of the deals: what stands in others of the same home does not change meanwhile.
const HOLD_HOMES: &str = "update spaces set head = head where id in (select home from spaces where id in ";

/// By whose numbers the providers of a deal count: its firm, and of each account that keeps it the firm that it owns, else the account itself.
const HOLDERS: &str = "select firm from spaces where id = $1 and firm is not null union \
     select coalesce((select owned.space from members as owned join spaces as firms on firms.id = owned.space \
     and firms.sort = 'firm' and firms.erased is null where owned.account = own.account and owned.role = 'owner'), own.account) \
     from members as own where own.space = $1 and own.role = 'provider' order by 1";

/// Holds the row by which a series counts, and makes it where nothing was counted yet.
const HOLD_SERIES: &str =
    "insert into numbers (name, last) values ($1, 0) on conflict (name) do update set last = numbers.last";

/// Invoices and their numbers in every deal that a firm or an account keeps.
const OF_HOLDER: &str = "select record from records where kind in ('invoice', 'invoice_number') and records.space in \
     (select id from spaces where firm = $1 and erased is null union select own.space from members as own where own.role = 'provider' \
     and (own.account = $1 or own.account in (select account from members where members.space = $1 and members.role = 'owner')))";

/// The other deals of the same home: all of them, or those that go on.
const OTHERS: &str = "select others.id, records.record from spaces as own join spaces as others on others.home = own.home \
     and others.id <> own.id and others.sort = 'deal' and others.erased is null join records on records.space = others.id ";
const NUMBERED: &str = "where own.id = $1 and records.kind in ('request', 'invoice', 'invoice_number')";
const DECIDED: &str =
    "where own.id = $1 and others.closed is null and records.kind in ('request', 'quote', 'decision')";

/// Whether what a push writes is judged by other deals too: an invoice by its number, a decision by what was decided there.
pub(super) fn looks_beside(asked: &Asked) -> bool {
    readable(asked).any(|edit| is_bill(edit) || is_decision(edit))
}

fn is_bill(edit: &Edit) -> bool {
    edit.kind == Invoice::KIND
}

fn is_decision(edit: &Edit) -> bool {
    edit.kind == Decision::KIND
}

/// Holds the homes of the deals by which pushes are judged.
pub(super) async fn hold_homes(connection: &mut AnyConnection, all: &[Asked]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let judged = |asked: &&Asked| {
        readable(asked).any(is_decision) || (matches!(asked.from, Sender::Link(_)) && readable(asked).any(is_bill))
    };
    let deals: Vec<&Asked> = all.iter().filter(judged).collect();
    for piece in pieces(&deals, ROWS_MAX) {
        let mut hold = sqlx::query(AssertSqlSafe(format!("{HOLD_HOMES}{})", places(marks, 1, piece.len()))));
        for asked in piece {
            hold = hold.bind(asked.space.to_string());
        }
        hold.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Reads what stands beside the deals, once their own records are known.
pub(super) async fn read_beside(connection: &mut AnyConnection, open: &mut [Open]) -> Result<(), Error> {
    for push in open.iter_mut().filter(|push| push.known.sort == Sort::Deal && push.known.deal.is_some()) {
        if readable(&push.asked).any(is_bill) {
            push.known.numbers = numbers(connection, push).await?;
        }
        if readable(&push.asked).any(is_decision) {
            push.known.is_chosen_elsewhere = is_chosen_elsewhere(connection, push).await?;
        }
    }
    Ok(())
}

/// The numbers that the deal's provider has used, this deal's included. Where nobody keeps it, those of who is the same contact of the home.
async fn numbers(connection: &mut AnyConnection, push: &Open) -> Result<BTreeSet<String>, Error> {
    let holders: Vec<(String,)> = sqlx::query_as(HOLDERS).bind(push.space.clone()).fetch_all(&mut *connection).await?;
    for (holder,) in &holders {
        sqlx::query(HOLD_SERIES).bind(format!("invoices of {holder}")).execute(&mut *connection).await?;
    }
    let mut used = BTreeSet::new();
    for (holder,) in &holders {
        let rows: Vec<(String,)> = sqlx::query_as(OF_HOLDER).bind(holder.clone()).fetch_all(&mut *connection).await?;
        for (text,) in rows {
            used.extend(number(&read(&text)?));
        }
    }
    if holders.is_empty() {
        let contact = asked(push).and_then(|request| request.contact);
        let others = others(connection, &push.space, NUMBERED).await?;
        let is_same =
            |records: &&Vec<Record>| contact.is_some() && request(records).is_some_and(|one| one.contact == contact);
        used.extend(others.values().filter(is_same).flatten().filter_map(number));
    }
    Ok(used)
}

/// Whether the client approved another quote to the same request, of whom they asked the same, in a deal that goes on.
async fn is_chosen_elsewhere(connection: &mut AnyConnection, push: &Open) -> Result<bool, Error> {
    let Some(batch) = asked(push).map(|request| request.batch).filter(|batch| !batch.is_empty()) else {
        return Ok(false);
    };
    let others = others(connection, &push.space, DECIDED).await?;
    let mut rivals = others.values().filter(|records| request(records).is_some_and(|one| one.batch == batch));
    Ok(rivals.any(|records| Deal::of(records).approval().is_some()))
}

async fn others(
    connection: &mut AnyConnection,
    space: &str,
    which: &str,
) -> Result<BTreeMap<SpaceId, Vec<Record>>, Error> {
    let query = sqlx::query_as(AssertSqlSafe(format!("{OTHERS}{which}"))).bind(space.to_owned());
    let rows: Vec<(String, String)> = query.fetch_all(connection).await?;
    let mut others: BTreeMap<SpaceId, Vec<Record>> = BTreeMap::new();
    for (deal, text) in rows {
        others.entry(parsed(&deal)?).or_default().push(read(&text)?);
    }
    Ok(others)
}

fn read(text: &str) -> Result<Record, Error> {
    serde_json::from_str(text).map_err(Error::broken)
}

/// What is asked in the deal that is pushed to.
fn asked(push: &Open) -> Option<Request> {
    Deal::of(&all(&push.known, &BTreeMap::new())).request.map(|request| request.letter)
}

fn request(records: &[Record]) -> Option<Request> {
    Deal::of(records).request.map(|request| request.letter)
}

/// The number that a record tells, by which it is compared; none where it tells none.
pub(super) fn number(record: &Record) -> Option<String> {
    let told = match record.kind.as_str() {
        Invoice::KIND => record.body.read::<Invoice>().ok()?.number,
        InvoiceNumber::KIND => record.body.read::<InvoiceNumber>().ok()?.number,
        _ => return None,
    };
    Some(number_key(&told)).filter(|key| !key.is_empty())
}
