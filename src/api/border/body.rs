//! Reading bodies: JSON of a known shape, or bytes, never more than the route takes.

use super::depth::{DEPTH_MAX, is_too_deep};
use crate::error::Error;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use model::FaultCode;
use serde::de::DeserializeOwned;
use wire::ErrorCode;

/// What the route's row in the table says that it takes, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct BytesMax(pub(super) usize);

/// A body of JSON.
pub struct Json<T>(pub T);

/// A body as it came.
pub struct Raw(pub Bytes);

impl<S: Sync> FromRequest<S> for Raw {
    type Rejection = Error;
    async fn from_request(request: Request, _: &S) -> Result<Self, Error> {
        let bytes_max = request.extensions().get::<BytesMax>().map_or(0, |max| max.0);
        let body = Limited::new(request.into_body(), bytes_max).collect().await;
        body.map(|body| Self(body.to_bytes())).map_err(|error| unread(error.as_ref(), bytes_max))
    }
}

impl<T: DeserializeOwned, S: Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;
    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let Raw(bytes) = Raw::from_request(request, state).await?;
        read_json(&bytes).map(Self)
    }
}

/// `bytes` as a `T`, if nothing is wrong with them. What is wrong, [`read_json`] can tell; this is quicker.
pub(crate) fn read_sound_json<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    if is_too_deep(bytes) { None } else { serde_json::from_slice(bytes).ok() }
}

/// `bytes` as a `T`.
///
/// # Errors
/// `Unreadable`, naming the field that stands in the way.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    if is_too_deep(bytes) {
        return Err(Error::new(ErrorCode::Unreadable, format!("The body nests deeper than {DEPTH_MAX} levels.")));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let (field, cause) = (error.path().to_string(), error.inner());
        let place = format!("line {}, column {}", cause.line(), cause.column());
        let field = if field == "." { missing_field(cause).unwrap_or_default() } else { field };
        match field.as_str() {
            "" => Error::new(ErrorCode::Unreadable, format!("The body is not the JSON that this path takes: {place}.")),
            name => Error::fault(name, FaultCode::Unreadable, format!("The field cannot be read: {place}."))
                .with_code(ErrorCode::Unreadable),
        }
    })?;
    reader.end().map_err(|_| Error::new(ErrorCode::Unreadable, "Something follows the JSON of the body."))?;
    Ok(read)
}

/// The name of a field that is not there, of which only the message knows.
fn missing_field(cause: &serde_json::Error) -> Option<String> {
    let message = cause.to_string();
    message.strip_prefix("missing field `")?.split_once('`').map(|(name, _)| name.to_owned())
}

/// Why a body did not arrive.
fn unread(error: &(dyn std::error::Error + 'static), bytes_max: usize) -> Error {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return too_large(bytes_max);
        }
        if error.is::<tower_http::timeout::TimeoutError>() {
            return Error::busy("The body stopped arriving; send it again.");
        }
        cause = error.source();
    }
    Error::new(ErrorCode::Unreadable, "The body broke off.")
}

/// The refusal of a body that is larger than the route takes.
pub(super) fn too_large(bytes_max: usize) -> Error {
    Error::new(ErrorCode::TooLarge, format!("The body is larger than the {bytes_max} bytes that this path takes."))
}

/// A body whose every part has to come within `idle` of the one before.
pub(super) fn timed(body: Body, idle: std::time::Duration) -> Body {
    Body::new(tower_http::timeout::TimeoutBody::new(idle, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    struct Outer {
        #[serde(rename = "inner")]
        _inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    struct Inner {
        #[serde(rename = "number")]
        _number: u8,
    }

    fn refusal(json: &str) -> (String, Vec<String>) {
        match read_json::<Outer>(json.as_bytes()) {
            Err(Error::Refused(refusal)) => {
                (refusal.detail.into_owned(), refusal.faults.into_iter().map(|fault| fault.field).collect())
            }
            other => panic!("{json} gave {other:?}"),
        }
    }

    #[test]
    fn the_field_that_stands_in_the_way_is_named() {
        assert_eq!(refusal(r#"{"inner":[{"number":1},{"number":"x"}]}"#).1, ["inner[1].number"]);
        assert_eq!(refusal("{}").1, ["inner"]);
        assert_eq!(refusal(r#"{"inner":[{}]}"#).1, ["inner[0]"]);
    }

    #[test]
    fn broken_json_is_refused_without_repeating_it() {
        for broken in ["", "{", "nul", "[1,2", "{\"inner\":[]} {\"secret\":1}", &"[".repeat(100_000)] {
            let (detail, _) = refusal(broken);
            assert!(!detail.is_empty() && !detail.contains("secret"), "{detail}");
        }
    }
}
