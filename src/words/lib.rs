//! Every sentence that a person reads, as one complete value per language; a missing sentence does not compile.
//!
//! The shapes below say what there is to say, one struct for each place; `en_za` says it. A language is one file more.

pub mod format;
pub mod place;

mod en_za;

use model::FaultCode;

/// Everything said in one language. Functions take what a sentence mentions.
pub struct Words {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Days of the week where room is short, Monday first.
    pub weekdays_short: [&'static str; 7],
    /// Months where room is short.
    pub months_short: [&'static str; 12],
    /// Money, numbers and dates.
    pub format: format::Format,
    /// What is said in many places.
    pub common: place::Common,
    /// What is wrong with a field: its code, and the limit that was passed, already written for people.
    pub fault: fn(FaultCode, Option<&str>) -> String,
    /// Refusals and failures.
    pub trouble: place::Trouble,
    /// Forms of all pages.
    pub form: place::Form,
    /// The frame around all pages.
    pub frame: place::Frame,
    /// First visit.
    pub welcome: place::Welcome,
    /// Home screen.
    pub home: place::Home,
    /// Certificates, warranties, tasks, contents and meters.
    pub care: place::Care,
    /// Mails.
    pub mail: place::Mail,
    /// Signing in, devices, members, settings.
    pub account: place::Account,
    /// Writing an entry.
    pub add: place::Add,
    /// One entry of the logbook.
    pub entry: place::Entry,
    /// The versions of an entry.
    pub versions: place::Versions,
    /// The logbook on paper.
    pub print: place::Print,
    /// The logbook as a list.
    pub logbook: place::Logbook,
    /// Boxes and lists that many pages have.
    pub field: place::Field,
    /// The systems of a home, and one of them.
    pub system: place::System,
    /// Zones.
    pub zone: place::Zone,
    /// The home as a whole.
    pub property: place::Property,
    /// Writing a system down.
    pub system_form: place::SystemForm,
    /// The papers of a home, and one of them.
    pub document: place::Document,
    /// The people and firms of a home, and one of them.
    pub contact: place::Contact,
    /// Names of the values that a person chooses from.
    pub choice: place::Choice,
}

/// The languages there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// English as in South Africa.
    #[default]
    EnZa,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::EnZa];

    /// The language for a BCP 47 tag; the default for one that is not spoken here.
    pub fn of_tag(tag: &str) -> Self {
        let spoken = |language: &&Self| tag.eq_ignore_ascii_case(language.words().tag);
        Self::ALL.iter().find(spoken).copied().unwrap_or_default()
    }

    /// What is said in it.
    pub fn words(self) -> &'static Words {
        match self {
            Self::EnZa => &en_za::EN_ZA,
        }
    }
}
