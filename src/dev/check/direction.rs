//! The house rules that a search can hold: which crate may depend on which, and which words may stand in which folder.

use std::path::Path;

use anyhow::{Result, ensure};
use serde::Deserialize;

use crate::bundle::files;
use crate::place;
use crate::run::{cargo, output};

/// Which crates of the workspace each may depend on. Nothing may depend on `app`, `api` or `dev`.
const MAY_USE: [(&str, &[&str]); 15] = [
    ("model", &[]),
    ("wire", &["model"]),
    ("sync", &["model", "wire"]),
    ("store", &["model", "wire", "sync"]),
    ("words", &["model", "wire"]),
    ("unzip", &[]),
    ("import", &["model", "words", "unzip"]),
    ("archive", &["model", "words", "unzip"]),
    ("report", &["model", "words"]),
    ("typeset", &["report"]),
    ("scan", &[]),
    ("porter", &["model", "words", "import", "archive", "scan"]),
    ("app", &["model", "wire", "sync", "store", "words", "import", "report"]),
    ("api", &["model", "wire", "words", "import", "archive", "report"]),
    ("dev", &[]),
];

/// What crates may use only in their tests: two-device tests run the real sync engine against the real API.
const MAY_USE_IN_TESTS: [(&str, &[&str]); 2] = [("api", &["sync"]), ("typeset", &["model", "words"])];

/// The only crates from outside that `model` may use: none of them does IO, knows the time or draws random numbers.
const MODEL_MAY_USE: [&str; 7] =
    ["serde", "serde_json", "uuid", "chrono", "sha2", "unicode-normalization", "serde_json_canonicalizer"];

/// Words that may stand only in some places.
struct Ban {
    words: &'static [&'static str],
    within: &'static [&'static str],
    except: &'static [&'static str],
    why: &'static str,
}

const BANS: [Ban; 9] = [
    Ban {
        words: &[
            "SystemTime",
            "Instant::now",
            "Utc::now",
            "Local::now",
            "std::fs",
            "std::net",
            "std::env",
            "new_v4",
            "now_v7",
        ],
        within: &["src/model/"],
        // What measures it, which is no part of it.
        except: &["src/model/examples/"],
        why: "the model does no IO and has no clock and no randomness: callers pass them in",
    },
    Ban {
        words: &["web_sys", "js_sys", "gloo_"],
        within: &["src/"],
        except: &["src/store/", "src/porter/", "src/app/browser/", "src/app/pwa/", "src/app/net.rs", "src/dev/"],
        why: "the browser's powers are wrapped in store, porter, app/browser, app/pwa and app/net.rs",
    },
    Ban {
        words: &["indexed_db_futures"],
        within: &["src/"],
        except: &["src/store/", "src/dev/"],
        why: "only store knows IndexedDB",
    },
    Ban {
        words: &[
            "sqlx::query",
            "sqlx::raw_sql",
            "\"select ",
            "\"insert into ",
            "\"update ",
            "\"delete from ",
            "\"create table ",
            "\"pragma ",
        ],
        within: &["src/"],
        except: &["src/api/storage", "src/dev/", "src/words/"],
        why: "only api/storage speaks SQL",
    },
    Ban { words: &["crate::routes"], within: &["src/api/storage"], except: &[], why: "storage never calls routes" },
    Ban {
        words: &[
            "crate::data",
            "crate::deeds",
            "crate::driver",
            "crate::desk",
            "crate::net",
            "crate::pages",
            "store::",
        ],
        within: &["src/app/components/"],
        except: &[],
        why: "components know no data: props in, callbacks out",
    },
    Ban {
        words: &["crate::driver", "crate::net", "store::"],
        within: &["src/app/pages/"],
        except: &[],
        why: "pages read `data` and call `deeds`",
    },
    Ban {
        words: &["cfg(target", "cfg!(target", "cfg_attr(target"],
        within: &["src/"],
        except: &["src/store/lib.rs", "src/dev/"],
        why: "targets are separated by crate, else by file; only store is left out as a whole",
    },
    Ban {
        words: &["style=\"", "inner_html"],
        within: &["src/app/"],
        except: &[],
        why: "the content policy blocks style attributes (use `style:--name=`), and markup is never made from text",
    },
];

/// Fails with every breach.
pub(crate) fn check() -> Result<()> {
    let mut breaches =
        dependencies(&output(&mut cargo(["metadata", "--format-version", "1", "--no-deps", "--locked"]))?)?;
    let root = place::root();
    let mut looked_at = 0;
    for file in files(&root.join("src"))? {
        let name = file.strip_prefix(&root).expect("files lie below their folder").to_string_lossy().into_owned();
        if name.ends_with(".rs") {
            looked_at += 1;
            breaches.extend(words(&name, &std::fs::read_to_string(&file)?));
        }
    }
    store_is_left_out_once(&root, &mut breaches)?;
    ensure!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
    println!("{looked_at} files keep the house rules");
    Ok(())
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
    path: Option<String>,
}

