//! `/api/handovers`: a home changes hands in two steps and a wait, whole but for what stays private, and nobody keeps a way in.

use super::home::{HOME, edit, zone};
use super::live::Events;
use super::{Person, Server, on_both};
use crate::app::App;
use crate::handover::settle;
use crate::sweep::sweep;
use axum::http::StatusCode;
use model::access::Role;
use model::grant::{Grant, Purpose};
use model::handover::{Private, Side, State};
use model::{AccountId, FileHash, RecordId, ShareId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;
use wire::handover::{Handover, HandoverNew, Handovers};
use wire::live::Live;
use wire::share::{Open, ShareMade, ShareNew, Shares};
use wire::space::{Accept, Changes, History, Invitation, Invite, Members, Membership};
use wire::{ErrorCode, path};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
const LINK: ShareId = ShareId(Uuid::from_u128(0x99));
const AUTH: FileHash = FileHash([9; 32]);

const INVOICE: &[u8] = b"%PDF-1.7 canary cost paper";
const PLATE: &[u8] = b"\xff\xd8\xff\xe0 a plate";

impl Person {
    /// What it takes part in, the latest first.
    async fn handovers(&self) -> Vec<Handover> {
        self.get(path::HANDOVERS).await.ok::<Handovers>().handovers
    }

    /// Offers [`HOME`] to an address.
    async fn offer(&self, email: &str, private: &[Private]) -> super::Answer {
        let new = HandoverNew { email: email.into(), private: private.into(), message: "Look after the roses".into() };
        self.post(&path::handover_offer(HOME), &new).await
    }

    async fn accept_home(&self, handover: &Handover) -> super::Answer {
        self.post(&path::handover_accept(&handover.id), &Value::Null).await
    }

    async fn stop(&self, handover: &Handover) -> super::Answer {
        self.post(&path::handover_stop(&handover.id), &Value::Null).await
    }
}

fn file(content: &[u8], name: &str) -> Value {
    let media = if content.starts_with(b"%PDF") { "application/pdf" } else { "image/jpeg" };
    json!({"hash": FileHash::of(content), "name": name, "media": media, "size": content.len(), "caption": "canary note below"})
}

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// The owner of a home in which every private class has its canaries, some of them in its past only.
async fn owner(server: &Server) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    for content in [INVOICE, PLATE] {
        thandi.upload(content).await.ok::<Value>();
    }
    let money = |cents: i64| json!({"cents": cents, "currency": "ZAR"});
    let past = json!({"record": rid(2), "rev": 1, "by": AccountId(Uuid::from_u128(7)), "name": "canary name@example.org", "fields": {"notes": "canary note of old", "title": "Fitted"}});
    thandi
        .push(&[
            edit(1, "property", &json!({"name": "Rose Cottage", "notes": "canary note on the alarm"})),
            edit(2, "entry", &json!({"title": "Geyser fitted", "when": "2024", "done_by": "canary name of a cousin", "cost": money(9_876_543), "documents": [rid(4), rid(5)], "contact": rid(7), "notes": "canary note on it"})),
            edit(3, "system", &json!({"name": "Geyser", "price": money(9_876_544), "files": [file(PLATE, "canary name.jpg")]})),
            edit(4, "document", &json!({"title": "canary cost in all", "type": "invoice", "file": file(INVOICE, "canary cost.pdf")})),
            edit(5, "document", &json!({"title": "Manual", "type": "manual", "file": file(PLATE, "manual.jpg"), "facts": [{"name": "paid", "value": "canary cost R 7"}]})),
            edit(6, "contact", &json!({"name": "Sipho Plumbing", "role": "tradesperson", "phone": "021 555 0100", "person": "canary name of Sipho"})),
            edit(7, "contact", &json!({"name": "canary name of a neighbour", "role": "other"})),
            zone(8, "Roof"),
            edit(9, "past", &json!({"part": 0, "text": format!("{past}\n")})),
        ])
        .await;
    thandi.push(&[edit(3, "system", &json!({"price": money(9_876_545), "notes": "canary note"}))]).await;
    thandi.push(&[edit(3, "system", &json!({"price": null, "notes": null}))]).await;
    thandi
}

/// An owner, and a buyer whom the home was offered.
async fn offered(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben) = (owner(server).await, server.person("ben").await);
    let offered: Handover = thandi.offer("ben@example.org", private).await.ok();
    (thandi, ben, offered)
}

