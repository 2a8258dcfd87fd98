//! What is in a bundle, for the budget, the worker and the next bundle. Kept as `target/site/<mode>.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::Mode;

/// The table of contents of a bundle.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Every file of this release by the name it has without its hash.
    pub(crate) assets: BTreeMap<String, Asset>,
    /// The names of the files that are loaded before the home screen works.
    pub(crate) first_load: Vec<String>,
    /// The addresses that each lazy page loads when it is opened first.
    pub(crate) pages: BTreeMap<String, Vec<String>>,
    /// The addresses that the worker keeps on a device from the start.
    pub(crate) kept: Vec<String>,
    /// The hashed files of earlier releases that are still served, newest release first, as paths in the folder.
    pub(crate) earlier: Vec<BTreeSet<String>>,
}

/// One file.
#[derive(Serialize, Deserialize, Clone)]
pub(crate) struct Asset {
    /// Its address on the server.
    pub(crate) url: String,
    /// Its path in the bundle's folder; a name that ends in `.br` holds it compressed.
    pub(crate) stored: String,
    /// Its size when unpacked.
    pub(crate) size_bytes: usize,
    /// Its size on the wire.
    pub(crate) sent_bytes: usize,
    /// The same for a browser that has the app's main module; see `dictionary.rs`.
    #[serde(default)]
    pub(crate) known: Option<Known>,
}

/// A file as it is sent to who has something like it.
#[derive(Serialize, Deserialize, Clone)]
pub(crate) struct Known {
    /// Its path in the bundle's folder.
    pub(crate) stored: String,
    /// Its size on the wire.
    pub(crate) sent_bytes: usize,
}

impl Asset {
    /// The least that is sent of it.
    pub(crate) fn least_bytes(&self) -> usize {
        self.known.as_ref().map_or(self.sent_bytes, |known| known.sent_bytes)
    }
}

impl Manifest {
    /// Reads the manifest of the bundle that was built last.
    pub(crate) fn read(mode: Mode) -> Result<Self> {
        let file = file(mode);
        let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is not a manifest", file.display()))
    }

    /// Writes it beside the bundle's folder.
    pub(crate) fn write(&self, mode: Mode) -> Result<()> {
        Ok(std::fs::write(file(mode), serde_json::to_string_pretty(self)?)?)
    }

    /// The files whose names change with their content, as paths in the folder.
    pub(crate) fn hashed_files(&self) -> BTreeSet<String> {
        self.assets
            .values()
            .flat_map(|asset| [Some(&asset.stored), asset.known.as_ref().map(|known| &known.stored)])
            .flatten()
            .filter(|stored| stored.starts_with("assets/"))
            .cloned()
            .collect()
    }

    /// The file at an address.
    pub(crate) fn at(&self, url: &str) -> Option<&Asset> {
        self.assets.values().find(|asset| asset.url == url)
    }
}

fn file(mode: Mode) -> PathBuf {
    mode.folder().with_extension("json")
}
