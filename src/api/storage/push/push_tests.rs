//! Pushes that wait at the same time are taken in together, and each is answered as if it had been alone.

use super::*;
use crate::auth::Principal;
use crate::config::Database;
use futures_util::future::join_all;
use model::access::Action;
use model::{Body, DeviceId, Edit, EditKey, RecordId, SpaceId, Stamp};
use serde_json::json;
use std::path::PathBuf;
use uuid::Uuid;
use wire::ErrorCode;
use wire::push::Outcome;

const NOW: Instant = Instant(1_795_244_400_000);

struct Homes {
    storage: Storage,
    scopes: Vec<Scope>,
    folder: PathBuf,
}

impl Drop for Homes {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Homes {
    /// So many empty homes of one owner.
    async fn new(count: u128) -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-push-{}", Uuid::new_v4()));
        let storage = Storage::open(&Database::Sqlite(folder.join("a.sqlite"))).await.expect("it opens");
        let account = storage.account_of("thandi@example.org".into(), "en-ZA", NOW).await.expect("an account");
        storage.fill_for_test(account, (1..=count).map(|n| SpaceId(Uuid::from_u128(n)))).await;
        let owner = Principal { account, session: String::new(), stepped_up: NOW };
        let open = (1..=count).map(|n| storage.authorize(&owner, Action::Write, SpaceId(Uuid::from_u128(n))));
        let scopes = join_all(open).await.into_iter().map(|scope| scope.expect("they are the owner")).collect();
        Self { storage, scopes, folder }
    }

    /// Pushes zones, one push for each home and record that are named, all at once; the numbers they got, or why not.
    async fn push(&self, pushes: &[(usize, u128)]) -> Vec<Result<u64, ErrorCode>> {
        let pushes = pushes.iter().enumerate().map(|(n, (home, record))| {
            let edit = zone(Uuid::from_u128(1_000 + n as u128), *record);
            self.storage.push(&self.scopes[*home], vec![Incoming { key: edit.key, edit: Ok(edit) }], NOW)
        });
        let outcome = |reply: Result<wire::PushReply, Error>| match &reply.map_err(|error| error.code())?.answers[..] {
            [answer] => match &answer.outcome {
                Outcome::Accepted { rev, .. } => Ok(*rev),
                Outcome::Refused { code, .. } => Err(*code),
            },
            answers => panic!("one answer for one edit: {answers:?}"),
        };
        join_all(pushes).await.into_iter().map(outcome).collect()
    }

    async fn head(&self, home: usize) -> u64 {
        self.storage.head_for_test(self.scopes[home].space()).await
    }
}

fn zone(key: Uuid, record: u128) -> Edit {
    Edit {
        key: EditKey(key),
        id: RecordId(Uuid::from_u128(record)),
        kind: "zone".into(),
        stamp: Stamp { at_ms: NOW.0.cast_unsigned(), count: 0, device: DeviceId(1) },
        fields: Body::from_text(json!({"name": "Roof"}).to_string()).expect("JSON"),
    }
}

#[tokio::test]
async fn each_home_numbers_its_own_revisions() {
    let homes = Homes::new(70).await;
    let pushes: Vec<(usize, u128)> = (0..70).map(|home| (home, 100 + home as u128)).collect();
    assert_eq!(homes.push(&pushes).await, vec![Ok(1); 70]);
    // The same keys again: they get the answers that they got first.
    assert_eq!(homes.push(&pushes).await, vec![Ok(1); 70]);
    assert_eq!((homes.head(0).await, homes.head(69).await), (1, 1));
}

#[tokio::test]
async fn pushes_to_one_home_follow_each_other() {
    let homes = Homes::new(2).await;
    assert_eq!(homes.push(&[(0, 10), (1, 11), (0, 12), (0, 13), (1, 14)]).await, [Ok(1), Ok(1), Ok(2), Ok(3), Ok(2)]);
    assert_eq!((homes.head(0).await, homes.head(1).await), (3, 2));
}

#[tokio::test]
async fn two_homes_that_name_one_record_have_one_each() {
    let homes = Homes::new(2).await;
    assert_eq!(homes.push(&[(0, 10), (1, 10)]).await, [Ok(1), Ok(1)]);
    // In another order they have other keys: both are changed, each in its home.
    assert_eq!(homes.push(&[(1, 10), (0, 10)]).await, [Ok(2), Ok(2)]);
    assert_eq!((homes.head(0).await, homes.head(1).await), (2, 2));
}

#[tokio::test]
async fn a_membership_that_ended_meanwhile_takes_no_other_push_along() {
    let homes = Homes::new(3).await;
    homes.storage.leave_for_test(homes.scopes[1].space(), homes.scopes[1].account()).await;
    assert_eq!(homes.push(&[(0, 10), (1, 11), (2, 12)]).await, [Ok(1), Err(ErrorCode::NotFound), Ok(1)]);
    assert_eq!(homes.head(1).await, 0);
}

#[tokio::test]
async fn a_push_that_the_database_refuses_takes_no_other_along() {
    let homes = Homes::new(3).await;
    homes.storage.block_for_test(homes.scopes[1].space()).await;
    assert_eq!(homes.push(&[(0, 10), (1, 11), (2, 12)]).await, [Ok(1), Err(ErrorCode::Internal), Ok(1)]);
    assert_eq!((homes.head(0).await, homes.head(1).await, homes.head(2).await), (1, 0, 1));
}
