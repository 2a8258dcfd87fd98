//! Everything that a request can come to other than its answer, and the one place that turns it into HTTP.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use model::{Fault, FaultCode};
use std::borrow::Cow;
use std::fmt;
use wire::{ErrorBody, ErrorCode};

/// Why a request was not answered as asked.
#[derive(Debug)]
pub enum Error {
    /// The caller is told what is wrong and what is allowed.
    Refused(Box<Refusal>),
    /// The disk is full. Nothing of the request was kept; it can be sent again once there is room, and reading goes on.
    NoRoom,
    /// Something broke here. It is logged; the caller learns no more than that.
    Broken(Box<dyn std::error::Error + Send + Sync>),
}

/// A refusal as the caller is told it.
#[derive(Debug)]
pub struct Refusal {
    /// What a program reacts to.
    pub code: ErrorCode,
    /// What is wrong and what is allowed. Never holds what the caller sent, so that it may be logged.
    pub detail: Cow<'static, str>,
    /// What is wrong with which field.
    pub faults: Vec<Fault>,
    /// When to come back, seconds.
    pub retry_after_s: Option<u32>,
}

/// How long a caller stays away from a full server, seconds: long enough for a group of writes to end.
const BUSY_S: u32 = 1;
/// How long a caller stays away while the disk is full, seconds: somebody has to make room first.
const NO_ROOM_S: u32 = 60;
const NO_ROOM: &str = "The server's disk is full, so nothing was kept; try again later.";

impl Error {
    /// A refusal with its code and what is wrong.
    pub fn new(code: ErrorCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::Refused(Box::new(Refusal { code, detail: detail.into(), faults: Vec::new(), retry_after_s: None }))
    }

    /// The answer to what is not there and to what this caller may not know of: the same, byte for byte.
    pub fn not_found() -> Self {
        Self::new(ErrorCode::NotFound, "There is nothing here, or nothing that you may see.")
    }

    /// A request with one faulty field.
    pub fn fault(field: &str, code: FaultCode, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorCode::Invalid, detail).with_faults(vec![Fault::new(field, code)])
    }

    /// Too many at once; coming back in a moment helps.
    pub fn busy(detail: &'static str) -> Self {
        Self::new(ErrorCode::Busy, detail).retry_after_s(BUSY_S)
    }

    /// A fault of the server, in words for its log; or that there is no room, if that is what lies behind it.
    pub fn broken(what: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        let what = what.into();
        if is_no_room(what.as_ref()) { Self::NoRoom } else { Self::Broken(what) }
    }

    /// This refusal with what is wrong with which field.
    #[must_use]
    pub fn with_faults(mut self, faults: Vec<Fault>) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.faults = faults;
        }
        self
    }

    /// This refusal with another code.
    #[must_use]
    pub fn with_code(mut self, code: ErrorCode) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.code = code;
        }
        self
    }

    /// This refusal with when to come back.
    #[must_use]
    pub fn retry_after_s(mut self, seconds: u32) -> Self {
        if let Self::Refused(refusal) = &mut self {
            refusal.retry_after_s = Some(seconds);
        }
        self
    }

    /// The code that the caller is told.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::NoRoom => ErrorCode::Busy,
            Self::Broken(_) => ErrorCode::Internal,
        }
    }
}

/// For whoever runs the server; callers of the API never see it.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => f.write_str(&refusal.detail),
            Self::NoRoom => f.write_str(NO_ROOM),
            Self::Broken(cause) => cause.fmt(f),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let code = self.code();
        let (detail, faults, retry_after_s) = match self {
            Self::Refused(refusal) => {
                tracing::debug!(?code, detail = %refusal.detail, "refused");
                (refusal.detail.into_owned(), refusal.faults, refusal.retry_after_s)
            }
            Self::NoRoom => {
                tracing::error!("the disk is full; nothing more is kept until there is room");
                (NO_ROOM.to_owned(), Vec::new(), Some(NO_ROOM_S))
            }
            Self::Broken(cause) => {
                tracing::error!(%cause, "a request broke");
                ("Something broke on the server; it has been logged.".to_owned(), Vec::new(), None)
            }
        };
        let status = StatusCode::from_u16(code.status()).expect("every code has a valid status");
        let mut response = (status, Json(ErrorBody { code, detail, faults })).into_response();
        if let Some(seconds) = retry_after_s {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

/// Whether a disk that is full lies behind an error, however many layers have wrapped it.
fn is_no_room(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{QuotaExceeded, StorageFull};
    let mut cause = Some(error);
    while let Some(error) = cause {
        let io = error.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| matches!(io.kind(), StorageFull | QuotaExceeded)) {
            return true;
        }
        cause = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[tokio::test]
    async fn what_broke_is_not_told() {
        let response = Error::broken("password=hunter2").into_response();
        assert_eq!(response.status(), 500);
        let body = axum::body::to_bytes(response.into_body(), 10_000).await.expect("the body is in memory");
        assert!(!String::from_utf8_lossy(&body).contains("hunter2"));
    }

    #[test]
    fn a_busy_server_says_when_to_come_back() {
        let response = Error::busy("full").into_response();
        assert_eq!(response.status(), 503);
        assert_eq!(response.headers()[header::RETRY_AFTER], "1");
    }

    #[test]
    fn a_full_disk_is_known_behind_what_wraps_it() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(Error::broken(full()).code(), ErrorCode::Busy);
        let wrapped = object_store::Error::Generic { store: "a folder", source: Box::new(full()) };
        assert_eq!(Error::broken(wrapped).code(), ErrorCode::Busy);
        let refused = io::Error::from(io::ErrorKind::PermissionDenied);
        assert_eq!(Error::broken(refused).code(), ErrorCode::Internal);
        let response = Error::NoRoom.into_response();
        assert_eq!(
            (response.status().as_u16(), &response.headers()[header::RETRY_AFTER]),
            (503, &HeaderValue::from(60))
        );
    }
}
