//! A line of a quote, a variation or an invoice.

use crate::choice::choice;
use crate::fault::FaultCode;
use crate::letter::Check;
use crate::money::CENTS_MAX;
use crate::read::fielded;
use serde::Serialize;

/// Lines of one paper: a whole house rewired has some three hundred.
pub const LINES_MAX: usize = 500;
/// Thousandths of a unit: a million units.
const QUANTITY_MAX: i64 = 1_000_000_000;
/// Characters of what tells a line from the others.
const ID_CHARS_MAX: usize = 40;

/// A line. What is empty is left out, so that five hundred of them fit into one record.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Line {
    /// Tells it from the others. A line of a variation that has the id of a quoted one adds to that; on an invoice it is the line that is billed.
    pub id: String,
    /// What is done or supplied, in plain words.
    pub what: String,
    /// The trade's own description.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// Why it is needed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// What happens if it is not done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub if_not: String,
    /// How sure the price is.
    #[serde(skip_serializing_if = "is_default")]
    pub sure: Sure,
    /// The least that an estimate may become, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
    /// The most that an estimate may become, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<i64>,
    /// What is paid for.
    #[serde(skip_serializing_if = "is_default")]
    pub share: Share,
    /// How many, in thousandths of the unit.
    pub quantity: i64,
    /// The unit: `m`, `hour`; nothing for pieces.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Cents for one unit, below nothing for what is taken back.
    pub price: i64,
    /// Cents that are taken off the line.
    #[serde(skip_serializing_if = "is_default")]
    pub discount: i64,
    /// The value-added tax on it.
    #[serde(skip_serializing_if = "is_default")]
    pub vat: Vat,
    /// The option that it belongs to, by its key; none for what belongs to all.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub option: String,
    /// Whether the client may tick it or leave it.
    #[serde(skip_serializing_if = "is_default")]
    pub optional: bool,
    /// What the price book calls it, by which quotes are compared.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub key: String,
}

fielded!(Line {
    "id" => id,
    "what" => what,
    "detail" => detail,
    "why" => why,
    "if_not" => if_not,
    "sure" => sure,
    "from" => from,
    "to" => to,
    "share" => share,
    "quantity" => quantity,
    "unit" => unit,
    "price" => price,
    "discount" => discount,
    "vat" => vat,
    "option" => option,
    "optional" => optional,
    "key" => key,
});

choice! {
    /// How sure a price is.
    Sure {
        /// It is what it is.
        Fixed = "fixed",
        /// Between two amounts.
        Estimate = "estimate",
        /// A sum set aside for what nobody can know yet.
        Provisional = "provisional",
    }
}

choice! {
    /// What a line is paid for.
    Share {
        /// Work.
        Labour = "labour",
        /// Parts and material.
        Material = "material",
        /// Coming out.
        CallOut = "call_out",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// The value-added tax on a line.
    Vat {
        /// None: who sells it is no vendor, or it is exempt.
        None = "none",
        /// At the standard rate of its day.
        Standard = "standard",
        /// At nought.
        Zero = "zero",
    }
}

/// Reads a quantity as a person types it, in thousandths: `1 482,6` is 1482600. None if it is no such quantity.
pub fn quantity(typed: &str) -> Option<i64> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 9 || rest.len() > 3 || !digits(whole) || !digits(rest) {
        return None;
    }
    let digit = |at: usize| rest.as_bytes().get(at).map_or(0, |digit| i64::from(digit - b'0'));
    Some(whole.parse::<i64>().ok()? * 1000 + digit(0) * 100 + digit(1) * 10 + digit(2))
}

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Faults of the lines of one paper.
pub(crate) fn check(lines: &[Line], check: &mut Check) {
    check.many("lines", lines.len(), LINES_MAX);
    if lines.is_empty() {
        check.fault("lines", FaultCode::Missing);
    }
    let mut ids: Vec<&str> = lines.iter().map(|line| line.id.as_str()).collect();
    ids.sort_unstable();
    if ids.windows(2).any(|pair| pair[0] == pair[1]) {
        check.fault("lines.id", FaultCode::Contradicts);
    }
    for line in lines {
        let is_plain = line.id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if line.id.is_empty() || line.id.len() > ID_CHARS_MAX || !is_plain {
            check.fault("lines.id", FaultCode::NotAllowed);
        }
        check.name("lines.what", &line.what);
        for (field, text) in [("lines.detail", &line.detail), ("lines.why", &line.why), ("lines.if_not", &line.if_not)]
        {
            check.note(field, text);
        }
        for (field, text) in [("lines.unit", &line.unit), ("lines.option", &line.option), ("lines.key", &line.key)] {
            check.line(field, text);
        }
        check.within("lines.quantity", line.quantity, 1, QUANTITY_MAX);
        check.within("lines.price", line.price, -CENTS_MAX, CENTS_MAX);
        check.within("lines.discount", line.discount, 0, CENTS_MAX);
        check.within("lines.from", line.from.unwrap_or(0), 0, CENTS_MAX);
        check.within("lines.to", line.to.unwrap_or(0), line.from.unwrap_or(0), CENTS_MAX);
    }
}
