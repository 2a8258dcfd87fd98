//! Letters: whatever stands in a body, it is judged without harm, and what has no fault keeps its promises.

use super::fuzz;
use super::sample::{letters, texts};
use model::canonical::canonical_text;
use model::kind::{KINDS, edit_faults};
use model::{Body, DeviceId, Edit, EditKey, Record, RecordId, Stamp};
use serde_json::Value;

#[tokio::test]
async fn letters_of_any_content() {
    fuzz("letters", &texts(letters().into_iter().map(|(_, fields)| fields)), async |case| {
        let Ok(text) = String::from_utf8(case.to_vec()) else { return };
        let Ok(body) = Body::from_text(text) else { return };
        for kind in KINDS {
            for exists in [false, true] {
                let faults = edit_faults(kind.name, &body, exists);
                assert!(faults.iter().all(|fault| !fault.field.is_empty()), "every fault names its field: {faults:?}");
                if faults.is_empty() {
                    accepted(kind.name, &body);
                }
            }
        }
    })
    .await;
}

/// A body without a fault becomes a record, goes through a store and comes back, and can be signed.
fn accepted(kind: &str, body: &Body) {
    let stamp = |at_ms| Stamp { at_ms, count: 0, device: DeviceId(1) };
    let edit = |at_ms| Edit {
        key: EditKey::default(),
        id: RecordId::default(),
        kind: kind.to_owned(),
        stamp: stamp(at_ms),
        fields: body.clone(),
    };
    let record = Record::first(&edit(10));
    assert_eq!(record.merged(&edit(5)), record, "what is older changes nothing");
    assert_eq!(record.merged(&edit(10)), record, "nor does the same again");
    let text = serde_json::to_string(&record).expect("a record can be written");
    assert_eq!(serde_json::from_str::<Record>(&text).expect("and read"), record);
    for (_, value) in body.open() {
        let canonical = canonical_text(&value);
        assert_eq!(serde_json::from_str::<Value>(&canonical).expect("canonical JSON is JSON"), value);
    }
}
