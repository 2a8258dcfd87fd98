//! The table of kinds: the one place that knows them all.

use crate::body::{Body, Fields};
use crate::canonical;
use crate::fault::{Fault, FaultCode};
use crate::letter::{Letter, read};
use crate::past::{self, Past};
use crate::source;
use crate::via;
use serde_json::Value;

/// Bytes of a field's name that is repeated to who sent it; those of known fields stay far below.
const FIELD_BYTES_MAX: usize = 100;

/// What the rules need to know of a kind.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Its name, as records carry it.
    pub name: &'static str,
    /// Whether its records are edited or amended.
    pub nature: Nature,
    /// Names of its fields.
    pub fields: &'static [&'static str],
    check: fn(&Fields, &Body) -> Vec<Fault>,
}

/// How a kind changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Edited; the later stamp wins, field by field.
    Living,
    /// Written once; corrected by another fact.
    Fact,
}

const fn kind<T: Letter>(nature: Nature) -> Kind {
    Kind { name: T::KIND, nature, fields: T::FIELDS, check: check::<T> }
}

/// The kinds of a home.
pub const OF_HOME: &[Kind] = &[
    kind::<crate::property::Property>(Nature::Living),
    kind::<crate::zone::Zone>(Nature::Living),
    kind::<crate::system::System>(Nature::Living),
    kind::<crate::entry::Entry>(Nature::Fact),
    kind::<crate::document::Document>(Nature::Living),
    kind::<crate::contact::Contact>(Nature::Living),
    kind::<crate::certificate::Certificate>(Nature::Fact),
    kind::<crate::warranty::Warranty>(Nature::Living),
    kind::<crate::task::Task>(Nature::Living),
    kind::<crate::item::Item>(Nature::Living),
    kind::<crate::reading::Reading>(Nature::Fact),
    kind::<crate::withdrawal::Withdrawal>(Nature::Fact),
    kind::<crate::import::Import>(Nature::Living),
    kind::<crate::label::Label>(Nature::Living),
    kind::<crate::remark::Remark>(Nature::Fact),
    kind::<crate::deferral::Deferral>(Nature::Fact),
    kind::<crate::claim::Claim>(Nature::Living),
    kind::<crate::inspection::Inspection>(Nature::Fact),
    kind::<crate::checklist::Checklist>(Nature::Living),
    // Nobody fills it in: it is looked at as it came, and no app has to carry how it is read.
    Kind { name: Past::KIND, nature: Nature::Fact, fields: Past::FIELDS, check: past::faults },
];

/// Those of them that come by a link from somebody who is no member ([`crate::contribution`]): who writes one entry does not carry how all others are checked.
pub const OF_LINK: &[Kind] = &[kind::<crate::entry::Entry>(Nature::Fact), kind::<crate::remark::Remark>(Nature::Fact)];

/// The kinds of a deal. They stand apart so that what writes in homes does not carry how they are read.
pub const OF_DEAL: &[Kind] = &[
    kind::<crate::portal::Request>(Nature::Living),
    kind::<crate::portal::Quote>(Nature::Fact),
    kind::<crate::portal::Decision>(Nature::Fact),
    kind::<crate::portal::Appointment>(Nature::Living),
    kind::<crate::portal::Variation>(Nature::Fact),
    kind::<crate::portal::JobSheet>(Nature::Fact),
    kind::<crate::portal::SignOff>(Nature::Fact),
    kind::<crate::portal::Invoice>(Nature::Fact),
    kind::<crate::portal::InvoiceNumber>(Nature::Fact),
    kind::<crate::portal::Payment>(Nature::Fact),
    kind::<crate::portal::Message>(Nature::Fact),
    kind::<crate::portal::Seen>(Nature::Living),
    kind::<crate::portal::Confirmation>(Nature::Fact),
    kind::<crate::portal::Review>(Nature::Fact),
    kind::<crate::portal::Answer>(Nature::Fact),
    kind::<crate::portal::Consent>(Nature::Living),
];

