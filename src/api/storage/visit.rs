//! Visits by a link: opening it, being let in by its cookie, leaving.

use super::row::{counted, parsed};
use super::{Scope, Storage, deal};
use crate::error::Error;
use model::access::{Role, Sort};
use model::grant::Grant;
use model::{AccountId, Edit, EditKey, FileHash, Instant, Record, RecordId, ShareId, SpaceId};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// How long a visit lasts in which nothing is asked for, milliseconds.
pub const IDLE_MS_MAX: i64 = 30 * 60 * 1000;
/// How long any visit lasts, milliseconds.
pub const AGE_MS_MAX: i64 = 12 * 3_600_000;
/// How exactly it is known when a visit was last used, milliseconds.
const SEEN_STEP_MS: i64 = 60_000;
/// Wrong passcodes after which a link is suspended.
const WRONG_MAX: i64 = 20;

const DOOR: &str = "select shares.space, shares.auth_hash, shares.passcode, shares.expires, shares.revoked, shares.suspended, \
     shares.made_by, shares.name, shares.unseen, case when shares.label is null then 0 else 1 end from shares where shares.id = $1";

/// One statement, so that many at once do not open it more often than they may. A link lives no longer than its maker's membership, also one that was made
/// while that ended.
const OPEN: &str = "update shares set opens = opens + 1, wrong = 0 where id = $1 and revoked is null and suspended is null \
     and expires > $2 and (opens_max is null or opens < opens_max) and exists \
     (select 1 from members where members.account = shares.made_by \
     and members.space in (shares.space, (select home from spaces where spaces.id = shares.space)))";

const BEGIN: &str =
    "insert into visits (token_hash, share, began, seen, device, place) values ($1, $2, $3, $3, $4, $5)";

/// Everything that ends a visit, in one look: its own age, the end of the link, the passcode that was guessed at.
const ADMIT: &str = "select shares.space, shares.given, shares.snapshot, shares.expires, shares.made_by, shares.made, spaces.head, \
     visits.seen, visits.device, visits.place, shares.purpose, spaces.sort from visits join shares on shares.id = visits.share join spaces on spaces.id = shares.space \
     where visits.token_hash = $1 and shares.id = $2 and visits.seen > $3 and visits.began > $4 \
     and shares.revoked is null and shares.suspended is null and shares.expires > $5 and spaces.erased is null \
     and exists (select 1 from members where members.account = shares.made_by and members.space in (shares.space, spaces.home))";

const WRONG: &str = "update shares set wrong = wrong + 1, \
     suspended = case when wrong + 1 >= $3 and suspended is null then $2 else suspended end where id = $1 returning wrong";

const KNOWN: &str = "select 1 from sights where share = $1 and what = 'opened' and device = $2 and place = $3 limit 1";

const HISTORY: &str = "select record, kind, seq, account, at, stamp, contents from revisions where space = $1 and seq <= $2 \
     and seq > $3 order by seq limit 5000";

/// What stands at the door of a link.
#[derive(Clone, Debug)]
pub struct Door {
    /// The space behind it.
    pub space: SpaceId,
    /// SHA-256 of what proves the secret.
    pub auth_hash: FileHash,
    /// Argon2id hash of the passcode, if it asks for one.
    pub passcode: Option<String>,
    /// Whether it can be opened no more: it has ended, was ended or suspended.
    pub has_ended: bool,
    /// Who made it.
    pub by: AccountId,
    /// What it is called.
    pub name: String,
    /// Whether what is sent by it becomes part of the home before a member has looked at it.
    pub unseen: bool,
    /// Whether it is the door of a label, by which faults are reported and nothing is seen.
    pub is_label: bool,
}

