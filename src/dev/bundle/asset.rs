//! The files of a site: named by their content, compressed, and kept beside those of the releases before.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::manifest::{Asset, Known, Manifest};
use super::{Mode, page, webmanifest, worker};
use crate::place;

/// How many earlier releases keep their hashed files in a bundle: an open tab may still ask for a lazy page of its own
/// release.
const RELEASES_KEPT: usize = 3;

/// Bytes of a hash in the name of a file, which tells its versions apart: two of them are alike once in a million million. Every name stands in the first
/// download, where nothing compresses a hash.
const HASH_BYTES: usize = 5;

/// Kinds of files that are compressed already.
const PACKED: [&str; 5] = ["png", "jpg", "webp", "woff2", "ico"];

/// A site while it is built. It takes the place of the earlier one only when it is whole.
pub(crate) struct Site {
    mode: Mode,
    folder: PathBuf,
    assets: BTreeMap<String, Asset>,
}

impl Site {
    /// Starts an empty site.
    pub(crate) fn begin(mode: Mode) -> Result<Self> {
        let folder = mode.folder().with_extension("new");
        empty(&folder)?;
        Ok(Self { mode, folder, assets: BTreeMap::new() })
    }

    /// Adds a file under a name that changes with its content, and returns its address.
    pub(crate) fn add_hashed(&mut self, name: &str, extension: &str, bytes: &[u8]) -> Result<String> {
        let hash: String = Sha256::digest(bytes)[..HASH_BYTES].iter().map(|byte| format!("{byte:02x}")).collect();
        self.add(&format!("{name}.{extension}"), &format!("assets/{name}.{hash}.{extension}"), bytes)
    }

    /// Adds a file under its own name, for what others must find: the page, the worker, icons.
    pub(crate) fn add_named(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        self.add(name, name, bytes)
    }

    /// The address of the file that was added as `name`.
    pub(crate) fn url(&self, name: &str) -> Option<&str> {
        self.assets.get(name).map(|asset| asset.url.as_str())
    }

    /// Every file so far, by the name it has without its hash.
    pub(crate) fn assets(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.assets.iter().map(|(name, asset)| (name.as_str(), asset))
    }

    /// The bytes of a file as they are kept, which may be compressed.
    pub(crate) fn stored(&self, asset: &Asset) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.folder.join(&asset.stored))?)
    }

    /// The bytes of a file as a browser has it in the end.
    pub(crate) fn plain(&self, name: &str) -> Result<Vec<u8>> {
        let asset = self.assets.get(name).with_context(|| format!("{name} is not in the site"))?;
        let stored = self.stored(asset)?;
        if !asset.stored.ends_with(".br") {
            return Ok(stored);
        }
        let mut plain = Vec::with_capacity(asset.size_bytes);
        brotli::BrotliDecompress(&mut &stored[..], &mut plain)?;
        Ok(plain)
    }

    /// Adds what is sent of a file to who has something like it, unless that is no less.
    pub(crate) fn add_known(&mut self, name: &str, packed: &[u8]) -> Result<()> {
        let asset = self.assets.get_mut(name).with_context(|| format!("{name} is not in the site"))?;
        if packed.len() < asset.sent_bytes {
            let stored = format!("{}.dcb", asset.url.trim_start_matches('/'));
            std::fs::write(self.folder.join(&stored), packed)?;
            asset.known = Some(Known { stored, sent_bytes: packed.len() });
        }
        Ok(())
    }

    /// Adds what in `public` nothing else is made of: it is served as it is.
    pub(crate) fn add_public_files(&mut self) -> Result<()> {
        let public = place::root().join("public");
        for file in files(&public)? {
            let name = file.strip_prefix(&public).expect("files lie below their folder").to_string_lossy().into_owned();
            let is_source = [page::TEMPLATE, webmanifest::SOURCE].contains(&name.as_str()) || worker::is_source(&file);
            if !is_source && !super::script::is_script(&file) {
                self.add_named(&name, &std::fs::read(&file)?)?;
            }
        }
        Ok(())
    }

    /// Adds the hashed files of earlier releases and puts the site in its place.
    pub(crate) fn finish(
        self,
        first_load: Vec<String>,
        pages: BTreeMap<String, Vec<String>>,
        kept: Vec<String>,
    ) -> Result<Manifest> {
        let place = self.mode.folder();
        let mut manifest = Manifest { assets: self.assets, first_load, pages, kept, earlier: Vec::new() };
        if let Ok(before) = Manifest::read(self.mode) {
            manifest.earlier = releases_kept(&before, &manifest);
        }
        let carried: BTreeSet<&String> = manifest.earlier.iter().flatten().collect();
        for stored in carried {
            let (from, to) = (place.join(stored), self.folder.join(stored));
            if !to.exists() {
                std::fs::copy(&from, &to).with_context(|| format!("{} cannot be kept", from.display()))?;
            }
        }
        if place.exists() {
            std::fs::remove_dir_all(&place)?;
        }
        std::fs::rename(&self.folder, &place)?;
        manifest.write(self.mode)?;
        Ok(manifest)
    }

    fn add(&mut self, name: &str, path: &str, bytes: &[u8]) -> Result<String> {
        let packed = path.rsplit_once('.').is_some_and(|(_, extension)| PACKED.contains(&extension));
        let (stored, content) = if packed {
            (path.to_owned(), bytes.to_vec())
        } else {
            (format!("{path}.br"), compress(bytes, self.mode)?)
        };
        let file = self.folder.join(&stored);
        std::fs::create_dir_all(file.parent().expect("a file of the site lies in its folder"))?;
        std::fs::write(file, &content)?;
        let url = format!("/{path}");
        let asset = Asset { url: url.clone(), stored, size_bytes: bytes.len(), sent_bytes: content.len(), known: None };
        self.assets.insert(name.to_owned(), asset);
        Ok(url)
    }
}

