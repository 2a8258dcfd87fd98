//! Links by which parts of a space are shared: making, listing, changing, ending, and what was seen through them.

use super::row::{counted, parsed};
use super::{Pack, Scope, Storage, pack};
use crate::error::Error;
use model::grant::{Grant, Purpose};
use model::{AccountId, FileHash, Instant, ShareId};
use uuid::Uuid;
use wire::ErrorCode;
use wire::share::{Share, Sight};

/// Links of one home, ended ones included: more than anybody oversees.
const SHARES_MAX: i64 = 500;
/// What is told of a link, the latest.
const SIGHTS_MAX: i64 = 1_000;

const ADD: &str = "insert into shares (id, space, auth_hash, purpose, name, given, made_by, made, expires, passcode, snapshot, \
     opens, opens_max, unseen, wrong) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, 0) on conflict (id) do nothing";

const LIST: &str = "select shares.id, shares.purpose, shares.name, shares.given, accounts.email, shares.made, shares.expires, \
     shares.revoked, shares.suspended, shares.opens, shares.opens_max, shares.snapshot, \
     case when shares.passcode is null then 0 else 1 end, \
     (select max(at) from sights where sights.share = shares.id and sights.what = 'opened'), shares.unseen \
     from shares left join accounts on accounts.id = shares.made_by where shares.space = $1 and shares.made_by <> $2 and shares.label is null \
     order by shares.made desc, shares.id";

const CHANGE: &str = "update shares set name = $3, given = $4, expires = $5, \
     suspended = null, wrong = 0 where id = $1 and space = $2 and revoked is null";

const REVOKE: &str = "update shares set revoked = $3 where id = $1 and space = $2 and revoked is null";

const REVOKE_ALL: &str = "update shares set revoked = $2 where space = $1 and revoked is null and label is null";

const SIGHTS: &str = "select sights.at, sights.what, sights.device, sights.place, sights.hash from sights \
     join shares on shares.id = sights.share where shares.id = $1 and shares.space = $2 order by sights.at desc, sights.id desc limit $3";

/// A link to keep.
#[derive(Clone, Debug)]
pub struct ShareRow {
    /// The link.
    pub id: ShareId,
    /// SHA-256 of what proves its secret.
    pub auth_hash: FileHash,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// What it gives.
    pub grant: Grant,
    /// Who makes it.
    pub by: AccountId,
    /// When.
    pub made: Instant,
    /// When it ends.
    pub expires: Instant,
    /// Argon2id hash of its passcode.
    pub passcode: Option<String>,
    /// Whether it shows the home as it is now.
    pub snapshot: bool,
    /// What it shows of a scheme, if it shows that as it is now.
    pub pack: Option<Pack>,
    /// How often it can be opened.
    pub opens_max: Option<u32>,
    /// Whether what is sent by it becomes part of the home before a member has looked at it.
    pub unseen: bool,
}

/// A row of [`LIST`].
type Listed = (
    String,
    String,
    String,
    String,
    Option<String>,
    String,
    String,
    Option<String>,
    Option<String>,
    i64,
    Option<i64>,
    Option<i64>,
    i64,
    Option<String>,
    i64,
);

impl Storage {
    /// Keeps a link.
    ///
    /// # Errors
    /// `Conflict` where there is one of that id, or a scheme was written to since its pack was read; `TooMany` where the home has as many as it may.
    pub async fn add_share(&self, scope: &Scope, row: ShareRow) -> Result<(), Error> {
        let head = row.pack.as_ref().map_or(scope.head(), |pack| pack.head).cast_signed();
        let space = scope.space().to_string();
        let given = serde_json::to_string(&row.grant).map_err(Error::broken)?;
        self.write(move |connection| {
            Box::pin(async move {
                let count =
                    sqlx::query_as("select count(*) from shares where space = $1 and made_by <> $2 and label is null")
                        .bind(space.clone())
                        .bind(AccountId::default().to_string());
                let (count,): (i64,) = count.fetch_one(&mut *connection).await?;
                if count >= SHARES_MAX {
                    return Err(Error::new(ErrorCode::TooMany, "A home has at most 500 links, ended ones included."));
                }
                let insert =
                    sqlx::query(ADD).bind(row.id.to_string()).bind(space.clone()).bind(row.auth_hash.to_string());
                let insert = insert.bind(row.purpose.as_str()).bind(row.name).bind(given).bind(row.by.to_string());
                let insert = insert.bind(row.made.to_string()).bind(row.expires.to_string()).bind(row.passcode);
                let insert = insert.bind(row.snapshot.then_some(head)).bind(row.opens_max.map(i64::from));
                let insert = insert.bind(i64::from(row.unseen));
                if insert.execute(&mut *connection).await?.rows_affected() != 1 {
                    return Err(Error::new(ErrorCode::Conflict, "There is a link of this id already."));
                }
                match &row.pack {
                    Some(kept) => pack::add(connection, &space, row.id, kept).await,
                    None => Ok(()),
                }
            })
        })
        .await
    }

