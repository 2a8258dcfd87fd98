//! What becomes of deals when the home is erased, an account is, or the home changes hands.

use super::*;
use crate::sweep::sweep;
use crate::tests::{Answer, Person};
use model::access::Role;
use wire::handover::{Handover, HandoverNew};
use wire::space::SpaceNew;

async fn begun(server: &Server) -> (Person, Person) {
    let thandi = asked(server).await;
    let sipho = server.person("sipho").await;
    sipho.keep().await.ok::<Membership>();
    assert_eq!(why(&sipho.write(&[quote(1, &json!({}))]).await), [""]);
    (thandi, sipho)
}

fn is_gone(answer: &Answer) -> bool {
    answer.status == StatusCode::NOT_FOUND
}

#[tokio::test]
async fn an_erased_home_takes_along_what_no_provider_keeps() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let unkept = SpaceId(Uuid::from_u128(0xdea2));
        let new = DealNew { id: unkept, link: link(ShareId(Uuid::from_u128(0xd2))), edits: vec![request()] };
        thandi.post(&path::deals(HOME), &new).await.ok::<Membership>();
        thandi.delete(&path::space(HOME)).await.done();
        assert!(is_gone(&thandi.get(&path::pull(unkept)).await) && is_gone(&thandi.get(&path::pull(DEAL)).await));
        let kept = sipho.deal().await;
        assert_eq!(kept.total, 2);
        assert_eq!(why(&sipho.write(&[message(2, "provider")]).await), ["closed"]);
        // With its provider the last who has it goes.
        sipho.delete(path::ME).await.done();
        thandi.post(path::SPACES, &SpaceNew { id: DEAL }).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn a_home_that_changes_hands_leaves_its_deals_with_the_seller_and_ended() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let ben = server.person("ben").await;
        let offer = HandoverNew { email: "ben@example.org".into(), private: Vec::new(), message: String::new() };
        let offered: Handover = thandi.post(&path::handover_offer(HOME), &offer).await.ok();
        ben.post(&path::handover_accept(&offered.id), &Value::Null).await.ok::<Handover>();
        server.app.clock.advance_ms(72 * 3_600_000);
        sweep(&server.app).await.expect("swept");
        let homes: Vec<Membership> = ben.get(path::SPACES).await.ok();
        assert_eq!(homes.iter().map(|one| one.space).collect::<Vec<_>>(), [HOME]);
        assert!(is_gone(&ben.get(&path::pull(DEAL)).await));
        let left: Vec<Membership> = thandi.get(path::SPACES).await.ok();
        assert_eq!(
            left.iter().map(|one| (one.space, one.role, one.home)).collect::<Vec<_>>(),
            [(DEAL, Role::Owner, None)]
        );
        assert!(left[0].closed.is_some());
        assert_eq!((thandi.deal().await.total, sipho.deal().await.total), (2, 2));
        assert_eq!(why(&thandi.write(&[message(2, "client")]).await), ["closed"]);
    })
    .await;
}
