//! The trade desk: what the jobs of a provider together say of a day, of what is waited for, of the money, and of what a job left over.
//!
//! Everything follows from the deals and is never stored, but the order in which the visits of a day are driven and what work and parts cost: those are passed in.

pub mod book;
pub mod calendar;
pub mod day;
pub mod inbox;
pub mod owed;
pub mod profit;

pub use book::{Offer, Source};
pub use calendar::{month, week};
pub use day::{Round, Stop, Way};
pub use inbox::{Sort, Waiting};
pub use owed::{Age, Debt, Debtor, Owed};
pub use profit::{Costs, Missing, Profit};

use crate::access::Role;
use crate::date::{Date, Instant};
use crate::id::SpaceId;
use crate::portal::{Deal, Request};

/// A job of a provider: the deal, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Job {
    /// The deal.
    pub space: SpaceId,
    /// What one is in it.
    pub role: Role,
    /// It was ended: nothing is waited for in it any more.
    pub closed: bool,
    /// What both sides wrote.
    pub deal: Deal,
}

/// When it is, where the jobs are done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub at: Instant,
    /// Minutes by which clocks there are ahead of UTC.
    pub ahead_minutes: i32,
}

impl Now {
    /// The day that it is.
    pub fn today(self) -> Date {
        self.at.date(self.ahead_minutes)
    }
}

impl Job {
    fn request(&self) -> Option<&Request> {
        self.deal.request.as_ref().map(|request| &request.letter)
    }

    /// What it is, in a line; nothing of a deal without a request.
    pub fn title(&self) -> String {
        self.request().map(|request| request.title.clone()).unwrap_or_default()
    }

    /// Who asked, as the provider is to call them, else as an invoice names them; nothing if nobody is named.
    pub fn client(&self) -> String {
        let asked = self.request().map(|request| &request.name);
        let billed = self.deal.invoices.iter().map(|invoice| &invoice.letter.client.name);
        asked.into_iter().chain(billed).find(|name| !name.is_empty()).cloned().unwrap_or_default()
    }

    fn is_over(&self) -> bool {
        self.closed || self.request().is_some_and(|request| request.deleted == Some(true))
    }
}
