//! Joins small modules that pages share.
//!
//! The splitter makes one for each set of pages that share code: a dozen groups of pages became 249 modules, half of them smaller than their own
//! headers, and each compressed without the others. Two become one where that saves more than it makes some pages load in vain.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

/// What a file less is worth, in bytes of code: its header, its line in the loader, and what it compresses better.
const FILE_BYTES: i64 = 12_000;

/// And for each group of pages that would fetch one more file.
const FETCH_BYTES: i64 = 1_000;

/// Begins the names of modules that pages share.
const SHARED: &str = "chunk_";

/// Joins what pages share in the staging folder, and follows it in `pages` and in the script that loads them.
pub(crate) fn merge(pages: &mut BTreeMap<String, Vec<String>>, staging: &Path, loader: &Path) -> Result<()> {
    let file = |stem: &str| staging.join(format!("{stem}.wasm"));
    let mut joined = BTreeMap::new();
    for stems in plan(shared(pages, |stem| weight(&std::fs::read(file(stem))?))?) {
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
    pages: u64,
    bytes: i64,
}

/// Bytes of a module's code and data: the names in it are not sent.
fn weight(module: &[u8]) -> Result<i64> {
    let mut bytes = 0;
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::CodeSectionStart { size, .. } => bytes += i64::from(size),
            Payload::DataSection(section) => bytes += i64::try_from(section.range().end - section.range().start)?,
            _ => {}
        }
    }
    Ok(bytes)
}

fn shared(pages: &BTreeMap<String, Vec<String>>, weight: impl Fn(&str) -> Result<i64>) -> Result<Vec<Shared>> {
    ensure!(pages.len() <= 64, "there are more groups of pages than bits: see bundle/group.rs");
    let mut sets: BTreeMap<&String, u64> = BTreeMap::new();
    for (bit, stems) in pages.values().enumerate() {
        for stem in stems.iter().filter(|stem| stem.starts_with(SHARED)) {
            *sets.entry(stem).or_default() |= 1 << bit;
        }
    }
    let each =
        sets.into_iter().map(|(stem, pages)| Ok(Shared { stems: vec![stem.clone()], pages, bytes: weight(stem)? }));
    each.collect()
}

