//! What is known of files: how much of each is there, and which have been named by no record for too long.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::{FileHash, Instant, SpaceId};

/// A file of a space.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRow {
    /// Bytes of the whole file.
    pub size: u64,
    /// Bytes from the start without a gap.
    pub received: u64,
    /// Whether it is whole, and its hash is right.
    pub complete: bool,
    /// Media type, recognised from its first bytes.
    pub media: String,
}

/// A part that has been kept, and of which file.
#[derive(Clone, Debug)]
pub struct PartRow {
    /// The file.
    pub hash: FileHash,
    /// Bytes of the whole file.
    pub size: u64,
    /// Where the part begins.
    pub offset: u64,
    /// Bytes of the part.
    pub length: u64,
    /// Media type of the file, if this is its first part.
    pub media: &'static str,
}

const FIND: &str = "select size, received, complete, media from files where space = $1 and hash = $2";

const BEGIN: &str = "insert into files (space, hash, size, received, complete, media, started) \
     values ($1, $2, $3, $4, 0, $5, $6) on conflict do nothing";

const ADVANCE: &str =
    "update files set received = $4 + $5 where space = $1 and hash = $2 and size = $3 and received = $4";

const COMPLETE: &str = "update files set complete = 1, media = $3 where space = $1 and hash = $2";

const UNCLAIMED: &str = "select count(*) from files where space = $1 \
     and not exists (select 1 from claims where claims.space = files.space and claims.hash = files.hash)";

const STALE: &str = "select space, hash from files where started < $1 \
     and not exists (select 1 from claims where claims.space = files.space and claims.hash = files.hash) \
     order by started limit 1000";

const FORGET_STALE: &str = "delete from files where space = $1 and hash = $2 \
     and not exists (select 1 from claims where claims.space = files.space and claims.hash = files.hash)";

impl Storage {
    /// What is known of a file, if anything.
    pub async fn file(&self, scope: &Scope, hash: FileHash) -> Result<Option<FileRow>, Error> {
        let query = sqlx::query_as(FIND).bind(scope.space().to_string()).bind(hash.to_string());
        let row: Option<(i64, i64, i64, String)> = self.readers.optional(query).await?;
        Ok(row.map(|(size, received, complete, media)| FileRow {
            size: counted(size),
            received: counted(received),
            complete: complete == 1,
            media,
        }))
    }

    /// Notes a part that continues where the file ended. If another request continued it first, nothing changes.
    pub async fn note_part(&self, scope: &Scope, part: PartRow, now: Instant) -> Result<(), Error> {
        let (space, hash) = (scope.space().to_string(), part.hash.to_string());
        let [size, offset, length] = [part.size, part.offset, part.length].map(u64::cast_signed);
        self.write(move |connection| {
            Box::pin(async move {
                let statement = if part.offset == 0 {
                    sqlx::query(BEGIN)
                        .bind(space)
                        .bind(hash)
                        .bind(size)
                        .bind(length)
                        .bind(part.media)
                        .bind(now.to_string())
                } else {
                    sqlx::query(ADVANCE).bind(space).bind(hash).bind(size).bind(offset).bind(length)
                };
                statement.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Notes that a file is whole, and what it turned out to be.
    pub async fn complete_file(&self, scope: &Scope, hash: FileHash, media: &'static str) -> Result<(), Error> {
        let (space, hash) = (scope.space().to_string(), hash.to_string());
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(COMPLETE).bind(space).bind(hash).bind(media).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Forgets a file, so that it can begin anew.
    pub async fn forget_file(&self, scope: &Scope, hash: FileHash) -> Result<(), Error> {
        self.change_file("delete from files where space = $1 and hash = $2", scope.space(), hash).await?;
        Ok(())
    }

    /// How many files of the space no record names.
    pub async fn unclaimed_files(&self, scope: &Scope) -> Result<u64, Error> {
        let query = sqlx::query_as(UNCLAIMED).bind(scope.space().to_string());
        let (count,): (i64,) = self.readers.one(query).await?;
        Ok(counted(count))
    }

    /// Files of any space that began before `began` and that no record names, a thousand at most.
    pub async fn stale_files(&self, began: Instant) -> Result<Vec<(SpaceId, FileHash)>, Error> {
        let rows: Vec<(String, String)> = self.readers.all(sqlx::query_as(STALE).bind(began.to_string())).await?;
        rows.iter().map(|(space, hash)| Ok((parsed(space)?, parsed(hash)?))).collect()
    }

    /// Forgets a file that no record names, unless one does by now. Whether it did.
    pub async fn forget_stale_file(&self, space: SpaceId, hash: FileHash) -> Result<bool, Error> {
        self.change_file(FORGET_STALE, space, hash).await
    }

    async fn change_file(&self, statement: &'static str, space: SpaceId, hash: FileHash) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let change = sqlx::query(statement).bind(space.to_string()).bind(hash.to_string());
                Ok(change.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }
}
