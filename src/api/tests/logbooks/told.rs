//! What a scheme is told, and when.

use super::*;
use model::basis::Purpose;
use model::certificate::CertificateType;
use model::estate::grid::Mark;
use model::estate::matrix::Code;
use model::scheme::Tally;

fn electrical(standing: &UnitStanding) -> Option<Code> {
    let own = |one: &&model::scheme::Proof| (one.sort, one.purpose) == (CertificateType::Electrical, Purpose::Safety);
    standing.proofs.iter().find(own).map(|one| one.code)
}

#[tokio::test]
async fn a_scheme_is_told_what_the_owner_shows_and_nothing_else() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        let (dark, _) = agent.told(&server).await;
        assert!(!dark.linked && dark.cells.iter().all(|spot| spot.mark == Mark::NotShared));
        let linked = thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!((linked.space, linked.role), (HOME, Role::Owner));
        let (standing, inventory) = agent.told(&server).await;
        assert!(standing.linked && !standing.held);
        assert_eq!(standing.hidden, [Hidden::Faults, Hidden::Care]);
        assert_eq!(electrical(&standing), Some(Code::Fine));
        assert_eq!(inventory.things.len(), 2);
        let page = agent.get(&path::pull(ESTATE)).await;
        let changes = agent.get(&path::changes(ESTATE)).await;
        for body in [page.body, changes.body] {
            let text = String::from_utf8_lossy(&body);
            for hidden in ["hidden-note", "hidden-name", "1234567", &HOME.to_string()] {
                assert!(!text.contains(hidden), "{hidden}");
            }
        }
        agent.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        let gone = edit(
            9,
            "entry",
            &json!({"type": "installation", "title": "New board", "when": "2026-11-01",
            "systems": [RecordId(Uuid::from_u128(2))]}),
        );
        thandi.write_to(HOME, &[gone]).await;
        let (standing, _) = agent.told(&server).await;
        assert_eq!(electrical(&standing), Some(Code::AlteredSince));
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_where_nothing_changed_and_only_the_server_writes_it() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, None).await;
        agent.told(&server).await;
        let head = agent.get(&path::pull(ESTATE)).await.ok::<Page>().head;
        thandi.write_to(HOME, &[zone(70, "Attic")]).await;
        agent.told(&server).await;
        server.app.clock.advance_ms(1_000);
        agent.told(&server).await;
        assert_eq!(agent.get(&path::pull(ESTATE)).await.ok::<Page>().head, head);
        let standing = agent.records(ESTATE).await.into_iter().find(|one| one.kind == "standing").expect("it is told");
        for id in [standing.id.0.as_u128(), 0xff] {
            let forged = edit(id, "standing", &json!({"unit": UNIT, "on": "2026-11-21"}));
            let reply: PushReply = agent.post(&path::push(ESTATE), &Push { edits: vec![forged] }).await.ok();
            assert!(matches!(reply.answers[0].outcome, Outcome::Refused { code: ErrorCode::Forbidden, .. }));
        }
    })
    .await;
}

#[tokio::test]
async fn when_the_day_turns_units_are_looked_at_again_and_the_score_is_noted() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        thandi.link_home(agent.owner_link().await, Some(Hidden::ALL)).await;
        let task = edit(
            8,
            "task",
            &json!({"title": "Service", "due": "2026-11-22", "systems": [RecordId(Uuid::from_u128(1))]}),
        );
        thandi.write_to(HOME, &[task]).await;
        assert_eq!(agent.told(&server).await.0.care.bad, 0);
        let tallies = async || -> Vec<Tally> {
            let records = agent.records(ESTATE).await;
            living::<Tally>(&records).into_iter().map(|one| one.letter).collect()
        };
        let first = tallies().await;
        assert_eq!(first.iter().map(|one| (one.units, one.fine)).collect::<Vec<_>>(), [(2, 1)]);
        server.app.clock.advance_ms(2 * 86_400_000);
        assert_eq!(agent.told(&server).await.0.care.bad, 1);
        let later = tallies().await;
        assert_eq!((later.len(), later[0].on > first[0].on), (1, true), "one of a month, and the last stands");
        server.app.clock.advance_ms(10 * 86_400_000);
        agent.told(&server).await;
        assert_eq!(tallies().await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn where_systems_stand_and_which_are_one_is_the_schemes_to_say() {
    on_both(async |server| {
        let server = server.alone().await;
        let (agent, thandi) = scene(&server).await;
        let geyser = |home: u128| RecordId(Uuid::from_u128(home));
        agent.hold_unit(vec![edit(0x51, "system", &json!({"name": "Geyser", "type": "geyser"}))]).await;
        thandi.link_home(agent.owner_link().await, None).await;
        assert_eq!(agent.told(&server).await.1.things.len(), 3);
        let twin = edit(0xb1, "twin", &json!({"unit": UNIT, "held": geyser(0x51), "own": geyser(1)}));
        let siting = edit(0xb2, "siting", &json!({"unit": UNIT, "system": geyser(1), "standing": "common"}));
        agent.write_to(ESTATE, &[twin, siting]).await;
        let (standing, inventory) = agent.told(&server).await;
        assert!(standing.held && standing.linked);
        assert_eq!((inventory.things.len(), standing.common.whole > 0), (2, true));
        agent.write_to(ESTATE, &[edit(0xb1, "twin", &json!({"deleted": true}))]).await;
        assert_eq!(agent.told(&server).await.1.things.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_open_dashboard_has_a_change_within_a_second() {
    let server = Server::on_sqlite().await;
    let (agent, thandi) = scene(&server).await;
    thandi.link_home(agent.owner_link().await, None).await;
    let seen = async |code: Code| {
        for _ in 0..100 {
            let records = agent.records(ESTATE).await;
            let standing = living::<UnitStanding>(&records).into_iter().find(|one| one.letter.unit == Some(UNIT));
            if standing.is_some_and(|one| electrical(&one.letter) == Some(code)) {
                return true;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        false
    };
    assert!(seen(Code::Fine).await);
    let gone = edit(9, "withdrawal", &json!({"of": RecordId(Uuid::from_u128(3)), "reason": "It was another home’s"}));
    thandi.write_to(HOME, &[gone]).await;
    assert!(seen(Code::NoneFound).await, "within a second");
}
