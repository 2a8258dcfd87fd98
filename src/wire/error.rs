//! The one error body, and the reactions that a caller has.

use model::Fault;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What every refusal of the API looks like.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct ErrorBody {
    /// What a program reacts to.
    pub code: ErrorCode,
    /// What is wrong and what is allowed, in English, for whoever reads a log; people are told by `words` from the code.
    pub detail: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}

model::fielded!(ErrorBody requires { "code" => code, "detail" => detail } { "faults" => faults });

/// Kinds of refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum ErrorCode {
    /// 400: not readable as what this path takes.
    Unreadable,
    /// 401: nobody is signed in, or the session has ended.
    SignIn,
    /// 401: signed in, but this needs a passkey or a code within the last five minutes.
    StepUp,
    /// 403: a member, but the role may not do this.
    Forbidden,
    /// 403: the request did not come from the app itself.
    CrossSite,
    /// 404: no such thing, or nothing that this caller may know of.
    NotFound,
    /// 405: not this method.
    Method,
    /// 409: there is something else in its place already.
    Conflict,
    /// 410: it was there and has ended.
    Gone,
    /// 413: more bytes than this path takes.
    TooLarge,
    /// 415: only `application/json`.
    MediaType,
    /// 422: readable, but with faults.
    Invalid,
    /// 422: the kind is not known here: the app is newer than the server.
    UnknownKind,
    /// 401: a wrong code, an expired code, or a passkey that does not fit.
    WrongCode,
    /// 401: this link asks for a passcode, and there was none or a wrong one.
    Passcode,
    /// 429: too often; `Retry-After` says when.
    TooMany,
    /// 503: full or stopping; `Retry-After` says when.
    Busy,
    /// 501: this server does not do that.
    NotOffered,
    /// 500: a fault of the server, logged there.
    Internal,
    /// A code that this build does not know.
    #[default]
    Other,
}

const NAMES: [(ErrorCode, &str); 20] = [
    (ErrorCode::Unreadable, "unreadable"),
    (ErrorCode::SignIn, "sign_in"),
    (ErrorCode::StepUp, "step_up"),
    (ErrorCode::Forbidden, "forbidden"),
    (ErrorCode::CrossSite, "cross_site"),
    (ErrorCode::NotFound, "not_found"),
    (ErrorCode::Method, "method"),
    (ErrorCode::Conflict, "conflict"),
    (ErrorCode::Gone, "gone"),
    (ErrorCode::TooLarge, "too_large"),
    (ErrorCode::MediaType, "media_type"),
    (ErrorCode::Invalid, "invalid"),
    (ErrorCode::UnknownKind, "unknown_kind"),
    (ErrorCode::WrongCode, "wrong_code"),
    (ErrorCode::Passcode, "passcode"),
    (ErrorCode::TooMany, "too_many"),
    (ErrorCode::Busy, "busy"),
    (ErrorCode::NotOffered, "not_offered"),
    (ErrorCode::Internal, "internal"),
    (ErrorCode::Other, "other"),
];

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        model::read::text(from, |text| {
            let known = NAMES.iter().find(|(_, name)| *name == text);
            Ok(known.map_or(Self::Other, |(code, _)| *code))
        })
    }
}

impl ErrorCode {
    /// The name in text.
    pub fn as_str(self) -> &'static str {
        NAMES.iter().find(|(code, _)| *code == self).expect("every code has a name").1
    }

    /// The HTTP status that goes with it.
    pub fn status(self) -> u16 {
        match self {
            Self::Unreadable => 400,
            Self::SignIn | Self::StepUp | Self::WrongCode | Self::Passcode => 401,
            Self::Forbidden | Self::CrossSite => 403,
            Self::NotFound => 404,
            Self::Method => 405,
            Self::Conflict => 409,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::MediaType => 415,
            Self::Invalid | Self::UnknownKind => 422,
            Self::TooMany => 429,
            Self::Internal | Self::Other => 500,
            Self::NotOffered => 501,
            Self::Busy => 503,
        }
    }
}
