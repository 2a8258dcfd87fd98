//! Writing what the plans of pushes say.

use super::perform::Planned;
use super::plan::{Plan, Revision};
use crate::error::Error;
use crate::storage::batch::{Marks, ROWS_MAX, pieces, places};
use futures_util::join;
use model::body::Fields;
use model::canonical::{canonical_text, field_hash};
use model::{FileHash, Record, RecordId};
use serde_json::Value;
use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe};

const REVISE: &str =
    "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes, contents) values ";

const KEEP: (&str, &str) = (
    "insert into records (id, space, kind, rev, record) values ",
    " on conflict (space, id) do update set rev = excluded.rev, record = excluded.record",
);

const CLAIM: (&str, &str) = ("insert into claims (space, hash, record) values ", " on conflict do nothing");

const MOVE_HEADS: (&str, &str) = (
    "update spaces set head = moved.column2, total = total + moved.column3 from (values ",
    ") as moved where spaces.id = moved.column1",
);

/// A statement with what is bound to it.
type Statement<'q> = Query<'q, Any, AnyArguments>;

/// Writes revisions, records, claims of files and heads.
pub(super) async fn write(connection: &mut AnyConnection, planned: &[Planned]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let (revisions, records) = (all(planned, |plan| plan.revisions.iter()), all(planned, |plan| plan.records.values()));
    let claims = all(planned, |plan| plan.claims.iter());
    let moved: Vec<&Planned> = planned.iter().filter(|push| push.plan.head != push.before).collect();
    let mut statements = pieces(&revisions, ROWS_MAX)
        .map(|piece| revise(marks, piece))
        .chain(pieces(&records, ROWS_MAX).map(|piece| keep(marks, piece)))
        .chain(pieces(&claims, ROWS_MAX).map(|piece| Ok(claim(marks, piece))))
        .chain(pieces(&moved, ROWS_MAX).map(|piece| Ok(move_heads(marks, piece))));
    // While the database performs one, the next is written.
    let mut next = statements.next();
    while let Some(statement) = next {
        let (performed, following) = join!(statement?.execute(&mut *connection), async { statements.next() });
        performed?;
        next = following;
    }
    Ok(())
}

/// Parts of every push's plan, each with its push.
fn all<'p, T, I: Iterator<Item = T>>(planned: &'p [Planned], of: fn(&'p Plan) -> I) -> Vec<(&'p Planned, T)> {
    planned.iter().flat_map(|push| of(&push.plan).map(move |part| (push, part))).collect()
}

fn statement<'q>((before, behind): (&str, &str), marks: Marks, rows: usize, columns: usize) -> Statement<'q> {
    sqlx::query(AssertSqlSafe(format!("{before}{}{behind}", places(marks, rows, columns))))
}

fn revise<'q>(marks: Marks, revisions: &[(&Planned, &Revision)]) -> Result<Statement<'q>, Error> {
    let mut query = statement((REVISE, ""), marks, revisions.len(), 10);
    let mut nonces = vec![Nonce::default(); revisions.iter().map(|(_, revision)| revision.fields.len()).sum()];
    getrandom::fill(nonces.as_flattened_mut()).map_err(Error::broken)?;
    let mut nonces = nonces.iter();
    for (push, Revision { rev, edit, fields }) in revisions {
        let (hashes, contents) = sealed(fields, &mut nonces);
        query = query.bind(push.space.clone()).bind(rev.cast_signed()).bind(edit.id.to_string());
        query = query.bind(edit.kind.clone()).bind(edit.key.to_string()).bind(push.account.clone());
        query = query.bind(push.now.clone()).bind(edit.stamp.to_string()).bind(hashes).bind(contents);
    }
    Ok(query)
}

fn keep<'q>(marks: Marks, records: &[(&Planned, &Record)]) -> Result<Statement<'q>, Error> {
    let mut query = statement(KEEP, marks, records.len(), 5);
    for (push, record) in records {
        let text = serde_json::to_string(record).map_err(Error::broken)?;
        query = query.bind(record.id.to_string()).bind(push.space.clone()).bind(record.kind.clone());
        query = query.bind(record.rev.cast_signed()).bind(text);
    }
    Ok(query)
}

fn claim<'q>(marks: Marks, claims: &[(&Planned, &(FileHash, RecordId))]) -> Statement<'q> {
    claims.iter().fold(statement(CLAIM, marks, claims.len(), 3), |query, (push, (hash, record))| {
        query.bind(push.space.clone()).bind(hash.to_string()).bind(record.to_string())
    })
}

fn move_heads<'q>(marks: Marks, moved: &[&Planned]) -> Statement<'q> {
    moved.iter().fold(statement(MOVE_HEADS, marks, moved.len(), 3), |query, push| {
        query.bind(push.space.clone()).bind(push.plan.head.cast_signed()).bind(push.plan.born.cast_signed())
    })
}

/// What keeps a field that has few possible values from being guessed by its hash.
type Nonce = [u8; 16];

/// The hash of every field with a nonce of its own, and apart from it what an erasure takes away: nonces and values.
fn sealed<'n>(fields: &Fields, nonces: impl Iterator<Item = &'n Nonce>) -> (String, String) {
    let (mut hashes, mut contents) = (String::from("{"), String::from("{"));
    for (number, ((name, value), nonce)) in fields.iter().zip(nonces).enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let (name, text) = (Value::from(name.as_str()).to_string(), canonical_text(value));
        let (hash, nonce) = (hexadecimal(&field_hash(nonce, &text)), hexadecimal(nonce));
        hashes.extend([comma, &name, ":\"", &hash, "\""]);
        contents.extend([comma, &name, ":{\"nonce\":\"", &nonce, "\",\"value\":", &text, "}"]);
    }
    hashes.push('}');
    contents.push('}');
    (hashes, contents)
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    let mut text = String::with_capacity(bytes.len() * 2);
    bytes.iter().flat_map(digits).for_each(|digit| text.push(digit));
    text
}
