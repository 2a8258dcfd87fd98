//! What goes into an archive comes out of it, is the same home again, and goes into the next archive byte for byte.

use crate::letter;
use crate::server::{Server, fresh, home, lived};
use archive::{Archive, Deal, Home, Revision, Writer, files, restore};
use model::import::Import;
use model::past::Past;
use model::{AccountId, Body, DeviceId, Edit, FileHash, Instant, Letter, Record, RecordId, SpaceId, Stamp};
use proptest::prelude::*;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use uuid::Uuid;
use words::Language;

/// The contents of all files that generated homes name.
pub fn contents() -> BTreeMap<FileHash, Vec<u8>> {
    (0..letter::CONTENTS).map(letter::content).map(|content| (FileHash::of(&content), content)).collect()
}

/// The archive of a home with those files.
pub fn written(home: &Home, contents: &BTreeMap<FileHash, Vec<u8>>) -> Vec<u8> {
    let words = Language::EnZa.words();
    let have = |hash| contents.contains_key(&hash);
    let mut writer = Writer::begin(Vec::new(), home, Instant(1_790_000_000_000), words, &have).expect("it is written");
    for file in files(home) {
        if let Some(content) = contents.get(&file.hash) {
            writer.file(&file, &mut content.as_slice()).expect("it is written");
        }
    }
    writer.finish().expect("it is written")
}

/// Every entry below `data/`, by name.
pub fn data(zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = archive::zip::Zip::open(Cursor::new(zip)).expect("a zip");
    let names: Vec<String> = zip.entries().iter().map(|entry| entry.name.clone()).collect();
    let mut data = BTreeMap::new();
    for (number, name) in names.into_iter().enumerate().filter(|(_, name)| name.starts_with("data/")) {
        let mut content = Vec::new();
        zip.unpack(number).expect("an entry").read_to_end(&mut content).expect("it is whole");
        data.insert(name, content);
    }
    data
}

/// Restores an archive into an empty space of somebody else.
pub fn restored(zip: &[u8], contents: &BTreeMap<FileHash, Vec<u8>>, import: RecordId) -> Server {
    let mut archive = Archive::open(Cursor::new(zip)).expect("an archive");
    let (records, damages) = archive.records().expect("it is read");
    assert_eq!(damages, []);
    for file in archive.files().expect("it is read") {
        assert_eq!(archive.read(&file).ok().as_ref(), contents.get(&file.hash), "{}", file.path);
    }
    let (revisions, damages) = archive.revisions().expect("it is read");
    assert_eq!(damages, []);
    let (deals, damages) = archive.deals().expect("it is read");
    assert_eq!(damages, []);
    let people = archive.people().expect("it is read");
    let mut server = Server { now: 1_800_000_000_000, head: 1000, ..Server::default() };
    let restorer = AccountId(Uuid::from_u128(0xb000));
    for edit in restore(&records, &revisions, &deals, &people, import, &mut fresh()) {
        server.push(&edit, restorer);
    }
    for record in &records {
        same(record, &server.records[&record.id]);
    }
    let kept = server.records.values().filter(|record| record.kind != Past::KIND).count();
    assert_eq!(records.len(), kept);
    let note = Import { from: "codessa".into(), ..Import::default() };
    let fields = Body::seal(&note.fields());
    server.push(&Edit { id: import, kind: Import::KIND.into(), fields, ..Edit::default() }, restorer);
    server
}

/// Whether a restored record is the one that the archive told of, but for what it claims.
#[track_caller]
fn same(told: &Record, made: &Record) {
    let bare = |record: &Record| {
        let mut fields = record.body.open();
        fields.remove("source");
        (record.id, record.kind.clone(), record.stamp, record.later.clone(), fields)
    };
    assert_eq!(bare(told), bare(made));
    let (again, _) = archive::line::told(made);
    assert_eq!(again, *told);
}

/// What an archive tells of how its records came to be.
fn revisions(zip: &[u8]) -> BTreeMap<RecordId, Vec<Revision>> {
    let mut by_record: BTreeMap<RecordId, Vec<Revision>> = BTreeMap::new();
    let (revisions, damages) = Archive::open(Cursor::new(zip)).expect("an archive").revisions().expect("it is read");
    assert_eq!(damages, []);
    revisions.into_iter().for_each(|one| by_record.entry(one.record).or_default().push(one));
    by_record
}

