//! Links: made, opened, narrowed, ended; and that a visitor gets exactly what they were given.

use super::home::{HOME, edit, zone};
use super::{Person, Server, on_both};
use axum::http::{Method, header};
use model::access::Role;
use model::grant::{Grant, Purpose, Seen, Tick, Verb};
use model::{FileHash, RecordId, ShareId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::file::Chunk;
use wire::share::{Open, Share, ShareChange, ShareMade, ShareNew, Shares, Sights, Visit};
use wire::{ErrorCode, path};

const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);
const DAY_MS: i64 = 86_400_000;

fn new(id: ShareId, purpose: Purpose) -> ShareNew {
    ShareNew {
        id,
        auth_hash: FileHash::of(&AUTH.0),
        purpose,
        name: "Mrs Naidoo".into(),
        grant: Grant::of(purpose),
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    }
}

fn opening(auth: FileHash, passcode: Option<&str>) -> Open {
    Open { auth, passcode: passcode.map(Into::into), device: "Chrome on Android".into() }
}

/// An owner with a geyser, a pool, what was done to each, and a photo.
async fn owner(server: &Server) -> Person {
    let thandi = server.person("thandi").await.with_home().await;
    let photo = b"\xff\xd8\xff\xe0 a plate".to_vec();
    let file = json!({"hash": FileHash::of(&photo), "name": "secret plate.jpg", "media": "image/jpeg", "size": photo.len(), "caption": "secret caption"});
    let chunk = Chunk { offset: 0, size: photo.len() as u64 };
    let put = thandi.request(Method::PUT, &format!("{}{}", path::file(HOME, FileHash::of(&photo)), chunk.query()));
    thandi.send(put.header(header::CONTENT_TYPE, "application/octet-stream"), photo.into()).await.ok::<Value>();
    thandi
        .push(&[
            edit(1, "system", &json!({"name": "Geyser", "notes": "secret note", "files": [file], "price": {"cents": 950_000, "currency": "ZAR"}})),
            edit(2, "system", &json!({"name": "Pool pump"})),
            edit(3, "entry", &json!({"title": "Geyser serviced", "when": "2026-03", "systems": [id(1)], "done_by": "secret Sipho", "cost": {"cents": 285_000, "currency": "ZAR"}})),
            edit(4, "entry", &json!({"title": "Pool cleaned", "when": "2026-04", "systems": [id(2)]})),
            edit(5, "contact", &json!({"name": "secret contact"})),
            zone(6, "Roof"),
        ])
        .await;
    thandi
}

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// Opens a link as somebody without an account.
async fn opened(server: &Server, share: ShareId, open: &Open) -> Person {
    let mut visitor = server.stranger();
    let answer = visitor.post(&path::visit_open(share), open).await;
    answer.done();
    visitor.take_cookies(&answer);
    visitor
}

fn numbers(visit: &Visit) -> Vec<u128> {
    visit.records.iter().map(|record| record.id.0.as_u128()).collect()
}

