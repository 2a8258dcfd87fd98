//! `codessa-typeset`, which makes PDF. It takes minutes to compile, so that happens beside the rest of a bundle, most of which waits for one core.

use std::path::Path;

use anyhow::{Context, Result};

use crate::place;
use crate::run::{self, Beside};

/// Its name.
const NAME: &str = "codessa-typeset";

/// The build, while it runs.
pub(crate) struct Typesetter(Beside);

impl Typesetter {
    /// Begins to build it.
    pub(crate) fn begin() -> Result<Self> {
        let mut build = run::cargo(["build", "--quiet", "--profile", "typeset", "--package", "typeset"]);
        Ok(Self(Beside::begin(&mut build)?))
    }

    /// Waits for it, and puts it into the folder of the server.
    pub(crate) fn finish(self, folder: &Path) -> Result<()> {
        self.0.finish()?;
        let (built, beside) = (place::target().join("typeset").join(NAME), folder.join(NAME));
        // One that is running may not be written to, but may be replaced.
        let _ = std::fs::remove_file(&beside);
        std::fs::copy(&built, &beside).with_context(|| format!("{} could not be copied", built.display()))?;
        println!("built {}", beside.display());
        Ok(())
    }
}
