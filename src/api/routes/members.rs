//! Members of a home: who they are, inviting, accepting, ending.

use crate::app::App;
use crate::auth::{Principal, Token, normal_email};
use crate::border::Policy::{Member, MemberSteppedUp, SignedIn};
use crate::border::{self, Json as Body, Row, SPACE, delete, get, post};
use crate::error::Error;
use crate::outbox::{Mail, words_for};
use crate::storage::{InvitationNew, Scope};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::access::Action::{self, Leave, Read, SeeMembers};
use model::access::{Role, Sort, may_in};
use model::{AccountId, Instant, SpaceId};
use uuid::Uuid;
use wire::space::{Accept, Invitation, Invite, Members, Membership};
use wire::{ErrorCode, path};
use words::Language;

/// How long an invitation lasts, milliseconds.
const INVITATION_MS_MAX: i64 = 7 * 86_400_000;
/// Invitations that one account sends within the window.
const INVITATIONS_MAX: i64 = 20;
/// The window, milliseconds.
const INVITATIONS_WINDOW_MS: i64 = 3_600_000;

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(&path::members(SPACE), Member(SeeMembers), list_members)
            .says("Members and open invitations.")
            .gives("Members"),
        delete(&format!("{}/{{account}}", path::members(SPACE)), Member(Read), delete_member)
            .says("Ends a membership: one's own, or another's."),
        post(&path::invitations(SPACE), MemberSteppedUp(SeeMembers), create_invitation)
            .says("Invites somebody by mail. The answer tells the link, once.")
            .takes("Invite")
            .gives("Invitation"),
        delete(&format!("{}/{{id}}", path::invitations(SPACE)), Member(SeeMembers), delete_invitation)
            .says("Takes an invitation back."),
        post(path::ACCEPT, SignedIn, accept_invitation)
            .says("Makes the caller a member by an invitation, which works once.")
            .takes("Accept")
            .gives("Membership"),
    ]
}

/// Members and open invitations.
pub async fn list_members(State(app): State<App>, scope: Scope) -> Result<Json<Members>, Error> {
    let members = app.storage.members(&scope).await?;
    let invitations = app.storage.invitations(&scope, app.clock.now()).await?;
    Ok(Json(Members { members, invitations }))
}

fn allow(scope: &Scope, action: Action) -> Result<(), Error> {
    match may_in(scope.sort(), scope.role(), action) {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::Forbidden, "Your role in this home may not do this.")),
    }
}

/// Invites somebody by mail.
pub async fn create_invitation(
    State(app): State<App>,
    scope: Scope,
    Body(invitation): Body<Invite>,
) -> Result<Json<Invitation>, Error> {
    allow(&scope, Action::Invite(invitation.role))?;
    invite(&app, &scope, &invitation.email, invitation.role).await.map(Json)
}

/// Invites somebody by mail, as the one whose `scope` it is and who was found to be allowed to.
pub(crate) async fn invite(app: &App, scope: &Scope, email: &str, role: Role) -> Result<Invitation, Error> {
    let email = normal_email(email)?;
    let (now, by) = (app.clock.now(), scope.account());
    let subject = format!("invitations by {by}");
    if app.storage.count_attempt(subject, INVITATIONS_WINDOW_MS, now).await? > INVITATIONS_MAX {
        return Err(Error::new(ErrorCode::TooMany, "At most 20 invitations an hour.").retry_after_s(3600));
    }
    let token = Token::random();
    let expires = Instant(now.0 + INVITATION_MS_MAX);
    let new = InvitationNew { email: email.clone(), role, token_hash: token.hash(), by, expires };
    let id = app.storage.add_invitation(scope, new).await?;
    let link = format!("{}/join#{}", app.config.origin.as_str(), token.as_str());
    app.outbox.send(invitation_mail(app, scope, &email, role, &link).await?).await?;
    Ok(Invitation { id, email, role, expires, link: Some(link) })
}

/// The mail with an invitation: in the language of who is invited, if they have an account, else of who invites.
async fn invitation_mail(app: &App, scope: &Scope, to: &str, role: Role, link: &str) -> Result<Mail, Error> {
    let who = app.storage.account(scope.account()).await?.map(|account| account.email).unwrap_or_default();
    let own = app.storage.language(&who).await?.map_or_else(Language::default, |tag| Language::of_tag(&tag));
    let words = words_for(&app.storage, to, own).await?;
    let said = words.mail();
    let (subject, text) = match scope.sort() {
        Sort::Firm => (said.firm_subject, said.firm_text),
        Sort::Estate => (said.estate_subject, said.estate_text),
        Sort::Case => (said.case_subject, said.case_text),
        _ => (said.invitation_subject, said.invitation_text),
    };
    let (subject, text) = (subject.to_owned(), text(&who, (words.choice().role)(role), link));
    Ok(Mail { to: to.to_owned(), subject, text, about: Some(scope.space()) })
}

/// Takes an invitation back; who may invite as that role may do so.
pub async fn delete_invitation(
    State(app): State<App>,
    scope: Scope,
    border::Path((_, id)): border::Path<(SpaceId, Uuid)>,
) -> Result<StatusCode, Error> {
    let id = id.to_string();
    let role = app.storage.invited_role(&scope, &id).await?.ok_or_else(Error::not_found)?;
    allow(&scope, Action::Invite(role))?;
    match app.storage.end_invitation(&scope, id).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Error::not_found()),
    }
}

/// Makes the caller a member.
pub async fn accept_invitation(
    State(app): State<App>,
    principal: Principal,
    Body(accept): Body<Accept>,
) -> Result<Json<Membership>, Error> {
    let token = Token::from_cookie(&accept.token);
    let accepted = app.storage.accept_invitation(principal.account, token.hash(), app.clock.now()).await?;
    let ended =
        || Error::new(ErrorCode::Gone, "This invitation was used, taken back, or has ended. Ask for a new one.");
    app.live.wake();
    accepted.map(Json).ok_or_else(ended)
}

/// Ends a membership: one's own (leaving), or another's.
pub async fn delete_member(
    State(app): State<App>,
    principal: Principal,
    scope: Scope,
    border::Path((_, account)): border::Path<(SpaceId, AccountId)>,
) -> Result<StatusCode, Error> {
    let role = app.storage.member_role(&scope, account).await?.ok_or_else(Error::not_found)?;
    allow(&scope, if account == principal.account { Leave } else { Action::Remove(role) })?;
    let ended = app.storage.end_membership(&scope, account, role, app.clock.now()).await?;
    app.live.wake();
    match ended {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Error::not_found()),
    }
}
