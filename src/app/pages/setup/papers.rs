//! Which papers to look for, once the systems are known.

use model::RecordId;
use model::catalogue::UsualPaper;
use model::document::DocumentType;

/// A paper to look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What it is called.
    pub name: String,
    /// What sort of paper.
    pub sort: DocumentType,
    /// The systems that it may concern, each by id and name.
    pub systems: Vec<(RecordId, String)>,
}

impl Wanted {
    /// Where it is written down.
    pub fn address(&self) -> String {
        let system = self.systems.first().filter(|_| self.systems.len() == 1);
        let of = |start: &str| system.map(|(id, _)| format!("{start}system={id}")).unwrap_or_default();
        match self.sort {
            DocumentType::Certificate => format!("/certificates/new{}", of("?")),
            sort => format!("/documents/new?type={sort}{}", of("&")),
        }
    }
}

/// The papers of all systems, each once: those that a law or a claim may ask for before the rest.
pub fn wanted(systems: impl Iterator<Item = (RecordId, String, Vec<UsualPaper>)>) -> Vec<Wanted> {
    let mut all: Vec<Wanted> = Vec::new();
    for (id, name, papers) in systems {
        for UsualPaper { name: paper, sort } in papers {
            let system = (id, name.clone());
            match all.iter_mut().find(|wanted| wanted.name == paper && wanted.sort == sort) {
                Some(wanted) => wanted.systems.push(system),
                None => all.push(Wanted { name: paper, sort, systems: vec![system] }),
            }
        }
    }
    let of_weight = |heavy: u8| all.iter().filter(move |wanted| weight(wanted.sort) == heavy).cloned();
    (0..=LIGHTEST).flat_map(of_weight).collect()
}

/// The weight of what is asked for least.
const LIGHTEST: u8 = 4;

/// When a paper is looked for: the lower, the sooner.
fn weight(sort: DocumentType) -> u8 {
    match sort {
        DocumentType::Certificate => 0,
        DocumentType::Warranty => 1,
        DocumentType::Contract | DocumentType::Report | DocumentType::Plan => 2,
        DocumentType::Invoice => 3,
        _ => LIGHTEST,
    }
}
