//! What the first deal comes to, and who is told of it.

use super::scene::{DEALS, rid};
use crate::tests::Person;
use crate::tests::home::edit;
use model::Edit;
use serde_json::json;
use wire::push::{Answer, Outcome, Push};
use wire::{PushReply, path};

/// What stands in the bill of the first deal, of which no technician is told, and nowhere else.
pub(super) const IN_MONEY: &str = "kept-in-money";

/// A quote to the first deal, approved, billed and paid, of which a technician is told none of the money.
pub(super) async fn bill_client(client: &Person, provider: &Person) {
    let line = json!([{"id": "a", "what": "New valve", "quantity": 1000, "price": 95_000}]);
    let from = json!({"name": "Sipho"});
    let on = "2026-11-21";
    let moment = "2026-11-21T10:00:00.000Z";
    let records = [
        (
            provider,
            51,
            "quote",
            json!({"on": on, "title": "Valve", "lines": line, "provider": from, "terms": IN_MONEY}),
        ),
        (
            client,
            52,
            "decision",
            json!({"on": rid(0, 51), "verdict": "approve", "name": "Owner", "decided_at": moment}),
        ),
        (provider, 53, "invoice", json!({"on": on, "lines": line, "provider": from, "notes": IN_MONEY})),
        (
            provider,
            54,
            "payment",
            json!({"of": rid(0, 53), "side": "provider", "cents": 5, "on": on, "reference": IN_MONEY}),
        ),
    ];
    for (person, number, kind, fields) in records {
        let edits = vec![Edit { id: rid(0, number), ..edit(0, kind, &fields) }];
        let reply: PushReply = person.post(&path::push(DEALS[0]), &Push { edits }).await.ok();
        let is_taken = |answer: &Answer| matches!(answer.outcome, Outcome::Accepted { .. });
        assert!(reply.answers.iter().all(is_taken), "{kind}: {reply:?}");
    }
}
