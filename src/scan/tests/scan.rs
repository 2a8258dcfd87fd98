//! Codes that are drawn are read again: small, turned, blurred, beside others; and no picture does harm.

use fastrand::Rng;
use qrcode::{Color, QrCode};
use scan::codes;

const LABEL: &str = "https://codessa.example/q#MDEyMzQ1Njc4OWFiY2RlZg";

/// A picture: its width, its height and the brightness of its pixels.
struct Picture(usize, usize, Vec<u8>);

impl Picture {
    fn grey(width: usize, height: usize, luma: u8) -> Self {
        Self(width, height, vec![luma; width * height])
    }

    /// Draws a code with its quiet zone, `module` pixels a square, turned by `degrees` about its middle, which lies at `x`, `y`.
    fn draw(mut self, text: &str, module: f64, degrees: f64, (x, y): (f64, f64)) -> Self {
        let code = QrCode::new(text).expect("a label fits into a code");
        let side = code.width() as f64;
        let (sin, cos) = degrees.to_radians().sin_cos();
        for at in 0..self.2.len() {
            // Each pixel is the mean of nine points in it, as a camera would have it.
            let (mut light, mut inside) = (0, 0);
            for point in 0..9 {
                let dx = (at % self.0) as f64 + (point % 3) as f64 / 3.0 - x;
                let dy = (at / self.0) as f64 + (point / 3) as f64 / 3.0 - y;
                let column = (dx * cos + dy * sin) / module + side / 2.0;
                let row = (dy * cos - dx * sin) / module + side / 2.0;
                if column < -4.0 || row < -4.0 || column >= side + 4.0 || row >= side + 4.0 {
                    continue;
                }
                let within = column >= 0.0 && row >= 0.0 && column < side && row < side;
                let dark = within && code[(column as usize, row as usize)] == Color::Dark;
                inside += 1;
                light += if dark { 20 } else { 230 };
            }
            if inside == 9 {
                self.2[at] = u8::try_from(light / 9).expect("a mean of bytes");
            }
        }
        self
    }

    fn noisy(mut self, by: u8, rng: &mut Rng) -> Self {
        for luma in &mut self.2 {
            *luma = luma.saturating_add(rng.u8(..=by)).saturating_sub(rng.u8(..=by));
        }
        self
    }

    #[track_caller]
    fn check(&self, expected: &[&str]) {
        let mut found = codes(self.0, self.1, &self.2);
        found.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn a_code_is_read_small_turned_and_noisy() {
    let mut rng = Rng::with_seed(7);
    for (module, degrees) in [(3.0, 0.0), (4.0, 0.0), (6.3, 0.0), (5.0, 12.0), (5.0, 45.0), (5.0, 90.0), (6.0, 200.0)] {
        let picture = Picture::grey(480, 400, 160).draw(LABEL, module, degrees, (240.0, 200.0));
        picture.check(&[LABEL]);
        picture.noisy(30, &mut rng).check(&[LABEL]);
    }
}

#[test]
fn each_of_several_codes_is_read() {
    let other = "https://maker.example/manual";
    let picture = Picture::grey(640, 320, 200).draw(LABEL, 5.0, 3.0, (160.0, 160.0));
    picture.draw(other, 5.0, -3.0, (480.0, 160.0)).check(&[LABEL, other]);
}

#[test]
fn a_picture_without_a_code_has_none() {
    let mut rng = Rng::with_seed(11);
    Picture::grey(64, 64, 255).check(&[]);
    Picture::grey(300, 200, 128).noisy(127, &mut rng).check(&[]);
    // Half of a code.
    let whole = Picture::grey(300, 300, 200).draw(LABEL, 5.0, 0.0, (150.0, 150.0));
    Picture(300, 150, whole.2[..300 * 150].to_vec()).check(&[]);
}

#[test]
fn a_picture_that_is_none_does_no_harm() {
    for (width, height, length) in
        [(0, 0, 0), (1, 1, 1), (10, 10, 99), (10, 0, 10), (usize::MAX, 2, 4), (8000, 8000, 64)]
    {
        assert!(codes(width, height, &vec![0; length]).is_empty(), "{width} {height}");
    }
}
