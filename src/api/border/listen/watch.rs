//! Watching a connection: how long it may keep quiet depends on what is expected of it.

use axum::body::{Body, Bytes};
use http_body::{Frame, SizeHint};
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Instant;

/// How long the head of a request may take from its first byte, and the first byte of a connection.
const HEAD: Duration = Duration::from_secs(10);
/// How long a connection may rest between requests, and a peer may leave an answer unread.
const REST: Duration = Duration::from_secs(60);
/// How exactly limits are kept. A deadline may move closer while its watcher sleeps.
const LOOK: Duration = Duration::from_secs(2);

const NEVER: u64 = u64::MAX;

/// What is known of a connection, and until when it may keep quiet.
pub(super) struct Watch {
    began: Instant,
    /// Milliseconds after `began`.
    deadline_ms: AtomicU64,
    /// A request is being answered.
    busy: AtomicBool,
    /// A request has begun to arrive.
    arriving: AtomicBool,
}

impl Watch {
    /// A connection that has just been accepted.
    pub(super) fn begin() -> Self {
        let watch = Self {
            began: Instant::now(),
            deadline_ms: AtomicU64::new(NEVER),
            busy: AtomicBool::new(false),
            arriving: AtomicBool::new(true),
        };
        watch.allow(HEAD);
        watch
    }

    /// The head of a request is complete: from here on its body and its answer have limits of their own.
    pub(super) fn request_begins(&self) {
        self.busy.store(true, Ordering::Relaxed);
        self.arriving.store(false, Ordering::Relaxed);
        self.deadline_ms.store(NEVER, Ordering::Relaxed);
    }

    /// `body`, whose end is the end of the answer.
    pub(super) fn until_sent(self: Arc<Self>, body: Body) -> Sending {
        Sending { body, watch: self }
    }

    /// Ends when the connection has kept quiet for too long.
    pub(super) async fn expired(&self) {
        loop {
            let deadline_ms = self.deadline_ms.load(Ordering::Relaxed);
            let now_ms = self.now_ms();
            if deadline_ms <= now_ms {
                return;
            }
            tokio::time::sleep(LOOK.min(Duration::from_millis(deadline_ms - now_ms))).await;
        }
    }

    fn allow(&self, time: Duration) {
        let time_ms = u64::try_from(time.as_millis()).unwrap_or(NEVER);
        self.deadline_ms.store(self.now_ms().saturating_add(time_ms), Ordering::Relaxed);
    }

    fn now_ms(&self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(NEVER)
    }

    fn bytes_arrived(&self) {
        if !self.busy.load(Ordering::Relaxed) && !self.arriving.swap(true, Ordering::Relaxed) {
            self.allow(HEAD);
        }
    }

    fn answer_ended(&self) {
        self.busy.store(false, Ordering::Relaxed);
        self.allow(REST);
    }

    fn bytes_left(&self) {
        if self.busy.load(Ordering::Relaxed) {
            self.deadline_ms.store(NEVER, Ordering::Relaxed);
        } else if !self.arriving.load(Ordering::Relaxed) {
            self.allow(REST);
        }
    }

    fn peer_does_not_read(&self) {
        if self.deadline_ms.load(Ordering::Relaxed) == NEVER {
            self.allow(REST);
        }
    }
}

/// The body of an answer.
pub(super) struct Sending {
    body: Body,
    watch: Arc<Watch>,
}

impl Drop for Sending {
    fn drop(&mut self) {
        self.watch.answer_ended();
    }
}

impl http_body::Body for Sending {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A connection whose bytes are noticed.
pub(super) struct Watched {
    stream: TcpStream,
    watch: Arc<Watch>,
}

impl Watched {
    pub(super) fn new(stream: TcpStream, watch: Arc<Watch>) -> Self {
        Self { stream, watch }
    }

    fn noticed(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match &written {
            Poll::Ready(Ok(_)) => self.watch.bytes_left(),
            Poll::Pending => self.watch.peer_does_not_read(),
            Poll::Ready(Err(_)) => {}
        }
        written
    }
}

impl AsyncRead for Watched {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(cx, buffer))?;
        if buffer.filled().len() > before {
            self.watch.bytes_arrived();
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Watched {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.noticed(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.noticed(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
