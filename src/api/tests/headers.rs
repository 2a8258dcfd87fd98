//! Every class of answer carries the headers that keep browsers in bounds: each route of the table by several people, each status that there is, the app's
//! own files, and what is answered in the place of a handler.

use super::files::photo;
use super::home::{HOME, edit};
use super::report::script;
use super::{Person, Server};
use crate::border::{Policy, Row, Takes, get};
use crate::config::Config;
use crate::router::{router_of, table};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, header};
use model::grant::{Grant, Purpose, Verb};
use model::{FileHash, ShareId};
use serde_json::json;
use std::collections::BTreeSet;
use tower::ServiceExt;
use uuid::Uuid;
use wire::path;
use wire::share::{Open, ShareMade, ShareNew};

const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);

/// What a page may load, in the words of `security.md`.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; \
     font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Of `a{}`: `printf 'a{}' | openssl dgst -sha256 -binary | base64`.
const STYLE_HASH: &str = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=";
/// What a file may that is only to be saved.
const SANDBOX: &str = "sandbox; default-src 'none'";
/// What the page may that ends mails: post its own form, and nothing else.
const FORM: &str = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/// Every status that the server answers with, but for the 500 of a handler that panics and 503, which have tests of their own.
const STATUSES: [u16; 17] = [200, 204, 303, 304, 400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 501];

/// A server with an app to serve, a typesetter or none, and what was answered so far.
struct Scene {
    server: Server,
    https: bool,
    statuses: BTreeSet<u16>,
}

impl Scene {
    async fn new(server: Server, https: bool) -> Self {
        let folder = server.app.config.data.join("site");
        std::fs::create_dir_all(folder.join("assets")).expect("the folder is writable");
        for (name, content) in
            [("index.html", "<!doctype html><style>a{}</style>"), ("icon.png", "p"), ("assets/app.1.js", "1")]
        {
            std::fs::write(folder.join(name), content).expect("the folder is writable");
        }
        let server = server.configured(|config| Config { site: vec![folder], ..config }).await;
        Self { server, https, statuses: BTreeSet::new() }
    }

    /// Asks, and looks at the head of the answer; the body of an event stream never ends.
    async fn ask(&mut self, person: &Person, method: Method, path: &str, media: &str, body: &str) -> HeaderMap {
        let request = person.request(method.clone(), path).header(header::CONTENT_TYPE, media);
        let request =
            request.header(header::ACCEPT, "text/html").body(Body::from(body.to_owned())).expect("it is sound");
        self.sent(&self.server.router.clone(), request, &format!("{method} {path}")).await
    }

    async fn sent(&mut self, router: &Router, request: axum::http::Request<Body>, what: &str) -> HeaderMap {
        let path = request.uri().path().to_owned();
        let answer = router.clone().oneshot(request).await.expect("a router cannot fail");
        self.statuses.insert(answer.status().as_u16());
        self.check(&path, answer.headers(), &format!("{what}: {}", answer.status()));
        answer.headers().clone()
    }

