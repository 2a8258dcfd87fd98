//! Small pictures: their size, which way is up, what is left of the original, and what is refused.

use super::*;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};

/// A photo of a red left and a blue right half, as JPEG.
fn photo(width: u32, height: u32) -> Vec<u8> {
    let half = |x, _| if x < width / 2 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
    let mut jpeg = Vec::new();
    JpegEncoder::new(&mut jpeg).encode_image(&RgbImage::from_fn(width, height, half)).expect("encoded");
    jpeg
}

/// The same JPEG with an EXIF segment that says how the camera was held, and where.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    tiff.extend([orientation, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"S 33 55 31, E 18 25 26");
    let length = u16::try_from(tiff.len() + 2).expect("short");
    [&jpeg[..2], &[0xff, 0xe1], &length.to_be_bytes(), &tiff, &jpeg[2..]].concat()
}

fn decoded(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg).expect("a JPEG").to_rgb8()
}

fn is_red(image: &RgbImage, x: u32, y: u32) -> bool {
    let [r, _, b] = image.get_pixel(x, y).0;
    r > 200 && b < 60
}

#[test]
fn a_photo_becomes_small_and_keeps_its_shape() {
    let small = decoded(&make(&photo(2000, 1000)).expect("made"));
    assert_eq!(small.dimensions(), (640, 320));
    let tiny = decoded(&make(&photo(60, 40)).expect("made"));
    assert_eq!(tiny.dimensions(), (60, 40), "a small one is not blown up");
}

#[test]
fn a_photo_stands_upright_and_says_no_longer_where_it_was_taken() {
    let turned = with_exif(&photo(1000, 500), 6);
    let made = make(&turned).expect("made");
    let small = decoded(&made);
    assert_eq!(small.dimensions(), (320, 640));
    assert!(is_red(&small, 160, 40) && !is_red(&small, 160, 600), "left has become top");
    assert!(turned.windows(4).any(|w| w == b"Exif") && !made.windows(4).any(|w| w == b"Exif"));
    assert!(!made.windows(4).any(|w| w == b"S 33"));
}

#[test]
fn transparency_becomes_paper() {
    let image = RgbaImage::from_pixel(10, 10, Rgba([0, 0, 0, 0]));
    let mut png = Vec::new();
    PngEncoder::new(&mut png).write_image(&image, 10, 10, ExtendedColorType::Rgba8).expect("encoded");
    assert_eq!(decoded(&make(&png).expect("made")).get_pixel(5, 5).0, [255, 255, 255]);
}

/// A PNG of a few hundred bytes that says it has so many pixels.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = b"IHDR".to_vec();
    header.extend(width.to_be_bytes());
    header.extend(height.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    png.extend(13_u32.to_be_bytes());
    png.extend(&header);
    png.extend(crc(&header).to_be_bytes());
    // The pixels begin, and end at once.
    png.extend([0, 0, 0, 0]);
    png.extend(b"IDAT");
    png.extend(crc(b"IDAT").to_be_bytes());
    png
}

/// CRC-32 as PNG has it (ISO 3309).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 })
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[test]
fn a_bomb_is_known_by_its_head() {
    for (width, height) in [(60_000, 60_000), (12_001, 1), (1, 12_001), (12_000, 12_000)] {
        assert_eq!(size(&bomb(width, height)), Size::TooLarge, "{width} × {height}");
        assert_eq!(make(&bomb(width, height)), None);
    }
    assert_eq!(size(&bomb(8_000, 6_000)), Size::Allowed);
    assert_eq!(make(&bomb(8_000, 6_000)), None, "there is nothing behind its head");
}

#[test]
fn what_is_no_picture_is_refused_without_harm() {
    let cut = &photo(400, 300)[..600];
    for content in [b"" as &[u8], b"MZ\x90\0", b"\xff\xd8\xff\xe0garbage", b"<svg/>", b"GIF89a\x01\0\x01\0"] {
        assert_eq!(make(content), None);
    }
    // Decoders may fill what is missing of a cut picture with grey; what matters is that they end.
    let _ = make(cut);
}
