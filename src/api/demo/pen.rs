//! The pen: takes what the household wrote, in any order, and gives it back as edits in the order of their days.

use super::DemoHome;
use super::chance::Chance;
use super::day;
use super::photo::{Album, Scene};
use model::body::Fields;
use model::{Body, Clock, Date, DeviceId, Edit, EditKey, FileHash, FileRef, Letter, RecordId, SpaceId};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// The first half of every id (a UUIDv7's time): 1 February 2016, before which this home had nothing to write.
const IDS_MS: u128 = 1_454_277_600_000;

/// Whose device wrote.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Naledi's phone.
    Naledi,
    /// Pieter's phone.
    Pieter,
    /// The laptop in the study.
    Laptop,
}

/// Collects edits and files.
pub(super) struct Pen {
    /// The day on which the home is looked at.
    pub(super) today: Date,
    written: Vec<Written>,
    latest: HashMap<RecordId, Fields>,
    files: BTreeMap<FileHash, (FileRef, Vec<u8>)>,
}

struct Written {
    at_ms: u64,
    who: Who,
    id: RecordId,
    kind: &'static str,
    fields: Fields,
}

/// The id that belongs to a kind and a name within it.
pub(super) fn id<T: Letter>(name: &str) -> RecordId {
    RecordId(uuid(&format!("{}/{name}", T::KIND)))
}

/// The space that all of it is in.
pub(super) fn space() -> SpaceId {
    SpaceId(uuid("space"))
}

/// A UUIDv7 whose random part is the name's hash.
pub(super) fn uuid(name: &str) -> Uuid {
    let hash = FileHash::of(format!("codessa demonstration/{name}").as_bytes()).0;
    let random: [u8; 16] = hash[..16].try_into().expect("a hash is longer than an id");
    let bits = u128::from_be_bytes(random) >> 48 | IDS_MS << 80;
    uuid::Builder::from_u128(bits)
        .with_version(uuid::Version::SortRand)
        .with_variant(uuid::Variant::RFC4122)
        .into_uuid()
}

impl Pen {
    /// A pen held on `today`.
    pub(super) fn new(today: Date) -> Self {
        Self { today, written: Vec::new(), latest: HashMap::new(), files: BTreeMap::new() }
    }

    /// The calendar year `years` after the house was built.
    pub(super) fn year(&self, years: i32) -> i32 {
        self.today.year() - 10 + years
    }

    /// A day `years` after the year in which the house was built.
    pub(super) fn on(&self, years: i32, month: u32, day: u32) -> Date {
        day::of(self.year(years), month, day)
    }

    /// The day `days` before today.
    pub(super) fn ago(&self, days: u32) -> Date {
        day::before(self.today, days)
    }

    /// Writes a new record on `day`, at some time between supper and bed.
    pub(super) fn write<T: Letter>(&mut self, name: &str, who: Who, day: Date, letter: &T) -> RecordId {
        let id = id::<T>(name);
        let fields = letter.fields();
        self.latest.insert(id, fields.clone());
        self.put(T::KIND, id, who, day, fields);
        id
    }

    /// Changes a living record that was written before; only what differs is written.
    pub(super) fn change<T: Letter + Clone>(&mut self, name: &str, who: Who, day: Date, change: impl FnOnce(&mut T)) {
        let id = id::<T>(name);
        let fields = self.latest.get_mut(&id).expect("a record is written before it is changed");
        let before: T = model::letter::read(fields).expect("the pen wrote it");
        let mut after = before.clone();
        change(&mut after);
        *fields = after.fields();
        self.put(T::KIND, id, who, day, after.changes(&before));
    }

    /// A record as it was last written.
    pub(super) fn letter<T: Letter>(&self, id: RecordId) -> Option<T> {
        model::letter::read(self.latest.get(&id)?).ok()
    }

    fn put(&mut self, kind: &'static str, id: RecordId, who: Who, day: Date, fields: Fields) {
        let day = day.min(self.ago(1));
        let minute = Chance::of(&format!("{id} {day}")).within(17 * 60, 22 * 60);
        self.written.push(Written { at_ms: day::moment_ms(day, minute), who, id, kind, fields });
    }

    /// A drawn photo of `scene`, another one for each `turn` until the scene's pictures are used up; the file to name in a record.
    pub(super) fn photo(&mut self, scene: Scene, turn: u32, taken: Date, caption: &str) -> FileRef {
        let (file, content) = Album::shared().photo(scene, turn);
        self.files.entry(file.hash).or_insert_with(|| (file.clone(), content.clone()));
        let mut chance = Chance::of(&format!("{taken} {caption} {turn}"));
        let (hour, minute, second) = (chance.within(7, 17), chance.within(0, 59), chance.within(0, 59));
        let day = taken.to_string().replace('-', "");
        let name = format!("IMG_{day}_{hour:02}{minute:02}{second:02}.jpg");
        FileRef { name, caption: caption.to_owned(), ..file.clone() }
    }

    /// A paper; the file to name in a record.
    pub(super) fn paper(&mut self, name: &str, content: Vec<u8>) -> FileRef {
        let file = FileRef {
            hash: FileHash::of(&content),
            name: format!("{name}.pdf"),
            media: model::file::media_of(&content).to_owned(),
            size: content.len() as u64,
            ..FileRef::default()
        };
        self.files.insert(file.hash, (file.clone(), content));
        file
    }

    /// Everything, in the order in which it was written.
    pub(super) fn close(mut self) -> DemoHome {
        // Stable: what was written in the same minute stays in the order in which the demonstration names it.
        self.written.sort_by_key(|written| written.at_ms);
        let mut clocks = [0x6e61_6c65_6469_0001, 0x7069_6574_6572_0002, 0x6c61_7074_6f70_0003]
            .map(|device| Clock::new(DeviceId(device)));
        let mut seen = clocks[0].tick(0);
        let edits = self.written.iter().map(|written| {
            let fields = Body::seal(&written.fields);
            let clock = &mut clocks[written.who as usize];
            clock.observe(seen);
            seen = clock.tick(written.at_ms);
            Edit {
                key: EditKey(uuid(&format!("edit {} {} {}", written.id, written.at_ms, fields.text()))),
                id: written.id,
                kind: written.kind.to_owned(),
                stamp: seen,
                fields,
            }
        });
        DemoHome { edits: edits.collect(), files: self.files.into_values().collect() }
    }
}
