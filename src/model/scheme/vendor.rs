//! Vendors, and the jobs that they finished.

use crate::date::Date;
use crate::estate::vendor::{self as rule, Approval, Body, Held, Lapse, Reason, Verdict};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

/// A registration or an insurance of a vendor.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Cover {
    /// The body, or the insurer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// Which body, of those that the law or the trade knows; none of an insurance or another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<Body>,
    /// It is an insurance against what the vendor may damage.
    #[serde(skip_serializing_if = "is_default")]
    pub insurance: bool,
    /// The number there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The last day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// The card, the certificate or the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRef>,
}

fielded!(Cover {
    "body" => body,
    "sort" => sort,
    "insurance" => insurance,
    "number" => number,
    "expires" => expires,
    "file" => file,
});

/// A vendor of a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Vendor {
    /// Its name.
    pub name: String,
    /// Its trade, in plain words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// What it works on; anything where nothing is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sorts: Vec<SystemType>,
    /// Its telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Its address for mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Whether it is on the approved list.
    pub approval: Approval,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// Why it is suspended or was refused.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Its registrations and insurances.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<Cover>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Vendor {
    "name" => name,
    "trade" => trade,
    "sorts" => sorts,
    "phone" => phone,
    "email" => email,
    "approval" => approval,
    "approved_on" => approved_on,
    "why" => why,
    "covers" => covers,
    "notes" => notes,
    "deleted" => deleted,
});

impl Letter for Vendor {
    const KIND: &'static str = "vendor";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("trade", &self.trade);
        check.list("sorts", &self.sorts);
        check.line("phone", &self.phone);
        check.line("email", &self.email);
        if !self.email.is_empty() && !self.email.contains('@') {
            check.fault("email", FaultCode::Unreadable);
        }
        check.years("approved_on", self.approved_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("why", &self.why);
        check.list("covers", &self.covers);
        for one in &self.covers {
            check.name("covers.body", &one.body);
            check.line("covers.number", &one.number);
            check.years("covers.expires", one.expires.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
            one.file.iter().for_each(|file| file.check("covers.file", check));
        }
        check.note("notes", &self.notes);
    }
}

impl Vendor {
    /// The vendor as the rules judge it.
    pub fn judged(&self) -> rule::Vendor {
        let paper = |one: &Cover| rule::Paper { expires: one.expires, is_shown: one.file.is_some() };
        let of_body = |one: &Cover| Some((one.sort.filter(|_| !one.insurance)?, paper(one)));
        rule::Vendor {
            approval: self.approval,
            registrations: self.covers.iter().filter_map(of_body).collect(),
            insurances: self.covers.iter().filter(|one| one.insurance).map(paper).collect(),
        }
    }

    /// Whether it may be given work of any sort that it does on a day, in a scheme that does `lapse` with what has lapsed: as the sort says against which least
    /// speaks. With it the last day of a paper that its work needs and that has lapsed, of several the first.
    pub fn standing(&self, on: Date, lapse: Lapse) -> (Verdict, Option<Date>) {
        let (vendor, anything) = (self.judged(), [SystemType::Other]);
        let sorts = if self.sorts.is_empty() { anything.as_slice() } else { &self.sorts };
        let judged: Vec<_> = sorts.iter().map(|sort| rule::assignable(&vendor, *sort, on, lapse)).collect();
        let lapsed = judged.iter().flat_map(|(_, reasons)| reasons).filter_map(|reason| match reason {
            Reason::Registration(_, Held::Lapsed(last)) | Reason::Insurance(Held::Lapsed(last)) => Some(*last),
            _ => None,
        });
        (judged.iter().map(|(verdict, _)| *verdict).min().unwrap_or(Verdict::May), lapsed.min())
    }

    /// Whether it works on that; one that names nothing works on anything.
    pub fn works_on(&self, sort: SystemType) -> bool {
        self.sorts.is_empty() || self.sorts.contains(&sort)
    }
}
