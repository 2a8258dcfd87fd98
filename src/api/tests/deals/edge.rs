//! Bad input, and what happens twice, late or at once.

use super::*;
use wire::live::Live;
use wire::space::SpaceNew;

#[tokio::test]
async fn a_paper_has_five_hundred_lines_and_takes_money_off_by_a_negative_one() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let lines = |count: usize| {
            let line =
                |number| json!({"id": format!("l{number}"), "what": "New valve", "quantity": 1000, "price": 100});
            json!({"lines": (0..count).map(line).collect::<Vec<_>>()})
        };
        let off = |quantity: i64, price: i64| {
            let off = json!({"id": "b", "what": "Off", "quantity": quantity, "price": price});
            json!({"lines": [line(), off]})
        };
        let quotes = [
            quote(1, &lines(500)),
            quote(2, &lines(501)),
            quote(3, &off(1000, -5_000)),
            quote(4, &off(-1000, 5_000)),
            quote(5, &off(0, 5_000)),
            quote(6, &off(1000, -9_000_000_000_000_000)),
        ];
        let told = why(&sipho.send_by_link(&quotes).await);
        assert_eq!(told, ["", "lines", "", "lines.quantity", "lines.quantity", "lines.price"]);
        assert_eq!(why(&thandi.write(&[decision(10, 1, "approve")]).await), [""]);
        let mut all = lines(500);
        all["number"] = "S-1".into();
        assert_eq!(why(&sipho.send_by_link(&[invoice(11, &all)]).await), [""]);
    })
    .await;
}

#[tokio::test]
async fn a_decision_stands_though_the_link_expired_and_the_provider_is_told_to_ask_for_another() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        assert_eq!(why(&sipho.send_by_link(&[quote(1, &json!({}))]).await), [""]);
        server.app.clock.advance_ms(91 * 86_400_000);
        let thandi = server.person_again(&thandi).await;
        assert_eq!(why(&thandi.write(&[decision(2, 1, "approve")]).await), [""]);
        sipho
            .post(&path::visit_push(LINK), &Push { edits: vec![message(3, "provider")] })
            .await
            .refused(ErrorCode::Gone);
        sipho.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
        assert_eq!(thandi.deal().await.total, 3);
    })
    .await;
}

#[tokio::test]
async fn of_two_phones_that_finish_a_job_the_first_does() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        agreed_by_link(&thandi, &sipho).await;
        let sheet = |record| [edit(record, "job_sheet", &json!({"completed_on": "2026-11-22", "notes": "Done"}))];
        let (one, other) = (sheet(5), sheet(6));
        let (one, other) = tokio::join!(sipho.send_by_link(&one), sipho.send_by_link(&other));
        let mut told = [why(&one), why(&other)].concat();
        told.sort();
        assert_eq!(told, ["", "finished"]);
    })
    .await;
}

async fn agreed_by_link(thandi: &Person, sipho: &Person) {
    assert_eq!(why(&sipho.send_by_link(&[quote(1, &json!({}))]).await), [""]);
    assert_eq!(why(&thandi.write(&[decision(2, 1, "approve")]).await), [""]);
}

#[tokio::test]
async fn a_number_that_was_typed_is_not_typed_again() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        agreed_by_link(&thandi, &sipho).await;
        let typed = |record, number: &str| invoice(record, &json!({ "number": number }));
        let bills = [typed(3, "S-7"), typed(4, " s-7"), typed(5, "S-8")];
        assert_eq!(why(&sipho.send_by_link(&bills).await), ["", "number_taken", ""]);
        assert_eq!(why(&sipho.send_by_link(&[typed(6, "S-8")]).await), ["number_taken"]);
        // Nor one that the server gave.
        let member = server.person("sipho").await;
        member.keep().await.ok::<Membership>();
        assert_eq!(why(&member.write(&[invoice(7, &json!({}))]).await), [""]);
        assert_eq!(why(&member.write(&[typed(8, "0001")]).await), ["number_taken"]);
    })
    .await;
}

#[tokio::test]
async fn a_deal_is_nobodys_home() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let (sipho, stranger) = (server.person("sipho").await, server.person("stranger").await);
        sipho.keep().await.ok::<Membership>();
        let foreign = server.person("ben").await;
        let home = SpaceId(Uuid::from_u128(0xb2));
        foreign.post(path::SPACES, &SpaceNew { id: home }).await.ok::<Membership>();
        let expected = sipho.post(path::SPACES, &SpaceNew { id: home }).await.body;
        for person in [&thandi, &sipho, &stranger] {
            let answer = person.post(path::SPACES, &SpaceNew { id: DEAL }).await;
            answer.refused(ErrorCode::Conflict);
            assert_eq!(answer.body, expected);
        }
    })
    .await;
}

#[tokio::test]
async fn everybodys_devices_are_told_that_a_deal_was_ended() {
    on_both(async |server| {
        let thandi = asked(&server).await;
        let manager = server.person("manager").await.member(&server, model::access::Role::Manager).await;
        let sipho = server.person("sipho").await;
        sipho.keep().await.ok::<Membership>();
        let closed = async |person: &Person| {
            let heads: Vec<Live> = person.get(path::HEADS).await.ok();
            heads.into_iter().find(|live| live.space == DEAL).expect("it is theirs").closed
        };
        assert!(!closed(&manager).await && !closed(&sipho).await);
        thandi.post(&path::deal_end(DEAL), &Value::Null).await.done();
        assert!(closed(&manager).await && closed(&sipho).await && closed(&thandi).await);
        // An ended deal gets no other link.
        let renewed = link(ShareId(Uuid::from_u128(0xd9)));
        thandi.change(&path::deal_link(DEAL), &renewed).await.refused(ErrorCode::Conflict);
    })
    .await;
}

#[tokio::test]
async fn a_provider_sees_the_history_of_a_visit_as_it_was_written() {
    on_both(async |server| {
        let (thandi, visitor) = (asked(&server).await, sipho(&server).await);
        agreed_by_link(&thandi, &visitor).await;
        let sipho = server.person("sipho").await;
        sipho.keep().await.ok::<Membership>();
        let (first, then) = ("2026-11-24T06:00:00.000Z", "2026-11-24T07:00:00.000Z");
        let visit = edit(5, "appointment", &json!({ "from": first }));
        let later = edit(5, "appointment", &json!({ "from": then }));
        assert_eq!(why(&sipho.write(&[visit.clone(), later]).await), ["", ""]);
        for address in [path::history(DEAL, visit.id), path::changes(DEAL)] {
            let told = String::from_utf8(sipho.get(&address).await.body).expect("text");
            assert!(told.contains(first) && told.contains(then), "{told}");
        }
        let request = String::from_utf8(sipho.get(&path::history(DEAL, request().id)).await.body).expect("text");
        assert!(!request.contains("\"from\"") && !request.contains("thandi@"), "{request}");
    })
    .await;
}
