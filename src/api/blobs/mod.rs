//! The content of files: in a folder, in a bucket, or for tests in memory. Every space has a place of its own, so that knowing the hash of
//! somebody else's file is of no use, and erasing a space leaves nothing.

mod verified;

use crate::config::BlobsAt;
use crate::error::Error;
use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{StreamExt, TryStreamExt};
use model::file::media_of;
use model::{FileHash, SpaceId};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{ObjectStore, ObjectStoreExt, WriteMultipart};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Bytes at the start of a file that tell what it is.
const HEAD_BYTES: usize = 64;

/// Where content is kept. Clones are handles to the same.
#[derive(Clone, Debug)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
}

/// What a file's parts come to when they are joined.
#[derive(Debug, PartialEq, Eq)]
pub enum Joined {
    /// The file, and what its first bytes say it is.
    Whole(&'static str),
    /// Something else: its hash is another.
    Wrong,
    /// Parts are missing that were there.
    Missing,
}

impl Blobs {
    /// The place that the configuration names; a folder is made if it is not there.
    ///
    /// # Errors
    /// Where the folder cannot be made, or the bucket's variables are not whole.
    pub fn open(at: &BlobsAt) -> Result<Self, Error> {
        let store: Arc<dyn ObjectStore> = match at {
            BlobsAt::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(Error::broken)?;
                let store = LocalFileSystem::new_with_prefix(folder).map_err(Error::broken)?;
                // What is acknowledged is on disk; folders that became empty go.
                Arc::new(store.with_fsync(true).with_automatic_cleanup(true))
            }
            BlobsAt::Bucket { bucket, prefix } => return Self::in_bucket(AmazonS3Builder::from_env(), bucket, prefix),
            BlobsAt::Memory => Arc::new(InMemory::new()),
        };
        Ok(Self { store })
    }

    /// In a bucket, where every name begins with `prefix`.
    fn in_bucket(builder: AmazonS3Builder, bucket: &str, prefix: &str) -> Result<Self, Error> {
        let store = builder.with_bucket_name(bucket).build().map_err(Error::broken)?;
        Ok(Self { store: Arc::new(PrefixStore::new(store, prefix)) })
    }

    /// Keeps a part of a file that begins at `offset`.
    pub async fn put_part(&self, space: SpaceId, hash: FileHash, offset: u64, content: Bytes) -> Result<(), Error> {
        self.store.put(&part(space, hash, offset), content.into()).await.map_err(Error::broken)?;
        Ok(())
    }

    /// Joins the parts of a file of `size` bytes, and keeps what comes of it if it is the file.
    pub async fn join(&self, space: SpaceId, hash: FileHash, size: u64) -> Result<Joined, Error> {
        let mut offsets: Vec<(u64, Path)> = Vec::new();
        let mut found = self.store.list(Some(&folder(space, hash)));
        while let Some(object) = found.try_next().await.map_err(Error::broken)? {
            let name = object.location.filename().and_then(|name| name.strip_prefix("part-"));
            if let Some(offset) = name.and_then(|offset| offset.parse().ok()) {
                offsets.push((offset, object.location));
            }
        }
        offsets.sort_unstable();
        let upload = self.store.put_multipart(&whole(space, hash)).await.map_err(Error::broken)?;
        let mut writer = WriteMultipart::new(upload);
        let (mut hasher, mut length, mut head) = (Sha256::new(), 0_u64, Vec::new());
        for (offset, location) in offsets {
            let Some(content) = self.get(&location).await?.filter(|_| offset == length) else { break };
            hasher.update(&content);
            length += content.len() as u64;
            head.extend(content.iter().take(HEAD_BYTES - head.len()));
            writer.put(content);
            writer.wait_for_capacity(1).await.map_err(Error::broken)?;
        }
        if length != size {
            writer.abort().await.map_err(Error::broken)?;
            return Ok(Joined::Missing);
        }
        if <[u8; 32]>::from(hasher.finalize()) != hash.0 {
            writer.abort().await.map_err(Error::broken)?;
            return Ok(Joined::Wrong);
        }
        writer.finish().await.map_err(Error::broken)?;
        Ok(Joined::Whole(media_of(&head)))
    }

