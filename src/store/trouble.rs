//! What goes wrong in a browser, in the words of [`StoreError`].

use indexed_db_futures::error::{Error, JSError, OpenDbError};
use sync::StoreError;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// A [`StoreError`] that `?` can make of everything that happens within a transaction.
#[derive(Debug)]
pub(crate) struct Trouble(pub(crate) StoreError);

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Self(error)
    }
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self(match error {
            Error::DomException(exception) => of_exception(&exception.into()),
            Error::MissingData(missing) => StoreError::Failed(missing.to_string()),
            Error::Serialisation(_) => StoreError::Failed("what is kept has another form".to_owned()),
            Error::Unknown(JSError::Error(error)) => StoreError::Failed(error.message().into()),
            Error::Unknown(JSError::Unknown(_)) => StoreError::Failed("the browser gave no reason".to_owned()),
        })
    }
}

impl From<JsValue> for Trouble {
    fn from(value: JsValue) -> Self {
        Self::from(Error::from(value))
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self(StoreError::Failed(format!("what is kept cannot be read: {error}")))
    }
}

/// Why a database could not be opened. Whatever is neither a lack of room nor another version means that nothing is kept here.
impl From<OpenDbError> for Trouble {
    fn from(error: OpenDbError) -> Self {
        let OpenDbError::Base(error) = error else {
            return Self(StoreError::Unavailable("this browser keeps nothing".to_owned()));
        };
        Self(match Self::from(error).0 {
            StoreError::Failed(why) => StoreError::Unavailable(why),
            error => error,
        })
    }
}

/// Tells exceptions apart by their names. Source: the list of names in the Web IDL standard.
pub(crate) fn of_exception(exception: &DomException) -> StoreError {
    let said = || format!("{}: {}", exception.name(), exception.message());
    match exception.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Blocked,
        "SecurityError" | "NotFoundError" | "InvalidStateError" | "NotSupportedError" => {
            StoreError::Unavailable(said())
        }
        _ => StoreError::Failed(said()),
    }
}

/// Whether a browser says that the connection was closed under our feet.
pub(crate) fn is_closed(error: &Error) -> bool {
    matches!(error, Error::DomException(exception) if exception.as_ref().unchecked_ref::<DomException>().name() == "InvalidStateError")
}
