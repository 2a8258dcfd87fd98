//! Joins small modules that pages share.
//!
//! The splitter makes one for each set of pages that share code: a dozen groups of pages became 249 modules, half of them smaller than their own
//! headers, and each compressed without the others. Two become one where that saves more than it makes some pages load in vain.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::group::{ENGINE, OUTLOOK, VISIT};
use super::join::{join, weight};

/// What a file less is worth, in bytes of code: its header, its line in the loader, and what it compresses better. With more, pages came to load a tenth in vain.
const FILE_BYTES: i64 = 3_000;

/// And for each group of pages that would fetch one more file.
const FETCH_BYTES: i64 = 1_500;

/// By how much a byte in vain, and a file more, count more in the group that everybody loads, whatever they came for. With 12 for bytes alone, two groups of
/// pages more made sixteen files of it, and 4 KB more to send.
const EVERYBODY: i64 = 24;

/// The same in the groups that a visitor loads first, who has never seen the app: on somebody's phone, on mobile data, once.
const VISITOR: i64 = 40;

/// Begins the names of modules that pages share.
pub(super) const SHARED: &str = "chunk_";

/// Joins what pages share in the staging folder, and follows it in `pages` and in the script that loads them.
pub(crate) fn merge(pages: &mut BTreeMap<String, Vec<String>>, staging: &Path, loader: &Path) -> Result<()> {
    let file = |stem: &str| staging.join(format!("{stem}.wasm"));
    let mut joined = BTreeMap::new();
    let bit =
        |group: &str| pages.keys().position(|page| super::wasm::public_name(page) == group).map_or(0, |at| 1 << at);
    let dear = Dear { everybody: bit(ENGINE), visitor: bit(VISIT) | bit(OUTLOOK) };
    for stems in plan(shared(pages, |stem| weight(&std::fs::read(file(stem))?))?, dear) {
        let modules: Vec<Vec<u8>> = stems.iter().map(|stem| std::fs::read(file(stem))).collect::<Result<_, _>>()?;
        let Some((first, others)) = stems.split_first().filter(|(_, others)| !others.is_empty()) else { continue };
        std::fs::write(file(first), join(&modules).with_context(|| format!("{stems:?} cannot be joined"))?)?;
        for other in others {
            std::fs::remove_file(file(other))?;
            joined.insert(other.clone(), first.clone());
        }
    }
    for stems in pages.values_mut() {
        *stems = followed(stems.iter(), &joined);
    }
    Ok(std::fs::write(loader, rewritten(&std::fs::read_to_string(loader)?, &joined)?)?)
}

/// One module, or several that become one.
struct Shared {
    stems: Vec<String>,
    /// A bit for each group of pages that loads it.
    pages: u128,
    bytes: i64,
}

fn shared(pages: &BTreeMap<String, Vec<String>>, weight: impl Fn(&str) -> Result<i64>) -> Result<Vec<Shared>> {
    ensure!(pages.len() <= 128, "there are more groups of pages than bits: see bundle/group.rs");
    let mut sets: BTreeMap<&String, u128> = BTreeMap::new();
    for (bit, stems) in pages.values().enumerate() {
        for stem in stems.iter().filter(|stem| stem.starts_with(SHARED)) {
            *sets.entry(stem).or_default() |= 1 << bit;
        }
    }
    let each =
        sets.into_iter().map(|(stem, pages)| Ok(Shared { stems: vec![stem.clone()], pages, bytes: weight(stem)? }));
    each.collect()
}

/// The bits of groups in which bytes count more.
#[derive(Clone, Copy, Default)]
struct Dear {
    everybody: u128,
    visitor: u128,
}

impl Dear {
    /// How many groups of `pages` there are, each as often as it counts.
    fn loads(self, pages: u128) -> i64 {
        let count = |pages: u128| i64::from(pages.count_ones());
        count(pages) + (EVERYBODY - 1) * count(pages & self.everybody) + (VISITOR - 1) * count(pages & self.visitor)
    }
}

/// Which modules become one: always the two next that save most, as long as any two save anything.
fn plan(mut all: Vec<Shared>, dear: Dear) -> Vec<Vec<String>> {
    loop {
        let pairs = (0..all.len()).flat_map(|later| (0..later).map(move |earlier| (earlier, later)));
        let best = pairs.map(|(earlier, later)| (saved(&all[earlier], &all[later], dear), earlier, later)).max();
        let Some((_, earlier, later)) = best.filter(|(saved, ..)| *saved > 0) else { break };
        let Shared { mut stems, pages, bytes } = all.remove(later);
        let kept = &mut all[earlier];
        kept.stems.append(&mut stems);
        kept.pages |= pages;
        kept.bytes += bytes;
    }
    all.into_iter().map(|shared| shared.stems).collect()
}