/// Somebody who came by a link. Only [`Storage::admit_visit`] makes one.
#[derive(Clone, Debug)]
pub struct Visitor {
    /// The link.
    pub share: ShareId,
    /// What it gives.
    pub grant: Grant,
    /// Whom it is for.
    pub purpose: model::grant::Purpose,
    /// When it ends.
    pub expires: Instant,
    /// When it was made.
    pub made: Instant,
    /// The number of the latest revision that it shows, if not all.
    pub snapshot: Option<u64>,
    /// What the browser is called.
    pub device: String,
    /// Roughly where it is.
    pub place: String,
    /// What lies behind it. Who came by the link of a deal is its provider.
    pub sort: Sort,
    token_hash: String,
    scope: Scope,
}

impl Visitor {
    /// Whether the link is that of a deal or a case, and who came by it writes there as the other side.
    pub fn is_deal(&self) -> bool {
        matches!(self.sort, Sort::Deal | Sort::Case)
    }

    /// What the database knows the visit by.
    pub fn token_hash(&self) -> &str {
        &self.token_hash
    }

    /// What can be read of the space behind the link. It holds more than the visitor may see: whoever asks for it cuts that down to
    /// what the link gives.
    pub(crate) fn behind(&self) -> &Scope {
        &self.scope
    }
}

/// A row of [`ADMIT`].
type Admitted = (String, String, Option<i64>, String, String, String, i64, String, String, String, String, String);

/// A row of [`DOOR`].
type DoorRow = (String, String, Option<String>, String, Option<String>, Option<String>, String, String, i64, i64);

/// A row of [`HISTORY`].
type Past = (String, String, i64, String, String, String, Option<String>);

impl Storage {
    /// What stands at the door of a link; none if there is no such link.
    pub async fn door(&self, share: ShareId, now: Instant) -> Result<Option<Door>, Error> {
        let row: Option<DoorRow> = self.readers.optional(sqlx::query_as(DOOR).bind(share.to_string())).await?;
        let Some((space, auth_hash, passcode, expires, revoked, suspended, by, name, unseen, label)) = row else {
            return Ok(None);
        };
        let has_ended = revoked.is_some() || suspended.is_some() || parsed::<Instant>(&expires)? <= now;
        let (space, auth_hash, by) = (parsed(&space)?, parsed(&auth_hash)?, parsed(&by)?);
        let (unseen, is_label) = (unseen == 1, label == 1);
        Ok(Some(Door { space, auth_hash, passcode, has_ended, by, name, unseen, is_label }))
    }

