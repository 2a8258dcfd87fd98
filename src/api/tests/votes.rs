//! Votes of trustees: who may vote on what, and that every device comes to the same outcome however they arrive.

use super::home::edit;
use super::{Person, Server, on_both};
use model::access::Role;
use model::estate::approval::{Outcome as Decided, Refusal, Say};
use model::scheme::Motion;
use model::{AccountId, Edit, RecordId, SpaceId};
use serde_json::json;
use uuid::Uuid;
use wire::push::{Outcome, Push};
use wire::space::{Membership, SpaceNew};
use wire::{Page, PushReply, path};

const SCHEME: SpaceId = SpaceId(Uuid::from_u128(0xe5));
const MOTION: u128 = 1;

fn vote(record: u128, motion: u128, member: AccountId, say: Say) -> Edit {
    let motion = RecordId(Uuid::from_u128(motion));
    let at = "2026-11-27T10:00:00.000Z";
    edit(record, "vote", &json!({"motion": motion, "member": member, "say": say, "name": "Somebody", "at": at}))
}

fn motion(panel: &[AccountId]) -> Edit {
    let fields =
        json!({"title": "Roof of block A", "cents": 79_000_000, "panel": panel, "needed": 2, "put_on": "2026-11-27"});
    edit(MOTION, "motion", &fields)
}

impl Person {
    /// What was answered to edits of the scheme: nothing, or why they were refused.
    async fn puts(&self, edits: &[Edit]) -> Vec<String> {
        let reply: PushReply = self.post(&path::push(SCHEME), &Push { edits: edits.to_vec() }).await.ok();
        let why = |outcome: &Outcome| match outcome {
            Outcome::Accepted { .. } => String::new(),
            Outcome::Refused { code, faults } => {
                faults.first().map_or(code.as_str(), |fault| fault.field.as_str()).to_owned()
            }
        };
        reply.answers.iter().map(|answer| why(&answer.outcome)).collect()
    }

    /// How the matter stands on their device, and what became of each vote.
    async fn sees(&self) -> (Decided, Vec<(Say, Result<(), Refusal>)>) {
        let page: Page = self.get(&path::pull(SCHEME)).await.ok();
        let id = RecordId(Uuid::from_u128(MOTION));
        let record = page.records.iter().find(|record| record.id == id).expect("the matter is there");
        let motion: Motion = record.body.read().expect("it can be read");
        let ballot = motion.ballot(id, &page.records);
        (ballot.matter.outcome(), ballot.votes.iter().map(|(vote, told)| (vote.say, *told)).collect())
    }
}

/// A scheme with its manager and three trustees, and a matter on which the trustees decide.
async fn scheme(server: &Server) -> (Person, [Person; 3]) {
    let manager = server.person("manager").await;
    manager.post(path::ESTATES, &SpaceNew { id: SCHEME }).await.ok::<Membership>();
    let trustees = [server.person("ann").await, server.person("ben").await, server.person("cara").await];
    for trustee in &trustees {
        server.app.storage.join_for_test(SCHEME, trustee.account, Role::Trustee).await;
    }
    let panel: Vec<AccountId> = trustees.iter().map(|trustee| trustee.account).collect();
    assert_eq!(manager.puts(&[motion(&panel)]).await, [""]);
    (manager, trustees)
}

#[tokio::test]
async fn two_approve_and_one_declines_at_once_and_every_device_says_the_same() {
    on_both(async |server| {
        let (manager, [ann, ben, cara]) = scheme(&server).await;
        let says = [
            [vote(11, MOTION, ann.account, Say::Approve)],
            [vote(12, MOTION, ben.account, Say::Approve)],
            [vote(13, MOTION, cara.account, Say::Decline)],
        ];
        let told = tokio::join!(ann.puts(&says[0]), ben.puts(&says[1]), cara.puts(&says[2]));
        assert_eq!(
            (told.0.as_slice(), told.1.as_slice(), told.2.as_slice()),
            (&[String::new()][..], &[String::new()][..], &[String::new()][..])
        );
        let first = manager.sees().await;
        assert_eq!((first.0, first.1.len()), (Decided::Approved, 3));
        for person in [&ann, &ben, &cara] {
            assert_eq!(person.sees().await, first);
        }
        // What comes too late is kept and told so; it changes nothing.
        assert_eq!(cara.puts(&[vote(14, MOTION, cara.account, Say::Recuse)]).await, [""]);
        let (outcome, votes) = ben.sees().await;
        assert_eq!((outcome, votes.last()), (Decided::Approved, Some(&(Say::Recuse, Err(Refusal::Decided)))));
    })
    .await;
}

#[tokio::test]
async fn a_vote_is_of_the_panel_on_a_matter_that_is_there_and_twice_the_same_is_one() {
    on_both(async |server| {
        let (manager, [ann, ben, cara]) = scheme(&server).await;
        // A matter that nobody put, and what is no matter.
        assert_eq!(ann.puts(&[vote(11, 99, ann.account, Say::Approve)]).await, ["motion"]);
        let vendor = edit(2, "vendor", &json!({"name": "Cape Roofs", "approval": "approved"}));
        assert_eq!(manager.puts(&[vendor]).await, [""]);
        assert_eq!(ann.puts(&[vote(11, 2, ann.account, Say::Approve)]).await, ["motion"]);
        // Who is not of the panel, and in another's name.
        assert_eq!(manager.puts(&[vote(12, MOTION, manager.account, Say::Approve)]).await, ["member"]);
        assert_eq!(ben.puts(&[vote(13, MOTION, ann.account, Say::Approve)]).await, ["forbidden"]);
        // From two devices, and sent again.
        let own = vote(14, MOTION, ann.account, Say::Approve);
        assert_eq!(
            ann.puts(&[own.clone(), vote(15, MOTION, ann.account, Say::Approve), own.clone()]).await,
            ["", "", ""]
        );
        let (outcome, votes) = cara.sees().await;
        let same = (Say::Approve, Err(Refusal::Same));
        assert_eq!((outcome, votes), (Decided::Open, vec![(Say::Approve, Ok(())), same]));
        // A vote is no record that is edited.
        let changed = Edit { key: vote(14, MOTION, ann.account, Say::Decline).key, ..own };
        assert_ne!(ann.puts(&[changed]).await, [""]);
        let gone = edit(MOTION, "motion", &json!({"deleted": true}));
        assert_eq!(manager.puts(&[gone]).await, [""]);
        assert_eq!(ben.puts(&[vote(16, MOTION, ben.account, Say::Approve)]).await, ["motion"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_voted_on_stands() {
    on_both(async |server| {
        let (manager, [ann, ..]) = scheme(&server).await;
        let dearer = || edit(MOTION, "motion", &json!({"cents": 80_000_000}));
        assert_eq!(manager.puts(&[dearer()]).await, [""]);
        assert_eq!(ann.puts(&[vote(11, MOTION, ann.account, Say::Decline)]).await, [""]);
        let fewer = edit(MOTION, "motion", &json!({"needed": 1}));
        let panel = edit(MOTION, "motion", &json!({"panel": [manager.account]}));
        let text = edit(MOTION, "motion", &json!({"text": "Until Friday, please."}));
        assert_eq!(manager.puts(&[dearer(), fewer, panel, text]).await, ["voted", "voted", "voted", ""]);
        // Another matter is open to change all the same.
        let other = edit(3, "motion", &json!({"title": "Paint", "put_on": "2026-11-27"}));
        let priced = edit(3, "motion", &json!({"cents": 5}));
        assert_eq!(manager.puts(&[other, priced]).await, ["", ""]);
    })
    .await;
}
