//! A PostgreSQL of its own: a new cluster in a temporary folder.

use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use super::{free_port, tied};
use crate::install;
use crate::run::{output, run};

/// How long a new cluster may take to accept connections.
const START_MAX: Duration = Duration::from_secs(60);

/// A running server; dropping it stops it and removes its data.
pub(crate) struct Postgres {
    server: Child,
    programs: PathBuf,
    user: User,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Starts a server whose user `codessa` may create databases. What tests write need not outlive the machine.
    pub(crate) fn start() -> Result<Self> {
        Self::start_with(&["-c", "fsync=off"])
    }

    /// The same, and what is committed is on disk.
    pub(crate) fn start_durable() -> Result<Self> {
        Self::start_with(&[])
    }

    fn start_with(settings: &[&str]) -> Result<Self> {
        let programs = install::postgresql()?;
        let user = unprivileged()?;
        // The folder must belong to the user the server runs as.
        let folder =
            output(user.of(Command::new("mktemp")).args(["--directory", "--tmpdir", "codessa-postgres-XXXXXX"]))?;
        let folder = PathBuf::from(folder.trim());
        let mut initdb = Command::new(programs.join("initdb"));
        initdb.arg("--pgdata").arg(&folder).args(["--username", "codessa", "--auth", "trust", "--no-sync"]);
        initdb.args(["--encoding", "UTF8", "--locale", "C.UTF-8"]).stdout(Stdio::null());
        run(user.of(initdb).current_dir(&folder))?;

        let port = free_port()?;
        let mut server = tied(&programs.join("postgres"));
        server.arg("-D").arg(&folder).args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1"]);
        server.args(["-c", "unix_socket_directories=", "-c", "max_connections=300"]).args(settings);
        server.args(["-c", "log_min_messages=fatal", "-c", "log_min_error_statement=fatal"]);
        let server =
            user.of(server).current_dir(&folder).stderr(Stdio::null()).spawn().context("postgres cannot be started")?;
        let mut postgres = Self { server, programs, user, folder, port };
        postgres.wait()?;
        Ok(postgres)
    }

    /// The address of a database in which tests create their own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://codessa@127.0.0.1:{}/postgres", self.port)
    }

    fn wait(&mut self) -> Result<()> {
        let started = Instant::now();
        while started.elapsed() < START_MAX {
            let mut ready = Command::new(self.programs.join("pg_isready"));
            ready.args(["--quiet", "--host", "127.0.0.1", "--port", &self.port.to_string()]);
            if ready.status()?.success() {
                return Ok(());
            }
            if let Some(status) = self.server.try_wait()? {
                bail!("postgres ended before it was ready: {status}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("postgres was not ready after {} s", START_MAX.as_secs())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Its data goes with it, so it need not write anything down.
        let mut stop = Command::new(self.programs.join("pg_ctl"));
        stop.args(["stop", "--silent", "--mode", "immediate", "--pgdata"]).arg(&self.folder);
        let stopped = self.user.of(stop).current_dir(&self.folder).status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Whom to run as: PostgreSQL refuses to be root.
struct User(Option<(u32, u32)>);

impl User {
    fn of(&self, mut command: Command) -> Command {
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
        command
    }
}

fn unprivileged() -> Result<User> {
    let number = |arguments: &[&str]| -> Result<u32> {
        let id = output(Command::new("id").args(arguments))?;
        id.trim().parse().with_context(|| format!("`id` printed {id:?}"))
    };
    if number(&["-u"])? != 0 {
        return Ok(User(None));
    }
    let user = number(&["-u", "postgres"]).context("there is no user `postgres` to run the database as")?;
    ensure!(user != 0, "the user `postgres` is root");
    Ok(User(Some((user, number(&["-g", "postgres"])?))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_answers_and_leaves_nothing_behind() {
        let postgres = Postgres::start().expect("PostgreSQL starts");
        let psql = install::postgresql().expect("it has just been started").join("psql");
        let answer = output(Command::new(psql).args([postgres.url().as_str(), "-Atc", "select 6 * 7"]));
        assert_eq!(answer.expect("psql answers").trim(), "42");
        let folder = postgres.folder.clone();
        assert!(folder.exists());
        drop(postgres);
        assert!(!folder.exists());
    }
}
