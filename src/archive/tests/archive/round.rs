//! What goes into an archive comes out of it, is the same home again, and goes into the next archive byte for byte.

use crate::letter;
use crate::server::{Server, fresh, home};
use archive::{Archive, Home, Writer, files, restore};
use model::{AccountId, FileHash, Instant, Record, RecordId};
use proptest::prelude::*;
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
pub fn restored(zip: &[u8], contents: &BTreeMap<FileHash, Vec<u8>>, import: RecordId) -> Home {
    let mut archive = Archive::open(Cursor::new(zip)).expect("an archive");
    let (records, damages) = archive.records().expect("it is read");
    assert_eq!(damages, []);
    for file in archive.files().expect("it is read") {
        assert_eq!(archive.read(&file).ok().as_ref(), contents.get(&file.hash), "{}", file.path);
    }
    let people = archive.people().expect("it is read");
    let mut server = Server { now: 1_800_000_000_000, head: 1000, ..Server::default() };
    for edit in restore(&records, &people, import, &mut fresh()) {
        server.push(&edit, AccountId(Uuid::from_u128(0xb000)));
    }
    for record in &records {
        same(record, &server.records[&record.id]);
    }
    assert_eq!(records.len(), server.records.len());
    server.home(Vec::new())
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

#[track_caller]
fn check(home: &Home, contents: &BTreeMap<FileHash, Vec<u8>>) {
    let first = written(home, contents);
    let second = written(&restored(&first, contents, RecordId(Uuid::from_u128(1))), contents);
    let third = written(&restored(&second, contents, RecordId(Uuid::from_u128(2))), contents);
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
    fn a_home_whose_files_are_not_all_at_hand_comes_back_equal(seed in any::<u64>(), gone in 0u8..8) {
        let mut contents = contents();
        contents.remove(&FileHash::of(&letter::content(gone)));
        check(&home(seed), &contents);
    }
}
