//! How a vendor's finished jobs went: in time, without a recall, at the price of the quote.
//!
//! What each counts is this program's own default. What is not known of a job, for want of a promised day or a quote, earns half: not to quote is no way to a
//! better score. There is none before `JOBS_MIN` jobs.

use crate::choice::choice;
use crate::date::Date;

/// So many finished jobs, at least, before anything is said of a vendor.
pub const JOBS_MIN: usize = 5;
/// The newest jobs that are looked at.
pub const JOBS_MAX: usize = 50;
/// Jobs that were finished longer ago say nothing of how a vendor works today: months.
pub const MONTHS: u32 = 24;
/// From so many days late on, nothing is earned for time; before that evenly less.
pub const LATE_DAYS: i64 = 14;
/// From so much more than was agreed on, nothing is earned for the price: basis points of it; before that evenly less.
pub const OVER_BP: i64 = 2_000;

/// A whole in basis points.
const WHOLE_BP: i64 = 10_000;

choice! {
    /// What a score is made of.
    Track {
        /// In time.
        Time = "time",
        /// Not called back.
        Recall = "recall",
        /// At the price.
        Price = "price",
    }
}

/// What each part weighs; a hundred in all.
pub const WEIGHTS: [(Track, u32); Track::ALL.len()] = [(Track::Time, 30), (Track::Recall, 40), (Track::Price, 30)];

/// A finished job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// When.
    pub on: Date,
    /// The day by which it was to be; none where none was agreed.
    pub promised: Option<Date>,
    /// It had to be done again.
    pub was_recalled: bool,
    /// What was agreed, variations that were approved among it: cents, with tax. None where there was no quote.
    pub agreed_cents: Option<i64>,
    /// What was billed: cents, with tax. None where nothing was yet.
    pub billed_cents: Option<i64>,
}

/// How jobs went in one respect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Went {
    /// Jobs that went well.
    pub well: u32,
    /// Jobs that did not: late, recalled, dearer than agreed.
    pub badly: u32,
    /// Jobs of which it is not known.
    pub unknown: u32,
    /// What they earn of all there is: basis points, rounded down.
    pub earned_bp: u32,
}

/// A vendor's score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// From 0 to 100, rounded down; none before `JOBS_MIN` jobs.
    pub points: Option<u32>,
    /// How many jobs were looked at.
    pub jobs: u32,
    /// Why, by [`Track::ALL`].
    pub parts: [Went; Track::ALL.len()],
}

/// What the jobs that were finished by `today` come to.
pub fn score(jobs: &[Finished], today: Date) -> Score {
    let from = today.minus_months(MONTHS);
    let mut counted: Vec<&Finished> = jobs.iter().filter(|job| job.on >= from && job.on <= today).collect();
    counted.sort_by_key(|job| std::cmp::Reverse(job.on));
    counted.truncate(JOBS_MAX);
    let parts = WEIGHTS.map(|(track, _)| went(&counted, track));
    let weighed = WEIGHTS.iter().zip(parts).map(|((_, weight), part)| u64::from(*weight) * u64::from(part.earned_bp));
    let points = u32::try_from(weighed.sum::<u64>() / WHOLE_BP.unsigned_abs()).ok();
    Score {
        points: points.filter(|_| counted.len() >= JOBS_MIN),
        jobs: u32::try_from(counted.len()).unwrap_or(u32::MAX),
        parts,
    }
}

fn went(jobs: &[&Finished], track: Track) -> Went {
    let mut went = Went::default();
    let mut earned = 0;
    for job in jobs {
        let share = share(job, track);
        match share {
            None => went.unknown += 1,
            Some(WHOLE_BP) => went.well += 1,
            Some(_) => went.badly += 1,
        }
        earned += share.unwrap_or(WHOLE_BP / 2);
    }
    let all = i64::try_from(jobs.len()).unwrap_or(i64::MAX).max(1);
    went.earned_bp = u32::try_from(earned / all).unwrap_or(0);
    went
}

/// What a job earns: basis points; none where it is not known.
fn share(job: &Finished, track: Track) -> Option<i64> {
    match track {
        Track::Time => Some(left(job.on.days_since(job.promised?), LATE_DAYS)),
        Track::Recall => Some(if job.was_recalled { 0 } else { WHOLE_BP }),
        Track::Price => {
            let agreed = job.agreed_cents.filter(|cents| *cents > 0)?;
            let over = i128::from(job.billed_cents?) - i128::from(agreed);
            // Rounded up, so that a cent too much is more than nothing.
            let over_bp = (over * i128::from(WHOLE_BP) + i128::from(agreed) - 1).div_euclid(agreed.into());
            Some(left(i64::try_from(over_bp).unwrap_or(if over < 0 { 0 } else { OVER_BP }), OVER_BP))
        }
    }
}

/// What is left of a whole: all up to 0, nothing from `most` on, evenly less between.
fn left(too_much: i64, most: i64) -> i64 {
    WHOLE_BP - too_much.clamp(0, most) * WHOLE_BP / most
}
