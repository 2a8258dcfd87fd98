//! The porter: the Wasm that reads and writes imports and archives, in a worker of its own, fetched by a device when it first carries something in or out.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::asset::Site;
use super::{Mode, script, wasm};
use crate::place;
use crate::run::Beside;

/// How the names of all its files begin.
pub(crate) const PREFIX: &str = "porter";

/// Where the porter is.
pub(crate) struct Porter {
    /// Its worker.
    pub(crate) worker: String,
    /// Its Wasm, which the worker fetches.
    pub(crate) module: String,
}

/// Begins to compile the porter, which keeps one core busy for a minute or two. No other crate can be compiled for a browser meanwhile.
pub(crate) fn begin(mode: Mode) -> Result<Beside> {
    Beside::begin(&mut wasm::compiler(mode, PREFIX, &[])?)
}

/// Waits until the porter is compiled, and adds it with its worker.
pub(crate) fn add(compiling: Beside, mode: Mode, staging: &Path, site: &mut Site) -> Result<Porter> {
    compiling.finish()?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm::compiled(mode, PREFIX)).out_name(PREFIX).web(true)?;
    bindgen.demangle(false).typescript(false).omit_default_module_path(true);
    bindgen.generate(staging).context("wasm-bindgen failed")?;
    let module = staging.join(format!("{PREFIX}_bg.wasm"));
    if mode == Mode::Release {
        wasm::optimise(&module)?;
    }
    let module = site.add_hashed(PREFIX, "wasm", &std::fs::read(module)?)?;

    let mut esbuild = Command::new(place::npm_program("esbuild"));
    esbuild.arg(place::root().join("src/app/browser/porter_worker.js")).args(["--format=esm", "--platform=browser"]);
    esbuild.arg(format!("--alias:porter={}", staging.join(format!("{PREFIX}.js")).display()));
    esbuild.arg(format!("--define:PORTER_WASM=\"{module}\""));
    let worker = script::finish(mode, &mut esbuild)?;
    let worker = site.add_hashed(&format!("{PREFIX}_worker"), "js", worker.as_bytes())?;
    Ok(Porter { worker, module })
}