#[tokio::test]
async fn a_visitor_gets_exactly_what_they_were_given() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let mut job = new(LINK, Purpose::Trade);
        job.grant.systems = vec![id(1)];
        let made: ShareMade = thandi.post(&path::shares(HOME), &job).await.ok();
        assert_eq!((made.passcode, made.share.opens, made.share.by.as_deref()), (None, 0, Some("thandi@example.org")));
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        let answer = visitor.get(&path::visit(LINK)).await;
        assert_eq!(answer.header("cache-control"), "no-store");
        let visit: Visit = answer.ok();
        assert_eq!(numbers(&visit), [1, 3]);
        let told = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(!told.contains("secret") && !told.contains("cents"), "{told}");
        let photo = FileHash::of(b"\xff\xd8\xff\xe0 a plate");
        // The photo itself may hold the place where it was taken: it is saved only where that is allowed.
        visitor.get(&path::visit_file(LINK, photo)).await.refused(ErrorCode::NotFound);
        visitor.get(&path::visit_file(LINK, FileHash([0; 32]))).await.refused(ErrorCode::NotFound);
        let change = ShareChange {
            grant: Some(Grant { verbs: vec![Verb::View, Verb::Download], ..job.grant.clone() }),
            ..ShareChange::default()
        };
        thandi.change(&path::share(HOME, LINK), &change).await.ok::<Share>();
        assert_eq!(visitor.get(&path::visit_file(LINK, photo)).await.status, 200);
        // What is not theirs is not there: the home, its members, other links.
        for foreign in [path::pull(HOME), path::members(HOME), path::shares(HOME), path::changes(HOME)] {
            assert_eq!(visitor.get(&foreign).await.status, 401, "{foreign}");
        }
        visitor.get(&path::visit(ShareId(Uuid::from_u128(0x78)))).await.refused(ErrorCode::NotFound);
        let log: Sights = thandi.get(&path::share_log(HOME, LINK)).await.ok();
        let what: Vec<Seen> = log.sights.iter().rev().map(|sight| sight.what).collect();
        assert_eq!(what, [Seen::Opened, Seen::Viewed, Seen::Downloaded]);
        assert_eq!(
            (log.sights[0].device.as_str(), log.sights[0].place.as_str()),
            ("Chrome on Android", "127.0.0.0/24")
        );
        assert_eq!(log.sights[0].file, Some(photo));
    })
    .await;
}

#[tokio::test]
async fn an_unknown_link_and_a_wrong_secret_answer_alike() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        thandi.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = server.stranger();
        let wrong = visitor.post(&path::visit_open(LINK), &opening(FileHash([8; 32]), None)).await;
        let unknown = visitor.post(&path::visit_open(ShareId(Uuid::from_u128(1))), &opening(AUTH, None)).await;
        assert_eq!((wrong.status, &wrong.body), (unknown.status, &unknown.body));
        wrong.refused(ErrorCode::NotFound);
        let shares: Shares = thandi.get(&path::shares(HOME)).await.ok();
        assert_eq!(shares.shares[0].opens, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_by_time_by_hand_and_with_its_home() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        thandi.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        visitor.get(&path::visit(LINK)).await.ok::<Visit>();
        thandi.delete(&path::share(HOME, LINK)).await.done();
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
        visitor.post(&path::visit_open(LINK), &opening(AUTH, None)).await.refused(ErrorCode::Gone);
        thandi.change(&path::share(HOME, LINK), &ShareChange::default()).await.refused(ErrorCode::Gone);

        let second = ShareId(Uuid::from_u128(0x79));
        thandi.post(&path::shares(HOME), &new(second, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = opened(&server, second, &opening(AUTH, None)).await;
        // A visit in which nothing is asked for ends; the link opens a new one.
        server.app.clock.advance_ms(31 * 60 * 1000);
        visitor.get(&path::visit(second)).await.refused(ErrorCode::SignIn);
        let visitor = opened(&server, second, &opening(AUTH, None)).await;
        server.app.clock.advance_ms(14 * DAY_MS);
        visitor.get(&path::visit(second)).await.refused(ErrorCode::Gone);
        visitor.post(&path::visit_open(second), &opening(AUTH, None)).await.refused(ErrorCode::Gone);

        let thandi = server.person_again(&thandi).await;
        let third = ShareId(Uuid::from_u128(0x7a));
        thandi.post(&path::shares(HOME), &new(third, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = opened(&server, third, &opening(AUTH, None)).await;
        thandi.delete(&path::space(HOME)).await.done();
        visitor.get(&path::visit(third)).await.refused(ErrorCode::NotFound);
        server.assert_nowhere("Mrs Naidoo");
    })
    .await;
}

#[tokio::test]
async fn who_leaves_the_home_takes_their_links_along() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let ben = server.person("ben").await.member(&server, Role::CoOwner).await;
        ben.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        thandi.delete(&format!("{}/{}", path::members(HOME), ben.account)).await.done();
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::Gone);
    })
    .await;
}

