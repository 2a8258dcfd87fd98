//! What becomes of a firm's deals when the client ends them, the firm is erased, or its owner's account is.

use super::*;

/// A client with a deal, and the owner of the firm that keeps it.
async fn begun(server: &Server) -> (Person, Person) {
    let thandi = asked(server, 1).await;
    let sipho = server.person("sipho").await.with_firm().await;
    sipho.keep_for_firm(1).await;
    assert_eq!(sipho.write_in(DEAL, &[message(1)]).await, [""]);
    (thandi, sipho)
}

#[tokio::test]
async fn the_client_sees_the_firm_as_its_owner_and_ends_it_as_a_whole() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        let members: Members = thandi.get(&path::members(DEAL)).await.ok();
        let told: Vec<_> = members.members.iter().map(|one| (one.account, one.role)).collect();
        assert_eq!(told, [(sipho.account, Role::Provider)]);
        thandi.delete(&format!("{}/{}", path::members(DEAL), sipho.account)).await.done();
        for person in [&sipho, &office] {
            person.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
            person.get(&path::pull(FIRM)).await.ok::<Page>();
        }
    })
    .await;
}

#[tokio::test]
async fn a_technician_lets_go_of_no_deal_and_the_office_does() {
    on_both(async |server| {
        let (_, sipho) = begun(&server).await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
        let own = |person: &Person| format!("{}/{}", path::members(DEAL), person.account);
        van.delete(&own(&van)).await.refused(ErrorCode::NotFound);
        van.delete(&own(&sipho)).await.refused(ErrorCode::Forbidden);
        sipho.delete(&own(&sipho)).await.done();
        van.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn an_erased_firm_leaves_its_deals_with_the_homes() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        office.delete(&path::space(FIRM)).await.refused(ErrorCode::Forbidden);
        assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, office.account)]).await, [""]);
        sipho.delete(&path::space(FIRM)).await.done();
        for person in [&sipho, &office] {
            assert_eq!(person.spaces().await, []);
        }
        assert_eq!(thandi.page(DEAL).await.total, 2);
        // Another firm may be made, and keeps it by the same link.
        sipho.post(path::FIRMS, &SpaceNew { id: FIRM }).await.refused(ErrorCode::Conflict);
        let again = SpaceId(Uuid::from_u128(0xf2));
        sipho.post(path::FIRMS, &SpaceNew { id: again }).await.ok::<Membership>();
        let keep = DealKeep { share: link(1), auth: AUTH, firm: Some(again) };
        sipho.post(path::DEAL_KEEP, &keep).await.ok::<Membership>();
    })
    .await;
}

#[tokio::test]
async fn a_firm_goes_on_with_who_has_been_of_its_office_for_the_longest() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        // Who has a firm of their own is passed over: an account owns one.
        let other = joined(&server, &sipho, "other", Role::Manager).await;
        other.post(path::FIRMS, &SpaceNew { id: SpaceId(Uuid::from_u128(0xf3)) }).await.ok::<Membership>();
        server.app.clock.advance_ms(1);
        let office = joined(&server, &sipho, "office", Role::Manager).await;
        server.app.clock.advance_ms(1);
        let late = joined(&server, &sipho, "late", Role::Manager).await;
        let closing: Closing = sipho.get(path::CLOSING).await.ok();
        let told: Vec<_> = closing.homes.iter().map(|one| (one.space, one.sort, one.heir.as_deref())).collect();
        assert_eq!(told, [(FIRM, Sort::Firm, Some("office@example.org"))]);
        sipho.delete(path::ME).await.done();
        let firm =
            |person: Vec<(SpaceId, Role)>| person.into_iter().find(|(space, _)| *space == FIRM).map(|(_, role)| role);
        assert_eq!(firm(office.spaces().await), Some(Role::Owner));
        assert_eq!(firm(late.spaces().await), Some(Role::Manager));
        assert_eq!(firm(van.spaces().await), Some(Role::Technician));
        assert_eq!((office.page(DEAL).await.total, thandi.page(DEAL).await.total), (2, 2));
        let members: Members = thandi.get(&path::members(DEAL)).await.ok();
        assert_eq!(members.members.iter().map(|one| one.account).collect::<Vec<_>>(), [office.account]);
        office.post(path::FIRMS, &SpaceNew { id: deal(9) }).await.refused(ErrorCode::Conflict);
    })
    .await;
}

#[tokio::test]
async fn with_the_account_of_its_owner_a_firm_without_an_office_goes_and_what_no_home_has() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        // A deal that the firm keeps outlives its home …
        thandi.delete(&path::space(HOME)).await.done();
        assert_eq!(sipho.page(DEAL).await.total, 2);
        sipho.delete(path::ME).await.done();
        // … and not the firm.
        assert_eq!(van.spaces().await, []);
        thandi.post(path::SPACES, &SpaceNew { id: DEAL }).await.refused(ErrorCode::Gone);
        thandi.post(path::SPACES, &SpaceNew { id: FIRM }).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn a_deal_of_the_firm_stays_when_a_technician_closes_their_account() {
    on_both(async |server| {
        let (thandi, sipho) = begun(&server).await;
        let van = joined(&server, &sipho, "van", Role::Technician).await;
        assert_eq!(sipho.write_in(FIRM, &[duty(10, DEAL, van.account)]).await, [""]);
        van.delete(path::ME).await.done();
        assert_eq!((thandi.page(DEAL).await.total, sipho.page(DEAL).await.total), (2, 2));
    })
    .await;
}
