//! What trustees decide, and how.

use super::CENTS_MAX;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::AccountId;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An offer between which trustees decide.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Offer {
    /// Whose.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<RecordId>,
    /// The vendor's name where it is not on the list.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What it costs, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
    /// The day that is promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// What is in it, and what is not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// The quote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRef>,
}

fielded!(Offer {
    "vendor" => vendor,
    "name" => name,
    "cents" => cents,
    "by" => by,
    "note" => note,
    "file" => file,
});

/// A matter that trustees decide on.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Motion {
    /// What is decided.
    pub title: String,
    /// What speaks for it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it costs, cents, where there are no offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
    /// The offers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// The offer that is proposed, by its place from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<u32>,
    /// The item of the maintenance plan that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<RecordId>,
    /// The members who decide, as they were when it was put.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub panel: Vec<AccountId>,
    /// Those of them who have an interest in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conflicted: Vec<AccountId>,
    /// How many have to approve, as the scheme had it then.
    #[serde(skip_serializing_if = "is_default")]
    pub needed: u32,
    /// The day on which it was put.
    pub put_on: Option<Date>,
    /// The day by which votes are asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Motion {
    "title" => title,
    "text" => text,
    "cents" => cents,
    "offers" => offers,
    "chosen" => chosen,
    "item" => item,
    "panel" => panel,
    "conflicted" => conflicted,
    "needed" => needed,
    "put_on" => put_on,
    "answer_by" => answer_by,
    "deleted" => deleted,
});

impl Letter for Motion {
    const KIND: &'static str = "motion";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.note("text", &self.text);
        check.within("cents", self.cents.unwrap_or(0), 0, CENTS_MAX);
        check.list("offers", &self.offers);
        for one in &self.offers {
            check.line("offers.name", &one.name);
            check.within("offers.cents", one.cents.unwrap_or(0), 0, CENTS_MAX);
            check.note("offers.note", &one.note);
            one.file.iter().for_each(|file| file.check("offers.file", check));
        }
        check.within("chosen", self.chosen.unwrap_or(0).into(), 0, 100);
        check.list("panel", &self.panel);
        check.list("conflicted", &self.conflicted);
        check.within("needed", self.needed.into(), 0, 50);
        if self.put_on.is_none() {
            check.fault("put_on", FaultCode::Missing);
        }
        check.years("answer_by", self.answer_by.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
    }
}
