//! Writes the script that loads lazy pages short, as a table: it is in the first download.
//!
//! The splitter writes a function for each module, and for each page the names of all that it loads: 55 KB of script that told little. Here a module is its name,
//! and which pages load it is a row of bits.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

/// How a module of a page is called by the app.
const LOAD: &str = "__wasm_split_load_";

/// How the splitter begins what it writes for each module, with what it says of it before.
const BLOCKS: [&str; 3] = ["/* ", "const __", "export const __wasm_split_load_"];

/// The bits in a letter of a row, of which 0 is the letter `0`: more would not be letters that stand in a string as they are.
const LETTER_BITS: usize = 5;

/// What makes loaders of the table; `found` and others are the splitter's own.
const MADE: &str = "const made = (name, uses) => makeLoad(() => {
    const src = fetch(new URL(`/assets/${name}.wasm`, import.meta.url));
    src.catch(() => {});
    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));
}, uses);
";

/// The loader with a table in place of what `pages` load, which names modules by their stems. `urls` says where each is.
pub(crate) fn table(
    loader: &str,
    pages: &BTreeMap<String, Vec<String>>,
    urls: &BTreeMap<String, String>,
) -> Result<String> {
    let shared: Vec<&String> = urls.keys().filter(|stem| uses(pages, stem) != 0).collect();
    let blocks = loader.lines().position(|line| BLOCKS.iter().any(|block| line.starts_with(block)));
    let Some(blocks) = blocks else { return Ok(loader.to_owned()) };
    let (head, rest): (Vec<&str>, Vec<&str>) =
        (loader.lines().take(blocks).collect(), loader.lines().skip(blocks).collect());
    let count = |start: &str| rest.iter().filter(|line| line.starts_with(start)).count();
    ensure!(
        count(BLOCKS[1]) == shared.len() && count(", []);") == shared.len() && count(BLOCKS[2]) == pages.len(),
        "the splitter no longer writes what bundle/loader.rs reads"
    );
    let name = |stem: &str| -> Result<&str> {
        let url = urls.get(stem).with_context(|| format!("{stem} is not in the site"))?;
        let name = url.strip_prefix("/assets/").and_then(|url| url.strip_suffix(".wasm"));
        name.with_context(|| format!("{url} is no module's address"))
    };
    let names = shared.iter().map(|stem| name(stem)).collect::<Result<Vec<_>>>()?;
    let letters = pages.len().div_ceil(LETTER_BITS);
    let rows: String = shared.iter().map(|stem| row(uses(pages, stem), letters)).collect();
    let mut script = head.join("\n");
    script.push('\n');
    script.push_str(MADE);
    script.push_str(&format!(
        "const shared = \"{}\".split(\" \").map((name) => made(name, []));\nconst rows = \"{rows}\";\n\
         const page = (at, name) => wrapAsyncCb(made(name, shared.filter((_, file) => \
         rows.charCodeAt(file * {letters} + (at / {LETTER_BITS} | 0)) - 48 >> at % {LETTER_BITS} & 1)));\n",
        names.join(" "),
    ));
    for (at, (page, stems)) in pages.iter().enumerate() {
        let own = stems.iter().find(|stem| !shared.contains(stem)).with_context(|| format!("{page} has no module"))?;
        script.push_str(&format!("export const {LOAD}{page} = page({at}, \"{}\");\n", name(own)?));
    }
    Ok(script)
}

/// A bit for each page that loads a module which is not its own; none for what is a page's.
fn uses(pages: &BTreeMap<String, Vec<String>>, stem: &str) -> u128 {
    if !stem.starts_with(super::merge::SHARED) {
        return 0;
    }
    let loads = |stems: &Vec<String>| stems.iter().any(|other| other == stem);
    pages.values().enumerate().filter(|(_, stems)| loads(stems)).map(|(at, _)| 1 << at).sum()
}

fn row(uses: u128, letters: usize) -> String {
    let letter = |at| (uses >> (at * LETTER_BITS)) as u8 & ((1 << LETTER_BITS) - 1);
    (0..letters).map(|at| char::from(b'0' + letter(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "function makeLoad() {}\n";

    fn block(start: &str, end: &str) -> String {
        format!("{start} = makeLoad(() => {{\n    fetch();\n}}\n{end}\n")
    }

    fn loader() -> String {
        let chunk = |number: u32| block(&format!("/* a, b */\nconst __chunk_{number}"), ", []);");
        let page = |name: &str| block(&format!("export const {LOAD}{name}"), ", [__chunk_1]));");
        [HEAD.to_owned(), chunk(1), chunk(2), page("a"), page("b")].concat()
    }

    fn parts() -> (BTreeMap<String, Vec<String>>, BTreeMap<String, String>) {
        let stems = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect();
        let pages = BTreeMap::from([
            ("a".to_owned(), stems(&["chunk_1", "split_a"])),
            ("b".to_owned(), stems(&["chunk_1", "chunk_2", "split_b"])),
        ]);
        let url = |stem: &str| (stem.to_owned(), format!("/assets/{}.0f.wasm", stem.trim_start_matches("split_")));
        (pages, ["app_bg", "chunk_1", "chunk_2", "split_a", "split_b"].map(url).into())
    }

    #[test]
    fn a_table_takes_the_place_of_functions() {
        let (pages, urls) = parts();
        let script = table(&loader(), &pages, &urls).expect("the loader is as ever");
        assert!(script.starts_with(HEAD) && !script.contains("const __chunk"), "{script}");
        assert!(script.contains("const shared = \"chunk_1.0f chunk_2.0f\""), "{script}");
        assert!(script.contains("const rows = \"32\""), "both load the first, b alone the second: {script}");
        assert!(script.ends_with(&format!("export const {LOAD}b = page(1, \"b.0f\");\n")), "{script}");
    }

    #[test]
    fn another_splitter_is_noticed_and_an_app_without_pages_is_left_alone() {
        let (pages, urls) = parts();
        assert!(table(&loader().replace(", []);", ", [__chunk_1]);"), &pages, &urls).is_err());
        assert!(table(&block("const __chunk_1", ", []);"), &pages, &urls).is_err());
        assert_eq!(table(HEAD, &BTreeMap::new(), &BTreeMap::new()).expect("nothing to do"), HEAD);
    }
}
