//! `codessa import`: from files to records of a home.

use super::back;
use super::disk::inputs;
use super::home::Home;
use crate::app::App;
use crate::auth::normal_email;
use crate::error::Error;
use import::batch::Settings;
use import::session::{Piece, Session, Wish};
use import::talk::{Answers, Found, Preview, Question};
use import::told;
use model::access::Action;
use model::import::Import;
use model::property::Property;
use model::{Date, Letter, RecordId, SpaceId};
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use uuid::Uuid;
use words::{Language, Words};

/// What is asked for.
pub struct Bring {
    /// The e-mail of the account that owns the home.
    pub owner: String,
    /// Into which home.
    pub target: Target,
    /// The files.
    pub files: Vec<PathBuf>,
    /// What the files do not tell.
    pub answers: Answers,
    /// Only says what would come.
    pub dry_run: bool,
}

/// Into which home.
pub enum Target {
    /// One that is there.
    Space(SpaceId),
    /// A new one of that name.
    New(String),
}

/// South African Standard Time, in which a home's days begin and end.
const AHEAD_MINUTES: i32 = 120;

/// Brings records in; what is said of it, for whoever asked.
///
/// # Errors
/// Where a file or the home is not there, or the owner may not write into it. What was refused is no error: it is said.
pub async fn bring(app: &App, asked: Bring) -> Result<String, Error> {
    let words = Language::default().words();
    let now = app.clock.now();
    if let [file] = &asked.files[..]
        && let Some(archive) = back::opened(file)?
    {
        let owner = normal_email(&asked.owner)?;
        return match asked.target {
            Target::Space(_) => Err(Error::broken("an archive becomes a home of its own: say --new-home")),
            Target::New(_) if asked.dry_run => back::bring_back(app, None, archive).await,
            Target::New(_) => {
                let account = app.storage.account_of(owner, words.tag, now).await?;
                back::bring_back(app, Some(account), archive).await
            }
        };
    }
    let session = Session::open(inputs(&asked.files)?);
    let today = now.date(AHEAD_MINUTES);
    let found = session.found(&asked.answers, today);
    if !found.files.iter().any(|file| file.format.as_deref().is_some_and(|format| format != "media")) {
        return Err(Error::broken(format!("{}. {}", words.carry().nothing, words.carry().nothing_body)));
    }
    let owner = normal_email(&asked.owner)?;
    let mut told = String::new();
    let (space, mut home) = match &asked.target {
        Target::Space(space) => {
            let account = app.storage.account_by_email(&owner).await?;
            let account = account.ok_or_else(|| Error::broken(format!("there is no account of {owner}")))?;
            (*space, Some(Home::open(app, account, *space, Action::Write).await?))
        }
        Target::New(_) if asked.dry_run => (SpaceId(Uuid::now_v7()), None),
        Target::New(name) => {
            let account = app.storage.account_of(owner, words.tag, now).await?;
            let space = SpaceId(Uuid::now_v7());
            let mut home = Home::make(app, account, space).await?;
            let property = Property { name: model::canonical::normal(name), ..Property::default() };
            home.write(vec![(fresh(), Property::KIND.to_owned(), property.fields())]).await?;
            (space, Some(home))
        }
    };
    let records = match &mut home {
        Some(home) => home.records().await?,
        None => Vec::new(),
    };
    let mut work = Work { session, records, answers: asked.answers, import: fresh(), today };
    let preview = work.preview();
    let wanted_nothing = asked.dry_run && home.is_none();
    let _ = writeln!(told, "home {}", if wanted_nothing { "new".to_owned() } else { space.to_string() });
    say_found(&mut told, words, &found);
    say_preview(&mut told, words, &preview);
    if let (Some(home), false) = (&mut home, asked.dry_run) {
        home.write(vec![(work.import, Import::KIND.to_owned(), work.session.letter(now).fields())]).await?;
        while let Some(piece) = work.session.next(words) {
            match piece {
                Piece::Changes(changes) => {
                    let changes = changes.into_iter().map(|change| (change.id, change.kind.to_owned(), change.fields));
                    home.write(changes.collect()).await?;
                }
                Piece::File(file, content) => home.keep(&file, content).await?,
            }
        }
        for problem in work.session.missing() {
            let _ = writeln!(told, "{}: {}", place(words, &problem.at), told::problem(words, problem));
        }
        home.refused.iter().for_each(|refused| _ = writeln!(told, "refused: {refused}"));
    }
    Ok(told)
}

/// What is worked out before anything is written.
struct Work {
    session: Session,
    records: Vec<model::Record>,
    answers: Answers,
    import: RecordId,
    today: Date,
}

impl Work {
    fn preview(&mut self) -> Preview {
        let words = Language::default().words();
        let currency = self.answers.currency.clone().unwrap_or_else(|| "ZAR".to_owned());
        let settings = Settings { words, currency: &currency, today: self.today };
        let wish = Wish { settings, wanted: &BTreeSet::new(), import: self.import };
        self.session.preview(&self.records, &self.answers, &wish, &mut fresh)
    }
}

fn say_found(told: &mut String, words: &Words, found: &Found) {
    for file in &found.files {
        let what = match (&file.format, &file.problem) {
            (_, Some(problem)) => told::problem(words, problem),
            (Some(format), None) if format == "media" => words.carry().media.to_owned(),
            (Some(format), None) => (words.carry().recognised)(told::format(words, format), file.rows as usize),
            (None, None) => words.carry().unknown.to_owned(),
        };
        let _ = writeln!(told, "{}: {what}", file.name);
    }
    for question in &found.questions {
        let _ = match question {
            Question::DateOrder { guess, .. } => writeln!(told, "dates are taken as {guess:?}; --dates says otherwise"),
            Question::Decimal { guess, .. } => {
                writeln!(told, "amounts are taken with {guess:?}; --decimal says otherwise")
            }
            Question::Currency { .. } => writeln!(told, "amounts are taken as ZAR; --currency says otherwise"),
        };
    }
}

fn say_preview(told: &mut String, words: &Words, preview: &Preview) {
    for (kind, counts) in &preview.counts {
        let (new, changed, same, doubtful) = (counts.new, counts.changed, counts.same, counts.doubtful);
        let _ = writeln!(told, "{kind}: {new} new, {changed} changed, {same} same, {doubtful} doubtful");
    }
    if preview.files > 0 {
        let files = (words.carry().files_come)(preview.files as usize, &words.bytes(preview.files_bytes));
        let _ = writeln!(told, "{files}");
    }
    for problem in &preview.problems {
        let _ = writeln!(told, "{}: {}", place(words, &problem.at), told::problem(words, problem));
    }
    let more = preview.problems_count as usize - preview.problems.len();
    if more > 0 {
        let _ = writeln!(told, "{}", (words.carry().more)(more));
    }
}

fn place(words: &Words, at: &import::proposal::Place) -> String {
    (words.carry().at)(&at.file, at.row)
}

fn fresh() -> RecordId {
    RecordId(Uuid::now_v7())
}
