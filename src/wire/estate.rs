//! Logbooks of the units of a scheme: those that it holds, those that owners link, and what owners are told of the scheme.

use model::basis::Purpose;
use model::certificate::CertificateType;
use model::estate::matrix::Code;
use model::scheme::Hidden;
use model::{Date, Edit, Instant, RecordId, SpaceId};
use serde::{Deserialize, Serialize};

/// Logbooks that are made in one request at most.
pub const LOGBOOKS_MAX: usize = 100;
/// Days that the link lasts by which an owner comes.
pub const LINK_DAYS: i64 = 30;

/// Makes logbooks that the scheme holds, all or none; again is harmless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogbooksNew {
    /// One for each unit.
    pub logbooks: Vec<LogbookNew>,
}

/// A logbook that the scheme holds of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogbookNew {
    /// The unit, a record of the scheme.
    pub unit: RecordId,
    /// Its home, as the device names it.
    pub home: SpaceId,
    /// Its first records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// Opens the logbook that the scheme holds of a unit: whoever asks becomes a member of its home, as long as they are of the scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogbookOpen {
    /// The unit.
    pub unit: RecordId,
}

/// Invites the owner of a unit to link their logbook, or to take over the one that the scheme holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogbookInvite {
    /// The unit.
    pub unit: RecordId,
    /// Where it is mailed to, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// The link for the owner of a unit, told once. It works once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogbookInvited {
    /// It.
    pub link: String,
    /// When it ends.
    pub expires: Instant,
}

/// Asks what the link offers that an owner was given; it is not used up by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateLinkOpen {
    /// The secret from the link.
    pub token: String,
}

/// What a link offers the owner of a unit, beside linking a home of theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateLinkOpened {
    /// The scheme holds a logbook of the unit, which can be taken over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
}

/// Links a logbook to its unit, or takes over the one that the scheme holds, by the link that the owner was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateLink {
    /// The secret from the link.
    pub token: String,
    /// The home that is linked, which one owns; none to take over what the scheme holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<SpaceId>,
    /// What the scheme is shown; what is usual where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<Vec<Hidden>>,
}

/// What the owner shows the scheme, in the place of what they showed before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateShows {
    /// Those.
    pub shows: Vec<Hidden>,
}

/// Answers a bundle for one's unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleAnswer {
    /// The bundle.
    pub bundle: RecordId,
    /// Whether the unit takes part.
    pub joins: bool,
}

/// Complains, for one's unit: opens a case of its scheme, which its parties see, the trustees and the managers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComplaintNew {
    /// The case, as the device named it.
    pub id: SpaceId,
    /// What it is about, in a line.
    pub title: String,
    /// The complaint.
    pub text: String,
    /// What who complains is called.
    pub name: String,
    /// Whom it is about.
    pub respondent: String,
    /// Whose work it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contractor: String,
    /// The rule that it is about, with where it stands.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
}

/// The scheme of a home, if it is a logbook of one of its units.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HomeEstate {
    /// It.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estate: Option<EstateView>,
}

/// What a scheme tells who owns a unit or lives in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstateView {
    /// Its name.
    pub name: String,
    /// The managing agent.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agent: String,
    /// Their telephone number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agent_phone: String,
    /// Their address for mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub agent_email: String,
    /// The unit.
    pub unit: RecordId,
    /// What its people call it.
    pub number: String,
    /// The scheme holds this logbook; else its owner has linked it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub held: bool,
    /// Since when it is a logbook of the unit.
    pub since: Instant,
    /// What the scheme is shown.
    #[serde(default)]
    pub shows: Vec<Hidden>,
    /// Approved vendors.
    #[serde(default)]
    pub vendors: Vec<VendorView>,
    /// What is asked of the owner.
    #[serde(default)]
    pub asks: Vec<AskView>,
    /// Call-outs that the unit may take part in.
    #[serde(default)]
    pub bundles: Vec<BundleView>,
}

/// An approved vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VendorView {
    /// Its name.
    pub name: String,
    /// Its trade.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// Its telephone number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The last day of a paper that its work needs and that has lapsed, of several the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Date>,
}

/// What is asked of an owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskView {
    /// Its record.
    pub id: RecordId,
    /// What is asked.
    pub title: String,
    /// The certificate, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<CertificateType>,
    /// What it has to be good for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// The day on which it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// The day by which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// What owners should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// How the certificate stands today, as the scheme is shown it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands: Option<Code>,
}

/// A call-out for many units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BundleView {
    /// Its record.
    pub id: RecordId,
    /// The task.
    pub title: String,
    /// The first day on which it may be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub vendor: String,
    /// What coming costs, once, cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call_out: Option<i64>,
    /// What each unit costs beside that, cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<i64>,
    /// How many units take part so far.
    #[serde(default)]
    pub joined: u32,
    /// The day by which owners answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// The day on which it was ordered: nobody answers any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ordered_on: Option<Date>,
    /// What owners should know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What was answered for the unit; none where nothing was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<bool>,
}
