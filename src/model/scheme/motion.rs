//! What trustees decide, and how.

use super::arrival::arrived;
use super::{CENTS_MAX, Scheme, Vote};
use crate::date::Date;
use crate::estate::approval::{self as rule, Matter, Outcome, Refusal, Rules};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::AccountId;
use crate::id::{RecordId, SpaceId};
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::record::Record;
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
    /// The deal in which it was made, where it came through the portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deal: Option<SpaceId>,
    /// The quote in that deal; the very version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<RecordId>,
    /// The option of that quote.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub option: String,
}

fielded!(Offer {
    "vendor" => vendor,
    "name" => name,
    "cents" => cents,
    "by" => by,
    "note" => note,
    "file" => file,
    "deal" => deal,
    "quote" => quote,
    "option" => option,
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
    /// The call-out or the programme that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<RecordId>,
    /// The members who decide, as they were when it was put.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub panel: Vec<AccountId>,
    /// What they are called, in the same order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
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
    "work" => work,
    "panel" => panel,
    "names" => names,
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
            check.line("offers.option", &one.option);
            one.file.iter().for_each(|file| file.check("offers.file", check));
        }
        check.within("chosen", self.chosen.unwrap_or(0).into(), 0, 100);
        check.list("panel", &self.panel);
        check.list("names", &self.names);
        self.names.iter().for_each(|one| check.line("names", one));
        check.list("conflicted", &self.conflicted);
        check.within("needed", self.needed.into(), 0, 50);
        if self.put_on.is_none() {
            check.fault("put_on", FaultCode::Missing);
        }
        check.years("answer_by", self.answer_by.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
    }
}

/// Fields that say what is decided and by whom. They stand as soon as somebody has voted on them.
pub const DECIDED: [&str; 6] = ["cents", "offers", "chosen", "panel", "conflicted", "needed"];

/// How many have to approve, where a scheme says nothing else.
#[expect(clippy::cast_possible_truncation, reason = "it is two")]
const NEEDED: u32 = rule::NEEDED as u32;

/// How many have to approve what costs so many cents: as many as the scheme says, above what it says; one below. A scheme that says nothing has
/// everything approved by two.
pub fn needed(scheme: Option<&Scheme>, cents: i64) -> u32 {
    let from = scheme.and_then(|scheme| scheme.approval_from);
    let many = scheme.and_then(|scheme| scheme.approvals).unwrap_or(NEEDED);
    if from.is_some_and(|from| cents <= from) { 1 } else { many.max(1) }
}

/// Whether a cost is above what the scheme says that trustees have to approve; never of a scheme that says nothing.
pub fn is_above(scheme: Option<&Scheme>, cents: i64) -> bool {
    scheme.and_then(|scheme| scheme.approval_from).is_some_and(|from| cents > from)
}

/// A member as the rules name them.
pub fn trustee(member: AccountId) -> RecordId {
    RecordId(member.0)
}

/// A matter with the votes on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// How it stands.
    pub matter: Matter,
    /// The votes in the order in which they arrived, with what became of each.
    pub votes: Vec<(Vote, Result<(), Refusal>)>,
}

impl Motion {
    /// What it costs, cents: the offer that is proposed, else its own figure.
    pub fn cost(&self) -> i64 {
        self.proposed().and_then(|offer| offer.cents).or(self.cents).unwrap_or(0)
    }

    /// The offer that is proposed.
    pub fn proposed(&self) -> Option<&Offer> {
        self.offers.get(usize::try_from(self.chosen?).ok()?)
    }

    /// Who decides, and how many of them have to approve, as the scheme had it when it was put.
    pub fn rules(&self) -> Rules {
        let ids = |members: &[AccountId]| members.iter().copied().map(trustee).collect();
        Rules {
            threshold_cents: i64::MIN,
            needed: self.needed.max(1) as usize,
            panel: ids(&self.panel),
            conflicted: ids(&self.conflicted),
        }
    }

    /// What a member of the panel is called, by what was written when it was put.
    pub fn name_of(&self, member: AccountId) -> Option<&str> {
        let at = self.panel.iter().position(|one| *one == member)?;
        self.names.get(at).map(String::as_str).filter(|name| !name.is_empty())
    }

    /// The matter with its votes among `records`; the same on every device that has them all.
    pub fn ballot(&self, id: RecordId, records: &[Record]) -> Ballot {
        let own = arrived::<Vote>(records).into_iter().filter(|one| one.letter.motion == Some(id));
        let cast: Vec<(Vote, rule::Vote)> = own
            .filter_map(|one| {
                let by = trustee(one.letter.member?);
                Some((one.letter.clone(), rule::Vote { by, say: one.letter.say }))
            })
            .collect();
        let counted: Vec<rule::Vote> = cast.iter().map(|(_, vote)| *vote).collect();
        let (matter, told) = Matter::after(&self.rules(), self.cost(), &counted);
        Ballot { matter, votes: cast.into_iter().map(|(vote, _)| vote).zip(told).collect() }
    }

    /// Whether it was approved.
    pub fn is_approved(&self, id: RecordId, records: &[Record]) -> bool {
        self.ballot(id, records).matter.outcome() == Outcome::Approved
    }
}
