//! On a bad day: many see that it is due, or it fails in the middle.

use super::ends::{LINK, new_link};
use super::*;
use crate::app::App;
use crate::handover::settle;
use crate::tests::on_both;
use model::handover::State;
use wire::ErrorCode;
use wire::share::{ShareMade, Shares};

#[tokio::test]
async fn however_many_see_that_it_is_due_it_is_done_once() {
    on_both(async |server| {
        let (_, ben, _) = accepted(&server, &[Private::Costs]).await;
        let other =
            App::open(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server opens");
        server.app.clock.advance_ms(72 * HOUR_MS);
        let all = [&server.app, &other, &server.app, &other].map(settle);
        for settled in futures_util::future::join_all(all).await {
            settled.expect("settled");
        }
        assert_eq!(ben.pull("?after=0").await.head, 12, "one entry tells of it");
        let mails = server.mails();
        let yours = mails_to(&mails, "ben").iter().filter(|mail| mail.contains("is yours")).count();
        assert_eq!(yours, 1, "{mails:#?}");
        other.close().await;
    })
    .await;
}

#[tokio::test]
async fn what_fails_in_the_middle_leaves_everything_as_it_was_and_is_done_later() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, Private::ALL).await;
        thandi.post(&path::shares(HOME), &new_link(LINK)).await.ok::<ShareMade>();
        let before = thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body;
        server.app.storage.block_next_for_test(HOME, true).await;
        server.app.clock.advance_ms(72 * HOUR_MS);
        settle(&server.app).await.expect("the others are settled");
        assert_eq!(ben.handovers().await[0].state, State::Accepted);
        ben.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body, before);
        assert_eq!(thandi.get(&path::shares(HOME)).await.ok::<Shares>().shares[0].revoked, None);
        server.app.storage.block_next_for_test(HOME, false).await;
        assert_eq!(ben.handovers().await[0].state, State::Done);
        server.assert_nowhere("canary");
    })
    .await;
}

#[tokio::test]
async fn who_was_not_told_before_a_crash_is_told_after_it() {
    on_both(async |server| {
        let (_, ben, handover) = accepted(&server, &[Private::Costs]).await;
        server.app.clock.advance_ms(72 * HOUR_MS);
        let now = server.app.clock.now();
        let done = server.app.storage.perform_handover(handover.id.clone(), "Sold".into(), now).await;
        assert!(done.expect("it is due"));
        let again = server.app.storage.perform_handover(handover.id, "Sold".into(), now).await;
        assert!(!again.expect("asked"), "it was done");
        let before = server.mails().len();
        sweep(&server.app).await.expect("swept");
        sweep(&server.app).await.expect("swept");
        assert_eq!(server.mails().len(), before + 2);
        // What nothing names any more goes with the first look as well.
        assert!(server.app.blobs.content(HOME, FileHash::of(INVOICE)).await.is_err());
        assert_eq!(ben.pull("?after=0").await.head, 12);
    })
    .await;
}
