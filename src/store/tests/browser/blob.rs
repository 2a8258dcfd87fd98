//! Files that the browser holds.

use crate::sabotage::{fill_after, repair};
use crate::{HERE, open};
use js_sys::{Array, Uint8Array};
use model::{FileHash, FileRef};
use sync::{Store, StoreError};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Blob;
use wire::file::CHUNK_BYTES;

fn photo(size: usize) -> (FileRef, Vec<u8>, Blob) {
    let content: Vec<u8> = (0..size).map(|at| (at / 251 + at * 7) as u8).collect();
    let parts = Array::of1(&Uint8Array::from(content.as_slice()));
    let blob = Blob::new_with_u8_array_sequence(&parts).unwrap();
    let file = FileRef { hash: FileHash::of(&content), size: size as u64, ..FileRef::default() };
    (file, content, blob)
}

async fn bytes(blob: &Blob) -> Vec<u8> {
    Uint8Array::new(&JsFuture::from(blob.array_buffer()).await.unwrap()).to_vec()
}

#[wasm_bindgen_test]
async fn a_blob_is_kept_in_pieces_and_comes_back_whole() {
    let store = open("blob").await;
    for size in [0, 1, CHUNK_BYTES, 3 * CHUNK_BYTES + 17] {
        let (file, content, blob) = photo(size);
        assert!(store.blob(file.hash, "image/jpeg").await.unwrap().is_none());
        store.put_blob(HERE, &file, &blob, true).await.unwrap();
        let back = store.blob(file.hash, "image/jpeg").await.unwrap().unwrap();
        assert!(bytes(&back).await == content, "{size} bytes");
        assert_eq!(back.type_(), "image/jpeg");
        let part = store.read_file(file.hash, 5, CHUNK_BYTES as u64).await.unwrap().unwrap();
        assert!(part == content[5.min(size)..(CHUNK_BYTES + 5).min(size)], "{size} bytes, a part of it");
        assert_eq!(store.uploads(HERE).await.unwrap().last(), Some(&file));
    }
}

#[wasm_bindgen_test]
async fn bytes_and_blobs_are_kept_alike() {
    let store = open("blob-bytes").await;
    let (file, content, _) = photo(CHUNK_BYTES + 3);
    store.put_file(HERE, &file, &content, false).await.unwrap();
    let blob = store.blob(file.hash, "application/pdf").await.unwrap().unwrap();
    assert!(bytes(&blob).await == content);
}

#[wasm_bindgen_test]
async fn a_blob_without_room_is_not_there_at_all_and_can_be_tried_again() {
    let store = open("blob-full").await;
    let (file, content, blob) = photo(3 * CHUNK_BYTES);
    fill_after(2);
    let refused = store.put_blob(HERE, &file, &blob, true).await;
    repair();
    assert_eq!(refused, Err(StoreError::Full));
    assert!(store.blob(file.hash, "").await.unwrap().is_none());
    assert_eq!(store.read_file(file.hash, 0, 10).await.unwrap(), None);
    assert_eq!(store.uploads(HERE).await.unwrap(), []);
    store.put_blob(HERE, &file, &blob, true).await.unwrap();
    assert!(store.read_file(file.hash, 0, u64::MAX).await.unwrap() == Some(content));
}
