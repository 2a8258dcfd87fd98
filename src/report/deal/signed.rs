//! Who signed.

use super::day_of;
use model::portal::{Decision, SignOff};
use serde::Serialize;
use words::Words;

/// A signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// As it was drawn: the path of an SVG, 1000 wide and 400 high. Empty where the name was typed.
    pub drawn: String,
    /// What it is, for who does not see it.
    pub described: String,
    /// Who signed and when.
    pub told: String,
}

/// Below a quote that was approved.
pub fn decision(words: &Words, decision: &Decision) -> Signature {
    let said = words.paper();
    let told = if decision.passkey == Some(true) { said.signed_passkey } else { said.signed };
    let when = [day_of(words, decision.decided_at), decision.device.clone()];
    let when = when.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    signature(words, &decision.name, &decision.drawn, told(&decision.name, &when))
}

/// Below a job card.
pub fn sign_off(words: &Words, sign: &SignOff) -> Signature {
    let said = words.paper();
    let told = (said.signed)(&sign.name, &day_of(words, sign.signed_at));
    let told = match sign.unfinished {
        Some(true) => (said.unfinished)(&sign.name, &sign.text),
        _ => told,
    };
    signature(words, &sign.name, &sign.drawn, told)
}

fn signature(words: &Words, name: &str, drawn: &str, told: String) -> Signature {
    // What another than the app wrote is on no paper.
    let drawn = if model::portal::drawn::is_drawn(drawn) { drawn.to_owned() } else { String::new() };
    Signature { drawn, described: (words.paper().signature_of)(name), told }
}