/// The same, and the buyer has accepted.
async fn accepted(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben, offered) = offered(server, private).await;
    let accepted: Handover = ben.accept_home(&offered).await.ok();
    (thandi, ben, accepted)
}

/// The same, and its time has come.
async fn done(server: &Server, private: &[Private]) -> (Person, Person, Handover) {
    let (thandi, ben, handover) = accepted(server, private).await;
    server.app.clock.advance_ms(72 * HOUR_MS);
    sweep(&server.app).await.expect("swept");
    (thandi, ben, handover)
}

fn mails_to<'m>(mails: &'m [String], name: &str) -> Vec<&'m String> {
    mails.iter().filter(|mail| mail.starts_with(&format!("To: {name}@example.org\n"))).collect()
}

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

/// The log without what a redaction may change: numbers, kinds, and the names of fields that have a hash.
async fn skeleton(app: &App) -> Vec<(i64, String, Vec<String>)> {
    let names =
        |hashes: &str| serde_json::from_str::<BTreeMap<String, Value>>(hashes).expect("hashes").into_keys().collect();
    let log = app.storage.log_for_test(HOME).await;
    log.into_iter().map(|row| (row.seq, row.kind, names(&row.hashes))).collect()
}

#[tokio::test]
async fn what_stays_private_is_nowhere_and_everything_else_is_as_it_was() {
    let rows: [(&[Private], &[&str]); 4] = [
        (&[Private::Costs], &["canary cost", "9876543", "9876544", "9876545"]),
        (&[Private::Names], &["canary name", "name@example"]),
        (&[Private::Messages], &["canary note"]),
        (Private::ALL, &["canary", "9876543", "9876544", "9876545"]),
    ];
    for (private, gone) in rows {
        on_both(async |server| {
            let (thandi, ben, _) = accepted(&server, private).await;
            let before = skeleton(&server.app).await;
            let total = thandi.pull("").await.total;
            server.app.clock.advance_ms(72 * HOUR_MS);
            sweep(&server.app).await.expect("swept");
            let log = server.app.storage.log_for_test(HOME).await;
            let after = skeleton(&server.app).await;
            assert_eq!(after[..before.len()], before, "numbers, kinds and hashes are whole");
            assert_eq!(after.len(), before.len() + 1);
            let page = ben.get(&format!("{}?after=0", path::pull(HOME))).await;
            let changes = ben.get(&path::changes(HOME)).await;
            let report: Vec<String> = log.iter().filter_map(|row| row.contents.clone()).collect();
            let told = [String::from_utf8_lossy(&page.body), String::from_utf8_lossy(&changes.body)].concat();
            for word in gone {
                assert!(!told.contains(word), "{private:?} {word}: {told}");
                assert!(!report.concat().contains(word), "{private:?} {word}");
                server.assert_nowhere(word);
            }
            for kept in ["Rose Cottage", "Geyser fitted", "Sipho Plumbing", "021 555 0100", "Manual", "Roof"] {
                assert!(told.contains(kept), "{private:?} {kept}: {told}");
            }
            let page: wire::Page = page.ok();
            let hidden = u64::from(private.contains(&Private::Costs)) + u64::from(private.contains(&Private::Names));
            assert_eq!(page.total, total - hidden + 1);
            assert_eq!(page.total, page.records.len() as u64);
            changes.ok::<Changes>();
            let invoice = ben.get(&path::file(HOME, FileHash::of(INVOICE))).await;
            let has_costs = !private.contains(&Private::Costs);
            assert_eq!(invoice.status.is_success(), has_costs, "{private:?}");
            assert_eq!(server.app.blobs.content(HOME, FileHash::of(INVOICE)).await.is_ok(), has_costs);
            assert_eq!(ben.get(&path::file(HOME, FileHash::of(PLATE))).await.body, PLATE);
            // A record that went as a whole has no history, and one that stayed has all of it.
            let history = ben.get(&path::history(HOME, rid(4))).await;
            assert_eq!(history.status.is_success(), has_costs);
            let geyser: History = ben.get(&path::history(HOME, rid(3))).await.ok();
            assert_eq!(geyser.revisions.iter().map(|one| one.rev).collect::<Vec<_>>(), [3, 10, 11]);
            let named = !private.contains(&Private::Names);
            assert!(geyser.revisions.iter().all(|one| one.email.is_some() == named), "{geyser:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn what_was_handed_over_is_whole_to_the_eye_of_a_backup() {
    let server = Server::on_sqlite_with_files().await;
    done(&server, Private::ALL).await;
    server.app.close().await;
    let crate::config::Database::Sqlite(database) = &server.app.config.database else { panic!("it is SQLite") };
    let findings = crate::storage::check(database).await.expect("looked at");
    assert_eq!((findings.wrong.as_slice(), findings.revisions), ([].as_slice(), 12));
}

fn new_link(id: ShareId) -> ShareNew {
    ShareNew {
        id,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Insurer,
        name: "canary of an insurer".into(),
        grant: Grant::of(Purpose::Insurer),
        days: 30,
        passcode: false,
        snapshot: false,
        opens_max: None,
    }
}

#[tokio::test]
async fn links_visits_invitations_and_streams_end_with_it() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, &[]).await;
        let co = server.person("co").await.member(&server, Role::CoOwner).await;
        server.app.clock.advance_ms(72 * HOUR_MS - 60_000);
        let thandi = server.person_again(&thandi).await;
        thandi.post(&path::shares(HOME), &new_link(LINK)).await.ok::<ShareMade>();
        let invite = Invite { email: "new@example.org".into(), role: Role::Viewer };
        let invitation: Invitation = thandi.post(&path::invitations(HOME), &invite).await.ok();
        let mut visitor = server.stranger();
        let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
        let answer = visitor.post(&path::visit_open(LINK), &open).await;
        visitor.take_cookies(&answer);
        assert!(visitor.get(&path::visit(LINK)).await.status.is_success());
        let mut events = Events::open(&co).await;
        assert_eq!(events.next().await, Some(Live { space: HOME, head: 11, scope: Some(2) }));
        let mut own = Events::open(&ben).await;

        server.app.clock.advance_ms(60_000);
        let outcome = ben.handovers().await[0].outcome.expect("it is done");
        assert_eq!((outcome.links, outcome.members, outcome.invitations), (1, 2, 1));
        assert_eq!(events.next().await, Some(Live { space: HOME, head: 11, scope: None }));
        let woken = own.next().await.expect("the buyer's devices are woken");
        assert_eq!((woken.space, woken.head), (HOME, 12));
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
        server.stranger().post(&path::visit_open(LINK), &open).await.refused(ErrorCode::Gone);
        let token = invitation.link.expect("the link").split_once('#').expect("a secret").1.to_owned();
        server.person("new").await.post(path::ACCEPT, &Accept { token }).await.refused(ErrorCode::Gone);
        for (person, code) in [(&thandi, ErrorCode::NotFound), (&co, ErrorCode::NotFound)] {
            for path in [path::pull(HOME), path::members(HOME), path::shares(HOME)] {
                person.get(&path).await.refused(code);
            }
        }
        // Whom it was shared with is the seller's matter.
        assert_eq!(ben.get(&path::shares(HOME)).await.ok::<Shares>().shares, []);
        server.assert_nowhere("canary of an insurer");
        let mails = server.mails();
        let to_co = mails_to(&mails, "co");
        assert!(to_co.last().is_some_and(|mail| mail.contains("Your access to its logbook has ended")), "{mails:#?}");
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
async fn what_the_sellers_device_still_holds_is_refused_and_none_of_it_gets_in() {
    on_both(async |server| {
        let (thandi, ben, _) = done(&server, &[Private::Costs]).await;
        let late = wire::Push { edits: vec![edit(3, "system", &json!({"notes": "written at sea"})), zone(50, "Late")] };
        thandi.post(&path::push(HOME), &late).await.refused(ErrorCode::NotFound);
        let page = ben.pull("?after=0").await;
        assert_eq!(page.head, 12);
        assert!(!serde_json::to_string(&page).expect("a page").contains("written at sea"));
    })
    .await;
}

#[tokio::test]
async fn a_tenant_who_buys_begins_anew_and_keeps_their_name() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let ben = server.person("ben").await;
        let token = thandi.invite("ben@example.org", Role::Tenant).await.link.expect("the link");
        let token = token.split_once('#').expect("a secret").1.to_owned();
        ben.post(path::ACCEPT, &Accept { token }).await.ok::<Membership>();
        ben.push(&[edit(60, "entry", &json!({"title": "Bulb changed", "when": "2026", "notes": "canary note"}))]).await;
        let before: Vec<Membership> = ben.get(path::SPACES).await.ok();
        let handover: Handover = thandi.offer("ben@example.org", &[Private::Names, Private::Messages]).await.ok();
        ben.accept_home(&handover).await.ok::<Handover>();
        server.app.clock.advance_ms(72 * HOUR_MS);
        settle(&server.app).await.expect("settled");
        let after: Vec<Membership> = ben.get(path::SPACES).await.ok();
        assert!(after[0].scope > before[0].scope && after[0].role == Role::Owner, "{after:?}");
        assert!(!String::from_utf8_lossy(&ben.get(&path::pull(HOME)).await.body).contains("canary note"));
        let author = async |record| {
            let history: History = ben.get(&path::history(HOME, rid(record))).await.ok();
            history.revisions[0].email.clone()
        };
        assert_eq!((author(60).await.as_deref(), author(8).await), (Some("ben@example.org"), None));
        assert_eq!(ben.get(&path::members(HOME)).await.ok::<Members>().members.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn however_many_see_that_it_is_due_it_is_done_once() {
    on_both(async |server| {
        let (_, ben, _) = accepted(&server, &[Private::Costs]).await;
        let other =
            App::open(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server opens");
        server.app.clock.advance_ms(72 * HOUR_MS);
        let all = [&server.app, &other, &server.app, &other].map(settle);
        for settled in futures_util::future::join_all(all).await {
            settled.expect("settled");
        }
        assert_eq!(ben.pull("?after=0").await.head, 12, "one entry tells of it");
        let mails = server.mails();
        let yours = mails_to(&mails, "ben").iter().filter(|mail| mail.contains("is yours")).count();
        assert_eq!(yours, 1, "{mails:#?}");
        other.close().await;
    })
    .await;
}

#[tokio::test]
async fn what_fails_in_the_middle_leaves_everything_as_it_was_and_is_done_later() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, Private::ALL).await;
        thandi.post(&path::shares(HOME), &new_link(LINK)).await.ok::<ShareMade>();
        let before = thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body;
        server.app.storage.block_next_for_test(HOME, true).await;
        server.app.clock.advance_ms(72 * HOUR_MS);
        settle(&server.app).await.expect("the others are settled");
        assert_eq!(ben.handovers().await[0].state, State::Accepted);
        ben.get(&path::pull(HOME)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&format!("{}?after=0", path::pull(HOME))).await.body, before);
        assert_eq!(thandi.get(&path::shares(HOME)).await.ok::<Shares>().shares[0].revoked, None);
        server.app.storage.block_next_for_test(HOME, false).await;
        assert_eq!(ben.handovers().await[0].state, State::Done);
        server.assert_nowhere("canary");
    })
    .await;
}

