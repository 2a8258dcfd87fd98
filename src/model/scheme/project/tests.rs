use super::*;
use crate::basis::Home;
use crate::body::Body;
use crate::edit::Edit;
use crate::estate::grid::{Cause, Mark};
use crate::estate::matrix::{Code, SORTS};
use crate::record::Record;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const UNIT: RecordId = RecordId(Uuid::from_u128(7));
const GEYSER: u128 = 1;
const BOARD: u128 = 2;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn today() -> Date {
    day("2026-11-21")
}

fn record(number: u128, kind: &str, fields: &Value) -> Record {
    let fields = Body::from_text(fields.to_string()).expect("JSON");
    Record::first(&Edit { id: id(number), kind: kind.into(), fields, ..Edit::default() })
}

fn file() -> Value {
    json!([{"hash": "09".repeat(32), "name": "a.pdf", "media": "application/pdf", "size": 1}])
}

/// A home with a geyser and a board, an electrical certificate, a fault on the geyser and a task that is late.
fn home(from: u128, issued: &str, installed: &str, severity: &str, due: &str, make: &str) -> Vec<Record> {
    let at = |number: u128| id(from + number);
    vec![
        record(from + 90, "property", &json!({"name": "Home", "city": "Johannesburg"})),
        record(
            from + GEYSER,
            "system",
            &json!({"name": "Geyser", "type": "geyser", "installed": installed, "make": make}),
        ),
        record(from + BOARD, "system", &json!({"name": "Board", "type": "distribution_board", "installed": installed})),
        record(
            from + 3,
            "certificate",
            &json!({"type": "electrical", "issued": issued, "test_report": true, "files": file()}),
        ),
        record(
            from + 4,
            "entry",
            &json!({"type": "fault", "title": "It drips", "when": "2026-11-01", "severity": severity, "systems": [at(GEYSER)]}),
        ),
        record(
            from + 5,
            "task",
            &json!({"title": "Service the geyser", "due": due, "systems": [at(GEYSER)], "catalogue": "geyser-service",
                "parts": [{"name": "Anode", "quantity": 1}], "cost_max": {"cents": 99_999, "currency": "ZAR"}}),
        ),
    ]
}

fn usual(from: u128) -> Vec<Record> {
    home(from, "2025-06-01", "2024", "serious", "2026-10-01", "Kwikot")
}

fn place() -> Place<'static> {
    Place { unit: UNIT, is_common: false, sitings: &[], twins: &[] }
}

fn shown(records: &[Record], shows: &[Hidden]) -> Told {
    told(place(), None, Some(&Logbook { records, shows }), today())
}

fn spot_of(told: &Told, column: Column) -> Spot {
    told.standing.cells.iter().find(|spot| spot.column == column).cloned().unwrap_or_default()
}

#[test]
fn what_is_shown_is_told() {
    let told = shown(&usual(0), Hidden::ALL);
    assert!(told.standing.linked && !told.standing.held && told.standing.hidden.is_empty());
    let water = spot_of(&told, Column::WaterHeating);
    assert_eq!((water.mark, water.cause, water.systems), (Mark::Poor, Cause::Serious, 1));
    let things: Vec<_> =
        told.inventory.things.iter().map(|one| (one.name.as_str(), one.make.as_str(), one.fault)).collect();
    assert_eq!(things, [("Geyser", "Kwikot", Some(crate::entry::Severity::Serious)), ("Board", "", None)]);
    let tasks: Vec<_> = told.inventory.tasks.iter().map(|one| (one.key.as_str(), one.parts.clone())).collect();
    assert_eq!(tasks, [("geyser-service", vec!["Anode".to_owned()])]);
    assert_eq!((told.standing.care.bad, told.standing.faults.bad, told.standing.faults.good), (1, 1, 1));
}

