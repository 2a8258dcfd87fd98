//! What a failure of the database means to a request.

use crate::error::Error;

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::PoolTimedOut => Self::busy("The database is busy; try again in a moment."),
            // Two writers wanted the same thing at once. The second attempt sees what the first one did.
            sqlx::Error::Database(cause) if is_contention(cause.code().as_deref()) => {
                Self::busy("Somebody else changed the same thing at this moment; try again.")
            }
            sqlx::Error::Database(cause) if is_full(cause.code().as_deref()) => Self::NoRoom,
            _ => Self::Broken(Box::new(error)),
        }
    }
}

/// Unique violation, serialization failure and deadlock of PostgreSQL, by their SQLSTATE. SQLite has one writer, so there a
/// constraint that fails is a fault of ours.
fn is_contention(code: Option<&str>) -> bool {
    matches!(code, Some("23505" | "40001" | "40P01"))
}

/// `SQLITE_FULL`, and the SQLSTATE of PostgreSQL for a full disk.
pub(super) fn is_full(code: Option<&str>) -> bool {
    matches!(code, Some("13" | "53100"))
}
