//! Previews: made when somebody first looks, kept beside the file, and never more at once than the machine can bear.

mod small;

#[cfg(test)]
pub(crate) use small::make;
pub use small::{Size, is_decodable, size};

use crate::blobs::Blobs;
use crate::error::Error;
use bytes::Bytes;
use model::{FileHash, SpaceId};
use std::time::Duration;
use tokio::sync::Semaphore;

/// How long a request waits for its turn before it is told that the server is busy.
const WAIT: Duration = Duration::from_secs(10);

/// Makes previews, at most one a core at a time: decoding takes memory by the pixel.
pub struct Previews {
    turns: Semaphore,
}

impl Default for Previews {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { turns: Semaphore::new(cores) }
    }
}

impl Previews {
    /// The small picture of a file, as JPEG.
    ///
    /// # Errors
    /// `NotFound` where the file is no picture that can be decoded here, `Busy` where too many others wait.
    pub async fn show(&self, blobs: &Blobs, space: SpaceId, hash: FileHash, media: &str) -> Result<Bytes, Error> {
        if !is_decodable(media) {
            return Err(Error::not_found());
        }
        if let Some(jpeg) = blobs.preview(space, hash).await? {
            return Ok(jpeg);
        }
        let busy = || Error::busy("Too many pictures are being made small; try again in a moment.");
        let turn = tokio::time::timeout(WAIT, self.turns.acquire()).await.map_err(|_| busy())?;
        let _turn = turn.map_err(|_| busy())?;
        // It may have been made while this request waited.
        if let Some(jpeg) = blobs.preview(space, hash).await? {
            return Ok(jpeg);
        }
        let content = blobs.content(space, hash).await?;
        let made = tokio::task::spawn_blocking(move || small::make(&content)).await.map_err(Error::broken)?;
        let jpeg = Bytes::from(made.ok_or_else(Error::not_found)?);
        blobs.put_preview(space, hash, jpeg.clone()).await?;
        Ok(jpeg)
    }
}
