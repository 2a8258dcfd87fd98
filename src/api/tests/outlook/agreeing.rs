//! Agreeing that a home is counted, and what ends it.

use super::{MONTH_MS, furnish, neighbours, on_both, quantities, space, told};
use crate::outlook::{gather, look};
use crate::sweep::sweep;
use crate::tests::home::HOME;
use model::access::Role;
use serde_json::Value;
use wire::ErrorCode;
use wire::closing::{Export, ExportCounted};
use wire::handover::{Handover, HandoverNew};
use wire::outlook::{Agreed, Counted};
use wire::path;
use wire::space::SpaceNew;

#[tokio::test]
async fn only_the_owner_agrees_and_nobody_has_before() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let co_owner = server.person("co").await.member(&server, Role::CoOwner).await;
        assert!(!thandi.counts(HOME).await);
        co_owner.change(&path::counted(HOME), &Agreed { agreed: true }).await.refused(ErrorCode::Forbidden);
        assert!(!co_owner.counts(HOME).await);
        thandi.agree(HOME, true).await;
        let since = co_owner.get(&path::counted(HOME)).await.ok::<Counted>().since;
        assert_eq!(since, Some(server.app.clock.now()), "every member sees it");
        server.app.clock.advance_ms(1_000);
        thandi.agree(HOME, true).await;
        assert_eq!(thandi.get(&path::counted(HOME)).await.ok::<Counted>().since, since, "since the first time");
        let held = thandi.get(path::EXPORT).await.ok::<Export>().counted;
        assert_eq!(held, [ExportCounted { space: HOME, since: since.expect("agreed") }]);
        thandi.agree(HOME, false).await;
        thandi.agree(HOME, false).await;
        assert!(!thandi.counts(HOME).await);
    })
    .await;
}

#[tokio::test]
async fn it_ends_with_the_home_the_account_and_the_ownership() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        furnish(&thandi, space(1), "rondebosch", 1).await;
        let pieter = server.person("pieter").await;
        furnish(&pieter, space(2), "rondebosch", 1).await;
        thandi.agree(HOME, true).await;
        server.app.clock.advance_ms(MONTH_MS);
        let mark = server.app.storage.outlook_mark().await.expect("a mark");
        let (thandi, pieter) = (server.person_again(&thandi).await, server.person_again(&pieter).await);
        assert_eq!(gather(&server.app).await.expect("gathered").homes.len(), 2, "nobody knows where the third is");
        thandi.delete(&path::space(space(1))).await.done();
        assert_eq!(gather(&server.app).await.expect("gathered").homes.len(), 1);
        pieter.delete(path::ME).await.done();
        assert!(gather(&server.app).await.expect("gathered").homes.is_empty());
        // Sold, the home begins as every home does.
        let ben = server.person("ben").await;
        let new = HandoverNew { email: "ben@example.org".into(), private: Vec::new(), message: String::new() };
        let offered: Handover = thandi.post(&path::handover_offer(HOME), &new).await.ok();
        ben.post(&path::handover_accept(&offered.id), &Value::Null).await.ok::<Handover>();
        assert!(thandi.counts(HOME).await);
        server.app.clock.advance_ms(72 * 3_600_000);
        sweep(&server.app).await.expect("swept");
        assert!(!ben.counts(HOME).await);
        assert!(
            server.app.storage.outlook_mark().await.expect("a mark") >= mark + 3,
            "who had looked before publishes nothing"
        );
    })
    .await;
}

#[tokio::test]
async fn who_agrees_counts_four_weeks_later() {
    on_both(async |server| {
        neighbours(&server, 10, 3).await;
        let late = server.person("late").await;
        late.post(path::SPACES, &SpaceNew { id: space(90) }).await.ok::<Value>();
        super::write(&late, space(90), super::SUBURB, 3, 0).await;
        server.app.clock.advance_ms(MONTH_MS);
        let late = server.person_again(&late).await;
        late.agree(space(90), true).await;
        look(&server.app).await.expect("looked");
        assert!(told(&server).await.is_empty(), "ten of them");
        server.app.clock.advance_ms(MONTH_MS);
        look(&server.app).await.expect("looked");
        assert_eq!(quantities(&told(&server).await), [30]);
    })
    .await;
}

#[tokio::test]
async fn who_owns_a_home_together_and_who_has_two_addresses_at_one_mailbox_are_one() {
    on_both(async |server| {
        neighbours(&server, 10, 3).await;
        let again = server.person("neighbour0+again").await;
        furnish(&again, space(80), super::SUBURB, 3).await;
        let partner = server.person("partner").await;
        furnish(&partner, space(81), super::SUBURB, 3).await;
        server.app.storage.join_for_test(space(1), partner.account, Role::CoOwner).await;
        server.app.clock.advance_ms(MONTH_MS);
        look(&server.app).await.expect("looked");
        assert!(told(&server).await.is_empty(), "twelve accounts are ten that have nothing in common");
    })
    .await;
}
