//! The certificates of a unit: mostly there, and of every reason why not some.

use super::book::Book;
use crate::demo::chance::Chance;
use crate::demo::pdf::{Face, Pdf};
use model::certificate::{Certificate, CertificateType as Sort};
use model::entry::{Entry, EntryType};
use model::system::SystemType;
use model::{Date, PartialDate, RecordId};

/// Finds the system of a sort.
type OfSort<'f> = &'f dyn Fn(SystemType) -> Option<RecordId>;

/// Writes the certificates of a unit.
pub fn of_unit(book: &mut Book, name: &str, of_sort: impl Fn(SystemType) -> Option<RecordId>) {
    let mut chance = Chance::of(&format!("estate papers {name}"));
    electrical(book, &mut chance, &of_sort);
    if let Some(gas) = of_sort(SystemType::GasInstallation) {
        gas_certificate(book, &mut chance, gas);
    }
    if let Some(inverter) = of_sort(SystemType::Inverter) {
        let registered = chance.percent(60).then_some(true);
        let issued = book.today.minus_days(chance.within(60, 900));
        let certificate = Certificate { registered, systems: vec![inverter], ..issued_by(Sort::SolarPv, issued) };
        filed(book, "Solar installation report", certificate);
    }
}

/// Those of the common property: its boards, and a fence that was made longer after its certificate.
pub fn of_common(book: &mut Book, of_sort: impl Fn(SystemType) -> Option<RecordId>) {
    let years_ago = |years: u32| book.today.minus_months(years * 12);
    let (long_ago, lately) = (years_ago(6), years_ago(2));
    if let Some(board) = of_sort(SystemType::DistributionBoard) {
        let certificate =
            Certificate { systems: vec![board], test_report: Some(true), ..issued_by(Sort::Electrical, lately) };
        filed(book, "Certificate of compliance", certificate);
    }
    if let Some(fence) = of_sort(SystemType::ElectricFence) {
        let certificate = Certificate { systems: vec![fence], ..issued_by(Sort::ElectricFence, long_ago) };
        filed(book, "Fence system certificate", certificate);
        altered(book, fence, "Fence extended along the north wall", lately);
    }
}

/// For a transfer one is good for two years; otherwise until something is altered.
fn electrical(book: &mut Book, chance: &mut Chance, of_sort: OfSort<'_>) {
    let Some(board) = of_sort(SystemType::DistributionBoard) else { return };
    let systems: Vec<RecordId> = [Some(board), of_sort(SystemType::Inverter)].into_iter().flatten().collect();
    let roll = chance.within(1, 100);
    let (lately, before) = (chance.within(30, 700), chance.within(800, 2_400));
    let mut write = |days: u32, test_report| {
        let issued = book.today.minus_days(days);
        let certificate = Certificate { systems: systems.clone(), test_report, ..issued_by(Sort::Electrical, issued) };
        filed(book, "Certificate of compliance", certificate);
    };
    match roll {
        1..=66 => write(lately, Some(true)),
        67..=78 => {}
        79..=90 => {
            write(before, Some(true));
            altered(book, board, "Plug circuit added in the study", book.today.minus_days(before / 2));
        }
        // The test report is not with it.
        _ => write(lately, Some(false)),
    }
}

/// Gas is inspected again within five years.
fn gas_certificate(book: &mut Book, chance: &mut Chance, gas: RecordId) {
    let days = match chance.within(1, 100) {
        1..=60 => chance.within(100, 1_300),
        61..=85 => chance.within(1_840, 2_200),
        _ => return,
    };
    let issued = book.today.minus_days(days);
    let certificate = Certificate { systems: vec![gas], digital: Some(true), ..issued_by(Sort::Gas, issued) };
    filed(book, "Gas certificate of conformity", certificate);
}

fn issued_by(sort: Sort, issued: Date) -> Certificate {
    let (issuer, registration, body) = match sort {
        Sort::Gas => ("Cape Gas Installers", "QCC 20417", "SAQCC Gas"),
        Sort::SolarPv => ("Kloof Electrical", "PrTechEng 201970", "ECSA"),
        _ => ("Kloof Electrical", "IE 8842", "Department of Employment and Labour"),
    };
    Certificate {
        sort,
        number: format!("PM {}", issued.to_string().replace('-', "")),
        issued: Some(PartialDate::day(issued)),
        issuer: issuer.into(),
        registration: registration.into(),
        body: body.into(),
        ..Certificate::default()
    }
}

fn altered(book: &mut Book, system: RecordId, title: &str, on: Date) {
    let entry = Entry {
        sort: EntryType::Installation,
        title: title.into(),
        when: Some(PartialDate::day(on)),
        systems: vec![system],
        ..Entry::default()
    };
    book.write(title, &entry);
}

/// Writes a certificate with its paper.
fn filed(book: &mut Book, heading: &str, certificate: Certificate) {
    let mut pdf = Pdf::new(heading);
    pdf.line(Face::Bold, 20.0, heading);
    pdf.line(Face::Plain, 10.0, &format!("{}, Protea Mews, 41 Belmont Road, Rondebosch", book.title()));
    pdf.rule();
    let issued = certificate.issued.map(|date| date.to_string()).unwrap_or_default();
    let rows = [
        ("Number", certificate.number.as_str()),
        ("Date", &issued),
        ("Issued by", &certificate.issuer),
        ("Registration", &certificate.registration),
    ];
    for (name, told) in rows {
        pdf.row(Face::Plain, 11.0, &[(0.0, name), (140.0, told)]);
    }
    let file = book.paper(heading, pdf.finish());
    book.write(heading, &Certificate { files: vec![file], ..certificate });
}
