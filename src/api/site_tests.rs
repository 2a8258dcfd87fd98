//! The app's files as a browser asks for them: page, hashed file, missing file, API path, and the headers of each.

use std::fs;

use axum::body::to_bytes;
use axum::http::Request;
use tower::ServiceExt;

use super::known::AVAILABLE_DICTIONARY;
use super::*;
use base64::Engine;

const PAGE: &str = "<!doctype html><title>Codessa</title><style>a{}</style><style>b{}</style>";

/// Of `a{}`: `printf 'a{}' | openssl dgst -sha256 -binary | base64`.
const STYLE_HASH: &str = "X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk=";

/// A bundle on disk that is removed when it is dropped.
struct Bundle(PathBuf);

impl Bundle {
    fn new(test: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("codessa-site-{test}-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).expect("the temporary folder is writable");
        let mut page = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams::default();
        brotli::BrotliCompress(&mut PAGE.as_bytes(), &mut page, &parameters).expect("memory is enough");
        fs::write(folder.join("index.html.br"), page).expect("the folder was made just now");
        fs::write(folder.join("assets/app.1234.wasm"), b"\0asm").expect("the folder was made just now");
        fs::write(folder.join("icon.png"), b"png").expect("the folder was made just now");
        Self(folder)
    }

    async fn get(&self, path: &str, headers: &[(HeaderName, &str)]) -> (Response<()>, Vec<u8>) {
        self.send(Method::GET, path, headers, false).await
    }

    async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(HeaderName, &str)],
        https: bool,
    ) -> (Response<()>, Vec<u8>) {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let site = Site { folders: vec![self.0.clone()], https };
        let request = request.body(Body::empty()).expect("the request is sound");
        let (head, body) = router(site).oneshot(request).await.expect("a router cannot fail").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("the body is in memory");
        (Response::from_parts(head, ()), bytes.to_vec())
    }
}

impl Drop for Bundle {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const HTML: (HeaderName, &str) = (header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8");
const BROTLI: (HeaderName, &str) = (header::ACCEPT_ENCODING, "gzip, deflate, br");

fn value<'a>(response: &'a Response<()>, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().expect("headers are plain text"))
}

#[tokio::test]
async fn every_address_a_person_opens_gets_the_page() {
    let bundle = Bundle::new("page");
    for path in ["/", "/logbook", "/systems/0190a1b2", "/s"] {
        let (response, body) = bundle.get(path, &[HTML]).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(body, PAGE.as_bytes(), "{path}");
        assert_eq!(value(&response, "cache-control"), "no-cache", "{path}");
        assert_eq!(value(&response, "content-type"), "text/html; charset=utf-8", "{path}");
    }
}

#[tokio::test]
async fn a_missing_file_is_404_and_never_the_page() {
    let bundle = Bundle::new("missing");
    for path in ["/assets/app.0000.wasm", "/assets/logbook", "/worker.js", "/favicon.ico", "/index.html.br"] {
        let (response, body) = bundle.get(path, &[HTML]).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_ne!(body, PAGE.as_bytes(), "{path}");
    }
    let (response, _) = bundle.get("/logbook", &[(header::ACCEPT, "application/json")]).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND, "only people get the page");
}

