//! A server in process, once on each engine.

use super::Person;
use crate::app::App;
use crate::clock::Clock;
use crate::config::{BlobsAt, Config, Database, Origin};
use crate::router::router;
use axum::Router;
use model::Instant;
use sqlx::any::AnyConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use std::path::PathBuf;
use std::str::FromStr;
use uuid::Uuid;

/// When every test begins: 2026-11-21, nine in the morning in Johannesburg.
pub(crate) const START: Instant = Instant(1_795_244_400_000);

/// A server that only this test knows.
pub(crate) struct Server {
    pub(crate) app: App,
    pub(crate) router: Router,
    folder: PathBuf,
}

/// Runs a test on SQLite and on PostgreSQL.
pub(crate) async fn on_both<F: Future<Output = ()>>(test: impl Fn(Server) -> F) {
    test(Server::on_sqlite().await).await;
    test(Server::on_postgres().await).await;
}

impl Server {
    /// On SQLite in a folder of its own.
    pub(crate) async fn on_sqlite() -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-test-{}", Uuid::new_v4()));
        let database = Database::Sqlite(folder.join("codessa.sqlite"));
        Self::open(folder, database).await
    }

    /// On PostgreSQL in a schema of its own.
    pub(crate) async fn on_postgres() -> Self {
        let (folder, database) = Self::schema().await;
        Self::open(folder, database).await
    }

    /// The same with files in a folder.
    pub(crate) async fn on_postgres_with_files() -> Self {
        let (folder, database) = Self::schema().await;
        let files = BlobsAt::Folder(folder.join("files"));
        Self::open_at(folder, database, files, Origin::localhost(8080)).await
    }

    /// A new schema, and a folder of the same name that is not there yet.
    async fn schema() -> (PathBuf, Database) {
        let url = std::env::var("CODESSA_TEST_DATABASE_URL").expect(
            "CODESSA_TEST_DATABASE_URL names a PostgreSQL server to test on: run the tests with `cargo dev test`",
        );
        sqlx::any::install_default_drivers();
        let schema = format!("test_{}", Uuid::new_v4().simple());
        let options = AnyConnectOptions::from_str(&url).expect("a URL of a database");
        let mut connection = options.connect().await.expect("PostgreSQL answers");
        let create = AssertSqlSafe(format!("create schema {schema}"));
        connection.execute(create).await.expect("the test user may create schemas");
        connection.close().await.expect("PostgreSQL lets go");
        let mark = if url.contains('?') { '&' } else { '?' };
        let database = Database::Postgres(format!("{url}{mark}options[search_path]={schema}"));
        (std::env::temp_dir().join(format!("codessa-test-{schema}")), database)
    }

    async fn open(folder: PathBuf, database: Database) -> Self {
        Self::open_at(folder, database, BlobsAt::Memory, Origin::localhost(8080)).await
    }

    /// On SQLite with files in the same folder, as a server has them that nobody configured.
    pub(crate) async fn on_sqlite_with_files() -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-test-{}", Uuid::new_v4()));
        let (database, files) = (folder.join("codessa.sqlite"), folder.join("files"));
        Self::open_at(folder, Database::Sqlite(database), BlobsAt::Folder(files), Origin::localhost(8080)).await
    }

    /// The same with that program as its typesetter. To be asked for before anything else.
    pub(crate) async fn printing(self, program: PathBuf) -> Self {
        self.configured(|config| Config { typesetter: Some(program), ..config }).await
    }

    /// The same with another configuration. To be asked for before anything else.
    pub(crate) async fn configured(mut self, change: impl FnOnce(Config) -> Config) -> Self {
        self.app.close().await;
        let config = change(self.app.config.clone());
        self.app = App::open(config, Clock::standing_at(START)).await.expect("the server opens");
        self.router = router(self.app.clone());
        self
    }

    /// The same, in which nothing runs on its own. To be asked for before anything else.
    pub(crate) async fn alone(mut self) -> Self {
        self.app.close().await;
        let config = self.app.config.clone();
        self.app = App::beside(config, Clock::standing_at(START)).await.expect("the server opens");
        self.router = router(self.app.clone());
        self
    }

    /// On SQLite, reached by https.
    pub(crate) async fn on_https() -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-test-{}", Uuid::new_v4()));
        let database = Database::Sqlite(folder.join("codessa.sqlite"));
        Self::open_at(folder, database, BlobsAt::Memory, "https://codessa.example".parse().expect("an origin")).await
    }

    async fn open_at(folder: PathBuf, database: Database, blobs: BlobsAt, origin: Origin) -> Self {
        let config = Config {
            data: folder.clone(),
            database,
            blobs,
            smtp_url: None,
            mail_from: "Codessa <no-reply@localhost>".into(),
            operator: Some("keeper@example.org".into()),
            origin,
            trusted_proxies: Vec::new(),
            site: Vec::new(),
            typesetter: None,
            handover_hours: model::handover::WAIT_HOURS,
            push_loopback: true,
        };
        let app = App::open(config, Clock::standing_at(START)).await.expect("the server opens");
        Self { router: router(app.clone()), app, folder }
    }

    /// That a text stands in no file of the server's folder, on engines that have one.
    pub(crate) fn assert_nowhere(&self, text: &str) {
        for file in std::fs::read_dir(&self.folder).into_iter().flatten() {
            let path = file.expect("the folder is readable").path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            let found = bytes.windows(text.len()).any(|window| window == text.as_bytes());
            assert!(!found, "{} still holds it", path.display());
        }
    }

    /// The mails that were sent, the first first.
    pub(crate) fn mails(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.join("mail")).into_iter().flatten();
        let mut paths: Vec<PathBuf> = files.map(|file| file.expect("the folder is readable").path()).collect();
        paths.sort();
        paths.iter().map(|path| std::fs::read_to_string(path).expect("mails are text")).collect()
    }

    /// Somebody with an account, signed in. `name` is what stands before the @ of their address.
    pub(crate) async fn person(&self, name: &str) -> Person {
        Person::signed_in(self, name).await
    }

    /// The same person, signed in anew: they have just proved to be there.
    pub(crate) async fn person_again(&self, person: &Person) -> Person {
        Person::again(self, person).await
    }

    /// Somebody who is not signed in.
    pub(crate) fn stranger(&self) -> Person {
        Person::stranger(self)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.app.stop.cancel();
        // On PostgreSQL nothing was written there.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
