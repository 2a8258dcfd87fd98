//! Members of a space and invitations to it.

use super::firm::{self, role};
use super::row::parsed;
use super::space::membership;
use super::{Scope, Storage, case, estate, logbook};
use crate::error::Error;
use model::access::{Role, Sort};
use model::{AccountId, Instant, SpaceId};
use sqlx::AnyConnection;
use uuid::Uuid;
use wire::space::{Invitation, Member, Membership};

/// Of a deal that a firm keeps, its owner stands for it.
const LIST: &str = concat!(
    "select members.account, accounts.email, ",
    role!(),
    ", members.since from spaces \
     join members on members.space = spaces.id or (members.space = spaces.firm and members.role = 'owner') \
     join accounts on accounts.id = members.account where spaces.id = $1 order by members.since, members.account"
);

/// In a deal the office of the firm that keeps it is its provider.
const ROLE: &str = concat!(
    "select ",
    role!(),
    " from spaces join members on members.account = $2 and (members.space = spaces.id \
     or (members.space = spaces.firm and members.role in ('owner', 'manager'))) \
     where spaces.id = $1 order by case when members.space = spaces.id then 0 else 1 end limit 1"
);

const OWNER: &str = "select account from members where space = $1 and role = 'owner' order by since, account limit 1";

const INVITED: &str =
    "select id, email, role, expires from invitations where space = $1 and expires > $2 order by expires, id";

/// Places of a firm that are taken: by members and by who may become one.
const TAKEN: &str =
    "select (select count(*) from members where space = $1) + (select count(*) from invitations where space = $1)";

const INVITE: &str = "insert into invitations (id, space, email, role, token_hash, invited_by, expires) \
     values ($1, $2, $3, $4, $5, $6, $7)";

/// Who invites is a member still, also where the invitation was written while that ended.
const TAKE: &str = "delete from invitations where token_hash = $1 and expires > $2 and exists (select 1 from members \
     where members.space = invitations.space and members.account = invitations.invited_by) returning space, role";

const BUMP: &str =
    "update spaces set access = access + 1 where id = $1 and erased is null returning access, head, sort";

const JOIN: &str = "insert into members (space, account, role, version, since) values ($1, $2, $3, $4, $5) \
     on conflict (space, account) do nothing";

const STANDING: &str = "select role, version from members where space = $1 and account = $2";

/// An invitation to keep.
#[derive(Clone, Debug)]
pub struct InvitationNew {
    /// Where it is mailed to.
    pub email: String,
    /// As what.
    pub role: Role,
    /// SHA-256 of the token in its link.
    pub token_hash: String,
    /// Who invites.
    pub by: AccountId,
    /// When it ends.
    pub expires: Instant,
}

impl Storage {
    /// The members of a space, the first first.
    pub async fn members(&self, scope: &Scope) -> Result<Vec<Member>, Error> {
        let rows: Vec<(String, String, String, String)> =
            self.readers.all(sqlx::query_as(LIST).bind(scope.space().to_string())).await?;
        let member = |(account, email, role, since): (String, String, String, String)| {
            Ok(Member { account: parsed(&account)?, email, role: parsed(&role)?, since: parsed(&since)? })
        };
        rows.into_iter().map(member).collect()
    }

    /// The account that owns a space; none if there is no such space.
    pub async fn owner_of(&self, space: SpaceId) -> Result<Option<AccountId>, Error> {
        let row: Option<(String,)> = self.readers.optional(sqlx::query_as(OWNER).bind(space.to_string())).await?;
        row.map(|(account,)| parsed(&account)).transpose()
    }

    /// Open invitations to a space.
    pub async fn invitations(&self, scope: &Scope, now: Instant) -> Result<Vec<Invitation>, Error> {
        let rows: Vec<(String, String, String, String)> =
            self.readers.all(sqlx::query_as(INVITED).bind(scope.space().to_string()).bind(now.to_string())).await?;
        let invitation = |(id, email, role, expires): (String, String, String, String)| {
            Ok(Invitation { id, email, role: parsed(&role)?, expires: parsed(&expires)?, link: None })
        };
        rows.into_iter().map(invitation).collect()
    }

    /// Keeps an invitation; its id.
    ///
    /// # Errors
    /// `TooMany` where a firm has as many members and invitations as it may.
    pub async fn add_invitation(&self, scope: &Scope, new: InvitationNew) -> Result<String, Error> {
        let (id, space) = (Uuid::new_v4().to_string(), scope.space().to_string());
        let (made, sort) = (id.clone(), scope.sort());
        self.write(move |connection| {
            Box::pin(async move {
                if matches!(sort, Sort::Firm | Sort::Estate | Sort::Case) {
                    let taken = sqlx::query_as(TAKEN).bind(space.clone());
                    let (taken,): (i64,) = taken.fetch_one(&mut *connection).await?;
                    has_place(sort, taken)?;
                }
                let insert = sqlx::query(INVITE).bind(id).bind(space).bind(new.email).bind(new.role.as_str());
                let insert = insert.bind(new.token_hash).bind(new.by.to_string()).bind(new.expires.to_string());
                insert.execute(connection).await?;
                Ok(())
            })
        })
        .await?;
        Ok(made)
    }

