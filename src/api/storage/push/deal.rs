//! What may be written in a deal follows from all that stands in it, and is decided under the lock of its row.

use super::plan::{Known, Plan, refused};
use super::{award, case};
use crate::error::Error;
use crate::storage::firm::series;
use crate::storage::row::counted;
use model::access::{Role, Sort, deal};
use model::body::{Body, Fields};
use model::date::HOME_AHEAD_MINUTES;
use model::portal::deal::Deal;
use model::portal::invoice::number_key;
use model::portal::machine::{self, Party, Refusal};
use model::portal::{Decision, Invoice, InvoiceNumber, Quote, Verdict};
use model::{Edit, EditKey, Fault, FaultCode, FileHash, Instant, Letter, Record, RecordId, SpaceId, via};
use serde_json::Value;
use sqlx::AnyConnection;
use std::collections::{BTreeMap, BTreeSet};
use wire::ErrorCode;
use wire::push::Outcome;

/// One row for each account or firm, which is held until the commit: no number is given twice, and none is lost.
const NUMBER: &str = "insert into numbers (name, last) values ($1, 1) \
     on conflict (name) do update set last = numbers.last + 1 returning last";

/// Records of a deal at most: more than both sides write in years, and few enough to be read for each push.
const RECORDS_MAX: usize = 5_000;

/// How a deal or a case stands besides its records.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    /// Whether it was ended.
    pub(super) is_closed: bool,
    /// The firm that keeps it.
    pub(super) firm: Option<SpaceId>,
    /// The scheme that asks, where it is no home that does.
    pub(super) estate: Option<SpaceId>,
}

impl Standing {
    /// The fields of an edit that is taken in, and whether it is an invoice that needs a number.
    ///
    /// # Errors
    /// The refusal: `Forbidden` where the writer's side or role does not write that, `Conflict` with the reason as the field of its fault.
    pub(super) fn take(
        self,
        known: &Known,
        written: &BTreeMap<RecordId, Record>,
        edit: &Edit,
        mut fields: Fields,
        now: Instant,
    ) -> Result<(Fields, bool), Outcome> {
        if known.sort == Sort::Case {
            return Ok((case::take(self.is_closed, known, written, edit, fields, now)?, false));
        }
        let today = now.date(HOME_AHEAD_MINUTES);
        let standing = |id: &RecordId| written.get(id).or_else(|| known.records.get(id));
        let exists = standing(&edit.id).is_some();
        // By which link something came the server alone says.
        if fields.remove(via::FIELD).is_some() || !deal::may_write(known.role, &edit.kind, exists, &fields) {
            return Err(refused(ErrorCode::Forbidden, Vec::new()));
        }
        if self.is_closed {
            return Err(because("closed"));
        }
        if known.records.len() + written.len() >= RECORDS_MAX && !exists {
            return Err(because("full"));
        }
        let party = Party::of(known.role);
        let (deal, candidate) = (Deal::of(&all(known, written)), candidate(standing(&edit.id), edit));
        machine::check(&deal, &candidate, exists, party, today).map_err(|refusal| because(refusal.as_str()))?;
        if self.estate.is_some() {
            award::decide(known, &deal, &candidate, today)?;
        }
        beside(known, edit, &fields)?;
        let is_bare = edit.kind == Invoice::KIND && !fields.contains_key("number");
        match &known.via {
            Some(_) if is_bare => {
                return Err(refused(ErrorCode::Invalid, vec![Fault::new("number", FaultCode::Missing)]));
            }
            Some(via) => {
                fields.insert(via::FIELD.to_owned(), via.value());
            }
            None => {}
        }
        Ok((fields, is_bare && known.via.is_none() && known.role == Role::Provider))
    }
}

/// Refuses what other deals rule out: a number that the provider has used there, and a second quote to one request.
fn beside(known: &Known, edit: &Edit, fields: &Fields) -> Result<(), Outcome> {
    let typed = fields.get("number").and_then(Value::as_str).map(number_key).unwrap_or_default();
    if edit.kind == Invoice::KIND && known.numbers.contains(&typed) {
        return Err(because(Refusal::NumberTaken.as_str()));
    }
    let decides = || edit.fields.read::<Decision>().ok();
    let approves = |decision: &Decision| {
        let is_quote = |id| known.records.get(&id).is_some_and(|record| record.kind == Quote::KIND);
        decision.verdict == Verdict::Approve && decision.on.is_some_and(is_quote)
    };
    if edit.kind == Decision::KIND && known.is_chosen_elsewhere && decides().is_some_and(|one| approves(&one)) {
        return Err(because(Refusal::ChosenElsewhere.as_str()));
    }
    Ok(())
}

pub(super) fn because(reason: &'static str) -> Outcome {
    refused(ErrorCode::Conflict, vec![Fault::new(reason, FaultCode::Contradicts)])
}

/// Everything that stands in the deal, with what this push has written already.
pub(super) fn all(known: &Known, written: &BTreeMap<RecordId, Record>) -> Vec<Record> {
    let before = known.records.values().filter(|record| !written.contains_key(&record.id));
    before.chain(written.values()).cloned().collect()
}

/// The record as the edit would leave it.
pub(super) fn candidate(before: Option<&Record>, edit: &Edit) -> Record {
    before.map_or_else(|| Record::first(edit), |before| before.merged(edit))
}

/// The edit that will tell the number of an invoice. Its id and key follow from the invoice's, so that both are written once.
pub(super) fn numbered(invoice: &Edit) -> Edit {
    let id = |of: &str| {
        let hash = FileHash::of(format!("{of} of {}", invoice.id).as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.0[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    };
    let fields = InvoiceNumber { of: Some(invoice.id), number: String::new() }.fields();
    Edit {
        key: EditKey(id("key of number")),
        id: RecordId(id("number")),
        kind: InvoiceNumber::KIND.to_owned(),
        stamp: invoice.stamp,
        fields: Body::seal(&fields),
    }
}

/// Gives the invoices of a plan their numbers, in the transaction that writes them: none that is `used` already, so that what was typed leaves no gap either.
pub(super) async fn number(
    connection: &mut AnyConnection,
    account: &str,
    firm: Option<SpaceId>,
    plan: &mut Plan,
    used: &BTreeSet<String>,
) -> Result<(), Error> {
    if plan.numbers.is_empty() {
        return Ok(());
    }
    let series = series(connection, account, firm).await?;
    for (id, rev) in plan.numbers.clone() {
        let next = loop {
            let next = sqlx::query_as(NUMBER).bind(series.clone());
            let (next,): (i64,) = next.fetch_one(&mut *connection).await?;
            if !used.contains(&next.to_string()) {
                break next;
            }
        };
        let revision = plan.revisions.iter_mut().find(|revision| revision.rev == rev);
        let record = plan.records.get_mut(&id);
        let (Some(revision), Some(record)) = (revision, record) else {
            return Err(Error::broken("a number that was planned is not in the plan"));
        };
        revision.fields = revision.edit.fields.open();
        revision.fields.insert("number".to_owned(), format!("{:04}", counted(next)).into());
        revision.edit.fields = Body::seal(&revision.fields);
        record.body = revision.edit.fields.clone();
    }
    Ok(())
}
