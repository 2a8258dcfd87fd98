//! Who may do what in which space: the one door to everything that a space holds.

use super::Storage;
use super::row::{counted, parsed};
use super::session::{AGE_MS_MAX, IDLE_MS_MAX};
use crate::auth::Principal;
use crate::error::Error;
use model::access::{Action, Role, may};
use model::{AccountId, Instant, SpaceId};
use wire::ErrorCode;

/// What somebody may do something in. Only [`Storage::authorize`] makes one, and every query of a space asks for one.
#[derive(Clone, Debug)]
pub struct Scope {
    space: SpaceId,
    account: AccountId,
    role: Role,
    version: u64,
    head: u64,
}

impl Scope {
    /// What lies behind a link, of which whoever came by it sees only what the link gives; and what a member is told of who is not here to ask.
    pub(super) fn of_link(space: SpaceId, account: AccountId, role: Role, head: u64) -> Self {
        Self { space, account, role, version: 0, head }
    }

    /// The space.
    pub fn space(&self) -> SpaceId {
        self.space
    }

    /// Who asks.
    pub fn account(&self) -> AccountId {
        self.account
    }

    /// As what.
    pub fn role(&self) -> Role {
        self.role
    }

    /// The version of this member's access.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// Number of the space's latest revision when the request began.
    pub fn head(&self) -> u64 {
        self.head
    }
}

const MEMBERSHIP: &str = "select members.role, members.version, spaces.head from members \
     join spaces on spaces.id = members.space where members.space = $1 and members.account = $2";

/// Session and membership in one look, because nearly every request asks for both.
const ADMISSION: &str = "select sessions.id, sessions.account, sessions.stepped_up, sessions.seen, \
     members.role, members.version, spaces.head from sessions \
     left join members on members.account = sessions.account and members.space = $4 \
     left join spaces on spaces.id = members.space \
     where sessions.token_hash = $1 and sessions.seen > $2 and sessions.began > $3";

/// Role, version of the access and head of a space.
type Membership = (String, i64, i64);

impl Storage {
    /// What `principal` may do `action` in.
    ///
    /// # Errors
    /// `NotFound` where they are no member, as if there were no such space; `Forbidden` where their role may not.
    pub async fn authorize(&self, principal: &Principal, action: Action, space: SpaceId) -> Result<Scope, Error> {
        let row: Option<Membership> = self
            .readers
            .optional(sqlx::query_as(MEMBERSHIP).bind(space.to_string()).bind(principal.account.to_string()))
            .await?;
        scope(principal, action, space, row)
    }

    /// [`Storage::principal`] and [`Storage::authorize`] at once. None if the session has ended; that comes before all other refusals.
    ///
    /// # Errors
    /// Those of both.
    pub async fn admit(
        &self,
        token_hash: &str,
        action: Action,
        space: SpaceId,
        now: Instant,
    ) -> Result<Option<(Principal, Scope)>, Error> {
        let row: Option<Admission> = self
            .readers
            .optional(
                sqlx::query_as(ADMISSION)
                    .bind(token_hash)
                    .bind(Instant(now.0 - IDLE_MS_MAX).to_string())
                    .bind(Instant(now.0 - AGE_MS_MAX).to_string())
                    .bind(space.to_string()),
            )
            .await?;
        let Some((session, account, stepped_up, seen, role, version, head)) = row else { return Ok(None) };
        let principal = self.seen(session, &account, &stepped_up, &seen, now).await?;
        let membership = role.zip(version).zip(head).map(|((role, version), head)| (role, version, head));
        let scope = scope(&principal, action, space, membership)?;
        Ok(Some((principal, scope)))
    }
}

/// A row of [`ADMISSION`].
type Admission = (String, String, String, String, Option<String>, Option<i64>, Option<i64>);

fn scope(
    principal: &Principal,
    action: Action,
    space: SpaceId,
    membership: Option<Membership>,
) -> Result<Scope, Error> {
    let (role, version, head) = membership.ok_or_else(Error::not_found)?;
    let role: Role = parsed(&role)?;
    if !may(role, action) {
        return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
    }
    Ok(Scope { space, account: principal.account, role, version: counted(version), head: counted(head) })
}
