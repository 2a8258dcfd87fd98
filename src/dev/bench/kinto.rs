//! Kinto, the peer on the server's side: a small API for records that sync, in Python, on PostgreSQL or in memory.

use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::http::Connection;
use super::letter;
use crate::run::quiet;
use crate::service::{Postgres, free_port, tied};
use crate::{install, place};

/// How long it may take to start.
const START_MAX: Duration = Duration::from_secs(60);

/// Records of one page, as ours.
const PAGE: u64 = super::person::PAGE;

/// A running server; dropping it stops it and removes its data.
pub(super) struct Kinto {
    process: Child,
    settings: PathBuf,
    port: u16,
    /// Stopped after it.
    _database: Postgres,
}

impl Kinto {
    /// Starts it on a PostgreSQL of its own that keeps what it commits.
    pub(super) fn start() -> Result<Self> {
        let python = install::python_with("python-bench", &place::bench().join("requirements.txt"))?;
        let program = python.with_file_name("kinto");
        let (database, port) = (Postgres::start_durable()?, free_port()?);
        let settings = place::target().join("bench").join(format!("kinto-{port}.ini"));
        std::fs::create_dir_all(settings.parent().context("it lies in a folder")?)?;
        // SQLAlchemy's name for the same address.
        let url = database.url().replacen("postgres:", "postgresql:", 1);
        std::fs::write(&settings, ini(&url, port))?;
        quiet(Command::new(&program).args(["migrate", "--ini"]).arg(&settings))?;
        let mut server = tied(&program);
        server.args(["start", "--port", &port.to_string(), "--ini"]).arg(&settings);
        let process = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("kinto cannot be started")?;
        let mut kinto = Self { process, settings, port, _database: database };
        let started = Instant::now();
        while Connection::open(port, "").and_then(|mut it| it.ask_well("GET", "/v1/", "")).is_err() {
            if let Some(status) = kinto.process.try_wait()? {
                anyhow::bail!("kinto ended before it was ready: {status}");
            }
            ensure!(started.elapsed() < START_MAX, "kinto was not ready after {} s", START_MAX.as_secs());
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(kinto)
    }

    /// Where a browser finds it.
    pub(super) fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// A client with an account and a collection of its own.
    pub(super) fn client(&self, number: usize) -> Result<Client> {
        // `client:secret` in base64, with a number that keeps the accounts apart.
        let headers =
            format!("Authorization: Basic {}\r\nAccept-Encoding: gzip\r\n", base64(&format!("client{number}:secret")));
        let mut connection = Connection::open(self.port, &headers)?;
        connection.ask_well("PUT", "/v1/buckets/default/collections/entries", "{}")?;
        Ok(Client { connection })
    }
}

impl Drop for Kinto {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_file(&self.settings);
    }
}

/// Somebody who uses it.
pub(super) struct Client {
    connection: Connection,
}

impl Client {
    /// Writes one new record.
    pub(super) fn write(&mut self) -> Result<()> {
        let path = format!("/v1/buckets/default/collections/entries/records/{}", letter::id());
        self.connection.ask_well("PUT", &path, &format!(r#"{{"data":{}}}"#, letter::entry())).map(drop)
    }

    /// Fetches a page of ten records.
    pub(super) fn read(&mut self) -> Result<()> {
        let path =
            format!("/v1/buckets/default/collections/entries/records?_limit={PAGE}&_since=0&_sort=last_modified");
        self.connection.ask_well("GET", &path, "").map(drop)
    }
}

fn ini(database: &str, port: u16) -> String {
    let backends = ["storage", "cache", "permission"].map(|part| {
        format!("kinto.{part}_backend = kinto.core.{part}.postgresql\nkinto.{part}_url = {database}\nkinto.{part}_pool_size = 20\n")
    });
    format!(
        "[app:main]\nuse = egg:kinto\n{}\
         kinto.includes = kinto.plugins.default_bucket\n\
         kinto.userid_hmac_secret = measured\n\
         multiauth.policies = basicauth\n\
         kinto.batch_max_requests = 100\n\
         [server:main]\nuse = egg:waitress#main\nhost = 127.0.0.1\nport = {port}\nthreads = 16\n\
         [loggers]\nkeys = root\n[handlers]\nkeys = console\n[formatters]\nkeys = plain\n\
         [logger_root]\nlevel = ERROR\nhandlers = console\n\
         [handler_console]\nclass = StreamHandler\nargs = (sys.stderr,)\nformatter = plain\n\
         [formatter_plain]\nformat = %(message)s\n",
        backends.concat()
    )
}

/// RFC 4648, 4.
fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = text.as_bytes().chunks(3).flat_map(|three| {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        (0..4).map(
            move |at| if at <= three.len() { char::from(DIGITS[(bits >> (18 - 6 * at)) as usize & 63]) } else { '=' },
        )
    });
    digits.collect()
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text), expected);
        }
    }
}
