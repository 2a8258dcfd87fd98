//! Runs named steps, says how long each took, and closes with a table.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The steps of one command so far.
#[derive(Default)]
pub(crate) struct Steps {
    done: Vec<Done>,
}

struct Done {
    name: String,
    took: Duration,
    passed: bool,
}

impl Steps {
    /// Runs a step. A failure is printed and remembered, and the next step still runs, so that one call tells everything.
    pub(crate) fn run(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> bool {
        println!("\n── {name}");
        let started = Instant::now();
        let outcome = work();
        if let Err(error) = &outcome {
            println!("{name}: {error:#}");
        }
        let passed = outcome.is_ok();
        self.done.push(Done { name: name.to_owned(), took: started.elapsed(), passed });
        passed
    }

    /// Prints the table and fails if any step failed.
    pub(crate) fn close(self) -> Result<()> {
        println!("\n{:<28} {:>8}", "step", "minutes");
        for step in &self.done {
            println!("{:<28} {:>8} {}", step.name, minutes(step.took), if step.passed { "" } else { "FAILED" });
        }
        println!("{:<28} {:>8}", "all", minutes(self.done.iter().map(|step| step.took).sum()));
        let failed: Vec<_> = self.done.iter().filter(|step| !step.passed).map(|step| step.name.as_str()).collect();
        if !failed.is_empty() {
            bail!("{} of {} steps failed: {}", failed.len(), self.done.len(), failed.join(", "));
        }
        Ok(())
    }
}

fn minutes(took: Duration) -> String {
    format!("{:.1}", took.as_secs_f64() / 60.0)
}
