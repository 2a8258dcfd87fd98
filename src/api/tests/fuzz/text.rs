//! Short texts that are read by hand: dates, moments, stamps, ids, hashes and settings. What is read is written as it came.

use super::fuzz;
use crate::config::{BlobsAt, Database, Network, Origin};
use model::{Date, DeviceId, FileHash, Instant, PartialDate, RecordId, Stamp};
use std::fmt::{Debug, Display};
use std::str::FromStr;

/// That a text which can be read is written in the same letters.
#[track_caller]
fn comes_back<T: FromStr + Display + Debug>(text: &str) -> Option<T> {
    let read = text.parse::<T>().ok()?;
    assert_eq!(read.to_string(), text, "{read:?}");
    Some(read)
}

#[tokio::test]
async fn texts_of_any_letters() {
    let samples = [
        "2019-03-14",
        "2019-03",
        "2019",
        "2019~",
        "../2019",
        "2020-02-29",
        "9999-12-31",
        "1000",
        "2026-11-21T10:00:00.000Z",
        "019a7aff915f.0001.00000000000000ff",
        "00000000000000ff",
        "https://codessa.example:8443",
        "http://localhost:8080",
        "10.0.0.0/8",
        "fd00::/8",
        "sqlite:/var/a.sqlite",
        "postgres://u:p@h:5432/d",
        "s3://bucket/prefix",
        "file:/var/files",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "01932f1e-7c00-7000-8000-000000000001",
    ];
    fuzz("texts", &samples.map(|text| text.as_bytes().to_vec()), async |case| {
        let Ok(text) = std::str::from_utf8(case) else { return };
        if let Some(date) = comes_back::<PartialDate>(text) {
            assert!(date.first() <= date.last() || date.sense == model::date::Sense::Before);
            date.sort_key();
        }
        if let Some(date) = comes_back::<Date>(text) {
            assert!(date.plus_days(400) > date && date.plus_months(13) > date);
            assert_eq!(date.plus_days(400).days_since(date), 400);
        }
        if let Some(moment) = comes_back::<Instant>(text) {
            moment.date(120);
        }
        if let Some(stamp) = comes_back::<Stamp>(text) {
            assert!(stamp.clamped(1_000).at_ms <= 1_000 + model::stamp::AHEAD_MS_MAX);
        }
        comes_back::<DeviceId>(text);
        comes_back::<FileHash>(text);
        let _ = text.parse::<RecordId>();
        if let Ok(origin) = text.parse::<Origin>() {
            assert_eq!(origin.as_str().parse(), Ok(origin.clone()), "an origin is written as it is read");
            assert!(!origin.host().is_empty());
        }
        let _ = text.parse::<Network>();
        let _ = text.parse::<Database>();
        let _ = text.parse::<BlobsAt>();
        let normal = model::canonical::normal(text);
        assert_eq!(model::canonical::normal(&normal), normal);
    })
    .await;
}
