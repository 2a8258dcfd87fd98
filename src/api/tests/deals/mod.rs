//! Deals: who gets into one, what is written there by whom, how invoices are numbered, and what becomes of them.

mod beside;
mod edge;
mod ends;
mod numbers;
mod papers;
mod people;
mod taken;
mod trusted;
mod written;

use super::home::{HOME, edit};
use super::{Person, Server, on_both};
use axum::http::{Method, StatusCode, header};
use model::{Edit, FileHash, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::deal::{DealKeep, DealLink, DealNew};
use wire::file::{Chunk, Received};
use wire::push::{Outcome, Push};
use wire::share::{Open, Visit};
use wire::space::Membership;
use wire::{ErrorCode, Page, PushReply, path};

const DEAL: SpaceId = SpaceId(Uuid::from_u128(0xdea1));
const LINK: ShareId = ShareId(Uuid::from_u128(0xd1));
const AUTH: FileHash = FileHash([5; 32]);

fn link(id: ShareId) -> DealLink {
    DealLink { id, auth_hash: FileHash::of(&AUTH.0), name: "Sipho Plumbing".into() }
}

fn request() -> Edit {
    edit(
        100,
        "request",
        &json!({"title": "Geyser leaks", "batch": "secret-batch", "contact": Uuid::from_u128(9), "from": Uuid::from_u128(8)}),
    )
}

fn new() -> DealNew {
    DealNew { id: DEAL, link: link(LINK), edits: vec![request()] }
}

fn line() -> Value {
    json!({"id": "a", "what": "New valve", "quantity": 1000, "price": 95_000})
}

fn quote(record: u128, more: &Value) -> Edit {
    let mut quote = json!({"on": "2026-11-21", "title": "Valve", "lines": [line()], "inclusive": true, "provider": {"name": "Sipho"}});
    quote.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    edit(record, "quote", &quote)
}

fn decision(record: u128, on: u128, verdict: &str) -> Edit {
    let moment = "2026-11-21T10:00:00.000Z";
    let fields = json!({"on": Uuid::from_u128(on), "verdict": verdict, "name": "Thandi", "decided_at": moment});
    edit(record, "decision", &fields)
}

fn invoice(record: u128, more: &Value) -> Edit {
    let mut invoice = json!({"on": "2026-11-22", "lines": [line()], "inclusive": true, "provider": {"name": "Sipho"}, "client": {"name": "Thandi"}});
    invoice.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    edit(record, "invoice", &invoice)
}

fn message(record: u128, side: &str) -> Edit {
    edit(record, "message", &json!({"side": side, "text": "Hello", "sent_at": "2026-11-21T10:00:00.000Z"}))
}

/// The owner of a home with one deal.
async fn asked(server: &Server) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    thandi.post(&path::deals(HOME), &new()).await.ok::<Membership>();
    thandi
}

impl Person {
    async fn write(&self, edits: &[Edit]) -> PushReply {
        self.post(&path::push(DEAL), &Push { edits: edits.to_vec() }).await.ok()
    }

    async fn send_by_link(&self, edits: &[Edit]) -> PushReply {
        self.post(&path::visit_push(LINK), &Push { edits: edits.to_vec() }).await.ok()
    }

    async fn keep(&self) -> super::Answer {
        self.post(path::DEAL_KEEP, &DealKeep { share: LINK, auth: AUTH, firm: None }).await
    }

    /// Sends a file into the deal, by the link where that is how one came; how a record names it.
    async fn photo(&self, address: &str, content: &[u8]) -> Value {
        let hash = FileHash::of(content);
        let chunk = Chunk { offset: 0, size: content.len() as u64 };
        let put = self.request(Method::PUT, &format!("{address}{}", chunk.query()));
        let put = put.header(header::CONTENT_TYPE, "application/octet-stream");
        assert!(self.send(put, content.to_vec().into()).await.ok::<Received>().complete);
        json!({"hash": hash, "name": "valve.jpg", "media": "image/jpeg", "size": content.len()})
    }

    async fn deal(&self) -> Page {
        self.get(&path::pull(DEAL)).await.ok()
    }
}

/// A quote that was made and approved.
async fn agreed(client: &Person, provider: &Person, deal: SpaceId) {
    for (person, edit) in [(provider, quote(50, &json!({}))), (client, decision(51, 50, "approve"))] {
        let told: PushReply = person.post(&path::push(deal), &Push { edits: vec![edit] }).await.ok();
        assert_eq!(why(&told), [""]);
    }
}

/// Who came by the link.
async fn sipho(server: &Server) -> Person {
    let mut sipho = server.stranger();
    let answer =
        sipho.post(&path::visit_open(LINK), &Open { auth: AUTH, passcode: None, device: "A phone".into() }).await;
    answer.done();
    sipho.take_cookies(&answer);
    sipho
}

/// Why each edit was refused: the field of its fault, or its code; nothing where it was taken.
fn why(reply: &PushReply) -> Vec<String> {
    let why = |outcome: &Outcome| match outcome {
        Outcome::Accepted { .. } => String::new(),
        Outcome::Refused { code: code @ (ErrorCode::Conflict | ErrorCode::Invalid), faults } => {
            faults.first().map_or(code.as_str(), |fault| &fault.field).to_owned()
        }
        Outcome::Refused { code, .. } => code.as_str().to_owned(),
    };
    reply.answers.iter().map(|answer| why(&answer.outcome)).collect()
}

#[tokio::test]
async fn a_deal_is_opened_once_with_what_is_asked_and_its_link() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let mut again = new();
        again.edits = vec![Edit { key: again.edits[0].key, ..request() }];
        let first: Membership = thandi.post(&path::deals(HOME), &new()).await.ok();
        assert_eq!((first.home, first.space), (Some(HOME), DEAL));
        let listed: Vec<Membership> = thandi.get(path::SPACES).await.ok();
        assert_eq!(listed.iter().map(|one| one.space).collect::<Vec<_>>(), [HOME, DEAL]);
        assert_eq!(thandi.deal().await.total, 1);
        let other = server.person("other").await;
        other.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
        other.post(&path::deals(HOME), &new()).await.refused(ErrorCode::NotFound);
        // What is refused leaves nothing behind.
        let elsewhere = SpaceId(Uuid::from_u128(0xdea2));
        let quoted =
            DealNew { id: elsewhere, link: link(ShareId(Uuid::from_u128(0xd2))), edits: vec![quote(1, &json!({}))] };
        thandi.post(&path::deals(HOME), &quoted).await.refused(ErrorCode::Forbidden);
        thandi.get(&path::pull(elsewhere)).await.refused(ErrorCode::NotFound);
        let taken = DealNew { id: elsewhere, ..new() };
        thandi.post(&path::deals(HOME), &taken).await.refused(ErrorCode::Conflict);
        thandi.post(&path::deals(HOME), &DealNew { id: HOME, ..new() }).await.refused(ErrorCode::Conflict);
    })
    .await;
}
