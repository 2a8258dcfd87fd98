//! Runs other programs and fails with their name when they fail.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::place;

/// Runs a program with its output shown.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    ensure!(status.success(), "{name} failed: {status}");
    Ok(())
}

/// Runs a program and returns what it printed; its errors stay visible.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("{name} could not be started"))?;
    ensure!(output.status.success(), "{name} failed: {}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed something that is not text"))
}

/// Runs a program that has nothing to say but its output, and returns that; a warning fails it.
pub(crate) fn silent_output(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output = command.output().with_context(|| format!("{name} could not be started"))?;
    let complaints = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success() && complaints.is_empty(), "{name} failed: {}\n{complaints}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed something that is not text"))
}

/// Runs a program and shows what it said only if it fails.
pub(crate) fn quiet(command: &mut Command) -> Result<()> {
    let name = shown(command);
    let output = command.output().with_context(|| format!("{name} could not be started"))?;
    ensure!(output.status.success(), "{name} failed: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// A program that runs beside what its starter does. Dropped before its end, it is stopped.
pub(crate) struct Beside {
    name: String,
    child: Child,
}

impl Beside {
    /// Starts it, with its output shown.
    pub(crate) fn begin(command: &mut Command) -> Result<Self> {
        let name = shown(command);
        let child = command.spawn().with_context(|| format!("{name} could not be started"))?;
        Ok(Self { name, child })
    }

    /// Waits for its end.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status = self.child.wait()?;
        ensure!(status.success(), "{} failed: {status}", self.name);
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After its end there is nothing to stop.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Cargo in the workspace with these arguments.
pub(crate) fn cargo<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(place::root());
    cargo
}

/// The arguments that name packages.
pub(crate) fn packages<'a>(names: &[&'a str]) -> impl Iterator<Item = &'a str> {
    names.iter().flat_map(|name| ["--package", name])
}

/// Where the first of these programs is, as the shell would find it.
pub(crate) fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    programs.iter().find_map(|program| folders.iter().map(|folder| folder.join(program)).find(|file| file.is_file()))
}

/// The program and its first argument: enough to know which call failed.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program()).to_string_lossy();
    match command.get_args().next() {
        Some(argument) => format!("`{program} {}`", argument.to_string_lossy()),
        None => format!("`{program}`"),
    }
}
