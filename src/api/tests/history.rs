//! `/api/spaces/{space}/records/{record}/history`: who changed what, and what erasing leaves.

use super::home::{HOME, edit, zone};
use super::on_both;
use model::canonical::{canonical_text, field_hash};
use model::{RecordId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::space::{Changes, History};
use wire::{ErrorCode, path};

const ROOF: RecordId = RecordId(Uuid::from_u128(1));

#[tokio::test]
async fn every_change_says_who_when_and_what() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Roof")]).await;
        server.app.clock.advance_ms(60_000);
        thandi.push(&[zone(2, "Garden"), edit(1, "zone", &json!({"notes": "Leaks."}))]).await;
        let history: History = thandi.get(&path::history(HOME, ROOF)).await.ok();
        let told: Vec<(u64, Value)> =
            history.revisions.iter().map(|one| (one.rev, Value::Object(one.fields.clone()))).collect();
        assert_eq!(told, [(1, json!({"name": "Roof"})), (3, json!({"notes": "Leaks."}))]);
        assert_eq!(history.revisions[1].at.0 - history.revisions[0].at.0, 60_000);
        assert_eq!(history.revisions[0].by, thandi.account);
        assert_eq!(history.revisions[0].email.as_deref(), Some("thandi@example.org"));
    })
    .await;
}

#[tokio::test]
async fn the_histories_of_all_changed_records_come_in_pages() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Roof"), zone(2, "Garden"), edit(1, "zone", &json!({"notes": "Leaks."}))]).await;
        let changes: Changes = thandi.get(&path::changes(HOME)).await.ok();
        let told: Vec<_> = changes.changes.iter().map(|change| (change.record, change.revision.rev)).collect();
        assert_eq!(
            (told, changes.more),
            (vec![(ROOF, 1), (ROOF, 3)], false),
            "a record that was not changed is not told"
        );
        let email = changes.changes[0].revision.email.as_deref();
        assert_eq!((changes.changes[0].revision.by, email), (thandi.account, Some("thandi@example.org")));
        for part in (0..600).collect::<Vec<_>>().chunks(100) {
            thandi
                .push(&part.iter().map(|at| edit(1, "zone", &json!({"notes": at.to_string()}))).collect::<Vec<_>>())
                .await;
        }
        let (mut after, mut seen) = (0, Vec::new());
        loop {
            let page: Changes = thandi.get(&format!("{}?after={after}", path::changes(HOME))).await.ok();
            seen.extend(page.changes.iter().map(|change| change.revision.rev));
            after = *seen.last().expect("there is one");
            if !page.more {
                break;
            }
        }
        assert_eq!(seen, [1].into_iter().chain(3..=603).collect::<Vec<u64>>());
        thandi.get(&format!("{}?after=-1", path::changes(HOME))).await.refused(ErrorCode::Unreadable);
    })
    .await;
}

#[tokio::test]
async fn a_record_of_another_home_has_no_history_here() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await.with_home().await, server.person("pieter").await);
        thandi.push(&[zone(1, "Roof")]).await;
        pieter.get(&path::history(HOME, ROOF)).await.refused(ErrorCode::NotFound);
        thandi.get(&path::history(HOME, RecordId(Uuid::from_u128(9)))).await.refused(ErrorCode::NotFound);
        thandi.get(&format!("{}/records/roof/history", path::space(HOME))).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn the_log_holds_a_hash_of_every_field_and_erasing_leaves_only_that() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let secret = "Behind the second brick from the left";
        thandi.push(&[edit(1, "zone", &json!({"name": "Roof", "notes": secret}))]).await;
        let [before] = &server.app.storage.log_for_test(HOME).await[..] else { panic!("one revision") };
        let contents: Value = serde_json::from_str(before.contents.as_deref().expect("not erased")).expect("JSON");
        let hashes: Value = serde_json::from_str(&before.hashes).expect("JSON");
        for (name, value) in [("name", json!("Roof")), ("notes", json!(secret))] {
            let nonce = Uuid::parse_str(contents[name]["nonce"].as_str().expect("a nonce")).expect("16 bytes in hex");
            let hash = model::FileHash(field_hash(nonce.as_bytes(), &canonical_text(&value)));
            assert_eq!(hashes[name], json!(hash.to_string()), "{name}");
        }
        thandi.delete(&path::space(HOME)).await.done();
        let [after] = &server.app.storage.log_for_test(HOME).await[..] else { panic!("the numbering stays whole") };
        assert_eq!(
            (after.seq, &after.kind, &after.hashes, &after.contents),
            (1, &"zone".into(), &before.hashes, &None)
        );
        server.assert_nowhere(secret);
        assert_eq!(thandi.get(&path::pull(HOME)).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_new_home_does_not_see_the_old_ones_history() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        thandi.push(&[zone(1, "Roof")]).await;
        let other = SpaceId(Uuid::from_u128(8));
        thandi.post(path::SPACES, &wire::space::SpaceNew { id: other }).await.ok::<Value>();
        thandi.get(&path::history(other, ROOF)).await.refused(ErrorCode::NotFound);
    })
    .await;
}
