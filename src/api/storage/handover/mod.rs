//! Hand-overs of homes: offering, accepting, stopping, and who sees which.
//!
//! The buyer is no member before it is done, so nothing here asks for a [`Scope`] but the offer: a hand-over belongs to its two sides, and a row is found by
//! who asks.

mod perform;
mod rewrite;
mod settle;

pub(super) use settle::{forget_account, forget_space};

use super::row::parsed;
use super::{Scope, Storage, space};
use crate::error::Error;
use model::handover::{Private, Side, State};
use model::{AccountId, Instant, SpaceId};
use uuid::Uuid;
use wire::ErrorCode;
use wire::handover::Handover;

/// Hand-overs that are told to one account, the latest: more than anybody's homes in a year.
const LIST_MAX: i64 = 100;

/// Characters of a home's name that a hand-over repeats.
const NAME_CHARS_MAX: usize = 80;

/// A question for rows of which both sides' addresses are those of today.
macro_rules! found {
    ($condition:literal) => {
        concat!(
            "select handovers.id, handovers.space, handovers.home, handovers.seller, coalesce(sellers.email, ''), \
             handovers.buyer, case when handovers.buyer is null then handovers.buyer_email else coalesce(buyers.email, '') end, \
             handovers.private, handovers.message, handovers.state, handovers.offered, handovers.expires, handovers.due, \
             handovers.ended, handovers.stopped_by, handovers.outcome from handovers \
             left join accounts as sellers on sellers.id = handovers.seller \
             left join accounts as buyers on buyers.id = handovers.buyer where ",
            $condition
        )
    };
}
use found;

const OFFER: &str = "insert into handovers (id, space, home, seller, buyer_email, private, message, state, offered, expires, others, told) \
     values ($1, $2, $3, $4, $5, $6, $7, 'offered', $8, $9, '[]', '') on conflict do nothing";

const LIST: &str = found!(
    "handovers.seller = $1 or handovers.buyer = $1 or (handovers.buyer is null and handovers.buyer_email = \
     (select email from accounts where id = $1)) order by handovers.offered desc, handovers.id limit $2"
);

/// One statement decides: whoever offered may have stopped it, or lost the home, a moment ago.
const ACCEPT: &str = "update handovers set state = 'accepted', buyer = $2, due = $4 where id = $1 and state = 'offered' \
     and expires > $3 and seller <> $2 and buyer_email = (select email from accounts where id = $2) and exists \
     (select 1 from members where members.space = handovers.space and members.account = handovers.seller and members.role = 'owner')";

const STOP: &str = "update handovers set state = 'stopped', ended = $3, message = '', \
     stopped_by = case when seller = $2 then 'seller' else 'buyer' end where id = $1 \
     and (state = 'offered' or (state = 'accepted' and due > $3)) and (seller = $2 or buyer = $2 or \
     (buyer is null and buyer_email = (select email from accounts where id = $2)))";

const NAME: &str = "select record from records where space = $1 and kind = 'property' order by rev limit 1";

/// A home to offer.
#[derive(Clone, Debug)]
pub struct HandoverOffer {
    /// What the home is called.
    pub home: String,
    /// The buyer's e-mail, in the form in which it is looked up.
    pub email: String,
    /// What stays private.
    pub private: Vec<Private>,
    /// A word to the buyer.
    pub message: String,
    /// When the offer lapses.
    pub expires: Instant,
}

/// A hand-over as the database holds it.
#[derive(Clone, Debug)]
pub struct HandoverRow {
    /// Who offered the home.
    pub seller: AccountId,
    /// Who accepted it.
    pub buyer: Option<AccountId>,
    /// What the seller sees of it.
    pub whole: Handover,
}

impl HandoverRow {
    /// What that account sees of it where so many hours are waited: the buyer learns which home it is once it is theirs.
    pub fn seen_by(&self, account: AccountId, wait_hours: i64) -> Handover {
        let whole = Handover { wait_hours, ..self.whole.clone() };
        if self.seller == account {
            return whole;
        }
        let space = whole.space.filter(|_| whole.state == State::Done);
        Handover { side: Side::Buyer, space, ..whole }
    }
}

