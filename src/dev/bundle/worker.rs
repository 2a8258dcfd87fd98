//! The service worker: `public/worker` as `/worker.js`, with the list of files that it keeps on the device from the start.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail, ensure};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::asset::Site;
use super::manifest::Asset;
use super::{Mode, page, pdf, porter, script};
use crate::place;

/// Hashed files, by the beginning of their names, that a device keeps only after their first use: what few people open, what is heavy,
/// or what can do nothing without a connection.
const ON_FIRST_USE: [&str; 17] = [
    pdf::PREFIX,
    porter::PREFIX,
    "carry",
    "contribute",
    "estate",
    "handover",
    "members",
    "memory",
    "own",
    "ready",
    "reminders",
    "sent",
    "share",
    "stranger",
    "supply",
    "trade",
    "visit",
];

/// Files under their own names that are kept from the start, by the beginning of their names. The rest of the icons is for the system, which
/// fetches them itself. Catalogues and their pictures have plain names because the app finds them by country and language: no table of hashed
/// addresses is in its first download.
const NAMED: [&str; 3] = [page::TEMPLATE, "icons/icon.svg", "catalogue/"];

/// What the worker is told about this bundle; see `public/worker/kept.ts`.
#[derive(Serialize)]
struct Bundle {
    release: String,
    files: Vec<File>,
}

#[derive(Serialize)]
struct File {
    url: String,
    revision: Option<String>,
}

/// Adds the worker, and the one that ends all workers beside it. Everything else must be in the site already. Returns the addresses of what
/// the worker keeps from the start.
pub(crate) fn add(mode: Mode, staging: &Path, site: &mut Site) -> Result<Vec<String>> {
    let kept = kept(site.assets(), &ON_FIRST_USE)?;
    let urls = kept.iter().map(|(_, asset)| asset.url.clone()).collect();
    let files = kept.into_iter().map(|(name, asset)| file(site, name, asset)).collect::<Result<_>>()?;
    let release = site.url("app.js").expect("the app's script is in every bundle").to_owned();
    let bundle = serde_json::to_string(&Bundle { release, files })?;

    // Told in a file: one argument of a program holds no more than 128 KB, and a bundle for development has a thousand modules.
    let told = staging.join("bundle.js");
    std::fs::write(&told, format!("export const BUNDLE = {bundle}"))?;
    let worker = compile(mode, "worker.ts", &[format!("--inject:{}", told.display())])?;
    site.add_named("worker.js", worker.as_bytes())?;
    site.add_named("worker/kill.js", compile(mode, "kill.ts", &[])?.as_bytes())?;
    Ok(urls)
}

/// Whether a file of `public` is a part of the worker, so that it is not served by itself.
pub(crate) fn is_source(file: &Path) -> bool {
    file.starts_with(place::root().join("public/worker"))
}

/// The files to keep: all that are hashed but the exceptions, and the few of [`NAMED`].
fn kept<'a>(
    assets: impl Iterator<Item = (&'a str, &'a Asset)>,
    exceptions: &[&str],
) -> Result<Vec<(&'a str, &'a Asset)>> {
    let (mut kept, mut used) = (Vec::new(), Vec::new());
    for (name, asset) in assets {
        let hashed = asset.url.starts_with("/assets/");
        match exceptions.iter().find(|exception| hashed && name.starts_with(**exception)) {
            Some(exception) => used.push(*exception),
            None if hashed => kept.push((name, asset)),
            None if is_named(name) => kept.push((name, asset)),
            None => {}
        }
    }
    for named in NAMED {
        ensure!(
            kept.iter().any(|(name, _)| name.starts_with(named)),
            "the bundle lacks {named}, which the worker keeps"
        );
    }
    if let Some(idle) = exceptions.iter().find(|exception| !used.contains(*exception)) {
        bail!("ON_FIRST_USE names {idle}, which no hashed file begins with");
    }
    Ok(kept)
}

fn is_named(name: &str) -> bool {
    NAMED.iter().any(|named| name.starts_with(named))
}

fn file(site: &Site, name: &str, asset: &Asset) -> Result<File> {
    let revision = match is_named(name) {
        true => Some(Sha256::digest(site.stored(asset)?)[..8].iter().map(|byte| format!("{byte:02x}")).collect()),
        false => None,
    };
    // The server answers the template's own address as well as every address of the app.
    Ok(File { url: asset.url.clone(), revision })
}

fn compile(mode: Mode, entry: &str, more: &[String]) -> Result<String> {
    let mut esbuild = Command::new(place::npm_program("esbuild"));
    esbuild.arg(place::root().join("public/worker").join(entry)).args(more).arg("--format=iife");
    // Workbox has a talkative variant for development, of three times the size.
    esbuild.arg("--define:process.env.NODE_ENV=\"production\"");
    esbuild.env("NODE_PATH", place::tools().join("node_modules"));
    script::finish(mode, &mut esbuild)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(names: &[&str], exceptions: &[&str]) -> Result<Vec<String>> {
        let assets: Vec<_> = names
            .iter()
            .map(|name| {
                let path = if name.ends_with(".wasm") { format!("assets/{name}") } else { (*name).to_owned() };
                (*name, Asset { url: format!("/{path}"), stored: path, size_bytes: 1, sent_bytes: 1, known: None })
            })
            .collect();
        let kept = kept(assets.iter().map(|(name, asset)| (*name, asset)), exceptions)?;
        Ok(kept.into_iter().map(|(name, _)| name.to_owned()).collect())
    }

    #[test]
    fn everything_hashed_is_kept_but_what_is_rare() {
        let names = [
            "app.wasm",
            "catalogue/za.en-ZA.json",
            "estate.wasm",
            "icons/icon.svg",
            "icons/icon-512.png",
            "index.html",
        ];
        let kept = check(&names, &["estate"]).expect("the bundle is whole");
        assert_eq!(kept, ["app.wasm", "catalogue/za.en-ZA.json", "icons/icon.svg", "index.html"]);
    }

    #[test]
    fn an_exception_for_nothing_and_a_missing_page_are_refused() {
        let error = check(&["catalogue/za.en-ZA.json", "icons/icon.svg", "index.html"], &["estate"])
            .expect_err("there is no estate");
        assert!(error.to_string().contains("estate"), "{error}");
        assert!(check(&["icons/icon.svg"], &[]).is_err());
    }
}
