//! Requests to the API, and what their failures mean.

use gloo_net::http::{Request, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sync::Failure;
use wasm_bindgen::JsValue;
use web_sys::Blob;
use wire::{ErrorBody, ErrorCode};

/// Bytes from which on a body is sent as a blob. To make one of less takes longer than to copy it.
const BLOB_BYTES_MIN: usize = 64 * 1024;

/// How long an answer may take before it counts as no network.
const ANSWER_MS_MAX: u32 = 30_000;

/// Why a request did not do what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NetError {
    /// There was no answer, or none that the API gives.
    Network,
    /// The API refused. The second part is what `Retry-After` said, milliseconds.
    Refused(ErrorBody, Option<u64>),
}

impl NetError {
    /// The code of a refusal.
    pub fn code(&self) -> Option<ErrorCode> {
        match self {
            Self::Network => None,
            Self::Refused(body, _) => Some(body.code),
        }
    }

    /// What it means to the sync machine.
    pub fn failure(&self) -> Failure {
        match self {
            Self::Network => Failure::Network,
            Self::Refused(body, wait_ms) => match body.code {
                ErrorCode::SignIn | ErrorCode::StepUp | ErrorCode::WrongCode => Failure::SignIn,
                ErrorCode::NotFound | ErrorCode::Gone => Failure::NoAccess,
                ErrorCode::Busy | ErrorCode::TooMany | ErrorCode::Internal | ErrorCode::Other => {
                    Failure::Busy { wait_ms: wait_ms.unwrap_or(5_000) }
                }
                code => Failure::Rejected(code),
            },
        }
    }
}

const NOTHING: Option<&()> = None;

/// GET, read as JSON.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, NetError> {
    read(send(Request::get(path), NOTHING).await?).await
}

/// GET, as the text that came.
pub async fn get_text(path: &str) -> Result<String, NetError> {
    text(send(Request::get(path), NOTHING).await?).await
}

/// GET, as bytes.
pub async fn get_bytes(path: &str) -> Result<Vec<u8>, NetError> {
    get_bytes_within(path, ANSWER_MS_MAX).await
}

/// GET of what takes longer to make, as bytes.
pub async fn get_bytes_within(path: &str, ms_max: u32) -> Result<Vec<u8>, NetError> {
    let request = Request::get(path).build().map_err(|_| NetError::Network)?;
    answered_within(ms_max, request.send()).await?.binary().await.map_err(|_| NetError::Network)
}

/// POST of JSON, the answer read as JSON.
pub async fn post<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, NetError> {
    read(send(Request::post(path), Some(body)).await?).await
}

/// POST of JSON; the answer has no body.
pub async fn post_only<B: Serialize>(path: &str, body: &B) -> Result<(), NetError> {
    send(Request::post(path), Some(body)).await.map(drop)
}

/// DELETE; the answer has no body.
pub async fn delete(path: &str) -> Result<(), NetError> {
    send(Request::delete(path), Some(&())).await.map(drop)
}

/// PUT of JSON, the answer read as JSON.
pub async fn put<B: Serialize, T: DeserializeOwned>(path: &str, body: &B) -> Result<T, NetError> {
    read(send(Request::put(path), Some(body)).await?).await
}

/// PUT of a value, answered without a body.
pub async fn put_only<B: Serialize>(path: &str, body: &B) -> Result<(), NetError> {
    send(Request::put(path), Some(body)).await.map(drop)
}

/// PUT of bytes, the answer read as JSON.
pub async fn put_bytes<T: DeserializeOwned>(path: &str, bytes: &[u8]) -> Result<T, NetError> {
    let request = Request::put(path).header("content-type", "application/octet-stream").body(body(bytes));
    read(answered(request.map_err(|_| NetError::Network)?.send()).await?).await
}

async fn send<B: Serialize>(builder: RequestBuilder, value: Option<&B>) -> Result<Response, NetError> {
    let request = match value {
        Some(value) => {
            let text = serde_json::to_string(value).expect("what is sent can be written");
            builder.header("content-type", "application/json").body(body(text.as_bytes()))
        }
        None => builder.build(),
    };
    answered(request.map_err(|_| NetError::Network)?.send()).await
}

/// What is sent, for the browser: as bytes, for it would take text letter by letter. Many go as a blob, which it hands on beside what the page
/// does; plain bytes it copies first.
fn body(bytes: &[u8]) -> JsValue {
    let plain = js_sys::Uint8Array::from(bytes);
    if bytes.len() < BLOB_BYTES_MIN {
        return plain.into();
    }
    let blob = Blob::new_with_u8_array_sequence(&js_sys::Array::of1(&plain));
    blob.map_or_else(|_| plain.into(), JsValue::from)
}

/// The answer, if it comes in time and is not a refusal.
async fn answered(sent: impl Future<Output = Result<Response, gloo_net::Error>>) -> Result<Response, NetError> {
    answered_within(ANSWER_MS_MAX, sent).await
}

async fn answered_within(
    ms_max: u32,
    sent: impl Future<Output = Result<Response, gloo_net::Error>>,
) -> Result<Response, NetError> {
    let late = gloo_timers::future::TimeoutFuture::new(ms_max);
    let response = match futures_util::future::select(std::pin::pin!(sent), late).await {
        futures_util::future::Either::Left((Ok(response), _)) => response,
        _ => return Err(NetError::Network),
    };
    if response.ok() {
        return Ok(response);
    }
    let wait_ms = response.headers().get("retry-after").and_then(|seconds| seconds.parse::<u64>().ok());
    // A proxy on the way answers with pages of its own: that is no network to the API.
    let body: ErrorBody = response.json().await.map_err(|_| NetError::Network)?;
    Err(NetError::Refused(body, wait_ms.map(|seconds| seconds.saturating_mul(1000))))
}

async fn read<T: DeserializeOwned>(response: Response) -> Result<T, NetError> {
    serde_json::from_str(&text(response).await?).map_err(|_| NetError::Network)
}

/// The text of an answer, by way of its bytes.
async fn text(response: Response) -> Result<String, NetError> {
    let bytes = response.binary().await.map_err(|_| NetError::Network)?;
    String::from_utf8(bytes).map_err(|_| NetError::Network)
}
