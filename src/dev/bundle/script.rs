//! The scripts: what wasm-bindgen wrote, and those in `public`, each made one small file by esbuild.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::Mode;
use super::asset::{Site, files};
use super::porter::Porter;
use super::worker;
use crate::{place, run};

/// The oldest browsers that are supported.
const BROWSERS: &str = "--target=chrome96,safari15.4,firefox115";

/// Where the app finds what it fetches when it is needed.
pub(crate) struct Elsewhere {
    /// The PDF reader.
    pub(crate) pdf_reader: String,
    /// The porter.
    pub(crate) porter: Porter,
    /// The modules of the pages that speak to it.
    pub(crate) porter_pages: Vec<String>,
    /// The style of what no first screen shows.
    pub(crate) later_style: String,
    /// The camera's reader.
    pub(crate) camera: String,
}

/// Adds the script that starts the app.
pub(crate) fn add_app(mode: Mode, staging: &Path, elsewhere: &Elsewhere, site: &mut Site) -> Result<()> {
    let reader = format!("--define:PDF_READER=\"{}\"", elsewhere.pdf_reader);
    let worker = format!("--define:PORTER_WORKER=\"{}\"", elsewhere.porter.worker);
    let carried =
        [&[elsewhere.porter.worker.clone(), elsewhere.porter.module.clone()], &elsewhere.porter_pages[..]].concat();
    let porter = format!("--define:PORTER_FILES={}", serde_json::to_string(&carried)?);
    let later_style = format!("--define:LATER_STYLE=\"{}\"", elsewhere.later_style);
    let camera = format!("--define:CAMERA_READER=\"{}\"", elsewhere.camera);
    // wasm-bindgen lists the loader of lazy pages once for each page, always as the same module.
    let generated = [
        "--format=esm",
        "--log-override:duplicate-object-key=silent",
        "--external:/assets/*",
        &reader,
        &worker,
        &porter,
        &camera,
        &later_style,
    ];
    let script = bundle(mode, &staging.join("start.js"), &generated)?;
    site.add_hashed("app", "js", script.as_bytes())?;
    Ok(())
}

/// Adds what looks through the camera, fetched by a page that scans; its address.
pub(crate) fn add_camera(mode: Mode, site: &mut Site) -> Result<String> {
    let reader = bundle(mode, &place::root().join("src/app/browser/camera_reader.js"), &["--format=esm"])?;
    site.add_hashed("camera", "js", reader.as_bytes())
}

/// Adds the scripts that lie directly in `public`.
pub(crate) fn add_public(mode: Mode, site: &mut Site) -> Result<()> {
    for file in files(&place::root().join("public"))? {
        if is_script(&file) && !worker::is_source(&file) {
            let name = file.file_stem().expect("a script has a name").to_string_lossy().into_owned();
            let script = bundle(mode, &file, &["--format=iife"])?;
            site.add_hashed(&name, "js", script.as_bytes())?;
        }
    }
    Ok(())
}

/// Whether a file of `public` goes through esbuild.
pub(crate) fn is_script(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "js" || extension == "ts")
}

fn bundle(mode: Mode, entry: &Path, more: &[&str]) -> Result<String> {
    let mut esbuild = Command::new(place::npm_program("esbuild"));
    finish(mode, esbuild.arg(entry).args(more))
}

/// Runs esbuild with what all scripts have in common. A warning is a failure: it mostly is a mistake, and nobody reads it twice.
pub(crate) fn finish(mode: Mode, esbuild: &mut Command) -> Result<String> {
    esbuild.args(["--bundle", "--log-level=warning", "--charset=utf8", BROWSERS]);
    if mode == Mode::Release {
        esbuild.args(["--minify", "--legal-comments=none"]);
    }
    run::silent_output(esbuild)
}
