//! The table of who may do what in which state, and what single stories leave behind.

use super::{day, decision, invoice, line, quote, record, request, rid};
use model::portal::machine::{Act, Party, Refusal, State, check, may};
use model::portal::{
    Appointment, Choice, Deal, Invoice, InvoiceNumber, JobSheet, Message, Payment, Quote, Side, SignOff, Variation,
    Verdict,
};
use model::{Letter, Record};

const TODAY: &str = "2026-11-28";

/// What becomes of a record in a deal of `before`.
#[track_caller]
fn told<T: Letter>(before: &[Record], number: u128, letter: &T, party: Party) -> Result<(), Refusal> {
    let exists = before.iter().any(|one| one.id == rid(number));
    check(&Deal::of(before), &record(number, letter), exists, party, day(TODAY))
}

#[test]
fn every_act_in_every_state_by_everybody_has_an_answer() {
    let mut allowed = 0;
    for act in Act::ALL {
        for state in State::ALL {
            for party in Party::ALL {
                match may(*act, *state, *party) {
                    Ok(()) => allowed += 1,
                    // Who may never do it is told so in every state.
                    Err(Refusal::NotYours) => {
                        assert!(State::ALL.iter().all(|any| may(*act, *any, *party) == Err(Refusal::NotYours)));
                    }
                    Err(_) => {}
                }
            }
        }
        // Each act is somebody's, in some state.
        assert!(
            State::ALL.iter().any(|state| Party::ALL.iter().any(|party| may(*act, *state, *party).is_ok())),
            "{act}"
        );
    }
    assert_eq!(allowed, 90);
    for act in
        [Act::Approve, Act::ApproveVariation, Act::Decline, Act::TakeBack, Act::Confirm, Act::Review, Act::Consent]
    {
        for state in State::ALL {
            for party in [Party::Tenant, Party::Viewer, Party::Provider] {
                assert_eq!(may(act, *state, party), Err(Refusal::NotYours), "{act} {state} {party}");
            }
        }
    }
}

#[test]
fn the_first_decision_stands_and_the_other_is_told() {
    let mut deal = vec![record(1, &request()), record(2, &quote(vec![line("1", 100)]))];
    assert_eq!(told(&deal, 3, &decision(2, Verdict::Approve), Party::Client), Ok(()));
    deal.push(record(3, &decision(2, Verdict::Approve)));
    for verdict in Verdict::ALL {
        assert_eq!(told(&deal, 4, &decision(2, *verdict), Party::Client), Err(Refusal::Decided), "{verdict}");
    }
    // Should a second one stand there all the same, it changes nothing.
    deal.push(record(4, &decision(2, Verdict::Decline)));
    assert_eq!(Deal::of(&deal).approval().map(|(quote, decision)| (quote.id, decision.id)), Some((rid(2), rid(3))));
}

#[test]
fn what_has_expired_or_was_replaced_is_not_approved() {
    let until = |text: &str| Quote { valid_until: Some(day(text)), ..quote(vec![line("1", 100)]) };
    let deal = vec![record(1, &request()), record(2, &until("2026-11-27")), record(3, &until(TODAY))];
    let approve = |on| told(&deal, 9, &decision(on, Verdict::Approve), Party::Client);
    assert_eq!((approve(2), approve(3), approve(8)), (Err(Refusal::Expired), Ok(()), Err(Refusal::Unknown)));
    // A change of what has expired can be asked for.
    assert_eq!(told(&deal, 9, &decision(2, Verdict::Change), Party::Client), Ok(()));
    let next = Quote { replaces: Some(rid(3)), ..quote(vec![line("1", 90)]) };
    assert_eq!(told(&deal, 4, &next, Party::Provider), Ok(()));
    let deal = [deal, vec![record(4, &next)]].concat();
    assert_eq!(told(&deal, 9, &decision(3, Verdict::Approve), Party::Client), Err(Refusal::Superseded));
    assert_eq!(told(&deal, 9, &next, Party::Provider), Err(Refusal::Superseded));
    assert_eq!(told(&deal, 9, &decision(4, Verdict::Approve), Party::Client), Ok(()));
}

#[test]
fn an_option_is_picked_and_only_what_is_offered_is_ticked() {
    let mut lines = vec![line("1", 100), line("2", 50), line("3", 20)];
    (lines[1].option, lines[2].option, lines[2].optional) = ("good".into(), "best".into(), true);
    let options = ["good", "best"].map(|key| Choice { key: key.into(), name: key.into(), words: String::new() });
    let deal = [record(1, &request()), record(2, &Quote { options: options.into(), ..quote(lines) })];
    let approve = |option: &str, ticked: &[&str]| {
        let mut decision = decision(2, Verdict::Approve);
        decision.option = option.into();
        decision.ticked = ticked.iter().map(|id| (*id).to_owned()).collect();
        told(&deal, 3, &decision, Party::Client)
    };
    assert_eq!(approve("", &[]), Err(Refusal::NoOption));
    assert_eq!(approve("fine", &[]), Err(Refusal::NoOption));
    assert_eq!(approve("good", &["3"]), Err(Refusal::NotOptional));
    assert_eq!(approve("best", &["1"]), Err(Refusal::NotOptional));
    assert_eq!((approve("best", &["3"]), approve("good", &[])), (Ok(()), Ok(())));
}

