//! Serves the app: the page for every address a person can open, hashed files for ever, and 404 for what is not there.

mod known;

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::response::{IntoResponse, Json, Response};
use sha2::{Digest, Sha256};
use wire::{ErrorBody, ErrorCode};

use crate::policy;
use known::{is_module, module};

/// Where the app's files come from. A file is kept either as it is or, with `.br` after its name, compressed; a module besides, with `.dcb`, for browsers that
/// have the app's main one.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// Folders that are looked through in order, after the files in the binary: a bundle that was just built, or hashed
    /// files of earlier releases for tabs that are still open.
    pub folders: Vec<PathBuf>,
    /// Whether people reach the server by https, so that browsers are told never to use http again.
    pub https: bool,
}

/// The files that `cargo dev bundle` put into this binary.
#[cfg(feature = "embed")]
static EMBEDDED: &[(&str, &[u8])] = include!(env!("CODESSA_SITE_TABLE"));
#[cfg(not(feature = "embed"))]
static EMBEDDED: &[(&str, &[u8])] = &[];

/// The page, which every address that a person opens gets.
const PAGE: &str = "index.html";

/// Names of hashed files never come back with other content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The routes of the app, all in the fallback: merge the API's routes into it.
pub fn router(source: Site) -> Router {
    let https = source.https;
    policy::secure(Router::new().fallback(answer).with_state(Arc::new(source)), https)
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    let (head, _) = request.into_parts();
    let is_door = [DOOR, wire::outlook::PAGE].contains(&head.uri.path());
    let answer = answer_in(&site, &head).await;
    if is_door { ([NOT_INDEXED], answer).into_response() } else { answer }
}

async fn answer_in(site: &Site, request: &Parts) -> Response {
    let path = request.uri.path();
    if path == wire::path::API || path.starts_with("/api/") {
        let detail = "There is nothing at this path.".to_owned();
        let body = ErrorBody { code: ErrorCode::NotFound, detail, faults: Vec::new() };
        return (StatusCode::NOT_FOUND, Json(body)).into_response();
    }
    if request.method == Method::POST && path == "/share" {
        // Systems share with an installed app by a form that its worker takes. It comes here when the browser has lost the worker.
        return (StatusCode::SEE_OTHER, [(header::LOCATION, "/add?shared=failed")]).into_response();
    }
    if request.method != Method::GET && request.method != Method::HEAD {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let is_page = path == "/" || path == DOOR || is_navigation(path, &request.headers);
    let name = if is_page { PAGE } else { file_at(path) };
    if let Some(known) = site.known(name, &request.headers).await {
        return known;
    }
    match site.read(name).await {
        Some(file) => file.into_response(name, &request.headers),
        None => (StatusCode::NOT_FOUND, "There is nothing at this address.").into_response(),
    }
}

/// Where links lead: the same page for all of them and for whoever asks, with nothing of any home. What is secret in a link never comes here.
const DOOR: &str = "/s";
const NOT_INDEXED: (HeaderName, &str) = (HeaderName::from_static("x-robots-tag"), "noindex, nofollow");

/// The name of the file at a path. A request may name a host alone (RFC 9112, 3.2.3), and then there is no path at all.
fn file_at(path: &str) -> &str {
    path.strip_prefix('/').unwrap_or(path)
}

/// Whether a person opens this address, so that the app should draw it. A file that is missing must never look like the
/// page: a browser would take HTML for a script, and a worker would keep it.
fn is_navigation(path: &str, headers: &HeaderMap) -> bool {
    let accepts_page = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok());
    accepts_page.is_some_and(|kinds| kinds.contains("text/html"))
        && !path.starts_with("/assets/")
        && !path.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

/// What is compressed lies under these names, and is nothing that anybody asks for.
const PACKED: [&str; 2] = [".br", ".dcb"];

/// A file as it is kept.
struct Stored {
    bytes: Cow<'static, [u8]>,
    compressed: bool,
}

impl Site {
    async fn read(&self, name: &str) -> Option<Stored> {
        if PACKED.iter().any(|ending| name.ends_with(ending)) {
            return None;
        }
        for (stored, compressed) in [(format!("{name}.br"), true), (name.to_owned(), false)] {
            if let Some(bytes) = self.bytes(&stored).await {
                return Some(Stored { bytes, compressed });
            }
        }
        None
    }

    /// A file as it lies there.
    async fn bytes(&self, stored: &str) -> Option<Cow<'static, [u8]>> {
        // Anything but plain names could lead out of the folders.
        if !Path::new(stored).components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        if let Some((_, bytes)) = EMBEDDED.iter().find(|(embedded, _)| *embedded == stored) {
            return Some(Cow::Borrowed(bytes));
        }
        for folder in &self.folders {
            if let Ok(bytes) = tokio::fs::read(folder.join(stored)).await {
                return Some(Cow::Owned(bytes));
            }
        }
        None
    }
}

impl Stored {
    fn into_response(self, name: &str, request: &HeaderMap) -> Response {
        let mut response = match is_module(name) {
            true => module(Response::builder(), name),
            false => Response::builder().header(header::CONTENT_TYPE, media_type(name)),
        };
        if name == PAGE {
            // A browser that has the page takes over the headers of "not modified" too.
            let page = self.plain().unwrap_or_default();
            let policy = policy::of_page(&String::from_utf8_lossy(&page));
            response = response.header(header::CONTENT_SECURITY_POLICY, policy);
        }
        if name.starts_with("assets/") {
            response = response.header(header::CACHE_CONTROL, FOR_EVER);
        } else {
            let tag = format!("\"{:x}\"", u64::from_be_bytes(first_eight(&Sha256::digest(&self.bytes))));
            let known = request.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == tag.as_bytes());
            response = response.header(header::CACHE_CONTROL, "no-cache").header(header::ETAG, tag);
            if known {
                return finish(response.status(StatusCode::NOT_MODIFIED).body(Body::empty()));
            }
        }
        if !self.compressed {
            return finish(response.body(Body::from(self.bytes.into_owned())));
        }
        if !is_module(name) {
            response = response.header(header::VARY, "accept-encoding");
        }
        if accepts(request, "br") {
            return finish(response.header(header::CONTENT_ENCODING, "br").body(Body::from(self.bytes.into_owned())));
        }
        match self.plain() {
            Some(plain) => finish(response.body(Body::from(plain.into_owned()))),
            None => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }

    /// The file unpacked; none if it is damaged.
    fn plain(&self) -> Option<Cow<'_, [u8]>> {
        if !self.compressed {
            return Some(Cow::Borrowed(&self.bytes));
        }
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &self.bytes[..], &mut unpacked).ok()?;
        Some(Cow::Owned(unpacked))
    }
}

fn finish(response: Result<Response, axum::http::Error>) -> Response {
    response.expect("every header is set from constants and hexadecimal digits")
}

fn first_eight(hash: &[u8]) -> [u8; 8] {
    hash[..8].try_into().expect("a SHA-256 has 32 bytes")
}

fn accepts(request: &HeaderMap, coding: &str) -> bool {
    let accepted = request.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        name.trim() == coding && !matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000")
    })
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" => "image/jpeg",
        "webp" => "image/webp",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
