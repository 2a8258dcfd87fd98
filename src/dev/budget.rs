//! The budget: how many bytes a phone loads before the home screen works, and for each lazy page.
//!
//! There is what it should be, and what it must not exceed until it is there: a limit that only ever goes down, so that nothing grows
//! unseen. What is over the goal is said in every run.
//!
//! They were raised while sharing, care, the portal and schemes came, and come down again: the first load is held to its goal since 28 November 2026, and what
//! follows it and what is kept to a little more than they weigh. A page carries how it checks what it writes, and no table of all kinds
//! (`model::kind::Kind::of`); starting a home is a module of its own; and no module is kept that no page needs which is kept (`AT_ONCE` in
//! `bundle/worker.rs`). Pages of a scheme and of a provider are for a laptop or for who works with them every day, and the heaviest. To come down next: the
//! desk of a provider, the units of a scheme, the set-up, and how text is put in small letters, which most pages bring along. A browser that knows
//! compression dictionaries is sent a sixth less of every page (`bundle/dictionary.rs`).

use anyhow::{Result, bail};

use crate::bundle::{Asset, ENGINE_PAGE, Manifest};

/// The most the first useful screen may load, compressed: usable in 2.6 s on slow mobile data.
const FIRST_LOAD: Budget = Budget { goal_bytes: 200 * 1024, bytes_max: 200 * 1024 };

/// The most a lazy page may load on top of the first load and of what follows it at once, compressed.
const PAGE: Budget = Budget { goal_bytes: 120 * 1024, bytes_max: 250 * 1024 };

/// The most of what follows the first screen at once, the same on every page: the engine's module.
const ENGINE: Budget = Budget { goal_bytes: 120 * 1024, bytes_max: 126 * 1024 };

/// The most that a device is sent to keep without having asked for it, the first load included, compressed: under a minute of slow mobile
/// data. What is needed without a signal is named in `bundle/worker.rs`. The set-up and its catalogue are kept too: a new home is set up where there may be
/// no signal.
const KEPT: Budget = Budget { goal_bytes: 700 * 1024, bytes_max: 1110 * 1024 };

/// What something should weigh, and what it may weigh until it does.
#[derive(Clone, Copy)]
struct Budget {
    goal_bytes: usize,
    bytes_max: usize,
}

/// Prints what is loaded and fails if it is more than the budget.
pub(crate) fn check(manifest: &Manifest) -> Result<()> {
    println!("{:<32} {:>9} {:>9} {:>9} {:>9} {:>9}", "loaded", "unpacked", "sent", "known", "goal", "at most");
    let first: Vec<_> = manifest.first_load.iter().filter_map(|name| manifest.assets.get(name)).collect();
    for asset in &first {
        println!("{:<32} {:>9} {:>9}", asset.url, kib(asset.size_bytes), kib(asset.sent_bytes));
    }
    let mut over = Vec::new();
    for Load { name, sent_bytes: sent, least_bytes, budget: Budget { goal_bytes, bytes_max }, .. } in loads(manifest) {
        let known = kib(least_bytes);
        let state = if sent > goal_bytes { format!("{} over the goal", kib(sent - goal_bytes)) } else { String::new() };
        println!(
            "{name:<32} {:>9} {:>9} {known:>9} {:>9} {:>9} {state}",
            "",
            kib(sent),
            kib(goal_bytes),
            kib(bytes_max)
        );
        if sent > bytes_max {
            over.push(format!("{name} is {} over", kib(sent - bytes_max)));
        }
    }
    if !over.is_empty() {
        bail!("{}", over.join("; "));
    }
    Ok(())
}

fn kib(bytes: usize) -> String {
    format!("{:.1} KB", bytes as f64 / 1024.0)
}

/// One line of the budget: what is loaded, and what should be.
pub(crate) struct Load {
    name: String,
    is_page: bool,
    sent_bytes: usize,
    /// The same in a browser that compresses with what it has; see `bundle/dictionary.rs`.
    least_bytes: usize,
    budget: Budget,
}

/// Everything that has a budget.
pub(crate) fn loads(manifest: &Manifest) -> Vec<Load> {
    let sent = |assets: &[&Asset]| -> (usize, usize) {
        (assets.iter().map(|asset| asset.sent_bytes).sum(), assets.iter().map(|asset| asset.least_bytes()).sum())
    };
    let at = |urls: &[&String]| sent(&urls.iter().filter_map(|url| manifest.at(url)).collect::<Vec<_>>());
    // Whoever comes first has nothing yet.
    let first =
        manifest.first_load.iter().filter_map(|name| manifest.assets.get(name)).map(|asset| asset.sent_bytes).sum();
    let engine: Vec<&String> = manifest.pages.get(ENGINE_PAGE).into_iter().flatten().collect();
    let load = |name: &str, (sent_bytes, least_bytes), budget| Load {
        name: name.to_owned(),
        is_page: false,
        sent_bytes,
        least_bytes,
        budget,
    };
    let pages = manifest.pages.iter().filter(|(page, _)| *page != ENGINE_PAGE).map(|(page, urls)| {
        let more: Vec<&String> = urls.iter().filter(|url| !engine.contains(url)).collect();
        Load { is_page: true, ..load(&format!("page {page}"), at(&more), PAGE) }
    });
    let first = [load("first load", (first, first), FIRST_LOAD), load("after the first screen", at(&engine), ENGINE)];
    let kept: Vec<&String> = manifest.kept.iter().collect();
    first.into_iter().chain(pages).chain([load("kept by the worker", at(&kept), KEPT)]).collect()
}

impl Load {
    /// What it is called.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it is a lazy page.
    pub(crate) fn is_page(&self) -> bool {
        self.is_page
    }

    /// Bytes that are sent.
    pub(crate) fn sent_bytes(&self) -> usize {
        self.sent_bytes
    }

    /// Bytes that should be enough.
    pub(crate) fn goal_bytes(&self) -> usize {
        self.budget.goal_bytes
    }
}
