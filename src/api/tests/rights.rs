//! Who may use which route: every route of the table by everybody, and that no route is left out.

use super::{Person, Server, on_both};
use crate::border::Takes;
use crate::router::table;
use axum::Router;
use axum::body::Body;
use axum::http::{Method, header};
use model::SpaceId;
use model::access::Role;
use tower::ServiceExt;
use uuid::Uuid;
use wire::path;
use wire::space::{Invitation, Invite, SpaceNew};

/// Method, path, and what each gets: nobody, a stranger, a former member, a viewer, a co-owner, the owner. In the path `{account}` is a
/// viewer of the home, `{id}` an open invitation of a viewer, or nothing. A body is always `{}`: 400 is somebody who was let in.
type Line = (&'static str, &'static str, [u16; 6]);

const LINES: &[Line] = &[
    ("GET", "/api/health", [200; 6]),
    ("GET", "/api/openapi.json", [200; 6]),
    ("GET", "/api/docs", [200; 6]),
    ("GET", "/api/docs.css", [200; 6]),
    ("POST", "/api/auth/code", [400; 6]),
    ("POST", "/api/auth/code/verify", [400; 6]),
    ("POST", "/api/auth/pair", [400; 6]),
    ("POST", "/api/auth/passkey/start", [200; 6]),
    ("POST", "/api/auth/passkey/finish", [400; 6]),
    ("POST", "/api/auth/recovery", [400; 6]),
    ("POST", "/api/auth/email/back", [400; 6]),
    ("POST", "/api/auth/sign-out", [401, 204, 204, 204, 204, 204]),
    ("GET", "/api/me", [401, 200, 200, 200, 200, 200]),
    ("DELETE", "/api/me", [401, 204, 204, 204, 204, 204]),
    ("POST", "/api/me/language", [401, 400, 400, 400, 400, 400]),
    ("POST", "/api/me/pair", [401, 200, 200, 200, 200, 200]),
    ("GET", "/api/me/passkeys", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/me/passkeys/start", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/me/passkeys/finish", [401, 400, 400, 400, 400, 400]),
    ("GET", "/api/me/recovery", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/me/recovery", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/me/email", [401, 400, 400, 400, 400, 400]),
    ("POST", "/api/me/email/verify", [401, 400, 400, 400, 400, 400]),
    ("GET", "/api/me/closing", [401, 200, 200, 200, 200, 200]),
    ("GET", "/api/me/export", [401, 200, 200, 200, 200, 200]),
    ("GET", "/api/me/statement.pdf", [401, 501, 501, 501, 501, 501]),
    ("GET", "/api/me/requests", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/me/requests", [401, 400, 400, 400, 400, 400]),
    ("DELETE", "/api/me/requests/{number}", [401, 404, 404, 404, 404, 404]),
    ("PUT", "/api/me/passkeys/{hash}", [401, 400, 400, 400, 400, 400]),
    ("DELETE", "/api/me/passkeys/{hash}", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/me/sessions", [401, 200, 200, 200, 200, 200]),
    ("DELETE", "/api/me/sessions", [401, 204, 204, 204, 204, 204]),
    ("DELETE", "/api/me/sessions/{id}", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/push/key", [401, 200, 200, 200, 200, 200]),
    ("PUT", "/api/me/push", [401, 400, 400, 400, 400, 400]),
    ("DELETE", "/api/me/push", [401, 204, 204, 204, 204, 204]),
    ("GET", "/api/feeds/{token}", [404; 6]),
    ("GET", "/api/unsubscribe/{token}", [200; 6]),
    ("POST", "/api/unsubscribe/{token}", [404; 6]),
    ("GET", "/api/spaces", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/spaces", [401, 400, 400, 400, 400, 400]),
    ("DELETE", "/api/spaces/{space}", [401, 404, 404, 403, 403, 204]),
    ("POST", "/api/spaces/{space}/push", [401, 404, 404, 403, 400, 400]),
    ("GET", "/api/spaces/{space}/pull", [401, 404, 404, 200, 200, 200]),
    ("GET", "/api/spaces/{space}/records/{record}/history", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/spaces/{space}/changes", [401, 404, 404, 200, 200, 200]),
    ("PUT", "/api/spaces/{space}/files/{hash}", [401, 404, 404, 403, 400, 400]),
    ("GET", "/api/spaces/{space}/files/{hash}", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/spaces/{space}/files/{hash}/received", [401, 404, 404, 200, 200, 200]),
    ("GET", "/api/spaces/{space}/files/{hash}/preview", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/spaces/{space}/report.pdf", [401, 404, 404, 501, 501, 501]),
    ("GET", "/api/spaces/{space}/reminders", [401, 404, 404, 200, 200, 200]),
    ("PUT", "/api/spaces/{space}/reminders", [401, 404, 404, 204, 204, 204]),
    ("GET", "/api/spaces/{space}/outlook", [401, 404, 404, 200, 200, 200]),
    ("PUT", "/api/spaces/{space}/outlook", [401, 404, 404, 403, 403, 400]),
    ("POST", "/api/outlook/{share}", [400; 6]),
    ("POST", "/api/spaces/{space}/feed", [401, 404, 404, 200, 200, 200]),
    ("DELETE", "/api/spaces/{space}/feed", [401, 404, 404, 204, 204, 204]),
    ("GET", "/api/spaces/{space}/members", [401, 404, 404, 200, 200, 200]),
    ("DELETE", "/api/spaces/{space}/members/{account}", [401, 404, 404, 403, 204, 204]),
    ("POST", "/api/spaces/{space}/invitations", [401, 404, 404, 400, 400, 400]),
    ("DELETE", "/api/spaces/{space}/invitations/{id}", [401, 404, 404, 403, 204, 204]),
    ("GET", "/api/spaces/{space}/shares", [401, 404, 404, 403, 200, 200]),
    ("POST", "/api/spaces/{space}/shares", [401, 404, 404, 403, 400, 400]),
    ("DELETE", "/api/spaces/{space}/shares", [401, 404, 404, 403, 204, 204]),
    ("PUT", "/api/spaces/{space}/shares/{share}", [401, 404, 404, 403, 404, 404]),
    ("DELETE", "/api/spaces/{space}/shares/{share}", [401, 404, 404, 403, 404, 404]),
    ("GET", "/api/spaces/{space}/shares/{share}/log", [401, 404, 404, 403, 404, 404]),
    ("GET", "/api/spaces/{space}/contributions", [401, 404, 404, 403, 200, 200]),
    ("PUT", "/api/spaces/{space}/contributions/{contribution}", [401, 404, 404, 403, 400, 400]),
    ("GET", "/api/spaces/{space}/contributions/{contribution}/files/{hash}", [401, 404, 404, 403, 404, 404]),
    ("GET", "/api/spaces/{space}/contributions/{contribution}/files/{hash}/preview", [401, 404, 404, 403, 404, 404]),
    ("POST", "/api/spaces/{space}/deals", [401, 404, 404, 403, 400, 400]),
    // In a home there is no link of a deal, and nothing to end.
    ("PUT", "/api/spaces/{space}/link", [401, 404, 404, 403, 403, 403]),
    ("POST", "/api/spaces/{space}/end", [401, 404, 404, 403, 403, 403]),
    // A home has no papers of deals.
    ("GET", "/api/spaces/{space}/records/{record}/paper.pdf", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/shares/{share}/records/{record}/paper.pdf", [404; 6]),
    ("POST", "/api/deals/keep", [401, 400, 400, 400, 400, 400]),
    ("POST", "/api/firms", [401, 400, 400, 400, 400, 400]),
    ("POST", "/api/estates", [401, 400, 400, 400, 400, 400]),
    // A home has no plan of a scheme.
    ("GET", "/api/spaces/{space}/plan.pdf", [401, 404, 404, 404, 404, 404]),
    ("GET", "/api/spaces/{space}/plan.xlsx", [401, 404, 404, 404, 404, 404]),
    ("POST", "/api/estates/link", [401, 400, 400, 400, 400, 400]),
    ("POST", "/api/estates/link/open", [401, 400, 400, 400, 400, 400]),
    // A home holds no logbooks.
    ("POST", "/api/spaces/{space}/logbooks", [401, 404, 404, 403, 403, 403]),
    ("POST", "/api/spaces/{space}/logbooks/open", [401, 404, 404, 403, 403, 403]),
    ("POST", "/api/spaces/{space}/logbooks/invite", [401, 404, 404, 403, 403, 403]),
    ("GET", "/api/spaces/{space}/estate", [401, 404, 404, 200, 200, 200]),
    ("PUT", "/api/spaces/{space}/estate", [401, 404, 404, 403, 400, 400]),
    ("DELETE", "/api/spaces/{space}/estate", [401, 404, 404, 403, 404, 404]),
    ("POST", "/api/spaces/{space}/estate/joining", [401, 404, 404, 403, 400, 400]),
    ("POST", "/api/spaces/{space}/estate/cases", [401, 404, 404, 403, 400, 400]),
    // A home has no cases.
    ("POST", "/api/spaces/{space}/cases", [401, 404, 404, 403, 400, 400]),
    ("POST", "/api/shares/{share}/push", [404; 6]),
    ("POST", "/api/spaces/{space}/handovers", [401, 404, 404, 403, 403, 400]),
    ("GET", "/api/handovers", [401, 200, 200, 200, 200, 200]),
    ("POST", "/api/handovers/{id}/accept", [401, 404, 404, 404, 404, 404]),
    ("POST", "/api/handovers/{id}/stop", [401, 404, 404, 404, 404, 404]),
    // What one is signed in as counts for nothing here: only the cookie of that one link does.
    ("POST", "/api/shares/{share}/open", [400; 6]),
    ("POST", "/api/shares/{share}/close", [404; 6]),
    ("GET", "/api/shares/{share}/pull", [404; 6]),
    ("GET", "/api/shares/{share}/cases", [404; 6]),
    ("GET", "/api/shares/{share}/files/{hash}", [404; 6]),
    ("PUT", "/api/shares/{share}/files/{hash}", [404; 6]),
    ("GET", "/api/shares/{share}/files/{hash}/received", [404; 6]),
    ("GET", "/api/shares/{share}/files/{hash}/preview", [404; 6]),
    ("POST", "/api/shares/{share}/contributions", [404; 6]),
    ("GET", "/api/shares/{share}/label", [404; 6]),
    ("POST", "/api/shares/{share}/reports", [404; 6]),
    ("GET", "/api/spaces/{space}/reporting", [401, 404, 404, 403, 200, 200]),
    ("PUT", "/api/spaces/{space}/reporting", [401, 404, 404, 403, 400, 400]),
    ("POST", "/api/invitations/accept", [401, 400, 400, 400, 400, 400]),
    ("GET", "/api/events", [401, 200, 200, 200, 200, 200]),
    ("GET", "/api/heads", [401, 200, 200, 200, 200, 200]),
];

/// A home, and everybody who has something or nothing to do with it.
struct Scene {
    home: SpaceId,
    people: Vec<(&'static str, Person)>,
}

impl Scene {
    async fn new(server: &Server, number: usize) -> Self {
        let home = SpaceId(Uuid::from_u128(1_000 + number as u128));
        let mut people = vec![("nobody", server.stranger())];
        for name in ["stranger", "former", "viewer", "co-owner", "owner"] {
            people.push((name, server.person(&format!("{name}{number}")).await));
        }
        people[5].1.post(path::SPACES, &SpaceNew { id: home }).await.ok::<serde_json::Value>();
        for (place, role) in [(2, Role::CoOwner), (3, Role::Viewer), (4, Role::CoOwner)] {
            server.app.storage.join_for_test(home, people[place].1.account, role).await;
        }
        server.app.storage.leave_for_test(home, people[2].1.account).await;
        Self { home, people }
    }

    /// The path with what its parameters stand for, made anew: what was removed a line ago cannot be removed again.
    async fn path(&self, server: &Server, template: &str) -> String {
        let mut path = template.replace("{space}", &self.home.to_string());
        path = path
            .replace("{record}", &Uuid::nil().to_string())
            .replace("{share}", &Uuid::nil().to_string())
            .replace("{contribution}", &Uuid::nil().to_string())
            .replace("{hash}", &"0".repeat(64));
        if path.contains("{account}") {
            let account = server.person(&Uuid::new_v4().to_string()).await.account;
            server.app.storage.join_for_test(self.home, account, Role::Viewer).await;
            path = path.replace("{account}", &account.to_string());
        }
        if path.contains("/invitations/{id}") {
            let invite = Invite { email: "new@example.org".into(), role: Role::Viewer };
            let made: Invitation = self.people[5].1.post(&path::invitations(self.home), &invite).await.ok();
            path = path.replace("{id}", &made.id);
        }
        path.replace("{number}", "999").replace("{id}", &Uuid::nil().to_string())
    }
}

/// The status of an answer whose body may never end.
async fn status(person: &Person, router: &Router, method: &Method, path: &str, media: &str) -> u16 {
    let request = person.request(method.clone(), path).header(header::CONTENT_TYPE, media);
    let request = request.body(Body::from("{}")).expect("the request is sound");
    router.clone().oneshot(request).await.expect("a router cannot fail").status().as_u16()
}

#[test]
fn every_route_has_a_line_and_every_line_a_route() {
    let mut routes: Vec<String> = table().iter().map(|row| format!("{} {}", row.method, row.path)).collect();
    let mut lines: Vec<String> = LINES.iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    routes.sort();
    lines.sort();
    assert_eq!(routes, lines);
}

#[tokio::test]
async fn everybody_gets_what_the_lines_say() {
    on_both(async |server| {
        let (rows, mut wrong) = (table(), Vec::new());
        for (number, (method, template, expected)) in LINES.iter().enumerate() {
            let row = rows.iter().find(|row| row.method == *method && row.path == *template).expect("it has a route");
            let media = if row.takes == Takes::Bytes { "application/octet-stream" } else { "application/json" };
            let scene = Scene::new(&server, number).await;
            for ((who, person), expected) in scene.people.iter().zip(expected) {
                let path = scene.path(&server, template).await;
                let got = status(person, &server.router, &row.method, &path, media).await;
                if got != *expected {
                    wrong.push(format!("{method} {template} by {who}: {got} instead of {expected}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}

/// Everything of an answer that could tell one from another: status, headers but for the number of the request, and every byte.
async fn whole(person: &Person, row: &crate::border::Row, path: &str) -> (u16, Vec<(String, Vec<u8>)>, Vec<u8>) {
    let media = if row.takes == Takes::Bytes { "application/octet-stream" } else { "application/json" };
    let request = person.request(row.method.clone(), path).header(header::CONTENT_TYPE, media);
    let answer = person.send(request, Body::from("{}")).await;
    let headers = answer.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let headers = headers.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect();
    (answer.status.as_u16(), headers, answer.body)
}

#[tokio::test]
async fn what_may_not_be_seen_looks_like_what_is_not_there_byte_for_byte() {
    on_both(async |server| {
        let scene = Scene::new(&server, 0).await;
        let nowhere = SpaceId(Uuid::from_u128(999));
        let owner = &scene.people[5].1;
        let content = b"a file that is there".to_vec();
        let hash = model::FileHash::of(&content);
        let chunk = wire::file::Chunk { offset: 0, size: content.len() as u64 };
        let put = owner.request(Method::PUT, &format!("{}{}", path::file(scene.home, hash), chunk.query()));
        let put = put.header(header::CONTENT_TYPE, "application/octet-stream");
        owner.send(put, Body::from(content)).await.ok::<serde_json::Value>();
        let rows: Vec<_> = table().into_iter().filter(|row| row.path.contains("{space}")).collect();
        assert!(rows.len() > 10);
        for row in &rows {
            let there = scene.path(&server, &row.path).await.replace(&"0".repeat(64), &hash.to_string());
            let missing = there.replace(&scene.home.to_string(), &nowhere.to_string());
            let no_id = there.replace(&scene.home.to_string(), "anything");
            for (who, person) in &scene.people[1..3] {
                let answer = whole(person, row, &there).await;
                assert_eq!(answer.0, 404, "{} {} by {who}", row.method, row.path);
                for other in [&missing, &no_id] {
                    assert_eq!(whole(person, row, other).await, answer, "{} {} by {who}", row.method, row.path);
                }
            }
        }
        // Within a home, what is not there answers the same as the home itself to a stranger.
        let gone = path::file(scene.home, model::FileHash([0; 32]));
        let file = rows.iter().find(|row| row.method == Method::GET && row.path.ends_with("/files/{hash}"));
        let file = file.expect("files can be fetched");
        assert_eq!(whole(owner, file, &gone).await, whole(&scene.people[1].1, file, &gone).await);
    })
    .await;
}