#[test]
fn what_is_usual_shows_neither_faults_nor_care() {
    let told = shown(&usual(0), &veil::SHOWN);
    assert_eq!(told.standing.hidden, [Hidden::Faults, Hidden::Care]);
    assert_eq!((told.standing.care.bad, told.standing.faults.bad), (0, 0));
    assert!(told.inventory.tasks.is_empty() && told.inventory.things.iter().all(|one| one.fault.is_none()));
    assert!(told.standing.cells.iter().all(|spot| spot.mark != Mark::Good), "{:?}", told.standing.cells);
}

#[test]
fn a_unit_of_which_nothing_is_told_lowers_the_confidence() {
    let dark = told(place(), None, None, today());
    assert!(dark.standing.proofs.is_empty() && dark.standing.cells.iter().all(|spot| spot.mark == Mark::NotShared));
    assert_eq!((dark.standing.care.unknown, dark.standing.faults.unknown), (1, 1));
    assert_eq!(dark.standing.compliance.unknown, SORTS as u64);
    let hidden = shown(&usual(0), &[]);
    assert_eq!((hidden.standing.cells, hidden.standing.proofs), (dark.standing.cells, dark.standing.proofs));
    assert!(hidden.inventory.things.is_empty());
}

#[test]
fn of_a_system_that_two_logbooks_tell_of_the_owners_counts() {
    let (held, own) = (usual(100), usual(0));
    let twins = [Twin { unit: Some(UNIT), held: Some(id(100 + GEYSER)), own: Some(id(GEYSER)), deleted: None }];
    let of = |twins: &[Twin]| {
        let place = Place { twins, ..place() };
        let held = Logbook { records: &held, shows: Hidden::ALL };
        told(place, Some(&held), Some(&Logbook { records: &own, shows: Hidden::ALL }), today())
    };
    assert_eq!((spot_of(&of(&[]), Column::WaterHeating).systems, of(&[]).inventory.tasks.len()), (2, 2));
    let matched = of(&twins);
    assert_eq!((spot_of(&matched, Column::WaterHeating).systems, matched.inventory.tasks.len()), (1, 1));
    assert!(matched.standing.held && matched.standing.linked);
}

#[test]
fn where_the_owner_shows_no_certificates_only_what_the_scheme_has_is_told() {
    let (held, own) = (usual(100), home(0, "2026-10-01", "2024", "minor", "2027-01-01", ""));
    let held = Logbook { records: &held, shows: Hidden::ALL };
    let told = told(place(), Some(&held), Some(&Logbook { records: &own, shows: &[Hidden::Systems] }), today());
    let code = |sort| told.standing.proofs.iter().find(|proof| proof.sort == sort).map(|proof| proof.code);
    assert_eq!(
        (code(CertificateType::Electrical), code(CertificateType::Gas)),
        (Some(Code::Fine), Some(Code::NotShared))
    );
}

#[test]
fn common_systems_count_for_the_health_of_the_common_property() {
    let records = home(0, "2025-06-01", "2024", "emergency", "2026-10-01", "");
    let held = Logbook { records: &records, shows: Hidden::ALL };
    let whole = told(Place { is_common: true, ..place() }, Some(&held), None, today()).standing;
    assert_eq!((whole.common.good + whole.common.bad + whole.common.unknown, whole.emergencies), (2, 1));
    let sitings =
        [Siting { unit: Some(UNIT), system: Some(id(GEYSER)), standing: Standing::Common, ..Siting::default() }];
    let sited = told(Place { sitings: &sitings, ..place() }, Some(&held), None, today()).standing;
    assert_eq!((sited.common.good + sited.common.bad + sited.common.unknown, sited.emergencies), (1, 1));
}

