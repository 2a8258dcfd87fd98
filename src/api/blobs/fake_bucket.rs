//! As much of an S3-compatible server as is used here, in memory, so that buckets are tested without one.

use super::Blobs;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use object_store::aws::AmazonS3Builder;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

/// Names of one list. So few that lists of tests have several pages.
const LIST_MAX: usize = 2;

type Parts = BTreeMap<u32, Bytes>;

#[derive(Default)]
struct Bucket {
    objects: BTreeMap<String, Bytes>,
    uploads: HashMap<String, Parts>,
}

type Shared = Arc<Mutex<Bucket>>;

/// Blobs in a bucket of a server that runs as long as the test. Every name in it begins with `codessa/files`.
pub(super) async fn blobs() -> Blobs {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("loopback has a port");
    let endpoint = format!("http://{}", listener.local_addr().expect("it listens"));
    let router = Router::new().fallback(answer).layer(DefaultBodyLimit::disable()).with_state(Shared::default());
    tokio::spawn(async move { axum::serve(listener, router).await });
    let builder = AmazonS3Builder::new().with_endpoint(endpoint).with_allow_http(true).with_region("af-south-1");
    let builder = builder.with_access_key_id("key").with_secret_access_key("secret");
    Blobs::in_bucket(builder, "bucket", "codessa/files").expect("it is configured in full")
}

async fn answer(State(bucket): State<Shared>, method: Method, uri: Uri, body: Bytes) -> Response {
    let query: HashMap<String, String> =
        form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned().collect();
    let Some(key) = uri.path().strip_prefix("/bucket").map(|key| key.trim_start_matches('/').to_owned()) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let mut bucket = bucket.lock().expect("no test panics while it holds this");
    let upload = query.get("uploadId");
    match (method, upload) {
        (Method::GET, _) if key.is_empty() => xml(&bucket.list(&query)),
        (Method::GET | Method::HEAD, _) => bucket.objects.get(&key).map_or(missing(), object),
        (Method::POST, None) if query.contains_key("delete") => xml(&bucket.delete(&body)),
        (Method::POST, None) => xml(&bucket.begin(&key)),
        (Method::POST, Some(upload)) => {
            let parts = bucket.uploads.remove(upload).unwrap_or_default();
            bucket.objects.insert(key, parts.into_values().collect::<Vec<_>>().concat().into());
            xml("<CompleteMultipartUploadResult><ETag>\"1\"</ETag></CompleteMultipartUploadResult>")
        }
        (Method::PUT, Some(upload)) => {
            let number = query["partNumber"].parse().expect("a number");
            bucket.uploads.entry(upload.clone()).or_default().insert(number, body);
            tagged()
        }
        (Method::PUT, None) => {
            bucket.objects.insert(key, body);
            tagged()
        }
        (Method::DELETE, Some(upload)) => {
            bucket.uploads.remove(upload);
            StatusCode::NO_CONTENT.into_response()
        }
        _ => StatusCode::METHOD_NOT_ALLOWED.into_response(),
    }
}

impl Bucket {
    fn begin(&mut self, key: &str) -> String {
        let id = format!("upload-{}", self.uploads.len());
        self.uploads.insert(id.clone(), Parts::new());
        format!(
            "<InitiateMultipartUploadResult><Key>{key}</Key><UploadId>{id}</UploadId></InitiateMultipartUploadResult>"
        )
    }

    fn delete(&mut self, body: &[u8]) -> String {
        let body = String::from_utf8_lossy(body);
        let mut deleted = String::new();
        for (key, _) in body.split("<Key>").skip(1).filter_map(|rest| rest.split_once("</Key>")) {
            self.objects.remove(key);
            deleted.push_str(&format!("<Deleted><Key>{key}</Key></Deleted>"));
        }
        format!("<DeleteResult>{deleted}</DeleteResult>")
    }

    fn list(&self, query: &HashMap<String, String>) -> String {
        let (prefix, after) = (&query["prefix"], query.get("continuation-token").cloned().unwrap_or_default());
        let mut found = self.objects.iter().filter(|(key, _)| key.starts_with(prefix) && **key > after);
        let page: Vec<_> = found.by_ref().take(LIST_MAX).collect();
        let contents = page.iter().map(|(key, content)| {
            let size = content.len();
            format!("<Contents><Key>{key}</Key><LastModified>2026-11-21T07:00:00.000Z</LastModified><Size>{size}</Size></Contents>")
        });
        let contents: String = contents.collect();
        let next = match (found.next(), page.last()) {
            (Some(_), Some((key, _))) => format!("<NextContinuationToken>{key}</NextContinuationToken>"),
            _ => String::new(),
        };
        format!("<ListBucketResult><IsTruncated>{}</IsTruncated>{contents}{next}</ListBucketResult>", !next.is_empty())
    }
}

fn object(content: &Bytes) -> Response {
    ([(header::ETAG, "\"1\""), (header::LAST_MODIFIED, "Sat, 21 Nov 2026 07:00:00 GMT")], content.clone())
        .into_response()
}

fn tagged() -> Response {
    [(header::ETAG, "\"1\"")].into_response()
}

fn xml(text: &str) -> Response {
    ([(header::CONTENT_TYPE, "application/xml")], text.to_owned()).into_response()
}

fn missing() -> Response {
    StatusCode::NOT_FOUND.into_response()
}
