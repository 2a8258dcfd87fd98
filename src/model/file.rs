//! A file as a record names it: by its content's hash, with what is needed to show it before it is there.

use crate::fault::{Fault, FaultCode};
use crate::id::FileHash;
use crate::letter::Check;
use serde::Serialize;

/// Bytes of any one file.
pub const FILE_BYTES_MAX: u64 = 50 * 1024 * 1024;
/// Bytes of one photo.
pub const PHOTO_BYTES_MAX: u64 = 25 * 1024 * 1024;
/// Pixels along one side of a photo.
pub const PHOTO_SIDE_MAX: u32 = 12_000;
/// Pixels of a photo in all.
pub const PHOTO_PIXELS_MAX: u64 = 50_000_000;

/// Where the properties of a HEIC picture stand at the latest: before its thumbnails and tiles.
const HEIC_HEAD_BYTES: usize = 64 * 1024;

/// A file that belongs to a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default, Serialize)]
pub struct FileRef {
    /// SHA-256 of the content.
    pub hash: FileHash,
    /// The name it had where it came from.
    pub name: String,
    /// Media type as recognised from the content.
    pub media: String,
    /// Bytes.
    pub size: u64,
    /// Pixels across, of a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    /// Pixels down, of a photo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// What a person wrote below it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub caption: String,
}

crate::fielded!(FileRef requires { "hash" => hash, "name" => name, "media" => media, "size" => size } { "width" => width, "height" => height, "caption" => caption });

impl FileRef {
    /// Whether it is a photo that the app can show.
    pub fn is_photo(&self) -> bool {
        matches!(self.media.as_str(), "image/jpeg" | "image/png" | "image/webp" | "image/heic")
    }

    /// Faults of one file within `field`.
    pub fn check(&self, field: &str, check: &mut Check) {
        check.name(&format!("{field}.name"), &self.name);
        check.line(&format!("{field}.caption"), &self.caption);
        let bytes_max = if self.is_photo() { PHOTO_BYTES_MAX } else { FILE_BYTES_MAX };
        check.within(
            &format!("{field}.size"),
            i64::try_from(self.size).unwrap_or(i64::MAX),
            1,
            bytes_max.cast_signed(),
        );
        let side = self.width.max(self.height).unwrap_or_default();
        check.within(&format!("{field}.width"), side.into(), 0, PHOTO_SIDE_MAX.into());
        let pixels = u64::from(self.width.unwrap_or_default()) * u64::from(self.height.unwrap_or_default());
        if pixels > PHOTO_PIXELS_MAX {
            check.fault(&format!("{field}.height"), FaultCode::TooLarge);
        }
        let plain = self.media.split('/').count() == 2
            && self.media.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"/.+-".contains(&b));
        if !plain || self.media.len() > 100 {
            check.fault(&format!("{field}.media"), FaultCode::NotAllowed);
        }
    }
}

/// Media type by content, whatever the name says; `application/octet-stream` for what is kept as an attachment only.
pub fn media_of(head: &[u8]) -> &'static str {
    let heic = |brand: &[u8]| matches!(brand, b"heic" | b"heix" | b"mif1" | b"msf1" | b"hevc");
    match head {
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [_, _, _, _, b'f', b't', b'y', b'p', a, b, c, d, ..] if heic(&[*a, *b, *c, *d]) => "image/heic",
        [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
        _ => "application/octet-stream",
    }
}

/// What is wrong with a picture before anybody decodes it: more pixels than are allowed, by what its head says. One whose head says nothing
/// has no fault here.
pub fn picture_fault(content: &[u8]) -> Option<Fault> {
    let (width, height) = picture_size(content)?;
    if width.max(height) > PHOTO_SIDE_MAX {
        return Some(Fault::limited("width", FaultCode::TooLarge, PHOTO_SIDE_MAX.into()));
    }
    let too_many = u64::from(width) * u64::from(height) > PHOTO_PIXELS_MAX;
    too_many.then(|| Fault::limited("pixels", FaultCode::TooLarge, PHOTO_PIXELS_MAX.cast_signed()))
}

/// Width and height of a picture, as its head has them.
pub fn picture_size(content: &[u8]) -> Option<(u32, u32)> {
    match media_of(content) {
        "image/png" => Some((big(content, 16, 4)?, big(content, 20, 4)?)),
        "image/jpeg" => jpeg_size(content),
        "image/webp" => webp_size(content),
        "image/heic" => heic_size(content),
        _ => None,
    }
}

/// A number of so many bytes, the first the largest.
fn big(content: &[u8], at: usize, bytes: usize) -> Option<u32> {
    let bytes = content.get(at..at.checked_add(bytes)?)?;
    Some(bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// A number of so many bytes, the first the smallest.
fn little(content: &[u8], at: usize, bytes: usize) -> Option<u32> {
    let bytes = content.get(at..at.checked_add(bytes)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

/// Looks for the frame header (ITU-T T.81, B.2.2), past segments of any length before it.
fn jpeg_size(content: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *content.get(at + 1)?;
        match (*content.get(at)?, marker) {
            // Any number of fill bytes may stand before a marker, and some markers stand alone.
            (0xff, 0xff) => at += 1,
            (0xff, 0x01 | 0xd0..=0xd8) => at += 2,
            (0xff, 0xd9 | 0xda) => return None,
            (0xff, 0xc0..=0xcf) if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big(content, at + 7, 2)?, big(content, at + 5, 2)?));
            }
            (0xff, _) => at += 2 + big(content, at + 2, 2)?.max(2) as usize,
            _ => return None,
        }
    }
}

