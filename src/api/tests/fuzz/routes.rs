//! The whole router: pushes, files and requests of every sort, on both engines, which have to answer alike and never with a fault of their
//! own. Each case has an account and a home of its own, so that none depends on those before it.

use super::sample::{edits, texts};
use super::{fuzz, picture};
use crate::tests::{Person, Server};
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, header};
use model::file::media_of;
use model::{FileHash, SpaceId};
use serde_json::{Value, json};
use std::str::FromStr;
use tower::ServiceExt;
use uuid::Uuid;
use wire::file::{CHUNK_BYTES, Chunk, Received};
use wire::space::SpaceNew;
use wire::{ErrorBody, Page, PushReply, path};

/// Stands for the home of the case.
const HOME: &str = "01910000-0000-7000-8000-000000000007";

/// What an answer comes to; who made it and when aside, it is the same on both engines.
type Told = (u16, Value);

async fn both() -> [Server; 2] {
    [Server::on_sqlite().await, Server::on_postgres().await]
}

/// The owner of a home that only this case knows, and the home.
async fn settled(server: &Server, case: &[u8]) -> (Person, SpaceId) {
    let name = Uuid::new_v4().to_string();
    let owner = server.person(&name).await.at_address([10, case.len() as u8, rand(case), 1]);
    let space = SpaceId(Uuid::new_v4());
    owner.post(path::SPACES, &SpaceNew { id: space }).await.ok::<Value>();
    (owner, space)
}

/// A number of a case.
fn rand(case: &[u8]) -> u8 {
    FileHash::of(case).0[0]
}

/// The case with ids that no other case has; the home's stands for itself.
fn own(case: &[u8], space: SpaceId) -> Vec<u8> {
    let unique = &space.to_string()[..8];
    let replaced = |case: &[u8], from: &str, to: &str| {
        let mut made = Vec::with_capacity(case.len());
        let mut rest = case;
        while let Some(at) = rest.windows(from.len()).position(|window| window == from.as_bytes()) {
            made.extend([&rest[..at], to.as_bytes()].concat());
            rest = &rest[at + from.len()..];
        }
        made.extend(rest);
        made
    };
    let case = replaced(case, HOME, &space.to_string());
    replaced(&replaced(&case, "7b6f0a4e", unique), "01932f1e", unique)
}

async fn send(person: &Person, request: Request<Body>) -> (u16, axum::http::HeaderMap, Vec<u8>) {
    let (head, body) = person.router().oneshot(request).await.expect("a router cannot fail").into_parts();
    // A stream of events has no end.
    let endless = head.headers.get(header::CONTENT_TYPE).is_some_and(|media| media == "text/event-stream");
    let body = if endless { Vec::new() } else { to_bytes(body, usize::MAX).await.expect("it arrives").to_vec() };
    (head.status.as_u16(), head.headers, body)
}

/// The refusal in an answer; it is the one error body, with the status that goes with its code and a name for each fault.
fn refusal(status: u16, body: &[u8]) -> Value {
    let told: ErrorBody = serde_json::from_slice(body)
        .unwrap_or_else(|_| panic!("{status} without the one error body: {}", String::from_utf8_lossy(body)));
    assert_eq!(told.code.status(), status, "{told:?}");
    assert!(!told.detail.is_empty() && told.faults.iter().all(|fault| !fault.field.is_empty()), "{told:?}");
    json!({"code": told.code, "faults": told.faults})
}

#[tokio::test]
async fn pushes_of_any_content() {
    let servers = both().await;
    let push = |edits: Vec<Value>| json!({ "edits": edits });
    let samples = texts([push(edits()), push(edits().into_iter().take(2).collect()), push(Vec::new())]);
    fuzz("pushes", &samples, async |case| {
        let mut told: Vec<Told> = Vec::new();
        for server in &servers {
            let (owner, space) = settled(server, case).await;
            let body = own(case, space);
            let first = push_once(&owner, space, &body).await;
            let again = push_once(&owner, space, &body).await;
            assert_eq!(first.1["answers"], again.1["answers"], "sent again it is answered as before");
            let page: Page = owner.get(&format!("{}?after=0&limit=1000", path::pull(space))).await.ok();
            assert_eq!(page.head, again.1["head"].as_u64().unwrap_or(0), "sent again it changes nothing");
            let text = json!([
                first,
                page.records.iter().map(|record| (record.rev, &record.kind, record.body.text())).collect::<Vec<_>>()
            ]);
            let text = text.to_string().replace(&space.to_string()[..8], "").replace(&owner.account.to_string(), "");
            told.push((first.0, serde_json::from_str(&text).expect("JSON")));
        }
        assert_eq!(told[0], told[1], "the engines answer alike");
    })
    .await;
}

