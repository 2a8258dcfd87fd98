//! Where the homes of an account stand, for who cannot hold an event stream.

use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use axum::Json;
use axum::extract::State;
use wire::live::Live;

/// Every home of the account, with its head and the version of the access to it.
pub async fn list_heads(State(app): State<App>, principal: Principal) -> Result<Json<Vec<Live>>, Error> {
    let memberships = app.storage.memberships(&principal).await?;
    let live = memberships.into_iter().map(|one| Live { space: one.space, head: one.head, scope: Some(one.scope) });
    Ok(Json(live.collect()))
}
