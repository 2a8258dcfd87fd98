//! Folds: less to read, and the same to see.

use super::Site;
use super::sample::{copies, cursor, edit, edits, page, record, record_id, shown, space, stamp};
use crate::fold::erases;
use crate::store::{Settlement, Store, StoreError};
use model::{Body, Edit, Record};
use wire::pull::PAGE_RECORDS;

fn settled(records: Vec<model::Record>) -> Settlement {
    Settlement { records, ..Settlement::default() }
}

/// The latest of each record stays, once; outbox, cursor and other spaces are untouched.
pub async fn folds_superseded_records_away(site: &impl Site) {
    let store = site.open("fold").await;
    store.save(space(1), &edits(0..2)).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 1), (2, 2), (3, 3)]), cursor(3), false).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 4), (4, 5)]), cursor(5), false).await.unwrap();
    store.apply(space(2), &page(space(2), [(1, 1)]), cursor(1), false).await.unwrap();
    store.settle(space(1), &settled(vec![record(2, 6), record(1, 3)])).await.unwrap();
    let before = store.open(space(1)).await.unwrap();
    assert!(store.fold(space(1)).await.unwrap());
    let after = store.open(space(1)).await.unwrap();
    assert_eq!(shown(&after), shown(&before));
    assert_eq!(copies(&after), 4);
    assert_eq!((after.segments.len(), after.records.len()), (1, 0));
    assert_eq!((after.outbox, after.cursor), (before.outbox, before.cursor));
    let segment: wire::Page = serde_json::from_str(&after.segments[0]).unwrap();
    assert_eq!((segment.space, segment.scope, segment.head, segment.more), (space(1), 3, 5, false));
    assert!(!store.fold(space(1)).await.unwrap(), "there is nothing more to fold");
    assert_eq!(store.open(space(2)).await.unwrap().segments, [page(space(2), [(1, 1)])]);
    store.apply(space(1), &page(space(1), [(9, 9)]), cursor(9), false).await.unwrap();
    assert_eq!(shown(&store.open(space(1)).await.unwrap()).len(), 5, "pages go on coming");
}

/// Thirty histories of pages and pushes, folded now and then.
pub async fn folds_at_random_without_losing_a_record(site: &impl Site) {
    let store = site.open("fold-random").await;
    for seed in 0..30 {
        let mut dice = seed;
        // A linear congruential generator (Numerical Recipes): poor, but the same everywhere.
        let mut roll = |sides: u64| {
            dice = (dice * 1_664_525 + 1_013_904_223) % (1 << 32);
            (dice >> 16) % sides
        };
        let here = space(seed);
        let mut rev = 0;
        for _ in 0..12 {
            let records: Vec<(u64, u64)> = (0..roll(2 * PAGE_RECORDS as u64))
                .map(|_| {
                    rev += 1;
                    (roll(400), rev)
                })
                .collect();
            match roll(3) {
                0 => {
                    let records = records.iter().take(5).map(|(n, rev)| record(*n, *rev)).collect();
                    store.settle(here, &settled(records)).await.unwrap();
                }
                _ => store.apply(here, &page(here, records), cursor(rev), false).await.unwrap(),
            }
            let before = store.open(here).await.unwrap();
            let folded = store.fold(here).await.unwrap();
            let after = store.open(here).await.unwrap();
            assert_eq!(shown(&after), shown(&before), "seed {seed}");
            assert_eq!(after.cursor, before.cursor, "seed {seed}");
            if folded {
                assert_eq!(copies(&after), shown(&after).len(), "seed {seed}: each record is there once");
            }
            assert!(!store.fold(here).await.unwrap(), "seed {seed}: one fold is enough");
        }
    }
}

/// What a newer version of the app wrote is not for this one to lose: neither whole pages nor single fields.
pub async fn folds_around_a_page_that_it_cannot_read(site: &impl Site) {
    let store = site.open("fold-unreadable").await;
    let newer = page(space(1), [(1, 2)]).replacen("\"kind\"", "\"of a newer version\":[1.50,\"x\"],\"kind\"", 1);
    for text in ["{\"records\":\"none\"}", "", &page(space(1), [(1, 1)]), &newer] {
        store.apply(space(1), text, cursor(2), false).await.unwrap();
    }
    assert!(store.fold(space(1)).await.unwrap());
    let segments = store.open(space(1)).await.unwrap().segments;
    assert_eq!(segments.len(), 3);
    assert!(segments.contains(&String::new()) && segments.contains(&"{\"records\":\"none\"}".to_owned()));
    let folded = segments.iter().find(|text| text.contains(&record_id(1).to_string())).unwrap();
    assert!(folded.contains("\"of a newer version\":[1.50,\"x\"]"), "{folded}");
}

