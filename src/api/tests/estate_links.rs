//! Links of a scheme: trustees see what they were given and nobody's name, and a meeting pack stays what it was.

use super::home::edit;
use super::{Person, Server, on_both};
use axum::body::Body;
use axum::http::Method;
use model::grant::estate::{Part, of, with_cases};
use model::grant::{Grant, Purpose, Tick, Verb};
use model::scheme::TOLD;
use model::{FileHash, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::deal::CaseNew;
use wire::file::Received;
use wire::push::Push;
use wire::share::{Open, Share, ShareChange, ShareMade, ShareNew, Sights, Visit, VisitCases};
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

/// A case of which a party's name, a number and a photo stand in it.
async fn quarrel(ann: &Person) {
    let parties = json!([{"id": Uuid::from_u128(101), "role": "complainant", "name": "kanarie Carl"},
        {"id": Uuid::from_u128(102), "role": "respondent", "name": "kanarie Dora"}]);
    let photo =
        json!([{"hash": FileHash::of(PHOTO), "name": "kanarie.pdf", "media": "application/pdf", "size": PHOTO.len()}]);
    let open = json!({"act": "open", "party": Uuid::from_u128(101), "text": "kanarie sings", "name": "kanarie",
        "files": photo, "at": "2026-11-21T10:00:00.000Z"});
    let edits = vec![
        edit(1, "dispute", &json!({"title": "Noise at night", "unit_name": "Unit kanarie", "parties": parties})),
        edit(2, "dispute_act", &open),
    ];
    ann.post(&path::cases(ESTATE), &CaseNew { id: CASE, edits }).await.ok::<Membership>();
    let put = format!("{}?offset=0&size={}", path::file(CASE, FileHash::of(PHOTO)), PHOTO.len());
    let request = ann.request(Method::PUT, &put).header("content-type", "application/octet-stream");
    ann.send(request, Body::from(PHOTO)).await.ok::<Received>();
}

const CASE: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0ca5));
const PHOTO: &[u8] = b"%PDF-1.7 kanarie";

fn with(ticks: &[Tick]) -> Grant {
    Grant { ticks: ticks.to_vec(), ..with_cases(of(Part::ALL)) }
}

async fn cases(visitor: &Person) -> (String, Vec<Vec<model::Record>>) {
    let answer = visitor.get(&path::visit_cases(LINK)).await;
    (String::from_utf8_lossy(&answer.body).into_owned(), answer.ok::<VisitCases>().cases)
}

#[tokio::test]
async fn cases_come_by_a_link_only_where_they_are_ticked_and_with_a_passcode() {
    on_both(async |server| {
        let ann = manager(&server).await;
        quarrel(&ann).await;
        ann.post(&path::shares(ESTATE), &new(LINK, with(&[]))).await.refused(ErrorCode::Invalid);
        let shut = ShareNew { passcode: true, ..new(LINK, with(&[])) };
        let made: ShareMade = ann.post(&path::shares(ESTATE), &shut).await.ok();
        let digits = made.passcode.expect("it is told once");
        let visitor = opened(&server, LINK, Some(&digits)).await;
        let (text, given) = cases(&visitor).await;
        assert!(given.len() == 1 && given[0].len() == 2 && text.contains("Noise at night"), "{text}");
        assert!(!text.contains("kanarie") && !text.contains("hash") && !text.contains(&CASE.to_string()), "{text}");
        let photo = path::visit_file(LINK, FileHash::of(PHOTO));
        visitor.get(&photo).await.refused(ErrorCode::NotFound);
        let give = |ticks: &[Tick]| ShareChange { grant: Some(with(ticks)), ..ShareChange::default() };
        ann.change(&path::share(ESTATE, LINK), &give(&[Tick::Names, Tick::Papers])).await.ok::<Share>();
        let (text, _) = cases(&visitor).await;
        assert!(text.contains("kanarie Carl") && text.contains("hash") && !text.contains("sings"), "{text}");
        assert_eq!(visitor.get(&photo).await.body, PHOTO);
        // Without the cases, at once nothing of them is left; what the link still gives is.
        let less = ShareChange { grant: Some(of(Part::ALL)), ..ShareChange::default() };
        ann.change(&path::share(ESTATE, LINK), &less).await.ok::<Share>();
        assert_eq!(cases(&visitor).await.1.len(), 0);
        visitor.get(&photo).await.refused(ErrorCode::NotFound);
        assert!(!told(&visitor).await.0.contains("Noise"));
        // A link without a passcode never gets them.
        let open = ShareId(Uuid::from_u128(0x78));
        ann.post(&path::shares(ESTATE), &new(open, of(Part::ALL))).await.ok::<ShareMade>();
        ann.change(&path::share(ESTATE, open), &give(&[])).await.refused(ErrorCode::Invalid);
    })
    .await;
}

#[tokio::test]
async fn a_pack_keeps_its_cases_gives_less_if_wished_and_never_more() {
    on_both(async |server| {
        let ann = manager(&server).await;
        quarrel(&ann).await;
        let pack = ShareNew { snapshot: true, passcode: true, ..new(LINK, with(&[Tick::Notes])) };
        let made: ShareMade = ann.post(&path::shares(ESTATE), &pack).await.ok();
        let visitor = opened(&server, LINK, made.passcode.as_deref()).await;
        let (records, before) = (told(&visitor).await.0, cases(&visitor).await.0);
        assert!(before.contains("kanarie sings") && !before.contains("kanarie Carl"), "{before}");
        let review =
            json!({"act": "answer", "party": Uuid::from_u128(102), "text": "No.", "at": "2026-11-22T10:00:00.000Z"});
        let push = Push { edits: vec![edit(3, "dispute_act", &review)] };
        ann.post(&path::push(CASE), &push).await.ok::<PushReply>();
        write(&ann, vec![edit(2, "unit", &json!({"number": "12B"}))]).await;
        assert_eq!((told(&visitor).await.0, cases(&visitor).await.0), (records, before));
        let give = |ticks: &[Tick]| ShareChange { grant: Some(with(ticks)), ..ShareChange::default() };
        ann.change(&path::share(ESTATE, LINK), &give(&[Tick::Notes, Tick::Names])).await.refused(ErrorCode::Invalid);
        ann.change(&path::share(ESTATE, LINK), &give(&[])).await.ok::<Share>();
        assert!(!cases(&visitor).await.0.contains("sings"));
    })
    .await;
}
