//! What is checked before a handler runs: where the request comes from, what it carries, and who sent it.

use super::body::{BytesMax, too_large};
use super::route::{Policy, Takes};
use crate::app::App;
use crate::auth::{self, Principal};
use crate::config::Origin;
use crate::error::Error;
use crate::storage::{Scope, Visitor};
use crate::visit;
use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use axum::middleware::Next;
use axum::response::Response;
use model::SpaceId;
use std::str::FromStr;
use wire::ErrorCode;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Checks a request against its row of the table, then lets the handler answer.
pub(super) async fn enforce(
    State((app, policy, takes, bytes_max)): State<(App, Policy, Takes, usize)>,
    parameters: RawPathParams,
    mut request: Request,
    next: Next,
) -> Result<Response, Error> {
    if !request.method().is_safe() && takes != Takes::Form {
        check_site(request.headers(), &app.config.origin)?;
        check_media(request.headers(), takes)?;
    }
    check_length(request.headers(), bytes_max)?;
    request.extensions_mut().insert(BytesMax(bytes_max));
    if let Policy::Visiting(_) | Policy::AtLabel | Policy::Providing = policy {
        let share = named(&parameters, "share").ok_or_else(Error::not_found)?;
        let visitor = visit::find(&app, request.headers(), share).await?;
        match policy {
            Policy::Visiting(verb) if !visitor.grant.allows(verb) => {
                return Err(Error::new(ErrorCode::Forbidden, "This link does not allow that."));
            }
            Policy::Providing if !visitor.is_deal() => return Err(Error::not_found()),
            Policy::AtLabel => drop(visit::report::label(&app, &visitor).await?),
            _ => {}
        }
        request.extensions_mut().insert(visitor);
        return Ok(next.run(request).await);
    }
    let admitted = admit(&app, policy, &parameters, request.headers()).await?;
    let extensions = request.extensions_mut();
    if let Some((principal, scope)) = admitted {
        extensions.insert(principal);
        scope.map(|scope| extensions.insert(scope));
    }
    Ok(next.run(request).await)
}

/// Changes come from the app itself. Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`; who says neither is no browser.
fn check_site(headers: &HeaderMap, own: &Origin) -> Result<(), Error> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let same = match (text(SEC_FETCH_SITE), text(header::ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => origin == own.as_str(),
        (None, None) => false,
    };
    let detail = "Changes are accepted from the app's own pages only: send Origin, as set in CODESSA_ORIGIN.";
    if same { Ok(()) } else { Err(Error::new(ErrorCode::CrossSite, detail)) }
}

fn check_media(headers: &HeaderMap, takes: Takes) -> Result<(), Error> {
    let sent = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let sent = sent.split(';').next().unwrap_or_default().trim();
    let (wanted, detail) = match takes {
        Takes::Bytes => ("application/octet-stream", "The body has to be application/octet-stream."),
        Takes::Json(_) | Takes::Nothing | Takes::Form => ("application/json", "The body has to be application/json."),
    };
    if sent.eq_ignore_ascii_case(wanted) { Ok(()) } else { Err(Error::new(ErrorCode::MediaType, detail)) }
}

/// A body that says how large it is need not be read to be refused.
fn check_length(headers: &HeaderMap, bytes_max: usize) -> Result<(), Error> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    match length.and_then(|length| length.parse::<u64>().ok()) {
        Some(length) if length > bytes_max as u64 => Err(too_large(bytes_max)),
        _ => Ok(()),
    }
}

async fn admit(
    app: &App,
    policy: Policy,
    parameters: &RawPathParams,
    headers: &HeaderMap,
) -> Result<Option<(Principal, Option<Scope>)>, Error> {
    let (action, stepped_up) = match policy {
        Policy::Public | Policy::Visiting(_) | Policy::AtLabel | Policy::Providing => return Ok(None),
        Policy::SignedIn => (None, false),
        Policy::SteppedUp => (None, true),
        Policy::Member(action) => (Some(action), false),
        Policy::MemberSteppedUp(action) => (Some(action), true),
    };
    let nobody = || Error::new(ErrorCode::SignIn, "Nobody is signed in.");
    let (principal, scope) = match action.map(|action| (action, named::<SpaceId>(parameters, "space"))) {
        Some((action, Some(space))) => {
            let (principal, scope) = auth::find_member(app, headers, action, space).await?.ok_or_else(nobody)?;
            (principal, Some(scope))
        }
        Some((_, None)) => {
            auth::find_principal(app, headers).await?.ok_or_else(nobody)?;
            return Err(Error::not_found());
        }
        None => (auth::find_principal(app, headers).await?.ok_or_else(nobody)?, None),
    };
    // Last, so that a stranger is not asked for a proof and thereby told that there is something to prove it for.
    if stepped_up && !principal.is_stepped_up(app.clock.now()) {
        return Err(Error::new(ErrorCode::StepUp, "This needs a passkey or a code within the last five minutes."));
    }
    Ok(Some((principal, scope)))
}

/// The id of that name in the path, if it is one.
fn named<T: FromStr>(parameters: &RawPathParams, wanted: &str) -> Option<T> {
    let (_, id) = parameters.iter().find(|(name, _)| *name == wanted)?;
    id.parse().ok()
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        promised(parts)
    }
}

impl<S: Sync> FromRequestParts<S> for Principal {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        promised(parts)
    }
}

impl<S: Sync> FromRequestParts<S> for Scope {
    type Rejection = Error;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        promised(parts)
    }
}

/// What the policy of the route left for its handler.
fn promised<T: Clone + Send + Sync + 'static>(parts: &Parts) -> Result<T, Error> {
    let found = parts.extensions.get::<T>().cloned();
    found.ok_or_else(|| Error::broken("a handler asks for more than the policy of its route gives"))
}
