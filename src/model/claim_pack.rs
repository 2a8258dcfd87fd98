//! What an insurer asks for after damage, gathered from what the home has: the policy, the age of what failed, the care that it had before, photos, quotes,
//! and what is missing. Nothing is stored: it is worked out again whenever it is asked for.

use crate::certificate::Certificate;
use crate::contact::Contact;
use crate::date::Date;
use crate::document::{Document, DocumentType};
use crate::entry::{Entry, EntryType};
use crate::file::FileRef;
use crate::id::RecordId;
use crate::life::{self, Age, Life};
use crate::property::{Dwelling, Property};
use crate::system::{System, SystemType};

/// What is known of the home, as it stands: deleted records and withdrawn facts are not in it. Facts stand under the id of their first version.
#[derive(Clone, Debug, Default)]
pub struct Known<'a> {
    /// The home itself.
    pub property: Option<&'a Property>,
    /// The systems.
    pub systems: Vec<(RecordId, &'a System)>,
    /// The entries.
    pub entries: Vec<(RecordId, &'a Entry)>,
    /// The certificates.
    pub certificates: Vec<(RecordId, &'a Certificate)>,
    /// The documents.
    pub documents: Vec<(RecordId, &'a Document)>,
    /// The people and firms.
    pub contacts: Vec<(RecordId, &'a Contact)>,
}

/// What goes to the insurer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimPack {
    /// The day of the damage; the last one that it can have been, where only a month or a year is known.
    pub on: Option<Date>,
    /// The paper of the policy.
    pub policy: Option<RecordId>,
    /// Who pays the excess.
    pub payer: Payer,
    /// The systems that failed, with their age on that day and the life that is expected of them.
    pub systems: Vec<Failed>,
    /// What was done for them before that day, the latest first.
    pub care: Vec<RecordId>,
    /// Certificates that cover them and were issued before that day, the latest first.
    pub certificates: Vec<RecordId>,
    /// Photos from before that day, the latest first.
    pub before: Vec<FileRef>,
    /// Photos of the damage and of its repair.
    pub damage: Vec<FileRef>,
    /// Quotes and invoices for the repair.
    pub quotes: Vec<RecordId>,
    /// The entries that settle the fault.
    pub repairs: Vec<RecordId>,
    /// What an insurer will ask for and the home does not have.
    pub missing: Vec<Missing>,
}

/// A system that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed {
    /// It.
    pub system: RecordId,
    /// How old it was.
    pub age: Option<Age>,
    /// How long it was expected to last.
    pub life: Option<Life>,
}

/// Who pays the excess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payer {
    /// The owner, under a policy of their own.
    Owner,
    /// The member of a sectional title scheme, for what they have to maintain, though the body corporate insures it.
    Member,
    /// One of the two: it is not known whether the home is in a scheme.
    Either,
}

impl Payer {
    /// The prescribed management rules that say so (Sectional Titles Schemes Management Regulations, 2016, Annexure 1).
    pub const SOURCE: &'static str = "Prescribed Management Rules 31(1) and 23(2)(b), Annexure 1, Sectional Titles Schemes Management Regulations 2016";

    fn of(property: Option<&Property>) -> Self {
        match property.and_then(|property| property.dwelling) {
            Some(Dwelling::House | Dwelling::Farmhouse) => Self::Owner,
            Some(Dwelling::Flat) => Self::Member,
            _ => Self::Either,
        }
    }
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Any policy.
    Policy,
    /// The number of the policy.
    PolicyNumber,
    /// Who insures.
    Insurer,
    /// What the excess is.
    Excess,
    /// Which system failed.
    System,
    /// When it was installed.
    Installed,
    /// Its make or serial number.
    Plate,
    /// Any service or inspection before the damage.
    Care,
    /// A certificate, for what needs one.
    Certificate,
    /// A photo from before.
    PhotoBefore,
    /// A photo of the damage.
    PhotoDamage,
    /// A quote.
    Quote,
}

/// Sorts of system for whose installation somebody registered issues a certificate.
const CERTIFIED: [SystemType; 9] = [
    SystemType::Geyser,
    SystemType::SolarGeyser,
    SystemType::HeatPump,
    SystemType::GasGeyser,
    SystemType::GasInstallation,
    SystemType::DistributionBoard,
    SystemType::Wiring,
    SystemType::ElectricFence,
    SystemType::SolarPanels,
];

/// The pack for the fault under `root`; none if there is no such fault.
pub fn claim_pack(known: &Known<'_>, root: RecordId) -> Option<ClaimPack> {
    let (_, fault) = *known.entries.iter().find(|(id, entry)| *id == root && entry.sort == EntryType::Fault)?;
    let (first, on) = (fault.when.map(|when| when.first()), fault.when.map(|when| when.last()));
    // What may have been on the same day or later proves no care.
    let is_before = |day: Option<Date>| day.zip(first).is_some_and(|(day, first)| day < first);
    let concerns = |systems: &[RecordId]| systems.iter().any(|id| fault.systems.contains(id));
    let mut earlier: Vec<&(RecordId, &Entry)> = known
        .entries
        .iter()
        .filter(|(_, entry)| concerns(&entry.systems) && is_before(entry.when.map(|when| when.last())))
        .collect();
    earlier.sort_by_key(|(id, entry)| std::cmp::Reverse((entry.when.map(|when| when.sort_key()), *id)));
    let repairs: Vec<&(RecordId, &Entry)> =
        known.entries.iter().filter(|(_, entry)| entry.settles == Some(root)).collect();
    let systems: Vec<(RecordId, &System)> =
        known.systems.iter().filter(|(id, _)| fault.systems.contains(id)).copied().collect();
    let pictures = |files: &[FileRef]| files.iter().filter(|file| file.is_photo()).cloned().collect::<Vec<_>>();
    let of_systems = systems.iter().flat_map(|(_, system)| pictures(&system.files));
    let mut pack = ClaimPack {
        on,
        policy: policy(known, on),
        payer: Payer::of(known.property),
        systems: systems.iter().map(|(id, system)| failed(*id, system, on)).collect(),
        care: earlier.iter().filter(|(_, entry)| entry.sort != EntryType::Fault).map(|(id, _)| *id).collect(),
        certificates: certificates(known, &fault.systems, is_before),
        before: earlier.iter().flat_map(|(_, entry)| pictures(&entry.files)).chain(of_systems).collect(),
        damage: [fault]
            .into_iter()
            .chain(repairs.iter().map(|(_, repair)| *repair))
            .flat_map(|entry| pictures(&entry.files))
            .collect(),
        quotes: quotes(known, fault, &repairs),
        repairs: repairs.iter().map(|(id, _)| *id).collect(),
        missing: Vec::new(),
    };
    pack.missing = missing(known, &pack, &systems);
    Some(pack)
}

fn failed(system: RecordId, letter: &System, on: Option<Date>) -> Failed {
    Failed { system, age: on.and_then(|on| life::age(letter, on)), life: life::expected_life(letter) }
}

/// The paper that was in force: of those with a number the latest that is no younger than the damage, else any paper about insurance.
fn policy(known: &Known<'_>, on: Option<Date>) -> Option<RecordId> {
    let papers = known.documents.iter().filter(|(_, paper)| paper.sort == DocumentType::Insurance);
    let in_time = |paper: &Document| paper.dated.zip(on).is_none_or(|(dated, on)| dated.first() <= on);
    let rank =
        |paper: &Document| (!paper.policy_number.is_empty(), in_time(paper), paper.dated.map(|dated| dated.sort_key()));
    papers.max_by_key(|(id, paper)| (rank(paper), *id)).map(|(id, _)| *id)
}

fn certificates(known: &Known<'_>, systems: &[RecordId], is_before: impl Fn(Option<Date>) -> bool) -> Vec<RecordId> {
    let covers = |certificate: &Certificate| certificate.systems.iter().any(|id| systems.contains(id));
    let mut found: Vec<&(RecordId, &Certificate)> = known
        .certificates
        .iter()
        .filter(|(_, one)| covers(one) && is_before(one.issued.map(|issued| issued.last())))
        .collect();
    found.sort_by_key(|(id, one)| std::cmp::Reverse((one.issued.map(|issued| issued.sort_key()), *id)));
    found.into_iter().map(|(id, _)| *id).collect()
}

/// What the fault or its repair names, and what concerns the same systems and is no older than the fault.
fn quotes(known: &Known<'_>, fault: &Entry, repairs: &[&(RecordId, &Entry)]) -> Vec<RecordId> {
    let costly = |paper: &Document| matches!(paper.sort, DocumentType::Quote | DocumentType::Invoice);
    let is_named =
        |id: &RecordId| fault.documents.contains(id) || repairs.iter().any(|(_, repair)| repair.documents.contains(id));
    let since = |paper: &Document| {
        let about = paper.systems.iter().any(|id| fault.systems.contains(id));
        about && paper.dated.zip(fault.when).is_some_and(|(dated, when)| dated.last() >= when.first())
    };
    let found = known.documents.iter().filter(|(id, paper)| costly(paper) && (is_named(id) || since(paper)));
    found.map(|(id, _)| *id).collect()
}

fn missing(known: &Known<'_>, pack: &ClaimPack, systems: &[(RecordId, &System)]) -> Vec<Missing> {
    let policy =
        pack.policy.and_then(|id| known.documents.iter().find(|(other, _)| *other == id)).map(|(_, paper)| *paper);
    let insurer =
        |paper: &Document| paper.contact.is_some_and(|contact| known.contacts.iter().any(|(id, _)| *id == contact));
    let any = |is: fn(&System) -> bool| systems.iter().any(|(_, system)| is(system));
    let rows = [
        (policy.is_none(), Missing::Policy),
        (policy.is_some_and(|paper| paper.policy_number.is_empty()), Missing::PolicyNumber),
        (policy.is_some_and(|paper| !insurer(paper)), Missing::Insurer),
        (policy.is_some_and(|paper| paper.excess.is_none()), Missing::Excess),
        (systems.is_empty(), Missing::System),
        (any(|system| system.installed.is_none()), Missing::Installed),
        (any(|system| system.make.is_empty() || system.serial.is_empty()), Missing::Plate),
        (pack.care.is_empty(), Missing::Care),
        (pack.certificates.is_empty() && any(|system| CERTIFIED.contains(&system.sort)), Missing::Certificate),
        (pack.before.is_empty(), Missing::PhotoBefore),
        (pack.damage.is_empty(), Missing::PhotoDamage),
        (pack.quotes.is_empty(), Missing::Quote),
    ];
    rows.into_iter().filter_map(|(is, missing)| is.then_some(missing)).collect()
}
