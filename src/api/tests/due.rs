//! What falls due is kept as it follows from the records: whatever is written in whatever order, after a home was sold, erased or taken over from earlier rules.

use super::home::{HOME, accepted, edit};
use super::{Person, Server, on_both};
use crate::auth::Principal;
use crate::storage::Scope;
use crate::sweep::sweep;
use fastrand::Rng;
use model::access::Action;
use model::handover::Private;
use model::reminder::{Due, Settings, due, told};
use model::{Edit, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::handover::{Handover, HandoverNew, Handovers};
use wire::path;
use wire::push::Push;
use wire::space::{Membership, SpaceNew};

const OTHER: SpaceId = SpaceId(Uuid::from_u128(0x0d));
const DAY_MS: i64 = 86_400_000;

async fn scope(server: &Server, person: &Person, space: SpaceId) -> Scope {
    let now = server.app.clock.now();
    let principal = Principal { account: person.account, session: String::new(), stepped_up: now };
    server.app.storage.authorize(&principal, Action::Follow, space).await.expect("a member")
}

fn sorted(mut all: Vec<Due>) -> Vec<Due> {
    all.sort_by_key(|due| due.record);
    all
}

/// What is kept of a home, after it was found to be what its records say.
async fn kept(server: &Server, person: &Person, space: SpaceId) -> Vec<Due> {
    let scope = scope(server, person, space).await;
    let storage = &server.app.storage;
    let fresh = sorted(due(&storage.records(&scope).await.expect("records")));
    let home = storage.due(&[&scope], None).await.expect("an answer").pop().expect("for one home").expect("it is read");
    let kept = sorted(home.due);
    assert_eq!(kept, fresh);
    kept
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Any edit of a home, of few records, so that they name each other; many before what they name.
fn any_edit(rng: &mut Rng) -> Edit {
    let mut day = || format!("20{}-{:02}-{:02}", rng.u8(20..29), rng.u8(1..13), rng.u8(1..29));
    let (on, later) = (day(), day());
    let (system, task, entry) = (id(rng.u128(1..4)), id(rng.u128(100..106)), rng.u128(200..240));
    let (warranty, unit) = (id(rng.u128(300..304)), if rng.bool() { "h" } else { "kl" });
    let by = ["month", "week", "meter"][rng.usize(..3)];
    let recurrence = json!({"by": by, "every": rng.u32(1..14), "from": if rng.bool() { "done" } else { "plan" }, "unit": if by == "meter" { json!(unit) } else { Value::Null }});
    let deleted = if rng.u8(..5) == 0 { json!(true) } else { Value::Null };
    let named = |rng: &mut Rng, at: u128| if rng.u8(..3) == 0 { json!(id(at)) } else { Value::Null };
    let (completes, amends, other) = (named(rng, 100 + entry % 6), named(rng, 200 + (entry * 7) % 40), entry % 4);
    match rng.u8(..16) {
        0 | 1 => edit(
            rng.u128(1..4),
            "system",
            &json!({"name": "Geyser", "type": "geyser", "installed": on, "deleted": deleted}),
        ),
        2..=4 => {
            let systems = if rng.bool() { json!([system]) } else { Value::Null };
            let recurrence = if rng.bool() { recurrence } else { Value::Null };
            let meter = if rng.bool() { json!(system) } else { Value::Null };
            edit(
                rng.u128(100..106),
                "task",
                &json!({"title": format!("Task \"{entry}\""), "due": on, "systems": systems, "recurrence": recurrence, "meter": meter, "deleted": deleted}),
            )
        }
        5..=8 => edit(
            entry,
            "entry",
            &json!({"title": "Done", "type": "repair", "when": on, "completes": completes, "amends": amends, "due": if rng.bool() { json!(later) } else { Value::Null }}),
        ),
        9 => edit(rng.u128(400..420), "withdrawal", &json!({"of": id(entry), "reason": "Wrong"})),
        10 => edit(
            rng.u128(500..520),
            "deferral",
            &json!({"task": task, "due": on, "until": if rng.bool() { json!(later) } else { Value::Null }, "on": on, "reason": "Rain"}),
        ),
        11 => edit(
            rng.u128(600..640),
            "reading",
            &json!({"system": if rng.bool() { json!(system) } else { Value::Null }, "unit": unit, "on": on, "value_milli": rng.i64(0..90_000)}),
        ),
        12 => {
            let begins = ["stated", "installation", "occupation", "repair"][rng.usize(..4)];
            edit(
                300 + other,
                "warranty",
                &json!({"title": "Tank", "begins": begins, "starts": on, "months": rng.u8(1..90), "systems": [system], "repair": id(entry), "deleted": deleted}),
            )
        }
        13 => edit(
            rng.u128(320..330),
            "claim",
            &json!({"warranty": warranty, "title": "Leak", "asked": on, "outcome": "accepted", "decided": later, "effect": "extends", "months": 12}),
        ),
        14 => edit(
            rng.u128(700..720),
            "certificate",
            &json!({"type": if rng.bool() { "electrical" } else { "gas" }, "issued": on, "supplements": if rng.u8(..4) == 0 { json!(id(700)) } else { Value::Null }}),
        ),
        _ => edit(5, "property", &json!({"name": "Rose Cottage", "occupied": on})),
    }
}

#[tokio::test]
async fn what_is_kept_follows_from_whatever_was_written() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let (mut rng, mut taken_in, mut most) = (Rng::with_seed(14), 0, 0);
        for _ in 0..60 {
            let many = rng.usize(1..6);
            let mut edits: Vec<Edit> = (0..many).map(|_| any_edit(&mut rng)).collect();
            edits.iter_mut().for_each(|edit| edit.stamp.at_ms += rng.u64(..100));
            taken_in += accepted(&thandi.push(&edits).await).len();
            most = most.max(kept(&server, &thandi, HOME).await.len());
        }
        assert!(taken_in > 90 && most > 4, "{taken_in} edits, {most} things");
        // Who is told on which day follows from the same, whatever day it is.
        let scope = scope(&server, &thandi, HOME).await;
        for today in ["2024-02-29", "2026-11-21", "2028-01-01"].map(|day| day.parse().expect("a day")) {
            let until = Some(model::Date::plus_days(today, 370));
            let home = server.app.storage.due(&[&scope], until).await.expect("an answer").remove(0).expect("read");
            let fresh = due(&server.app.storage.records(&scope).await.expect("records"));
            let settings = Settings::default();
            assert_eq!(told(home.due, &settings, today, 7), told(fresh, &settings, today, 7), "{today}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_worked_out_by_other_rules_is_worked_out_anew() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut rng = Rng::with_seed(3);
        let edits: Vec<Edit> = (0..80).map(|_| any_edit(&mut rng)).collect();
        thandi.push(&edits).await;
        thandi.post(path::SPACES, &SpaceNew { id: OTHER }).await.ok::<Membership>();
        let task = edit(100, "task", &json!({"title": "Gutters", "due": "2026-12-01"}));
        thandi.post(&path::push(OTHER), &Push { edits: vec![task] }).await.ok::<wire::PushReply>();
        let before = kept(&server, &thandi, HOME).await;
        server.app.storage.age_due_for_test(HOME).await;
        let homes = [scope(&server, &thandi, HOME).await, scope(&server, &thandi, OTHER).await];
        let found = server.app.storage.due(&[&homes[0], &homes[1], &homes[0]], None).await.expect("an answer");
        let found: Vec<Vec<Due>> = found.into_iter().map(|home| sorted(home.expect("it is read").due)).collect();
        assert_eq!((&found[0], found[1].len(), &found[2]), (&before, 1, &before));
        // A push finds it so too.
        server.app.storage.age_due_for_test(HOME).await;
        thandi.push(&[edit(105, "task", &json!({"title": "Gutters", "due": "2026-12-01", "deleted": null}))]).await;
        assert!(!kept(&server, &thandi, HOME).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn it_goes_with_the_home_and_is_worked_out_anew_for_who_bought_it() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut rng = Rng::with_seed(9);
        let edits: Vec<Edit> = (0..80).map(|_| any_edit(&mut rng)).collect();
        thandi.push(&edits).await;
        let ben = server.person("ben").await;
        let offer =
            HandoverNew { email: "ben@example.org".into(), private: Private::ALL.into(), message: String::new() };
        thandi.post(&path::handover_offer(HOME), &offer).await.ok::<Handover>();
        let offered = ben.get(path::HANDOVERS).await.ok::<Handovers>().handovers;
        ben.post(&path::handover_accept(&offered[0].id), &Value::Null).await.ok::<Handover>();
        server.app.clock.advance_ms(3 * DAY_MS);
        sweep(&server.app).await.expect("swept");
        assert!(!kept(&server, &ben, HOME).await.is_empty());
        let dump = server.app.storage.dump_for_test().await;
        assert!(["dues.due", "due_grounds.record", "due_homes.rules"].iter().all(|column| dump.contains(column)));
        server.person_again(&ben).await.delete(&path::space(HOME)).await.done();
        let dump = server.app.storage.dump_for_test().await;
        assert!(!dump.contains("due_grounds.") && !dump.contains("dues.") && !dump.contains("due_homes."));
    })
    .await;
}
