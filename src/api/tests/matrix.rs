//! The authorisation matrix: every route, by everybody there is, with every id that could stand in it. What is expected is worked out from the table of
//! routes and from who is what in which home, apart from the code that admits; a route that is new is in it without a line.

use super::home::zone;
use super::{Answer, Person, Server};
use crate::app::App;
use crate::border::{Policy, Row, Takes};
use crate::router::{router_of, table};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, header};
use model::access::{Action, Role, may};
use model::grant::{Grant, Purpose};
use model::{FileHash, RecordId, ShareId, SpaceId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;
use wire::file::Chunk;
use wire::path;
use wire::push::Push;
use wire::share::{Open, ShareMade, ShareNew};
use wire::space::{Invitation, Invite, SpaceNew};

/// Cells that are tried on SQLite at least.
const CELLS_MIN: usize = 20_000;
/// Cells that are tried on PostgreSQL at least: a sample.
const SAMPLE_MIN: usize = 2_000;
const AUTH: FileHash = FileHash([9; 32]);

/// The homes: one that most have to do with, another's, and one that nobody has.
const HOMES: [SpaceId; 3] =
    [SpaceId(Uuid::from_u128(0xa1)), SpaceId(Uuid::from_u128(0xb2)), SpaceId(Uuid::from_u128(0xc3))];

/// Somebody, and what they are.
struct Who {
    name: &'static str,
    person: Person,
    roles: BTreeMap<SpaceId, Role>,
    /// The link by which they visit, and whether it still lets them in.
    link: Option<(ShareId, bool)>,
    signed_in: bool,
    stepped_up: bool,
}

/// Everybody, and everything that can be named.
struct Scene {
    people: Vec<Who>,
    /// By the name of a parameter: what can stand there, and the homes or links that have it.
    ids: BTreeMap<&'static str, Vec<(String, Vec<Uuid>)>>,
}

fn link(number: u128) -> ShareId {
    ShareId(Uuid::from_u128(0x1000 + number))
}

fn rid(home: usize, number: u128) -> RecordId {
    RecordId(Uuid::from_u128(((home as u128) << 32) + number))
}

fn content(home: usize, number: u8) -> Vec<u8> {
    format!("%PDF-1.7 a paper of home {home}, the {number}th").into_bytes()
}

/// A home with two systems, each with a paper of its own.
async fn furnish(owner: &Person, home: usize) {
    owner.post(path::SPACES, &SpaceNew { id: HOMES[home] }).await.ok::<Value>();
    let mut edits = Vec::new();
    for number in 1..=2u8 {
        let content = content(home, number);
        let hash = FileHash::of(&content);
        let size = content.len() as u64;
        let chunk = Chunk { offset: 0, size };
        let put = owner.request(Method::PUT, &format!("{}{}", path::file(HOMES[home], hash), chunk.query()));
        let put = put.header(header::CONTENT_TYPE, "application/octet-stream");
        owner.send(put, Body::from(content)).await.ok::<Value>();
        let file = json!({"hash": hash, "name": "a.pdf", "media": "application/pdf", "size": size});
        let mut edit = zone(0, "");
        (edit.id, edit.kind) = (rid(home, number.into()), "system".into());
        edit.fields = model::Body::from_text(json!({"name": format!("System {number}"), "files": [file]}).to_string())
            .expect("JSON");
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
        name: String::new(),
        grant,
        days,
        passcode,
        snapshot: false,
        opens_max: None,
    };
    owner.post(&path::shares(HOMES[home]), &new).await.ok::<ShareMade>();
}

async fn visitor(server: &Server, id: ShareId) -> Person {
    let mut visitor = server.stranger();
    let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
    let answer = visitor.post(&path::visit_open(id), &open).await;
    answer.done();
    visitor.take_cookies(&answer);
    visitor
}

impl Scene {
    async fn new(server: &Server) -> Self {
        let [owner, other] = [server.person("owner").await, server.person("other").await];
        furnish(&owner, 0).await;
        furnish(&other, 1).await;
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
        let mut visits = Vec::new();
        for at in [1, 2, 3, 5, 6, 7] {
            visits.push((at, visitor(server, link(at)).await));
        }
        owner.delete(&path::share(HOMES[0], link(6))).await.done();
        let invite = Invite { email: "new@example.org".into(), role: Role::Viewer };
        let mut invitations = Vec::new();
        for (home, person) in [(0, &owner), (1, &other)] {
            let made: Invitation = person.post(&path::invitations(HOMES[home]), &invite).await.ok();
            invitations.push((made.id, vec![HOMES[home].0]));
        }
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
        server.app.storage.leave_for_test(HOMES[0], former.account).await;
        let accounts = [(&co_owner, 0), (&viewer, 0), (&guest, 1)];
        let accounts = accounts.map(|(person, home)| (person.account.to_string(), vec![HOMES[home].0]));
        // A link of a day has ended by then, and whoever goes on visiting has opened theirs anew.
        server.app.clock.advance_ms(25 * 3_600_000);
        let mut fresh = Vec::new();
        for at in [1, 2, 3, 7] {
            fresh.push((at, visitor(server, link(at)).await));
        }
        visits.retain(|(at, _)| [5, 6].contains(at));
        visits.extend(fresh);
        Self {
            people: people(server, [owner, co_owner, manager, tenant, viewer, former, other, guest], visits).await,
            ids: ids(invitations, accounts.into()),
        }
    }
}

async fn people(server: &Server, members: [Person; 8], visits: Vec<(u128, Person)>) -> Vec<Who> {
    let names = [
        ("owner", Some((0, Role::Owner))),
        ("co-owner", Some((0, Role::CoOwner))),
        ("manager", Some((0, Role::Manager))),
        ("tenant", Some((0, Role::Tenant))),
        ("viewer", Some((0, Role::Viewer))),
        ("former co-owner", None),
        ("owner of another home", Some((1, Role::Owner))),
        ("viewer of another home", Some((1, Role::Viewer))),
    ];
    let mut people = Vec::new();
    for ((name, role), person) in names.into_iter().zip(&members) {
        let roles: BTreeMap<_, _> = role.into_iter().map(|(home, role)| (HOMES[home], role)).collect();
        let person = server.person_again(person).await;
        people.push(Who { name, person, roles, link: None, signed_in: true, stepped_up: true });
    }
    let nobody =
        |name, person, link| Who { name, person, roles: BTreeMap::new(), link, signed_in: false, stepped_up: false };
    people.push(nobody("nobody", server.stranger(), None));
    people.push(nobody("passcode not given", server.stranger(), None));
    let stranger = server.person("stranger").await;
    people.push(Who {
        name: "signed-in stranger",
        person: stranger,
        roles: BTreeMap::new(),
        link: None,
        signed_in: true,
        stepped_up: true,
    });
    for (at, person) in visits {
        let (name, is_good) = match at {
            1 => ("tradesperson", true),
            2 => ("another tradesperson", true),
            3 => ("trustee", true),
            5 => ("visitor by a link that ran out", false),
            6 => ("visitor by a link that was ended", false),
            _ => ("tradesperson of another home", true),
        };
        people.push(nobody(name, person, Some((link(at), is_good))));
    }
    // Who has not proved to be there for a while.
    let late = server.person_again(&members[0]).await;
    server.app.clock.advance_ms(6 * 60 * 1000);
    for who in &mut people {
        who.stepped_up = false;
    }
    people.push(Who {
        name: "owner, not proved lately",
        person: late,
        roles: people[0].roles.clone(),
        link: None,
        signed_in: true,
        stepped_up: false,
    });
    for at in 0..people.len() - 1 {
        if people[at].signed_in {
            people[at].person = server.person_again(&people[at].person).await;
            people[at].stepped_up = true;
        }
    }
    people
}

fn ids(
    invitations: Vec<(String, Vec<Uuid>)>,
    accounts: Vec<(String, Vec<Uuid>)>,
) -> BTreeMap<&'static str, Vec<(String, Vec<Uuid>)>> {
    let mut ids = BTreeMap::new();
    let homes = HOMES.iter().map(|home| (home.to_string(), vec![home.0]));
    ids.insert("space", homes.chain([("nonsense".to_owned(), Vec::new())]).collect());
    let none = (Uuid::from_u128(0xdead).to_string(), Vec::new());
    let records = [0, 1].map(|home| (rid(home, 1).to_string(), vec![HOMES[home].0]));
    ids.insert("record", records.into_iter().chain([none.clone()]).collect());
    let links = (1..=7).map(|at| (link(at).to_string(), vec![HOMES[usize::from(at == 7)].0]));
    ids.insert("share", links.chain([none.clone()]).collect());
    // A paper of the system that links give, and of the one that they do not.
    let files = [(0, 1), (0, 2), (1, 1), (1, 2)].map(|(home, number)| {
        let mut whose = vec![HOMES[home].0];
        if number == 1 {
            whose.extend((1..=7).filter(|at| usize::from(*at == 7) == home).map(|at| link(at).0));
        }
        (FileHash::of(&content(home, number)).to_string(), whose)
    });
    ids.insert("hash", files.into_iter().chain([("0".repeat(64), Vec::new())]).collect());
    ids.insert("account", accounts.into_iter().chain([none.clone()]).collect());
    ids.insert("number", ["1", "999"].map(|number| (number.to_owned(), Vec::new())).into());
    ids.insert("id", invitations.into_iter().chain([none]).collect());
    ids
}

