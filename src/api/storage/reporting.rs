//! Labels by which faults may be reported: each a link that gives nothing, known by what is derived from the label's token.

use super::row::parsed;
use super::{Scope, Storage};
use crate::error::Error;
use model::grant::{Grant, Purpose, Verb};
use model::{AccountId, Instant, RecordId, ShareId};
use sqlx::AnyConnection;
use wire::reporting::{LabelDoor, LabelOpen};

/// A label does not expire: this long it is open unless somebody closes it, a hundred years.
const OPEN_MS: i64 = 100 * 365 * 86_400_000;

const LIST: &str = "select id, label, system, name from shares where space = $1 and label is not null and system is not null \
     and revoked is null and made_by <> $2 order by made, id";

/// A label that was open before is opened again; one of another home is left alone.
const OPEN: &str = "insert into shares (id, space, auth_hash, purpose, name, given, made_by, made, expires, opens, unseen, wrong, label, system) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0, $10, $11) on conflict (id) do update set \
     auth_hash = excluded.auth_hash, name = excluded.name, made_by = excluded.made_by, expires = excluded.expires, \
     label = excluded.label, system = excluded.system, revoked = null \
     where shares.space = excluded.space and shares.label is not null";

const CLOSE: &str = "update shares set revoked = $2 where space = $1 and label is not null and revoked is null";

/// What a label that was scanned stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelRow {
    /// The system that it is on.
    pub system: RecordId,
    /// What strangers are told that it is on.
    pub name: String,
}

impl Storage {
    /// The labels of a space by which faults may be reported, the first first.
    pub async fn reporting(&self, scope: &Scope) -> Result<Vec<LabelDoor>, Error> {
        let query = sqlx::query_as(LIST).bind(scope.space().to_string()).bind(AccountId::default().to_string());
        let rows: Vec<(String, String, String, String)> = self.readers.all(query).await?;
        let door = |(id, label, system, name): (String, String, String, String)| {
            Ok(LabelDoor { id: parsed(&id)?, label: parsed(&label)?, system: parsed(&system)?, name })
        };
        rows.into_iter().map(door).collect()
    }

    /// Opens these labels of a space and closes all others. One whose door another home has is left out: its code was copied.
    pub async fn open_labels(&self, scope: &Scope, labels: Vec<LabelOpen>, now: Instant) -> Result<(), Error> {
        let (space, by) = (scope.space().to_string(), scope.account().to_string());
        let grant = Grant { verbs: vec![Verb::Contribute], ..Grant::default() };
        let given = serde_json::to_string(&grant).map_err(Error::broken)?;
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(CLOSE).bind(space.clone()).bind(now.to_string()).execute(&mut *connection).await?;
                for label in labels {
                    open(connection, (&space, &by, &given), label, now).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// What a label stands for; none of a link that is no label.
    pub async fn label_of(&self, share: ShareId) -> Result<Option<LabelRow>, Error> {
        let text = "select system, name from shares where id = $1 and label is not null and system is not null";
        let row: Option<(String, String)> = self.readers.optional(sqlx::query_as(text).bind(share.to_string())).await?;
        row.map(|(system, name)| Ok(LabelRow { system: parsed(&system)?, name })).transpose()
    }
}

async fn open(
    connection: &mut AnyConnection,
    (space, by, given): (&str, &str, &str),
    label: LabelOpen,
    now: Instant,
) -> Result<(), Error> {
    let expires = Instant(now.0 + OPEN_MS);
    // Nobody reads for whom a label is: it is the least that there is.
    let open = sqlx::query(OPEN).bind(label.id.to_string()).bind(space.to_owned()).bind(label.auth_hash.to_string());
    let open = open.bind(Purpose::Trade.as_str()).bind(label.name).bind(given.to_owned()).bind(by.to_owned());
    let open = open.bind(now.to_string()).bind(expires.to_string());
    open.bind(label.label.to_string()).bind(label.system.to_string()).execute(connection).await?;
    Ok(())
}
