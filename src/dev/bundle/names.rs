//! Makes what the main module and its script call each other short.
//!
//! wasm-bindgen ends each of some 350 names with sixteen hexadecimal digits, once in the module and once in the script, and the names of
//! closures are whole Rust paths. Neither compresses; numbers do. It also exports classes that belong to server functions, which this app
//! has none of: as exports they, and all that they call, would be kept.

use std::collections::HashMap;

use anyhow::Result;

use super::section::{self, Name};

/// The name that wasm-bindgen gives its script when a module imports from it.
const SCRIPT: &str = "./app_bg.js";

/// How the exports of `wasm-streams` begin, of which nothing here makes an instance.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// What wasm-bindgen writes behind a class for `using`, which would keep classes that nobody uses.
const DISPOSAL: &str = "if (Symbol.dispose) ";

/// A module and the script that loads it, with short names. What other modules ask for keeps its name.
pub(crate) fn shorten(wasm: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut short = HashMap::new();
    let wasm = section::rename(wasm, |name| {
        if name.module.is_none() && UNUSED.iter().any(|start| name.last.starts_with(start)) {
            return Ok(None);
        }
        if !is_long(name) {
            return Ok(Some(name.last.to_owned()));
        }
        let number = short.len();
        Ok(Some(short.entry(name.last.to_owned()).or_insert_with(|| format!("${number}")).clone()))
    })?;
    let script: String = script.split_inclusive('\n').filter(|line| !line.starts_with(DISPOSAL)).collect();
    Ok((wasm, renamed(&script, &short)))
}

/// Whether a name is one that only the script knows: what it gives, and the closures it calls.
fn is_long(name: &Name<'_>) -> bool {
    match name.module {
        Some(module) => module == SCRIPT,
        None => name.last.starts_with("_R"),
    }
}

/// A script with other identifiers.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let in_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let between = rest.find(in_name).unwrap_or(rest.len());
        out.push_str(&rest[..between]);
        rest = &rest[between..];
        let end = rest.find(|letter| !in_name(letter)).unwrap_or(rest.len());
        out.push_str(names.get(&rest[..end]).map_or(&rest[..end], String::as_str));
        rest = &rest[end..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::section::module;
    use super::*;

    #[test]
    fn a_module_and_its_script_agree_on_short_names() {
        let wasm = module(SCRIPT, "__wbg_get_0123", "_RNvClosure");
        let script = "{ __wbg_get_0123() { return wasm._RNvClosure(1); }, __wbg_get_01234: 2 };";
        let (wasm, script) = shorten(&wasm, script).expect("both are sound");
        assert_eq!(wasm, module(SCRIPT, "$0", "$1"));
        assert_eq!(script, "{ $0() { return wasm.$1(1); }, __wbg_get_01234: 2 };");
    }

    #[test]
    fn what_lazy_pages_ask_for_keeps_its_name() {
        let wasm = module("./__wasm_split.js", "__wasm_split_load_form", "__wasm_split_shared0");
        assert_eq!(shorten(&wasm, "").expect("it is sound").0, wasm);
    }

    #[test]
    fn classes_of_server_functions_are_not_kept() {
        let wasm = module(SCRIPT, "a", "intounderlyingsource_pull");
        let script = "class IntoUnderlyingSource {}\nif (Symbol.dispose) IntoUnderlyingSource.prototype = 1;\nx";
        let (wasm, script) = shorten(&wasm, script).expect("both are sound");
        assert!(!String::from_utf8_lossy(&wasm).contains("intounderlying"));
        assert_eq!(script, "class IntoUnderlyingSource {}\nx");
    }
}
