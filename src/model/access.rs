//! Who may do what in a space: one table, read by the API before it acts and by the app before it offers a button.

pub mod case;
pub mod deal;
pub mod estate;
pub mod firm;

use crate::body::Fields;
use crate::choice::choice;

choice! {
    /// What a space is.
    Sort {
        /// A home.
        Home = "home",
        /// A request to one provider, and all that both sides write about it.
        Deal = "deal",
        /// A provider's firm, with its team.
        Firm = "firm",
        /// A scheme of many homes, with its managers and trustees.
        Estate = "estate",
        /// A case of a scheme: a dispute, which its parties see.
        Case = "case",
    }
}

choice! {
    /// What a member is in a space.
    Role {
        /// Owns the home: everything.
        Owner = "owner",
        /// Owns it with others: everything but closing the space and the roles of owners.
        CoOwner = "co_owner",
        /// Looks after it for its owners: writes, shares, and lets tenants and readers in.
        Manager = "manager",
        /// Lives in it: writes down what happened, and changes nothing that others wrote.
        Tenant = "tenant",
        /// Reads.
        Viewer = "viewer",
        /// The other side of a deal: quotes and works. In a home nobody is one.
        Provider = "provider",
        /// Works for a firm: goes where it is sent. In a home nobody is one.
        Technician = "technician",
        /// A trustee of a scheme: sees all of it, and votes. In a home nobody is one.
        Trustee = "trustee",
    }
}

/// What can be done in a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Read records, files and history.
    Read,
    /// Write down what is new: entries, readings and papers, with their files.
    Add,
    /// Write records of every kind, and change those of others.
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
    /// Be told of what falls due in the home, and have its report.
    Follow,
    /// Ask a provider: open a deal of the home.
    Ask,
    /// Renew the link of a deal, or end the deal.
    Deal,
    /// Hold logbooks of the units of a scheme, and invite their owners.
    Hold,
    /// Open the logbook that a scheme holds of a unit.
    LookIn,
    /// Agree that what the home will need is counted in what suppliers are told.
    Agree,
    /// Hand the space over to a buyer, and everything in it.
    HandOver,
    /// Erase the space and everything in it.
    Erase,
}

/// Kinds that somebody may write down who may add but not change.
const ADDED: [&str; 3] = ["entry", "reading", "document"];

/// Whether `role` may do `action` in a space of that sort.
pub fn may_in(sort: Sort, role: Role, action: Action) -> bool {
    match sort {
        Sort::Home => may(role, action),
        Sort::Deal => deal::may(role, action),
        Sort::Firm => firm::may(role, action),
        Sort::Estate => estate::may(role, action),
        Sort::Case => case::may(role, action),
    }
}

/// Whether `role` may do `action` in a home.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{
        Add, Agree, Ask, Deal, Erase, Follow, HandOver, Hold, Invite, Leave, LookIn, Read, Remove, SeeMembers, Share,
        Write,
    };
    use Role::{CoOwner, Manager, Owner, Provider, Technician, Tenant, Trustee, Viewer};
    match action {
        Read | SeeMembers | Follow => !matches!(role, Provider | Technician | Trustee),
        Add | Ask => !matches!(role, Viewer | Provider | Technician | Trustee),
        Write | Share => matches!(role, Owner | CoOwner | Manager),
        Invite(other) | Remove(other) => match role {
            Owner => !matches!(other, Owner | Provider | Technician | Trustee),
            CoOwner => matches!(other, Manager | Tenant | Viewer),
            Manager => matches!(other, Tenant | Viewer),
            Tenant | Viewer | Provider | Technician | Trustee => false,
        },
        Deal | Hold | LookIn => false,
        Leave => !matches!(role, Owner | Provider | Technician | Trustee),
        Agree | HandOver | Erase => role == Owner,
    }
}

