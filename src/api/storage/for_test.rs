//! Looks into the database that only tests take, and a membership without an invitation.

use super::Storage;
use model::access::Role;
use model::{AccountId, Instant, ShareId, SpaceId};

/// A row of the log as it is kept.
pub(crate) struct Logged {
    pub(crate) seq: i64,
    pub(crate) kind: String,
    pub(crate) hashes: String,
    pub(crate) contents: Option<String>,
}

impl Storage {
    /// The log of a space, whoever asks.
    pub(crate) async fn log_for_test(&self, space: SpaceId) -> Vec<Logged> {
        let text = "select seq, kind, hashes, contents from revisions where space = $1 order by seq";
        let rows: Vec<(i64, String, String, Option<String>)> =
            self.readers.all(sqlx::query_as(text).bind(space.to_string())).await.expect("rows");
        rows.into_iter().map(|(seq, kind, hashes, contents)| Logged { seq, kind, hashes, contents }).collect()
    }

    /// Every value of every row of every table, as text.
    pub(crate) async fn dump_for_test(&self) -> String {
        self.write(move |connection| {
            Box::pin(async move {
                let columns = match connection.backend_name() {
                    "PostgreSQL" => {
                        "select cast(table_name as text), cast(column_name as text) from information_schema.columns \
                         where table_schema = current_schema()"
                    }
                    _ => "select m.name, p.name from sqlite_schema m join pragma_table_info(m.name) p where m.type = 'table'",
                };
                let columns: Vec<(String, String)> = sqlx::query_as(columns).fetch_all(&mut *connection).await?;
                let mut dump = String::new();
                for (table, column) in columns.into_iter().filter(|(table, _)| table != "_sqlx_migrations") {
                    let text = format!("select coalesce(cast({column} as text), '') from {table}");
                    let values: Vec<(String,)> =
                        sqlx::query_as(sqlx::AssertSqlSafe(text)).fetch_all(&mut *connection).await?;
                    values.into_iter().for_each(|(value,)| dump.extend([table.as_str(), ".", &column, " ", &value, "\n"]));
                }
                Ok(dump)
            })
        })
        .await
        .expect("tables can be read")
    }