/// What somebody should get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Due {
    /// They are let in; what comes then is another test's matter.
    In,
    /// Byte for byte what is answered where there is nothing.
    Nothing,
    /// What is answered of a file of which nothing is here yet, which is no error: the same of another home's.
    NothingYet,
    /// Exactly that.
    Status(u16),
}

/// The same where an id that is not there is no error: a file begins with its first part.
fn due(who: &Who, row: &Row, given: &BTreeMap<&str, (String, Vec<Uuid>)>) -> Due {
    let is_new = |end: &str, method: Method| row.path.ends_with(end) && row.method == method;
    if due_by_ids(who, row, given) != Due::Nothing {
        return due_by_ids(who, row, given);
    }
    let home: BTreeMap<&str, _> =
        given.iter().filter(|(name, _)| **name != "hash").map(|(name, id)| (*name, id.clone())).collect();
    match due_by_ids(who, row, &home) {
        Due::In if is_new("/received", Method::GET) => Due::NothingYet,
        Due::In if is_new("/spaces/{space}/files/{hash}", Method::PUT) => Due::In,
        _ => Due::Nothing,
    }
}

/// What `who` should get from a route with those ids.
fn due_by_ids(who: &Who, row: &Row, given: &BTreeMap<&str, (String, Vec<Uuid>)>) -> Due {
    let space = given.get("space").and_then(|(id, _)| id.parse::<SpaceId>().ok());
    let within = |whose: Uuid| {
        let inner = given
            .iter()
            .filter(|(name, _)| !["space", "share"].contains(*name) || (**name == "share" && space.is_some()));
        inner.into_iter().all(|(_, (_, has))| has.contains(&whose))
    };
    match row.policy {
        Policy::Public => Due::In,
        Policy::SignedIn | Policy::SteppedUp if !who.signed_in => Due::Status(401),
        Policy::SignedIn => Due::In,
        Policy::SteppedUp => {
            if who.stepped_up {
                Due::In
            } else {
                Due::Status(401)
            }
        }
        Policy::Member(_) | Policy::MemberSteppedUp(_) if !who.signed_in => Due::Status(401),
        Policy::Member(action) => member(who, action, space, within, true),
        Policy::MemberSteppedUp(action) => member(who, action, space, within, who.stepped_up),
        Policy::Visiting => {
            let share = given.get("share").and_then(|(id, _)| id.parse::<ShareId>().ok());
            match who.link.filter(|(link, _)| Some(*link) == share) {
                None => Due::Nothing,
                Some((_, false)) => Due::Status(410),
                Some((link, true)) => {
                    if within(link.0) {
                        Due::In
                    } else {
                        Due::Nothing
                    }
                }
            }
        }
    }
}