/// Every file below a folder, in order of name; none if there is no such folder.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    if !folder.exists() {
        return Ok(found);
    }
    let mut entries: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        match entry.file_type()?.is_dir() {
            true => found.extend(files(&entry.path())?),
            false => found.push(entry.path()),
        }
    }
    Ok(found)
}

/// Makes a folder that is there and empty.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    Ok(std::fs::create_dir_all(folder)?)
}

/// The releases to keep beside `now`, newest first. A bundle with the same files is the same release.
fn releases_kept(before: &Manifest, now: &Manifest) -> Vec<BTreeSet<String>> {
    let mut releases = vec![before.hashed_files()];
    releases.extend(before.earlier.iter().cloned());
    let current = now.hashed_files();
    releases.retain(|release| *release != current);
    releases.truncate(RELEASES_KEPT);
    releases
}

fn compress(bytes: &[u8], mode: Mode) -> Result<Vec<u8>> {
    let quality = if mode == Mode::Release { 11 } else { 4 };
    let parameters = brotli::enc::BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(files: &[&str], earlier: &[&[&str]]) -> Manifest {
        let asset = |file: &&str| {
            let stored = format!("assets/{file}");
            (file.to_string(), Asset { url: format!("/{stored}"), stored, size_bytes: 1, sent_bytes: 1, known: None })
        };
        let earlier = earlier.iter().map(|files| files.iter().map(|file| format!("assets/{file}")).collect()).collect();
        Manifest {
            assets: files.iter().map(asset).collect(),
            first_load: vec![],
            pages: BTreeMap::new(),
            kept: vec![],
            earlier,
        }
    }

    #[test]
    fn the_last_releases_are_kept_and_the_same_release_counts_once() {
        let before = release(&["d"], &[&["c"], &["b"], &["a"]]);
        let names = |kept: Vec<BTreeSet<String>>| kept.concat_names();
        assert_eq!(names(releases_kept(&before, &release(&["e"], &[]))), ["assets/d", "assets/c", "assets/b"]);
        assert_eq!(names(releases_kept(&before, &release(&["d"], &[]))), ["assets/c", "assets/b", "assets/a"]);
    }

    trait ConcatNames {
        fn concat_names(self) -> Vec<String>;
    }

    impl ConcatNames for Vec<BTreeSet<String>> {
        fn concat_names(self) -> Vec<String> {
            self.into_iter().flatten().collect()
        }
    }

    #[test]
    fn what_is_compressed_comes_back_whole() {
        let text = "the same words, the same words, the same words".repeat(50);
        for mode in [Mode::Dev, Mode::Release] {
            let packed = compress(text.as_bytes(), mode).expect("memory is enough");
            assert!(packed.len() < text.len() / 5);
            let mut unpacked = Vec::new();
            brotli::BrotliDecompress(&mut &packed[..], &mut unpacked).expect("it was packed just now");
            assert_eq!(unpacked, text.as_bytes());
        }
    }
}
