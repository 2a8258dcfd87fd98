//! The one list of migrations, for both engines. An entry that was released is never changed, only followed.

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AnyConnection, SqlSafeStr};

const LIST: &[(i64, &str, &str)] = &[
    (1, "start", include_str!("migrations/0001_start.sql")),
    (2, "language", include_str!("migrations/0002_language.sql")),
    (3, "records per space", include_str!("migrations/0003_records_per_space.sql")),
    (4, "shares", include_str!("migrations/0004_shares.sql")),
    (5, "account", include_str!("migrations/0005_account.sql")),
    (6, "handovers", include_str!("migrations/0006_handovers.sql")),
    (7, "contributions", include_str!("migrations/0007_contributions.sql")),
    (8, "reminders", include_str!("migrations/0008_reminders.sql")),
    (9, "reports", include_str!("migrations/0009_reports.sql")),
    (11, "deals", include_str!("migrations/0011_deals.sql")),
    (12, "firms", include_str!("migrations/0012_firms.sql")),
    (13, "logbooks", include_str!("migrations/0013_logbooks.sql")),
    (14, "outlook", include_str!("migrations/0014_outlook.sql")),
    (15, "dues", include_str!("migrations/0015_dues.sql")),
    (16, "packs", include_str!("migrations/0016_packs.sql")),
];

/// Brings the tables up to date. Several processes may do so at once.
pub(super) async fn run(connection: &mut AnyConnection) -> Result<(), sqlx::migrate::MigrateError> {
    let migration = |(version, name, sql): &(i64, &'static str, &'static str)| {
        Migration::new(*version, (*name).into(), MigrationType::Simple, (*sql).into_sql_str(), false)
    };
    Migrator::with_migrations(LIST.iter().map(migration).collect()).run(connection).await
}
