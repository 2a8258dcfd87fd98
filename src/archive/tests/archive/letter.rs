//! Bodies of every kind, made by chance: every field there or not, every sort of value, all of them such as a server takes.

use fastrand::Rng;
use model::access::Role;
use model::body::Fields;
use model::canonical::normal;
use model::certificate::{Basis, CertificateType};
use model::claim::{Effect, Outcome};
use model::contact::ContactRole;
use model::document::DocumentType;
use model::entry::{EntryType, Severity};
use model::inspection::Found;
use model::kind::{KINDS, Kind, OF_CASE, OF_ESTATE, edit_faults};
use model::portal::{Means, Share, Side, Sure, Urgency, Vat, Verdict, VisitState};
use model::property::{Dwelling, PowerSource, RoofCover, Walls, WaterSource};
use model::reading::Unit;
use model::recurrence::{self, By};
use model::remark::RemarkType;
use model::season::Season;
use model::system::SystemType;
use model::task::IntervalBasis;
use model::warranty::{Begins, Cover};
use model::zone::Place;
use model::{Body, FileHash, RecordId};
use serde_json::{Value, json};
use uuid::Uuid;

/// Words that have made trouble somewhere.
const WORDS: [&str; 22] = [
    "Geyser",
    "Boland Plumbing & Gas",
    "=cmd|' /C calc'!A0",
    "+27 21 555 0100",
    "-1+1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "\"quoted\"",
    "a,b;c",
    "null",
    "Łódź",
    "שלום",
    "مرحبا",
    "😀👩‍👩‍👧",
    "C:\\x",
    "../..",
    "Sipho’s",
    "</style>",
    "&amp;",
    "''",
    "%00",
    "ﬁ\u{fb33}",
];

/// A record id out of few, so that records name each other.
pub fn id(rng: &mut Rng) -> RecordId {
    RecordId(Uuid::from_u128(0x0193_2f1e_7c00_7000_8000_0000_0000_0000 + rng.u128(1..60)))
}

/// A line of text that is not blank.
pub fn line(rng: &mut Rng) -> String {
    let words: Vec<&str> = (0..rng.usize(1..4)).map(|_| WORDS[rng.usize(..WORDS.len())]).collect();
    normal(&words.join(" "))
}

/// The content of a file; few, so that several records name the same.
pub fn content(number: u8) -> Vec<u8> {
    (0..=number).flat_map(|at| [at, number, b'x']).collect()
}

/// How many files there are.
pub const CONTENTS: u8 = 8;

fn file(rng: &mut Rng) -> Value {
    let content = content(rng.u8(..CONTENTS));
    let names = ["a.jpg", "CON.pdf", "a/b\\c.pdf", "..", "plate .jpg.", "Łódź 😀.png", "=x.csv"];
    let mut file = json!({
        "hash": FileHash::of(&content), "name": pick(rng, &names),
        "media": pick(rng, &["image/jpeg", "application/pdf", "application/octet-stream"]), "size": content.len(),
    });
    if rng.bool() {
        (file["width"], file["height"], file["caption"]) = (json!(rng.u32(1..4000)), json!(3000), json!(line(rng)));
    }
    file
}

fn pick<'a>(rng: &mut Rng, all: &[&'a str]) -> &'a str {
    all[rng.usize(..all.len())]
}

fn one_of<T: Copy + serde::Serialize>(all: &[T], rng: &mut Rng) -> Value {
    json!(all[rng.usize(..all.len())])
}

fn list(rng: &mut Rng, one: impl Fn(&mut Rng) -> Value) -> Value {
    (0..rng.usize(..4)).map(|_| one(rng)).collect::<Vec<Value>>().into()
}