fn dependencies(metadata: &str) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for package in serde_json::from_str::<Metadata>(metadata)?.packages {
        let listed = |table: &[(&str, &'static [&'static str])]| {
            table.iter().find(|(name, _)| *name == package.name).map(|(_, used)| *used)
        };
        let Some(used) = listed(&MAY_USE) else {
            breaches.push(format!("{} is not in the table of crates", package.name));
            continue;
        };
        let in_tests = listed(&MAY_USE_IN_TESTS).unwrap_or_default();
        for dependency in &package.dependencies {
            let (name, is_test) = (dependency.name.as_str(), dependency.kind.as_deref() == Some("dev"));
            let allowed = match &dependency.path {
                Some(_) => used.contains(&name) || (is_test && in_tests.contains(&name)),
                None => package.name != "model" || is_test || MODEL_MAY_USE.contains(&name),
            };
            if !allowed {
                breaches.push(format!("{} must not depend on {name}", package.name));
            }
        }
    }
    Ok(breaches)
}

/// The banned words in one file. Comments may speak of anything.
fn words(name: &str, text: &str) -> Vec<String> {
    let is_in = |folders: &[&str]| folders.iter().any(|folder| name.starts_with(folder));
    let mut breaches = Vec::new();
    for ban in BANS.iter().filter(|ban| is_in(ban.within) && !is_in(ban.except)) {
        for (number, line) in text.lines().enumerate() {
            if line.trim_start().starts_with("//") {
                continue;
            }
            for word in ban.words.iter().filter(|word| has_word(line, word)) {
                breaches.push(format!("{name}:{}: `{word}`: {}", number + 1, ban.why));
            }
        }
    }
    breaches
}

/// Whether a line has the word, and not as the end of a longer one: `restore::` is not `store::`.
fn has_word(line: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(word).any(|(start, _)| !line[..start].ends_with(is_part))
}

fn store_is_left_out_once(root: &Path, breaches: &mut Vec<String>) -> Result<()> {
    let text = std::fs::read_to_string(root.join("src/store/lib.rs"))?;
    let mentions = text.lines().filter(|line| line.contains("cfg(target")).count();
    if mentions != 1 {
        breaches.push(format!("src/store/lib.rs: one cfg leaves out the whole crate, and there are {mentions}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_banned_where_they_do_not_belong() {
        for (file, line, is_breach) in [
            ("src/app/pages/home.rs", "use web_sys::Element;", true),
            ("src/app/browser/print.rs", "use web_sys::Element;", false),
            ("src/app/net.rs", "use gloo_net::http::Request;", false),
            ("src/app/pages/home.rs", "// unlike web_sys, this", false),
            ("src/app/components/row.rs", "use crate::deeds::save;", true),
            ("src/app/pages/home.rs", "use crate::deeds::save;", false),
            ("src/app/pages/home.rs", "use crate::net::push;", true),
            ("src/app/pages/home.rs", "store::open()", true),
            ("src/app/pages/home.rs", "record::restore::<Task>()", false),
            ("src/app/pages/home.rs", "view! { <p style=\"color: red\"/> }", true),
            ("src/app/pages/home.rs", "view! { <p style:--hue=hue/> }", false),
            ("src/api/routes/home.rs", "sqlx::query(\"select 1\")", true),
            ("src/api/storage/home.rs", "sqlx::query(\"select 1\")", false),
            ("src/words/en.rs", "\"Update available\"", false),
            ("src/model/stamp.rs", "let now = SystemTime::now();", true),
            ("src/sync/machine.rs", "#[cfg(target_arch = \"wasm32\")]", true),
        ] {
            assert_eq!(!words(file, line).is_empty(), is_breach, "{file}: {line}");
        }
    }

    #[test]
    fn dependencies_point_one_way() {
        let check = |package: &str, name: &str, kind: &str, path: &str| {
            let metadata = format!(
                r#"{{"packages":[{{"name":"{package}","dependencies":[{{"name":"{name}","kind":{kind},"path":{path}}}]}}]}}"#
            );
            dependencies(&metadata).expect("the metadata is sound")
        };
        assert!(check("wire", "model", "null", "\"/model\"").is_empty());
        assert_eq!(check("model", "wire", "null", "\"/wire\""), ["model must not depend on wire"]);
        assert_eq!(check("words", "app", "null", "\"/app\""), ["words must not depend on app"]);
        assert!(check("api", "sync", "\"dev\"", "\"/sync\"").is_empty());
        assert_eq!(check("api", "sync", "null", "\"/sync\""), ["api must not depend on sync"]);
        assert_eq!(check("model", "tokio", "null", "null"), ["model must not depend on tokio"]);
        assert!(check("model", "proptest", "\"dev\"", "null").is_empty());
        assert_eq!(check("new", "serde", "null", "null"), ["new is not in the table of crates"]);
    }
}
