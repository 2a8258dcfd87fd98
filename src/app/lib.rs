//! The app: routes, reads, deeds, the driver behind them, and the start function that the page calls once the Wasm is there.

pub mod app;
pub mod route;
pub mod components;
pub mod pages;

pub mod data;
pub mod deeds;
pub mod desk;

pub mod browser;
pub mod driver;
pub mod net;
pub mod pwa;

use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the app into the page.
#[wasm_bindgen(start)]
pub fn start() {
    leptos::mount::mount_to_body(app::App);
}