#[test]
fn a_job_from_request_to_payment() {
    let mut deal = Vec::new();
    let mut step = |number: u128, letter: Record, party: Party, expected: State| {
        let now = Deal::of(&deal);
        let exists = deal.iter().any(|one: &Record| one.id == rid(number));
        assert_eq!(check(&now, &letter, exists, party, day(TODAY)), Ok(()), "{}", letter.kind);
        deal.retain(|one| one.id != letter.id);
        deal.push(letter);
        let now = Deal::of(&deal);
        let states = [now.request_state(), now.job_state()];
        let invoice = now.invoices.first().map(|one| now.invoice_state(one));
        assert!(states.contains(&expected) || invoice == Some(expected), "{states:?} {invoice:?}");
        deal.clone()
    };
    let sheet = JobSheet { completed_on: Some(day(TODAY)), quote: Some(rid(2)), ..JobSheet::default() };
    let sign = |side| SignOff {
        of: Some(rid(7)),
        side,
        name: "T".into(),
        signed_at: "2026-11-28T10:00:00.000Z".parse().ok(),
        ..SignOff::default()
    };
    let there = Appointment { state: model::portal::VisitState::There, ..Appointment::default() };
    let variation = Variation {
        quote: Some(rid(2)),
        title: "More".into(),
        on: Some(day(TODAY)),
        lines: vec![line("v", 40)],
        ..Variation::default()
    };
    let pay = |cents| Payment { of: Some(rid(9)), cents, on: Some(day(TODAY)), ..Payment::default() };
    step(1, record(1, &request()), Party::Tenant, State::Asked);
    step(2, record(2, &quote(vec![line("1", 100)])), Party::Provider, State::Offered);
    step(3, record(3, &decision(2, Verdict::Approve)), Party::Client, State::JobAgreed);
    step(4, record(4, &there), Party::Provider, State::JobUnderWay);
    step(5, record(5, &variation), Party::Provider, State::JobUnderWay);
    step(6, record(6, &decision(5, Verdict::Approve)), Party::Client, State::JobUnderWay);
    step(7, record(7, &sheet), Party::Provider, State::JobFinished);
    step(8, record(8, &sign(Side::Client)), Party::Client, State::JobSigned);
    let mut draft = invoice(vec![line("1", 100), line("v", 40)]);
    draft.number = String::new();
    let billed = step(9, record(9, &draft), Party::Provider, State::InvoiceDraft);
    assert_eq!(told(&billed, 20, &pay(10), Party::Client), Err(Refusal::NoNumber));
    // Nobody gives numbers but the server, and a job is finished once.
    let number = InvoiceNumber { of: Some(rid(9)), number: "1".into() };
    assert_eq!(told(&billed, 10, &number, Party::Provider), Err(Refusal::NotYours));
    assert_eq!(told(&billed, 20, &sheet, Party::Provider), Err(Refusal::Finished));
    let mut numbered = billed;
    numbered.push(record(10, &number));
    let typed = |number: &str| Invoice { number: number.into(), ..draft.clone() };
    assert_eq!(told(&numbered, 20, &typed(" 1"), Party::Provider), Err(Refusal::NumberTaken));
    assert_eq!(told(&numbered, 20, &typed("001"), Party::Provider), Err(Refusal::NumberTaken));
    assert_eq!(told(&numbered, 20, &typed("2"), Party::Provider), Ok(()));
    let state = |records: &[Record]| {
        let deal = Deal::of(records);
        (deal.invoice_state(&deal.invoices[0]), deal.owed(&deal.invoices[0]))
    };
    assert_eq!(state(&numbered), (State::InvoiceOwed, 140));
    numbered.push(record(11, &pay(40)));
    // The provider tells of the same payment: it was made once.
    numbered.push(record(12, &Payment { side: Side::Provider, ..pay(40) }));
    assert_eq!(state(&numbered), (State::InvoiceOwed, 100));
    numbered.push(record(13, &pay(100)));
    assert_eq!(state(&numbered), (State::InvoicePaid, 0));
    assert_eq!(told(&numbered, 20, &pay(1), Party::Client), Err(Refusal::Paid));
}

