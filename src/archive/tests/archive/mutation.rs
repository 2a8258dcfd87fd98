//! A small archive, changed at random thousands of times: whatever comes, it is read or refused, soon and in little memory.

use crate::made::packed;
use crate::round::{contents, written};
use crate::server::{fresh, home};
use archive::{Archive, Home, restore};
use fastrand::Rng;
use model::RecordId;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

/// How many.
const MUTATIONS: u64 = 5000;
/// No single one may take longer.
const LONGEST: Duration = Duration::from_secs(1);

#[test]
fn no_change_of_an_archive_does_harm() {
    let whole = written(&small(), &contents());
    let inner = inner(&whole);
    let mut opened = 0;
    let (began, seconds) = (Instant::now(), setting("CODESSA_TEST_FUZZ_SECONDS"));
    let first = setting("CODESSA_TEST_FUZZ_SEED").unwrap_or(0);
    for seed in first.. {
        let mut rng = Rng::with_seed(seed);
        let zip = if rng.bool() { changed(&whole, &mut rng) } else { packed_anew(&inner, &mut rng) };
        // A machine that has other things to do is given more than one try.
        let is_quick = (0..3).any(|_| {
            let began = Instant::now();
            opened += u64::from(read(&zip, seed % 2 == 0));
            began.elapsed() < LONGEST
        });
        assert!(is_quick, "mutation {seed} takes more than {LONGEST:?}");
        let is_done = match seconds {
            Some(seconds) => began.elapsed() >= Duration::from_secs(seconds),
            None => seed + 1 >= MUTATIONS,
        };
        if is_done {
            println!("up to mutation {seed}");
            // Those that change only what is in the data are opened, so that what reads data has been tried as well.
            assert!(opened >= (seed + 1 - first) / 5, "{opened}");
            return;
        }
    }
}

/// A number in the environment: for how long to go on, or where to begin.
fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().expect("a whole number"))
}

/// A home of a few records.
fn small() -> Home {
    let mut home = home(7);
    home.records.truncate(14);
    home
}

/// Reads all there is to read, and writes an archive of what came out if `again`. Whether it was an archive at all.
fn read(zip: &[u8], again: bool) -> bool {
    let Ok(mut archive) = Archive::open(Cursor::new(zip)) else { return false };
    let (records, damages) = archive.records().expect("memory is read");
    let people = archive.people().expect("memory is read");
    let files = archive.files().expect("memory is read");
    for file in &files {
        if let Ok(content) = archive.read(file) {
            assert_eq!(model::FileHash::of(&content), file.hash);
        }
    }
    assert!(records.len() < 200 && damages.len() < 500 && files.len() < 100);
    let (revisions, _) = archive.revisions().expect("memory is read");
    let (deals, _) = archive.deals().expect("memory is read");
    restore(&records, &revisions, &deals, &people, RecordId::default(), &mut fresh());
    if again {
        written(&Home { records, revisions: Some(revisions), ..Home::default() }, &contents());
    }
    true
}

/// Some bytes other than they were, left out, doubled, or moved.
fn changed(whole: &[u8], rng: &mut Rng) -> Vec<u8> {
    let mut zip = whole.to_vec();
    for _ in 0..rng.usize(1..4) {
        // Where sizes and places stand, more happens than in the middle of a photo.
        let from = if rng.bool() { 0 } else { zip.len().saturating_sub(2500) };
        let at = rng.usize(from..=zip.len());
        let length = rng.usize(..40).min(zip.len() - at);
        match rng.u8(..6) {
            0 => zip.truncate(at),
            1 => _ = zip.drain(at..at + length),
            2 => {
                let part = zip[at..at + length].to_vec();
                let to = rng.usize(..=zip.len());
                zip.splice(to..to, part);
            }
            3 => zip[at..at + length].fill(if rng.bool() { 0xff } else { 0 }),
            _ => zip[at..at + length].iter_mut().for_each(|byte| {
                if rng.u8(..4) == 0 {
                    *byte ^= 1 << rng.u8(..8);
                }
            }),
        }
        if zip.is_empty() {
            break;
        }
    }
    zip
}

/// The data of an archive.
fn inner(zip: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = archive::zip::Zip::open(Cursor::new(zip)).expect("a zip");
    let names: Vec<String> = zip.entries().iter().map(|entry| entry.name.clone()).collect();
    let mut inner = Vec::new();
    for (number, name) in names.into_iter().enumerate() {
        if name.starts_with("data/") || name == "manifest.json" {
            let mut content = Vec::new();
            zip.unpack(number).expect("an entry").read_to_end(&mut content).expect("it is whole");
            inner.push((name, content));
        }
    }
    inner
}

/// The same data with a few characters other than they were, in a zip that is whole.
fn packed_anew(inner: &[(String, Vec<u8>)], rng: &mut Rng) -> Vec<u8> {
    let mut inner = inner.to_vec();
    for _ in 0..rng.usize(1..6) {
        let at = rng.usize(1..inner.len());
        let text = &mut inner[at].1;
        if text.is_empty() {
            continue;
        }
        let at = rng.usize(..text.len());
        let parts: [&[u8]; 12] = [
            b"\"",
            b"{",
            b"}",
            b"\n",
            b"null",
            b"-9223372036854775808",
            b"9007199254740993",
            b"1e999",
            b"\xff",
            b"\\u0000",
            b"[[",
            b"true",
        ];
        match rng.u8(..3) {
            0 => text[at] = rng.u8(..),
            1 => _ = text.splice(at..at, parts[rng.usize(..parts.len())].iter().copied()),
            // A number or a text of another sort, where the line stays JSON.
            _ => {
                let colon = text[at..].iter().position(|byte| *byte == b':').map(|found| at + found + 1);
                let end = colon.and_then(|from| {
                    text[from..].iter().position(|byte| matches!(byte, b',' | b'}')).map(|end| from + end)
                });
                if let (Some(from), Some(end)) = (colon, end) {
                    let values: [&[u8]; 7] =
                        [b"0", b"-1", b"\"../9999-12\"", b"\"9999~\"", b"9223372036854775807", b"\"\"", b"{}"];
                    text.splice(from..end, values[rng.usize(..values.len())].iter().copied());
                }
            }
        }
    }
    let entries: Vec<(&str, &[u8])> = inner.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    packed(&entries)
}
