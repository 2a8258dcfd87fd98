//! Taking a finished job into the home: all of it or nothing, once, with its files.

use super::*;
use crate::tests::home::accepted;
use model::{EditKey, RecordId};

const JPEG: &[u8] = b"\xff\xd8\xff\xe0 a valve";
/// The job sheet that is taken in.
const SHEET: u128 = 0x5eed;

/// An edit of the act that takes the sheet in.
fn part(number: u128, kind: &str, fields: &Value) -> Edit {
    let act = RecordId(Uuid::from_u128(SHEET));
    let edit = edit(SHEET ^ number, kind, fields);
    Edit { key: EditKey::in_act(act, edit.id), ..edit }
}

fn entry(file: &Value) -> Edit {
    part(1, "entry", &json!({"title": "Valve", "when": "2026-11-22", "files": [file]}))
}

fn task() -> Edit {
    part(3, "task", &json!({"title": "Service", "due": "2027-11-22"}))
}

fn named() -> Value {
    json!({"hash": FileHash::of(JPEG), "name": "valve.jpg", "media": "image/jpeg", "size": JPEG.len()})
}

/// What a home answers of the photo: its bytes, or that there is none.
async fn at_home(person: &Person) -> Result<Vec<u8>, Vec<u8>> {
    let answer = person.get(&path::file(HOME, FileHash::of(JPEG))).await;
    if answer.status == StatusCode::OK { Ok(answer.body) } else { Err(answer.body) }
}

#[tokio::test]
async fn a_job_is_taken_in_with_its_files_and_nobody_sends_them_again() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let file = sipho.photo(&path::visit_file(LINK, FileHash::of(JPEG)), JPEG).await;
        assert!(at_home(&thandi).await.is_err());
        assert_eq!(accepted(&thandi.push(&[entry(&file), task()]).await), [1, 2]);
        assert_eq!(at_home(&thandi).await.as_deref(), Ok(JPEG));
        let received: Received = thandi.get(&format!("{}/received", path::file(HOME, FileHash::of(JPEG)))).await.ok();
        assert!(received.complete);
        // It stays with the home when the deal has gone.
        thandi.post(&path::deal_end(DEAL), &Value::Null).await.done();
        assert_eq!(at_home(&thandi).await.as_deref(), Ok(JPEG));
    })
    .await;
}

#[tokio::test]
async fn a_file_that_comes_after_the_job_was_taken_in_comes_into_the_home_too() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        assert_eq!(accepted(&thandi.push(&[entry(&named())]).await), [1]);
        assert!(at_home(&thandi).await.is_err());
        sipho.photo(&path::visit_file(LINK, FileHash::of(JPEG)), JPEG).await;
        assert_eq!(at_home(&thandi).await.as_deref(), Ok(JPEG));
    })
    .await;
}

#[tokio::test]
async fn two_who_take_in_the_same_job_at_once_make_one_entry() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let manager = server.person("manager").await.member(&server, model::access::Role::Manager).await;
        let file = sipho.photo(&path::visit_file(LINK, FileHash::of(JPEG)), JPEG).await;
        let (whole, other) = ([entry(&file), task()], [entry(&file), task()]);
        let (one, two) = tokio::join!(thandi.push(&whole), manager.push(&other));
        assert_eq!((accepted(&one), accepted(&two)), (vec![1, 2], vec![1, 2]));
        let page = thandi.pull("").await;
        assert_eq!((page.total, page.head), (2, 2));
        // Each device is told whose it is.
        assert_eq!(one.answers, two.answers);
    })
    .await;
}

#[tokio::test]
async fn a_refused_part_refuses_the_act_and_no_other_edit() {
    on_both(async |server| {
        let (thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let file = sipho.photo(&path::visit_file(LINK, FileHash::of(JPEG)), JPEG).await;
        let broken = part(2, "contact", &json!({"name": ""}));
        let zone = crate::tests::home::zone;
        let told = thandi.push(&[zone(1, "Roof"), entry(&file), broken, task(), zone(2, "Attic")]).await;
        assert_eq!(why(&told), ["", "conflict", "name", "conflict", ""]);
        assert_eq!(thandi.pull("").await.total, 2);
        assert!(at_home(&thandi).await.is_err(), "nothing names it");
        // Mended it is taken in; what was taken in before stands when something else of the act is refused.
        assert_eq!(accepted(&thandi.push(&[entry(&file)]).await), [3]);
        let told = thandi.push(&[entry(&file), part(2, "contact", &json!({"name": ""})), task()]).await;
        assert_eq!(why(&told), ["", "name", "conflict"]);
        assert_eq!(accepted(&thandi.push(&[entry(&file), task()]).await), [3, 4]);
        // A tenant may write an entry and no task: nothing of theirs is taken in.
        let tenant = server.person("tenant").await.member(&server, model::access::Role::Tenant).await;
        let act = |edit: Edit| Edit { key: EditKey::in_act(RecordId::default(), edit.id), ..edit };
        let theirs = [
            edit(71, "entry", &json!({"title": "x", "when": "2026"})),
            edit(72, "task", &json!({"title": "y", "due": "2027-01-01"})),
        ];
        assert_eq!(why(&tenant.push(&theirs.map(act)).await), ["conflict", "forbidden"]);
    })
    .await;
}

#[tokio::test]
async fn files_of_a_foreign_deal_are_never_taken_over() {
    on_both(async |server| {
        let (_thandi, sipho) = (asked(&server).await, sipho(&server).await);
        let file = sipho.photo(&path::visit_file(LINK, FileHash::of(JPEG)), JPEG).await;
        let missing = json!({"hash": FileHash::of(b"nowhere"), "name": "a.jpg", "media": "image/jpeg", "size": 7});
        let (other, home) = (server.person("other").await, SpaceId(Uuid::from_u128(0xb2)));
        other.post(path::SPACES, &wire::space::SpaceNew { id: home }).await.ok::<Membership>();
        let push = Push { edits: vec![entry(&file), part(9, "document", &json!({"title": "x", "file": missing}))] };
        let told: PushReply = other.post(&path::push(home), &push).await.ok();
        assert_eq!(accepted(&told), [1, 2]);
        let of = async |hash: FileHash, more: &str| other.get(&format!("{}{more}", path::file(home, hash))).await;
        for more in ["", "/preview", "/received"] {
            let (foreign, none) = (of(FileHash::of(JPEG), more).await, of(FileHash::of(b"nowhere"), more).await);
            assert_eq!((foreign.status, foreign.body), (none.status, none.body), "{more}");
        }
        // Nor by who provides there, into a home of their own.
        let provider = server.person("sipho").await;
        provider.keep().await.ok::<Membership>();
        let own = SpaceId(Uuid::from_u128(0xb3));
        provider.post(path::SPACES, &wire::space::SpaceNew { id: own }).await.ok::<Membership>();
        provider.post(&path::push(own), &Push { edits: vec![entry(&file)] }).await.ok::<PushReply>();
        provider.get(&path::file(own, FileHash::of(JPEG))).await.refused(ErrorCode::NotFound);
    })
    .await;
}
