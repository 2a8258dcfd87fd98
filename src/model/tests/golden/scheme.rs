//! Golden bodies of what a scheme keeps.

use super::check;
use model::kind::Nature;
use model::scheme::{
    Ask, Budget, Building, Bundle, CapitalItem, CapitalJob, CapitalScenario, Inventory, Joining, Motion, Programme,
    Scheme, Siting, Slot, Tally, Twin, Unit, UnitStanding, Vendor, VendorJob, Vote,
};

#[test]
fn scheme() {
    check::<Scheme>(
        Nature::Living,
        r#"{"address":"1 Protea Road","agent":"Boland Agents","agent_email":"agent@example.org","agent_phone":"021 555 0100",
        "approval_from":5000000,"approvals":2,"city":"Cape Town","first_meeting":"1998-05-01","lapsed":"warn","name":"Protea Mews",
        "notes":"Keys with the agent.","number":"SS 123/1998","regime":"sectional_title","rules":[{"bearer":"owner",
        "cite":"Conduct rule 7","duties":["repair"],"serves":["one"],"sorts":["gate_motor"],"standings":["section"],
        "words":"Owners see to their gates."}],"suburb":"Mowbray","trustees":["Ann Botha"],"weights":[{"part":"common","points":35},{"part":"compliance","points":20},{"part":"care","points":15},{"part":"reserve","points":10},{"part":"faults","points":10},{"part":"confidence","points":10}],
        "year_end":2}"#,
    );
}

#[test]
fn building() {
    check::<Building>(Nature::Living, r#"{"deleted":true,"name":"Block A","notes":"Lift in the east.","place":1}"#);
}

#[test]
fn unit() {
    check::<Unit>(
        Nature::Living,
        r#"{"building":ID,"common":true,"deleted":true,"notes":"Dog.","number":"12A","owned_since":"2024-03-01","owner":"Ann Botha",
        "owner_email":"ann@example.org","owner_phone":"021 555 0100","quota":20833,"responsible":"Portfolio: buildings","section":"7",
        "suburb":"Mowbray","tenant":"Sipho Dlamini"}"#,
    );
}

#[test]
fn siting() {
    check::<Siting>(
        Nature::Living,
        r#"{"deleted":true,"note":"Sectional plan, sheet 2.","serves":"several","standing":"common","system":OTHER,"unit":ID}"#,
    );
}

#[test]
fn twin() {
    check::<Twin>(Nature::Living, r#"{"deleted":true,"held":OTHER,"own":ID,"unit":ID}"#);
}

#[test]
fn standing() {
    check::<UnitStanding>(
        Nature::Living,
        r#"{"care":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"cells":[{"a":40,"c":"water_heating","k":80,"m":"poor",
        "n":1,"s":55,"w":"late"}],"common":{"bad":2,"earned":50,"good":1,"known":100,"unknown":3,"whole":100},"compliance":{"bad":2,
        "earned":50,"good":1,"known":100,"unknown":3,"whole":100},"emergencies":1,"faults":{"bad":2,"earned":50,"good":1,"known":100,
        "unknown":3,"whole":100},"held":true,"hidden":["care"],"linked":true,"on":"2026-11-27","proofs":[{"c":"fine","e":"2025-03-31",
        "p":"safety","q":true,"t":"electrical","u":"2027-03-31"}],"since":"2026-03-01","unit":ID}"#,
    );
}

#[test]
fn inventory() {
    check::<Inventory>(
        Nature::Living,
        r#"{"on":"2026-11-27","tasks":[{"by":"2027-03-31","id":ID,"key":"geyser.service","parts":["anode"],"sort":"geyser",
        "title":"Service"}],"things":[{"amount":40,"cause":"late","confidence":80,"fault":"serious","held":true,"id":OTHER,
        "installed":"2015","life":12,"make":"Kwikot 150 l","mark":"poor","name":"Geyser","score":55,"sort":"geyser"}],"unit":ID}"#,
    );
}

#[test]
fn tally() {
    check::<Tally>(
        Nature::Living,
        r#"{"confidence":70,"fine":40,"lacking":8,"on":"2026-11-27","parts":[2100,1000,900,500,700,600],"score":63,"units":48,"unknown":12}"#,
    );
}

#[test]
fn capital_item() {
    check::<CapitalItem>(
        Nature::Living,
        r#"{"category":"roofing","condition":"Ridge loose in two places.","cost":80000000,"deleted":true,"due":2030,"escalation":600,
        "life":20,"name":"Roof of block A","over":3,"past":20000000,"relevant":"Asbestos in the eaves.","state":"fair","systems":[OTHER]}"#,
    );
}

