//! What an archive told of the history of a home that came back from one: revisions as lines of text, cut into pieces anywhere.

use super::Redaction;
use crate::canonical::canonical_text;
use crate::past::Past;
use crate::{AccountId, Letter, Record, RecordId};
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write;

/// The texts of all pieces without what stays private. There are as many pieces as before; a line that cannot be read goes.
pub(super) fn redacted(records: &[Record], redaction: &Redaction) -> HashMap<RecordId, String> {
    let pieces = records.iter().filter(|record| record.kind == Past::KIND);
    let mut pieces: Vec<(i64, RecordId, String)> = pieces
        .map(|record| {
            let past = record.body.read::<Past>().unwrap_or_default();
            (past.part, record.id, past.text)
        })
        .collect();
    pieces.sort();
    let whole: String = pieces.iter().map(|(.., text)| text.as_str()).collect();
    let kinds: HashMap<RecordId, &str> = records.iter().map(|record| (record.id, record.kind.as_str())).collect();
    let lines = whole.lines().filter_map(|text| line(text, &kinds, redaction));
    let text: String = lines.flat_map(|line| [line, "\n".to_owned()]).collect();
    let bytes = text.len().div_ceil(pieces.len().max(1)).max(1);
    // All of it is ASCII: it can be cut anywhere.
    let mut cut = text.as_bytes().chunks(bytes).map(|piece| String::from_utf8_lossy(piece).into_owned());
    // A piece is never empty.
    pieces.into_iter().map(|(_, id, _)| (id, cut.next().unwrap_or_else(|| "\n".to_owned()))).collect()
}

fn line(text: &str, kinds: &HashMap<RecordId, &str>, redaction: &Redaction) -> Option<String> {
    let Ok(Value::Object(mut line)) = serde_json::from_str(text) else { return None };
    let id = line.get("record")?.as_str()?.parse().ok()?;
    if redaction.hides(id) {
        return None;
    }
    let by = line.get("by").and_then(Value::as_str).and_then(|by| by.parse::<AccountId>().ok());
    if by.is_none_or(|by| redaction.author(by).is_none()) {
        line.remove("by");
        // A name stands for an account: without one nobody is named.
        line.remove("name");
    }
    let fields = line.get_mut("fields").map(Value::take).unwrap_or_default();
    let Value::Object(fields) = fields else { return None };
    // Of a record that is not here nobody knows what it is.
    let kind = kinds.get(&id).copied().unwrap_or_default();
    line.insert("fields".into(), Value::Object(redaction.fields(kind, id, fields)));
    Some(plain(&canonical_text(&Value::Object(line))))
}

/// JSON text that says the same in ASCII only.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if (' '..='~').contains(&c) {
            plain.push(c);
        } else {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| _ = write!(plain, "\\u{unit:04x}"));
        }
    }
    plain
}
