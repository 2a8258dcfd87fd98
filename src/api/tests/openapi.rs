//! `/api/openapi.json` and `/api/docs`: the description is whole, and its page keeps to the content policy.

use super::Server;
use crate::router::table;
use serde_json::Value;

#[tokio::test]
async fn every_route_is_described_and_every_shape_is_there() {
    let server = Server::on_sqlite().await;
    let document: Value = server.stranger().get("/api/openapi.json").await.ok();
    for row in table() {
        let operation = &document["paths"][&row.path][row.method.as_str().to_ascii_lowercase()];
        assert!(
            operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()),
            "{} {}",
            row.method,
            row.path
        );
    }
    let text = document.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().expect("a reference ends");
        assert!(document["components"]["schemas"][name].is_object(), "{name} is not described");
    }
}

#[tokio::test]
async fn the_page_loads_nothing_from_elsewhere_and_has_nothing_inline() {
    let server = Server::on_sqlite().await;
    let answer = server.stranger().get("/api/docs").await;
    let page = String::from_utf8(answer.body).expect("text");
    assert!(page.contains("/api/spaces") && page.contains("<h3>Membership</h3>"));
    for banned in ["<script", "style=", "<style", "http://", "https://", "onclick"] {
        assert!(!page.contains(banned), "{banned}");
    }
    assert_eq!(server.stranger().get("/api/docs.css").await.header("content-type"), "text/css; charset=utf-8");
}
