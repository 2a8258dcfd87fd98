//! Which database: embedded SQLite, or PostgreSQL when one machine is not enough.

use crate::storage::is_postgres;
use std::path::PathBuf;
use std::str::FromStr;

/// Where records are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A file.
    Sqlite(PathBuf),
    /// A server, by its URL.
    Postgres(String),
}

impl FromStr for Database {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "allowed: sqlite:PATH or postgres://USER:PASSWORD@HOST:PORT/NAME";
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return if is_postgres(text) { Ok(Self::Postgres(text.to_owned())) } else { Err(WHAT) };
        }
        match text.strip_prefix("sqlite:").map(|path| path.strip_prefix("//").unwrap_or(path)) {
            Some(path) if !path.is_empty() && !path.contains([':', '?']) => Ok(Self::Sqlite(PathBuf::from(path))),
            _ => Err(WHAT),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_are_named_by_their_scheme() {
        assert_eq!("sqlite:/var/a.sqlite".parse(), Ok(Database::Sqlite("/var/a.sqlite".into())));
        assert_eq!("sqlite:///var/a.sqlite".parse(), Ok(Database::Sqlite("/var/a.sqlite".into())));
        assert!(matches!("postgres://u@h/d".parse(), Ok(Database::Postgres(_))));
        // An embedded database in memory would forget everything that it had acknowledged.
        for refused in
            ["sqlite::memory:", "sqlite:", "a.sqlite", "mysql://h/d", "sqlite:a?mode=memory", "postgres://h:x/d"]
        {
            assert!(refused.parse::<Database>().is_err(), "{refused}");
        }
    }
}
