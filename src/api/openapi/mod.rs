//! The description of the API, written from the table of routes: as OpenAPI 3.1 for programs, as a page for people.

mod page;
mod schema;

use crate::border::{Policy, Row, Takes, get};
use crate::router::table;
use axum::Json;
use axum::http::{Method, header};
use axum::response::{Html, IntoResponse};
use model::grant::Verb;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// Where the description is for programs.
pub const JSON: &str = "/api/openapi.json";
/// Where it is for people.
pub const PAGE: &str = "/api/docs";
const STYLE: &str = "/api/docs.css";

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document(&table()));
static HTML: LazyLock<String> = LazyLock::new(|| page::html(&DOCUMENT));

/// The routes of the description itself.
pub fn rows() -> [Row; 3] {
    [
        get(JSON, Policy::Public, show_document).says("This description.").gives("application/json"),
        get(PAGE, Policy::Public, show_page).says("This description, for people.").gives("text/html"),
        get(STYLE, Policy::Public, show_style).says("How that page looks.").gives("text/css"),
    ]
}

async fn show_document() -> Json<&'static Value> {
    Json(&DOCUMENT)
}

async fn show_page() -> Html<&'static str> {
    Html(&HTML)
}

async fn show_style() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("docs.css"))
}

/// The OpenAPI document of these routes.
fn document(rows: &[Row]) -> Value {
    let mut paths = Map::new();
    for row in rows {
        let path = paths.entry(&row.path).or_insert_with(|| json!({}));
        path[row.method.as_str().to_ascii_lowercase()] = operation(row);
    }
    let session = json!({"type": "apiKey", "in": "cookie", "name": "__Host-codessa-session"});
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Codessa",
            "version": env!("CARGO_PKG_VERSION"),
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
            "description": "The logbook of a home. Changes need the session cookie, application/json and an Origin header of this \
                 very server. Every refusal has the same body."
        },
        "paths": paths,
        "components": {"schemas": schema::all(), "securitySchemes": {"session": session}},
    })
}

fn operation(row: &Row) -> Value {
    let mut operation = json!({
        "summary": row.summary,
        "description": who_may(row.policy),
        "parameters": parameters(row),
        "responses": {
            "default": {"description": "Refused.", "content": content("Error")},
        },
    });
    let (status, answer) = match row.gives {
        Some(schema) => ("200", json!({"description": "Done.", "content": content(schema)})),
        None => ("204", json!({"description": "Done."})),
    };
    operation["responses"][status] = answer;
    if row.policy != Policy::Public {
        operation["security"] = json!([{"session": []}]);
    }
    match row.takes {
        Takes::Json(schema) => operation["requestBody"] = json!({"required": true, "content": content(schema)}),
        Takes::Bytes => {
            operation["requestBody"] = json!({"required": true, "content": {"application/octet-stream": {}}});
        }
        Takes::Form => {
            operation["requestBody"] =
                json!({"content": {"application/x-www-form-urlencoded": {}, "multipart/form-data": {}}});
        }
        Takes::Nothing if row.method == Method::GET => {}
        Takes::Nothing => {
            operation["requestBody"] =
                json!({"required": true, "content": {"application/json": {"schema": {"type": "null"}}}});
        }
    }
    operation
}

fn content(schema: &str) -> Value {
    if schema.contains('/') {
        return json!({ schema: {} });
    }
    json!({"application/json": {"schema": {"$ref": format!("#/components/schemas/{schema}")}}})
}

fn who_may(policy: Policy) -> String {
    let proof = ", who proved to be there within the last five minutes";
    match policy {
        Policy::Public => "Anybody.".to_owned(),
        Policy::SignedIn => "Whoever is signed in.".to_owned(),
        Policy::SteppedUp => format!("Whoever is signed in{proof}."),
        Policy::Member(action) => format!("Members whose role may: {action:?}."),
        Policy::Providing => "Whoever came by that link, if it is that of a deal.".to_owned(),
        Policy::Visiting(Verb::View) => "Whoever came by that link, while their visit lasts.".to_owned(),
        Policy::Visiting(verb) => {
            format!("Whoever came by that link, while their visit lasts and if it allows to {verb}.")
        }
        Policy::AtLabel => "Whoever scanned that label, where members let faults be reported by it.".to_owned(),
        Policy::MemberSteppedUp(action) => format!("Members whose role may: {action:?}{proof}."),
    }
}

fn parameters(row: &Row) -> Vec<Value> {
    let in_path =
        row.path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(
            |(name, _)| json!({"name": name, "in": "path", "required": true, "schema": schema::of_parameter(name)}),
        );
    let in_query = row.query.iter().map(|(name, meaning)| {
        json!({"name": name, "in": "query", "description": meaning, "schema": {"type": "integer", "minimum": 0}})
    });
    in_path.chain(in_query).collect()
}
