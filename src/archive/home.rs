//! What goes into an archive: a home's records and who its members are.

use crate::deal::{self, Deal};
use crate::line::told;
use crate::revision::{self, Revision};
use model::access::{Role, Sort};
use model::kind::KINDS;
use model::{
    AccountId, Body, Instant, Letter, Record, RecordId, SpaceId, import::Import, past::Past, property::Property,
    scheme::Scheme,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// A home to be written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Home {
    /// Its space.
    pub space: SpaceId,
    /// Its records, of every kind, in any order.
    pub records: Vec<Record>,
    /// Revisions of those that were changed, oldest first, and every one that no server has accepted yet; none where they are not at hand.
    pub revisions: Option<Vec<Revision>>,
    /// Who is in it.
    pub members: Vec<MemberNote>,
    /// What its providers were asked for.
    pub deals: Vec<Deal>,
}

/// Kinds that a server works out of others, for a scheme of many homes: how its units stand, and what is in them.
pub const WORKED_OUT: [&str; 2] = ["standing", "inventory"];

impl Home {
    /// It without what a server works out anew.
    pub fn without_worked_out(mut self) -> Self {
        let is_worked_out = |record: &Record| WORKED_OUT.contains(&record.kind.as_str());
        let left: HashSet<RecordId> =
            self.records.iter().filter(|record| is_worked_out(record)).map(|record| record.id).collect();
        self.records.retain(|record| !left.contains(&record.id));
        self.revisions.iter_mut().for_each(|all| all.retain(|revision| !left.contains(&revision.record)));
        self
    }
}

/// A member, as an archive notes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberNote {
    /// The account.
    pub account: AccountId,
    /// What they are called: their e-mail.
    pub name: String,
    /// What they are in the home.
    pub role: Role,
    /// Since when.
    pub since: Instant,
}

/// The records of a home as an archive tells them, by kind, each kind in the order of ids.
#[derive(Debug, Default)]
pub(crate) struct Telling {
    /// The records, without the claims that they carry.
    pub(crate) kinds: BTreeMap<String, Vec<Record>>,
    /// How records came to be as they are, by record.
    pub(crate) revisions: BTreeMap<RecordId, Vec<Revision>>,
    /// The deals, each with its records in the order of ids.
    pub(crate) deals: BTreeMap<SpaceId, Vec<Record>>,
    /// Names that records of another archive claimed, by account.
    pub(crate) claimed: BTreeMap<AccountId, String>,
}

impl Telling {
    /// What is told of `home`.
    ///
    /// That an archive was once brought in is left out: it tells of the carrying, as a manifest does, not of the home.
    pub(crate) fn of(home: &Home) -> Self {
        let (revisions, deals) = (revision::told(home), deal::told(home));
        let mut telling = Self { revisions, deals, ..Self::default() };
        for record in home.records.iter().filter(|record| !is_carrying(record) && record.kind != Past::KIND) {
            let (record, name) = told(record);
            name_of(&mut telling.claimed, record.by, name);
            telling.kinds.entry(record.kind.clone()).or_default().push(record);
        }
        for revision in telling.revisions.values().flatten() {
            name_of(&mut telling.claimed, revision.by, revision.name.clone());
        }
        telling.kinds.values_mut().for_each(|records| records.sort_by_key(|record| record.id));
        telling
    }

    /// Every revision that is told, by record, each record's oldest first.
    pub(crate) fn history(&self) -> impl Iterator<Item = &Revision> {
        self.revisions.values().flatten()
    }

    /// What the home is called, or the scheme.
    pub(crate) fn name(&self) -> String {
        let scheme = || self.scheme().map(|scheme| scheme.name);
        self.property().map(|property| property.name).or_else(scheme).unwrap_or_default()
    }

    /// Whether it is a home or a scheme of many.
    pub(crate) fn sort(&self) -> Sort {
        if self.property().is_none() && self.scheme().is_some() { Sort::Estate } else { Sort::Home }
    }

    fn scheme(&self) -> Option<Scheme> {
        let mut schemes = self.kinds.get(Scheme::KIND)?.iter().filter(|record| !record.is_deleted());
        schemes.find_map(|record| record.body.read().ok())
    }

    /// The home itself.
    pub(crate) fn property(&self) -> Option<Property> {
        let mut properties = self.kinds.get(Property::KIND)?.iter().filter(|record| !record.is_deleted());
        properties.find_map(|record| record.body.read().ok())
    }

    /// Every record, kinds in the order in which they are read back: those that this build knows as its table has them, then the others by name.
    pub(crate) fn records(&self) -> impl Iterator<Item = &Record> {
        let known = KINDS.iter().filter_map(|kind| self.kinds.get(kind.name));
        let others = self.kinds.iter().filter(|(name, _)| !KINDS.iter().any(|kind| kind.name == *name));
        known.chain(others.map(|(_, records)| records)).flatten()
    }

    /// Bodies of the records of every deal.
    pub(crate) fn bodies_of_deals(&self) -> impl Iterator<Item = &Body> {
        self.deals.values().flatten().map(|record| &record.body)
    }

    /// Bodies of every record, in the same order.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.records().map(|record| &record.body)
    }
}

/// Notes what an account is called. Claims of one account agree unless somebody forged them; then all see the same.
fn name_of(claimed: &mut BTreeMap<AccountId, String>, by: Option<AccountId>, name: String) {
    let (Some(by), false) = (by, name.is_empty()) else { return };
    let known = claimed.entry(by).or_insert_with(|| name.clone());
    if name < *known {
        *known = name;
    }
}

/// Whether it is the note that an archive was brought in.
pub(crate) fn is_carrying(record: &Record) -> bool {
    record.kind == Import::KIND && record.body.read::<Import>().is_ok_and(|import| import.from == crate::line::FORMAT)
}
