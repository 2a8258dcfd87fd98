//! The one configuration: flags and `CODESSA_*` environment variables. Nothing is needed to start; a bad value is refused with its
//! name and what is allowed.

pub mod blobs;
pub mod database;
pub mod network;
pub mod origin;

pub use blobs::BlobsAt;
pub use database::Database;
pub use network::Network;
pub use origin::Origin;

use clap::{Args, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Flags of `codessa serve`. Each can be given as an environment variable, whose name stands where its value goes.
#[derive(Args, Clone, Debug)]
pub struct Flags {
    /// The address to listen on: an IP address and a port.
    #[arg(long, env = "CODESSA_LISTEN", value_name = "CODESSA_LISTEN", default_value = "127.0.0.1:8080", value_parser = listen)]
    pub listen: SocketAddr,
    /// The folder for the embedded database, files and, without SMTP, mails.
    #[arg(long, env = "CODESSA_DATA", value_name = "CODESSA_DATA", default_value = "./data")]
    pub data: PathBuf,
    /// The database: `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`. Otherwise SQLite in the data folder.
    #[arg(long, env = "CODESSA_DATABASE_URL", value_name = "CODESSA_DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<Database>,
    /// Where files go: `file:PATH` or `s3://BUCKET/PREFIX`, with the usual AWS_* variables. Otherwise the data folder.
    #[arg(long, env = "CODESSA_BLOBS", value_name = "CODESSA_BLOBS")]
    pub blobs: Option<BlobsAt>,
    /// The mail server: `smtp://USER:PASSWORD@HOST:PORT` (STARTTLS) or `smtps://…` (TLS). Otherwise mails go to the log and to the
    /// folder `mail` in the data folder.
    #[arg(long, env = "CODESSA_SMTP_URL", value_name = "CODESSA_SMTP_URL", hide_env_values = true, value_parser = smtp_url)]
    pub smtp_url: Option<String>,
    /// The sender of mails: `Name <address>` or an address. Otherwise no-reply at the origin's host.
    #[arg(long, env = "CODESSA_MAIL_FROM", value_name = "CODESSA_MAIL_FROM")]
    pub mail_from: Option<String>,
    /// The address that people type: `https://HOST`, or `http://localhost:PORT` on the own machine. Otherwise the latter.
    #[arg(long, env = "CODESSA_ORIGIN", value_name = "CODESSA_ORIGIN")]
    pub origin: Option<Origin>,
    /// Addresses or networks (10.0.0.0/8) of proxies whose X-Forwarded-For is believed, with commas between.
    #[arg(long, env = "CODESSA_TRUSTED_PROXIES", value_name = "CODESSA_TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<Network>,
    /// What is logged: error, warn, info, debug or trace, also by part (info,sqlx=warn).
    #[arg(long, env = "CODESSA_LOG", value_name = "CODESSA_LOG", default_value = "info", value_parser = log_filter)]
    pub log: String,
    /// How logs are written.
    #[arg(long, env = "CODESSA_LOG_FORMAT", value_name = "CODESSA_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,
    /// Start with a demonstration home, and print how to sign in to it. Only where mails go to the log.
    #[arg(long, env = "CODESSA_DEMO", conflicts_with = "smtp_url")]
    pub demo: bool,
    /// A folder with the app's files, instead of those in this binary.
    #[arg(long, env = "CODESSA_SITE", value_name = "CODESSA_SITE")]
    pub site: Option<PathBuf>,
    /// A folder with the files of earlier releases, for browsers that still have one open.
    #[arg(long, env = "CODESSA_SITE_EXTRA", value_name = "CODESSA_SITE_EXTRA")]
    pub site_extra: Option<PathBuf>,
}

/// How logs are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// What a running server goes by; every default is filled in.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder for everything that is kept on this machine.
    pub data: PathBuf,
    /// The database.
    pub database: Database,
    /// Where files go.
    pub blobs: BlobsAt,
    /// The mail server; none means log and folder.
    pub smtp_url: Option<String>,
    /// The sender of mails.
    pub mail_from: String,
    /// The address that people type.
    pub origin: Origin,
    /// Proxies whose word on the client's address is taken.
    pub trusted_proxies: Vec<Network>,
    /// Folders with the app's files, after those in the binary.
    pub site: Vec<PathBuf>,
}

