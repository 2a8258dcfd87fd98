//! Who has to see to what: the geyser rule, the law, the scheme's own rules above it, and what is not known.

use model::entry::Severity;
use model::estate::responsibility::law::{
    self, COMMON, CONDUITS, CONSTITUTION, EXCESS, EXCLUSIVE_USE, SECTION, WATER_HEATING,
};
use model::estate::responsibility::{
    Alarm, Bearer, Duty, Gap, Law, OwnRule, Regime, Rule, Serves, Standing, Thing, answer, answers, route,
};
use model::life::Source;
use model::system::SystemType;

use Bearer::{Body, Owner, Served};

fn thing(sort: SystemType, standing: Standing, serves: Serves) -> Thing {
    Thing { regime: Regime::SectionalTitle, sort, standing, serves }
}

/// Who maintains, repairs, pays and bears the excess, and the rule of the repair.
fn map(thing: Thing) -> (Vec<Result<Bearer, Gap>>, Option<&'static Law>) {
    let answers = answers(thing, &[]);
    let rule = match answers[Duty::Repair as usize].rule {
        Some(Rule::Law(law)) => Some(law),
        _ => None,
    };
    (answers.iter().map(|answer| answer.bearer).collect(), rule)
}

#[test]
fn the_law_says_who_by_where_it_stands_and_whom_it_serves() {
    use SystemType::{Geyser, HeatPump, Lift, Oven, Plumbing, Roof};
    let rows: [(Thing, [Bearer; 4], &Law); 12] = [
        // The geyser rule holds wherever it stands.
        (thing(Geyser, Standing::Common, Serves::One), [Owner; 4], &WATER_HEATING),
        (thing(Geyser, Standing::Section, Serves::One), [Owner; 4], &WATER_HEATING),
        (thing(Geyser, Standing::Unknown, Serves::One), [Owner; 4], &WATER_HEATING),
        (thing(HeatPump, Standing::Common, Serves::Several), [Served; 4], &WATER_HEATING),
        (thing(Geyser, Standing::Common, Serves::Common), [Body; 4], &COMMON),
        (thing(Roof, Standing::Common, Serves::Several), [Body; 4], &COMMON),
        (thing(Lift, Standing::Common, Serves::Unknown), [Body; 4], &COMMON),
        (thing(Oven, Standing::Section, Serves::Unknown), [Owner; 4], &SECTION),
        (thing(Plumbing, Standing::Section, Serves::One), [Owner; 4], &CONDUITS),
        (thing(Plumbing, Standing::Section, Serves::Several), [Body; 4], &CONDUITS),
        (thing(Plumbing, Standing::Common, Serves::One), [Body; 4], &COMMON),
        // The body corporate works there and has the cost back.
        (thing(Roof, Standing::ExclusiveUse, Serves::One), [Body, Body, Owner, Body], &EXCLUSIVE_USE),
    ];
    for (thing, bearers, rule) in rows {
        let (found, by) = map(thing);
        assert_eq!(found, bearers.map(Ok), "{thing:?}");
        assert_eq!(by.map(|law| law.cite), Some(rule.cite), "{thing:?}");
        // Who bears an excess is said by the rule of it.
        assert_eq!(answer(thing, Duty::Excess, &[]).rule, Some(Rule::Law(&EXCESS)), "{thing:?}");
    }
}

#[test]
fn what_is_not_known_says_what_has_to_be_found_out() {
    use SystemType::{Drainage, Geyser, Roof};
    let rows = [
        (thing(Geyser, Standing::Common, Serves::Unknown), Gap::Serves, Some(WATER_HEATING.cite)),
        (thing(Drainage, Standing::Section, Serves::Unknown), Gap::Serves, Some(CONDUITS.cite)),
        (thing(Roof, Standing::Unknown, Serves::One), Gap::Standing, None),
    ];
    for (thing, gap, rule) in rows {
        let (found, by) = map(thing);
        assert_eq!(found, [Err(gap); 4], "{thing:?}");
        assert_eq!(by.map(|law| law.cite), rule, "{thing:?}");
        let routed = route(thing, Severity::Serious, &[]);
        assert_eq!((routed.first(), routed.gap()), (Body, Some(gap)));
    }
}