/// A row of [`found`].
type Found = (
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    String,
    String,
    String,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

impl Storage {
    /// What a home is called, in a line; empty if it has no name.
    pub async fn home_name(&self, scope: &Scope) -> Result<String, Error> {
        let row: Option<(String,)> =
            self.readers.optional(sqlx::query_as(NAME).bind(scope.space().to_string())).await?;
        let record =
            row.map(|(text,)| serde_json::from_str::<model::Record>(&text).map_err(Error::broken)).transpose()?;
        let name = record.and_then(|record| record.body.open().get("name")?.as_str().map(str::to_owned));
        // It goes into the subject of mails to people who have not asked for any.
        Ok(name.unwrap_or_default().lines().next().unwrap_or_default().chars().take(NAME_CHARS_MAX).collect())
    }

    /// Offers a home to its buyer; the id of the offer.
    ///
    /// # Errors
    /// `Conflict` where the home is being handed over already.
    pub async fn offer_home(&self, scope: &Scope, offer: HandoverOffer, now: Instant) -> Result<String, Error> {
        let (id, space, seller) = (Uuid::new_v4().to_string(), scope.space().to_string(), scope.account().to_string());
        let private = serde_json::to_string(&offer.private).map_err(Error::broken)?;
        let made = id.clone();
        self.write(move |connection| {
            Box::pin(async move {
                let insert = sqlx::query(OFFER).bind(id).bind(space).bind(offer.home).bind(seller).bind(offer.email);
                let insert = insert.bind(private).bind(offer.message).bind(now.to_string());
                match insert.bind(offer.expires.to_string()).execute(connection).await?.rows_affected() {
                    1 => Ok(made),
                    _ => Err(Error::new(ErrorCode::Conflict, "This home is being handed over already.")),
                }
            })
        })
        .await
    }

    /// The hand-overs that an account takes part in, the latest first.
    pub async fn handovers(&self, account: AccountId) -> Result<Vec<HandoverRow>, Error> {
        let query = sqlx::query_as(LIST).bind(account.to_string()).bind(LIST_MAX);
        let rows: Vec<Found> = self.readers.all(query).await?;
        rows.into_iter().map(handover).collect()
    }

    /// Accepts what was offered to the address of an account. Whether it was still offered.
    ///
    /// # Errors
    /// `Invalid` where the account has as many homes as one may have.
    pub async fn accept_home(&self, account: AccountId, id: String, due: Instant, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                space::has_room(&mut *connection, account).await?;
                let accept = sqlx::query(ACCEPT).bind(id).bind(account.to_string()).bind(now.to_string());
                Ok(accept.bind(due.to_string()).execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Stops a hand-over that an account takes part in. Whether it could still be stopped.
    pub async fn stop_handover(&self, account: AccountId, id: String, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let stop = sqlx::query(STOP).bind(id).bind(account.to_string()).bind(now.to_string());
                Ok(stop.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }
}

fn handover(row: Found) -> Result<HandoverRow, Error> {
    let (
        id,
        space,
        home,
        seller,
        seller_email,
        buyer,
        buyer_email,
        private,
        message,
        state,
        offered,
        expires,
        due,
        ended,
        by,
        outcome,
    ) = row;
    let instant = |text: Option<String>| text.map(|text| parsed::<Instant>(&text)).transpose();
    let whole = Handover {
        id,
        side: Side::Seller,
        state: parsed(&state)?,
        home,
        space: Some(parsed::<SpaceId>(&space)?),
        seller: seller_email,
        buyer: buyer_email,
        private: serde_json::from_str(&private).map_err(Error::broken)?,
        message,
        offered: parsed(&offered)?,
        expires: parsed(&expires)?,
        wait_hours: model::handover::WAIT_HOURS,
        due: instant(due)?,
        ended: instant(ended)?,
        stopped_by: by.map(|by| parsed(&by)).transpose()?,
        outcome: outcome.map(|outcome| serde_json::from_str(&outcome).map_err(Error::broken)).transpose()?,
    };
    Ok(HandoverRow { seller: parsed(&seller)?, buyer: buyer.map(|buyer| parsed(&buyer)).transpose()?, whole })
}
