//! Archives that are broken, or made to harm.

use crate::made::{MANIFEST, archive, damage, find, line, packed, patched, stored};
use archive::trouble::Danger;
use archive::{Archive, Damage, DamageCode, FileTrouble, NamedFile, Trouble};
use model::FileHash;
use std::io::Cursor;

/// Why an archive is not opened.
fn refusal(zip: &[u8]) -> String {
    match Archive::open(Cursor::new(zip)) {
        Err(trouble) => trouble.to_string(),
        Ok(_) => "it was opened".to_owned(),
    }
}

fn danger(zip: &[u8]) -> Option<Danger> {
    match Archive::open(Cursor::new(zip)) {
        Err(Trouble::Unsafe(danger)) => Some(danger),
        _ => None,
    }
}

/// How many records come back from an archive, and what of it is damaged.
#[track_caller]
fn check_records(entries: &[(&str, &[u8])], expected: usize, damages: &[Damage]) {
    let mut archive = Archive::open(Cursor::new(archive(entries))).expect("an archive");
    let (records, found) = archive.records().expect("it is read");
    assert_eq!((records.len(), found.as_slice()), (expected, damages));
}

#[test]
fn what_is_no_archive_is_refused_with_the_reason() {
    let manifest = |text: &str| packed(&[("manifest.json", text.as_bytes())]);
    let whole = manifest(MANIFEST);
    let rows = [
        (Vec::new(), "this is no zip file"),
        (b"%PDF-1.7 and so on, for long enough".to_vec(), "this is no zip file"),
        (whole[..whole.len() - 1].to_vec(), "the zip file is cut off"),
        (whole[..40].to_vec(), "the zip file is cut off"),
        (packed(&[("a.txt", b"x")]), "this zip file is no archive of a home"),
        (packed(&[]), "this zip file is no archive of a home"),
        (manifest("{}"), "this zip file is no archive of a home"),
        (manifest("not JSON"), "this zip file is no archive of a home"),
        (manifest(&MANIFEST.replace("archive", "something")), "this zip file is no archive of a home"),
        (manifest(&MANIFEST.replace("\"schema\":1", "\"schema\":0")), "this zip file is no archive of a home"),
        (
            manifest(r#"{"codessa":"archive","schema":7,"made":"in another way"}"#),
            "the archive has schema 7, made by a newer version; this one reads up to schema 2",
        ),
        (whole, "it was opened"),
    ];
    for (zip, expected) in rows {
        assert_eq!(refusal(&zip), expected);
    }
}

#[test]
fn a_zip_with_an_entry_that_cannot_be_read_is_refused() {
    let two = stored(&[("manifest.json", MANIFEST.as_bytes()), ("data/a.jsonl", b"x"), ("data/b.jsonl", b"y")]);
    let central = |nth: usize| find(&two, b"PK\x01\x02", nth);
    let twice = patched(&two, find(&two, b"data/b.jsonl", 0), b"data/a.jsonl");
    let twice = patched(&twice, find(&two, b"data/b.jsonl", 1), b"data/a.jsonl");
    let at = two[central(1) + 42..central(1) + 46].to_vec();
    let rows = [
        ("one entry over another", patched(&two, central(2) + 42, &at), Danger::Overlap),
        ("of one name", twice, Danger::SameName),
        ("locked", patched(&two, central(1) + 8, &[1]), Danger::Encrypted),
        ("packed otherwise", patched(&two, central(1) + 10, &[12]), Danger::Packing),
        ("stored, and of two sizes", patched(&two, central(1) + 24, &[9]), Danger::Contradiction),
        ("something before it", [b"MZ".as_slice(), &two].concat(), Danger::Contradiction),
    ];
    for (what, zip, expected) in rows {
        assert_eq!(danger(&zip), Some(expected), "{what}");
    }
}

#[test]
fn a_bomb_is_told_and_the_rest_comes_back() {
    let bomb = vec![b' '; 20 * 1024 * 1024];
    let one = line(1, "zone");
    let entries = [("data/entry.jsonl", bomb.as_slice()), ("data/zone.jsonl", one.as_bytes())];
    check_records(&entries, 1, &[damage("data/entry.jsonl", 0, DamageCode::Bomb)]);
}

#[test]
fn a_file_that_is_more_or_less_or_other_than_it_says_is_told() {
    let text = format!("{}\n{}\n", line(1, "zone"), line(2, "zone"));
    let whole = stored(&[("manifest.json", MANIFEST.as_bytes()), ("data/zone.jsonl", text.as_bytes())]);
    let other = patched(&whole, find(&whole, b"\"x\"", 1), b"\"y\"");
    let mut archive = Archive::open(Cursor::new(other)).expect("an archive");
    let (records, damages) = archive.records().expect("it is read");
    assert_eq!((records.len(), damages), (2, vec![damage("data/zone.jsonl", 0, DamageCode::Checksum)]));

    let packed = archive_with_size(&text, 10);
    let (records, damages) = Archive::open(Cursor::new(packed)).expect("an archive").records().expect("it is read");
    assert_eq!((records.len(), damages), (0, vec![damage("data/zone.jsonl", 1, DamageCode::BrokenOff)]));
    let packed = archive_with_size(&text, 2000);
    let (records, damages) = Archive::open(Cursor::new(packed)).expect("an archive").records().expect("it is read");
    assert_eq!((records.len(), damages), (2, vec![damage("data/zone.jsonl", 3, DamageCode::BrokenOff)]));
}

/// An archive whose directory says that its data file has that size.
fn archive_with_size(text: &str, size: u32) -> Vec<u8> {
    let whole = archive(&[("data/zone.jsonl", text.as_bytes())]);
    patched(&whole, find(&whole, b"PK\x01\x02", 1) + 24, &size.to_le_bytes())
}

#[test]
fn a_damaged_line_is_told_by_its_number_and_the_others_come_back() {
    // Of digits that repeat nowhere, or it would be taken for a bomb.
    let long: String =
        (0..1_000_000_u64).map(|at| format!("{:010x}", at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 24)).collect();
    let listed =
        r#"["01932f1e-7c00-7000-8000-000000000009","zone",1,"0191d3f2c4e0.0000.00000000000000ff",{},null,null,{}]"#;
    let deep = line(9, "zone").replace("\"x\"", &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)));
    let lines = [
        line(1, "zone"),
        line(1, "zone"),
        String::new(),
        "not JSON".into(),
        "7".into(),
        r#"{"id":"x"}"#.into(),
        line(2, "zone").replace("{\"name\":\"x\"}", "[]"),
        long,
        deep,
        listed.to_owned(),
        line(2, "zone").replace(r#""kind""#, r#""rev":-1,"kind""#),
        line(3, "zone"),
    ];
    let mut text = lines.join("\n").into_bytes();
    text.extend(b"\n\xff\xfe\n");
    text.extend(line(4, "zone").as_bytes());
    let told = |line, why| damage("data/zone.jsonl", line, why);
    let expected = [
        told(2, DamageCode::Twice),
        told(4, DamageCode::NotJson),
        told(5, DamageCode::NotRecord),
        told(6, DamageCode::NotRecord),
        told(7, DamageCode::NotRecord),
        told(8, DamageCode::TooLong),
        told(9, DamageCode::NotJson),
        told(10, DamageCode::NotRecord),
        told(11, DamageCode::NotRecord),
        told(13, DamageCode::NotText),
    ];
    check_records(&[("data/zone.jsonl", &text)], 3, &expected);
}

