//! `/api/spaces/{space}/pull`: pages, cursors, and wrong cursors.

use super::home::{HOME, edit, revs, zone};
use super::on_both;
use serde_json::json;
use wire::pull::Ask;
use wire::{ErrorCode, path};

#[tokio::test]
async fn a_device_reaches_every_record_backwards_and_forwards() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let edits: Vec<_> = (1..=25).map(|number| zone(number, "A zone")).collect();
        thandi.push(&edits).await;
        let first = thandi.pull(&Ask::First.query(10)).await;
        assert_eq!((revs(&first), first.more, first.total), ((16..=25).rev().collect(), true, 25));
        let second = thandi.pull(&Ask::Between(0, 16).query(10)).await;
        assert_eq!((revs(&second), second.more), ((6..=15).rev().collect(), true));
        let third = thandi.pull(&Ask::Between(0, 6).query(10)).await;
        assert_eq!((revs(&third), third.more), ((1..=5).rev().collect(), false));
        for (after, before, limit, expected, more) in
            [(5, 9, 10, vec![8, 7, 6], false), (5, 9, 2, vec![8, 7], true), (5, 6, 10, vec![], false)]
        {
            let piece = thandi.pull(&Ask::Between(after, before).query(limit)).await;
            assert_eq!((revs(&piece), piece.more), (expected, more), "{limit} between {after} and {before}");
        }
        let forwards = thandi.pull(&Ask::After(20).query(3)).await;
        assert_eq!((revs(&forwards), forwards.more), (vec![21, 22, 23], true));
        let end = thandi.pull(&Ask::After(25).query(3)).await;
        assert_eq!((revs(&end), end.more, end.head), (vec![], false, 25));
    })
    .await;
}

#[tokio::test]
async fn a_record_that_changed_moves_to_the_end() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Roof"), zone(2, "Garden"), edit(1, "zone", &json!({"notes": "Old."}))]).await;
        assert_eq!(revs(&thandi.pull("?after=0").await), [2, 3]);
        assert_eq!(revs(&thandi.pull("?after=2").await), [3]);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_cursor_is_named() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Roof")]).await;
        let rows = [
            ("?after=2", ErrorCode::Invalid, "after"),
            ("?before=9", ErrorCode::Invalid, "before"),
            ("?after=1&before=1", ErrorCode::Invalid, "before"),
            ("?after=2&before=1", ErrorCode::Invalid, "after"),
            ("?after=0&before=2", ErrorCode::Invalid, "before"),
            ("?limit=0", ErrorCode::Invalid, "limit"),
            ("?limit=1001", ErrorCode::Invalid, "limit"),
            ("?after=-1", ErrorCode::Unreadable, "after"),
            ("?after=x", ErrorCode::Unreadable, "after"),
            ("?after=99999999999999999999999", ErrorCode::Unreadable, "after"),
            ("?behind=1", ErrorCode::Unreadable, "behind"),
        ];
        for (query, code, field) in rows {
            let refusal = thandi.get(&format!("{}{query}", path::pull(HOME))).await.refused(code);
            assert_eq!(refusal.faults.first().map(|fault| fault.field.as_str()), Some(field), "{query}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_stranger_cannot_tell_a_home_from_none() {
    on_both(async |server| {
        let _thandi = server.person("thandi").await.with_home().await;
        let pieter = server.person("pieter").await;
        let there = pieter.get(&path::pull(HOME)).await;
        let nowhere = pieter.get(&path::pull(model::SpaceId::default())).await;
        let no_id = pieter.get("/api/spaces/anything/pull").await;
        there.refused(ErrorCode::NotFound);
        assert_eq!(there.body, nowhere.body);
        assert_eq!(there.body, no_id.body);
    })
    .await;
}

#[tokio::test]
async fn large_pages_are_compressed() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&(1..=100).map(|number| zone(number, "A zone")).collect::<Vec<_>>()).await;
        for coding in ["br", "gzip"] {
            let request = thandi.request(axum::http::Method::GET, &path::pull(HOME)).header("accept-encoding", coding);
            let answer = thandi.send(request, axum::body::Body::empty()).await;
            assert_eq!(answer.header("content-encoding"), coding);
            assert!(answer.body.len() < 8_000, "{} bytes", answer.body.len());
        }
    })
    .await;
}
