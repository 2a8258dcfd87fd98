//! Waiting.

use gloo_timers::future::TimeoutFuture;

/// Returns after so many milliseconds.
pub async fn wait(ms: u64) {
    TimeoutFuture::new(u32::try_from(ms).unwrap_or(u32::MAX)).await;
}
