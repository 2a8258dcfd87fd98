//! What is waited for in all jobs, in one list: from the request to the last payment.

use super::{Job, Now};
use crate::access::deal::writes;
use crate::choice::choice;
use crate::date::{Date, Instant};
use crate::id::SpaceId;
use crate::portal::deal::{Deal, Kept};
use crate::portal::machine::{Act, State};
use crate::portal::wait::unread;
use crate::portal::{Quote, Side, VisitState, agreed, money};

choice! {
    /// What is waited for, the most pressing first.
    Sort {
        /// An invoice whose last day is over: remind the client.
        Overdue = "overdue",
        /// A visit whose time is over, and nothing was written of it: write the job record, or say when else.
        Missed = "missed",
        /// A request without an answer: quote.
        Request = "request",
        /// The client wants a quote changed: write its next version.
        Change = "change",
        /// It was approved and has no day: say when you come.
        Date = "date",
        /// It is finished and not billed: write the invoice.
        Bill = "bill",
        /// The client has written: read it.
        Message = "message",
        /// A quote awaits the client: ask how they decide.
        Decision = "decision",
        /// Extra work awaits the client.
        Extra = "extra",
        /// An invoice is with the client and not yet due.
        Due = "due",
    }
}

impl Sort {
    /// Whether the provider has something to do; of the rest, the client.
    pub fn is_own(self) -> bool {
        !matches!(self, Self::Decision | Self::Extra | Self::Due)
    }

    /// What the provider does about it, or did before the client was to answer. Who does not do that in a job is not told of it.
    pub fn act(self) -> Act {
        match self {
            Self::Overdue | Self::Due => Act::Pay,
            Self::Missed => Act::Finish,
            Self::Request | Self::Decision => Act::Offer,
            Self::Change => Act::Replace,
            Self::Date => Act::Visit,
            Self::Bill => Act::Bill,
            Self::Message => Act::Say,
            Self::Extra => Act::Vary,
        }
    }
}

/// Something that is waited for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What.
    pub sort: Sort,
    /// In which job.
    pub space: SpaceId,
    /// What the job is, in a line.
    pub title: String,
    /// Whose it is; nothing if nobody is named.
    pub client: String,
    /// The suburb; nothing if none is told.
    pub suburb: String,
    /// Since which day it is so; of an invoice that is not due yet, the day on which it will be. None where no record tells.
    pub since: Option<Date>,
    /// Cents that it is about, with tax.
    pub cents: Option<i64>,
}

/// What is waited for, the most pressing sort first, and in each what waits longest.
pub fn inbox(jobs: &[Job], now: Now) -> Vec<Waiting> {
    let mut all: Vec<Waiting> = jobs.iter().filter(|job| !job.is_over()).flat_map(|job| of_job(job, now)).collect();
    all.sort_by(|one, other| {
        (one.sort, one.since.is_none(), one.since).cmp(&(other.sort, other.since.is_none(), other.since))
    });
    all
}

fn of_job(job: &Job, now: Now) -> Vec<Waiting> {
    let (deal, today) = (&job.deal, now.today());
    let mut all = Vec::new();
    let suburb = deal.request.as_ref().map(|request| request.letter.suburb.clone()).unwrap_or_default();
    let mut wait = |sort, since: Option<Date>, cents| {
        let (title, client, suburb) = (job.title(), job.client(), suburb.clone());
        all.push(Waiting { sort, space: job.space, title, client, suburb, since, cents });
    };
    let on = |at: Option<Instant>| at.map(|at| at.date(now.ahead_minutes));
    if deal.request_state() == State::Asked {
        wait(Sort::Request, on(deal.request.as_ref().and_then(|request| request.at)), None);
    }
    for quote in &deal.quotes {
        match deal.quote_state(quote, today) {
            State::QuoteOpen => wait(Sort::Decision, quote.letter.on.or(on(quote.at)), Some(total(quote))),
            State::QuoteChange => wait(Sort::Change, on(asked_at(deal, quote)), Some(total(quote))),
            _ => {}
        }
    }
    let job_state = deal.job_state();
    if let Some(missed) = missed(deal, job_state, now) {
        wait(Sort::Missed, Some(missed), None);
    }
    if let (State::JobAgreed, Some((quote, decision))) = (job_state, deal.approval())
        && !deal.appointments.iter().any(|visit| visit.letter.state != VisitState::Cancelled)
    {
        let sum = money::approved(&quote.letter, &decision.letter).total;
        wait(Sort::Date, on(decision.letter.decided_at.or(decision.at)), Some(sum));
    }
    if matches!(job_state, State::JobFinished | State::JobSigned) {
        let lines = agreed::unbilled(deal);
        let sheet = deal.sheet().and_then(|sheet| sheet.letter.completed_on);
        if !lines.is_empty() {
            let inclusive = deal.approval().is_some_and(|(quote, _)| quote.letter.inclusive);
            wait(Sort::Bill, sheet, Some(money::sum(&lines, inclusive, Some(today)).total));
        } else if deal.invoices.is_empty() {
            wait(Sort::Bill, sheet, None);
        }
    }
    for variation in deal.variations.iter().filter(|one| deal.variation_state(one.id) == State::VariationOpen) {
        if deal.sheet().is_none() {
            wait(Sort::Extra, variation.letter.on.or(on(variation.at)), None);
        }
    }
    for invoice in deal.invoices.iter().filter(|one| one.letter.credits.is_none()) {
        if deal.invoice_state(invoice) == State::InvoiceOwed {
            let last = invoice.letter.due.or(invoice.letter.on);
            let sort = if last.is_some_and(|last| last < today) { Sort::Overdue } else { Sort::Due };
            wait(sort, last, Some(deal.owed(invoice)));
        }
    }
    if unread(deal, Side::Provider) > 0 {
        let said = deal.messages.iter().rfind(|message| message.letter.side == Side::Client);
        wait(Sort::Message, on(said.and_then(|message| message.letter.sent_at.or(message.at))), None);
    }
    all.retain(|one| writes(job.role, one.sort.act().kind()));
    all
}

/// What a quote comes to without what the client may leave; of several options, the first.
fn total(quote: &Kept<Quote>) -> i64 {
    let option = quote.letter.options.first().map(|option| option.key.as_str()).unwrap_or_default();
    let lines = money::chosen(&quote.letter, option, &[]);
    money::sum(lines, quote.letter.inclusive, quote.letter.on).total
}

fn asked_at(deal: &Deal, quote: &Kept<Quote>) -> Option<Instant> {
    let asked = deal.decisions.iter().rfind(|decision| decision.letter.on == Some(quote.id))?;
    asked.letter.decided_at.or(asked.at)
}

/// The day of the last visit of a job that is not finished, if its time is over.
fn missed(deal: &Deal, state: State, now: Now) -> Option<Date> {
    if !matches!(state, State::JobAgreed | State::JobUnderWay) {
        return None;
    }
    let visits = deal.appointments.iter().map(|visit| &visit.letter);
    let last = visits.filter(|visit| visit.state != VisitState::Cancelled).max_by_key(|visit| visit.from)?;
    let day = last.from?.date(now.ahead_minutes);
    (day < now.today()).then_some(day)
}
