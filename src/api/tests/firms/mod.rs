//! Firms: a provider's own space, its team, and the deals that it keeps.

mod ends;
mod money;
mod team;
mod work;

use super::home::{HOME, edit};
use super::{Person, Server, on_both};
use model::access::{Role, Sort};
use model::{AccountId, Edit, FileHash, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::closing::Closing;
use wire::deal::{DealKeep, DealLink, DealNew};
use wire::push::{Outcome, Push};
use wire::space::{Accept, Invitation, Invite, Member, Members, Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

const FIRM: SpaceId = SpaceId(Uuid::from_u128(0xf1));
const DEAL: SpaceId = deal(1);
const AUTH: FileHash = FileHash([5; 32]);

const fn deal(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(0xdea0 + number))
}

fn link(number: u128) -> ShareId {
    ShareId(Uuid::from_u128(0xd0 + number))
}

/// A client who asks in so many deals.
async fn asked(server: &Server, deals: u128) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    for number in 1..=deals {
        let link = DealLink { id: link(number), auth_hash: FileHash::of(&AUTH.0), name: "Sipho Plumbing".into() };
        let request = edit(100, "request", &json!({"title": "Geyser leaks"}));
        let new = DealNew { id: deal(number), link, edits: vec![request] };
        thandi.post(&path::deals(HOME), &new).await.ok::<Membership>();
    }
    thandi
}

fn duty(record: u128, deal: SpaceId, member: AccountId) -> Edit {
    edit(record, "duty", &json!({"deal": deal, "member": member, "on": "2026-11-30", "note": "duty-note"}))
}

fn time(record: u128, member: AccountId) -> Edit {
    edit(
        record,
        "time",
        &json!({"deal": DEAL, "member": member, "on": "2026-11-30", "minutes": 90, "note": "time-note"}),
    )
}

fn message(record: u128) -> Edit {
    edit(record, "message", &json!({"side": "provider", "text": "Hello", "sent_at": "2026-11-21T10:00:00.000Z"}))
}

impl Person {
    async fn with_firm(self) -> Self {
        let made: Membership = self.post(path::FIRMS, &SpaceNew { id: FIRM }).await.ok();
        assert_eq!((made.space, made.role, made.sort), (FIRM, Role::Owner, Sort::Firm));
        self
    }

    async fn keep_for_firm(&self, number: u128) -> Membership {
        self.post(path::DEAL_KEEP, &DealKeep { share: link(number), auth: AUTH, firm: Some(FIRM) }).await.ok()
    }

    async fn write_in(&self, space: SpaceId, edits: &[Edit]) -> Vec<String> {
        let reply: PushReply = self.post(&path::push(space), &Push { edits: edits.to_vec() }).await.ok();
        let why = |outcome: &Outcome| match outcome {
            Outcome::Accepted { .. } => String::new(),
            Outcome::Refused { code, .. } => code.as_str().to_owned(),
        };
        reply.answers.iter().map(|answer| why(&answer.outcome)).collect()
    }

    async fn page(&self, space: SpaceId) -> Page {
        self.get(&path::pull(space)).await.ok()
    }

    /// The spaces that they are told of, each as what.
    async fn spaces(&self) -> Vec<(SpaceId, Role)> {
        let listed: Vec<Membership> = self.get(path::SPACES).await.ok();
        let heads: Vec<Value> = self.get(path::HEADS).await.ok();
        assert_eq!(listed.len(), heads.len(), "both go by one rule");
        listed.into_iter().map(|one| (one.space, one.role)).collect()
    }
}

/// Somebody who was invited to the firm and came.
async fn joined(server: &Server, by: &Person, name: &str, role: Role) -> Person {
    let invite = Invite { email: format!("{name}@example.org"), role };
    let invitation: Invitation = by.post(&path::invitations(FIRM), &invite).await.ok();
    let link = invitation.link.expect("who invites is told the link");
    let token = link.split_once('#').expect("a token").1.to_owned();
    let person = server.person(name).await;
    let joined: Membership = person.post(path::ACCEPT, &Accept { token }).await.ok();
    assert_eq!((joined.space, joined.role, joined.sort), (FIRM, role, Sort::Firm));
    person
}

async fn remove(by: &Person, person: &Person) {
    by.delete(&format!("{}/{}", path::members(FIRM), person.account)).await.done();
}

#[tokio::test]
async fn a_firm_is_made_once_and_is_no_home() {
    on_both(async |server| {
        let sipho = server.person("sipho").await.with_firm().await.with_firm().await;
        sipho.post(path::FIRMS, &SpaceNew { id: deal(9) }).await.refused(ErrorCode::Conflict);
        sipho.post(path::SPACES, &SpaceNew { id: FIRM }).await.refused(ErrorCode::Conflict);
        let thandi = server.person("thandi").await.with_home().await;
        thandi.post(path::FIRMS, &SpaceNew { id: HOME }).await.refused(ErrorCode::Conflict);
        thandi.post(path::FIRMS, &SpaceNew { id: FIRM }).await.refused(ErrorCode::Conflict);
        thandi.get(&path::pull(FIRM)).await.refused(ErrorCode::NotFound);
        assert_eq!(sipho.spaces().await, [(FIRM, Role::Owner)]);
        let zone = edit(1, "zone", &json!({"name": "Roof"}));
        let price = edit(2, "price", &json!({"what": "Hour", "price": 65_000}));
        assert_eq!(sipho.write_in(FIRM, &[zone, price]).await, ["forbidden", ""]);
        for path in [path::shares(FIRM), path::reminders(FIRM), path::reporting(FIRM), path::contributions(FIRM)] {
            sipho.get(&path).await.refused(ErrorCode::Forbidden);
        }
        sipho.get(&path::report(FIRM)).await.refused(ErrorCode::Forbidden);
        sipho.post(&path::deal_end(FIRM), &Value::Null).await.refused(ErrorCode::Forbidden);
        let offer = json!({"email": "ben@example.org", "private": [], "message": ""});
        sipho.post(&path::handover_offer(FIRM), &offer).await.refused(ErrorCode::Forbidden);
    })
    .await;
}