#[tokio::test]
async fn who_erases_their_account_leaves_no_link_behind_in_a_home_of_others() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let ben = server.person("ben").await.member(&server, Role::CoOwner).await;
        ben.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        ben.delete(path::ME).await.done();
        visitor.get(&path::visit(LINK)).await.refused(ErrorCode::NotFound);
        visitor.post(&path::visit_open(LINK), &opening(AUTH, None)).await.refused(ErrorCode::NotFound);
        assert_eq!(thandi.get(&path::shares(HOME)).await.ok::<Shares>().shares, []);
    })
    .await;
}

#[tokio::test]
async fn a_passcode_is_asked_for_and_guessing_suspends_that_link_alone() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let made: ShareMade = thandi
            .post(&path::shares(HOME), &ShareNew { passcode: true, days: 366, ..new(LINK, Purpose::Insurer) })
            .await
            .ok();
        let other = ShareId(Uuid::from_u128(0x79));
        thandi.post(&path::shares(HOME), &new(other, Purpose::Buyer)).await.ok::<ShareMade>();
        let digits = made.passcode.expect("it is told once");
        assert_eq!(digits.len(), 8);
        server.assert_nowhere(&digits);
        let visitor = server.stranger();
        visitor.post(&path::visit_open(LINK), &opening(AUTH, None)).await.refused(ErrorCode::Passcode);
        opened(&server, LINK, &opening(AUTH, Some(&format!(" {} {} ", &digits[..4], &digits[4..])))).await;
        let wrong = if digits == "00000000" { "00000001" } else { "00000000" };
        let mut refusals = 0;
        for round in 0..6 {
            // Whatever address it says that it comes from: the limit is the link's.
            let visitor = visitor.at_address([198, 51, 100, round]);
            for _ in 0..5 {
                let answer = visitor.post(&path::visit_open(LINK), &opening(AUTH, Some(wrong))).await;
                match answer.status.as_u16() {
                    401 => refusals += 1,
                    410 => {
                        refusals += 1;
                        break;
                    }
                    _ => _ = answer.refused(ErrorCode::TooMany),
                }
            }
            if refusals == 20 {
                break;
            }
            visitor.post(&path::visit_open(LINK), &opening(AUTH, Some(&digits))).await.refused(ErrorCode::TooMany);
            server.app.clock.advance_ms(16 * 60 * 1000);
        }
        assert_eq!(refusals, 20);
        server.app.clock.advance_ms(16 * 60 * 1000);
        visitor.post(&path::visit_open(LINK), &opening(AUTH, Some(&digits))).await.refused(ErrorCode::Gone);
        opened(&server, other, &opening(AUTH, None)).await;
        let shares: Shares = thandi.get(&path::shares(HOME)).await.ok();
        let suspended = shares.shares.iter().find(|share| share.id == LINK).expect("it is listed");
        assert!(suspended.suspended.is_some());
        // To let it live again is to give more.
        thandi.change(&path::share(HOME, LINK), &ShareChange::default()).await.refused(ErrorCode::StepUp);
        let thandi = server.person_again(&thandi).await;
        thandi.change(&path::share(HOME, LINK), &ShareChange::default()).await.ok::<Share>();
        opened(&server, LINK, &opening(AUTH, Some(&digits))).await;
    })
    .await;
}

#[tokio::test]
async fn two_hundred_at_once_open_a_link_ten_times_if_ten_are_allowed() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        thandi
            .post(&path::shares(HOME), &ShareNew { opens_max: Some(10), ..new(LINK, Purpose::Buyer) })
            .await
            .ok::<ShareMade>();
        let visitor = server.stranger();
        let open = opening(AUTH, None);
        let address = path::visit_open(LINK);
        let all = (0..200).map(|_| visitor.post(&address, &open));
        let answers = futures_util::future::join_all(all).await;
        let count = |status: u16| answers.iter().filter(|answer| answer.status == status).count();
        assert_eq!((count(204), count(410)), (10, 190));
    })
    .await;
}

