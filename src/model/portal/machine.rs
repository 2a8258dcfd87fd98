//! What may be done in a deal: the states of request, quote, job, variation and invoice, and one table of who may do what in which.
//!
//! States follow from the records and are never stored. The server asks [`check`] under the lock of the deal before it takes a record, and the app before it
//! offers a button, with the same table.

use super::deal::{Deal, Kept};
use super::{Decision, Invoice, Line, Quote, Side, Verdict, VisitState, money};
use crate::access::Role;
use crate::choice::choice;
use crate::date::Date;
use crate::id::RecordId;
use crate::record::Record;
use serde::de::DeserializeOwned;

choice! {
    /// Who acts.
    Party {
        /// A member of the home who may decide.
        Client = "client",
        /// A tenant: asks and says, decides nothing.
        Tenant = "tenant",
        /// Looks on.
        Viewer = "viewer",
        /// The provider, by an account or by the link of the deal.
        Provider = "provider",
    }
}

impl Party {
    /// What somebody is in a deal by their role there.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Owner | Role::CoOwner | Role::Manager => Self::Client,
            Role::Tenant => Self::Tenant,
            Role::Viewer => Self::Viewer,
            Role::Provider => Self::Provider,
        }
    }

    /// The side that it is on.
    pub fn side(self) -> Side {
        if self == Self::Provider { Side::Provider } else { Side::Client }
    }
}

choice! {
    /// A state of something in a deal.
    State {
        /// There is no request yet.
        Unasked = "unasked",
        /// It was asked, and nothing was offered.
        Asked = "asked",
        /// Something was offered.
        Offered = "offered",
        /// Something was approved.
        Agreed = "agreed",
        /// The request was taken back.
        TakenBack = "taken_back",
        /// A quote can be decided.
        QuoteOpen = "quote_open",
        /// The client wants something about it changed.
        QuoteChange = "quote_change",
        /// Its last day is over.
        QuoteExpired = "quote_expired",
        /// Another version took its place.
        QuoteSuperseded = "quote_superseded",
        /// It was approved.
        QuoteApproved = "quote_approved",
        /// It was declined, or another was approved.
        QuoteDeclined = "quote_declined",
        /// Nothing was approved, and no work has begun.
        JobAhead = "job_ahead",
        /// It was approved and waits for its day.
        JobAgreed = "job_agreed",
        /// Somebody is on the way, there, or was there.
        JobUnderWay = "job_under_way",
        /// It was finished.
        JobFinished = "job_finished",
        /// The client signed that it is.
        JobSigned = "job_signed",
        /// A variation can be decided.
        VariationOpen = "variation_open",
        /// It was approved.
        VariationApproved = "variation_approved",
        /// It was declined.
        VariationDeclined = "variation_declined",
        /// An invoice that has no number yet.
        InvoiceDraft = "invoice_draft",
        /// Something of it is owed.
        InvoiceOwed = "invoice_owed",
        /// It is paid.
        InvoicePaid = "invoice_paid",
        /// It was credited in full.
        InvoiceCredited = "invoice_credited",
    }
}

choice! {
    /// Something that is done in a deal.
    Act {
        /// Ask, or change what is asked.
        Ask = "ask",
        /// Take the request back.
        TakeBack = "take_back",
        /// Offer.
        Offer = "offer",
        /// Put another version in the place of a quote.
        Replace = "replace",
        /// Approve a quote.
        Approve = "approve",
        /// Ask for a change of a quote.
        AskChange = "ask_change",
        /// Decline a quote.
        Decline = "decline",
        /// Say when one comes, and where one is.
        Visit = "visit",
        /// Say that more has turned up.
        Vary = "vary",
        /// Approve a variation.
        ApproveVariation = "approve_variation",
        /// Decline a variation, or ask for a change of it.
        DeclineVariation = "decline_variation",
        /// Say that the job is finished.
        Finish = "finish",
        /// Correct what was said of it.
        Correct = "correct",
        /// Sign for it.
        SignOff = "sign_off",
        /// Ask to be paid.
        Bill = "bill",
        /// Take an invoice back by a credit note.
        Credit = "credit",
        /// Say that an invoice was paid.
        Pay = "pay",
        /// Say that a deposit was paid.
        PayDeposit = "pay_deposit",
        /// Say something.
        Say = "say",
        /// Note how far one has read.
        Mark = "mark",
    }
}

