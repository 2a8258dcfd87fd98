//! The maintenance plan of a scheme on paper, in English as in South Africa.

use super::count;
use crate::place::{EstatePaper, Resolved};
use model::estate::capital::{Basis, Figure, Implemented, Minimum, Missing};
use model::estate::category::Category;
use model::estate::levy::{Quotas, Refusal};
use model::estate::responsibility::Regime;
use model::health::State;

fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Reserve => "the reserve at the end of the previous year",
        Figure::Contributed => "the previous year’s contributions to the administrative fund",
        Figure::Budgeted => "this year’s budgeted contributions to the administrative fund",
        Figure::Repairs => "what is budgeted for repairs and maintenance of the common property",
    }
}

fn minimum(minimum: Minimum, cents: &str) -> String {
    match minimum {
        Minimum::Constitution => {
            "Regulation 2 does not bind a homeowners’ association; its constitution says what is kept.".into()
        }
        Minimum::FirstYear => "Regulation 2 does not look at the year of the first general meeting.".into(),
        Minimum::Share { .. } => format!(
            "{cents}: the reserve is below 25 % of the previous year’s contributions, so at least 15 % of the contributions budgeted for the \
             administrative fund (regulation 2(a))."
        ),
        Minimum::None => {
            "No minimum: the reserve is at least the previous year’s contributions (regulation 2(b)).".into()
        }
        Minimum::Repairs { .. } => format!(
            "{cents}: the reserve is between 25 % and 100 % of the previous year’s contributions, so at least what is budgeted for repairs and \
             maintenance of the common property (regulation 2(c))."
        ),
        Minimum::NoBase => {
            "The previous year had no contributions, so the regulation decides nothing: confirm with your managing agent.".into()
        }
        Minimum::Missing(figures) => {
            let named: Vec<&str> = figures.into_iter().flatten().map(figure).collect();
            format!("It cannot be told without {}.", named.join(" and "))
        }
    }
}

fn resolved(told: &Resolved<'_>) -> Vec<String> {
    let Resolved { is_bound, year, adopted, rule, minimum, needed, conditions } = *told;
    let amount = if adopted.is_empty() { "R ____________" } else { adopted };
    let by = if is_bound { "in terms of prescribed management rule 22(3)" } else { "in terms of the constitution" };
    let paid = match (is_bound, conditions.is_empty()) {
        (true, true) => {
            "that money be paid out of the reserve fund in accordance with the plan, on a resolution of the trustees (rule 24).".to_owned()
        }
        (true, false) => format!(
            "that money be paid out of the reserve fund in accordance with the plan, on a resolution of the trustees (rule 24), on these conditions: \
             {conditions}"
        ),
        (false, _) => format!("that money be paid out as the constitution says. {conditions}").trim().to_owned(),
    };
    vec![
        format!("that the written maintenance, repair and replacement plan for the common property, as tabled, be approved {by}, with effect from the date of this meeting;"),
        format!("that the contribution to the reserve fund for the financial year {year} be {amount};"),
        format!("that it be recorded that the formula of rule 22(2) gives {rule} for the year, and that {needed} is needed if the money is to be there when the work falls due. The least that the regulations ask: {minimum}"),
        "that the contribution be levied on members by their participation quotas, as in the schedule of levies;".to_owned(),
        paid,
        "that the trustees report to each annual general meeting the extent to which the plan was implemented (rule 22(4)).".to_owned(),
    ]
}

