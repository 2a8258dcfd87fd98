//! Who may do what in a deal. Members of its home, or of the scheme that asks, have access by what they are there, trustees to read; its provider is a member of
//! the deal itself, comes by its link, or is of the office of the firm that keeps it. A technician of that firm is on the provider's side too: they do the work,
//! and the office offers, bills and is paid. So they are told what was offered and chosen, and no price of it, no invoice and no payment.

use super::{Action, Role};
use crate::body::{Body, Fields};
use crate::portal::side::{Side, names_side};
use crate::record::Record;
use serde_json::Value;

/// What somebody who has access writes, besides `seen`, which all do who write anything. Who manages the home decides; who lives there asks and answers.
const WRITES: [(Role, &[&str]); 6] = [
    (Role::Owner, &CLIENT),
    (Role::CoOwner, &CLIENT),
    (Role::Manager, &CLIENT),
    (Role::Tenant, &["request", "message"]),
    (
        Role::Provider,
        &["quote", "appointment", "variation", "job_sheet", "sign_off", "invoice", "payment", "message", "answer"],
    ),
    (Role::Technician, &["appointment", "variation", "job_sheet", "sign_off", "message"]),
];

const CLIENT: [&str; 8] =
    ["request", "decision", "sign_off", "payment", "message", "confirmation", "review", "consent"];

/// Fields that stay with the client: what joins a deal to others and to the home.
const PRIVATE: &[(&str, &[&str])] = &[("request", &crate::portal::request::PRIVATE)];

/// Whether `role` may do `action` in a deal.
pub fn may(role: Role, action: Action) -> bool {
    use Action::{Add, Deal, Leave, Read, Remove, SeeMembers};
    let manages = matches!(role, Role::Owner | Role::CoOwner | Role::Manager);
    match action {
        Read | SeeMembers => true,
        Add => !matches!(role, Role::Viewer | Role::Trustee),
        Deal | Remove(Role::Provider) => manages,
        Leave => role == Role::Provider,
        _ => false,
    }
}

/// On which side of a deal somebody stands.
pub fn side(role: Role) -> Side {
    if provides(role) { Side::Provider } else { Side::Client }
}

/// Whether that is the provider, or who works for them.
pub fn provides(role: Role) -> bool {
    matches!(role, Role::Provider | Role::Technician)
}

/// Whether `role` writes records of that kind at all.
pub fn writes(role: Role, kind: &str) -> bool {
    WRITES.iter().any(|(other, kinds)| *other == role && (kind == "seen" || kinds.contains(&kind)))
}

/// Whether `role` may write those fields of a record of that kind, which `exists` already or is new. Kinds of either side name the writer's own.
pub fn may_write(role: Role, kind: &str, exists: bool, fields: &Fields) -> bool {
    let own = side(role).as_str();
    let is_own = match fields.get("side") {
        Some(side) => side.as_str() == Some(own),
        None => exists || !names_side(kind) || own == Side::default().as_str(),
    };
    // What a tenant asked for, those may change who manage the home.
    let is_theirs = role != Role::Tenant || !exists || kind == "seen";
    writes(role, kind) && is_own && is_theirs
}

/// Kinds that say what is billed and paid: a technician is told that there is such a record, and nothing of it.
const MONEY: [&str; 3] = ["invoice", "invoice_number", "payment"];

/// What a technician is told of a quote besides its lines without their prices: what was offered, and not for how much.
const OFFERED: [&str; 13] = [
    "number",
    "on",
    "replaces",
    "title",
    "options",
    "inclusive",
    "exclusions",
    "valid_until",
    "starts",
    "takes_days",
    "warranty_months",
    "warranty",
    "provider",
];

/// What a technician is told of a line of a quote.
const LINE: [&str; 11] =
    ["id", "what", "detail", "why", "if_not", "share", "quantity", "unit", "option", "optional", "key"];

/// Whether `role` is told that field of a record of that kind, as it stands. Of a quote's lines a technician is told a part, which is none of it here.
pub fn is_told(role: Role, kind: &str, field: &str) -> bool {
    let is_private = || PRIVATE.iter().any(|(private, fields)| *private == kind && fields.contains(&field));
    let is_money =
        || role == Role::Technician && (MONEY.contains(&kind) || (kind == "quote" && !OFFERED.contains(&field)));
    !provides(role) || !(is_private() || is_money())
}

/// A record as `role` is told it. What says nothing to them keeps its number, so that what they have stays whole.
pub fn told(role: Role, record: Record) -> Record {
    if !provides(role) {
        return record;
    }
    let mut fields = record.body.open();
    let before = fields.len();
    let lines = fields.get("lines").filter(|_| role == Role::Technician && record.kind == "quote").map(without_prices);
    fields.retain(|name, _| is_told(role, &record.kind, name));
    let body = if fields.len() == before { record.body.clone() } else { with(fields, lines) };
    let mut later = record.later.clone();
    later.retain(|name, _| is_told(role, &record.kind, name));
    Record { body, later, ..record }
}

fn with(mut fields: Fields, lines: Option<Value>) -> Body {
    fields.extend(lines.map(|lines| ("lines".to_owned(), lines)));
    Body::seal(&fields)
}