/// Whether `role` may write those fields of a record of that kind, which `exists` already or is new. Who may only add corrects nobody: an amendment is new
/// too, and changes what stands.
pub fn may_edit(role: Role, kind: &str, exists: bool, fields: &Fields) -> bool {
    let adds = || !exists && ADDED.contains(&kind) && !fields.contains_key("amends");
    may(role, Action::Write) || (may(role, Action::Add) && adds())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_roles_stands() {
        use Role::{CoOwner, Manager, Owner, Provider, Technician, Tenant, Trustee, Viewer};
        let (yes, no) = (true, false);
        let table = [
            (Action::Read, [yes, yes, yes, yes, yes, no, no, no]),
            (Action::Add, [yes, yes, yes, yes, no, no, no, no]),
            (Action::Write, [yes, yes, yes, no, no, no, no, no]),
            (Action::SeeMembers, [yes, yes, yes, yes, yes, no, no, no]),
            (Action::Invite(Owner), [no, no, no, no, no, no, no, no]),
            (Action::Invite(CoOwner), [yes, no, no, no, no, no, no, no]),
            (Action::Invite(Manager), [yes, yes, no, no, no, no, no, no]),
            (Action::Invite(Tenant), [yes, yes, yes, no, no, no, no, no]),
            (Action::Invite(Viewer), [yes, yes, yes, no, no, no, no, no]),
            (Action::Remove(Owner), [no, no, no, no, no, no, no, no]),
            (Action::Remove(CoOwner), [yes, no, no, no, no, no, no, no]),
            (Action::Remove(Manager), [yes, yes, no, no, no, no, no, no]),
            (Action::Remove(Tenant), [yes, yes, yes, no, no, no, no, no]),
            (Action::Remove(Viewer), [yes, yes, yes, no, no, no, no, no]),
            (Action::Share, [yes, yes, yes, no, no, no, no, no]),
            (Action::Leave, [no, yes, yes, yes, yes, no, no, no]),
            (Action::Follow, [yes, yes, yes, yes, yes, no, no, no]),
            (Action::Ask, [yes, yes, yes, yes, no, no, no, no]),
            (Action::Deal, [no, no, no, no, no, no, no, no]),
            (Action::Hold, [no, no, no, no, no, no, no, no]),
            (Action::LookIn, [no, no, no, no, no, no, no, no]),
            (Action::Invite(Provider), [no, no, no, no, no, no, no, no]),
            (Action::Remove(Provider), [no, no, no, no, no, no, no, no]),
            (Action::Invite(Technician), [no, no, no, no, no, no, no, no]),
            (Action::Remove(Technician), [no, no, no, no, no, no, no, no]),
            (Action::Invite(Trustee), [no, no, no, no, no, no, no, no]),
            (Action::Remove(Trustee), [no, no, no, no, no, no, no, no]),
            (Action::Agree, [yes, no, no, no, no, no, no, no]),
            (Action::HandOver, [yes, no, no, no, no, no, no, no]),
            (Action::Erase, [yes, no, no, no, no, no, no, no]),
        ];
        for (action, expected) in table {
            let roles = [Owner, CoOwner, Manager, Tenant, Viewer, Provider, Technician, Trustee];
            assert_eq!(roles.as_slice(), Role::ALL);
            assert_eq!(roles.map(|role| may(role, action)), expected, "{action:?}");
        }
    }

    #[test]
    fn a_tenant_writes_down_what_happened_and_changes_nothing() {
        let (none, amends) = (Fields::new(), Fields::from_iter([("amends".to_owned(), "x".into())]));
        for kind in crate::kind::KINDS {
            let is_new = |role, fields| may_edit(role, kind.name, false, fields);
            let is_added = ["entry", "reading", "document"].contains(&kind.name);
            assert_eq!(is_new(Role::Tenant, &none), is_added, "{}", kind.name);
            assert!(!is_new(Role::Tenant, &amends) && is_new(Role::Manager, &amends) && !is_new(Role::Viewer, &none));
            assert!(!may_edit(Role::Tenant, kind.name, true, &none) && may_edit(Role::CoOwner, kind.name, true, &none));
        }
    }
}
