//! Fresh ids.

use super::clock;
use model::{ContributionId, DeviceId, EditKey, RecordId, ShareId, SpaceId};
use uuid::{NoContext, Timestamp, Uuid};

fn ordered() -> Uuid {
    let now_ms = clock::now_ms();
    let nanoseconds = u32::try_from(now_ms % 1000 * 1_000_000).expect("less than a second");
    Uuid::new_v7(Timestamp::from_unix(NoContext, now_ms / 1000, nanoseconds))
}

/// A new record's id, sorting by time.
pub fn record_id() -> RecordId {
    RecordId(ordered())
}

/// A new space's id, sorting by time.
pub fn space_id() -> SpaceId {
    SpaceId(ordered())
}

/// A new edit's key.
pub fn edit_key() -> EditKey {
    EditKey(Uuid::new_v4())
}

/// A number for this device.
pub fn device_id() -> DeviceId {
    DeviceId(Uuid::new_v4().as_u64_pair().1)
}

/// A new link's id: from random numbers only, so that nothing can be told from it.
pub fn share_id() -> ShareId {
    ShareId(Uuid::from_bytes(bytes()))
}

/// A name for something that is sent by a link.
pub fn contribution_id() -> ContributionId {
    ContributionId(Uuid::new_v4())
}

/// The secret of a new link.
pub fn secret() -> [u8; 32] {
    let halves = [bytes(), bytes()];
    std::array::from_fn(|at| halves[at / 16][at % 16])
}

/// The token of a new label.
pub fn token() -> String {
    model::label::token(bytes())
}

/// Sixteen random bytes.
fn bytes() -> [u8; 16] {
    // Of a random UUID all bytes are random but two, which also tell that it is one (RFC 9562, section 5.4).
    let bytes = [Uuid::new_v4(), Uuid::new_v4()].map(Uuid::into_bytes);
    let random: Vec<u8> = bytes.iter().flat_map(|bytes| bytes[..6].iter().chain(&bytes[9..])).copied().collect();
    random[..16].try_into().expect("two times thirteen are more than sixteen")
}
