//! Papers of a deal, on the screen, as a PDF and printed: quotes, job cards, invoices, credit notes and statements.

use model::inspection::Found;
use model::portal::Means;
use model::portal::statement::What;

/// What stands on them, and on the pages that show them.
pub struct Paper {
    /// A quote, by its number.
    pub quote: fn(&str) -> String,
    /// What was done.
    pub card: &'static str,
    /// An invoice of a vendor, by its number.
    pub tax_invoice: fn(&str) -> String,
    /// An invoice of who is no vendor, by its number.
    pub invoice: fn(&str) -> String,
    /// A credit note of a vendor, by its number.
    pub tax_credit_note: fn(&str) -> String,
    /// A credit note of who is no vendor, by its number.
    pub credit_note: fn(&str) -> String,
    /// An invoice without a number.
    pub draft: &'static str,
    /// Above who writes it.
    pub from: &'static str,
    /// Above whom it is for.
    pub to: &'static str,
    /// Before a VAT number.
    pub vat_number: &'static str,
    /// What a provider says of themselves: the body and the number.
    pub registered: fn(&str, &str) -> String,
    /// Its number.
    pub number: &'static str,
    /// Its date.
    pub date: &'static str,
    /// The last day on which a quote can be approved.
    pub valid: &'static str,
    /// The last day of payment.
    pub due: &'static str,
    /// The invoice that is credited: its number and its date.
    pub credits: &'static str,
    /// Why it is credited.
    pub reason: &'static str,
    /// What it is for.
    pub job: &'static str,
    /// The approval: who and when.
    pub approved: &'static str,
    /// "Thandi Nkosi, 21 November 2026"
    pub approved_by: fn(&str, &str) -> String,
    /// Extra work that was approved: what, who and when.
    pub approved_extra: fn(&str, &str) -> String,
    /// What stands in the lines.
    pub lines: &'static str,
    /// The head of a column: what.
    pub what: &'static str,
    /// The head of a column: how many.
    pub quantity: &'static str,
    /// The head of a column: for one.
    pub price: &'static str,
    /// The head of a column: the rate of the tax.
    pub vat: &'static str,
    /// The head of a column: what a line comes to, with tax in it or without.
    pub amount: fn(bool) -> &'static str,
    /// A rate, from thousandths.
    pub rate: fn(i64) -> String,
    /// No tax, on the paper of a vendor.
    pub exempt: &'static str,
    /// A line with a discount.
    pub less: fn(&str, &str) -> String,
    /// A line that is an estimate: what, from, to.
    pub estimate: fn(&str, &str, &str) -> String,
    /// A line that nobody can price yet.
    pub provisional: fn(&str) -> String,
    /// An option of a quote.
    pub option: &'static str,
    /// Lines that the client may leave.
    pub optional: &'static str,
    /// The sum without tax.
    pub net: &'static str,
    /// The tax, at a rate.
    pub vat_at: fn(i64) -> String,
    /// The sum with tax.
    pub total: &'static str,
    /// The sum with tax, of an option.
    pub total_of: fn(&str) -> String,
    /// Who bills charges no tax.
    pub untaxed: &'static str,
    /// A deposit that is taken off.
    pub deposit_off: &'static str,
    /// What was credited.
    pub credited: &'static str,
    /// What was paid.
    pub paid: &'static str,
    /// What is still to be paid.
    pub owed: &'static str,
    /// A deposit that is asked for.
    pub deposit: &'static str,
    /// What is not in a quote.
    pub exclusions: &'static str,
    /// When it could begin.
    pub starts: &'static str,
    /// How long it takes.
    pub takes: &'static str,
    /// So many days.
    pub days: fn(i64) -> String,
    /// So many months.
    pub months: fn(i64) -> String,
    /// What is warranted.
    pub warranty: &'static str,
    /// What the law gives besides.
    pub law_57: &'static str,
    /// The terms.
    pub terms: &'static str,
    /// Notes.
    pub notes: &'static str,
    /// When it was finished.
    pub finished: &'static str,
    /// Who did it.
    pub by: &'static str,
    /// How long it took.
    pub time: &'static str,
    /// Hours and minutes.
    pub hours: fn(i64) -> String,
    /// What was done.
    pub done: &'static str,
    /// Parts that were fitted.
    pub parts: &'static str,
    /// The head of a column: the maker.
    pub make: &'static str,
    /// The head of a column: the serial number.
    pub serial: &'static str,
    /// What was checked.
    pub points: &'static str,
    /// The head of a column: how it was found.
    pub found: &'static str,
    /// How a point was found.
    pub how: fn(Found) -> &'static str,
    /// Photos from before the work.
    pub before: &'static str,
    /// Photos from after it.
    pub after: &'static str,
    /// The head of a column: a note.
    pub note: &'static str,
    /// The certificate.
    pub certificate: &'static str,
    /// What is to be done next.
    pub next: &'static str,
    /// "Look at the anode, in 36 months"
    pub next_in: fn(&str, &str) -> String,
    /// Below a signature: who and when.
    pub signed: fn(&str, &str) -> String,
    /// The same, confirmed by a passkey.
    pub signed_passkey: fn(&str, &str) -> String,
    /// A signature, for who does not see it.
    pub signature_of: fn(&str) -> String,
    /// Something is left to do: who says so, and what.
    pub unfinished: fn(&str, &str) -> String,
    /// How to pay.
    pub pay: &'static str,
    /// Whose account.
    pub holder: &'static str,
    /// The bank.
    pub bank: &'static str,
    /// The branch code.
    pub branch: &'static str,
    /// The account number.
    pub account: &'static str,
    /// The reference.
    pub reference: &'static str,
    /// How much.
    pub to_pay: &'static str,
    /// The code with the same.
    pub code: &'static str,
    /// What the code is good for.
    pub code_lead: &'static str,
    /// To check the account before paying into it.
    pub check: &'static str,
    /// Another account stood on an earlier invoice.
    pub differs: &'static str,
    /// Which, and what to do: the account, the number of that invoice.
    pub differs_lead: fn(&str, &str) -> String,
    /// Where the provider's own page is: its host.
    pub pay_link: fn(&str) -> String,
    /// What that page is.
    pub pay_link_lead: &'static str,
    /// What the paper is made of.
    pub foot: &'static str,
    /// A paper, whatever it is.
    pub paper: &'static str,
    /// There is no such paper.
    pub gone: &'static str,
    /// Leads back to the job.
    pub back: &'static str,
    /// Opens the print dialog.
    pub print: &'static str,
    /// Has the server make a PDF.
    pub pdf: &'static str,
    /// While it does.
    pub pdf_making: &'static str,
    /// It cannot be reached.
    pub pdf_offline: &'static str,
    /// It makes none.
    pub pdf_not_offered: &'static str,
    /// It has not got the paper yet.
    pub pdf_unsent: &'static str,
    /// Copies something.
    pub copy: fn(&str) -> String,
    /// It was copied.
    pub copied: &'static str,
    /// A statement.
    pub statement: &'static str,
    /// The statements.
    pub statements: &'static str,
    /// What they are.
    pub statements_lead: &'static str,
    /// There is nothing on one.
    pub no_statement: &'static str,
    /// What would be.
    pub no_statement_lead: &'static str,
    /// A line of one.
    pub entry: fn(What) -> &'static str,
    /// How something was paid.
    pub means: fn(Means) -> &'static str,
    /// The head of a column: what is owed after it.
    pub balance: &'static str,
    /// How long something has been owed.
    pub ages: [&'static str; 5],
    /// What was paid and belongs to no invoice.
    pub ahead: &'static str,
    /// Payments are what either side wrote down.
    pub statement_foot: &'static str,
}