fn member(who: &Who, action: Action, space: Option<SpaceId>, within: impl Fn(Uuid) -> bool, is_there: bool) -> Due {
    let Some((space, role)) = space.and_then(|space| Some((space, *who.roles.get(&space)?))) else {
        return Due::Nothing;
    };
    match (may(role, action), is_there) {
        (false, _) => Due::Status(403),
        (true, false) => Due::Status(401),
        (true, true) => {
            if within(space.0) {
                Due::In
            } else {
                Due::Nothing
            }
        }
    }
}

/// Ids by the parameters that they stand for, each with the homes or links that have it.
type Given = BTreeMap<&'static str, (String, Vec<Uuid>)>;

/// Every combination of what can stand in the path of a route.
fn paths(row: &Row, scene: &Scene) -> Vec<(String, Given)> {
    let mut paths = vec![(row.path.clone(), BTreeMap::new())];
    for (name, ids) in &scene.ids {
        let mark = format!("{{{name}}}");
        if !row.path.contains(&mark) {
            continue;
        }
        let with = |(path, given): &(String, Given)| {
            let one = |id: &(String, Vec<Uuid>)| {
                let mut given = given.clone();
                given.insert(*name, id.clone());
                (path.replace(&mark, &id.0), given)
            };
            ids.iter().map(one).collect::<Vec<_>>()
        };
        paths = paths.iter().flat_map(with).collect();
    }
    paths
}

