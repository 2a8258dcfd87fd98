//! What the history report of a home says, as texts that only have to be laid out: by a browser, by a printer of PDF.
//!
//! [`Home`] is what is known, [`Wish`] what is asked for; [`write()`] makes a [`Report`] of the two. What is hidden is nowhere in it. What a home and a provider
//! give each other on paper is told by [`deal`], what a scheme of many homes plans by [`estate`].

mod age;
mod block;
mod claim;
mod costs;
mod cover;
pub mod deal;
pub mod estate;
pub mod facts;
mod health;
mod home;
mod inspections;
mod left_out;
mod lists;
mod mentions;
pub mod outlook;
mod papers;
mod parts;
mod records;
mod requests;
mod rules;
mod sheet;
mod systems;
mod timeline;
mod wish;

pub use age::{Ring, State};
pub use block::{
    Bar, Block, Chart, Column, Cover, Fact, Line, Photo, Report, Row, Section, Status, SystemCard, Table, Timeline,
    TimelineEntry, Year,
};
pub use claim::claim;
pub use home::{Care, Home, Kept};
pub use left_out::LeftOut;
pub use mentions::mentions;
pub use parts::{joined, number};
pub use records::Records;
pub use sheet::Sheet;
pub use wish::{Hidden, Part, Wish};

use model::Date;
use words::Words;

/// Who makes a report, and when.
#[derive(Clone)]
pub struct Maker {
    /// The language.
    pub words: &'static Words,
    /// The day on which it is made.
    pub today: Date,
    /// The account; none without one.
    pub account: Option<String>,
}

/// The report of `home` that is wished for.
pub fn write(home: &Home<'_>, wish: &Wish, maker: &Maker) -> Report {
    let entries = home.chosen(wish, maker.words);
    let given = Given { home, wish, entries: &entries, words: maker.words, today: maker.today };
    // Who was asked for nothing has nothing to say of it; by a link nobody is told.
    let is_told = |part: &Part| *part != Part::Requests || !home.deals.is_empty();
    let parts = Part::ALL.into_iter().filter(|part| part.is_section() && wish.has(*part)).filter(is_told);
    Report {
        language: maker.words.tag,
        cover: cover::cover(&given, maker),
        inside: maker.words.print().inside,
        left_out: left_out::told(&given),
        sections: parts.map(|part| section(&given, part)).collect(),
        foot: maker.words.print().foot,
    }
}

/// What every section is made of.
struct Given<'a> {
    home: &'a Home<'a>,
    wish: &'a Wish,
    /// Those that are in the report, newest first.
    entries: &'a [Kept<'a, model::entry::Entry>],
    words: &'static Words,
    today: Date,
}

fn section(given: &Given<'_>, part: Part) -> Section {
    let blocks = match part {
        Part::Home => cover::home(given),
        Part::Health => health::blocks(given),
        Part::Systems => systems::blocks(given),
        Part::Timeline => timeline::blocks(given),
        Part::Costs => costs::blocks(given),
        Part::Certificates => papers::certificates(given),
        Part::Warranties => papers::warranties(given),
        Part::Inspections => inspections::blocks(given),
        Part::Documents => papers::documents(given),
        Part::Contacts => lists::contacts(given),
        Part::Items => lists::items(given),
        Part::Requests => requests::blocks(given),
        // They stand below each entry.
        Part::Photos | Part::Notes => Vec::new(),
    };
    let count = match part {
        Part::Timeline => Some(given.entries.len()),
        other => given.home.count(other),
    };
    Section {
        part,
        title: part.name(given.words),
        count: count.map(|count| number(given.words, count)).unwrap_or_default(),
        blocks,
    }
}
