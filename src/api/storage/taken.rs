//! Files that a home takes over from its deals: its members have what lies there, so nobody has to send it again.

use super::batch::{Marks, ROWS_MAX, pieces, places};
use super::row::parsed;
use super::{Scope, Storage};
use crate::error::Error;
use model::{FileHash, Instant, SpaceId};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::collections::BTreeSet;

/// A file in a deal of a home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InDeal {
    /// The deal.
    pub deal: SpaceId,
    /// The file.
    pub hash: FileHash,
}

/// Of files that several deals have one is as good as another.
const FIND: (&str, &str) = (
    "select files.hash, min(files.space) from spaces join files on files.space = spaces.id and files.complete = 1 \
     where spaces.home = $1 and spaces.erased is null and files.hash in ",
    " and not exists (select 1 from files as own where own.space = $1 and own.hash = files.hash) group by files.hash",
);

/// The deal is the home's still.
const TAKE: &str = "insert into files (space, hash, size, received, complete, media, started) \
     select spaces.home, files.hash, files.size, files.received, 1, files.media, $4 from spaces \
     join files on files.space = spaces.id and files.hash = $2 and files.complete = 1 \
     where spaces.id = $1 and spaces.home = $3 on conflict do nothing";

const WANTED: &str = "select spaces.home from spaces join claims on claims.space = spaces.home and claims.hash = $2 \
     where spaces.id = $1 and not exists (select 1 from files as own where own.space = spaces.home and own.hash = $2) limit 1";

impl Storage {
    /// Those of the files that lie in a deal of the home, whole, and of which the home has nothing itself.
    pub async fn in_deals(&self, scope: &Scope, hashes: &BTreeSet<FileHash>) -> Result<Vec<InDeal>, Error> {
        let hashes: Vec<String> = hashes.iter().map(ToString::to_string).collect();
        let mut found = Vec::new();
        for piece in pieces(&hashes, ROWS_MAX) {
            let places = places(Marks::NumberedAfter(1), 1, piece.len());
            let text = AssertSqlSafe(format!("{}{places}{}", FIND.0, FIND.1));
            let mut query = sqlx::query_as(text).bind(scope.space().to_string());
            for hash in piece {
                query = query.bind(hash.clone());
            }
            let rows: Vec<(String, String)> = self.readers.all(query).await?;
            for (hash, deal) in rows {
                found.push(InDeal { deal: parsed(&deal)?, hash: parsed(&hash)? });
            }
        }
        Ok(found)
    }

    /// The home of a deal, if something there names a file that it does not have.
    pub async fn home_without(&self, deal: &Scope, hash: FileHash) -> Result<Option<SpaceId>, Error> {
        let query = sqlx::query_as(WANTED).bind(deal.space().to_string()).bind(hash.to_string());
        let row: Option<(String,)> = self.readers.optional(query).await?;
        row.map(|(home,)| parsed(&home)).transpose()
    }

    /// Notes that the home has a file of its deal, whose content lies in the home by now.
    pub async fn take_file(&self, deal: &Scope, hash: FileHash, home: SpaceId, now: Instant) -> Result<(), Error> {
        let file = InDeal { deal: deal.space(), hash };
        self.write(move |connection| {
            Box::pin(async move { take(connection, &file, &home.to_string(), &now.to_string()).await })
        })
        .await
    }
}

/// Notes that a home has a file of its deal.
pub(super) async fn take(connection: &mut AnyConnection, file: &InDeal, home: &str, now: &str) -> Result<(), Error> {
    let take = sqlx::query(TAKE).bind(file.deal.to_string()).bind(file.hash.to_string());
    take.bind(home.to_owned()).bind(now.to_owned()).execute(connection).await?;
    Ok(())
}
