//! Sheets as the server makes them, and as nobody should.

use super::*;
use model::contact::Contact;
use model::entry::Entry;
use model::property::Property;
use model::system::System;
use model::{Date, FileHash, FileRef, Money, RecordId};
use report::{Home, Kept, Maker, Part, Wish, write};
use uuid::Uuid;
use words::Language;

/// A photo of one pixel.
const PNG: &[u8] = include_bytes!("../../public/icons/icon-192.png");

fn kept<T>(number: u128, letter: &T) -> Kept<'_, T> {
    let id = RecordId(Uuid::from_u128(number));
    Kept { id, version: id, letter, versions: 1 }
}

fn photo() -> FileRef {
    FileRef { hash: FileHash::of(PNG), name: "plate.png".into(), media: "image/png".into(), ..FileRef::default() }
}

/// A home in which people wrote `text` wherever they can write, with so many entries.
fn sheet(text: &str, entries: usize) -> Sheet {
    let property = Property { name: text.into(), address: text.into(), ..Property::default() };
    let system = System {
        name: text.into(),
        make: text.into(),
        notes: text.into(),
        shut_off: text.into(),
        installed: "2018-03".parse().ok(),
        life_years: Some(10),
        ..System::default()
    };
    let contact = Contact { name: text.into(), trade: text.into(), email: text.into(), ..Contact::default() };
    let entry = |number: usize| Entry {
        title: format!("{text} {number}"),
        when: format!("{}-03-01", 2026 - number / 40).parse().ok(),
        notes: text.into(),
        done_by: text.into(),
        systems: vec![RecordId(Uuid::from_u128(1))],
        cost: Some(Money::rand(123_450 + number as i64)),
        files: if number.is_multiple_of(4) { vec![FileRef { caption: text.into(), ..photo() }] } else { Vec::new() },
        ..Entry::default()
    };
    let entries: Vec<Entry> = (0..entries).map(entry).collect();
    let home = Home {
        property: Some(&property),
        systems: vec![kept(1, &system)],
        contacts: vec![kept(2, &contact)],
        entries: entries.iter().zip(10..).map(|(entry, number)| kept(number, entry)).collect(),
        ..Home::default()
    };
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: Some(text.into()) };
    let wish = Wish { parts: Part::ALL.to_vec(), ..Wish::read(|_| None) };
    Sheet {
        report: serde_json::to_vec(&write(&home, &wish, &maker)).expect("a report"),
        photos: vec![(FileHash::of(PNG).to_string(), PNG.to_vec())],
        replaced: "Some letters are boxes.".into(),
    }
}

#[test]
fn a_report_becomes_a_pdf_and_the_same_report_the_same_pdf() {
    let made = pdf(sheet("Main geyser", 12)).expect("a PDF");
    assert!(made.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&made);
    assert!(text.contains("pdfuaid") && text.contains("en-ZA"), "it says that it is accessible, and in which language");
    assert_eq!(made, pdf(sheet("Main geyser", 12)).expect("a PDF"));
}

#[test]
fn whatever_people_wrote_becomes_a_pdf() {
    let long = "x".repeat(3_000);
    let lines = "line\n".repeat(300);
    let rows = [
        "",
        " ",
        "#panic() $x^2$ *bold* _it_ `raw` <label> @ref // /* [ ] { } \\ \u{0}\u{1b}",
        "#image(\"/etc/passwd\") #read(\"/etc/passwd\")",
        "\u{1f525}\u{1f468}\u{200d}\u{1f469} 漏水 تسرب נזילה",
        "\u{202e}\u{2066}turned\u{feff}",
        "e\u{301}\u{301}\u{301}\u{301}",
        &long,
        &lines,
    ];
    for text in rows {
        let made = pdf(sheet(text, 3)).unwrap_or_else(|error| panic!("{error}: {:?}", &text[..text.len().min(80)]));
        assert!(made.starts_with(b"%PDF"));
    }
}

/// Writes what there is to look at where `CODESSA_TEST_PDF` says.
#[test]
fn four_hundred_entries_become_a_pdf_in_seconds() {
    let began = std::time::Instant::now();
    let made = pdf(sheet("Thermostat of the main geyser", 400)).expect("a PDF");
    let took = began.elapsed();
    println!("400 entries with 100 photos: {took:?}, {} bytes", made.len());
    assert!(took.as_secs() < 20, "{took:?}");
    assert!(String::from_utf8_lossy(&made).contains("/Subtype/Image"), "the photos are in it");
    if let Some(path) = std::env::var_os("CODESSA_TEST_PDF") {
        std::fs::write(path, made).expect("it can be written");
    }
}

