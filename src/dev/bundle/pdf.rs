//! The PDF reader: pdf.js with its worker and the few files it needs, each fetched by a device when it first opens a PDF.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};

use super::asset::{self, Site};
use super::{Mode, script};
use crate::place;

/// How the names of all its files begin.
pub(crate) const PREFIX: &str = "pdf";

/// Decoders of scans in `pdfjs-dist`: JPEG 2000, and JBIG2 with fax.
const DECODERS: [&str; 2] = ["wasm/openjpeg.wasm", "wasm/jbig2.wasm"];

/// The folder in `pdfjs-dist` of the fonts that a PDF need not bring along; a phone has others, whose letters are of another width.
const FONTS: &str = "standard_fonts";

/// Licences in `pdfjs-dist` that what is handed on has to come with: of pdf.js, of its decoders and of its fonts.
const LICENCES: [&str; 5] = [
    "LICENSE",
    "wasm/LICENSE_OPENJPEG",
    "wasm/LICENSE_JBIG2",
    "standard_fonts/LICENSE_FOXIT",
    "standard_fonts/LICENSE_LIBERATION",
];

/// Adds the reader and what it needs; its address.
pub(crate) fn add(mode: Mode, site: &mut Site) -> Result<String> {
    let library = place::tools().join("node_modules/pdfjs-dist");
    let files = add_files(&library, site)?;
    let worker = bundle(mode, &library.join("legacy/build/pdf.worker.mjs"), &[])?;
    let worker = site.add_hashed(&format!("{PREFIX}_worker"), "js", worker.as_bytes())?;
    let told =
        [format!("--define:PDF_WORKER={}", Value::from(worker)), format!("--define:FILES={}", Value::from(files))];
    let reader = bundle(mode, &place::root().join("src/app/browser/pdf_reader.js"), &told)?;
    site.add_hashed(PREFIX, "js", reader.as_bytes())
}

/// Adds decoders, fonts and licences; the addresses of the first two, by the names under which pdf.js asks for them.
fn add_files(library: &Path, site: &mut Site) -> Result<Map<String, Value>> {
    let decoders = DECODERS.map(|path| library.join(path));
    let fonts = asset::files(&library.join(FONTS))?.into_iter().filter(|file| file.extension().is_some());
    let mut files = Map::new();
    for file in decoders.into_iter().chain(fonts) {
        let bytes = std::fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let (stem, extension) = name.rsplit_once('.').expect("what has no extension was left out");
        let url = site.add_hashed(&format!("{PREFIX}_{stem}"), extension, &bytes)?;
        files.insert(name.clone(), url.into());
    }
    ensure!(files.len() > DECODERS.len(), "pdfjs-dist has no fonts in {FONTS} any more");
    for path in LICENCES {
        let text = std::fs::read(library.join(path)).with_context(|| format!("pdfjs-dist has no {path} any more"))?;
        site.add_named(&format!("licences/pdfjs-dist/{path}.txt"), &text)?;
    }
    Ok(files)
}

fn bundle(mode: Mode, entry: &Path, told: &[String]) -> Result<String> {
    let mut esbuild = Command::new(place::npm_program("esbuild"));
    esbuild.arg(entry).args(["--format=esm", "--platform=browser"]).args(told);
    esbuild.env("NODE_PATH", place::tools().join("node_modules"));
    script::finish(mode, &mut esbuild)
}