pub(crate) static ESTATE_PAPER: EstatePaper = EstatePaper {
    title: "Maintenance, repair and replacement plan",
    from: |regime| match regime {
        Regime::SectionalTitle => "Body corporate",
        Regime::Association => "Homeowners’ association",
    },
    to: "For",
    to_name: "The members in general meeting",
    number: |number| format!("Scheme number {number}"),
    agent: |name| format!("Managing agent: {name}"),
    year: "Financial year",
    year_of: |year, from, to| format!("{year} ({from} to {to})"),
    year_assumed: "The scheme has not said in which month its financial year ends: the end of February is assumed.",
    made: "Made on",
    approved: "Approved on",
    not_approved: "Not yet. The plan takes effect when members approve it in general meeting (rule 22(3)).",
    conditions: "Conditions",
    items: "Major capital items",
    items_note: "With the particulars of prescribed management rule 22(1)(a) to (f), Annexure 1 to the Sectional Titles Schemes Management Regulations, 2016. \
                 Costs are at today’s prices.",
    item_columns: [
        "(a) Item",
        "(b) Present condition",
        "(c) When",
        "(d) Estimated cost",
        "(e) Expected life",
        "(f) Anything else",
    ],
    no_items: "No item has been written down yet.",
    category: |category| match category {
        Category::Electrical => "Wiring, lighting and electrical systems",
        Category::Plumbing => "Plumbing, drainage and storm-water systems",
        Category::HeatingCooling => "Heating and cooling systems",
        Category::Lifts => "Lifts",
        Category::Furnishings => "Carpeting and furnishings",
        Category::Roofing => "Roofing",
        Category::PaintingWaterproofing => "Interior and exterior painting and waterproofing",
        Category::Communication => "Communication and service supply systems",
        Category::Paving => "Parking facilities, roadways and paved areas",
        Category::Security => "Security systems and facilities",
        Category::Recreation => "Other community and recreational facilities",
    },
    state: |state| match state {
        State::Good => "Good",
        State::Unsure => "Not sure",
        State::Fair => "Fair",
        State::Poor => "Poor",
        State::Untold => "Cannot be told",
    },
    missing: |missing| match missing {
        Missing::Name => "its name",
        Missing::Condition => "its condition",
        Missing::Due => "when",
        Missing::Cost => "the cost",
        Missing::Life => "the expected life",
        Missing::Past => "what was contributed before",
    },
    not_said: "not said",
    lacking: |name, what| format!("{name}: {what}"),
    years: |years| count(years as usize, "year", "years"),
    due: |year, remaining, late| match (remaining, late) {
        (_, 1..) => format!("{year}, {} late", count(late as usize, "year", "years")),
        (0, _) => format!("{year}, this year"),
        _ => format!("{year}, in {}", count(remaining as usize, "year", "years")),
    },
    beside: "What the rule asks and what is needed",
    beside_columns: ["Item", "When", "By the rule, a year", "Needed, a year", "Short when due, by the rule"],
    total: "All items",
    rule_formula: "By the rule: (estimated cost − past contribution) ÷ expected life once the work is done. Source: rule 22(2) of Annexure 1, STSM \
                   Regulations 2016.",
    needed_formula: "Needed: (cost when it falls due − past contribution) ÷ years until then. That is arithmetic and no rule; the rule’s number is never changed \
                     by it.",
    unbound: "Rule 22 and regulation 2 do not bind a homeowners’ association: its constitution says what is planned and kept. The rule’s number is shown \
              as what it would ask.",
    covered: "nothing: covered",
    no_life: "none: life of 0 years",
    sums: ["By rule 22(2)", "At least, by regulation 2", "Needed by the due years", "Adopted by members"],
    minimum,
    minimum_source: "Source: regulation 2, STSM Regulations 2016, as reported by Weekend Argus, 19 November 2016; intersect.co.za; lmtpsa.wordpress.com.",
    figure,
    unheld: |cents| {
        format!("Items are said to have had {cents} more contributed than the reserve holds. Check both figures.")
    },
    flow: "The years ahead",
    flow_columns: ["Year", "Opening", "Interest", "Contributions", "Special levies", "Loans", "Work", "Closing"],
    basis: |basis, cents| match basis {
        Basis::Rule => "Contributions as the rule has them".into(),
        Basis::RemainingLife => "Contributions by the years that remain".into(),
        Basis::Needed => "Contributions as needed".into(),
        Basis::Own { .. } => format!("Contributions of {cents} in the first year"),
    },
    as_is: "As the rule has it",
    out_in: |year| format!("The money runs out in {year}."),
    short_in: |year| format!("In {year} work comes before the money for it is in."),
    lasts: "The money lasts for all of these years.",
    funded: |share, reserve, full| {
        format!("{share} funded: the reserve holds {reserve} of the {full} that is used up.")
    },
    unfunded: "Nothing is used up that could be funded.",
    funded_source: "A custom of reserve studies abroad (National Reserve Study Standards, USA); no South African rule names it.",
    scenarios: "Scenarios",
    scenario_columns: [
        "Scenario",
        "Contributions",
        "Special levies",
        "Interest on loans",
        "Lowest balance",
        "How it goes",
    ],
    levies: "Levies by participation quota",
    levy_columns: ["Unit", "Quota", "A year", "A month"],
    levied: |cents| format!("{cents} a year, shared by participation quota."),
    levy_source: "Source: Sectional Titles Act 95 of 1986, section 32(1).",
    quotas: |quotas, off| match quotas {
        Quotas::Whole => "The quotas come to 100 %.".into(),
        Quotas::Rounded(_) => format!("The quotas come to 100 % but for rounding ({off})."),
        Quotas::Off(_) => format!("The quotas are off by {off}: a unit is missing, or a quota is wrong."),
    },
    refusal: |refusal| match refusal {
        Refusal::NoUnits => "There are no units yet.",
        Refusal::NoQuotas => "No unit has a quota yet.",
        Refusal::Twice(_) => "A unit stands twice in the list.",
    },
    more_units: |more| format!("And {} in the workbook.", count(more, "unit", "units")),
    resolution: "Resolution for the general meeting",
    numerals: ["1", "2", "3", "4", "5", "6"],
    resolved,
    report: "Implementation report",
    report_note: "What trustees report to the annual general meeting: the extent to which the approved plan was implemented (rule 22(4)).",
    report_columns: ["Item", "Planned", "How far", "Paid", "Beyond the plan"],
    implemented: |how, day| match how {
        Implemented::Done { .. } => format!("Done, {day}"),
        Implemented::Begun => "Begun".into(),
        Implemented::Open => "Not done".into(),
    },
    postponed: |to, reason| match reason {
        "" => format!("Put off to {to}, without a reason"),
        reason => format!("Put off to {to}: {reason}"),
    },
    done_of: |done, all, share| match share {
        "" => format!("{done} of {all} done."),
        share => format!("{done} of {all} done, {share} of the planned cost."),
    },
    unplanned: "Work that was not planned",
    nothing_planned: "Nothing was planned for this year.",
    foot: [
        "Made with Codessa from what the scheme wrote down. It is no valuation, no survey and no legal advice.",
        "Amounts are in rand. Costs rise each year by what is said of the item; where nothing is said they do not.",
    ],
    leaves: ["Items", "Contributions", "Cash flow", "Scenarios", "Levies", "Report"],
    leaf_items: ["Category", "Contributed before", "Escalation, % a year", "Spread over, years"],
    scenario: "Scenario",
};
