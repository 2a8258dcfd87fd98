//! The provider's side of a deal: the request, the quote, the job and the invoice.

use model::portal::guard::Why;
use model::portal::machine::{Refusal, State};
use model::portal::particulars::Particular;
use model::portal::wait::Wait;
use model::portal::{Means, Share, Sure, Urgency, VisitState};

/// What these pages say.
pub struct Trade {
    /// The jobs of a provider.
    pub title: &'static str,
    /// There are none.
    pub none: &'static str,
    /// What would be there.
    pub none_lead: &'static str,
    /// Leads to the trade desk.
    pub desk: &'static str,
    /// Keeping the job of a link.
    pub keep_title: &'static str,
    /// The box for a link.
    pub keep_link: &'static str,
    /// Help above it.
    pub keep_hint: &'static str,
    /// Keeps it.
    pub keep: &'static str,
    /// A message that the client has read.
    pub read: &'static str,
    /// A technician of a firm keeps none: its office does.
    pub office_keeps: &'static str,
    /// Leads to the firm and its team.
    pub team: &'static str,
    /// By a link: what stays on the device, and for how long.
    pub stays: &'static str,
    /// There is no such job here.
    pub gone: &'static str,
    /// It has ended.
    pub closed: &'static str,
    /// What the provider is waited on for, in a sentence.
    pub wait: fn(Wait) -> &'static str,
    /// The button that does it.
    pub act: fn(Wait) -> &'static str,
    /// The client is waited on: for what.
    pub waits_on_client: fn(Wait) -> &'static str,
    /// Nobody is waited for.
    pub no_wait: &'static str,
    /// Something is kept on this device and not sent.
    pub unsent: &'static str,
    /// What to do about it.
    pub unsent_lead: &'static str,
    /// Sends it now.
    pub send_now: &'static str,
    /// Something was not taken, by its kind.
    pub refused: fn(&str) -> &'static str,
    /// Lets it go.
    pub let_go: &'static str,
    /// A state.
    pub state: fn(State) -> &'static str,
    /// Why something cannot be done.
    pub refusal: fn(Refusal) -> &'static str,
    /// What is asked.
    pub request: &'static str,
    /// How soon.
    pub urgency: &'static str,
    /// How soon.
    pub urgencies: fn(Urgency) -> &'static str,
    /// What it is about.
    pub systems: &'static str,
    /// When one can come.
    pub access: &'static str,
    /// Where.
    pub place: &'static str,
    /// Who asks.
    pub client: &'static str,
    /// Calls them.
    pub call: fn(&str) -> String,
    /// The quotes.
    pub quotes: &'static str,
    /// A quote, by its number.
    pub quote: fn(&str) -> String,
    /// Writes one.
    pub write_quote: &'static str,
    /// Writes its next version.
    pub new_version: &'static str,
    /// A draft is kept on this device.
    pub draft_kept: &'static str,
    /// Lets go of it.
    pub draft_fresh: &'static str,
    /// What the client said of it.
    pub client_said: fn(&str, &str) -> String,
    /// The box for what it is for.
    pub quote_title: &'static str,
    /// The box for a number of one's own.
    pub number: &'static str,
    /// The lines.
    pub lines: &'static str,
    /// A line, by its place.
    pub line: fn(usize) -> String,
    /// Adds one.
    pub add_line: &'static str,
    /// Leads to prices, templates and earlier quotes.
    pub pick: &'static str,
    /// Takes one away.
    pub remove_line: fn(usize) -> String,
    /// The box for what is done.
    pub what: &'static str,
    /// The box for why.
    pub why: &'static str,
    /// The box for what happens without it.
    pub if_not: &'static str,
    /// The question how sure the price is.
    pub sure: &'static str,
    /// How sure.
    pub sures: fn(Sure) -> &'static str,
    /// The least of an estimate.
    pub from: &'static str,
    /// The most of it.
    pub to: &'static str,
    /// The question what is paid for.
    pub share: &'static str,
    /// What is paid for.
    pub shares: fn(Share) -> &'static str,
    /// The box for a quantity.
    pub quantity: &'static str,
    /// The box for a unit.
    pub unit: &'static str,
    /// The box for a price.
    pub price: &'static str,
    /// The sign of the currency.
    pub rand: &'static str,
    /// What is asked later of a line.
    pub line_more: &'static str,
    /// The client may leave it.
    pub optional: &'static str,
    /// The option that it belongs to.
    pub of_option: &'static str,
    /// It belongs to all.
    pub all_options: &'static str,
    /// The toggle that offers options.
    pub options: &'static str,
    /// What they are.
    pub options_hint: &'static str,
    /// Good, better, best.
    pub option_names: [&'static str; 3],
    /// The question of the tax.
    pub tax: &'static str,
    /// No tax, in the prices, on top.
    pub taxes: [&'static str; 3],
    /// The box for a deposit.
    pub deposit: &'static str,
    /// The box for the last day.
    pub valid_until: &'static str,
    /// The box for the first day of work.
    pub starts: &'static str,
    /// The box for how many days it takes.
    pub takes: &'static str,
    /// Behind that box.
    pub days: &'static str,
    /// The box for a warranty.
    pub warranty: &'static str,
    /// What the law gives anyway.
    pub warranty_hint: &'static str,
    /// Behind that box.
    pub months: &'static str,
    /// The box for what is not in it.
    pub exclusions: &'static str,
    /// Help above it.
    pub exclusions_hint: &'static str,
    /// The box for the terms.
    pub terms: &'static str,
    /// Terms and what else a quote says.
    pub quote_more: &'static str,
    /// The provider's own details.
    pub firm: &'static str,
    /// The box for the firm's name.
    pub firm_name: &'static str,
    /// The box for its address.
    pub firm_address: &'static str,
    /// The box for its phone.
    pub firm_phone: &'static str,
    /// The box for its mail.
    pub firm_email: &'static str,
    /// The box for its VAT number.
    pub vat_number: &'static str,
    /// The box for a registration: the body.
    pub body: &'static str,
    /// The box for a registration: the number.
    pub registration: &'static str,
    /// What registrations are for.
    pub registration_hint: &'static str,
    /// A registration, by its place.
    pub registration_of: fn(usize) -> String,
    /// The box for its last day.
    pub registration_until: &'static str,
    /// The paper behind it.
    pub registration_file: &'static str,
    /// Adds one.
    pub add_registration: &'static str,
    /// Takes one away.
    pub remove_registration: &'static str,
    /// What clients make of the registrations.
    pub registered: &'static str,
    /// The client looked one up: it holds; it is not so.
    pub looked_up: [&'static str; 2],
    /// Nobody looked it up.
    pub stated: &'static str,
    /// Its last day is over.
    pub expired: &'static str,
    /// What the client says of the job.
    pub review: &'static str,
    /// How good the work is, whether one kept one's word, how one treated people and place.
    pub review_questions: [&'static str; 3],
    /// A mark.
    pub review_mark: fn(i64) -> String,
    /// The box for an answer.
    pub answer: &'static str,
    /// Help above it.
    pub answer_hint: &'static str,
    /// Sends it.
    pub send_answer: &'static str,
    /// It was sent.
    pub answered: &'static str,
    /// What falls due at the client's, as of a day.
    pub falls_due: &'static str,
    /// What that is, and since when.
    pub falls_due_lead: fn(&str) -> String,
    /// Begins a message that offers it.
    pub offer_again: &'static str,
    /// What that message says: what falls due, and when.
    pub offer_words: fn(&str, &str) -> String,
    /// It stands in the box for a message.
    pub offer_begun: &'static str,
    /// Leads a visitor to keeping the job.
    pub keep_by_account: &'static str,
    /// Leads somebody without a home to beginning a logbook.
    pub own_home: &'static str,
    /// Leads to the account of who has no home here.
    pub own_account: &'static str,
    /// Without tax.
    pub net: &'static str,
    /// The tax.
    pub vat: fn(i64) -> String,
    /// With tax.
    pub total: &'static str,
    /// What an option comes to.
    pub total_of: fn(&str) -> String,
    /// Where the rate comes from.
    pub rate_source: fn(&str) -> String,
    /// Sends a quote.
    pub send_quote: &'static str,
    /// It was sent.
    pub quote_sent: &'static str,
    /// The job.
    pub job: &'static str,
    /// Appointments.
    pub visits: &'static str,
    /// Says when one comes.
    pub plan_visit: &'static str,
    /// The box for the day.
    pub visit_day: &'static str,
    /// The box for the hour from which.
    pub visit_from: &'static str,
    /// The box for the hour until which.
    pub visit_until: &'static str,
    /// The box for who comes.
    pub who: &'static str,
    /// Where a visit stands.
    pub visit_state: fn(VisitState) -> &'static str,
    /// Moves a visit on to that.
    pub visit_step: fn(VisitState) -> &'static str,
    /// The client was told.
    pub told: &'static str,
    /// Between two hours of a day.
    pub visit_when: fn(&str, &str, &str) -> String,
    /// Extra work.
    pub variations: &'static str,
    /// Writes some.
    pub vary: &'static str,
    /// That it has to be approved first.
    pub vary_lead: &'static str,
    /// The box for what turned up.
    pub vary_title: &'static str,
    /// The box for why it was not known.
    pub vary_reason: &'static str,
    /// Sends it.
    pub vary_send: &'static str,
    /// It was sent.
    pub vary_sent: &'static str,
    /// The job record.
    pub record: &'static str,
    /// Writes it.
    pub write_record: &'static str,
    /// Corrects it.
    pub correct_record: &'static str,
    /// The lines that were done.
    pub done_lines: &'static str,
    /// The firm's checklist.
    pub checks: &'static str,
    /// A point that must be done.
    pub must: fn(&str) -> String,
    /// Points that are missing before the record can be sent.
    pub must_first: fn(&str) -> String,
    /// Points that were done.
    pub checked: fn(&str) -> String,
    /// Photos from before.
    pub before: &'static str,
    /// Photos from after.
    pub after: &'static str,
    /// Parts that were fitted.
    pub parts: &'static str,
    /// Adds one.
    pub add_part: &'static str,
    /// Takes one away.
    pub remove_part: fn(usize) -> String,
    /// A part, by its place.
    pub part: fn(usize) -> String,
    /// The box for what it is.
    pub part_name: &'static str,
    /// The box for its serial number.
    pub serial: &'static str,
    /// The box for its maker.
    pub make: &'static str,
    /// The box for its warranty.
    pub part_warranty: &'static str,
    /// The box for how long it took.
    pub minutes: &'static str,
    /// Behind that box.
    pub minutes_unit: &'static str,
    /// The box for notes.
    pub notes: &'static str,
    /// The certificate.
    pub certificate: &'static str,
    /// The question of which sort.
    pub certificate_sort: &'static str,
    /// None was issued.
    pub no_certificate: &'static str,
    /// The box for its number.
    pub certificate_number: &'static str,
    /// The paper itself.
    pub certificate_file: &'static str,
    /// The next service.
    pub next: &'static str,
    /// The question of when.
    pub next_when: &'static str,
    /// None, half a year, a year, two, three.
    pub next_whens: [&'static str; 5],
    /// The box for what is done then.
    pub next_what: &'static str,
    /// The box for the day.
    pub completed_on: &'static str,
    /// The box for who did it.
    pub by: &'static str,
    /// Finishes the job.
    pub finish: &'static str,
    /// It is finished.
    pub finished: &'static str,
    /// Signs for it too.
    pub sign: &'static str,
    /// It was signed.
    pub signed: &'static str,
    /// Signed, by whom.
    pub signed_by: fn(&str) -> String,
    /// The client says that something is left.
    pub unfinished: fn(&str) -> String,
    /// The invoices.
    pub invoices: &'static str,
    /// An invoice, by its number.
    pub invoice: fn(&str) -> String,
    /// A credit note, by its number.
    pub credit_note: fn(&str) -> String,
    /// Writes one.
    pub write_invoice: &'static str,
    /// What is in it.
    pub invoice_lead: &'static str,
    /// The number that one types.
    pub own_number: &'static str,
    /// On a link, one types one's own.
    pub own_number_link: &'static str,
    /// Signed in, it may stay empty.
    pub own_number_desk: &'static str,
    /// The box for the last day of payment.
    pub due: &'static str,
    /// Where to pay.
    pub bank: &'static str,
    /// The box for the bank.
    pub bank_name: &'static str,
    /// The box for whose account it is.
    pub holder: &'static str,
    /// The box for the account.
    pub account: &'static str,
    /// The box for the branch.
    pub branch: &'static str,
    /// The box for a page for paying.
    pub pay_link: &'static str,
    /// The deposit that was paid is taken off.
    pub less_deposit: &'static str,
    /// All of it is approved.
    pub within: &'static str,
    /// It is above what was approved.
    pub above: fn(&str) -> String,
    /// A line that is above: what, by how much, why.
    pub above_line: fn(&str, &str, Why) -> String,
    /// What the law says to a provider.
    pub above_law: &'static str,
    /// The particulars that are missing.
    pub missing: &'static str,
    /// One of them.
    pub particular: fn(Particular) -> &'static str,
    /// Sends an invoice.
    pub send_invoice: &'static str,
    /// It was sent.
    pub invoice_sent: &'static str,
    /// What is still owed.
    pub owed: fn(&str) -> String,
    /// Says that it was paid.
    pub was_paid: &'static str,
    /// The box for the amount.
    pub amount: &'static str,
    /// How.
    pub means: fn(Means) -> &'static str,
    /// The question how.
    pub means_asked: &'static str,
    /// It was noted.
    pub payment_kept: &'static str,
    /// The messages.
    pub messages: &'static str,
    /// There are none.
    pub no_messages: &'static str,
    /// The box for one.
    pub message: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// The client.
    pub they: &'static str,
    /// The provider.
    pub you: &'static str,
    /// Photos.
    pub photos: &'static str,
    /// Leads back to the job.
    pub back: &'static str,
    /// Opens a box to sign in by hand.
    pub draw: &'static str,
    /// Begins it anew.
    pub draw_again: &'static str,
    /// Leads to a paper.
    pub paper: &'static str,
    /// Leads to the statements.
    pub statements: &'static str,
    /// The question of the tax on a line.
    pub line_vat: &'static str,
    /// As all others, at nought, exempt.
    pub line_vats: [&'static str; 3],
    /// Bills the deposit.
    pub write_deposit: &'static str,
    /// What an invoice of a deposit is for.
    pub deposit_lead: &'static str,
    /// The line that bills it.
    pub deposit_line: fn(&str) -> String,
    /// Takes an invoice back.
    pub write_credit: &'static str,
    /// What that does.
    pub credit_lead: &'static str,
    /// The question which lines.
    pub credit_lines: &'static str,
    /// The box for why.
    pub credit_reason: &'static str,
    /// Help above it.
    pub credit_reason_hint: &'static str,
    /// Sends it.
    pub send_credit: &'static str,
    /// It was sent.
    pub credit_sent: &'static str,
}
