//! The logbook that the scheme keeps of a unit, or of a place of the common property: what it is, what stands there, a walk through it, and its certificates.

use super::place::COMMON;
use super::{edit, fitted, id, paper};
use crate::demo::chance::Chance;
use crate::demo::pen::uuid;
use fitted::Fitted;
use model::date::{Known, PartialDate, Sense};
use model::inspection::{Found, Inspection, Point};
use model::property::{Dwelling, Property};
use model::scheme::{Hidden, Unit};
use model::system::SystemType;
use model::{Date, Edit, FileHash, FileRef, Instant, Letter, Record, RecordId, SpaceId};

/// The year in which the buildings were finished.
const BUILT: i32 = 1998;

/// A logbook in the making.
pub struct Book {
    /// The day on which it is looked at.
    pub today: Date,
    /// The records, in the order in which they are written.
    pub edits: Vec<Edit>,
    /// The papers that they name.
    pub files: Vec<(FileRef, Vec<u8>)>,
    name: String,
    now: Instant,
}

impl Book {
    /// Writes a record, which is known by its name among those of its kind in the unit.
    pub fn write<T: Letter>(&mut self, name: &str, letter: &T) -> RecordId {
        let name = format!("{}/{name}", self.name);
        self.edits.push(edit(&name, letter, self.now));
        id::<T>(&name)
    }

    /// Puts a paper beside it; the file to name in a record.
    pub fn paper(&mut self, name: &str, content: Vec<u8>) -> FileRef {
        let file = FileRef {
            hash: FileHash::of(&content),
            name: format!("{name}.pdf"),
            media: model::file::media_of(&content).to_owned(),
            size: content.len() as u64,
            ..FileRef::default()
        };
        self.files.push((file.clone(), content));
        file
    }

    /// The home in which it is kept.
    pub fn home(&self) -> SpaceId {
        SpaceId(uuid(&format!("estate/logbook/{}", self.name)))
    }

    /// What it is the logbook of.
    pub fn title(&self) -> String {
        if self.name.parse::<u32>().is_ok() { format!("Unit {}", self.name) } else { self.name.clone() }
    }

    /// The records as they stand.
    pub fn records(&self) -> Vec<Record> {
        self.edits.iter().map(Record::first).collect()
    }
}

/// The logbook of a unit; none of one of which the scheme was told nothing.
pub fn of(name: &str, unit: &Unit, today: Date, now: Instant) -> Option<Book> {
    let place = COMMON.iter().position(|common| *common == name);
    if place.is_none() && Chance::of(&format!("estate standing {name}")).percent(12) {
        return None;
    }
    let mut book = Book { today, edits: Vec::new(), files: Vec::new(), name: name.to_owned(), now };
    book.write("own", &property(unit));
    let fitted = match place {
        Some(at) => fitted::of_common(&mut book, at),
        None => fitted::of_unit(&mut book, name),
    };
    walked(&mut book, &fitted);
    let of_sort = |sort: SystemType| fitted.iter().find(|one| one.sort == sort).map(|one| one.id);
    match place {
        Some(_) => paper::of_common(&mut book, of_sort),
        None => paper::of_unit(&mut book, name, of_sort),
    }
    Some(book)
}

/// What the owner of a unit shows, of those who have taken their logbook over: most show all of it.
pub fn shown(name: &str) -> Option<&'static [Hidden]> {
    let number: u32 = name.parse().ok()?;
    match number % 12 {
        3 | 6 => Some(Hidden::ALL),
        9 => Some(&model::scheme::project::veil::SHOWN),
        _ => None,
    }
}

fn property(unit: &Unit) -> Property {
    let is_common = unit.common == Some(true);
    let (name, section) = (&unit.number, &unit.section);
    Property {
        name: if is_common { format!("Protea Mews: {name}") } else { format!("Protea Mews {name}") },
        address: "41 Belmont Road".into(),
        suburb: "Rondebosch".into(),
        city: "Cape Town".into(),
        dwelling: (!is_common).then_some(Dwelling::Flat),
        year_built: Some(BUILT),
        occupied: Some(PartialDate { known: Known::Year(BUILT), sense: Sense::Exact }),
        erf: if is_common { "SS 214/1998".into() } else { format!("SS 214/1998, section {section}") },
        ..Property::default()
    }
}

/// The walk on which somebody looked at what stands there.
fn walked(book: &mut Book, fitted: &[Fitted]) {
    let point = |one: &Fitted| Point {
        title: one.name.to_owned(),
        found: if one.is_sound { Found::Good } else { Found::Failed },
        system: Some(one.id),
        ..Point::default()
    };
    let walk = Inspection {
        title: "Walk through the buildings".into(),
        on: Some(book.today.minus_days(61)),
        by: "Kromboom Property Services".into(),
        points: fitted.iter().filter(|one| one.is_walked).map(point).collect(),
        ..Inspection::default()
    };
    book.write("walk", &walk);
}
