//! The maintenance plan of the demonstration scheme: nine items, two years of the reserve, three scenarios, an approved plan and what became of it; and where
//! the geysers of its first two buildings stand.

use super::estate::{edit, id};
use model::estate::category::Category;
use model::estate::grid::Mark;
use model::estate::responsibility::{Bearer, Duty, Serves, Standing};
use model::estate::year::FinancialYear;
use model::scheme::{
    Budget, CapitalItem, CapitalJob, CapitalScenario, ChangeType, PlannedItem, ScenarioChange, Scheme, SchemeRule,
    Siting, Unit,
};
use model::system::{System, SystemType};
use model::{Date, Edit, Instant, RecordId};

/// Cents of a rand.
const RAND: i64 = 100;
/// The month with which the scheme's financial year ends.
const YEAR_END: u32 = 2;
/// Units of the two buildings whose geysers were looked at.
const SITED: u32 = 24;

/// What its managers wrote of the plan.
pub(super) fn edits(today: Date, now: Instant) -> Vec<Edit> {
    let years = FinancialYear::ending(YEAR_END).expect("February is a month");
    let year = years.of(today);
    let mut edits: Vec<Edit> = items(year).iter().map(|(name, item)| edit(name, item, now)).collect();
    edits.extend(budgets(years, year).iter().map(|(name, budget)| edit(name, budget, now)));
    edits.extend(scenarios(year).iter().map(|(name, scenario)| edit(name, scenario, now)));
    edits.extend(jobs(years, year).iter().map(|(name, job)| edit(name, job, now)));
    edits.extend((1..=SITED).map(|unit| edit(&format!("{unit}/Geyser"), &siting(unit), now)));
    edits
}

/// A rule of the scheme's own, beside the one about gardens.
fn rule() -> SchemeRule {
    SchemeRule {
        cite: "Management rule 45, registered 2019".into(),
        words: "An owner maintains and repairs the garage motor that serves the garage of that owner's section, wherever it is fixed.".into(),
        sorts: vec![SystemType::GarageMotor],
        duties: vec![Duty::Maintain, Duty::Repair, Duty::Pay],
        bearer: Bearer::Owner,
        ..SchemeRule::default()
    }
}

/// The scheme with that rule below those that it has.
pub(super) fn ruled(scheme: Scheme) -> Scheme {
    let rules = scheme.rules.iter().cloned().chain([rule()]).collect();
    Scheme { rules, ..scheme }
}

/// A system of the common property.
fn system(place: &str, name: &str) -> RecordId {
    id::<System>(&format!("{place}/{name}"))
}

/// The items. The first is the worked example: what the rule asks leaves it R480 000 short. Of the last nobody has said what it costs.
fn items(year: i32) -> Vec<(&'static str, CapitalItem)> {
    let item = |category, name: &str, (after, cost, life, past): (i32, i64, u32, i64)| CapitalItem {
        category,
        name: name.into(),
        due: Some(year + after),
        cost: Some(cost * RAND),
        life: Some(life),
        past: Some(past * RAND),
        ..CapitalItem::default()
    };
    vec![
        (
            "roof",
            CapitalItem {
                state: Some(Mark::Poor),
                condition: "Ridge mortar loose; slipped tiles on Disa and Erica".into(),
                relevant: "Scaffolding can be shared with the painting".into(),
                systems: vec![system("Roofs and walls", "Tiled roofs")],
                ..item(Category::Roofing, "Tiled roofs", (4, 800_000, 20, 200_000))
            },
        ),
        (
            "paint",
            CapitalItem {
                state: Some(Mark::Fair),
                condition: "Chalking on the north walls".into(),
                escalation: Some(600),
                systems: vec![system("Roofs and walls", "Outside paint")],
                ..item(Category::PaintingWaterproofing, "Outside paint and waterproofing", (1, 620_000, 7, 410_000))
            },
        ),
        (
            "lift",
            CapitalItem {
                state: Some(Mark::Good),
                escalation: Some(650),
                systems: vec![system("Lift of Aloe", "Lift")],
                ..item(Category::Lifts, "Lift of Aloe", (7, 460_000, 25, 260_000))
            },
        ),
        (
            "gate",
            CapitalItem {
                state: Some(Mark::Good),
                condition: "Replaced last year".into(),
                systems: vec![system("Gates and pumps", "Gate on Belmont Road")],
                ..item(Category::Security, "Gate on Belmont Road", (7, 68_000, 8, 4_000))
            },
        ),
        (
            "fence",
            CapitalItem {
                state: Some(Mark::Good),
                escalation: Some(500),
                systems: vec![system("Gates and pumps", "Electric fence")],
                ..item(Category::Security, "Electric fence", (3, 145_000, 10, 30_000))
            },
        ),
        (
            "pumps",
            CapitalItem {
                state: Some(Mark::Fair),
                condition: "The second of two pumps is noisy".into(),
                systems: vec![system("Gates and pumps", "Pressure pumps")],
                ..item(Category::Plumbing, "Pressure pumps", (0, 48_000, 10, 40_000))
            },
        ),
        (
            "light",
            CapitalItem {
                state: Some(Mark::Good),
                ..item(Category::Electrical, "Main board and stairwell lights", (5, 240_000, 20, 35_000))
            },
        ),
        (
            "paving",
            CapitalItem {
                state: Some(Mark::Fair),
                condition: "Sunken near the refuse yard".into(),
                escalation: Some(600),
                ..item(Category::Paving, "Driveway and parking", (6, 380_000, 25, 20_000))
            },
        ),
        (
            "play",
            CapitalItem {
                category: Category::Recreation,
                name: "Braai area and playground".into(),
                life: Some(15),
                ..CapitalItem::default()
            },
        ),
    ]
}

