//! Reads and rewrites names in the two sections of a Wasm module that have names (WebAssembly core specification, 5.5.2).

use anyhow::{Context, Result, bail, ensure};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// A name in a module.
pub(crate) struct Name<'a> {
    /// The module it is imported from; none if it is exported.
    pub(crate) module: Option<&'a str>,
    /// What it is called there, or here.
    pub(crate) last: &'a str,
}

/// Copies a module in which every import and export has the name that `renamed` gives it; an export that it gives none is left out.
pub(crate) fn rename(wasm: &[u8], mut renamed: impl FnMut(&Name<'_>) -> Result<Option<String>>) -> Result<Vec<u8>> {
    let header = wasm.get(..8).context("this is not Wasm")?;
    let (mut copy, mut input) = (header.to_vec(), Reader(&wasm[8..]));
    while !input.0.is_empty() {
        let section = input.byte()?;
        let content = input.sized()?;
        let content = match section {
            IMPORTS | EXPORTS => entries(content, section == IMPORTS, &mut renamed)?,
            _ => content.to_vec(),
        };
        copy.push(section);
        sized(&content, &mut copy);
    }
    Ok(copy)
}

/// Copies a section whose entries have a name, before it that of a module if they are imports, and then a kind and an index.
fn entries(
    section: &[u8],
    imports: bool,
    renamed: &mut impl FnMut(&Name<'_>) -> Result<Option<String>>,
) -> Result<Vec<u8>> {
    let (mut copies, mut input) = (Vec::new(), Reader(section));
    let mut kept = 0;
    for _ in 0..input.number()? {
        let module = if imports { Some(input.text()?) } else { None };
        let last = input.text()?;
        let kind = input.byte()?;
        // Exports of all kinds have an index; of the imports only functions do, and rustc's Wasm imports nothing else.
        ensure!(!imports || kind == 0, "the compiled app imports something that is not a function: {last}");
        let index = input.number()?;
        let Some(name) = renamed(&Name { module, last })? else {
            ensure!(!imports, "an import cannot be left out: {last}");
            continue;
        };
        if let Some(module) = module {
            sized(module.as_bytes(), &mut copies);
        }
        sized(name.as_bytes(), &mut copies);
        copies.push(kind);
        number(index, &mut copies);
        kept += 1;
    }
    let mut section = Vec::new();
    number(kept, &mut section);
    section.append(&mut copies);
    Ok(section)
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

    fn text(&mut self) -> Result<&'a str> {
        std::str::from_utf8(self.sized()?).context("a name in the compiled app is not text")
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

/// A module with a custom section, an import of a function, and an export of a memory.
#[cfg(test)]
pub(crate) fn module(from: &str, import: &str, export: &str) -> Vec<u8> {
    let mut wasm = b"\0asm\x01\0\0\0".to_vec();
    let mut section = |id: u8, content: &[u8]| {
        wasm.push(id);
        sized(content, &mut wasm);
    };
    section(0, b"\x04name is not read");
    let mut content = vec![1];
    sized(from.as_bytes(), &mut content);
    sized(import.as_bytes(), &mut content);
    content.extend([0, 0xe5, 0x0e]);
    section(IMPORTS, &content);
    let mut content = vec![1];
    sized(export.as_bytes(), &mut content);
    content.extend([2, 0]);
    section(EXPORTS, &content);
    wasm
}
