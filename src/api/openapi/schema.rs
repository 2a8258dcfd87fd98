//! The shapes of what goes in and out, as JSON Schema 2020-12.

use model::certificate::CertificateType;
use model::estate::matrix::Code;
use model::request::{RequestEnd, RequestKind};
use model::scheme::Hidden;
use serde_json::{Value, json};

/// Every shape by its name.
pub(super) fn all() -> Value {
    let mut all = of_homes_and_accounts();
    let shapes = all.as_object_mut().expect("shapes have names");
    shapes.extend(of_links().as_object().cloned().unwrap_or_default());
    shapes.extend(of_own_account().as_object().cloned().unwrap_or_default());
    shapes.extend(of_handovers().as_object().cloned().unwrap_or_default());
    shapes.extend(of_reminders().as_object().cloned().unwrap_or_default());
    shapes.extend(of_logbooks().as_object().cloned().unwrap_or_default());
    all
}

fn of_homes_and_accounts() -> Value {
    json!({
        "Error": object(&[("code", text()), ("detail", text()), ("faults?", list(reference("Fault")))]),
        "Fault": object(&[("field", text()), ("code", text()), ("limit?", whole())]),
        "Health": object(&[("status", text()), ("version", text()), ("pdf", yes_or_no())]),
        "CodeRequest": object(&[("email", text()), ("language?", text())]),
        "CodeTyped": object(&[("code", text()), ("device?", text())]),
        "Spoken": object(&[("language", text())]),
        "PairCode": object(&[("code", text()), ("expires", instant())]),
        "PairTyped": object(&[("code", text()), ("device?", text())]),
        "PasskeyStart": object(&[("ceremony", text()), ("options", any_object())]),
        "PasskeyFinish": object(&[("ceremony", text()), ("credential", any_object()), ("name?", text())]),
        "Passkey": object(&[("id", text()), ("name", text()), ("added", instant()), ("used?", instant())]),
        "Passkeys": list(reference("Passkey")),
        "Me": object(&[
            ("account", uuid()), ("email", text()), ("spaces", list(reference("Membership"))),
            ("has_passkey", yes_or_no()),
        ]),
        "Session": object(&[
            ("id", text()), ("device", text()), ("began", instant()), ("seen", instant()),
            ("current", yes_or_no()),
        ]),
        "Sessions": list(reference("Session")),
        "Invite": object(&[("email", text()), ("role", role())]),
        "Invitation": object(&[("id", text()), ("email", text()), ("role", role()), ("expires", instant()), ("link?", text())]),
        "Member": object(&[("account", uuid()), ("email", text()), ("role", role()), ("since", instant())]),
        "Members": object(&[("members", list(reference("Member"))), ("invitations", list(reference("Invitation")))]),
        "Accept": object(&[("token", text())]),
        "SpaceNew": object(&[("id", uuid())]),
        "Membership": object(&[
            ("space", uuid()), ("role", role()), ("head", count()), ("scope", count()), ("sort?", one_of(&["home", "deal", "firm", "estate", "case"])),
            ("home?", uuid()), ("closed?", instant()),
        ]),
        "CaseNew": object(&[("id", uuid()), ("edits", list(reference("Edit")))]),
        "DealNew": object(&[("id", uuid()), ("link", reference("DealLink")), ("edits", list(reference("Edit")))]),
        "DealLink": object(&[("id", uuid()), ("auth_hash", text()), ("name", text())]),
        "DealKeep": object(&[("share", uuid()), ("auth", text()), ("firm?", uuid())]),
        "Memberships": list(reference("Membership")),
        "Live": object(&[("space", uuid()), ("head", count()), ("scope?", count()), ("closed?", yes_or_no())]),
        "Received": object(&[("bytes", count()), ("complete", yes_or_no())]),
        "Heads": list(reference("Live")),
        "Edit": object(&[("key", uuid()), ("id", uuid()), ("kind", text()), ("stamp", stamp()), ("fields", any_object())]),
        "Push": object(&[("edits", list(reference("Edit")))]),
        "Answer": object(&[
            ("key", uuid()), ("outcome", one_of(&["accepted", "refused"])), ("rev?", count()), ("stamp?", stamp()),
            ("by?", uuid()), ("at?", instant()), ("code?", text()), ("faults?", list(reference("Fault"))),
        ]),
        "PushReply": object(&[
            ("scope", count()), ("before", count()), ("head", count()), ("answers", list(reference("Answer"))),
        ]),
        "Record": object(&[
            ("id", uuid()), ("kind", text()), ("rev?", count()), ("stamp", stamp()), ("later?", any_object()),
            ("by?", uuid()), ("at?", instant()), ("body", any_object()),
        ]),
        "Page": object(&[
            ("space", uuid()), ("scope", count()), ("head", count()), ("more", yes_or_no()),
            ("total", count()), ("records", list(reference("Record"))),
        ]),
        "Revision": object(&[
            ("rev", count()), ("by", uuid()), ("email?", text()), ("at", instant()), ("stamp", stamp()),
            ("fields", any_object()),
        ]),
        "Change": object(&[
            ("record", uuid()), ("rev", count()), ("by", uuid()), ("email?", text()), ("at", instant()),
            ("stamp", stamp()), ("fields", any_object()),
        ]),
        "Changes": object(&[("changes", list(reference("Change"))), ("more", yes_or_no())]),
        "History": object(&[("record", uuid()), ("revisions", list(reference("Revision")))]),
    })
}

