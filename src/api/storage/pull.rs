//! Pulling: a page of records as they stand, joined by the database and never opened on the way.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::{Record, RecordId, SpaceId};
use std::collections::HashMap;
use wire::Page;
use wire::pull::Ask;

/// `more`: whether there is anything beyond the page. One statement sees one state of the database, so head and records agree. `+ 0`
/// because SQLite prepares a statement anew whenever a parameter that is a limit by itself is bound.
const AFTER: &str = "with page as (select rev, record from records where space = $1 and rev > $2 order by rev limit $3 + 0) \
     select head, total, coalesce((select string_agg(record, ',' order by rev) from page), ''), \
     case when exists (select 1 from records where space = $1 and rev > (select max(rev) from page)) then 1 else 0 end \
     from spaces where id = $1";

const BETWEEN: &str = "with page as (select rev, record from records where space = $1 and rev > $2 and rev < $4 \
     order by rev desc limit $3 + 0) \
     select head, total, coalesce((select string_agg(record, ',' order by rev desc) from page), ''), \
     case when exists (select 1 from records where space = $1 and rev > $2 and rev < (select min(rev) from page)) \
     then 1 else 0 end from spaces where id = $1";

/// A row for each record; deals that began last first.
const OF_DEALS: &str = "select spaces.id, records.record from spaces join records on records.space = spaces.id \
     where spaces.home = $1 and spaces.erased is null order by spaces.created desc, spaces.id desc, records.rev";

/// Records of one page, where all are read.
const PAGE_RECORDS: usize = 1_000;

impl Storage {
    /// Every record of a home, as it stands.
    pub async fn records(&self, scope: &Scope) -> Result<Vec<Record>, Error> {
        let mut records: Vec<Record> = Vec::new();
        loop {
            let after = records.last().map_or(0, |record| record.rev);
            let page = self.pull(scope, Ask::After(after), PAGE_RECORDS).await?;
            let page: Page = serde_json::from_str(&page).map_err(Error::broken)?;
            records.extend(page.records);
            if !page.more {
                break;
            }
        }
        // What is changed while it is read comes twice, the later one last.
        let latest: HashMap<RecordId, u64> = records.iter().map(|record| (record.id, record.rev)).collect();
        records.retain(|record| latest[&record.id] == record.rev);
        Ok(records)
    }

    /// The records of every deal of the home, for a member of it: the latest deal first.
    pub async fn deals_of(&self, home: &Scope) -> Result<Vec<(SpaceId, Vec<Record>)>, Error> {
        let query = sqlx::query_as(OF_DEALS).bind(home.space().to_string());
        let rows: Vec<(String, String)> = self.readers.all(query).await?;
        let mut deals: Vec<(SpaceId, Vec<Record>)> = Vec::new();
        for (deal, text) in rows {
            let (deal, record) = (parsed(&deal)?, serde_json::from_str(&text).map_err(Error::broken)?);
            match deals.last_mut().filter(|(last, _)| *last == deal) {
                Some((_, records)) => records.push(record),
                None => deals.push((deal, vec![record])),
            }
        }
        Ok(deals)
    }

    /// A [`Page`] as JSON text, of at most `limit` records.
    pub async fn pull(&self, scope: &Scope, ask: Ask, limit: usize) -> Result<String, Error> {
        let (statement, after, before) = match ask {
            Ask::First => (BETWEEN, 0, Some(u64::MAX)),
            Ask::Between(after, before) => (BETWEEN, after, Some(before)),
            Ask::After(after) => (AFTER, after, None),
        };
        let whole = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
        let mut query = sqlx::query_as(statement).bind(scope.space().to_string()).bind(whole(after));
        query = query.bind(whole(limit as u64));
        if let Some(before) = before {
            query = query.bind(whole(before));
        }
        let (head, total, records, more): (i64, i64, String, i64) = self.readers.one(query).await?;
        let page = Page {
            space: scope.space(),
            scope: scope.version(),
            head: counted(head),
            more: more == 1,
            total: counted(total),
            records: Vec::new(),
        };
        let mut text = serde_json::to_string(&page).map_err(Error::broken)?;
        let end = text.strip_suffix("]}").map(str::len).ok_or_else(|| Error::broken("a page ends with its records"))?;
        text.truncate(end);
        text.reserve(records.len() + 2);
        text.push_str(&records);
        text.push_str("]}");
        Ok(text)
    }
}