#[test]
fn a_side_does_not_speak_as_the_other_nor_change_what_was_said() {
    let deal = [record(1, &request()), record(2, &quote(vec![line("1", 100)]))];
    let say = |side| Message {
        side,
        text: "Hello".into(),
        sent_at: "2026-11-28T10:00:00.000Z".parse().ok(),
        ..Message::default()
    };
    assert_eq!(told(&deal, 3, &say(Side::Client), Party::Provider), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 3, &say(Side::Client), Party::Viewer), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 3, &say(Side::Client), Party::Tenant), Ok(()));
    assert_eq!(told(&deal, 2, &quote(vec![line("1", 900)]), Party::Provider), Err(Refusal::Fact));
    assert_eq!(told(&deal, 3, &request(), Party::Client), Err(Refusal::Already));
    let gone = model::portal::Request { deleted: Some(true), ..request() };
    assert_eq!(told(&deal, 1, &gone, Party::Tenant), Err(Refusal::NotYours));
    assert_eq!(told(&deal, 1, &gone, Party::Client), Ok(()));
    let deal = [record(1, &gone), record(2, &quote(vec![line("1", 100)]))];
    assert_eq!(told(&deal, 3, &decision(2, Verdict::Approve), Party::Client), Err(Refusal::TakenBack));
    assert_eq!(told(&deal, 3, &quote(vec![line("1", 100)]), Party::Provider), Err(Refusal::TakenBack));
}

#[test]
fn each_side_is_told_what_it_is_waited_on_for() {
    use model::portal::wait::{Wait, is_read, unread, waits};
    let on = |records: &[Record], side| waits(&Deal::of(records), side, day(TODAY));
    let mut deal = vec![record(1, &request())];
    assert_eq!((on(&deal, Side::Client), on(&deal, Side::Provider)), (vec![], vec![Wait::Offer]));
    deal.push(record(2, &quote(vec![line("1", 100)])));
    assert_eq!((on(&deal, Side::Client), on(&deal, Side::Provider)), (vec![Wait::Decide], vec![]));
    deal.push(record(3, &decision(2, Verdict::Change)));
    assert_eq!((on(&deal, Side::Client), on(&deal, Side::Provider)), (vec![], vec![Wait::Change]));
    deal.push(record(4, &decision(2, Verdict::Approve)));
    assert_eq!((on(&deal, Side::Client), on(&deal, Side::Provider)), (vec![], vec![Wait::Plan]));
    deal.push(record(5, &JobSheet { completed_on: Some(day(TODAY)), ..JobSheet::default() }));
    assert_eq!((on(&deal, Side::Client), on(&deal, Side::Provider)), (vec![Wait::SignOff], vec![Wait::Bill]));
    deal.push(record(6, &invoice(vec![line("1", 100)])));
    deal.push(record(7, &Message { side: Side::Provider, text: "Hello".into(), ..Message::default() }));
    assert_eq!(on(&deal, Side::Client), [Wait::Pay, Wait::SignOff, Wait::Read]);
    let reads = |records: &[Record]| {
        let deal = Deal::of(records);
        deal.messages.iter().map(|message| is_read(&deal, message)).collect::<Vec<_>>()
    };
    assert_eq!(reads(&deal), [false]);
    deal.push(record(8, &model::portal::Seen { rev: 7, ..model::portal::Seen::default() }));
    assert_eq!((unread(&Deal::of(&deal), Side::Client), on(&deal, Side::Provider)), (0, vec![]));
    // What waits to be sent nobody has read, and one's own mark says nothing of one's own words.
    let waiting = Message { side: Side::Provider, text: "And?".into(), ..Message::default() };
    deal.push(Record { rev: 0, ..record(9, &waiting) });
    deal.push(record(10, &Message { text: "Yes".into(), ..Message::default() }));
    deal.push(record(11, &model::portal::Seen { rev: 10, ..model::portal::Seen::default() }));
    assert_eq!(reads(&deal), [true, false, false]);
}

#[test]
fn no_more_is_credited_than_was_billed() {
    let bill = invoice(vec![line("1", 100), line("2", 50)]);
    let note = |of: u128, cents: i64| Invoice {
        credits: Some(rid(of)),
        number: format!("CN {cents}"),
        ..invoice(vec![line("1", cents)])
    };
    let base = vec![
        record(1, &request()),
        record(2, &quote(vec![line("1", 100), line("2", 50)])),
        record(3, &decision(2, Verdict::Approve)),
        record(4, &bill),
        record(5, &note(4, 100)),
    ];
    let rows = [
        (note(4, 50), Ok(())),
        (note(4, 51), Err(Refusal::Paid)),
        (note(5, 1), Err(Refusal::Unknown)),
        (note(9, 1), Err(Refusal::Unknown)),
    ];
    for (note, expected) in rows {
        assert_eq!(told(&base, 6, &note, Party::Provider), expected);
        assert_eq!(told(&base, 6, &note, Party::Client), Err(Refusal::NotYours));
    }
}
