//! One full body of every kind, as it is kept and sent: a failing line here means that records in use would be read or written otherwise than
//! before. A kind changes by addition only: a new field goes into its body here, and older bodies must still be read.

use model::certificate::Certificate;
use model::checklist::Checklist;
use model::claim::Claim;
use model::contact::Contact;
use model::deferral::Deferral;
use model::document::Document;
use model::entry::Entry;
use model::firm::{Duty, Firm, Price, Routine, Template, Time};
use model::import::Import;
use model::inspection::Inspection;
use model::item::Item;
use model::kind::{KINDS, Kind, Nature, edit_faults, kind_of};
use model::label::Label;
use model::past::Past;
use model::portal::{
    Answer, Appointment, Confirmation, Consent, Decision, Invoice, InvoiceNumber, JobSheet, Message, Payment, Quote,
    Request, Review, Seen, SignOff, Variation,
};
use model::property::Property;
use model::reading::Reading;
use model::remark::Remark;
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::withdrawal::Withdrawal;
use model::zone::Zone;
use model::{Body, Letter};
use std::fmt::Debug;

#[path = "golden/dispute.rs"]
mod dispute;
#[path = "golden/scheme.rs"]
mod scheme;

const ID: &str = "01932f1e-7c00-7000-8000-000000000001";
const OTHER: &str = "01932f1e-7c00-7000-8000-000000000002";
const FILE: &str = r#"{"caption":"Rating plate","hash":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","height":3000,"media":"image/jpeg","name":"plate.jpg","size":2400000,"width":4000}"#;

