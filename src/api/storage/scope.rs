//! Who may do what in which space: the one door to everything that a space holds.

use super::Storage;
use super::firm::{reaches, role};
use super::row::{counted, parsed};
use super::session::{AGE_MS_MAX, IDLE_MS_MAX};
use crate::auth::Principal;
use crate::error::Error;
use model::access::{Action, Role, Sort, may_in};
use model::{AccountId, Instant, SpaceId};
use wire::ErrorCode;

/// What somebody may do something in. Only [`Storage::authorize`] makes one, and every query of a space asks for one.
#[derive(Clone, Debug)]
pub struct Scope {
    space: SpaceId,
    account: AccountId,
    role: Role,
    sort: Sort,
    version: u64,
    head: u64,
}

impl Scope {
    /// What lies behind a link, of which whoever came by it sees only what the link gives; and what a member is told of who is not here to ask.
    pub(super) fn of_link(space: SpaceId, account: AccountId, role: Role, head: u64) -> Self {
        Self { space, account, role, sort: Sort::Home, version: 0, head }
    }

    /// The same behind the link of a deal or a case, by which its other side comes.
    pub(super) fn of_deal(space: SpaceId, sort: Sort, account: AccountId, head: u64) -> Self {
        Self { space, account, role: Role::Provider, sort, version: 0, head }
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

    /// What the space is.
    pub fn sort(&self) -> Sort {
        self.sort
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

/// Who is a member of a deal and of its home too is there for the home, and who has it in their own account not by their firm.
const MEMBERSHIP: &str = concat!(
    "select ",
    role!(),
    ", members.version, spaces.head, spaces.sort from spaces \
     join members on members.account = $2 and members.space in (spaces.id, spaces.home, spaces.firm) and ",
    reaches!(),
    " where spaces.id = $1 and spaces.erased is null order by case when members.space = spaces.firm then 2 \
     when members.space = spaces.id then 1 else 0 end limit 1"
);

/// Session and membership in one look, because nearly every request asks for both.
const ADMISSION: &str = concat!(
    "select sessions.id, sessions.account, sessions.stepped_up, sessions.seen, ",
    role!(),
    ", members.version, spaces.head, spaces.sort from sessions left join spaces on spaces.id = $4 and spaces.erased is null \
     left join members on members.account = sessions.account and members.space in (spaces.id, spaces.home, spaces.firm) and ",
    reaches!(),
    " where sessions.token_hash = $1 and sessions.seen > $2 and sessions.began > $3 \
     order by case when members.space = spaces.firm then 2 when members.space = spaces.id then 1 else 0 end limit 1"
);

/// Role, version of the access, head and sort of a space.
type Membership = (String, i64, i64, String);

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
        let Some((session, account, stepped_up, seen, role, version, head, sort)) = row else { return Ok(None) };
        let principal = self.seen(session, &account, &stepped_up, &seen, now).await?;
        let space_row = head.zip(sort);
        let membership =
            role.zip(version).zip(space_row).map(|((role, version), (head, sort))| (role, version, head, sort));
        let scope = scope(&principal, action, space, membership)?;
        Ok(Some((principal, scope)))
    }
}

/// A row of [`ADMISSION`].
type Admission = (String, String, String, String, Option<String>, Option<i64>, Option<i64>, Option<String>);

fn scope(
    principal: &Principal,
    action: Action,
    space: SpaceId,
    membership: Option<Membership>,
) -> Result<Scope, Error> {
    let (role, version, head, sort) = membership.ok_or_else(Error::not_found)?;
    let (role, sort): (Role, Sort) = (parsed(&role)?, parsed(&sort)?);
    if !may_in(sort, role, action) {
        return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
    }
    Ok(Scope { space, account: principal.account, role, sort, version: counted(version), head: counted(head) })
}