/// By the first chunk (RFC 9649): extended, without loss, or plain.
fn webp_size(content: &[u8]) -> Option<(u32, u32)> {
    match content.get(12..16)? {
        b"VP8X" => Some((little(content, 24, 3)? + 1, little(content, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(content, 21, 4)?;
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8 " => Some((little(content, 26, 2)? & 0x3fff, little(content, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

/// The largest of the pictures in the container, by their `ispe` properties (ISO/IEC 23008-12, 6.5.3), which stand near its start.
fn heic_size(content: &[u8]) -> Option<(u32, u32)> {
    let head = &content[..content.len().min(HEIC_HEAD_BYTES)];
    let places = head.windows(4).enumerate().filter(|(_, name)| *name == b"ispe").map(|(at, _)| at + 8);
    let sizes = places.filter_map(|at| Some((big(head, at, 4)?, big(head, at + 4, 4)?)));
    sizes.max_by_key(|(width, height)| u64::from(*width) * u64::from(*height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_executable_is_an_attachment() {
        assert_eq!(media_of(b"MZ\x90\0 holiday.jpg"), "application/octet-stream");
        assert_eq!(media_of(b"<svg onload="), "application/octet-stream");
        assert_eq!(media_of(b""), "application/octet-stream");
        assert_eq!(media_of(&[0xff, 0xd8, 0xff, 0xe0]), "image/jpeg");
        assert_eq!(media_of(b"\0\0\0\x18ftypheic\0"), "image/heic");
        assert_eq!(media_of(b"%PDF-1.7"), "application/pdf");
    }

    /// A JPEG's head: a segment of metadata that holds a smaller picture of its own, then the frame.
    fn jpeg(width: u16, height: u16) -> Vec<u8> {
        let mut head = vec![0xff, 0xd8, 0xff, 0xe1, 0, 12, 0xff, 0xc0, 0, 8, 8, 0, 1, 0, 1, 0];
        head.extend([0xff, 0xff, 0xc2, 0, 17, 8]);
        head.extend(height.to_be_bytes());
        head.extend(width.to_be_bytes());
        head
    }

    fn png(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    fn webp(chunk: &[u8; 4], head: &[u8]) -> Vec<u8> {
        [b"RIFF\0\0\0\0WEBP".as_slice(), chunk, &[0; 4], head].concat()
    }

    fn heic(sizes: &[(u32, u32)]) -> Vec<u8> {
        let property = |(width, height): &(u32, u32)| {
            [b"\0\0\0\x14ispe\0\0\0\0".as_slice(), &width.to_be_bytes(), &height.to_be_bytes()].concat()
        };
        [b"\0\0\0\x18ftypheic\0\0\0\0".to_vec(), sizes.iter().flat_map(property).collect()].concat()
    }

    #[test]
    fn the_head_of_a_picture_tells_its_size() {
        let rows = [
            (jpeg(4000, 3000), Some((4000, 3000))),
            (png(60_000, 7), Some((60_000, 7))),
            (webp(b"VP8X", &[0, 0, 0, 0, 0xff, 0x3f, 0, 0x07, 0, 0]), Some((16_384, 8))),
            // 14 bits of the width less one, 14 of the height less one.
            (webp(b"VP8L", &[0x2f, 0x1f, 0xc0, 0x03, 0]), Some((32, 16))),
            (webp(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01]), Some((640, 480))),
            (heic(&[(512, 512), (4032, 3024), (320, 240)]), Some((4032, 3024))),
            (heic(&[]), None),
            (b"%PDF-1.7".to_vec(), None),
        ];
        for (content, expected) in rows {
            assert_eq!(picture_size(&content), expected, "{content:?}");
            // Of a head that is cut off too early nothing is told, and nobody falls over it.
            assert_eq!(picture_size(&content[..content.len().min(17)]), None, "{content:?}");
            for length in 0..content.len() {
                assert!(picture_size(&content[..length]).is_none_or(|(width, height)| width > 0 || height > 0));
            }
        }
    }

    #[test]
    fn a_bomb_is_known_by_its_head() {
        let fault = |content: &[u8]| picture_fault(content).map(|fault| (fault.field, fault.limit));
        assert_eq!(fault(&png(12_000, 4_000)), None);
        assert_eq!(fault(&png(12_001, 1)), Some(("width".into(), Some(12_000))));
        assert_eq!(fault(&jpeg(1, 12_001)), Some(("width".into(), Some(12_000))));
        assert_eq!(fault(&png(8_000, 6_251)), Some(("pixels".into(), Some(50_000_000))));
        assert_eq!(fault(&heic(&[(60_000, 60_000)])), Some(("width".into(), Some(12_000))));
        assert_eq!(fault(b"GIF89a"), None);
    }
}
