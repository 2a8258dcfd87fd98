//! The styles: `style/main.css` with everything it imports, as one file.

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

/// The sheet that imports all others.
const MAIN: &str = "main.css";

/// Adds the stylesheet of the app.
pub(crate) fn add(mode: Mode, site: &mut Site) -> Result<()> {
    let folder = place::root().join("style");
    all_imported(&folder)?;
    site.add_hashed("app", "css", compile(&folder.join(MAIN), mode)?.as_bytes())?;
    Ok(())
}

/// A sheet that nobody imports has no effect, which is hard to see on the screen.
fn all_imported(folder: &Path) -> Result<()> {
    let main = folder.join(MAIN);
    let text = std::fs::read_to_string(&main).with_context(|| format!("{} cannot be read", main.display()))?;
    let imported: BTreeSet<_> = text.lines().filter_map(|line| line.split('"').nth(1)).map(str::to_owned).collect();
    for file in files(folder)? {
        let name = file.strip_prefix(folder).expect("files lie below their folder").to_string_lossy().into_owned();
        ensure!(name == MAIN || imported.contains(&name), "style/{name} is not imported by style/{MAIN}");
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
        assert_eq!(error.to_string(), "style/b.css is not imported by style/main.css");
    }
}
