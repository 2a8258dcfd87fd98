//! One act of a person on one record: the fields it wrote, and when.

use crate::body::Body;
use crate::id::{EditKey, FileHash, RecordId};
use crate::stamp::Stamp;
use serde::Serialize;

/// What a device writes down first and sends later. Making a record and changing one are the same: fields with a stamp.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Edit {
    /// Makes sending it twice harmless.
    pub key: EditKey,
    /// The record that it makes or changes.
    pub id: RecordId,
    /// The record's kind.
    pub kind: String,
    /// When the device made it; all its fields carry this stamp.
    pub stamp: Stamp,
    /// The changed fields only; null clears a field. A fact carries all its fields, once.
    pub fields: Body,
}

crate::fielded!(Edit requires { "key" => key, "id" => id, "kind" => kind, "stamp" => stamp, "fields" => fields } {  });

impl EditKey {
    /// The key of what an act writes of a record: always the same, whoever does it, so that what two people do at once is done once.
    pub fn in_act(act: RecordId, record: RecordId) -> Self {
        let half = |of: &[u8]| FileHash::of(of).0.into_iter().take(8);
        let key = [*act.0.as_bytes(), *record.0.as_bytes()].concat();
        let mut bytes = [0; 16];
        bytes.iter_mut().zip(half(act.0.as_bytes()).chain(half(&key))).for_each(|(to, from)| *to = from);
        // A version for keys that say something by themselves (RFC 9562, section 5.8); keys of other edits are random.
        Self(uuid::Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// What names the act that the edit is a part of, if it is of one: edits of one act that follow each other in a push are all taken in, or none is.
    pub fn act(self) -> Option<u64> {
        (self.0.get_version_num() == 8).then(|| self.0.as_u64_pair().0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn keys_of_one_act_name_it_and_are_the_same_for_everybody() {
        let id = |number| RecordId(Uuid::from_u128(number));
        let key = EditKey::in_act(id(1), id(2));
        assert_eq!(key, EditKey::in_act(id(1), id(2)));
        assert_ne!(key, EditKey::in_act(id(1), id(3)));
        assert!(key.act().is_some() && key.act() == EditKey::in_act(id(1), id(3)).act());
        assert_ne!(key.act(), EditKey::in_act(id(3), id(2)).act());
        assert_eq!(EditKey(Uuid::from_u128(7)).act(), None);
    }
}