/// Full pages without a superseded record are never written again, and a few superseded ones do not start a fold.
pub async fn folds_only_when_it_is_worth_it(site: &impl Site) {
    let store = site.open("fold-worth").await;
    let full = PAGE_RECORDS as u64;
    let pages = [0, 1, 2].map(|number| page(space(1), (number * full..(number + 1) * full).map(|n| (n, n + 1))));
    for text in &pages {
        store.apply(space(1), text, cursor(3 * full), false).await.unwrap();
    }
    store.settle(space(1), &settled((0..20).map(|n| record(n, 1_000 + n)).collect())).await.unwrap();
    assert!(!store.fold(space(1)).await.unwrap(), "20 of 600 are few");
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!((opened.segments.len(), opened.records.len()), (3, 20));
    store.settle(space(1), &settled((0..150).map(|n| record(n, 2_000 + n)).collect())).await.unwrap();
    assert!(store.fold(space(1)).await.unwrap());
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!((copies(&opened), opened.records.len()), (600, 0));
    assert!(opened.segments.contains(&pages[1]) && opened.segments.contains(&pages[2]), "only the first page changed");
}

/// A value that somebody took out of a record leaves the device with the next fold, however little else has changed.
pub async fn folds_what_was_erased_at_once(site: &impl Site) {
    let store = site.open("fold-erased").await;
    let pages = [0, 1, 2].map(|number| page(space(1), (number * 200..(number + 1) * 200).map(|n| (n, n + 1))));
    for text in &pages {
        store.apply(space(1), text, cursor(600), false).await.unwrap();
    }
    assert!(pages[1].contains("300 at 301"));
    let without = record(300, 0).merged(&erasing(300));
    assert!(erases(std::slice::from_ref(&without)) && !erases(&[record(300, 0)]));
    store.settle(space(1), &settled(vec![Record { rev: 601, ..without.clone() }])).await.unwrap();
    assert!(store.fold(space(1)).await.unwrap());
    let opened = store.open(space(1)).await.unwrap();
    assert!(!opened.segments.iter().any(|text| text.contains("300 at 301")), "nothing of it is left");
    assert_eq!((copies(&opened), shown(&opened)[&record_id(300)].rev), (600, 601));
    assert!(opened.segments.contains(&pages[0]) && opened.segments.contains(&pages[2]), "the rest is as it was");
    // What comes later has nothing to erase any more.
    store.settle(space(1), &settled(vec![Record { rev: 602, ..without }])).await.unwrap();
    assert!(!store.fold(space(1)).await.unwrap());
    // Nor does it matter in which order the copies come.
    store.apply(space(1), &page(space(1), [(300, 9)]), cursor(602), false).await.unwrap();
    assert!(store.fold(space(1)).await.unwrap());
}

/// An edit that takes the title out of record `n`.
fn erasing(n: u64) -> Edit {
    Edit { stamp: stamp(10_000), fields: Body::from_text(r#"{"title":null}"#.into()).unwrap(), ..edit(n) }
}

/// A fold that finds no room changes nothing.
pub async fn folds_all_or_nothing(site: &impl Site) {
    let store = site.open("fold-full").await;
    // More than one new segment, so that the disk is full in the middle of it.
    for rev in 1..=2 {
        for part in 0..30 {
            let records = (0..100).map(|n| (part * 100 + n, rev * 10_000 + part * 100 + n));
            store.apply(space(1), &page(space(1), records), cursor(1), false).await.unwrap();
        }
    }
    let before = store.open(space(1)).await.unwrap();
    site.set_full(&store, true);
    assert_eq!(store.fold(space(1)).await, Err(StoreError::Full));
    site.set_full(&store, false);
    let after = store.open(space(1)).await.unwrap();
    assert_eq!(after.segments, before.segments);
    assert!(store.fold(space(1)).await.unwrap());
    let after = store.open(space(1)).await.unwrap();
    assert_eq!((shown(&after), copies(&after)), (shown(&before), 3_000));
}