    /// As what somebody was invited; none if there is no such invitation to this space.
    pub async fn invited_role(&self, scope: &Scope, id: &str) -> Result<Option<Role>, Error> {
        let row: Option<(String,)> = self
            .readers
            .optional(
                sqlx::query_as("select role from invitations where id = $1 and space = $2")
                    .bind(id)
                    .bind(scope.space().to_string()),
            )
            .await?;
        row.map(|(role,)| parsed(&role)).transpose()
    }

    /// Takes an invitation back. Whether it was still open.
    pub async fn end_invitation(&self, scope: &Scope, id: String) -> Result<bool, Error> {
        let space = scope.space().to_string();
        self.write(move |connection| {
            Box::pin(async move {
                let delete = sqlx::query("delete from invitations where id = $1 and space = $2").bind(id).bind(space);
                Ok(delete.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }

    /// Makes an account a member by an invitation, which that uses up; none if it has ended, was used or taken back. Who is a member
    /// already keeps the role they have.
    pub async fn accept_invitation(
        &self,
        account: AccountId,
        token_hash: String,
        now: Instant,
    ) -> Result<Option<Membership>, Error> {
        self.write(move |connection| Box::pin(accept(connection, account, token_hash, now))).await
    }

    /// What a member is in a space; none for anybody else.
    pub async fn member_role(&self, scope: &Scope, account: AccountId) -> Result<Option<Role>, Error> {
        let query = sqlx::query_as(ROLE).bind(scope.space().to_string()).bind(account.to_string());
        let row: Option<(String,)> = self.readers.optional(query).await?;
        row.map(|(role,)| parsed(&role)).transpose()
    }

    /// Ends a membership of that role, and with it the invitations that the member sent and the links that they made. Whether it was still one.
    pub async fn end_membership(
        &self,
        scope: &Scope,
        account: AccountId,
        role: Role,
        now: Instant,
    ) -> Result<bool, Error> {
        let (space, sort) = (scope.space().to_string(), scope.sort());
        self.write(move |connection| {
            Box::pin(async move {
                if sort == Sort::Estate {
                    logbook::leave_estate(connection, &space, &account.to_string(), now).await?;
                }
                let delete = sqlx::query("delete from members where space = $1 and account = $2 and role = $3");
                let delete = delete.bind(space.clone()).bind(account.to_string()).bind(role.as_str());
                let is_member = delete.execute(&mut *connection).await?.rows_affected() == 1;
                let ended = (role == Role::Provider && firm::part(connection, &space, account).await?) || is_member;
                let uninvite = sqlx::query("delete from invitations where space = $1 and invited_by = $2");
                uninvite.bind(space.clone()).bind(account.to_string()).execute(&mut *connection).await?;
                let text = "update shares set revoked = $3 where space = $1 and made_by = $2 and revoked is null";
                let unshare = sqlx::query(text).bind(space.clone()).bind(account.to_string()).bind(now.to_string());
                unshare.execute(&mut *connection).await?;
                sqlx::query(BUMP).bind(space).execute(connection).await?;
                Ok(ended)
            })
        })
        .await
    }
}

/// How many places are left for new members; a home has as many as it needs.
fn has_place(sort: Sort, taken: i64) -> Result<(), Error> {
    match sort {
        Sort::Firm => firm::has_place(taken),
        Sort::Estate => estate::has_place(taken),
        Sort::Case => case::has_place(taken),
        Sort::Home | Sort::Deal => Ok(()),
    }
}

async fn accept(
    connection: &mut AnyConnection,
    account: AccountId,
    token_hash: String,
    now: Instant,
) -> Result<Option<Membership>, Error> {
    let taken: Option<(String, String)> =
        sqlx::query_as(TAKE).bind(token_hash).bind(now.to_string()).fetch_optional(&mut *connection).await?;
    let Some((space, role)) = taken else { return Ok(None) };
    let bumped = sqlx::query_as(BUMP).bind(space.clone()).fetch_optional(&mut *connection).await?;
    let Some((access, head, sort)): Option<(i64, i64, String)> = bumped else { return Ok(None) };
    let sort: Sort = parsed(&sort)?;
    if matches!(sort, Sort::Firm | Sort::Estate | Sort::Case) {
        let members = sqlx::query_as("select count(*) from members where space = $1").bind(space.clone());
        let (members,): (i64,) = members.fetch_one(&mut *connection).await?;
        has_place(sort, members)?;
    }
    let join = sqlx::query(JOIN).bind(space.clone()).bind(account.to_string()).bind(role).bind(access);
    join.bind(now.to_string()).execute(&mut *connection).await?;
    let (role, version): (String, i64) =
        sqlx::query_as(STANDING).bind(space.clone()).bind(account.to_string()).fetch_one(connection).await?;
    let space: SpaceId = parsed(&space)?;
    Ok(Some(Membership { sort, ..membership(space, &role, head, version)? }))
}
