//! Writing what the plans of pushes say.

use super::perform::Planned;
use super::plan::Plan;
use crate::error::Error;
use crate::storage::batch::{Marks, ROWS_MAX, pieces, places};
use model::canonical::{canonical_text, field_hash};
use model::{Edit, FileHash, Record, RecordId};
use serde_json::Value;
use sqlx::{AnyConnection, AssertSqlSafe};

const REVISE: &str =
    "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes, contents) values ";

const KEEP: (&str, &str) = (
    "insert into records (id, space, kind, rev, record) values ",
    " on conflict (id) do update set rev = excluded.rev, record = excluded.record",
);

const CLAIM: (&str, &str) = ("insert into claims (space, hash, record) values ", " on conflict do nothing");

const MOVE_HEADS: (&str, &str) = (
    "update spaces set head = moved.column2, total = total + moved.column3 from (values ",
    ") as moved where spaces.id = moved.column1",
);

/// Writes revisions, records, claims of files and heads.
pub(super) async fn write(connection: &mut AnyConnection, planned: &[Planned]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    let revisions = |push| of_each(push, |plan: &Plan| plan.revisions.iter());
    let revisions: Vec<(&Planned, &(u64, Edit))> = planned.iter().flat_map(revisions).collect();
    for piece in pieces(&revisions, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{REVISE}{}", places(marks, piece.len(), 10))));
        for (push, (seq, edit)) in piece {
            let (hashes, contents) = sealed(edit)?;
            query = query.bind(push.space.clone()).bind(seq.cast_signed()).bind(edit.id.to_string());
            query = query.bind(edit.kind.clone()).bind(edit.key.to_string()).bind(push.account.clone());
            query = query.bind(push.now.clone()).bind(edit.stamp.to_string()).bind(hashes).bind(contents);
        }
        query.execute(&mut *connection).await?;
    }
    let records = |push| of_each(push, |plan: &Plan| plan.records.values());
    let records: Vec<(&Planned, &Record)> = planned.iter().flat_map(records).collect();
    for piece in pieces(&records, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", KEEP.0, places(marks, piece.len(), 5), KEEP.1)));
        for (push, record) in piece {
            let text = serde_json::to_string(record).map_err(Error::broken)?;
            query = query.bind(record.id.to_string()).bind(push.space.clone()).bind(record.kind.clone());
            query = query.bind(record.rev.cast_signed()).bind(text);
        }
        query.execute(&mut *connection).await?;
    }
    let claims = |push| of_each(push, |plan: &Plan| plan.claims.iter());
    let claims: Vec<(&Planned, &(FileHash, RecordId))> = planned.iter().flat_map(claims).collect();
    for piece in pieces(&claims, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", CLAIM.0, places(marks, piece.len(), 3), CLAIM.1)));
        for (push, (hash, record)) in piece {
            query = query.bind(push.space.clone()).bind(hash.to_string()).bind(record.to_string());
        }
        query.execute(&mut *connection).await?;
    }
    let moved: Vec<&Planned> = planned.iter().filter(|push| push.plan.head != push.before).collect();
    for piece in pieces(&moved, ROWS_MAX) {
        let text = format!("{}{}{}", MOVE_HEADS.0, places(marks, piece.len(), 3), MOVE_HEADS.1);
        let mut query = sqlx::query(AssertSqlSafe(text));
        for push in piece {
            query =
                query.bind(push.space.clone()).bind(push.plan.head.cast_signed()).bind(push.plan.born.cast_signed());
        }
        query.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Parts of a push's plan, each with its push.
fn of_each<'p, T, I>(push: &'p Planned, of: impl Fn(&'p Plan) -> I) -> impl Iterator<Item = (&'p Planned, T)>
where
    I: Iterator<Item = T>,
{
    of(&push.plan).map(move |part| (push, part))
}

/// The hash of every field with a nonce of its own, and apart from it what an erasure takes away: nonces and values.
fn sealed(edit: &Edit) -> Result<(String, String), Error> {
    let fields = edit.fields.open();
    let mut nonces = vec![[0_u8; 16]; fields.len()];
    getrandom::fill(nonces.as_flattened_mut()).map_err(Error::broken)?;
    let (mut hashes, mut contents) = (String::from("{"), String::from("{"));
    for (number, ((name, value), nonce)) in fields.into_iter().zip(&nonces).enumerate() {
        let comma = if number == 0 { "" } else { "," };
        let (name, text) = (Value::from(name).to_string(), canonical_text(&value));
        let (hash, nonce) = (hexadecimal(&field_hash(nonce, &text)), hexadecimal(nonce));
        hashes.extend([comma, &name, ":\"", &hash, "\""]);
        contents.extend([comma, &name, ":{\"nonce\":\"", &nonce, "\",\"value\":", &text, "}"]);
    }
    hashes.push('}');
    contents.push('}');
    Ok((hashes, contents))
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    let mut text = String::with_capacity(bytes.len() * 2);
    bytes.iter().flat_map(digits).for_each(|digit| text.push(digit));
    text
}
