//! Who may do what in a space: one table, read by the API before it acts and by the app before it offers a button.

use crate::choice::choice;

choice! {
    /// What a member is in a space.
    Role {
        /// Owns the home: everything.
        Owner = "owner",
        /// Owns it with others: everything but closing the space and the roles of owners.
        CoOwner = "co_owner",
        /// Reads.
        Viewer = "viewer",
    }
}

/// What can be done in a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read records, files and history.
    Read,
    /// Write records and files.
    Write,
    /// See who the members are.
    SeeMembers,
    /// Invite a member, or end an invitation, with that role.
    Invite(Role),
    /// End the membership of a member who has that role.
    Remove(Role),
    /// Share parts of the home by links, and see who opened them.
    Share,
    /// Leave the space oneself.
    Leave,
    /// Erase the space and everything in it.
    Erase,
}

/// Whether `role` may do `action`.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{Erase, Invite, Leave, Read, Remove, SeeMembers, Share, Write};
    match action {
        Read | SeeMembers => true,
        Write | Share => role != Role::Viewer,
        Invite(invited) | Remove(invited) => match role {
            Role::Owner => invited != Role::Owner,
            Role::CoOwner => invited == Role::Viewer,
            Role::Viewer => false,
        },
        Leave => role != Role::Owner,
        Erase => role == Role::Owner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_roles_stands() {
        use Role::{CoOwner, Owner, Viewer};
        let table = [
            (Action::Read, [true, true, true]),
            (Action::Write, [true, true, false]),
            (Action::SeeMembers, [true, true, true]),
            (Action::Invite(Owner), [false, false, false]),
            (Action::Invite(CoOwner), [true, false, false]),
            (Action::Invite(Viewer), [true, true, false]),
            (Action::Remove(Owner), [false, false, false]),
            (Action::Remove(CoOwner), [true, false, false]),
            (Action::Remove(Viewer), [true, true, false]),
            (Action::Share, [true, true, false]),
            (Action::Leave, [false, true, true]),
            (Action::Erase, [true, false, false]),
        ];
        for (action, expected) in table {
            assert_eq!([Owner, CoOwner, Viewer].map(|role| may(role, action)), expected, "{action:?}");
        }
    }
}
