//! Files: whole, in parts, and waiting to be uploaded.

use super::Site;
use super::sample::{file, space};
use crate::store::{Store, StoreError};
use model::FileHash;
use wire::file::CHUNK_BYTES;

/// Parts across every border that a store may cut at.
pub async fn reads_files_and_their_parts(site: &impl Site) {
    let store = site.open("files").await;
    let size = 2 * CHUNK_BYTES + 1_234;
    let (photo, content) = file(1, size);
    store.put_file(space(1), &photo, &content, false).await.unwrap();
    let chunk = CHUNK_BYTES as u64;
    let parts = [
        (0, 0),
        (0, 1),
        (0, size as u64),
        (0, u64::MAX),
        (chunk - 1, 2),
        (chunk, chunk),
        (chunk + 5, chunk + 5),
        (2 * chunk + 1_233, 1),
        (2 * chunk + 1_233, 99),
        (size as u64, 10),
        (u64::MAX, u64::MAX),
    ];
    for (offset, length) in parts {
        let from = (offset as usize).min(size);
        let until = from + (length as usize).min(size - from);
        let part = store.read_file(photo.hash, offset, length).await.unwrap();
        assert!(part.as_deref() == Some(&content[from..until]), "{length} bytes from {offset}");
    }
    let (empty, none) = file(2, 0);
    assert_eq!(store.read_file(empty.hash, 0, 10).await.unwrap(), None, "it is not here yet");
    store.put_file(space(1), &empty, &none, false).await.unwrap();
    assert_eq!(store.read_file(empty.hash, 0, 10).await.unwrap(), Some(Vec::new()));
    assert_eq!(store.read_file(FileHash::default(), 0, 10).await.unwrap(), None);
}

/// A file that does not fit is not there at all.
pub async fn refuses_a_file_without_room(site: &impl Site) {
    let store = site.open("files-full").await;
    let (photo, content) = file(3, CHUNK_BYTES + 10);
    site.set_full(&store, true);
    assert_eq!(store.put_file(space(1), &photo, &content, true).await, Err(StoreError::Full));
    site.set_full(&store, false);
    assert_eq!(store.read_file(photo.hash, 0, 10).await.unwrap(), None);
    assert_eq!(store.uploads(space(1)).await.unwrap(), []);
    store.put_file(space(1), &photo, &content, true).await.unwrap();
    assert_eq!(store.read_file(photo.hash, 0, 10).await.unwrap().as_deref(), Some(&content[..10]));
}

/// First come, first uploaded; each space by itself.
pub async fn lists_uploads_in_the_order_in_which_they_came(site: &impl Site) {
    let store = site.open("uploads").await;
    let files: Vec<_> = (1..=4).map(|n| file(n, 100)).collect();
    for (photo, content) in &files[..3] {
        store.put_file(space(1), photo, content, true).await.unwrap();
    }
    store.put_file(space(1), &files[3].0, &files[3].1, false).await.unwrap();
    store.put_file(space(2), &files[1].0, &files[1].1, true).await.unwrap();
    let refs = |numbers: &[usize]| numbers.iter().map(|n| files[*n].0.clone()).collect::<Vec<_>>();
    assert_eq!(store.uploads(space(1)).await.unwrap(), refs(&[0, 1, 2]));

    store.uploaded(space(1), files[1].0.hash).await.unwrap();
    store.uploaded(space(1), files[3].0.hash).await.unwrap();
    assert_eq!(store.uploads(space(1)).await.unwrap(), refs(&[0, 2]));
    assert_eq!(store.uploads(space(2)).await.unwrap(), refs(&[1]), "the other space still has to send it");

    let renamed = model::FileRef { caption: "The geyser".to_owned(), ..files[0].0.clone() };
    store.put_file(space(1), &renamed, &files[0].1, true).await.unwrap();
    assert_eq!(store.uploads(space(1)).await.unwrap(), [renamed, files[2].0.clone()], "it keeps its place");
    store.put_file(space(1), &files[0].0, &files[0].1, false).await.unwrap();
    assert_eq!(store.uploads(space(1)).await.unwrap(), refs(&[2]), "the server turned out to have it");
    assert_eq!(store.read_file(files[1].0.hash, 0, 100).await.unwrap(), Some(files[1].1.clone()), "it stays here");
}

/// The content goes with the last space that has it.
pub async fn keeps_a_file_that_another_space_has(site: &impl Site) {
    let store = site.open("shared-file").await;
    let (photo, content) = file(5, 100);
    for n in [1, 2] {
        store.put_file(space(n), &photo, &content, false).await.unwrap();
    }
    store.drop_space(space(1)).await.unwrap();
    assert_eq!(store.read_file(photo.hash, 0, 100).await.unwrap(), Some(content));
    store.drop_space(space(2)).await.unwrap();
    assert_eq!(store.read_file(photo.hash, 0, 100).await.unwrap(), None);
}
