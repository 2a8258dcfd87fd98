//! What a provider's registrations are worth, what may be said of a job and by whom, and what a provider is told that falls due.

use super::{day, decision, line, quote, record, request, rid};
use model::portal::consent::{ahead, worked_on};
use model::portal::machine::{Party, Refusal, check};
use model::portal::registration::trust;
use model::portal::{
    Answer, Confirmation, Consent, Deal, JobSheet, Provider, Quote, Registration, Review, Side, SignOff, Told, Trust,
    Verdict,
};
use model::{Letter, Record, RecordId};

const TODAY: &str = "2026-11-28";

fn registration(number: &str, expires: Option<&str>) -> Registration {
    Registration { body: "PIRB".into(), number: number.into(), expires: expires.map(day), file: None }
}

fn confirmation(of: &Registration, wrong: Option<bool>, hour: u32) -> Confirmation {
    Confirmation {
        body: of.body.clone(),
        number: of.number.clone(),
        expires: of.expires,
        how: "On the site of the PIRB".into(),
        wrong,
        name: "Thandi".into(),
        confirmed_at: format!("2026-11-28T{hour:02}:00:00.000Z").parse().ok(),
    }
}

fn offered(registrations: Vec<Registration>) -> Vec<Record> {
    let provider = Provider { name: "Ann".into(), registrations, ..Provider::default() };
    vec![record(1, &request()), record(2, &Quote { provider, ..quote(vec![line("1", 100)]) })]
}

#[track_caller]
fn told<T: Letter>(before: &[Record], number: u128, letter: &T, party: Party) -> Result<(), Refusal> {
    let exists = before.iter().any(|one| one.id == rid(number));
    check(&Deal::of(before), &record(number, letter), exists, party, day(TODAY))
}

#[test]
fn a_registration_is_worth_what_was_looked_up_and_until_its_last_day() {
    let cases = [
        (None, &[][..], "stated"),
        (None, &[None], "confirmed"),
        (None, &[None, Some(true)], "wrong"),
        (None, &[Some(true), None], "confirmed"),
        (Some("2026-11-28"), &[None], "confirmed"),
        (Some("2026-11-27"), &[None], "expired"),
        (Some("2026-11-27"), &[], "expired"),
        (Some("2026-11-27"), &[Some(true)], "wrong"),
    ];
    for (expires, checked, expected) in cases {
        let own = registration("1/2", expires);
        let mut deal = offered(vec![own.clone()]);
        for (at, wrong) in checked.iter().enumerate() {
            deal.push(record(10 + at as u128, &confirmation(&own, *wrong, 8 + at as u32)));
        }
        // What was looked up of another number, or of another year, says nothing of this one.
        deal.push(record(20, &confirmation(&registration("9/9", None), None, 20)));
        deal.push(record(21, &confirmation(&registration("1/2", Some("2020-01-01")), None, 21)));
        let deal = Deal::of(&deal);
        let is = match trust(&deal.confirmations, &own, day(TODAY)) {
            Trust::Stated => "stated",
            Trust::Confirmed(_) => "confirmed",
            Trust::Wrong(_) => "wrong",
            Trust::Expired => "expired",
        };
        assert_eq!(is, expected, "{expires:?} {checked:?}");
        assert_eq!(deal.registrations(), [own]);
    }
}

#[test]
fn only_what_the_provider_told_of_is_confirmed_and_only_by_the_home() {
    let own = registration("1/2", None);
    let deal = offered(vec![own.clone()]);
    let letter = confirmation(&own, None, 8);
    assert_eq!(told(&deal, 3, &letter, Party::Client), Ok(()));
    for party in [Party::Tenant, Party::Viewer, Party::Provider] {
        assert_eq!(told(&deal, 3, &letter, party), Err(Refusal::NotYours), "{party}");
    }
    let other = confirmation(&registration("9/9", None), None, 8);
    assert_eq!(told(&deal, 3, &other, Party::Client), Err(Refusal::Unknown));
}

