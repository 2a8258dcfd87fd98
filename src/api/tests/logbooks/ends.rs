//! What ends with what: a unit that is sold or taken out, a home, a scheme or an account that is erased.

use super::*;
use crate::sweep::sweep;
use model::grant::Purpose;
use model::grant::estate::{Part, of};
use model::{FileHash, ShareId};
use wire::handover::Handovers;
use wire::share::{Open, ShareMade, ShareNew, Visit};

/// How many units anything is told of.
async fn told_of(agent: &Person, server: &Server) -> usize {
    look(&server.app).await.expect("it is looked");
    let records = agent.records(ESTATE).await;
    living::<UnitStanding>(&records).into_iter().filter(|one| one.letter.linked || one.letter.held).count()
}

#[tokio::test]
async fn a_unit_that_is_sold_in_mid_year_is_its_new_owners_to_show() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(told_of(&agent, &server).await, 1);
        let ben = server.person("ben").await;
        let offer = json!({"email": "ben@example.org", "private": [], "message": ""});
        thandi.post(&path::handover_offer(HOME), &offer).await.ok::<serde_json::Value>();
        let offered = ben.get(path::HANDOVERS).await.ok::<Handovers>().handovers;
        ben.post(&path::handover_accept(&offered[0].id), &serde_json::Value::Null).await.ok::<serde_json::Value>();
        server.app.clock.advance_ms(73 * 3_600_000);
        sweep(&server.app).await.expect("what is due is done");
        assert_eq!(told_of(&agent, &server).await, 0, "what the seller showed the buyer does not");
        let (agent, ben) = (server.person_again(&agent).await, server.person_again(&ben).await);
        ben.link_home(agent.owner_link().await, Some(&[Hidden::Systems])).await;
        assert_eq!(told_of(&agent, &server).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_latest_owner_that_the_scheme_let_in_counts() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(agent.told(&server).await.1.things.len(), 2);
        let ben = server.person("ben").await;
        let home = SpaceId(Uuid::from_u128(0xbe));
        ben.post(path::SPACES, &SpaceNew { id: home }).await.ok::<Membership>();
        let link = EstateLink { token: agent.owner_link().await, home: Some(home), shows: None };
        ben.post(path::ESTATE_LINK, &link).await.ok::<Membership>();
        assert_eq!(agent.told(&server).await.1.things.len(), 0);
        assert!(thandi.get(&path::home_estate(HOME)).await.ok::<wire::estate::HomeEstate>().estate.is_none());
    })
    .await;
}

#[tokio::test]
async fn what_a_home_told_goes_with_it() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(told_of(&agent, &server).await, 1);
        thandi.delete(&path::space(HOME)).await.done();
        for answer in [agent.get(&path::pull(ESTATE)).await, agent.get(&path::changes(ESTATE)).await] {
            assert!(!String::from_utf8_lossy(&answer.body).contains("Geyser"));
        }
        server.assert_nowhere("Kwikot");
        assert_eq!(told_of(&agent, &server).await, 0);
    })
    .await;
}

