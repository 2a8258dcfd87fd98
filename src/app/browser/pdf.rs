//! PDFs, drawn page by page onto a canvas. The reader behind it comes when the first PDF is opened.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::HtmlCanvasElement;

#[wasm_bindgen(module = "/browser/pdf.js")]
extern "C" {
    type JsPaper;

    #[wasm_bindgen(catch, js_name = open)]
    async fn open_js(content: Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn pages(this: &JsPaper) -> u32;

    #[wasm_bindgen(method, catch)]
    async fn draw(this: &JsPaper, number: u32, canvas: &HtmlCanvasElement, width_px: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    fn close(this: &JsPaper);
}

/// A PDF that is open. What it holds in the browser is let go when it is dropped.
pub struct Paper(JsPaper);

impl Paper {
    /// Opens a PDF; none if it is broken, locked by a password, or the reader cannot be fetched.
    pub async fn open(content: &[u8]) -> Option<Self> {
        let opened = open_js(Uint8Array::from(content)).await.ok()?;
        Some(Self(wasm_bindgen::JsCast::unchecked_into(opened)))
    }

    /// How many pages it has.
    pub fn pages(&self) -> u32 {
        self.0.pages()
    }

    /// Draws a page (from 1) onto `canvas`, as wide as that is in the page; gives what is written on it. None if it cannot be drawn.
    pub async fn draw(&self, number: u32, canvas: &HtmlCanvasElement) -> Option<String> {
        let width_px = canvas.get_bounding_client_rect().width();
        self.0.draw(number, canvas, width_px).await.ok()?.as_string()
    }
}

impl Drop for Paper {
    fn drop(&mut self) {
        self.0.close();
    }
}
