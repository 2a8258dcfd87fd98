//! `codessa`: the server of the app and its API, and what its keeper needs.

use api::app::App;
use api::carry::{self, Bring, Target};
use api::clock::Clock;
use api::config::{Config, Flags, LogFormat, without_secrets};
use api::error::Error;
use api::{backup, health, outlook, register, serve};
use clap::{Args, Parser, Subcommand};
use import::talk::{Answers, DateOrder, Decimal};
use model::request::RequestKind;
use model::{ShareId, SpaceId};
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// The living logbook of a home.
#[derive(Parser)]
#[command(version)]
struct Codessa {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the app and its API
    Serve(Box<Flags>),
    /// Save everything to one file, while the server runs
    Backup(Box<Save>),
    /// Restore what was saved into an empty data folder, after checking all of it
    Restore(Restore),
    /// Bring records into a home from files of other programs, while the server runs or not
    Import(Box<Bringing>),
    /// Write a home or a scheme with all its files to one archive, while the server runs or not
    Export(Box<Taking>),
    /// List the open requests that people filed about their details, or work on one, while the server runs or not
    Requests(Box<Register>),
    /// List the links by which suppliers see what parts will be needed, make one or end one, while the server runs or not
    Outlook(Box<Outlook>),
    /// Ask a running server whether it is well; the exit code says so
    Healthcheck(Box<Flags>),
}

#[derive(Args)]
struct Register {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    work: Option<Work>,
}

#[derive(Subcommand)]
enum Work {
    /// Answer a request; the answer is mailed to who asked
    Answer {
        /// Its number
        #[arg(value_name = "NUMBER")]
        number: u32,
        /// The answer
        #[arg(value_name = "TEXT")]
        text: String,
    },
    /// Register the request of somebody who wrote or called
    Add {
        /// Their e-mail
        #[arg(long, value_name = "MAIL")]
        email: String,
        /// What they ask for
        #[arg(long, value_name = "KIND", value_parser = ["access", "correction", "erasure", "objection"])]
        kind: String,
        /// In their own words
        #[arg(value_name = "TEXT")]
        text: String,
    },
}

#[derive(Args)]
struct Outlook {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    work: Option<OutlookWork>,
}

#[derive(Subcommand)]
enum OutlookWork {
    /// Make a link; its address is said this once
    Link {
        /// Whom it is for
        #[arg(value_name = "NAME")]
        name: String,
        /// How many days it lasts: 1 to 90
        #[arg(long, value_name = "DAYS", default_value_t = outlook::DAYS_MAX)]
        days: i64,
    },
    /// End a link at once
    End {
        /// Its id, as the list says it
        #[arg(value_name = "ID")]
        id: ShareId,
    },
}

/// Does what is asked for with the links of suppliers; what is said of it.
async fn supply(app: &App, work: Option<OutlookWork>) -> Result<String, Error> {
    match work {
        None => outlook::list(app).await,
        Some(OutlookWork::Link { name, days }) => outlook::link(app, &name, days).await,
        Some(OutlookWork::End { id }) => outlook::end(app, id).await,
    }
}

/// Does what is asked for with the register; what is said of it.
async fn work_on(app: &App, work: Option<Work>) -> Result<String, Error> {
    match work {
        None => register::list(app).await,
        Some(Work::Answer { number, text }) => register::answer(app, number, &text).await,
        Some(Work::Add { email, kind, text }) => {
            register::add(app, &email, kind.parse::<RequestKind>().map_err(Error::broken)?, &text).await
        }
    }
}

#[derive(Args)]
struct Taking {
    #[command(flatten)]
    flags: Flags,
    /// The home, or the scheme
    #[arg(long, value_name = "ID")]
    space: SpaceId,
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE.zip")]
    out: PathBuf,
}

#[derive(Args)]
struct Bringing {
    #[command(flatten)]
    flags: Flags,
    /// The e-mail of the account whose home it is; for a new home the account is made if there is none
    #[arg(long, value_name = "MAIL")]
    owner: String,
    /// The home to bring them into
    #[arg(long, value_name = "ID", required_unless_present = "new_home")]
    space: Option<SpaceId>,
    /// A home to be made, by its name
    #[arg(long, value_name = "NAME", conflicts_with = "space")]
    new_home: Option<String>,
    /// Say what would come, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// How dates of numbers are written, where the files leave it open
    #[arg(long, value_name = "ORDER", value_parser = ["day-first", "month-first", "year-first"])]
    dates: Option<String>,
    /// What separates the cents, where the files leave it open
    #[arg(long, value_name = "SIGN", value_parser = ["comma", "point"])]
    decimal: Option<String>,
    /// The currency of amounts that name none: three capitals
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The files, or folders of files
    #[arg(required = true, value_name = "FILES")]
    files: Vec<PathBuf>,
}

