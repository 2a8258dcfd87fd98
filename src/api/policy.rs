//! The security headers of every answer: what the app may load and use.

use axum::Router;
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// What the page may load. The app has no inline script or style and talks to its own server only.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' blob:; connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The camera reads labels and pairing codes and takes photos, passkeys sign in, and links are copied. No more is used.
const PERMISSIONS: &str = "camera=(self), publickey-credentials-create=(self), publickey-credentials-get=(self), \
     clipboard-write=(self), accelerometer=(), autoplay=(), display-capture=(), encrypted-media=(), \
     geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=()";

/// Two years, the time that browsers' preload lists ask for.
const HTTPS_ONLY: &str = "max-age=63072000; includeSubDomains";

/// The policy of the page: besides the app's own files exactly the one style that stands in it, so that the shell is painted with the first answer.
/// A page has at most one, which the bundler puts there; whatever else claims to be a style is blocked.
pub fn of_page(page: &str) -> String {
    let style = page.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    let Some((style, _)) = style else { return CONTENT_POLICY.to_owned() };
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    CONTENT_POLICY.replace("style-src 'self'", &format!("style-src 'self' 'sha256-{hash}'"))
}

/// Sets the security headers on every answer of a router that does not set stricter ones itself.
pub fn secure(router: Router, https: bool) -> Router {
    router.layer(map_response(move |mut response: Response| async move {
        guard(response.headers_mut(), https);
        response
    }))
}

/// Adds the security headers of an answer that are not there yet.
pub fn guard(headers: &mut HeaderMap, https: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(HeaderName::from_static("permissions-policy"), PERMISSIONS);
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    if https {
        set(header::STRICT_TRANSPORT_SECURITY, HTTPS_ONLY);
    }
}
