//! A file as a record names it: by its content's hash, with what is needed to show it before it is there.

use crate::fault::FaultCode;
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
}
