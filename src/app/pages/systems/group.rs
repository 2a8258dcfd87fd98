//! Systems as the list shows them: by zone, parts below what they are a part of.

use crate::data::{Kept, Shelf, by_name};
use model::RecordId;
use model::look::folded;
use model::system::{System, shown_parent};
use model::zone::Zone;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The systems of one zone.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The zone's name with those above it; empty for no zone.
    pub name: String,
    /// Those that are no part of another, by name.
    pub systems: Vec<Branch>,
}

/// A system and its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// The system.
    pub system: Arc<Kept<System>>,
    /// Its parts, by name.
    pub parts: Vec<Branch>,
}

impl Group {
    /// How many systems are in it, parts included.
    pub fn count(&self) -> usize {
        self.systems.iter().map(Branch::count).sum()
    }
}

impl Branch {
    fn count(&self) -> usize {
        1 + self.parts.iter().map(Self::count).sum::<usize>()
    }
}

/// The parent under which everyone shows `id`; none if there is none that still exists.
pub fn parent_of(systems: &Shelf<System>, id: RecordId) -> Option<RecordId> {
    let said = |id: RecordId| {
        systems.get(&id).and_then(|system| system.letter.parent).filter(|parent| systems.contains_key(parent))
    };
    shown_parent(id, said)
}

/// Systems in use by zone; those in no zone come last. A part stands below its system whatever zone it is in, unless that system is
/// out of use.
pub fn in_use(systems: &Shelf<System>, zones: &Shelf<Zone>) -> Vec<Group> {
    let mut parts: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
    let mut roots = Vec::new();
    for (id, _) in systems.iter().filter(|(_, system)| system.letter.in_use()) {
        let parent =
            parent_of(systems, id).filter(|parent| systems.get(parent).is_some_and(|parent| parent.letter.in_use()));
        match parent {
            Some(parent) => parts.entry(parent).or_default().push(id),
            None => roots.push(id),
        }
    }
    let mut groups: BTreeMap<(bool, String, Option<RecordId>), Group> = BTreeMap::new();
    for root in roots {
        let zone = systems.get(&root).and_then(|root| root.letter.zone).filter(|zone| zones.contains_key(zone));
        let name = zone.map(|zone| zone_name(zones, zone)).unwrap_or_default();
        let group =
            groups.entry((zone.is_none(), folded(&name), zone)).or_insert_with(|| Group { name, systems: Vec::new() });
        group.systems.extend(branch(systems, &parts, root));
    }
    groups.into_values().map(|group| Group { systems: sort(group.systems), ..group }).collect()
}

/// Systems that were replaced or taken out of use, by name.
pub fn retired(systems: &Shelf<System>) -> Vec<Arc<Kept<System>>> {
    by_name(systems.values().filter(|system| !system.letter.in_use()).collect(), |system| &system.letter.name)
}

/// A zone's name with those of the zones that it lies in.
pub fn zone_name(zones: &Shelf<Zone>, zone: RecordId) -> String {
    let above =
        |id: RecordId| zones.get(&id).and_then(|zone| zone.letter.parent).filter(|parent| zones.contains_key(parent));
    let line = model::system::ancestry(zone, above);
    let names: Vec<String> =
        line.iter().rev().filter_map(|id| zones.get(id)).map(|zone| zone.letter.name.clone()).collect();
    names.join(" › ")
}

/// The systems that fit `query` in name, make, model, serial number or type, as if none were a part of another.
pub fn found(groups: &[Group], query: &str, sort_name: impl Fn(&System) -> &'static str + Copy) -> Vec<Group> {
    let query = folded(query);
    let wanted: Vec<&str> = query.split_whitespace().collect();
    let fits = |system: &System| {
        let text =
            [&system.name, &system.make, &system.model, &system.serial, &system.size].map(String::as_str).join(" ");
        let text = folded(&format!("{text} {}", sort_name(system)));
        wanted.iter().all(|word| text.contains(word))
    };
    let each = |group: &Group| {
        let mut flat = Vec::new();
        group.systems.iter().for_each(|branch| flatten(branch, &mut flat));
        flat.retain(|branch| fits(&branch.system.letter));
        (!flat.is_empty()).then(|| Group { name: group.name.clone(), systems: flat })
    };
    groups.iter().filter_map(each).collect()
}

fn flatten(branch: &Branch, into: &mut Vec<Branch>) {
    into.push(Branch { system: branch.system.clone(), parts: Vec::new() });
    branch.parts.iter().for_each(|part| flatten(part, into));
}

fn branch(systems: &Shelf<System>, parts: &BTreeMap<RecordId, Vec<RecordId>>, id: RecordId) -> Option<Branch> {
    let below = parts.get(&id).into_iter().flatten();
    let parts = sort(below.filter_map(|part| branch(systems, parts, *part)).collect());
    Some(Branch { system: systems.get(&id)?, parts })
}

fn sort(branches: Vec<Branch>) -> Vec<Branch> {
    by_name(branches, |branch| &branch.system.letter.name)
}
