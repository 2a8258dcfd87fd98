//! The reader of archives.

#![no_main]

use archive::{Archive, restore};
use libfuzzer_sys::fuzz_target;
use model::{EditKey, FileHash, RecordId};
use std::io::Cursor;

fuzz_target!(|case: &[u8]| {
    let Ok(mut archive) = Archive::open(Cursor::new(case)) else { return };
    let (records, _) = archive.records().expect("memory is read");
    let people = archive.people().expect("memory is read");
    for file in archive.files().expect("memory is read") {
        if let Ok(content) = archive.read(&file) {
            assert_eq!(FileHash::of(&content), file.hash);
        }
    }
    let (revisions, _) = archive.revisions().expect("memory is read");
    let (deals, _) = archive.deals().expect("memory is read");
    restore(&records, &revisions, &deals, &people, RecordId::default(), &mut || EditKey(uuid::Uuid::nil()));
});
