//! Logbooks of the units of a scheme: held, opened, linked, withdrawn, and what the scheme is told by them.

mod complaint;
mod ends;
mod owner;
mod rights;
mod told;

use super::home::{HOME, edit, zone};
use super::{Person, Server, on_both};
use crate::estate::look;
use model::access::{Role, Sort};
use model::scheme::{Hidden, Inventory, UnitStanding};
use model::standing::living;
use model::{Edit, Record, RecordId, SpaceId};
use serde_json::json;
use uuid::Uuid;
use wire::estate::{EstateLink, LogbookInvite, LogbookInvited, LogbookNew, LogbookOpen, LogbooksNew};
use wire::push::{Outcome, Push};
use wire::space::{Accept, Invitation, Invite, Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

const ESTATE: SpaceId = SpaceId(Uuid::from_u128(0xe5));
/// The home that the scheme holds of its first unit.
const HELD: SpaceId = SpaceId(Uuid::from_u128(0xe51));
const UNIT: RecordId = RecordId(Uuid::from_u128(0xa1));
const OTHER_UNIT: RecordId = RecordId(Uuid::from_u128(0xa2));

fn unit(record: RecordId, number: &str) -> Edit {
    Edit { id: record, ..edit(0, "unit", &json!({ "number": number })) }
}

/// What stands in a home: a geyser, a board and an electrical certificate; what the geyser cost, and a message are nobody's business.
fn furniture() -> Vec<Edit> {
    let file = json!([{"hash": "09".repeat(32), "name": "a.pdf", "media": "application/pdf", "size": 1}]);
    vec![
        edit(
            1,
            "system",
            &json!({"name": "Geyser", "type": "geyser", "installed": "2020", "make": "Kwikot",
            "price": {"cents": 1_234_567, "currency": "ZAR"}}),
        ),
        edit(2, "system", &json!({"name": "Board", "type": "distribution_board", "notes": "hidden-note"})),
        edit(
            3,
            "certificate",
            &json!({"type": "electrical", "issued": "2025-06-01", "test_report": true, "issuer": "hidden-name",
            "files": file}),
        ),
    ]
}

impl Person {
    /// Takes a scheme of two units into the account.
    async fn with_estate(self) -> Self {
        let made: Membership = self.post(path::ESTATES, &SpaceNew { id: ESTATE }).await.ok();
        assert_eq!((made.role, made.sort), (Role::Owner, Sort::Estate));
        let scheme = edit(0xa0, "scheme", &json!({"name": "Protea Mews", "agent": "Agent"}));
        self.write_to(ESTATE, &[scheme, unit(UNIT, "1"), unit(OTHER_UNIT, "2")]).await;
        self
    }

    /// Writes what is taken in.
    async fn write_to(&self, space: SpaceId, edits: &[Edit]) {
        let reply: PushReply = self.post(&path::push(space), &Push { edits: edits.to_vec() }).await.ok();
        let is_in = reply.answers.iter().all(|one| matches!(one.outcome, Outcome::Accepted { .. }));
        assert!(is_in, "{:?}", reply.answers);
    }

    async fn records(&self, space: SpaceId) -> Vec<Record> {
        self.get(&path::pull(space)).await.ok::<Page>().records
    }

    /// How the first unit stands, and what is in it.
    async fn told(&self, server: &Server) -> (UnitStanding, Inventory) {
        look(&server.app).await.expect("it is looked");
        let records = self.records(ESTATE).await;
        let standing = living::<UnitStanding>(&records).into_iter().map(|one| one.letter);
        let inventory = living::<Inventory>(&records).into_iter().map(|one| one.letter);
        let own = |unit: Option<RecordId>| unit == Some(UNIT);
        (
            standing.into_iter().find(|one| own(one.unit)).unwrap_or_default(),
            inventory.into_iter().find(|one| own(one.unit)).unwrap_or_default(),
        )
    }

    async fn hold_unit(&self, edits: Vec<Edit>) {
        let new = LogbooksNew { logbooks: vec![LogbookNew { unit: UNIT, home: HELD, edits }] };
        self.post(&path::logbooks(ESTATE), &new).await.done();
    }

    async fn open_unit(&self) -> Membership {
        self.post(&path::logbook_open(ESTATE), &LogbookOpen { unit: UNIT }).await.ok()
    }

    /// The secret of a link for the owner of the first unit.
    async fn owner_link(&self) -> String {
        let invite = LogbookInvite { unit: UNIT, email: None };
        let invited: LogbookInvited = self.post(&path::logbook_invite(ESTATE), &invite).await.ok();
        invited.link.split_once("/link#").expect("a link").1.to_owned()
    }

    async fn link_home(&self, token: String, shows: Option<&[Hidden]>) -> Membership {
        let link = EstateLink { token, home: Some(HOME), shows: shows.map(<[_]>::to_vec) };
        self.post(path::ESTATE_LINK, &link).await.ok()
    }
}

/// Somebody who was invited to the scheme and came.
async fn joined(server: &Server, by: &Person, name: &str, role: Role) -> Person {
    let invite = Invite { email: format!("{name}@example.org"), role };
    let invitation: Invitation = by.post(&path::invitations(ESTATE), &invite).await.ok();
    let token = invitation.link.and_then(|link| Some(link.split_once('#')?.1.to_owned())).expect("a link");
    let person = server.person(name).await;
    person.post(path::ACCEPT, &Accept { token }).await.ok::<Membership>();
    person
}

/// A scheme, and the owner of its first unit with a furnished home that is not linked yet.
async fn scene(server: &Server) -> (Person, Person) {
    let agent = server.person("agent").await.with_estate().await;
    let thandi = server.person("thandi").await.with_home().await;
    thandi.write_to(HOME, &furniture()).await;
    (agent, thandi)
}
