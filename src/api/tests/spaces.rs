//! `/api/spaces`: taking homes into accounts, listing and erasing them.

use super::on_both;
use model::SpaceId;
use model::access::Role;
use uuid::Uuid;
use wire::ErrorCode;
use wire::path;
use wire::space::{Membership, SpaceNew};

fn space(number: u128) -> SpaceId {
    SpaceId(Uuid::from_u128(number))
}

#[tokio::test]
async fn a_home_joins_an_account_once_however_often_it_is_sent() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        let first: Membership = thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok();
        assert_eq!((first.role, first.head, first.scope), (Role::Owner, 0, 1));
        let again: Membership = thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok();
        assert_eq!(again, first);
        assert_eq!(thandi.get(path::SPACES).await.ok::<Vec<Membership>>(), [first]);
    })
    .await;
}

#[tokio::test]
async fn a_home_of_another_account_is_neither_taken_nor_listed() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await, server.person("pieter").await);
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok::<Membership>();
        pieter.post(path::SPACES, &SpaceNew { id: space(7) }).await.refused(ErrorCode::Conflict);
        assert_eq!(pieter.get(path::SPACES).await.ok::<Vec<Membership>>(), []);
    })
    .await;
}

#[tokio::test]
async fn an_account_has_a_thousand_homes_at_most() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        server.app.storage.fill_for_test(thandi.account, (1..1_000).map(space)).await;
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok::<Membership>();
        thandi.post(path::SPACES, &SpaceNew { id: space(0) }).await.ok::<Membership>();
        let refusal = thandi.post(path::SPACES, &SpaceNew { id: space(1_000) }).await.refused(ErrorCode::Invalid);
        assert_eq!((refusal.faults[0].code, refusal.faults[0].limit), (model::FaultCode::TooMany, Some(1_000)));
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok::<Membership>();
    })
    .await;
}

#[tokio::test]
async fn an_erased_home_is_gone_for_good() {
    on_both(async |server| {
        let thandi = server.person("thandi").await;
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok::<Membership>();
        thandi.delete(&path::space(space(7))).await.done();
        thandi.delete(&path::space(space(7))).await.refused(ErrorCode::NotFound);
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.refused(ErrorCode::Gone);
        assert_eq!(thandi.get(path::SPACES).await.ok::<Vec<Membership>>(), []);
    })
    .await;
}

#[tokio::test]
async fn erasing_asks_for_a_proof_of_being_there() {
    on_both(async |server| {
        let (thandi, pieter) = (server.person("thandi").await, server.person("pieter").await);
        thandi.post(path::SPACES, &SpaceNew { id: space(7) }).await.ok::<Membership>();
        server.app.clock.advance_ms(5 * 60 * 1000 + 1);
        thandi.delete(&path::space(space(7))).await.refused(ErrorCode::StepUp);
        pieter.delete(&path::space(space(7))).await.refused(ErrorCode::NotFound);
    })
    .await;
}
