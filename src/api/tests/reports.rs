//! Faults that are reported by the label on a system: only where a member chose so, by who scanned it, and nothing of the home is told.

use super::home::{HOME, edit};
use super::{Answer, Person, Server, on_both};
use axum::http::{Method, header};
use model::access::Role;
use model::contribution::State;
use model::entry::{Entry, EntryType, Severity};
use model::via::Via;
use model::{ContributionId, FileHash, FileRef, RecordId, ShareId, SpaceId};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::contribution::{Contribution, Contributions, Sent, Verdict};
use wire::file::{Chunk, Received};
use wire::reporting::{LabelOpen, LabelSeen, ReportNew, Reporting, ReportingChange};
use wire::share::{Open, Shares};
use wire::space::SpaceNew;
use wire::{ErrorCode, path};

const DOOR: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);
const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 water everywhere";

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn cid(number: u128) -> ContributionId {
    ContributionId(Uuid::from_u128(number))
}

fn label(door: ShareId, name: &str) -> LabelOpen {
    LabelOpen { id: door, auth_hash: FileHash::of(&AUTH.0), label: rid(2), system: rid(1), name: name.into() }
}

/// An owner with a labelled geyser, which anybody may report by.
async fn owner(server: &Server, name: &str) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    let token = "MDEyMzQ1Njc4OWFiY2RlZg";
    thandi
        .push(&[
            edit(1, "system", &json!({"name": "Secret geyser"})),
            edit(2, "label", &json!({"token": token, "system": rid(1)})),
        ])
        .await;
    opens(&thandi, vec![label(DOOR, name)]).await;
    thandi
}

async fn opens(owner: &Person, labels: Vec<LabelOpen>) -> Reporting {
    owner.change(&path::reporting(HOME), &ReportingChange { labels }).await.ok()
}

async fn opened(person: &Person, door: ShareId, auth: FileHash) -> Answer {
    person.post(&path::visit_open(door), &Open { auth, passcode: None, device: "A phone".into() }).await
}

async fn scans(server: &Server) -> Person {
    let mut stranger = server.stranger();
    let answer = opened(&stranger, DOOR, AUTH).await;
    answer.done();
    stranger.take_cookies(&answer);
    stranger
}

fn report(id: u128) -> ReportNew {
    ReportNew {
        id: cid(id),
        title: "It drips through the ceiling".into(),
        severity: Severity::Emergency,
        notes: "082 555 0100".into(),
        name: "Lerato, next door".into(),
        files: Vec::new(),
    }
}

fn photo() -> FileRef {
    let (hash, size) = (FileHash::of(PHOTO), PHOTO.len() as u64);
    FileRef { hash, name: "a.jpg".into(), media: "image/jpeg".into(), size, ..FileRef::default() }
}

async fn put(person: &Person, content: &[u8]) -> Answer {
    let chunk = Chunk { offset: 0, size: content.len() as u64 };
    let address = format!("{}{}", path::visit_file(DOOR, FileHash::of(content)), chunk.query());
    let put = person.request(Method::PUT, &address).header(header::CONTENT_TYPE, "application/octet-stream");
    person.send(put, content.to_vec().into()).await
}

async fn waiting(person: &Person) -> Vec<Contribution> {
    let all: Contributions = person.get(&path::contributions(HOME)).await.ok();
    all.contributions.into_iter().filter(|one| one.state == State::Waiting).collect()
}

#[tokio::test]
async fn a_report_with_a_photo_waits_and_becomes_a_fault_when_it_is_accepted() {
    on_both(async |server| {
        let thandi = owner(&server, "Geyser").await;
        let lerato = scans(&server).await;
        assert_eq!(lerato.get(&path::label(DOOR)).await.ok::<LabelSeen>(), LabelSeen { name: "Geyser".into() });
        let new = ReportNew { files: vec![photo()], ..report(1) };
        let refused = lerato.post(&path::reports(DOOR), &new).await.refused(ErrorCode::Invalid);
        assert_eq!(refused.faults[0].field, "files", "a photo that has not come is missing");
        assert!(put(&lerato, PHOTO).await.ok::<Received>().complete);
        let sent: Sent = lerato.post(&path::reports(DOOR), &new).await.ok();
        assert_eq!((sent.id, sent.state), (cid(1), State::Waiting));
        // Sent again it is the same.
        assert_eq!(lerato.post(&path::reports(DOOR), &new).await.ok::<Sent>(), sent);
        let all = waiting(&thandi).await;
        assert_eq!(all.len(), 1);
        assert!(all[0].label && all[0].share == DOOR && all[0].name == "Lerato, next door");
        let verdict = Verdict { accept: true };
        let decided: Contribution = thandi.change(&path::contribution(HOME, cid(1)), &verdict).await.ok();
        let id = decided.record.expect("it became a record");
        let record = thandi.pull("").await.records.into_iter().find(|record| record.id == id).expect("it is there");
        let entry: Entry = record.body.read().expect("an entry");
        assert_eq!((entry.sort, entry.severity), (EntryType::Fault, Some(Severity::Emergency)));
        assert_eq!((entry.systems, entry.files), (vec![rid(1)], vec![photo()]));
        let via = Via::of(&record.body).expect("it says how it came");
        assert_eq!((via.label, via.name.as_str(), via.share), (Some(true), "Lerato, next door", DOOR));
        let file = thandi.get(&path::file(HOME, photo().hash)).await;
        assert_eq!(file.body, PHOTO);
    })
    .await;
}

