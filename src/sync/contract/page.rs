//! Pulled pages: kept as they came, with the cursor that belongs to them.

use super::Site;
use super::sample::{cursor, edits, page, record, record_id, shown, space};
use crate::store::{Settlement, Store, StoreError};
use wire::Cursor;

/// Text for text, unknown fields and odd characters included.
pub async fn keeps_pages_as_they_came(site: &impl Site) {
    let store = site.open("apply").await;
    let odd = "{\"space\" : \"a\u{2028}b 🔧 \\u0000\",\n\t\"of a newer version\": [1.0, -0, 1e400]}";
    store.apply(space(1), odd, cursor(1), false).await.unwrap();
    let halfway = Cursor { after: 9, before: Some(4), scope: 5 };
    store.apply(space(1), &page(space(1), [(1, 8), (2, 9)]), halfway, false).await.unwrap();
    let opened = store.open(space(1)).await.unwrap();
    let mut segments = opened.segments.clone();
    segments.sort();
    let mut expected = [odd.to_owned(), page(space(1), [(1, 8), (2, 9)])];
    expected.sort();
    assert_eq!(segments, expected);
    assert_eq!(opened.cursor, Some(halfway));
}

/// The page is never without its cursor, nor the cursor without its page.
pub async fn applies_all_or_nothing(site: &impl Site) {
    let store = site.open("apply-full").await;
    store.apply(space(1), &page(space(1), [(1, 1)]), cursor(1), false).await.unwrap();
    site.set_full(&store, true);
    for anew in [false, true] {
        let refused = store.apply(space(1), &page(space(1), [(2, 2)]), cursor(2), anew).await;
        assert_eq!(refused, Err(StoreError::Full), "anew: {anew}");
    }
    site.set_full(&store, false);
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!((opened.segments, opened.cursor), (vec![page(space(1), [(1, 1)])], Some(cursor(1))));
}

/// What was pulled and settled goes, what waits stays.
pub async fn begins_anew_and_keeps_the_outbox(site: &impl Site) {
    let store = site.open("anew").await;
    store.save(space(1), &edits(0..3)).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 1), (2, 2)]), cursor(2), false).await.unwrap();
    store.apply(space(2), &page(space(2), [(5, 1)]), cursor(1), false).await.unwrap();
    let settled = Settlement { records: vec![record(3, 3)], ..Settlement::default() };
    store.settle(space(1), &settled).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 1)]), cursor(7), true).await.unwrap();
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!(shown(&opened).into_values().collect::<Vec<_>>(), [record(1, 1)]);
    assert_eq!((opened.outbox.len(), opened.cursor), (3, Some(cursor(7))));
    let other = store.open(space(2)).await.unwrap();
    assert_eq!((other.segments.len(), other.cursor), (1, Some(cursor(1))), "another space is left alone");
}

/// A space that nobody wrote to.
pub async fn opens_an_unknown_space_as_empty(site: &impl Site) {
    let store = site.open("unknown").await;
    store.save(space(1), &edits(0..1)).await.unwrap();
    let opened = store.open(space(9)).await.unwrap();
    assert!(opened.segments.is_empty() && opened.records.is_empty() && opened.outbox.is_empty());
    assert_eq!(opened.cursor, None);
}

/// In whichever order a record's revisions arrive, pulled or settled.
pub async fn counts_the_highest_revision(site: &impl Site) {
    let store = site.open("highest").await;
    let settle = |records| Settlement { records, ..Settlement::default() };
    store.settle(space(1), &settle(vec![record(1, 5)])).await.unwrap();
    store.settle(space(1), &settle(vec![record(1, 3), record(2, 4)])).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 4), (2, 6)]), cursor(6), false).await.unwrap();
    let shown = shown(&store.open(space(1)).await.unwrap());
    assert_eq!(shown[&record_id(1)], record(1, 5));
    assert_eq!(shown[&record_id(2)], record(2, 6));
}
