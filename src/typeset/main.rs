//! `codessa-typeset`: the sheet at standard input as a PDF at standard output. The server starts it for each report, and ends it where it takes too
//! long.

use report::Sheet;
use rlimit::{Resource, setrlimit};
use std::io::{Write, stdin, stdout};
use std::process::ExitCode;

/// The most memory that a report may take, bytes: what needs more ends this process, not the machine that the server runs on.
const BYTES_MAX: u64 = 1 << 30;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("codessa-typeset: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    setrlimit(Resource::AS, BYTES_MAX, BYTES_MAX)?;
    let sheet = Sheet::read(&mut stdin().lock())?;
    stdout().lock().write_all(&typeset::pdf(sheet)?)?;
    Ok(())
}
