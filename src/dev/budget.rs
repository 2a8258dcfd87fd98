//! The budget: how many bytes a phone loads before the home screen works, and for each lazy page.

use anyhow::{Result, bail};

use crate::bundle::Manifest;

/// The most the first useful screen may load, compressed: usable in 2.6 s on slow mobile data.
const FIRST_LOAD_BYTES_MAX: usize = 200 * 1024;

/// The most a lazy page may load on top, compressed.
const PAGE_BYTES_MAX: usize = 120 * 1024;

/// The most that a device is sent to keep without having asked for it, the first load included, compressed: under a minute of slow mobile
/// data. What is heavy or rare is named in `bundle/worker.rs`.
const KEPT_BYTES_MAX: usize = 700 * 1024;

/// Prints what is loaded and fails if it is more than the budget.
pub(crate) fn check(manifest: &Manifest) -> Result<()> {
    println!("{:<32} {:>9} {:>9} {:>9}", "loaded", "unpacked", "sent", "at most");
    let first: Vec<_> = manifest.first_load.iter().filter_map(|name| manifest.assets.get(name)).collect();
    for asset in &first {
        println!("{:<32} {:>9} {:>9}", asset.url, kib(asset.size_bytes), kib(asset.sent_bytes));
    }
    let mut over = Vec::new();
    let mut row = |name: &str, sent: usize, most: usize| {
        println!("{name:<32} {:>9} {:>9} {:>9}", "", kib(sent), kib(most));
        if sent > most {
            over.push(format!("{name} is {} over", kib(sent - most)));
        }
    };
    row("first load", first.iter().map(|asset| asset.sent_bytes).sum(), FIRST_LOAD_BYTES_MAX);
    let sent = |urls: &[String]| urls.iter().filter_map(|url| manifest.at(url)).map(|asset| asset.sent_bytes).sum();
    for (page, urls) in &manifest.pages {
        row(&format!("page {page}"), sent(urls), PAGE_BYTES_MAX);
    }
    row("kept by the worker", sent(&manifest.kept), KEPT_BYTES_MAX);
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

fn kib(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1024.0)
}