async fn push_once(owner: &Person, space: SpaceId, body: &[u8]) -> Told {
    let request = owner.request(Method::POST, &path::push(space)).header(header::CONTENT_TYPE, "application/json");
    let (status, _, body) = send(owner, request.body(Body::from(body.to_vec())).expect("a request")).await;
    if status != 200 {
        return (status, refusal(status, &body));
    }
    let reply: PushReply = serde_json::from_slice(&body).expect("a reply");
    let value = serde_json::to_value(&reply).expect("JSON");
    (status, value)
}

#[tokio::test]
async fn files_of_any_bytes() {
    let servers = both().await;
    fuzz("files", &picture::samples(), async |case| {
        let mut told: Vec<Vec<u16>> = Vec::new();
        for server in &servers {
            let (owner, space) = settled(server, case).await;
            told.push(upload(&owner, space, case).await);
        }
        assert_eq!(told[0], told[1], "the engines answer alike");
    })
    .await;
}

/// Sends parts that may fit or not, then the file as it should be sent; every status on the way.
async fn upload(owner: &Person, space: SpaceId, content: &[u8]) -> Vec<u16> {
    let (hash, size) = (FileHash::of(content), content.len() as u64);
    let mut rng = fastrand::Rng::with_seed(u64::from(rand(content)));
    let mut statuses = Vec::new();
    for _ in 0..rng.usize(..4) {
        let from = rng.usize(..=content.len());
        let end = (from + rng.usize(..=content.len())).min(content.len());
        let offset = if rng.u8(..4) == 0 { rng.u64(..) } else { rng.u64(..=size) };
        let chunk = Chunk { offset, size: if rng.u8(..4) == 0 { rng.u64(..) } else { size } };
        statuses.push(put(owner, space, hash, chunk, &content[from..end]).await.0);
    }
    let mut last = (200, Received { bytes: 0, complete: false });
    while last.0 == 200 && !last.1.complete && !content.is_empty() {
        let received: Received = owner.get(&path::received(space, hash)).await.ok();
        let from = usize::try_from(received.bytes).expect("small");
        let end = content.len().min(from + CHUNK_BYTES);
        let (status, body) = put(owner, space, hash, Chunk { offset: received.bytes, size }, &content[from..end]).await;
        last = (status, serde_json::from_slice(&body).unwrap_or(last.1));
        statuses.push(status);
        assert!(statuses.len() < 40, "it comes to an end: {statuses:?}");
    }
    let (file, preview) = (owner.get(&path::file(space, hash)).await, owner.get(&path::preview(space, hash)).await);
    statuses.extend([file.status.as_u16(), preview.status.as_u16()]);
    if file.status.is_success() {
        assert_eq!((file.body.as_slice(), file.header("content-type")), (content, media_of(content)));
    }
    assert!(statuses.iter().all(|status| *status < 500), "{statuses:?}");
    statuses
}

async fn put(owner: &Person, space: SpaceId, hash: FileHash, chunk: Chunk, content: &[u8]) -> (u16, Vec<u8>) {
    let address = format!("{}{}", path::file(space, hash), chunk.query());
    let request = owner.request(Method::PUT, &address).header(header::CONTENT_TYPE, "application/octet-stream");
    let (status, _, body) = send(owner, request.body(Body::from(content.to_vec())).expect("a request")).await;
    if status != 200 {
        refusal(status, &body);
    }
    (status, body)
}

