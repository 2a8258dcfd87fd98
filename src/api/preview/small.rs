//! Small pictures of photos: decoded within limits, turned upright, and written anew, so that nothing of the original is in them but
//! what can be seen.

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits, Rgb, RgbImage};
use model::file::{PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX};
use std::io::Cursor;

/// The longer side, pixels: sharp on a phone that shows it across the screen.
pub(super) const SIDE_MAX: u32 = 640;
/// Quality of the JPEG, of 100.
const QUALITY: u8 = 80;
/// Bytes that a decoder may take: a photo of the allowed size with transparency, and a row of its neighbours.
const DECODER_BYTES_MAX: u64 = PHOTO_PIXELS_MAX * 4 + 16 * 1024 * 1024;

/// Media types that can be decoded here.
pub fn is_decodable(media: &str) -> bool {
    matches!(media, "image/jpeg" | "image/png" | "image/webp")
}

/// What the head of a picture says of its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Within the limits.
    Allowed,
    /// Beyond them, which no camera that people own is: made to exhaust whoever decodes it.
    TooLarge,
    /// There is no telling.
    Unknown,
}

/// How large a picture says that it is, without decoding it.
pub fn size(content: &[u8]) -> Size {
    match reader(content).map(ImageReader::into_dimensions) {
        Some(Ok((width, height))) if is_allowed(width, height) => Size::Allowed,
        Some(Ok(_) | Err(ImageError::Limits(_))) => Size::TooLarge,
        _ => Size::Unknown,
    }
}

fn is_allowed(width: u32, height: u32) -> bool {
    width.max(height) <= PHOTO_SIDE_MAX && u64::from(width) * u64::from(height) <= PHOTO_PIXELS_MAX
}

fn reader(content: &[u8]) -> Option<ImageReader<Cursor<&[u8]>>> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(DECODER_BYTES_MAX);
    reader.limits(limits);
    Some(reader)
}

/// A JPEG of at most [`SIDE_MAX`] pixels, upright; none if the content is no picture that can be decoded.
///
/// It takes up to a second and 216 MB: call it on a thread that may block, and not on many at once.
pub(crate) fn make(content: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = reader(content)?.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if !is_allowed(width, height) {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).ok()?;
    let mut small =
        if decoded.width().max(decoded.height()) > SIDE_MAX { decoded.thumbnail(SIDE_MAX, SIDE_MAX) } else { decoded };
    small.apply_orientation(orientation);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&on_white(&small)).ok()?;
    Some(jpeg)
}

/// JPEG has no transparency; paper is white.
fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let rgba = image.to_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, alpha] = rgba.get_pixel(x, y).0.map(u32::from);
        Rgb([r, g, b].map(|colour| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)))
    })
}

#[cfg(test)]
#[path = "small_tests.rs"]
mod tests;
