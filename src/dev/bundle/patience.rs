//! Makes the script that loads lazy pages patient: a page that cannot be loaded is waited for, where the app would have panicked.

use anyhow::{Result, ensure};

/// The script's own functions.
const PATIENT: &str = include_str!("patient.js");

/// What the splitter writes, and what is written in its place.
const CHANGES: [(&str, &str); 2] =
    [("await callee();", "await patient(callee);"), ("fetch(new URL(", "found(new URL(")];

/// The loader with a way to fail softly. `pages` says whether there is anything to load.
pub(crate) fn add(loader: &str, pages: bool) -> Result<String> {
    let mut script = loader.to_owned();
    for (theirs, ours) in CHANGES {
        ensure!(!pages || script.contains(theirs), "the splitter no longer writes `{theirs}`: see patience.rs");
        script = script.replace(theirs, ours);
    }
    script.push_str(PATIENT);
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::add;

    const LOADER: &str = "await callee();\nconst src = fetch(new URL(\"./a.wasm\", import.meta.url));\n";

    #[test]
    fn loads_are_patient() {
        let script = add(LOADER, true).expect("both places are there");
        assert!(script.starts_with("await patient(callee);\nconst src = found(new URL(\"./a.wasm\""), "{script}");
    }

    #[test]
    fn another_splitter_is_noticed() {
        assert!(add("callee();", true).is_err());
        assert!(add("callee();", false).is_ok(), "an app without lazy pages has nothing to load");
    }
}
