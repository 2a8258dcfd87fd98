//! Who gets into a deal, and what each is told.

use super::super::live::Events;
use super::*;
use model::access::{Role, Sort};

#[tokio::test]
async fn members_of_the_home_have_its_deals_by_their_role_and_lose_both_at_once() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let tenant = server.person("tenant").await.member(&server, Role::Tenant).await;
        let viewer = server.person("viewer").await.member(&server, Role::Viewer).await;
        let manager = server.person("manager").await.member(&server, Role::Manager).await;
        let sipho = sipho(&server).await;
        assert_eq!(why(&sipho.send_by_link(&[quote(1, &json!({}))]).await), [""]);
        assert_eq!(viewer.deal().await.total, 2);
        viewer.post(&path::push(DEAL), &Push { edits: vec![message(2, "client")] }).await.refused(ErrorCode::Forbidden);
        let told = tenant.write(&[message(3, "client"), decision(4, 1, "approve"), message(5, "provider")]).await;
        assert_eq!(why(&told), ["", "forbidden", "forbidden"]);
        assert_eq!(
            why(&manager
                .write(&[decision(6, 1, "approve"), edit(7, "entry", &json!({"title": "x", "when": "2026"}))])
                .await),
            ["", "forbidden"]
        );
        server.app.storage.leave_for_test(HOME, manager.account).await;
        manager.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
        manager.post(&path::push(DEAL), &Push { edits: vec![message(8, "client")] }).await.refused(ErrorCode::NotFound);
        assert_eq!(manager.get(path::HEADS).await.ok::<Vec<Value>>(), Vec::<Value>::new());
        assert_eq!(thandi.get(path::HEADS).await.ok::<Vec<Value>>().len(), 2);
        // What only homes have.
        for path in [path::shares(DEAL), path::reminders(DEAL), path::reporting(DEAL), path::contributions(DEAL)] {
            thandi.get(&path).await.refused(ErrorCode::Forbidden);
        }
        thandi.delete(&path::space(DEAL)).await.refused(ErrorCode::Forbidden);
        thandi
            .post(&path::deals(DEAL), &DealNew { id: SpaceId(Uuid::from_u128(1)), ..new() })
            .await
            .refused(ErrorCode::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn opening_a_deal_again_gives_nobody_another_link() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let tenant = server.person("tenant").await.member(&server, Role::Tenant).await;
        let another = ShareId(Uuid::from_u128(0xd2));
        let again = || DealNew { id: DEAL, link: link(another), edits: Vec::new() };
        tenant.post(&path::deals(HOME), &again()).await.refused(ErrorCode::Conflict);
        thandi.post(&path::deal_end(DEAL), &()).await.done();
        thandi.post(&path::deals(HOME), &again()).await.refused(ErrorCode::Conflict);
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        server.stranger().post(&path::visit_open(another), &open).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_device_of_the_home_is_woken_by_what_is_written_in_a_deal() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let mut events = Events::open(&thandi).await;
        let mut heads = [events.next().await.expect("it stands"), events.next().await.expect("it stands")];
        heads.sort_by_key(|live| live.head);
        assert_eq!(heads.map(|live| (live.space, live.head)), [(HOME, 0), (DEAL, 1)]);
        assert_eq!(why(&sipho(&server).await.send_by_link(&[quote(1, &json!({}))]).await), [""]);
        let woken = events.next().await.expect("something was written");
        assert_eq!((woken.space, woken.head), (DEAL, 2));
    })
    .await;
}

#[tokio::test]
async fn a_provider_is_told_the_request_and_not_what_joins_it_to_the_home() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let visitor = sipho(&server).await;
        let member = server.person("sipho").await;
        member.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
        let kept: Membership = member.keep().await.ok();
        assert_eq!((kept.role, kept.sort, kept.home), (Role::Provider, Sort::Deal, None));
        let again: Membership = member.keep().await.ok();
        assert_eq!(again, kept);
        let visit: Visit = visitor.get(&path::visit(LINK)).await.ok();
        let page = member.deal().await;
        for record in [&visit.records[0], &page.records[0]] {
            assert_eq!(record.body.open().get("title"), Some(&json!("Geyser leaks")));
        }
        let listed = member.get(path::SPACES).await;
        let [history, changes] = [path::history(DEAL, request().id), path::changes(DEAL)];
        for answer in [
            visitor.get(&path::visit(LINK)).await,
            member.get(&path::pull(DEAL)).await,
            listed,
            member.get(&history).await,
            member.get(&changes).await,
        ] {
            let text = String::from_utf8(answer.body).expect("text");
            for secret in ["secret-batch", &HOME.to_string(), "thandi@", "\"contact\"", "\"from\""] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
        assert!(thandi.get(&path::pull(DEAL)).await.body.windows(12).any(|part| part == b"secret-batch"));
        // Who is there for the home is not its provider too; a wrong secret keeps nothing.
        thandi.keep().await.refused(ErrorCode::Conflict);
        let wrong = DealKeep { share: LINK, auth: FileHash([6; 32]), firm: None };
        member.post(path::DEAL_KEEP, &wrong).await.refused(ErrorCode::NotFound);
        // The client ends their access.
        thandi.delete(&format!("{}/{}", path::members(DEAL), member.account)).await.done();
        member.get(&path::pull(DEAL)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_link_is_renewed_and_ends_with_its_deal() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let visitor = sipho(&server).await;
        let renewed = ShareId(Uuid::from_u128(0xd9));
        thandi.change(&path::deal_link(DEAL), &link(renewed)).await.done();
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
        visitor.post(&path::visit_push(LINK), &Push { edits: Vec::new() }).await.refused(ErrorCode::Gone);
        let stranger = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: String::new() };
        assert_eq!(stranger.post(&path::visit_open(renewed), &open).await.status, StatusCode::NO_CONTENT);
        thandi.post(&path::deal_end(DEAL), &Value::Null).await.done();
        stranger.post(&path::visit_open(renewed), &open).await.refused(ErrorCode::Gone);
        assert_eq!(why(&thandi.write(&[message(1, "client")]).await), ["closed"]);
        assert_eq!(thandi.deal().await.total, 1);
    })
    .await;
}