/// Reads the full body of a kind and writes it again, letter by letter; it has every field of the kind and no fault.
///
/// `text` stands on several lines for its readers; `ID`, `OTHER` and `FILE` stand for what they name.
#[track_caller]
fn check<T: Letter + PartialEq + Debug>(nature: Nature, text: &str) {
    let text: String = text.lines().map(str::trim).collect();
    let text = text.replace("ID", &format!("\"{ID}\"")).replace("OTHER", &format!("\"{OTHER}\"")).replace("FILE", FILE);
    let body = Body::from_text(text.clone()).expect("JSON");
    let letter: T = body.read().expect("a full body");
    assert_eq!(Body::seal(&letter.fields()).text(), text);

    let kind = kind_of(T::KIND).expect("every letter is in the table of kinds");
    assert_eq!(kind.nature, nature);
    let mut fields = T::FIELDS.to_vec();
    fields.sort_unstable();
    assert_eq!(fields, body.open().keys().collect::<Vec<_>>(), "the fields of the kind are those of its body");
    assert_eq!(edit_faults(T::KIND, &body, false), []);
    let own = Kind::of::<T>();
    assert_eq!((own.name, own.nature), (kind.name, kind.nature), "a page writes by the same row");
    assert_eq!(own.edit_faults(&body, false), []);

    // What an older version left out, and what a newer one adds, is no hindrance to reading.
    assert_eq!(Body::default().read::<T>().expect("an empty body"), T::default());
    let newer = Body::from_text(text.replacen('{', r#"{"added_later":[1],"#, 1)).expect("JSON");
    assert_eq!(newer.read::<T>().expect("a newer body"), letter);
    // A field that was cleared counts as one that was never there.
    let cleared: String = T::FIELDS.iter().map(|name| format!(r#","{name}":null"#)).collect();
    let cleared = Body::from_text(format!("{{{}}}", &cleared[1..])).expect("JSON");
    assert_eq!(model::letter::read::<T>(&cleared.open()).expect("cleared fields"), T::default());
}

#[test]
fn the_table_of_kinds() {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    let expected = [
        "property",
        "zone",
        "system",
        "entry",
        "document",
        "contact",
        "certificate",
        "warranty",
        "task",
        "item",
        "reading",
        "withdrawal",
        "import",
        "label",
        "remark",
        "deferral",
        "claim",
        "inspection",
        "checklist",
        "past",
        "request",
        "quote",
        "decision",
        "appointment",
        "variation",
        "job_sheet",
        "sign_off",
        "invoice",
        "invoice_number",
        "payment",
        "message",
        "seen",
        "confirmation",
        "review",
        "answer",
        "consent",
        "firm",
        "price",
        "template",
        "routine",
        "duty",
        "time",
        "scheme",
        "building",
        "unit",
        "siting",
        "twin",
        "standing",
        "inventory",
        "tally",
        "capital_item",
        "budget",
        "scenario",
        "capital_job",
        "vendor",
        "vendor_job",
        "bundle",
        "joining",
        "programme",
        "slot",
        "motion",
        "vote",
        "ask",
        "dispute",
        "dispute_act",
        "statement",
    ];
    assert_eq!(names, expected);
}

#[test]
fn property() {
    check::<Property>(
        Nature::Living,
        r#"{"address":"12 Protea Road","city":"Cape Town","country":"ZA","deleted":true,"dwelling":"house","erf":"1234",
        "floor_area_m2":180,"name":"Home","notes":"Corner stand.","occupied":"1936-08","postal_code":"7700","power":["municipal","solar"],
        "power_shut_off":"Behind the front door","roof":"tile","suburb":"Mowbray","time_zone":"Africa/Johannesburg",
        "walls":"plastered_brick","water":["municipal","borehole"],"water_shut_off":"At the gate","year_built":1936}"#,
    );
}

#[test]
fn zone() {
    check::<Zone>(
        Nature::Living,
        r#"{"deleted":true,"name":"Main bathroom","notes":"Upstairs.","parent":ID,"place":"bathroom"}"#,
    );
}

#[test]
fn system() {
    check::<System>(
        Nature::Living,
        r#"{"call":OTHER,"call_number":"0800 555 010","deleted":true,"files":[FILE],"fitted_by":ID,"installed":"2019-03","life_source":"The plumber","life_years":12,
        "make":"Kwikot","model":"Superline","name":"Geyser","notes":"Warm side.","parent":ID,
        "price":{"cents":1234550,"currency":"ZAR"},"removed":"2026-11-21","replaced_by":OTHER,"serial":"K-1","shut_off":"In the roof",
        "shut_off_photo":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","size":"150 litres","steps":"Switch it off.",
        "type":"geyser","zone":OTHER}"#,
    );
}

#[test]
fn entry() {
    check::<Entry>(
        Nature::Fact,
        r#"{"alters":true,"amends":ID,"completes":OTHER,"contact":ID,"cost":{"cents":285000,"currency":"ZAR"},"documents":[OTHER],
        "done_by":"Sipho","due":"2026-12-01","files":[FILE],"labour":{"cents":120000,"currency":"ZAR"},"moved_from":{"record":OTHER,"space":ID},"notes":"Leaked.",
        "parts":[{"name":"Valve","number":"V-22","quantity":2}],"parts_cost":{"cents":165000,"currency":"ZAR"},
        "reason":"Wrong day","settles":OTHER,"severity":"serious","systems":[ID],"title":"Burst geyser","type":"repair",
        "when":"2026-11~","zones":[OTHER]}"#,
    );
}

#[test]
fn document() {
    check::<Document>(
        Nature::Living,
        r#"{"claims_phone":"0860 555 010","contact":ID,"dated":"2024","deleted":true,"excess":{"cents":150000,"currency":"ZAR"},"facts":[{"name":"policy number","value":"P-77"}],"file":FILE,
        "notes":"Renewed.","policy_number":"P-77","systems":[OTHER],"title":"Home insurance","type":"insurance"}"#,
    );
}

#[test]
fn contact() {
    check::<Contact>(
        Nature::Living,
        r#"{"address":"1 Main Road","deleted":true,"email":"ann@example.org","name":"Ann's Plumbing","notes":"Prompt.",
        "person":"Ann","phone":"021 555 0100","registrations":[{"body":"PIRB","number":"123/45"}],"role":"tradesperson",
        "trade":"plumber"}"#,
    );
}

#[test]
fn certificate() {
    check::<Certificate>(
        Nature::Fact,
        r#"{"amends":ID,"basis":"reinspect","body":"Department of Employment and Labour","contact":ID,"digital":false,"files":[FILE],
        "issued":"2026-11-21","issuer":"J. Naidoo","jurisdiction":"City of Cape Town","months":24,"notes":"Two pages.","number":"COC-9",
        "reason":"Wrong number","registered":true,"registration":"IE 1","supplements":OTHER,"systems":[OTHER],"test_report":true,
        "title":"Electrical","transfer":"2027-03","type":"electrical"}"#,
    );
}

#[test]
fn warranty() {
    check::<Warranty>(
        Nature::Living,
        r#"{"begins":"repair","contact":ID,"cover":"full","deleted":true,"files":[FILE],"months":60,"notes":"Tank only.","number":"W-5",
        "provider":"Kwikot","repair":ID,"starts":"2019-03-14","systems":[OTHER],"title":"Geyser tank","void":"2024-05",
        "void_reason":"Opened by somebody else"}"#,
    );
}

