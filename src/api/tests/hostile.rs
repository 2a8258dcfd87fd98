//! Texts that mean to become markup or script: they go through the server as the texts that they are, or are refused, and no answer is a page.

use super::auth::mailed_code;
use super::home::{HOME, edit};
use super::letters::{Form, forms};
use super::{Answer, Person, Server, on_both};
use axum::http::header;
use form_urlencoded::byte_serialize;
use model::grant::{Grant, Purpose};
use model::{FileHash, RecordId, ShareId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;
use wire::account::{CodeTyped, Me};
use wire::push::{Outcome, Push};
use wire::share::{Open, ShareMade, ShareNew, Visit};
use wire::{Page, PushReply, path};

/// The same that the browser tests put on every page.
const HOSTILE: &str = include_str!("../../../end2end/hostile.json");
const AUTH: FileHash = FileHash([9; 32]);

fn hostile() -> Vec<String> {
    serde_json::from_str(HOSTILE).expect("a list of texts")
}

/// That a browser takes the answer for nothing but data.
#[track_caller]
fn is_data(answer: &Answer) {
    let media = answer.header("content-type");
    assert!(["", "application/json", "application/octet-stream", "image/jpeg"].contains(&media), "{media}");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.headers.get(header::LOCATION).is_none());
}

#[test]
fn there_are_two_hundred_different_ones() {
    let all: std::collections::BTreeSet<String> = hostile().into_iter().collect();
    assert!(all.len() >= 200, "{}", all.len());
}

/// Pushes a record of every kind with `text` in each place. What should come back, by record.
async fn push(thandi: &Person, forms: &[Form], number: usize, text: &str) -> BTreeMap<RecordId, Value> {
    let edit =
        |(at, form): (usize, &Form)| edit((number * 100 + at + 1) as u128, form.kind, &form.filled(|| text.to_owned()));
    let edits: Vec<_> = forms.iter().enumerate().map(edit).collect();
    let answer = thandi.post(&path::push(HOME), &Push { edits: edits.clone() }).await;
    is_data(&answer);
    let reply: PushReply = answer.ok();
    let outcomes = reply.answers.iter().map(|answer| matches!(answer.outcome, Outcome::Accepted { .. }));
    let kept = edits.iter().zip(outcomes).filter(|(_, is_kept)| *is_kept);
    kept.map(|(edit, _)| (edit.id, serde_json::from_str(edit.fields.text()).expect("JSON"))).collect()
}

#[tokio::test]
async fn hostile_texts_come_back_as_they_were_or_are_refused() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut pushed = BTreeMap::new();
        let (texts, forms) = (hostile(), forms());
        for (number, text) in texts.iter().enumerate() {
            pushed.extend(push(&thandi, &forms, number, text).await);
        }
        assert!(pushed.len() > texts.len() * forms.len() * 9 / 10, "most are texts like any other: {}", pushed.len());
        let mut after = 0;
        loop {
            let answer = thandi.get(&format!("{}?after={after}&limit=1000", path::pull(HOME))).await;
            is_data(&answer);
            let page: Page = answer.ok();
            let Some(last) = page.records.last() else { break };
            after = last.rev;
            for record in page.records {
                let came: Value = serde_json::from_str(record.body.text()).expect("JSON");
                assert_eq!(Some(came), pushed.remove(&record.id), "{:?}", record.id);
            }
        }
        assert!(pushed.is_empty(), "{} did not come back", pushed.len());
    })
    .await;
}

/// Everything that somebody may name beside their records: links, browsers, addresses, homes, and addresses of pages.
#[tokio::test]
async fn hostile_names_and_paths_are_texts_too() {
    let server = Server::on_sqlite().await;
    let thandi = server.person("thandi").await.with_home().await;
    for (number, text) in hostile().into_iter().enumerate() {
        let id = ShareId(Uuid::from_u128(0x7000 + number as u128));
        let new = ShareNew {
            id,
            auth_hash: FileHash::of(&AUTH.0),
            purpose: Purpose::Buyer,
            name: text.clone(),
            grant: Grant::of(Purpose::Buyer),
            days: 14,
            passcode: false,
            snapshot: false,
            opens_max: None,
            unseen: false,
        };
        let made = thandi.post(&path::shares(HOME), &new).await;
        is_data(&made);
        if made.status == 200 {
            assert_eq!(made.ok::<ShareMade>().share.name, text);
            let mut visitor = server.stranger();
            let open = Open { auth: AUTH, passcode: Some(text.clone()), device: text.clone() };
            visitor.take_cookies(&visitor.post(&path::visit_open(id), &open).await);
            let visit = visitor.get(&path::visit(id)).await;
            visit.ok::<Visit>();
            is_data(&visit);
            is_data(&thandi.get(&path::share_log(HOME, id)).await);
        }
        let segment = byte_serialize(text.as_bytes()).collect::<String>();
        for path in [
            format!("/api/{segment}"),
            format!("/api/spaces/{segment}/pull"),
            format!("{}?after={segment}", path::pull(HOME)),
            format!("{}?sections={segment}", path::report(HOME)),
        ] {
            is_data(&thandi.get(&path).await);
        }
        for (path, body) in [
            (path::CODE, json!({"email": text, "language": text})),
            (path::SPACES, json!({"id": text})),
            (path::LANGUAGE, json!({"language": text})),
            (&path::push(HOME), json!({"edits": [{"key": text, "kind": text, text.as_str(): text}]})),
            (&path::invitations(HOME), json!({"email": text, "role": text})),
        ] {
            is_data(&thandi.post(path, &body).await);
        }
    }
}

#[tokio::test]
async fn a_browser_may_call_itself_what_it_likes() {
    on_both(async |server| {
        for (number, text) in hostile().into_iter().enumerate().step_by(10) {
            let mut phone = server.stranger();
            phone.ask(&format!("thandi{number}@example.org")).await.done();
            let typed = CodeTyped { code: mailed_code(&server), device: text };
            let answer = phone.post(path::CODE_VERIFY, &typed).await;
            phone.take_cookies(&answer);
            is_data(&answer);
            answer.ok::<Me>();
            is_data(&phone.get(path::SESSIONS).await);
        }
    })
    .await;
}
