//! The styles: `style/first.css` with everything it imports goes into the page, so that its first paint waits for nothing else;
//! `style/main.css` with everything it imports is a file, and so is `style/later.css`, which comes when the first screen is painted.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions};
use lightningcss::targets::{Browsers, Targets};

use super::Mode;
use super::asset::{Site, files};
use crate::place;

/// The sheet that imports what the shell of the page needs.
const FIRST: &str = "first.css";

/// The sheet that imports what first screens show.
const MAIN: &str = "main.css";

/// The sheet that imports all others, which comes when the first screen is painted.
const LATER: &str = "later.css";

/// All three.
const ALL: [&str; 3] = [FIRST, MAIN, LATER];

/// Adds the stylesheet that comes later; its address.
pub(crate) fn add_later(mode: Mode, site: &mut Site) -> Result<String> {
    site.add_hashed("later", "css", compile(&place::root().join("style").join(LATER), mode)?.as_bytes())
}

/// Adds the stylesheet of the app, and returns what goes into the page.
pub(crate) fn add(mode: Mode, site: &mut Site) -> Result<String> {
    let folder = place::root().join("style");
    all_imported(&folder)?;
    site.add_hashed("app", "css", compile(&folder.join(MAIN), mode)?.as_bytes())?;
    let first = compile(&folder.join(FIRST), mode)?;
    ensure!(!first.contains("</"), "style/{FIRST} would end the page's style");
    Ok(first)
}

/// A sheet that nobody imports has no effect, which is hard to see on the screen.
fn all_imported(folder: &Path) -> Result<()> {
    let mut imported = BTreeSet::new();
    for sheet in ALL.map(|name| folder.join(name)) {
        let text = std::fs::read_to_string(&sheet).with_context(|| format!("{} cannot be read", sheet.display()))?;
        for name in text.lines().filter_map(|line| line.split('"').nth(1)) {
            ensure!(imported.insert(name.to_owned()), "style/{name} is imported twice");
        }
    }
    for file in files(folder)? {
        let name = file.strip_prefix(folder).expect("files lie below their folder").to_string_lossy().into_owned();
        let is_known = ALL.contains(&name.as_str()) || imported.contains(&name);
        ensure!(is_known, "style/{name} is imported by none of {ALL:?}");
    }
    Ok(())
}

fn compile(main: &Path, mode: Mode) -> Result<String> {
    // Nesting and other new notation is written out for the oldest browsers that are supported.
    let browsers = Browsers {
        chrome: Some(96 << 16),
        firefox: Some(115 << 16),
        ios_saf: Some((15 << 16) | (4 << 8)),
        safari: Some((15 << 16) | (4 << 8)),
        samsung: Some(17 << 16),
        ..Browsers::default()
    };
    let targets = Targets { browsers: Some(browsers), ..Targets::default() };
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| anyhow!("{error}"))?;
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| anyhow!("{error}"))?;
    let printer = PrinterOptions { minify: mode == Mode::Release, targets, ..PrinterOptions::default() };
    Ok(sheet.to_css(printer).map_err(|error| anyhow!("{error}"))?.code)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn check(name: &str, sheets: &[(&str, &str)]) -> Result<String> {
        let folder = std::env::temp_dir().join(format!("codessa-style-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(FIRST), "")?;
        fs::write(folder.join(LATER), "")?;
        for (name, sheet) in sheets {
            fs::write(folder.join(name), sheet)?;
        }
        let outcome = all_imported(&folder).and_then(|()| compile(&folder.join(MAIN), Mode::Release));
        fs::remove_dir_all(&folder)?;
        outcome
    }

    #[test]
    fn nesting_is_written_out_for_older_browsers() {
        let css = check(
            "nesting",
            &[(MAIN, "@import \"a.css\";"), ("a.css", ".button { color: red; &:hover { color: blue } }")],
        );
        assert_eq!(css.expect("the sheets are sound"), ".button{color:red}.button:hover{color:#00f}");
    }

    #[test]
    fn a_mistake_is_told_with_its_file() {
        let error =
            check("mistake", &[(MAIN, "@import \"a.css\";"), ("a.css", "} .x {")]).expect_err("a brace is wrong");
        assert!(error.to_string().contains("a.css"), "{error}");
    }

    #[test]
    fn a_sheet_nobody_imports_is_refused() {
        let error = check("alone", &[(MAIN, ""), ("b.css", ".x { color: red }")]).expect_err("b.css is not imported");
        let told = r#"style/b.css is imported by none of ["first.css", "main.css", "later.css"]"#;
        assert_eq!(error.to_string(), told);
    }

    #[test]
    fn a_sheet_that_would_be_sent_twice_is_refused() {
        let import = "@import \"a.css\";";
        let error = check("twice", &[(FIRST, import), (MAIN, import), ("a.css", "")]).expect_err("both import it");
        assert_eq!(error.to_string(), "style/a.css is imported twice");
    }
}
