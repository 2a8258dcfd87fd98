//! Puts lazy pages that are used together into one module.
//!
//! The splitter makes a module for each page, and one more for each set of pages that share code: twenty pages became 235 modules, of which one
//! page loaded 111. It knows pages by names in the compiled Wasm, so pages that are given one name become one module.

use anyhow::{Context, Result, bail, ensure};

/// Groups by the pages in them. A page that is not listed belongs to [`REST`]; what only few people open gets a group of its own, so that
/// the others do not load it.
const GROUPS: [(&str, &[&str]); 3] = [
    ("account", &["sign_in", "join", "pair", "settings", "unsent", "devices", "members", "glossary"]),
    ("logbook", &["logbook", "versions", "print"]),
    ("care", &["certificates", "warranties", "tasks", "items", "meters"]),
];

/// Pages on which something is written end like this, and are a group too.
const FORM: (&str, &str) = ("form", "_form");

/// What the first screens call and do not need to be drawn starts like this, and is a group too.
pub(crate) const ENGINE: &str = "engine";

/// The group of all other pages: those of the logbook.
const REST: &str = "book";

/// The group of a page.
pub(crate) fn of(page: &str) -> &'static str {
    match GROUPS.iter().find(|(_, pages)| pages.contains(&page)) {
        Some((group, _)) => group,
        None if page.starts_with(ENGINE) => ENGINE,
        None if page.ends_with(FORM.1) || page == "add" => FORM.0,
        None => REST,
    }
}

/// The numbers of the two sections with names in them (WebAssembly core specification, 5.5.2).
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// Renames the pages in a compiled app as `group` says, which is given a page's full name.
pub(crate) fn rename(wasm: &[u8], group: impl Fn(&str) -> String) -> Result<Vec<u8>> {
    let header = wasm.get(..8).context("the compiled app is not Wasm")?;
    let (mut renamed, mut input) = (header.to_vec(), Reader(&wasm[8..]));
    while !input.0.is_empty() {
        let section = input.byte()?;
        let content = input.sized()?;
        let content = match section {
            IMPORTS => entries(content, 2, &group)?,
            EXPORTS => entries(content, 1, &group)?,
            _ => content.to_vec(),
        };
        renamed.push(section);
        sized(&content, &mut renamed);
    }
    Ok(renamed)
}

/// Copies a section whose entries have `names` names, the last of which may be that of a page, and then a kind and an index.
fn entries(section: &[u8], names: usize, group: &impl Fn(&str) -> String) -> Result<Vec<u8>> {
    let (mut copy, mut input) = (Vec::new(), Reader(section));
    let count = input.number()?;
    number(count, &mut copy);
    for _ in 0..count {
        for at in 1..=names {
            let name = std::str::from_utf8(input.sized()?).context("a name in the compiled app is not text")?;
            let name = if at == names { grouped(name, group)? } else { name.to_owned() };
            sized(name.as_bytes(), &mut copy);
        }
        let kind = input.byte()?;
        // Exports of all kinds have an index; of the imports only functions do, and rustc's Wasm imports nothing else.
        ensure!(names == 1 || kind == 0, "the compiled app imports something that is not a function");
        copy.push(kind);
        number(input.number()?, &mut copy);
    }
    Ok(copy)
}

/// The name with another page in it, if there is one: the macro writes `__wasm_split_00PAGE00_import_…` for what is called, the same with
/// `export` for what is in the page, and `__wasm_split_load_PAGE` for what loads it.
fn grouped(name: &str, group: &impl Fn(&str) -> String) -> Result<String> {
    if let Some(page) = name.strip_prefix("__wasm_split_load_") {
        return Ok(format!("__wasm_split_load_{}", group(page)));
    }
    let Some(rest) = name.strip_prefix("__wasm_split_00") else { return Ok(name.to_owned()) };
    let Some(end) = ["00_import_", "00_export_"].iter().find_map(|mark| rest.rfind(mark)) else {
        bail!("the macro of lazy pages no longer writes what group.rs reads: {name}");
    };
    Ok(format!("__wasm_split_00{}{}", group(&rest[..end]), &rest[end..]))
}

/// Reads numbers (LEB128) and what they are the size of.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (byte, rest) = self.0.split_first().context("the compiled app ends too soon")?;
        self.0 = rest;
        Ok(*byte)
    }

    fn number(&mut self) -> Result<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("the compiled app has a number of more than 32 bits")
    }

    fn sized(&mut self) -> Result<&'a [u8]> {
        let size = self.number()? as usize;
        let (content, rest) = self.0.split_at_checked(size).context("the compiled app ends too soon")?;
        self.0 = rest;
        Ok(content)
    }
}

fn number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn sized(content: &[u8], out: &mut Vec<u8>) {
    number(u32::try_from(content.len()).expect("Wasm is smaller than 4 GB"), out);
    out.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_a_group() {
        for (page, group) in [
            ("sign_in", "account"),
            ("add", "form"),
            ("task_form", "form"),
            ("tasks", "care"),
            ("systems", "book"),
            ("engine_resume", "engine"),
        ] {
            assert_eq!(of(page), group, "{page}");
        }
    }

    /// A module with a custom section, an import of a function, and an export of a memory.
    fn module(import: &str, export: &str) -> Vec<u8> {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let mut section = |id: u8, content: &[u8]| {
            wasm.push(id);
            sized(content, &mut wasm);
        };
        section(0, b"\x04name is not read");
        let mut content = vec![1];
        sized(b"./__wasm_split.js", &mut content);
        sized(import.as_bytes(), &mut content);
        content.extend([0, 0xe5, 0x0e]);
        section(IMPORTS, &content);
        let mut content = vec![1];
        sized(export.as_bytes(), &mut content);
        content.extend([2, 0]);
        section(EXPORTS, &content);
        wasm
    }

    #[test]
    fn pages_are_renamed_where_the_splitter_looks_and_nowhere_else() {
        let group = |page: &str| if page.starts_with("add_view") { "form".repeat(40) } else { page.to_owned() };
        let long = "form".repeat(40);
        for (before, after) in [
            ("__wasm_split_load_add_view_100", format!("__wasm_split_load_{long}")),
            ("__wasm_split_00add_view_10000_import_ab_add", format!("__wasm_split_00{long}00_import_ab_add")),
            ("__wasm_split_00tasks_view_700_export_ab_x", "__wasm_split_00tasks_view_700_export_ab_x".to_owned()),
            ("memory", "memory".to_owned()),
        ] {
            let renamed = rename(&module(before, before), group).expect("the module is sound");
            assert_eq!(renamed, module(&after, &after), "{before}");
        }
    }

    #[test]
    fn what_is_cut_or_unknown_is_refused() {
        let whole = module("__wasm_split_load_a", "a");
        assert!(rename(&whole[..whole.len() - 1], str::to_owned).is_err());
        assert!(rename(&module("__wasm_split_00a", "a"), str::to_owned).is_err());
        assert!(rename(b"<html>", str::to_owned).is_err());
    }
}
