//! `/api/spaces/{space}/push`: what becomes of edits.

use super::home::{HOME, accepted, edit, revs, zone};
use super::on_both;
use axum::body::Body;
use axum::http::Method;
use model::access::Role;
use model::{FaultCode, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::push::{Outcome, Push};
use wire::space::{Membership, SpaceNew};
use wire::{ErrorCode, Page, PushReply, path};

#[track_caller]
fn refusal(reply: &PushReply, number: usize) -> (ErrorCode, Vec<(String, FaultCode)>) {
    match &reply.answers[number].outcome {
        Outcome::Refused { code, faults } => {
            (*code, faults.iter().map(|fault| (fault.field.clone(), fault.code)).collect())
        }
        accepted @ Outcome::Accepted { .. } => panic!("{accepted:?}"),
    }
}

#[tokio::test]
async fn edits_are_numbered_in_their_order_and_come_back_as_records() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let reply = thandi.push(&[zone(1, "Roof"), zone(2, "Garden")]).await;
        assert_eq!((reply.before, reply.head, accepted(&reply)), (0, 2, vec![1, 2]));
        let next = thandi.push(&[edit(1, "zone", &json!({"notes": "Leaks."}))]).await;
        assert_eq!((next.before, next.head, accepted(&next)), (2, 3, vec![3]));
        let page = thandi.pull("").await;
        assert_eq!((page.head, page.total, page.more, revs(&page)), (3, 2, false, vec![3, 2]));
        let roof = page.records[0].body.open();
        assert_eq!((&roof["name"], &roof["notes"]), (&json!("Roof"), &json!("Leaks.")));
        assert_eq!(page.records[0].by, Some(thandi.account));
    })
    .await;
}

#[tokio::test]
async fn a_push_sent_again_changes_nothing_and_gets_the_first_answer() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let edits = [zone(1, "Roof"), zone(2, "Garden")];
        let first = thandi.push(&edits).await;
        server.app.clock.advance_ms(60_000);
        let again = thandi.push(&edits).await;
        assert_eq!(again.answers, first.answers);
        assert_eq!((again.before, again.head), (2, 2));
        // Reordered, and with something new between.
        let mixed = thandi.push(&[edits[1].clone(), zone(3, "Garage"), edits[0].clone()]).await;
        assert_eq!(accepted(&mixed), [2, 3, 1]);
        assert_eq!(thandi.pull("").await.total, 3);
    })
    .await;
}

#[tokio::test]
async fn a_later_stamp_wins_whatever_arrives_last() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let early = zone(1, "Roof");
        let mut late = zone(1, "The roof");
        late.stamp.at_ms += 10;
        let mut between = zone(1, "Thatch");
        between.stamp.at_ms += 5;
        thandi.push(&[early, late]).await;
        assert_eq!(accepted(&thandi.push(&[between]).await), [3]);
        let record = &thandi.pull("").await.records[0];
        assert_eq!((&record.body.open()["name"], record.rev), (&json!("The roof"), 3));
    })
    .await;
}

#[tokio::test]
async fn a_refused_edit_says_why_and_never_blocks_the_rest() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let deep = (0..9).fold(json!(1), |inner, _| json!([inner]));
        let note = |notes: Value| json!({"name": "Roof", "notes": notes});
        let fact = |key: &str, value: Value| {
            let mut fields = json!({"type": "repair", "title": "Geyser", "when": "2020-01-01"});
            fields[key] = value;
            edit(7, "entry", &fields)
        };
        let rows = [
            (edit(1, "spaceship", &json!({"warp": 9})), ErrorCode::UnknownKind, "kind", FaultCode::UnknownKind),
            (zone(1, ""), ErrorCode::Invalid, "name", FaultCode::Missing),
            (edit(1, "zone", &note(json!("x".repeat(20_001)))), ErrorCode::Invalid, "notes", FaultCode::TooLong),
            (edit(1, "zone", &note(json!("x".repeat(70_000)))), ErrorCode::Invalid, "fields", FaultCode::TooBig),
            (edit(1, "zone", &note(json!("e\u{301}"))), ErrorCode::Invalid, "notes", FaultCode::NotNormal),
            (edit(1, "zone", &note(json!(1.5))), ErrorCode::Invalid, "notes", FaultCode::NotWhole),
            (edit(1, "zone", &note(deep)), ErrorCode::Invalid, "notes", FaultCode::TooDeep),
            (
                edit(1, "zone", &json!({"name": "Roof", "colour": 1})),
                ErrorCode::Invalid,
                "colour",
                FaultCode::UnknownField,
            ),
            (fact("when", json!("1850")), ErrorCode::Invalid, "when", FaultCode::TooEarly),
            (fact("when", json!("2199")), ErrorCode::Invalid, "when", FaultCode::TooLate),
            (fact("when", json!("2020-02-30")), ErrorCode::Invalid, "when", FaultCode::Unreadable),
            (fact("cost", json!({"cents": -1, "currency": "ZAR"})), ErrorCode::Invalid, "cost", FaultCode::TooSmall),
        ];
        for (bad, code, field, fault) in rows {
            let number = rand(&bad);
            let reply = thandi.push(&[zone(number, "Before"), bad, zone(number + 1, "After")]).await;
            assert_eq!(accepted(&reply).len(), 2, "{field} {fault:?}");
            assert_eq!(refusal(&reply, 1), (code, vec![(field.to_owned(), fault)]));
        }
        assert!(thandi.pull("?limit=1000").await.records.iter().all(|record| record.kind == "zone"));
    })
    .await;
}

