//! Who is in the matrix, and everything that can be named in it.

use super::bill::bill_client;
use super::people::{Who, people};
use crate::tests::home::{edit, zone};
use crate::tests::{Person, Server};
use axum::http::{Method, header};
use model::access::Role;
use model::contribution::Sort;
use model::grant::{Grant, Purpose, estate};
use model::{Body, ContributionId, Edit, FileHash, RecordId, ShareId, SpaceId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;
use wire::contribution::ContributionNew;
use wire::deal::{CaseNew, DealKeep, DealLink, DealNew};
use wire::file::Chunk;
use wire::path;
use wire::push::Push;
use wire::reporting::{LabelOpen, ReportingChange};
use wire::share::{Open, ShareMade, ShareNew};
use wire::space::{Invitation, Invite, SpaceNew};

const AUTH: FileHash = FileHash([9; 32]);

/// The homes: one that most have to do with, another's, and one that nobody has.
pub(super) const HOMES: [SpaceId; 3] =
    [SpaceId(Uuid::from_u128(0xa1)), SpaceId(Uuid::from_u128(0xb2)), SpaceId(Uuid::from_u128(0xc3))];

/// A deal of each home that somebody has.
pub(super) const DEALS: [SpaceId; 2] = [SpaceId(Uuid::from_u128(0xa1d)), SpaceId(Uuid::from_u128(0xb2d))];

/// The firm that keeps the deal of the first home, and so does its provider.
pub(super) const FIRM: SpaceId = SpaceId(Uuid::from_u128(0xf1f));
/// What stands in the firm and nowhere else.
pub(super) const IN_FIRM: &str = "kept-in-firm";
/// Schemes: one of the owner of the first home, one of the owner of the second.
pub(super) const ESTATES: [SpaceId; 2] = [SpaceId(Uuid::from_u128(0xa1e)), SpaceId(Uuid::from_u128(0xb2e))];

/// Two cases of the first scheme, each with a party of its own.
pub(super) const CASES: [SpaceId; 2] = [SpaceId(Uuid::from_u128(0xca1)), SpaceId(Uuid::from_u128(0xca2))];

/// Everybody, and everything that can be named.
pub(super) struct Scene {
    pub(super) people: Vec<Who>,
    /// By the name of a parameter: what can stand there, and the homes or links that have it.
    pub(super) ids: BTreeMap<&'static str, Vec<(String, Vec<Uuid>)>>,
}

/// The number of the door of a label.
pub(super) const LABEL: u128 = 8;
/// The number of the link of the first deal.
pub(super) const DEAL: u128 = 9;
/// The number of the link of the scheme; the two after it ask for a passcode, and were ended.
pub(super) const TRUSTEE: u128 = 11;

pub(super) fn link(number: u128) -> ShareId {
    ShareId(Uuid::from_u128(0x1000 + number))
}

/// The link of the deal of a home.
pub(super) fn deal_link(home: usize) -> ShareId {
    link(DEAL + home as u128)
}

pub(super) fn rid(home: usize, number: u128) -> RecordId {
    RecordId(Uuid::from_u128(((home as u128) << 32) + number))
}

pub(super) fn content(home: usize, number: u8) -> Vec<u8> {
    format!("%PDF-1.7 {}", kept(home, number)).into_bytes()
}

/// What stands in a home and nowhere else: with its first system, which links give, or with its second.
pub(super) fn kept(home: usize, number: u8) -> String {
    format!("kept-in-home-{home}-{number}")
}

/// What stands in the deal of a home and nowhere else.
pub(super) fn kept_in_deal(home: usize) -> String {
    format!("kept-in-deal-{home}")
}

/// What stands in a scheme and nowhere else.
pub(super) fn kept_in_estate(at: usize) -> String {
    format!("kept-in-estate-{at}")
}

/// What stands in the first scheme and no link of it gives.
pub(super) const NO_LINK: &str = "kept-in-estate-from-links";

/// What stands in a case and nowhere else.
pub(super) fn kept_in_case(case: usize) -> String {
    format!("kept-in-case-{case}")
}

/// A scheme, by its name, with a unit.
async fn look_after(owner: &Person, at: usize) {
    owner.post(path::ESTATES, &SpaceNew { id: ESTATES[at] }).await.ok::<Value>();
    let scheme = edit(0, "scheme", &json!({"name": kept_in_estate(at), "regime": "sectional_title"}));
    let mut edits = vec![Edit { id: rid(at, 60), ..scheme }];
    if at == 0 {
        edits.push(Edit { id: rid(0, 61), ..edit(0, "unit", &json!({"number": "1", "owner": NO_LINK})) });
    }
    owner.post(&path::push(ESTATES[at]), &Push { edits }).await.ok::<Value>();
}

fn content_of_deal(home: usize) -> Vec<u8> {
    format!("%PDF-1.7 {}", kept_in_deal(home)).into_bytes()
}

async fn upload(person: &Person, space: SpaceId, content: Vec<u8>) -> Value {
    let (hash, size) = (FileHash::of(&content), content.len() as u64);
    let chunk = Chunk { offset: 0, size };
    let put = person.request(Method::PUT, &format!("{}{}", path::file(space, hash), chunk.query()));
    let put = put.header(header::CONTENT_TYPE, "application/octet-stream");
    person.send(put, axum::body::Body::from(content)).await.ok::<Value>();
    json!({"hash": hash, "name": "a.pdf", "media": "application/pdf", "size": size})
}

/// A deal of a home, with a request that names a paper, and its provider, who keeps it.
async fn ask_provider(owner: &Person, home: usize, provider: &Person) {
    let content = content_of_deal(home);
    let file =
        json!({"hash": FileHash::of(&content), "name": "a.pdf", "media": "application/pdf", "size": content.len()});
    let request = edit(0, "request", &json!({"title": kept_in_deal(home), "files": [file]}));
    let edits = vec![Edit { id: rid(home, 50), ..request }];
    let link = DealLink { id: deal_link(home), auth_hash: FileHash::of(&AUTH.0), name: kept_in_deal(home) };
    owner.post(&path::deals(HOMES[home]), &DealNew { id: DEALS[home], link, edits }).await.ok::<Value>();
    upload(owner, DEALS[home], content).await;
    provider.post(path::DEAL_KEEP, &DealKeep { share: deal_link(home), auth: AUTH, firm: None }).await.ok::<Value>();
}

/// The firm with its office and two technicians, of whom one is sent to the deal. Who they are, the owner first.
async fn found_firm(server: &Server) -> [Person; 4] {
    let [owner, office, technician, idle] = [
        server.person("firm-owner").await,
        server.person("firm-office").await,
        server.person("technician").await,
        server.person("idle").await,
    ];
    owner.post(path::FIRMS, &SpaceNew { id: FIRM }).await.ok::<Value>();
    for (person, role) in [(&office, Role::Manager), (&technician, Role::Technician), (&idle, Role::Technician)] {
        server.app.storage.join_for_test(FIRM, person.account, role).await;
    }
    let keep = DealKeep { share: deal_link(0), auth: AUTH, firm: Some(FIRM) };
    owner.post(path::DEAL_KEEP, &keep).await.ok::<Value>();
    let profile = edit(0, "firm", &json!({"name": IN_FIRM}));
    let duty = edit(0, "duty", &json!({"deal": DEALS[0], "member": technician.account, "on": "2026-11-30"}));
    let edits = vec![Edit { id: rid(2, 1), ..profile }, Edit { id: rid(2, 2), ..duty }];
    owner.post(&path::push(FIRM), &Push { edits }).await.ok::<Value>();
    [owner, office, technician, idle]
}

/// A home with two systems, each with a paper of its own.
pub(super) async fn furnish(owner: &Person, home: usize) {
    owner.post(path::SPACES, &SpaceNew { id: HOMES[home] }).await.ok::<Value>();
    let mut edits = Vec::new();
    for number in 1..=2u8 {
        let file = upload(owner, HOMES[home], content(home, number)).await;
        let mut edit = zone(0, "");
        (edit.id, edit.kind) = (rid(home, number.into()), "system".into());
        edit.fields = Body::from_text(json!({"name": kept(home, number), "files": [file]}).to_string()).expect("JSON");
        edits.push(edit);
    }
    owner.post(&path::push(HOMES[home]), &Push { edits }).await.ok::<Value>();
}

async fn share(owner: &Person, home: usize, id: ShareId, purpose: Purpose, days: i64, passcode: bool) {
    let grant = Grant { systems: vec![rid(home, 1)], ..Grant::of(purpose) };
    let auth_hash = FileHash::of(&AUTH.0);
    let new = ShareNew {
        id,
        auth_hash,
        purpose,
        name: kept(home, 2),
        grant,
        days,
        passcode,
        snapshot: false,
        opens_max: None,
        unseen: false,
    };
    owner.post(&path::shares(HOMES[home]), &new).await.ok::<ShareMade>();
}

/// Links of the first scheme.
async fn show_trustees(owner: &Person) {
    for at in 0..3 {
        let new = ShareNew {
            id: link(TRUSTEE + at),
            auth_hash: FileHash::of(&AUTH.0),
            purpose: Purpose::Trustee,
            name: NO_LINK.to_owned(),
            grant: estate::of(estate::Part::ALL),
            days: 30,
            passcode: at == 1,
            snapshot: false,
            opens_max: None,
            unseen: false,
        };
        owner.post(&path::shares(ESTATES[0]), &new).await.ok::<ShareMade>();
    }
}

/// A case of the scheme, and a party to it.
async fn complain(server: &Server, owner: &Person, case: usize) -> Person {
    let number = 60 + case as u128;
    let parties = json!([{"id": rid(2, 9), "role": "complainant", "name": kept_in_case(case)}]);
    let matter = edit(0, "dispute", &json!({"title": kept_in_case(case), "parties": parties}));
    let new = CaseNew { id: CASES[case], edits: vec![Edit { id: rid(2, number), ..matter }] };
    owner.post(&path::cases(ESTATES[0]), &new).await.ok::<Value>();
    let party = server.person(["party", "another party"][case]).await;
    server.app.storage.join_for_test(CASES[case], party.account, Role::Provider).await;
    party
}

async fn visitor(server: &Server, id: ShareId) -> Person {
    let mut visitor = server.stranger();
    let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
    let answer = visitor.post(&path::visit_open(id), &open).await;
    answer.done();
    visitor.take_cookies(&answer);
    visitor
}

/// An entry that a tradesperson sent and that waits; its id.
async fn contribution(tradesperson: &Person, at: u128, home: usize) -> String {
    let fields = json!({"title": kept(home, 1), "when": "2026-11-21", "systems": [rid(home, 1)]});
    let new = ContributionNew {
        id: ContributionId(Uuid::from_u128(0x2000 + at)),
        sort: Sort::Entry,
        name: kept(home, 1),
        firm: String::new(),
        fields: Body::from_text(fields.to_string()).expect("JSON"),
    };
    tradesperson.post(&path::visit_contributions(link(at)), &new).await.ok::<Value>();
    new.id.to_string()
}

impl Scene {
    pub(super) async fn new(server: &Server) -> Self {
        let [owner, other] = [server.person("owner").await, server.person("other").await];
        furnish(&owner, 0).await;
        furnish(&other, 1).await;
        look_after(&owner, 0).await;
        look_after(&other, 1).await;
        for (at, purpose, days, passcode) in [
            (1, Purpose::Trade, 30, false),
            (2, Purpose::Trade, 30, false),
            (3, Purpose::Trustee, 30, false),
            (4, Purpose::Insurer, 30, true),
            (5, Purpose::Buyer, 1, false),
            (6, Purpose::Buyer, 30, false),
        ] {
            share(&owner, 0, link(at), purpose, days, passcode).await;
        }
        share(&other, 1, link(7), Purpose::Trade, 30, false).await;
        show_trustees(&owner).await;
        let parties = [complain(server, &owner, 0).await, complain(server, &owner, 1).await];
        let [provider, another] = [server.person("provider").await, server.person("another").await];
        ask_provider(&owner, 0, &provider).await;
        ask_provider(&other, 1, &another).await;
        bill_client(&owner, &provider).await;
        let [firm_owner, office, technician, idle] = found_firm(server).await;
        let (auth_hash, label, system) = (FileHash::of(&AUTH.0), rid(0, 9), rid(0, 1));
        let opened = LabelOpen { id: link(LABEL), auth_hash, label, system, name: "Geyser".into() };
        owner.change(&path::reporting(HOMES[0]), &ReportingChange { labels: vec![opened] }).await.ok::<Value>();
        let mut visits = Vec::new();
        for at in [1, 2, 3, 5, 6, 7, TRUSTEE + 2] {
            visits.push((at, visitor(server, link(at)).await));
        }
        owner.delete(&path::share(HOMES[0], link(6))).await.done();
        owner.delete(&path::share(ESTATES[0], link(TRUSTEE + 2))).await.done();
        let mut invitations = Vec::new();
        for (home, person) in [(0, &owner), (1, &other)] {
            let invite = Invite { email: format!("{}@example.org", kept(home, 2)), role: Role::Viewer };
            let made: Invitation = person.post(&path::invitations(HOMES[home]), &invite).await.ok();
            invitations.push((made.id, vec![HOMES[home].0]));
        }
        let invite = Invite { email: format!("{IN_FIRM}@example.org"), role: Role::Technician };
        let made: Invitation = firm_owner.post(&path::invitations(FIRM), &invite).await.ok();
        invitations.push((made.id, vec![FIRM.0]));
        let [co_owner, manager, tenant, viewer, former, guest] = [
            server.person("co-owner").await,
            server.person("manager").await,
            server.person("tenant").await,
            server.person("viewer").await,
            server.person("former").await,
            server.person("guest").await,
        ];
        for (person, role) in [
            (&co_owner, Role::CoOwner),
            (&manager, Role::Manager),
            (&tenant, Role::Tenant),
            (&viewer, Role::Viewer),
            (&former, Role::CoOwner),
        ] {
            server.app.storage.join_for_test(HOMES[0], person.account, role).await;
        }
        server.app.storage.join_for_test(HOMES[1], guest.account, Role::Viewer).await;
        server.app.storage.join_for_test(ESTATES[0], manager.account, Role::Manager).await;
        server.app.storage.join_for_test(ESTATES[0], viewer.account, Role::Trustee).await;
        server.app.storage.leave_for_test(HOMES[0], former.account).await;
        let accounts: [(&Person, &[SpaceId]); 6] = [
            (&co_owner, &[HOMES[0]]),
            (&viewer, &[HOMES[0], ESTATES[0]]),
            (&guest, &[HOMES[1]]),
            (&provider, &[DEALS[0]]),
            (&office, &[FIRM, DEALS[0]]),
            (&technician, &[FIRM]),
        ];
        let of = |spaces: &[SpaceId]| spaces.iter().map(|space| space.0).collect::<Vec<_>>();
        let accounts = accounts.map(|(person, spaces)| (person.account.to_string(), of(spaces))).into();
        // A link of a day has ended by then, and whoever goes on visiting has opened theirs anew.
        server.app.clock.advance_ms(25 * 3_600_000);
        let mut fresh = Vec::new();
        for at in [1, 2, 3, 7, LABEL, DEAL, DEAL + 1, TRUSTEE] {
            fresh.push((at, visitor(server, link(at)).await));
        }
        visits.retain(|(at, _)| [5, 6, TRUSTEE + 2].contains(at));
        visits.extend(fresh);
        let mut sent = Vec::new();
        for (at, home) in [(1, 0), (7, 1)] {
            let (_, tradesperson) = visits.iter().find(|(of, _)| *of == at).expect("they visit");
            sent.push((contribution(tradesperson, at, home).await, vec![HOMES[home].0]));
        }
        Self {
            people: people(
                server,
                [
                    owner, co_owner, manager, tenant, viewer, former, other, guest, provider, another, firm_owner,
                    office, technician, idle,
                ],
                parties,
                visits,
            )
            .await,
            ids: ids(invitations, accounts, sent),
        }
    }
}

fn ids(
    invitations: Vec<(String, Vec<Uuid>)>,
    accounts: Vec<(String, Vec<Uuid>)>,
    sent: Vec<(String, Vec<Uuid>)>,
) -> BTreeMap<&'static str, Vec<(String, Vec<Uuid>)>> {
    let mut ids = BTreeMap::new();
    let spaces = HOMES
        .iter()
        .chain(&DEALS)
        .chain(&ESTATES)
        .chain(&CASES)
        .chain([&FIRM])
        .map(|space| (space.to_string(), vec![space.0]));
    ids.insert("space", spaces.chain([("nonsense".to_owned(), Vec::new())]).collect());
    let none = (Uuid::from_u128(0xdead).to_string(), Vec::new());
    let records = [0, 1].map(|home| (rid(home, 1).to_string(), vec![HOMES[home].0]));
    let of_deals = [0, 1].map(|home| (rid(home, 50).to_string(), vec![DEALS[home].0]));
    let of_bill = [51, 53].map(|number| (rid(0, number).to_string(), vec![DEALS[0].0]));
    let of_firm = (rid(2, 2).to_string(), vec![FIRM.0]);
    let of_estate = (rid(0, 60).to_string(), vec![ESTATES[0].0]);
    let of_cases = [0, 1].map(|case| (rid(2, 60 + case as u128).to_string(), vec![CASES[case].0]));
    let others = [of_firm, of_estate, none.clone()];
    ids.insert("record", records.into_iter().chain(of_deals).chain(of_bill).chain(of_cases).chain(others).collect());
    let links = (1..=7).map(|at| (link(at).to_string(), vec![HOMES[usize::from(at == 7)].0]));
    // Of a label's door no member is told as of a link.
    let label = (link(LABEL).to_string(), Vec::new());
    let of_deals = [0, 1].map(|home| (deal_link(home).to_string(), vec![DEALS[home].0]));
    let of_scheme = (0..3).map(|at| (link(TRUSTEE + at).to_string(), vec![ESTATES[0].0]));
    ids.insert("share", links.chain(of_deals).chain(of_scheme).chain([label, none.clone()]).collect());
    // A paper of the system that links give, and of the one that they do not.
    let files = [(0, 1), (0, 2), (1, 1), (1, 2)].map(|(home, number)| {
        let mut whose = vec![HOMES[home].0];
        if number == 1 {
            whose.extend((1..=7).filter(|at| usize::from(*at == 7) == home).map(|at| link(at).0));
        }
        (FileHash::of(&content(home, number)).to_string(), whose)
    });
    let of_deals =
        [0, 1].map(|home| (FileHash::of(&content_of_deal(home)).to_string(), vec![DEALS[home].0, deal_link(home).0]));
    ids.insert("hash", files.into_iter().chain(of_deals).chain([("0".repeat(64), Vec::new())]).collect());
    ids.insert("contribution", sent.into_iter().chain([none.clone()]).collect());
    ids.insert("account", accounts.into_iter().chain([none.clone()]).collect());
    ids.insert("number", ["1", "999"].map(|number| (number.to_owned(), Vec::new())).into());
    ids.insert("id", invitations.into_iter().chain([none]).collect());
    ids
}
