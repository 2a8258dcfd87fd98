//! Who may do what in a case. Members of its scheme have access by what they are there; a party is a member of the case itself, or comes by a link of it:
//! as the other side of a deal is, so it is called here. What a party may write in which state is in [`crate::dispute::check()`].

use super::{Action, Role};

/// Whether `role` may do `action` in a case.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{Add, Invite, Leave, Read, Remove, SeeMembers, Share};
    use Role::{Manager, Owner, Provider, Trustee};
    match action {
        Read | SeeMembers | Add => matches!(role, Owner | Manager | Trustee | Provider),
        Invite(Provider) | Remove(Provider) | Share => matches!(role, Owner | Manager),
        Leave => role == Provider,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_a_case_stands() {
        use Role::{Manager, Owner, Provider, Trustee};
        let table: [(Action, &[Role]); 7] = [
            (Action::Read, &[Owner, Manager, Provider, Trustee]),
            (Action::SeeMembers, &[Owner, Manager, Provider, Trustee]),
            (Action::Add, &[Owner, Manager, Provider, Trustee]),
            (Action::Invite(Provider), &[Owner, Manager]),
            (Action::Remove(Provider), &[Owner, Manager]),
            (Action::Share, &[Owner, Manager]),
            (Action::Leave, &[Provider]),
        ];
        for (action, expected) in table {
            let may: Vec<Role> = Role::ALL.iter().copied().filter(|role| may(*role, action)).collect();
            assert_eq!(may, expected, "{action:?}");
        }
        use Action::{Ask, Deal, Erase, Follow, HandOver, Invite, Write};
        let never = [Ask, Deal, Erase, Follow, HandOver, Write, Invite(Owner), Invite(Manager), Invite(Trustee)];
        assert!(never.into_iter().all(|action| Role::ALL.iter().all(|role| !may(*role, action))));
    }
}
