//! Pushes: to whom, with what in them, and what becomes of them when a service does not take them.

use super::service::Service;
use super::{DAY_MS, HOME, HOUR_MS, on_both, owner, process, task};
use crate::config::Database;
use crate::outbox::push::{PUSHES, send_all};
use crate::remind::look;
use crate::secret::{Opened, Secret};
use crate::sweep::sweep;
use crate::tests::server::START;
use crate::tests::{Person, Server};
use model::Instant;
use model::reminder::{Quiet, ReminderKind, Settings};
use serde_json::json;
use wire::account::Session;
use wire::reminder::{PushKey, PushNew, Reminders};
use wire::{ErrorCode, path};

/// Settings by which pushes come at any hour.
fn pushing() -> Settings {
    Settings { push: true, quiet: Quiet::NONE, ..Settings::default() }
}

async fn pass(server: &Server, after_ms: i64) {
    let app = process(server, after_ms).await;
    look(&app).await.expect("looked");
    send_all(&app).await.expect("sent");
    app.close().await;
}

async fn here(person: &Person) -> bool {
    person.get(&path::reminders(HOME)).await.ok::<Reminders>().push_here
}

#[tokio::test]
async fn a_push_is_signed_sealed_to_the_browser_and_names_nothing() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        pass(&server, 0).await;
        assert_eq!(service.count(), 0, "nobody allowed it yet");
        service.subscribe(&owner).await;
        assert!(here(&owner).await);
        pass(&server, HOUR_MS).await;
        let said = service.last(&owner).await;
        assert_eq!(said, json!({"text": "3 things are coming up at home", "count": 3, "page": "/"}));
        for after_ms in [HOUR_MS, 2 * HOUR_MS, DAY_MS, 0] {
            pass(&server, after_ms).await;
        }
        assert_eq!(service.count(), 1, "once");
        owner.push(&[task(9, "Lag the pipes", "2026-11-23")]).await;
        pass(&server, DAY_MS).await;
        let said = service.last(&owner).await;
        assert_eq!(said, json!({"text": "1 task is coming up at home", "count": 1, "page": "/tasks"}));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_open_the_app_is_reminded_until_the_device_is_removed() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        pass(&server, 0).await;
        assert_eq!(service.count(), 1);
        owner.push(&[task(9, "Lag the pipes", "2026-12-20")]).await;
        server.app.clock.advance_ms(27 * DAY_MS);
        sweep(&server.app).await.expect("swept");
        owner.get(path::ME).await.refused(ErrorCode::SignIn);
        pass(&server, 27 * DAY_MS + HOUR_MS).await;
        assert_eq!(service.count(), 2, "its session opens nothing, and the device is reminded");
        // Somewhere else the same person sees the device, and takes it away.
        let again = server.person_again(&owner).await;
        let devices: Vec<Session> = again.get(path::SESSIONS).await.ok();
        let old = devices.iter().find(|session| !session.current).expect("the device");
        again.delete(&format!("{}/{}", path::SESSIONS, old.id)).await.done();
        again.push(&[task(10, "Sweep the chimney", "2026-12-20")]).await;
        pass(&server, 28 * DAY_MS).await;
        assert_eq!(service.count(), 2);
    })
    .await;
}

#[tokio::test]
async fn of_several_processes_one_pushes_and_what_a_lost_one_had_is_pushed_by_another() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        let apps = [process(&server, 0).await, process(&server, 0).await];
        futures_util::future::join_all(apps.iter().map(look)).await;
        let now = Instant(START.0);
        let leased = apps[0].storage.lease_job(PUSHES, now, Instant(now.0 + 120_000)).await.expect("asked");
        assert!(leased.is_some());
        futures_util::future::join_all(apps.iter().map(send_all)).await;
        assert_eq!(service.count(), 0, "the one that has it is lost");
        pass(&server, 120_000).await;
        pass(&server, DAY_MS).await;
        assert_eq!(service.count(), 1);
        for app in apps {
            app.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_service_that_is_busy_is_asked_again_when_it_says() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        service.answer("429 Too Many Requests\r\nretry-after: 600");
        pass(&server, 0).await;
        pass(&server, 599_000).await;
        assert_eq!(service.count(), 1);
        service.answer("503 Service Unavailable");
        pass(&server, 600_000).await;
        assert_eq!(service.count(), 2);
        service.answer("201 Created");
        pass(&server, HOUR_MS).await;
        pass(&server, DAY_MS).await;
        assert_eq!(service.count(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_takes_no_more_is_forgotten_and_a_redirect_is_not_followed() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        service.answer("307 Temporary Redirect\r\nlocation: http://127.0.0.1:1/elsewhere");
        pass(&server, 0).await;
        assert!(service.count() == 1 && here(&owner).await);
        assert!(server.app.storage.jobs_for_test().await.is_empty(), "it is given up");
        service.answer("410 Gone");
        owner.push(&[task(9, "Lag the pipes", "2026-11-23")]).await;
        pass(&server, DAY_MS).await;
        assert!(service.count() == 2 && !here(&owner).await);
    })
    .await;
}