/// The kinds of a firm.
pub const OF_FIRM: &[Kind] = &[
    kind::<crate::firm::Firm>(Nature::Living),
    kind::<crate::firm::Price>(Nature::Living),
    kind::<crate::firm::Template>(Nature::Living),
    kind::<crate::firm::Routine>(Nature::Living),
    kind::<crate::firm::Duty>(Nature::Living),
    kind::<crate::firm::Time>(Nature::Fact),
];

/// The kinds of a scheme.
pub const OF_ESTATE: &[Kind] = &[
    kind::<crate::scheme::Scheme>(Nature::Living),
    kind::<crate::scheme::Building>(Nature::Living),
    kind::<crate::scheme::Unit>(Nature::Living),
    kind::<crate::scheme::Siting>(Nature::Living),
    kind::<crate::scheme::Twin>(Nature::Living),
    kind::<crate::scheme::UnitStanding>(Nature::Living),
    kind::<crate::scheme::Inventory>(Nature::Living),
    kind::<crate::scheme::Tally>(Nature::Living),
    kind::<crate::scheme::CapitalItem>(Nature::Living),
    kind::<crate::scheme::Budget>(Nature::Living),
    kind::<crate::scheme::CapitalScenario>(Nature::Living),
    kind::<crate::scheme::CapitalJob>(Nature::Fact),
    kind::<crate::scheme::Vendor>(Nature::Living),
    kind::<crate::scheme::VendorJob>(Nature::Fact),
    kind::<crate::scheme::Bundle>(Nature::Living),
    kind::<crate::scheme::Joining>(Nature::Fact),
    kind::<crate::scheme::Programme>(Nature::Living),
    kind::<crate::scheme::Slot>(Nature::Living),
    kind::<crate::scheme::Motion>(Nature::Living),
    kind::<crate::scheme::Vote>(Nature::Fact),
    kind::<crate::scheme::Ask>(Nature::Living),
];

/// Names of the kinds of a scheme, for who asks what is one of them and writes none.
pub const NAMES_OF_ESTATE: [&str; OF_ESTATE.len()] = names(OF_ESTATE);

/// The kinds of a case.
pub const OF_CASE: &[Kind] = &[
    kind::<crate::dispute::Dispute>(Nature::Living),
    kind::<crate::dispute::DisputeAct>(Nature::Fact),
    kind::<crate::dispute::Statement>(Nature::Fact),
];

const fn names<const COUNT: usize>(kinds: &[Kind]) -> [&'static str; COUNT] {
    let mut names = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        names[at] = kinds[at].name;
        at += 1;
    }
    names
}

/// Every kind that this build knows.
pub const KINDS: &[Kind] = &all();

const COUNT: usize = OF_HOME.len() + OF_DEAL.len() + OF_FIRM.len() + OF_ESTATE.len() + OF_CASE.len();

const fn all() -> [Kind; COUNT] {
    let tables = [OF_HOME, OF_DEAL, OF_FIRM, OF_ESTATE, OF_CASE];
    let mut all = [OF_HOME[0]; COUNT];
    let (mut at, mut table, mut row) = (0, 0, 0);
    while at < all.len() {
        if row == tables[table].len() {
            (table, row) = (table + 1, 0);
        }
        all[at] = tables[table][row];
        (at, row) = (at + 1, row + 1);
    }
    all
}

/// The kind of that name, if this build knows it.
pub fn kind_of(name: &str) -> Option<&'static Kind> {
    named(KINDS, name)
}

