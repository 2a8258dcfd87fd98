//! Taking a finished job into the logbook.

use super::{Change, Trouble, engine};
use crate::desk::Desk;
use model::RecordId;
use model::portal::back::{Draft, Proposal};

/// Takes what a finished job proposes into the open home, in one act of that name. Its files stay where they are: the server takes them over from the deal.
pub async fn take_in(desk: Desk, act: RecordId, proposals: Vec<Proposal>) -> Result<(), Trouble> {
    engine(desk)?.save_act(act, proposals.into_iter().filter_map(change).collect()).await
}

fn change(Proposal { id, draft, .. }: Proposal) -> Option<Change> {
    match draft {
        Draft::Entry(letter) => Some(Change::new(id, &*letter)),
        Draft::System(letter) => Some(Change::new(id, &*letter)),
        Draft::Warranty(letter) => Some(Change::new(id, &*letter)),
        Draft::Certificate(letter) => Some(Change::new(id, &*letter)),
        Draft::Document(letter) => Some(Change::new(id, &*letter)),
        Draft::Task(letter) => Some(Change::new(id, &*letter)),
        Draft::Contact(before, after) => Change::between(id, &*before, &*after),
        Draft::Statutory(_) => None,
    }
}