/// Which modules become one: always the two next that save most, as long as any two save anything.
fn plan(mut all: Vec<Shared>) -> Vec<Vec<String>> {
    loop {
        let pairs = (0..all.len()).flat_map(|later| (0..later).map(move |earlier| (earlier, later)));
        let best = pairs.map(|(earlier, later)| (saved(&all[earlier], &all[later]), earlier, later)).max();
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
fn saved(one: &Shared, other: &Shared) -> i64 {
    let count = |pages: u64| i64::from(pages.count_ones());
    let in_vain = one.bytes * count(other.pages & !one.pages) + other.bytes * count(one.pages & !other.pages);
    FILE_BYTES + FETCH_BYTES * count(one.pages & other.pages) - in_vain
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

/// How far the indices of a module move behind those of the modules before it.
#[derive(Default)]
struct Moved {
    types: u32,
    functions: u32,
    elements: u32,
    data: u32,
}

type Moving = Result<u32, Error>;

impl Reencode for Moved {
    type Error = std::convert::Infallible;

    fn type_index(&mut self, index: u32) -> Moving {
        Ok(self.types + index)
    }

    fn function_index(&mut self, index: u32) -> Moving {
        Ok(self.functions + index)
    }

    fn element_index(&mut self, index: u32) -> Moving {
        Ok(self.elements + index)
    }

    fn data_index(&mut self, index: u32) -> Moving {
        Ok(self.data + index)
    }
}

/// One module with everything that is in `modules`. All import the one memory, the one table, perhaps the one global, and no function: they call
/// each other through the table.
fn join(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
    let (mut types, mut functions, mut code) = (TypeSection::new(), FunctionSection::new(), CodeSection::new());
    let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
    let mut imported = BTreeMap::new();
    for module in modules {
        let mut moved =
            Moved { types: types.len(), functions: functions.len(), elements: elements.len(), data: data.len() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(section) => moved.parse_type_section(&mut types, section)?,
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        let known = *imported.entry((import.module, import.name)).or_insert(import.ty);
                        ensure!(known == import.ty, "they import different things as {}", import.name);
                    }
                }
                Payload::FunctionSection(section) => moved.parse_function_section(&mut functions, section)?,
                Payload::ExportSection(section) => {
                    ensure!(section.count() == 0, "they call each other through the table")
                }
                Payload::ElementSection(section) => moved.parse_element_section(&mut elements, section)?,
                Payload::CodeSectionEntry(body) => moved.parse_function_body(&mut code, body)?,
                Payload::DataSection(section) => moved.parse_data_section(&mut data, section)?,
                Payload::Version { .. } | Payload::CodeSectionStart { .. } | Payload::DataCountSection { .. } => {}
                Payload::CustomSection(_) | Payload::End(_) => {}
                other => bail!("a shared module has a section that it never had: {other:?}"),
            }
        }
    }
    let mut imports = ImportSection::new();
    let mut kinds = Vec::new();
    for ((module, name), what) in imported {
        // Each index is that of the one thing of its kind, in all of them.
        let kind = std::mem::discriminant(&what);
        ensure!(
            !matches!(what, TypeRef::Func(_)) && !kinds.contains(&kind),
            "they import more than one thing like {name}"
        );
        kinds.push(kind);
        imports.import(module, name, Moved::default().entity_type(what)?);
    }
    let mut joined = Module::new();
    joined.section(&types).section(&imports).section(&functions).section(&elements);
    joined.section(&DataCountSection { count: data.len() }).section(&code).section(&data);
    Ok(joined.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(name: &str, pages: u64, bytes: i64) -> Shared {
        Shared { stems: vec![name.to_owned()], pages, bytes }
    }

    #[test]
    fn small_ones_join_and_large_ones_do_not() {
        let planned = plan(vec![
            module("a", 0b0011, 300),
            module("b", 0b0111, 400),
            module("c", 0b0100, 90_000),
            module("d", 0b1000, 80_000),
        ]);
        assert_eq!(planned, [vec!["a", "b"], vec!["c"], vec!["d"]]);
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

    /// A module that stores 7 at `at` by way of a function of its own, and holds `text` there.
    fn small(at: i32, text: &str) -> Vec<u8> {
        use wasm_encoder::{
            ConstExpr, Elements, EntityType, Function, Instruction, MemArg, MemoryType, RefType, TableType,
        };
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        let memory = MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
        imports.import("__wasm_split", "memory", EntityType::Memory(memory));
        let element_type = RefType::FUNCREF;
        let table = TableType { element_type, table64: false, minimum: 9, maximum: None, shared: false };
        imports.import("__wasm_split", "table", EntityType::Table(table));
        functions.function(0).function(0);
        let (mut code, mut elements, mut data) = (CodeSection::new(), ElementSection::new(), DataSection::new());
        let argument = MemArg { offset: 0, align: 2, memory_index: 0 };
        for body in [
            vec![Instruction::I32Const(at), Instruction::I32Const(7), Instruction::I32Store(argument)],
            vec![Instruction::Call(0)],
        ] {
            let mut function = Function::new([]);
            body.iter().for_each(|instruction| _ = function.instruction(instruction));
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        elements.active(None, &ConstExpr::i32_const(at), Elements::Functions([1].as_slice().into()));
        data.active(0, &ConstExpr::i32_const(at), text.bytes());
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&elements);
        module.section(&DataCountSection { count: 1 }).section(&code).section(&data);
        module.finish()
    }

    #[test]
    fn joined_modules_keep_their_functions_texts_and_places_in_the_table() {
        let joined = join(&[small(1, "one"), small(5, "two")]).expect("both are sound");
        wasmparser::Validator::new().validate_all(&joined).expect("what was joined is sound");
        let (mut calls, mut places, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(&joined) {
            match payload.expect("it is sound") {
                Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().expect("a body has operators") {
                        if let wasmparser::Operator::Call { function_index } = operator.expect("it is sound") {
                            calls.push(function_index);
                        }
                    }
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        let wasmparser::ElementItems::Functions(items) = element.expect("it is sound").items else {
                            continue;
                        };
                        places.extend(items.into_iter().map(|item| item.expect("it is sound")));
                    }
                }
                Payload::DataSection(section) => {
                    texts.extend(section.into_iter().map(|data| data.expect("it is sound").data.to_vec()));
                }
                _ => {}
            }
        }
        assert_eq!((calls, places), (vec![0, 2], vec![1, 3]));
        assert_eq!(texts, [b"one".to_vec(), b"two".to_vec()]);
    }

    #[test]
    fn modules_that_import_different_things_are_not_joined() {
        let other = [small(1, "a"), b"\0asm\x01\0\0\0\x02\x07\x01\x01a\x01b\x02\0\x01".to_vec()];
        assert!(join(&other).is_err());
    }
}
