//! The service worker: `public/worker` as `/worker.js`, with the list of files that it keeps on the device from the start.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::asset::Site;
use super::manifest::Asset;
use super::{Mode, group, page, pdf, porter, script};
use crate::place;

/// The groups of pages that a device keeps from the start: what somebody needs at home without a signal. A tap that does not close, whom to call, what was
/// done and what has to be, a round of checks, and setting up a home; and what these draw within their pages, as the law of a system. All others are kept
/// from their first use on.
const AT_ONCE: [&str; 19] = [
    group::ENGINE,
    group::OUTLOOK,
    "account",
    "add",
    "add_more",
    "book",
    "entry",
    "faults",
    "found",
    "health",
    "homes",
    "inspect",
    "law",
    "logbook",
    "plan",
    "remarks",
    "setup",
    "systems",
    "unsent",
];

/// Other hashed files, by the beginning of their names, that a device keeps only after their first use.
const ON_FIRST_USE: [&str; 2] = [pdf::PREFIX, porter::PREFIX];

/// Files under their own names that are kept from the start, by the beginning of their names. The rest of the icons is for the system, which
/// fetches them itself. Catalogues and their pictures have plain names because the app finds them by country and language: no table of hashed
/// addresses is in its first download.
const NAMED: [&str; 3] = [page::TEMPLATE, "icons/icon.svg", "catalogue/"];

/// The addresses that each group of pages loads.
type Pages = BTreeMap<String, Vec<String>>;

/// What the worker is told about this bundle; see `public/worker/kept.ts`.
#[derive(Serialize)]
struct Bundle {
    release: String,
    files: Vec<File>,
    later: Vec<String>,
    pages: BTreeMap<String, Vec<usize>>,
}

#[derive(Serialize)]
struct File {
    url: String,
    revision: Option<String>,
}

/// Adds the worker, and the one that ends all workers beside it. Everything else must be in the site already. Returns the addresses of what
/// the worker keeps from the start.
pub(crate) fn add(mode: Mode, staging: &Path, site: &mut Site, pages: &Pages) -> Result<Vec<String>> {
    let later = later(pages, &AT_ONCE)?;
    let kept = kept(site.assets(), &later, &ON_FIRST_USE)?;
    let urls = kept.iter().map(|(_, asset)| asset.url.clone()).collect();
    let files = kept.into_iter().map(|(name, asset)| file(site, name, asset)).collect::<Result<_>>()?;
    let release = site.url("app.js").expect("the app's script is in every bundle").to_owned();
    let (pages, later) = used(pages, &later);
    let bundle = serde_json::to_string(&Bundle { release, files, later, pages })?;

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

/// The addresses of modules that none of the groups loads which are kept `at_once`.
fn later<'a>(pages: &'a Pages, at_once: &[&str]) -> Result<BTreeSet<&'a str>> {
    let mut later: BTreeSet<&str> = pages.values().flatten().map(String::as_str).collect();
    for group in at_once {
        let urls = pages.get(*group).with_context(|| format!("AT_ONCE names {group}, which is no group of pages"))?;
        for url in urls {
            later.remove(url.as_str());
        }
    }
    Ok(later)
}

/// Which of the addresses for `later` each group loads, as places in the list of all of them.
fn used(pages: &Pages, later: &BTreeSet<&str>) -> (BTreeMap<String, Vec<usize>>, Vec<String>) {
    let all: Vec<&str> = later.iter().copied().collect();
    let places = |urls: &Vec<String>| -> Vec<usize> {
        urls.iter().filter_map(|url| all.binary_search(&url.as_str()).ok()).collect()
    };
    let used = pages.iter().map(|(page, urls)| (page.clone(), places(urls))).filter(|(_, places)| !places.is_empty());
    (used.collect(), all.into_iter().map(str::to_owned).collect())
}

/// The files to keep: all that are hashed but those for `later` and the exceptions, and the few of [`NAMED`].
fn kept<'a>(
    assets: impl Iterator<Item = (&'a str, &'a Asset)>,
    later: &BTreeSet<&str>,
    exceptions: &[&str],
) -> Result<Vec<(&'a str, &'a Asset)>> {
    let (mut kept, mut used) = (Vec::new(), Vec::new());
    for (name, asset) in assets {
        let hashed = asset.url.starts_with("/assets/");
        match exceptions.iter().find(|exception| hashed && name.starts_with(**exception)) {
            Some(exception) => used.push(*exception),
            None if later.contains(asset.url.as_str()) => {}
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

    fn check(names: &[&str], later: &[&str], exceptions: &[&str]) -> Result<Vec<String>> {
        let assets: Vec<_> = names
            .iter()
            .map(|name| {
                let path = if name.ends_with(".wasm") { format!("assets/{name}") } else { (*name).to_owned() };
                (*name, Asset { url: format!("/{path}"), stored: path, size_bytes: 1, sent_bytes: 1, known: None })
            })
            .collect();
        let kept =
            kept(assets.iter().map(|(name, asset)| (*name, asset)), &later.iter().copied().collect(), exceptions)?;
        Ok(kept.into_iter().map(|(name, _)| name.to_owned()).collect())
    }

    #[test]
    fn everything_hashed_is_kept_but_what_is_rare() {
        let names = [
            "app.wasm",
            "catalogue/za.en-ZA.json",
            "estate.wasm",
            "porter.wasm",
            "icons/icon.svg",
            "icons/icon-512.png",
            "index.html",
        ];
        let kept = check(&names, &["/assets/estate.wasm"], &["porter"]).expect("the bundle is whole");
        assert_eq!(kept, ["app.wasm", "catalogue/za.en-ZA.json", "icons/icon.svg", "index.html"]);
    }

    #[test]
    fn an_exception_for_nothing_and_a_missing_page_are_refused() {
        let error = check(&["catalogue/za.en-ZA.json", "icons/icon.svg", "index.html"], &[], &["porter"])
            .expect_err("there is no porter");
        assert!(error.to_string().contains("porter"), "{error}");
        assert!(check(&["icons/icon.svg"], &[], &[]).is_err());
    }

    #[test]
    fn what_a_kept_page_loads_is_kept_with_it_and_nothing_else() {
        let urls = |urls: &[&str]| urls.iter().map(|url| (*url).to_owned()).collect();
        let pages = Pages::from([
            ("plan".to_owned(), urls(&["/assets/plan.wasm", "/assets/chunk_1.wasm"])),
            ("estate".to_owned(), urls(&["/assets/estate.wasm", "/assets/chunk_1.wasm", "/assets/chunk_2.wasm"])),
        ]);
        let later_of = |at_once: &[&str]| later(&pages, at_once).map(|urls| urls.into_iter().collect::<Vec<_>>());
        assert_eq!(later_of(&["plan"]).expect("a group"), ["/assets/chunk_2.wasm", "/assets/estate.wasm"]);
        assert!(later_of(&["garden"]).is_err());
        let (used, all) = used(&pages, &later(&pages, &["plan"]).expect("a group"));
        assert_eq!(all, ["/assets/chunk_2.wasm", "/assets/estate.wasm"]);
        assert_eq!(used, BTreeMap::from([("estate".to_owned(), vec![1, 0])]), "the plan has nothing that is not kept");
    }
}
