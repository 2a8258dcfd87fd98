//! `/api/handovers`: a home changes hands in two steps and a wait, whole but for what stays private, and nobody keeps a way in.

mod ends;
mod private;
mod steps;
mod twice;

use super::home::{HOME, edit, zone};
use super::{Answer, Person, Server};
use crate::sweep::sweep;
use model::handover::Private;
use model::{AccountId, FileHash, RecordId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::handover::{Handover, HandoverNew, Handovers};
use wire::path;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

const INVOICE: &[u8] = b"%PDF-1.7 canary cost paper";
const PLATE: &[u8] = b"\xff\xd8\xff\xe0 a plate";

impl Person {
    /// What it takes part in, the latest first.
    async fn handovers(&self) -> Vec<Handover> {
        self.get(path::HANDOVERS).await.ok::<Handovers>().handovers
    }

    /// Offers [`HOME`] to an address.
    async fn offer(&self, email: &str, private: &[Private]) -> Answer {
        let new = HandoverNew { email: email.into(), private: private.into(), message: "Look after the roses".into() };
        self.post(&path::handover_offer(HOME), &new).await
    }

    async fn accept_home(&self, handover: &Handover) -> Answer {
        self.post(&path::handover_accept(&handover.id), &Value::Null).await
    }

    async fn stop(&self, handover: &Handover) -> Answer {
        self.post(&path::handover_stop(&handover.id), &Value::Null).await
    }
}

fn file(content: &[u8], name: &str) -> Value {
    let media = if content.starts_with(b"%PDF") { "application/pdf" } else { "image/jpeg" };
    json!({"hash": FileHash::of(content), "name": name, "media": media, "size": content.len(), "caption": "canary note below"})
}

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// The owner of a home in which every private class has its canaries, some of them in its past only.
async fn owner(server: &Server) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    for content in [INVOICE, PLATE] {
        thandi.upload(content).await.ok::<Value>();
    }
    let money = |cents: i64| json!({"cents": cents, "currency": "ZAR"});
    let past = json!({"record": rid(2), "rev": 1, "by": AccountId(Uuid::from_u128(7)), "name": "canary name@example.org", "fields": {"notes": "canary note of old", "title": "Fitted"}});
    thandi
        .push(&[
            edit(1, "property", &json!({"name": "Rose Cottage", "notes": "canary note on the alarm"})),
            edit(2, "entry", &json!({"title": "Geyser fitted", "when": "2024", "done_by": "canary name of a cousin", "cost": money(9_876_543), "documents": [rid(4), rid(5)], "contact": rid(7), "notes": "canary note on it"})),
            edit(3, "system", &json!({"name": "Geyser", "price": money(9_876_544), "files": [file(PLATE, "canary name.jpg")]})),
            edit(4, "document", &json!({"title": "canary cost in all", "type": "invoice", "file": file(INVOICE, "canary cost.pdf")})),
            edit(5, "document", &json!({"title": "Manual", "type": "manual", "file": file(PLATE, "manual.jpg"), "facts": [{"name": "paid", "value": "canary cost R 7"}]})),
            edit(6, "contact", &json!({"name": "Sipho Plumbing", "role": "tradesperson", "phone": "021 555 0100", "person": "canary name of Sipho"})),
            edit(7, "contact", &json!({"name": "canary name of a neighbour", "role": "other"})),
            zone(8, "Roof"),
            edit(9, "past", &json!({"part": 0, "text": format!("{past}\n")})),
        ])
        .await;
    thandi.push(&[edit(3, "system", &json!({"price": money(9_876_545), "notes": "canary note"}))]).await;
    thandi.push(&[edit(3, "system", &json!({"price": null, "notes": null}))]).await;
    thandi
}

/// An owner, and a buyer whom the home was offered.
async fn offered(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben) = (owner(server).await, server.person("ben").await);
    let offered: Handover = thandi.offer("ben@example.org", private).await.ok();
    (thandi, ben, offered)
}

/// The same, and the buyer has accepted.
async fn accepted(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben, offered) = offered(server, private).await;
    let accepted: Handover = ben.accept_home(&offered).await.ok();
    (thandi, ben, accepted)
}

/// The same, and its time has come.
async fn done(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben, handover) = accepted(server, private).await;
    server.app.clock.advance_ms(72 * HOUR_MS);
    sweep(&server.app).await.expect("swept");
    (thandi, ben, handover)
}

fn mails_to<'m>(mails: &'m [String], name: &str) -> Vec<&'m String> {
    mails.iter().filter(|mail| mail.starts_with(&format!("To: {name}@example.org\n"))).collect()
}