#[test]
fn a_job_that_was_signed_for_is_reviewed_once_and_answered_once() {
    let sheet = JobSheet { completed_on: Some(day(TODAY)), ..JobSheet::default() };
    let sign = |unfinished| SignOff { of: Some(rid(4)), side: Side::Client, unfinished, ..SignOff::default() };
    let review = Review { of: Some(rid(4)), work: Some(5), name: "Thandi".into(), ..Review::default() };
    let answer = |of| Answer { of: Some(rid(of)), text: "Thank you".into(), ..Answer::default() };
    let mut deal = [offered(Vec::new()), vec![record(3, &decision(2, Verdict::Approve))]].concat();
    assert_eq!(told(&deal, 9, &review, Party::Client), Err(Refusal::NotFinished));
    deal.push(record(4, &sheet));
    assert_eq!(told(&deal, 9, &review, Party::Client), Err(Refusal::NotFinished));
    deal.push(record(5, &sign(Some(true))));
    assert_eq!(told(&deal, 9, &review, Party::Client), Err(Refusal::NotFinished), "something is left to do");
    deal.push(record(6, &sign(None)));
    assert_eq!(told(&deal, 9, &answer(7), Party::Provider), Err(Refusal::Unknown));
    assert_eq!(told(&deal, 9, &Review { of: Some(rid(8)), ..review.clone() }, Party::Client), Err(Refusal::Superseded));
    assert_eq!(told(&deal, 9, &review, Party::Provider), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 7, &review, Party::Client), Ok(()));
    deal.push(record(7, &review));
    assert_eq!(told(&deal, 9, &review, Party::Client), Err(Refusal::Already));
    assert_eq!(told(&deal, 7, &review, Party::Client), Err(Refusal::Fact));
    assert_eq!(told(&deal, 9, &answer(7), Party::Client), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 8, &answer(7), Party::Provider), Ok(()));
    deal.push(record(8, &answer(7)));
    assert_eq!(told(&deal, 9, &answer(7), Party::Provider), Err(Refusal::Already));
}

#[test]
fn a_mark_lies_between_one_and_five_and_a_review_says_something() {
    let say = |marks: [Option<i64>; 3], text: &str| {
        let reviewed_at = "2026-11-28T10:00:00.000Z".parse().ok();
        let [work, word, manner] = marks;
        let (of, name, text) = (Some(rid(1)), "T".into(), text.into());
        let faults = Review { of, work, word, manner, text, name, reviewed_at }.faults();
        faults.into_iter().map(|fault| fault.field).collect::<Vec<_>>()
    };
    assert_eq!(say([Some(1), Some(5), None], ""), [""; 0]);
    assert_eq!(say([None; 3], "Good"), [""; 0]);
    assert_eq!(say([None; 3], " "), ["text"]);
    assert_eq!(say([Some(0), Some(6), Some(3)], ""), ["work", "word"]);
}

#[test]
fn consent_is_the_clients_and_there_is_one() {
    let mut deal = offered(Vec::new());
    let given = Consent { given: true, ..Consent::default() };
    assert_eq!(told(&deal, 3, &given, Party::Provider), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 3, &given, Party::Tenant), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 3, &given, Party::Client), Ok(()));
    deal.push(record(3, &given));
    assert_eq!(told(&deal, 4, &given, Party::Client), Err(Refusal::Already));
    assert_eq!(told(&deal, 3, &Consent::default(), Party::Client), Ok(()), "and is taken back");
}

#[test]
fn what_falls_due_is_told_of_the_systems_that_were_worked_on_and_no_others() {
    let systems = vec![Told { id: Some(rid(50)), name: "Geyser".into() }, Told { id: None, name: "Tap".into() }];
    let asked = model::portal::Request { systems, ..request() };
    let part = model::portal::Fitted { system: Some(rid(51)), name: "Valve".into(), ..Default::default() };
    let sheet = JobSheet { completed_on: Some(day(TODAY)), parts: vec![part], ..JobSheet::default() };
    let deal = Deal::of(&[record(1, &asked), record(2, &sheet)]);
    let own = worked_on(&deal);
    assert_eq!(own.iter().copied().collect::<Vec<_>>(), [rid(50), rid(51)]);
    let of = |number: u128| -> Vec<RecordId> { vec![rid(number)] };
    let (geyser, valve, gate) = (of(50), of(51), of(60));
    let coming = [
        ("Anode", day("2028-06-01"), &geyser[..]),
        ("Valve", day("2026-10-01"), &valve[..]),
        ("Gate motor", day("2026-12-01"), &gate[..]),
        ("Whole house", day("2026-12-01"), &[]),
        ("Far away", day("2029-11-29"), &geyser[..]),
    ];
    let due: Vec<String> = ahead(coming, &own, day(TODAY)).into_iter().map(|due| due.title).collect();
    assert_eq!(due, ["Valve", "Anode"]);
    let many = (0..60).map(|_| ("Again", day("2027-01-01"), &geyser[..]));
    assert_eq!(ahead(many, &own, day(TODAY)).len(), model::portal::consent::DUE_MAX);
}
