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
    // Whoever compresses an answer asks once more after the end.
    pieces.fuse().boxed()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::task::{Context, Poll, Waker};

    #[test]
    fn content_that_is_compressed_on_its_way_may_be_asked_again_after_its_end() {
        let text = Bytes::from_static(b"%PDF-1.7");
        let hash = FileHash(Sha256::digest(&text).into());
        let mut content = verified(stream::iter([Ok(text.clone())]).boxed(), hash);
        let mut ask = || match content.poll_next_unpin(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(piece) => piece.map(|piece| piece.expect("the content is whole")),
            Poll::Pending => panic!("the content is there"),
        };
        assert_eq!([ask(), ask(), ask()], [Some(text), None, None]);
    }
}