/// Links by which parts of a home are shared, and visits by them.
fn of_links() -> Value {
    json!({
        "Grant": object(&[
            ("kinds", list(text())), ("systems?", list(uuid())), ("documents?", list(uuid())), ("from?", text()), ("until?", text()),
            ("ticks?", list(one_of(&["costs", "names", "contacts", "notes", "papers"]))),
            ("verbs", list(one_of(&["view", "download", "comment", "contribute", "countersign", "join"]))),
            ("recommends?", reference("Recommendation")),
        ]),
        "Recommendation": object(&[
            ("contact", uuid()), ("words?", text()),
            ("registrations?", list(object(&[("body", text()), ("number", text())]))),
        ]),
        "ShareNew": object(&[
            ("id", uuid()), ("auth_hash", text()), ("purpose", purpose()), ("name?", text()), ("grant", reference("Grant")),
            ("days", count()), ("passcode?", yes_or_no()), ("snapshot?", yes_or_no()), ("opens_max?", count()),
            ("unseen?", yes_or_no()),
        ]),
        "Share": object(&[
            ("id", uuid()), ("purpose", purpose()), ("name", text()), ("grant", reference("Grant")), ("by?", text()),
            ("made", instant()), ("expires", instant()), ("revoked?", instant()), ("suspended?", instant()), ("opens", count()),
            ("opens_max?", count()), ("opened?", instant()), ("passcode", yes_or_no()), ("snapshot?", count()),
            ("unseen?", yes_or_no()),
        ]),
        "Shares": object(&[("shares", list(reference("Share")))]),
        "ShareMade": object(&[("share", reference("Share")), ("passcode?", text())]),
        "ShareChange": object(&[("name?", text()), ("grant?", reference("Grant")), ("days?", count())]),
        "Sight": object(&[
            ("at", instant()), ("what", one_of(&["opened", "viewed", "downloaded", "wrong_passcode", "refused", "closed", "sent"])),
            ("device?", text()), ("place?", text()), ("file?", text()),
        ]),
        "Sights": object(&[("sights", list(reference("Sight")))]),
        "Open": object(&[("auth", text()), ("passcode?", text()), ("device?", text())]),
        "VisitCases": object(&[("cases", list(list(reference("Record"))))]),
        "Visit": object(&[
            ("purpose", purpose()), ("grant", reference("Grant")), ("expires", instant()), ("as_of?", instant()),
            ("records", list(reference("Record"))), ("sent?", list(reference("Sent"))),
        ]),
        "ContributionNew": object(&[
            ("id", uuid()), ("sort", sort()), ("name", text()), ("firm?", text()), ("fields", any_object()),
        ]),
        "Sent": object(&[("id", uuid()), ("sort", sort()), ("title?", text()), ("at", instant()), ("state", state())]),
        "Contribution": object(&[
            ("id", uuid()), ("share", uuid()), ("link?", text()), ("sort", sort()), ("name", text()), ("firm?", text()),
            ("at", instant()), ("fields?", any_object()), ("state", state()), ("decided?", instant()), ("record?", uuid()),
            ("label?", yes_or_no()),
        ]),
        "Reporting": object(&[("labels", list(reference("LabelDoor")))]),
        "ReportingChange": object(&[("labels", list(reference("LabelOpen")))]),
        "LabelDoor": object(&[("id", uuid()), ("label", uuid()), ("system", uuid()), ("name?", text())]),
        "LabelOpen": object(&[
            ("id", uuid()), ("auth_hash", text()), ("label", uuid()), ("system", uuid()), ("name?", text()),
        ]),
        "LabelSeen": object(&[("name?", text())]),
        "ReportNew": object(&[
            ("id", uuid()), ("title", text()), ("severity", one_of(&["minor", "serious", "emergency"])), ("notes?", text()),
            ("name?", text()), ("files?", list(any_object())),
        ]),
        "Contributions": object(&[("contributions", list(reference("Contribution")))]),
        "Verdict": object(&[("accept", yes_or_no())]),
    })
}

