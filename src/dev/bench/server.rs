//! The release binary as a keeper would start it: on a free port, with a data folder of its own on the disk of the target folder.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::place;
use crate::service::tied;

/// A running server; dropping it stops it and removes its data.
pub(super) struct Server {
    process: Child,
    folder: PathBuf,
    port: u16,
}

impl Server {
    /// Starts the binary with an empty data folder of this name.
    pub(super) fn start(binary: &Path, name: &str) -> Result<Self> {
        let folder = place::target().join("bench").join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        // A log on disk, as a system's journal would be.
        let log = std::fs::File::create(folder.join("log"))?;
        let mut server = tied(binary);
        server.arg("serve").env("CODESSA_LISTEN", "127.0.0.1:0").env("CODESSA_DATA", &folder);
        for setting in ["CODESSA_DATABASE_URL", "CODESSA_BLOBS", "CODESSA_SMTP_URL", "CODESSA_ORIGIN", "CODESSA_LOG"] {
            server.env_remove(setting);
        }
        let mut process = server.stdout(Stdio::piped()).stderr(log).spawn().context("codessa cannot be started")?;
        let said = process.stdout.take().context("its output is piped")?;
        let mut server = Self { process, folder, port: 0 };
        for line in BufReader::new(said).lines() {
            let line = line?;
            let port = line.strip_prefix("listening on http://127.0.0.1:").and_then(|rest| rest.split(' ').next());
            if let Some(port) = port {
                server.port = port.parse().with_context(|| line.clone())?;
                return Ok(server);
            }
        }
        anyhow::bail!("codessa ended before it listened: see {}", server.folder.join("log").display())
    }

    /// The port of this machine on which it answers.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Where a browser finds it. Browsers treat localhost, but no address, like https.
    pub(super) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Its process.
    pub(super) fn id(&self) -> u32 {
        self.process.id()
    }

    /// Where it puts mails.
    pub(super) fn mails(&self) -> PathBuf {
        self.folder.join("mail")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
