//! Who may do what in a provider's firm: its owner, its office and its technicians.

use super::{Action, Role};
use crate::body::{Body, Fields};
use crate::id::AccountId;
use crate::record::Record;
use serde_json::Value;

/// What the office writes: every kind of a firm.
const OFFICE: [&str; 6] = ["firm", "price", "template", "routine", "duty", "time"];
/// What a technician reads as it stands; of prices all but what they cost.
const TOLD: [&str; 4] = ["firm", "price", "template", "routine"];
/// What a technician reads of their own.
const OWN: [&str; 2] = ["duty", "time"];

/// Whether `role` may do `action` in a firm.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{Add, Erase, Invite, Leave, Read, Remove, SeeMembers};
    use Role::{Manager, Owner, Technician};
    match action {
        Read | SeeMembers | Add => matches!(role, Owner | Manager | Technician),
        Invite(other) | Remove(other) => match role {
            Owner => matches!(other, Manager | Technician),
            Manager => other == Technician,
            _ => false,
        },
        Leave => matches!(role, Manager | Technician),
        Erase => role == Owner,
        _ => false,
    }
}

/// Whether `account`, which is `role` there, may write those fields of a record of that kind, which `exists` already or is new. A technician writes down
/// their own time, and nothing else.
pub fn may_write(role: Role, account: AccountId, kind: &str, exists: bool, fields: &Fields) -> bool {
    match role {
        Role::Owner | Role::Manager => OFFICE.contains(&kind),
        Role::Technician => kind == "time" && !exists && names(fields, account),
        _ => false,
    }
}

/// A record as `account` is told it, which is `role` in the firm. What is not a technician's keeps its number and says nothing; a duty that is another's by
/// now is told as taken back, for it may have been theirs.
pub fn told(role: Role, account: AccountId, record: Record) -> Record {
    if matches!(role, Role::Owner | Role::Manager) {
        return record;
    }
    let mut fields = record.body.open();
    match record.kind.as_str() {
        "price" => drop(fields.remove("cost")),
        kind if TOLD.contains(&kind) || (OWN.contains(&kind) && names(&fields, account)) => return record,
        "duty" => fields = Fields::from_iter([("deleted".to_owned(), true.into())]),
        _ => fields.clear(),
    }
    let mut later = record.later.clone();
    later.retain(|name, _| fields.contains_key(name));
    Record { body: Body::seal(&fields), later, by: None, ..record }
}

fn names(fields: &Fields, account: AccountId) -> bool {
    fields.get("member").and_then(Value::as_str).is_some_and(|member| member.parse() == Ok(account))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edit;
    use crate::id::{EditKey, RecordId};
    use crate::kind::{KINDS, OF_FIRM};
    use crate::stamp::Stamp;
    use serde_json::json;
    use uuid::Uuid;

    const SIPHO: AccountId = AccountId(Uuid::from_u128(7));

    fn record(kind: &str, fields: &Value) -> Record {
        Record::first(&Edit {
            key: EditKey::default(),
            id: RecordId::default(),
            kind: kind.to_owned(),
            stamp: Stamp::default(),
            fields: Body::from_text(fields.to_string()).expect("JSON"),
        })
    }

    #[test]
    fn the_table_of_a_firm_stands() {
        use Role::{CoOwner, Manager, Owner, Provider, Technician, Tenant, Viewer};
        let table: [(Action, &[Role]); 11] = [
            (Action::Read, &[Owner, Manager, Technician]),
            (Action::SeeMembers, &[Owner, Manager, Technician]),
            (Action::Add, &[Owner, Manager, Technician]),
            (Action::Invite(Manager), &[Owner]),
            (Action::Invite(Technician), &[Owner, Manager]),
            (Action::Remove(Manager), &[Owner]),
            (Action::Remove(Technician), &[Owner, Manager]),
            (Action::Leave, &[Manager, Technician]),
            (Action::Erase, &[Owner]),
            (Action::Invite(Owner), &[]),
            (Action::Remove(Owner), &[]),
        ];
        for (action, expected) in table {
            let may: Vec<Role> = Role::ALL.iter().copied().filter(|role| may(*role, action)).collect();
            assert_eq!(may, expected, "{action:?}");
        }
        let of_others = [Action::Write, Action::Share, Action::Follow, Action::Ask, Action::Deal, Action::HandOver];
        let foreign = [CoOwner, Tenant, Viewer, Provider].map(Action::Invite);
        for action in of_others.into_iter().chain(foreign) {
            assert!(Role::ALL.iter().all(|role| !may(*role, action)), "{action:?}");
        }
    }

    #[test]
    fn the_office_writes_every_kind_of_a_firm_and_a_technician_their_own_time() {
        let of = |member: AccountId| Fields::from_iter([("member".to_owned(), json!(member))]);
        let (own, others) = (of(SIPHO), of(AccountId::default()));
        for kind in KINDS.iter().map(|kind| kind.name) {
            let is_firms = OF_FIRM.iter().any(|one| one.name == kind);
            for role in Role::ALL {
                let office = matches!(role, Role::Owner | Role::Manager);
                assert_eq!(may_write(*role, SIPHO, kind, true, &own), office && is_firms, "{role:?} {kind}");
                let is_time = *role == Role::Technician && kind == "time";
                assert_eq!(may_write(*role, SIPHO, kind, false, &own), (office && is_firms) || is_time);
                assert_eq!(may_write(*role, SIPHO, kind, false, &others), office && is_firms);
            }
        }
    }

    #[test]
    fn a_technician_is_told_no_cost_and_of_duties_and_times_their_own() {
        let rows = [
            ("price", json!({"what": "Hour", "cost": 1, "price": 2}), json!({"what": "Hour", "price": 2})),
            ("routine", json!({"name": "Geyser"}), json!({"name": "Geyser"})),
            ("duty", json!({"member": SIPHO, "note": "x"}), json!({"member": SIPHO, "note": "x"})),
            ("duty", json!({"member": AccountId::default(), "note": "x"}), json!({"deleted": true})),
            ("time", json!({"member": SIPHO, "minutes": 5}), json!({"member": SIPHO, "minutes": 5})),
            ("time", json!({"member": AccountId::default(), "minutes": 5}), json!({})),
            ("drone", json!({"name": "of a newer version"}), json!({})),
        ];
        for (kind, fields, expected) in rows {
            let before = record(kind, &fields);
            assert_eq!(told(Role::Owner, SIPHO, before.clone()), before);
            let after = told(Role::Technician, SIPHO, before);
            assert_eq!(Value::Object(after.body.open()), expected, "{kind}");
        }
    }
}
