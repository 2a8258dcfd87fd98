//! What a scheme gives to whom: nothing to a vendor who has lapsed, and above its threshold nothing that trustees have not approved.

use super::home::edit;
use super::{Answer, Person, Server, on_both};
use model::access::{Role, Sort};
use model::{AccountId, Edit, FileHash, RecordId, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::deal::{DealLink, DealNew};
use wire::push::{Outcome, Push};
use wire::share::Open;
use wire::space::{Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

const SCHEME: SpaceId = SpaceId(Uuid::from_u128(0xe5));
const AUTH: FileHash = FileHash([5; 32]);
/// The record of the scheme, its item of the plan, a vendor whose insurance has lapsed and one whose has not.
const PROFILE: u128 = 1;
const ITEM: u128 = 2;
const LAPSED: u128 = 3;
const HOLDS: u128 = 4;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn vendor(record: u128, insured_until: &str) -> Edit {
    let covers = json!([{"body": "Santam", "insurance": true, "expires": insured_until}]);
    edit(record, "vendor", &json!({"name": "A vendor", "approval": "approved", "covers": covers}))
}

fn call_out(record: u128, vendor: u128) -> Edit {
    let fields = json!({"title": "Gutters", "vendor": id(vendor), "day": "2026-12-01", "ordered_on": "2026-11-21"});
    edit(record, "bundle", &fields)
}

fn programme(record: u128, vendor: u128) -> Edit {
    let fields = json!({"name": "Paint", "sort": "exterior_paint", "from": "2026-12-01", "months": 2, "capacity": 2, "vendor": id(vendor)});
    edit(record, "programme", &fields)
}

fn job(record: u128, vendor: u128, finished: &str, bundle: Option<u128>) -> Edit {
    let fields = json!({"title": "Gutters", "vendor": id(vendor), "finished": finished, "bundle": bundle.map(id)});
    edit(record, "vendor_job", &fields)
}

/// Why an edit was refused; nothing where it was taken in.
fn why(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Accepted { .. } => String::new(),
        Outcome::Refused { code, faults } => faults.first().map_or(code.as_str(), |fault| &fault.field).to_owned(),
    }
}

impl Person {
    async fn gives(&self, space: SpaceId, edits: &[Edit]) -> Vec<String> {
        let reply: PushReply = self.post(&path::push(space), &Push { edits: edits.to_vec() }).await.ok();
        reply.answers.iter().map(|answer| why(&answer.outcome)).collect()
    }

    async fn votes(&self, record: u128, motion: u128, say: &str) -> Vec<String> {
        let fields = json!({"motion": id(motion), "member": self.account, "say": say, "name": "Somebody", "at": "2026-11-21T10:00:00.000Z"});
        self.gives(SCHEME, &[edit(record, "vote", &fields)]).await
    }
}

/// A scheme with its manager and three trustees.
async fn scheme(server: &Server, more: &Value) -> (Person, [Person; 3]) {
    let manager = server.person("manager").await;
    manager.post(path::ESTATES, &SpaceNew { id: SCHEME }).await.ok::<Membership>();
    let trustees = [server.person("ann").await, server.person("ben").await, server.person("cara").await];
    for trustee in &trustees {
        server.app.storage.join_for_test(SCHEME, trustee.account, Role::Trustee).await;
    }
    let mut profile = json!({"name": "Protea Mews", "approval_from": 2_500_000});
    profile.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
    let item = edit(ITEM, "capital_item", &json!({"name": "Roof of block A"}));
    let edits = [edit(PROFILE, "scheme", &profile), item, vendor(LAPSED, "2020-01-01"), vendor(HOLDS, "2036-01-01")];
    assert_eq!(manager.gives(SCHEME, &edits).await, ["", "", "", ""]);
    (manager, trustees)
}

#[tokio::test]
async fn a_vendor_who_has_lapsed_is_given_nothing() {
    on_both(async |server| {
        let (manager, _) = scheme(&server, &json!({})).await;
        let edits = [
            call_out(10, LAPSED),
            call_out(11, HOLDS),
            programme(12, LAPSED),
            programme(13, HOLDS),
            job(14, LAPSED, "2026-11-20", None),
        ];
        assert_eq!(manager.gives(SCHEME, &edits).await, ["lapsed", "", "lapsed", "", "lapsed"]);
        // On that day it had not, and a call-out that is only thought of is given to nobody.
        let thought = edit(15, "bundle", &json!({"title": "Gutters", "vendor": id(LAPSED)}));
        assert_eq!(manager.gives(SCHEME, &[job(16, LAPSED, "2019-12-31", None), thought]).await, ["", ""]);
        let ordered = edit(15, "bundle", &json!({"ordered_on": "2026-11-21"}));
        assert_eq!(manager.gives(SCHEME, &[ordered]).await, ["lapsed"]);
        // Who lapses after it was ordered finishes it, and the job counts; another name is no way round.
        let later =
            edit(HOLDS, "vendor", &json!({"covers": [{"body": "Santam", "insurance": true, "expires": "2026-11-01"}]}));
        let edits = [later, job(17, HOLDS, "2026-12-01", Some(11)), job(18, LAPSED, "2026-12-01", Some(11))];
        assert_eq!(manager.gives(SCHEME, &edits).await, ["", "", "lapsed"]);
        let moved = edit(11, "bundle", &json!({"day": "2026-12-08"}));
        let noted = edit(11, "bundle", &json!({"notes": "Mind the dog."}));
        let done = edit(11, "bundle", &json!({"done_on": "2026-12-01"}));
        assert_eq!(manager.gives(SCHEME, &[moved, noted, done]).await, ["lapsed", "", ""]);
        // Papers that come later let in what was refused.
        let renewed = vendor(LAPSED, "2036-01-01");
        assert_eq!(manager.gives(SCHEME, &[renewed, call_out(10, LAPSED)]).await, ["", ""]);
    })
    .await;
}

#[tokio::test]
async fn a_scheme_may_only_warn_of_what_has_lapsed() {
    on_both(async |server| {
        let (manager, _) = scheme(&server, &json!({"lapsed": "warn"})).await;
        let edits = [call_out(10, LAPSED), programme(12, LAPSED), job(14, LAPSED, "2026-11-20", None)];
        assert_eq!(manager.gives(SCHEME, &edits).await, ["", "", ""]);
        let suspended = edit(LAPSED, "vendor", &json!({"approval": "suspended", "why": "Left a mess."}));
        assert_eq!(manager.gives(SCHEME, &[suspended, call_out(11, LAPSED)]).await, ["", "lapsed"]);
    })
    .await;
}

fn deal(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(0xdea0 + number))
}

