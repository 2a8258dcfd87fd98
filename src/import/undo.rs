//! Taking an import back: what it made is deleted or withdrawn, what it changed is as it was before.

use crate::known::source;
use crate::plan::{Change, is_file};
use model::body::Fields;
use model::import::Import;
use model::kind::{Nature, kind_of};
use model::source::{FIELD, print};
use model::withdrawal::Withdrawal;
use model::{Letter, Record, RecordId, Source};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// Everything that has to be written to take `import` back, the note that it was taken back last.
///
/// What a person has changed since in a record that the import changed stays as they left it. A record that it made goes, whatever was done to it.
pub fn undo(records: &[Record], import: RecordId, reason: &str, fresh: &mut dyn FnMut() -> RecordId) -> Vec<Change> {
    let by_id: HashMap<RecordId, &Record> = records.iter().map(|record| (record.id, record)).collect();
    let amended = amended(records);
    let named = import.to_string();
    let mut changes = Vec::new();
    // Nearly all records of a home are not of this import, and need not be opened to see that.
    for record in records.iter().filter(|record| record.body.text().contains(&named)) {
        let Some(source) = source(record).filter(|source| source.brought_by() == Some(import)) else { continue };
        let fields = record.body.open();
        let change = match kind_of(&record.kind).map(|kind| (kind.name, kind.nature)) {
            Some((kind, Nature::Living)) => living(record.id, kind, &fields, source),
            // What a person has corrected since is theirs.
            Some((_, Nature::Fact)) if amended.contains(&record.id) && amends(&fields).is_some() => None,
            Some((kind, Nature::Fact)) => {
                let before = amends(&fields).and_then(|id| by_id.get(&id));
                Some(fact(record.id, kind, before.copied(), reason, fresh()))
            }
            None => None,
        };
        changes.extend(change);
    }
    if by_id.get(&import).is_some_and(|record| record.kind == Import::KIND) {
        let fields = Fields::from_iter([("undone".to_owned(), json!(true))]);
        changes.push(Change { id: import, kind: Import::KIND, fields, attached: Vec::new() });
    }
    changes
}

fn living(id: RecordId, kind: &'static str, now: &Fields, source: Source) -> Option<Change> {
    let Some(was) = source.was else {
        let deleted = now.get("deleted").and_then(Value::as_bool) == Some(true);
        let fields = Fields::from_iter([("deleted".to_owned(), json!(true))]);
        return (!deleted).then_some(Change { id, kind, fields, attached: Vec::new() });
    };
    let as_brought = |name: &str| match (name, now.get(name)) {
        // Files are told by their own prints: that they were added to is all that is known.
        (name, _) if is_file(name) || name == FIELD => true,
        (name, value) => source.prints.get(name) == value.map(print).as_ref(),
    };
    let fields = was.into_iter().filter(|(name, _)| as_brought(name)).collect();
    Some(Change { id, kind, fields, attached: Vec::new() })
}

/// A fact that was made is withdrawn. One that corrected another is corrected back: a withdrawal would take both.
fn fact(id: RecordId, kind: &'static str, before: Option<&Record>, reason: &str, fresh: RecordId) -> Change {
    let Some(before) = before else {
        let withdrawal = Withdrawal { of: Some(id), reason: reason.to_owned(), moved_to: None };
        return Change { id: fresh, kind: Withdrawal::KIND, fields: withdrawal.fields(), attached: Vec::new() };
    };
    let mut fields = before.body.open();
    fields.insert("amends".to_owned(), json!(id));
    fields.insert("reason".to_owned(), json!(reason));
    Change { id: fresh, kind, fields, attached: Vec::new() }
}

/// The fact that one corrects.
fn amends(fields: &Fields) -> Option<RecordId> {
    fields.get("amends").and_then(Value::as_str).and_then(|id| id.parse().ok())
}

/// The facts that others correct.
fn amended(records: &[Record]) -> HashSet<RecordId> {
    let correcting = records.iter().filter(|record| record.body.text().contains("\"amends\""));
    correcting.filter_map(|record| amends(&record.body.open())).collect()
}
