//! Sheets as managing agents have them, hostile ones too.

use super::talk::{Answers, Doubt, Left, Outcome, Preview, ProblemCode, QuotaForm};
use super::{Asked, Change, Units};
use crate::input::Input;
use model::kind::{OF_ESTATE, OF_HOME, edit_faults_in};
use model::scheme::{Building, Unit};
use model::{Body, Date, Edit, Letter, Record, RecordId};
use proptest::prelude::*;
use std::io::Write as _;
use uuid::Uuid;

fn today() -> Date {
    Date::of(2026, 11, 27).expect("a day")
}

/// Fresh ids, one after the other.
fn ids(from: u128) -> impl FnMut() -> RecordId {
    let mut next = from;
    move || {
        next += 1;
        RecordId(Uuid::from_u128(next))
    }
}

/// What becomes of an empty scheme, or of one with those records.
fn check(name: &str, bytes: Vec<u8>, records: &[Record], answers: &Answers) -> (Units, Preview) {
    let mut units = Units::open(vec![Input { name: name.to_owned(), content: Box::new(bytes) }]);
    let preview = units.preview(
        &Asked { records, answers, today: today(), words: words::Language::EnZa.words() },
        &mut ids(records.len() as u128 * 10_000),
    );
    for change in units.changes() {
        let faults = edit_faults_in(OF_ESTATE, &change.kind, &Body::seal(&change.fields), is_there(records, change));
        assert_eq!(faults, [], "{change:?}");
    }
    for change in units.logbooks().iter().flat_map(|held| &held.records) {
        assert_eq!(edit_faults_in(OF_HOME, &change.kind, &Body::seal(&change.fields), false), [], "{change:?}");
    }
    (units, preview)
}

fn is_there(records: &[Record], change: &Change) -> bool {
    records.iter().any(|record| record.id == change.id)
}

fn csv(text: &str) -> (Units, Preview) {
    check("units.csv", text.as_bytes().to_vec(), &[], &Answers::default())
}

/// The records that changes make.
fn records(units: &Units) -> Vec<Record> {
    let record = |change: &Change| {
        Record::first(&Edit {
            id: change.id,
            kind: change.kind.clone(),
            fields: Body::seal(&change.fields),
            ..Edit::default()
        })
    };
    units.changes().iter().map(record).collect()
}

fn letters(units: &Units) -> Vec<Unit> {
    records(units)
        .iter()
        .filter(|record| record.kind == Unit::KIND)
        .filter_map(|record| record.body.read().ok())
        .collect()
}

