//! Around every request: a number for the log, limits of time, and headers that keep data out of caches.

use super::body::timed;
use crate::error::Error;
use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use std::any::Any;
use std::time::{Duration, Instant};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, Predicate, SizeAbove};
use tracing::Instrument;
use uuid::Uuid;

/// How long a body may pause.
const BODY_IDLE: Duration = Duration::from_secs(30);
/// How long a request may take in all, its body included: three times what a slow phone needs for the largest push.
const REQUEST: Duration = Duration::from_secs(180);
/// Answers below this are not worth compressing, bytes.
const COMPRESS_BYTES_MIN: u64 = 1_024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts everything around the routes that every request has.
pub fn around(router: Router) -> Router {
    let worth_it = DefaultPredicate::new().and(SizeAbove::new(COMPRESS_BYTES_MIN));
    router
        .layer(CompressionLayer::new().br(true).gzip(true).compress_when(worth_it))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(middleware::from_fn(accompany))
}

fn panicked(_: Box<dyn Any + Send>) -> Response {
    Error::broken("a handler panicked").into_response()
}

async fn accompany(request: Request, next: Next) -> Response {
    let id = Uuid::now_v7();
    let method = request.method().clone();
    // The path as it stands in the table: ids of homes and records have no place in a log.
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let is_data = request.uri().path().starts_with("/api/");
    let span = tracing::info_span!("request", %id, %method, route);
    let began = Instant::now();
    let answer = tokio::time::timeout(REQUEST, next.run(request.map(|body| timed(body, BODY_IDLE))));
    let mut response = answer
        .instrument(span.clone())
        .await
        .unwrap_or_else(|_| span.in_scope(|| Error::busy("The request took too long.").into_response()));
    let status = response.status();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    span.in_scope(|| match method {
        _ if status.is_server_error() => tracing::warn!(status = status.as_u16(), ms, "answered"),
        Method::GET | Method::HEAD if status.is_success() || status == StatusCode::NOT_MODIFIED => {
            tracing::debug!(status = status.as_u16(), ms, "answered");
        }
        _ => tracing::info!(status = status.as_u16(), ms, "answered"),
    });
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        headers.insert(REQUEST_ID, id);
    }
    if is_data {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    }
    response
}
