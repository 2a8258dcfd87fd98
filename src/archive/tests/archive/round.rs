//! What goes into an archive comes out of it, is the same home again, and goes into the next archive byte for byte.

use crate::letter;
use crate::server::{Server, fresh, home, lived};
use archive::{Archive, Home, Revision, Writer, files, restore};
use model::import::Import;
use model::past::Past;
use model::{AccountId, Body, Edit, FileHash, Instant, Letter, Record, RecordId};
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
pub fn restored(zip: &[u8], contents: &BTreeMap<FileHash, Vec<u8>>, import: RecordId) -> Server {
    let mut archive = Archive::open(Cursor::new(zip)).expect("an archive");
    let (records, damages) = archive.records().expect("it is read");
    assert_eq!(damages, []);
    for file in archive.files().expect("it is read") {
        assert_eq!(archive.read(&file).ok().as_ref(), contents.get(&file.hash), "{}", file.path);
    }
    let (revisions, damages) = archive.revisions().expect("it is read");
    assert_eq!(damages, []);
    let people = archive.people().expect("it is read");
    let mut server = Server { now: 1_800_000_000_000, head: 1000, ..Server::default() };
    let restorer = AccountId(Uuid::from_u128(0xb000));
    for edit in restore(&records, &revisions, &people, import, &mut fresh()) {
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