/// Who, method and address; headers; an empty line; the body.
const REQUESTS: &[&str] = &[
    "nobody POST /api/auth/code\n\n{\"email\":\"a@example.org\",\"language\":\"en-ZA\"}",
    "nobody POST /api/auth/code/verify\ncookie: codessa-dev-pending=00\n\n{\"code\":\"12345678\",\"device\":\"Phone\"}",
    "nobody POST /api/auth/pair\n\n{\"code\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"device\":\"Phone\"}",
    "nobody POST /api/auth/passkey/start\n\nnull",
    "nobody POST /api/auth/passkey/finish\n\n{\"ceremony\":\"01932f1e-7c00-7000-8000-000000000001\",\"credential\":\
        {\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}}",
    "owner POST /api/me/passkeys/finish\n\n{\"ceremony\":\"01932f1e-7c00-7000-8000-000000000001\",\"credential\":{\"id\":\"AA\"},\"name\":\"x\"}",
    "owner DELETE /api/me/passkeys/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n\nnull",
    "owner DELETE /api/me/sessions/01932f1e-7c00-7000-8000-000000000001\n\nnull",
    "owner POST /api/me/language\n\n{\"language\":\"en-ZA\"}",
    "owner POST /api/me/pair\n\nnull",
    "owner GET /api/me\naccept-encoding: br\n\n",
    "owner POST /api/spaces\n\n{\"id\":\"01932f1e-7c00-7000-8000-000000000001\"}",
    "owner GET /api/spaces/01910000-0000-7000-8000-000000000007/pull?after=0&limit=10\n\n",
    "owner GET /api/spaces/01910000-0000-7000-8000-000000000007/pull?before=0\n\n",
    "owner GET /api/spaces/01910000-0000-7000-8000-000000000007/records/01932f1e-7c00-7000-8000-000000000001/history\n\n",
    "stranger GET /api/spaces/01910000-0000-7000-8000-000000000007/members\n\n",
    "owner DELETE /api/spaces/01910000-0000-7000-8000-000000000007/members/01932f1e-7c00-7000-8000-000000000001\n\nnull",
    "owner POST /api/spaces/01910000-0000-7000-8000-000000000007/invitations\n\n{\"email\":\"a@example.org\",\"role\":\"viewer\"}",
    "owner DELETE /api/spaces/01910000-0000-7000-8000-000000000007/invitations/01932f1e-7c00-7000-8000-000000000001\n\nnull",
    "owner POST /api/invitations/accept\n\n{\"token\":\"00\"}",
    "owner PUT /api/spaces/01910000-0000-7000-8000-000000000007/files/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\
        ?offset=0&size=3\ncontent-type: application/octet-stream\n\nabc",
    "owner GET /api/events\n\n",
    "nobody GET /assets/app.js\nif-none-match: \"x\"\naccept: text/html\n\n",
    "nobody GET /entry/1?a=b\naccept: text/html\nx-forwarded-for: 1.2.3.4\n\n",
];

#[tokio::test]
async fn requests_of_any_sort() {
    let servers = both().await;
    let samples: Vec<Vec<u8>> = REQUESTS.iter().map(|text| text.as_bytes().to_vec()).collect();
    fuzz("requests", &samples, async |case| {
        let mut told: Vec<Option<Told>> = Vec::new();
        for server in &servers {
            let (owner, space) = settled(server, case).await;
            told.push(ask(server, &owner, &own(case, space)).await);
        }
        assert_eq!(told[0], told[1], "the engines answer alike");
    })
    .await;
}

/// Asks what a case says; none if it is no request at all.
async fn ask(server: &Server, owner: &Person, case: &[u8]) -> Option<Told> {
    let at = case.windows(2).position(|two| two == b"\n\n").unwrap_or(case.len());
    let (head, body) = (std::str::from_utf8(&case[..at]).ok()?, case.get(at + 2..).unwrap_or_default());
    let mut lines = head.lines();
    let mut first = lines.next()?.splitn(3, ' ');
    let person = match first.next()? {
        "owner" => owner.clone(),
        "stranger" => server.person(&Uuid::new_v4().to_string()).await,
        _ => server.stranger().at_address([10, 9, rand(case), body.len() as u8]),
    };
    let (method, address) = (Method::from_str(first.next()?).ok()?, first.next()?.to_owned());
    let uri = axum::http::Uri::from_str(&address).ok()?;
    let mut request = person.request(method.clone(), &address);
    if !head.contains("\ncontent-type") {
        request = request.header(header::CONTENT_TYPE, "application/json");
    }
    for line in lines {
        request = match line
            .split_once(": ")
            .map(|(name, value)| (name.parse::<header::HeaderName>(), value.parse::<header::HeaderValue>()))
        {
            Some((Ok(name), Ok(value))) => request.header(name, value),
            _ => request,
        };
    }
    let (status, headers, body) = send(&person, request.body(Body::from(body.to_vec())).ok()?).await;
    assert!(status < 500, "{status} {}", String::from_utf8_lossy(&body));
    for name in ["x-content-type-options", "content-security-policy", "referrer-policy", "x-request-id"] {
        assert!(headers.contains_key(name), "{name}");
    }
    let plain = !headers.contains_key(header::CONTENT_ENCODING) && method != Method::HEAD;
    let refused = status >= 400 && uri.path().starts_with("/api/") && plain;
    Some((status, if refused { refusal(status, &body) } else { Value::Null }))
}