    /// Removes the parts of a file that has been joined.
    pub async fn remove_parts(&self, space: SpaceId, hash: FileHash) -> Result<(), Error> {
        self.remove(&folder(space, hash), |name| name.starts_with("part-")).await
    }

    /// The content of a file of `size` bytes as a stream. Its hash is checked on the way: the last piece comes only if all of it is right.
    pub async fn stream(
        &self,
        space: SpaceId,
        hash: FileHash,
    ) -> Result<BoxStream<'static, Result<Bytes, std::io::Error>>, Error> {
        let content = self.store.get(&whole(space, hash)).await.map_err(Error::broken)?;
        Ok(verified::verified(content.into_stream().map_err(std::io::Error::other).boxed(), hash))
    }

    /// The content of a file, checked.
    pub async fn content(&self, space: SpaceId, hash: FileHash) -> Result<Bytes, Error> {
        let content = self.get(&whole(space, hash)).await?;
        let content = content.filter(|content| FileHash::of(content) == hash);
        content.ok_or_else(|| Error::broken(format!("the content of file {hash} is missing or damaged")))
    }

    /// Puts the content of a file into another space too.
    pub async fn copy(&self, space: SpaceId, hash: FileHash, to: SpaceId) -> Result<(), Error> {
        self.store.copy(&whole(space, hash), &whole(to, hash)).await.map_err(Error::broken)
    }

    /// The small picture of a file, if it has been made.
    pub async fn preview(&self, space: SpaceId, hash: FileHash) -> Result<Option<Bytes>, Error> {
        self.get(&preview(space, hash)).await
    }

    /// Keeps the small picture of a file.
    pub async fn put_preview(&self, space: SpaceId, hash: FileHash, jpeg: Bytes) -> Result<(), Error> {
        self.store.put(&preview(space, hash), jpeg.into()).await.map_err(Error::broken)?;
        Ok(())
    }

    /// Removes a file with its parts and its small picture.
    pub async fn remove_file(&self, space: SpaceId, hash: FileHash) -> Result<(), Error> {
        self.remove(&folder(space, hash), |_| true).await
    }

    /// Removes every file of a space.
    pub async fn remove_space(&self, space: SpaceId) -> Result<(), Error> {
        self.remove(&Path::from(space.to_string()), |_| true).await
    }

    async fn get(&self, path: &Path) -> Result<Option<Bytes>, Error> {
        match self.store.get(path).await {
            Ok(found) => found.bytes().await.map(Some).map_err(Error::broken),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(Error::broken(error)),
        }
    }

    async fn remove(&self, under: &Path, wanted: impl Fn(&str) -> bool) -> Result<(), Error> {
        let found: Vec<Path> =
            self.store.list(Some(under)).map_ok(|object| object.location).try_collect().await.map_err(Error::broken)?;
        for path in found.into_iter().filter(|path| path.filename().is_some_and(&wanted)) {
            match self.store.delete(&path).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(Error::broken(error)),
            }
        }
        Ok(())
    }
}

fn folder(space: SpaceId, hash: FileHash) -> Path {
    Path::from_iter([space.to_string(), hash.to_string()])
}

fn whole(space: SpaceId, hash: FileHash) -> Path {
    folder(space, hash).join("file")
}

fn preview(space: SpaceId, hash: FileHash) -> Path {
    folder(space, hash).join("preview.jpg")
}

/// Of fixed width, so that names sort as offsets do.
fn part(space: SpaceId, hash: FileHash, offset: u64) -> Path {
    folder(space, hash).join(format!("part-{offset:012}"))
}

#[cfg(test)]
mod fake_bucket;
#[cfg(test)]
#[path = "blobs_tests.rs"]
mod tests;
