//! Builds the site the browser loads, and the release binary that holds it. What stands where is told in README.md.

mod asset;
mod dictionary;
mod embed;
mod group;
mod join;
mod loader;
mod manifest;
mod merge;
mod names;
mod page;
mod patience;
mod pdf;
mod porter;
mod script;
mod section;
mod style;
mod typesetter;
mod wasm;
mod webmanifest;
mod worker;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Result;
pub(crate) use asset::files;
pub(crate) use group::ENGINE as ENGINE_PAGE;
pub(crate) use manifest::{Asset, Manifest};

use crate::run::Beside;
use crate::{install, place, run};
use asset::Site;
use script::Elsewhere;
use typesetter::Typesetter;

/// How much effort goes into a bundle; the layout is the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Quick to build: debug Wasm, no wasm-opt, light compression.
    Dev,
    /// Small to load: what people get.
    Release,
}

impl Mode {
    /// The name of the bundle's folder in `target/site`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Dev => "dev",
            Self::Release => "release",
        }
    }

    /// Where the bundle is put.
    pub(crate) fn folder(self) -> PathBuf {
        place::target().join("site").join(self.name())
    }
}

/// Begins the part of a release bundle that keeps one core busy for minutes.
pub(crate) fn begin() -> Result<Beside> {
    wasm::begin()
}

/// Builds the site and returns what is in it.
pub(crate) fn site(mode: Mode) -> Result<Manifest> {
    install::wasm_target()?;
    install::npm_packages(&place::tools())?;
    let started = Instant::now();
    let staging = place::target().join("site").join(format!("{}.staging", mode.name()));
    asset::empty(&staging)?;

    let app = wasm::compile(mode)?;
    // Beside what is done with the app, most of which keeps one core busy.
    let porter = porter::begin(mode)?;
    let modules = wasm::build(mode, &app, &staging)?;
    let mut site = Site::begin(mode)?;
    let pages = wasm::add(modules, &staging, &mut site)?;
    let pdf_reader = pdf::add(mode, &mut site)?;
    let porter = porter::add(porter, mode, &staging, &mut site)?;
    let porter_pages = group::CARRY.iter().flat_map(|group| pages.get(*group).cloned().unwrap_or_default()).collect();
    let camera = script::add_camera(mode, &mut site)?;
    let later_style = style::add_later(mode, &mut site)?;
    script::add_app(mode, &staging, &Elsewhere { pdf_reader, porter, porter_pages, camera, later_style }, &mut site)?;
    let first_style = style::add(mode, &mut site)?;
    script::add_public(mode, &mut site)?;
    site.add_public_files()?;
    webmanifest::add(&mut site)?;
    let first_load = page::add(&mut site, &first_style)?;
    let kept = worker::add(mode, &staging, &mut site, &pages)?;
    dictionary::add(mode, &mut site)?;
    let manifest = site.finish(first_load, pages, kept)?;

    std::fs::remove_dir_all(&staging)?;
    println!("bundled {} in {:.0} s", mode.folder().display(), started.elapsed().as_secs_f64());
    Ok(manifest)
}

/// Builds the release site, `target/release/codessa` with the site inside, and beside it `codessa-typeset`.
pub(crate) fn binary() -> Result<PathBuf> {
    let typesetter = Typesetter::begin()?;
    site(Mode::Release)?;
    let table = embed::write_table()?;
    let mut build = run::cargo(["build", "--release", "--package", "api", "--features", "embed"]);
    run::run(build.env("CODESSA_SITE_TABLE", table))?;
    finish(typesetter, "release")
}

/// Builds the release site and what serves it in an ordinary run of the tests: [`server`], and beside it `codessa-typeset`. The site stays in its folder.
pub(crate) fn tested() -> Result<PathBuf> {
    let typesetter = Typesetter::begin()?;
    site(Mode::Release)?;
    server()?;
    finish(typesetter, "debug")
}

/// Builds the server, without a site, as tests compile it: after these it has to be linked and no more. Where it is.
pub(crate) fn server() -> Result<PathBuf> {
    // With examples, of which there are few and small ones, Cargo gives dependencies the features that they have in tests.
    let mut build = run::cargo(["build", "--bin", "codessa", "--examples"]);
    run::run(build.args(run::packages(&place::NATIVE)))?;
    Ok(place::target().join("debug/codessa"))
}

/// The server in the folder of that profile, once the typesetter is beside it.
fn finish(typesetter: Typesetter, profile: &str) -> Result<PathBuf> {
    let folder = place::target().join(profile);
    let binary = folder.join("codessa");
    println!("built {}", binary.display());
    typesetter.finish(&folder)?;
    Ok(binary)
}
