//! Codes for a camera.

use qrcode::{Color, QrCode};
use serde::Serialize;

/// The squares of a code.
#[derive(Debug, Serialize)]
pub(crate) struct Squares {
    /// How many there are in a row, and rows.
    width: usize,
    /// One path for all dark ones, a run of them in a row as one stroke.
    path: String,
}

/// The squares of a code that says `text`; none of nothing, and of what is too long for one.
pub(crate) fn of(text: &str) -> Option<Squares> {
    let code = QrCode::new(text).ok().filter(|_| !text.is_empty())?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                path.push_str(&format!("M{x} {y}h{}v1H{x}z", run.len()));
            }
            x += run.len();
        }
    }
    Some(Squares { width, path })
}
