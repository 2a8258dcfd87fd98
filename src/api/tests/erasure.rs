//! Erasing a home or an account leaves no value behind: canaries in every field that takes a text, in files, names and addresses are looked for in every
//! byte that the server keeps and in what it logged meanwhile.

use super::auth::mailed_code;
use super::authenticator::Authenticator;
use super::canary::{Log, canary, found};
use super::files::photo;
use super::home::{HOME, accepted, edit};
use super::letters::{Form, forms};
use super::{Person, Server, on_both};
use crate::config::Config;
use crate::outbox::send_all;
use crate::remind::look;
use crate::storage::Storage;
use crate::sweep::sweep;
use model::access::Role;
use model::grant::{Grant, Purpose};
use model::kind::{Nature, kind_of};
use model::reminder::{Digest, Quiet, Settings};
use model::{Edit, FileHash, ShareId, SpaceId};
use serde_json::json;
use sqlx::Connection;
use std::collections::BTreeSet;
use uuid::Uuid;
use wire::account::{CodeTyped, PasskeyFinish, PasskeyStart};
use wire::file::Received;
use wire::push::Push;
use wire::reminder::{FeedMade, PushKey, PushNew};
use wire::share::{Open, ShareMade, ShareNew, Visit};
use wire::space::{Membership, SpaceNew};
use wire::{PushReply, path};

/// Records of each kind: enough that the pages of the database are split and joined, which moves what stands in them.
const COPIES: usize = 30;
const NEXT_DOOR: SpaceId = SpaceId(Uuid::from_u128(8));
const LINK: ShareId = ShareId(Uuid::from_u128(0x77));
const AUTH: FileHash = FileHash([9; 32]);
/// Canaries of a home that stand in no record.
const NAME: usize = 90_000;
const VISITOR: usize = 90_001;
const INVITED: usize = 90_002;
const REMINDED: usize = 90_003;
const FILES: usize = 90_010;
/// Canaries of an account.
const EMAIL: usize = 90_100;
const DEVICE: usize = 90_101;
const PASSKEY: usize = 90_102;
const ENDPOINT: usize = 90_103;

fn email(number: usize) -> String {
    format!("{}@example.org", canary(number))
}

/// Records of every kind, with a canary in each place, and edits that put others in their stead.
fn records() -> (Vec<Vec<Edit>>, usize) {
    let forms = forms();
    assert!(forms.iter().map(|form| form.places.len()).sum::<usize>() >= 40, "forty fields at least");
    let mut number = 0;
    let mut pushes = Vec::new();
    let mut next = || {
        number += 1;
        // Of any length, so that values outgrow their place.
        format!("{} {}", canary(number), "x".repeat(number % 7 * 25))
    };
    for round in 0..2 {
        for (at, form) in forms.iter().enumerate() {
            if round == 0 || kind_of(form.kind).is_some_and(|kind| kind.nature == Nature::Living) {
                pushes.push((0..COPIES).map(|copy| record(form, at * COPIES + copy, round, &mut next)).collect());
            }
        }
    }
    (pushes, number)
}

fn record(form: &Form, number: usize, round: u64, text: impl FnMut() -> String) -> Edit {
    let mut edit = edit(1_000 + number as u128, form.kind, &form.filled(text));
    edit.stamp.at_ms += round;
    edit
}

