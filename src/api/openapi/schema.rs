//! The shapes of what goes in and out, as JSON Schema 2020-12.

use serde_json::{Value, json};

/// Every shape by its name.
pub(super) fn all() -> Value {
    json!({
        "Error": object(&[("code", text()), ("detail", text()), ("faults?", list(reference("Fault")))]),
        "Fault": object(&[("field", text()), ("code", text()), ("limit?", whole())]),
        "Health": object(&[("status", text()), ("version", text())]),
        "SpaceNew": object(&[("id", uuid())]),
        "Membership": object(&[("space", uuid()), ("role", role()), ("head", count()), ("scope", count())]),
        "Memberships": list(reference("Membership")),
        "Live": object(&[("space", uuid()), ("head", count()), ("scope?", count())]),
        "Heads": list(reference("Live")),
    })
}

/// The shape of a parameter of a path.
pub(super) fn of_parameter(name: &str) -> Value {
    match name {
        "hash" => json!({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        _ => uuid(),
    }
}

/// An object of these fields; a name that ends in a question mark may be left out.
fn object(fields: &[(&str, Value)]) -> Value {
    let properties: serde_json::Map<String, Value> =
        fields.iter().map(|(name, shape)| (name.trim_end_matches('?').to_owned(), shape.clone())).collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).filter(|name| !name.ends_with('?')).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn list(of: Value) -> Value {
    json!({"type": "array", "items": of})
}

fn text() -> Value {
    json!({"type": "string"})
}

fn whole() -> Value {
    json!({"type": "integer"})
}

fn count() -> Value {
    json!({"type": "integer", "minimum": 0})
}

fn uuid() -> Value {
    json!({"type": "string", "format": "uuid"})
}

fn role() -> Value {
    let roles: Vec<&str> = model::access::Role::ALL.iter().map(|role| role.as_str()).collect();
    json!({"type": "string", "enum": roles})
}
