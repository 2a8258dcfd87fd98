//! What is sent by a link: taken in, looked at, made a record or declined; and that a visitor learns and changes nothing beyond it.

use super::home::{HOME, edit};
use super::{Answer, Person, Server, on_both};
use axum::http::{Method, header};
use model::access::Role;
use model::contribution::{Sort, State};
use model::grant::{Grant, Purpose, Tick, Verb};
use model::via::Via;
use model::{Body, ContributionId, FileHash, Record, RecordId, ShareId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::contribution::{Contribution, ContributionNew, Contributions, Sent, Verdict};
use wire::file::{Chunk, Received};
use wire::share::{Open, ShareMade, ShareNew, Sights, Visit};
use wire::space::SpaceNew;
use wire::{ErrorCode, path};

const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);
const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a new valve";

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn cid(number: u128) -> ContributionId {
    ContributionId(Uuid::from_u128(number))
}

/// An owner with a geyser and a pool, who gave the geyser to somebody.
async fn owner(server: &Server, verbs: &[Verb], unseen: bool) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    thandi
        .push(&[
            edit(1, "system", &json!({"name": "Geyser"})),
            edit(2, "system", &json!({"name": "Pool pump"})),
            edit(3, "entry", &json!({"title": "Geyser serviced", "when": "2026-03", "systems": [rid(1)]})),
        ])
        .await;
    let grant = Grant { systems: vec![rid(1)], verbs: verbs.to_vec(), ..Grant::of(Purpose::Trade) };
    let new = ShareNew {
        id: LINK,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Trade,
        name: "Geyser job".into(),
        grant,
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen,
    };
    thandi.post(&path::shares(HOME), &new).await.ok::<ShareMade>();
    thandi
}

async fn visitor(server: &Server) -> Person {
    let mut visitor = server.stranger();
    let open = Open { auth: AUTH, passcode: None, device: "A phone".into() };
    let answer = visitor.post(&path::visit_open(LINK), &open).await;
    answer.done();
    visitor.take_cookies(&answer);
    visitor
}

async fn put(person: &Person, address: &str, content: &[u8]) -> Answer {
    let chunk = Chunk { offset: 0, size: content.len() as u64 };
    let put = person.request(Method::PUT, &format!("{address}{}", chunk.query()));
    person.send(put.header(header::CONTENT_TYPE, "application/octet-stream"), content.to_vec().into()).await
}

fn file(content: &[u8]) -> Value {
    json!({"hash": FileHash::of(content), "name": "valve.jpg", "media": "image/jpeg", "size": content.len()})
}

fn entry() -> Value {
    json!({
        "type": "repair", "title": "Valve replaced", "when": "2026-11-21", "systems": [rid(1)],
        "parts": [{"name": "Valve", "quantity": 1, "number": "V-22"}], "cost": {"cents": 185_000, "currency": "ZAR"},
    })
}

fn new(id: u128, sort: Sort, fields: &Value) -> ContributionNew {
    let fields = Body::from_text(fields.to_string()).expect("JSON");
    ContributionNew { id: cid(id), sort, name: "Sipho".into(), firm: "Dlamini Plumbing".into(), fields }
}

async fn send(person: &Person, new: &ContributionNew) -> Answer {
    person.post(&path::visit_contributions(LINK), new).await
}

async fn decide(person: &Person, id: u128, accept: bool) -> Answer {
    person.change(&path::contribution(HOME, cid(id)), &Verdict { accept }).await
}

async fn waiting(person: &Person) -> Vec<Contribution> {
    let all: Contributions = person.get(&path::contributions(HOME)).await.ok();
    all.contributions.into_iter().filter(|one| one.state == State::Waiting).collect()
}

async fn record(person: &Person, id: RecordId) -> Record {
    person.pull("").await.records.into_iter().find(|record| record.id == id).expect("it is in the logbook")
}