fn link(number: u128) -> ShareId {
    ShareId(Uuid::from_u128(0xd0 + number))
}

/// Asks a vendor by a deal of the scheme.
async fn ask(by: &Person, number: u128, vendor: u128) -> Answer {
    // What the third is asked for is another matter: of those who are asked for one, one is approved.
    let batch = if vendor == LAPSED { "c" } else { "b" };
    let request = json!({"title": "Roof of block A", "batch": batch, "from": id(ITEM), "contact": id(vendor), "provider": "A vendor"});
    let link = DealLink { id: link(number), auth_hash: FileHash::of(&AUTH.0), name: "A vendor".into() };
    let new = DealNew { id: deal(number), link, edits: vec![edit(100 + number, "request", &request)] };
    by.post(&path::deals(SCHEME), &new).await
}

/// A quote of so many cents that comes by the link of a deal.
async fn quote(server: &Server, number: u128, record: u128, cents: i64) {
    let mut vendor = server.stranger();
    let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
    let opened = vendor.post(&path::visit_open(link(number)), &open).await;
    opened.done();
    vendor.take_cookies(&opened);
    let lines = json!([{"id": "a", "what": "Waterproofing", "quantity": 1000, "price": cents}]);
    let fields = json!({"on": "2026-11-21", "title": "Roof", "lines": lines, "inclusive": true, "provider": {"name": "A vendor"}});
    let push = Push { edits: vec![edit(record, "quote", &fields)] };
    let reply: PushReply = vendor.post(&path::visit_push(link(number)), &push).await.ok();
    assert_eq!(why(&reply.answers[0].outcome), "");
}

fn approve(record: u128, quote: u128) -> Edit {
    let fields =
        json!({"on": id(quote), "verdict": "approve", "name": "The manager", "decided_at": "2026-11-21T10:00:00.000Z"});
    edit(record, "decision", &fields)
}

/// A matter on the offer that was quoted in the first deal, beside that in the second.
fn motion(record: u128, panel: &[AccountId], needed: u32, cents: i64) -> Edit {
    let offer =
        |number, quote, cents| json!({"name": "A vendor", "cents": cents, "deal": deal(number), "quote": id(quote)});
    let fields = json!({
        "title": "Roof of block A", "offers": [offer(1, 51, cents), offer(2, 52, 6_000_000)], "chosen": 0, "item": id(ITEM), "work": id(ITEM),
        "panel": panel, "needed": needed, "put_on": "2026-11-21",
    });
    edit(record, "motion", &fields)
}