#[test]
fn a_homeowners_association_has_its_constitution() {
    let of = |standing, sort| Thing { regime: Regime::Association, ..thing(sort, standing, Serves::One) };
    let rows = [
        (Standing::Section, Ok(Owner)),
        (Standing::Common, Ok(Body)),
        (Standing::ExclusiveUse, Err(Gap::Constitution)),
        (Standing::Unknown, Err(Gap::Standing)),
    ];
    for (standing, bearer) in rows {
        for sort in [SystemType::Geyser, SystemType::Roof] {
            // The geyser rule is one of sectional title.
            assert_eq!(map(of(standing, sort)), (vec![bearer; 4], Some(&CONSTITUTION)), "{standing} {sort}");
        }
    }
    assert!(CONSTITUTION.confirm && CONSTITUTION.source == Source::Trade);
}

fn own(cite: &str, bearer: Bearer) -> OwnRule {
    OwnRule {
        cite: cite.into(),
        words: "So it is.".into(),
        sorts: vec![],
        standings: vec![],
        serves: vec![],
        duties: vec![],
        bearer,
    }
}

#[test]
fn the_schemes_own_rules_stand_above_the_law_and_the_closest_decides() {
    let geyser = thing(SystemType::Geyser, Standing::Common, Serves::One);
    let rules = [
        OwnRule { duties: vec![Duty::Repair, Duty::Pay], sorts: vec![SystemType::Geyser], ..own("Rule 9", Body) },
        OwnRule { standings: vec![Standing::Common], ..own("Rule 3", Owner) },
        OwnRule { sorts: vec![SystemType::Roof], ..own("Rule 4", Body) },
    ];
    let by = |duty| {
        let answer = answer(geyser, duty, &rules);
        let cite = match answer.rule {
            Some(Rule::Own(rule)) => rule.cite.as_str(),
            Some(Rule::Law(law)) => law.cite,
            None => "",
        };
        (answer.bearer, cite)
    };
    assert_eq!((by(Duty::Repair), by(Duty::Maintain)), ((Ok(Body), "Rule 9"), (Ok(Owner), "Rule 3")));
    assert_eq!(by(Duty::Excess), (Ok(Owner), "Rule 3"));
    // Where the rules give the repair and are silent about the excess, rule 23(2)(b) follows the repair.
    let alone = answer(geyser, Duty::Excess, &rules[..1]);
    assert_eq!((alone.bearer, alone.rule), (Ok(Body), Some(Rule::Law(&EXCESS))));
    // Of two that are as close the later stands.
    let amended = [own("Rule 1", Owner), own("Rule 1 as amended", Body)];
    assert_eq!(answer(geyser, Duty::Maintain, &amended).rule, Some(Rule::Own(&amended[1])));
}

#[test]
fn a_geyser_fault_is_routed_to_its_owner_with_the_rule_quoted() {
    let geyser = thing(SystemType::Geyser, Standing::Common, Serves::One);
    let routed = route(geyser, Severity::Serious, &[]);
    assert_eq!(
        (routed.first(), routed.pay.bearer, routed.excess.bearer, routed.alarm),
        (Owner, Ok(Owner), Ok(Owner), None)
    );
    let Some(Rule::Law(rule)) = routed.repair.rule else { panic!("a rule of the law") };
    assert!(rule.is_quoted && rule.words.contains("must maintain, repair and, when necessary, replace"));
    assert!(!rule.words.contains("  "), "continued lines are one");
    assert_eq!(law::EXCESS_PROOF_DAYS, 7);
    // An emergency is told to the body corporate too.
    let burst = |standing| route(thing(SystemType::Geyser, standing, Serves::One), Severity::Emergency, &[]).alarm;
    assert_eq!(
        (burst(Standing::Section), burst(Standing::Common)),
        (Some(Alarm::Remedy(&law::REMEDY)), Some(Alarm::Danger))
    );
    let roof = thing(SystemType::Roof, Standing::Common, Serves::Several);
    assert_eq!(route(roof, Severity::Emergency, &[]).alarm, None);
}

#[test]
fn everything_has_an_answer_or_says_what_is_missing() {
    for regime in Regime::ALL {
        for sort in SystemType::ALL {
            for standing in Standing::ALL {
                for serves in Serves::ALL {
                    let thing = Thing { regime: *regime, sort: *sort, standing: *standing, serves: *serves };
                    for answer in answers(thing, &[]) {
                        let is_told =
                            *standing != Standing::Unknown || (law::heats_water(*sort) && *serves != Serves::Common);
                        assert!(answer.bearer.is_err() || is_told, "{thing:?}");
                        assert!(answer.rule.is_some() || answer.bearer == Err(Gap::Standing), "{thing:?}");
                    }
                }
            }
        }
    }
}
