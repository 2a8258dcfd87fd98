//! When a field was last written: a hybrid logical clock with the device as tie-break, the same order on every device.
//!
//! Source: Kulkarni et al., "Logical Physical Clocks", 2014.

use crate::id::{DeviceId, serde_as_text};
use std::fmt;
use std::str::FromStr;

/// One tick of one device's clock. In text `mmmmmmmmmmmm.cccc.dddddddddddddddd`, all hexadecimal and of fixed width, so that
/// text sorts as the stamp does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00Z, at most 48 bits.
    pub at_ms: u64,
    /// Distinguishes ticks within one millisecond.
    pub count: u16,
    /// The device that ticked.
    pub device: DeviceId,
}

/// How far a device's clock may run ahead of the server's before its stamps are pulled back, in milliseconds.
pub const AHEAD_MS_MAX: u64 = 5 * 60 * 1000;

const AT_MS_MAX: u64 = (1 << 48) - 1;

impl Stamp {
    /// This stamp, pulled back to at most five minutes after `server_ms`.
    ///
    /// One that is pulled back stands last within its millisecond: with its own count it could fall before a stamp that the same device made
    /// earlier. Those that are pulled back together are equal, and the one that is merged last wins.
    pub fn clamped(self, server_ms: u64) -> Self {
        let latest_ms = server_ms + AHEAD_MS_MAX;
        if self.at_ms > latest_ms { Self { at_ms: latest_ms, count: u16::MAX, ..self } } else { self }
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}.{:04x}.{}", self.at_ms, self.count, self.device)
    }
}

impl FromStr for Stamp {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "a stamp is 12, 4 and 16 lower-case hexadecimal digits with dots between";
        let hex = |part: &str| {
            let digits = part.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
            if digits { u64::from_str_radix(part, 16).map_err(|_| WHAT) } else { Err(WHAT) }
        };
        let (at, rest) = text.split_once('.').ok_or(WHAT)?;
        let (count, device) = rest.split_once('.').ok_or(WHAT)?;
        if at.len() != 12 || count.len() != 4 {
            return Err(WHAT);
        }
        Ok(Self {
            at_ms: hex(at)?,
            count: u16::try_from(hex(count)?).map_err(|_| WHAT)?,
            device: device.parse().map_err(|_| WHAT)?,
        })
    }
}

serde_as_text!(Stamp);

/// A device's clock: every tick is later than all it ticked or saw before, whatever the wall clock does.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    last: Stamp,
}

impl Clock {
    /// A clock of `device` that has seen nothing.
    pub fn new(device: DeviceId) -> Self {
        Self { last: Stamp { at_ms: 0, count: 0, device } }
    }

    /// The device whose clock it is.
    pub fn device(&self) -> DeviceId {
        self.last.device
    }

    /// The next stamp, with the wall clock at `now_ms`.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        let now_ms = now_ms.min(AT_MS_MAX);
        self.last = if now_ms > self.last.at_ms {
            Stamp { at_ms: now_ms, count: 0, ..self.last }
        } else {
            match self.last.count.checked_add(1) {
                Some(count) => Stamp { count, ..self.last },
                None => Stamp { at_ms: self.last.at_ms + 1, count: 0, ..self.last },
            }
        };
        self.last
    }

    /// Takes note of a stamp made elsewhere, so that what this device writes next is later.
    pub fn observe(&mut self, seen: Stamp) {
        if (seen.at_ms, seen.count) > (self.last.at_ms, self.last.count) {
            self.last = Stamp { device: self.last.device, ..seen };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn text_sorts_as_the_stamp_and_reads_back(a in (0..=AT_MS_MAX, any::<u16>(), any::<u64>()), b in (0..=AT_MS_MAX, any::<u16>(), any::<u64>())) {
            let stamp = |(at_ms, count, device)| Stamp { at_ms, count, device: DeviceId(device) };
            let (a, b) = (stamp(a), stamp(b));
            prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
            prop_assert_eq!(a.to_string().parse(), Ok(a));
        }

        #[test]
        fn ticks_only_rise(walls in proptest::collection::vec((0u64..1000, any::<bool>()), 1..200)) {
            let mut clock = Clock::new(DeviceId(1));
            let mut last = clock.last;
            for (wall, foreign) in walls {
                if foreign {
                    clock.observe(Stamp { at_ms: wall, count: u16::MAX, device: DeviceId(2) });
                    last = last.max(Stamp { at_ms: wall, count: u16::MAX, device: DeviceId(0) });
                }
                let tick = clock.tick(wall);
                prop_assert!(tick > last, "{tick} after {last}");
                last = tick;
            }
        }
    }

    #[test]
    fn a_clock_48_hours_ahead_is_pulled_back_to_five_minutes() {
        let server_ms = 1_700_000_000_000;
        let ahead = Stamp { at_ms: server_ms + 48 * 3_600_000, count: 7, device: DeviceId(1) };
        assert_eq!(ahead.clamped(server_ms), Stamp { at_ms: server_ms + AHEAD_MS_MAX, count: u16::MAX, ..ahead });
        let behind = Stamp { at_ms: 5, ..ahead };
        assert_eq!(behind.clamped(server_ms), behind);
    }

    proptest! {
        /// Found by the simulation: a creation (count 2) and a change a second later (count 0), pulled back to one millisecond, changed places.
        #[test]
        fn pulling_back_never_turns_one_devices_stamps_round(
            first in (0u64..20, any::<u16>()), second in (0u64..20, any::<u16>()), at_ms in 0u64..20, later_ms in 0u64..5,
        ) {
            let stamp = |(ms, count)| Stamp { at_ms: AHEAD_MS_MAX + ms, count, device: DeviceId(1) };
            let (first, second) = (stamp(first.min(second)), stamp(first.max(second)));
            prop_assert!(first.clamped(at_ms) <= second.clamped(at_ms + later_ms));
        }
    }

    #[test]
    fn other_text_is_refused() {
        for wrong in [
            "",
            "1.2.3",
            "0191d3f2c4e0.0003",
            "0191d3f2c4e0.0003.00000000000000fg",
            "+191d3f2c4e0.0003.00000000000000ff",
        ] {
            assert!(wrong.parse::<Stamp>().is_err(), "{wrong}");
        }
    }
}
