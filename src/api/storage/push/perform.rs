//! Taking in pushes: what is known is read, what follows from it is planned, and the plan is written.

use super::Incoming;
use super::beside::{looks_beside, number as number_of, read_beside};
use super::deal::number;
use super::due::note_dues;
use super::place::note_places;
use super::plan::{Known, Plan, plan};
use super::read::{Door, lock, read_answered, read_records};
use super::vote::matter;
use super::write::write;
use crate::error::Error;
use crate::storage::InDeal;
use crate::storage::firm::note_duties;
use crate::storage::taken::take;
use model::access::Sort;
use model::via::Via;
use model::{AccountId, Edit, Instant, RecordId, ShareId, SpaceId};
use sqlx::AnyConnection;
use std::collections::{BTreeSet, HashSet};
use wire::PushReply;

/// A push that asks to be taken in.
#[derive(Clone, Debug)]
pub(in crate::storage) struct Asked {
    pub(in crate::storage) space: SpaceId,
    pub(in crate::storage) from: Sender,
    pub(in crate::storage) edits: Vec<Incoming>,
    /// Files of deals that the home may take over.
    pub(in crate::storage) files: Vec<InDeal>,
    pub(in crate::storage) now: Instant,
}

/// Who pushes.
#[derive(Clone, Debug)]
pub(in crate::storage) enum Sender {
    /// An account that is a member, of the space or of the home of the deal.
    Account(AccountId),
    /// Who came by the link of a deal.
    Link(ShareId),
}

impl Sender {
    /// The account; nobody's where it is a link.
    fn account(&self) -> AccountId {
        match self {
            Self::Account(account) => *account,
            Self::Link(_) => AccountId::default(),
        }
    }
}

/// The spaces of pushes that are taken in together. No two may be of the same, or the second would not know of the first; nor may two be judged by what
/// stands in other deals.
#[derive(Debug, Default)]
pub(in crate::storage) struct Together {
    spaces: HashSet<SpaceId>,
    looks_beside: bool,
}

impl Together {
    /// Lets a push in, unless there is one of its space, or one that looks beside its own as this does.
    pub(in crate::storage) fn admit(&mut self, asked: &Asked) -> bool {
        let looks = looks_beside(asked);
        let is_let_in = !(looks && self.looks_beside) && self.spaces.insert(asked.space);
        self.looks_beside |= looks && is_let_in;
        is_let_in
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
        answers.push(door.map(|Door { head, scope, role, sort, deal, link }| {
            let via = match (&asked.from, link) {
                (Sender::Link(share), Some(name)) => {
                    let at = Some(asked.now);
                    Some(Via { share: *share, link: name.clone(), name, at, ..Via::default() })
                }
                _ => None,
            };
            let account = asked.from.account();
            let known = Known { space: asked.space, head, role, sort, account, deal, via, ..Known::default() };
            open.push(Open { space: asked.space.to_string(), asked, scope, known });
        }));
    }
    read_answered(connection, &mut open).await?;
    read_records(connection, &mut open).await?;
    read_beside(connection, &mut open).await?;
    let mut planned: Vec<Planned> = open.into_iter().map(Planned::of).collect();
    for push in &mut planned {
        let typed = push.plan.records.values().filter_map(number_of);
        let used = push.numbers.iter().cloned().chain(typed).collect();
        number(connection, &push.account, push.firm, &mut push.plan, &used).await?;
        note_duties(connection, &push.space, &push.plan.duties).await?;
    }
    write(connection, &planned).await?;
    note_dues(connection, &planned).await?;
    note_places(connection, &planned).await?;
    for push in &planned {
        let is_named = |file: &&InDeal| push.plan.claims.iter().any(|(hash, _)| *hash == file.hash);
        for file in push.files.iter().filter(is_named) {
            take(connection, file, &push.space, &push.now).await?;
        }
    }
    let mut replies = planned.into_iter().map(Planned::reply);
    Ok(answers.into_iter().map(|one| one.map(|()| replies.next().expect("one for each that is open"))).collect())
}

/// The edits that can be read.
pub(super) fn readable(asked: &Asked) -> impl Iterator<Item = &Edit> {
    asked.edits.iter().filter_map(|incoming| incoming.edit.as_ref().ok())
}

/// The records by which edits are judged: their own, and the matters that they vote on.
pub(super) fn ids(asked: &Asked) -> impl Iterator<Item = RecordId> {
    readable(asked).flat_map(|edit| [Some(edit.id), matter(edit)]).flatten()
}

/// A push of which is known what it comes to.
pub(super) struct Planned {
    pub(super) space: String,
    pub(super) account: String,
    pub(super) now: String,
    pub(super) before: u64,
    files: Vec<InDeal>,
    scope: u64,
    /// The firm that keeps the deal.
    firm: Option<SpaceId>,
    /// Numbers of invoices that were used before.
    numbers: BTreeSet<String>,
    pub(super) sort: Sort,
    pub(super) plan: Plan,
}

impl Planned {
    /// What is written without a push, by `account` or by nobody but the server.
    pub(super) fn own(space: String, before: u64, account: AccountId, now: Instant, plan: Plan) -> Self {
        let (account, now) = (account.to_string(), now.to_string());
        let (files, numbers) = (Vec::new(), BTreeSet::new());
        Self { space, account, now, before, files, scope: 0, firm: None, numbers, sort: Sort::Estate, plan }
    }

    fn of(Open { asked, space, scope, known }: Open) -> Self {
        let (before, Asked { from, edits, files, now, .. }) = (known.head, asked);
        let account = from.account();
        let (firm, sort) = (known.deal.and_then(|deal| deal.firm), known.sort);
        let numbers = known.numbers.clone();
        let plan = plan(known, edits, account, now);
        let (account, now) = (account.to_string(), now.to_string());
        Self { space, account, now, before, files, scope, firm, numbers, sort, plan }
    }

    fn reply(self) -> PushReply {
        // What the server wrote of its own is news to who pushed, and is fetched.
        let before = self.plan.numbers.last().map_or(self.before, |(_, rev)| *rev);
        PushReply { scope: self.scope, before, head: self.plan.head, answers: self.plan.answers }
    }
}
