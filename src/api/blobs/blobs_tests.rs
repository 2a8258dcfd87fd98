//! Content in memory, in a folder and in a bucket: joined from parts, checked when it is read, and gone when it is removed.

use super::*;
use futures_util::future::join_all;
use std::path::PathBuf;

const HOME: SpaceId = SpaceId(uuid::Uuid::from_u128(7));

/// Places to keep content, and the folder that the second of them is.
async fn places() -> (Vec<Blobs>, PathBuf) {
    let folder = std::env::temp_dir().join(format!("codessa-blobs-{}", uuid::Uuid::new_v4()));
    let open = |at| Blobs::open(&at).expect("it opens");
    let places = vec![open(BlobsAt::Memory), open(BlobsAt::Folder(folder.clone())), fake_bucket::blobs().await];
    (places, folder)
}

async fn put(blobs: &Blobs, content: &[u8], parts: &[usize]) -> FileHash {
    let hash = FileHash::of(content);
    let mut offset = 0;
    for length in parts {
        let part = Bytes::copy_from_slice(&content[offset..offset + length]);
        blobs.put_part(HOME, hash, offset as u64, part).await.expect("kept");
        offset += length;
    }
    hash
}

async fn read(blobs: &Blobs, hash: FileHash) -> Result<Vec<u8>, String> {
    let stream = blobs.stream(HOME, hash).await.map_err(|error| format!("{error:?}"))?;
    let pieces: Vec<Bytes> = stream.try_collect().await.map_err(|error| error.to_string())?;
    Ok(pieces.concat())
}

#[tokio::test]
async fn parts_are_joined_in_their_order_and_then_removed() {
    let (places, folder) = places().await;
    let content: Vec<u8> = (0..6 * 1024 * 1024_u32).map(|n| (n % 251) as u8).collect();
    for blobs in places {
        let hash = put(&blobs, &content, &[1_000_000, 5_000_000, content.len() - 6_000_000]).await;
        assert_eq!(
            blobs.join(HOME, hash, content.len() as u64).await.expect("it is kept"),
            Joined::Whole("application/octet-stream")
        );
        blobs.remove_parts(HOME, hash).await.expect("removed");
        assert_eq!(read(&blobs, hash).await.as_deref(), Ok(&content[..]));
        assert_eq!(blobs.join(HOME, hash, content.len() as u64).await.expect("no parts"), Joined::Missing);
        assert_eq!(read(&blobs, hash).await.as_deref(), Ok(&content[..]), "a second attempt leaves the file alone");
    }
    std::fs::remove_dir_all(folder).expect("it was made");
}

#[tokio::test]
async fn what_is_not_the_file_is_not_kept() {
    let (places, folder) = places().await;
    for blobs in places {
        let hash = FileHash::of(b"the file");
        blobs.put_part(HOME, hash, 0, Bytes::from_static(b"the fool")).await.expect("kept");
        assert_eq!(blobs.join(HOME, hash, 8).await.expect("read"), Joined::Wrong);
        assert_eq!(blobs.join(HOME, hash, 9).await.expect("read"), Joined::Missing);
        assert!(read(&blobs, hash).await.is_err());
    }
    std::fs::remove_dir_all(folder).expect("it was made");
}

#[tokio::test]
async fn damage_is_found_before_the_last_piece_is_told() {
    let (places, folder) = places().await;
    let content = vec![7_u8; 100_000];
    let blobs = &places[1];
    let hash = put(blobs, &content, &[content.len()]).await;
    blobs.join(HOME, hash, content.len() as u64).await.expect("joined");
    let file = folder.join(HOME.to_string()).join(hash.to_string()).join("file");
    let mut damaged = content.clone();
    damaged[5] ^= 1;
    std::fs::write(&file, damaged).expect("written");
    assert!(read(blobs, hash).await.is_err());
    assert!(blobs.content(HOME, hash).await.is_err());
    std::fs::write(&file, &content[..99_999]).expect("written");
    assert!(read(blobs, hash).await.is_err());
    std::fs::remove_dir_all(folder).expect("it was made");
}

#[tokio::test]
async fn removing_leaves_nothing_and_touches_nothing_else() {
    let (places, folder) = places().await;
    let other = SpaceId(uuid::Uuid::from_u128(8));
    for blobs in &places {
        let hashes = join_all([put(blobs, b"one", &[3]), put(blobs, b"two", &[3])]).await;
        blobs.put_part(other, hashes[0], 0, Bytes::from_static(b"one")).await.expect("kept");
        for hash in &hashes {
            blobs.join(HOME, *hash, 3).await.expect("joined");
            blobs.put_preview(HOME, *hash, Bytes::from_static(b"jpeg")).await.expect("kept");
        }
        blobs.remove_file(HOME, hashes[0]).await.expect("removed");
        assert!(read(blobs, hashes[0]).await.is_err());
        assert_eq!(blobs.preview(HOME, hashes[0]).await.expect("asked"), None);
        assert!(read(blobs, hashes[1]).await.is_ok());
        blobs.remove_space(HOME).await.expect("removed");
        assert!(read(blobs, hashes[1]).await.is_err());
        assert_eq!(
            blobs.join(other, hashes[0], 3).await.expect("untouched"),
            Joined::Whole("application/octet-stream")
        );
    }
    assert!(!folder.join(HOME.to_string()).exists(), "the folder of an erased home goes too");
    std::fs::remove_dir_all(folder).expect("it was made");
}
