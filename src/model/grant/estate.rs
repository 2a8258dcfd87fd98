//! What a link of a scheme gives: parts of its pages, never what a home has.

use super::{Grant, Tick, Verb};
use crate::choice::choice;
use crate::dispute::statement::KINDS as OF_CASES;
use crate::fault::FaultCode;
use crate::letter::Check;

choice! {
    /// A part of a scheme's pages that can be given. Cases are spaces of their own and no part: they are given [apart](with_cases).
    Part {
        /// How it stands, and its trend.
        Overview = "overview",
        /// Units by systems, and who sees to what.
        Grid = "grid",
        /// Units by certificates.
        Matrix = "matrix",
        /// The maintenance plan.
        Plan = "plan",
        /// Work across units, votes and vendors.
        Work = "work",
    }
}

/// What every link of a scheme gives: without it no part can be read.
const BASE: [&str; 3] = ["scheme", "building", "unit"];

impl Part {
    /// The kinds of records that it is drawn from, besides those that every link gives.
    pub fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Overview => &["standing", "tally"],
            Self::Grid => &["standing", "inventory", "siting"],
            Self::Matrix => &["standing", "ask"],
            Self::Plan => &["capital_item", "budget", "scenario", "capital_job"],
            Self::Work => {
                &["bundle", "joining", "programme", "slot", "vendor", "vendor_job", "motion", "vote", "inventory"]
            }
        }
    }
}

/// What a link gives that shows these parts: costs to trustees, who decide on them, and no names and no ways to reach people.
pub fn of(parts: &[Part]) -> Grant {
    let mut kinds: Vec<String> = BASE.map(str::to_owned).to_vec();
    for kind in parts.iter().flat_map(|part| part.kinds()) {
        if !kinds.iter().any(|known| known == kind) {
            kinds.push((*kind).to_owned());
        }
    }
    Grant { kinds, ticks: vec![Tick::Costs], verbs: vec![Verb::View, Verb::Download], ..Grant::default() }
}

/// The parts that it shows.
pub fn parts(grant: &Grant) -> Vec<Part> {
    Part::ALL.iter().copied().filter(|part| part.kinds().iter().all(|kind| grant.gives(kind))).collect()
}

/// The same with the cases of the scheme: what its people quarrel about, which no part of its pages gives.
pub fn with_cases(mut grant: Grant) -> Grant {
    grant.kinds.extend(OF_CASES.map(str::to_owned));
    grant
}

/// Whether it gives the cases of the scheme.
pub fn gives_cases(grant: &Grant) -> bool {
    OF_CASES.iter().all(|kind| grant.gives(kind))
}

