//! The budget: how many bytes a phone loads before the home screen works, and for each lazy page.
//!
//! There is what it should be, and what it must not exceed until it is there: a limit that only ever goes down, so that nothing grows
//! unseen. What is over the goal is said in every run.
//!
//! The limits of pages, engine and what is kept were raised once, on 26 November 2026, when imports, archives, the report, labels and the set-up came: these have to
//! come down again to their goals. Those of pages and
//! engine were raised by two kilobytes when sharing came the day after: its pages are two groups more to share code with.
//! With what is sent by links, the account and the hand-over the first load stood 1.4 KB over its goal; its limit is to come down to it again.
//! Care (tasks, certificates, warranties, faults, inspections, reminders) raised those of pages, engine and what is kept on 27 November 2026: when tasks are due and every kind that the
//! home screen does not draw first are in the engine, so that the first load is as it was; plan, faults and inspections are kept because they are used where there is no signal.
//! Health and the portal raised all of them on the same day: asking for a quote and looking at one are the heaviest page, before the report and the forms of a provider. A browser that knows compression dictionaries is sent a
//! sixth less of every page (`bundle/dictionary.rs`).
//! The firm, the trade desk, papers and trust raised them once more that day, while looking at a request came down by an eighth (asking is a form's module now): the forms of a provider, their desk and the report, which tells
//! of work by request too, are the heaviest pages. To come down next: the forms of a provider are two (what is written on site, and papers), and the report reads deals only where there are any.
//! Schemes of many homes added nine modules on 27 November 2026, none of which is kept before its first use: with more modules to share code with, what others share weighs a few kilobytes more on each page, and what follows the first screen
//! too. Pages of a scheme are for a laptop or for who looks after one; those of work and of the plan are the heaviest. Their rows in the table of pages weigh half a kilobyte in the first load.
//! The same evening what follows the first screen and what is kept came down: a page carries how it checks what it writes, and no table of all kinds (`model::kind::Kind::of`); starting a home is a module of its
//! own; and no module is kept that no page needs which is kept (`AT_ONCE` in `bundle/worker.rs`). To come down next: the set-up and the logbook, the heaviest of what is kept, and how text is put in small letters, which most pages bring along.

use anyhow::{Result, bail};

use crate::bundle::{Asset, ENGINE_PAGE, Manifest};

/// The most the first useful screen may load, compressed: usable in 2.6 s on slow mobile data.
const FIRST_LOAD: Budget = Budget { goal_bytes: 200 * 1024, bytes_max: 206 * 1024 };

/// The most a lazy page may load on top of the first load and of what follows it at once, compressed.
const PAGE: Budget = Budget { goal_bytes: 120 * 1024, bytes_max: 250 * 1024 };

/// The most of what follows the first screen at once, the same on every page: the engine's module.
const ENGINE: Budget = Budget { goal_bytes: 120 * 1024, bytes_max: 136 * 1024 };

/// The most that a device is sent to keep without having asked for it, the first load included, compressed: under a minute of slow mobile
/// data. What is needed without a signal is named in `bundle/worker.rs`. The set-up and its catalogue are kept too: a new home is set up where there may be
/// no signal.
const KEPT: Budget = Budget { goal_bytes: 700 * 1024, bytes_max: 1200 * 1024 };

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
