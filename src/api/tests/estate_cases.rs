//! Cases of a scheme: opened, answered, decided and appealed, seen by the parties and by nobody else.

use super::home::edit;
use super::{Person, Server, on_both};
use model::access::{Role, Sort};
use model::dispute::given;
use model::estate::case::{State, Terms};
use model::grant::Purpose;
use model::{Edit, FileHash, RecordId, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::account::Me;
use wire::deal::CaseNew;
use wire::push::{Outcome, Push};
use wire::share::{Open, ShareMade, ShareNew, Visit};
use wire::space::{Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

const ESTATE: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0e07));
const CASE: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0ca5));
const OTHER: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0ca6));
const LINK: ShareId = ShareId(Uuid::from_u128(0x79));
const AUTH: FileHash = FileHash([9; 32]);
const AT: &str = "2026-11-21T10:00:00.000Z";

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// What a case is about: Carl complains of Dora.
fn matter(carl: Option<&Person>) -> Edit {
    let mut complainant = json!({"id": rid(101), "role": "complainant", "name": "Carl"});
    if let Some(carl) = carl {
        complainant["account"] = json!(carl.account);
    }
    let respondent = json!({"id": rid(102), "role": "respondent", "name": "Dora", "link": LINK});
    edit(
        1,
        "dispute",
        &json!({"title": "Noise at night", "rule": "Conduct rule 5", "parties": [complainant, respondent]}),
    )
}

fn by_party(number: u128, act: &str, party: u128) -> Edit {
    edit(number, "dispute_act", &json!({"act": act, "party": rid(party), "text": "As I said.", "at": AT}))
}

fn by_office(number: u128, act: &str, office: &str) -> Edit {
    edit(number, "dispute_act", &json!({"act": act, "office": office, "text": "For these reasons.", "at": AT}))
}

/// Why an edit was refused, by its code and the field of its fault; nothing if it was taken in.
async fn pushed(person: &Person, path: &str, edit: Edit) -> Option<(ErrorCode, String)> {
    let reply: PushReply = person.post(path, &Push { edits: vec![edit] }).await.ok();
    match &reply.answers[0].outcome {
        Outcome::Accepted { .. } => None,
        Outcome::Refused { code, faults } => {
            Some((*code, faults.first().map(|fault| fault.field.clone()).unwrap_or_default()))
        }
    }
}

fn because(reason: &str) -> Option<(ErrorCode, String)> {
    Some((ErrorCode::Conflict, reason.to_owned()))
}

/// A scheme with its owner and a trustee, and a case that the owner opened for Carl, who has no account yet.
async fn scene(server: &Server) -> [Person; 3] {
    let [ann, bea, carl] = [server.person("ann").await, server.person("bea").await, server.person("carl").await];
    ann.post(path::ESTATES, &SpaceNew { id: ESTATE }).await.ok::<Membership>();
    server.app.storage.join_for_test(ESTATE, bea.account, Role::Trustee).await;
    let new = CaseNew { id: CASE, edits: vec![matter(None), by_party(2, "open", 101)] };
    let made: Membership = ann.post(&path::cases(ESTATE), &new).await.ok();
    assert_eq!((made.sort, made.role, made.home, made.head), (Sort::Case, Role::Owner, Some(ESTATE), 2));
    // Again is harmless.
    assert_eq!(ann.post(&path::cases(ESTATE), &new).await.ok::<Membership>(), made);
    server.app.storage.join_for_test(CASE, carl.account, Role::Provider).await;
    assert_eq!(pushed(&ann, &path::push(CASE), matter(Some(&carl))).await, None);
    [ann, bea, carl]
}