#[test]
fn budget() {
    check::<Budget>(
        Nature::Living,
        r#"{"adopted":15000000,"approved_on":"2026-08-15","budgeted":100000000,"conditions":"Two trustees sign.","contributed":96000000,
        "deleted":true,"interest":500,"opening":30000000,"planned":[{"cents":1000000,"item":ID}],"repairs":12000000,"year":2027}"#,
    );
}

#[test]
fn scenario() {
    check::<CapitalScenario>(
        Nature::Living,
        r#"{"changes":[{"cents":5000000,"item":ID,"over":3,"rate":1150,"what":"phase","year":2028}],"deleted":true,
        "name":"Roofs over three years"}"#,
    );
}

#[test]
fn capital_job() {
    check::<CapitalJob>(
        Nature::Fact,
        r#"{"amends":OTHER,"cents":1200000,"entry":OTHER,"files":[FILE],"item":ID,"last":true,"on":"2026-10-01","postponed_to":2029,
        "reason":"Contractor fell through."}"#,
    );
}

#[test]
fn vendor() {
    check::<Vendor>(
        Nature::Living,
        r#"{"approval":"approved","approved_on":"2026-01-15","covers":[{"body":"PIRB","expires":"2027-03-31","file":FILE,"insurance":true,
        "number":"123/45","sort":"plumbing"}],"deleted":true,"email":"ann@example.org","name":"Ann's Plumbing","notes":"Ring Sipho.",
        "phone":"021 555 0100","sorts":["geyser"],"trade":"Plumbing","why":"Insurance ran out."}"#,
    );
}

#[test]
fn vendor_job() {
    check::<VendorJob>(
        Nature::Fact,
        r#"{"amends":OTHER,"bundle":OTHER,"finished":"2026-10-01","invoiced":700000,"promised":"2026-09-28","quoted":650000,
        "recall_of":OTHER,"title":"New geyser","unit":OTHER,"vendor":ID}"#,
    );
}

#[test]
fn bundle() {
    check::<Bundle>(
        Nature::Living,
        r#"{"answer_by":"2027-01-15","by":"2027-03-31","call_out":90000,"day":"2027-02-10","deleted":true,"done_on":"2027-02-10","each":35000,
        "from":"2027-02-01","key":"geyser.service","notes":"Somebody has to be in.","ordered_on":"2027-01-20","sort":"geyser",
        "title":"Service of the geyser","units":[OTHER],"vendor":OTHER}"#,
    );
}

#[test]
fn joining() {
    check::<Joining>(Nature::Fact, r#"{"bundle":ID,"joins":true,"name":"Ann Botha","on":"2027-01-10","unit":OTHER}"#);
}

#[test]
fn programme() {
    check::<Programme>(
        Nature::Living,
        r#"{"capacity":2,"deleted":true,"from":"2027-01-01","months":24,"name":"All geysers in 24 months","sort":"geyser","vendor":OTHER}"#,
    );
}

#[test]
fn slot() {
    check::<Slot>(
        Nature::Living,
        r#"{"deleted":true,"done":"2027-02-10","month":"2027-02-01","programme":ID,"system":OTHER,"unit":ID}"#,
    );
}

#[test]
fn motion() {
    check::<Motion>(
        Nature::Living,
        r#"{"answer_by":"2026-12-10","cents":79000000,"chosen":0,"conflicted":[OTHER],"deleted":true,"item":OTHER,"names":["Ann Botha"],"needed":2,
        "offers":[{"by":"2027-03-31","cents":79000000,"deal":OTHER,"file":FILE,"name":"Cape Roofs","note":"Without scaffolding.","option":"b","quote":ID,"vendor":OTHER}],
        "panel":[ID],"put_on":"2026-11-27","text":"Three offers came in.","title":"Roof of block A","work":OTHER}"#,
    );
}

#[test]
fn vote() {
    check::<Vote>(
        Nature::Fact,
        r#"{"at":"2026-11-27T10:00:00.000Z","member":OTHER,"motion":ID,"name":"Ann Botha","reason":"Best warranty.","say":"approve"}"#,
    );
}

#[test]
fn ask() {
    check::<Ask>(
        Nature::Living,
        r#"{"by":"2027-01-31","deleted":true,"on":"2026-11-27","purpose":"safety","sort":"electrical","text":"Any registered electrician.",
        "title":"Electrical certificate","units":[OTHER]}"#,
    );
}
