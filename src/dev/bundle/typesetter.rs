//! `codessa-typeset`, which makes PDF. It takes minutes to compile, so that happens beside the rest of a bundle, most of which waits for one core.

use std::process::Child;

use anyhow::{Context, Result, ensure};

use crate::{place, run};

/// Its name.
const NAME: &str = "codessa-typeset";

/// The build, while it runs. Dropped before its end, it is stopped.
pub(crate) struct Typesetter(Child);

impl Typesetter {
    /// Begins to build it.
    pub(crate) fn begin() -> Result<Self> {
        let mut build = run::cargo(["build", "--quiet", "--profile", "typeset", "--package", "typeset"]);
        Ok(Self(build.spawn().context("`cargo build` could not be started")?))
    }

    /// Waits for it, and puts it beside the server.
    pub(crate) fn finish(mut self) -> Result<()> {
        let status = self.0.wait()?;
        ensure!(status.success(), "`cargo build` of the typesetter failed: {status}");
        let (built, beside) = (place::target().join("typeset").join(NAME), place::target().join("release").join(NAME));
        // One that is running may not be written to, but may be replaced.
        let _ = std::fs::remove_file(&beside);
        std::fs::copy(&built, &beside).with_context(|| format!("{} could not be copied", built.display()))?;
        println!("built {}", beside.display());
        Ok(())
    }
}

impl Drop for Typesetter {
    fn drop(&mut self) {
        // After its end there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
