//! What honest devices send: one of each sort, to be changed.

use serde_json::{Value, json};

const ID: &str = "01932f1e-7c00-7000-8000-000000000001";
const OTHER: &str = "01932f1e-7c00-7000-8000-000000000002";

/// A full letter of each kind, by the kind's name.
pub(in crate::tests) fn letters() -> Vec<(&'static str, Value)> {
    let file = json!({
        "caption": "Rating plate", "hash": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "height": 3000,
        "media": "image/jpeg", "name": "plate.jpg", "size": 2_400_000, "width": 4000,
    });
    let price = json!({"cents": 1_234_550, "currency": "ZAR"});
    vec![
        (
            "property",
            json!({
                "address": "12 Protea Road", "city": "Cape Town", "country": "ZA", "dwelling": "house", "floor_area_m2": 180,
                "name": "Home", "notes": "Corner stand.", "power": ["municipal", "solar"], "roof": "tile",
                "time_zone": "Africa/Johannesburg", "walls": "plastered_brick", "water": ["municipal"], "year_built": 1936,
            }),
        ),
        ("zone", json!({"name": "Main bathroom", "notes": "Upstairs.", "parent": ID, "place": "bathroom"})),
        (
            "system",
            json!({
                "deleted": true, "files": [file], "fitted_by": ID, "installed": "2019-03", "life_years": 12, "make": "Kwikot",
                "name": "Geyser", "price": price, "removed": "2026-11-21", "replaced_by": OTHER, "type": "geyser", "zone": OTHER,
            }),
        ),
        (
            "entry",
            json!({
                "amends": ID, "completes": OTHER, "contact": ID, "cost": price, "due": "2026-12-01", "documents": [OTHER], "done_by": "Sipho", "files": [file],
                "moved_from": {"record": OTHER, "space": ID}, "parts": [{"name": "Valve", "number": "V-22", "quantity": 2}],
                "severity": "serious", "systems": [ID], "title": "Burst geyser", "type": "repair", "when": "2026-11~",
            }),
        ),
        (
            "document",
            json!({
                "dated": "2024", "facts": [{"name": "policy number", "value": "P-77"}], "file": file, "systems": [OTHER],
                "title": "Home insurance", "type": "insurance",
            }),
        ),
        (
            "contact",
            json!({
                "email": "ann@example.org", "name": "Ann's Plumbing", "phone": "021 555 0100",
                "registrations": [{"body": "PIRB", "number": "123/45"}], "role": "tradesperson",
            }),
        ),
        (
            "certificate",
            json!({"issued": "2026-11-21", "files": [file], "type": "electrical", "supplements": OTHER, "test_report": true, "transfer": "2027-03", "basis": "reinspect"}),
        ),
        (
            "warranty",
            json!({"cover": "full", "months": 60, "starts": "2019-03-14", "systems": [OTHER], "title": "Tank", "begins": "repair", "repair": ID, "void": "2024"}),
        ),
        (
            "task",
            json!({
                "catalogue": "gutters.clean", "cost_max": price, "cost_min": price, "done": OTHER, "due": "2026-12-01",
                "interval_basis": "published", "interval_source": "easyflowgutters.co.za", "lead_days": 30, "meter": OTHER,
                "parts": [{"name": "Bracket", "quantity": 4}],
                "recurrence": {"by": "season", "every": 1, "from": "plan", "season": "autumn_and_spring"},
                "systems": [ID], "title": "Clean the gutters", "trade": "Gutter cleaner",
            }),
        ),
        ("item", json!({"bought": "2020", "name": "Drill", "price": price, "quantity": 2, "zone": ID})),
        ("reading", json!({"on": "2026-11-21", "system": OTHER, "unit": "kwh", "value_milli": 48_211_500})),
        ("withdrawal", json!({"moved_to": {"record": OTHER, "space": ID}, "of": ID, "reason": "Another home's"})),
        (
            "import",
            json!({"began": "2026-11-21T09:00:00.000Z", "changed": 1, "files": ["items.csv"], "from": "table", "new": 7}),
        ),
        ("label", json!({"made": "2026-11-26", "replaced": true, "system": ID, "token": "MDEyMzQ1Njc4OWFiY2RlZg"})),
        (
            "remark",
            json!({"type": "comment", "about": ID, "text": "Seen", "name": "N. Naidoo", "capacity": "Trustee", "on": "2026-11-27"}),
        ),
        (
            "deferral",
            json!({"task": ID, "due": "2026-12-01", "until": "2027-01-15", "on": "2026-11-27", "reason": "Away until the rains"}),
        ),
        (
            "claim",
            json!({
                "warranty": ID, "system": OTHER, "title": "Tank leaks", "asked": "2024-05-02", "outcome": "accepted", "decided": "2024-05",
                "effect": "restarts", "months": 12, "files": [file], "documents": [OTHER],
            }),
        ),
        (
            "inspection",
            json!({
                "by": "Thandi", "checklist": "before_winter", "files": [file], "on": "2026-04-18", "title": "Before winter",
                "points": [{"title": "Roof tiles", "found": "failed", "note": "Cracked", "system": ID, "became": OTHER}],
            }),
        ),
        (
            "checklist",
            json!({
                "every_months": 12, "months": [3, 4], "name": "Ours",
                "points": [{"title": "Roof", "severity": "serious", "type": "roof", "source": {"basis": "trade"}}],
            }),
        ),
        (
            "request",
            json!({"access":"After four, the dog is friendly","address":"12 Protea Road","batch":"k3v9","contact":ID,"files":[file],"from":OTHER,"name":"Thandi","phone":"082 555 0100","provider":"Ann's Plumbing","suburb":"Mowbray","systems":[{"id":ID,"name":"Geyser, Kwikot, roof"}],"title":"Geyser leaks","urgency":"emergency","what":"It drips through the ceiling."}),
        ),
        (
            "quote",
            json!({"deposit":500_000,"exclusions":["Making good the ceiling"],"files":[file],"inclusive":true,"lines":[{"detail":"150 l, 400 kPa","discount":5000,"from":600_000,"id":"1","if_not":"It bursts.","key":"geyser.150","option":"good","optional":true,"price":650_000,"quantity":1000,"share":"material","sure":"estimate","to":700_000,"unit":"piece","vat":"standard","what":"New geyser","why":"The tank is rusted through."}],"notes":"Ask for Sipho.","number":"Q-17","on":"2026-11-27","options":[{"key":"good","name":"Good","words":"Five years on the tank"}],"provider":{"address":"1 Main Road","email":"ann@example.org","name":"Ann's Plumbing","phone":"021 555 0100","registrations":[{"body":"PIRB","expires":"2027-03-31","file":file,"number":"123/45"}],"vat_number":"4123456789"},"replaces":ID,"starts":"2026-12","takes_days":2,"terms":"Thirty days.","title":"New geyser","valid_until":"2026-12-31","warranty":"Workmanship","warranty_months":12}),
        ),
        (
            "decision",
            json!({"decided_at":"2026-11-27T10:00:00.000Z","device":"Chrome on Android","drawn":"M10 20L30 40","name":"Thandi","on":ID,"option":"good","passkey":true,"reason":"The better tank","signature":file,"ticked":["4"],"verdict":"approve"}),
        ),
        (
            "appointment",
            json!({"from":"2026-12-01T06:00:00.000Z","notes":"Bring a ladder.","state":"on_my_way","until":"2026-12-01T08:00:00.000Z","who":"Sipho"}),
        ),
        (
            "variation",
            json!({"files":[file],"lines":[{"id":"v1","price":45_000,"quantity":2000,"what":"Vacuum breaker"}],"on":"2026-12-01","quote":ID,"reason":"The old ones were seized.","title":"Vacuum breakers"}),
        ),
        (
            "job_sheet",
            json!({"after":[file],"amends":OTHER,"before":[file],"by":"Sipho","certificate":{"body":"PIRB","file":file,"issued":"2026-12-01","issuer":"Sipho","number":"COC-9","registration":"123/45","type":"geyser"},"completed_on":"2026-12-01","done":["1"],"minutes":270,"next_months":18,"next_what":"Anode","notes":"Tested at 400 kPa.","parts":[{"line":"1","make":"Kwikot","name":"Geyser 150 l","serial":"K-77","system":ID,"warranty_months":60}],"points":[{"found":"good","title":"Drip tray"}],"quote":ID}),
        ),
        (
            "sign_off",
            json!({"drawn":"M10 20L30 40","name":"Thandi","of":ID,"side":"provider","signature":file,"signed_at":"2026-12-01T12:00:00.000Z","text":"All dry.","unfinished":true}),
        ),
        (
            "invoice",
            json!({"bank":{"account":"62000000","bank":"FNB","branch":"250655","holder":"Ann's Plumbing","reference":"INV-9"},"client":{"address":"12 Protea Road","name":"Thandi","vat_number":"4987654321"},"credits":OTHER,"deposit":500_000,"due":"2026-12-31","files":[file],"inclusive":true,"lines":[{"id":"1","price":650_000,"quantity":1000,"vat":"standard","what":"New geyser"}],"notes":"Thank you.","number":"INV-9","on":"2026-12-01","pay_link":"https://example.org/pay","provider":{"name":"Ann's Plumbing"},"quote":ID}),
        ),
        ("invoice_number", json!({"number":"10","of":ID})),
        (
            "payment",
            json!({"cents":650_000,"files":[file],"means":"card","of":ID,"on":"2026-12-02","reference":"INV-9","side":"provider"}),
        ),
        (
            "message",
            json!({"about":ID,"files":[file],"name":"Ann","sent_at":"2026-11-27T10:00:00.000Z","side":"provider","text":"On Monday?"}),
        ),
        ("seen", json!({"at":"2026-11-27T10:00:00.000Z","rev":12,"side":"provider"})),
        (
            "confirmation",
            json!({"body":"PIRB","confirmed_at":"2026-11-27T10:00:00.000Z","expires":"2027-03-31","how":"On the site of the PIRB","name":"Thandi","number":"123/45","wrong":true}),
        ),
        (
            "review",
            json!({"manner":5,"name":"Thandi","of":ID,"reviewed_at":"2026-12-02T10:00:00.000Z","text":"Clean work.","word":4,"work":5}),
        ),
        ("answer", json!({"answered_at":"2026-12-02T11:00:00.000Z","name":"Ann","of":ID,"text":"Thank you."})),
        ("consent", json!({"as_of":"2026-12-02","due":[{"on":"2028-06-01","title":"Look at the anode"}],"given":true})),
        (
            "firm",
            json!({"address":"1 Main Road","bank":{"account":"62000000","bank":"FNB","holder":"Ann's Plumbing"},"email":"ann@example.org","name":"Ann's Plumbing","notes":"Keys with Sipho.","phone":"021 555 0100","registrations":[{"body":"PIRB","expires":"2027-03-31","file":file,"number":"123/45"}],"trade":"Plumbing","vat_number":"4123456789"}),
        ),
        (
            "price",
            json!({"cost":420_000,"detail":"150 l, 400 kPa","inclusive":true,"key":"geyser.150","minutes":180,"price":650_000,"share":"material","unit":"piece","vat":"standard","what":"New geyser"}),
        ),
        (
            "template",
            json!({"deposit_percent":50,"exclusions":["Making good the ceiling"],"inclusive":true,"lines":[{"id":"1","option":"good","price":650_000,"quantity":1000,"vat":"standard","what":"New geyser"}],"name":"Geyser, 150 l","notes":"Ask for Sipho.","options":[{"key":"good","name":"Good"}],"takes_days":1,"terms":"Thirty days.","title":"New geyser","valid_days":30,"warranty":"Workmanship","warranty_months":12}),
        ),
        (
            "routine",
            json!({"jobs":["geyser"],"name":"Geyser","points":[{"how":"At the board","must":true,"title":"Isolate"}]}),
        ),
        (
            "duty",
            json!({"deal":ID,"member":OTHER,"note":"Ring twice.","on":"2026-11-30","order":2,"start_minutes":480,"suburb":"Mowbray"}),
        ),
        (
            "time",
            json!({"amends":OTHER,"deal":ID,"member":OTHER,"minutes":95,"note":"With the drive","on":"2026-11-30"}),
        ),
        (
            "scheme",
            json!({"address":"1 Protea Road","agent":"Boland Agents","agent_email":"agent@example.org","agent_phone":"021 555 0100","approval_from":5000000,"approvals":2,"city":"Cape Town","first_meeting":"1998-05-01","lapsed":"warn","name":"Protea Mews","notes":"Keys with the agent.","number":"SS 123/1998","regime":"sectional_title","rules":[{"bearer":"owner","cite":"Conduct rule 7","duties":["repair"],"serves":["one"],"sorts":["gate_motor"],"standings":["section"],"words":"Owners see to their gates."}],"suburb":"Mowbray","trustees":["Ann Botha"],"weights":[{"part":"common","points":35},{"part":"compliance","points":20},{"part":"care","points":15},{"part":"reserve","points":10},{"part":"faults","points":10},{"part":"confidence","points":10}],"year_end":2}),
        ),
        ("building", json!({"name":"Block A","notes":"Lift in the east.","place":1})),
        (
            "unit",
            json!({"building":ID,"common":true,"notes":"Dog.","number":"12A","owned_since":"2024-03-01","owner":"Ann Botha","owner_email":"ann@example.org","owner_phone":"021 555 0100","quota":20833,"responsible":"Portfolio: buildings","section":"7","suburb":"Mowbray","tenant":"Sipho Dlamini"}),
        ),
        (
            "siting",
            json!({"note":"Sectional plan, sheet 2.","serves":"several","standing":"common","system":OTHER,"unit":ID}),
        ),
        ("twin", json!({"held":OTHER,"own":ID,"unit":ID})),
        (
            "standing",
            json!({"care":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"cells":[{"a":40,"c":"water_heating","k":80,"m":"poor","n":1,"s":55,"w":"late"}],"common":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"compliance":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"emergencies":1,"faults":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"held":true,"hidden":["care"],"linked":true,"on":"2026-11-27","proofs":[{"c":"fine","e":"2025-03-31","p":"safety","q":true,"t":"electrical","u":"2027-03-31"}],"since":"2026-03-01","unit":ID}),
        ),
        (
            "inventory",
            json!({"on":"2026-11-27","tasks":[{"by":"2027-03-31","id":ID,"key":"geyser.service","parts":["anode"],"sort":"geyser","title":"Service"}],"things":[{"amount":40,"cause":"late","confidence":80,"fault":"serious","held":true,"id":OTHER,"installed":"2015","life":12,"make":"Kwikot 150 l","mark":"poor","name":"Geyser","score":55,"sort":"geyser"}],"unit":ID}),
        ),
        (
            "tally",
            json!({"confidence":70,"fine":40,"lacking":8,"on":"2026-11-27","parts":[2100,1000,900,500,700,600],"score":63,"units":48,"unknown":12}),
        ),
        (
            "capital_item",
            json!({"category":"roofing","condition":"Ridge loose in two places.","cost":80000000,"due":2030,"escalation":600,"life":20,"name":"Roof of block A","over":3,"past":20000000,"relevant":"Asbestos in the eaves.","state":"fair","systems":[OTHER]}),
        ),
        (
            "budget",
            json!({"adopted":15000000,"approved_on":"2026-08-15","budgeted":100000000,"conditions":"Two trustees sign.","contributed":96000000,"interest":500,"opening":30000000,"planned":[{"cents":1000000,"item":ID}],"repairs":12000000,"year":2027}),
        ),
        (
            "scenario",
            json!({"changes":[{"cents":5000000,"item":ID,"over":3,"rate":1150,"what":"phase","year":2028}],"name":"Roofs over three years"}),
        ),
        (
            "capital_job",
            json!({"amends":OTHER,"cents":1200000,"entry":OTHER,"files":[file],"item":ID,"last":true,"on":"2026-10-01","postponed_to":2029,"reason":"Contractor fell through."}),
        ),
        (
            "vendor",
            json!({"approval":"approved","approved_on":"2026-01-15","covers":[{"body":"PIRB","expires":"2027-03-31","file":file,"insurance":true,"number":"123/45","sort":"plumbing"}],"email":"ann@example.org","name":"Ann's Plumbing","notes":"Ring Sipho.","phone":"021 555 0100","sorts":["geyser"],"trade":"Plumbing","why":"Insurance ran out."}),
        ),
        (
            "vendor_job",
            json!({"amends":OTHER,"bundle":OTHER,"finished":"2026-10-01","invoiced":700000,"promised":"2026-09-28","quoted":650000,"recall_of":OTHER,"title":"New geyser","unit":OTHER,"vendor":ID}),
        ),
        (
            "bundle",
            json!({"answer_by":"2027-01-15","by":"2027-03-31","call_out":90000,"day":"2027-02-10","done_on":"2027-02-10","each":35000,"from":"2027-02-01","key":"geyser.service","notes":"Somebody has to be in.","ordered_on":"2027-01-20","sort":"geyser","title":"Service of the geyser","units":[OTHER],"vendor":OTHER}),
        ),
        ("joining", json!({"bundle":ID,"joins":true,"name":"Ann Botha","on":"2027-01-10","unit":OTHER})),
        (
            "programme",
            json!({"capacity":2,"from":"2027-01-01","months":24,"name":"All geysers in 24 months","sort":"geyser","vendor":OTHER}),
        ),
        ("slot", json!({"done":"2027-02-10","month":"2027-02-01","programme":ID,"system":OTHER,"unit":ID})),
        (
            "motion",
            json!({"answer_by":"2026-12-10","cents":79000000,"chosen":0,"conflicted":[OTHER],"item":OTHER,"names":["Ann Botha"],"needed":2,"offers":[{"by":"2027-03-31","cents":79000000,"deal":OTHER,"file":file,"name":"Cape Roofs","note":"Without scaffolding.","option":"b","quote":ID,"vendor":OTHER}],"panel":[ID],"put_on":"2026-11-27","text":"Three offers came in.","title":"Roof of block A","work":OTHER}),
        ),
        (
            "vote",
            json!({"at":"2026-11-27T10:00:00.000Z","member":OTHER,"motion":ID,"name":"Ann Botha","reason":"Best warranty.","say":"approve"}),
        ),
        (
            "dispute",
            json!({"parties":[{"account":OTHER,"id":ID,"link":OTHER,"name":"Ann Botha","role":"respondent"}],"rule":"Conduct rule 5","scheme":"Protea Mews","title":"Noise at night","unit":ID,"unit_name":"Unit 12"}),
        ),
        (
            "dispute_act",
            json!({"act":"decide","at":"2026-11-27T10:00:00.000Z","files":[file],"name":"Ann Botha","office":"trustee","text":"The rule stands."}),
        ),
        (
            "statement",
            json!({"at":"2026-11-27T10:00:00.000Z","cents":650000,"entry":"1 October 2026: geyser replaced","files":[file],"name":"Ann Botha","party":ID,"rule":"PMR 31","text":"See the photo."}),
        ),
        (
            "ask",
            json!({"by":"2027-01-31","on":"2026-11-27","purpose":"safety","sort":"electrical","text":"Any registered electrician.","title":"Electrical certificate","units":[OTHER]}),
        ),
        ("past", json!({"part": 0, "text": "{\"rev\":7}\n"})),
    ]
}

/// An edit that makes a record of each kind, with ids of their own.
pub(super) fn edits() -> Vec<Value> {
    let edit = |(number, (kind, fields)): (usize, (&str, Value))| {
        json!({
            "key": format!("7b6f0a4e-55c1-4a53-9f55-{:012x}", number), "id": format!("01932f1e-7c00-7000-8000-{:012x}", number + 16),
            "kind": kind, "stamp": "019a7aff915f.0001.00000000000000ff", "fields": fields,
        })
    };
    letters().into_iter().enumerate().map(edit).collect()
}

/// Samples as they are sent.
pub(super) fn texts(values: impl IntoIterator<Item = Value>) -> Vec<Vec<u8>> {
    values.into_iter().map(|value| value.to_string().into_bytes()).collect()
}
