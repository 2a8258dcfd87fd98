//! A copy of the embedded database as it stands at one moment, while others go on writing.

use super::connect;
use crate::error::Error;
use sqlx::Connection;
use std::path::Path;

/// Copies the database at `path` to the file `to`, which is made. Everything that was acknowledged before the call is in it.
pub async fn snapshot(path: &Path, to: &Path) -> Result<(), Error> {
    let mut connection = connect::sqlite(path).await?;
    let copy = sqlx::query("vacuum into $1").bind(to.to_string_lossy().into_owned());
    copy.execute(&mut connection).await?;
    Ok(connection.close().await?)
}
