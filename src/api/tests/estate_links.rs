//! Links of a scheme: trustees see what they were given and nobody's name, and a meeting pack stays what it was.

use super::home::edit;
use super::{Person, Server, on_both};
use axum::body::Body;
use axum::http::Method;
use model::grant::estate::{Part, of};
use model::grant::{Grant, Purpose, Tick, Verb};
use model::scheme::TOLD;
use model::{FileHash, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::push::Push;
use wire::share::{Open, Share, ShareChange, ShareMade, ShareNew, Sights, Visit};
use wire::space::{Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

const ESTATE: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0e07));
const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);

fn new(id: ShareId, grant: Grant) -> ShareNew {
    ShareNew {
        id,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Trustee,
        name: "Meeting in March".into(),
        grant,
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    }
}

/// Whoever owns a scheme in which a name stands in ten fields.
async fn manager(server: &Server) -> Person {
    let ann = server.person("ann").await;
    ann.post(path::ESTATES, &SpaceNew { id: ESTATE }).await.ok::<Membership>();
    let edits = vec![
        edit(
            1,
            "scheme",
            &json!({"name": "Protea Mews", "regime": "sectional_title", "trustees": ["kanarie Naidoo"], "agent_email": "kanarie@example.org", "notes": "kanarie"}),
        ),
        edit(
            2,
            "unit",
            &json!({"number": "12", "owner": "kanarie Naidoo", "owner_email": "kanarie@example.org", "owner_phone": "kanarie", "tenant": "kanarie tenant", "responsible": "kanarie agent", "notes": "kanarie dog"}),
        ),
        edit(
            3,
            "capital_item",
            &json!({"name": "Roof", "category": "roofing", "cost": 80_000_000, "relevant": "kanarie quoted"}),
        ),
        edit(4, "ask", &json!({"title": "Electrical certificates", "on": "2026-11-01", "text": "kanarie, please"})),
    ];
    write(&ann, edits).await;
    ann
}

async fn write(person: &Person, edits: Vec<model::Edit>) {
    let count = edits.len();
    let reply: PushReply = person.post(&path::push(ESTATE), &Push { edits }).await.ok();
    assert_eq!(super::home::accepted(&reply).len(), count, "{reply:?}");
}

async fn opened(server: &Server, share: ShareId, passcode: Option<&str>) -> Person {
    let mut visitor = server.stranger();
    let open = Open { auth: AUTH, passcode: passcode.map(Into::into), device: "Chrome on Android".into() };
    let answer = visitor.post(&path::visit_open(share), &open).await;
    answer.done();
    visitor.take_cookies(&answer);
    visitor
}

/// What a visitor is told, as it came and as it is read.
async fn told(visitor: &Person) -> (String, Visit) {
    let answer = visitor.get(&path::visit(LINK)).await;
    (String::from_utf8_lossy(&answer.body).into_owned(), answer.ok())
}

/// Without how units stand, which comes whenever it was worked out.
fn kinds(visit: &Visit) -> Vec<&str> {
    visit.records.iter().map(|record| record.kind.as_str()).filter(|kind| !TOLD.contains(kind)).collect()
}

