//! Content that is checked while it is read.

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, StreamExt};
use model::FileHash;
use sha2::{Digest, Sha256};
use std::io::{Error, ErrorKind};

/// The same content, whose last piece is held back until the hash of all of it is known to be right. Whoever reads to the end has the
/// file; whoever gets an error has a broken transfer, which is tried again, and never a wrong file.
pub(super) fn verified(
    content: BoxStream<'static, Result<Bytes, Error>>,
    hash: FileHash,
) -> BoxStream<'static, Result<Bytes, Error>> {
    let begin = (content, Sha256::new(), None::<Bytes>);
    let pieces = stream::unfold(Some(begin), move |state| async move {
        let (mut content, mut hasher, mut held) = state?;
        loop {
            match content.next().await {
                Some(Ok(piece)) => {
                    hasher.update(&piece);
                    if let Some(before) = held.replace(piece) {
                        return Some((Ok(before), Some((content, hasher, held))));
                    }
                }
                Some(Err(error)) => return Some((Err(error), None)),
                None if <[u8; 32]>::from(hasher.finalize()) == hash.0 => return held.map(|last| (Ok(last), None)),
                None => {
                    tracing::error!(%hash, "the content of a file is damaged");
                    return Some((Err(Error::new(ErrorKind::InvalidData, "the content is damaged")), None));
                }
            }
        }
    });
    pieces.boxed()
}
