//! How each unit stands by its logbook, and how the scheme did month by month before it was kept here.

use super::book::{Book, shown};
use super::id;
use model::Date;
use model::basis::Purpose;
use model::estate::month::days;
use model::estate::score::{Weights, score};
use model::scheme::board::{Board, Papers};
use model::scheme::project::{Logbook, Place, Told, told};
use model::scheme::{Hidden, Tally, Unit, UnitStanding};

/// Months before this one of which something was noted.
const MONTHS: u32 = 12;

/// How a unit stands, and what is in it, as the server works it out.
pub fn of(name: &str, unit: &Unit, book: Option<&Book>, today: Date) -> Told {
    let is_common = unit.common == Some(true);
    let place = Place { unit: id::<Unit>(name), is_common, sitings: &[], twins: &[] };
    let records = book.map(Book::records);
    let kept = |shows| records.as_deref().map(|records| Logbook { records, shows });
    match shown(name) {
        Some(shows) => told(place, None, kept(shows).as_ref(), today),
        None => told(place, kept(Hidden::ALL).as_ref(), None, today),
    }
}

/// How the scheme stood at the end of each of the twelve months before this one: it got better, with one bad winter.
pub fn tallies(units: &[(String, Unit)], standings: &[UnitStanding], today: Date) -> Vec<Tally> {
    let mut board = Board::new(Vec::new(), units.iter().map(|(name, unit)| (id::<Unit>(name), unit.clone())).collect());
    standings.iter().for_each(|standing| _ = board.tell(standing.clone()));
    let now = score(board.total(), None, &Weights::default());
    let (fine, lacking, unknown) = Papers::of(&board, today, Purpose::Safety).summary.stand();
    let count = u32::try_from(board.units()).unwrap_or(0);
    let tally = |(at, on): (usize, Date)| {
        let back = MONTHS - u32::try_from(at).unwrap_or(0);
        let winter = if (5..=7).contains(&back) { 3 } else { 0 };
        let found = (back * 2 / 3).min(fine);
        Tally {
            on: Some(on),
            units: count,
            score: now.health.score.map(|score| score.saturating_sub(back + winter)),
            confidence: now.health.confidence.saturating_sub(back * 2),
            parts: now.parts.iter().map(|part| part.hundredths.saturating_sub(back * part.weight)).collect(),
            fine: fine - found,
            lacking: lacking + found / 2,
            unknown: unknown + found - found / 2,
        }
    };
    // The server notes this month itself.
    days(today, MONTHS).into_iter().enumerate().take(MONTHS as usize).map(tally).collect()
}
