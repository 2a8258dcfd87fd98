//! One row of the table of routes: the method, the path, who may, what is taken and given, and who answers.

use super::enforce::enforce;
use crate::app::App;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware;
use axum::routing::{MethodFilter, MethodRouter, on};
use model::access::Action;
use model::grant::Verb;
use model::{ContributionId, FileHash, RecordId, ShareId, SpaceId};
use uuid::Uuid;

/// Who may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Anybody.
    Public,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever is signed in and proved to be there within the last five minutes.
    SteppedUp,
    /// Members of the `{space}` in the path whose role may do that.
    Member(Action),
    /// The same, who proved to be there within the last five minutes.
    MemberSteppedUp(Action),
    /// Whoever came by the link `{share}` in the path, if it allows that.
    Visiting(Verb),
    /// Whoever scanned the label whose door is the `{share}` in the path.
    AtLabel,
    /// Whoever came by the link `{share}` in the path, if it is that of a deal.
    Providing,
}

/// What a body may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Takes {
    /// Nothing is read. A change has to say that it is JSON all the same, which no form on another site can.
    Nothing,
    /// JSON of the named schema.
    Json(&'static str),
    /// Bytes.
    Bytes,
    /// A form that is posted from outside of the app, of which nothing is read: by a mail program, or by the page that a link in a mail leads to. What it
    /// may do is in its path.
    Form,
}

/// Bytes of a JSON body, unless the row says otherwise.
const JSON_BYTES_MAX: usize = 256 * 1024;

/// A row of the table.
pub struct Row {
    /// The method.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: String,
    /// Who may.
    pub policy: Policy,
    /// What it is for, in a sentence.
    pub summary: &'static str,
    /// What the body may be.
    pub takes: Takes,
    /// Bytes of the body.
    pub bytes_max: usize,
    /// The schema of the answer, or a media type; none where the answer has no body.
    pub gives: Option<&'static str>,
    /// Parameters of the query, and what they mean.
    pub query: &'static [(&'static str, &'static str)],
    answer: MethodRouter<App>,
}

impl Row {
    fn new<H: Handler<T, App>, T: 'static>(
        (method, filter): (Method, MethodFilter),
        path: &str,
        policy: Policy,
        handler: H,
    ) -> Self {
        Self {
            method,
            path: template(path),
            policy,
            summary: "",
            takes: Takes::Nothing,
            bytes_max: JSON_BYTES_MAX,
            gives: None,
            query: &[],
            answer: on(filter, handler),
        }
    }

    /// What it is for, in a sentence.
    pub fn says(self, summary: &'static str) -> Self {
        Self { summary, ..self }
    }

    /// It takes JSON of that schema.
    pub fn takes(self, schema: &'static str) -> Self {
        Self { takes: Takes::Json(schema), ..self }
    }

    /// It takes bytes.
    pub fn takes_bytes(self, bytes_max: usize) -> Self {
        Self { takes: Takes::Bytes, bytes_max, ..self }
    }

    /// It takes a form from outside of the app.
    pub fn takes_form(self) -> Self {
        Self { takes: Takes::Form, ..self }
    }

    /// Its body may have so many bytes.
    pub fn bytes_max(self, bytes_max: usize) -> Self {
        Self { bytes_max, ..self }
    }

    /// It answers with that schema, or with that media type.
    pub fn gives(self, schema: &'static str) -> Self {
        Self { gives: Some(schema), ..self }
    }

    /// It reads these parameters from the query.
    pub fn asks(self, query: &'static [(&'static str, &'static str)]) -> Self {
        Self { query, ..self }
    }

    /// The path and what answers there, once everything that the row asks for is given.
    pub fn mount(self, app: &App) -> (String, MethodRouter<App>) {
        let rule = (app.clone(), self.policy, self.takes, self.bytes_max);
        (self.path, self.answer.layer(middleware::from_fn_with_state(rule, enforce)))
    }
}

/// A row that reads.
pub fn get<H: Handler<T, App>, T: 'static>(path: &str, policy: Policy, handler: H) -> Row {
    Row::new((Method::GET, MethodFilter::GET), path, policy, handler)
}

/// A row that changes something.
pub fn post<H: Handler<T, App>, T: 'static>(path: &str, policy: Policy, handler: H) -> Row {
    Row::new((Method::POST, MethodFilter::POST), path, policy, handler)
}

/// A row that puts something in its place.
pub fn put<H: Handler<T, App>, T: 'static>(path: &str, policy: Policy, handler: H) -> Row {
    Row::new((Method::PUT, MethodFilter::PUT), path, policy, handler)
}

/// A row that removes.
pub fn delete<H: Handler<T, App>, T: 'static>(path: &str, policy: Policy, handler: H) -> Row {
    Row::new((Method::DELETE, MethodFilter::DELETE), path, policy, handler)
}

/// Stand-ins for the parameters of a path, so that what is served is written by the very functions that callers use.
pub const SPACE: SpaceId = SpaceId(Uuid::from_u128(1));
/// Stands for any record.
pub const RECORD: RecordId = RecordId(Uuid::from_u128(2));
/// Stands for any link.
pub const SHARE: ShareId = ShareId(Uuid::from_u128(4));
/// Stands for anything that was sent by a link.
pub const CONTRIBUTION: ContributionId = ContributionId(Uuid::from_u128(5));
/// Stands for any file.
pub const HASH: FileHash = FileHash([3; 32]);

fn template(path: &str) -> String {
    path.replace(&SPACE.to_string(), "{space}")
        .replace(&RECORD.to_string(), "{record}")
        .replace(&SHARE.to_string(), "{share}")
        .replace(&CONTRIBUTION.to_string(), "{contribution}")
        .replace(&HASH.to_string(), "{hash}")
}
