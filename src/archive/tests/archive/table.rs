//! The tables, as a spreadsheet reads them.

use crate::round::{contents, written};
use crate::server::home;
use std::io::{Cursor, Read};

#[test]
fn tables_are_whole_and_hold_no_formula() {
    let mut cells_seen = 0;
    for seed in 0..40 {
        let zip = written(&home(seed), &contents());
        let mut zip = archive::zip::Zip::open(Cursor::new(zip)).expect("a zip");
        let names: Vec<String> = zip.entries().iter().map(|entry| entry.name.clone()).collect();
        for (number, name) in names.into_iter().enumerate().filter(|(_, name)| name.starts_with("tables/")) {
            let mut text = String::new();
            zip.unpack(number).expect("an entry").read_to_string(&mut text).expect("UTF-8");
            cells_seen += check(&name, &text);
        }
    }
    assert!(cells_seen > 1000, "{cells_seen}");
}

/// Checks a table, and counts its cells.
fn check(name: &str, text: &str) -> usize {
    let text = text.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{name} has no mark"));
    assert!(text.ends_with("\r\n"), "{name}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("rows of one length")).collect();
    assert!(rows.len() > 1, "{name}");
    let heads: std::collections::BTreeSet<&str> = rows[0].iter().collect();
    assert_eq!(heads.len(), rows[0].len(), "two columns of {name} have one name");
    for cell in rows.iter().flatten() {
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
        assert!(!is_formula, "{name}: {cell}");
    }
    rows.iter().map(csv::StringRecord::len).sum()
}
