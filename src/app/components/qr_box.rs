//! A code to scan, with the same in letters below it.

use std::fmt::Write;

use leptos::prelude::*;

/// The squares of a code, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// How many there are in a row, and rows.
    pub width: usize,
    /// Whether each is dark; `width` times `width` of them.
    pub dark: Vec<bool>,
}

impl Squares {
    /// One path for all dark squares, a run of them in a row as one stroke.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.width.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|a, b| a == b) {
                if run[0] {
                    write!(path, "M{x} {y}h{}v1H{x}z", run.len()).expect("writing into a string cannot fail");
                }
                x += run.len();
            }
        }
        path
    }
}

/// A box with a code.
#[component]
pub fn QrBox(
    /// The code.
    squares: Squares,
    /// What the code is for, for a screen reader.
    #[prop(into)]
    label: String,
    /// The same to be typed; empty for none.
    #[prop(optional, into)]
    text: String,
) -> impl IntoView {
    let width = squares.width;
    view! {
        <div class="qr-box">
            <div class="qr-box__code">
                <svg class="qr-box__drawing" viewBox=format!("0 0 {width} {width}") role="img" aria-label=label>
                    <path d=squares.path() />
                </svg>
            </div>
            {(!text.is_empty()).then(|| view! { <p class="qr-box__text">{text}</p> })}
        </div>
    }
}