#[tokio::test]
async fn a_snapshot_shows_what_was_there_and_nothing_later() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let mut pack = new(LINK, Purpose::Insurer);
        pack.snapshot = true;
        pack.grant.ticks = Tick::OF_HOME.to_vec();
        let made: ShareMade = thandi.post(&path::shares(HOME), &pack).await.ok();
        assert_eq!(made.share.snapshot, Some(6));
        let live: Vec<_> = thandi.pull("").await.records;
        thandi.push(&[edit(7, "entry", &json!({"title": "Later", "when": "2026-11"}))]).await;
        let mut renamed = edit(1, "system", &json!({"name": "Geyser, replaced"}));
        renamed.stamp.at_ms += 1;
        thandi.push(&[renamed]).await;
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        let visit: Visit = visitor.get(&path::visit(LINK)).await.ok();
        assert_eq!(numbers(&visit), [1, 2, 3, 4, 6], "no contact is given to an insurer, and nothing that came later");
        assert!(visit.as_of.is_some());
        let given = model::visit::seen(&live, &pack.grant);
        assert_eq!(visit.records, given, "what was there then, to the last field");
    })
    .await;
}

#[tokio::test]
async fn a_link_is_narrowed_freely_and_widened_with_a_proof() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        thandi.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
        server.app.clock.advance_ms(6 * 60 * 1000);
        let only = |grant| ShareChange { grant: Some(grant), ..ShareChange::default() };
        let narrow = Grant { kinds: vec!["system".into()], ..Grant::of(Purpose::Buyer) };
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        let share: Share = thandi.change(&path::share(HOME, LINK), &only(narrow)).await.ok();
        assert_eq!(share.grant.kinds, ["system"]);
        // A visit that goes on is narrowed with it.
        let visit: Visit = visitor.get(&path::visit(LINK)).await.ok();
        assert_eq!(numbers(&visit), [1, 2]);
        let wide = Grant { ticks: vec![Tick::Costs], ..Grant::of(Purpose::Buyer) };
        thandi.change(&path::share(HOME, LINK), &only(wide)).await.refused(ErrorCode::StepUp);
        let longer = ShareChange { days: Some(30), ..ShareChange::default() };
        thandi.change(&path::share(HOME, LINK), &longer).await.refused(ErrorCode::StepUp);
        let shorter = ShareChange { days: Some(1), name: Some("The buyer".into()), ..ShareChange::default() };
        let share: Share = thandi.change(&path::share(HOME, LINK), &shorter).await.ok();
        assert_eq!(share.name, "The buyer");
    })
    .await;
}

#[tokio::test]
async fn a_link_that_cannot_be_so_is_refused_with_what_is_wrong() {
    on_both(async |server| {
        let thandi = owner(&server).await;
        let faults = async |new: ShareNew| {
            let body = thandi.post(&path::shares(HOME), &new).await.refused(ErrorCode::Invalid);
            body.faults.into_iter().map(|fault| fault.field).collect::<BTreeSet<_>>()
        };
        let buyer = || new(LINK, Purpose::Buyer);
        assert_eq!(faults(ShareNew { days: 91, ..buyer() }).await, ["days".to_owned()].into());
        assert_eq!(faults(ShareNew { days: 367, passcode: true, ..buyer() }).await, ["days".to_owned()].into());
        assert_eq!(faults(ShareNew { opens_max: Some(0), ..buyer() }).await, ["opens_max".to_owned()].into());
        let nothing = Grant { kinds: vec!["past".into()], verbs: Vec::new(), ..Grant::default() };
        assert_eq!(
            faults(ShareNew { grant: nothing, ..buyer() }).await,
            ["kinds".to_owned(), "verbs".to_owned()].into()
        );
        thandi.post(&path::shares(HOME), &buyer()).await.ok::<ShareMade>();
        thandi.post(&path::shares(HOME), &buyer()).await.refused(ErrorCode::Conflict);
        server.app.clock.advance_ms(6 * 60 * 1000);
        thandi
            .post(&path::shares(HOME), &new(ShareId(Uuid::from_u128(5)), Purpose::Buyer))
            .await
            .refused(ErrorCode::StepUp);
    })
    .await;
}

