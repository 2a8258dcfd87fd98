//! Papers of a deal: an invoice shows what the law asks for its amount, and says nothing of a tax that nobody charges.

use model::inspection::{Found, Point};
use model::portal::particulars::{Level, Particular, level, missing};
use model::portal::{
    Bank, Client, Deal, Decision, Invoice, JobSheet, Line, Provider, Quote, Request, SignOff, Vat, Verdict,
};
use model::{Body, Date, FileRef, Letter, Record, RecordId};
use report::deal::{Paper, paper, statement};
use uuid::Uuid;
use words::Language;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Option<Date> {
    Some(text.parse().expect("a date"))
}

fn record<T: Letter>(number: u128, letter: &T) -> Record {
    let body = Body::seal(&letter.fields());
    Record { id: id(number), kind: T::KIND.into(), rev: number as u64, body, ..Record::default() }
}

fn line(name: &str, cents: i64, vat: Vat) -> Line {
    Line {
        id: name.into(),
        what: format!("Fitting the {name}"),
        quantity: 2500,
        unit: "m".into(),
        price: cents,
        vat,
        ..Line::default()
    }
}

fn firm(vat_number: &str) -> Provider {
    let (name, address) = ("Dlamini Plumbing".into(), "1 Main Road\nPinelands".into());
    Provider { name, address, vat_number: vat_number.into(), ..Provider::default() }
}

fn invoice(cents: i64) -> Invoice {
    let bank = Bank {
        bank: "FNB".into(),
        holder: "Dlamini".into(),
        account: "62 123".into(),
        branch: "250655".into(),
        ..Bank::default()
    };
    Invoice {
        number: "INV-9".into(),
        on: day("2026-11-22"),
        lines: vec![line("valve", cents, Vat::Standard)],
        inclusive: true,
        provider: firm("4123456789"),
        client: Client {
            name: "Thandi Nkosi".into(),
            address: "12 Protea Road".into(),
            vat_number: "4987654321".into(),
        },
        bank: Some(bank),
        ..Invoice::default()
    }
}

/// The request, an approved quote, and what comes after.
fn deal(more: Vec<Record>) -> Deal {
    let asked = Request { title: "Valve drips".into(), name: "Thandi Nkosi".into(), ..Request::default() };
    let quote = Quote {
        title: "New valve".into(),
        on: day("2026-11-20"),
        lines: vec![line("valve", 900, Vat::None)],
        provider: firm(""),
        inclusive: true,
        ..Quote::default()
    };
    let at = "2026-11-21T10:00:00.000Z".parse().ok();
    let approval = Decision {
        on: Some(id(2)),
        verdict: Verdict::Approve,
        name: "Thandi".into(),
        drawn: "M1 1L9 9".into(),
        decided_at: at,
        ..Decision::default()
    };
    let base = vec![record(1, &asked), record(2, &quote), record(3, &approval)];
    Deal::of(&base.into_iter().chain(more).collect::<Vec<_>>())
}

fn told(deal: &Deal, number: u128) -> (Paper, String) {
    let paper = paper(deal, id(number), Language::EnZa.words()).expect("there is such a paper");
    let text = serde_json::to_string(&paper).expect("it is written").replace('\u{a0}', " ");
    (paper, text)
}

#[test]
fn an_invoice_shows_every_particular_that_its_amount_asks_for() {
    // R 50, R 5 000 and one cent more than each; a credit note of the last.
    for (cents, expected) in [(2_000, Level::None), (200_000, Level::Abridged), (200_001, Level::Full)] {
        let bill = invoice(cents);
        let note =
            Invoice { number: "CN-1".into(), credits: Some(id(4)), notes: "Billed twice".into(), ..bill.clone() };
        let deal = deal(vec![record(4, &bill), record(5, &note)]);
        for (number, title, own) in [(4, "Tax invoice INV-9", "INV-9"), (5, "Tax credit note CN-1", "CN-1")] {
            let kept = deal.invoice(id(number)).expect("it is there");
            assert_eq!((level(&kept.letter), missing(&deal, kept)), (expected, vec![]));
            let (paper, text) = told(&deal, number);
            assert_eq!(paper.title, title);
            for particular in Particular::ALL {
                let shown = match particular {
                    Particular::SupplierName => "Dlamini Plumbing",
                    Particular::SupplierAddress => "1 Main Road",
                    Particular::SupplierVatNumber => "VAT number 4123456789",
                    Particular::Number => own,
                    Particular::Date => "22 November 2026",
                    Particular::Description => "Fitting the valve",
                    Particular::RecipientName => "Thandi Nkosi",
                    Particular::RecipientAddress => "12 Protea Road",
                };
                assert!(text.contains(shown), "{particular}: {text}");
            }
            // Quantity, value, tax and total, and the recipient's number.
            let sum = model::portal::money::sum_of(&bill);
            let money = |cents| Language::EnZa.words().money(&model::Money::rand(cents)).replace('\u{a0}', " ");
            for shown in
                ["2,5 m", "VAT at 15 %", "VAT number 4987654321", &money(sum.net), &money(sum.vat), &money(sum.total)]
            {
                assert!(text.contains(shown), "{shown}: {text}");
            }
            assert_eq!(number == 5, text.contains("Billed twice") && text.contains("INV-9, 22 November 2026"));
        }
    }
}