/// The reserve of two years. Members approved the plan of each before it began.
fn budgets(years: FinancialYear, year: i32) -> Vec<(&'static str, Budget)> {
    let planned = |name: &str, cents: i64| PlannedItem { item: id::<CapitalItem>(name), cents: Some(cents * RAND) };
    let budget = |year: i32, figures: [i64; 5], planned: Vec<PlannedItem>| {
        let [opening, contributed, budgeted, repairs, adopted] = figures.map(|rand| Some(rand * RAND));
        Budget {
            year: Some(year),
            opening,
            interest: Some(550),
            contributed,
            budgeted,
            repairs,
            adopted,
            approved_on: years.first(year).map(|first| first.minus_days(20)),
            conditions: "Three written quotes for work above R 50 000.".into(),
            planned,
            deleted: None,
        }
    };
    let before = vec![planned("gate", 66_000), planned("pumps", 45_000), planned("paint", 590_000)];
    vec![
        ("before", budget(year - 1, [940_000, 1_390_000, 1_480_000, 280_000, 190_000], before)),
        ("now", budget(year, [1_080_000, 1_480_000, 1_590_000, 310_000, 210_000], vec![planned("pumps", 48_000)])),
    ]
}

fn scenarios(year: i32) -> Vec<(&'static str, CapitalScenario)> {
    let scenario = |name: &str, change: ScenarioChange| CapitalScenario {
        name: name.into(),
        changes: vec![ScenarioChange { year: Some(year + 4), ..change }],
        deleted: None,
    };
    let change = |what, cents: i64| ScenarioChange {
        what,
        cents: (cents > 0).then_some(cents * RAND),
        ..ScenarioChange::default()
    };
    let phase = ScenarioChange { item: Some(id::<CapitalItem>("roof")), over: Some(3), ..change(ChangeType::Phase, 0) };
    let loan = ScenarioChange { rate: Some(1_275), over: Some(60), ..change(ChangeType::Loan, 480_000) };
    vec![
        ("phase", scenario("Roofs over three years", phase)),
        ("levy", scenario("Special levy for the roofs", change(ChangeType::Levy, 480_000))),
        ("loan", scenario("Loan for the roofs", loan)),
    ]
}

/// What became of the year before: two were done, and the painting was put off.
fn jobs(years: FinancialYear, year: i32) -> Vec<(&'static str, CapitalJob)> {
    let job = |item: &str, days: u32, reason: &str| CapitalJob {
        item: Some(id::<CapitalItem>(item)),
        on: years.last(year - 1).map(|last| last.minus_days(days)),
        reason: reason.into(),
        ..CapitalJob::default()
    };
    let done = |cents: i64, is_last: bool, job: CapitalJob| CapitalJob {
        cents: Some(cents * RAND),
        last: is_last.then_some(true),
        ..job
    };
    let later = "Two of three quotes came after the rains began";
    vec![
        ("gate", done(64_500, true, job("gate", 210, "Both motors and the rack replaced"))),
        ("pumps", done(39_800, false, job("pumps", 150, "The first of two pumps replaced"))),
        ("paint", CapitalJob { postponed_to: Some(year + 1), ..job("paint", 95, later) }),
    ]
}

fn siting(unit: u32) -> Siting {
    Siting {
        unit: Some(id::<Unit>(&unit.to_string())),
        system: Some(system(&unit.to_string(), "Geyser")),
        standing: Standing::Section,
        serves: Serves::One,
        note: "Sectional plan SS 214/1998, and a walk through both buildings".into(),
        deleted: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::Record;
    use model::estate::capital::{Horizon, Implemented};
    use model::scheme::Workbench;

    fn bench(today: Date) -> Workbench {
        let scheme = Scheme { name: "Protea Mews".into(), year_end: Some(YEAR_END), ..Scheme::default() };
        let own = edit("own", &ruled(scheme), Instant(0));
        let edits = edits(today, Instant(0)).into_iter().chain([own]);
        let records: Vec<Record> = edits.map(|edit| Record::first(&edit)).collect();
        Workbench::of(&records).expect("a scheme")
    }

    #[test]
    fn the_plan_tells_its_story_on_any_day() {
        for today in ["2026-11-27", "2027-02-28", "2027-03-01", "2028-02-29"] {
            let today: Date = today.parse().expect("a date");
            let bench = bench(today);
            let year = bench.first(today);
            assert_eq!((bench.items.len(), bench.budgets.len(), bench.scenarios.len(), bench.jobs.len()), (9, 2, 3, 3));
            assert_eq!(bench.shortest(year), Some((id::<CapitalItem>("roof"), 480_000 * RAND)));
            assert_eq!(bench.beside(year).unheld, 0);
            let outcomes = bench.outcomes(year, "As it is", Horizon::of(20).expect("twenty years"));
            assert!(outcomes.len() == 4 && outcomes[0].flow.out_in.is_some(), "the rule alone does not do");
            assert!(bench.jobs.iter().all(|(_, job)| job.on.is_some_and(|on| on < today)));
            let report = bench.implementation(year - 1);
            let came: Vec<Implemented> = report.items.iter().map(|one| one.implemented).collect();
            assert!(matches!(came[..], [Implemented::Done { .. }, Implemented::Begun, Implemented::Open]), "{came:?}");
            assert!(report.items[2].postponed.is_some());
            assert!(bench.scheme.rules.iter().all(|rule| !rule.cite.is_empty()));
        }
    }
}
