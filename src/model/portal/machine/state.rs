//! The states of what is in a deal, from its records.

use super::{State, soundness};
use crate::date::Date;
use crate::id::RecordId;
use crate::portal::deal::{Deal, Kept, Place};
use crate::portal::{Decision, Invoice, Quote, Side, Verdict, VisitState, money};

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

    fn is_superseded(&self, quote: &Kept<Quote>, before: Place) -> bool {
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

    /// The state of what is said of the job.
    pub fn review_state(&self) -> State {
        match (&self.review, &self.answer) {
            (Some(_), Some(_)) => State::ReviewAnswered,
            (Some(_), None) => State::Reviewed,
            (None, _) if self.job_state() == State::JobSigned => State::ReviewOpen,
            (None, _) => State::ReviewAhead,
        }
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
