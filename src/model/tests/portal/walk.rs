//! Random walks: whatever is tried in whatever order, nothing stands that must not.

use super::{day, decision, invoice, line, quote, record, request, rid};
use model::portal::guard::guard;
use model::portal::invoice::DEPOSIT;
use model::portal::machine::{Party, State, check};
use model::portal::{Deal, Invoice, JobSheet, Payment, Quote, Variation, Verdict, money};
use model::{Date, Record};
use proptest::prelude::*;

/// A try: what, by whom, about which earlier record, on which day.
type Try = (u8, usize, u128, u32);

fn tried(what: u8, number: u128, about: u128, day: Date) -> Record {
    let lines = vec![line("1", 100), line("2", 50)];
    match what {
        0 => record(number, &request()),
        1 => record(number, &quote(lines)),
        2 => record(number, &Quote { replaces: Some(rid(about)), ..quote(vec![line("1", 80)]) }),
        3 => record(number, &Quote { valid_until: Some(day), ..quote(lines) }),
        4 | 5 => record(number, &decision(about, Verdict::Approve)),
        6 => record(number, &decision(about, Verdict::Decline)),
        7 => {
            let variation =
                Variation { quote: Some(rid(about)), title: "More".into(), on: Some(day), ..Variation::default() };
            record(number, &Variation { lines: vec![line("3", 30)], ..variation })
        }
        8 => record(number, &JobSheet { completed_on: Some(day), ..JobSheet::default() }),
        9 | 10 => record(number, &invoice(vec![line("1", 90), line("3", 40)])),
        13 => record(number, &Invoice { deposit: Some(20 * i64::from(about > 5)), ..invoice(vec![line("1", 100)]) }),
        14 => record(number, &invoice(vec![line(DEPOSIT, 30)])),
        // A change of what is there.
        11 => record(about, &quote(vec![line("1", 1)])),
        _ => record(number, &Payment { of: Some(rid(about)), cents: 60, on: Some(day), ..Payment::default() }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_stands_that_must_not(tries in prop::collection::vec((0..15_u8, 0..4_usize, 1..12_u128, 0..4_u32), 1..60)) {
        let mut records = vec![record(1, &request()), record(2, &Quote { deposit: Some(30), ..quote(vec![line("1", 100), line("2", 50)]) })];
        let first = day("2026-11-27");
        let mut today = first;
        for (what, who, about, later) in tries as Vec<Try> {
            today = today.plus_days(later / 3);
            let number = records.len() as u128 + 1;
            let one = tried(what, number, about, today);
            let exists = records.iter().any(|known| known.id == one.id);
            let before = Deal::of(&records);
            if check(&before, &one, exists, Party::ALL[who], today).is_err() {
                continue;
            }
            prop_assert!(!exists || one.kind == "request", "a fact was changed");
            if let Ok(decision) = one.body.read::<model::portal::Decision>()
                && one.kind == "decision"
                && decision.verdict == Verdict::Approve
                && let Some(quote) = decision.on.and_then(|on| before.quote(on))
            {
                prop_assert!(before.approval().is_none(), "a second approval");
                prop_assert!(quote.letter.valid_until.is_none_or(|last| last >= today), "an expired quote");
                prop_assert!(!before.quotes.iter().any(|next| next.letter.replaces == Some(quote.id)), "a superseded quote");
            }
            let was = before.approval().map(|(quote, decision)| (quote.id, decision.id));
            records.retain(|known| known.id != one.id);
            records.push(one);
            let after = Deal::of(&records);
            let is = after.approval().map(|(quote, decision)| (quote.id, decision.id));
            prop_assert!(was.is_none() || was == is, "what was approved was approved for good");
        }
        let deal = Deal::of(&records);
        prop_assert!(deal.quotes.iter().filter(|one| deal.quote_state(one, today) == State::QuoteApproved).count() <= 1);
        let billed: i64 = deal.invoices.iter().map(|one| money::sum_of(&one.letter).total - one.letter.deposit.unwrap_or(0)).sum();
        let above: i64 = deal.invoices.iter().map(|one| guard(&deal, one).above).sum();
        let approved = deal.invoices.first().map_or(0, |one| guard(&deal, one).approved);
        prop_assert!(billed - above <= approved, "{billed} less {above} is more than {approved}");
    }
}