/// Ids where they stand in a body or a query: of a record in a batch, of a home, of a link, of somebody else's.
fn bodies(row: &Row) -> Vec<String> {
    if row.method == Method::GET {
        let foreign = rid(1, 1);
        return vec![
            String::new(),
            format!("?system={foreign}"),
            format!("?after=0&q={foreign}"),
            format!("?space={}", HOMES[1]),
        ];
    }
    let mut batch = zone(0, "Mine now");
    batch.id = rid(1, 1);
    vec![
        "{}".into(),
        json!({"edits": [{"nonsense": 1}], "space": HOMES[1], "id": HOMES[1]}).to_string(),
        json!({"space": HOMES[1], "account": Uuid::nil(), "share": link(7), "edit": batch}).to_string(),
    ]
}

/// Whether a request that is let in would change the scene for those that follow.
fn is_harmless(row: &Row, body: &str) -> bool {
    row.method == Method::GET
        || (row.method == Method::POST && row.takes != Takes::Nothing && body != "{}")
        || (row.method == Method::POST && matches!(row.takes, Takes::Json(_)))
}

/// One request, as sent by who pretends to come from somewhere else.
async fn ask(who: &Who, router: &Router, row: &Row, path: &str, body: &str, pretends: bool) -> Answer {
    let media = if row.takes == Takes::Bytes { "application/octet-stream" } else { "application/json" };
    let (path, body) = if row.method == Method::GET { (format!("{path}{body}"), "") } else { (path.to_owned(), body) };
    let mut request = who.person.request(row.method.clone(), &path).header(header::CONTENT_TYPE, media);
    if pretends {
        request =
            request.header("x-forwarded-for", "127.0.0.1").header("cookie", "visit-00000000000000000000000000001001=x");
    }
    who.person.at(router.clone()).send(request, Body::from(body.to_owned())).await
}