#[tokio::test]
async fn paths_cannot_lead_out_of_the_folder() {
    let bundle = Bundle::new("escape");
    let outside = bundle.0.with_extension("secret");
    fs::write(&outside, "secret").expect("the temporary folder is writable");
    let name = outside.file_name().expect("it has a name").to_string_lossy().into_owned();
    for path in [
        format!("/../{name}"),
        format!("/assets/../../{name}"),
        format!("/%2e%2e/{name}"),
        "//etc/passwd".to_owned(),
        outside.display().to_string(),
    ] {
        let (response, body) = bundle.get(&path, &[]).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        assert_ne!(body, b"secret", "{path}");
    }
    fs::remove_file(outside).expect("it was written just now");
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_others_are_asked_for_again() {
    let bundle = Bundle::new("cache");
    let (response, body) = bundle.get("/assets/app.1234.wasm", &[]).await;
    assert_eq!(value(&response, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(value(&response, "content-type"), "application/wasm");
    assert_eq!(body, b"\0asm");

    let (response, _) = bundle.get("/icon.png", &[]).await;
    let tag = value(&response, "etag").to_owned();
    let (response, body) = bundle.get("/icon.png", &[(header::IF_NONE_MATCH, &tag)]).await;
    assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
    assert!(body.is_empty());
}

#[tokio::test]
async fn compressed_files_are_unpacked_for_those_who_cannot() {
    let bundle = Bundle::new("packed");
    let (response, packed) = bundle.get("/", &[BROTLI]).await;
    assert_eq!(value(&response, "content-encoding"), "br");
    assert_eq!(value(&response, "vary"), "accept-encoding");
    let mut page = Vec::new();
    brotli::BrotliDecompress(&mut &packed[..], &mut page).expect("the answer is brotli");
    assert_eq!(page, PAGE.as_bytes());

    for cannot in ["gzip", "br;q=0, gzip", ""] {
        let (response, body) = bundle.get("/", &[(header::ACCEPT_ENCODING, cannot)]).await;
        assert_eq!(value(&response, "content-encoding"), "", "{cannot}");
        assert_eq!(body, PAGE.as_bytes(), "{cannot}");
    }
}

#[tokio::test]
async fn a_module_is_sent_shorter_to_who_has_the_main_one_and_whole_to_everybody_else() {
    let bundle = Bundle::new("known");
    let hash = Sha256::digest(b"\0asm");
    let known = [&[0xff, b'D', b'C', b'B'][..], &hash, b"short"].concat();
    fs::write(bundle.0.join("assets/page.5678.wasm"), b"a module").expect("the folder is there");
    fs::write(bundle.0.join("assets/page.5678.wasm.dcb"), &known).expect("the folder is there");
    let has = |hash: &[u8]| format!(":{}:", base64::engine::general_purpose::STANDARD.encode(hash));

    let (main, _) = bundle.get("/assets/app.1234.wasm", &[]).await;
    assert_eq!(value(&main, "use-as-dictionary"), r#"match="/assets/*.wasm""#);
    for (accepts, dictionary, coding, body) in [
        ("br, dcb", has(&hash), Some("dcb"), &known[..]),
        ("br", has(&hash), None, b"a module"),
        ("br, dcb;q=0", has(&hash), None, b"a module"),
        ("br, dcb", has(&Sha256::digest(b"of a release before")), None, b"a module"),
        ("br, dcb", has(&hash[..8]), None, b"a module"),
        ("br, dcb", has(b""), None, b"a module"),
        ("br, dcb", "::".to_owned(), None, b"a module"),
        ("br, dcb", ":".to_owned(), None, b"a module"),
        ("br, dcb", "no bytes".to_owned(), None, b"a module"),
    ] {
        let headers = [(header::ACCEPT_ENCODING, accepts), (AVAILABLE_DICTIONARY, &dictionary)];
        let (answer, bytes) = bundle.get("/assets/page.5678.wasm", &headers).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let told = answer.headers().get("content-encoding").map(|coding| coding.to_str().expect("it is text"));
        assert_eq!((told, &bytes[..]), (coding, body), "{accepts} {dictionary}");
        assert_eq!(value(&answer, "vary"), "accept-encoding, available-dictionary");
        assert_eq!(value(&answer, "content-type"), "application/wasm");
        assert_eq!(value(&answer, "cache-control"), FOR_EVER);
        assert!(answer.headers().get("use-as-dictionary").is_none());
    }
    let (compressed, _) = bundle.get("/assets/page.5678.wasm.dcb", &[]).await;
    assert_eq!(compressed.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn unknown_api_paths_answer_in_the_one_error_body() {
    let bundle = Bundle::new("api");
    for (method, path) in [(Method::GET, "/api/nothing"), (Method::POST, "/api/nothing"), (Method::GET, "/api")] {
        let (response, body) = bundle.send(method, path, &[HTML], false).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        let body: ErrorBody = serde_json::from_slice(&body).expect("the body is JSON");
        assert_eq!(body.code, ErrorCode::NotFound, "{path}");
    }
}

/// Found by `cargo dev fuzz`: it was a panic.
#[tokio::test]
async fn an_address_without_a_path_is_missing() {
    let bundle = Bundle::new("no-path");
    for address in ["codessa.example", "codessa.example:443", "*"] {
        assert_eq!(bundle.get(address, &[]).await.0.status(), StatusCode::NOT_FOUND, "{address}");
    }
}

#[tokio::test]
async fn only_reading_is_allowed() {
    let bundle = Bundle::new("method");
    let (response, _) = bundle.send(Method::POST, "/", &[HTML], false).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(value(&response, "allow"), "GET, HEAD");
}

#[tokio::test]
async fn what_is_shared_past_the_worker_is_told_to_be_lost() {
    let bundle = Bundle::new("share");
    let (response, _) = bundle.send(Method::POST, "/share", &[HTML], false).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    assert_eq!(value(&response, "location"), "/add?shared=failed");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let bundle = Bundle::new("headers");
    let of_page = format!(" 'sha256-{STYLE_HASH}'");
    for (path, style) in [
        ("/", of_page.as_str()),
        ("/logbook", &of_page),
        ("/index.html", &of_page),
        ("/assets/app.1234.wasm", ""),
        ("/assets/missing.js", ""),
        ("/api/nothing", ""),
    ] {
        let (response, _) = bundle.send(Method::GET, path, &[HTML], true).await;
        assert_eq!(
            value(&response, "content-security-policy"),
            format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'{style}; img-src 'self' blob:; \
                 connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                 form-action 'none'; frame-ancestors 'none'"
            ),
            "{path}"
        );
        assert_eq!(value(&response, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(value(&response, "referrer-policy"), "no-referrer", "{path}");
        assert!(value(&response, "permissions-policy").contains("geolocation=()"), "{path}");
        assert!(value(&response, "permissions-policy").contains("camera=(self)"), "{path}");
        assert_eq!(value(&response, "strict-transport-security"), "max-age=63072000; includeSubDomains", "{path}");
    }
    let (response, _) = bundle.get("/", &[HTML]).await;
    assert_eq!(value(&response, "strict-transport-security"), "", "not on localhost");
}

/// A browser keeps the page with the headers of the last answer: "not modified" without the style's hash would block the style.
#[tokio::test]
async fn a_page_that_is_not_modified_keeps_its_policy() {
    let bundle = Bundle::new("policy");
    let (first, _) = bundle.get("/", &[HTML]).await;
    let (again, _) = bundle.get("/", &[HTML, (header::IF_NONE_MATCH, value(&first, "etag"))]).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert!(value(&again, "content-security-policy").contains(STYLE_HASH));
}

#[tokio::test]
async fn the_door_of_links_is_one_page_for_everybody_and_in_no_index() {
    let bundle = Bundle::new("door");
    let (home, page) = bundle.get("/", &[]).await;
    let scanner = (header::ACCEPT, "*/*");
    for asked in
        [vec![], vec![scanner.clone()], vec![(header::ACCEPT, "text/html")], vec![(header::COOKIE, "visit-1=2")]]
    {
        let (head, body) = bundle.get("/s", &asked).await;
        assert_eq!((head.status(), body == page), (StatusCode::OK, true), "{asked:?}");
        assert_eq!(head.headers()["x-robots-tag"], "noindex, nofollow");
        assert_eq!(head.headers()[header::REFERRER_POLICY], home.headers()[header::REFERRER_POLICY]);
    }
    let (supply, _) = bundle.get("/supply", &[HTML]).await;
    assert_eq!(supply.headers()["x-robots-tag"], "noindex, nofollow");
    assert!(home.headers().get("x-robots-tag").is_none());
}