#[track_caller]
fn check(home: &Home, contents: &BTreeMap<FileHash, Vec<u8>>) {
    let first = written(home, contents);
    let second = written(&restored(&first, contents, RecordId(Uuid::from_u128(1))).home(Vec::new()), contents);
    let third = written(&restored(&second, contents, RecordId(Uuid::from_u128(2))).home(Vec::new()), contents);
    let told = data(&first);
    for (name, content) in &told {
        let (one, two) = (&data(&second)[name], &data(&third)[name]);
        assert_eq!(String::from_utf8_lossy(one), String::from_utf8_lossy(content), "{name}");
        assert_eq!(one, two, "{name}");
    }
    assert_eq!(data(&second).len(), told.len());
    let count: u64 = Archive::open(Cursor::new(&first)).expect("an archive").manifest().counts.values().sum();
    assert_eq!(count as usize, home.records.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_home_comes_back_equal_and_goes_out_again_byte_for_byte(seed in any::<u64>()) {
        check(&home(seed), &contents());
    }

    #[test]
    fn what_is_changed_in_a_home_that_came_back_follows_what_its_archive_told(seed in any::<u64>()) {
        let told = written(&home(seed), &contents());
        let mut server = restored(&told, &contents(), RecordId(Uuid::from_u128(1)));
        let (before, made) = (revisions(&told), lived(&mut server, seed));
        let after = revisions(&written(&server.home(Vec::new()), &contents()));
        for (record, earlier) in &before {
            prop_assert_eq!(&after[record][..earlier.len()], earlier.as_slice());
        }
        for (record, edits) in &made {
            // What was never changed before has its beginning in front.
            let told: Vec<_> = after[record].iter().rev().take(edits.len()).rev().map(|one| &one.fields).collect();
            prop_assert!(after[record].len() > edits.len());
            prop_assert_eq!(told, edits.iter().collect::<Vec<_>>());
        }
        let again = restored(&written(&server.home(Vec::new()), &contents()), &contents(), RecordId(Uuid::from_u128(3)));
        prop_assert_eq!(after, revisions(&written(&again.home(Vec::new()), &contents())));
    }

    #[test]
    fn a_home_whose_files_are_not_all_at_hand_comes_back_equal(seed in any::<u64>(), gone in 0u8..8) {
        let mut contents = contents();
        contents.remove(&FileHash::of(&letter::content(gone)));
        check(&home(seed), &contents);
    }
}

#[test]
fn what_was_written_with_providers_is_told_again_by_the_home_that_came_back() {
    let stamp = Stamp { at_ms: 1_700_000_000_000, count: 0, device: DeviceId(255) };
    let record = |number: u128, kind: &str, fields: serde_json::Value| Record {
        id: RecordId(Uuid::from_u128(number)),
        kind: kind.into(),
        rev: u64::try_from(number).expect("small"),
        stamp,
        at: Some(Instant(1_700_000_000_000)),
        body: Body::from_text(fields.to_string()).expect("JSON"),
        ..Record::default()
    };
    let hash = FileHash::of(&letter::content(0));
    let photo = json!({"hash": hash, "name": "valve.jpg", "media": "image/jpeg", "size": 3});
    let line = json!({"id": "a", "what": "New valve", "quantity": 1000, "price": 95_000});
    let quote = json!({"title": "Valve", "lines": [line], "inclusive": true, "provider": {"name": "Sipho"}});
    let records = vec![
        record(2, "quote", quote),
        record(1, "request", json!({"title": "Geyser leaks", "what": "\u{201c}Drip\u{201d}", "files": [photo]})),
        record(4, "message", json!({"side": "provider", "text": "On <my> way", "name": "Sipho"})),
        record(3, "decision", json!({"on": Uuid::from_u128(2), "verdict": "approve", "name": "Thandi"})),
    ];
    let home = Home { deals: vec![Deal { space: SpaceId(Uuid::from_u128(0xdea1)), records }], ..home(3) };
    check(&home, &contents());
    let first = written(&home, &contents());
    let mut archive = Archive::open(Cursor::new(&first)).expect("an archive");
    assert_eq!(archive.manifest().deals, 1);
    let (deals, _) = archive.deals().expect("it is read");
    assert_eq!(deals[0].records.len(), 4);
    // What only a deal names comes along, and is no file of the home that comes back.
    assert!(files(&home).iter().any(|file| file.hash == hash));
    assert!(data(&first).contains_key("data/deals/files.jsonl"));
    // Another language's page would say it in other words; amounts and names stay.
    let again = written(&restored(&first, &contents(), RecordId(Uuid::from_u128(1))).home(Vec::new()), &contents());
    for zip in [&first, &again] {
        let page = page(zip);
        for said in ["Work by request", "Geyser leaks", "Sipho", "approved by Thandi", "950", "On &lt;my&gt; way"] {
            assert!(page.contains(said), "{said}");
        }
    }
}

/// The page to read.
fn page(zip: &[u8]) -> String {
    let mut zip = archive::zip::Zip::open(Cursor::new(zip)).expect("a zip");
    let number = zip.find("README.html").expect("there is a page");
    let mut page = String::new();
    zip.unpack(number).expect("an entry").read_to_string(&mut page).expect("it is text");
    page
}
