//! `/api/events` and `/api/heads`: devices are woken by what others do, through this server or another one.

use super::home::{HOME, zone};
use super::{Person, Server, on_both};
use crate::app::App;
use axum::body::{Body, BodyDataStream};
use axum::http::{Method, Request};
use futures_util::StreamExt;
use model::access::Role;
use std::time::Duration;
use tower::ServiceExt;
use wire::live::Live;
use wire::path;

/// Long enough for any machine; a test that waits this long has failed.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) struct Events(BodyDataStream, String);

impl Events {
    pub(super) async fn open(person: &Person) -> Self {
        let request: Request<Body> =
            person.request(Method::GET, path::EVENTS).body(Body::empty()).expect("the request is sound");
        let response = person.router().oneshot(request).await.expect("a router cannot fail");
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self(response.into_body().into_data_stream(), String::new())
    }

    /// The next event; none when the stream has ended.
    pub(super) async fn next(&mut self) -> Option<Live> {
        loop {
            if let Some((event, rest)) = self.1.split_once("\n\n") {
                let live = event.strip_prefix("data: ").and_then(|data| serde_json::from_str(data).ok());
                self.1 = rest.to_owned();
                return Some(live.expect("an event is one line of data"));
            }
            let more = tokio::time::timeout(PATIENCE, self.0.next()).await.expect("something happens");
            self.1.push_str(std::str::from_utf8(&more?.expect("the stream is sound")).expect("text"));
        }
    }
}

fn live(head: u64, scope: Option<u64>) -> Live {
    Live { space: HOME, head, scope, closed: false }
}

#[tokio::test]
async fn a_stream_says_how_things_stand_and_wakes_at_a_push() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let mut events = Events::open(&thandi).await;
        assert_eq!(events.next().await, Some(live(0, Some(1))));
        thandi.push(&[zone(1, "Roof")]).await;
        assert_eq!(events.next().await, Some(live(1, Some(1))));
        assert_eq!(thandi.get(path::HEADS).await.ok::<Vec<Live>>(), [live(1, Some(1))]);
    })
    .await;
}

#[tokio::test]
async fn a_push_through_another_server_wakes_too() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let other =
            App::open(server.app.config.clone(), server.app.clock.clone()).await.expect("a second server opens");
        let through_other = thandi.at(crate::router::router(other.clone()));
        let mut events = Events::open(&through_other).await;
        assert_eq!(events.next().await, Some(live(0, Some(1))));
        thandi.push(&[zone(1, "Roof")]).await;
        assert_eq!(events.next().await, Some(live(1, Some(1))));
        other.close().await;
        assert_eq!(events.next().await, None, "a stream ends with its server");
    })
    .await;
}

#[tokio::test]
async fn a_membership_that_begins_or_ends_is_told() {
    on_both(async |server| {
        let _thandi = server.person("thandi").await.with_home().await;
        let naledi = server.person("naledi").await;
        let mut events = Events::open(&naledi).await;
        let naledi = naledi.member(&server, Role::Viewer).await;
        assert_eq!(events.next().await, Some(live(0, Some(2))));
        server.app.storage.leave_for_test(HOME, naledi.account).await;
        assert_eq!(events.next().await, Some(live(0, None)));
    })
    .await;
}

#[tokio::test]
async fn a_stream_ends_with_its_session() {
    let server = Server::on_sqlite().await;
    let thandi = server.person("thandi").await.with_home().await;
    let mut events = Events::open(&thandi).await;
    events.next().await.expect("how things stand");
    server.app.clock.advance_ms(91 * 86_400_000);
    assert_eq!(events.next().await, None);
}