#[tokio::test]
async fn an_entry_with_a_photo_waits_and_becomes_a_record_when_it_is_accepted() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Contribute], false).await;
        let sipho = visitor(&server).await;
        let hash = FileHash::of(PHOTO);
        let mut fields = entry();
        fields["files"] = json!([file(PHOTO)]);
        // A file that has not come is missing.
        let refused = send(&sipho, &new(1, Sort::Entry, &fields)).await.refused(ErrorCode::Invalid);
        assert_eq!(refused.faults[0].field, "files");
        put(&sipho, &path::visit_file(LINK, hash), PHOTO).await.ok::<Received>();
        let received: Received = sipho.get(&path::visit_received(LINK, hash)).await.ok();
        assert!(received.complete);
        let sent: Sent = send(&sipho, &new(1, Sort::Entry, &fields)).await.ok();
        assert_eq!((sent.state, sent.title.as_str()), (State::Waiting, "Valve replaced"));
        // Sent again, after an answer that was lost, it is the same.
        assert_eq!(send(&sipho, &new(1, Sort::Entry, &fields)).await.ok::<Sent>(), sent);
        assert_eq!(sipho.get(&path::visit(LINK)).await.ok::<Visit>().sent, [sent]);
        assert_eq!(thandi.pull("").await.records.len(), 3, "nothing is in the logbook yet");

        let [one] = &waiting(&thandi).await[..] else { panic!("one waits") };
        assert_eq!(
            (one.link.as_str(), one.name.as_str(), one.firm.as_str()),
            ("Geyser job", "Sipho", "Dlamini Plumbing")
        );
        assert_eq!(thandi.get(&path::contribution_file(HOME, cid(1), hash)).await.body, PHOTO);
        // The home itself has no such file, and nobody else's contribution has.
        thandi.get(&path::file(HOME, hash)).await.refused(ErrorCode::NotFound);
        thandi.get(&path::contribution_file(HOME, cid(2), hash)).await.refused(ErrorCode::NotFound);

        let decided: Contribution = decide(&thandi, 1, true).await.ok();
        assert_eq!((decided.state, &decided.fields), (State::Accepted, &None));
        let made = record(&thandi, decided.record.expect("a record")).await;
        assert_eq!((made.kind.as_str(), made.by), ("entry", Some(thandi.account)));
        let fields = made.body.open();
        assert_eq!(fields["done_by"], "Dlamini Plumbing, Sipho");
        let via = Via::of(&made.body).expect("it says by whom");
        assert_eq!((via.share, via.link.as_str(), via.name.as_str()), (LINK, "Geyser job", "Sipho"));
        assert_eq!(thandi.get(&path::file(HOME, hash)).await.body, PHOTO);
        // Deciding again changes nothing; deciding otherwise is too late.
        decide(&thandi, 1, true).await.ok::<Contribution>();
        decide(&thandi, 1, false).await.refused(ErrorCode::Conflict);
        assert_eq!(thandi.pull("").await.records.len(), 4);
        // The visitor is told, sees what they gave, and not who contributed what.
        let visit: Visit = sipho.get(&path::visit(LINK)).await.ok();
        assert_eq!(visit.sent[0].state, State::Accepted);
        let theirs = visit.records.iter().find(|record| record.id == made.id).expect("it concerns the geyser");
        assert!(!theirs.body.text().contains("via") && !theirs.body.text().contains("Sipho"));
        let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
        assert!(log.sights.iter().any(|sight| sight.what == model::grant::Seen::Sent));
    })
    .await;
}

