//! What holds for every path: where requests come from, what they carry, and what every answer looks like.

use super::on_both;
use axum::body::Body;
use axum::http::{Method, header};
use wire::{ErrorCode, path};

#[tokio::test]
async fn changes_come_from_the_apps_own_pages_only() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let rows: [(&[(&str, &str)], bool); 7] = [
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "same-site"), ("origin", "http://localhost:8080")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("origin", "http://localhost:8080")], true),
            (&[("origin", "http://evil.example")], false),
            (&[], false),
        ];
        for (headers, allowed) in rows {
            let mut request = thandi.request(Method::GET, path::SPACES).method(Method::POST);
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let answer = thandi.send(request.header("content-type", "application/json"), Body::from("{}")).await;
            let expected = if allowed { ErrorCode::Unreadable } else { ErrorCode::CrossSite };
            assert_eq!(answer.refused(expected).code, expected, "{headers:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_cannot_change_anything() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        for media in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            let request = thandi.request(Method::POST, path::SPACES).header(header::CONTENT_TYPE, media);
            thandi.send(request, Body::from("{}")).await.refused(ErrorCode::MediaType);
        }
        let request = thandi.request(Method::POST, path::SPACES);
        thandi.send(request, Body::from("{}")).await.refused(ErrorCode::MediaType);
    })
    .await;
}

#[tokio::test]
async fn broken_and_enormous_bodies_get_one_clear_error() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let deep = "[".repeat(200) + &"]".repeat(200);
        let large = format!("\"{}\"", "x".repeat(256 * 1024));
        let rows = [
            ("", ErrorCode::Unreadable),
            ("{\"id\":", ErrorCode::Unreadable),
            ("{\"id\":\"7\"}", ErrorCode::Unreadable),
            (&deep, ErrorCode::Unreadable),
            (&large, ErrorCode::TooLarge),
        ];
        for (body, expected) in rows {
            for sized in [true, false] {
                let request = thandi.request(Method::POST, path::SPACES).header("content-type", "application/json");
                let stream = futures_util::stream::iter([Ok::<_, std::io::Error>(body.to_owned())]);
                let body = if sized { Body::from(body.to_owned()) } else { Body::from_stream(stream) };
                thandi.send(request, body).await.refused(expected);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_field_that_cannot_be_read_is_named() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let refusal =
            thandi.post(path::SPACES, &serde_json::json!({"id": "seven"})).await.refused(ErrorCode::Unreadable);
        assert_eq!(refusal.faults[0].field, "id");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_let_in_without_a_session() {
    on_both(async |server| {
        let stranger = server.stranger();
        stranger.get(path::SPACES).await.refused(ErrorCode::SignIn);
        let forged = stranger.request(Method::GET, path::SPACES).header("cookie", "codessa-dev-session=0000");
        stranger.send(forged, Body::empty()).await.refused(ErrorCode::SignIn);
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_fourteen_idle_days_and_ninety_in_all() {
    on_both(async |server| {
        const DAY_MS: i64 = 86_400_000;
        let (idle, busy) = (server.person("idle").await, server.person("busy").await);
        for _ in 0..9 {
            server.app.clock.advance_ms(10 * DAY_MS - 1);
            busy.get(path::SPACES).await.ok::<serde_json::Value>();
        }
        idle.get(path::SPACES).await.refused(ErrorCode::SignIn);
        server.app.clock.advance_ms(DAY_MS);
        busy.get(path::SPACES).await.refused(ErrorCode::SignIn);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_and_what_may_not_be_done_has_the_one_error_body() {
    on_both(async |server| {
        let stranger = server.stranger();
        stranger.get("/api/nothing").await.refused(ErrorCode::NotFound);
        let answer = stranger.delete(path::HEALTH).await;
        answer.refused(ErrorCode::Method);
        assert_eq!(answer.header("allow"), "GET,HEAD");
    })
    .await;
}

#[tokio::test]
async fn every_answer_of_the_api_is_guarded() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        for path in [path::HEALTH, path::SPACES, "/api/nothing", "/api/docs"] {
            let answer = thandi.get(path).await;
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert!(answer.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
            assert_eq!(answer.header("x-request-id").len(), 36, "{path}");
        }
    })
    .await;
}
