//! Who may do what in which space: the one door to everything that a space holds.

use super::Storage;
use super::row::{counted, parsed};
use crate::auth::Principal;
use crate::error::Error;
use model::access::{Action, Role, may};
use model::{AccountId, SpaceId};
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

impl Storage {
    /// What `principal` may do `action` in.
    ///
    /// # Errors
    /// `NotFound` where they are no member, as if there were no such space; `Forbidden` where their role may not.
    pub async fn authorize(&self, principal: &Principal, action: Action, space: SpaceId) -> Result<Scope, Error> {
        let row: Option<(String, i64, i64)> = sqlx::query_as(MEMBERSHIP)
            .bind(space.to_string())
            .bind(principal.account.to_string())
            .fetch_optional(&self.readers)
            .await?;
        let (role, version, head) = row.ok_or_else(Error::not_found)?;
        let role: Role = parsed(&role)?;
        if !may(role, action) {
            return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
        }
        Ok(Scope { space, account: principal.account, role, version: counted(version), head: counted(head) })
    }
}
