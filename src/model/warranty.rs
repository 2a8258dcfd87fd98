//! A promise by a maker, a seller or a tradesperson to put something right, for a time.

mod clock;

pub use clock::{CPA_MONTHS, Clock, Known, State, clock, statutory_ends};

use crate::choice::choice;
use crate::date::{Date, PartialDate};
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A warranty.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Warranty {
    /// What it covers, in a line.
    pub title: String,
    /// What sort of cover.
    pub cover: Cover,
    /// The systems it covers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// Who gave it: a contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// Who gave it, as it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// Its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// When it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<PartialDate>,
    /// From what its start is worked out; from the day that is said where nothing else is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begins: Option<Begins>,
    /// The repair that it began with: an entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<RecordId>,
    /// How long it runs, in months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<i64>,
    /// The paper itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// When it became void: misuse, work by somebody else. It stays in the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub void: Option<PartialDate>,
    /// Why it became void.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub void_reason: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Warranty {
    "title" => title,
    "cover" => cover,
    "systems" => systems,
    "contact" => contact,
    "provider" => provider,
    "number" => number,
    "starts" => starts,
    "begins" => begins,
    "repair" => repair,
    "months" => months,
    "files" => files,
    "notes" => notes,
    "void" => void,
    "void_reason" => void_reason,
    "deleted" => deleted,
});

choice! {
    /// What a warranty covers.
    Cover {
        /// Parts and labour.
        Full = "full",
        /// Parts.
        Parts = "parts",
        /// Labour.
        Labour = "labour",
        /// A sealed part that only its maker opens: a compressor, a tank.
        Sealed = "sealed",
        /// The workmanship of a job.
        Workmanship = "workmanship",
        /// A roof against leaks.
        Roof = "roof",
        /// The structure.
        Structure = "structure",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// From what the start of a warranty is worked out.
    Begins {
        /// The day that is said.
        Stated = "stated",
        /// The installation of what it covers.
        Installation = "installation",
        /// The first occupation of the home.
        Occupation = "occupation",
        /// A repair.
        Repair = "repair",
    }
}

impl Letter for Warranty {
    const KIND: &'static str = "warranty";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.list("systems", &self.systems);
        check.line("provider", &self.provider);
        check.line("number", &self.number);
        check.told("starts", self.starts);
        if let Some(months) = self.months {
            check.within("months", months, 1, 1200);
        }
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.note("notes", &self.notes);
        check.told("void", self.void);
        check.line("void_reason", &self.void_reason);
    }
}

impl Warranty {
    /// The last day on which it surely holds by the start that is said: what is worked out from other records, and what claims changed, is
    /// [`clock`]'s. None if start or length is unknown, or if it is void.
    pub fn ends(&self) -> Option<Date> {
        let months = u32::try_from(self.months?).ok()?;
        let stated = matches!(self.begins, None | Some(Begins::Stated)) && self.void.is_none();
        Some(self.starts.filter(|_| stated)?.earliest()?.plus_months(months))
    }
}
