//! Files that are broken, enormous, or made to harm; and what a person answers.

use crate::check::{settings, sound, today};
use import::input::Input;
use import::proposal::{ContentAt, ProblemCode};
use import::talk::{Answers, DateOrder, Question, TableAnswers};
use import::{Batch, Proposals, Settings};
use model::Date;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn batch(files: &[(&str, Vec<u8>)]) -> Batch {
    let input = |(name, bytes): &(&str, Vec<u8>)| Input { name: (*name).to_owned(), content: Box::new(bytes.clone()) };
    Batch::open(files.iter().map(input).collect())
}

fn read(files: &[(&str, Vec<u8>)]) -> Proposals {
    let proposals = batch(files).proposals(&Answers::default(), &settings());
    sound(&proposals);
    proposals
}

/// What a file alone is recognised as, with what is wrong with it.
fn recognised(name: &str, bytes: Vec<u8>) -> (Option<String>, Option<ProblemCode>) {
    let found = batch(&[(name, bytes)]).found(&Answers::default(), today());
    let file = found.files.into_iter().next().expect("the file");
    (file.format, file.problem.map(|problem| problem.code))
}

fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(*name, options).expect("a place");
        zip.write_all(bytes).expect("room");
    }
    zip.finish().expect("a zip").into_inner()
}