/// The same among those `kinds`.
pub fn named(kinds: &'static [Kind], name: &str) -> Option<&'static Kind> {
    kinds.iter().find(|kind| kind.name == name)
}

/// Everything for which an edit is refused: by the form before it is saved, by the server before it is stored.
///
/// `exists` says whether the record is there already; a new one must be whole, a change only right in the fields it carries.
pub fn edit_faults(kind: &str, fields: &Body, exists: bool) -> Vec<Fault> {
    edit_faults_in(KINDS, kind, fields, exists)
}

/// The same where only those `kinds` can be written.
pub fn edit_faults_in(kinds: &'static [Kind], kind: &str, fields: &Body, exists: bool) -> Vec<Fault> {
    match named(kinds, kind) {
        Some(kind) => kind.edit_faults(fields, exists),
        None => vec![unknown()],
    }
}

impl Kind {
    /// The row of a letter's kind. Who writes letters of a few kinds names them by this, and carries how these are checked, where a table carries it of all.
    /// A letter that is in no table does not compile.
    pub const fn of<T: Letter>() -> &'static Self {
        const { &row(T::KIND) }
    }

    /// [`edit_faults`] of this kind.
    pub fn edit_faults(&self, fields: &Body, exists: bool) -> Vec<Fault> {
        self.checked(fields, exists).err().unwrap_or_default()
    }

    fn checked(&self, body: &Body, exists: bool) -> Result<Fields, Vec<Fault>> {
        if body.text().len() > canonical::BODY_BYTES_MAX {
            return Err(vec![Fault::limited("fields", FaultCode::TooBig, canonical::BODY_BYTES_MAX as i64)]);
        }
        if exists && self.nature == Nature::Fact {
            return Err(vec![Fault::new("id", FaultCode::Fixed)]);
        }
        let Ok(Value::Object(fields)) = serde_json::from_str(body.text()) else {
            return Err(vec![Fault::new("fields", FaultCode::Unreadable)]);
        };
        let beside = [source::FIELD, via::FIELD];
        let unknown =
            fields.keys().map(String::as_str).filter(|name| !self.fields.contains(name) && !beside.contains(name));
        let mut faults: Vec<Fault> = unknown.map(|name| Fault::new(name, FaultCode::UnknownField)).collect();
        faults.extend(canonical::faults(&fields));
        faults.iter_mut().filter(|fault| !is_telling(&fault.field)).for_each(|fault| fault.field = "fields".to_owned());
        if faults.is_empty() {
            faults = (self.check)(&fields, body);
            faults.extend(source::faults(&fields));
            faults.extend(via::faults(&fields));
            faults.retain(|fault| !exists || fields.contains_key(fault.field.split('.').next().unwrap_or_default()));
        }
        if faults.is_empty() { Ok(fields) } else { Err(faults) }
    }
}

/// The row of that name.
const fn row(name: &str) -> Kind {
    let mut at = 0;
    while !is_same(KINDS[at].name, name) {
        at += 1;
    }
    KINDS[at]
}

const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

fn unknown() -> Fault {
    Fault::new("kind", FaultCode::UnknownKind)
}

/// The fields of an edit that is not refused.
///
/// # Errors
/// Its [faults](edit_faults), one at least.
pub fn checked_fields(kind: &str, body: &Body, exists: bool) -> Result<Fields, Vec<Fault>> {
    kind_of(kind).ok_or_else(|| vec![unknown()])?.checked(body, exists)
}

/// Whether a fault can be told by that name, which is the sender's own: one that is empty, or as long as a letter, tells nothing.
fn is_telling(field: &str) -> bool {
    !field.is_empty() && field.len() <= FIELD_BYTES_MAX
}

/// Faults of `fields`, which came as `body`, read as the letter `T`; where it cannot be read, the fields that stand in the way.
fn check<T: Letter>(fields: &Fields, body: &Body) -> Vec<Fault> {
    // Nearly every body is read as it came. One that names a field twice, or clears one, is not, and is read by its fields.
    if let Ok(letter) = body.read::<T>().or_else(|_| read::<T>(fields)) {
        return letter.faults();
    }
    let unreadable = fields.iter().filter(|(name, value)| {
        let alone = Fields::from_iter([((*name).clone(), (*value).clone())]);
        read::<T>(&alone).is_err()
    });
    unreadable.map(|(name, _)| Fault::new(name.as_str(), FaultCode::Unreadable)).collect()
}
