//! What an insurer is given after a burst geyser, and what is said to be missing.

use model::certificate::Certificate;
use model::claim_pack::{ClaimPack, Known, Missing, Payer, claim_pack};
use model::contact::Contact;
use model::document::{Document, DocumentType};
use model::entry::{Entry, EntryType};
use model::property::{Dwelling, Property};
use model::system::{System, SystemType};
use model::{FileHash, FileRef, Money, RecordId};
use uuid::Uuid;

const GEYSER: u128 = 1;
const POOL: u128 = 2;
const FAULT: u128 = 10;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn photo(name: &str) -> FileRef {
    let hash = FileHash::of(name.as_bytes());
    FileRef { hash, name: name.into(), media: "image/jpeg".into(), size: 1, ..FileRef::default() }
}

fn entry(sort: EntryType, when: &str, system: u128) -> Entry {
    let when = when.parse().ok();
    Entry { sort, title: "x".into(), when, systems: vec![id(system)], ..Entry::default() }
}

fn paper(sort: DocumentType, dated: &str) -> Document {
    Document { title: "x".into(), sort, dated: dated.parse().ok(), systems: vec![id(GEYSER)], ..Document::default() }
}

/// A home in which nothing is missing.
struct Home {
    property: Property,
    geyser: System,
    entries: Vec<(RecordId, Entry)>,
    certificates: Vec<(RecordId, Certificate)>,
    documents: Vec<(RecordId, Document)>,
    insurer: Contact,
}

impl Home {
    fn whole() -> Self {
        let (geyser, installed) = ("Geyser".to_owned(), "2016-03-01".parse().ok());
        let fault = Entry { files: vec![photo("burst")], ..entry(EntryType::Fault, "2026-11-20", GEYSER) };
        let repair = Entry {
            settles: Some(id(FAULT)),
            files: vec![photo("mended")],
            documents: vec![id(32)],
            ..entry(EntryType::Repair, "2026-11-21", GEYSER)
        };
        let service = Entry { files: vec![photo("sound")], ..entry(EntryType::Service, "2025-06", GEYSER) };
        let policy = Document {
            policy_number: "P-77".into(),
            excess: Some(Money::rand(150_000)),
            contact: Some(id(40)),
            systems: Vec::new(),
            ..paper(DocumentType::Insurance, "2026-01-01")
        };
        let covers =
            Certificate { systems: vec![id(GEYSER)], issued: "2016-03".parse().ok(), ..Certificate::default() };
        Self {
            property: Property { dwelling: Some(Dwelling::House), ..Property::default() },
            geyser: System {
                name: geyser,
                installed,
                make: "Kwikot".into(),
                serial: "K-1".into(),
                ..System::default()
            },
            entries: vec![(id(FAULT), fault), (id(11), repair), (id(12), service)],
            certificates: vec![(id(20), covers)],
            documents: vec![
                (id(30), policy),
                (id(31), paper(DocumentType::Quote, "2026-11-20")),
                (id(32), Document { systems: Vec::new(), ..paper(DocumentType::Invoice, "2026-11-22") }),
            ],
            insurer: Contact { name: "Insurer".into(), ..Contact::default() },
        }
    }

    fn pack(&self) -> ClaimPack {
        let known = Known {
            property: Some(&self.property),
            systems: vec![(id(GEYSER), &self.geyser)],
            entries: self.entries.iter().map(|(id, entry)| (*id, entry)).collect(),
            certificates: self.certificates.iter().map(|(id, one)| (*id, one)).collect(),
            documents: self.documents.iter().map(|(id, paper)| (*id, paper)).collect(),
            contacts: vec![(id(40), &self.insurer)],
        };
        claim_pack(&known, id(FAULT)).expect("there is the fault")
    }

    fn without(change: impl Fn(&mut Self)) -> Vec<Missing> {
        let mut home = Self::whole();
        change(&mut home);
        home.pack().missing
    }
}

#[test]
fn a_whole_home_has_all_that_is_asked_for() {
    let pack = Home::whole().pack();
    assert_eq!(pack.missing, []);
    assert_eq!((pack.policy, pack.payer), (Some(id(30)), Payer::Owner));
    assert_eq!(pack.systems[0].age.map(|age| age.years), Some(10));
    assert_eq!((pack.care, pack.certificates, pack.repairs), (vec![id(12)], vec![id(20)], vec![id(11)]));
    assert_eq!(pack.before, [photo("sound")]);
    assert_eq!(pack.damage, [photo("burst"), photo("mended")]);
    assert_eq!(pack.quotes, [id(31), id(32)]);
}

