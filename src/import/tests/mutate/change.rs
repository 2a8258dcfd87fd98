//! Makes a case: a sample, changed in its bytes, its cells, or its parts.

use fastrand::Rng;
use serde_json::Value;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Bytes of a case at most, but for the rare larger one.
const BYTES_MAX: usize = 32 * 1024;

/// What breaks careless readers.
const TOKENS: &[&str] = &[
    "\"",
    "\"\"",
    "\n",
    "\r",
    "\r\n",
    ",",
    ";",
    "\t",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{a0}",
    "\u{200e}",
    "🏠",
    "é",
    "e\u{301}",
    "\u{301}",
    "\u{1100}\u{1161}",
    "\u{85}",
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "1.5",
    "9007199254740993",
    "99999999999999999999",
    "[",
    "{",
    "]",
    "}",
    "31/02/2019",
    "31/12/19",
    "0001-01-01",
    "9999-12-31",
    "1850-01-01",
    "2199",
    "~2019",
    "before 2019",
    "43538",
    "99999",
    "Mar-19",
    "00/00/0000",
    "R 1 234,50",
    "R\u{a0}1\u{a0}234,50",
    "(12.00)",
    "-R 5",
    "1,234",
    "1.234",
    "99999999999",
    "$",
    "12 years",
    "lifetime",
    "yes",
    "maybe",
    " / ",
    "/",
    "\\",
    "../../etc/passwd",
    "C:\\x",
    "#2",
    "Geyser",
    "item/",
    "=1+1",
    "<script>",
    "sep=;",
    "HB.name",
    "<attached: a.jpg>",
    " - ",
    "31/12/2019, 18:05 - A: b",
    "[2019/12/31, 18:05:12] A: b",
    "PK\u{5}\u{6}",
    "PK\u{1}\u{2}",
];

/// The case of a seed.
pub(crate) fn case(seed: u64, sample: &[u8], samples: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut rng = Rng::with_seed(seed);
    let inside = rng.bool().then(|| unpacked(&mut rng, sample, samples)).flatten();
    if let Some(case) = inside {
        return case;
    }
    let mut case = sample.to_vec();
    for _ in 0..=rng.usize(..5) {
        case = change(&mut rng, case, samples);
        case.truncate(if rng.u8(..) == 0 { 16 * BYTES_MAX } else { BYTES_MAX });
    }
    case
}

/// A zip of which one entry was changed and packed again, so that what reads the entry is reached; none if it is no zip.
fn unpacked(rng: &mut Rng, sample: &[u8], samples: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut from = ZipArchive::new(Cursor::new(sample)).ok()?;
    let changed = rng.usize(..from.len());
    let mut into = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut entry = from.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        for _ in 0..if at == changed { 1 + rng.usize(..4) } else { 0 } {
            bytes = change(rng, bytes, samples);
            bytes.truncate(BYTES_MAX);
        }
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        into.start_file(entry.name().expect("a name"), options).expect("a place");
        into.write_all(&bytes).expect("room");
    }
    Some(into.finish().expect("a zip").into_inner())
}

/// A list of objects of which one value was changed; none if it is no JSON.
fn json(rng: &mut Rng, case: &[u8]) -> Option<Vec<u8>> {
    let mut json: Value = serde_json::from_slice(case).ok()?;
    let mut at = &mut json;
    while let Some(inner) = child(rng, at) {
        at = at.pointer_mut(&inner)?;
        if rng.u8(..5) == 0 {
            break;
        }
    }
    *at = match rng.u8(..6) {
        0 => Value::Null,
        1 => Value::from(rng.i64(..)),
        2 => Value::from("x".repeat(1 << rng.u32(..15))),
        3 => Value::from(f64::from(rng.i32(..)) / 8.0),
        4 => Value::from(vec![at.clone(); rng.usize(..40)]),
        _ => Value::from(TOKENS[rng.usize(..TOKENS.len())]),
    };
    Some(json.to_string().into_bytes())
}

