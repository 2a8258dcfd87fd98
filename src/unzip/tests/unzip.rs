//! Zips that are broken, made to harm, or only written in an unusual way.

use std::io::{Cursor, Read, Write};
use unzip::{Danger, Directory, Limits, Trouble};
use zip::CompressionMethod::{Deflated, Stored};
use zip::write::{SimpleFileOptions, ZipWriter};

const LIMITS: Limits = Limits { entries_max: 100, directory_bytes_max: 64 * 1024, ratio_free_bytes: 1024 * 1024 };

fn made(entries: &[(&str, &[u8])], method: zip::CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("an entry");
        zip.write_all(content).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// Three entries as they are.
fn three() -> Vec<u8> {
    made(&[("a.txt", b"one"), ("b.txt", b"two"), ("c.txt", b"three")], Stored)
}

/// Where `part` stands in `whole` for the `nth` time, from 0.
fn find(whole: &[u8], part: &[u8], nth: usize) -> usize {
    let mut places = (0..whole.len() - part.len()).filter(|at| whole[*at..].starts_with(part));
    places.nth(nth).expect("it stands there")
}

/// `whole` with `part` written over what stood at `at`.
fn patched(whole: &[u8], at: usize, part: &[u8]) -> Vec<u8> {
    let mut patched = whole.to_vec();
    patched[at..at + part.len()].copy_from_slice(part);
    patched
}

fn open(zip: &[u8]) -> Result<Directory, Trouble> {
    Directory::read(&mut Cursor::new(zip), LIMITS)
}

/// What is told of a zip as a whole: `CutOff`, `Unsafe(Overlap)`.
fn refusal(zip: &[u8]) -> String {
    open(zip).map_or_else(|trouble| format!("{trouble:?}"), |_| "it was read".to_owned())
}

fn unpacked(zip: &[u8], number: usize) -> Result<Vec<u8>, String> {
    let mut from = Cursor::new(zip);
    let directory = open(zip).expect("a directory");
    let mut unpacked = directory.unpack(&mut from, number).map_err(|trouble| format!("{trouble:?}"))?;
    let mut content = Vec::new();
    unpacked.read_to_end(&mut content).map_err(|error| format!("{:?}", error.kind()))?;
    Ok(content)
}

/// Names with contents, or with what keeps them from being read.
#[track_caller]
fn check(zip: &[u8], expected: &[(&str, Result<&str, &str>)]) {
    let directory = open(zip).expect("a directory");
    let entries = directory.entries().iter().enumerate();
    let found: Vec<_> = entries.map(|(number, entry)| (entry.name.clone(), unpacked(zip, number))).collect();
    let expected = expected.iter().map(|(name, content)| {
        ((*name).to_owned(), content.map(|content| content.as_bytes().to_vec()).map_err(str::to_owned))
    });
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn a_directory_that_contradicts_itself_is_refused() {
    let zip = three();
    let central = |nth: usize| find(&zip, b"PK\x01\x02", nth);
    let end = find(&zip, b"PK\x05\x06", 0);
    let at = |nth: usize| zip[central(nth) + 42..central(nth) + 46].to_vec();
    let larger = patched(&patched(&zip, central(1) + 20, &[200]), central(1) + 24, &[200]);
    let rows = [
        ("one entry over another", patched(&zip, central(2) + 42, &at(1)), "Unsafe(Overlap)"),
        ("larger than there is room", larger, "Unsafe(Overlap)"),
        ("behind the directory", patched(&zip, central(2) + 42, &[0xff, 0xff, 0xff, 0x7f]), "Unsafe(Overlap)"),
        ("more entries than there are", patched(&zip, end + 8, &[9, 0, 9, 0]), "Unsafe(Contradiction)"),
        ("fewer entries than there are", patched(&zip, end + 8, &[2, 0, 2, 0]), "Unsafe(Contradiction)"),
        ("no entry where one should be", patched(&zip, central(1), b"XX"), "Unsafe(Contradiction)"),
        ("directory elsewhere", patched(&zip, end + 16, &[1]), "Unsafe(Contradiction)"),
        ("on several disks", patched(&zip, end + 4, &[1]), "Unsafe(Contradiction)"),
        ("more entries than are allowed", patched(&zip, end + 8, &[101, 0, 101, 0]), "Unsafe(TooManyEntries)"),
        ("a larger directory than is allowed", patched(&zip, end + 12, &[1, 0, 1]), "Unsafe(TooManyEntries)"),
        ("something before it", [b"MZ".as_slice(), &zip].concat(), "Unsafe(Contradiction)"),
        ("something behind it", [zip.as_slice(), b"more"].concat(), "CutOff"),
        ("no zip", b"%PDF-1.7 and so on, for long enough".to_vec(), "NotZip"),
        ("as it was made", zip, "it was read"),
    ];
    for (what, zip, expected) in rows {
        assert_eq!(refusal(&zip), expected, "{what}");
    }
}

#[test]
fn a_zip_that_is_cut_off_anywhere_is_refused() {
    let zip = three();
    for length in 0..zip.len() {
        assert_eq!(refusal(&zip[..length]), if length < 4 { "NotZip" } else { "CutOff" }, "{length}");
    }
}

#[test]
fn an_entry_that_cannot_be_read_is_told_and_the_others_are_read() {
    let zip = three();
    let central = find(&zip, b"PK\x01\x02", 1);
    let local = find(&zip, b"PK\x03\x04", 1);
    let rows = [
        ("locked", patched(&zip, central + 8, &[1]), "Unsafe(Encrypted)", Some(Danger::Encrypted)),
        ("packed otherwise", patched(&zip, central + 10, &[12]), "Unsafe(Packing)", Some(Danger::Packing)),
        (
            "stored, and of two sizes",
            patched(&zip, central + 24, &[9]),
            "Unsafe(Contradiction)",
            Some(Danger::Contradiction),
        ),
        ("packed in two ways", patched(&zip, local + 8, &[8]), "Unsafe(Contradiction)", None),
        ("with no header of its own", patched(&zip, local, b"XX"), "Unsafe(Contradiction)", None),
        ("reaching into the next", patched(&zip, local + 28, &[9]), "Unsafe(Overlap)", None),
        ("with another checksum", patched(&zip, central + 16, &[0; 4]), "InvalidData", None),
    ];
    for (what, zip, expected, danger) in rows {
        assert_eq!(open(&zip).expect("a directory").entries()[1].danger, danger, "{what}");
        check(&zip, &[("a.txt", Ok("one")), ("b.txt", Err(expected)), ("c.txt", Ok("three"))]);
    }
}

#[test]
fn an_entry_has_as_many_bytes_as_the_directory_says() {
    let zip = made(&[("a.txt", b"one and one and one and one")], Deflated);
    let sized = |bytes: u32| patched(&zip, find(&zip, b"PK\x01\x02", 0) + 24, &bytes.to_le_bytes());
    check(&sized(27), &[("a.txt", Ok("one and one and one and one"))]);
    check(&sized(26), &[("a.txt", Err("InvalidData"))]);
    check(&sized(28), &[("a.txt", Err("UnexpectedEof"))]);
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zip = made(&[("bomb", &vec![b' '; 2 * 1024 * 1024]), ("small", &vec![b' '; 1024 * 1024])], Deflated);
    assert_eq!(unpacked(&zip, 0), Err("Unsafe(Bomb)".to_owned()));
    assert_eq!(unpacked(&zip, 1).map(|content| content.len()), Ok(1024 * 1024));
}

#[test]
fn a_number_that_no_entry_has_is_none() {
    assert_eq!(unpacked(&three(), 3), Err("Unsafe(Contradiction)".to_owned()));
}

#[test]
fn names_are_told_and_never_followed() {
    let zip = made(&[("../../etc/passwd", b"x"), ("/abs", b"y"), ("C:\\a", b"z")], Stored);
    check(&zip, &[("../../etc/passwd", Ok("x")), ("/abs", Ok("y")), ("C:/a", Ok("z"))]);
    let numbers = open(&zip).expect("a directory").numbers().expect("each has its own");
    assert_eq!((numbers.len(), numbers["/abs"]), (3, 1));
    let zip = three();
    let twice = patched(&zip, find(&zip, b"b.txt", 1), b"a.txt");
    assert_eq!(open(&twice).expect("a directory").numbers(), Err(Danger::SameName));
}

#[test]
fn a_name_in_another_encoding_takes_no_more_room_than_it_has() {
    let zip = made(&[("xxxxxxxx", b"one"), ("b.txt", b"two")], Stored);
    let named = patched(&zip, find(&zip, b"xxxxxxxx", 0), &[0x84; 8]);
    let named = patched(&named, find(&zip, b"xxxxxxxx", 1), &[0x84; 8]);
    check(&named, &[("\u{fffd}".repeat(8).as_str(), Ok("one")), ("b.txt", Ok("two"))]);
}

/// An end as it stands where 32 bits are too few.
fn end_64(entries: u64, size_bytes: u64, at: u64) -> Vec<u8> {
    [
        b"PK\x06\x06".as_slice(),
        &44_u64.to_le_bytes(),
        &[0; 12],
        &entries.to_le_bytes(),
        &entries.to_le_bytes(),
        &size_bytes.to_le_bytes(),
        &at.to_le_bytes(),
        b"PK\x06\x07",
        &[0; 4],
        &(at + size_bytes).to_le_bytes(),
        &1_u32.to_le_bytes(),
        b"PK\x05\x06",
        &[0; 4],
        &[0xff; 12],
        &[0; 2],
    ]
    .concat()
}

#[test]
fn sizes_that_need_more_than_32_bits_are_read() {
    let zip = made(&[("a.txt", b"one")], Stored);
    let at = find(&zip, b"PK\x01\x02", 0);
    let extra = [[1, 0, 24, 0].as_slice(), &3_u64.to_le_bytes(), &3_u64.to_le_bytes(), &0_u64.to_le_bytes()].concat();
    let mut entry = zip[at..find(&zip, b"PK\x05\x06", 0)].to_vec();
    entry[20..28].fill(0xff);
    entry[42..46].fill(0xff);
    entry[30..32].copy_from_slice(&[28, 0]);
    entry.splice(51..51, extra);
    let end = end_64(1, entry.len() as u64, at as u64);
    check(&[&zip[..at], &entry, &end].concat(), &[("a.txt", Ok("one"))]);
}

#[test]
fn a_directory_of_thousands_of_millions_is_not_even_read() {
    let zip = three();
    let at = find(&zip, b"PK\x01\x02", 0);
    let directory = &zip[..find(&zip, b"PK\x05\x06", 0)];
    let end = end_64(4_000_000_000, (directory.len() - at) as u64, at as u64);
    assert_eq!(refusal(&[directory, &end].concat()), "Unsafe(TooManyEntries)");
}
