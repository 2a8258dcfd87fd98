//! Licences: every crate and npm package may be used under a licence that goes with Apache-2.0.

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::run::{cargo, output};

/// Licences whose terms are met by naming their authors, or that bind only changes to the crate itself (MPL-2.0).
const ALLOWED: [&str; 17] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "IJG",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that name no licence and bring its text instead, with what that is.
const BY_TEXT: [(&str, &str); 1] = [("ical", "Apache-2.0")];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
}

/// Fails with the crates whose licence is not allowed.
pub(crate) fn check() -> Result<()> {
    let metadata = output(&mut cargo(["metadata", "--format-version", "1", "--locked"]))?;
    let packages = serde_json::from_str::<Metadata>(&metadata)?.packages;
    let refused: Vec<_> = packages
        .iter()
        .filter(|package| {
            let by_text = BY_TEXT.iter().find(|(name, _)| *name == package.name).map(|(_, licence)| *licence);
            !package.license.as_deref().or(by_text).is_some_and(is_allowed)
        })
        .map(|package| {
            format!("{} {} ({})", package.name, package.version, package.license.as_deref().unwrap_or("none"))
        })
        .collect();
    ensure!(refused.is_empty(), "licences that are not allowed: {}", refused.join(", "));
    println!("{} crates, all under licences that are allowed", packages.len());
    Ok(())
}

/// Whether an SPDX expression offers a choice that is allowed throughout. `AND` binds tighter than `OR`; the old notation
/// `MIT/Apache-2.0` means a choice.
fn is_allowed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let mut rest = expression.as_str();
    let allowed = choice(&mut rest);
    allowed && rest.trim().is_empty()
}

fn choice(rest: &mut &str) -> bool {
    let mut allowed = all_of(rest);
    while taken(rest, "OR") {
        allowed |= all_of(rest);
    }
    allowed
}

fn all_of(rest: &mut &str) -> bool {
    let mut allowed = one(rest);
    while taken(rest, "AND") {
        allowed &= one(rest);
    }
    allowed
}

fn one(rest: &mut &str) -> bool {
    if taken(rest, "(") {
        let allowed = choice(rest);
        return taken(rest, ")") && allowed;
    }
    let mut name = word(rest);
    if taken(rest, "WITH") {
        name = format!("{name} WITH {}", word(rest));
    }
    ALLOWED.contains(&name.as_str())
}

fn taken(rest: &mut &str, token: &str) -> bool {
    match rest.trim_start().strip_prefix(token) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    }
}

fn word(rest: &mut &str) -> String {
    let start = rest.trim_start();
    let end = start.find([' ', '(', ')']).unwrap_or(start.len());
    let (word, after) = start.split_at(end);
    *rest = after;
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn a_choice_needs_one_allowed_licence_and_a_sum_needs_all() {
        for (expression, allowed) in [
            ("MIT", true),
            ("MIT/Apache-2.0", true),
            ("GPL-3.0", false),
            ("GPL-3.0 OR MIT", true),
            ("GPL-3.0 AND MIT", false),
            ("MIT AND GPL-3.0 OR ISC", true),
            ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
            ("MIT AND (GPL-2.0 OR GPL-3.0)", false),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", true),
            ("GPL-2.0 WITH Classpath-exception-2.0", false),
            ("", false),
            ("(MIT", false),
        ] {
            assert_eq!(is_allowed(expression), allowed, "{expression}");
        }
    }
}
