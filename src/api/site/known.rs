//! The parts of the app's program, sent shorter to a browser that has the main one: compressed with it as a dictionary (RFC 9842).

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, header, response};
use axum::response::Response;
use base64::Engine;

use super::{FOR_EVER, Site, accepts, finish, media_type};

/// Begins what is compressed with a dictionary (RFC 9842); the SHA-256 of the dictionary follows.
const DCB: [u8; 4] = [0xff, b'D', b'C', b'B'];
const HASH_BYTES: usize = 32;

/// By which a browser says what it has, and a server what is worth having.
pub(super) const AVAILABLE_DICTIONARY: HeaderName = HeaderName::from_static("available-dictionary");
const USE_AS_DICTIONARY: HeaderName = HeaderName::from_static("use-as-dictionary");

/// Whether this is a part of the app's program, all of which are compressed with the main one.
pub(super) fn is_module(name: &str) -> bool {
    name.starts_with("assets/") && name.ends_with(".wasm")
}

/// The headers of such a part.
pub(super) fn module(response: response::Builder, name: &str) -> response::Builder {
    let response = response
        .header(header::CONTENT_TYPE, media_type(name))
        .header(header::VARY, "accept-encoding, available-dictionary");
    if name.starts_with("assets/app.") {
        response.header(USE_AS_DICTIONARY, r#"match="/assets/*.wasm""#)
    } else {
        response
    }
}

impl Site {
    /// A module as it is sent to a browser that has what it is compressed with: the answer, if there is one for this request.
    pub(super) async fn known(&self, name: &str, request: &HeaderMap) -> Option<Response> {
        let has = request.get(AVAILABLE_DICTIONARY)?.to_str().ok()?.strip_prefix(':')?.strip_suffix(':')?;
        if !is_module(name) || !accepts(request, "dcb") {
            return None;
        }
        let bytes = self.bytes(&format!("{name}.dcb")).await?;
        let has = base64::engine::general_purpose::STANDARD.decode(has).ok()?;
        let needs = bytes.strip_prefix(&DCB)?.get(..has.len())?;
        (has.len() == HASH_BYTES && needs == has).then(|| {
            let response = module(Response::builder(), name).header(header::CONTENT_ENCODING, "dcb");
            finish(response.header(header::CACHE_CONTROL, FOR_EVER).body(Body::from(bytes.into_owned())))
        })
    }
}
