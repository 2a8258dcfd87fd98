//! The starter catalogue: what a home of a country usually has, what to ask about it, and how long it lasts. The facts are data, one file for
//! each country and language (`public/catalogue`); this is their shape, and what holds for every such file.

use crate::document::DocumentType;
use crate::life;
use crate::read::fielded;
use crate::system::SystemType;
use crate::zone::Place;
use serde::Serialize;

/// What the homes of a country usually have.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Catalogue {
    /// The country, ISO 3166-1: `ZA`.
    pub country: String,
    /// The language it is written in, BCP 47: `en-ZA`.
    pub language: String,
    /// Its systems, in the order in which they are offered.
    pub groups: Vec<Group>,
}

fielded!(Catalogue requires { "country" => country, "language" => language, "groups" => groups } {});

/// Systems that are looked for together: water, power.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Group {
    /// What they have to do with.
    pub name: String,
    /// The systems.
    pub systems: Vec<Sort>,
}

fielded!(Group requires { "name" => name, "systems" => systems } {});

/// A sort of system.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Sort {
    /// Which.
    #[serde(rename = "type")]
    pub sort: SystemType,
    /// What people call it.
    pub name: String,
    /// Its picture, by its id in `public/catalogue/pictures.svg`.
    pub picture: String,
    /// Where it usually stands, the likeliest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<UsualPlace>,
    /// Makers that are usual in the country, none before the others for any merit.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub makers: Vec<String>,
    /// Its expected life; none where no figure has a source. [`life::default_life`] has the same, by which pages count that go without this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life: Option<UsualLife>,
    /// What it is made of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<UsualPart>,
    /// What to ask about it first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// What to take photos of, the data plate first where it has one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<String>,
    /// Papers to look for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<UsualPaper>,
}

fielded!(Sort requires { "type" => sort, "name" => name, "picture" => picture } {
    "places" => places,
    "makers" => makers,
    "life" => life,
    "parts" => parts,
    "questions" => questions,
    "photos" => photos,
    "documents" => documents,
});

/// A place in which something usually stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualPlace {
    /// What people call it.
    pub name: String,
    /// What sort of place.
    pub place: Place,
}

fielded!(UsualPlace requires { "name" => name, "place" => place } {});

/// How long something usually lasts.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualLife {
    /// The shorter end, years.
    pub years_min: u32,
    /// The longer end, years.
    pub years_max: u32,
    /// Where the figures come from.
    pub source: UsualSource,
    /// Of what exactly, or when it is otherwise.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

fielded!(UsualLife requires { "years_min" => years_min, "years_max" => years_max, "source" => source } { "note" => note });

/// Where a figure of the catalogue comes from: a source by its title, or none but the trade's experience.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualSource {
    /// `published`, with a title; or `trade`.
    pub basis: String,
    /// The source, as it would be cited.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What it says there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub says: String,
}

fielded!(UsualSource requires { "basis" => basis } { "title" => title, "says" => says });

impl UsualSource {
    /// The basis of a figure with a source.
    pub const PUBLISHED: &'static str = "published";
    /// The basis of a figure that the trade knows and nobody has published.
    pub const TRADE: &'static str = "trade";
}

/// A part of a system.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualPart {
    /// What its trade calls it.
    pub name: String,
    /// What it does, in plain words.
    pub what: String,
    /// How long it lasts, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life: Option<UsualLife>,
}

fielded!(UsualPart requires { "name" => name, "what" => what } { "life" => life });

/// A question about a system, and the field that its answer goes into.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Question {
    /// A field of [`crate::system::System`], one of [`Question::FIELDS`].
    pub field: String,
    /// The question.
    pub ask: String,
    /// A field of [`crate::property::Property`] that the answer fills too, one of [`Question::HOME_FIELDS`]; empty for most.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub home: String,
    /// An example of an answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub example: String,
}

fielded!(Question requires { "field" => field, "ask" => ask } { "home" => home, "example" => example });

impl Question {
    /// The fields that a question may fill. All but `notes` take one question.
    pub const FIELDS: [&'static str; 7] = ["shut_off", "make", "model", "serial", "size", "installed", Self::NOTES];
    /// The fields of the home as a whole that a question may fill too.
    pub const HOME_FIELDS: [&'static str; 2] = ["water_shut_off", "power_shut_off"];
    /// The field that holds the answers to all questions without a field of their own.
    pub const NOTES: &'static str = "notes";
}

/// A paper to look for.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualPaper {
    /// What it is called.
    pub name: String,
    /// What sort of paper.
    #[serde(rename = "type")]
    pub sort: DocumentType,
}

fielded!(UsualPaper requires { "name" => name, "type" => sort } {});

impl Catalogue {
    /// Reads a catalogue.
    ///
    /// # Errors
    /// What is not one, as JSON says it.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// All sorts, in order.
    pub fn sorts(&self) -> impl Iterator<Item = &Sort> {
        self.groups.iter().flat_map(|group| &group.systems)
    }

    /// The sort of a type.
    pub fn sort(&self, sort: SystemType) -> Option<&Sort> {
        self.sorts().find(|known| known.sort == sort)
    }
}

impl UsualLife {
    /// Whether it says what pages count by.
    pub fn agrees(&self, life: &life::Life) -> bool {
        let source = match life.source {
            life::Source::Published(title) => self.source.basis == UsualSource::PUBLISHED && self.source.title == title,
            life::Source::Trade => self.source.basis == UsualSource::TRADE && self.source.title.is_empty(),
            life::Source::Owner => false,
        };
        source && (self.years_min, self.years_max) == (life.years_min, life.years_max)
    }
}

/// Notes that hold the answers to `asked` (question and answer each, an empty one left out), and below them what else stood in `notes`.
pub fn with_answers<'a>(notes: &str, asked: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let is_answer = |line: &&str| asked.clone().any(|(ask, _)| answer_in(line, ask).is_some());
    let answers = asked.clone().filter(|(_, answer)| !answer.is_empty()).map(|(ask, answer)| format!("{ask} {answer}"));
    let others = notes.lines().filter(|line| !is_answer(line)).map(str::to_owned);
    answers.chain(others).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The answer that `notes` hold to a question; empty if they hold none.
pub fn answer_of<'a>(notes: &'a str, ask: &str) -> &'a str {
    notes.lines().find_map(|line| answer_in(line, ask)).unwrap_or_default()
}

fn answer_in<'a>(line: &'a str, ask: &str) -> Option<&'a str> {
    line.strip_prefix(ask).and_then(|rest| rest.strip_prefix(' '))
}