fn date(rng: &mut Rng) -> Value {
    let (year, month, day) = (rng.u32(1950..2060), rng.u32(1..13), rng.u32(1..29));
    json!(match rng.u8(..6) {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("{year}~"),
        3 => format!("../{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn day(rng: &mut Rng) -> Value {
    json!(format!("{}-{:02}-{:02}", rng.u32(1950..2060), rng.u32(1..13), rng.u32(1..29)))
}

fn money(rng: &mut Rng) -> Value {
    json!({"cents": rng.i64(0..100_000_000_000), "currency": pick(rng, &["ZAR", "ZAR", "EUR"])})
}

fn recurrence(rng: &mut Rng) -> Value {
    let (from, by) = (one_of(recurrence::Basis::ALL, rng), one_of(By::ALL, rng));
    json!({"from": from, "by": by, "every": rng.i64(1..40), "season": one_of(Season::ALL, rng), "unit": one_of(Unit::ALL, rng)})
}

fn elsewhere(rng: &mut Rng) -> Value {
    json!({"space": id(rng).0, "record": id(rng)})
}

/// A value of a field, as its kind has it.
pub fn value(kind: &str, field: &str, rng: &mut Rng) -> Value {
    match (kind, field) {
        ("entry", "type") => one_of(EntryType::ALL, rng),
        ("document", "type") => one_of(DocumentType::ALL, rng),
        ("certificate", "type") => one_of(CertificateType::ALL, rng),
        ("remark", "type") => one_of(RemarkType::ALL, rng),
        (_, "type") => one_of(SystemType::ALL, rng),
        ("certificate", "basis") => one_of(Basis::ALL, rng),
        ("warranty", "begins") => one_of(Begins::ALL, rng),
        ("claim", "outcome") => one_of(Outcome::ALL, rng),
        ("claim", "effect") => one_of(Effect::ALL, rng),
        ("inspection", "points") => list(rng, |rng| {
            let content = content(rng.u8(..CONTENTS));
            json!({
                "title": line(rng), "found": one_of(Found::ALL, rng), "note": line(rng), "photos": [FileHash::of(&content)],
                "system": id(rng), "became": id(rng),
            })
        }),
        ("checklist", "points") => {
            let source = json!({"basis": "published", "title": line(rng), "says": line(rng)});
            let sort = one_of(SystemType::ALL, rng);
            json!([{"title": line(rng), "how": line(rng), "type": sort, "severity": one_of(Severity::ALL, rng), "source": source}])
        }
        ("checklist", "months") => list(rng, |rng| json!(rng.i64(1..13))),
        ("checklist", "every_months") => json!(rng.i64(1..120)),
        ("quote" | "variation" | "invoice" | "template", "lines") => json!([{
            "id": "1", "what": line(rng), "why": line(rng), "if_not": line(rng), "quantity": rng.i64(1..9000), "price": rng.i64(-900..900),
            "sure": one_of(Sure::ALL, rng), "share": one_of(Share::ALL, rng), "vat": one_of(Vat::ALL, rng), "key": line(rng),
        }]),
        ("quote" | "template", "options") => {
            list(rng, |rng| json!({"key": line(rng), "name": line(rng), "words": line(rng)}))
        }
        ("quote" | "template", "exclusions") | ("routine", "jobs") | ("decision", "ticked") | ("job_sheet", "done") => {
            list(rng, |rng| line(rng).into())
        }
        ("quote" | "invoice" | "template" | "price", "inclusive")
        | ("decision", "passkey")
        | ("sign_off", "unfinished") => json!(rng.bool()),
        ("confirmation", "wrong") | ("consent", "given") => json!(rng.bool()),
        ("confirmation", "expires") | ("consent", "as_of") => day(rng),
        ("review", "work" | "word" | "manner") => json!(rng.i64(1..6)),
        ("consent", "due") => list(rng, |rng| json!({"title": line(rng), "on": day(rng)})),
        ("quote" | "invoice", "deposit") => json!(rng.i64(0..900_000)),
        ("template", "deposit_percent") | ("price" | "time", "minutes") | ("duty", "order" | "start_minutes") => {
            json!(rng.i64(1..100))
        }
        ("template", "valid_days") => json!(rng.u32(1..90)),
        ("price", "price" | "cost") => json!(rng.i64(0..900_000)),
        ("price", "share") => one_of(Share::ALL, rng),
        ("price", "vat") => one_of(Vat::ALL, rng),
        ("price", "unit") => json!(line(rng)),
        ("routine", "points") => {
            json!([{"title": line(rng), "how": line(rng), "must": rng.bool()}])
        }
        ("duty" | "time", "deal") => json!(id(rng).0),
        ("quote" | "template", "takes_days" | "warranty_months")
        | ("job_sheet", "minutes" | "next_months")
        | ("seen", "rev") => {
            json!(rng.i64(1..200))
        }
        ("quote", "valid_until") | ("job_sheet", "completed_on") => day(rng),
        ("quote", "replaces") | (_, "quote") | ("invoice", "credits") | ("request" | "decision", "from" | "on") => {
            json!(id(rng))
        }
        ("quote" | "invoice", "provider") => {
            json!({"name": line(rng), "registrations": [{"body": line(rng), "number": line(rng), "expires": day(rng), "file": file(rng)}]})
        }
        ("invoice", "client") => json!({"name": line(rng), "address": line(rng)}),
        ("invoice" | "firm", "bank") => json!({"bank": line(rng), "holder": line(rng), "account": line(rng)}),
        ("invoice", "pay_link") => json!("https://example.org/pay"),
        ("decision" | "sign_off", "drawn") => json!("M10 20L30 40"),
        ("appointment", "from" | "until")
        | (_, "decided_at" | "signed_at" | "sent_at" | "at")
        | (_, "confirmed_at" | "reviewed_at" | "answered_at") => {
            json!("2026-11-21T10:00:00.000Z")
        }
        ("request", "systems") => list(rng, |rng| json!({"id": id(rng), "name": line(rng)})),
        ("request", "urgency") => one_of(Urgency::ALL, rng),
        ("decision", "verdict") => one_of(Verdict::ALL, rng),
        ("appointment", "state") => one_of(VisitState::ALL, rng),
        (_, "side") => one_of(Side::ALL, rng),
        ("payment", "means") => one_of(Means::ALL, rng),
        ("payment", "cents") => json!(rng.i64(1..900_000)),
        (_, "signature") => file(rng),
        (_, "before" | "after") => list(rng, file),
        ("job_sheet", "points") => list(rng, |rng| json!({"title": line(rng), "found": one_of(Found::ALL, rng)})),
        ("job_sheet", "parts") => {
            list(rng, |rng| json!({"name": line(rng), "serial": line(rng), "line": line(rng), "system": id(rng)}))
        }
        ("job_sheet", "certificate") => {
            json!({"type": one_of(CertificateType::ALL, rng), "number": line(rng), "file": file(rng)})
        }
        (_, "shut_off_photo") => json!(FileHash::of(&content(rng.u8(..CONTENTS)))),
        (_, "excess") => money(rng),
        (_, "call" | "fault") => json!(id(rng)),
        ("import", "files") => list(rng, |rng| line(rng).into()),
        ("import", "from") => json!(pick(rng, &["homebox", "warracker", "table"])),
        ("import", "began") => json!("2026-11-21T10:00:00.000Z"),
        ("label", "token") => json!(model::label::token(rng.u128(..).to_be_bytes())),
        (_, "severity") => one_of(Severity::ALL, rng),
        (_, "role") => one_of(ContactRole::ALL, rng),
        (_, "cover") => one_of(Cover::ALL, rng),
        (_, "place") => one_of(Place::ALL, rng),
        (_, "dwelling") => one_of(Dwelling::ALL, rng),
        (_, "roof") => one_of(RoofCover::ALL, rng),
        (_, "walls") => one_of(Walls::ALL, rng),
        (_, "unit") => one_of(Unit::ALL, rng),
        (_, "water") => list(rng, |rng| one_of(WaterSource::ALL, rng)),
        (_, "power") => list(rng, |rng| one_of(PowerSource::ALL, rng)),
        (_, "when" | "issued" | "installed" | "removed" | "dated" | "starts" | "bought") => date(rng),
        (_, "due" | "on" | "made" | "until") => day(rng),
        (_, "recurrence") => recurrence(rng),
        (_, "interval_basis") => one_of(IntervalBasis::ALL, rng),
        (_, "cost_min" | "cost_max" | "cost" | "labour" | "parts_cost" | "price" | "replacement") => money(rng),
        (_, "occupied" | "transfer" | "void" | "asked" | "decided") => date(rng),
        (_, "files") => list(rng, file),
        (_, "file") => file(rng),
        (_, "systems" | "zones" | "documents") => list(rng, |rng| json!(id(rng))),
        (
            _,
            "contact" | "zone" | "parent" | "fitted_by" | "replaced_by" | "settles" | "supplements" | "done" | "system"
            | "completes" | "task" | "meter" | "member" | "warranty" | "repair",
        ) => json!(id(rng)),
        (_, "of" | "amends" | "about") => json!(id(rng)),
        (_, "parts") => list(rng, |rng| json!({"name": line(rng), "quantity": rng.i64(1..9), "number": line(rng)})),
        (_, "registrations") => list(rng, |rng| json!({"body": line(rng), "number": line(rng)})),
        (_, "facts") => list(rng, |rng| json!({"name": line(rng), "value": line(rng)})),
        (_, "moved_from" | "moved_to") => elsewhere(rng),
        (_, "quantity" | "months" | "life_years" | "lead_days" | "floor_area_m2" | "new" | "changed") => {
            json!(rng.i64(1..200))
        }
        (_, "year_built") => json!(rng.i64(1700..2026)),
        (_, "value_milli") => json!(rng.i64(0..1_000_000_000_000)),
        (_, "country") => json!("ZA"),
        (_, "time_zone") => json!("Africa/Johannesburg"),
        (_, "email") => json!("ann@example.org"),
        (_, "alters" | "test_report" | "digital" | "registered") => json!(rng.bool()),
        (_, "deleted" | "undone" | "replaced") => json!(rng.bool()),
        (_, "notes") => json!(normal(&format!("{}\n\n{}\t{}", line(rng), line(rng), line(rng)))),
        _ => json!(line(rng)),
    }
}

/// Where a record came from.
pub fn source(rng: &mut Rng) -> Value {
    let mut source = json!({"from": pick(rng, &["homebox", "table", "codessa"])});
    for (field, value) in [
        ("key", json!(line(rng))),
        ("import", json!(id(rng))),
        ("prints", json!({"name": "0a1b2c3d"})),
        ("was", json!({"name": null, "files": [file(rng)]})),
    ] {
        if rng.bool() {
            source[field] = value;
        }
    }
    source
}

/// By which link a record came, and who sent it.
fn via(rng: &mut Rng) -> Value {
    json!({"share": id(rng), "link": line(rng), "name": line(rng), "firm": line(rng), "at": "2026-11-21T10:00:00.000Z"})
}

/// Fields of a new record of that kind, which a server takes.
pub fn new(kind: &Kind, rng: &mut Rng) -> Fields {
    let share = rng.f64();
    let mut fields = Fields::new();
    for field in kind.fields {
        let must = ["name", "title", "when", "due", "on", "of", "file", "issued", "from", "token"].contains(field)
            || [
                ("deferral", "task"),
                ("label", "system"),
                ("remark", "about"),
                ("remark", "text"),
                ("claim", "warranty"),
                ("claim", "asked"),
                ("checklist", "points"),
                ("quote", "lines"),
                ("quote", "provider"),
                ("decision", "name"),
                ("decision", "decided_at"),
                ("variation", "quote"),
                ("variation", "lines"),
                ("job_sheet", "completed_on"),
                ("sign_off", "signed_at"),
                ("invoice", "lines"),
                ("invoice", "provider"),
                ("invoice_number", "number"),
                ("payment", "cents"),
                ("template", "lines"),
                ("price", "what"),
                ("routine", "points"),
                ("duty", "deal"),
                ("duty", "member"),
                ("time", "deal"),
                ("time", "member"),
                ("time", "minutes"),
                ("message", "text"),
                ("message", "sent_at"),
                ("confirmation", "body"),
                ("confirmation", "how"),
                ("confirmation", "confirmed_at"),
                ("review", "text"),
                ("review", "reviewed_at"),
                ("answer", "text"),
                ("answer", "answered_at"),
            ]
            .contains(&(kind.name, *field));
        if must || rng.f64() < share {
            fields.insert((*field).to_owned(), value(kind.name, field, rng));
        }
    }
    if rng.u8(..4) == 0 {
        fields.insert("source".to_owned(), source(rng));
    }
    if rng.u8(..8) == 0 {
        fields.insert("via".to_owned(), via(rng));
    }
    assert_eq!(edit_faults(kind.name, &Body::seal(&fields), false), [], "{} {fields:?}", kind.name);
    fields
}

/// Fields of a change of a record, some of them cleared.
pub fn change(kind: &Kind, rng: &mut Rng) -> Fields {
    let mut fields = Fields::new();
    for _ in 0..rng.usize(1..4) {
        let field = kind.fields[rng.usize(..kind.fields.len())];
        let cleared = rng.u8(..3) == 0
            && !matches!(
                field,
                "name"
                    | "title"
                    | "due"
                    | "file"
                    | "from"
                    | "token"
                    | "system"
                    | "task"
                    | "warranty"
                    | "asked"
                    | "points"
                    | "what"
                    | "lines"
                    | "deal"
                    | "member"
                    | "on"
            );
        fields.insert(field.to_owned(), if cleared { Value::Null } else { value(kind.name, field, rng) });
    }
    if rng.u8(..8) == 0 {
        fields.insert("source".to_owned(), if rng.bool() { source(rng) } else { Value::Null });
    }
    assert_eq!(edit_faults(kind.name, &Body::seal(&fields), true), [], "{} {fields:?}", kind.name);
    fields
}

/// A kind out of all that people write in a home or about one; what a scheme keeps is in no home.
pub fn kind(rng: &mut Rng) -> &'static Kind {
    let is_schemes = |kind: &Kind| OF_ESTATE.iter().chain(OF_CASE).any(|one| one.name == kind.name);
    let written: Vec<&Kind> = KINDS.iter().filter(|kind| kind.name != "past" && !is_schemes(kind)).collect();
    written[rng.usize(..written.len())]
}

/// A role out of all.
pub fn role(rng: &mut Rng) -> Role {
    Role::ALL[rng.usize(..Role::ALL.len())]
}
