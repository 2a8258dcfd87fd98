//! Giving work: what quotes come to as offers, what is approved by which votes, and the job that a finished deal tells of.

use super::{day, rid};
use model::estate::approval::Say;
use model::portal::line::Line;
use model::portal::quote::Choice;
use model::portal::{Deal, Decision, Invoice, JobSheet, Quote, Request, Variation, Verdict};
use model::scheme::award::{Bar, decides, finished, offers};
use model::scheme::{Motion, Offer, Scheme, Vote};
use model::{AccountId, Body, Date, Edit, EditKey, Instant, Letter, Record, RecordId, SpaceId, Stamp};
use uuid::Uuid;

const DEAL: SpaceId = SpaceId(Uuid::from_u128(0xdea1));

fn today() -> Date {
    day("2026-11-27")
}

/// A record as the server numbered it, by its id.
fn record<T: Letter>(id: u128, letter: &T) -> Record {
    let (key, kind) = (EditKey::default(), T::KIND.to_owned());
    let edit = Edit { key, id: rid(id), kind, stamp: Stamp::default(), fields: Body::seal(&letter.fields()) };
    Record { rev: u64::try_from(id).expect("small"), ..Record::first(&edit) }
}

fn line(id: &str, option: &str, cents: i64) -> Line {
    Line { id: id.into(), what: id.into(), option: option.into(), quantity: 1_000, price: cents, ..Line::default() }
}

fn asked() -> Record {
    let request = Request {
        title: "Roof".into(),
        provider: "Cape Roofs".into(),
        contact: Some(rid(3)),
        from: Some(rid(2)),
        ..Request::default()
    };
    record(10, &request)
}

/// A quote of two options that says on which day it begins.
fn quote() -> Quote {
    let option = |key: &str| Choice { key: key.into(), name: key.to_uppercase(), ..Choice::default() };
    Quote {
        on: Some(day("2026-11-20")),
        title: "Roof".into(),
        lines: vec![line("work", "", 4_000_000), line("good", "a", 1_000_000), line("best", "b", 2_500_000)],
        options: vec![option("a"), option("b")],
        inclusive: true,
        starts: Some(day("2027-01-04").into()),
        takes_days: Some(5),
        ..Quote::default()
    }
}

fn decision(on: u128, option: &str) -> Decision {
    Decision {
        on: Some(rid(on)),
        verdict: Verdict::Approve,
        option: option.into(),
        name: "A".into(),
        ..Decision::default()
    }
}

/// A scheme above whose threshold two of three approve, and a matter on an offer with so many votes for it.
fn office(offer: Offer, votes: u128) -> Vec<Record> {
    let member = |number| AccountId(Uuid::from_u128(number));
    let scheme = Scheme { name: "Protea Mews".into(), approval_from: Some(1_000_000), ..Scheme::default() };
    let motion = Motion {
        title: "Roof".into(),
        offers: vec![offer],
        chosen: Some(0),
        panel: vec![member(1), member(2), member(3)],
        needed: 1,
        put_on: Some(today()),
        ..Motion::default()
    };
    let vote = |by: u128| {
        let (motion, member) = (Some(rid(2)), Some(member(by)));
        record(
            2 + by,
            &Vote { motion, member, say: Say::Approve, name: "A".into(), at: Some(Instant(0)), ..Vote::default() },
        )
    };
    [record(1, &scheme), record(2, &motion)].into_iter().chain((1..=votes).map(vote)).collect()
}

#[test]
fn each_option_is_an_offer_and_only_the_one_that_was_carried_is_approved() {
    let deal = Deal::of(&[asked(), record(11, &quote())]);
    let came = offers(DEAL, &deal, today());
    let told: Vec<_> = came.iter().map(|one| (one.option.as_str(), one.note.as_str(), one.cents, one.by)).collect();
    let last = Some(day("2027-01-08"));
    assert_eq!(told, [("a", "A", Some(5_000_000), last), ("b", "B", Some(6_500_000), last)]);
    let judge = |office: &[Record], option| decides(office, DEAL, &deal, &decision(11, option), today());
    let carried = |at: usize, votes| office(came[at].clone(), votes);
    let rows = [
        // A matter that says that one is enough is held to what the scheme says.
        (carried(0, 1), "a", Err(Bar::Votes)),
        (carried(0, 2), "a", Ok(())),
        (carried(0, 2), "b", Err(Bar::Votes)),
        (carried(1, 2), "b", Ok(())),
        (office(Offer { cents: Some(4_999_999), ..came[0].clone() }, 3), "a", Err(Bar::Votes)),
        (office(Offer { quote: Some(rid(12)), ..came[0].clone() }, 3), "a", Err(Bar::Votes)),
        (office(Offer { deal: None, ..came[0].clone() }, 3), "a", Err(Bar::Votes)),
        (Vec::new(), "a", Ok(())),
    ];
    for (at, (office, option, expected)) in rows.into_iter().enumerate() {
        assert_eq!(judge(&office, option), expected, "row {at}");
    }
    let declined = Decision { verdict: Verdict::Decline, ..decision(11, "a") };
    assert_eq!(decides(&carried(0, 0), DEAL, &deal, &declined, today()), Ok(()));
}

#[test]
fn what_is_added_to_a_quote_is_voted_on_with_it() {
    let more = Variation {
        quote: Some(rid(11)),
        title: "Rotten timber".into(),
        on: Some(today()),
        lines: vec![line("timber", "", 900_000)],
        ..Variation::default()
    };
    let deal = Deal::of(&[asked(), record(11, &quote()), record(12, &decision(11, "a")), record(13, &more)]);
    let came = offers(DEAL, &deal, today());
    assert_eq!(came.iter().map(|one| one.cents).collect::<Vec<_>>(), [Some(5_900_000)]);
    let judge = |offer: Offer| decides(&office(offer, 2), DEAL, &deal, &decision(13, ""), today());
    assert_eq!(judge(Offer { cents: Some(5_000_000), ..came[0].clone() }), Err(Bar::Votes));
    assert_eq!(judge(came[0].clone()), Ok(()));
}

#[test]
fn a_finished_deal_tells_of_its_job_always_by_the_same_id() {
    let open = [asked(), record(11, &quote()), record(12, &decision(11, "a"))];
    assert_eq!(finished(&Deal::of(&open), None), None);
    let sheet = JobSheet { quote: Some(rid(11)), completed_on: Some(day("2027-01-12")), ..JobSheet::default() };
    let bill = Invoice {
        number: "7".into(),
        on: Some(today()),
        lines: vec![line("work", "", 5_200_000)],
        inclusive: true,
        ..Invoice::default()
    };
    let all: Vec<Record> = open.into_iter().chain([record(13, &sheet), record(14, &bill)]).collect();
    let (id, job) = finished(&Deal::of(&all), Some(rid(9))).expect("it is finished");
    assert_eq!(finished(&Deal::of(&all), None).map(|(id, _)| id), Some(id));
    assert_eq!((job.vendor, job.bundle, job.title.as_str()), (Some(rid(3)), Some::<RecordId>(rid(9)), "Roof"));
    assert_eq!((job.finished, job.promised), (Some(day("2027-01-12")), Some(day("2027-01-08"))));
    assert_eq!((job.quoted, job.invoiced), (Some(5_000_000), Some(5_200_000)));
    assert_eq!(job.faults(), []);
}
