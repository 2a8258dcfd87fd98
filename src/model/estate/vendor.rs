//! The vendors of an estate: who may be given which work on a day, and how their finished jobs went.

mod score;
pub mod trade;

pub use score::{Finished, JOBS_MIN, Score, Track, WEIGHTS, Went, score};
pub use trade::{Body, NEEDS, Need};

use crate::choice::choice;
use crate::date::Date;
use crate::system::SystemType;

/// Days before a paper ends from which it is warned that it soon will, as a firm is.
const SOON_DAYS: i64 = 30;

/// A vendor as the estate keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Vendor {
    /// Whether the trustees approved it.
    pub approval: Approval,
    /// Its registrations, several of one body where there are.
    pub registrations: Vec<(Body, Paper)>,
    /// Its insurances against what it may damage.
    pub insurances: Vec<Paper>,
}

choice! {
    /// Whether a vendor is on the approved list.
    Approval {
        /// Nobody has decided.
        Undecided = "undecided",
        /// It is.
        Approved = "approved",
        /// It was, and is not for now.
        Suspended = "suspended",
        /// It was decided that it is not.
        Refused = "refused",
    }
}

choice! {
    /// What a scheme does where a registration or an insurance that the work needs is not there or has lapsed.
    Lapse {
        /// The work is not given.
        Block = "block",
        /// It may be, and who gives it is told.
        Warn = "warn",
    }
}

/// A registration or an insurance, as the vendor shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Paper {
    /// The last day on which it holds; none where nobody has said.
    pub expires: Option<Date>,
    /// The document is here.
    pub is_shown: bool,
}

/// How a kind of paper stands on the day of the work, the best of those there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// There is none.
    None,
    /// It ended on that day.
    Lapsed(Date),
    /// It does not say until when it holds.
    Undated,
    /// It holds, and its document is not here.
    Unproved,
    /// It holds until then, which is soon.
    EndsSoon(Date),
    /// It holds.
    Holds,
}

/// Whether a vendor may be given a job, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing speaks against it.
    May,
    /// It may, and who gives it is told what speaks against it.
    Warn,
    /// It may not.
    Blocked,
}

/// What speaks against giving it a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is not on the approved list.
    Approval(Approval),
    /// A registration that the work needs.
    Registration(&'static Need, Held),
    /// Its insurance.
    Insurance(Held),
}

impl Reason {
    /// How much it speaks against it. What has lapsed blocks, as what a law asks for and is not there does; what nobody has said warns.
    pub fn verdict(self) -> Verdict {
        match self {
            Self::Approval(Approval::Approved) => Verdict::May,
            Self::Approval(Approval::Undecided) => Verdict::Warn,
            Self::Approval(Approval::Suspended | Approval::Refused) => Verdict::Blocked,
            Self::Registration(_, Held::Holds) | Self::Insurance(Held::Holds) => Verdict::May,
            Self::Registration(need, Held::None | Held::Lapsed(_)) if need.is_law => Verdict::Blocked,
            Self::Insurance(Held::Lapsed(_)) => Verdict::Blocked,
            Self::Registration(..) | Self::Insurance(_) => Verdict::Warn,
        }
    }

    /// The same in a scheme that does that: who was taken off its list is given nothing either way.
    fn in_scheme(self, lapse: Lapse) -> Verdict {
        match (self, lapse) {
            (Self::Registration(..) | Self::Insurance(_), Lapse::Warn) => self.verdict().min(Verdict::Warn),
            _ => self.verdict(),
        }
    }
}

/// Whether a vendor may be given work at a sort of system whose last day is `on`, in a scheme that does `lapse` with what has lapsed, and everything that speaks
/// against it, the worst first.
pub fn assignable(vendor: &Vendor, sort: SystemType, on: Date, lapse: Lapse) -> (Verdict, Vec<Reason>) {
    let registered =
        |body: Body| held(vendor.registrations.iter().filter(|(own, _)| *own == body).map(|(_, paper)| paper), on);
    let needs = NEEDS.iter().filter(|need| need.sorts.contains(&sort));
    let mut reasons = vec![Reason::Approval(vendor.approval), Reason::Insurance(held(&vendor.insurances, on))];
    reasons.extend(needs.map(|need| Reason::Registration(need, registered(need.body))));
    reasons.retain(|reason| reason.verdict() > Verdict::May);
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.verdict()));
    let verdict = reasons.iter().map(|reason| reason.in_scheme(lapse)).max();
    (verdict.unwrap_or(Verdict::May), reasons)
}

/// The best of papers on a day; of two that have lapsed the later.
pub fn held<'a>(papers: impl IntoIterator<Item = &'a Paper>, on: Date) -> Held {
    papers.into_iter().map(|paper| paper.held(on)).max().unwrap_or(Held::None)
}

impl Paper {
    fn held(&self, on: Date) -> Held {
        match self.expires {
            Some(last) if last < on => Held::Lapsed(last),
            None => Held::Undated,
            Some(_) if !self.is_shown => Held::Unproved,
            Some(last) if last.days_since(on) <= SOON_DAYS => Held::EndsSoon(last),
            Some(_) => Held::Holds,
        }
    }
}
