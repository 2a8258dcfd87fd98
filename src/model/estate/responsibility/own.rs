//! The rules that a scheme made for itself.

use super::{Bearer, Duty, Serves, Standing, Thing};
use crate::system::SystemType;

/// A rule of the scheme's own: of its management or conduct rules, or of an association's constitution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRule {
    /// What it is cited as: "Conduct rule 7".
    pub cite: String,
    /// Its words.
    pub words: String,
    /// The sorts of system that it speaks of; of all where none is named.
    pub sorts: Vec<SystemType>,
    /// Where they stand; anywhere where nothing is named.
    pub standings: Vec<Standing>,
    /// Whom they serve; anybody where nothing is named.
    pub serves: Vec<Serves>,
    /// The duties that it gives; all where none is named.
    pub duties: Vec<Duty>,
    /// To whom.
    pub bearer: Bearer,
}

impl OwnRule {
    /// How closely it speaks of the case, by how many things it names; none where it does not speak of it. What is not known of a thing is named by no rule.
    fn closeness(&self, thing: Thing, duty: Duty) -> Option<u32> {
        let names = [
            named(&self.sorts, thing.sort)?,
            named(&self.standings, thing.standing)?,
            named(&self.serves, thing.serves)?,
            named(&self.duties, duty)?,
        ];
        Some(names.into_iter().map(u32::from).sum())
    }
}

/// Whether a list names a value, or names nothing and so means any; none where it names others.
fn named<T: PartialEq>(list: &[T], value: T) -> Option<bool> {
    if list.is_empty() {
        return Some(false);
    }
    list.contains(&value).then_some(true)
}

/// The rule that speaks most closely of a case; of two that do alike the later, as rules are amended.
pub(super) fn applying(thing: Thing, duty: Duty, own: &[OwnRule]) -> Option<&OwnRule> {
    let speaking = own.iter().filter_map(|rule| Some((rule.closeness(thing, duty)?, rule)));
    speaking.max_by_key(|(closeness, _)| *closeness).map(|(_, rule)| rule)
}
