//! How the home stands on the day of the report: its score, and each system with what costs it most.

use crate::Given;
use crate::block::{Block, Column, Fact, Row, Table};
use crate::home::{Home, Kept};
use model::Date;
use model::entry::Entry;
use model::health::{Health, HomeHealth, Known, Reason, SystemHealth, Written, of_home};
use words::Words;

impl Home<'_> {
    /// How it stands; none where only a part of it is given.
    pub fn health(&self, today: Date) -> Option<HomeHealth> {
        let care = self.care?;
        let documents = self.documents.iter().flat_map(|paper| &paper.letter.systems);
        let warranties = self.warranties.iter().flat_map(|paper| &paper.letter.systems);
        Some(of_home(&Known {
            today,
            systems: self.systems.iter().map(|system| (system.id, system.letter)).collect(),
            zones: self.zones.iter().map(|zone| (zone.id, zone.letter.parent)).collect(),
            entries: self.entries.iter().map(written).collect(),
            tasks: &care.planned,
            looked_at: care.looked_at.clone(),
            papers: documents.chain(warranties).copied().collect(),
            basis: &self.basis(),
        }))
    }
}

fn written<'a>(entry: &Kept<'a, Entry>) -> Written<'a> {
    Written { root: entry.id, id: entry.version, letter: entry.letter }
}

/// The score of the home, and its systems, the worst first. What people wrote themselves is not quoted.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let words = given.words;
    let said = words.health();
    let Some(health) = given.home.health(given.today).filter(|health| !health.systems.is_empty()) else {
        return vec![Block::Nothing { text: words.print().none }];
    };
    let facts = vec![
        Fact::new(said.worked_out, words.day(given.today)),
        Fact::new(said.of_home, told(words, health.health)).noted((said.confidence)(health.health.confidence)),
    ];
    let columns = vec![
        Column::words(words.frame().systems),
        Column::words(said.scores),
        Column::figures(said.confidences),
        Column::words(said.why),
    ];
    let rows = health.systems.iter().map(|system| row(given, system)).collect();
    let table = Table { caption: said.title, columns, rows, total: None, list: true };
    vec![Block::Facts { facts }, Block::Table(table), Block::Note { text: said.note }]
}

fn row(given: &Given<'_>, system: &SystemHealth) -> Row {
    let words = given.words;
    let name = |reason| match reason {
        Reason::Certificate { sort, .. } => (words.choice().certificate)(sort),
        _ => "",
    };
    let why = system.lost.first().map(|lost| {
        let said = words.health();
        format!("{}: {}", (said.part)(lost.part), (said.reason)(lost.reason, name(lost.reason)))
    });
    let cells = vec![told(words, system.health), system.health.confidence.to_string(), why.unwrap_or_default()];
    Row { name: given.home.system(system.id).map(|one| one.name.clone()).unwrap_or_default(), cells }
}

/// "Could be better · 72 of 100".
fn told(words: &Words, health: Health) -> String {
    let state = (words.health().state)(health.state());
    health.score.map_or_else(|| state.to_owned(), |score| format!("{state} · {}", (words.health().score)(score)))
}
