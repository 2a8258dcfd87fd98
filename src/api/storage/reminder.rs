//! What members want to be reminded of, and what they were told: each thing by each way once, whichever process tells it.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::access::Role;
use model::reminder::{Digest, Settings};
use model::{AccountId, Instant, SpaceId};
use sqlx::AnyConnection;
use uuid::Uuid;

const FIND: &str = "select settings from reminders where space = $1 and account = $2";

const PUT: &str = "insert into reminders (space, account, settings, active, head, looked, next) \
     values ($1, $2, $3, $4, 0, '', '') on conflict (space, account) do update \
     set settings = excluded.settings, active = excluded.active, next = ''";

/// The key of a thing has three words, that of a day or a week of mails two.
const TOLD: &str =
    "select distinct thing from reminded where space = $1 and account = $2 and thing like '% % %' order by thing";

/// Homes in which something changed since it was last looked, or in which it is time; and those that were looked at in a future that is none any
/// more, because a clock was set back.
const DUE: &str = "select reminders.space, reminders.account, reminders.settings, spaces.head, accounts.email, accounts.language, \
     members.role from reminders join spaces on spaces.id = reminders.space join accounts on accounts.id = reminders.account \
     join members on members.space = reminders.space and members.account = reminders.account \
     where reminders.active = 1 and (reminders.head <> spaces.head or reminders.next <= $1 or reminders.looked > $1) \
     order by reminders.next, reminders.space, reminders.account limit $2";

const LOOKED: &str =
    "update reminders set head = $3, looked = $4, next = $5 where space = $1 and account = $2 and settings = $6";

/// Whoever tells a member holds their row until the commit, so that two who see the same stand in line here.
const HOLD: &str = "update reminders set looked = looked where space = $1 and account = $2 and settings = $3";

const TOLD_BY: &str = "select thing from reminded where space = $1 and account = $2 and way = $3";

const TELL: &str =
    "insert into reminded (space, account, way, thing, at) values ($1, $2, $3, $4, $5) on conflict do nothing";

const BROWSERS: &str = "select session from subscriptions where account = $1 order by session";

const UNSUBSCRIBE: &str = "insert into unsubscribes (token_hash, space, account, made) values ($1, $2, $3, $4)";

const JOB: &str = "insert into jobs (id, queue, body, tries, due, leased_until) values ($1, $2, $3, 0, '', '')";

/// Members whose turn it may be, looked at in one go.
const DUE_MAX: i64 = 500;

/// A member who may have to be told something.
#[derive(Clone, Debug)]
pub struct Watch {
    /// The home, as they see it.
    pub scope: Scope,
    /// What they want.
    pub settings: Settings,
    /// The same as it is kept: what was decided by it is void if it changed.
    pub kept: String,
    /// Where mails go.
    pub email: String,
    /// The language of those, a BCP 47 tag.
    pub language: String,
}

/// A row of [`DUE`].
type WatchRow = (String, String, String, i64, String, String, String);

/// A way of telling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To browsers.
    Push,
    /// By mail.
    Mail,
}

impl Way {
    fn as_str(self) -> &'static str {
        match self {
            Self::Push => "push",
            Self::Mail => "mail",
        }
    }
}

/// Writes messages as bodies of jobs: from which of the things are new, and the sessions whose browsers take pushes.
pub type Messages = Box<dyn FnOnce(&[bool], &[String]) -> Vec<String> + Send>;

/// What somebody is to be told, as far as they were not.
pub struct Telling {
    /// By which way.
    pub way: Way,
    /// The keys of the things.
    pub things: Vec<String>,
    /// The day or week in which there is one message only.
    pub period: Option<String>,
    /// SHA-256 of the token by which the mails are ended.
    pub unsubscribe: Option<String>,
    /// The queue of the messages.
    pub queue: &'static str,
    /// Writes the messages.
    pub write: Messages,
}

impl Storage {
    /// What a member wants; none if they have never said.
    pub async fn reminders(&self, scope: &Scope) -> Result<Option<Settings>, Error> {
        let find = sqlx::query_as(FIND).bind(scope.space().to_string()).bind(scope.account().to_string());
        let row: Option<(String,)> = self.readers.optional(find).await?;
        row.map(|(settings,)| serde_json::from_str(&settings).map_err(Error::broken)).transpose()
    }

