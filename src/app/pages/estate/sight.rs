//! What is seen of a scheme: read once, a piece at a time, kept in memory, and put right where something has changed.

use crate::browser::timer;
use crate::components::whenever;
use crate::deeds::estate::OwnEstate;
use leptos::prelude::*;
use model::scheme::board::Board;
use model::scheme::{Building, Unit, UnitStanding};
use model::standing::living;
use model::{Letter, Record, RecordId, SpaceId};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Units whose standing is read before the page may answer again: a few milliseconds on a phone.
const PIECE: usize = 150;

type Found = RwSignal<Option<Option<OwnEstate>>>;

/// How a scheme stands, kept up to date. A handle: copies are the same sight.
#[derive(Clone, Copy)]
pub struct Sight {
    found: Found,
    kept: StoredValue<Kept, LocalStorage>,
    turn: RwSignal<u32>,
    whole: RwSignal<bool>,
}

/// What was read, and prints of it by which it is known what has changed.
#[derive(Default)]
struct Kept {
    space: Option<SpaceId>,
    board: Board,
    places: u64,
    told: FxHashMap<RecordId, u64>,
    asked: u32,
}

impl Sight {
    /// What is seen of the scheme that was `found`.
    pub fn new(found: Found) -> Self {
        let kept = StoredValue::new_local(Kept::default());
        let sight = Self { found, kept, turn: RwSignal::new(0), whole: RwSignal::new(false) };
        whenever(move || {
            found.track();
            sight.read();
        });
        sight
    }

    /// Looks at how it stands; tracks it.
    pub fn with<T>(self, see: impl FnOnce(&Board) -> T) -> T {
        self.turn.track();
        self.now(see)
    }

    /// The same without tracking it.
    pub fn now<T>(self, see: impl FnOnce(&Board) -> T) -> T {
        self.kept.with_value(|kept| see(&kept.board))
    }

    /// Rises whenever something was read.
    pub fn turn(self) -> u32 {
        self.turn.get()
    }

    /// Whether all of it was read; tracks it.
    pub fn is_whole(self) -> bool {
        self.whole.get()
    }

    /// Looks at the scheme; tracks it.
    pub fn estate<T>(self, see: impl FnOnce(&OwnEstate) -> T) -> Option<T> {
        self.found.with(|found| found.as_ref().and_then(Option::as_ref).map(see))
    }

    /// The letters of a kind; tracks them.
    pub fn letters<T: Letter>(self) -> Vec<(RecordId, T)> {
        let read =
            |estate: &OwnEstate| living::<T>(&estate.records).into_iter().map(|one| (one.root, one.letter)).collect();
        self.estate(read).unwrap_or_default()
    }

    fn read(self) {
        let asked = self.found.with_untracked(|found| {
            let estate = found.as_ref().and_then(Option::as_ref)?;
            self.kept.try_update_value(|kept| {
                kept.asked += 1;
                kept.begin(estate);
                kept.asked
            })
        });
        let Some(asked) = asked else { return };
        leptos::task::spawn_local(async move {
            let mut at = 0;
            while let Some((next, is_new)) = self.piece(at, asked) {
                // What comes first is shown at once, and all of it when it is there.
                if next.is_none() || (is_new && at == 0) {
                    self.turn.try_update(|turn| *turn = turn.wrapping_add(1));
                }
                let Some(next) = next else {
                    self.whole.try_set(true);
                    return;
                };
                at = next;
                timer::wait(0).await;
            }
        });
    }

    /// Reads a piece of the records from `at` on: where the next begins, and whether anything was new. None once something else was asked for.
    fn piece(self, at: usize, asked: u32) -> Option<(Option<usize>, bool)> {
        let read = |estate: &OwnEstate, kept: &mut Kept| (kept.asked == asked).then(|| kept.tell(&estate.records, at));
        self.found.try_with_untracked(|found| {
            let estate = found.as_ref().and_then(Option::as_ref)?;
            self.kept.try_update_value(|kept| read(estate, kept)).flatten()
        })?
    }
}

impl Kept {
    /// Begins with the places, where any has changed, or what was told of one is gone.
    fn begin(&mut self, estate: &OwnEstate) {
        let of = |kind: &'static str| {
            estate.records.iter().filter(move |record| record.kind == kind && !record.is_deleted())
        };
        let mut places = FxHasher::default();
        of(Unit::KIND).chain(of(Building::KIND)).for_each(|record| print(record, &mut places));
        let places = places.finish();
        let told = estate.records.iter().filter(|record| record.kind == UnitStanding::KIND);
        let is_gone = told.filter(|record| self.knows(record) || !record.is_deleted()).count() < self.told.len();
        if self.space == Some(estate.space) && self.places == places && !is_gone {
            return;
        }
        let buildings = living::<Building>(&estate.records).into_iter().map(|one| (one.root, one.letter)).collect();
        let units = living::<Unit>(&estate.records).into_iter().map(|one| (one.root, one.letter)).collect();
        (self.space, self.places, self.board) = (Some(estate.space), places, Board::new(buildings, units));
        self.told.clear();
    }

    fn tell(&mut self, records: &[Record], at: usize) -> (Option<usize>, bool) {
        let mut read = 0;
        for (at, record) in records.iter().enumerate().skip(at) {
            if record.kind != UnitStanding::KIND || self.knows(record) || record.is_deleted() {
                continue;
            }
            if read == PIECE {
                return (Some(at), true);
            }
            read += 1;
            self.told.insert(record.id, number(record));
            if let Ok(standing) = record.body.read() {
                self.board.tell(standing);
            }
        }
        (None, read > 0)
    }

    /// Whether what it says was read.
    fn knows(&self, record: &Record) -> bool {
        self.told.get(&record.id) == Some(&number(record))
    }
}

/// What tells how a unit stands from how it stood. Only the server writes that, and numbers it: nothing has to be read for it.
fn number(record: &Record) -> u64 {
    if record.rev > 0 {
        return record.rev;
    }
    let mut own = FxHasher::default();
    print(record, &mut own);
    own.finish()
}

/// What tells a record from what it was.
fn print(record: &Record, into: &mut FxHasher) {
    into.write(record.id.0.as_bytes());
    into.write(record.body.text().as_bytes());
}