/// Tries every `step`th cell. How many were tried, and what was wrong.
async fn try_all(scene: &Scene, router: &Router, rows: &[Row], step: usize) -> (usize, Vec<String>) {
    let (mut number, mut tried, mut wrong) = (0_usize, 0, Vec::new());
    let nothing = {
        let nobody = scene.people.iter().find(|who| who.name == "nobody").expect("there is nobody");
        let row = rows
            .iter()
            .find(|row| row.policy == Policy::Visiting && row.method == Method::GET)
            .expect("a route of visits");
        ask(nobody, router, row, &path::visit(link(99)), "", false).await.body
    };
    for row in rows.iter().filter(|row| !row.path.ends_with("/events")) {
        for (path, given) in paths(row, scene) {
            for who in &scene.people {
                let due = due(who, row, &given);
                for (body, pretends) in bodies(row).into_iter().flat_map(|body| [(body.clone(), false), (body, true)]) {
                    number += 1;
                    if number % step != 0 || (due == Due::In && !is_harmless(row, &body)) {
                        continue;
                    }
                    tried += 1;
                    let answer = ask(who, router, row, &path, &body, pretends).await;
                    let status = answer.status.as_u16();
                    let is_right = match due {
                        Due::In => status < 500 || status == 501,
                        Due::Nothing => status == 404 && answer.body == nothing,
                        Due::NothingYet => status == 200 && answer.body == br#"{"bytes":0,"complete":false}"#,
                        Due::Status(due) => status == due,
                    };
                    // A query that a route does not take is refused before anybody looks at what is there, for everybody alike.
                    let is_unread = row.method == Method::GET && !body.is_empty() && status == 400;
                    if !is_right && !is_unread {
                        wrong.push(format!("{} {path}{body} by {}: {status} instead of {due:?}", row.method, who.name));
                    }
                }
            }
        }
    }
    (tried, wrong)
}

fn told(wrong: &[String]) -> String {
    format!("{} cells are wrong, first of all {:#?}", wrong.len(), &wrong[..wrong.len().min(20)])
}

#[tokio::test]
async fn everybody_gets_what_is_theirs_and_nothing_else() {
    let server = Server::on_sqlite().await;
    let scene = Scene::new(&server).await;
    assert!(scene.people.len() >= 12);
    let (tried, wrong) = try_all(&scene, &server.router, &table(), 1).await;
    assert!(wrong.is_empty(), "{}", told(&wrong));
    assert!(tried >= CELLS_MIN, "{tried}");
    println!("{tried} cells");
}

#[tokio::test]
async fn a_sample_of_it_on_postgresql() {
    let server = Server::on_postgres().await;
    let scene = Scene::new(&server).await;
    let (tried, wrong) = try_all(&scene, &server.router, &table(), 7).await;
    assert!(wrong.is_empty(), "{}", told(&wrong));
    assert!(tried >= SAMPLE_MIN, "{tried}");
}

/// The table with a mistake in it.
fn mistaken(path: &str, policy: Policy) -> Vec<Row> {
    let mut rows = table();
    let row = rows.iter_mut().find(|row| row.path == path && row.policy != policy).expect("it is there");
    row.policy = policy;
    rows
}

async fn found(app: &App, scene: &Scene, path: &str, policy: Policy) -> Vec<String> {
    let router = router_of(mistaken(path, policy), app.clone());
    let rows: Vec<Row> = table().into_iter().filter(|row| row.path == path || row.policy == Policy::Visiting).collect();
    try_all(scene, &router, &rows, 1).await.1
}

#[tokio::test]
async fn two_seeded_mistakes_are_found() {
    let server = Server::on_sqlite().await;
    let scene = Scene::new(&server).await;
    // A viewer sees the links; an owner makes one without proving to be there.
    let shares = "/api/spaces/{space}/shares";
    let first = found(&server.app, &scene, shares, Policy::Member(Action::Read)).await;
    assert!(first.iter().any(|line| line.contains("by viewer")), "{first:?}");
    let invitations = "/api/spaces/{space}/invitations";
    let second = found(&server.app, &scene, invitations, Policy::Member(Action::SeeMembers)).await;
    assert!(second.iter().any(|line| line.contains("not proved lately")), "{second:?}");
    assert_eq!(
        found(&server.app, &scene, shares, Policy::Public).await.len().min(1),
        1,
        "a route that asks for nobody is found"
    );
}