fn dates() -> impl Strategy<Value = String> {
    let precise = (2015..2029_i32, 1..13_u32, 1..29_u32, 0..5_u8);
    precise.prop_map(|(year, month, day, sense)| match sense {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        2 => format!("{year}-{month:02}-{day:02}~"),
        3 => format!("../{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn severities() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("minor"), Just("serious"), Just("emergency")]
}

/// A home in which all differs that is not shown.
fn disguised(shows: &[Hidden], [one, other]: [&[Record]; 2]) -> Vec<Record> {
    let systems = shows.contains(&Hidden::Systems);
    let from = |kind: &str, what: Hidden| {
        let is_shown = shows.contains(&what) && (systems || what == Hidden::Certificates);
        let all = if is_shown { one } else { other };
        all.iter().filter(move |record| record.kind == kind).cloned().collect::<Vec<_>>()
    };
    let mut all: Vec<Record> = one.iter().filter(|record| record.kind == "property").cloned().collect();
    for (kind, what) in [("certificate", Hidden::Certificates), ("entry", Hidden::Faults), ("task", Hidden::Care)] {
        all.extend(from(kind, what));
    }
    let pairs = one.iter().zip(other).filter(|(record, _)| record.kind == "system");
    all.extend(pairs.map(|(own, other)| {
        if !systems {
            return other.clone();
        }
        let (mut fields, others) = (own.body.open(), other.body.open());
        for (name, what) in [("installed", Hidden::Age), ("make", Hidden::Evidence)] {
            if !shows.contains(&what) {
                fields.insert(name.into(), others.get(name).cloned().unwrap_or(Value::from("")));
            }
        }
        Record { body: Body::seal(&fields), ..own.clone() }
    }));
    all
}

fn all_shows() -> impl Strategy<Value = Vec<Hidden>> {
    proptest::sample::subsequence(Hidden::ALL.to_vec(), 0..=Hidden::ALL.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_hidden_never_shows(
        shows in all_shows(),
        (issued, installed, severity) in (dates(), dates(), severities()),
        (issued2, installed2, severity2) in (dates(), dates(), severities()),
    ) {
        let one = home(0, &issued, &installed, severity, "2026-10-01", "Kwikot");
        let other = home(0, &issued2, &installed2, severity2, "2026-12-01", "Franke");
        prop_assert_eq!(shown(&disguised(&shows, [&one, &other]), &shows), shown(&one, &shows));
    }

    #[test]
    fn a_chain_says_on_any_day_what_the_matrix_says(
        issued in dates(), second in dates(), transfer in dates(), altered in dates(),
        ahead in 0..730_u32,
    ) {
        let mut records = home(0, &issued, "2012", "minor", "2026-12-01", "");
        let extra = [
            ("certificate", json!({"type": "gas", "issued": second, "digital": true, "transfer": transfer, "files": file()})),
            ("certificate", json!({"type": "beetle", "issued": second, "files": file()})),
            ("certificate", json!({"type": "other", "title": "Lift", "issued": second, "months": 13, "basis": "contract", "files": file()})),
            ("certificate", json!({"type": "solar_pv", "issued": second, "registered": true, "files": file()})),
            ("entry", json!({"type": "installation", "title": "Board", "when": altered, "systems": [id(BOARD)]})),
            ("system", json!({"name": "Gas", "type": "gas_installation"})),
            ("system", json!({"name": "Sun", "type": "solar_panels"})),
            ("property", json!({"name": "Home", "city": "Cape Town", "occupied": second})),
        ];
        records.remove(0);
        records.extend(extra.iter().enumerate().map(|(at, (kind, fields))| record(50 + at as u128, kind, fields)));
        let logbook = Logbook { records: &records, shows: Hidden::ALL };
        let joint = Joint::of(None, Some(&logbook), &[]);
        let told = told(place(), None, Some(&logbook), today());
        let on = today().plus_days(ahead);
        for sort in CertificateType::ALL {
            for purpose in Purpose::ALL {
                let expected = matrix::cell(&joint.basis, *sort, on, *purpose);
                let mut chain = told.standing.proofs.iter().filter(|one| (one.sort, one.purpose) == (*sort, *purpose));
                let found = chain.find(|one| one.until.is_none_or(|until| until >= on));
                let (code, is_sure) = found.map_or((Code::NotApplicable, true), |one| (one.code, !one.unsure));
                prop_assert_eq!((code, is_sure), (expected.code, expected.is_sure), "{} {} {}", sort, purpose, on);
            }
        }
    }
}

#[test]
fn without_logbooks_there_is_no_home() {
    assert_eq!(Joint::of(None, None, &[]).basis.systems.len(), Home::default().systems.len());
}
