//! Taking in pushes: what is known is read, what follows from it is planned, and the plan is written.

use super::Incoming;
use super::plan::{Known, Plan, plan};
use super::read::{Door, lock, read_answered, read_records};
use super::write::write;
use crate::error::Error;
use model::{AccountId, Instant, RecordId, SpaceId};
use sqlx::AnyConnection;
use std::collections::HashSet;
use wire::PushReply;

/// A push that asks to be taken in.
#[derive(Clone, Debug)]
pub(in crate::storage) struct Asked {
    pub(in crate::storage) space: SpaceId,
    pub(in crate::storage) account: AccountId,
    pub(in crate::storage) edits: Vec<Incoming>,
    pub(in crate::storage) now: Instant,
}

/// The spaces of pushes that are taken in together. No two may be of the same, or the second would not know of the first.
#[derive(Debug, Default)]
pub(in crate::storage) struct Together(HashSet<SpaceId>);

impl Together {
    /// Lets a push in, unless there is one of its space.
    pub(in crate::storage) fn admit(&mut self, asked: &Asked) -> bool {
        self.0.insert(asked.space)
    }
}

/// A push whose sender may write.
pub(super) struct Open {
    pub(super) asked: Asked,
    pub(super) space: String,
    scope: u64,
    pub(super) known: Known,
}

/// Takes in pushes that touch nothing in common; an answer to each, in their order. One whose sender may not write takes no other along.
pub(in crate::storage) async fn push_all(
    connection: &mut AnyConnection,
    all: Vec<Asked>,
) -> Result<Vec<Result<PushReply, Error>>, Error> {
    let doors = lock(connection, &all).await?;
    let (mut open, mut answers) = (Vec::new(), Vec::new());
    for (asked, door) in all.into_iter().zip(doors) {
        answers.push(door.map(|Door { head, scope, role }| {
            let known = Known { head, role, ..Known::default() };
            open.push(Open { space: asked.space.to_string(), asked, scope, known });
        }));
    }
    read_answered(connection, &mut open).await?;
    read_records(connection, &mut open).await?;
    let planned: Vec<Planned> = open.into_iter().map(Planned::of).collect();
    write(connection, &planned).await?;
    let mut replies = planned.into_iter().map(Planned::reply);
    Ok(answers.into_iter().map(|one| one.map(|()| replies.next().expect("one for each that is open"))).collect())
}

pub(super) fn ids(asked: &Asked) -> impl Iterator<Item = RecordId> {
    asked.edits.iter().filter_map(|incoming| incoming.edit.as_ref().ok()).map(|edit| edit.id)
}

/// A push of which is known what it comes to.
pub(super) struct Planned {
    pub(super) space: String,
    pub(super) account: String,
    pub(super) now: String,
    pub(super) before: u64,
    scope: u64,
    pub(super) plan: Plan,
}

impl Planned {
    fn of(Open { asked, space, scope, known }: Open) -> Self {
        let (before, Asked { account, edits, now, .. }) = (known.head, asked);
        let plan = plan(known, edits, account, now);
        Self { space, account: account.to_string(), now: now.to_string(), before, scope, plan }
    }

    fn reply(self) -> PushReply {
        PushReply { scope: self.scope, before: self.before, head: self.plan.head, answers: self.plan.answers }
    }
}