#[test]
fn task() {
    check::<Task>(
        Nature::Living,
        r#"{"catalogue":"gutters.clean","contact":ID,"cost_max":{"cents":90000,"currency":"ZAR"},
        "cost_min":{"cents":50000,"currency":"ZAR"},"deleted":true,"done":OTHER,"due":"2026-12-01","fault":OTHER,
        "how_to":"Rake the leaves out.\nRinse with a hose.","interval_basis":"published","interval_source":"easyflowgutters.co.za",
        "lead_days":30,"member":ID,"meter":OTHER,"notes":"Before the rains.",
        "parts":[{"name":"Bracket","number":"B-1","quantity":4}],
        "recurrence":{"by":"meter","every":500000,"from":"plan","season":"autumn_and_spring","unit":"h"},"systems":[ID],
        "title":"Clean the gutters","trade":"Gutter cleaner","why":"A full gutter leaks into the wall."}"#,
    );
}

#[test]
fn item() {
    check::<Item>(
        Nature::Living,
        r#"{"bought":"2020","deleted":true,"files":[FILE],"make":"Bosch","model":"GSB","name":"Drill","notes":"In the garage.",
        "price":{"cents":149900,"currency":"ZAR"},"quantity":2,"replacement":{"cents":229900,"currency":"ZAR"},"serial":"B-3",
        "zone":ID}"#,
    );
}

#[test]
fn reading() {
    check::<Reading>(
        Nature::Fact,
        r#"{"amends":ID,"files":[FILE],"notes":"Dial.","on":"2026-11-21","system":OTHER,"unit":"kwh","value_milli":48211500}"#,
    );
}

#[test]
fn withdrawal() {
    check::<Withdrawal>(Nature::Fact, r#"{"moved_to":{"record":OTHER,"space":ID},"of":ID,"reason":"Another home's"}"#);
}

#[test]
fn import() {
    check::<Import>(
        Nature::Living,
        r#"{"began":"2026-11-21T10:00:00.000Z","changed":2,"files":["home.csv"],"from":"homebox","new":40,"undone":true}"#,
    );
}

#[test]
fn label() {
    check::<Label>(
        Nature::Living,
        r#"{"deleted":true,"made":"2026-11-26","replaced":true,"system":ID,"token":"MDEyMzQ1Njc4OWFiY2RlZg"}"#,
    );
}

#[test]
fn remark() {
    check::<Remark>(
        Nature::Fact,
        r#"{"about":ID,"capacity":"Trustee","name":"N. Naidoo","on":"2026-11-27","text":"Seen on site","type":"countersignature"}"#,
    );
}

#[test]
fn deferral() {
    check::<Deferral>(
        Nature::Fact,
        r#"{"due":"2026-12-01","on":"2026-11-27","reason":"Away until the rains","task":ID,"until":"2027-01-15"}"#,
    );
}

#[test]
fn inspection() {
    check::<Inspection>(
        Nature::Fact,
        r#"{"by":"Thandi","checklist":"before_winter","files":[FILE],"notes":"Dry day.","on":"2026-04-18",
        "points":[{"became":OTHER,"found":"failed","note":"Two are cracked.",
        "photos":["ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],"system":ID,"title":"Roof tiles"}],
        "title":"Before winter"}"#,
    );
}

#[test]
fn claim() {
    check::<Claim>(
        Nature::Living,
        r#"{"answer":"A new tank.","asked":"2024-05-02","decided":"2024-05-20","deleted":true,"documents":[OTHER],"effect":"restarts",
        "files":[FILE],"months":12,"notes":"By phone.","outcome":"accepted","system":OTHER,"title":"Tank leaks","warranty":ID}"#,
    );
}

#[test]
fn checklist() {
    check::<Checklist>(
        Nature::Living,
        r#"{"about":"Once in autumn.","copied_from":"before_winter","deleted":true,"every_months":12,"months":[3,4,5],
        "name":"Before winter","points":[{"how":"None is cracked.","severity":"serious",
        "source":{"basis":"published","says":"yearly","title":"fpm.co.za"},"title":"Roof tiles","type":"roof"}]}"#,
    );
}

#[test]
fn past() {
    check::<Past>(Nature::Fact, r#"{"part":3,"text":"{}\n"}"#);
}

#[test]
fn request() {
    check::<Request>(
        Nature::Living,
        r#"{"access":"After four, the dog is friendly","address":"12 Protea Road","batch":"k3v9","contact":ID,"deleted":true,"files":[FILE],
        "from":OTHER,"name":"Thandi","phone":"082 555 0100","provider":"Ann's Plumbing","suburb":"Mowbray",
        "systems":[{"id":ID,"name":"Geyser, Kwikot, roof"}],"title":"Geyser leaks","urgency":"emergency","what":"It drips through the ceiling."}"#,
    );
}

#[test]
fn quote() {
    check::<Quote>(
        Nature::Fact,
        r#"{"deposit":500000,"exclusions":["Making good the ceiling"],"files":[FILE],"inclusive":true,
        "lines":[{"detail":"150 l, 400 kPa","discount":5000,"from":600000,"id":"1","if_not":"It bursts.","key":"geyser.150",
        "option":"good","optional":true,"price":650000,"quantity":1000,"share":"material","sure":"estimate","to":700000,"unit":"piece",
        "vat":"standard","what":"New geyser","why":"The tank is rusted through."}],
        "notes":"Ask for Sipho.","number":"Q-17","on":"2026-11-27","options":[{"key":"good","name":"Good","words":"Five years on the tank"}],
        "provider":{"address":"1 Main Road","email":"ann@example.org","name":"Ann's Plumbing","phone":"021 555 0100",
        "registrations":[{"body":"PIRB","expires":"2027-03-31","file":FILE,"number":"123/45"}],"vat_number":"4123456789"},
        "replaces":ID,"starts":"2026-12","takes_days":2,"terms":"Thirty days.","title":"New geyser","valid_until":"2026-12-31",
        "warranty":"Workmanship","warranty_months":12}"#,
    );
}

