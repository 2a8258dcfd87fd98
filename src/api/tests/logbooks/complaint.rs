//! Cases that owners and tenants open, of the scheme of their unit.

use super::*;
use model::AccountId;
use model::dispute::Thread;
use model::estate::case::{Act, Role as InCase};
use wire::account::Me;
use wire::estate::ComplaintNew;

const CASE: SpaceId = SpaceId(Uuid::from_u128(0xca));

fn complaint(case: SpaceId) -> ComplaintNew {
    ComplaintNew {
        id: case,
        title: "Noise at night".into(),
        text: "The drill goes on after ten.".into(),
        name: "Thandi".into(),
        respondent: "Unit 2".into(),
        contractor: String::new(),
        rule: "Conduct rule 5".into(),
    }
}

#[tokio::test]
async fn an_owner_opens_a_case_that_its_parties_see_and_nobody_else() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.post(&path::complaints(HOME), &complaint(CASE)).await.refused(ErrorCode::NotFound);
        thandi.link_home(agent.owner_link().await, None).await;
        let trustee = joined(&server, &agent, "trustee", Role::Trustee).await;
        let ben = server.person("ben").await;
        let bare = ComplaintNew { text: " ".into(), ..complaint(CASE) };
        thandi.post(&path::complaints(HOME), &bare).await.refused(ErrorCode::Invalid);
        let made: Membership = thandi.post(&path::complaints(HOME), &complaint(CASE)).await.ok();
        assert_eq!((made.space, made.role, made.sort, made.home), (CASE, Role::Provider, Sort::Case, None));
        // Again is harmless, and somebody else's id is taken.
        assert_eq!(thandi.post(&path::complaints(HOME), &complaint(CASE)).await.ok::<Membership>(), made);
        thandi.post(&path::complaints(HOME), &complaint(ESTATE)).await.refused(ErrorCode::Conflict);
        ben.post(&path::complaints(HOME), &complaint(CASE)).await.refused(ErrorCode::NotFound);
        for person in [&thandi, &trustee, &agent] {
            let records = person.records(CASE).await;
            let thread = Thread::of(&records, AccountId::default());
            let (_, matter) = thread.matter.as_ref().expect("what it is about");
            assert_eq!((matter.scheme.as_str(), matter.unit_name.as_str()), ("Protea Mews", "Unit 1"));
            let parties: Vec<_> = matter.parties.iter().map(|one| (one.role, one.account)).collect();
            assert_eq!(parties, [(InCase::Complainant, Some(thandi.account)), (InCase::Respondent, None)]);
            assert_eq!(thread.turns.iter().map(|turn| turn.act).collect::<Vec<_>>(), [Act::Open]);
        }
        ben.get(&path::pull(CASE)).await.refused(ErrorCode::NotFound);
        thandi.get(&path::pull(ESTATE)).await.refused(ErrorCode::NotFound);
        let told = server.mails().into_iter().filter(|mail| mail.contains("/estate/cases")).collect::<Vec<_>>();
        assert!(told.iter().any(|mail| mail.contains("To: trustee@example.org")), "{told:#?}");
        assert!(told.iter().all(|mail| !mail.contains("drill") && !mail.contains("To: thandi@")));
        // They go on in it as the party that they are.
        let me: Me = thandi.get(path::ME).await.ok();
        assert!(me.spaces.iter().any(|one| one.space == CASE && one.home.is_none()));
        let thread = Thread::of(&thandi.records(CASE).await, thandi.account);
        let party = thread.matter.expect("it is there").1.parties[0].id;
        let said = json!({"party": party, "text": "It did again.", "at": "2026-11-21T10:00:00.000Z"});
        thandi.write_to(CASE, &[edit(0x99, "statement", &said)]).await;
    })
    .await;
}

#[tokio::test]
async fn a_tenant_opens_one_and_who_only_reads_or_holds_the_logbook_does_not() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        let tenant = server.person("tenant").await.member(&server, Role::Tenant).await;
        let viewer = server.person("viewer").await.member(&server, Role::Viewer).await;
        let manager = server.person("manager").await.member(&server, Role::Manager).await;
        viewer.post(&path::complaints(HOME), &complaint(CASE)).await.refused(ErrorCode::Forbidden);
        manager.post(&path::complaints(HOME), &complaint(CASE)).await.refused(ErrorCode::Forbidden);
        tenant.post(&path::complaints(HOME), &complaint(CASE)).await.ok::<Membership>();
        // Whose home it is sees it no more than anybody else does.
        thandi.get(&path::pull(CASE)).await.refused(ErrorCode::NotFound);
        agent.hold_unit(furniture()).await;
        agent.open_unit().await;
        agent
            .post(&path::complaints(HELD), &complaint(SpaceId(Uuid::from_u128(0xcb))))
            .await
            .refused(ErrorCode::Forbidden);
        for number in 0..12_u128 {
            let case = SpaceId(Uuid::from_u128(0xcc00 + number));
            let answer = tenant.post(&path::complaints(HOME), &complaint(case)).await;
            assert_eq!(answer.status == 200, number < 9, "ten a day: {number}");
        }
    })
    .await;
}
