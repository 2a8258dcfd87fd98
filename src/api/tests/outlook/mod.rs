//! What suppliers may expect: who is counted, what is published and when, and who is told.

mod agreeing;
mod attacker;
mod links;
mod publishing;

use super::home::{accepted, edit};
use super::{Person, Server, on_both};
use crate::outlook;
use hkdf::Hkdf;
use model::link::Link;
use model::{FileHash, SpaceId};
use serde_json::json;
use sha2::Sha256;
use uuid::Uuid;
use wire::outlook::{AUTH, Agreed, Counted, Figure, Proof, Told};
use wire::path;
use wire::push::{Push, PushReply};
use wire::space::{Membership, SpaceNew};

const DAY_MS: i64 = 86_400_000;
/// A month and what is left of it: after that another month has begun, and who agreed before counts.
const MONTH_MS: i64 = 31 * DAY_MS;
const SUBURB: &str = "rondebosch";

/// A home that nobody else has.
fn space(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(0x0ff1_0000_0000 + number))
}

/// Writes down that a home will need so many anodes in May 2027.
async fn write(person: &Person, home: SpaceId, suburb: &str, pieces: i64, turn: u64) {
    let parts = json!([{"name": "Anode", "quantity": pieces}]);
    let task = json!({"title": "Anode", "due": "2027-05-15", "catalogue": "geyser.anode", "parts": parts});
    let property = json!({"name": "Ours", "suburb": suburb, "city": "Cape Town"});
    let mut edits = vec![edit(1, "property", &property), edit(2, "task", &task)];
    edits.iter_mut().for_each(|edit| edit.stamp.at_ms += turn);
    let reply: PushReply = person.post(&path::push(home), &Push { edits }).await.ok();
    assert_eq!(accepted(&reply).len(), 2, "{:?}", reply.answers);
}

/// Makes a home of that kind whose owner agrees.
async fn furnish(person: &Person, home: SpaceId, suburb: &str, pieces: i64) {
    person.post(path::SPACES, &SpaceNew { id: home }).await.ok::<Membership>();
    write(person, home, suburb, pieces, 0).await;
    person.agree(home, true).await;
}

impl Person {
    async fn agree(&self, home: SpaceId, agreed: bool) {
        self.change(&path::counted(home), &Agreed { agreed }).await.done();
    }

    async fn counts(&self, home: SpaceId) -> bool {
        self.get(&path::counted(home)).await.ok::<Counted>().since.is_some()
    }
}

/// So many people, each with a home in one suburb that will need as many anodes.
async fn neighbours(server: &Server, count: u128, pieces: i64) -> Vec<Person> {
    let mut people = Vec::new();
    for number in 0..count {
        let person = server.person(&format!("neighbour{number}")).await;
        furnish(&person, space(number), SUBURB, pieces).await;
        people.push(person);
    }
    people
}

/// What the address of a link says, and what is derived from its secret as a browser derives it.
fn read(address: &str) -> (Link, Proof) {
    let (_, fragment) = address.trim().split_once('#').expect("a fragment");
    let link: Link = fragment.parse().expect("a link");
    let mut auth = [0; 32];
    Hkdf::<Sha256>::new(None, &link.secret).expand(AUTH.as_bytes(), &mut auth).expect("short enough");
    (link, Proof { auth: FileHash(auth) })
}

/// What a supplier is told now.
async fn told(server: &Server) -> Vec<Figure> {
    let address = outlook::link(&server.app, "Hardware", 1).await.expect("a link");
    let (link, proof) = read(&address);
    server.stranger().post(&path::outlook(link.share), &proof).await.ok::<Told>().figures
}

/// So many pieces of each figure.
fn quantities(figures: &[Figure]) -> Vec<u64> {
    figures.iter().map(|figure| figure.quantity).collect()
}