/// A workbook of one sheet, each cell a text; a figure as a number.
fn workbook(rows: &[Vec<String>]) -> Vec<u8> {
    let mut sheet =
        String::from("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (at, row) in rows.iter().enumerate() {
        sheet.push_str(&format!("<row r=\"{}\">", at + 1));
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let place = format!("{}{}", crate::table::letter(column), at + 1);
            match text.parse::<f64>() {
                Ok(number) => sheet.push_str(&format!("<c r=\"{place}\"><v>{number}</v></c>")),
                Err(_) => sheet.push_str(&format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")),
            }
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:F1\"/></mergeCells></worksheet>");
    let parts = [
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned()),
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Units\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn a_plain_list_becomes_buildings_and_units() {
    let (units, preview) = csv(
        "Unit No,Block,PQ,Owner,Email,Cell,Tenant,Parking\n1,A,\"50,0000\",Thandi,t@example.org,082,,P1\n2,B,50.0000%,Pieter,,,Sam,\n",
    );
    assert_eq!((preview.new, preview.buildings.as_slice()), (2, ["A".to_owned(), "B".to_owned()].as_slice()));
    assert_eq!((preview.quotas.off, preview.quotas.any, preview.quotas.form), (0, true, Some(QuotaForm::Percent)));
    let letters = letters(&units);
    assert_eq!((letters[0].quota, letters[0].owner_email.as_str()), (Some(500_000), "t@example.org"));
    assert_eq!((letters[0].notes.as_str(), letters[1].tenant.as_str()), ("Parking: P1", "Sam"));
    assert_eq!(units.changes().iter().filter(|change| change.kind == Building::KIND).count(), 2);
}

#[test]
fn a_letterhead_merged_headers_and_merged_buildings_of_a_workbook_are_understood() {
    let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
    let rows = [
        row(&["Protea Mews Body Corporate"]),
        row(&["SS 123/1998"]),
        row(&[]),
        row(&["Unit details", "", "", "Owner", "", "", "Tenant"]),
        row(&["No", "Block", "PQ", "Name", "E-mail", "Phone", "Name"]),
        row(&["1", "A", "0.25", "Ann", "ann@example.org", "082 1", ""]),
        row(&["2", "", "0.25", "Ben", "", "", "Tess"]),
        row(&["3", "B", "0.25", "Cat", "", "", ""]),
        row(&["4", "", "0.25", "Dan", "", "", ""]),
        row(&["Total", "", "1"]),
    ];
    let (units, preview) = check("units.xlsx", workbook(&rows), &[], &Answers::default());
    let found = units.found(&Answers::default());
    let targets: Vec<&str> = found.tables[0].columns.iter().map(|column| column.target.as_str()).collect();
    assert_eq!(targets, ["number", "building", "quota", "owner", "owner_email", "owner_phone", "tenant"]);
    assert_eq!((found.tables[0].header_row, found.tables[0].place.as_str()), (5, "units.xlsx!Units"));
    assert_eq!((preview.new, preview.carried, preview.left), (4, 2, 1));
    assert_eq!((preview.quotas.form, preview.quotas.off), (Some(QuotaForm::Fraction), 0));
    let letters = letters(&units);
    assert!(letters.iter().all(|unit| unit.quota == Some(250_000)));
    assert_eq!((letters[1].tenant.as_str(), letters[1].owner.as_str()), ("Tess", "Ben"));
    assert!(letters[0].building == letters[1].building && letters[1].building != letters[2].building);
}

#[test]
fn a_list_of_separated_values_with_merged_headers_is_understood() {
    let text = "Protea Heights;;;;;\r\n\r\nUnit details;;;Owner;;\r\nNo;Block;PQ;Name;E-mail;Phone\r\n1;Disa;50;Ann;a@example.org;082\r\n2;;49,9;Ben;;\r\n3;Erica;0,1;Cat;;\r\n2;Disa;0,5;Ben;;\r\nTotal;;100;;;";
    let (units, preview) = csv(text);
    let found = units.found(&Answers::default());
    assert_eq!((found.tables[0].header_row, found.tables[0].rows, found.tables[0].columns.len()), (4, 5, 6));
    assert!(found.tables[0].columns.iter().all(|column| column.target != "note"));
    assert_eq!((preview.new, preview.doubtful, preview.left, preview.quotas.off), (3, 1, 1, 0));
    assert_eq!(preview.rows[0].outcome, Outcome::Doubtful(Doubt::Twice("6".to_owned())));
}

#[test]
fn a_number_that_stands_twice_is_named_by_its_row_and_comes_only_when_it_is_wanted() {
    let text = "Unit,Block\n1,A\n1,B\nUnit 1,a\n";
    let (_, preview) = csv(text);
    assert_eq!((preview.new, preview.doubtful), (2, 1));
    assert_eq!(preview.rows[0].outcome, Outcome::Doubtful(Doubt::Twice("2".to_owned())));
    assert_eq!(preview.rows[0].row, 4);
    let answers = Answers { wanted: [preview.rows[0].key.clone()].into(), ..Answers::default() };
    let (units, preview) = check("units.csv", text.as_bytes().to_vec(), &[], &answers);
    assert_eq!((preview.new, preview.doubtful, letters(&units).len()), (3, 0, 3));
}

#[test]
fn quotas_that_do_not_add_up_are_told_with_the_difference_and_stay_as_they_are() {
    let rows = [
        ("Unit,PQ\n1,50\n2,49.5\n", (-5_000, false)),
        ("Unit,PQ\n1,50\n2,50.5\n", (5_000, false)),
        ("Unit,PQ\n1,33.3333\n2,33.3333\n3,33.3333\n", (-1, true)),
        ("Unit,PQ\n1,100\n", (0, false)),
    ];
    for (text, expected) in rows {
        let (_, preview) = csv(text);
        assert_eq!((preview.quotas.off, preview.quotas.is_rounding), expected, "{text}");
    }
    let (units, _) = csv("Unit,PQ\n1,50\n2,49.5\n");
    assert_eq!(letters(&units).iter().map(|unit| unit.quota).collect::<Vec<_>>(), [Some(500_000), Some(495_000)]);
}

#[test]
fn floors_give_quotas_where_there_are_none() {
    let (units, preview) = csv("Unit,Floor area (m²)\n1,75\n2,25 m²\n");
    assert_eq!(preview.quotas.form, Some(QuotaForm::Area));
    assert_eq!(letters(&units).iter().map(|unit| unit.quota).collect::<Vec<_>>(), [Some(750_000), Some(250_000)]);
    // Of a list that is not whole nothing is worked out.
    let (units, preview) = csv("Unit,Floor area (m²)\n1,75\n2,\n");
    assert_eq!((preview.quotas.form, preview.quotas.without), (None, 2));
    assert!(letters(&units)[0].notes.contains("75"));
}

#[test]
fn what_cannot_be_read_is_told_and_kept() {
    let text = "Unit,PQ,Owner,Email,Transfer date\n1,tbc,=A1,none,soon\n=A2+1,1,,,\nTotal,=SUM(B2:B3),,,\n,,,,\n,5,Somebody,,\nUnit,PQ,Owner,Email,Transfer date\nCommon property,,,,\nPrepared by the agents in May,,,,\n";
    let (units, preview) = csv(text);
    let told: Vec<ProblemCode> = preview.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(told, [ProblemCode::Quota, ProblemCode::Formula, ProblemCode::Email, ProblemCode::Date]);
    let left: Vec<(u32, Left)> = preview
        .rows
        .iter()
        .filter_map(|row| if let Outcome::Left(why) = row.outcome { Some((row.row, why)) } else { None })
        .collect();
    assert_eq!(
        left,
        [(3, Left::Formula), (4, Left::Total), (6, Left::NoNumber), (7, Left::Heading), (9, Left::NoNumber)]
    );
    let letters = letters(&units);
    assert_eq!(letters.len(), 2);
    for kept in ["tbc", "=A1", "none", "soon"] {
        assert!(letters[0].notes.contains(kept), "{kept}");
    }
    assert_eq!(letters[1].common, Some(true));
}

#[test]
fn the_same_sheet_again_changes_nothing_and_another_owner_alone() {
    let text = "Unit,Block,PQ,Owner,Bay\n1,A,60,Ann,P1\n2,A,40,Ben,P2\n";
    let (first, _) = csv(text);
    let there = records(&first);
    let (again, preview) = check("units.csv", text.as_bytes().to_vec(), &there, &Answers::default());
    assert_eq!((preview.same, preview.new, preview.changed, again.changes().len()), (2, 0, 0, 0));
    let sold = text.replace("Ben", "Zoe");
    let (units, preview) = check("units.csv", sold.into_bytes(), &there, &Answers::default());
    assert_eq!((preview.same, preview.changed), (1, 1));
    assert_eq!(preview.rows[0].outcome, Outcome::Changed(vec!["owner".to_owned()]));
    assert_eq!(units.changes().len(), 1);
    // A number without its building means the only unit that has it.
    let (_, preview) = check("units.csv", b"Unit,Owner\n2,Zoe\n".to_vec(), &there, &Answers::default());
    assert_eq!((preview.changed, preview.new), (1, 0));
}

#[test]
fn a_number_that_several_buildings_have_is_doubtful_without_its_building() {
    let (first, _) = csv("Unit,Block\n1,A\n1,B\n");
    let (_, preview) = check("units.csv", b"Unit,Owner\n1,Zoe\n".to_vec(), &records(&first), &Answers::default());
    assert_eq!(preview.rows[0].outcome, Outcome::Doubtful(Doubt::Several));
}

#[test]
fn systems_and_certificates_begin_a_logbook() {
    let (units, preview) =
        csv("Unit,Geyser installed,Geyser make,DB,CoC date\n1,2015,Kwikot,,14/03/2021\n2,,,,\n3,n/a,,,\n");
    assert_eq!((preview.logbooks, units.logbooks().len()), (1, 1));
    let kinds: Vec<&str> = units.logbooks()[0].records.iter().map(|change| change.kind.as_str()).collect();
    assert_eq!(kinds, ["property", "system", "certificate"]);
    assert_eq!(preview.problems.len(), 1);
}

#[test]
fn a_person_says_otherwise_what_a_column_is() {
    let text = "Unit,Door\n1,101\n2,102\n";
    let said = [("Unit", "section"), ("Door", "number")].map(|(name, target)| (name.to_owned(), target.to_owned()));
    let answers = Answers { targets: [("units.csv".to_owned(), said.into())].into(), ..Answers::default() };
    let (units, _) = check("units.csv", text.as_bytes().to_vec(), &[], &answers);
    let letters = letters(&units);
    assert_eq!((letters[0].number.as_str(), letters[0].section.as_str()), ("101", "1"));
}

#[test]
fn two_columns_that_are_said_to_be_the_same_are_both_kept() {
    let text = "Unit,Door,Name\n1,101,Ann\n";
    let said = [("Door", "number"), ("Name", "owner")].map(|(name, target)| (name.to_owned(), target.to_owned()));
    let answers = Answers { targets: [("units.csv".to_owned(), said.into())].into(), ..Answers::default() };
    let (units, _) = check("units.csv", text.as_bytes().to_vec(), &[], &answers);
    let letters = letters(&units);
    assert_eq!((letters[0].number.as_str(), letters[0].owner.as_str()), ("101", "Ann"));
    assert_eq!(letters[0].notes, "Unit: 1");
}

#[test]
fn a_list_of_sections_alone_calls_units_by_them() {
    let (units, preview) = csv("Section No,PQ\n1,60\n2,40\n");
    assert_eq!((preview.new, letters(&units)[1].number.as_str()), (2, "2"));
}

#[test]
fn headings_over_the_units_of_a_building_name_it() {
    let (units, preview) = csv("Unit,Owner\nBlock A,\n1,Ann\n2,Ben\nBlock B,\n1,Cat\n");
    assert_eq!((preview.new, preview.left, preview.buildings.len()), (3, 2, 2));
    assert!(letters(&units).iter().all(|unit| unit.building.is_some()));
}

#[test]
fn what_is_no_table_is_told() {
    for bytes in [b"".to_vec(), vec![1; 300], b"PK\x03\x04broken".to_vec()] {
        let (units, preview) = check("units.xlsx", bytes, &[], &Answers::default());
        assert_eq!((preview.new, units.changes().len()), (0, 0));
        assert_eq!(units.found(&Answers::default()).unread, ["units.xlsx"]);
    }
    let (_, preview) = csv("Colour,Taste\nred,sweet\n");
    assert_eq!((preview.new, preview.left), (0, 2));
}

#[test]
fn five_thousand_units_are_read_at_once() {
    let mut text = String::from("Unit,Block,PQ,Owner\n");
    for at in 0..5_000 {
        text.push_str(&format!("{at},{},0.02,Owner {at}\n", at / 100));
    }
    let (units, preview) = csv(&text);
    assert_eq!((preview.new, preview.buildings.len(), preview.quotas.off), (5_000, 50, 0));
    assert_eq!((units.changes().len(), preview.rows.len()), (5_050, super::talk::ROWS_MAX));
    let there = records(&units);
    let (_, preview) = check("units.csv", text.into_bytes(), &there, &Answers::default());
    assert_eq!(preview.same, 5_000);
}

/// What hostile sheets are made of.
const CELLS: [&str; 26] = [
    "",
    "",
    "Unit",
    "Block",
    "PQ",
    "Owner",
    "E-mail",
    "Floor area",
    "Transfer date",
    "Geyser installed",
    "CoC date",
    "1",
    "2",
    "Unit 1",
    "1.0",
    "=A1",
    "Total",
    "2,5",
    "99%",
    "85 m²",
    "x@y",
    "Block A",
    "14/03/2021",
    "Common property",
    "\u{202e}evil\u{0}",
    "Prepared by the agents in May",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever a sheet says, nothing that is written has a fault, and every row below the header is told of.
    #[test]
    fn every_row_is_told_of(rows in prop::collection::vec(prop::collection::vec(0..CELLS.len() + 1, 1..7), 0..14)) {
        let long = "so long ".repeat(60);
        let cell = |at: &usize| format!("\"{}\"", CELLS.get(*at).copied().unwrap_or(&long));
        let line = |row: &Vec<usize>| row.iter().map(cell).collect::<Vec<_>>().join(";");
        let text = rows.iter().map(line).collect::<Vec<_>>().join("\n");
        let (units, preview) = csv(&text);
        let rows: u32 = units.found(&Answers::default()).tables.iter().map(|table| table.rows).sum();
        prop_assert_eq!(preview.new + preview.changed + preview.same + preview.doubtful + preview.left, rows);
        let (_, again) = check("units.csv", text.into_bytes(), &records(&units), &Answers::default());
        prop_assert_eq!(again.new, 0);
    }
}
