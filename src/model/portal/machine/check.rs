//! Whether a record may be written into a deal.

use super::{Act, Party, Refusal, State, may};
use crate::date::Date;
use crate::portal::deal::Deal;
use crate::portal::invoice::number_key;
use crate::portal::{
    Answer, Confirmation, Decision, Invoice, JobSheet, Line, Message, Payment, Quote, Registration, Review, Seen, Side,
    SignOff, Variation, Verdict, money,
};
use crate::record::Record;
use serde::de::DeserializeOwned;

/// Whether an approval fits its quote: one option where there are any, and nothing ticked that is not offered for ticking.
///
/// # Errors
/// Why not.
pub fn soundness(quote: &Quote, decision: &Decision) -> Result<(), Refusal> {
    let has = |key: &str| quote.options.iter().any(|option| option.key == key);
    if quote.options.is_empty() != decision.option.is_empty() || (!decision.option.is_empty() && !has(&decision.option))
    {
        return Err(Refusal::NoOption);
    }
    let offered = |line: &Line| line.optional && (line.option.is_empty() || line.option == decision.option);
    let is_offered = |id: &String| quote.lines.iter().any(|line| line.id == *id && offered(line));
    if decision.ticked.iter().all(is_offered) { Ok(()) } else { Err(Refusal::NotOptional) }
}

/// Whether a record may be written into a deal now: a new one, or (`exists`) a change of one. `record` is as it would stand afterwards.
///
/// # Errors
/// Why not.
pub fn check(deal: &Deal, record: &Record, exists: bool, party: Party, today: Date) -> Result<(), Refusal> {
    if !party.side().writes(&record.kind) {
        return Err(Refusal::NotYours);
    }
    if exists && !matches!(record.kind.as_str(), "request" | "appointment" | "seen" | "consent") {
        return Err(Refusal::Fact);
    }
    let job = || deal.job_state();
    let (act, state) = match record.kind.as_str() {
        "request" if !exists && deal.request.is_some() => return Err(Refusal::Already),
        "request" if record.is_deleted() => (Act::TakeBack, deal.request_state()),
        "request" => (Act::Ask, deal.request_state()),
        "quote" => {
            let quote: Quote = read(record)?;
            may(Act::Offer, deal.request_state(), party)?;
            match quote.replaces {
                None => (Act::Offer, deal.request_state()),
                Some(id) => (Act::Replace, deal.quote_state(deal.quote(id).ok_or(Refusal::Unknown)?, today)),
            }
        }
        "decision" => return decide(deal, &read(record)?, party, today),
        "appointment" => (Act::Visit, job()),
        "variation" => {
            let variation: Variation = read(record)?;
            if variation.quote != deal.approval().map(|(quote, _)| quote.id) {
                return Err(Refusal::NotApproved);
            }
            (Act::Vary, job())
        }
        "job_sheet" => {
            let sheet: JobSheet = read(record)?;
            match sheet.amends {
                None => (Act::Finish, job()),
                Some(id) if deal.sheet().is_some_and(|standing| standing.id == id) => (Act::Correct, job()),
                Some(_) => return Err(Refusal::Superseded),
            }
        }
        "sign_off" => {
            let sign: SignOff = read(record)?;
            owns(sign.side, party)?;
            if deal.sheet().map(|sheet| sheet.id) != sign.of {
                return Err(Refusal::NotFinished);
            }
            (Act::SignOff, job())
        }
        "invoice" => return bill(deal, &read(record)?, party),
        "payment" => {
            let payment: Payment = read(record)?;
            owns(payment.side, party)?;
            let of = payment.of.ok_or(Refusal::Unknown)?;
            match (deal.invoice(of), deal.quote(of)) {
                (Some(invoice), _) => (Act::Pay, deal.invoice_state(invoice)),
                (_, Some(quote)) => (Act::PayDeposit, deal.quote_state(quote, today)),
                _ => return Err(Refusal::Unknown),
            }
        }
        "confirmation" => {
            let confirmation: Confirmation = read(record)?;
            if !told(deal).any(|registration| confirmation.is_of(registration)) {
                return Err(Refusal::Unknown);
            }
            (Act::Confirm, deal.request_state())
        }
        "review" => {
            let review: Review = read(record)?;
            may(Act::Review, deal.review_state(), party)?;
            return if deal.sheet().map(|sheet| sheet.id) == review.of { Ok(()) } else { Err(Refusal::Superseded) };
        }
        "answer" => {
            let answer: Answer = read(record)?;
            if deal.review.as_ref().map(|review| review.id) != answer.of {
                return Err(Refusal::Unknown);
            }
            (Act::Answer, deal.review_state())
        }
        "consent" if !exists && deal.consent.is_some() => return Err(Refusal::Already),
        "consent" => (Act::Consent, deal.request_state()),
        "message" => {
            owns(read::<Message>(record)?.side, party)?;
            (Act::Say, deal.request_state())
        }
        "seen" => {
            owns(read::<Seen>(record)?.side, party)?;
            (Act::Mark, deal.request_state())
        }
        _ => return Err(Refusal::NotYours),
    };
    may(act, state, party)
}

/// Every registration that the provider told of.
fn told(deal: &Deal) -> impl Iterator<Item = &Registration> {
    let quoted = deal.quotes.iter().map(|quote| &quote.letter.provider);
    let billed = deal.invoices.iter().map(|invoice| &invoice.letter.provider);
    quoted.chain(billed).flat_map(|provider| &provider.registrations)
}

fn decide(deal: &Deal, decision: &Decision, party: Party, today: Date) -> Result<(), Refusal> {
    let on = decision.on.ok_or(Refusal::Unknown)?;
    if let Some(quote) = deal.quote(on) {
        let act = match decision.verdict {
            Verdict::Approve => Act::Approve,
            Verdict::Change => Act::AskChange,
            Verdict::Decline => Act::Decline,
        };
        if deal.request_state() == State::TakenBack {
            return Err(Refusal::TakenBack);
        }
        may(act, deal.quote_state(quote, today), party)?;
        return if act == Act::Approve { soundness(&quote.letter, decision) } else { Ok(()) };
    }
    let variation = deal.variation(on).ok_or(Refusal::Unknown)?;
    let act = if decision.verdict == Verdict::Approve { Act::ApproveVariation } else { Act::DeclineVariation };
    may(act, deal.variation_state(variation.id), party)
}

fn bill(deal: &Deal, invoice: &Invoice, party: Party) -> Result<(), Refusal> {
    match invoice.credits {
        None => may(Act::Bill, deal.job_state(), party)?,
        Some(id) => {
            let credited = deal.invoice(id).filter(|one| one.letter.credits.is_none()).ok_or(Refusal::Unknown)?;
            may(Act::Credit, deal.invoice_state(credited), party)?;
            let left = money::sum_of(&credited.letter).total.saturating_sub(deal.credited(id));
            if money::sum_of(invoice).total.saturating_abs() > left {
                return Err(Refusal::Paid);
            }
        }
    }
    let typed = number_key(&invoice.number);
    let mut numbers = deal.invoices.iter().filter_map(|other| deal.number(other));
    let is_taken = !typed.is_empty() && numbers.any(|number| number_key(number) == typed);
    if is_taken { Err(Refusal::NumberTaken) } else { Ok(()) }
}

fn owns(side: Side, party: Party) -> Result<(), Refusal> {
    if side == party.side() { Ok(()) } else { Err(Refusal::NotYours) }
}

fn read<T: DeserializeOwned>(record: &Record) -> Result<T, Refusal> {
    record.body.read().map_err(|_| Refusal::Unknown)
}