/// A number for records that no other row of the table uses.
fn rand(edit: &model::Edit) -> u128 {
    edit.key.0.as_u128() & !1
}

#[tokio::test]
async fn emoji_and_right_to_left_text_come_back_as_they_were() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        for (number, name) in ["🏠👩🏽‍🔧", "שלום בית", "Dürrenmatt & Söhne <b>", "\u{202e}gnp.exe"].into_iter().enumerate()
        {
            assert_eq!(accepted(&thandi.push(&[zone(number as u128 + 1, name)]).await).len(), 1, "{name}");
            assert_eq!(thandi.pull("?limit=1").await.records[0].body.open()["name"], json!(name));
        }
    })
    .await;
}

#[tokio::test]
async fn an_edit_of_which_only_the_key_can_be_read_is_answered_by_itself() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut bad = serde_json::to_value(zone(1, "Roof")).expect("JSON");
        bad["stamp"] = json!("yesterday");
        let push = json!({"edits": [bad, zone(2, "Garden")]});
        let reply: PushReply = thandi.post(&path::push(HOME), &push).await.ok();
        assert_eq!(refusal(&reply, 0), (ErrorCode::Unreadable, vec![("stamp".into(), FaultCode::Unreadable)]));
        assert_eq!(accepted(&reply), [1]);
    })
    .await;
}

#[tokio::test]
async fn a_record_of_somebody_elses_home_cannot_be_written_and_its_id_is_free_elsewhere() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await.with_home().await, server.person("pieter").await);
        thandi.push(&[zone(1, "Roof")]).await;
        let own = SpaceId(Uuid::from_u128(8));
        pieter.post(path::SPACES, &SpaceNew { id: own }).await.ok::<Membership>();
        pieter.post(&path::push(HOME), &Push { edits: vec![zone(1, "Mine")] }).await.refused(ErrorCode::NotFound);
        let push = Push { edits: vec![zone(1, "Mine"), zone(2, "Really mine")] };
        // A home that is restored from its archive keeps its ids, and nobody learns from an answer which ids others have.
        let (roof, address) = ([zone(1, "Roof")], path::push(own));
        let (reply, own_reply) = tokio::join!(thandi.push(&roof), async { pieter.post(&address, &push).await });
        let own_reply: PushReply = own_reply.ok();
        assert_eq!((accepted(&reply), accepted(&own_reply)), (vec![2], vec![1, 2]));
        assert_eq!(pieter.get(&path::pull(own)).await.ok::<Page>().records[1].body.open()["name"], json!("Mine"));
        assert_eq!(thandi.pull("").await.records[0].body.open()["name"], json!("Roof"));
    })
    .await;
}

#[tokio::test]
async fn a_viewer_reads_and_does_not_write() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let naledi = server.person("naledi").await.member(&server, Role::Viewer).await;
        thandi.push(&[zone(1, "Roof")]).await;
        assert_eq!(revs(&naledi.pull("").await), [1]);
        naledi.post(&path::push(HOME), &Push { edits: vec![zone(2, "Garden")] }).await.refused(ErrorCode::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_push_is_refused_as_a_whole_and_nothing_is_stored() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let whole = serde_json::to_string(&Push { edits: vec![zone(1, "Roof")] }).expect("JSON");
        let enormous = format!("{{\"edits\":[],\"x\":\"{}\"}}", "x".repeat(5 * 1024 * 1024));
        let rows = [
            (whole[..whole.len() - 3].to_owned(), ErrorCode::Unreadable),
            (format!("{}{}", "{\"edits\":[".repeat(40), "]}".repeat(40)), ErrorCode::Unreadable),
            ("[]".to_owned(), ErrorCode::Unreadable),
            (enormous, ErrorCode::TooLarge),
        ];
        for (body, expected) in rows {
            let request = thandi.request(Method::POST, &path::push(HOME)).header("content-type", "application/json");
            thandi.send(request, Body::from(body)).await.refused(expected);
        }
        let page = thandi.pull("").await;
        assert_eq!((page.head, page.total), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn pushes_at_the_same_time_get_numbers_of_their_own() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let pushes = (0..40_u128).map(|number| {
            let thandi = thandi.clone();
            async move { thandi.push(&[zone(number * 2 + 1, "A"), zone(number * 2 + 2, "B")]).await }
        });
        let replies = futures_util::future::join_all(pushes).await;
        assert!(replies.iter().all(|reply| reply.head - reply.before == 2), "no other push is between");
        let mut numbers: Vec<u64> = replies.iter().flat_map(accepted).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=80).collect::<Vec<u64>>());
        let page = thandi.pull("?after=0&limit=1000").await;
        assert_eq!((revs(&page).len(), page.total, page.head), (80, 80, 80));
    })
    .await;
}
