//! Accepting connections: how many, for how long, and how they end when the server stops.

mod watch;

use crate::error::Error;
use crate::policy;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use socket2::SockRef;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;
use watch::{Watch, Watched};

/// Connections at a time; beyond them the answer is that the server is busy.
pub const CONNECTIONS_MAX: usize = 10_000;
/// Bytes of a request's head. Cookies and paths of this app stay far below.
const HEAD_BYTES_MAX: usize = 64 * 1024;
/// Headers of a request.
const HEADERS_MAX: usize = 64;
/// How long requests that were begun may take when the server stops.
const FAREWELL: Duration = Duration::from_secs(20);
/// How long a peer may leave what was sent to it unacknowledged: a phone that vanished holds its stream no longer.
const UNACKNOWLEDGED: Duration = Duration::from_secs(60);
/// How long to wait when the system has no more sockets to give.
const EXHAUSTED: Duration = Duration::from_millis(100);

/// Serves `router` on `listener`, which people reach by https or not, until `stop`, and returns when every request that was begun is answered, or after twenty seconds.
pub async fn serve(listener: TcpListener, https: bool, router: Router, stop: CancellationToken) {
    serve_at_most(CONNECTIONS_MAX, listener, https, router, stop).await;
}

async fn serve_at_most(
    connections_max: usize,
    listener: TcpListener,
    https: bool,
    router: Router,
    stop: CancellationToken,
) {
    let places = Arc::new(Semaphore::new(connections_max));
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = stop.cancelled() => break,
        };
        match (accepted, places.clone().try_acquire_owned()) {
            (Ok((stream, peer)), Ok(place)) => {
                tokio::spawn(converse(stream, peer, router.clone(), stop.clone(), place));
            }
            (Ok((stream, _)), Err(_)) => {
                tokio::spawn(turn_away(stream, https));
            }
            (Err(error), _) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(EXHAUSTED).await;
            }
        }
    }
    drop(listener);
    let all = u32::try_from(connections_max).unwrap_or(u32::MAX);
    // Whoever has not ended by then is cut off.
    let _ = tokio::time::timeout(FAREWELL, places.acquire_many(all)).await;
}

/// Answers the requests of one connection until it ends, keeps quiet for too long, or the server stops.
async fn converse(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    stop: CancellationToken,
    _place: OwnedSemaphorePermit,
) {
    // Both only make it better; a connection without them is served too.
    let _ = stream.set_nodelay(true);
    let _ = SockRef::from(&stream).set_tcp_user_timeout(Some(UNACKNOWLEDGED));
    let watch = Arc::new(Watch::begin());
    let answering = watch.clone();
    let service = service_fn(move |mut request: Request<Incoming>| {
        let (router, watch) = (router.clone(), answering.clone());
        watch.request_begins();
        request.extensions_mut().insert(ConnectInfo(peer));
        async move {
            let response = router.oneshot(request.map(Body::new)).await?;
            Ok::<_, Infallible>(response.map(|body| watch.until_sent(body)))
        }
    });
    let mut http = http1::Builder::new();
    http.header_read_timeout(None).max_buf_size(HEAD_BYTES_MAX).max_headers(HEADERS_MAX);
    let mut connection = pin!(http.serve_connection(TokioIo::new(Watched::new(stream, watch.clone())), service));
    // However it ends, the peer knows as much as there is to know.
    tokio::select! {
        _ = &mut connection => {}
        () = watch.expired() => {}
        () = stop.cancelled() => {
            connection.as_mut().graceful_shutdown();
            tokio::select! { _ = connection => {}, () = watch.expired() => {} }
        }
    }
}

/// Says that the server is full, without reading what is asked.
async fn turn_away(mut stream: TcpStream, https: bool) {
    let refusal = Error::busy("The server has as many connections as it can hold; try again in a moment.");
    let (mut head, body) = refusal.into_response().into_parts();
    head.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    policy::guard(&mut head.headers, https);
    let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let mut text =
        format!("HTTP/1.1 {} Service Unavailable\r\nconnection: close\r\n", head.status.as_u16()).into_bytes();
    for (name, value) in &head.headers {
        text.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    text.extend_from_slice(b"\r\n");
    text.extend_from_slice(&body);
    // Whoever does not take it within a second has had their answer.
    let _ = tokio::time::timeout(Duration::from_secs(1), async {
        stream.write_all(&text).await?;
        stream.shutdown().await
    })
    .await;
}

#[cfg(test)]
#[path = "listen_tests.rs"]
mod tests;
