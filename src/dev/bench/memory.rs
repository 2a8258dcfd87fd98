//! What a process takes: memory and processor time, as the system counts them.

use anyhow::{Context, Result};

/// Memory that a process holds now, in MB: anonymous memory, its program and the files that it maps.
pub(super) fn held_mb(process: u32) -> Result<f64> {
    status_mb(process, "VmRSS:")
}

/// The most that it ever held.
pub(super) fn held_at_most_mb(process: u32) -> Result<f64> {
    status_mb(process, "VmHWM:")
}

fn status_mb(process: u32, name: &str) -> Result<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).with_context(|| format!("no {name}"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().with_context(|| line.to_owned())?;
    Ok(kib / 1_024.0)
}

/// Ticks of processor time that a process has used; only their ratio means something.
pub(super) fn processor_ticks(process: u32) -> Result<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    // The name of the program stands in parentheses and may hold anything.
    let (_, fields) = stat.rsplit_once(')').context("a process has a name")?;
    let ticks = |at: usize| fields.split_whitespace().nth(at).and_then(|field| field.parse::<f64>().ok());
    // Fields 14 and 15 of proc(5), time of its own and in the system; the first after the name is field 3.
    Ok(ticks(11).context("utime")? + ticks(12).context("stime")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_holds_some_memory_and_has_run() {
        let own = std::process::id();
        let (now, most) = (held_mb(own).expect("Linux tells"), held_at_most_mb(own).expect("Linux tells"));
        assert!(now > 1.0 && most >= now, "{now} {most}");
        assert!(processor_ticks(own).expect("Linux tells") >= 0.0);
    }
}