#[tokio::test]
async fn a_case_is_answered_decided_and_appealed_by_its_rules() {
    on_both(async |server| {
        let [ann, bea, carl] = scene(&server).await;
        let push = path::push(CASE);
        // Dora has no account: she comes by a link.
        let link = ShareNew {
            id: LINK,
            auth_hash: FileHash::of(&AUTH.0),
            purpose: Purpose::Trade,
            name: "Dora".into(),
            grant: given(),
            days: 30,
            passcode: false,
            snapshot: false,
            opens_max: None,
            unseen: false,
        };
        ann.post(&path::shares(CASE), &link).await.ok::<ShareMade>();
        let mut dora = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        let opened = dora.post(&path::visit_open(LINK), &open).await;
        opened.done();
        dora.take_cookies(&opened);
        let by_link = path::visit_push(LINK);
        assert_eq!(pushed(&dora, &by_link, by_party(3, "answer", 101)).await, because("not_yours"));
        assert_eq!(pushed(&dora, &by_link, by_party(3, "answer", 102)).await, None);
        let told: Vec<String> = server.mails().into_iter().filter(|mail| mail.contains("/estate/cases")).collect();
        // Once an hour, and never who wrote it: first Ann wrote, then Dora.
        assert_eq!(told.iter().filter(|mail| mail.starts_with("To: bea@example.org")).count(), 1, "{told:#?}");
        assert!(told.iter().all(|mail| !mail.contains("As I said")));
        let seen: Visit = dora.get(&path::visit(LINK)).await.ok();
        assert_eq!(seen.records.len(), 3);
        // Nobody speaks for somebody else, and no trustee decides before it was taken up.
        assert_eq!(pushed(&carl, &push, by_party(4, "appeal", 102)).await, because("not_yours"));
        assert_eq!(pushed(&carl, &push, by_office(4, "review", "manager")).await, because("not_yours"));
        assert_eq!(pushed(&ann, &push, by_party(4, "withdraw", 101)).await, because("not_yours"));
        assert_eq!(pushed(&bea, &push, by_office(4, "decide", "trustee")).await, because("too_early"));
        let shown = edit(
            5,
            "statement",
            &json!({"party": rid(101), "text": "Heard it.", "rule": "Conduct rule 5", "cents": 65_000, "at": AT}),
        );
        assert_eq!(pushed(&carl, &push, shown).await, None);
        assert_eq!(pushed(&bea, &push, by_office(6, "review", "trustee")).await, None);
        let bare = edit(7, "dispute_act", &json!({"act": "decide", "office": "trustee", "at": AT}));
        assert_eq!(pushed(&bea, &push, bare).await, Some((ErrorCode::Invalid, "text".to_owned())));
        assert_eq!(pushed(&bea, &push, by_office(7, "decide", "trustee")).await, None);
        assert_eq!(pushed(&bea, &push, by_office(8, "decide", "trustee")).await, because("decided"));
        assert_eq!(pushed(&carl, &push, by_party(8, "appeal", 101)).await, None);
        assert_eq!(pushed(&bea, &push, by_office(9, "decide_appeal", "trustee")).await, because("same_judge"));
        assert_eq!(pushed(&ann, &push, by_office(9, "decide_appeal", "trustee")).await, None);
        let late = edit(10, "statement", &json!({"party": rid(101), "text": "But still.", "at": AT}));
        assert_eq!(pushed(&carl, &push, late).await, because("over"));
        let page: Page = carl.get(&path::pull(CASE)).await.ok();
        let today = server.app.clock.now().date(120);
        assert_eq!(model::dispute::case(&page.records).state(&Terms::default(), today), State::Closed);
    })
    .await;
}

#[tokio::test]
async fn a_case_is_seen_by_its_parties_and_by_nobody_else() {
    on_both(async |server| {
        let [ann, bea, carl] = scene(&server).await;
        let eve = server.person("eve").await;
        let other = CaseNew { id: OTHER, edits: vec![matter(None), by_party(2, "open", 101)] };
        bea.post(&path::cases(ESTATE), &other).await.ok::<Membership>();
        server.app.storage.join_for_test(OTHER, eve.account, Role::Provider).await;
        for person in [&ann, &bea, &carl] {
            person.get(&path::pull(CASE)).await.ok::<Page>();
        }
        eve.get(&path::pull(CASE)).await.refused(ErrorCode::NotFound);
        carl.get(&path::pull(OTHER)).await.refused(ErrorCode::NotFound);
        // A party is told nothing of the scheme, not even which it is.
        carl.get(&path::pull(ESTATE)).await.refused(ErrorCode::NotFound);
        carl.get(&path::shares(CASE)).await.refused(ErrorCode::Forbidden);
        carl.post(&path::cases(CASE), &other).await.refused(ErrorCode::NotFound);
        let me: Me = carl.get(path::ME).await.ok();
        let told: Vec<_> = me.spaces.iter().map(|one| (one.space, one.role, one.sort, one.home)).collect();
        assert_eq!(told, [(CASE, Role::Provider, Sort::Case, None)]);
        assert_eq!(bea.get(path::ME).await.ok::<Me>().spaces.len(), 3);
        // Nothing of a scheme or a home is written to a case, and nothing of a case to a scheme.
        let unit = edit(50, "unit", &json!({"number": "1"}));
        assert_eq!(pushed(&ann, &path::push(CASE), unit).await, Some((ErrorCode::Forbidden, String::new())));
        let said = edit(51, "statement", &json!({"party": rid(101), "text": "Hm", "at": AT}));
        assert_eq!(pushed(&ann, &path::push(ESTATE), said).await, Some((ErrorCode::Forbidden, String::new())));
        // Whose membership of the scheme ends sees no case any more; who leaves a case sees that one no more.
        ann.delete(&format!("{}/{}", path::members(ESTATE), bea.account)).await.done();
        bea.get(&path::pull(CASE)).await.refused(ErrorCode::NotFound);
        carl.delete(&format!("{}/{}", path::members(CASE), carl.account)).await.done();
        carl.get(&path::pull(CASE)).await.refused(ErrorCode::NotFound);
        let links: Value = ann.get(&path::shares(CASE)).await.ok();
        assert_eq!(links["shares"], json!([]));
    })
    .await;
}