#[tokio::test]
async fn several_vendors_quote_and_nothing_is_approved_without_two_of_three() {
    on_both(async |server| {
        let (manager, [ann, ben, cara]) = scheme(&server, &json!({})).await;
        ask(&ann, 1, HOLDS).await.refused(ErrorCode::Forbidden);
        for (number, vendor) in [(1, HOLDS), (2, HOLDS), (3, LAPSED)] {
            let made: Membership = ask(&manager, number, vendor).await.ok();
            assert_eq!((made.sort, made.home), (Sort::Deal, Some(SCHEME)));
        }
        quote(&server, 1, 51, 7_000_000).await;
        quote(&server, 2, 52, 6_000_000).await;
        quote(&server, 3, 53, 1_000_000).await;
        // Trustees see what came, and decide by their votes alone.
        let page: Page = cara.get(&path::pull(deal(1))).await.ok();
        assert_eq!(page.total, 2);
        cara.post(&path::push(deal(1)), &Push { edits: vec![approve(60, 51)] }).await.refused(ErrorCode::Forbidden);
        let panel = [ann.account, ben.account, cara.account];
        assert_eq!(manager.gives(deal(1), &[approve(60, 51)]).await, ["votes"]);
        // A matter that one is to approve is held to what the scheme says, and so is one that cost less.
        let edits =
            [motion(20, &panel, 1, 7_000_000), motion(21, &panel, 2, 6_500_000), motion(22, &panel, 2, 7_000_000)];
        assert_eq!(manager.gives(SCHEME, &edits).await, ["", "", ""]);
        assert_eq!(ann.votes(31, 20, "approve").await, [""]);
        for (record, trustee) in [(32, &ann), (33, &ben)] {
            assert_eq!(trustee.votes(record, 21, "approve").await, [""]);
        }
        assert_eq!(manager.gives(deal(1), &[approve(60, 51)]).await, ["votes"]);
        assert_eq!(
            (ann.votes(34, 22, "approve").await, cara.votes(35, 22, "decline").await),
            (vec!["".into()], vec!["".into()])
        );
        assert_eq!(manager.gives(deal(1), &[approve(60, 51)]).await, ["votes"]);
        assert_eq!(ben.votes(36, 22, "approve").await, [""]);
        // Two of three: that quote, and no other.
        assert_eq!(manager.gives(deal(2), &[approve(61, 52)]).await, ["votes"]);
        assert_eq!(manager.gives(deal(1), &[approve(60, 51)]).await, [""]);
        // Below the threshold a manager approves, but nobody who has lapsed.
        assert_eq!(manager.gives(deal(3), &[approve(62, 53)]).await, ["lapsed"]);
        let renewed = vendor(LAPSED, "2036-01-01");
        assert_eq!(manager.gives(SCHEME, &[renewed]).await, [""]);
        assert_eq!(manager.gives(deal(3), &[approve(62, 53)]).await, [""]);
        // Who leaves the scheme has left its deals.
        server.app.storage.leave_for_test(SCHEME, cara.account).await;
        cara.get(&path::pull(deal(1))).await.refused(ErrorCode::NotFound);
        manager.post(&path::deal_end(deal(2)), &()).await.done();
    })
    .await;
}

#[tokio::test]
async fn a_call_out_above_the_threshold_waits_for_the_votes() {
    on_both(async |server| {
        let (manager, [ann, ben, cara]) = scheme(&server, &json!({})).await;
        let unit = edit(40, "unit", &json!({"number": "1"}));
        let joins = json!({"bundle": id(41), "unit": id(40), "joins": true, "on": "2026-11-21"});
        let priced = json!({"title": "Gutters", "units": [id(40)], "call_out": 1_000_000, "each": 2_000_000, "vendor": id(HOLDS)});
        let edits = [unit, edit(41, "bundle", &priced), edit(42, "joining", &joins)];
        assert_eq!(manager.gives(SCHEME, &edits).await, ["", "", ""]);
        let order = || edit(41, "bundle", &json!({"ordered_on": "2026-11-21"}));
        assert_eq!(manager.gives(SCHEME, &[order()]).await, ["votes"]);
        let panel = [ann.account, ben.account, cara.account];
        let fields = json!({"title": "Gutters", "cents": 3_000_000, "work": id(41), "panel": panel, "needed": 2, "put_on": "2026-11-21"});
        assert_eq!(manager.gives(SCHEME, &[edit(43, "motion", &fields)]).await, [""]);
        assert_eq!((ann.votes(44, 43, "approve").await, ben.votes(45, 43, "approve").await), (vec!["".into()], vec!["".into()]));
        assert_eq!(manager.gives(SCHEME, &[order()]).await, [""]);
        // What was approved was that price.
        let dearer = edit(41, "bundle", &json!({"each": 2_500_000}));
        assert_eq!(manager.gives(SCHEME, &[dearer]).await, ["votes"]);
    })
    .await;
}
