//! Waking devices: a stream of events, and the same asked for by those that cannot hold one.

use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use axum::Json;
use axum::extract::State;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::{Stream, StreamExt, stream};
use std::convert::Infallible;
use std::time::Duration;
use wire::live::Live;
use wire::space::Membership;

/// How often a stream that has nothing to say says so: proxies close silent connections, most after a minute.
const STILL_THERE: Duration = Duration::from_secs(25);

/// Every home of the account, with its head and the version of the access to it.
pub async fn list_heads(State(app): State<App>, principal: Principal) -> Result<Json<Vec<Live>>, Error> {
    let memberships = app.storage.memberships(&principal).await?;
    let live = |one: Membership| {
        let (space, head, scope, closed) = (one.space, one.head, Some(one.scope), one.closed.is_some());
        Live { space, head, scope, closed }
    };
    Ok(Json(memberships.into_iter().map(live).collect()))
}

/// The same as a stream of events: first how everything stands, then what changes, until the session or the server ends.
pub async fn stream_events(State(app): State<App>, principal: Principal) -> impl IntoResponse {
    let events = Sse::new(events(&app, &principal)).keep_alive(KeepAlive::new().interval(STILL_THERE));
    // A proxy that collects answers would hold events back.
    ([("x-accel-buffering", "no")], events)
}

fn events(app: &App, principal: &Principal) -> impl Stream<Item = Result<Event, Infallible>> + use<> {
    let rounds = stream::unfold(app.live.watch(principal), async |mut rounds| Some((rounds.recv().await?, rounds)));
    let events = rounds.flat_map(|news| stream::iter(news.into_iter().map(event)));
    events.take_until(app.stop.clone().cancelled_owned()).map(Ok)
}

fn event(live: Live) -> Event {
    Event::default().json_data(live).expect("three numbers and a name can always be written")
}
