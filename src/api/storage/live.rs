//! How the spaces of many sessions stand, in one look.

use super::Storage;
use super::batch::{Marks, pieces, places};
use super::firm::reaches_once;
use super::row::{counted, parsed};
use super::session::{AGE_MS_MAX, IDLE_MS_MAX};
use crate::error::Error;
use crate::live::Standing;
use model::Instant;
use sqlx::AssertSqlSafe;
use wire::live::Live;

/// Sessions of one statement.
const SESSIONS_MAX: usize = 1_024;

const STANDINGS: &str = concat!(
    "select sessions.id, spaces.id, spaces.head, members.version, spaces.closed from sessions \
     left join members on members.account = sessions.account \
     left join spaces on (spaces.id = members.space or spaces.home = members.space or spaces.firm = members.space) \
     and spaces.erased is null and ",
    reaches_once!(),
    " where sessions.seen > $1 and sessions.began > $2 and sessions.id in "
);

/// A session; its space, the head, the version of the access and when it was ended, unless it has none.
type Row = (String, Option<String>, Option<i64>, Option<i64>, Option<String>);

impl Storage {
    /// How every space of the sessions' accounts stands. A session that has ended is left out.
    pub async fn standings(&self, sessions: &[String], now: Instant) -> Result<Vec<Standing>, Error> {
        let mut standings = Vec::new();
        for piece in pieces(sessions, SESSIONS_MAX) {
            let mut query = sqlx::query_as(AssertSqlSafe(format!(
                "{STANDINGS}{}",
                places(Marks::NumberedAfter(2), 1, piece.len())
            )))
            .bind(Instant(now.0 - IDLE_MS_MAX).to_string())
            .bind(Instant(now.0 - AGE_MS_MAX).to_string());
            for session in piece {
                query = query.bind(session.clone());
            }
            let rows: Vec<Row> = self.readers.all(query).await?;
            for (session, space, head, version, closed) in rows {
                let live = match (space, head) {
                    (Some(space), Some(head)) => {
                        let scope = version.map(counted);
                        Some(Live { space: parsed(&space)?, head: counted(head), scope, closed: closed.is_some() })
                    }
                    _ => None,
                };
                standings.push(Standing { session, live });
            }
        }
        Ok(standings)
    }
}
