//! The PDF reader: pdf.js with its worker and the few files it needs, each fetched by a device when it first opens a PDF.

use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::asset::Site;
use super::{Mode, script};
use crate::place;

/// How the names of all its files begin.
pub(crate) const PREFIX: &str = "pdf";

/// Files of `pdfjs-dist` that some PDFs need: decoders of scans (JPEG 2000, JBIG2), and the fonts of symbols that no system has. Other
/// fonts that a PDF does not bring along come from the system.
const FILES: [&str; 4] =
    ["wasm/openjpeg.wasm", "wasm/jbig2.wasm", "standard_fonts/FoxitSymbol.pfb", "standard_fonts/FoxitDingbats.pfb"];

/// Adds the reader and what it needs; its address.
pub(crate) fn add(mode: Mode, site: &mut Site) -> Result<String> {
    let library = place::tools().join("node_modules/pdfjs-dist");
    let mut files = Map::new();
    for path in FILES {
        let (_, name) = path.rsplit_once('/').expect("each path has a folder");
        let (stem, extension) = name.rsplit_once('.').expect("each name has an extension");
        let bytes = std::fs::read(library.join(path)).with_context(|| format!("pdfjs-dist has no {path} any more"))?;
        files.insert(name.to_owned(), site.add_hashed(&format!("{PREFIX}_{stem}"), extension, &bytes)?.into());
    }
    let worker = bundle(mode, &library.join("legacy/build/pdf.worker.mjs"), &[])?;
    let worker = site.add_hashed(&format!("{PREFIX}_worker"), "js", worker.as_bytes())?;
    let told =
        [format!("--define:PDF_WORKER={}", Value::from(worker)), format!("--define:FILES={}", Value::from(files))];
    let reader = bundle(mode, &place::root().join("src/app/browser/pdf_reader.js"), &told)?;
    site.add_hashed(PREFIX, "js", reader.as_bytes())
}

fn bundle(mode: Mode, entry: &std::path::Path, told: &[String]) -> Result<String> {
    let mut esbuild = Command::new(place::npm_program("esbuild"));
    esbuild.arg(entry).args(["--format=esm", "--platform=browser"]).args(told);
    esbuild.env("NODE_PATH", place::tools().join("node_modules"));
    script::finish(mode, &mut esbuild)
}