#[test]
fn who_is_no_vendor_tells_of_no_tax() {
    let bill = Invoice { lines: vec![line("valve", 900, Vat::None)], provider: firm(""), ..invoice(0) };
    let (paper, text) = told(&deal(vec![record(4, &bill)]), 4);
    assert_eq!(paper.title, "Invoice INV-9");
    assert!(
        text.contains("Not registered for VAT") && !text.contains("VAT at") && !text.contains("Without VAT"),
        "{text}"
    );
    assert_eq!(paper.sums.iter().map(|sum| sum.name.as_str()).collect::<Vec<_>>(), ["Total", "Still to pay"]);
}

#[test]
fn rates_stand_beside_lines_that_are_taxed_otherwise() {
    let lines =
        vec![line("valve", 1_000, Vat::Standard), line("tap", 1_000, Vat::Zero), line("tray", 1_000, Vat::None)];
    let (_, text) = told(&deal(vec![record(4, &Invoice { lines, inclusive: false, ..invoice(0) })]), 4);
    for shown in ["15 %", "0 %", "exempt", "R 75,00", "R 3,75", "R 78,75"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
}

#[test]
fn where_to_pay_stands_on_what_is_owed_and_in_its_code() {
    let deal_of = |bill: Invoice| deal(vec![record(4, &bill)]);
    let pay = told(&deal_of(Invoice { pay_link: "https://pay.example.org/9".into(), ..invoice(40_000) }), 4)
        .0
        .pay
        .expect("it is owed");
    let expected = "Account holder: Dlamini\nBank: FNB\nBranch code: 250655\nAccount number: 62 123\nReference: INV-9\nAmount: 1000.00 ZAR";
    assert_eq!((pay.code.as_str(), pay.link_title.as_str()), (expected, "Pay on pay.example.org"));
    assert_eq!(told(&deal_of(Invoice { bank: None, ..invoice(40_000) }), 4).0.pay, None);
    let draft = Invoice { number: String::new(), ..invoice(40_000) };
    let (paper, _) = told(&deal_of(draft), 4);
    assert_eq!((paper.pay, paper.title.as_str()), (None, "Invoice, not numbered yet"));
}

fn point(title: &str, found: Found) -> Point {
    Point { title: title.into(), found, ..Point::default() }
}

fn photo(media: &str) -> FileRef {
    FileRef { name: "tray".into(), media: media.into(), size: 9, ..FileRef::default() }
}

#[test]
fn a_quote_and_a_job_card_show_who_signed() {
    let at = "2026-11-23T10:00:00.000Z".parse().ok();
    let sheet = JobSheet {
        done: vec!["valve".into()],
        completed_on: day("2026-11-23"),
        minutes: Some(150),
        points: vec![point("Isolated", Found::Good), point("Tray drains", Found::Failed)],
        before: vec![photo("image/jpeg"), photo("application/pdf")],
        after: vec![photo("image/png")],
        ..JobSheet::default()
    };
    let sign = SignOff {
        of: Some(id(4)),
        name: "Thandi".into(),
        drawn: "M1 1\" onload=".into(),
        signed_at: at,
        ..SignOff::default()
    };
    let deal = deal(vec![record(4, &sheet), record(5, &sign)]);
    let (quote, text) = told(&deal, 2);
    assert_eq!(quote.signatures[0].drawn, "M1 1L9 9");
    assert!(text.contains("Signed by Thandi, 21 November 2026") && text.contains("section 57"), "{text}");
    let (card, text) = told(&deal, 4);
    assert_eq!(card.signatures[0].drawn, "", "what is no signature is drawn nowhere");
    let shown: Vec<_> = card.pictures.iter().map(|group| (group.title, group.photos.len())).collect();
    assert_eq!(shown, [("Photos from before", 1), ("Photos from after", 1)], "a paper is no photo");
    assert!(text.contains("Isolated") && text.contains("Tray drains"), "{text}");
    assert!(text.contains("2 h 30 min") && text.contains("Fitting the valve") && !text.contains("R 9"), "{text}");
    assert!(
        paper(&deal, id(1), Language::EnZa.words()).is_none() && paper(&deal, id(99), Language::EnZa.words()).is_none()
    );
}

#[test]
fn a_statement_tells_every_deal_and_what_is_owed() {
    let deals = [deal(vec![record(4, &invoice(40_000))]), deal(Vec::new())];
    let today = day("2026-12-01").expect("a day");
    let made = statement(&deals.iter().collect::<Vec<_>>(), Language::EnZa.words(), today).expect("there are deals");
    let text = serde_json::to_string(&made).expect("it is written").replace('\u{a0}', " ");
    for shown in ["Statement", "Invoice INV-9 · Valve drips", "R 1 000,00", "Still to pay", "Due up to 30 days"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(statement(&[], Language::EnZa.words(), today).is_none());
}
