//! Who may: every role, strangers, and those who were of the scheme.

use super::*;

#[tokio::test]
async fn managers_hold_and_open_trustees_look_and_nobody_else_does() {
    on_both(async |server| {
        let agent = server.person("agent").await.with_estate().await;
        let [second, trustee, former] = [
            joined(&server, &agent, "second", Role::Manager).await,
            joined(&server, &agent, "trustee", Role::Trustee).await,
            joined(&server, &agent, "former", Role::Manager).await,
        ];
        former.hold_unit(furniture()).await;
        assert_eq!(former.open_unit().await.role, Role::CoOwner);
        agent.delete(&format!("{}/{}", path::members(ESTATE), former.account)).await.done();
        former.get(&path::pull(HELD)).await.refused(ErrorCode::NotFound);
        let stranger = server.person("stranger").await;
        let new = LogbooksNew { logbooks: vec![LogbookNew { unit: OTHER_UNIT, home: HOME, edits: Vec::new() }] };
        let invite = LogbookInvite { unit: UNIT, email: None };
        let open = LogbookOpen { unit: UNIT };
        for person in [&former, &stranger] {
            person.post(&path::logbooks(ESTATE), &new).await.refused(ErrorCode::NotFound);
            person.post(&path::logbook_open(ESTATE), &open).await.refused(ErrorCode::NotFound);
            person.post(&path::logbook_invite(ESTATE), &invite).await.refused(ErrorCode::NotFound);
        }
        trustee.post(&path::logbooks(ESTATE), &new).await.refused(ErrorCode::Forbidden);
        trustee.post(&path::logbook_invite(ESTATE), &invite).await.refused(ErrorCode::Forbidden);
        assert_eq!((second.open_unit().await.role, trustee.open_unit().await.role), (Role::CoOwner, Role::Viewer));
        second.write_to(HELD, &[zone(71, "Roof")]).await;
        let write = Push { edits: vec![zone(72, "Attic")] };
        trustee.post(&path::push(HELD), &write).await.refused(ErrorCode::Forbidden);
        second
            .post(&path::handover_offer(HELD), &json!({"email": "x@example.org"}))
            .await
            .refused(ErrorCode::Forbidden);
        second.delete(&path::space(HELD)).await.refused(ErrorCode::Forbidden);
        // A link of a manager who is of the scheme no more is none.
        let token = second.owner_link().await;
        second.delete(&format!("{}/{}", path::members(ESTATE), second.account)).await.done();
        second.get(&path::pull(HELD)).await.refused(ErrorCode::NotFound);
        let over = EstateLink { token, home: None, shows: None };
        stranger.post(path::ESTATE_LINK, &over).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn two_managers_hold_one_logbook_of_a_unit_and_a_bad_one_takes_all_back() {
    on_both(async |server| {
        let agent = server.person("agent").await.with_estate().await;
        let second = joined(&server, &agent, "second", Role::Manager).await;
        let logbook = |unit, home: u128, edits| LogbookNew { unit, home: SpaceId(Uuid::from_u128(home)), edits };
        let nonsense = edit(1, "system", &json!({"name": ""}));
        let logbooks = vec![logbook(UNIT, 0x91, furniture()), logbook(OTHER_UNIT, 0x92, vec![nonsense])];
        agent.post(&path::logbooks(ESTATE), &LogbooksNew { logbooks }).await.refused(ErrorCode::Invalid);
        agent.post(&path::logbook_open(ESTATE), &LogbookOpen { unit: UNIT }).await.refused(ErrorCode::NotFound);
        agent.hold_unit(furniture()).await;
        let again = LogbooksNew { logbooks: vec![logbook(UNIT, 0x93, Vec::new())] };
        second.post(&path::logbooks(ESTATE), &again).await.refused(ErrorCode::Conflict);
        let taken = LogbooksNew { logbooks: vec![LogbookNew { unit: OTHER_UNIT, home: HELD, edits: Vec::new() }] };
        second.post(&path::logbooks(ESTATE), &taken).await.refused(ErrorCode::Conflict);
        let nowhere = LogbooksNew { logbooks: vec![logbook(RecordId(Uuid::from_u128(0x99)), 0x94, Vec::new())] };
        second.post(&path::logbooks(ESTATE), &nowhere).await.refused(ErrorCode::NotFound);
        let many = LogbooksNew { logbooks: vec![logbook(UNIT, 0x95, Vec::new()); 101] };
        second.post(&path::logbooks(ESTATE), &many).await.refused(ErrorCode::Invalid);
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_is_the_owners_to_say() {
    on_both(async |server| {
        let (agent, thandi) = scene(&server).await;
        let [tenant, manager] = [server.person("tenant").await, server.person("manager").await];
        let (tenant, manager) =
            (tenant.member(&server, Role::Tenant).await, manager.member(&server, Role::Manager).await);
        let link = EstateLink { token: agent.owner_link().await, home: Some(HOME), shows: None };
        manager.post(path::ESTATE_LINK, &link).await.refused(ErrorCode::NotFound);
        thandi.post(path::ESTATE_LINK, &link).await.ok::<Membership>();
        let shows = json!({"shows": []});
        for person in [&tenant, &manager] {
            person.change(&path::home_estate(HOME), &shows).await.refused(ErrorCode::Forbidden);
            person.delete(&path::home_estate(HOME)).await.refused(ErrorCode::Forbidden);
            let told = person.get(&path::home_estate(HOME)).await.ok::<wire::estate::HomeEstate>();
            assert!(told.estate.is_some(), "who lives there is told");
        }
        agent.change(&path::home_estate(HOME), &shows).await.refused(ErrorCode::NotFound);
        agent.hold_unit(Vec::new()).await;
        agent.open_unit().await;
        agent.change(&path::home_estate(HELD), &shows).await.refused(ErrorCode::NotFound);
        agent.delete(&path::home_estate(HELD)).await.refused(ErrorCode::NotFound);
    })
    .await;
}
