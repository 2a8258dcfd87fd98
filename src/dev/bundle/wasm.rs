//! The app as Wasm: compiled, split into a main module and lazy pages, bound to JavaScript, and made small.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::Mode;
use super::asset::Site;
use super::{group, loader, merge, names, patience};
use crate::install::{self, WASM};
use crate::place;
use crate::run::{self, Beside};

/// Features that rustc's Wasm uses and every supported browser has. Without them wasm-opt refuses the modules.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What a phone downloads has a standard library of its own, compiled as the app is: smallest first, and without the words of a panic or
/// of `{:?}`, which no browser shows anybody. A seventh of the app is otherwise nothing but that. Stable compilers have all of this and
/// call it unfinished, so they are told (by `RUSTC_BOOTSTRAP`) that it is meant.
const SMALL_STD: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "target.wasm32-unknown-unknown.rustflags=['-Zlocation-detail=none','-Zfmt-debug=none']",
];

/// The modules of the app, as file stems in the staging folder.
pub(crate) struct Modules {
    /// For each lazy page the modules it loads: its own and those it shares with other pages.
    pages: BTreeMap<String, Vec<String>>,
}

/// The stem that wasm-bindgen gives the main module.
const MAIN: &str = "app_bg";

/// The script that the splitter writes, which loads lazy pages.
const LOADER: &str = "__wasm_split.js";

/// The crate of the app, and what it is compiled with: the splitter moves functions between modules, for which it needs the linker's notes on every
/// address in the code.
const APP: (&str, &[&str]) = ("app", &["--", "-Clink-arg=--emit-relocs"]);

/// Begins to compile the app for a release, which keeps one core busy for minutes: [`compile`] then finds it done.
pub(crate) fn begin() -> Result<Beside> {
    install::wasm_target()?;
    Beside::begin(&mut compiler(Mode::Release, APP.0, APP.1)?)
}

/// Compiles the app; where it is.
pub(crate) fn compile(mode: Mode) -> Result<PathBuf> {
    same_wasm_bindgen()?;
    run::run(&mut compiler(mode, APP.0, APP.1)?)?;
    Ok(compiled(mode, APP.0))
}

/// Makes modules of the compiled app, in the staging folder.
pub(crate) fn build(mode: Mode, compiled: &Path, staging: &Path) -> Result<Modules> {
    let mut pages = split(compiled, staging)?;
    if mode == Mode::Release {
        merge::merge(&mut pages, staging, &staging.join(LOADER))?;
    }
    bind(staging)?;
    let modules = Modules { pages };
    if mode == Mode::Release {
        let (main, script) = (staging.join(format!("{MAIN}.wasm")), staging.join("app.js"));
        let (wasm, text) = names::shorten(&std::fs::read(&main)?, &std::fs::read_to_string(&script)?)?;
        std::fs::write(main, wasm)?;
        std::fs::write(script, text)?;
        // The largest first, so that none is left over at the end.
        let others = modules.stems().into_iter().filter(|stem| *stem != MAIN);
        let all: Vec<PathBuf> =
            std::iter::once(MAIN).chain(others).map(|stem| staging.join(format!("{stem}.wasm"))).collect();
        optimise_all(&all)?;
    }
    Ok(modules)
}

/// Moves the modules into the site and writes their hashed names into the scripts that load them. Returns the addresses
/// each lazy page loads.
pub(crate) fn add(modules: Modules, staging: &Path, site: &mut Site) -> Result<BTreeMap<String, Vec<String>>> {
    let loader = staging.join(LOADER);
    let mut urls = BTreeMap::new();
    for stem in modules.stems() {
        let name = if stem == MAIN { "app".to_owned() } else { public_name(stem) };
        let url = site.add_hashed(&name, "wasm", &std::fs::read(staging.join(format!("{stem}.wasm")))?)?;
        urls.insert(stem.to_owned(), url);
    }
    let script = loader::table(&std::fs::read_to_string(&loader)?, &modules.pages, &urls)?;
    std::fs::write(loader, patience::add(&script, !modules.pages.is_empty())?)?;

    let start = format!("import init from './app.js';\ninit({{ module_or_path: '{}' }});\n", urls[MAIN]);
    std::fs::write(staging.join("start.js"), start)?;

    let mut pages = BTreeMap::new();
    for (page, stems) in modules.pages {
        let name = public_name(&page);
        let earlier = pages.insert(name.clone(), stems.iter().map(|stem| urls[stem].clone()).collect());
        ensure!(earlier.is_none(), "two lazy pages are called {name}: give one another name");
    }
    Ok(pages)
}

impl Modules {
    fn stems(&self) -> std::collections::BTreeSet<&str> {
        self.pages.values().flatten().map(String::as_str).chain([MAIN]).collect()
    }
}