#[tokio::test]
async fn who_scans_a_label_learns_nothing_of_the_home() {
    on_both(async |server| {
        let thandi = owner(&server, "").await;
        let (lerato, sipho) = (scans(&server).await, scans(&server).await);
        lerato.post(&path::reports(DOOR), &report(1)).await.ok::<Sent>();
        assert_eq!(sipho.get(&path::label(DOOR)).await.body, br#"{"name":""}"#);
        for address in [
            path::visit(DOOR),
            path::visit_file(DOOR, FileHash::of(PHOTO)),
            path::visit_preview(DOOR, FileHash::of(PHOTO)),
        ] {
            let answer = sipho.get(&address).await;
            answer.refused(ErrorCode::Forbidden);
            let told = String::from_utf8_lossy(&answer.body).into_owned();
            assert!(!told.contains("ecret") && !told.contains("drips"), "{told}");
        }
        // Nor can anything else be sent, and nobody lists the label among the links.
        let other = json!({"id": cid(9), "sort": "remark", "name": "x", "fields": {}});
        sipho.post(&path::visit_contributions(DOOR), &other).await.refused(ErrorCode::Forbidden);
        assert_eq!(thandi.get(&path::shares(HOME)).await.ok::<Shares>().shares, []);
        thandi.get(&path::share_log(HOME, DOOR)).await.refused(ErrorCode::NotFound);
    })
    .await;
}

/// Everything by which one answer could be told from another.
fn whole(answer: &Answer) -> (u16, Vec<u8>) {
    (answer.status.as_u16(), answer.body.clone())
}

#[tokio::test]
async fn a_wrong_a_closed_and_an_unknown_label_answer_alike() {
    on_both(async |server| {
        let thandi = owner(&server, "Geyser").await;
        let inside = scans(&server).await;
        let stranger = server.stranger();
        let nowhere = opened(&stranger, ShareId(Uuid::from_u128(0xdead)), AUTH).await;
        nowhere.refused(ErrorCode::NotFound);
        assert_eq!(whole(&opened(&stranger, DOOR, FileHash([8; 32])).await), whole(&nowhere));
        // Renewed: another door is open in its place.
        let newer = ShareId(Uuid::from_u128(0x78));
        assert_eq!(opens(&thandi, vec![label(newer, "Geyser")]).await.labels[0].id, newer);
        assert_eq!(whole(&opened(&stranger, DOOR, AUTH).await), whole(&nowhere));
        assert_eq!(whole(&inside.get(&path::label(DOOR)).await), whole(&nowhere), "who was let in before is put out");
        assert_eq!(whole(&inside.post(&path::reports(DOOR), &report(1)).await), whole(&nowhere));
        // Closed and opened again it is as before.
        assert_eq!(opens(&thandi, Vec::new()).await, Reporting::default());
        assert_eq!(whole(&opened(&stranger, newer, AUTH).await), whole(&nowhere));
        opens(&thandi, vec![label(newer, "Geyser")]).await;
        opened(&stranger, newer, AUTH).await.done();
    })
    .await;
}

#[tokio::test]
async fn a_thousand_guesses_find_nothing_and_are_stopped() {
    on_both(async |server| {
        owner(&server, "Geyser").await;
        let mut told = std::collections::BTreeMap::<u16, usize>::new();
        for guess in 0..1_000_u32 {
            let mut auth = [7; 32];
            auth[..4].copy_from_slice(&guess.to_be_bytes());
            let answer = opened(&server.stranger(), DOOR, FileHash(auth)).await;
            assert!(answer.cookies().is_empty());
            *told.entry(answer.status.as_u16()).or_default() += 1;
        }
        assert_eq!(told, [(404, 100), (429, 900)].into());
        // Others still get in.
        let mut other = server.stranger().at_address([203, 0, 113, 9]);
        let answer = opened(&other, DOOR, AUTH).await;
        answer.done();
        other.take_cookies(&answer);
        other.post(&path::reports(DOOR), &report(1)).await.ok::<Sent>();
    })
    .await;
}

#[tokio::test]
async fn reports_are_limited_by_label_and_told_once_to_every_member_who_decides() {
    on_both(async |server| {
        let thandi = owner(&server, "Geyser").await;
        server.person("manager").await.member(&server, Role::Manager).await;
        server.person("reader").await.member(&server, Role::Viewer).await;
        let lerato = scans(&server).await;
        for id in 0..10 {
            lerato.post(&path::reports(DOOR), &report(100 + id)).await.ok::<Sent>();
        }
        lerato.post(&path::reports(DOOR), &report(999)).await.refused(ErrorCode::TooMany);
        assert_eq!(waiting(&thandi).await.len(), 10);
        let mails: Vec<String> = server.mails().into_iter().filter(|mail| mail.contains("scanned a label")).collect();
        let to = |name: &str| mails.iter().filter(|mail| mail.contains(&format!("To: {name}@example.org"))).count();
        assert_eq!([to("thandi"), to("manager"), to("reader")], [1, 1, 0]);
        assert!(mails.iter().all(|mail| !mail.contains("Secret") && !mail.contains("drips")), "{mails:?}");
    })
    .await;
}

#[tokio::test]
async fn hostile_reports_are_refused() {
    on_both(async |server| {
        owner(&server, "Geyser").await;
        let lerato = scans(&server).await;
        let page = b"%PDF-1.7 not a photo";
        put(&lerato, page).await.ok::<Received>();
        let disguised = FileRef { hash: FileHash::of(page), size: page.len() as u64, ..photo() };
        let rows: [(Value, &str); 8] = [
            (json!({"title": " "}), "title"),
            (json!({"title": "x".repeat(201)}), "title"),
            (json!({"title": "bell\u{7}"}), "title"),
            (json!({"notes": "x".repeat(20_001)}), "notes"),
            (json!({"name": "x".repeat(201)}), "name"),
            (json!({"files": [disguised]}), "files"),
            (json!({"files": vec![photo(); 6]}), "files"),
            (json!({"files": [{"hash": photo().hash, "name": "a.svg", "media": "image/svg+xml", "size": 9}]}), "files"),
        ];
        for (at, (change, field)) in rows.into_iter().enumerate() {
            let mut body = serde_json::to_value(report(at as u128)).expect("a report");
            body.as_object_mut().expect("an object").extend(change.as_object().expect("an object").clone());
            let refused = lerato.post(&path::reports(DOOR), &body).await.refused(ErrorCode::Invalid);
            assert_eq!(refused.faults[0].field, field, "row {at}");
        }
        let stolen = json!({"id": cid(50), "title": "x", "severity": "doom"});
        assert_eq!(lerato.post(&path::reports(DOOR), &stolen).await.status, 400);
    })
    .await;
}

#[tokio::test]
async fn only_members_who_share_open_labels_and_none_takes_another_homes() {
    on_both(async |server| {
        let thandi = owner(&server, "Geyser").await;
        let reader = server.person("reader").await.member(&server, Role::Viewer).await;
        let change = ReportingChange { labels: vec![label(DOOR, "Mine now")] };
        reader.change(&path::reporting(HOME), &change).await.refused(ErrorCode::Forbidden);
        // Whoever has scanned the label knows its door; in a home of their own it opens nothing.
        let thief = server.person("thief").await;
        let home = SpaceId(Uuid::from_u128(0xbad));
        thief.post(path::SPACES, &SpaceNew { id: home }).await.ok::<Value>();
        let taken: Reporting = thief.change(&path::reporting(home), &change).await.ok();
        assert_eq!(taken, Reporting::default());
        scans(&server).await.post(&path::reports(DOOR), &report(1)).await.ok::<Sent>();
        assert_eq!(waiting(&thandi).await.len(), 1);
        let far = LabelOpen { name: "x".repeat(201), ..label(DOOR, "") };
        let refused = thandi.change(&path::reporting(HOME), &ReportingChange { labels: vec![far] }).await;
        assert_eq!(refused.refused(ErrorCode::Invalid).faults[0].field, "labels.name");
        let many = ReportingChange { labels: vec![label(DOOR, ""); 501] };
        thandi.change(&path::reporting(HOME), &many).await.refused(ErrorCode::Invalid);
    })
    .await;
}

#[tokio::test]
async fn reports_go_with_the_home_that_is_erased() {
    on_both(async |server| {
        let thandi = owner(&server, "Geyser").await;
        let lerato = scans(&server).await;
        put(&lerato, PHOTO).await.ok::<Received>();
        lerato.post(&path::reports(DOOR), &ReportNew { files: vec![photo()], ..report(1) }).await.ok::<Sent>();
        thandi.delete(&path::space(HOME)).await.done();
        lerato.post(&path::reports(DOOR), &report(2)).await.refused(ErrorCode::NotFound);
        opened(&server.stranger(), DOOR, AUTH).await.refused(ErrorCode::NotFound);
        let left = server.app.storage.dump_for_test().await;
        for gone in ["drips", "Lerato", "082 555", &photo().hash.to_string()] {
            assert!(!left.contains(gone), "{gone}");
        }
    })
    .await;
}