#[tokio::test]
async fn what_is_declined_leaves_nothing() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Contribute], false).await;
        let sipho = visitor(&server).await;
        put(&sipho, &path::visit_file(LINK, FileHash::of(PHOTO)), PHOTO).await.ok::<Received>();
        let mut fields = entry();
        fields["files"] = json!([file(PHOTO)]);
        send(&sipho, &new(1, Sort::Entry, &fields)).await.ok::<Sent>();
        let decided: Contribution = decide(&thandi, 1, false).await.ok();
        assert_eq!((decided.state, decided.fields, decided.record), (State::Declined, None, None));
        decide(&thandi, 1, true).await.refused(ErrorCode::Conflict);
        assert_eq!(thandi.pull("").await.records.len(), 3);
        thandi.get(&path::contribution_file(HOME, cid(1), FileHash::of(PHOTO))).await.refused(ErrorCode::NotFound);
        let received: Received = sipho.get(&path::visit_received(LINK, FileHash::of(PHOTO))).await.ok();
        assert_eq!((received.bytes, received.complete), (0, false));
        let visit: Visit = sipho.get(&path::visit(LINK)).await.ok();
        assert_eq!((visit.sent[0].state, visit.sent[0].title.as_str()), (State::Declined, ""));
    })
    .await;
}

#[tokio::test]
async fn where_the_owner_chose_so_it_is_in_the_logbook_at_once() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Contribute, Verb::Join], true).await;
        let sipho = visitor(&server).await;
        let sent: Sent = send(&sipho, &new(1, Sort::Entry, &entry())).await.ok();
        assert_eq!(sent.state, State::Accepted);
        assert_eq!(thandi.pull("").await.records.len(), 4);
        // Who becomes a member is never decided without a member.
        let wish = new(2, Sort::Membership, &json!({"email": "sipho@example.org"}));
        assert_eq!(send(&sipho, &wish).await.ok::<Sent>().state, State::Waiting);
        assert!(server.mails().iter().all(|mail| !mail.contains("To: sipho@example.org")));
    })
    .await;
}

#[tokio::test]
async fn a_comment_and_a_countersignature_say_who_and_when() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Comment, Verb::Countersign], false).await;
        let naidoo = visitor(&server).await;
        let comment = json!({"type": "comment", "about": rid(1), "text": "It drips", "name": "The owner"});
        let signature = json!({"type": "countersignature", "about": rid(3)});
        for (number, fields) in [(1, comment), (2, signature)] {
            send(&naidoo, &new(number, Sort::Remark, &fields)).await.ok::<Sent>();
            let decided: Contribution = decide(&thandi, number, true).await.ok();
            let made = record(&thandi, decided.record.expect("a record")).await;
            let fields = made.body.open();
            assert_eq!(
                (made.kind.as_str(), &fields["name"], &fields["on"]),
                ("remark", &json!("Sipho"), &json!("2026-11-21"))
            );
        }
        // A system can change after it was signed.
        let signature = json!({"type": "countersignature", "about": rid(1)});
        let refused = send(&naidoo, &new(3, Sort::Remark, &signature)).await.refused(ErrorCode::Invalid);
        assert_eq!(refused.faults[0].field, "about");
        // What the link does not allow is refused, whatever it says.
        send(&naidoo, &new(4, Sort::Entry, &entry())).await.refused(ErrorCode::Forbidden);
        put(&naidoo, &path::visit_file(LINK, FileHash::of(PHOTO)), PHOTO).await.refused(ErrorCode::Forbidden);
        naidoo.get(&path::visit_received(LINK, FileHash::of(PHOTO))).await.refused(ErrorCode::Forbidden);
    })
    .await;
}