    /// Makes of a link what it was before its kinds were all there.
    pub(crate) async fn narrow_link_for_test(&self, share: ShareId) {
        self.write(move |connection| {
            Box::pin(async move {
                let text = r#"update shares set given = '{"kinds":["request","quote"],"verbs":["view","contribute"]}' where id = $1"#;
                sqlx::query(text).bind(share.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("the link is there");
    }

    /// Head of a space, whoever asks.
    pub(crate) async fn head_for_test(&self, space: SpaceId) -> u64 {
        let query = sqlx::query_as("select head from spaces where id = $1").bind(space.to_string());
        let (head,): (i64,) = self.readers.one(query).await.expect("the space is there");
        head.cast_unsigned()
    }

    /// Changes what the history says, as only somebody with the file in their hands could.
    pub(crate) async fn forge_for_test(&self, space: SpaceId) {
        self.write(move |connection| {
            Box::pin(async move {
                let text = "update revisions set contents = replace(contents, 'Roof', 'Loft') where space = $1";
                sqlx::query(text).bind(space.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("the space is there");
    }

    /// How often each queued job was tried, when it is due, and until when somebody has it; the first first.
    pub(crate) async fn jobs_for_test(&self) -> Vec<(i64, String, String)> {
        let text = "select tries, due, leased_until from jobs order by id";
        self.readers.all(sqlx::query_as(text)).await.expect("rows")
    }

    /// Number, kind and end of every request that is kept.
    pub(crate) async fn register_for_test(&self) -> Vec<(i64, String, String)> {
        let text = "select number, kind, coalesce(ended, '') from requests order by number";
        self.readers.all(sqlx::query_as(text)).await.expect("rows")
    }

    /// Takes many spaces into an account.
    pub(crate) async fn fill_for_test(
        &self,
        account: AccountId,
        spaces: impl Iterator<Item = SpaceId> + Send + 'static,
    ) {
        self.write(move |connection| {
            Box::pin(async move {
                for space in spaces {
                    super::space::take(connection, account, space, model::Instant(0)).await?;
                }
                Ok(())
            })
        })
        .await
        .expect("they are new");
    }

    /// Takes the number of a space's first revision, so that the database refuses the next push to it.
    pub(crate) async fn block_for_test(&self, space: SpaceId) {
        self.write(move |connection| {
            Box::pin(async move {
                let text = "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes) \
                     values ($1, 1, '', '', '', '', '', '', '')";
                sqlx::query(text).bind(space.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("it is free");
    }

    /// Takes the number of a space's next revision, so that the database refuses what is to be written next; or gives it back.
    pub(crate) async fn block_next_for_test(&self, space: SpaceId, blocked: bool) {
        self.write(move |connection| {
            Box::pin(async move {
                let text = if blocked {
                    "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes) \
                     select id, head + 1, '', '', '', '', '', '', '' from spaces where id = $1"
                } else {
                    "delete from revisions where space = $1 and edit_key = ''"
                };
                sqlx::query(text).bind(space.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("the space is there");
    }

    /// Ends this process in the transaction in which a hand-over was performed just before, if that waits beside it.
    pub(crate) async fn die_for_test(&self) {
        let dies = self.write(move |connection| {
            Box::pin(async move {
                let state = sqlx::query_as("select state from handovers").fetch_one(connection).await;
                let (state,): (String,) = state.expect("a hand-over");
                println!("{state} and not committed");
                std::process::abort()
            })
        });
        dies.await.expect("nobody lives to see it")
    }

    /// Makes somebody a member.
    pub(crate) async fn join_for_test(&self, space: SpaceId, account: AccountId, role: Role) {
        self.write(move |connection| {
            Box::pin(async move {
                let text = "insert into members (space, account, role, version, since) values ($1, $2, $3, 2, $4)";
                let insert = sqlx::query(text).bind(space.to_string()).bind(account.to_string());
                insert.bind(role.as_str()).bind(Instant(0).to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("the space is there");
    }

    /// Ends a membership.
    pub(crate) async fn leave_for_test(&self, space: SpaceId, account: AccountId) {
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from members where space = $1 and account = $2");
                delete.bind(space.to_string()).bind(account.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("it ends");
    }

    /// What falls due in a home stands there as other rules left it: nothing that it follows from is known, and something that is due no more is there.
    pub(crate) async fn age_due_for_test(&self, space: SpaceId) {
        self.write(move |connection| {
            Box::pin(async move {
                for text in [
                    "update due_homes set rules = -1, property = null where space = $1",
                    "delete from due_grounds where space = $1",
                    "delete from dues where space = $1",
                    "insert into dues (space, record, day, due) values ($1, '00000000-0000-0000-0000-00000000ffff', '2020-01-01', '')",
                ] {
                    sqlx::query(text).bind(space.to_string()).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
        .await
        .expect("the space is there");
    }

    /// From now on the embedded database may not grow, as on a full disk; or it may again.
    pub(crate) async fn set_full_for_test(&self, full: bool) {
        // Pages: the least is what there is, the most what SQLite allows.
        let text = if full { "pragma max_page_count = 1" } else { "pragma max_page_count = 4294967294" };
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(text).fetch_all(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("a setting needs no room");
    }

    /// The writer waits for nobody from now on.
    pub(crate) async fn hurry_for_test(&self) {
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query("pragma busy_timeout = 1").fetch_all(connection).await?;
                Ok(())
            })
        })
        .await
        .expect("a setting needs no room");
    }

    /// A connection that reads the embedded database and does not end: what it sees stays in the write-ahead log.
    pub(crate) async fn reader_for_test(path: &std::path::Path) -> sqlx::AnyConnection {
        let mut connection = super::connect::sqlite(path).await.expect("the file is there");
        for text in ["begin", "select count(*) from spaces"] {
            sqlx::query(text).fetch_all(&mut connection).await.expect("it reads");
        }
        connection
    }

    /// Whether no commit has failed.
    pub(crate) fn is_whole_for_test(&self) -> bool {
        !self.broken.is_cancelled()
    }

    /// A setting of the connection that writes to the embedded database.
    pub(crate) async fn setting_for_test(&self, name: &'static str) -> String {
        self.write(move |connection| {
            Box::pin(async move {
                // Some settings are numbers, some names.
                let text = format!("select cast({name} as text) from pragma_{name}");
                let (value,): (String,) = sqlx::query_as(sqlx::AssertSqlSafe(text)).fetch_one(connection).await?;
                Ok(value)
            })
        })
        .await
        .expect("there is such a setting")
    }
}
