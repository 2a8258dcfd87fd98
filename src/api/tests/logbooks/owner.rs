//! What owners do: linking, taking over, showing other things, answering.

use super::*;
use model::estate::matrix::Code;
use model::scheme::Joining;
use wire::estate::{BundleAnswer, EstateLinkOpen, EstateLinkOpened, EstateShows, EstateView, HomeEstate};

async fn view(person: &Person, home: SpaceId) -> Option<EstateView> {
    person.get(&path::home_estate(home)).await.ok::<HomeEstate>().estate
}

#[tokio::test]
async fn a_link_works_once_and_only_for_ones_own_home() {
    on_both(async |server| {
        let (agent, thandi) = scene(&server).await;
        let token = agent.owner_link().await;
        let stranger = server.person("stranger").await;
        let link = |token: &str, home| EstateLink { token: token.into(), home, shows: None };
        stranger.post(path::ESTATE_LINK, &link(&token, Some(HOME))).await.refused(ErrorCode::NotFound);
        stranger.post(path::ESTATE_LINK, &link(&token, None)).await.refused(ErrorCode::Conflict);
        stranger.post(path::ESTATE_LINK, &link("nonsense", Some(HOME))).await.refused(ErrorCode::Gone);
        let other = agent.owner_link().await;
        thandi.link_home(token.clone(), None).await;
        thandi.post(path::ESTATE_LINK, &link(&token, Some(HOME))).await.refused(ErrorCode::Gone);
        thandi.post(path::ESTATE_LINK, &link(&other, Some(HOME))).await.refused(ErrorCode::Gone);
        let late = agent.owner_link().await;
        server.app.clock.advance_ms(31 * 86_400_000);
        thandi.post(path::ESTATE_LINK, &link(&late, Some(HOME))).await.refused(ErrorCode::SignIn);
        let thandi = server.person_again(&thandi).await;
        thandi.post(path::ESTATE_LINK, &link(&late, Some(HOME))).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn a_link_says_whether_there_is_something_to_take_over_and_stands_after_that() {
    on_both(async |server| {
        let (agent, thandi) = scene(&server).await;
        let open = |token: &str| EstateLinkOpen { token: token.into() };
        let token = agent.owner_link().await;
        for _ in 0..2 {
            let opened: EstateLinkOpened = thandi.post(path::ESTATE_LINK_OPEN, &open(&token)).await.ok();
            assert!(!opened.held);
        }
        agent.hold_unit(furniture()).await;
        assert!(thandi.post(path::ESTATE_LINK_OPEN, &open(&token)).await.ok::<EstateLinkOpened>().held);
        thandi.post(path::ESTATE_LINK_OPEN, &open("nonsense")).await.refused(ErrorCode::Gone);
        server.stranger().post(path::ESTATE_LINK_OPEN, &open(&token)).await.refused(ErrorCode::SignIn);
        thandi.link_home(token.clone(), None).await;
        thandi.post(path::ESTATE_LINK_OPEN, &open(&token)).await.refused(ErrorCode::Gone);
        for _ in 0..15 {
            thandi.post(path::ESTATE_LINK_OPEN, &open("guess")).await.refused(ErrorCode::Gone);
        }
        thandi.post(path::ESTATE_LINK_OPEN, &open(&token)).await.refused(ErrorCode::TooMany);
    })
    .await;
}

#[tokio::test]
async fn an_owner_takes_over_what_the_scheme_held() {
    on_both(async |server| {
        let server = server.alone().await;
        let agent = server.person("agent").await.with_estate().await;
        agent.hold_unit(furniture()).await;
        agent.hold_unit(Vec::new()).await;
        assert_eq!((agent.open_unit().await.space, agent.open_unit().await.role), (HELD, Role::CoOwner));
        agent
            .write_to(
                HELD,
                &[edit(
                    8,
                    "entry",
                    &json!({"type": "fault", "title": "It drips", "severity": "serious", "when": "2026-11-01",
            "systems": [RecordId(Uuid::from_u128(1))]}),
                )],
            )
            .await;
        assert_eq!(agent.told(&server).await.0.faults.bad, 1);
        let thandi = server.person("thandi").await;
        let over = EstateLink { token: agent.owner_link().await, home: None, shows: None };
        let owned: Membership = thandi.post(path::ESTATE_LINK, &over).await.ok();
        assert_eq!((owned.space, owned.role), (HELD, Role::Owner));
        assert_eq!(thandi.records(HELD).await.len(), 4);
        agent.get(&path::pull(HELD)).await.refused(ErrorCode::NotFound);
        agent.post(&path::logbook_open(ESTATE), &LogbookOpen { unit: UNIT }).await.refused(ErrorCode::NotFound);
        let (standing, inventory) = agent.told(&server).await;
        assert!(standing.linked && !standing.held && standing.faults.bad == 0);
        assert_eq!(inventory.things.len(), 2);
        let history = String::from_utf8(agent.get(&path::changes(ESTATE)).await.body).expect("text");
        assert!(!history.contains("\"serious\""), "what was told before is told no more");
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_no_more_is_gone_at_once() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, Some(Hidden::ALL)).await;
        assert_eq!(agent.told(&server).await.1.things.len(), 2);
        let shows = |shows: &[Hidden]| EstateShows { shows: shows.to_vec() };
        thandi.change(&path::home_estate(HOME), &shows(&[Hidden::Certificates])).await.done();
        for answer in [agent.get(&path::pull(ESTATE)).await, agent.get(&path::changes(ESTATE)).await] {
            assert!(!String::from_utf8_lossy(&answer.body).contains("Geyser"), "before anybody has looked");
        }
        let (standing, inventory) = agent.told(&server).await;
        assert!(inventory.things.is_empty() && standing.linked && !standing.proofs.is_empty());
        thandi.change(&path::home_estate(HOME), &shows(Hidden::ALL)).await.done();
        assert_eq!(agent.told(&server).await.1.things.len(), 2);
        server.app.clock.advance_ms(600_000);
        thandi.change(&path::home_estate(HOME), &shows(&[Hidden::Certificates])).await.done();
        thandi.change(&path::home_estate(HOME), &shows(Hidden::ALL)).await.refused(ErrorCode::StepUp);
        thandi.delete(&path::home_estate(HOME)).await.done();
        thandi.delete(&path::home_estate(HOME)).await.refused(ErrorCode::NotFound);
        assert!(!agent.told(&server).await.0.linked);
        assert!(view(&thandi, HOME).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn owners_are_told_of_the_scheme_and_answer_it() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        assert!(view(&thandi, HOME).await.is_none());
        thandi.link_home(agent.owner_link().await, None).await;
        agent.told(&server).await;
        let bundle = RecordId(Uuid::from_u128(0xc3));
        let edits = [
            edit(0xc1, "vendor", &json!({"name": "Sipho", "trade": "Plumber", "approval": "approved", "notes": "secret-note"})),
            edit(0xc2, "vendor", &json!({"name": "Undecided"})),
            edit(
                0xc7,
                "vendor",
                &json!({"name": "Lapsed", "approval": "approved",
                "covers": [{"body": "Santam", "insurance": true, "expires": "2026-01-31"}]}),
            ),
            edit(0xc3, "bundle", &json!({"title": "Geysers", "units": [UNIT], "each": 90_000, "vendor": RecordId(Uuid::from_u128(0xc1))})),
            edit(0xc4, "bundle", &json!({"title": "Others", "units": [OTHER_UNIT]})),
            edit(0xc5, "ask", &json!({"title": "Your certificate", "sort": "electrical", "on": "2026-11-20"})),
            edit(0xc6, "ask", &json!({"title": "Not you", "units": [OTHER_UNIT], "on": "2026-11-20"})),
        ];
        agent.write_to(ESTATE, &edits).await;
        let told = view(&thandi, HOME).await.expect("it is linked");
        assert_eq!((told.name.as_str(), told.number.as_str(), told.held), ("Protea Mews", "1", false));
        assert_eq!(told.vendors.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Sipho"]);
        agent.write_to(ESTATE, &[edit(0xa0, "scheme", &json!({"lapsed": "warn"}))]).await;
        let warned = view(&thandi, HOME).await.expect("it is linked").vendors;
        let mut warned: Vec<_> = warned.iter().map(|one| (one.name.as_str(), one.lapsed)).collect();
        warned.sort_unstable_by_key(|(name, _)| std::cmp::Reverse(*name));
        assert_eq!(warned, [("Sipho", None), ("Lapsed", "2026-01-31".parse().ok())]);
        let asks: Vec<_> = told.asks.iter().map(|one| (one.title.as_str(), one.stands)).collect();
        assert_eq!(asks, [("Your certificate", Some(Code::Fine))]);
        let bundles: Vec<_> = told.bundles.iter().map(|one| (one.title.as_str(), one.vendor.as_str(), one.joins)).collect();
        assert_eq!(bundles, [("Geysers", "Sipho", None)]);
        let answer = |bundle, joins| BundleAnswer { bundle, joins };
        thandi.post(&path::joining(HOME), &answer(bundle, true)).await.done();
        let other = RecordId(Uuid::from_u128(0xc4));
        thandi.post(&path::joining(HOME), &answer(other, true)).await.refused(ErrorCode::NotFound);
        let told = view(&thandi, HOME).await.expect("it is linked");
        assert_eq!((told.bundles[0].joins, told.bundles[0].joined), (Some(true), 1));
        let records = agent.records(ESTATE).await;
        let joined: Vec<Joining> = living::<Joining>(&records).into_iter().map(|one| one.letter).collect();
        assert_eq!(joined.iter().map(|one| (one.unit, one.joins)).collect::<Vec<_>>(), [(Some(UNIT), true)]);
        agent.write_to(ESTATE, &[edit(0xc3, "bundle", &json!({"ordered_on": "2026-11-21"}))]).await;
        thandi.post(&path::joining(HOME), &answer(bundle, false)).await.refused(ErrorCode::Conflict);
    })
    .await;
}

#[tokio::test]
async fn owners_are_told_once_a_day_that_something_is_asked() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        for number in 0..3 {
            let ask = edit(
                0xd0 + number,
                "ask",
                &json!({"title": "Your certificate", "on": "2026-11-20", "text": "secret-text"}),
            );
            agent.write_to(ESTATE, &[ask]).await;
            look(&server.app).await.expect("it is looked");
        }
        let mails = server.mails();
        assert_eq!(mails.len(), 1, "{mails:?}");
        assert!(mails[0].contains("thandi@example.org") && !mails[0].contains("secret-text"));
        let elsewhere = edit(0xd7, "ask", &json!({"title": "Not her", "on": "2026-11-20", "units": [OTHER_UNIT]}));
        server.app.clock.advance_ms(2 * 86_400_000);
        agent.write_to(ESTATE, &[elsewhere]).await;
        look(&server.app).await.expect("it is looked");
        assert_eq!(server.mails().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn who_withdraws_while_something_is_asked_is_asked_nothing_until_they_link_again() {
    on_both(async |server| {
        let server = server.alone().await;
        // A scheme of one unit is a scheme.
        let agent = server.person("agent").await;
        agent.post(path::ESTATES, &SpaceNew { id: ESTATE }).await.ok::<Membership>();
        agent.write_to(ESTATE, &[edit(0xa0, "scheme", &json!({"name": "Protea Mews"})), unit(UNIT, "1")]).await;
        let thandi = server.person("thandi").await.with_home().await;
        thandi.write_to(HOME, &furniture()).await;
        thandi.link_home(agent.owner_link().await, None).await;
        let bundle = RecordId(Uuid::from_u128(0xc3));
        let asked = [
            edit(0xc3, "bundle", &json!({"title": "Geysers", "units": [UNIT]})),
            edit(
                0xc5,
                "ask",
                &json!({"title": "Your certificate", "sort": "electrical", "units": [UNIT], "on": "2026-11-20"}),
            ),
        ];
        agent.write_to(ESTATE, &asked).await;
        assert!(!agent.told(&server).await.0.proofs.is_empty());
        thandi.delete(&path::home_estate(HOME)).await.done();
        assert!(view(&thandi, HOME).await.is_none());
        thandi.post(&path::joining(HOME), &BundleAnswer { bundle, joins: true }).await.refused(ErrorCode::NotFound);
        let (standing, inventory) = agent.told(&server).await;
        assert!(!standing.linked && standing.proofs.is_empty() && inventory.things.is_empty());
        let kept = agent.records(ESTATE).await.iter().filter(|record| record.kind == "ask").count();
        assert_eq!(kept, 1, "what was asked stands");
        thandi.link_home(agent.owner_link().await, None).await;
        agent.told(&server).await;
        let told = view(&thandi, HOME).await.expect("it is linked");
        assert_eq!(told.asks.iter().map(|one| one.stands).collect::<Vec<_>>(), [Some(Code::Fine)]);
        thandi.post(&path::joining(HOME), &BundleAnswer { bundle, joins: true }).await.done();
    })
    .await;
}
