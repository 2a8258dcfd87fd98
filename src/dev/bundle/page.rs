//! The page: `public/index.html` with the hashed addresses in place of its `{{name}}` marks, and the style of its shell in place of `{{style}}`.

use anyhow::{Context, Result};

use super::asset::Site;
use crate::place;

/// The template's name in `public`.
pub(crate) const TEMPLATE: &str = "index.html";

/// Where the style of the shell goes.
const STYLE: &str = "{{style}}";

/// Adds the page and returns the names of the files it loads at once, itself included.
pub(crate) fn add(site: &mut Site, style: &str) -> Result<Vec<String>> {
    let file = place::root().join("public").join(TEMPLATE);
    let template = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    // The server allows exactly the style that stands in the page (`api/policy.rs`).
    let template = template.replace(STYLE, style);
    let (page, mut loaded) = fill(&template, |name| site.url(name).map(str::to_owned))?;
    site.add_named(TEMPLATE, page.as_bytes())?;
    loaded.push(TEMPLATE.to_owned());
    loaded.sort();
    loaded.dedup();
    Ok(loaded)
}

/// Fills in the marks and returns the names that were used.
fn fill(template: &str, url: impl Fn(&str) -> Option<String>) -> Result<(String, Vec<String>)> {
    let mut page = String::new();
    let mut used = Vec::new();
    let mut parts = template.split("{{");
    page.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (name, rest) = part.split_once("}}").context("public/index.html has an opening {{ without its }}")?;
        let address =
            url(name).with_context(|| format!("public/index.html asks for {name}, which is not in the bundle"))?;
        page.push_str(&address);
        page.push_str(rest);
        used.push(name.to_owned());
    }
    Ok((page, used))
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn marks_become_addresses_and_an_unknown_one_is_refused() {
        let url = |name: &str| (name == "app.js").then(|| "/assets/app.1.js".to_owned());
        let (page, used) = fill("<script src='{{app.js}}'></script>", url).expect("the mark is known");
        assert_eq!(page, "<script src='/assets/app.1.js'></script>");
        assert_eq!(used, ["app.js"]);
        assert!(fill("{{other.js}}", url).is_err());
        assert!(fill("{{app.js", url).is_err());
    }
}
