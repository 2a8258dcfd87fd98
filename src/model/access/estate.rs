//! Who may do what in a scheme: its owner, who opened it, its managers and its trustees.

use super::{Action, Role};
use crate::body::Fields;
use crate::id::AccountId;
use crate::kind::NAMES_OF_ESTATE;
use crate::scheme::TOLD;
use serde_json::Value;

/// Whether `role` may do `action` in a scheme.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{Add, Ask, Erase, Hold, Invite, Leave, LookIn, Read, Remove, SeeMembers, Share, Write};
    use Role::{Manager, Owner, Trustee};
    match action {
        Read | SeeMembers | Add | LookIn => matches!(role, Owner | Manager | Trustee),
        Write | Share | Hold | Ask => matches!(role, Owner | Manager),
        Invite(other) | Remove(other) => match role {
            Owner => matches!(other, Manager | Trustee),
            Manager => other == Trustee,
            _ => false,
        },
        Leave => matches!(role, Manager | Trustee),
        Erase => role == Owner,
        _ => false,
    }
}

/// Whether `account`, which is `role` there, may write those fields of a record of that kind, which `exists` already or is new. What the server tells of
/// units nobody writes; a vote is cast in one's own name, by managers too where they are of the panel.
pub fn may_write(role: Role, account: AccountId, kind: &str, exists: bool, fields: &Fields) -> bool {
    if kind == "vote" {
        return may(role, Action::Add) && !exists && is_own(fields, account);
    }
    let is_kept = !TOLD.contains(&kind) && NAMES_OF_ESTATE.contains(&kind);
    may(role, Action::Write) && is_kept
}

fn is_own(fields: &Fields, account: AccountId) -> bool {
    fields.get("member").and_then(Value::as_str).is_some_and(|member| member.parse() == Ok(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{KINDS, OF_ESTATE};
    use serde_json::json;
    use uuid::Uuid;

    const ANN: AccountId = AccountId(Uuid::from_u128(7));

    #[test]
    fn the_table_of_a_scheme_stands() {
        use Role::{CoOwner, Manager, Owner, Provider, Technician, Tenant, Trustee, Viewer};
        let table: [(Action, &[Role]); 16] = [
            (Action::Read, &[Owner, Manager, Trustee]),
            (Action::SeeMembers, &[Owner, Manager, Trustee]),
            (Action::Add, &[Owner, Manager, Trustee]),
            (Action::Write, &[Owner, Manager]),
            (Action::Share, &[Owner, Manager]),
            (Action::Hold, &[Owner, Manager]),
            (Action::Ask, &[Owner, Manager]),
            (Action::LookIn, &[Owner, Manager, Trustee]),
            (Action::Invite(Manager), &[Owner]),
            (Action::Invite(Trustee), &[Owner, Manager]),
            (Action::Remove(Manager), &[Owner]),
            (Action::Remove(Trustee), &[Owner, Manager]),
            (Action::Leave, &[Manager, Trustee]),
            (Action::Erase, &[Owner]),
            (Action::Invite(Owner), &[]),
            (Action::Remove(Owner), &[]),
        ];
        for (action, expected) in table {
            let may: Vec<Role> = Role::ALL.iter().copied().filter(|role| may(*role, action)).collect();
            assert_eq!(may, expected, "{action:?}");
        }
        let others = [Action::Follow, Action::Deal, Action::HandOver];
        let foreign = [CoOwner, Tenant, Viewer, Provider, Technician].map(Action::Invite);
        for action in others.into_iter().chain(foreign) {
            assert!(Role::ALL.iter().all(|role| !may(*role, action)), "{action:?}");
        }
    }

    #[test]
    fn managers_write_what_a_scheme_keeps_and_everybody_votes_for_themselves() {
        let of = |member: AccountId| Fields::from_iter([("member".to_owned(), json!(member))]);
        let (own, others) = (of(ANN), of(AccountId::default()));
        for kind in KINDS.iter().map(|kind| kind.name) {
            let is_kept = OF_ESTATE.iter().any(|one| one.name == kind) && !TOLD.contains(&kind);
            for role in Role::ALL {
                let office = matches!(role, Role::Owner | Role::Manager);
                let votes = kind == "vote" && (office || *role == Role::Trustee);
                let writes = office && is_kept && kind != "vote";
                assert_eq!(may_write(*role, ANN, kind, false, &own), writes || votes, "{role:?} {kind}");
                assert_eq!(may_write(*role, ANN, kind, true, &own), writes, "{role:?} {kind}");
                assert_eq!(may_write(*role, ANN, kind, false, &others), writes, "{role:?} {kind}");
            }
        }
    }
}
