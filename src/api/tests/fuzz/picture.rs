//! Pictures: what a file is, how large its head says it is, and a small picture of it, made of anything at all.

use super::fuzz;
use crate::preview::{self, Size, make};
use image::{DynamicImage, ExtendedColorType, ImageFormat};
use model::file::{PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, media_of, picture_fault, picture_size};
use std::io::Cursor;

/// A small picture in each format that can be decoded here, one with a camera's metadata, and the head of one that cannot.
pub(super) fn samples() -> Vec<Vec<u8>> {
    let image =
        DynamicImage::ImageRgba8(image::RgbaImage::from_fn(9, 7, |x, y| image::Rgba([x as u8 * 20, y as u8, 9, 200])));
    let encoded = |format| {
        let mut bytes = Cursor::new(Vec::new());
        image.to_rgb8().write_to(&mut bytes, format).expect("encoded");
        bytes.into_inner()
    };
    let (jpeg, mut webp) = (encoded(ImageFormat::Jpeg), Vec::new());
    let encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut webp);
    encoder.encode(image.as_bytes(), 9, 7, ExtendedColorType::Rgba8).expect("encoded");
    let mut exif =
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0"
            .to_vec();
    exif.extend([0; 40]);
    let length = u16::try_from(exif.len() + 2).expect("short").to_be_bytes();
    let turned = [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x14ispe\0\0\0\0\0\0\x0f\xc0\0\0\x0b\xd0".to_vec();
    vec![jpeg, turned, encoded(ImageFormat::Png), webp, heic, b"%PDF-1.7\n".to_vec()]
}

#[tokio::test]
async fn pictures_of_any_bytes() {
    fuzz("pictures", &samples(), async |case| {
        let media = media_of(case);
        let (own, decoder) = (picture_size(case), preview::size(case));
        assert!(own.is_none() || media.starts_with("image/"));
        let Some(small) = make(case) else { return };
        assert_eq!(decoder, Size::Allowed, "what was decoded was within the limits");
        let fault = picture_fault(case);
        assert_eq!(fault, None, "what can be shown small is not called too large");
        let shown = image::load_from_memory_with_format(&small, ImageFormat::Jpeg).expect("a JPEG");
        assert!(shown.width().max(shown.height()) <= 640 && !small.windows(4).any(|four| four == b"Exif"));
        if let Some((width, height)) = own {
            assert!(width.max(height) <= PHOTO_SIDE_MAX && u64::from(width) * u64::from(height) <= PHOTO_PIXELS_MAX);
        }
    })
    .await;
}