/// What is wrong with it as that of a link of a scheme. Cases are given whole, or not at all, and only behind a passcode.
pub fn check(grant: &Grant, has_passcode: bool, check: &mut Check) {
    let of_cases = OF_CASES.iter().filter(|kind| grant.gives(kind)).count();
    let gives = |kind: &str| {
        BASE.contains(&kind) || OF_CASES.contains(&kind) || Part::ALL.iter().any(|part| part.kinds().contains(&kind))
    };
    if of_cases > 0 && !has_passcode {
        check.fault("passcode", FaultCode::Missing);
    }
    if of_cases == 0 && grant.shows(Tick::Papers) {
        check.fault("ticks", FaultCode::NotAllowed);
    }
    if of_cases > 0 && of_cases < OF_CASES.len() {
        check.fault("kinds", FaultCode::Contradicts);
    }
    if !BASE.iter().all(|kind| grant.gives(kind)) {
        check.fault("kinds", FaultCode::Missing);
    }
    // None is named twice, so that there are no more than are known.
    let is_doubled = |(at, kind): (usize, &String)| grant.kinds[..at].contains(kind);
    if !grant.kinds.iter().all(|kind| gives(kind)) || grant.kinds.iter().enumerate().any(is_doubled) {
        check.fault("kinds", FaultCode::NotAllowed);
    }
    if !grant.allows(Verb::View) {
        check.fault("verbs", FaultCode::Missing);
    }
    if !grant.verbs.iter().all(|verb| matches!(verb, Verb::View | Verb::Download)) {
        check.fault("verbs", FaultCode::NotAllowed);
    }
    for (field, is_empty) in [
        ("systems", grant.systems.is_empty()),
        ("documents", grant.documents.is_empty()),
        ("from", grant.from.is_none()),
        ("until", grant.until.is_none()),
        ("recommends", grant.recommends.is_none()),
    ] {
        if !is_empty {
            check.fault(field, FaultCode::NotAllowed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grant::{KINDS, Purpose};
    use crate::kind::OF_ESTATE;
    use crate::letter::Check;

    fn faults(grant: &Grant) -> Vec<String> {
        faults_with(grant, false)
    }

    fn faults_with(grant: &Grant, has_passcode: bool) -> Vec<String> {
        let mut found = Check::default();
        check(grant, has_passcode, &mut found);
        found.faults().into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn parts_are_given_and_found_again() {
        for part in Part::ALL {
            let grant = of(&[*part]);
            assert!(parts(&grant).contains(part) && faults(&grant).is_empty(), "{part}");
            assert!(grant.is_within(&of(Part::ALL)));
        }
        assert_eq!(parts(&of(Part::ALL)), Part::ALL);
        assert_eq!(parts(&of(&[Part::Plan])), [Part::Plan]);
        assert!(!of(Part::ALL).is_within(&of(&[Part::Plan])));
        let hidden = [Tick::Names, Tick::Contacts, Tick::Notes];
        assert!(hidden.into_iter().all(|tick| !of(Part::ALL).shows(tick)));
    }

    #[test]
    fn a_link_of_a_scheme_gives_nothing_of_a_home_and_the_other_way_round() {
        let kinds = of(Part::ALL).kinds;
        assert!(
            kinds.iter().all(|kind| OF_ESTATE.iter().any(|one| one.name == kind) && !KINDS.contains(&kind.as_str()))
        );
        // What joins a unit to the homes of its owner is in no link.
        assert!(!kinds.contains(&"twin".to_owned()) && kinds.len() == OF_ESTATE.len() - 1);
        for purpose in Purpose::ALL {
            assert!(faults(&Grant::of(*purpose)).contains(&"kinds".to_owned()), "{purpose}");
        }
        let mut of_home = Check::default();
        of(Part::ALL).check(&mut of_home);
        assert!(!of_home.faults().is_empty());
    }

    #[test]
    fn cases_are_given_apart_whole_and_behind_a_passcode() {
        let cases = with_cases(of(Part::ALL));
        assert!(gives_cases(&cases) && !gives_cases(&of(Part::ALL)) && !of(Part::ALL).gives("dispute"));
        assert_eq!(faults(&cases), ["passcode"]);
        assert!(faults_with(&cases, true).is_empty());
        assert!(of(Part::ALL).is_within(&cases) && !cases.is_within(&of(Part::ALL)));
        let papers = |grant: Grant| Grant { ticks: vec![Tick::Papers], ..grant };
        assert!(faults_with(&papers(cases.clone()), true).is_empty());
        assert_eq!(faults_with(&papers(of(Part::ALL)), true), ["ticks"]);
        let mut torn = cases;
        torn.kinds.pop();
        assert_eq!(faults_with(&torn, true), ["kinds"]);
        let mut of_home = Check::default();
        papers(Grant::of(Purpose::Buyer)).check(&mut of_home);
        assert_eq!(of_home.faults().len(), 1);
    }

    #[test]
    fn what_means_nothing_in_a_scheme_is_refused() {
        let whole = of(Part::ALL);
        let wide = Grant { verbs: vec![Verb::View, Verb::Contribute], ..whole.clone() };
        assert_eq!(faults(&wide), ["verbs"]);
        assert_eq!(faults(&Grant { verbs: Vec::new(), ..whole.clone() }), ["verbs"]);
        assert_eq!(faults(&Grant { from: "2026".parse().ok(), ..whole.clone() }), ["from"]);
        assert_eq!(faults(&Grant { systems: vec![crate::RecordId::default()], ..whole.clone() }), ["systems"]);
        let twice = Grant { kinds: [whole.kinds.clone(), vec!["scheme".into()]].concat(), ..whole };
        assert_eq!(faults(&twice), ["kinds"]);
    }
}