#[test]
fn an_id_is_taken_once_whatever_the_kind() {
    let (zone, drone) = (line(1, "zone"), line(1, "drone"));
    let entries = [("data/drone.jsonl", drone.as_bytes()), ("data/zone.jsonl", zone.as_bytes())];
    check_records(&entries, 1, &[damage("data/drone.jsonl", 1, DamageCode::Twice)]);
}

#[test]
fn a_kind_that_nobody_knows_is_carried() {
    let text = format!("{}\n{}", line(1, "drone"), line(2, "../../drone"));
    check_records(
        &[
            ("data/%2e%2e.jsonl", text.as_bytes()),
            ("data/sub/zone.jsonl", b"not read"),
            ("data/readme.txt", b"nor this"),
        ],
        2,
        &[],
    );
}

#[test]
fn names_are_compared_and_never_followed() {
    let content = b"a file";
    let file = |path: &str, content: &[u8]| NamedFile {
        hash: FileHash::of(content),
        media: "image/jpeg".into(),
        name: "a.jpg".into(),
        path: path.into(),
        size: 6,
    };
    let zip = archive(&[("../../etc/passwd", content), ("/abs", content), ("C:\\a", content), ("files/a", b"another")]);
    let mut archive = Archive::open(Cursor::new(zip)).expect("an archive");
    let rows = [
        ("../../etc/passwd", content.as_slice(), Ok(())),
        ("/etc/passwd", content, Err(FileTrouble::Missing)),
        ("etc/passwd", content, Err(FileTrouble::Missing)),
        ("files/a", content, Err(FileTrouble::Damaged)),
        ("manifest.json", content, Err(FileTrouble::Damaged)),
        ("", content, Err(FileTrouble::Missing)),
    ];
    for (path, content, expected) in rows {
        assert_eq!(archive.read(&file(path, content)).map(|read| assert_eq!(read, content)), expected, "{path}");
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let zip = stored(&[("manifest.json", MANIFEST.as_bytes()), ("files/a", b"x")]);
    let central = find(&zip, b"PK\x01\x02", 1);
    let large = (50 * 1024 * 1024 + 1_u32).to_le_bytes();
    // Only a packed file can say of itself that it is larger than what is there.
    let zip = patched(&patched(&zip, central + 10, &[8]), central + 24, &large);
    let file = NamedFile {
        hash: FileHash::of(b"x"),
        media: String::new(),
        name: String::new(),
        path: "files/a".into(),
        size: 1,
    };
    assert_eq!(Archive::open(Cursor::new(zip)).expect("an archive").read(&file), Err(FileTrouble::TooLarge));
}

#[test]
fn an_archive_that_is_cut_off_anywhere_is_refused() {
    let whole = archive(&[("data/zone.jsonl", line(1, "zone").as_bytes())]);
    for length in 0..whole.len() {
        let told = refusal(&whole[..length]);
        let expected = if length < 4 { "this is no zip file" } else { "the zip file is cut off" };
        assert_eq!(told, expected, "{length}");
    }
}
