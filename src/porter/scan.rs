//! Reading the code of a label in a picture.

use wasm_bindgen::prelude::*;

/// What the codes in a picture say; `luma` is its brightness, row by row, a byte a pixel.
#[wasm_bindgen]
pub fn scan(width: u32, height: u32, luma: &[u8]) -> Vec<String> {
    scan::codes(width as usize, height as usize, luma)
}