fn without_prices(lines: &Value) -> Value {
    let lines = lines.as_array().into_iter().flatten().filter_map(Value::as_object);
    let told = lines.map(|line| {
        let told = line.iter().filter(|(name, _)| LINE.contains(&name.as_str()));
        Value::Object(told.map(|(name, value)| (name.clone(), value.clone())).collect())
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::KINDS;
    use crate::portal::machine::{Act, Party, Refusal, State, may};
    use crate::read::Fielded;
    use serde_json::json;

    fn says(side: &str) -> Fields {
        Fields::from_iter([("side".to_owned(), side.into())])
    }

    #[test]
    fn each_side_writes_its_own_kinds_and_speaks_for_itself() {
        for kind in KINDS.iter().map(|kind| kind.name) {
            for role in Role::ALL {
                let own = side(*role);
                let may = may_write(*role, kind, false, &says(own.as_str()));
                assert!(!may || own.writes(kind), "{role:?} {kind}");
                assert!(!may_write(*role, kind, false, &says(own.other().as_str())), "{role:?} {kind}");
            }
        }
        let none = Fields::new();
        assert!(may_write(Role::Owner, "decision", false, &none) && may_write(Role::Manager, "decision", false, &none));
        assert!(!may_write(Role::Tenant, "decision", false, &none) && may_write(Role::Tenant, "request", false, &none));
        assert!(!may_write(Role::Tenant, "request", true, &none));
        assert!(!may_write(Role::Provider, "message", false, &none), "who says nothing speaks for the client");
        assert!(may_write(Role::Provider, "message", false, &says("provider")));
        assert!(KINDS.iter().all(|kind| !may_write(Role::Viewer, kind.name, false, &none)));
        assert!(Role::ALL.iter().all(|role| !may_write(*role, "invoice_number", false, &none)), "the server alone");
        assert!(Role::ALL.iter().all(|role| !may_write(*role, "entry", false, &none)), "a deal is no home");
    }

    #[test]
    fn a_technician_does_the_work_and_the_office_offers_bills_and_is_paid() {
        let office = ["quote", "invoice", "payment", "answer"];
        let work = ["appointment", "variation", "job_sheet", "sign_off", "message", "seen"];
        for kind in KINDS.iter().map(|kind| kind.name) {
            let is_written = |role| may_write(role, kind, false, &says("provider"));
            assert_eq!(is_written(Role::Technician), work.contains(&kind), "{kind}");
            assert_eq!(is_written(Role::Provider), work.contains(&kind) || office.contains(&kind), "{kind}");
        }
        for act in Act::ALL {
            // What the office alone writes no technician is offered.
            let may = may(*act, State::default(), Party::of(Role::Technician)) != Err(Refusal::NotYours);
            assert!(!writes(Role::Technician, act.kind()) || may, "{act}");
        }
        assert_eq!((side(Role::Technician), side(Role::Viewer)), (Side::Provider, Side::Client));
        assert!(super::may(Role::Technician, Action::Add) && !super::may(Role::Technician, Action::Leave));
    }

    #[test]
    fn a_technician_is_told_what_was_offered_and_no_money() {
        let line = json!({"id": "a", "what": "Valve", "quantity": 1000, "price": 95_000, "from": 1, "to": 2, "discount": 3, "vat": "standard", "sure": "estimate"});
        let quote = json!({"title": "Valve", "on": "2026-11-21", "lines": [line], "deposit": 4, "terms": "x", "notes": "x", "files": [], "provider": {}});
        let bare = json!({"title": "Valve", "on": "2026-11-21", "lines": [{"id": "a", "what": "Valve", "quantity": 1000}], "provider": {}});
        let request = json!({"title": "Leak", "batch": "secret", "contact": "x"});
        let sheet = json!({"completed_on": "2026-11-21", "minutes": 60});
        let (none, asked) = (json!({}), json!({"title": "Leak"}));
        let rows = [
            ("quote", &quote, [&quote, &quote, &bare]),
            ("invoice", &quote, [&quote, &quote, &none]),
            ("invoice_number", &json!({"number": "7"}), [&json!({"number": "7"}), &json!({"number": "7"}), &none]),
            ("payment", &json!({"cents": 5}), [&json!({"cents": 5}), &json!({"cents": 5}), &none]),
            ("request", &request, [&request, &asked, &asked]),
            ("job_sheet", &sheet, [&sheet, &sheet, &sheet]),
        ];
        for (kind, fields, expected) in rows {
            for (role, expected) in [Role::Viewer, Role::Provider, Role::Technician].into_iter().zip(expected) {
                let (kind, body) = (kind.to_owned(), Body::from_text(fields.to_string()).expect("JSON"));
                let before = Record { kind: kind.clone(), body, ..Record::default() };
                assert_eq!(Value::Object(told(role, before).body.open()), *expected, "{role:?} {kind}");
            }
        }
        assert!(LINE.iter().all(|name| crate::portal::Line::NAMES.contains(name)));
        assert!(OFFERED.iter().all(|name| crate::portal::Quote::NAMES.contains(name)));
    }

    #[test]
    fn nothing_is_done_in_a_deal_that_is_of_homes_only() {
        use Action::{Ask, Erase, Follow, HandOver, Invite, Share, Write};
        for role in Role::ALL {
            let of_homes = [Ask, Erase, Follow, HandOver, Share, Write, Invite(Role::Viewer), Invite(Role::Provider)];
            assert!(of_homes.into_iter().all(|action| !super::may(*role, action)), "{role:?}");
        }
        let may = super::may;
        assert!(may(Role::Provider, Action::Leave) && !may(Role::Owner, Action::Leave));
        assert!(
            may(Role::Manager, Action::Deal) && !may(Role::Tenant, Action::Deal) && !may(Role::Provider, Action::Deal)
        );
    }
}
