//! Facts of a scheme in the order in which they arrived.

use crate::letter::Letter;
use crate::record::Record;
use crate::standing::{Standing, facts};

/// Facts of one kind as the server numbered them, the same on every device; those that wait to be sent stand last, as they were written.
pub fn arrived<T: Letter>(records: &[Record]) -> Vec<Standing<'_, T>> {
    let mut all = facts(records, |_: &T| None);
    all.sort_by_key(|one| (one.record.rev == 0, one.record.rev, one.record.stamp));
    all
}
