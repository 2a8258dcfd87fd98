//! Cases of schemes: opening one, what is written in it, and who is a party.

use super::share::{Wish, wish_of};
use super::{Change, Trouble, draft, engine};
use crate::browser::{clock, random};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::access::Role;
use model::dispute::{Dispute, DisputeAct, Thread, Writer, check};
use model::visit::estate_case::seen;
use model::{AccountId, Instant, Record, ShareId, SpaceId};
use wire::deal::CaseNew;
use wire::path;
use wire::share::VisitCases;
use wire::space::Membership;

/// A case as this device shows it, with what waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnCase {
    /// Its space.
    pub space: SpaceId,
    /// Who one is in it.
    pub writer: Writer,
    /// Its records, those that wait included.
    pub records: Vec<Record>,
    /// How many edits wait to be sent.
    pub waiting: usize,
    /// How many the server refused.
    pub refused: usize,
}

impl OwnCase {
    /// Whether it is only looked at, by a link of its scheme.
    pub fn is_given(&self) -> bool {
        self.writer.role == Role::Viewer
    }

    /// What was done and said in it.
    pub fn thread(&self) -> Thread {
        Thread::of(&self.records, self.writer.account)
    }
}

/// The cases that one sees; that of the link, if one is visited. Tracked by `desk.deals`.
pub async fn cases(desk: Desk) -> Result<Vec<OwnCase>, Trouble> {
    let engine = engine(desk)?;
    if engine.visited_estate().is_some() {
        return given(desk).await;
    }
    let visited = engine.visited_case();
    let found = match visited {
        Some(space) => vec![(space, Role::Provider)],
        None => engine.cases().await.into_iter().map(|one| (one.space, one.role)).collect(),
    };
    let account = desk.account.with_untracked(|account| account.as_ref().map(|account| account.id));
    let link = visited.map(|space| ShareId(space.0));
    let account = account.filter(|_| link.is_none()).unwrap_or_default();
    let mut cases = Vec::new();
    for (space, role) in found {
        let replica = engine.deal_replica(space).await?;
        let refused = replica.outbox().iter().filter(|queued| queued.refused.is_some()).count();
        let writer = Writer { account, link, role };
        cases.push(OwnCase { space, writer, records: replica.all(), waiting: replica.unsent(), refused });
    }
    Ok(cases)
}

/// The cases that the link gives of the scheme that is visited, or would give of the one that is previewed.
async fn given(desk: Desk) -> Result<Vec<OwnCase>, Trouble> {
    let visiting = engine(desk)?.visiting().filter(|visiting| visiting.cases);
    let found = match visiting.map(|visiting| (visiting.share, visiting.home)) {
        // The server does not tell which spaces they are: what they are about names them here.
        Some((Some(share), _)) => {
            let given = net::get::<VisitCases>(&path::visit_cases(share)).await?.cases.into_iter();
            given
                .map(|records| (SpaceId(records.first().map(|record| record.id.0).unwrap_or_default()), records))
                .collect()
        }
        Some((None, Some(estate))) => previewed(desk, estate).await?,
        _ => Vec::new(),
    };
    let writer = Writer { account: AccountId::default(), link: None, role: Role::Viewer };
    let case = |(space, records)| OwnCase { space, writer, records, waiting: 0, refused: 0 };
    Ok(found.into_iter().map(case).collect())
}

/// The cases of a scheme as somebody would see them by the link that is wished for.
async fn previewed(desk: Desk, estate: SpaceId) -> Result<Vec<(SpaceId, Vec<Record>)>, Trouble> {
    let engine = engine(desk)?;
    let Some(wish) = draft::read::<Wish>(desk, &wish_of(estate)).await else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for case in engine.cases().await.into_iter().filter(|case| case.home == Some(estate)) {
        let records = engine.own_replica(case.space).await?.all();
        found.extend(seen(&[records], &wish.grant).pop().map(|records| (case.space, records)));
    }
    Ok(found)
}

/// Opens a case of a scheme: what it is about, and the complaint. It needs a connection.
pub async fn open(desk: Desk, estate: SpaceId, matter: &Dispute, complaint: &DisputeAct) -> Result<SpaceId, Trouble> {
    let engine = engine(desk)?;
    let (space, records) = (random::space_id(), [random::record_id(), random::record_id()]);
    let changes = vec![Change::new(records[0], matter), Change::new(records[1], complaint)];
    let edits = engine.edits_in(&sync::Replica::default(), changes)?;
    let made: Membership = net::post(&path::cases(estate), &CaseNew { id: space, edits }).await?;
    engine.take_deals(vec![made]).await?;
    Ok(space)
}

/// Writes something in a case: kept on this device first, sent when it can be.
///
/// # Errors
/// `Forbidden` where the rules do not allow it as the case stands here.
pub async fn write(desk: Desk, case: &OwnCase, change: Change) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let replica = engine.deal_replica(case.space).await?;
    let exists = replica.has(change.id);
    let edits = engine.edits_in(&replica, vec![change])?;
    let now = Instant(clock::now_ms().cast_signed());
    for edit in &edits {
        let before = case.records.iter().find(|record| record.id == edit.id);
        let candidate = before.map_or_else(|| Record::first(edit), |record| record.merged(edit));
        check(&case.records, &candidate, exists, &case.writer, now).map_err(|_| Trouble::Forbidden)?;
    }
    engine.keep_deal_edits(case.space, &edits).await
}

/// Invites somebody by mail to be a party with an account.
pub async fn invite(case: SpaceId, email: &str) -> Result<(), Trouble> {
    super::team::invite(case, email, Role::Provider).await?;
    Ok(())
}

/// Who is a member of the case with an account: parties who joined.
pub async fn parties(case: SpaceId) -> Result<Vec<(AccountId, String)>, Trouble> {
    let members = super::team::members(case).await?.members.into_iter();
    Ok(members.map(|member| (member.account, member.email)).collect())
}