    /// Keeps what a member wants.
    pub async fn set_reminders(&self, scope: &Scope, settings: &Settings) -> Result<(), Error> {
        let (space, account) = (scope.space().to_string(), scope.account().to_string());
        let text = serde_json::to_string(settings).map_err(Error::broken)?;
        let active = i64::from(settings.push || settings.digest != Digest::Never);
        self.write(move |connection| {
            Box::pin(async move {
                let put = sqlx::query(PUT).bind(space).bind(account).bind(text).bind(active);
                put.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// The keys of what a member was told of, by whichever way.
    pub async fn told(&self, scope: &Scope) -> Result<Vec<String>, Error> {
        let find = sqlx::query_as(TOLD).bind(scope.space().to_string()).bind(scope.account().to_string());
        let rows: Vec<(String,)> = self.readers.all(find).await?;
        Ok(rows.into_iter().map(|(thing,)| thing).collect())
    }

    /// Members whose turn it may be. One whose row cannot be read, written by a newer version, keeps nobody else from theirs.
    pub async fn watches(&self, now: Instant) -> Result<Vec<Watch>, Error> {
        let rows: Vec<WatchRow> = self.readers.all(sqlx::query_as(DUE).bind(now.to_string()).bind(DUE_MAX)).await?;
        let read = |row| watch(row).inspect_err(|error| tracing::warn!(?error, "what a member wants cannot be read"));
        Ok(rows.into_iter().filter_map(|row| read(row).ok()).collect())
    }

    /// Notes that it was looked, and when it is looked again.
    pub async fn note_looked(&self, watch: &Watch, now: Instant, next: Instant) -> Result<(), Error> {
        let (space, account) = (watch.scope.space().to_string(), watch.scope.account().to_string());
        let (head, kept) = (i64::try_from(watch.scope.head()).unwrap_or(i64::MAX), watch.kept.clone());
        self.write(move |connection| {
            Box::pin(async move {
                let note = sqlx::query(LOOKED).bind(space).bind(account).bind(head);
                note.bind(now.to_string()).bind(next.to_string()).bind(kept).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Queues messages about what a member was not told of, and notes with them that they were: either both are there or neither. Whether any
    /// was queued.
    pub async fn tell(&self, watch: &Watch, telling: Telling, now: Instant) -> Result<bool, Error> {
        let (space, account) = (watch.scope.space().to_string(), watch.scope.account().to_string());
        let kept = watch.kept.clone();
        self.write(move |connection| Box::pin(tell(connection, space, account, kept, telling, now))).await
    }
}

fn watch((space, account, kept, head, email, language, role): WatchRow) -> Result<Watch, Error> {
    let (space, account): (SpaceId, AccountId) = (parsed(&space)?, parsed(&account)?);
    let role: Role = parsed(&role)?;
    let settings = serde_json::from_str(&kept).map_err(Error::broken)?;
    Ok(Watch { scope: Scope::of_link(space, account, role, counted(head)), settings, kept, email, language })
}

async fn tell(
    connection: &mut AnyConnection,
    space: String,
    account: String,
    kept: String,
    telling: Telling,
    now: Instant,
) -> Result<bool, Error> {
    let hold = sqlx::query(HOLD).bind(space.clone()).bind(account.clone()).bind(kept);
    if hold.execute(&mut *connection).await?.rows_affected() != 1 {
        return Ok(false);
    }
    let way = telling.way.as_str();
    let told = sqlx::query_as(TOLD_BY).bind(space.clone()).bind(account.clone()).bind(way);
    let told: Vec<(String,)> = told.fetch_all(&mut *connection).await?;
    let was_told = |thing: &String| told.iter().any(|(earlier,)| earlier == thing);
    if telling.period.as_ref().is_some_and(was_told) {
        return Ok(false);
    }
    let is_new: Vec<bool> = telling.things.iter().map(|thing| !was_told(thing)).collect();
    let browsers: Vec<(String,)> = sqlx::query_as(BROWSERS).bind(account.clone()).fetch_all(&mut *connection).await?;
    let browsers: Vec<String> = browsers.into_iter().map(|(session,)| session).collect();
    let messages = if is_new.contains(&true) { (telling.write)(&is_new, &browsers) } else { Vec::new() };
    if messages.is_empty() {
        return Ok(false);
    }
    let new = telling.things.into_iter().zip(is_new).filter_map(|(thing, is_new)| is_new.then_some(thing));
    for thing in new.chain(telling.period) {
        let note = sqlx::query(TELL).bind(space.clone()).bind(account.clone()).bind(way).bind(thing);
        note.bind(now.to_string()).execute(&mut *connection).await?;
    }
    if let Some(token_hash) = telling.unsubscribe {
        let token = sqlx::query(UNSUBSCRIBE).bind(token_hash).bind(space).bind(account).bind(now.to_string());
        token.execute(&mut *connection).await?;
    }
    for message in messages {
        let job = sqlx::query(JOB).bind(Uuid::now_v7().to_string()).bind(telling.queue).bind(message);
        job.execute(&mut *connection).await?;
    }
    Ok(true)
}
