//! What members choose, and that all of it goes with what it hangs on.

use super::service::Service;
use super::{HOME, daily, member, on_both, owner, pass};
use model::access::Role;
use model::reminder::{Digest, Lead, Quiet, ReminderKind, Settings};
use wire::closing::Export;
use wire::reminder::{FeedMade, Reminders};
use wire::{ErrorCode, path};

#[tokio::test]
async fn what_is_chosen_is_kept_for_this_member_and_what_cannot_be_is_refused() {
    on_both(async |server| {
        let owner = owner(&server, &daily()).await;
        let viewer = member(&server, "ben", Role::Viewer).await;
        let of = async |person: &crate::tests::Person| person.get(&path::reminders(HOME)).await.ok::<Reminders>();
        assert_eq!(of(&viewer).await.settings, Settings::default(), "proposed");
        let chosen = Settings { push: true, digest: Digest::Weekly, ..daily() }.with_lead(ReminderKind::Task, Some(0));
        viewer.change(&path::reminders(HOME), &chosen).await.done();
        assert_eq!((of(&viewer).await.settings, of(&owner).await.settings), (chosen, daily()));
        let lead = |days| vec![Lead { kind: ReminderKind::Task, days }];
        for wrong in [
            Settings { leads: lead(366), ..daily() },
            Settings { leads: [lead(1), lead(2)].concat(), ..daily() },
            Settings { quiet: Quiet { from: 0, until: 1440 }, ..daily() },
        ] {
            let refused = owner.change(&path::reminders(HOME), &wrong).await.refused(ErrorCode::Invalid);
            assert_eq!(refused.faults.len(), 1);
        }
        let text = serde_json::json!({"digest": "hourly"});
        owner.change(&path::reminders(HOME), &text).await.refused(ErrorCode::Unreadable);
    })
    .await;
}

#[tokio::test]
async fn everything_goes_with_the_home_and_with_the_account() {
    on_both(async |server| {
        for by_home in [true, false] {
            let thandi = if by_home { owner(&server, &daily()).await } else { server.person("sipho").await };
            let service = Service::open().await;
            let home = if by_home { HOME } else { model::SpaceId(uuid::Uuid::from_u128(77)) };
            if !by_home {
                thandi.post(path::SPACES, &wire::space::SpaceNew { id: home }).await.ok::<serde_json::Value>();
                thandi.change(&path::reminders(home), &daily()).await.done();
            }
            service.subscribe(&thandi).await;
            thandi.post(&path::feed(home), &()).await.ok::<FeedMade>();
            pass(&server, 0).await;
            let held: Export = thandi.get(path::EXPORT).await.ok();
            assert_eq!((held.reminders.len(), held.push_browsers), (1, 1));
            assert!(held.reminders[0].settings == Some(daily()) && held.reminders[0].feed.is_some());
            if by_home {
                thandi.delete(&path::space(home)).await.done();
            } else {
                thandi.delete(path::ME).await.done();
            }
            let left = server.app.storage.dump_for_test().await;
            for table in ["reminders", "reminded", "feeds", "unsubscribes"] {
                assert!(!left.contains(&format!("{table}.")), "{table} by home: {by_home}");
            }
            assert_eq!(left.contains("subscriptions."), by_home, "browsers are the account's");
            thandi.delete(path::PUSH).await;
        }
    })
    .await;
}
