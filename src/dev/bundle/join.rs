//! Makes one Wasm module of several that pages share, with everything that is in each.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

/// Bytes of a module's code and data: the names in it are not sent.
pub(crate) fn weight(module: &[u8]) -> Result<i64> {
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
pub(crate) fn join(modules: &[Vec<u8>]) -> Result<Vec<u8>> {
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