#[tokio::test]
async fn who_made_a_link_is_told_once_of_each_new_browser() {
    let server = Server::on_sqlite().await;
    let thandi = owner(&server).await;
    thandi.post(&path::shares(HOME), &new(LINK, Purpose::Buyer)).await.ok::<ShareMade>();
    let mails = || {
        let folder = std::fs::read_dir(server.app.config.data.join("mail"));
        folder.map(|files| files.count()).unwrap_or_default()
    };
    opened(&server, LINK, &opening(AUTH, None)).await;
    opened(&server, LINK, &opening(AUTH, None)).await;
    assert_eq!(mails(), 1);
    opened(&server, LINK, &Open { device: "Safari on iOS".into(), ..opening(AUTH, None) }).await;
    assert_eq!(mails(), 2);
    let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
    visitor.post(&path::visit_close(LINK), &Value::Null).await.done();
    visitor.get(&path::visit(LINK)).await.refused(ErrorCode::NotFound);
}

#[tokio::test]
async fn what_is_secret_of_a_link_and_a_visit_is_in_no_database_log_or_answer() {
    let server = Server::on_sqlite().await;
    let thandi = owner(&server).await;
    let made: ShareMade =
        thandi.post(&path::shares(HOME), &ShareNew { passcode: true, ..new(LINK, Purpose::Buyer) }).await.ok();
    let digits = made.passcode.expect("it is told once");
    let mut visitor = server.stranger();
    let answer = visitor.post(&path::visit_open(LINK), &opening(AUTH, Some(&digits))).await;
    visitor.take_cookies(&answer);
    let line = answer.cookies()[0].to_owned();
    assert!(line.contains("HttpOnly") && line.contains("SameSite=Strict"), "{line}");
    let token = visitor.cookie(&LINK.0.simple().to_string()).expect("a visit has a cookie").to_owned();
    visitor.get(&path::visit(LINK)).await.ok::<Visit>();
    let wrong = visitor.post(&path::visit_open(LINK), &opening(AUTH, Some("00000000"))).await;
    let list = thandi.get(&path::shares(HOME)).await;
    let log = thandi.get(&path::share_log(HOME, LINK)).await;
    for secret in [AUTH.to_string(), digits, token, FileHash::of(&AUTH.0).to_string()] {
        for answer in [&wrong, &list, &log] {
            assert!(!String::from_utf8_lossy(&answer.body).contains(&secret), "{secret}");
        }
        // The hash of what proves the secret is what the database knows it by, and nobody is told even that.
        if secret != FileHash::of(&AUTH.0).to_string() {
            server.assert_nowhere(&secret);
        }
    }
}

#[tokio::test]
async fn a_neighbour_is_told_who_is_good_and_nothing_of_the_home() {
    use model::recommendation::Recommendation;
    on_both(async |server| {
        let thandi = owner(&server).await;
        thandi
            .push(&[
                edit(7, "contact", &json!({"name": "Sipho Plumbing", "phone": "021 555 0100", "notes": "secret price"})),
                edit(8, "entry", &json!({"title": "New geyser", "when": "2026-05", "contact": id(7), "done_by": "secret man", "cost": {"cents": 1_000, "currency": "ZAR"}})),
            ])
            .await;
        let mut link = new(LINK, Purpose::Neighbour);
        let recommends = Recommendation { contact: id(7), words: "Came at once.".into(), ..Recommendation::default() };
        link.grant = Grant::recommending(recommends);
        let wide = ShareNew { grant: Grant { ticks: vec![Tick::Costs], ..link.grant.clone() }, ..link.clone() };
        thandi.post(&path::shares(HOME), &wide).await.refused(ErrorCode::Invalid);
        thandi.post(&path::shares(HOME), &link).await.ok::<ShareMade>();
        let visitor = opened(&server, LINK, &opening(AUTH, None)).await;
        let answer = visitor.get(&path::visit(LINK)).await;
        assert_eq!(numbers(&answer.ok()), [7, 8]);
        let told = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(told.contains("Came at once.") && told.contains("021 555 0100"), "{told}");
        assert!(!told.contains("secret") && !told.contains("cents"), "{told}");
    })
    .await;
}