fn sort() -> Value {
    one_of(&["entry", "remark", "membership"])
}

fn state() -> Value {
    one_of(&["waiting", "accepted", "declined"])
}

/// Ways back into an account, requests about one's details, what closing an account takes with it, and everything that is held about its owner.
fn of_own_account() -> Value {
    let kind = || one_of(&RequestKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>());
    let ended = one_of(&RequestEnd::ALL.iter().map(|end| end.as_str()).collect::<Vec<_>>());
    json!({
        "PasskeyName": object(&[("name", text())]),
        "RecoveryLeft": object(&[("left", count()), ("made?", instant())]),
        "RecoveryCodes": object(&[("codes", list(text())), ("made", instant())]),
        "RecoveryTyped": object(&[("email", text()), ("code", text()), ("device?", text())]),
        "EmailNew": object(&[("email", text())]),
        "EmailBack": object(&[("code", text())]),
        "RequestNew": object(&[("kind", kind()), ("text", text())]),
        "Request": object(&[
            ("number", count()), ("kind", kind()), ("text", text()), ("filed", instant()), ("due", instant()), ("closed?", instant()),
            ("ended?", ended), ("answer?", text()),
        ]),
        "Requests": object(&[("requests", list(reference("Request")))]),
        "ClosingHome": object(&[
            ("space", uuid()), ("heir?", text()), ("members", count()), ("records", count()), ("files", count()), ("files_bytes", count()),
            ("sort?", one_of(&["home", "deal", "firm", "estate", "case"])),
        ]),
        "Closing": object(&[("homes", list(reference("ClosingHome"))), ("leaves", count()), ("links", count())]),
        "EmailBefore": object(&[("email", text()), ("until", instant())]),
        "ExportLink": object(&[
            ("space", uuid()), ("id", uuid()), ("purpose", purpose()), ("name", text()), ("made", instant()), ("expires", instant()),
            ("opens", count()), ("revoked?", instant()),
        ]),
        "ExportInvitation": object(&[("space", uuid()), ("email", text()), ("role", role()), ("expires", instant())]),
        "Export": object(&[
            ("at", instant()), ("account", uuid()), ("email", text()), ("language", text()), ("created", instant()),
            ("emails_before", list(reference("EmailBefore"))), ("sessions", list(reference("Session"))),
            ("passkeys", list(reference("Passkey"))), ("recovery", reference("RecoveryLeft")), ("spaces", list(reference("Membership"))),
            ("links", list(reference("ExportLink"))), ("invitations", list(reference("ExportInvitation"))),
            ("requests", list(reference("Request"))), ("reminders", list(reference("ExportReminders"))), ("push_browsers", count()),
            ("counted?", list(reference("ExportCounted"))),
        ]),
        "ExportCounted": object(&[("space", uuid()), ("since", instant())]),
        "ExportReminders": object(&[("space", uuid()), ("settings?", reference("Settings")), ("feed?", instant())]),
    })
}

/// Homes that change hands.
fn of_handovers() -> Value {
    let side = || one_of(&["seller", "buyer"]);
    let private = || list(one_of(&["costs", "names", "messages"]));
    json!({
        "HandoverNew": object(&[("email", text()), ("private?", private()), ("message?", text())]),
        "HandoverCounts": object(&[
            ("costs", count()), ("papers", count()), ("names", count()), ("contacts", count()), ("notes", count()),
        ]),
        "HandedOver": object(&[
            ("links", count()), ("members", count()), ("invitations", count()), ("head", count()),
            ("counts", reference("HandoverCounts")),
        ]),
        "Handover": object(&[
            ("id", uuid()), ("side", side()), ("state", one_of(&["offered", "accepted", "done", "stopped", "lapsed"])),
            ("home", text()), ("space?", uuid()), ("seller", text()), ("buyer", text()), ("private", private()),
            ("message?", text()), ("offered", instant()), ("expires", instant()), ("wait_hours", count()), ("due?", instant()),
            ("ended?", instant()), ("stopped_by?", side()), ("outcome?", reference("HandedOver")),
        ]),
        "Handovers": object(&[("handovers", list(reference("Handover"))), ("wait_hours", count())]),
    })
}