/// The macros in the app and the library in the bundler speak a private language that changes with every version.
fn same_wasm_bindgen() -> Result<()> {
    let lock = std::fs::read_to_string(place::root().join("Cargo.lock"))?;
    let version = |name: &str| {
        let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("name = \"{name}\"\n")))?;
        entry.lines().find_map(|line| line.strip_prefix("version = "))
    };
    let (app, bundler) = (version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    ensure!(
        app == bundler,
        "Cargo.lock has wasm-bindgen {app:?} but wasm-bindgen-cli-support {bundler:?}: `cargo update -p` one of them",
    );
    Ok(())
}

/// Where a crate is that was compiled as a module of its own.
pub(super) fn compiled(mode: Mode, name: &str) -> PathBuf {
    place::target().join(WASM).join(profile(mode).1).join(format!("{name}.wasm"))
}

/// The profile of a crate that goes to a browser, and the folder that Cargo keeps it in.
fn profile(mode: Mode) -> (&'static str, &'static str) {
    if mode == Mode::Release { ("wasm", "wasm") } else { ("dev", "debug") }
}

/// Cargo, about to compile a crate as a module of its own.
pub(super) fn compiler(mode: Mode, name: &str, more: &[&str]) -> Result<Command> {
    let mut cargo = run::cargo([]);
    if mode == Mode::Release {
        install::rust_sources()?;
        cargo.args(SMALL_STD).env("RUSTC_BOOTSTRAP", "1").env("CARGO_PROFILE_WASM_PANIC", "immediate-abort");
    }
    cargo.args(["rustc", "--package", name, "--lib", "--crate-type", "cdylib", "--target", WASM]);
    cargo.args(["--profile", profile(mode).0]).args(more);
    Ok(cargo)
}

/// Cuts out the lazy pages. Writes `main.wasm`, one module a page, one for each set of pages that share code, and the
/// script that loads them.
fn split(compiled: &Path, staging: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let input = std::fs::read(compiled).with_context(|| format!("{} cannot be read", compiled.display()))?;
    let input = group::rename(&input, |page| group::of(&public_name(page)).to_owned())?;
    let main = staging.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = staging;
    options.main_out_path = &main;
    options.main_module = "./app.js";
    options.link_name = "./__wasm_split.js";
    let split =
        wasm_split_cli_support::transform(options).map_err(|error| anyhow!("the Wasm cannot be split: {error:?}"))?;
    Ok(split.prefetch_map.into_iter().collect())
}

fn bind(staging: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(staging.join("main.wasm")).out_name("app").web(true)?;
    // Split modules import functions of the main module by the names the linker gave them.
    bindgen.keep_lld_exports(true).demangle(false);
    bindgen.typescript(false).omit_default_module_path(true);
    bindgen.generate(staging).context("wasm-bindgen failed")
}

/// What makes a module smallest: taken apart and put together anew, then gone through twice. Nothing lies in the first kilobyte of memory: it is the
/// last of the stack, which ends the app where it is used up. Together that is a hundredth less than `-Oz` alone.
const PASSES: [&str; 6] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz", "-Oz", "--reorder-locals"];

/// Makes modules as small as they go, as many at once as there are cores: `wasm-opt` works on one.
fn optimise_all(modules: &[PathBuf]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(module) = modules.get(next.fetch_add(1, Ordering::Relaxed)) {
            optimise(module)?;
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..std::thread::available_parallelism()?.get()).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("it does not panic"))
    })
}

/// Makes a module as small as it goes.
pub(super) fn optimise(module: &Path) -> Result<()> {
    let mut wasm_opt = Command::new(place::npm_program("wasm-opt"));
    wasm_opt.args(PASSES).args(FEATURES).arg("--strip-debug").arg("--strip-producers");
    // It remarks on names it does not know before it strips them all.
    run::quiet(wasm_opt.arg(module).arg("-o").arg(module))
}

/// `split_about_view_1234567890` is shown to people and tools as `about`: the macro adds the rest.
pub(crate) fn public_name(stem: &str) -> String {
    let name = stem.strip_prefix("split_").unwrap_or(stem);
    let name = match name.rsplit_once('_') {
        Some((name, number)) if number.len() > 6 && number.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => name,
    };
    name.trim_matches('_').strip_suffix("_view").unwrap_or(name.trim_matches('_')).to_owned()
}

#[cfg(test)]
mod tests {
    use super::public_name;

    #[test]
    fn pages_are_named_without_what_the_macro_adds() {
        for (stem, name) in [
            ("split_about_view_10250811973415424283", "about"),
            ("about_view_10250811973415424283", "about"),
            ("capital_plan_view_15250811973415424283", "capital_plan"),
            ("chunk_3", "chunk_3"),
        ] {
            assert_eq!(public_name(stem), name);
        }
    }
}
