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

use crate::outbox::{is_mail_server, is_sender};
use clap::error::{ContextKind, ContextValue};
use clap::{Args, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Settings that may hold a password.
const SECRET: [&str; 2] = ["CODESSA_DATABASE_URL", "CODESSA_SMTP_URL"];

/// Hours that a hand-over may wait at most: four weeks.
const HANDOVER_HOURS_MAX: i64 = 672;

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
    /// The mail server: `smtp://USER:PASSWORD@HOST:PORT` (STARTTLS) or `smtps://…` (TLS). Otherwise mails go to the
    /// folder `mail` in the data folder.
    #[arg(long, env = "CODESSA_SMTP_URL", value_name = "CODESSA_SMTP_URL", hide_env_values = true, value_parser = smtp_url)]
    pub smtp_url: Option<String>,
    /// The sender of mails: `Name <address>` or an address. Otherwise no-reply at the origin's host.
    #[arg(long, env = "CODESSA_MAIL_FROM", value_name = "CODESSA_MAIL_FROM", value_parser = mail_from)]
    pub mail_from: Option<String>,
    /// The address of whoever runs this server, who is reminded by mail of requests about personal details. Otherwise the log says it.
    #[arg(long, env = "CODESSA_OPERATOR", value_name = "CODESSA_OPERATOR", value_parser = mail_from)]
    pub operator: Option<String>,
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
    /// Start with a demonstration home, and print how to sign in to it. Only without a mail server.
    #[arg(long, env = "CODESSA_DEMO", conflicts_with = "smtp_url")]
    pub demo: bool,
    /// A folder with the app's files, instead of those in this binary.
    #[arg(long, env = "CODESSA_SITE", value_name = "CODESSA_SITE", value_parser = folder)]
    pub site: Option<PathBuf>,
    /// A folder with the files of earlier releases, for browsers that still have one open.
    #[arg(long, env = "CODESSA_SITE_EXTRA", value_name = "CODESSA_SITE_EXTRA", value_parser = folder)]
    pub site_extra: Option<PathBuf>,
    /// The program that makes PDF. Otherwise `codessa-typeset` beside this one; without it there is no PDF from the server.
    #[arg(long, env = "CODESSA_TYPESETTER", value_name = "CODESSA_TYPESETTER", value_parser = file)]
    pub typesetter: Option<PathBuf>,
    /// Hours between a buyer's word and the hand-over of a home, in which either side may stop it. Less than 72 is for trials only.
    #[arg(long, env = "CODESSA_HANDOVER_HOURS", value_name = "CODESSA_HANDOVER_HOURS", default_value = "72", value_parser = hours)]
    pub handover_hours: i64,
    /// Push also to 127.0.0.1, where a trial listens in the place of a push service. For trials only.
    #[arg(long, env = "CODESSA_PUSH_LOOPBACK")]
    pub push_loopback: bool,
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
    /// The mail server; none means a folder.
    pub smtp_url: Option<String>,
    /// The sender of mails.
    pub mail_from: String,
    /// Whoever runs this server, if they are reminded by mail.
    pub operator: Option<String>,
    /// The address that people type.
    pub origin: Origin,
    /// Proxies whose word on the client's address is taken.
    pub trusted_proxies: Vec<Network>,
    /// Folders with the app's files, after those in the binary.
    pub site: Vec<PathBuf>,
    /// The program that makes PDF, if there is one.
    pub typesetter: Option<PathBuf>,
    /// Hours in which either side may stop the hand-over of a home that was accepted.
    pub handover_hours: i64,
    /// Whether to push to this machine too.
    pub push_loopback: bool,
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
            mail_from: flags.mail_from.unwrap_or_else(|| sender_at(origin.host())),
            operator: flags.operator,
            origin,
            trusted_proxies: flags.trusted_proxies,
            site: flags.site.into_iter().chain(flags.site_extra).collect(),
            typesetter: flags.typesetter.or_else(beside),
            handover_hours: flags.handover_hours,
            push_loopback: flags.push_loopback,
        }
    }
}

/// The typesetter beside the program that runs.
fn beside() -> Option<PathBuf> {
    let typesetter = std::env::current_exe().ok()?.with_file_name("codessa-typeset");
    typesetter.is_file().then_some(typesetter)
}

fn file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if path.is_file() { Ok(path) } else { Err("allowed: a file that is there".to_owned()) }
}

/// The sender of mails at a host; an address of numbers is no host of mails.
fn sender_at(host: &str) -> String {
    let sender = format!("Codessa <no-reply@{host}>");
    if is_sender(&sender) { sender } else { "Codessa <no-reply@localhost>".to_owned() }
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "allowed: an IP address and a port, such as 127.0.0.1:8080 or [::]:8080".to_owned())
}

fn smtp_url(text: &str) -> Result<String, String> {
    let allowed = "allowed: smtp://USER:PASSWORD@HOST:PORT (STARTTLS) or smtps://USER:PASSWORD@HOST:PORT (TLS)";
    if is_mail_server(text) { Ok(text.to_owned()) } else { Err(allowed.to_owned()) }
}