#[tokio::test]
async fn the_key_lies_sealed_in_the_database_and_a_lost_secret_begins_anew_on_one_server() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        let known: PushKey = owner.get(path::PUSH_KEY).await.ok();
        let sealed = server.app.storage.key("vapid", String::new(), START).await.expect("asked");
        assert!(sealed.starts_with("sealed1:"), "{sealed}");
        // As an earlier version kept it.
        let secret = server.app.config.data.join("secret.key");
        let kept = Secret::of(&server.app.config.data).expect("a secret");
        let Opened::Sealed(plain) = kept.open("vapid", &sealed) else { panic!("it opens") };
        server.app.storage.replace_key("vapid", sealed, plain.clone()).await.expect("replaced");
        assert_eq!(owner.get(path::PUSH_KEY).await.ok::<PushKey>(), known);
        let again = server.app.storage.key("vapid", String::new(), START).await.expect("asked");
        assert!(again != plain && again.starts_with("sealed1:"), "it is sealed from now on");

        std::fs::remove_file(secret).expect("it was there");
        let answer = owner.get(path::PUSH_KEY).await;
        if matches!(server.app.config.database, Database::Sqlite(_)) {
            assert_ne!(answer.ok::<PushKey>(), known);
            assert!(!here(&owner).await, "the browser trusts another key");
        } else {
            answer.refused(ErrorCode::Internal);
            assert!(here(&owner).await);
        }
    })
    .await;
}

#[tokio::test]
async fn pushes_end_with_the_session_that_allowed_them() {
    on_both(async |server| {
        let (service, owner) = (Service::open().await, owner(&server, &pushing()).await);
        service.subscribe(&owner).await;
        let app = process(&server, 0).await;
        look(&app).await.expect("looked");
        let again = server.person_again(&owner).await;
        assert!(!here(&again).await, "another browser");
        again.delete(path::SESSIONS).await.done();
        send_all(&app).await.expect("sent");
        assert_eq!(service.count(), 0, "what was queued goes nowhere");
        app.close().await;
        // Who ends it themselves, or allows it elsewhere, has it there only.
        service.subscribe(&again).await;
        let other = server.person_again(&owner).await;
        service.subscribe(&other).await;
        assert!(!here(&again).await && here(&other).await);
        other.delete(path::PUSH).await.done();
        other.delete(path::PUSH).await.done();
        assert!(!here(&other).await);
    })
    .await;
}

#[tokio::test]
async fn only_push_services_are_taken_and_only_keys() {
    on_both(async |server| {
        let owner = owner(&server, &pushing()).await;
        let key = owner.get(path::PUSH_KEY).await.ok::<PushKey>();
        assert_eq!(owner.get(path::PUSH_KEY).await.ok::<PushKey>(), key, "it is made once");
        let new = |endpoint: &str| PushNew {
            endpoint: endpoint.into(),
            p256dh: key.key.clone(),
            auth: "AAAAAAAAAAAAAAAAAAAAAA".into(),
        };
        for endpoint in
            ["https://example.org/push", "https://169.254.169.254/latest", "http://localhost:5432/", "x", ""]
        {
            let refused = owner.change(path::PUSH, &new(endpoint)).await.refused(ErrorCode::Invalid);
            assert_eq!(refused.faults[0].field, "endpoint", "{endpoint}");
        }
        let good = new("https://fcm.googleapis.com/fcm/send/abc");
        for wrong in [
            PushNew { p256dh: "AAAA".into(), ..good.clone() },
            PushNew { p256dh: "not base64!".into(), ..good.clone() },
            PushNew { auth: "AAAA".into(), ..good.clone() },
        ] {
            let refused = owner.change(path::PUSH, &wrong).await.refused(ErrorCode::Invalid);
            assert_eq!(refused.faults[0].field, "p256dh");
        }
        owner.change(path::PUSH, &good).await.done();
        assert!(here(&owner).await);
    })
    .await;
}

#[tokio::test]
async fn without_the_setting_for_trials_nothing_on_this_machine_is_reached() {
    let server =
        Server::on_sqlite().await.configured(|config| crate::config::Config { push_loopback: false, ..config }).await;
    let owner = owner(&server, &pushing().with_lead(ReminderKind::Task, Some(1))).await;
    let key = owner.get(path::PUSH_KEY).await.ok::<PushKey>().key;
    let new =
        PushNew { endpoint: "http://127.0.0.1:9/push".into(), p256dh: key, auth: "AAAAAAAAAAAAAAAAAAAAAA".into() };
    owner.change(path::PUSH, &new).await.refused(ErrorCode::Invalid);
}
