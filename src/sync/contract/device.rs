//! The device as a whole: spaces, notes, other tabs, and leaving nothing behind.

use super::Site;
use super::sample::{cursor, edits, file, page, record, shown, space};
use crate::store::{Settlement, SpaceEntry, Store, StoreError};
use model::access::Role;

fn entry(n: u64) -> SpaceEntry {
    SpaceEntry { space: space(n), role: Role::Owner, joined: false, name: format!("Home {n}") }
}

/// By id, the last word on each.
pub async fn lists_spaces_in_order(site: &impl Site) {
    let store = site.open("spaces").await;
    assert_eq!(store.spaces().await.unwrap(), []);
    for n in [3, 1, 2] {
        store.put_space(&entry(n)).await.unwrap();
    }
    let joined = SpaceEntry { joined: true, role: Role::Viewer, ..entry(1) };
    store.put_space(&joined).await.unwrap();
    assert_eq!(store.spaces().await.unwrap(), [joined, entry(2), entry(3)]);
    site.set_full(&store, true);
    // A store that gives room for one value keeps one, and refuses the next.
    let refused = [store.put_space(&entry(4)).await, store.put_space(&entry(5)).await];
    assert_eq!(refused[1], Err(StoreError::Full));
    site.set_full(&store, false);
    assert!(!store.spaces().await.unwrap().contains(&entry(5)));
}

/// What is written to one space is not seen in another.
pub async fn keeps_spaces_apart(site: &impl Site) {
    let store = site.open("apart").await;
    for n in [1, 2, 3] {
        store.save(space(n), &edits(n * 10..n * 10 + n)).await.unwrap();
        store.apply(space(n), &page(space(n), [(n, n)]), cursor(n), false).await.unwrap();
        let settled = Settlement { records: vec![record(n + 50, n)], ..Settlement::default() };
        store.settle(space(n), &settled).await.unwrap();
    }
    for n in [1, 2, 3] {
        let opened = store.open(space(n)).await.unwrap();
        assert_eq!(shown(&opened).into_values().collect::<Vec<_>>(), [record(n, n), record(n + 50, n)]);
        assert_eq!(
            opened.outbox.iter().map(|queued| queued.edit.clone()).collect::<Vec<_>>(),
            edits(n * 10..n * 10 + n)
        );
        assert_eq!(opened.cursor, Some(cursor(n)));
    }
}

/// The outbox and the files too; other spaces and the notes stay.
pub async fn drops_a_space_with_everything_in_it(site: &impl Site) {
    let store = site.open("drop").await;
    let (photo, content) = file(1, 1_000);
    for n in [1, 2] {
        store.put_space(&entry(n)).await.unwrap();
        store.save(space(n), &edits(0..2)).await.unwrap();
        store.apply(space(n), &page(space(n), [(n, n)]), cursor(n), false).await.unwrap();
        store.settle(space(n), &Settlement { records: vec![record(5, 5)], ..Settlement::default() }).await.unwrap();
    }
    store.put_file(space(1), &photo, &content, true).await.unwrap();
    store.set_note("account", Some("1")).await.unwrap();
    store.drop_space(space(1)).await.unwrap();
    let opened = store.open(space(1)).await.unwrap();
    assert!(opened.segments.is_empty() && opened.records.is_empty() && opened.outbox.is_empty());
    assert_eq!(opened.cursor, None);
    assert_eq!(store.uploads(space(1)).await.unwrap(), []);
    assert_eq!(store.read_file(photo.hash, 0, 1_000).await.unwrap(), None);
    assert_eq!(store.spaces().await.unwrap(), [entry(2)]);
    let other = store.open(space(2)).await.unwrap();
    assert_eq!((shown(&other).len(), other.outbox.len(), other.cursor), (2, 2, Some(cursor(2))));
    assert_eq!(store.note("account").await.unwrap().as_deref(), Some("1"));
}

/// Nothing is left, and the store can be used again.
pub async fn clears_everything(site: &impl Site) {
    let store = site.open("clear").await;
    let (photo, content) = file(2, 1_000);
    store.put_space(&entry(1)).await.unwrap();
    store.save(space(1), &edits(0..2)).await.unwrap();
    store.apply(space(1), &page(space(1), [(1, 1)]), cursor(1), false).await.unwrap();
    store.put_file(space(1), &photo, &content, true).await.unwrap();
    store.set_note("theme", Some("dark")).await.unwrap();
    store.clear().await.unwrap();
    let opened = store.open(space(1)).await.unwrap();
    assert!(opened.segments.is_empty() && opened.records.is_empty() && opened.outbox.is_empty());
    assert_eq!(opened.cursor, None);
    assert_eq!(store.spaces().await.unwrap(), []);
    assert_eq!(store.uploads(space(1)).await.unwrap(), []);
    assert_eq!(store.read_file(photo.hash, 0, 1).await.unwrap(), None);
    assert_eq!(store.note("theme").await.unwrap(), None);
    store.save(space(1), &edits(5..6)).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap().len(), 1);
}

/// Set, changed, removed; an empty text is a text.
pub async fn keeps_notes(site: &impl Site) {
    let store = site.open("notes").await;
    assert_eq!(store.note("theme").await.unwrap(), None);
    store.set_note("theme", Some("dark 🌒")).await.unwrap();
    store.set_note("account", Some("")).await.unwrap();
    assert_eq!(store.note("theme").await.unwrap().as_deref(), Some("dark 🌒"));
    assert_eq!(store.note("account").await.unwrap().as_deref(), Some(""));
    store.set_note("theme", Some("light")).await.unwrap();
    assert_eq!(store.note("theme").await.unwrap().as_deref(), Some("light"));
    store.set_note("theme", None).await.unwrap();
    assert_eq!(store.note("theme").await.unwrap(), None);
    assert_eq!(store.note("account").await.unwrap().as_deref(), Some(""));
}

/// Another handle sees what this one wrote, and both write to one outbox.
pub async fn shows_everything_to_another_tab(site: &impl Site) {
    let here = site.open("tabs").await;
    let (photo, content) = file(3, 2_000);
    here.put_space(&entry(1)).await.unwrap();
    here.save(space(1), &edits(0..2)).await.unwrap();
    here.apply(space(1), &page(space(1), [(1, 1)]), cursor(1), false).await.unwrap();
    here.set_note("device", Some("7")).await.unwrap();
    here.put_file(space(1), &photo, &content, true).await.unwrap();
    let there = site.open("tabs").await;
    assert_eq!(there.spaces().await.unwrap(), [entry(1)]);
    assert_eq!(there.note("device").await.unwrap().as_deref(), Some("7"));
    assert_eq!(there.read_file(photo.hash, 0, 2_000).await.unwrap(), Some(content));
    assert_eq!(there.uploads(space(1)).await.unwrap(), [photo]);
    there.save(space(1), &edits(2..4)).await.unwrap();
    here.save(space(1), &edits(4..5)).await.unwrap();
    for tab in [&here, &there] {
        let opened = tab.open(space(1)).await.unwrap();
        assert_eq!(opened.outbox.into_iter().map(|queued| queued.edit).collect::<Vec<_>>(), edits(0..5));
        assert_eq!((opened.segments, opened.cursor), (vec![page(space(1), [(1, 1)])], Some(cursor(1))));
    }
    drop((here, there));
    assert_eq!(site.open("tabs").await.outbox(space(1)).await.unwrap().len(), 5, "the next visit");
}
