//! What somebody asks of who keeps their details, and what became of it.

use model::Instant;
use model::request::{RequestEnd, RequestKind};
use serde::{Deserialize, Serialize};

/// Asks for something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestNew {
    /// What for.
    pub kind: RequestKind,
    /// In the person's own words.
    pub text: String,
}

/// A request in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Its number.
    pub number: u64,
    /// What for.
    pub kind: RequestKind,
    /// In the person's own words.
    pub text: String,
    /// When it was filed.
    pub filed: Instant,
    /// By when it is answered.
    pub due: Instant,
    /// When it came to its end; absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Instant>,
    /// How.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<RequestEnd>,
    /// The answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
}

/// The requests of an account, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requests {
    /// They.
    pub requests: Vec<Request>,
}
