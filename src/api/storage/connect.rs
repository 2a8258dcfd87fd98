//! Connections: what both engines are told before anything else, and what is refused at the start.

use super::migrations;
use super::readers::Readers;
use crate::error::Error;
use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Executor};
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

/// The first SQLite that cannot lose a write-ahead log when it is reset while somebody reads.
const SQLITE_MIN: [u32; 3] = [3, 51, 3];
/// Readers of SQLite: each is a thread, and reading is bound by processors, not by waiting.
const SQLITE_READERS_MAX: usize = 8;
/// Connections to PostgreSQL of one process; a server allows 100 unless told otherwise.
const POSTGRES_CONNECTIONS_MAX: u32 = 24;
/// How long a request waits for a connection before it is told that the server is busy.
pub(super) const ACQUIRE: Duration = Duration::from_secs(10);

/// What the writer does on SQLite. `FULL` waits for the disk at every commit: in simulated power cuts anything less lost acknowledged
/// rows. `secure_delete` overwrites what is erased. The cache is what one busy space touches, KiB. The writer itself says when the log is
/// folded into the file.
const WRITER_SETTINGS: &str = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; \
     pragma secure_delete = on; pragma busy_timeout = 10000; pragma cache_size = -16384; pragma temp_store = memory; \
     pragma wal_autocheckpoint = 0";

/// What readers do on SQLite. They never write, and read from the page cache of the system. They do not map the file: each would hold
/// as much memory as it is large.
const READER_SETTINGS: &str =
    "pragma query_only = on; pragma busy_timeout = 10000; pragma cache_size = -4096; pragma mmap_size = 0";

/// The one connection that writes to a SQLite file, which is made if it is not there.
pub(super) async fn sqlite_writer(path: &Path) -> Result<AnyConnection, Error> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(Error::broken)?;
    }
    let mut connection = quiet(&format!("{}?mode=rwc", sqlite_url(path)?))?.connect().await?;
    let (version,): (String,) = sqlx::query_as("select sqlite_version()").fetch_one(&mut connection).await?;
    if !is_recent(&version) {
        return Err(Error::broken(format!("SQLite {version} can lose its write-ahead log; 3.51.3 or later is needed")));
    }
    connection.execute(WRITER_SETTINGS).await?;
    migrations::run(&mut connection).await.map_err(Error::broken)?;
    Ok(connection)
}

/// A connection of one's own to a SQLite file that is there, beside those of a server.
pub(super) async fn sqlite(path: &Path) -> Result<AnyConnection, Error> {
    sqlx::any::install_default_drivers();
    let mut connection = quiet(&sqlite_url(path)?)?.connect().await?;
    connection.execute("pragma busy_timeout = 10000; pragma synchronous = full").await?;
    Ok(connection)
}

/// Connections that read a SQLite file.
pub(super) fn sqlite_readers(path: &Path) -> Result<Readers, Error> {
    Ok(Readers::turns(quiet(&sqlite_url(path)?)?, SQLITE_READERS_MAX))
}

/// One of them.
pub(super) async fn sqlite_reader(options: &AnyConnectOptions) -> Result<AnyConnection, sqlx::Error> {
    let mut connection = options.connect().await?;
    connection.execute(READER_SETTINGS).await?;
    Ok(connection)
}

/// Connections to a PostgreSQL server.
pub(super) async fn postgres(url: &str) -> Result<AnyPool, Error> {
    let pool = AnyPoolOptions::new().max_connections(POSTGRES_CONNECTIONS_MAX).acquire_timeout(ACQUIRE);
    let pool = pool.connect_with(quiet(url)?).await?;
    let mut connection = pool.acquire().await?;
    migrations::run(&mut connection).await.map_err(Error::broken)?;
    drop(connection);
    Ok(pool)
}

/// Statements are not logged: they carry what people wrote.
fn quiet(url: &str) -> Result<AnyConnectOptions, Error> {
    Ok(AnyConnectOptions::from_str(url)?.disable_statement_logging())
}

fn sqlite_url(path: &Path) -> Result<String, Error> {
    let path = std::path::absolute(path).map_err(Error::broken)?;
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
    let mut url = String::from("sqlite://");
    for c in path.to_string_lossy().chars() {
        if plain(c) {
            url.push(c);
        } else {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| url.push_str(&format!("%{byte:02x}")));
        }
    }
    Ok(url)
}

fn is_recent(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= SQLITE_MIN.as_slice()
}

/// Whether the driver understands a URL: ports and options are its own.
pub(crate) fn is_postgres(url: &str) -> bool {
    sqlx::postgres::PgConnectOptions::from_str(url).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_sqlite_is_refused() {
        for (version, expected) in
            [("3.51.3", true), ("3.51.2", false), ("3.53.0", true), ("4.0", true), ("3.9.9", false)]
        {
            assert_eq!(is_recent(version), expected, "{version}");
        }
    }

    #[test]
    fn a_path_may_hold_anything() {
        assert_eq!(sqlite_url(Path::new("/a b/ü?#%.db")).expect("a URL"), "sqlite:///a%20b/%c3%bc%3f%23%25.db");
    }
}
