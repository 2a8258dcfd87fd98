//! Reading what stands in a path and behind its question mark.

use crate::error::Error;
use axum::extract::{FromRequestParts, Path as AxumPath};
use axum::http::request::Parts;
use model::FaultCode;
use serde::de::DeserializeOwned;
use wire::ErrorCode;

/// The parts of a path. One that is no id names nothing, so the answer is that there is nothing there.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Error> {
        let path = AxumPath::<T>::from_request_parts(parts, state).await.map_err(|_| Error::not_found())?;
        Ok(Self(path.0))
    }
}

/// What stands behind the question mark.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        let text = parts.uri.query().unwrap_or_default();
        let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(text.as_bytes()));
        serde_path_to_error::deserialize(reader).map(Self).map_err(|error| {
            let field = error.path().to_string();
            let detail = format!("The query cannot be read: {}.", error.inner());
            match field.as_str() {
                "." => Error::new(ErrorCode::Unreadable, detail),
                name => Error::fault(name, FaultCode::Unreadable, detail).with_code(ErrorCode::Unreadable),
            }
        })
    }
}
