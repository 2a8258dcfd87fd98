//! Offered, accepted, waited for, done; or stopped, or lapsed.

use super::*;
use crate::app::App;
use crate::tests::on_both;
use axum::http::StatusCode;
use model::access::Role;
use model::handover::{Side, State};
use wire::ErrorCode;
use wire::space::{Members, Membership};

#[tokio::test]
async fn a_home_changes_hands_after_both_have_agreed_and_three_days_have_passed() {
    on_both(async |server| {
        let (thandi, ben, offered) = offered(&server, &[Private::Costs]).await;
        assert_eq!(
            (offered.side, offered.state, offered.home.as_str()),
            (Side::Seller, State::Offered, "Rose Cottage")
        );
        let seen = &ben.handovers().await[0];
        assert_eq!((seen.side, seen.space, seen.seller.as_str()), (Side::Buyer, None, "thandi@example.org"));
        assert_eq!(
            (seen.private.as_slice(), seen.message.as_str()),
            ([Private::Costs].as_slice(), "Look after the roses")
        );
        let accepted: Handover = ben.accept_home(&offered).await.ok();
        let due = model::Instant(server.app.clock.now().0 + 72 * HOUR_MS);
        assert_eq!((accepted.state, accepted.due, accepted.space), (State::Accepted, Some(due), None));
        assert_eq!(ben.accept_home(&offered).await.ok::<Handover>().due, Some(due), "again is harmless");

        server.app.clock.advance_ms(72 * HOUR_MS - 1);
        sweep(&server.app).await.expect("swept");
        assert_eq!(thandi.pull("").await.head, 11, "until then it is hers");
        ben.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        server.app.clock.advance_ms(1);
        // Nobody waits for the sweep: whoever asks next makes it so.
        let seen = ben.handovers().await.remove(0);
        assert_eq!((seen.state, seen.space), (State::Done, Some(HOME)));
        let outcome = seen.outcome.expect("what came of it");
        assert_eq!((outcome.members, outcome.links, outcome.head), (1, 0, 12));
        assert_eq!((outcome.counts.costs, outcome.counts.papers, outcome.counts.notes), (1, 1, 1));
        thandi.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(path::SPACES).await.ok::<Vec<Membership>>(), []);
        assert_eq!(thandi.handovers().await[0].outcome, seen.outcome);
        let homes: Vec<Membership> = ben.get(path::SPACES).await.ok();
        assert_eq!((homes[0].space, homes[0].role, homes[0].head), (HOME, Role::Owner, 12));
        let members: Members = ben.get(&path::members(HOME)).await.ok();
        assert_eq!(members.members.iter().map(|member| member.email.as_str()).collect::<Vec<_>>(), ["ben@example.org"]);
        let page = ben.pull("?after=0").await;
        let entry = page.records.last().expect("the history tells of it");
        assert_eq!((entry.rev, entry.by, page.total), (12, Some(ben.account), page.records.len() as u64));
        assert_eq!(entry.body.open()["title"], "The home was handed over to its new owner");

        let mails = server.mails();
        let [to_ben, to_thandi] = ["ben", "thandi"].map(|name| mails_to(&mails, name));
        assert_eq!((to_ben.len(), to_thandi.len()), (3, 2), "{mails:#?}");
        assert!(to_ben[0].contains("thandi@example.org") && to_ben[0].contains("/handover"), "{}", to_ben[0]);
        assert!(!to_ben[0].contains("roses") && !to_ben[0].contains("canary"), "{}", to_ben[0]);
        assert!(to_ben[1].contains("24 November 2026, 09:00"), "{}", to_ben[1]);
        assert!(to_thandi[1].contains("now belongs to ben@example.org"), "{}", to_thandi[1]);
    })
    .await;
}

