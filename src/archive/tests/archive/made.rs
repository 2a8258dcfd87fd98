//! Zips made by hand, as a stranger might.

use archive::{Damage, DamageCode};
use std::io::{Cursor, Write};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// A manifest that is accepted.
pub const MANIFEST: &str = r#"{"codessa":"archive","schema":1,"made":"2026-11-26T10:00:00.000Z","space":"01932f1e-7c00-7000-8000-000000000001","later":true}"#;

/// A record as a line.
pub fn line(id: u32, kind: &str) -> String {
    format!(
        r#"{{"id":"01932f1e-7c00-7000-8000-{id:012}","kind":"{kind}","stamp":"0191d3f2c4e0.0000.00000000000000ff","body":{{"name":"x"}}}}"#
    )
}

/// A zip of these entries, packed.
pub fn packed(entries: &[(&str, &[u8])]) -> Vec<u8> {
    made(entries, CompressionMethod::Deflated)
}

/// A zip of these entries, as they are.
pub fn stored(entries: &[(&str, &[u8])]) -> Vec<u8> {
    made(entries, CompressionMethod::Stored)
}

fn made(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("an entry");
        zip.write_all(content).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

/// An archive with these data files.
pub fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    packed(&[&[("manifest.json", MANIFEST.as_bytes())], entries].concat())
}

/// Where `part` stands in `whole` for the `nth` time, from 0.
pub fn find(whole: &[u8], part: &[u8], nth: usize) -> usize {
    let mut places = (0..whole.len() - part.len()).filter(|at| whole[*at..].starts_with(part));
    places.nth(nth).expect("it stands there")
}

/// `whole` with `part` written over what stood at `at`.
pub fn patched(whole: &[u8], at: usize, part: &[u8]) -> Vec<u8> {
    let mut patched = whole.to_vec();
    patched[at..at + part.len()].copy_from_slice(part);
    patched
}

/// A damage.
pub fn damage(file: &str, line: u64, why: DamageCode) -> Damage {
    Damage { file: file.to_owned(), line, why }
}