/// What joining two saves, less what pages would load in vain.
fn saved(one: &Shared, other: &Shared, dear: Dear) -> i64 {
    let in_vain = one.bytes * dear.loads(other.pages & !one.pages) + other.bytes * dear.loads(one.pages & !other.pages);
    FILE_BYTES + FETCH_BYTES * dear.loads(one.pages & other.pages) - in_vain
}

/// Names, those that are joined under the name of what they are in, each once.
fn followed<'a>(names: impl Iterator<Item = &'a String>, joined: &BTreeMap<String, String>) -> Vec<String> {
    let mut followed = Vec::new();
    for name in names.map(|name| joined.get(name).unwrap_or(name)) {
        if !followed.contains(name) {
            followed.push(name.clone());
        }
    }
    followed
}

/// The loader without the modules that are in others. The splitter writes a block for each, from `const __chunk_1 = makeLoad(` to `, []);`, and
/// a line `, [__chunk_1, …]` for each page.
fn rewritten(loader: &str, joined: &BTreeMap<String, String>) -> Result<String> {
    let mut script = String::with_capacity(loader.len());
    let (mut dropped, mut dropping) = (0, false);
    for line in loader.split_inclusive('\n') {
        let declared = line.strip_prefix("const __").and_then(|rest| rest.split_once(" = makeLoad("));
        dropping |= declared.is_some_and(|(stem, _)| joined.contains_key(stem));
        let list = line.strip_prefix(", [").and_then(|rest| rest.split_once(']'));
        match list {
            Some(_) if dropping => (dropping, dropped) = (false, dropped + 1),
            _ if dropping => {}
            Some((list, end)) => {
                let names: Vec<String> = list.split(", ").map(|name| name.trim_start_matches('_').to_owned()).collect();
                let names: Vec<String> = followed(names.iter(), joined);
                let names = names.iter().filter(|name| !name.is_empty()).map(|name| format!("__{name}"));
                script.push_str(&format!(", [{}]{end}", names.collect::<Vec<_>>().join(", ")));
            }
            None => script.push_str(line),
        }
    }
    ensure!(dropped == joined.len() && !dropping, "the splitter no longer writes what bundle/merge.rs reads");
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(name: &str, pages: u128, bytes: i64) -> Shared {
        Shared { stems: vec![name.to_owned()], pages, bytes }
    }

    #[test]
    fn small_ones_join_and_large_ones_do_not() {
        let modules = vec![
            module("a", 0b0011, 300),
            module("b", 0b0111, 400),
            module("c", 0b0100, 90_000),
            module("d", 0b1000, 80_000),
        ];
        assert_eq!(plan(modules, Dear::default()), [vec!["a", "b"], vec!["c"], vec!["d"]]);
    }

    #[test]
    fn what_everybody_loads_takes_less_in_vain() {
        let modules = || vec![module("a", 0b0011, 2_000), module("b", 0b0001, 2_000)];
        assert_eq!(plan(modules(), Dear::default()), [vec!["a", "b"]]);
        assert_eq!(plan(modules(), Dear { everybody: 0b0010, visitor: 0 }), [vec!["a"], vec!["b"]]);
        assert_eq!(plan(modules(), Dear { everybody: 0, visitor: 0b0010 }), [vec!["a"], vec!["b"]]);
    }

    #[test]
    fn the_loader_forgets_what_is_joined() {
        let block = |stem: &str| format!("const __{stem} = makeLoad(() => {{\n    found();\n}}\n, []);\n");
        let page = "export const __wasm_split_load_care = wrapAsyncCb(makeLoad(() => {\n}\n";
        let loader = format!("{}{}{page}, [__chunk_1, __chunk_2]));\n", block("chunk_1"), block("chunk_2"));
        let joined = BTreeMap::from([("chunk_2".to_owned(), "chunk_1".to_owned())]);
        let script = rewritten(&loader, &joined).expect("the loader is as ever");
        assert_eq!(script, format!("{}{page}, [__chunk_1]));\n", block("chunk_1")));
        assert!(rewritten("something else", &joined).is_err());
    }
}