#[tokio::test]
async fn either_side_stops_it_at_every_step_until_it_is_done() {
    on_both(async |server| {
        let (thandi, ben) = (owner(&server).await, server.person("ben").await);
        for (is_accepted, by_seller) in [(false, true), (false, false), (true, true), (true, false)] {
            let (thandi, ben) = (server.person_again(&thandi).await, server.person_again(&ben).await);
            let handover: Handover = thandi.offer("ben@example.org", &[Private::Names]).await.ok();
            if is_accepted {
                ben.accept_home(&handover).await.ok::<Handover>();
                server.app.clock.advance_ms(71 * HOUR_MS);
            }
            server.app.clock.advance_ms(6 * 60_000);
            let (who, side) = if by_seller { (&thandi, Side::Seller) } else { (&ben, Side::Buyer) };
            // Nobody has to prove to be there to stop it.
            let stopped: Handover = who.stop(&handover).await.ok();
            assert_eq!((stopped.state, stopped.stopped_by), (State::Stopped, Some(side)));
            who.stop(&handover).await.ok::<Handover>();
            server.person_again(&ben).await.accept_home(&handover).await.refused(ErrorCode::Gone);
            server.app.clock.advance_ms(4 * DAY_MS);
            sweep(&server.app).await.expect("swept");
            assert_eq!(thandi.handovers().await[0].state, State::Stopped);
            assert!(
                thandi.pull("").await.records.len() == 9 && ben.get(path::SPACES).await.ok::<Vec<Value>>().is_empty()
            );
        }
        let mails = server.mails();
        let stopped = |name| mails_to(&mails, name).iter().filter(|mail| mail.contains("was stopped")).count();
        assert_eq!((stopped("ben"), stopped("thandi")), (4, 4));
        let (thandi, ben, handover) = {
            let (thandi, ben) = (server.person_again(&thandi).await, server.person_again(&ben).await);
            let handover: Handover = thandi.offer("ben@example.org", &[]).await.ok();
            ben.accept_home(&handover).await.ok::<Handover>();
            (thandi, ben, handover)
        };
        server.app.clock.advance_ms(72 * HOUR_MS);
        thandi.stop(&handover).await.refused(ErrorCode::Gone);
        ben.stop(&handover).await.refused(ErrorCode::Gone);
        assert_eq!(ben.handovers().await[0].state, State::Done);
    })
    .await;
}

#[tokio::test]
async fn both_sides_prove_to_be_there() {
    on_both(async |server| {
        let (thandi, ben) = (owner(&server).await, server.person("ben").await);
        server.app.clock.advance_ms(5 * 60_000 + 1);
        thandi.offer("ben@example.org", &[]).await.refused(ErrorCode::StepUp);
        let offered: Handover = server.person_again(&thandi).await.offer("ben@example.org", &[]).await.ok();
        ben.accept_home(&offered).await.refused(ErrorCode::StepUp);
        assert_eq!(thandi.handovers().await[0].state, State::Offered);
        server.person_again(&ben).await.accept_home(&offered).await.ok::<Handover>();
    })
    .await;
}

#[tokio::test]
async fn only_the_owner_offers_and_only_who_was_offered_it_accepts() {
    on_both(async |server| {
        let (thandi, ben, handover) = offered(&server, &[]).await;
        for (name, role) in
            [("co", Role::CoOwner), ("manager", Role::Manager), ("tenant", Role::Tenant), ("viewer", Role::Viewer)]
        {
            let other = server.person(name).await.member(&server, role).await;
            other.offer("ben@example.org", &[]).await.refused(ErrorCode::Forbidden);
            other.accept_home(&handover).await.refused(ErrorCode::NotFound);
            other.stop(&handover).await.refused(ErrorCode::NotFound);
            assert_eq!(other.handovers().await, []);
        }
        let stranger = server.person("stranger").await;
        stranger.offer("ben@example.org", &[]).await.refused(ErrorCode::NotFound);
        for id in [&handover.id, &Uuid::nil().to_string(), "nonsense"] {
            let missing = stranger.post(&path::handover_accept(&Uuid::new_v4().to_string()), &Value::Null).await;
            for answer in [
                stranger.post(&path::handover_accept(id), &Value::Null).await,
                stranger.post(&path::handover_stop(id), &Value::Null).await,
            ] {
                assert_eq!((answer.status, &answer.body), (StatusCode::NOT_FOUND, &missing.body));
            }
        }
        thandi.accept_home(&handover).await.refused(ErrorCode::Forbidden);
        thandi.offer("other@example.org", &[]).await.refused(ErrorCode::Conflict);
        for (email, message) in [("thandi@example.org", ""), ("nobody", ""), ("ok@example.org", "x")] {
            let new = HandoverNew { email: email.into(), private: Vec::new(), message: message.repeat(1_001) };
            thandi.post(&path::handover_offer(HOME), &new).await.refused(ErrorCode::Invalid);
        }
        // The buyer of a home that is not theirs yet is a stranger in it.
        ben.accept_home(&handover).await.ok::<Handover>();
        for foreign in
            [path::pull(HOME), path::members(HOME), path::changes(HOME), path::file(HOME, FileHash::of(PLATE))]
        {
            ben.get(&foreign).await.refused(ErrorCode::NotFound);
        }
    })
    .await;
}