#[tokio::test]
async fn with_a_scheme_the_homes_go_that_it_holds_and_no_others() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        agent.hold_unit(vec![edit(0x51, "system", &json!({"name": "held-canary", "type": "geyser"}))]).await;
        agent.open_unit().await;
        thandi.link_home(agent.owner_link().await, None).await;
        look(&server.app).await.expect("it is looked");
        agent.delete(&path::space(ESTATE)).await.done();
        for space in [ESTATE, HELD] {
            agent.get(&path::pull(space)).await.refused(ErrorCode::NotFound);
        }
        server.assert_nowhere("held-canary");
        assert_eq!(thandi.records(HOME).await.len(), 3);
        assert!(thandi.get(&path::home_estate(HOME)).await.ok::<wire::estate::HomeEstate>().estate.is_none());
        look(&server.app).await.expect("nothing is left to look at");
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_is_taken_out_is_told_of_no_more_until_it_is_put_back() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(told_of(&agent, &server).await, 1);
        let mut gone = unit(UNIT, "1");
        gone.fields = model::Body::from_text(json!({"deleted": true}).to_string()).expect("JSON");
        agent.write_to(ESTATE, &[gone]).await;
        assert_eq!(told_of(&agent, &server).await, 0);
        let mut back = unit(UNIT, "1");
        back.fields = model::Body::from_text(json!({"deleted": null}).to_string()).expect("JSON");
        agent.write_to(ESTATE, &[back]).await;
        assert_eq!(told_of(&agent, &server).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_scheme_goes_to_the_manager_of_the_longest_standing_when_its_owner_closes_their_account() {
    on_both(async |server| {
        let agent = server.person("agent").await.with_estate().await;
        let trustee = joined(&server, &agent, "trustee", Role::Trustee).await;
        let second = joined(&server, &agent, "second", Role::Manager).await;
        agent.hold_unit(furniture()).await;
        agent.open_unit().await;
        let closing: wire::closing::Closing = agent.get(path::CLOSING).await.ok();
        assert_eq!(
            closing.homes.iter().map(|one| one.heir.clone()).collect::<Vec<_>>(),
            [Some("second@example.org".into())]
        );
        agent.delete(path::ME).await.done();
        let roles = |listed: Vec<Membership>| listed.into_iter().map(|one| one.role).collect::<Vec<_>>();
        assert_eq!(roles(second.get(path::SPACES).await.ok()), [Role::Owner]);
        assert_eq!(roles(trustee.get(path::SPACES).await.ok()), [Role::Trustee]);
        assert_eq!(second.open_unit().await.role, Role::CoOwner);
        second.delete(path::ME).await.done();
        trustee.get(&path::pull(ESTATE)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

const PACK: ShareId = ShareId(Uuid::from_u128(0x78));
const SECRET: FileHash = FileHash([7; 32]);

/// A meeting pack of the scheme, and somebody who visits by it.
async fn pack(agent: &Person, server: &Server) -> Person {
    let new = ShareNew {
        id: PACK,
        auth_hash: FileHash::of(&SECRET.0),
        purpose: Purpose::Trustee,
        name: "Meeting".into(),
        grant: of(Part::ALL),
        days: 14,
        passcode: false,
        snapshot: true,
        opens_max: None,
        unseen: false,
    };
    agent.post(&path::shares(ESTATE), &new).await.ok::<ShareMade>();
    let mut visitor = server.stranger();
    let opened =
        visitor.post(&path::visit_open(PACK), &Open { auth: SECRET, passcode: None, device: "X".into() }).await;
    opened.done();
    visitor.take_cookies(&opened);
    visitor
}

#[tokio::test]
async fn withdrawing_changes_no_pack_and_erasing_the_account_takes_the_unit_out_of_it() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(told_of(&agent, &server).await, 1);
        let visitor = pack(&agent, &server).await;
        let before = visitor.get(&path::visit(PACK)).await.body;
        let is_told = |body: &[u8]| String::from_utf8_lossy(body).contains("\"linked\":true");
        assert!(is_told(&before));
        thandi.delete(&path::home_estate(HOME)).await.done();
        assert_eq!(told_of(&agent, &server).await, 0, "withdrawn from what comes after");
        assert_eq!(visitor.get(&path::visit(PACK)).await.body, before, "and from no pack");
        thandi.delete(path::ME).await.done();
        let left: Visit = visitor.get(&path::visit(PACK)).await.ok();
        let is_about = |record: &Record| record.id == UNIT || record.body.text().contains(&UNIT.to_string());
        assert!(!left.records.iter().any(is_about), "the unit is out of it");
        assert!(left.records.iter().any(|record| record.id == OTHER_UNIT), "and no other");
        // With the link its pack goes.
        let dump = server.app.storage.dump_for_test().await;
        assert!(dump.contains("packs.records") && !dump.contains("pack_units"), "{}", dump.len());
        agent.delete(&path::share(ESTATE, PACK)).await.done();
        assert!(!server.app.storage.dump_for_test().await.contains("packs.records"));
    })
    .await;
}

#[tokio::test]
async fn with_a_scheme_its_packs_go() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        look(&server.app).await.expect("it is looked");
        pack(&agent, &server).await;
        agent.delete(&path::space(ESTATE)).await.done();
        let dump = server.app.storage.dump_for_test().await;
        assert!(!dump.contains("packs.records") && !dump.contains("pack_units"));
    })
    .await;
}