impl Config {
    /// The configuration that `flags` ask for, on a server that listens on `port`.
    pub fn from_flags(flags: Flags, port: u16) -> Self {
        let origin = flags.origin.unwrap_or_else(|| Origin::localhost(port));
        Self {
            database: flags.database_url.unwrap_or_else(|| Database::Sqlite(flags.data.join("codessa.sqlite"))),
            blobs: flags.blobs.unwrap_or_else(|| BlobsAt::Folder(flags.data.join("files"))),
            data: flags.data,
            smtp_url: flags.smtp_url,
            mail_from: flags.mail_from.unwrap_or_else(|| format!("Codessa <no-reply@{}>", origin.host())),
            origin,
            trusted_proxies: flags.trusted_proxies,
            site: flags.site.into_iter().chain(flags.site_extra).collect(),
        }
    }
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "allowed: an IP address and a port, such as 127.0.0.1:8080 or [::]:8080".to_owned())
}

fn smtp_url(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("smtp://").or_else(|| text.strip_prefix("smtps://"));
    match host {
        Some(host) if !host.is_empty() => Ok(text.to_owned()),
        _ => Err("allowed: smtp://USER:PASSWORD@HOST:PORT or smtps://USER:PASSWORD@HOST:PORT".to_owned()),
    }
}

fn log_filter(text: &str) -> Result<String, String> {
    let allowed = "allowed: error, warn, info, debug or trace, also by part (info,sqlx=warn)";
    let filter = tracing_subscriber::EnvFilter::builder().parse(text);
    // A word that is no level would silently be taken for the name of a part.
    let is_level = |part: &str| part.contains('=') || part.parse::<tracing::Level>().is_ok() || part == "off";
    if filter.is_ok() && text.split(',').all(is_level) { Ok(text.to_owned()) } else { Err(allowed.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Serve {
        #[command(flatten)]
        flags: Flags,
    }

    fn parse(arguments: &[&str]) -> Result<Config, String> {
        let all = ["codessa"].iter().chain(arguments);
        let serve = Serve::try_parse_from(all).map_err(|error| error.to_string())?;
        let port = serve.flags.listen.port();
        Ok(Config::from_flags(serve.flags, port))
    }

    #[test]
    fn nothing_is_needed_to_start() {
        let config = parse(&[]).expect("defaults");
        assert_eq!(config.origin.to_string(), "http://localhost:8080");
        assert!(matches!(config.database, Database::Sqlite(path) if path.ends_with("data/codessa.sqlite")));
        assert!(matches!(config.blobs, BlobsAt::Folder(path) if path.ends_with("data/files")));
    }

    #[test]
    fn the_default_origin_follows_the_port() {
        assert_eq!(parse(&["--listen", "127.0.0.1:9000"]).expect("a port").origin.to_string(), "http://localhost:9000");
    }

    #[test]
    fn a_bad_value_is_refused_with_its_name_and_what_is_allowed() {
        let rows = [
            ("--listen", "8080", "CODESSA_LISTEN", "127.0.0.1:8080"),
            ("--database-url", "mysql://x", "CODESSA_DATABASE_URL", "postgres://"),
            ("--blobs", "ftp://x", "CODESSA_BLOBS", "s3://BUCKET"),
            ("--smtp-url", "mail.example.org", "CODESSA_SMTP_URL", "smtps://"),
            ("--origin", "http://example.org", "CODESSA_ORIGIN", "https://HOST"),
            ("--trusted-proxies", "10.0.0.0/40", "CODESSA_TRUSTED_PROXIES", "10.0.0.0/8"),
            ("--log", "loud", "CODESSA_LOG", "debug"),
            ("--log-format", "xml", "CODESSA_LOG_FORMAT", "json"),
        ];
        for (flag, value, name, allowed) in rows {
            let refused = parse(&[flag, value]).expect_err(value);
            assert!(refused.contains(name) && refused.contains(allowed), "{refused}");
        }
    }
}
