//! Papers of a deal, in English as in South Africa.

use super::count;
use crate::place::Paper;
use model::inspection::Found;
use model::portal::Means;
use model::portal::statement::What;

fn named(name: &str, number: &str) -> String {
    format!("{name} {number}").trim_end().to_owned()
}

pub(crate) static PAPER: Paper = Paper {
    quote: |number| named("Quote", number),
    card: "Job card",
    // "Tax invoice", "VAT invoice" or "invoice": Value-Added Tax Act 89 of 1991, section 20.
    tax_invoice: |number| named("Tax invoice", number),
    invoice: |number| named("Invoice", number),
    // Section 21 of the same.
    tax_credit_note: |number| named("Tax credit note", number),
    credit_note: |number| named("Credit note", number),
    draft: "Invoice, not numbered yet",
    from: "From",
    to: "To",
    vat_number: "VAT number",
    registered: |body, number| format!("{} (as they say themselves)", named(body, number)),
    number: "Number",
    date: "Date",
    valid: "Valid until",
    due: "To be paid by",
    credits: "Credits invoice",
    reason: "Reason",
    job: "For",
    approved: "Approved",
    approved_by: |name, when| format!("{name}, {when}"),
    approved_extra: |what, told| format!("{what}: {told}"),
    lines: "Lines",
    what: "Description",
    quantity: "Quantity",
    price: "Price for one",
    vat: "VAT",
    amount: |inclusive| if inclusive { "Amount with VAT" } else { "Amount" },
    rate: |per_mille| {
        if per_mille % 10 == 0 {
            format!("{} %", per_mille / 10)
        } else {
            format!("{},{} %", per_mille / 10, per_mille % 10)
        }
    },
    exempt: "exempt",
    less: |what, amount| format!("{what}, less {amount}"),
    estimate: |what, from, to| format!("{what} (estimate, {from} to {to})"),
    provisional: |what| format!("{what} (provisional sum)"),
    option: "Option",
    optional: "Only if the client wants it",
    net: "Without VAT",
    vat_at: |per_mille| format!("VAT at {} %", per_mille / 10),
    total: "Total",
    total_of: |option| format!("Total, {option}"),
    untaxed: "Not registered for VAT: no VAT is charged.",
    deposit_off: "Deposit taken off",
    credited: "Credited",
    paid: "Paid",
    owed: "Still to pay",
    deposit: "Deposit before work begins",
    exclusions: "Not included",
    starts: "Could start",
    takes: "Takes",
    days: |days| count(days.unsigned_abs() as usize, "day", "days"),
    months: |months| count(months.unsigned_abs() as usize, "month", "months"),
    warranty: "Warranty",
    law_57: "Besides that the Consumer Protection Act 68 of 2008 (section 57) gives three months on new parts and the labour to fit them.",
    terms: "Terms",
    notes: "Notes",
    finished: "Finished on",
    by: "Done by",
    time: "Time on the job",
    hours: |minutes| match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    },
    done: "What was done",
    parts: "Parts fitted",
    make: "Maker",
    serial: "Serial number",
    points: "What was checked",
    found: "Found",
    how: |found| match found {
        Found::Unseen => "not looked at",
        Found::Good => "OK",
        Found::Failed => "failed",
    },
    note: "Note",
    certificate: "Certificate",
    next: "Next service",
    next_in: |what, when| if what.is_empty() { format!("in {when}") } else { format!("{what}, in {when}") },
    signed: |name, when| format!("Signed by {name}, {when}"),
    signed_passkey: |name, when| format!("Signed by {name}, {when}, confirmed with a passkey or a code"),
    signature_of: |name| format!("Signature of {name}"),
    unfinished: |name, text| format!("{name}: something is left to do. {text}").trim_end().to_owned(),
    pay: "How to pay",
    holder: "Account holder",
    bank: "Bank",
    branch: "Branch code",
    account: "Account number",
    reference: "Reference",
    to_pay: "Amount",
    code: "The same as a code",
    code_lead: "Any camera reads this as text, to be copied into your bank’s app. South Africa has no code that every bank’s app takes for a transfer.",
    check: "Before the first payment, call them on a number that you know already, not one from this page, and have them read the account number to you. Invoices in which somebody has changed the account are a common way to be robbed.",
    differs: "This is another account than before",
    differs_lead: |account, number| {
        format!(
            "{} asked for account {account}. Do not pay before you have called them on a number that you know already.",
            named("Their invoice", number)
        )
    },
    pay_link: |host| format!("Pay on {host}"),
    pay_link_lead: "This page is theirs, not Codessa’s. Check the name of the site before you type anything there.",
    foot: "Made with Codessa from what both sides wrote. It gives no advice on law or tax.",
    paper: "Paper of the job",
    gone: "There is no such paper on this device.",
    back: "To the job",
    print: "Print",
    pdf: "Save as PDF",
    pdf_making: "Making the PDF…",
    pdf_offline: "The server makes the PDF and cannot be reached. Printing works without it.",
    pdf_not_offered: "This server makes no PDF. Print it, and choose to save as PDF there.",
    pdf_unsent: "The server does not have this paper yet. Printing works without it.",
    copy: |what| format!("Copy: {what}"),
    copied: "Copied",
    statement: "Statement",
    statements: "Statements",
    statements_lead: "What was billed and paid, with each of them over all jobs.",
    no_statement: "Nothing was billed yet",
    no_statement_lead: "As soon as there is an invoice or a deposit, it stands here with what was paid and what is owed.",
    entry: |what| match what {
        What::Invoice => "Invoice",
        What::CreditNote => "Credit note",
        What::Payment => "Payment",
        What::Deposit => "Deposit paid",
    },
    means: |means| match means {
        Means::Transfer => "transfer",
        Means::Card => "card",
        Means::Cash => "cash",
        Means::Other => "otherwise",
    },
    balance: "Owed after it",
    ages: ["Not due yet", "Due up to 30 days", "31 to 60 days", "61 to 90 days", "More than 90 days"],
    ahead: "Paid ahead",
    statement_foot: "Payments are what either side wrote down; Codessa moves no money and asks no bank.",
};
