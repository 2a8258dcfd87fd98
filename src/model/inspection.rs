//! A walk through the home by a checklist, point by point: a fact.

use crate::choice::choice;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::{FileHash, RecordId};
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An inspection as it was finished.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Inspection {
    /// What its checklist was called.
    pub title: String,
    /// Which checklist: its key in the catalogue, or the id of one that a person wrote.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checklist: String,
    /// The day on which it was finished.
    pub on: Option<Date>,
    /// Who walked it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What was looked at, in the order of the checklist.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Point>,
    /// The photos that the points name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Inspection {
    "title" => title,
    "checklist" => checklist,
    "on" => on,
    "by" => by,
    "points" => points,
    "files" => files,
    "notes" => notes,
});

/// A point of a checklist as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Point {
    /// What was looked at.
    pub title: String,
    /// How it was found.
    pub found: Found,
    /// What there is to say of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Its photos, among the files of the inspection.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<FileHash>,
    /// The system that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<RecordId>,
    /// The fault or the task that it became.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub became: Option<RecordId>,
}

fielded!(Point {
    "title" => title,
    "found" => found,
    "note" => note,
    "photos" => photos,
    "system" => system,
    "became" => became,
});

choice! {
    /// How a point was found. What nobody looked at is never good.
    Found {
        /// Nobody looked.
        Unseen = "unseen",
        /// As it should be.
        Good = "good",
        /// Something is wrong.
        Failed = "failed",
    }
}

impl Letter for Inspection {
    const KIND: &'static str = "inspection";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.line("checklist", &self.checklist);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.line("by", &self.by);
        check.list("points", &self.points);
        for point in &self.points {
            check.name("points.title", &point.title);
            check.note("points.note", &point.note);
            check.list("points.photos", &point.photos);
        }
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.note("notes", &self.notes);
    }
}

impl Inspection {
    /// How many points were found so.
    pub fn count(&self, found: Found) -> usize {
        self.points.iter().filter(|point| point.found == found).count()
    }

    /// The photos of a point.
    pub fn photos(&self, point: &Point) -> Vec<FileRef> {
        self.files.iter().filter(|file| point.photos.contains(&file.hash)).cloned().collect()
    }
}
