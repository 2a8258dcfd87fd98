//! Names of things: random or time-ordered 128-bit ids, device numbers and file hashes, each a type of its own.

use serde::Serialize;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Defines a newtype over [`Uuid`] that is written and read as the usual 36 characters.
macro_rules! uuid_id {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                order(self.0, other.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::read::text(from, uuid).map(Self)
            }
        }
    )*};
}

/// As numbers they are in the order of their bytes and of their text, and compared at once: byte by byte is slow in Wasm.
#[inline(never)]
fn order(a: Uuid, b: Uuid) -> Ordering {
    a.as_u128().cmp(&b.as_u128())
}

fn uuid(text: &str) -> Result<Uuid, &'static str> {
    Uuid::try_parse(text).map_err(|_| "an id is a UUID of 36 characters")
}

uuid_id! {
    /// A record, for its whole life, on every device. Made on the device (UUIDv7).
    RecordId;
    /// A space: what is shared and synced as one. Made on the device (UUIDv7) and kept when a device-only logbook joins an account.
    SpaceId;
    /// A person's account. Made by the server.
    AccountId;
    /// A link by which a part of a home is shared. Made on the device (random), so that nothing can be told from it.
    ShareId;
    /// Something that was sent by a link. Made on the device (random), so that sending it twice is harmless.
    ContributionId;
    /// The idempotency key of one edit: however often it is sent, it takes effect once. Made on the device (random).
    EditKey;
}

/// A device, as it appears in stamps: 64 random bits, 16 hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct DeviceId(pub u64);

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl FromStr for DeviceId {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        match u64::from_str_radix(text, 16) {
            Ok(number) if digits => Ok(Self(number)),
            _ => Err("a device is 16 lower-case hexadecimal digits"),
        }
    }
}

/// SHA-256 of a file's content, 64 lower-case hexadecimal digits in text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct FileHash(pub [u8; 32]);

impl FileHash {
    /// The hash of `content`.
    pub fn of(content: &[u8]) -> Self {
        use sha2::Digest;
        Self(sha2::Sha256::digest(content).into())
    }
}

impl fmt::Display for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for FileHash {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "a file hash is 64 lower-case hexadecimal digits";
        let digit = |b: u8| match b {
            b'0'..=b'9' => Ok(b - b'0'),
            b'a'..=b'f' => Ok(b - b'a' + 10),
            _ => Err(WHAT),
        };
        let bytes = text.as_bytes();
        if bytes.len() != 64 {
            return Err(WHAT);
        }
        let mut hash = [0; 32];
        for (byte, pair) in hash.iter_mut().zip(bytes.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(hash))
    }
}

/// Writes and reads a type through its text form.
macro_rules! serde_as_text {
    ($($name:ty),*) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                crate::read::text(from, str::parse)
            }
        }
    )*};
}
pub(crate) use serde_as_text;

serde_as_text!(DeviceId, FileHash);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_the_order_of_their_text() {
        let ids = [
            "00000000-0000-7000-8000-000000000002",
            "00000000-0000-7000-8001-000000000001",
            "ff000000-0000-7000-8000-000000000000",
        ];
        assert!(ids.map(|id| id.parse::<RecordId>().expect("an id")).is_sorted());
    }

    #[test]
    fn hashes_and_devices_read_back_and_refuse_other_text() {
        let hash = FileHash::of(b"abc");
        assert_eq!(hash.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(hash.to_string().parse(), Ok(hash));
        for wrong in ["", "BA7816", &"g".repeat(64), &"A".repeat(64), &"é".repeat(32)] {
            assert!(wrong.parse::<FileHash>().is_err(), "{wrong}");
        }
        assert_eq!("00000000000000ff".parse(), Ok(DeviceId(255)));
        for wrong in ["ff", "+0000000000000ff", "00000000000000FF"] {
            assert!(wrong.parse::<DeviceId>().is_err(), "{wrong}");
        }
    }
}
