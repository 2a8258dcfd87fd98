//! Who may write what in a case, and how its records are read.

use super::*;
use crate::access;
use crate::body::Body;
use crate::date::Instant;
use crate::estate::case::{Act, Refusal, Role, State, Terms};
use crate::id::{AccountId, RecordId, ShareId};
use crate::letter::Letter;
use crate::record::Record;
use uuid::Uuid;

const CARL: AccountId = AccountId(Uuid::from_u128(1));
const BEA: AccountId = AccountId(Uuid::from_u128(2));
const ANN: AccountId = AccountId(Uuid::from_u128(3));
const LINK: ShareId = ShareId(Uuid::from_u128(9));
const DAY_MS: i64 = 86_400_000;
const NOW: Instant = Instant(1_795_244_400_000);

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record<T: Letter>(rev: u64, by: AccountId, letter: &T) -> Record {
    let (id, at) = (rid(u128::from(rev)), Some(NOW));
    Record { id, kind: T::KIND.into(), rev, by: Some(by), at, body: Body::seal(&letter.fields()), ..Record::default() }
}

/// Carl complains of who comes by a link; a third has neither account nor link.
fn matter() -> Dispute {
    let party = |id, role, account, link| Party { id: rid(id), role, name: "Somebody".into(), account, link };
    Dispute {
        title: "Noise".into(),
        parties: vec![
            party(101, Role::Complainant, Some(CARL), None),
            party(102, Role::Respondent, None, Some(LINK)),
            party(103, Role::Contractor, None, None),
        ],
        ..Dispute::default()
    }
}

fn act(act: Act, party: Option<u128>, office: Option<Role>) -> DisputeAct {
    DisputeAct { act, party: party.map(rid), office, text: "So.".into(), at: Some(NOW), ..DisputeAct::default() }
}

fn writer(account: AccountId, role: access::Role) -> Writer {
    Writer { account, link: None, role }
}

fn tried(records: &[Record], writer: &Writer, letter: &DisputeAct) -> Result<(), Refusal> {
    check(records, &record(0, writer.account, letter), false, writer, NOW)
}

#[test]
fn everybody_writes_for_themselves_and_the_office_for_who_is_not_here() {
    let open = record(2, ANN, &act(Act::Open, Some(101), None));
    let records = [record(1, ANN, &matter()), open];
    let by_link = Writer { account: AccountId::default(), link: Some(LINK), role: access::Role::Provider };
    let carl = writer(CARL, access::Role::Provider);
    let trustee = writer(BEA, access::Role::Trustee);
    let say = |party: u128| act(Act::Settle, Some(party), None);
    let rows = [
        (carl, say(101), Ok(())),
        (carl, say(102), Err(Refusal::NotYours)),
        (carl, act(Act::Review, None, Some(Role::Manager)), Err(Refusal::NotYours)),
        (by_link, act(Act::Answer, Some(102), None), Ok(())),
        (by_link, act(Act::Answer, Some(101), None), Err(Refusal::NotYours)),
        (by_link, act(Act::Answer, None, Some(Role::Trustee)), Err(Refusal::NotYours)),
        (trustee, act(Act::Decide, None, Some(Role::Trustee)), Err(Refusal::TooEarly)),
        (trustee, act(Act::Review, None, Some(Role::Manager)), Err(Refusal::NotYours)),
        (trustee, say(101), Err(Refusal::NotYours)),
        // A contractor settles nothing, whoever writes it down.
        (trustee, say(103), Err(Refusal::NotYours)),
        (writer(CARL, access::Role::Trustee), act(Act::Review, None, Some(Role::Trustee)), Err(Refusal::NotYours)),
    ];
    for (writer, letter, expected) in rows {
        assert_eq!(tried(&records, &writer, &letter), expected, "{writer:?} {letter:?}");
    }
    let said = Statement { party: Some(rid(103)), text: "I was there.".into(), at: Some(NOW), ..Statement::default() };
    assert_eq!(check(&records, &record(0, BEA, &said), false, &trustee, NOW), Ok(()));
    assert_eq!(check(&[], &record(0, BEA, &said), false, &trustee, NOW), Err(Refusal::NotOpened));
}

#[test]
fn what_it_is_about_is_written_once_and_by_the_office_that_is_no_party() {
    let records = [record(1, ANN, &matter())];
    let of = |writer: Writer, exists: bool, records: &[Record]| {
        check(records, &record(1, writer.account, &matter()), exists, &writer, NOW)
    };
    let owner = writer(ANN, access::Role::Owner);
    assert_eq!(of(owner, false, &[]), Ok(()));
    assert_eq!(of(owner, false, &records), Err(Refusal::Already));
    assert_eq!(of(owner, true, &records), Ok(()));
    assert_eq!(of(writer(CARL, access::Role::Provider), true, &records), Err(Refusal::NotYours));
    // A trustee who is a party changes nothing of it.
    assert_eq!(of(writer(CARL, access::Role::Trustee), true, &records), Err(Refusal::NotYours));
}

#[test]
fn the_thread_tells_the_case_and_what_is_not_sent_comes_last() {
    let mut unsent = record(0, CARL, &act(Act::Appeal, Some(101), None));
    (unsent.by, unsent.at, unsent.id) = (None, None, rid(50));
    let records = [
        unsent,
        record(5, BEA, &act(Act::Decide, None, Some(Role::Trustee))),
        record(1, ANN, &matter()),
        record(2, ANN, &act(Act::Open, Some(101), None)),
        record(3, AccountId::default(), &act(Act::Answer, Some(102), None)),
        record(4, ANN, &act(Act::Review, None, Some(Role::Manager))),
    ];
    let thread = Thread::of(&records, CARL);
    let acts: Vec<Act> = thread.turns.iter().map(|turn| turn.act).collect();
    assert_eq!(acts, [Act::Open, Act::Answer, Act::Review, Act::Decide, Act::Appeal]);
    assert!(!thread.turns[4].is_sent && thread.turns[3].is_sent);
    let today = NOW.date(crate::date::HOME_AHEAD_MINUTES);
    assert_eq!(thread.case().state(&Terms::default(), today), State::Appealed);
    assert_eq!(case(&records[1..]).state(&Terms::default(), today), State::Decided);
    let later = Instant(NOW.0 + 20 * DAY_MS).date(crate::date::HOME_AHEAD_MINUTES);
    assert_eq!(case(&records[1..]).state(&Terms::default(), later), State::Closed);
    let offered = offered(&Thread::of(&records[1..], CARL), Some(rid(101)), None, CARL, NOW);
    assert_eq!(offered, [Act::Say, Act::Appeal, Act::Settle, Act::Refer]);
    assert_eq!(super::offered(&thread, None, Some(Role::Trustee), BEA, NOW), [Act::Add, Act::Say]);
}
