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
use tower_http::CompressionLevel;
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

/// How hard brotli (of 11) and gzip (of 9) try. At 4, brotli takes three times as long; a page of ten records gets 5 % smaller, one of a
/// thousand not at all.
const EFFORT: i32 = 1;

/// What is in a home belongs in no index, nor what is told instead.
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Puts everything around the routes that every request has.
pub fn around(router: Router) -> Router {
    let worth_it = DefaultPredicate::new().and(SizeAbove::new(COMPRESS_BYTES_MIN));
    router
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(EFFORT)).compress_when(worth_it))
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
    let path = request.uri().path();
    let is_data = path == wire::path::API || path.starts_with("/api/");
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
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(ROBOTS, HeaderValue::from_static("noindex, nofollow"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::{Body, to_bytes};
    use axum::routing::get;
    use tower::ServiceExt;
    use wire::{ErrorBody, ErrorCode};

    async fn code_of(router: Router) -> ErrorCode {
        let request = Request::builder().uri("/").body(Body::empty()).expect("the request is sound");
        let response = around(router).oneshot(request).await.expect("a router cannot fail");
        let status = response.status().as_u16();
        let body = to_bytes(response.into_body(), 10_000).await.expect("the body is in memory");
        let body: ErrorBody = serde_json::from_slice(&body).expect("the one error body");
        assert_eq!(status, body.code.status());
        body.code
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_a_fault_of_the_server() {
        let panics = || async {
            if REQUEST_ID.as_str().len() > 3 {
                panic!("as the test wants")
            }
        };
        assert_eq!(code_of(Router::new().route("/", get(panics))).await, ErrorCode::Internal);
    }

    #[tokio::test(start_paused = true)]
    async fn a_handler_that_never_ends_is_given_up() {
        let waits = || std::future::pending::<()>();
        assert_eq!(code_of(Router::new().route("/", get(waits))).await, ErrorCode::Busy);
    }
}
