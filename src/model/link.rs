//! The address by which a part of a home is shared. All that is secret stands in its fragment, which no server and no proxy sees.

use crate::id::ShareId;
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// What every such fragment begins with: its form, and the version of it.
const MARK: &str = "hl1";
/// The page that a link opens.
const PATH: &str = "/s#";
/// The 64 digits of base64url (RFC 4648, section 5).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A link with its secret. It is made on a device and known there and to whoever was sent it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// Which link.
    pub share: ShareId,
    /// 32 random bytes.
    pub secret: [u8; 32],
}

impl Link {
    /// The whole address at `origin`, such as `https://codessa.example`.
    pub fn address(&self, origin: &str) -> String {
        format!("{origin}{PATH}{self}")
    }
}

/// The fragment: mark, link, secret and a checksum, with points between.
impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = format!("{MARK}.{}.{}", written(self.share.0.as_bytes()), written(&self.secret));
        let check = checksum(head.as_bytes()).to_be_bytes();
        write!(f, "{head}.{}", written(&check))
    }
}

/// Why a fragment is no link: it was cut, or mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoLink;

impl FromStr for Link {
    type Err = NoLink;
    fn from_str(text: &str) -> Result<Self, NoLink> {
        let (head, check) = text.trim().rsplit_once('.').ok_or(NoLink)?;
        let parts: Vec<&str> = head.split('.').collect();
        let [MARK, share, secret] = parts[..] else { return Err(NoLink) };
        if read::<4>(check) != Some(checksum(head.as_bytes()).to_be_bytes()) {
            return Err(NoLink);
        }
        let share = ShareId(Uuid::from_bytes(read::<16>(share).ok_or(NoLink)?));
        Ok(Self { share, secret: read::<32>(secret).ok_or(NoLink)? })
    }
}

/// Never the secret itself: what is printed may be logged.
impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({})", self.share)
    }
}

/// Bytes in base64url without padding.
fn written(bytes: &[u8]) -> String {
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        let digit = |at: usize| char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize]);
        text.extend((0..=three.len()).map(digit));
    }
    text
}

/// So many bytes of base64url; none if it is anything else.
fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let (mut bits, mut count, mut at) = (0u32, 0, 0);
    for digit in text.bytes() {
        bits = bits << 6 | u32::try_from(DIGITS.iter().position(|known| *known == digit)?).ok()?;
        count += 6;
        if count >= 8 {
            count -= 8;
            *bytes.get_mut(at)? = (bits >> count & 0xff) as u8;
            at += 1;
        }
    }
    // The bits that are left over are none of the bytes', and written as nothing.
    let is_plain = bits & ((1 << count) - 1) == 0 && count < 6;
    (at == N && is_plain).then_some(bytes)
}

/// CRC-32 (ISO 3309), by which a link that was cut or mistyped is told from one that nobody knows.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| crc >> 1 ^ (0xedb8_8320 & 0u32.wrapping_sub(crc & 1));
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        let secret = std::array::from_fn(|at| u8::try_from(at * 7 % 256).expect("a byte"));
        Link { share: ShareId(Uuid::from_u128(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef)), secret }
    }

    #[test]
    fn the_checksum_is_the_one_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_link_is_written_and_read() {
        let text = link().to_string();
        assert_eq!(text, "hl1.ASNFZ4mrze8BI0VniavN7w.AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK-2vcTL0tk.qnPzVg");
        assert_eq!(text.parse(), Ok(link()));
        assert_eq!(format!(" {text}\n").parse(), Ok(link()));
        assert_eq!(link().address("https://codessa.example"), format!("https://codessa.example/s#{text}"));
        assert!(!format!("{:?}", link()).contains("AAcO"));
    }

    #[test]
    fn what_was_cut_or_mistyped_is_no_link() {
        let text = link().to_string();
        for length in 0..text.len() {
            assert_eq!(text[..length].parse::<Link>(), Err(NoLink), "{length}");
        }
        for at in 0..text.len() {
            let other = if &text[at..=at] == "A" { "B" } else { "A" };
            assert_eq!(format!("{}{other}{}", &text[..at], &text[at + 1..]).parse::<Link>(), Err(NoLink), "{at}");
        }
        for text in ["", ".", "hl1", "hl1...", "hl2.a.b.c", "hl1.😀.b.c"] {
            assert_eq!(text.parse::<Link>(), Err(NoLink), "{text}");
        }
    }
}