#[test]
fn decision() {
    check::<Decision>(
        Nature::Fact,
        r#"{"decided_at":"2026-11-27T10:00:00.000Z","device":"Chrome on Android","drawn":"M10 20L30 40","name":"Thandi","on":ID,"option":"good","passkey":true,
        "reason":"The better tank","signature":FILE,"ticked":["4"],"verdict":"approve"}"#,
    );
}

#[test]
fn appointment() {
    check::<Appointment>(
        Nature::Living,
        r#"{"from":"2026-12-01T06:00:00.000Z","notes":"Bring a ladder.","state":"on_my_way","until":"2026-12-01T08:00:00.000Z","who":"Sipho"}"#,
    );
}

#[test]
fn variation() {
    check::<Variation>(
        Nature::Fact,
        r#"{"files":[FILE],"lines":[{"id":"v1","price":45000,"quantity":2000,"what":"Vacuum breaker"}],"on":"2026-12-01","quote":ID,
        "reason":"The old ones were seized.","title":"Vacuum breakers"}"#,
    );
}

#[test]
fn job_sheet() {
    check::<JobSheet>(
        Nature::Fact,
        r#"{"after":[FILE],"amends":OTHER,"before":[FILE],"by":"Sipho",
        "certificate":{"body":"PIRB","file":FILE,"issued":"2026-12-01","issuer":"Sipho","number":"COC-9","registration":"123/45","type":"geyser"},
        "completed_on":"2026-12-01","done":["1"],"minutes":270,"next_months":18,"next_what":"Anode","notes":"Tested at 400 kPa.",
        "parts":[{"line":"1","make":"Kwikot","name":"Geyser 150 l","serial":"K-77","system":ID,"warranty_months":60}],
        "points":[{"found":"good","title":"Drip tray"}],"quote":ID}"#,
    );
}

#[test]
fn sign_off() {
    check::<SignOff>(
        Nature::Fact,
        r#"{"drawn":"M10 20L30 40","name":"Thandi","of":ID,"side":"provider","signature":FILE,"signed_at":"2026-12-01T12:00:00.000Z","text":"All dry.","unfinished":true}"#,
    );
}

#[test]
fn invoice() {
    check::<Invoice>(
        Nature::Fact,
        r#"{"bank":{"account":"62000000","bank":"FNB","branch":"250655","holder":"Ann's Plumbing","reference":"INV-9"},
        "client":{"address":"12 Protea Road","name":"Thandi","vat_number":"4987654321"},"credits":OTHER,"deposit":500000,"due":"2026-12-31",
        "files":[FILE],"inclusive":true,"lines":[{"id":"1","price":650000,"quantity":1000,"vat":"standard","what":"New geyser"}],
        "notes":"Thank you.","number":"INV-9","on":"2026-12-01","pay_link":"https://example.org/pay",
        "provider":{"name":"Ann's Plumbing"},"quote":ID}"#,
    );
}