#[test]
fn a_home_with_nothing_becomes_a_pdf() {
    let today = Date::of(2026, 11, 26).expect("a day");
    let maker = Maker { words: Language::EnZa.words(), today, account: None };
    for parts in [Part::ALL.to_vec(), Vec::new()] {
        let wish = Wish { parts, ..Wish::read(|_| None) };
        let report = serde_json::to_vec(&write(&Home::default(), &wish, &maker)).expect("a report");
        pdf(Sheet { report, ..Sheet::default() }).expect("a PDF");
    }
}

/// A paper of a deal: an invoice with where to pay, or a quote that was signed.
fn paper(text: &str, record: u128) -> Sheet {
    use model::portal::{Bank, Client, Deal, Decision, Invoice, Line, Provider, Quote, Request, Verdict};
    use model::{Body, Letter, Record};
    fn kept<T: Letter>(number: u128, letter: &T) -> Record {
        let id = RecordId(Uuid::from_u128(number));
        Record { id, kind: T::KIND.into(), rev: number as u64, body: Body::seal(&letter.fields()), ..Record::default() }
    }
    let lines = vec![Line { id: "a".into(), what: text.into(), quantity: 1000, price: 40_000, ..Line::default() }; 40];
    let provider = Provider { name: text.into(), address: text.into(), ..Provider::default() };
    let on = Date::of(2026, 11, 26);
    let quote = Quote {
        title: text.into(),
        terms: text.into(),
        lines: lines.clone(),
        provider: provider.clone(),
        on,
        ..Quote::default()
    };
    let decision = Decision {
        on: Some(RecordId(Uuid::from_u128(2))),
        verdict: Verdict::Approve,
        name: text.into(),
        drawn: "M10 200L500 20".into(),
        decided_at: "2026-11-26T10:00:00.000Z".parse().ok(),
        ..Decision::default()
    };
    let bank = Bank { bank: text.into(), holder: text.into(), account: text.into(), ..Bank::default() };
    let client = Client { name: text.into(), ..Client::default() };
    let (number, pay_link) = (text.into(), format!("https://{text}"));
    let invoice = Invoice { number, lines, provider, client, bank: Some(bank), pay_link, on, ..Invoice::default() };
    let request = Request { title: text.into(), ..Request::default() };
    let deal = Deal::of(&[kept(1, &request), kept(2, &quote), kept(3, &decision), kept(4, &invoice)]);
    let made = report::deal::paper(&deal, RecordId(Uuid::from_u128(record)), Language::EnZa.words()).expect("a paper");
    Sheet { report: serde_json::to_vec(&made).expect("a paper"), replaced: "Boxes.".into(), ..Sheet::default() }
}

#[test]
fn papers_of_a_deal_become_pdfs_whatever_people_wrote() {
    for text in ["Geyser", "#panic() $x^2$ <label> @ref \\ ' \" </svg>", "漏水 \u{202e}turned", " ", &"x".repeat(3_000)]
    {
        for record in [2, 4] {
            let made =
                pdf(paper(text, record)).unwrap_or_else(|error| panic!("{error}: {:?}", &text[..text.len().min(80)]));
            assert!(made.starts_with(b"%PDF-1.7"));
        }
    }
    let made = pdf(paper("Geyser", 4)).expect("a PDF");
    assert!(String::from_utf8_lossy(&made).contains("pdfuaid"), "it says that it is accessible");
    if let Some(path) = std::env::var_os("CODESSA_TEST_PAPER") {
        std::fs::write(path, made).expect("it can be written");
    }
}

#[test]
fn what_is_no_sheet_is_refused_in_a_line() {
    let broken = Sheet { photos: vec![(FileHash::of(PNG).to_string(), b"no picture".to_vec())], ..sheet("a", 1) };
    let rows = [Sheet::default(), Sheet { report: b"[]".to_vec(), ..Sheet::default() }, broken];
    for sheet in rows {
        let error = pdf(sheet).map(|_| ()).expect_err("it is none").to_string();
        assert!(!error.is_empty() && error.len() < 2_000, "{error}");
    }
}
