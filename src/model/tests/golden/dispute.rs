//! Golden bodies of what is written in a case.

use super::check;
use model::dispute::{Dispute, DisputeAct, Statement};
use model::kind::Nature;

#[test]
fn dispute() {
    check::<Dispute>(
        Nature::Living,
        r#"{"parties":[{"account":OTHER,"id":ID,"link":OTHER,"name":"Ann Botha","role":"respondent"}],"rule":"Conduct rule 5: no work after 18:00.",
        "scheme":"Protea Mews","title":"Noise at night","unit":ID,"unit_name":"Unit 12"}"#,
    );
}

#[test]
fn dispute_act() {
    check::<DisputeAct>(
        Nature::Fact,
        r#"{"act":"answer","at":"2026-11-27T10:00:00.000Z","files":[FILE],"name":"Ann Botha","office":"manager","party":ID,"text":"It was once."}"#,
    );
}

#[test]
fn statement() {
    check::<Statement>(
        Nature::Fact,
        r#"{"at":"2026-11-27T10:00:00.000Z","cents":650000,"entry":"1 October 2026: geyser replaced","files":[FILE],"name":"Ann Botha","office":"manager","party":ID,
        "rule":"PMR 31","text":"See the photo."}"#,
    );
}