#[test]
fn invoice_number() {
    check::<InvoiceNumber>(Nature::Fact, r#"{"number":"10","of":ID}"#);
}

#[test]
fn payment() {
    check::<Payment>(
        Nature::Fact,
        r#"{"cents":650000,"files":[FILE],"means":"card","of":ID,"on":"2026-12-02","reference":"INV-9","side":"provider"}"#,
    );
}

#[test]
fn message() {
    check::<Message>(
        Nature::Fact,
        r#"{"about":ID,"files":[FILE],"name":"Ann","sent_at":"2026-11-27T10:00:00.000Z","side":"provider","text":"On Monday?"}"#,
    );
}

#[test]
fn seen() {
    check::<Seen>(Nature::Living, r#"{"at":"2026-11-27T10:00:00.000Z","rev":12,"side":"provider"}"#);
}

#[test]
fn confirmation() {
    check::<Confirmation>(
        Nature::Fact,
        r#"{"body":"PIRB","confirmed_at":"2026-11-27T10:00:00.000Z","expires":"2027-03-31","how":"On the site of the PIRB","name":"Thandi",
        "number":"123/45","wrong":true}"#,
    );
}

#[test]
fn review() {
    check::<Review>(
        Nature::Fact,
        r#"{"manner":5,"name":"Thandi","of":ID,"reviewed_at":"2026-12-02T10:00:00.000Z","text":"Clean work.","word":4,"work":5}"#,
    );
}

#[test]
fn answer() {
    check::<Answer>(
        Nature::Fact,
        r#"{"answered_at":"2026-12-02T11:00:00.000Z","name":"Ann","of":ID,"text":"Thank you."}"#,
    );
}

#[test]
fn consent() {
    check::<Consent>(
        Nature::Living,
        r#"{"as_of":"2026-12-02","due":[{"on":"2028-06-01","title":"Look at the anode"}],"given":true}"#,
    );
}

#[test]
fn firm() {
    check::<Firm>(
        Nature::Living,
        r#"{"address":"1 Main Road","bank":{"account":"62000000","bank":"FNB","holder":"Ann's Plumbing"},"email":"ann@example.org",
        "name":"Ann's Plumbing","notes":"Keys with Sipho.","phone":"021 555 0100",
        "registrations":[{"body":"PIRB","expires":"2027-03-31","file":FILE,"number":"123/45"}],"trade":"Plumbing","vat_number":"4123456789"}"#,
    );
}

#[test]
fn price() {
    check::<Price>(
        Nature::Living,
        r#"{"cost":420000,"deleted":true,"detail":"150 l, 400 kPa","inclusive":true,"key":"geyser.150","minutes":180,"price":650000,
        "share":"material","unit":"piece","vat":"standard","what":"New geyser"}"#,
    );
}

#[test]
fn template() {
    check::<Template>(
        Nature::Living,
        r#"{"deleted":true,"deposit_percent":50,"exclusions":["Making good the ceiling"],"inclusive":true,
        "lines":[{"id":"1","option":"good","price":650000,"quantity":1000,"vat":"standard","what":"New geyser"}],"name":"Geyser, 150 l",
        "notes":"Ask for Sipho.","options":[{"key":"good","name":"Good","words":"Five years on the tank"}],"takes_days":1,
        "terms":"Thirty days.","title":"New geyser","valid_days":30,"warranty":"Workmanship","warranty_months":12}"#,
    );
}

#[test]
fn routine() {
    check::<Routine>(
        Nature::Living,
        r#"{"deleted":true,"jobs":["geyser"],"name":"Geyser","points":[{"how":"At the board","must":true,"title":"Isolate"}]}"#,
    );
}

#[test]
fn duty() {
    check::<Duty>(
        Nature::Living,
        r#"{"deal":ID,"deleted":true,"member":OTHER,"note":"Ring twice.","on":"2026-11-30","order":2,"start_minutes":480,"suburb":"Mowbray"}"#,
    );
}

#[test]
fn time() {
    check::<Time>(
        Nature::Fact,
        r#"{"amends":OTHER,"deal":ID,"member":OTHER,"minutes":95,"note":"With the drive","on":"2026-11-30"}"#,
    );
}