#[test]
fn files_are_recognised_by_what_is_in_them() {
    let is = |format: &str| (Some(format.to_owned()), None);
    let rows: [(&str, Vec<u8>, _); 9] = [
        ("photo.bin", vec![0xff, 0xd8, 0xff, 0xe0, 1], is("media")),
        ("notes.pdf", b"%PDF-1.7".to_vec(), is("media")),
        ("home.zip", packed(&[("manifest.json", br#"{"codessa":"archive"}"#)]), is("codessa")),
        ("photos.zip", packed(&[("a/b.jpg", b"x")]), is("media")),
        ("poem.txt", b"Roses are red".to_vec(), (None, None)),
        ("settings.json", br#"{"a":1}"#.to_vec(), (None, None)),
        ("empty.csv", Vec::new(), (None, None)),
        ("list.txt", b"Item;Price\nSofa;5\n".to_vec(), is("table")),
        ("tables.zip", packed(&[("x/list.csv", b"ProductName,PurchaseDate\nSofa,2020-01-01\n")]), is("warracker")),
    ];
    for (name, bytes, expected) in rows {
        assert_eq!(recognised(name, bytes), expected, "{name}");
    }
}

#[test]
fn zips_that_are_broken_or_made_to_harm_are_told_and_stop_nothing() {
    let sound = packed(&[("a.csv", b"Item,Price\nSofa,5\n"), ("b.jpg", &[7; 100])]);
    let cut = sound[..sound.len() - 30].to_vec();
    assert_eq!(recognised("cut.zip", cut).1, Some(ProblemCode::CutOff));
    // 60 MB of one letter pack to less than a two-hundredth.
    let bomb = packed(&[("bomb.csv", &vec![b'a'; 60 * 1024 * 1024])]);
    assert_eq!(recognised("bomb.zip", bomb).1, Some(ProblemCode::FileBroken));
    // Both entries of the directory lead to the same bytes.
    let mut overlapping = sound.clone();
    let central: Vec<usize> = (0..sound.len() - 4).filter(|at| sound[*at..].starts_with(b"PK\x01\x02")).collect();
    overlapping[central[1] + 42..central[1] + 46].copy_from_slice(&[0; 4]);
    assert_eq!(recognised("overlapping.zip", overlapping).1, Some(ProblemCode::FileBroken));
    let mut locked = sound.clone();
    locked[central[0] + 8] |= 1;
    assert_eq!(recognised("locked.zip", locked).1, Some(ProblemCode::FileBroken));
}

#[test]
fn names_in_zips_are_no_paths_and_wrong_bytes_are_no_files() {
    let table = b"Item,Photo\nSofa,../../etc/passwd.jpg\nChair,C:\\photos\\chair.jpg\n";
    let mut zip = packed(&[
        ("list.csv", table),
        ("../../etc/passwd.jpg", b"\xff\xd8\xffsofa"),
        ("photos/chair.jpg", b"\xff\xd8\xffchair"),
    ]);
    let found = read(&[("all.zip", zip.clone())]);
    let files: Vec<_> = found.proposals.iter().flat_map(|proposal| &proposal.files).collect();
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["passwd.jpg", "chair.jpg"]);
    let open = batch(&[("all.zip", zip.clone())]);
    assert_eq!(open.read_file(&files[0].content).as_deref(), Ok(b"\xff\xd8\xffsofa".as_slice()));
    assert_eq!(open.read_file(&ContentAt { input: 0, entry: Some(9) }), Err(ProblemCode::FileMissing));
    assert_eq!(open.read_file(&ContentAt { input: 4, entry: None }), Err(ProblemCode::FileMissing));
    // The checksum of the first photo in the directory.
    let at = (0..zip.len()).filter(|at| zip[*at..].starts_with(b"PK\x01\x02")).nth(1).expect("its entry");
    zip[at + 16] ^= 1;
    assert_eq!(batch(&[("all.zip", zip)]).read_file(&files[0].content), Err(ProblemCode::FileBroken));
}

#[test]
fn a_cell_of_ten_megabytes_is_cut_and_told() {
    let text = format!("Item,Notes\nSofa,{}\n", "x".repeat(10 * 1024 * 1024));
    let found = read(&[("big.csv", text.into_bytes())]);
    let notes = found.proposals[0].fields["notes"].as_str().expect("notes");
    assert_eq!(notes.len(), model::letter::NOTE_CHARS_MAX);
    assert_eq!(found.problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [ProblemCode::TooLong]);
    assert!(found.problems[0].text.len() <= 200);
}

#[test]
fn every_encoding_and_line_end_leads_to_the_same_records() {
    let text = "Item,Room,Price\r\nYskas,Kombuis môre,\"R\u{a0}1\u{a0}234,50\"\rSofa,Sitkamer,5\n";
    let plain = read(&[("a.csv", text.into())]).proposals;
    let windows: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("Latin letters")).collect();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(plain.len(), 4);
    assert_eq!(read(&[("a.csv", windows)]).proposals, plain);
    assert_eq!(read(&[("a.csv", utf16)]).proposals, plain);
    assert_eq!(read(&[("a.csv", format!("\u{feff}{text}").into())]).proposals, plain);
}

#[test]
fn a_million_rows_and_columns_are_cut_and_told() {
    let mut rows = String::from("Item,Price\n");
    (0..200_010).for_each(|row| rows.push_str(&format!("Thing {row},1\n")));
    let found = read(&[("rows.csv", rows.into_bytes())]);
    assert!(found.problems.iter().any(|problem| problem.code == ProblemCode::CutOff), "{:?}", found.problems);
    assert!(found.proposals.len() >= 199_999);
    let wide = format!("Item{}\nSofa{}\n", ",x".repeat(3_000), ",y".repeat(3_000));
    let table = &batch(&[("wide.csv", wide.clone().into_bytes())]).found(&Answers::default(), today()).tables[0];
    assert_eq!(table.columns.len(), 500);
    read(&[("wide.csv", wide.into_bytes())]);
}

#[test]
fn what_nothing_tells_is_asked_and_the_answer_is_taken() {
    let table = b"Item,Date bought,Price\nSofa,03/04/2019,\"1,234\"\n".to_vec();
    let open = batch(&[("a.csv", table)]);
    let questions = open.found(&Answers::default(), today()).questions;
    assert!(matches!(questions[0], Question::DateOrder { guess: DateOrder::DayFirst, .. }), "{questions:?}");
    assert!(matches!(questions[1], Question::Decimal { .. }) && matches!(questions[2], Question::Currency { .. }));
    let form = open.found(&Answers::default(), today()).tables[0].form.clone();
    let table = TableAnswers {
        rows_are: Some("item".into()),
        targets: [("Price".to_owned(), "replacement".to_owned())].into(),
    };
    let answers = Answers {
        date_order: Some(DateOrder::MonthFirst),
        currency: Some("USD".into()),
        tables: [(form, table)].into(),
        ..Answers::default()
    };
    let found = open.proposals(&answers, &settings());
    let fields = &found.proposals[0].fields;
    assert_eq!(fields["bought"], "2019-03-04");
    assert_eq!(fields["replacement"], serde_json::json!({ "cents": 123_400, "currency": "USD" }));
    assert!(!fields.contains_key("price"));
}

#[test]
fn an_entry_without_a_date_claims_none_and_says_so() {
    let table =
        b"Date,Description,Cost\nsome time in spring,Painted,5\n,Swept,6\n0001-01-01,Mended,7\n01/02/3019,Sealed,8\n";
    let found = read(&[("work.csv", table.to_vec())]);
    let told = |at: usize| {
        let proposal = &found.proposals[at];
        let text = |name: &str| proposal.fields[name].as_str().expect("a text").to_owned();
        (proposal.key.clone(), text("when"), text("notes"), found.problems[at].code, found.problems[at].at.row)
    };
    let unknown = "Date: not known, but not later than the day on which this was brought in";
    let expected = |key: &str, notes: &[&str], code, row| {
        (key.to_owned(), "../2026-11-27".to_owned(), [notes, &[unknown]].concat().join("\n"), code, row)
    };
    assert_eq!((found.proposals.len(), found.problems.len()), (4, 4));
    assert_eq!(told(0), expected("entry//Painted", &["Date (not read): some time in spring"], ProblemCode::Date, 2));
    assert_eq!(told(1), expected("entry//Swept", &[], ProblemCode::Undated, 3));
    assert_eq!(told(2), expected("entry//Mended", &[], ProblemCode::Undated, 4));
    assert_eq!(told(3), expected("entry//Sealed", &["Date (not read): 01/02/3019"], ProblemCode::DateRange, 5));
}

#[test]
fn two_digits_of_a_year_are_told_from_the_day_that_it_is() {
    let open = batch(&[("a.csv", b"Item,Date bought,Warranty expires\nSofa,03/04/70,05/06/75\n".to_vec())]);
    let check = |year: i32, bought: &str, ends: &str| {
        let today = Date::of(year, 11, 26).expect("a day");
        let questions = open.found(&Answers::default(), today).questions;
        let Some(Question::DateOrder { samples, .. }) = questions.first() else { panic!("{questions:?}") };
        let shown: Vec<&str> = samples.iter().map(|sample| sample.readings[0].1.as_str()).collect();
        assert_eq!(shown, [bought, ends], "{year}");
        let answers = Answers { date_order: Some(DateOrder::DayFirst), ..Answers::default() };
        let found = open.proposals(&answers, &Settings { today, ..settings() });
        let sofa = found.proposals.iter().find(|proposal| proposal.kind == "item").expect("the sofa");
        assert_eq!(sofa.fields["bought"], bought, "{year}");
    };
    // What was done is never more than a year ahead; a warranty may end in twenty.
    check(2026, "1970-04-03", "1975-06-05");
    check(2056, "1970-04-03", "2075-06-05");
    check(2069, "2070-04-03", "2075-06-05");
}

#[test]
fn a_workbook_that_says_it_has_a_billion_texts_is_read_by_those_it_has() {
    let mut from =
        zip::ZipArchive::new(Cursor::new(std::fs::read(crate::check::corpus("xlsx/estate.xlsx")).expect("a workbook")))
            .expect("a zip");
    let mut entries: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..from.len() {
        let mut entry = from.by_index(at).expect("an entry");
        let mut text = String::new();
        std::io::Read::read_to_string(&mut entry, &mut text).expect("text");
        let text = text.replace("uniqueCount=\"14\"", "uniqueCount = \"99999999999\"");
        entries.push((entry.name().expect("a name").into_owned(), text.into_bytes()));
    }
    let entries: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    assert_eq!(read(&[("estate.xlsx", packed(&entries))]).proposals.len(), 5);
}
