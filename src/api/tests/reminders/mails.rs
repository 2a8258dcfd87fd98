//! Mails that remind: what stands in them, and that each thing stands in one.

use super::{DAY_MS, HOME, HOUR_MS, daily, member, on_both, owner, pass, process, reminding, task};
use crate::outbox::send_all;
use crate::remind::look;
use crate::tests::Server;
use crate::tests::home::{accepted, edit};
use crate::tests::server::START;
use axum::body::Body;
use axum::http::Method;
use model::Instant;
use model::access::Role;
use model::reminder::{Digest, Quiet, ReminderKind, Settings};
use serde_json::json;
use wire::path;
use wire::reminder::Reminders;

#[tokio::test]
async fn a_mail_says_why_each_line_is_there_and_nothing_in_its_subject() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        pass(&server, 0).await;
        let mails = reminding(&server);
        assert_eq!(mails.len(), 1, "{mails:?}");
        let mail = &mails[0];
        for line in [
            "To: thandi@example.org\n",
            "Subject: 3 things at your home are coming up\n",
            "This is coming up at The Oaks:\n",
            "- Clean the gutters; all, of them\n  To be done by 27 November 2026: in 6 days.",
            "- Geyser\n  The warranty ends on 31 December 2026",
            "(Electrical Installation Regulations 2009, reg 7 and 7(5); SANS 10142-1)",
            "http://localhost:8080/settings/reminders\n",
            "List-Unsubscribe: <http://localhost:8080/api/unsubscribe/",
        ] {
            assert!(mail.contains(line), "{line}\n{mail}");
        }
        assert!(!mail.contains("roof"), "of next year nothing is said yet");
        let told: Reminders = owner.get(&path::reminders(HOME)).await.ok();
        assert_eq!(told.told.len(), 3, "{:?}", told.told);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_told_twice_whenever_it_is_looked_and_what_is_new_the_day_after() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        for after_ms in [0, 60_000, HOUR_MS, 5 * HOUR_MS, DAY_MS, 2 * DAY_MS] {
            pass(&server, after_ms).await;
        }
        assert_eq!(reminding(&server).len(), 1);
        // A task of tomorrow is told on the next day, because there was a mail today; with it what comes up then.
        owner.push(&[task(9, "Lag the pipes", "2026-11-26")]).await;
        pass(&server, 2 * DAY_MS + HOUR_MS).await;
        pass(&server, 3 * DAY_MS).await;
        let mails = reminding(&server);
        assert_eq!(mails.len(), 2);
        assert!(mails[1].contains("Lag the pipes") && !mails[1].contains("gutters"), "{}", mails[1]);
        // Another day is another reminder.
        owner.push(&[edit(9, "task", &json!({"due": "2026-11-29"}))]).await;
        pass(&server, 5 * DAY_MS).await;
        assert_eq!(reminding(&server).len(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_is_set_back_tells_nothing_again_and_keeps_nothing_from_being_told() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        pass(&server, 3 * DAY_MS).await;
        assert_eq!(reminding(&server).len(), 1);
        for after_ms in [0, DAY_MS, 3 * DAY_MS] {
            pass(&server, after_ms).await;
        }
        assert_eq!(reminding(&server).len(), 1, "the same again is told nobody");
        // A clock ran a year ahead and is right again: what comes up is told all the same.
        pass(&server, 364 * DAY_MS).await;
        let before = reminding(&server).len();
        owner.push(&[task(9, "Lag the pipes", "2026-11-26")]).await;
        pass(&server, 4 * DAY_MS).await;
        assert_eq!(reminding(&server).len(), before + 1);
        assert!(reminding(&server).last().is_some_and(|mail| mail.contains("Lag the pipes")));
    })
    .await;
}