impl Bringing {
    /// The flags of the server, and what is asked for.
    fn read(self) -> (Flags, Bring) {
        let order = |order: String| match order.as_str() {
            "day-first" => DateOrder::DayFirst,
            "month-first" => DateOrder::MonthFirst,
            _ => DateOrder::YearFirst,
        };
        let decimal = |sign: String| if sign == "comma" { Decimal::Comma } else { Decimal::Point };
        let (date_order, decimal) = (self.dates.map(order), self.decimal.map(decimal));
        let answers = Answers { date_order, decimal, currency: self.currency, ..Answers::default() };
        let target = match (self.space, self.new_home) {
            (Some(space), _) => Target::Space(space),
            (None, name) => Target::New(name.expect("one of the two is required")),
        };
        (self.flags, Bring { owner: self.owner, target, files: self.files, answers, dry_run: self.dry_run })
    }
}

#[derive(Args)]
struct Save {
    #[command(flatten)]
    flags: Flags,
    /// The file to write; it must not be there yet
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

#[derive(Args)]
struct Restore {
    /// The file that was saved
    #[arg(long, value_name = "FILE")]
    from: PathBuf,
    /// The data folder to fill
    #[arg(long, env = "CODESSA_DATA", value_name = "CODESSA_DATA", default_value = "./data")]
    data: PathBuf,
}

#[tokio::main]
async fn main() -> ExitCode {
    let told = Codessa::try_parse().unwrap_or_else(|error| without_secrets(error).exit());
    match run(told.command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("codessa: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<(), String> {
    match command {
        Command::Serve(flags) => {
            start_log(&flags.log, flags.log_format);
            serve::serve(*flags).await
        }
        Command::Backup(save) => {
            let port = save.flags.listen.port();
            let bytes = backup::save(&Config::from_flags(save.flags, port), &save.out).await;
            let bytes = bytes.map_err(|error| error.to_string())?;
            println!("saved {bytes} bytes to {}", save.out.display());
            Ok(())
        }
        Command::Restore(restore) => {
            let found = backup::restore(&restore.from, &restore.data).await.map_err(|error| error.to_string())?;
            let (spaces, records, revisions) = (found.spaces, found.records, found.revisions);
            println!("restored {spaces} homes, {records} records and {revisions} revisions; every check passed");
            Ok(())
        }
        Command::Import(bringing) => {
            let (flags, asked) = bringing.read();
            let app = beside(flags).await?;
            let told = carry::bring(&app, asked).await;
            app.close().await;
            print!("{}", told.map_err(|error| error.to_string())?);
            Ok(())
        }
        Command::Export(taking) => {
            let Taking { flags, space, out } = *taking;
            let app = beside(flags).await?;
            let told = carry::take(&app, space, &out).await;
            app.close().await;
            print!("{}", told.map_err(|error| error.to_string())?);
            Ok(())
        }
        Command::Requests(register) => {
            let Register { flags, work } = *register;
            let app = beside(flags).await?;
            let told = work_on(&app, work).await;
            app.close().await;
            print!("{}", told.map_err(|error| error.to_string())?);
            Ok(())
        }
        Command::Outlook(links) => {
            let Outlook { flags, work } = *links;
            let app = beside(flags).await?;
            let told = supply(&app, work).await;
            app.close().await;
            print!("{}", told.map_err(|error| error.to_string())?);
            Ok(())
        }
        Command::Healthcheck(flags) => health::ask(flags.listen).await,
    }
}

/// The server's data, beside a server that may be running.
async fn beside(flags: Flags) -> Result<App, String> {
    let port = flags.listen.port();
    let config = Config::from_flags(flags, port);
    if !config.data.is_dir() {
        return Err(format!("there is no folder {}: --data names the server's data", config.data.display()));
    }
    App::beside(config, Clock::System).await.map_err(|error| error.to_string())
}

fn start_log(filter: &str, format: LogFormat) {
    let log = tracing_subscriber::fmt().with_env_filter(EnvFilter::new(filter)).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
}
