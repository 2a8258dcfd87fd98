//! A case, read from its records.

use super::{Dispute, DisputeAct, Statement};
use crate::date::{Date, HOME_AHEAD_MINUTES, Instant};
use crate::estate::case::{Act, Case, Deed, Role, Terms};
use crate::file::FileRef;
use crate::id::{AccountId, RecordId};
use crate::letter::Letter;
use crate::record::Record;
use crate::standing::living;

/// Something that was done or said, in the order of arrival.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Turn {
    /// Its record.
    pub id: RecordId,
    /// What it is to the rules.
    pub act: Act,
    /// By which party, if by one.
    pub party: Option<RecordId>,
    /// By which office, if by one.
    pub office: Option<Role>,
    /// The name of who did it, as they gave it.
    pub name: String,
    /// What was said.
    pub text: String,
    /// Photos and papers.
    pub files: Vec<FileRef>,
    /// A rule that is quoted.
    pub rule: String,
    /// What a quote says, cents.
    pub cents: Option<i64>,
    /// An entry that is quoted.
    pub entry: String,
    /// When: as the server had it, or as the device has it that sent nothing yet.
    pub at: Option<Instant>,
    /// Whether the server has it.
    pub is_sent: bool,
    /// Who wrote it.
    by: AccountId,
    rev: u64,
}

/// A case as its records tell it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Thread {
    /// What it is about, and the record that says it.
    pub matter: Option<(RecordId, Dispute)>,
    /// What was done and said, the first first.
    pub turns: Vec<Turn>,
}

impl Thread {
    /// Reads it; what `own` wrote and did not send yet is theirs.
    pub fn of(records: &[Record], own: AccountId) -> Self {
        let mut turns: Vec<Turn> = records.iter().filter_map(|record| turn(record, own)).collect();
        // What is not sent yet comes last.
        turns.sort_by_key(|turn| (!turn.is_sent, turn.rev, turn.id));
        let matter = living::<Dispute>(records).into_iter().next().map(|one| (one.root, one.letter));
        Self { matter, turns }
    }

    /// The case that the rules know.
    pub fn case(&self) -> Case {
        let parties = self.matter.iter().flat_map(|(_, matter)| &matter.parties).map(|party| (party.id, party.role));
        let offices = self
            .turns
            .iter()
            .filter_map(|turn| Some((RecordId(turn.by.0), turn.office.filter(|_| turn.party.is_none())?)));
        let mut case = Case::of(parties.chain(offices).collect());
        for turn in &self.turns {
            let on = turn.at.unwrap_or_default().date(HOME_AHEAD_MINUTES);
            // What the rules did not allow was refused, and what a party did who is none any more does not count.
            let _ = case.add(Deed { act: turn.act, by: turn.person(), on }, &Terms::default());
        }
        case
    }

    /// What somebody is called who acts: the party's name, or as they gave it.
    pub fn name_of<'a>(&'a self, turn: &'a Turn) -> &'a str {
        let mut parties = self.matter.iter().flat_map(|(_, matter)| &matter.parties);
        let party = parties.find(|party| Some(party.id) == turn.party);
        party.map_or(turn.name.as_str(), |party| party.name.as_str())
    }
}

impl Turn {
    /// Whom the rules know as having done it.
    pub(super) fn person(&self) -> RecordId {
        self.party.unwrap_or(RecordId(self.by.0))
    }
}

/// The case that those records tell.
pub fn case(records: &[Record]) -> Case {
    Thread::of(records, AccountId::default()).case()
}

/// What a record says was done; nothing of what tells no act, and of what cannot be read.
pub(super) fn turn(record: &Record, own: AccountId) -> Option<Turn> {
    let (by, is_sent) = (record.by.unwrap_or(own), record.rev > 0);
    let from = Turn { id: record.id, by, rev: record.rev, is_sent, ..Turn::default() };
    if record.kind == DisputeAct::KIND {
        let DisputeAct { act, party, office, text, files, name, at } = record.body.read().ok()?;
        return Some(Turn { act, party, office, text, files, name, at: record.at.or(at), ..from });
    }
    if record.kind == Statement::KIND {
        let said: Statement = record.body.read().ok()?;
        let act = said.act();
        let Statement { party, office, text, files, rule, cents, entry, name, at } = said;
        return Some(Turn { act, party, office, text, files, rule, cents, entry, name, at: record.at.or(at), ..from });
    }
    None
}

/// The day on which something is done at that moment.
pub(super) fn day(at: Instant) -> Date {
    at.date(HOME_AHEAD_MINUTES)
}