    /// What every answer has, and what it has by its path.
    fn check(&self, path: &str, headers: &HeaderMap, what: &str) {
        let value = |name: &str| headers.get(name).map_or("", |value| value.to_str().expect("headers are plain text"));
        let is_data = path == path::API || path.starts_with("/api/");
        let is_page = !is_data && value("content-type").starts_with("text/html");
        let is_file = value("content-disposition").starts_with("attachment") || value("content-type") == "image/jpeg";
        // The page has one style in it, which is allowed by its hash and by nothing else.
        let of_page = POLICY.replace("style-src 'self'", &format!("style-src 'self' 'sha256-{STYLE_HASH}'"));
        let is_form = path.starts_with("/api/unsubscribe/") && value("content-type").starts_with("text/html");
        let policy = if is_form {
            FORM
        } else if is_page {
            of_page.as_str()
        } else if is_file {
            SANDBOX
        } else {
            POLICY
        };
        assert_eq!(value("content-security-policy"), policy, "{what}");
        assert_eq!(value("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(value("referrer-policy"), "no-referrer", "{what}");
        for closed in ["geolocation=()", "microphone=()", "payment=()", "camera=(self)"] {
            assert!(value("permissions-policy").contains(closed), "{what}: {closed}");
        }
        assert_eq!(value("cross-origin-opener-policy"), "same-origin", "{what}");
        assert_eq!(value("cross-origin-resource-policy"), "same-origin", "{what}");
        assert!(headers.get("access-control-allow-origin").is_none(), "{what}");
        let hsts = if self.https { "max-age=63072000; includeSubDomains" } else { "" };
        assert_eq!(value("strict-transport-security"), hsts, "{what}");
        assert_eq!(value("cache-control") == "no-store", is_data, "{what}: {}", value("cache-control"));
        assert_eq!(value("x-robots-tag"), if is_data || path == "/s" { "noindex, nofollow" } else { "" }, "{what}");
    }
}

/// A home with a photo, and a link that gives it. Who owns it, and who visits.
async fn people(server: &Server) -> (Person, Person, FileHash) {
    let thandi = server.person("thandi").await.with_home().await;
    let photo = photo(40, 30);
    let hash = FileHash::of(&photo);
    thandi.upload(&photo).await;
    let file = json!({"hash": hash, "name": "a.jpg", "media": "image/jpeg", "size": photo.len()});
    thandi.push(&[edit(1, "system", &json!({"name": "Geyser", "files": [file]}))]).await;
    let grant = Grant { verbs: vec![Verb::View, Verb::Download], ..Grant::of(Purpose::Buyer) };
    let new = ShareNew {
        id: LINK,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Buyer,
        name: String::new(),
        grant,
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    };
    thandi.post(&path::shares(HOME), &new).await.ok::<ShareMade>();
    let mut visitor = server.stranger();
    let open = Open { auth: AUTH, passcode: None, device: String::new() };
    visitor.take_cookies(&visitor.post(&path::visit_open(LINK), &open).await);
    (thandi, visitor, hash)
}

/// Each route with what is there and with what is not, by its owner, by a visitor and by nobody. What removes comes last.
async fn every_route(scene: &mut Scene, thandi: &Person, visitor: &Person, hash: FileHash) {
    let mut rows = table();
    rows.sort_by_key(|row| (row.method != Method::GET, row.method == Method::DELETE));
    for row in &rows {
        let media = if row.takes == Takes::Bytes { "application/octet-stream" } else { "application/json" };
        let there = row.path.replace("{space}", &HOME.to_string()).replace("{share}", &LINK.to_string());
        let there = there.replace("{hash}", &hash.to_string()).replace("{record}", &Uuid::from_u128(1).to_string());
        for path in [there, row.path.replace(['{', '}'], "")] {
            // Some route may just have erased the account.
            let member = match scene.server.app.storage.account(thandi.account).await.expect("asked") {
                Some(_) => scene.server.person_again(thandi).await,
                None => scene.server.person(&Uuid::new_v4().to_string()).await,
            };
            for person in [&scene.server.stranger(), visitor, &member] {
                scene.ask(person, row.method.clone(), &path, media, "{}").await;
                if row.method == Method::GET {
                    scene.ask(person, Method::HEAD, &path, media, "").await;
                }
            }
        }
    }
}

/// What the app is made of, and what is not there.
async fn every_file(scene: &mut Scene, anybody: &Person) {
    let paths = [
        "/",
        "/s",
        "/s?utm_source=x",
        "/logbook",
        "/icon.png",
        "/assets/app.1.js",
        "/assets/app.0.js",
        "/worker.js",
        "/api",
        "/api/nothing",
    ];
    for path in paths {
        for method in [Method::GET, Method::HEAD, Method::POST, Method::OPTIONS, Method::TRACE] {
            scene.ask(anybody, method, path, "text/plain", "").await;
        }
    }
    let page = scene.ask(anybody, Method::GET, "/", "", "").await;
    let again = anybody.request(Method::GET, "/").header(header::IF_NONE_MATCH, &page[header::ETAG]);
    let again = again.body(Body::empty()).expect("it is sound");
    scene.sent(&scene.server.router.clone(), again, "the page again").await;
    scene.ask(anybody, Method::POST, "/share", "text/plain", "").await;
}

/// Each refusal that needs more than a route and a person.
async fn every_refusal(scene: &mut Scene, thandi: &Person, visitor: &Person) {
    let json = "application/json";
    let large = "x".repeat(300_000);
    scene.ask(thandi, Method::POST, path::SPACES, json, &large).await;
    scene.ask(thandi, Method::POST, path::SPACES, "text/plain", "{}").await;
    scene.ask(thandi, Method::POST, path::LANGUAGE, json, r#"{"language": "tlh"}"#).await;
    scene.ask(thandi, Method::PUT, path::HEALTH, json, "").await;
    let pieter = scene.server.person("pieter").await;
    scene.ask(&pieter, Method::POST, path::SPACES, json, &json!({"id": HOME}).to_string()).await;
    let elsewhere =
        thandi.request(Method::GET, path::SPACES).method(Method::POST).body(Body::empty()).expect("it is sound");
    scene.sent(&scene.server.router.clone(), elsewhere, "from another site").await;
    for _ in 0..6 {
        scene.ask(visitor, Method::POST, path::CODE, json, r#"{"email": "a@example.org"}"#).await;
    }
    // A file whose content has gone, though the database knows it.
    let lost = photo(41, 30);
    thandi.upload(&lost).await;
    scene.server.app.blobs.remove_file(HOME, FileHash::of(&lost)).await.expect("it goes");
    scene.ask(thandi, Method::GET, &path::file(HOME, FileHash::of(&lost)), "", "").await;
    thandi.delete(&path::share(HOME, LINK)).await.done();
    scene.ask(visitor, Method::GET, &path::visit(LINK), "", "").await;
}

async fn every_answer(server: Server, https: bool) {
    let mut scene = Scene::new(server, https).await;
    let (thandi, visitor, hash) = people(&scene.server).await;
    every_file(&mut scene, &visitor).await;
    every_refusal(&mut scene, &thandi, &visitor).await;
    let (thandi, visitor) = (scene.server.person_again(&thandi).await, visitor);
    every_route(&mut scene, &thandi, &visitor, hash).await;
    assert!(STATUSES.iter().all(|status| scene.statuses.contains(status)), "{:?}", scene.statuses);
}

#[tokio::test]
async fn on_localhost() {
    every_answer(Server::on_sqlite().await, false).await;
}

#[tokio::test]
async fn by_https_browsers_are_told_to_stay_with_it() {
    every_answer(Server::on_https().await, true).await;
}

#[tokio::test]
async fn a_report_is_guarded_too() {
    let script = script();
    let mut scene = Scene::new(Server::on_sqlite().await.printing(script.clone()).await, false).await;
    let thandi = scene.server.person("thandi").await.with_home().await;
    let head = scene.ask(&thandi, Method::GET, &path::report(HOME), "", "").await;
    assert_eq!(head["content-type"], "application/pdf");
    std::fs::remove_file(&script).expect("the script is there");
}

#[tokio::test]
async fn a_full_server_and_a_handler_that_panics_are_guarded_too() {
    let mut scene = Scene::new(Server::on_sqlite().await, false).await;
    let thandi = scene.server.person("thandi").await.with_home().await;
    let panics = || async {
        if path::API.len() > 3 {
            panic!("as the test wants")
        }
    };
    let rows: Vec<Row> = vec![get("/api/panics", Policy::Public, panics)];
    let request = thandi.request(Method::GET, "/api/panics").body(Body::empty()).expect("it is sound");
    scene.sent(&router_of(rows, scene.server.app.clone()), request, "a panic").await;
    scene.server.app.storage.set_full_for_test(true).await;
    let edits = json!({"edits": [edit(1, "zone", &json!({"name": "x".repeat(200), "notes": "x".repeat(20_000)}))]});
    scene.ask(&thandi, Method::POST, &path::push(HOME), "application/json", &edits.to_string()).await;
    assert_eq!(scene.statuses, BTreeSet::from([500, 503]));
}