#[tokio::test]
async fn what_a_visitor_does_not_see_they_cannot_name() {
    on_both(async |server| {
        let thandi = owner(&server, Verb::ALL, false).await;
        let other = server.person("other").await;
        let sipho = visitor(&server).await;
        // The pool is in the home and not given; the other is nowhere. Both are refused in the same words.
        let mut told = Vec::new();
        for (number, system) in [(1, rid(2)), (2, rid(0xdead))] {
            let mut fields = entry();
            fields["systems"] = json!([system]);
            told.push(send(&sipho, &new(number, Sort::Entry, &fields)).await);
        }
        assert_eq!((told[0].status, &told[0].body), (told[1].status, &told[1].body));
        for (number, field) in [(3, "amends"), (4, "via"), (5, "source"), (6, "moved_from")] {
            let mut fields = entry();
            fields[field] = json!(rid(3));
            send(&sipho, &new(number, Sort::Entry, &fields)).await.refused(ErrorCode::Invalid);
        }
        assert!(waiting(&thandi).await.is_empty());
        // A file of the home is not told from one that is nowhere.
        put(&thandi, &path::file(HOME, FileHash::of(PHOTO)), PHOTO).await.ok::<Received>();
        let received: Received = sipho.get(&path::visit_received(LINK, FileHash::of(PHOTO))).await.ok();
        assert_eq!((received.bytes, received.complete), (0, false));
        // Whoever knows a link cannot take the place into an account where its files wait.
        put(&sipho, &path::visit_file(LINK, FileHash::of(PHOTO)), PHOTO).await.ok::<Received>();
        other.post(path::SPACES, &SpaceNew { id: model::SpaceId(LINK.0) }).await.ok::<Value>();
        let stolen = path::file(model::SpaceId(LINK.0), FileHash::of(PHOTO));
        other.get(&stolen).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn only_who_may_write_decides_and_ended_links_send_nothing() {
    on_both(async |server| {
        let thandi = owner(&server, Verb::ALL, false).await;
        let tenant = server.person("tenant").await.member(&server, Role::Tenant).await;
        let stranger = server.person("stranger").await;
        let sipho = visitor(&server).await;
        send(&sipho, &new(1, Sort::Entry, &entry())).await.ok::<Sent>();
        decide(&tenant, 1, true).await.refused(ErrorCode::Forbidden);
        decide(&stranger, 1, true).await.refused(ErrorCode::NotFound);
        decide(&thandi, 9, true).await.refused(ErrorCode::NotFound);
        thandi.delete(&path::share(HOME, LINK)).await.done();
        send(&sipho, &new(2, Sort::Entry, &entry())).await.refused(ErrorCode::Gone);
        // What was sent before can still be taken in.
        assert_eq!(decide(&thandi, 1, true).await.ok::<Contribution>().state, State::Accepted);
    })
    .await;
}

#[tokio::test]
async fn accepted_many_times_at_once_it_is_one_record() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Contribute], false).await;
        let sipho = visitor(&server).await;
        put(&sipho, &path::visit_file(LINK, FileHash::of(PHOTO)), PHOTO).await.ok::<Received>();
        let mut fields = entry();
        fields["files"] = json!([file(PHOTO)]);
        let one = new(1, Sort::Entry, &fields);
        let sent = futures_util::future::join_all((0..10).map(|_| send(&sipho, &one))).await;
        assert!(sent.iter().all(|answer| answer.status == 200), "{sent:?}");
        assert_eq!(waiting(&thandi).await.len(), 1);
        let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
        let sent = log.sights.iter().filter(|sight| sight.what == model::grant::Seen::Sent).count();
        assert_eq!(sent, 1, "what came twice is told once");
        let verdicts = futures_util::future::join_all((0..12).map(|number| decide(&thandi, 1, number % 4 != 3))).await;
        assert!(verdicts.iter().all(|answer| [200, 409].contains(&answer.status.as_u16())), "{verdicts:?}");
        let all: Contributions = thandi.get(&path::contributions(HOME)).await.ok();
        let records = thandi.pull("").await.records;
        // Whoever came first: what is accepted is in the logbook, and what is declined is not.
        let [decided] = &all.contributions[..] else { panic!("one") };
        assert_eq!(records.len(), if decided.state == State::Accepted { 4 } else { 3 }, "{decided:?}");
        if let Some(record) = decided.record {
            assert!(records.iter().any(|one| one.id == record));
            assert_eq!(thandi.get(&path::file(HOME, FileHash::of(PHOTO))).await.body, PHOTO);
        }
    })
    .await;
}

