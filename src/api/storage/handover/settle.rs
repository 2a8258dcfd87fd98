//! Hand-overs whose time has come: which are due, which have lapsed, of which the sides were not told yet, and what erasing does to them.

use super::{Found, HandoverRow, found, handover};
use crate::error::Error;
use crate::storage::Storage;
use model::Instant;
use model::handover::State;
use sqlx::AnyConnection;

/// Hand-overs of one look.
const LOOK_MAX: i64 = 100;

const PENDING: &str = found!(
    "(handovers.state = 'offered' and handovers.expires <= $1) or (handovers.state = 'accepted' and handovers.due <= $1) \
     or handovers.told <> handovers.state order by handovers.offered, handovers.id limit $2"
);

const LAPSE: &str =
    "update handovers set state = 'lapsed', ended = $1, message = '' where state = 'offered' and expires <= $1";

/// Of several who see that somebody is to be told, one tells.
const TELL: &str = "update handovers set told = $2 where id = $1 and state = $2 and told <> $2";

const CO_OWNERS: &str = "select accounts.email from members join accounts on accounts.id = members.account \
     join handovers on handovers.space = members.space where handovers.id = $1 and members.role = 'co_owner' \
     and accounts.email <> handovers.buyer_email and (handovers.buyer is null or members.account <> handovers.buyer) \
     order by accounts.email";

const STOP_SPACE: &str = "update handovers set state = 'stopped', stopped_by = 'seller', ended = $2 where space = $1 and state in ('offered', 'accepted')";

const FORGET_SPACE: &str = "update handovers set home = '', message = '' where space = $1";

const STOP_ACCOUNT: [&str; 2] = [
    "update handovers set state = 'stopped', stopped_by = 'seller', ended = $2, message = '' \
     where seller = $1 and state in ('offered', 'accepted')",
    "update handovers set state = 'stopped', stopped_by = 'buyer', ended = $2, message = '' where state in ('offered', 'accepted') \
     and (buyer = $1 or (buyer is null and buyer_email = (select email from accounts where id = $1)))",
];

const FORGET_ACCOUNT: &str =
    "update handovers set buyer_email = '' where buyer_email = (select email from accounts where id = $1)";

impl Storage {
    /// Hand-overs that are due, have lapsed, or of whose state the sides were not told; a hundred at most.
    pub async fn pending_handovers(&self, now: Instant) -> Result<Vec<HandoverRow>, Error> {
        let query = sqlx::query_as(PENDING).bind(now.to_string()).bind(LOOK_MAX);
        let rows: Vec<Found> = self.readers.all(query).await?;
        rows.into_iter().map(handover).collect()
    }

    /// Ends the offers that nobody accepted in time.
    pub async fn lapse_offers(&self, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(LAPSE).bind(now.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Notes that the sides are told of a state. Whether nobody else tells them.
    pub async fn note_told(&self, id: String, state: State) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let tell = sqlx::query(TELL).bind(id).bind(state.as_str());
                Ok(tell.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Notes that they could not be told after all.
    pub async fn note_untold(&self, id: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update handovers set told = '' where id = $1").bind(id).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Addresses of those who own the home with its seller; once it is done, of those who did.
    pub async fn co_owners_of(&self, id: &str, state: State) -> Result<Vec<String>, Error> {
        if state == State::Done {
            let query = sqlx::query_as("select others from handovers where id = $1").bind(id.to_owned());
            let (others,): (String,) = self.readers.one(query).await?;
            return serde_json::from_str(&others).map_err(Error::broken);
        }
        let rows: Vec<(String,)> = self.readers.all(sqlx::query_as(CO_OWNERS).bind(id.to_owned())).await?;
        Ok(rows.into_iter().map(|(email,)| email).collect())
    }

    /// Forgets whom else to tell.
    pub async fn forget_others(&self, id: String) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("update handovers set others = '[]' where id = $1").bind(id).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }
}

/// Addresses of those who own a home with its seller, within the transaction that ends that.
pub(super) async fn co_owners(connection: &mut AnyConnection, id: &str) -> Result<Vec<String>, Error> {
    let rows: Vec<(String,)> = sqlx::query_as(CO_OWNERS).bind(id.to_owned()).fetch_all(connection).await?;
    Ok(rows.into_iter().map(|(email,)| email).collect())
}

/// Stops the hand-over of a home that is erased, and forgets what the home was called.
pub(in crate::storage) async fn forget_space(
    connection: &mut AnyConnection,
    space: &str,
    now: Instant,
) -> Result<(), Error> {
    let stop = sqlx::query(STOP_SPACE).bind(space.to_owned()).bind(now.to_string());
    stop.execute(&mut *connection).await?;
    sqlx::query(FORGET_SPACE).bind(space.to_owned()).execute(connection).await?;
    Ok(())
}

/// Stops the hand-overs of an account that is about to be erased, and forgets its address.
pub(in crate::storage) async fn forget_account(
    connection: &mut AnyConnection,
    account: &str,
    now: Instant,
) -> Result<(), Error> {
    for statement in STOP_ACCOUNT {
        let stop = sqlx::query(statement).bind(account.to_owned()).bind(now.to_string());
        stop.execute(&mut *connection).await?;
    }
    sqlx::query(FORGET_ACCOUNT).bind(account.to_owned()).execute(connection).await?;
    Ok(())
}
