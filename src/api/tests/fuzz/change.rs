//! Makes a case: a sample, changed as carelessness and malice change things, in its bytes or in its JSON.

use fastrand::Rng;
use serde_json::Value;

/// Bytes of a case at most, but for the rare enormous one.
const BYTES_MAX: usize = 64 * 1024;

/// What breaks careless readers.
const TOKENS: &[&str] = &[
    "null",
    "true",
    "-1",
    "0",
    "1.5",
    "1e999",
    "-0",
    "9007199254740992",
    "18446744073709551616",
    "\"\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"e\\u0301\"",
    "\u{202e}",
    "🏠",
    "é",
    "[",
    "{",
    "]",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "{}",
    "[]",
    "[[[[[[[[[[[[",
    "1850-01-01",
    "2199",
    "../2019",
    "2019~",
    "0000-00-00",
    "%00",
    "%2e%2e%2f",
    "../",
    "\0",
    "\r\n",
    "\u{feff}",
    "<svg onload=1>",
    "' or 1=1 --",
    "*",
];

/// The case of a seed.
pub(super) fn case(seed: u64, samples: &[Vec<u8>]) -> Vec<u8> {
    let mut rng = Rng::with_seed(seed);
    let mut case = if samples.is_empty() { Vec::new() } else { samples[rng.usize(..samples.len())].clone() };
    for _ in 0..=rng.usize(..4) {
        let json = if rng.u8(..3) > 0 { serde_json::from_slice(&case).ok() } else { None };
        case = match json {
            Some(json) => change_json(&mut rng, json),
            None => change_bytes(&mut rng, case, samples),
        };
        case.truncate(if rng.u8(..) == 0 { 16 * BYTES_MAX } else { BYTES_MAX });
    }
    case
}

fn change_bytes(rng: &mut Rng, mut case: Vec<u8>, samples: &[Vec<u8>]) -> Vec<u8> {
    let at = rng.usize(..=case.len());
    let end = (at + rng.usize(..=32)).min(case.len());
    match rng.u8(..8) {
        0 if at < case.len() => case[at] ^= 1 << rng.u8(..8),
        1 if at < case.len() => case[at] = *rng.choice(&[0, 1, 0x7f, 0x80, 0xff]).expect("five bytes"),
        2 => drop(case.drain(at..end)),
        3 => case.truncate(at),
        4 => {
            let again = case[at..end].repeat(1 + rng.usize(..64));
            drop(case.splice(at..at, again));
        }
        5 if !samples.is_empty() => {
            let other = &samples[rng.usize(..samples.len())];
            let from = rng.usize(..=other.len());
            case.splice(at.., other[from..].iter().copied()).for_each(drop);
        }
        _ => drop(case.splice(at..end, token(rng).bytes().collect::<Vec<_>>())),
    }
    case
}

fn token(rng: &mut Rng) -> &'static str {
    TOKENS[rng.usize(..TOKENS.len())]
}

/// Changes one value somewhere in `json`, or the name that it goes by.
fn change_json(rng: &mut Rng, mut json: Value) -> Vec<u8> {
    change_at(rng, &mut json);
    json.to_string().into_bytes()
}

fn change_at(rng: &mut Rng, at: &mut Value) {
    // Down to anywhere, sooner or later.
    if rng.u8(..4) > 0 {
        match at {
            Value::Object(fields) if !fields.is_empty() => {
                let nth = rng.usize(..fields.len());
                return change_at(rng, fields.values_mut().nth(nth).expect("one of them"));
            }
            Value::Array(values) if !values.is_empty() => {
                let nth = rng.usize(..values.len());
                return change_at(rng, &mut values[nth]);
            }
            _ => {}
        }
    }
    match at {
        Value::Object(fields) if !fields.is_empty() => {
            let name = fields.keys().nth(rng.usize(..fields.len())).expect("one of them").clone();
            match rng.u8(..4) {
                0 => drop(fields.remove(&name)),
                1 => {
                    let value = fields.remove(&name).expect("it is there");
                    fields.insert(format!("{name}{}", token(rng)), value);
                }
                2 => drop(fields.insert(token(rng).to_owned(), Value::from(rng.i64(..)))),
                _ => {
                    let new = value(rng, &fields[&name]);
                    fields.insert(name, new);
                }
            }
        }
        Value::Array(values) if !values.is_empty() => {
            let nth = rng.usize(..values.len());
            let again = vec![values[nth].clone(); rng.usize(..130)];
            values.extend(again);
        }
        plain => *plain = value(rng, plain),
    }
}

/// Another value in the place of one.
fn value(rng: &mut Rng, before: &Value) -> Value {
    match rng.u8(..10) {
        0 => Value::Null,
        1 => Value::from(rng.i64(..)),
        2 => Value::from(f64::from(rng.i32(..)) / 8.0),
        3 => Value::from("x".repeat(1 << rng.u32(..17))),
        4 => (0..rng.usize(..40)).fold(before.clone(), |inner, _| Value::from(vec![inner])),
        5 => serde_json::json!({ token(rng): before }),
        6 => Value::from(rng.bool()),
        7 => match before {
            Value::Number(number) => Value::from(number.as_i64().unwrap_or(0).wrapping_neg()),
            Value::String(text) => Value::from(text.chars().rev().collect::<String>()),
            _ => Value::from(token(rng)),
        },
        _ => serde_json::from_str(token(rng)).unwrap_or_else(|_| Value::from(token(rng))),
    }
}