#[tokio::test]
async fn of_several_processes_one_tells() {
    on_both(async |server| {
        owner(&server, &daily()).await;
        let mut apps = Vec::new();
        for _ in 0..3 {
            apps.push(process(&server, 0).await);
        }
        let looks = futures_util::future::join_all(apps.iter().flat_map(|app| [look(app), look(app)])).await;
        assert!(looks.iter().all(Result::is_ok), "{looks:?}");
        futures_util::future::join_all(apps.iter().map(send_all)).await;
        assert_eq!(reminding(&server).len(), 1);
        for app in apps {
            app.close().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_process_that_is_lost_before_it_has_sent_loses_nothing() {
    on_both(async |server| {
        owner(&server, &daily()).await;
        let lost = process(&server, 0).await;
        look(&lost).await.expect("looked");
        let now = Instant(START.0);
        let leased = lost.storage.lease_job(lost.outbox.queue(), now, Instant(now.0 + 120_000)).await.expect("asked");
        assert!(leased.is_some(), "it had the mail when it was lost");
        lost.close().await;
        pass(&server, 119_999).await;
        assert_eq!(reminding(&server).len(), 0, "another waits until the lease is over");
        pass(&server, 120_000).await;
        pass(&server, DAY_MS).await;
        assert_eq!(reminding(&server).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn quiet_hours_over_midnight_are_kept_by_the_clock_of_the_home() {
    on_both(async |server| {
        // START is nine in the morning in Johannesburg.
        let quiet = Quiet { from: 8 * 60 + 30, until: 60 };
        owner(&server, &Settings { quiet, ..daily() }).await;
        for after_ms in [0, 8 * HOUR_MS, 15 * HOUR_MS, 16 * HOUR_MS - 60_000] {
            pass(&server, after_ms).await;
            assert_eq!(reminding(&server).len(), 0, "{after_ms}");
        }
        pass(&server, 16 * HOUR_MS).await;
        assert_eq!(reminding(&server).len(), 1, "they end at one");
    })
    .await;
}

#[tokio::test]
async fn a_week_has_one_mail_with_all_that_comes_before_the_next() {
    on_both(async |server| {
        // START is a Saturday.
        let owner = owner(&server, &Settings { digest: Digest::Weekly, ..daily() }).await;
        pass(&server, 0).await;
        // It comes into its week of warning on Monday, and is told on Saturday already.
        owner.push(&[task(9, "Lag the pipes", "2026-12-04")]).await;
        pass(&server, DAY_MS).await;
        assert_eq!(reminding(&server).len(), 1);
        pass(&server, 2 * DAY_MS).await;
        let mails = reminding(&server);
        assert_eq!(mails.len(), 2, "Monday begins another");
        assert!(mails[1].contains("Lag the pipes"));
    })
    .await;
}

#[tokio::test]
async fn each_member_chooses_for_themselves() {
    on_both(async |server| {
        owner(&server, &daily().with_lead(ReminderKind::Warranty, None)).await;
        let viewer = member(&server, "ben", Role::Viewer).await;
        member(&server, "sipho", Role::Viewer).await;
        let only = Settings { leads: Vec::new(), ..daily() }.with_lead(ReminderKind::Warranty, Some(365));
        viewer.change(&path::reminders(HOME), &only).await.done();
        pass(&server, 0).await;
        let mails = reminding(&server);
        assert_eq!(mails.len(), 2, "who asked for nothing gets nothing");
        let to =
            |name: &str| mails.iter().find(|mail| mail.starts_with(&format!("To: {name}@"))).expect("they have one");
        assert!(to("thandi").contains("gutters") && !to("thandi").contains("Geyser"));
        assert!(!to("ben").contains("gutters") && to("ben").contains("Geyser"));
        // Who is no member any more is told nothing.
        viewer.delete(&format!("{}/{}", path::members(HOME), viewer.account)).await.done();
        server.app.storage.join_for_test(HOME, viewer.account, Role::Viewer).await;
        pass(&server, DAY_MS).await;
        assert_eq!(reminding(&server).len(), 2, "what they wanted went with the membership");
    })
    .await;
}

/// The address in a mail by which such mails end.
fn end_of(server: &Server) -> String {
    let mail = reminding(server).pop().expect("a mail");
    let line =
        mail.lines().find_map(|line| line.strip_prefix("List-Unsubscribe: <http://localhost:8080")).expect("a line");
    line.trim_end_matches('>').to_owned()
}

#[tokio::test]
async fn one_press_in_a_mail_program_ends_the_mails_and_following_the_link_does_not() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        pass(&server, 0).await;
        let end = end_of(&server);
        // What a mail program sends: no cookie, no origin, a form.
        let program = server.stranger();
        let shown = program.get(&end).await;
        assert!(shown.status.is_success() && String::from_utf8_lossy(&shown.body).contains("<form method=post>"));
        assert!(shown.header("content-security-policy").contains("form-action 'self'"));
        let before: Reminders = owner.get(&path::reminders(HOME)).await.ok();
        assert_eq!(before.settings.digest, Digest::Daily, "whoever looks ends nothing");
        for _ in 0..2 {
            let request = axum::http::Request::builder().method(Method::POST).uri(&end);
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            let request = request.extension(axum::extract::ConnectInfo(std::net::SocketAddr::from(([9, 9, 9, 9], 9))));
            let answer = program.send(request, Body::from("List-Unsubscribe=One-Click")).await;
            assert!(answer.status.is_success(), "{}", String::from_utf8_lossy(&answer.body));
        }
        let after: Reminders = owner.get(&path::reminders(HOME)).await.ok();
        assert_eq!(after.settings, Settings { digest: Digest::Never, ..before.settings });
        owner.push(&[task(9, "Lag the pipes", "2026-11-23")]).await;
        pass(&server, DAY_MS).await;
        assert_eq!(reminding(&server).len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_was_done_or_deleted_in_time_is_told_nobody() {
    on_both(async |server| {
        let owner =
            owner(&server, &Settings { leads: Vec::new(), ..daily() }.with_lead(ReminderKind::Task, Some(7))).await;
        let edits = [
            edit(2, "task", &json!({"deleted": true})),
            edit(
                11,
                "task",
                &json!({"title": "Done", "due": "2026-11-23", "done": model::RecordId(uuid::Uuid::from_u128(5))}),
            ),
        ];
        assert_eq!(accepted(&owner.push(&edits).await).len(), 2);
        pass(&server, 0).await;
        assert_eq!(reminding(&server).len(), 0);
    })
    .await;
}