#[tokio::test]
async fn as_much_waits_as_may_and_who_shares_is_told_once_an_hour() {
    on_both(async |server| {
        let thandi = owner(&server, Verb::ALL, false).await;
        let sipho = visitor(&server).await;
        for number in 1..=50 {
            send(&sipho, &new(number, Sort::Entry, &entry())).await.ok::<Sent>();
        }
        send(&sipho, &new(51, Sort::Entry, &entry())).await.refused(ErrorCode::TooMany);
        assert_eq!(waiting(&thandi).await.len(), 50);
        let told = server.mails().into_iter().filter(|mail| mail.contains("sent something")).count();
        assert!(told <= 1, "{told} mails");
        decide(&thandi, 1, false).await.ok::<Contribution>();
        send(&sipho, &new(51, Sort::Entry, &entry())).await.ok::<Sent>();
    })
    .await;
}

#[tokio::test]
async fn who_asks_to_become_a_member_is_invited_to_read() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Join], false).await;
        let sipho = visitor(&server).await;
        let wish = new(1, Sort::Membership, &json!({"email": "sipho@example.org"}));
        send(&sipho, &wish).await.ok::<Sent>();
        let decided: Contribution = decide(&thandi, 1, true).await.ok();
        assert_eq!((decided.state, decided.record), (State::Accepted, None));
        let members: wire::space::Members = thandi.get(&path::members(HOME)).await.ok();
        let [invited] = &members.invitations[..] else { panic!("one is invited") };
        assert_eq!((invited.email.as_str(), invited.role), ("sipho@example.org", Role::Viewer));
    })
    .await;
}

#[tokio::test]
async fn erasing_a_home_erases_what_was_sent_to_it() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Contribute], false).await;
        let sipho = visitor(&server).await;
        put(&sipho, &path::visit_file(LINK, FileHash::of(PHOTO)), PHOTO).await.ok::<Received>();
        let mut fields = entry();
        fields["files"] = json!([file(PHOTO)]);
        fields["notes"] = json!("canary in what waits");
        send(&sipho, &new(1, Sort::Entry, &fields)).await.ok::<Sent>();
        thandi.delete(&path::space(HOME)).await.done();
        crate::sweep::sweep(&server.app).await.expect("swept");
        server.assert_nowhere("canary in what waits");
        server.assert_nowhere("Dlamini");
        sipho.get(&path::visit(LINK)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

#[tokio::test]
async fn remarks_are_seen_by_links_that_give_them() {
    on_both(async |server| {
        let thandi = owner(&server, &[Verb::View, Verb::Comment], false).await;
        let remark = json!({"type": "comment", "about": rid(3), "text": "secret words", "name": "secret name", "capacity": "Trustee"});
        let hidden = json!({"type": "comment", "about": rid(2), "text": "about the pool", "name": "Ann"});
        thandi.push(&[edit(10, "remark", &remark), edit(11, "remark", &hidden)]).await;
        let visit: Visit = visitor(&server).await.get(&path::visit(LINK)).await.ok();
        assert!(visit.records.iter().all(|record| record.kind != "remark"), "this link gives none");
        let mut grant = Grant { systems: vec![rid(1)], ..Grant::of(Purpose::Trade) };
        grant.kinds.push("remark".into());
        let change = wire::share::ShareChange { grant: Some(grant.clone()), ..Default::default() };
        thandi.change(&path::share(HOME, LINK), &change).await.ok::<Value>();
        let answer = visitor(&server).await.get(&path::visit(LINK)).await;
        let visit: Visit = answer.ok();
        let remarks: Vec<u128> =
            visit.records.iter().filter(|record| record.kind == "remark").map(|record| record.id.0.as_u128()).collect();
        assert_eq!(remarks, [10]);
        assert!(!String::from_utf8_lossy(&answer.body).contains("secret"));
        grant.ticks = vec![Tick::Names, Tick::Notes];
        let change = wire::share::ShareChange { grant: Some(grant), ..Default::default() };
        thandi.change(&path::share(HOME, LINK), &change).await.ok::<Value>();
        let told = visitor(&server).await.get(&path::visit(LINK)).await;
        assert!(String::from_utf8_lossy(&told.body).contains("secret words"));
    })
    .await;
}