#[tokio::test]
async fn a_trustee_by_link_sees_what_was_given_and_nobodys_name() {
    on_both(async |server| {
        let ann = manager(&server).await;
        ann.post(&path::shares(ESTATE), &new(LINK, of(Part::ALL))).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, None).await;
        let (text, visit) = told(&visitor).await;
        assert_eq!(kinds(&visit), ["scheme", "unit", "capital_item", "ask"]);
        assert!(!text.contains("kanarie") && !text.contains(&ann.account.to_string()), "{text}");
        assert!(text.contains("80000000"), "costs are a trustee's to know");
        // Narrowed, it holds at once.
        let mut narrow = of(&[Part::Grid]);
        narrow.ticks.clear();
        let change = ShareChange { grant: Some(narrow), ..ShareChange::default() };
        ann.change(&path::share(ESTATE, LINK), &change).await.ok::<Share>();
        let (text, visit) = told(&visitor).await;
        assert_eq!(kinds(&visit), ["scheme", "unit"]);
        assert!(!text.contains("kanarie") && !text.contains("80000000"), "{text}");
        // It opens nothing else, and takes nothing.
        for foreign in [path::pull(ESTATE), path::members(ESTATE), path::shares(ESTATE)] {
            assert_eq!(visitor.get(&foreign).await.status, 401, "{foreign}");
        }
        visitor.post(&path::visit_push(LINK), &Push { edits: Vec::new() }).await.refused(ErrorCode::NotFound);
        let sent =
            json!({"id": Uuid::from_u128(5), "sort": "remark", "name": "Me", "firm": "", "fields": {"text": "Hm"}});
        visitor.post(&path::visit_contributions(LINK), &sent).await.refused(ErrorCode::Forbidden);
        let log: Sights = ann.get(&path::share_log(ESTATE, LINK)).await.ok();
        assert_eq!(log.sights.len(), 3, "{log:?}");
        ann.delete(&path::share(ESTATE, LINK)).await.done();
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_pack_stays_what_it_was_byte_for_byte() {
    on_both(async |server| {
        let ann = manager(&server).await;
        let pack = ShareNew { snapshot: true, passcode: true, ..new(LINK, of(Part::ALL)) };
        let made: ShareMade = ann.post(&path::shares(ESTATE), &pack).await.ok();
        let digits = made.passcode.expect("it is told once");
        let shut = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: String::new() };
        shut.post(&path::visit_open(LINK), &open).await.refused(ErrorCode::Passcode);
        let visitor = opened(&server, LINK, Some(&digits)).await;
        let before = told(&visitor).await.0;
        write(
            &ann,
            vec![
                edit(2, "unit", &json!({"number": "12A"})),
                edit(3, "capital_item", &json!({"cost": 90_000_000})),
                edit(4, "ask", &json!({"deleted": true})),
                edit(5, "unit", &json!({"number": "13"})),
            ],
        )
        .await;
        assert_eq!(told(&visitor).await.0, before);
        assert_eq!(told(&opened(&server, LINK, Some(&digits)).await).await.0, before);
        let live: Page = ann.get(&path::pull(ESTATE)).await.ok();
        assert!(live.records.iter().any(|record| record.body.text().contains("12A")));
    })
    .await;
}

#[tokio::test]
async fn who_may_share_a_scheme_shares_what_is_of_schemes() {
    use model::access::Role;
    on_both(async |server| {
        let ann = manager(&server).await;
        let [office, trustee] = [server.person("office").await, server.person("trustee").await];
        server.app.storage.join_for_test(ESTATE, office.account, Role::Manager).await;
        server.app.storage.join_for_test(ESTATE, trustee.account, Role::Trustee).await;
        let all = of(Part::ALL);
        trustee.post(&path::shares(ESTATE), &new(LINK, all.clone())).await.refused(ErrorCode::Forbidden);
        for wrong in [
            Grant::of(Purpose::Trustee),
            Grant { kinds: [all.kinds.clone(), vec!["system".into()]].concat(), ..all.clone() },
            Grant { verbs: vec![Verb::View, Verb::Contribute], ..all.clone() },
            Grant { ticks: Tick::ALL.to_vec(), verbs: vec![Verb::View, Verb::Join], ..all.clone() },
        ] {
            ann.post(&path::shares(ESTATE), &new(LINK, wrong)).await.refused(ErrorCode::Invalid);
        }
        office.post(&path::shares(ESTATE), &new(LINK, all)).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, None).await;
        // A link lives no longer than its maker is there.
        ann.delete(&format!("{}/{}", path::members(ESTATE), office.account)).await.done();
        let gone = visitor.request(Method::GET, &path::visit(LINK));
        assert!(visitor.send(gone, Body::empty()).await.status.is_client_error());
        let after: Value = ann.get(&path::shares(ESTATE)).await.ok();
        assert_eq!(after["shares"].as_array().map(Vec::len), Some(1));
    })
    .await;
}