/// A photo with a word in its EXIF, a picture and papers, each with a canary in it.
fn files() -> Vec<Vec<u8>> {
    let text = |number: usize| canary(FILES + number).into_bytes();
    let exif =
        [b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x0e\x01\x02\0\x0d\0\0\0\x1a\0\0\0\0\0\0\0".to_vec(), text(0), vec![0]]
            .concat();
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let jpeg = photo(900, 300);
    let photo = [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat();
    let mut png = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(900, 3).write_to(&mut png, image::ImageFormat::Png).expect("encoded");
    let papers = [&b"%PDF-1.7\n% "[..], b"minutes: ", b"PK\x03\x04"];
    let papers = papers.iter().enumerate().map(|(at, head)| [head, &text(at + 2)[..]].concat());
    [photo, [png.into_inner(), text(1)].concat()].into_iter().chain(papers).collect()
}

/// Somebody's home with canaries all over it, a link by which it was visited, and an invitation. The numbers of the canaries.
async fn furnish(thandi: &Person, server: &Server) -> BTreeSet<usize> {
    let (pushes, records) = records();
    // Somebody else writes at the same time, so that what stays lies between what goes.
    let neighbour = server.person("neighbour").await;
    neighbour.post(path::SPACES, &SpaceNew { id: NEXT_DOOR }).await.ok::<Membership>();
    for (number, push) in pushes.iter().enumerate() {
        for (at, piece) in push.chunks(7).enumerate() {
            let reply = thandi.push(piece).await;
            assert_eq!(accepted(&reply).len(), piece.len(), "{:?}", reply.answers);
            let note = "x".repeat(50 * (at + 1));
            let edit = edit((number * 100 + at) as u128, "zone", &json!({"name": "Kitchen", "notes": note}));
            neighbour.post(&path::push(NEXT_DOOR), &Push { edits: vec![edit] }).await.ok::<PushReply>();
        }
    }
    let files = files();
    for file in &files {
        thandi.upload(file).await.ok::<Received>();
        thandi.get(&path::preview(HOME, FileHash::of(file))).await;
    }
    share(thandi).await;
    let mut visitor = server.stranger();
    let opened =
        visitor.post(&path::visit_open(LINK), &Open { auth: AUTH, passcode: None, device: canary(VISITOR) }).await;
    visitor.take_cookies(&opened);
    visitor.get(&path::visit(LINK)).await.ok::<Visit>();
    thandi.invite(&email(INVITED), Role::Viewer).await;
    remind(thandi, server).await;
    (1..=records).chain([NAME, VISITOR, INVITED, REMINDED]).chain(FILES..FILES + files.len()).collect()
}

/// Has somebody reminded by mail of what falls due, and given a calendar of it.
async fn remind(thandi: &Person, server: &Server) {
    let settings = Settings { digest: Digest::Daily, quiet: Quiet::NONE, ..Settings::default() };
    thandi.change(&path::reminders(HOME), &settings).await.done();
    thandi.post(&path::feed(HOME), &()).await.ok::<FeedMade>();
    let due = edit(999, "task", &json!({"title": canary(REMINDED), "due": "2026-11-22"}));
    assert_eq!(accepted(&thandi.push(&[due]).await).len(), 1);
    look(&server.app).await.expect("looked");
    send_all(&server.app).await.expect("written into the folder");
    assert!(server.mails().iter().any(|mail| mail.contains(&canary(REMINDED))));
}

async fn share(by: &Person) {
    let new = ShareNew {
        id: LINK,
        auth_hash: FileHash::of(&AUTH.0),
        purpose: Purpose::Buyer,
        name: canary(NAME),
        grant: Grant::of(Purpose::Buyer),
        days: 14,
        passcode: false,
        snapshot: false,
        opens_max: None,
        unseen: false,
    };
    by.post(&path::shares(HOME), &new).await.ok::<ShareMade>();
}

async fn both(test: impl AsyncFn(Server)) {
    test(Server::on_sqlite_with_files().await).await;
    test(Server::on_postgres_with_files().await).await;
}

#[tokio::test]
async fn an_erased_home_leaves_no_value_behind_and_its_numbering_whole() {
    both(async |server| {
        let log = Log::begin();
        let thandi = server.person("thandi").await.with_home().await;
        let placed = furnish(&thandi, &server).await;
        let before = server.everything().await;
        assert_eq!(found(&before), placed, "they can be found, so that this test can fail");
        assert!(String::from_utf8_lossy(&before).contains("preview.jpg"), "previews were made");
        let log_before = server.app.storage.log_for_test(HOME).await;

        thandi.delete(&path::space(HOME)).await.done();

        let after = server.everything().await;
        assert_eq!(found(&after), BTreeSet::new());
        assert!(!String::from_utf8_lossy(&after).contains("preview.jpg"));
        assert_eq!(found(&log.bytes()), BTreeSet::new(), "nor in the log");
        let log_after = server.app.storage.log_for_test(HOME).await;
        assert!(log_after.iter().all(|row| row.contents.is_none()));
        let numbering = |rows: &[crate::storage::for_test::Logged]| {
            rows.iter().map(|row| (row.seq, row.kind.clone(), row.hashes.clone())).collect::<Vec<_>>()
        };
        assert_eq!(numbering(&log_after), numbering(&log_before));
    })
    .await;
}

#[tokio::test]
async fn an_erased_account_leaves_nothing_of_its_person_and_its_home_behind() {
    both(async |server| {
        let log = Log::begin();
        let mut thandi = server.stranger();
        thandi.ask(&email(EMAIL)).await.done();
        let typed = CodeTyped { code: mailed_code(&server), device: canary(DEVICE) };
        let answer = thandi.post(path::CODE_VERIFY, &typed).await;
        thandi.take_cookies(&answer);
        thandi.account = answer.ok::<wire::account::Me>().account;
        let mut authenticator = Authenticator::new("http://localhost:8080");
        let start: PasskeyStart = thandi.post(path::PASSKEY_ADD_START, &()).await.ok();
        let credential = authenticator.create(&start.options);
        let finish = PasskeyFinish { ceremony: start.ceremony, credential, name: canary(PASSKEY) };
        thandi.post(path::PASSKEY_ADD_FINISH, &finish).await.done();
        let thandi = thandi.with_home().await;
        let mut placed = furnish(&thandi, &server).await;
        placed.extend([EMAIL, DEVICE, PASSKEY, ENDPOINT]);
        let endpoint = format!("https://fcm.googleapis.com/fcm/send/{}", canary(ENDPOINT));
        let p256dh = thandi.get(path::PUSH_KEY).await.ok::<PushKey>().key;
        thandi.change(path::PUSH, &PushNew { endpoint, p256dh, auth: "AAAAAAAAAAAAAAAAAAAAAA".into() }).await.done();
        server.stranger().ask(&email(EMAIL)).await.done();
        assert_eq!(found(&server.everything().await), placed, "they can be found, so that this test can fail");

        thandi.delete(path::ME).await.done();

        assert_eq!(found(&server.everything().await), BTreeSet::new());
        assert_eq!(found(&log.bytes()), BTreeSet::new(), "nor in the log");
    })
    .await;
}

#[tokio::test]
async fn who_erases_their_account_leaves_nothing_in_a_home_of_others() {
    both(async |server| {
        let owner = server.person("owner").await.with_home().await;
        let mut ben = server.stranger();
        ben.sign_in(&server, &email(EMAIL)).await;
        let ben = ben.member(&server, Role::CoOwner).await;
        share(&ben).await;
        ben.invite(&email(INVITED), Role::Viewer).await;
        owner.invite(&email(EMAIL), Role::Viewer).await;
        assert_eq!(found(&server.everything().await), BTreeSet::from([NAME, INVITED, EMAIL]));
        ben.delete(path::ME).await.done();
        assert_eq!(found(&server.everything().await), BTreeSet::new());
    })
    .await;
}

#[tokio::test]
async fn mails_that_wait_to_be_sent_go_with_what_they_are_about() {
    on_both(async |server| {
        // Nothing listens on port 1.
        let smtp_url = Some("smtp://127.0.0.1:1".to_owned());
        let server = server.configured(|config| Config { smtp_url, ..config }).await;
        let thandi = server.person("thandi").await.with_home().await;
        let ben = server.person(&canary(EMAIL)).await;
        thandi.invite(&email(INVITED), Role::Viewer).await;
        server.stranger().ask(&email(EMAIL)).await.done();
        assert_eq!(found(&server.everything().await), BTreeSet::from([INVITED, EMAIL]));
        thandi.delete(&path::space(HOME)).await.done();
        assert_eq!(found(&server.everything().await), BTreeSet::from([EMAIL]));
        ben.delete(path::ME).await.done();
        assert_eq!(found(&server.everything().await), BTreeSet::new());
    })
    .await;
}

/// SQLite says that it could not empty the log, and does not call that an error.
#[tokio::test]
async fn who_reads_while_a_home_is_erased_keeps_nothing_of_it_for_long() {
    let server = Server::on_sqlite_with_files().await;
    let thandi = server.person("thandi").await.with_home().await;
    thandi.push(&[edit(1, "zone", &json!({"name": canary(1)}))]).await;
    server.app.storage.hurry_for_test().await;
    let reader = Storage::reader_for_test(&server.app.config.data.join("codessa.sqlite")).await;
    thandi.delete(&path::space(HOME)).await.done();
    assert_eq!(found(&server.everything().await), BTreeSet::from([1]), "the reader may still ask for it");
    reader.close().await.expect("it ends");
    sweep(&server.app).await.expect("swept");
    assert_eq!(found(&server.everything().await), BTreeSet::new());
}
