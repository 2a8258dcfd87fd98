//! The authorisation matrix: every route, by everybody there is, with every id that could stand in it. What is expected is worked out from the table of
//! routes and from who is what in which home, apart from the code that admits; a route that is new is in it without a line.

mod bill;
mod due;
mod people;
mod places;
mod scene;
mod within;

use super::report::script;
use super::{Answer, Server};
use crate::app::App;
use crate::border::{Policy, Row, Takes};
use crate::router::{router_of, table};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, header};
use due::{Due, due};
use model::access::Action;
use people::Who;
use places::{is_harmless, paths, requests, whole};
use scene::{Scene, link};
use wire::path;

/// Cells that are tried on SQLite at least.
const CELLS_MIN: usize = 20_000;
/// Cells that are tried on PostgreSQL at least: a sample.
const SAMPLE_MIN: usize = 2_000;

/// Among so many places is one where somebody pretends to come from elsewhere.
const PRETENDED: usize = 8;

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

/// What is answered where there is nothing.
async fn nothing(scene: &Scene, router: &Router) -> Vec<u8> {
    let nobody = scene.people.iter().find(|who| who.name == "nobody").expect("there is nobody");
    let row = table().into_iter().find(|row| matches!(row.policy, Policy::Visiting(_)) && row.method == Method::GET);
    ask(nobody, router, &row.expect("a route of visits"), &path::visit(link(99)), "", false).await.body
}

/// What is wrong with an answer, if anything.
fn fault(who: &Who, row: &Row, request: &str, due: Due, answer: &Answer, nothing: &[u8]) -> Option<String> {
    let status = answer.status.as_u16();
    let is_right = match due {
        Due::In => status < 500 || status == 501,
        Due::Nothing => status == 404 && answer.body == nothing,
        Due::NothingYet => status == 200 && answer.body == br#"{"bytes":0,"complete":false}"#,
        Due::Status(due) => status == due,
    };
    // A query that a route does not take is refused before anybody looks at what is there, for everybody alike.
    let is_query = row.method == Method::GET && !request.is_empty();
    // So is a body that a route cannot read, of which every field has to be there.
    let is_body = row.path.ends_with("/{contribution}") && row.method == Method::PUT && request != whole();
    let is_unread = (is_query || (is_body && due == Due::Nothing)) && status == 400;
    if !is_right && !is_unread {
        return Some(format!("{status} instead of {due:?}"));
    }
    let body = String::from_utf8_lossy(&answer.body);
    who.hidden().into_iter().find(|hidden| body.contains(hidden)).map(|hidden| format!("is told {hidden}"))
}

/// Tries every `step`th cell. How many were tried, and what was wrong.
///
/// The stream of events never ends; it says what `/api/heads` says, and by the same policy.
async fn try_all(scene: &Scene, router: &Router, rows: &[Row], step: usize) -> (usize, Vec<String>) {
    let (mut number, mut tried, mut wrong) = (0_usize, 0, Vec::new());
    let nothing = nothing(scene, router).await;
    for row in rows.iter().filter(|row| !row.path.ends_with("/events")) {
        let requests = requests(row);
        for (path, given) in paths(row, scene) {
            for who in &scene.people {
                let due = due(who, row, &given);
                for (request, pretends) in requests.iter().flat_map(|request| [(request, false), (request, true)]) {
                    number += 1;
                    // What somebody pretends is the same everywhere: it is tried in every fourth place.
                    if number % step != 0
                        || (pretends && number % PRETENDED != 0)
                        || (due == Due::In && !is_harmless(row, request))
                    {
                        continue;
                    }
                    tried += 1;
                    let answer = ask(who, router, row, &path, request, pretends).await;
                    if let Some(fault) = fault(who, row, request, due, &answer, &nothing) {
                        wrong.push(format!("{} {path}{request} by {}: {fault}", row.method, who.name));
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
    let script = script();
    let server = Server::on_sqlite().await.printing(script.clone()).await;
    let scene = Scene::new(&server).await;
    assert!(scene.people.len() >= 12);
    let (tried, wrong) = try_all(&scene, &server.router, &table(), 1).await;
    assert!(wrong.is_empty(), "{}", told(&wrong));
    assert!(tried >= CELLS_MIN, "{tried}");
    println!("{tried} cells");
    std::fs::remove_file(&script).expect("the script is there");
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
    let rows: Vec<Row> =
        table().into_iter().filter(|row| row.path == path || matches!(row.policy, Policy::Visiting(_))).collect();
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
