//! Letters as strokes, for plates, labels and displays.

use super::canvas::{Canvas, Fill, Rgb};
use super::shape;

/// Lines of a letter on a grid 4 across and 6 down: pairs of digits are points, blanks separate lines.
fn strokes(letter: char) -> &'static str {
    match letter.to_ascii_uppercase() {
        'A' => "062046 1434",
        'B' => "0600 003041423303 3344453606",
        'C' => "4130100105163645",
        'D' => "00062645412000",
        'E' => "40000646 0333",
        'F' => "400006 0333",
        'G' => "41301001051636454323",
        'H' => "0006 4046 0343",
        'I' | '|' => "2026",
        'J' => "4045361605",
        'K' => "0006 400346",
        'L' => "000646",
        'M' => "0600244046",
        'N' => "06004640",
        'O' | '0' => "103041453616050110",
        'P' => "06003041423303",
        'Q' => "103041453616050110 3446",
        'R' => "06003041423303 2346",
        'S' => "413010010213334445361605",
        'T' => "0040 2026",
        'U' => "000516364540",
        'V' => "002640",
        'W' => "0016233640",
        'X' => "0046 4006",
        'Y' => "002340 2326",
        'Z' => "00400646",
        '1' => "112026 1636",
        '2' => "01103041420646",
        '3' => "01103041423313 334445361605",
        '4' => "36300444",
        '5' => "400003334445361605",
        '6' => "30100105163645443303",
        '7' => "004016",
        '8' => "103041423313020110 3344453616050413",
        '9' => "4313020110304145361605",
        '.' | ',' => "2526",
        '-' => "1333",
        '/' => "0640",
        ':' => "2122 2425",
        '+' => "1333 2224",
        _ => "",
    }
}

impl Canvas {
    /// Writes a line whose letters are `size` pixels high, from its top left corner.
    pub(super) fn write(&mut self, x: f32, y: f32, size: f32, thick: f32, ink: Rgb, text: &str) {
        let unit = size / 6.0;
        for (number, letter) in text.chars().enumerate() {
            let left = x + number as f32 * unit * 5.7;
            for stroke in strokes(letter).split(' ').filter(|stroke| !stroke.is_empty()) {
                let digits: Vec<f32> = stroke.bytes().map(|digit| f32::from(digit - b'0')).collect();
                let points: Vec<_> =
                    digits.chunks_exact(2).map(|point| (left + point[0] * unit, y + point[1] * unit)).collect();
                self.stroke(&shape::line(&points), thick, Fill::Flat(ink));
            }
        }
    }
}
