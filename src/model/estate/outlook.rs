//! What suppliers may expect: how much of what will be needed in which month and suburb, published monthly, of which nothing can be told about one home.
//!
//! # What is guaranteed
//!
//! A *holder* is whoever controls homes: an account with all of its homes, whatever their number. The attacker is any one holder, who adds, alters and removes
//! homes as it likes and reads everything that is published; the home that it is after is any of another holder's.
//!
//! - Whatever the others did: there is another history, in which the attacker did and saw exactly the same and that home needed any other quantities up to
//!   [`MOST`], or took no part. So nothing that is published, or is not, says anything about that home.
//! - The same holds where the attacker knows that nobody but itself changed anything between publications: the other history is then one in which nobody did.
//! - Once a figure is published nothing that anybody does changes it: a home that joins, leaves or alters what it needs afterwards is not to be noticed in it
//!   even by who knows everything else.
//!
//! That rests on five rules:
//!
//! 1. Only homes whose owners agreed count, [`SETTLED_DAYS`] after they did, and what one holder needs in one place counts as at most [`MOST`].
//! 2. A figure is published only of at least [`HOLDERS`] holders who need some of it, ten beside any attacker, and from [`LEAST`] on: so much that without
//!    the attacker, and with all that the home may need, enough is left for the others.
//! 3. It is rounded to ten, and no sums over places are published.
//! 4. It says no more than all but two of its holders can need, so that no home has to need something for it to be so high.
//! 5. It is published once and stays: who takes part in it, and with how much, is frozen with it. Whose owner agrees no longer is in no later figure.
//!
//! # What is not
//!
//! Several accounts of one person are several holders here. Who controls ten holders in a suburb can learn of an eleventh that it takes part, and about how
//! much it needs: who calls this has to make accounts dear enough, and to count those that belong together as one ([`super::holder`]). And who knows of everybody else what they
//! needed and when, can see when one home was what made a figure come out for the first time.

use crate::estate::family::small;
use crate::estate::month::Month;
use crate::id::AccountId;
use std::collections::BTreeMap;

/// Homes that have to take part in a figure, beside those of any one holder.
pub const HOMES: usize = 10;

/// Holders whose homes are set aside as an attacker's.
const ASIDE: usize = 1;

/// Holders who need some of it, at least.
pub const HOLDERS: usize = HOMES + ASIDE;

/// The most that one holder counts in one place: thousandths.
pub const MOST: i64 = 10_000;

/// The least that is published: thousandths. As much as the attacker and the home can need, and a unit for each of ten others.
pub const LEAST: i64 = MOST * 2 + 10_000;

/// Published quantities are whole multiples of so many thousandths.
pub const STEP: i64 = 10_000;

/// Days for which an owner has to have agreed before a home counts: so much time a try costs whoever comes and goes to see what changes.
pub const SETTLED_DAYS: i64 = 28;

/// So many months ahead of the publication are looked at: as far as a supplier orders.
pub const AHEAD_MONTHS: i32 = 6;

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The month in which it is needed.
    pub month: Month,
    /// The suburb.
    pub suburb: String,
    /// The family of parts.
    pub family: String,
}

/// What a home will need by its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// Who controls it.
    pub holder: AccountId,
    /// Its suburb.
    pub suburb: String,
    /// Its owner agreed.
    pub agreed: bool,
    /// What it needs.
    pub needs: Vec<Need>,
}

/// Something that a home will need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// When.
    pub month: Month,
    /// Of which family of parts.
    pub family: String,
    /// How much: thousandths.
    pub quantity: i64,
}

/// Something that is planned, with its list of parts: family and thousandths for one round.
#[derive(Clone, Copy, Debug)]
pub struct Planned<'a> {
    /// The months of its rounds.
    pub months: &'a [Month],
    /// Its parts.
    pub parts: &'a [(String, i64)],
}

/// What planned tasks need: each round all of its parts. A part without a quantity, or with less than nothing of it, is left out.
pub fn needs(planned: &[Planned<'_>]) -> Vec<Need> {
    let rounds = planned.iter().flat_map(|one| one.months.iter().map(|month| (*month, one.parts)));
    let parts = rounds.flat_map(|(month, parts)| parts.iter().map(move |part| (month, part)));
    let wanted = parts.filter(|(_, (_, quantity))| *quantity > 0);
    wanted.map(|(month, (family, quantity))| Need { month, family: small(family), quantity: *quantity }).collect()
}

/// A figure as it was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// In which month.
    pub published: Month,
    /// How much: thousandths, a multiple of [`STEP`].
    pub quantity: i64,
}

/// Everything that was published. It grows and is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Ledger {
    figures: BTreeMap<Place, Figure>,
    last: Option<Month>,
}

/// It was published in that month or a later one already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published(pub Month);

impl Ledger {
    /// What was published, up to `last`.
    pub fn known(figures: BTreeMap<Place, Figure>, last: Option<Month>) -> Self {
        Self { figures, last }
    }

    /// What was published, by month, suburb and family.
    pub fn figures(&self) -> &BTreeMap<Place, Figure> {
        &self.figures
    }

    /// Publishes what can be: of the months ahead whatever was not yet and passes the rules. Gives back how many figures are new.
    ///
    /// # Errors
    /// A month is published once, and none after a later one.
    pub fn publish(&mut self, month: Month, homes: &[Home]) -> Result<usize, Published> {
        if let Some(last) = self.last.filter(|last| *last >= month) {
            return Err(Published(last));
        }
        self.last = Some(month);
        let before = self.figures.len();
        for (place, holders) in gathered(month, homes) {
            if let Some(quantity) = told(&holders) {
                self.figures.entry(place).or_insert(Figure { published: month, quantity });
            }
        }
        Ok(self.figures.len() - before)
    }
}

/// What holders need in each place, at most [`MOST`] each; who needs nothing takes no part.
fn gathered(published: Month, homes: &[Home]) -> BTreeMap<Place, BTreeMap<AccountId, i64>> {
    let mut places: BTreeMap<Place, BTreeMap<AccountId, i64>> = BTreeMap::new();
    for home in homes.iter().filter(|home| home.agreed) {
        let is_ahead = |need: &&Need| need.quantity > 0 && (1..=AHEAD_MONTHS).contains(&need.month.since(published));
        for need in home.needs.iter().filter(is_ahead) {
            let place = Place { month: need.month, suburb: small(&home.suburb), family: small(&need.family) };
            let own = places.entry(place).or_default().entry(home.holder).or_default();
            *own = own.saturating_add(need.quantity).min(MOST);
        }
    }
    places
}

/// The figure of a place; none where it would tell too much.
fn told(holders: &BTreeMap<AccountId, i64>) -> Option<i64> {
    let total: i64 = holders.values().sum();
    if holders.len() < HOLDERS || total < LEAST {
        return None;
    }
    let others = i64::try_from(holders.len() - ASIDE - 1).ok()?;
    Some((total.min(others * MOST) + STEP / 2) / STEP * STEP)
}
