//! What was altered after a certificate, and not certified since.

use super::{Alteration, Found, Home, Paper, Reason, Verdict};
use crate::date::{Date, PartialDate};
use crate::id::RecordId;

/// The alteration that a certificate does not cover any more, where that ends it, and whether it surely came after it.
///
/// An entry of the certificate's own day is what was certified. One whose date leaves open whether it came before or after may have come after.
pub fn altered_by(home: &Home, paper: &Paper, on: Date) -> Option<(RecordId, bool)> {
    unsettled(home, paper, on).0.filter(|_| super::ends_altered(paper))
}

pub(super) fn altered(found: &mut Found, home: &Home, paper: &Paper, on: Date) {
    let named = paper.letter.systems.iter().filter_map(|id| home.thing(*id));
    let (mut any, mut gone) = (false, true);
    for thing in named {
        (any, gone) = (true, gone && !thing.in_use);
    }
    if any && gone {
        found.note(Verdict::Fails, Reason::Replaced);
    }
    match unsettled(home, paper, on) {
        (Some((entry, surely)), _) => {
            found.altered_by = Some(entry);
            match surely {
                true => found.note(Verdict::Fails, Reason::Altered),
                false => found.note(Verdict::Unknown, Reason::MayBeAltered),
            }
        }
        (None, _) if home.is_partial => found.note(Verdict::Unknown, Reason::MayBeAltered),
        (None, true) if found.verdict == Verdict::Holds => found.reason = Reason::Supplemented,
        (None, _) => {}
    }
}

/// The worst alteration that nothing settles, and whether there was one that a supplementary certificate settles.
fn unsettled(home: &Home, paper: &Paper, on: Date) -> (Option<(RecordId, bool)>, bool) {
    let mut worst: Option<(RecordId, bool)> = None;
    let mut settled = false;
    for alteration in &home.alterations {
        if !alteration.systems.iter().any(|system| home.covers(paper, *system)) {
            continue;
        }
        let Some(surely) = follows(alteration.when, paper.letter.issued, on) else { continue };
        if home.papers.iter().any(|other| settles(home, other, paper, alteration, on)) {
            settled = true;
        } else if worst.is_none_or(|(_, worst)| surely && !worst) {
            worst = Some((alteration.entry, surely));
        }
    }
    (worst, settled)
}

/// Whether an alteration by `on` surely (true) or maybe (false) came after the certificate; none if it did not.
fn follows(when: Option<PartialDate>, issued: Option<PartialDate>, on: Date) -> Option<bool> {
    let (Some(when), Some(issued)) = (when, issued) else { return Some(false) };
    let earliest = when.earliest();
    if earliest.is_some_and(|earliest| earliest > on) || issued.earliest().is_some_and(|issued| when.latest() <= issued)
    {
        return None;
    }
    Some(earliest.is_some_and(|earliest| earliest > issued.latest()) && when.latest() <= on)
}

/// Whether `other` supplements `paper` for what was altered then: surely issued by `on` and not before it.
fn settles(home: &Home, other: &Paper, paper: &Paper, alteration: &Alteration, on: Date) -> bool {
    let (Some(issued), Some(when)) = (other.letter.issued, alteration.when) else { return false };
    other.letter.supplements.is_some_and(|of| of == paper.root || of == paper.id)
        && issued.latest() <= on
        && issued.earliest().is_some_and(|issued| issued >= when.latest())
        && (other.letter.systems.is_empty() || alteration.systems.iter().any(|system| home.covers(other, *system)))
}