choice! {
    /// Why something may not be done; `words` says it.
    Refusal {
        /// It is not this side's to do.
        NotYours = "not_yours",
        /// What it is about is not in this deal.
        Unknown = "unknown",
        /// There is one already.
        Already = "already",
        /// Nothing was asked yet.
        NotAsked = "not_asked",
        /// The request was taken back.
        TakenBack = "taken_back",
        /// The quote has expired.
        Expired = "expired",
        /// Another version took the quote's place.
        Superseded = "superseded",
        /// It was decided before.
        Decided = "decided",
        /// Nothing was approved.
        NotApproved = "not_approved",
        /// An option has to be picked, one that the quote has.
        NoOption = "no_option",
        /// What was ticked is not offered for ticking.
        NotOptional = "not_optional",
        /// The job is not finished.
        NotFinished = "not_finished",
        /// The job is finished.
        Finished = "finished",
        /// The invoice has no number yet.
        NoNumber = "no_number",
        /// There is nothing left to pay or to credit.
        Paid = "paid",
        /// A fact is never changed.
        Fact = "fact",
    }
}

use Party::{Client, Provider, Tenant, Viewer};
use Refusal as No;
use State as Is;

/// An act, who may do it, and what comes of it in each state: nothing against it, or why not. In any other state it makes no sense.
struct Row(Act, &'static [Party], &'static [(State, Option<Refusal>)]);

const REQUEST_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::Unasked, Some(No::NotAsked)),
    (Is::Asked, None),
    (Is::Offered, None),
    (Is::Agreed, Some(No::Decided)),
    (Is::TakenBack, Some(No::TakenBack)),
];
const ANYWHERE: &[(State, Option<Refusal>)] = &[
    (Is::Unasked, Some(No::NotAsked)),
    (Is::Asked, None),
    (Is::Offered, None),
    (Is::Agreed, None),
    (Is::TakenBack, None),
];
const QUOTE_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::QuoteOpen, None),
    (Is::QuoteChange, None),
    (Is::QuoteExpired, Some(No::Expired)),
    (Is::QuoteSuperseded, Some(No::Superseded)),
    (Is::QuoteApproved, Some(No::Decided)),
    (Is::QuoteDeclined, Some(No::Decided)),
];
const QUOTE_STANDS: &[(State, Option<Refusal>)] = &[
    (Is::QuoteOpen, None),
    (Is::QuoteChange, None),
    (Is::QuoteExpired, None),
    (Is::QuoteSuperseded, Some(No::Superseded)),
    (Is::QuoteApproved, Some(No::Decided)),
    (Is::QuoteDeclined, None),
];
const VARIATION_OPEN: &[(State, Option<Refusal>)] = &[
    (Is::VariationOpen, None),
    (Is::VariationApproved, Some(No::Decided)),
    (Is::VariationDeclined, Some(No::Decided)),
];
const SIGNED: &[(State, Option<Refusal>)] = &[
    (Is::JobAhead, Some(No::NotFinished)),
    (Is::JobAgreed, Some(No::NotFinished)),
    (Is::JobUnderWay, Some(No::NotFinished)),
    (Is::JobFinished, None),
    (Is::JobSigned, None),
];