#[test]
fn what_is_missing_is_named_one_by_one() {
    type Change = fn(&mut Home);
    let rows: [(Change, &[Missing]); 12] = [
        (|home| drop(home.documents.remove(0)), &[Missing::Policy]),
        (|home| home.documents[0].1.policy_number.clear(), &[Missing::PolicyNumber]),
        (|home| home.documents[0].1.contact = None, &[Missing::Insurer]),
        (|home| home.documents[0].1.contact = Some(id(99)), &[Missing::Insurer]),
        (|home| home.documents[0].1.excess = None, &[Missing::Excess]),
        (|home| home.geyser.installed = None, &[Missing::Installed]),
        (|home| home.geyser.serial.clear(), &[Missing::Plate]),
        (|home| home.certificates.clear(), &[Missing::Certificate]),
        (
            |home| {
                home.certificates.clear();
                home.geyser.sort = SystemType::Pool;
            },
            &[],
        ),
        (|home| home.entries[2].1.files.clear(), &[Missing::PhotoBefore]),
        (
            |home| {
                home.entries[0].1.files.clear();
                home.entries[1].1.files.clear();
            },
            &[Missing::PhotoDamage],
        ),
        (|home| home.documents.truncate(1), &[Missing::Quote]),
    ];
    for (at, (change, expected)) in rows.into_iter().enumerate() {
        assert_eq!(Home::without(change), expected, "row {at}");
    }
}

#[test]
fn only_what_was_surely_before_proves_care() {
    for (when, is_care) in [
        ("2026-11-19", true),
        ("2026-10", true),
        ("2026-11-20", false),
        ("2026-11", false),
        ("2026", false),
        ("2026-11-21", false),
        ("../2020", true),
    ] {
        let mut home = Home::whole();
        home.entries[2].1.when = when.parse().ok();
        let pack = home.pack();
        assert_eq!(pack.care.len(), usize::from(is_care), "{when}");
        assert_eq!(pack.missing.contains(&Missing::Care), !is_care, "{when}");
    }
    // Nor does what was done for another system, or a fault.
    for change in [
        |home: &mut Home| home.entries[2].1.systems = vec![id(POOL)],
        |home: &mut Home| {
            home.entries[2].1.sort = EntryType::Fault;
        },
    ] {
        assert!(Home::without(change).contains(&Missing::Care));
    }
    // A certificate of the month of the damage may have been issued after it.
    assert_eq!(Home::without(|home| home.certificates[0].1.issued = "2026-11".parse().ok()), [Missing::Certificate]);
}

#[test]
fn who_pays_the_excess_follows_from_the_sort_of_home() {
    for (dwelling, payer) in [
        (Some(Dwelling::House), Payer::Owner),
        (Some(Dwelling::Farmhouse), Payer::Owner),
        (Some(Dwelling::Flat), Payer::Member),
        (Some(Dwelling::Townhouse), Payer::Either),
        (Some(Dwelling::Cottage), Payer::Either),
        (None, Payer::Either),
    ] {
        let mut home = Home::whole();
        home.property.dwelling = dwelling;
        assert_eq!(home.pack().payer, payer, "{dwelling:?}");
    }
}

#[test]
fn the_policy_is_the_one_that_was_in_force() {
    let policy =
        |number: &str, dated: &str| Document { policy_number: number.into(), ..paper(DocumentType::Insurance, dated) };
    type Row<'a> = (&'a [(u128, Document)], Option<u128>);
    let rows: [Row<'_>; 4] = [
        (&[(50, policy("A", "2024")), (51, policy("B", "2026-02"))], Some(51)),
        (&[(50, policy("A", "2024")), (51, policy("B", "2026-12"))], Some(50)),
        (&[(50, policy("A", "2024")), (51, policy("", "2026-02"))], Some(50)),
        (&[], None),
    ];
    for (papers, expected) in rows {
        let mut home = Home::whole();
        home.documents = papers.iter().map(|(number, paper)| (id(*number), paper.clone())).collect();
        assert_eq!(home.pack().policy, expected.map(id));
    }
}

#[test]
fn there_is_no_pack_for_what_is_no_fault() {
    let repair = entry(EntryType::Repair, "2026", GEYSER);
    let known = Known { entries: vec![(id(FAULT), &repair)], ..Known::default() };
    assert_eq!(claim_pack(&known, id(FAULT)), None);
    assert_eq!(claim_pack(&Known::default(), id(FAULT)), None);
}
