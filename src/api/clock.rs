//! The time of day, asked for in one way everywhere, so that tests can turn the clock.

use model::Instant;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What time it is. Clones of a test's clock show the same time.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// A clock that moves only when it is told to, milliseconds since 1970.
    Hand(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `now` until it is moved.
    pub fn standing_at(now: Instant) -> Self {
        Self::Hand(Arc::new(AtomicI64::new(now.0)))
    }

    /// Moves a standing clock on.
    ///
    /// # Panics
    /// On the machine's clock, which nobody moves.
    pub fn advance_ms(&self, ms: i64) {
        match self {
            Self::Hand(at) => at.fetch_add(ms, Ordering::SeqCst),
            Self::System => panic!("the machine's clock cannot be moved"),
        };
    }

    /// Now.
    pub fn now(&self) -> Instant {
        match self {
            Self::Hand(at) => Instant(at.load(Ordering::SeqCst)),
            Self::System => {
                let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Instant(
                    i64::try_from(since_1970.as_millis()).expect("milliseconds since 1970 fit for 292 million years"),
                )
            }
        }
    }
}
