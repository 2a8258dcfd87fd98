//! What stays private is nowhere, in what stands and in what once stood; everything else is as it was.

use super::*;
use crate::app::App;
use crate::handover::settle;
use crate::tests::on_both;
use model::access::Role;
use std::collections::BTreeMap;
use wire::space::{Accept, Changes, History, Members, Membership};

/// The log without what a redaction may change: numbers, kinds, and the names of fields that have a hash.
async fn skeleton(app: &App) -> Vec<(i64, String, Vec<String>)> {
    let names =
        |hashes: &str| serde_json::from_str::<BTreeMap<String, Value>>(hashes).expect("hashes").into_keys().collect();
    let log = app.storage.log_for_test(HOME).await;
    log.into_iter().map(|row| (row.seq, row.kind, names(&row.hashes))).collect()
}

#[tokio::test]
async fn what_stays_private_is_nowhere_and_everything_else_is_as_it_was() {
    let rows: [(&[Private], &[&str]); 4] = [
        (&[Private::Costs], &["canary cost", "9876543", "9876544", "9876545"]),
        (&[Private::Names], &["canary name", "name@example"]),
        (&[Private::Messages], &["canary note"]),
        (Private::ALL, &["canary", "9876543", "9876544", "9876545"]),
    ];
    for (private, gone) in rows {
        on_both(async |server| {
            let (thandi, ben, _) = accepted(&server, private).await;
            let before = skeleton(&server.app).await;
            let total = thandi.pull("").await.total;
            server.app.clock.advance_ms(72 * HOUR_MS);
            sweep(&server.app).await.expect("swept");
            let log = server.app.storage.log_for_test(HOME).await;
            let after = skeleton(&server.app).await;
            assert_eq!(after[..before.len()], before, "numbers, kinds and hashes are whole");
            assert_eq!(after.len(), before.len() + 1);
            let page = ben.get(&format!("{}?after=0", path::pull(HOME))).await;
            let changes = ben.get(&path::changes(HOME)).await;
            let report: Vec<String> = log.iter().filter_map(|row| row.contents.clone()).collect();
            let told = [String::from_utf8_lossy(&page.body), String::from_utf8_lossy(&changes.body)].concat();
            for word in gone {
                assert!(!told.contains(word), "{private:?} {word}: {told}");
                assert!(!report.concat().contains(word), "{private:?} {word}");
                server.assert_nowhere(word);
            }
            for kept in ["Rose Cottage", "Geyser fitted", "Sipho Plumbing", "021 555 0100", "Manual", "Roof"] {
                assert!(told.contains(kept), "{private:?} {kept}: {told}");
            }
            let page: wire::Page = page.ok();
            let hidden = u64::from(private.contains(&Private::Costs)) + u64::from(private.contains(&Private::Names));
            assert_eq!(page.total, total - hidden + 1);
            assert_eq!(page.total, page.records.len() as u64);
            changes.ok::<Changes>();
            let invoice = ben.get(&path::file(HOME, FileHash::of(INVOICE))).await;
            let has_costs = !private.contains(&Private::Costs);
            assert_eq!(invoice.status.is_success(), has_costs, "{private:?}");
            assert_eq!(server.app.blobs.content(HOME, FileHash::of(INVOICE)).await.is_ok(), has_costs);
            assert_eq!(ben.get(&path::file(HOME, FileHash::of(PLATE))).await.body, PLATE);
            // A record that went as a whole has no history, and one that stayed has all of it.
            let history = ben.get(&path::history(HOME, rid(4))).await;
            assert_eq!(history.status.is_success(), has_costs);
            let geyser: History = ben.get(&path::history(HOME, rid(3))).await.ok();
            assert_eq!(geyser.revisions.iter().map(|one| one.rev).collect::<Vec<_>>(), [3, 10, 11]);
            let named = !private.contains(&Private::Names);
            assert!(geyser.revisions.iter().all(|one| one.email.is_some() == named), "{geyser:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_handed_over_is_whole_to_the_eye_of_a_backup() {
    let server = Server::on_sqlite_with_files().await;
    done(&server, Private::ALL).await;
    server.app.close().await;
    let crate::config::Database::Sqlite(database) = &server.app.config.database else { panic!("it is SQLite") };
    let findings = crate::storage::check(database).await.expect("looked at");
    assert_eq!((findings.wrong.as_slice(), findings.revisions), ([].as_slice(), 12));
}

#[tokio::test]
async fn a_tenant_who_buys_begins_anew_and_keeps_their_name() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let ben = server.person("ben").await;
        let token = thandi.invite("ben@example.org", Role::Tenant).await.link.expect("the link");
        let token = token.split_once('#').expect("a secret").1.to_owned();
        ben.post(path::ACCEPT, &Accept { token }).await.ok::<Membership>();
        ben.push(&[edit(60, "entry", &json!({"title": "Bulb changed", "when": "2026", "notes": "canary note"}))]).await;
        let before: Vec<Membership> = ben.get(path::SPACES).await.ok();
        let handover: Handover = thandi.offer("ben@example.org", &[Private::Names, Private::Messages]).await.ok();
        ben.accept_home(&handover).await.ok::<Handover>();
        server.app.clock.advance_ms(72 * HOUR_MS);
        settle(&server.app).await.expect("settled");
        let after: Vec<Membership> = ben.get(path::SPACES).await.ok();
        assert!(after[0].scope > before[0].scope && after[0].role == Role::Owner, "{after:?}");
        assert!(!String::from_utf8_lossy(&ben.get(&path::pull(HOME)).await.body).contains("canary note"));
        let author = async |record| {
            let history: History = ben.get(&path::history(HOME, rid(record))).await.ok();
            history.revisions[0].email.clone()
        };
        assert_eq!((author(60).await.as_deref(), author(8).await), (Some("ben@example.org"), None));
        assert_eq!(ben.get(&path::members(HOME)).await.ok::<Members>().members.len(), 1);
    })
    .await;
}