#[tokio::test]
async fn it_stops_with_the_account_of_either_side_and_with_the_home() {
    on_both(async |server| {
        let (thandi, ben, _) = accepted(&server, &[]).await;
        thandi.delete(path::ME).await.done();
        let seen = ben.handovers().await.remove(0);
        assert_eq!((seen.state, seen.stopped_by, seen.seller.as_str()), (State::Stopped, Some(Side::Seller), ""));
        assert_eq!(seen.home, "", "the home was erased with its owner");
        let mails = server.mails();
        assert!(mails_to(&mails, "ben").last().is_some_and(|mail| mail.contains("was stopped")), "{mails:#?}");
        server.assert_nowhere("Rose Cottage");
        server.assert_nowhere("thandi@example.org");
    })
    .await;
    for is_accepted in [false, true] {
        on_both(async |server| {
            let (thandi, ben, handover) = offered(&server, &[]).await;
            if is_accepted {
                ben.accept_home(&handover).await.ok::<Handover>();
            }
            ben.delete(path::ME).await.done();
            let seen = thandi.handovers().await.remove(0);
            assert_eq!((seen.state, seen.stopped_by, seen.buyer.as_str()), (State::Stopped, Some(Side::Buyer), ""));
            server.app.clock.advance_ms(4 * DAY_MS);
            sweep(&server.app).await.expect("swept");
            assert_eq!(thandi.pull("").await.records.len(), 9);
            server.assert_nowhere("ben@example.org");
        })
        .await;
    }
    on_both(async |server| {
        let (thandi, ben, handover) = accepted(&server, &[]).await;
        thandi.delete(&path::space(HOME)).await.done();
        assert_eq!(ben.handovers().await[0].state, State::Stopped);
        ben.accept_home(&handover).await.refused(ErrorCode::Gone);
        server.assert_nowhere("Rose Cottage");
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
    assert_eq!((handover.state, handover.space), (State::Done, Some(HOME)));
    assert_eq!(ben.pull("").await.head, 12);
}
