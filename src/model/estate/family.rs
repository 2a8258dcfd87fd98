//! Families of parts, of which suppliers are told: those that the catalogue names for a sort of system. Nothing that a person typed is one.

use crate::catalogue::Catalogue;
use crate::system::SystemType;
use crate::task::Task;
use crate::usual_care::UsualCare;
use std::collections::BTreeMap;

/// Thousandths of one piece.
const PIECE: i64 = 1_000;

/// The families that there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Families {
    /// By the sort of system and the name of the part in small letters.
    names: BTreeMap<(SystemType, String), String>,
    /// The sort of system of a task of the catalogue, and its parts.
    lists: BTreeMap<String, (SystemType, Vec<String>)>,
    /// As they are written, by how they are known once they were published.
    written: BTreeMap<String, String>,
}

impl Families {
    /// What `care` names, called as `catalogue` calls the systems.
    pub fn new(care: &UsualCare, catalogue: &Catalogue) -> Self {
        let mut families = Self::default();
        for system in &care.systems {
            let Some(sort) = catalogue.sort(system.sort) else { continue };
            for task in &system.tasks {
                let list: Vec<String> = task.parts.iter().map(|part| format!("{}: {part}", sort.name)).collect();
                for (part, family) in task.parts.iter().zip(&list) {
                    families.names.insert((system.sort, small(part)), family.clone());
                    families.written.insert(small(family), family.clone());
                }
                families.lists.insert(task.key.clone(), (system.sort, list));
            }
        }
        families
    }

    /// What one round of a task needs of each family, thousandths: by its own list of parts, else by that of the catalogue. `sort` is that of the system which it
    /// concerns, for a task that the catalogue does not know.
    pub fn of(&self, task: &Task, sort: Option<SystemType>) -> Vec<(String, i64)> {
        let usual = self.lists.get(&task.catalogue);
        if let (true, Some((_, list))) = (task.parts.is_empty(), usual) {
            return list.iter().map(|family| (family.clone(), PIECE)).collect();
        }
        let Some(sort) = usual.map(|(sort, _)| *sort).or(sort) else { return Vec::new() };
        let known = task.parts.iter().filter_map(|part| {
            let family = self.names.get(&(sort, small(&part.name)))?;
            Some((family.clone(), part.quantity.saturating_mul(PIECE)))
        });
        known.collect()
    }

    /// A family as the catalogue writes it; as it is where the catalogue knows it no more.
    pub fn written<'a>(&'a self, family: &'a str) -> &'a str {
        self.written.get(family).map_or(family, String::as_str)
    }
}

/// Names are the same that differ in blanks and capitals only.
pub(super) fn small(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
