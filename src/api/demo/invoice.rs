//! A full tax invoice as South African law wants it (Value-Added Tax Act s20(4)): who, to whom, number, date, what, VAT, total.

use super::pdf::{Face, Pdf};
use model::Date;
use model::contact::Contact;
use model::entry::Entry;

/// To whom everything is invoiced.
const HOUSEHOLD: [&str; 3] =
    ["Mrs N. Dlamini-van der Westhuizen", "114 Ou Meulsteen-Kromboomrivier Crescent", "Pinelands, 7405"];
/// Per cent of VAT.
const VAT_PERCENT: i64 = 15;

/// The invoice for what `entry` says was done.
pub(super) fn drawn(number: &str, day: Date, from: &Contact, entry: &Entry) -> Vec<u8> {
    let vat_number = from.registrations.iter().find(|row| row.body.contains("VAT")).map(|row| row.number.as_str());
    let mut pdf = Pdf::new(&format!("Invoice {number}"));
    let shade = number.bytes().map(f32::from).sum::<f32>() % 7.0 / 20.0;
    pdf.bar([0.15 + shade, 0.32, 0.45 - shade]);
    pdf.line(Face::Bold, 17.0, &from.name);
    pdf.text(9.0, &[from.address.as_str(), &from.phone, &from.email].map(str::to_owned).join("   "));
    for row in &from.registrations {
        pdf.line(Face::Plain, 9.0, &format!("{}: {}", row.body, row.number));
    }
    pdf.skip(22.0);
    pdf.line(Face::Bold, 20.0, if vat_number.is_some() { "TAX INVOICE" } else { "INVOICE" });
    pdf.row(Face::Plain, 10.0, &[(0.0, "Number"), (90.0, number)]);
    pdf.row(Face::Plain, 10.0, &[(0.0, "Date"), (90.0, &day.to_string())]);
    pdf.row(Face::Plain, 10.0, &[(0.0, "To"), (90.0, HOUSEHOLD[0])]);
    pdf.row(Face::Plain, 10.0, &[(90.0, HOUSEHOLD[1])]);
    pdf.row(Face::Plain, 10.0, &[(90.0, HOUSEHOLD[2])]);
    pdf.skip(14.0);
    pdf.rule();
    pdf.row(Face::Bold, 10.0, &[(0.0, "Description"), (330.0, "Quantity"), (-1.0, "Amount")]);
    pdf.rule();
    table(&mut pdf, entry, vat_number.is_some());
    pdf.skip(26.0);
    pdf.text(
        9.5,
        "Thank you. Payable within seven days of the date above. Parts and labour carry three months' \
        warranty by law, and longer where \
                   their maker says so.",
    );
    pdf.text(
        9.5,
        &format!("Bank: Volksbank, Thornton. Account 6277 0{:04}. Reference {number}.", number.len() * 811 % 9973),
    );
    pdf.finish()
}

fn table(pdf: &mut Pdf, entry: &Entry, with_vat: bool) {
    let cents = |money: &Option<model::Money>| money.as_ref().map_or(0, |money| money.cents);
    let (labour, parts, total) = (cents(&entry.labour), cents(&entry.parts_cost), cents(&entry.cost));
    let without = |amount: i64| if with_vat { amount * 100 / (100 + VAT_PERCENT) } else { amount };
    pdf.row(Face::Plain, 10.0, &[(0.0, &entry.title)]);
    if labour > 0 {
        pdf.row(Face::Plain, 10.0, &[(0.0, "Labour and travel"), (330.0, "1"), (-1.0, &rand(without(labour)))]);
    }
    for part in &entry.parts {
        let name = if part.number.is_empty() { part.name.clone() } else { format!("{} ({})", part.name, part.number) };
        pdf.row(Face::Plain, 10.0, &[(12.0, &name), (330.0, &part.quantity.to_string())]);
    }
    if parts > 0 {
        pdf.row(
            Face::Plain,
            10.0,
            &[(0.0, "Parts and materials as listed"), (330.0, "1"), (-1.0, &rand(without(parts)))],
        );
    }
    pdf.rule();
    if with_vat {
        let net = without(labour) + without(parts);
        pdf.row(Face::Plain, 10.0, &[(330.0, "Value"), (-1.0, &rand(net))]);
        pdf.row(Face::Plain, 10.0, &[(330.0, "VAT 15 %"), (-1.0, &rand(total - net))]);
    }
    pdf.row(Face::Bold, 11.0, &[(330.0, "Total"), (-1.0, &rand(total))]);
}

/// Cents as people write rand: `R 12 370,00`.
fn rand(cents: i64) -> String {
    let (whole, rest) = ((cents / 100).to_string(), cents % 100);
    let mut grouped = String::new();
    for (at, digit) in whole.char_indices() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    format!("R {grouped},{rest:02}")
}