#[tokio::test]
async fn an_offer_that_nobody_accepts_lapses_and_can_be_made_again() {
    on_both(async |server| {
        let (thandi, ben, handover) = offered(&server, &[]).await;
        server.app.clock.advance_ms(30 * DAY_MS);
        let (thandi, ben) = (server.person_again(&thandi).await, server.person_again(&ben).await);
        ben.accept_home(&handover).await.refused(ErrorCode::Gone);
        assert_eq!(thandi.handovers().await[0].state, State::Lapsed);
        let mails = server.mails();
        assert!(mails_to(&mails, "ben").iter().any(|mail| mail.contains("thirty days")), "{mails:#?}");
        thandi.offer("ben@example.org", &[]).await.ok::<Handover>();
    })
    .await;
}

#[tokio::test]
async fn co_owners_are_told_when_it_is_offered() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let _co = server.person("co").await.member(&server, Role::CoOwner).await;
        let _viewer = server.person("viewer").await.member(&server, Role::Viewer).await;
        thandi.offer("ben@example.org", &[]).await.ok::<Handover>();
        let mails = server.mails();
        assert_eq!((mails_to(&mails, "co").len(), mails_to(&mails, "viewer").len()), (1, 0));
        assert!(mails_to(&mails, "co")[0].contains("ben@example.org"), "{mails:#?}");
    })
    .await;
}

#[tokio::test]
async fn who_has_as_many_homes_as_one_may_have_accepts_no_other() {
    on_both(async |server| {
        let (_, ben, offered) = offered(&server, &[]).await;
        let others = (1..=1_000).map(|number| model::SpaceId(Uuid::from_u128(number << 64)));
        server.app.storage.fill_for_test(ben.account, others).await;
        let refusal = ben.accept_home(&offered).await.refused(ErrorCode::Invalid);
        assert_eq!((refusal.faults[0].code, refusal.faults[0].limit), (model::FaultCode::TooMany, Some(1_000)));
        assert_eq!(ben.handovers().await[0].state, State::Offered, "it can still be accepted when there is room");
    })
    .await;
}

#[tokio::test]
async fn it_is_told_of_for_a_year() {
    on_both(async |server| {
        let (thandi, ben, _) = done(&server, &[Private::Costs]).await;
        assert_eq!(thandi.handovers().await[0].buyer, "ben@example.org");
        server.app.clock.advance_ms(366 * DAY_MS);
        sweep(&server.app).await.expect("swept");
        server.app.clock.advance_ms(1);
        sweep(&server.app).await.expect("swept");
        for person in [thandi, ben] {
            assert_eq!(server.person_again(&person).await.handovers().await, []);
        }
    })
    .await;
}

#[tokio::test]
async fn where_nobody_has_to_wait_it_is_done_at_once() {
    let mut server = Server::on_sqlite().await;
    server.app.close().await;
    let config = crate::config::Config { handover_hours: 0, ..server.app.config.clone() };
    server.app = App::open(config, server.app.clock.clone()).await.expect("the server opens");
    server.router = crate::router::router(server.app.clone());
    let (_, ben, handover) = accepted(&server, &[]).await;
    assert_eq!((handover.state, handover.space, handover.wait_hours), (State::Done, Some(HOME), 0));
    assert_eq!(ben.get(path::HANDOVERS).await.ok::<Handovers>().wait_hours, 0, "it is said before anybody offers");
    assert_eq!(ben.pull("").await.head, 12);
}
