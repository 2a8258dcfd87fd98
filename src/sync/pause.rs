//! How long to leave the network alone after a failure: a second, then twice as long each time, five minutes at most.

use crate::Failure;

/// The first pause, milliseconds.
const PAUSE_MS_MIN: u64 = 1_000;
/// The longest pause, milliseconds, whatever a server asks for: a person who waits for their other phone looks within minutes.
const PAUSE_MS_MAX: u64 = 5 * 60 * 1000;

/// A pause after failures. Deterministic on purpose: devices fail at different moments anyway.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pause {
    failures: u32,
    until_ms: i64,
    /// Whether contact with the server, or a session, ends it: the device's full store or a busy server is not helped by that.
    contact_ends: bool,
}

impl Pause {
    /// Begins after a failure, longer each time.
    pub(crate) fn begin(&mut self, now_ms: i64, failure: Failure) {
        let doubled = PAUSE_MS_MIN.saturating_mul(1 << self.failures.min(16));
        let asked = if let Failure::Busy { wait_ms } = failure { wait_ms } else { 0 };
        self.failures += 1;
        self.until_ms = now_ms.saturating_add_unsigned(doubled.max(asked).min(PAUSE_MS_MAX));
        self.contact_ends = matches!(failure, Failure::Network | Failure::SignIn);
    }

    /// The server was reached.
    pub(crate) fn contacted(&mut self) {
        if self.contact_ends {
            *self = Self::default();
        }
    }

    /// Ends now; the next one is longer all the same.
    pub(crate) fn end(&mut self) {
        self.until_ms = i64::MIN;
    }

    /// Whether the last attempt failed.
    pub(crate) fn is_on(&self) -> bool {
        self.failures > 0
    }

    /// Whether it is still too early.
    pub(crate) fn holds(&self, now_ms: i64) -> bool {
        self.is_on() && now_ms < self.until_ms
    }

    /// When it ends, milliseconds since 1970; none if there is none.
    pub(crate) fn until_ms(&self) -> Option<i64> {
        self.is_on().then_some(self.until_ms)
    }
}