    /// The links of a space, the newest first. Those that ended when it changed hands are known to nobody who has it now.
    pub async fn shares(&self, scope: &Scope) -> Result<Vec<Share>, Error> {
        let rows: Vec<Listed> = self
            .readers
            .all(sqlx::query_as(LIST).bind(scope.space().to_string()).bind(AccountId::default().to_string()))
            .await?;
        rows.into_iter().map(share).collect()
    }

    /// Changes what a link is called, what it gives and when it ends. Whether there is one that was not ended.
    pub async fn change_share(&self, scope: &Scope, share: &Share) -> Result<bool, Error> {
        let (id, space, name) = (share.id.to_string(), scope.space().to_string(), share.name.clone());
        let given = serde_json::to_string(&share.grant).map_err(Error::broken)?;
        let expires = share.expires.to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let change = sqlx::query(CHANGE).bind(id).bind(space).bind(name).bind(given).bind(expires);
                Ok(change.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Ends a link, or all of a space; with it end the visits by it, which are asked after it every time. How many were ended.
    pub async fn end_shares(&self, scope: &Scope, only: Option<ShareId>, now: Instant) -> Result<u64, Error> {
        let space = scope.space().to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let end = match only {
                    Some(share) => {
                        sqlx::query(REVOKE).bind(share.to_string()).bind(space.clone()).bind(now.to_string())
                    }
                    None => sqlx::query(REVOKE_ALL).bind(space.clone()).bind(now.to_string()),
                };
                let ended = end.execute(&mut *connection).await?.rows_affected();
                sqlx::query(pack::END).bind(space).execute(connection).await?;
                Ok(ended)
            })
        })
        .await
    }

    /// What happened with a link, the latest first; nothing if the space has no such link.
    pub async fn sights(&self, scope: &Scope, share: ShareId) -> Result<Vec<Sight>, Error> {
        let query = sqlx::query_as(SIGHTS).bind(share.to_string()).bind(scope.space().to_string()).bind(SIGHTS_MAX);
        let rows: Vec<(String, String, String, String, Option<String>)> = self.readers.all(query).await?;
        let sight = |(at, what, device, place, hash): (String, String, String, String, Option<String>)| {
            let file = hash.map(|hash| parsed(&hash)).transpose()?;
            Ok(Sight { at: parsed(&at)?, what: parsed(&what)?, device, place, file })
        };
        rows.into_iter().map(sight).collect()
    }

    /// Notes what happened with a link.
    pub async fn note_sight(&self, share: ShareId, sight: Sight) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let text =
                    "insert into sights (id, share, at, what, device, place, hash) values ($1, $2, $3, $4, $5, $6, $7)";
                let note = sqlx::query(text).bind(Uuid::now_v7().to_string()).bind(share.to_string());
                let note = note.bind(sight.at.to_string()).bind(sight.what.as_str()).bind(sight.device);
                note.bind(sight.place).bind(sight.file.map(|file| file.to_string())).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }
}

fn share(row: Listed) -> Result<Share, Error> {
    let (
        id,
        purpose,
        name,
        given,
        by,
        made,
        expires,
        revoked,
        suspended,
        opens,
        opens_max,
        snapshot,
        passcode,
        opened,
        unseen,
    ) = row;
    let instant = |text: Option<String>| text.map(|text| parsed(&text)).transpose();
    let small = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(Share {
        id: parsed(&id)?,
        purpose: parsed(&purpose)?,
        name,
        grant: serde_json::from_str(&given).map_err(Error::broken)?,
        by,
        made: parsed(&made)?,
        expires: parsed(&expires)?,
        revoked: instant(revoked)?,
        suspended: instant(suspended)?,
        opens: small(opens),
        opens_max: opens_max.map(small),
        opened: instant(opened)?,
        passcode: passcode == 1,
        snapshot: snapshot.map(counted),
        unseen: unseen == 1,
    })
}
