//! Codes in a picture, read where the browser cannot: pure, from brightness to what they say.

use rqrr::PreparedImage;

/// Pixels of a picture that is looked at; what is larger is made smaller before.
pub const PIXELS_MAX: usize = 8_000_000;

/// What the QR codes in a picture say, in no order; nothing where none can be read.
///
/// `luma` is the brightness of its pixels, row by row, `width * height` of them; a picture of another size has no codes.
pub fn codes(width: usize, height: usize, luma: &[u8]) -> Vec<String> {
    if width.checked_mul(height).is_none_or(|pixels| pixels != luma.len() || pixels == 0 || pixels > PIXELS_MAX) {
        return Vec::new();
    }
    let mut picture = PreparedImage::prepare_from_greyscale(width, height, |x, y| luma[y * width + x]);
    let read = picture.detect_grids().into_iter().filter_map(|grid| grid.decode().ok());
    read.map(|(_, text)| text).collect()
}
