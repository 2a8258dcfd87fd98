//! The portal: asking for quotes, deciding on them, following the work, paying, and taking the job into the logbook.

use model::inspection::Found;
use model::portal::guard::{Law, Why};
use model::portal::machine::{Refusal, State};
use model::portal::particulars::Particular;
use model::portal::wait::Wait;
use model::portal::{Means, Share, Sure, Urgency, Verdict, VisitState};

/// What a finished job proposes for the logbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// What was done.
    Entry,
    /// A part.
    Part,
    /// A warranty.
    Warranty,
    /// A certificate.
    Certificate,
    /// A paper.
    Document,
    /// The next service.
    Task,
    /// Who did it.
    Contact,
}

/// What these pages say.
pub struct Portal {
    /// The portal.
    pub title: &'static str,
    /// Where quotes to a scheme stand together.
    pub of_scheme: &'static str,
    /// A scheme decides there, and not here.
    pub scheme_decides: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// There is no request.
    pub none: &'static str,
    /// What one is.
    pub none_lead: &'static str,
    /// Leads to the jobs that one does for others.
    pub jobs: &'static str,
    /// Leads to the form of a request.
    pub ask: &'static str,
    /// Deals that wait for the reader.
    pub on_you: &'static str,
    /// Deals that wait for the provider.
    pub on_them: &'static str,
    /// Deals in which nobody is waited for.
    pub over: &'static str,
    /// Deals cannot be read.
    pub unavailable: &'static str,
    /// There is no such deal.
    pub gone: &'static str,
    /// What a deal waits for.
    pub wait: fn(Wait) -> &'static str,
    /// A state, as who reads it understands it.
    pub state: fn(State) -> &'static str,
    /// Why something cannot be done.
    pub refusal: fn(Refusal) -> &'static str,
    /// The box for what is wanted, in a line.
    pub what: &'static str,
    /// Help above it.
    pub what_hint: &'static str,
    /// The box for all of it.
    pub more: &'static str,
    /// The question how soon.
    pub urgency: &'static str,
    /// How soon.
    pub urgencies: fn(Urgency) -> &'static str,
    /// What it concerns.
    pub systems: &'static str,
    /// Photos of it.
    pub photos: &'static str,
    /// The box for when somebody can come.
    pub access: &'static str,
    /// The box for the address.
    pub address: &'static str,
    /// The box for the suburb.
    pub suburb: &'static str,
    /// The box for one's name.
    pub name: &'static str,
    /// The box for one's telephone number.
    pub phone: &'static str,
    /// The question whom to ask.
    pub whom: &'static str,
    /// Help above it.
    pub whom_hint: &'static str,
    /// Nobody is chosen.
    pub nobody: &'static str,
    /// There is no contact.
    pub no_contacts: &'static str,
    /// Leads to the form of a contact.
    pub add_contact: &'static str,
    /// Makes the request.
    pub send: &'static str,
    /// It was made.
    pub sent: &'static str,
    /// Whose link it is.
    pub link_of: fn(&str) -> String,
    /// What the link does.
    pub link_lead: &'static str,
    /// Copies a link.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Sends a link by WhatsApp.
    pub whatsapp: &'static str,
    /// Sends a link by mail.
    pub mail: &'static str,
    /// What is sent with a link: for what, and the link.
    pub greeting: fn(&str, &str) -> String,
    /// Leaves what was made.
    pub done: &'static str,
    /// The request as it was told.
    pub asked: &'static str,
    /// The systems of a request.
    pub about: &'static str,
    /// A quote, by its number.
    pub quote: fn(&str) -> String,
    /// Why a line is needed.
    pub why: &'static str,
    /// What happens without it.
    pub if_not: &'static str,
    /// How sure a price is.
    pub sure: fn(Sure) -> &'static str,
    /// Between two amounts.
    pub between: fn(&str, &str) -> String,
    /// What a line is paid for.
    pub share: fn(Share) -> &'static str,
    /// Opens the trade's own detail.
    pub detail: &'static str,
    /// A quantity at a price.
    pub per_unit: fn(&str, &str) -> String,
    /// A discount.
    pub discount: fn(&str) -> String,
    /// The tax on a line.
    pub vat: fn(&str) -> String,
    /// No tax.
    pub no_vat: &'static str,
    /// The question which option.
    pub option: &'static str,
    /// Lines that may be ticked.
    pub optional: &'static str,
    /// The sum, with tax.
    pub total: &'static str,
    /// The sum without tax.
    pub total_net: &'static str,
    /// The tax in it.
    pub total_vat: &'static str,
    /// Where the rate comes from: the rate and its source.
    pub vat_source: fn(&str, &str) -> String,
    /// The terms.
    pub terms: &'static str,
    /// A deposit.
    pub deposit: &'static str,
    /// Until when it holds.
    pub valid: &'static str,
    /// When it could begin.
    pub starts: &'static str,
    /// How long it takes.
    pub takes: &'static str,
    /// So many days.
    pub days: fn(i64) -> String,
    /// The warranty that is offered.
    pub warranty: &'static str,
    /// So many months.
    pub months: fn(i64) -> String,
    /// What the law gives besides.
    pub law_57: &'static str,
    /// What is not in it.
    pub exclusions: &'static str,
    /// What this home paid before for the same.
    pub paid_earlier: &'static str,
    /// Leads to the quotes side by side.
    pub other_quotes: &'static str,
    /// The decision.
    pub decide: &'static str,
    /// Approves.
    pub approve: &'static str,
    /// Approves an amount.
    pub approve_for: fn(&str) -> String,
    /// It was approved.
    pub approved: &'static str,
    /// Asks for a change.
    pub ask_change: &'static str,
    /// Declines.
    pub decline: &'static str,
    /// The box for what to change, or why not.
    pub reason: &'static str,
    /// The box for the name below an approval.
    pub signed_name: &'static str,
    /// A decision as it stands: what, who, when.
    pub decided: fn(Verdict, &str, &str) -> String,
    /// A decision that came too late.
    pub too_late: &'static str,
    /// A decision is kept and waits.
    pub kept: &'static str,
    /// A change was asked for.
    pub said_change: &'static str,
    /// It was declined.
    pub said_decline: &'static str,
    /// The job.
    pub job: &'static str,
    /// Where a visit stands.
    pub visit_state: fn(VisitState) -> &'static str,
    /// Nobody said when they come.
    pub no_visit: &'static str,
    /// Extra work.
    pub variation: &'static str,
    /// What a decision on it means.
    pub variation_lead: &'static str,
    /// What was done.
    pub did: &'static str,
    /// Points of a checklist.
    pub checked: &'static str,
    /// How one was found.
    pub point: fn(Found) -> &'static str,
    /// Photos from before.
    pub before: &'static str,
    /// Photos from after.
    pub after: &'static str,
    /// Parts that were fitted.
    pub parts: &'static str,
    /// Says that the job is done.
    pub sign_off: &'static str,
    /// Says that something is left.
    pub not_done: &'static str,
    /// Somebody signed: who and when.
    pub signed: fn(&str, &str) -> String,
    /// Something is left to do.
    pub left_over: fn(&str, &str) -> String,
    /// An invoice, by its number.
    pub invoice: fn(&str) -> String,
    /// A credit note, by its number.
    pub credit_note: fn(&str) -> String,
    /// An invoice is within what was approved.
    pub within: &'static str,
    /// It is above.
    pub above: fn(&str) -> String,
    /// A line that is above: what was approved, what was billed, why.
    pub above_line: fn(&str, &str, Why) -> String,
    /// What the law says of it.
    pub law: fn(Law) -> &'static str,
    /// This is no legal advice.
    pub no_advice: &'static str,
    /// What a tax invoice lacks.
    pub lacks: &'static str,
    /// Something that a tax invoice shows.
    pub particular: fn(Particular) -> &'static str,
    /// By when it is to be paid.
    pub due: &'static str,
    /// What is still owed.
    pub owed: &'static str,
    /// What was paid.
    pub paid_before: &'static str,
    /// A deposit that is taken off.
    pub deposit_off: &'static str,
    /// Records a payment.
    pub pay: &'static str,
    /// The box for the amount.
    pub amount: &'static str,
    /// It was recorded.
    pub paid: &'static str,
    /// How something was paid.
    pub means: fn(Means) -> &'static str,
    /// The question how.
    pub how_paid: &'static str,
    /// What was said.
    pub messages: &'static str,
    /// Nothing was said.
    pub no_messages: &'static str,
    /// The box for a message.
    pub say: &'static str,
    /// Sends it.
    pub say_it: &'static str,
    /// The reader's own side.
    pub you: &'static str,
    /// The other side.
    pub them: &'static str,
    /// A message that waits to be sent.
    pub waits: &'static str,
    /// A message that the other side has read.
    pub read: &'static str,
    /// Writing back.
    pub back: &'static str,
    /// What that does.
    pub back_lead: &'static str,
    /// Takes it all in.
    pub take: fn(usize) -> String,
    /// It stands in the logbook.
    pub taken: &'static str,
    /// Leads to the entry.
    pub see: &'static str,
    /// What a proposal is.
    pub draft: fn(Proposed) -> &'static str,
    /// What the law gives until a day.
    pub statutory: fn(&str) -> String,
    /// It comes from the job sheet.
    pub from_sheet: &'static str,
    /// It comes from the quote.
    pub from_quote: &'static str,
    /// It comes from the invoice.
    pub from_invoice: &'static str,
    /// Quotes side by side.
    pub compare: &'static str,
    /// There is nothing to compare.
    pub compare_none: &'static str,
    /// How lines are matched.
    pub compare_lead: &'static str,
    /// Leads to the glossary.
    pub glossary: &'static str,
    /// Takes the request back.
    pub take_back: &'static str,
    /// It was taken back.
    pub taken_back: &'static str,
    /// Something was refused.
    pub refused: &'static str,
    /// Lets it go.
    pub let_go: &'static str,
    /// It was let go.
    pub let_go_done: &'static str,
    /// The deal has ended.
    pub closed: &'static str,
    /// Opens a box to sign in by hand.
    pub draw: &'static str,
    /// Begins it anew.
    pub draw_again: &'static str,
    /// Whose signature it is.
    pub signature_of: fn(&str) -> String,
    /// Approves with a passkey.
    pub approve_passkey: &'static str,
    /// Nobody proved to be there.
    pub no_passkey: &'static str,
    /// Leads to a paper.
    pub paper: &'static str,
    /// Leads to an invoice, with where to pay.
    pub paper_pay: &'static str,
    /// Leads to the statements.
    pub statements: &'static str,
    /// The sum, where there is no tax.
    pub total_untaxed: &'static str,
    /// Who bills charges no tax.
    pub untaxed: &'static str,
}
