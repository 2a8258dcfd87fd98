//! A scheme, and the rules that it made for itself.

use super::CENTS_MAX;
use crate::date::Date;
use crate::estate::responsibility::Bearer;
use crate::estate::responsibility::Duty;
use crate::estate::responsibility::OwnRule;
use crate::estate::responsibility::Regime;
use crate::estate::responsibility::Serves;
use crate::estate::responsibility::Standing;
use crate::estate::score::Part;
use crate::estate::score::Weights;
use crate::estate::vendor::Lapse;
use crate::fault::FaultCode;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

/// What a part of the score weighs.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Weight {
    /// The part.
    pub part: Part,
    /// Its points, of a hundred.
    #[serde(skip_serializing_if = "is_default")]
    pub points: u32,
}

fielded!(Weight {
    "part" => part,
    "points" => points,
});

/// A rule of the scheme's own, as [`OwnRule`] says it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct SchemeRule {
    /// What it is cited as.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cite: String,
    /// Its words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The sorts of system that it speaks of; all where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sorts: Vec<SystemType>,
    /// Where they stand; anywhere where nothing is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub standings: Vec<Standing>,
    /// Whom they serve; anybody where nothing is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub serves: Vec<Serves>,
    /// The duties that it gives; all where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<Duty>,
    /// To whom.
    pub bearer: Bearer,
}

fielded!(SchemeRule {
    "cite" => cite,
    "words" => words,
    "sorts" => sorts,
    "standings" => standings,
    "serves" => serves,
    "duties" => duties,
    "bearer" => bearer,
});

impl SchemeRule {
    /// The rule as the responsibility map reads it.
    pub fn own(&self) -> OwnRule {
        OwnRule {
            cite: self.cite.clone(),
            words: self.words.clone(),
            sorts: self.sorts.clone(),
            standings: self.standings.clone(),
            serves: self.serves.clone(),
            duties: self.duties.clone(),
            bearer: self.bearer,
        }
    }
}

/// A scheme: a body corporate or a homeowners' association. There is one record of it in its space.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Scheme {
    /// Its name.
    pub name: String,
    /// What it is by law.
    pub regime: Regime,
    /// Its number: that of the sectional scheme, or of the association's registration.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Its address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The part of town.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suburb: String,
    /// The town, by which its municipality is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// The month in which its financial year ends, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year_end: Option<u32>,
    /// The day of its first general meeting, before which regulation 2 does not ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_meeting: Option<Date>,
    /// The managing agent.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub agent: String,
    /// Their telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub agent_phone: String,
    /// Their address for mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub agent_email: String,
    /// The names of its trustees.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trustees: Vec<String>,
    /// The rules that it made for itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<SchemeRule>,
    /// What the parts of its score weigh; those that are usual where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Weight>,
    /// What costs more than so many cents needs the votes of several trustees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval_from: Option<i64>,
    /// How many of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approvals: Option<u32>,
    /// What stands against a vendor of whom a paper has lapsed on the day of the work.
    #[serde(skip_serializing_if = "is_default")]
    pub lapsed: Lapse,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Scheme {
    "name" => name,
    "regime" => regime,
    "number" => number,
    "address" => address,
    "suburb" => suburb,
    "city" => city,
    "year_end" => year_end,
    "first_meeting" => first_meeting,
    "agent" => agent,
    "agent_phone" => agent_phone,
    "agent_email" => agent_email,
    "trustees" => trustees,
    "rules" => rules,
    "weights" => weights,
    "approval_from" => approval_from,
    "approvals" => approvals,
    "lapsed" => lapsed,
    "notes" => notes,
});

impl Letter for Scheme {
    const KIND: &'static str = "scheme";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("number", &self.number);
        check.note("address", &self.address);
        check.line("suburb", &self.suburb);
        check.line("city", &self.city);
        check.within("year_end", self.year_end.unwrap_or(1).into(), 1, 12);
        check.years("first_meeting", self.first_meeting.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.line("agent", &self.agent);
        check.line("agent_phone", &self.agent_phone);
        check.line("agent_email", &self.agent_email);
        if !self.agent_email.is_empty() && !self.agent_email.contains('@') {
            check.fault("agent_email", FaultCode::Unreadable);
        }
        check.list("trustees", &self.trustees);
        self.trustees.iter().for_each(|one| check.line("trustees", one));
        check.list("rules", &self.rules);
        for one in &self.rules {
            check.name("rules.cite", &one.cite);
            check.note("rules.words", &one.words);
            check.list("rules.sorts", &one.sorts);
            check.list("rules.standings", &one.standings);
            check.list("rules.serves", &one.serves);
            check.list("rules.duties", &one.duties);
        }
        check.list("weights", &self.weights);
        let named: Vec<_> = self.weights.iter().map(|one| (one.part, one.points)).collect();
        if !named.is_empty() && Weights::of(&named).is_err() {
            check.fault("weights", FaultCode::NotAllowed);
        }
        check.within("approval_from", self.approval_from.unwrap_or(0), 0, CENTS_MAX);
        check.within("approvals", self.approvals.unwrap_or(0).into(), 0, 50);
        check.note("notes", &self.notes);
    }
}
