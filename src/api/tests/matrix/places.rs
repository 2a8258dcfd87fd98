//! Every place where an id can stand: the path, the query, a body, and an edit within a batch.

use super::due::Given;
use super::scene::{HOMES, Scene, link, rid};
use crate::border::{Row, Takes};
use crate::tests::home::zone;
use axum::http::Method;
use model::EditKey;
use model::grant::{Grant, Purpose};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Every combination of what can stand in the path of a route.
pub(super) fn paths(row: &Row, scene: &Scene) -> Vec<(String, Given)> {
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

/// What follows a path: queries, or bodies. An id of another home stands in each place that the route knows of, and in some that it does not.
///
/// Nothing is searched on the server: a home is searched on the device, which has what `pull` gave it. What goes out of a home is `pull`, `changes`,
/// `report.pdf`, its files and what a link gives; each is a row of the table.
pub(super) fn requests(row: &Row) -> Vec<String> {
    if row.method == Method::GET { queries(row) } else { bodies() }
}

fn queries(row: &Row) -> Vec<String> {
    let foreign = rid(1, 1).to_string();
    let known = row.query.iter().map(|(name, _)| *name);
    let values = [foreign.as_str(), "0", "18446744073709551615"];
    let each = known.flat_map(|name| values.map(|value| format!("?{name}={value}")));
    let unknown =
        ["", &format!("?system={foreign}"), &format!("?after=0&q={foreign}"), &format!("?space={}", HOMES[1])]
            .map(str::to_owned);
    unknown.into_iter().chain(each).collect()
}

fn bodies() -> Vec<String> {
    let mut batch = zone(0, "Mine now");
    batch.id = rid(1, 1);
    vec![
        "{}".into(),
        json!({"edits": [{"nonsense": 1}], "space": HOMES[1], "id": HOMES[1]}).to_string(),
        json!({"space": HOMES[1], "account": Uuid::nil(), "share": link(7), "edit": batch}).to_string(),
        whole(),
    ]
}

/// A body that is sound for every route which takes one, about what is another's: who is not let in must be told so, whatever they send.
pub(super) fn whole() -> String {
    let mut edit = zone(0, "Mine now");
    (edit.id, edit.key) = (rid(1, 1), EditKey::default());
    json!({
        "edits": [edit], "id": link(7), "email": "new@example.org", "role": "viewer", "auth_hash": "0".repeat(64), "purpose": "buyer", "name": "Mine now",
        "grant": Grant::of(Purpose::Buyer), "days": 14, "auth": "0".repeat(64), "language": "en-ZA", "code": "00000000", "accept": true, "token": "0".repeat(64),
    })
    .to_string()
}

/// Whether a request that is let in would change the scene for those that follow.
pub(super) fn is_harmless(row: &Row, request: &str) -> bool {
    row.method == Method::GET
        || (row.method == Method::POST && matches!(row.takes, Takes::Json(_)) && request != whole())
}
