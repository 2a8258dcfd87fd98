//! Pulling: records by the number of their latest revision, in pages.

use model::{Record, SpaceId};
use serde::Serialize;

/// Records of one page: about 120 KB of JSON, 20 KB on the wire.
pub const PAGE_RECORDS: usize = 200;
/// Records of one page while a device catches up in bulk.
pub const PAGE_RECORDS_MAX: usize = 1_000;

/// How much of a space a device has. Sent as the query of a pull.
///
/// The first sync has none: the server answers with the newest page and its head. From there a device goes backwards from `before` until
/// there is no more, and forwards from `after` for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Cursor {
    /// It has every record whose latest revision is at most this, but for those that `before` leaves out.
    pub after: u64,
    /// It has no record yet whose latest revision was below this when the first sync began; absent when that has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u64>,
    /// The version of its access when it began; another one means that it has to begin anew.
    pub scope: u64,
}

model::fielded!(Cursor requires { "after" => after, "scope" => scope } { "before" => before });

/// Which way a pull goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// The newest page.
    First,
    /// The newest page of what lies after the one revision and before the other, newest first.
    Between(u64, u64),
    /// The page after that revision, oldest first.
    After(u64),
}

impl Ask {
    /// The query, with its question mark, or nothing; `limit` records at most.
    pub fn query(self, limit: usize) -> String {
        match self {
            Self::First => format!("?limit={limit}"),
            Self::Between(0, before) => format!("?before={before}&limit={limit}"),
            Self::Between(after, before) => format!("?after={after}&before={before}&limit={limit}"),
            Self::After(rev) => format!("?after={rev}&limit={limit}"),
        }
    }
}

/// Records as they stand, and where that is in the space's history.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Page {
    /// The space.
    pub space: SpaceId,
    /// The version of this member's access to it.
    pub scope: u64,
    /// Number of the space's latest revision.
    pub head: u64,
    /// Whether there is more in the direction that was asked for.
    pub more: bool,
    /// Records in the space, for progress.
    pub total: u64,
    /// The records, each once.
    pub records: Vec<Record>,
}

model::fielded!(Page requires { "space" => space, "scope" => scope, "head" => head, "more" => more, "total" => total, "records" => records } {  });

impl Page {
    /// Where a device stands that had `cursor` (none: nothing), asked `ask`, and got this page.
    pub fn advance(&self, cursor: Option<Cursor>, ask: Ask) -> Cursor {
        let revs = || self.records.iter().map(|record| record.rev);
        match (ask, cursor) {
            (Ask::After(after), Some(cursor)) => {
                let reached = if self.more { revs().max().unwrap_or(after) } else { self.head };
                Cursor { after: reached.max(cursor.after), ..cursor }
            }
            (Ask::Between(after, before), Some(cursor)) => {
                let reached = if self.more { revs().min().unwrap_or(before) } else { after + 1 };
                // The first revision is number one.
                let before = cursor.before.map(|here| here.min(reached)).filter(|reached| *reached > 1);
                Cursor { before, ..cursor }
            }
            _ => Cursor { after: self.head, before: self.more.then(|| revs().min()).flatten(), scope: self.scope },
        }
    }
}