fn mail_from(text: &str) -> Result<String, String> {
    let allowed = "allowed: Name <name@example.org> or name@example.org";
    if is_sender(text) { Ok(text.to_owned()) } else { Err(allowed.to_owned()) }
}

fn folder(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    if path.is_dir() { Ok(path) } else { Err("allowed: a folder that is there".to_owned()) }
}

fn hours(text: &str) -> Result<i64, String> {
    let hours = text.parse().ok().filter(|hours| (0..=HANDOVER_HOURS_MAX).contains(hours));
    hours.ok_or_else(|| format!("allowed: a number of hours from 0 to {HANDOVER_HOURS_MAX}"))
}

/// What clap says of a bad value, without the value where that may hold a password: it is written to whatever log there is.
pub fn without_secrets(mut error: clap::Error) -> clap::Error {
    let about = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    if SECRET.iter().any(|name| about.contains(name)) {
        error.insert(ContextKind::InvalidValue, ContextValue::String("(not shown)".to_owned()));
    }
    error
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
    use clap::{CommandFactory, Parser};

    #[derive(Parser)]
    struct Serve {
        #[command(flatten)]
        flags: Flags,
    }

    fn parse(arguments: &[&str]) -> Result<Config, String> {
        let all = ["codessa"].iter().chain(arguments);
        let serve = Serve::try_parse_from(all).map_err(|error| without_secrets(error).to_string())?;
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
        let rows: [(&str, &[&str], &str, &str); 13] = [
            ("--listen", &["8080", "localhost:8080", "127.0.0.1:99999", ""], "CODESSA_LISTEN", "127.0.0.1:8080"),
            ("--data", &[""], "CODESSA_DATA", "value is required"),
            (
                "--database-url",
                &["mysql://x", "sqlite::memory:", "postgres://h:port/d", "postgres://h/d?sslmode=maybe", ""],
                "CODESSA_DATABASE_URL",
                "postgres://",
            ),
            ("--blobs", &["ftp://x", "s3://", "/var/files", ""], "CODESSA_BLOBS", "s3://BUCKET"),
            (
                "--smtp-url",
                &["mail.example.org", "smtp://", "smtp://mail.example.org:port", "smtp://h?tls=perhaps", "smtp:///x"],
                "CODESSA_SMTP_URL",
                "smtps://",
            ),
            ("--mail-from", &["Codessa", "a@", "<>", "a@b@c", ""], "CODESSA_MAIL_FROM", "Name <name@example.org>"),
            (
                "--origin",
                &["http://example.org", "https://a:99999", "https://A.example", ""],
                "CODESSA_ORIGIN",
                "https://HOST",
            ),
            ("--trusted-proxies", &["10.0.0.0/40", "proxy", "10.0.0.1,"], "CODESSA_TRUSTED_PROXIES", "10.0.0.0/8"),
            ("--log", &["loud", ""], "CODESSA_LOG", "debug"),
            ("--log-format", &["xml", ""], "CODESSA_LOG_FORMAT", "json"),
            ("--handover-hours", &["-1", "673", "three", ""], "CODESSA_HANDOVER_HOURS", "from 0 to 672"),
            ("--site", &["/no/such/folder"], "CODESSA_SITE", "a folder that is there"),
            ("--site-extra", &["/no/such/folder"], "CODESSA_SITE_EXTRA", "a folder that is there"),
        ];
        for (flag, values, name, allowed) in rows {
            for value in values {
                let refused = parse(&[&format!("{flag}={value}")]).expect_err(value);
                assert!(refused.contains(name) && refused.contains(allowed), "{flag}={value}: {refused}");
            }
        }
    }

    #[test]
    fn every_setting_has_its_variable_and_a_line_on_the_page_on_hosting() {
        let page = include_str!("../hosting.md");
        for argument in Serve::command().get_arguments().filter(|argument| argument.get_id() != "help") {
            let name = argument.get_env().and_then(|name| name.to_str()).expect("it can be set by a variable");
            assert!(name.starts_with("CODESSA_") && page.contains(&format!("`{name}`")), "{name}");
            assert_eq!(name["CODESSA_".len()..].to_lowercase().replace('_', "-"), argument.get_long().expect("a flag"));
        }
    }

    #[test]
    fn a_refusal_does_not_repeat_a_password() {
        for flag in ["--database-url=mysql://a:hunter2@h/d", "--smtp-url=ftp://a:hunter2@h"] {
            let refused = parse(&[flag]).expect_err(flag);
            assert!(!refused.contains("hunter2") && refused.contains("(not shown)"), "{refused}");
        }
    }

    #[test]
    fn mails_have_a_sender_whatever_the_origin() {
        for origin in ["https://codessa.example", "http://127.0.0.1:8080", "http://[::1]:8080", "https://a.b:8443"] {
            let config = parse(&["--origin", origin]).expect(origin);
            assert!(is_sender(&config.mail_from), "{}", config.mail_from);
        }
    }

    #[test]
    fn a_mail_server_and_a_demonstration_exclude_each_other() {
        assert!(parse(&["--demo", "--smtp-url", "smtp://localhost"]).expect_err("both").contains("CODESSA_SMTP_URL"));
    }
}