/// Logbooks of the units of a scheme, and what owners are told of it.
fn of_logbooks() -> Value {
    let shows = || list(one_of(&Hidden::ALL.iter().map(|one| one.as_str()).collect::<Vec<_>>()));
    let sorts = one_of(&CertificateType::ALL.iter().map(|sort| sort.as_str()).collect::<Vec<_>>());
    let stands = one_of(&Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>());
    json!({
        "LogbooksNew": object(&[("logbooks", list(reference("LogbookNew")))]),
        "LogbookNew": object(&[("unit", uuid()), ("home", uuid()), ("edits?", list(reference("Edit")))]),
        "LogbookOpen": object(&[("unit", uuid())]),
        "LogbookInvite": object(&[("unit", uuid()), ("email?", text())]),
        "LogbookInvited": object(&[("link", text()), ("expires", instant())]),
        "EstateLink": object(&[("token", text()), ("home?", uuid()), ("shows?", shows())]),
        "EstateLinkOpen": object(&[("token", text())]),
        "EstateLinkOpened": object(&[("held?", yes_or_no())]),
        "EstateShows": object(&[("shows", shows())]),
        "BundleAnswer": object(&[("bundle", uuid()), ("joins", yes_or_no())]),
        "ComplaintNew": object(&[
            ("id", uuid()), ("title", text()), ("text", text()), ("name", text()), ("respondent", text()), ("contractor?", text()),
            ("rule?", text()),
        ]),
        "HomeEstate": object(&[("estate?", reference("EstateView"))]),
        "EstateView": object(&[
            ("name", text()), ("agent?", text()), ("agent_phone?", text()), ("agent_email?", text()), ("unit", uuid()), ("number", text()),
            ("held?", yes_or_no()), ("since", instant()), ("shows", shows()), ("vendors", list(reference("VendorView"))),
            ("asks", list(reference("AskView"))), ("bundles", list(reference("BundleView"))),
        ]),
        "VendorView": object(&[("name", text()), ("trade?", text()), ("phone?", text()), ("lapsed?", text())]),
        "AskView": object(&[
            ("id", uuid()), ("title", text()), ("sort?", sorts), ("purpose?", one_of(&["safety", "transfer", "insurance"])), ("on?", text()),
            ("by?", text()), ("text?", text()), ("stands?", stands),
        ]),
        "BundleView": object(&[
            ("id", uuid()), ("title", text()), ("from?", text()), ("by?", text()), ("vendor?", text()), ("call_out?", whole()),
            ("each?", whole()), ("joined", count()), ("answer_by?", text()), ("ordered_on?", text()), ("notes?", text()),
            ("joins?", yes_or_no()),
        ]),
    })
}

/// The shape of a parameter of a path.
/// What somebody is reminded of, and how.
fn of_reminders() -> Value {
    json!({
        "Settings": object(&[
            ("leads", list(reference("Lead"))), ("push", yes_or_no()), ("digest", one_of(&["never", "daily", "weekly"])),
            ("quiet", reference("Quiet")),
        ]),
        "Lead": object(&[("kind", one_of(&["task", "warranty", "certificate"])), ("days", whole())]),
        "Quiet": object(&[("from", whole()), ("until", whole())]),
        "Reminders": object(&[
            ("settings", reference("Settings")), ("push_here", yes_or_no()), ("browsers", count()), ("feed?", instant()),
            ("told", list(text())),
        ]),
        "PushKey": object(&[("key", text())]),
        "PushNew": object(&[("endpoint", text()), ("p256dh", text()), ("auth", text())]),
        "Counted": object(&[("since?", instant())]),
        "Agreed": object(&[("agreed", yes_or_no())]),
        "Proof": object(&[("auth", text())]),
        "Told": object(&[("name", text()), ("expires", instant()), ("figures", list(reference("Figure")))]),
        "Figure": object(&[
            ("month", text()), ("suburb", text()), ("family", text()), ("quantity", count()), ("published", text()),
        ]),
        "FeedMade": object(&[("address", text())]),
    })
}

pub(super) fn of_parameter(name: &str) -> Value {
    match name {
        "number" => count(),
        "hash" => json!({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
        "token" => text(),
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

fn purpose() -> Value {
    one_of(&["trustee", "buyer", "conveyancer", "insurer", "trade", "supplier", "neighbour"])
}

fn role() -> Value {
    one_of(&model::access::Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>())
}

fn one_of(names: &[&str]) -> Value {
    json!({"type": "string", "enum": names})
}

fn yes_or_no() -> Value {
    json!({"type": "boolean"})
}

fn any_object() -> Value {
    json!({"type": "object"})
}

fn stamp() -> Value {
    json!({"type": "string", "pattern": r"^[0-9a-f]{12}\.[0-9a-f]{4}\.[0-9a-f]{16}$"})
}

fn instant() -> Value {
    json!({"type": "string", "format": "date-time"})
}

#[cfg(test)]
#[path = "schema_tests.rs"]
mod tests;