/// The pointer to any of the values inside of one.
fn child(rng: &mut Rng, at: &Value) -> Option<String> {
    match at {
        Value::Array(values) if !values.is_empty() => Some(format!("/{}", rng.usize(..values.len()))),
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(rng.usize(..fields.len())).expect("one of them");
            Some(format!("/{}", name.replace('~', "~0").replace('/', "~1")))
        }
        _ => None,
    }
}

fn change(rng: &mut Rng, mut case: Vec<u8>, samples: &[(String, Vec<u8>)]) -> Vec<u8> {
    if matches!(case.first(), Some(b'[' | b'{'))
        && rng.u8(..4) > 0
        && let Some(changed) = json(rng, &case)
    {
        return changed;
    }
    let at = rng.usize(..=case.len());
    let end = (at + rng.usize(..=32)).min(case.len());
    match rng.u8(..14) {
        0 if at < case.len() => case[at] ^= 1 << rng.u8(..8),
        1 if at < case.len() => case[at] = *rng.choice(&[0, 1, 0x7f, 0x80, 0xff, b'"', b'\n']).expect("seven bytes"),
        2 => drop(case.drain(at..end)),
        3 if rng.u8(..4) == 0 => case.truncate(at),
        4 => {
            let again = case[at..end].repeat(1 + rng.usize(..64));
            drop(case.splice(at..at, again));
        }
        5 => {
            let other = &samples[rng.usize(..samples.len())].1;
            let from = rng.usize(..=other.len());
            case.splice(at.., other[from..].iter().copied()).for_each(drop);
        }
        6 => {
            let text = TOKENS[rng.usize(..TOKENS.len())];
            cell(rng, &mut case, text.as_bytes());
        }
        7 => {
            let text = "x".repeat(1 << rng.u32(..16));
            cell(rng, &mut case, text.as_bytes());
        }
        8 => {
            let text = "\u{1d15e}\u{344}\"\\".repeat(1 << rng.u32(..12));
            cell(rng, &mut case, text.as_bytes());
        }
        9 => number(rng, &mut case),
        10 => line(rng, &mut case),
        11 if rng.u8(..8) == 0 => {
            let text = String::from_utf8_lossy(&case).into_owned();
            case = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        }
        _ => drop(case.splice(at..end, TOKENS[rng.usize(..TOKENS.len())].bytes())),
    }
    case
}

/// Puts something else into a cell, or the value of a field.
fn cell(rng: &mut Rng, case: &mut Vec<u8>, text: &[u8]) {
    let is_end = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'\n' | b'"' | b':');
    let ends: Vec<usize> = case.iter().enumerate().filter(|(_, byte)| is_end(byte)).map(|(at, _)| at).collect();
    if ends.len() < 2 {
        return case.extend(text);
    }
    let nth = rng.usize(..ends.len() - 1);
    case.splice(ends[nth] + 1..ends[nth + 1], text.iter().copied()).for_each(drop);
}

/// Puts a number of a head where another stands: sizes, places and counts in a zip.
fn number(rng: &mut Rng, case: &mut [u8]) {
    if case.len() < 4 {
        return;
    }
    let at = rng.usize(..case.len() - 3);
    let number = *rng.choice(&[0, 1, 22, 46, 0xffff, 0x7fff_ffff, u32::MAX - 1, u32::MAX]).expect("eight numbers");
    case[at..at + 4].copy_from_slice(&number.to_le_bytes());
}

/// Doubles, drops or moves a line.
fn line(rng: &mut Rng, case: &mut Vec<u8>) {
    let mut lines: Vec<Vec<u8>> = case.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let (one, other) = (rng.usize(..lines.len()), rng.usize(..lines.len()));
    match rng.u8(..3) {
        0 => {
            let again = lines[one].clone();
            (0..rng.usize(..40)).for_each(|_| lines.insert(other, again.clone()));
        }
        1 => drop(lines.remove(one)),
        _ => lines.swap(one, other),
    }
    *case = lines.join(&b'\n');
}