    /// Counts an opening and begins a visit. Whether the link may be opened still.
    pub async fn begin_visit(
        &self,
        share: ShareId,
        token_hash: String,
        (device, place): (String, String),
        now: Instant,
    ) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let open = sqlx::query(OPEN).bind(share.to_string()).bind(now.to_string());
                if open.execute(&mut *connection).await?.rows_affected() != 1 {
                    return Ok(false);
                }
                let begin = sqlx::query(BEGIN).bind(token_hash).bind(share.to_string()).bind(now.to_string());
                begin.bind(device).bind(place).execute(connection).await?;
                Ok(true)
            })
        })
        .await
    }

    /// Whether a link was opened from such a browser in such a place before.
    pub async fn is_known_visitor(&self, share: ShareId, device: &str, place: &str) -> Result<bool, Error> {
        let query = sqlx::query_as(KNOWN).bind(share.to_string()).bind(device.to_owned()).bind(place.to_owned());
        let row: Option<(i64,)> = self.readers.optional(query).await?;
        Ok(row.is_some())
    }

    /// Counts a wrong passcode. Whether the link is suspended with it.
    pub async fn count_wrong_passcode(&self, share: ShareId, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let count = sqlx::query_as(WRONG).bind(share.to_string()).bind(now.to_string()).bind(WRONG_MAX);
                let (wrong,): (i64,) = count.fetch_one(connection).await?;
                Ok(wrong == WRONG_MAX)
            })
        })
        .await
    }

    /// The visitor who holds that token of that link; none if the visit has ended, or the link.
    pub async fn admit_visit(&self, share: ShareId, token_hash: &str, now: Instant) -> Result<Option<Visitor>, Error> {
        let query = sqlx::query_as(ADMIT).bind(token_hash.to_owned()).bind(share.to_string());
        let query = query.bind(Instant(now.0 - IDLE_MS_MAX).to_string()).bind(Instant(now.0 - AGE_MS_MAX).to_string());
        let row: Option<Admitted> = self.readers.optional(query.bind(now.to_string())).await?;
        let Some((space, given, snapshot, expires, by, made, head, seen, device, place, purpose, sort)) = row else {
            return Ok(None);
        };
        if now.0 - parsed::<Instant>(&seen)?.0 > SEEN_STEP_MS {
            self.note_visit(token_hash.to_owned(), now).await?;
        }
        let sort: Sort = parsed(&sort)?;
        let scope = if matches!(sort, Sort::Deal | Sort::Case) {
            Scope::of_deal(parsed(&space)?, sort, AccountId::default(), counted(head))
        } else {
            Scope::of_link(parsed(&space)?, parsed(&by)?, Role::Viewer, counted(head))
        };
        let grant = match sort {
            Sort::Deal => deal::given(),
            _ => serde_json::from_str(&given).map_err(Error::broken)?,
        };
        let (expires, made, snapshot) = (parsed(&expires)?, parsed(&made)?, snapshot.map(counted));
        let purpose = parsed(&purpose)?;
        let token_hash = token_hash.to_owned();
        Ok(Some(Visitor { share, grant, purpose, expires, made, snapshot, device, place, sort, token_hash, scope }))
    }

    /// Whether that token ever began a visit by that link which was not closed.
    pub async fn was_visit(&self, share: ShareId, token_hash: &str) -> Result<bool, Error> {
        let text = "select 1 from visits where token_hash = $1 and share = $2";
        let query = sqlx::query_as(text).bind(token_hash.to_owned()).bind(share.to_string());
        let row: Option<(i64,)> = self.readers.optional(query).await?;
        Ok(row.is_some())
    }

    async fn note_visit(&self, token_hash: String, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let note = sqlx::query("update visits set seen = $2 where token_hash = $1").bind(token_hash);
                note.bind(now.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Ends a visit. Whether there was one.
    pub async fn end_visit(&self, token_hash: String) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let end = sqlx::query("delete from visits where token_hash = $1").bind(token_hash);
                Ok(end.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// The records of a space as they stood after that revision: made again of what was accepted until then.
    pub async fn records_at(&self, scope: &Scope, rev: u64) -> Result<Vec<Record>, Error> {
        let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
        let mut after = 0;
        loop {
            let query = sqlx::query_as(HISTORY).bind(scope.space().to_string());
            let rows: Vec<Past> = self.readers.all(query.bind(rev.cast_signed()).bind(after)).await?;
            let Some(last) = rows.last() else { return Ok(records.into_values().collect()) };
            after = last.2;
            for row in rows {
                apply(&mut records, row)?;
            }
        }
    }
}

/// A field as the history holds it.
#[derive(Deserialize)]
struct Content {
    value: Value,
}

fn apply(records: &mut BTreeMap<RecordId, Record>, row: Past) -> Result<(), Error> {
    let (record, kind, seq, account, at, stamp, contents) = row;
    let contents: BTreeMap<String, Content> = match contents {
        Some(text) => serde_json::from_str(&text).map_err(Error::broken)?,
        None => return Ok(()),
    };
    let fields = contents.into_iter().map(|(name, content)| (name, content.value)).collect();
    let (id, fields) = (parsed(&record)?, model::Body::seal(&fields));
    let edit = Edit { key: EditKey::default(), id, kind, stamp: parsed(&stamp)?, fields };
    let mut made = records.remove(&id).map_or_else(|| Record::first(&edit), |before| before.merged(&edit));
    made.rev = counted(seq);
    made.by = made.by.or(Some(parsed(&account)?));
    made.at = made.at.or(Some(parsed(&at)?));
    records.insert(id, made);
    Ok(())
}
