//! Codes for a camera.

use crate::components::Squares;
use qrcode::{Color, QrCode};

/// The squares of a code that says `text`; none if it is too long for one.
pub fn squares(text: &str) -> Option<Squares> {
    let code = QrCode::new(text).ok()?;
    let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
    Some(Squares { width: code.width(), dark })
}