const TABLE: &[Row] = &[
    Row(
        Act::Ask,
        &[Client, Tenant],
        &[
            (Is::Unasked, None),
            (Is::Asked, None),
            (Is::Offered, None),
            (Is::Agreed, Some(No::Decided)),
            (Is::TakenBack, None),
        ],
    ),
    Row(Act::TakeBack, &[Client], REQUEST_OPEN),
    Row(Act::Offer, &[Provider], REQUEST_OPEN),
    Row(Act::Replace, &[Provider], QUOTE_STANDS),
    Row(Act::Approve, &[Client], QUOTE_OPEN),
    Row(Act::AskChange, &[Client], QUOTE_STANDS),
    Row(Act::Decline, &[Client], QUOTE_OPEN),
    Row(
        Act::Visit,
        &[Provider],
        &[
            (Is::JobAhead, None),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, None),
            (Is::JobSigned, None),
        ],
    ),
    Row(
        Act::Vary,
        &[Provider],
        &[
            (Is::JobAhead, Some(No::NotApproved)),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, Some(No::Finished)),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(Act::ApproveVariation, &[Client], VARIATION_OPEN),
    Row(Act::DeclineVariation, &[Client], VARIATION_OPEN),
    Row(
        Act::Finish,
        &[Provider],
        &[
            // Work that was agreed by word of mouth is written down all the same; what is charged for it is another matter.
            (Is::JobAhead, None),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, Some(No::Finished)),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(
        Act::Correct,
        &[Provider],
        &[
            (Is::JobAhead, Some(No::NotFinished)),
            (Is::JobAgreed, Some(No::NotFinished)),
            (Is::JobUnderWay, Some(No::NotFinished)),
            (Is::JobFinished, None),
            (Is::JobSigned, Some(No::Finished)),
        ],
    ),
    Row(Act::SignOff, &[Client, Provider], SIGNED),
    Row(
        Act::Bill,
        &[Provider],
        &[
            // Consumer Protection Act 68 of 2008, section 15: nothing may be charged for that was not authorised.
            (Is::JobAhead, Some(No::NotApproved)),
            (Is::JobAgreed, None),
            (Is::JobUnderWay, None),
            (Is::JobFinished, None),
            (Is::JobSigned, None),
        ],
    ),
    Row(
        Act::Credit,
        &[Provider],
        &[
            (Is::InvoiceDraft, None),
            (Is::InvoiceOwed, None),
            (Is::InvoicePaid, None),
            (Is::InvoiceCredited, Some(No::Paid)),
        ],
    ),
    Row(
        Act::Pay,
        &[Client, Provider],
        &[
            (Is::InvoiceDraft, Some(No::NoNumber)),
            (Is::InvoiceOwed, None),
            (Is::InvoicePaid, Some(No::Paid)),
            (Is::InvoiceCredited, Some(No::Paid)),
        ],
    ),
    Row(
        Act::PayDeposit,
        &[Client, Provider],
        &[
            (Is::QuoteOpen, Some(No::NotApproved)),
            (Is::QuoteChange, Some(No::NotApproved)),
            (Is::QuoteExpired, Some(No::NotApproved)),
            (Is::QuoteSuperseded, Some(No::NotApproved)),
            (Is::QuoteApproved, None),
            (Is::QuoteDeclined, Some(No::NotApproved)),
        ],
    ),
    Row(Act::Say, &[Client, Tenant, Provider], ANYWHERE),
    Row(Act::Mark, &[Client, Tenant, Viewer, Provider], ANYWHERE),
];

/// Whether `party` may do `act` to what is in `state`.
///
/// # Errors
/// Why not; [`Refusal::Unknown`] where the act is about something else.
pub fn may(act: Act, state: State, party: Party) -> Result<(), Refusal> {
    let row = TABLE.iter().find(|row| row.0 == act).ok_or(Refusal::Unknown)?;
    if !row.1.contains(&party) {
        return Err(Refusal::NotYours);
    }
    let (_, refusal) = row.2.iter().find(|(known, _)| *known == state).ok_or(Refusal::Unknown)?;
    refusal.map_or(Ok(()), Err)
}

impl Deal {
    /// The state of the request.
    pub fn request_state(&self) -> State {
        match &self.request {
            None => State::Unasked,
            Some(request) if request.letter.deleted == Some(true) => State::TakenBack,
            Some(_) if self.approval().is_some() => State::Agreed,
            Some(_) if self.quotes.is_empty() => State::Asked,
            Some(_) => State::Offered,
        }
    }

    /// What was approved, and the decision that did: the first that counts. Others are kept, and told that they came too late.
    pub fn approval(&self) -> Option<(&Kept<Quote>, &Kept<Decision>)> {
        self.decisions.iter().find_map(|decision| {
            let quote = self.quote(decision.letter.on?)?;
            let is_first = !self.decisions.iter().any(|other| {
                other.place < decision.place
                    && other.letter.on == Some(quote.id)
                    && other.letter.verdict == Verdict::Decline
            });
            let counts = decision.letter.verdict == Verdict::Approve
                && is_first
                && !self.is_superseded(quote, decision.place)
                && soundness(&quote.letter, &decision.letter).is_ok();
            counts.then_some((quote, decision))
        })
    }

    fn is_superseded(&self, quote: &Kept<Quote>, before: super::deal::Place) -> bool {
        self.quotes.iter().any(|other| other.letter.replaces == Some(quote.id) && other.place < before)
    }

    /// The state of a quote, on a day of the home's.
    pub fn quote_state(&self, quote: &Kept<Quote>, today: Date) -> State {
        if let Some((approved, _)) = self.approval() {
            return if approved.id == quote.id { State::QuoteApproved } else { State::QuoteDeclined };
        }
        if self.quotes.iter().any(|other| other.letter.replaces == Some(quote.id)) {
            return State::QuoteSuperseded;
        }
        let on_it = || self.decisions.iter().filter(|decision| decision.letter.on == Some(quote.id));
        if on_it().any(|decision| decision.letter.verdict == Verdict::Decline) {
            return State::QuoteDeclined;
        }
        if quote.letter.valid_until.is_some_and(|last| last < today) {
            return State::QuoteExpired;
        }
        if on_it().any(|decision| decision.letter.verdict == Verdict::Change) {
            return State::QuoteChange;
        }
        State::QuoteOpen
    }

    /// The state of the job.
    pub fn job_state(&self) -> State {
        if let Some(sheet) = self.sheet() {
            let is_signed = self.sign_offs.iter().any(|sign| {
                sign.letter.of == Some(sheet.id)
                    && sign.letter.side == Side::Client
                    && sign.letter.unfinished != Some(true)
            });
            return if is_signed { State::JobSigned } else { State::JobFinished };
        }
        let has_come = self
            .appointments
            .iter()
            .any(|visit| matches!(visit.letter.state, VisitState::OnMyWay | VisitState::There | VisitState::Left));
        match self.approval() {
            None => State::JobAhead,
            Some(_) if has_come => State::JobUnderWay,
            Some(_) => State::JobAgreed,
        }
    }

    /// The state of a variation: its first decision stands.
    pub fn variation_state(&self, id: RecordId) -> State {
        let mut decisions = self.decisions.iter().filter(|decision| decision.letter.on == Some(id));
        match decisions.next().map(|decision| decision.letter.verdict) {
            None => State::VariationOpen,
            Some(Verdict::Approve) => State::VariationApproved,
            Some(_) => State::VariationDeclined,
        }
    }

    /// The state of an invoice.
    pub fn invoice_state(&self, invoice: &Kept<Invoice>) -> State {
        let total = money::sum_of(&invoice.letter).total;
        let credited = self.credited(invoice.id);
        if total > 0 && credited >= total {
            return State::InvoiceCredited;
        }
        if self.number(invoice).is_none() {
            return State::InvoiceDraft;
        }
        if self.owed(invoice) <= 0 { State::InvoicePaid } else { State::InvoiceOwed }
    }

    /// Cents of an invoice that credit notes took back.
    pub fn credited(&self, invoice: RecordId) -> i64 {
        let notes = self.invoices.iter().filter(|note| note.letter.credits == Some(invoice));
        notes.map(|note| money::sum_of(&note.letter).total.saturating_abs()).fold(0, i64::saturating_add)
    }

    /// Cents that were paid for an invoice; of what both sides tell of, the side that tells of more: it is one payment.
    pub fn paid(&self, of: RecordId) -> i64 {
        let told = |side: Side| {
            let payments = self.payments.iter().map(|payment| &payment.letter);
            let own = payments.filter(|payment| payment.of == Some(of) && payment.side == side);
            own.map(|payment| payment.cents).fold(0, i64::saturating_add)
        };
        told(Side::Client).max(told(Side::Provider))
    }

    /// Cents of an invoice that are still to be paid: below nothing where too much was.
    pub fn owed(&self, invoice: &Kept<Invoice>) -> i64 {
        let due = money::sum_of(&invoice.letter).total.saturating_sub(invoice.letter.deposit.unwrap_or(0));
        due.saturating_sub(self.credited(invoice.id)).saturating_sub(self.paid(invoice.id))
    }
}

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
    if exists && !matches!(record.kind.as_str(), "request" | "appointment" | "seen") {
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
            let variation: super::Variation = read(record)?;
            if variation.quote != deal.approval().map(|(quote, _)| quote.id) {
                return Err(Refusal::NotApproved);
            }
            (Act::Vary, job())
        }
        "job_sheet" => {
            let sheet: super::JobSheet = read(record)?;
            match sheet.amends {
                None => (Act::Finish, job()),
                Some(id) if deal.sheet().is_some_and(|standing| standing.id == id) => (Act::Correct, job()),
                Some(_) => return Err(Refusal::Superseded),
            }
        }
        "sign_off" => {
            let sign: super::SignOff = read(record)?;
            owns(sign.side, party)?;
            if deal.sheet().map(|sheet| sheet.id) != sign.of {
                return Err(Refusal::NotFinished);
            }
            (Act::SignOff, job())
        }
        "invoice" => return bill(deal, &read(record)?, party),
        "payment" => {
            let payment: super::Payment = read(record)?;
            owns(payment.side, party)?;
            let of = payment.of.ok_or(Refusal::Unknown)?;
            match (deal.invoice(of), deal.quote(of)) {
                (Some(invoice), _) => (Act::Pay, deal.invoice_state(invoice)),
                (_, Some(quote)) => (Act::PayDeposit, deal.quote_state(quote, today)),
                _ => return Err(Refusal::Unknown),
            }
        }
        "message" => {
            owns(read::<super::Message>(record)?.side, party)?;
            (Act::Say, deal.request_state())
        }
        "seen" => {
            owns(read::<super::Seen>(record)?.side, party)?;
            (Act::Mark, deal.request_state())
        }
        _ => return Err(Refusal::NotYours),
    };
    may(act, state, party)
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
        None => may(Act::Bill, deal.job_state(), party),
        Some(id) => may(Act::Credit, deal.invoice_state(deal.invoice(id).ok_or(Refusal::Unknown)?), party),
    }
}

fn owns(side: Side, party: Party) -> Result<(), Refusal> {
    if side == party.side() { Ok(()) } else { Err(Refusal::NotYours) }
}

fn read<T: DeserializeOwned>(record: &Record) -> Result<T, Refusal> {
    record.body.read().map_err(|_| Refusal::Unknown)
}
