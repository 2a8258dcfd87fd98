//! The capital plan of a scheme, read from its records: what the rules of [`capital`] ask for, year by year.

use super::{Budget, CapitalItem, CapitalJob, CapitalScenario, ChangeType, Inventory, Scheme, Thing, Unit};
use crate::date::Date;
use crate::entry::Entry;
use crate::estate::capital::{
    self, Beside, Fund, Horizon, Implementation, Item, Missing, Outcome, Plan, Planned, Scenario,
};
use crate::estate::grid::Mark;
use crate::estate::levy::{self, Levies, Refusal};
use crate::estate::responsibility::Regime;
use crate::estate::year::FinancialYear;
use crate::id::RecordId;
use crate::record::Record;
use crate::standing::{facts, living};

/// The month with which a financial year ends where a scheme has not said: the last of February, as most do. It is told as not known.
const YEAR_END: u32 = 2;
/// Over how many years a proposed phase spreads the work.
const PHASE_YEARS: u32 = 3;
/// What a proposed loan costs a year, basis points, and over how many months it is paid back: to be replaced by what a bank offers.
const LOAN: (i64, u32) = (1_275, 60);

/// What a scheme plans, with everything that the sums read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbench {
    /// The scheme.
    pub scheme: Scheme,
    /// Its items, by category and then by name.
    pub items: Vec<(RecordId, CapitalItem)>,
    /// Its budgets, the latest year first.
    pub budgets: Vec<(RecordId, Budget)>,
    /// Its scenarios, in the order in which they were made.
    pub scenarios: Vec<(RecordId, CapitalScenario)>,
    /// Work that was done or put off, by the day.
    pub jobs: Vec<(RecordId, CapitalJob)>,
    /// Its units, without the places of the common property.
    pub units: Vec<(RecordId, Unit)>,
    /// The systems of its common property.
    pub common: Vec<Thing>,
}

impl Workbench {
    /// Of the records of a scheme; none where it has not said what it is.
    pub fn of(records: &[Record]) -> Option<Self> {
        let scheme = living::<Scheme>(records).into_iter().next()?.letter;
        let mut items = read::<CapitalItem>(records);
        items.sort_by(|(_, one), (_, other)| (one.category, &one.name).cmp(&(other.category, &other.name)));
        let mut budgets = read::<Budget>(records);
        budgets.sort_by_key(|(_, budget)| std::cmp::Reverse(budget.year));
        let jobs = facts::<CapitalJob>(records, |job| job.amends).into_iter().filter(|job| job.withdrawn.is_none());
        let mut jobs: Vec<(RecordId, CapitalJob)> = jobs.map(|job| (job.root, job.letter)).collect();
        jobs.sort_by_key(|(_, job)| job.on);
        let (places, units): (Vec<_>, Vec<_>) =
            read::<Unit>(records).into_iter().partition(|(_, unit)| unit.common == Some(true));
        let is_common = |unit: Option<RecordId>| places.iter().any(|(id, _)| Some(*id) == unit);
        let told = read::<Inventory>(records).into_iter().filter(|(_, one)| is_common(one.unit));
        let common = told.flat_map(|(_, one)| one.things).collect();
        Some(Self { scheme, items, budgets, scenarios: read(records), jobs, units, common })
    }

    /// Its financial years.
    pub fn years(&self) -> FinancialYear {
        let said = self.scheme.year_end.and_then(FinancialYear::ending);
        said.or_else(|| FinancialYear::ending(YEAR_END)).expect("February is a month")
    }

    /// The financial year in which the plan begins that is looked at first: that of today where it has a budget, else the latest that has one.
    pub fn first(&self, today: Date) -> i32 {
        let now = self.years().of(today);
        let latest = self.budgets.first().and_then(|(_, budget)| budget.year);
        if self.budget(now).is_some() { now } else { latest.unwrap_or(now) }
    }

    /// The budget of a year.
    pub fn budget(&self, year: i32) -> Option<&(RecordId, Budget)> {
        self.budgets.iter().find(|(_, budget)| budget.year == Some(year))
    }

    /// An item.
    pub fn item(&self, id: RecordId) -> Option<&CapitalItem> {
        self.items.iter().find(|(own, _)| *own == id).map(|(_, item)| item)
    }

    /// The name of an item; empty where it is not there any more.
    pub fn name(&self, id: RecordId) -> &str {
        self.item(id).map_or("", |item| &item.name)
    }

    /// The plan that begins with a year.
    pub fn plan(&self, first: i32) -> Plan {
        let fund = self.budget(first).map_or_else(Fund::default, |(_, budget)| budget.fund());
        Plan { first, items: self.items.iter().map(|(id, item)| item.item(*id)).collect(), fund }
    }

    /// What is said of a year: the rule's number, the least, and what is needed.
    pub fn beside(&self, year: i32) -> Beside {
        let is_association = self.scheme.regime == Regime::Association;
        let is_first = self.scheme.first_meeting.is_some_and(|day| self.years().of(day) == year);
        let blank = Budget::default();
        let budget = self.budget(year).map_or(&blank, |(_, budget)| budget);
        capital::beside(&self.plan(year), &budget.regulation(is_association, is_first))
    }

    /// What becomes of the plan as it is, called `as_is`, and of each scenario.
    pub fn outcomes(&self, first: i32, as_is: &str, horizon: Horizon) -> Vec<Outcome> {
        let as_is = Scenario { name: as_is.to_owned(), changes: Vec::new() };
        let all: Vec<Scenario> =
            std::iter::once(as_is).chain(self.scenarios.iter().map(|(_, one)| one.scenario())).collect();
        capital::side_by_side(&self.plan(first), &all, horizon)
    }

    /// What a year was approved with; of one that was not approved, what the plan has for it.
    pub fn planned(&self, year: i32) -> Vec<Planned> {
        let approved = self.budget(year).filter(|(_, budget)| budget.approved_on.is_some());
        approved.map_or_else(|| capital::planned(&self.plan(year), year), |(_, budget)| budget.approved())
    }

    /// What trustees report of a year.
    pub fn implementation(&self, year: i32) -> Implementation {
        let jobs: Vec<_> = self.jobs.iter().filter_map(|(_, job)| job.job()).collect();
        let of_year = self.jobs.iter().filter(|(_, job)| job.on.is_some_and(|on| self.years().of(on) == year));
        let postponements: Vec<_> = of_year.filter_map(|(_, job)| job.postponement()).collect();
        capital::implementation(self.years(), year, &self.planned(year), &jobs, &postponements)
    }

    /// What each unit pays of an amount of the scheme.
    pub fn levies(&self, cents: i64) -> Result<Levies, Refusal> {
        let unit = |(id, unit): &(RecordId, Unit)| levy::Unit { id: *id, quota: unit.quota.unwrap_or(0) };
        levy::levies(cents, &self.units.iter().map(unit).collect::<Vec<_>>())
    }

    /// How systems of the common property stand, the worst of them first: what is proposed as the condition of an item. None where none of them is
    /// known.
    pub fn seen(&self, systems: &[RecordId]) -> Option<Mark> {
        let own = self.common.iter().filter(|thing| systems.contains(&thing.id));
        own.map(|thing| thing.mark).filter(|mark| !matches!(mark, Mark::NotShared | Mark::Absent)).min()
    }

    /// Entries of a year in the common property's logbook that name systems of an item and of which no job tells yet: each is proposed as work that was
    /// done on it.
    pub fn proposed(&self, year: i32, entries: &[(RecordId, Entry)]) -> Vec<CapitalJob> {
        let is_told = |entry: RecordId| self.jobs.iter().any(|(_, job)| job.entry == Some(entry));
        let propose = |(id, entry): &(RecordId, Entry)| {
            let on = entry.when.map(|when| when.latest()).filter(|on| self.years().of(*on) == year)?;
            let names = |item: &CapitalItem| item.systems.iter().any(|system| entry.systems.contains(system));
            let (item, _) = self.items.iter().find(|(_, item)| names(item)).filter(|_| !is_told(*id))?;
            Some(CapitalJob {
                item: Some(*item),
                on: Some(on),
                cents: entry.cost.as_ref().map(|cost| cost.cents),
                reason: entry.title.clone(),
                entry: Some(*id),
                ..CapitalJob::default()
            })
        };
        entries.iter().filter_map(propose).collect()
    }

    /// The item whose work is the dearest of those for which the rule brings too little until they fall due, with what is short then, cents.
    pub fn shortest(&self, first: i32) -> Option<(RecordId, i64)> {
        let plan = self.plan(first);
        let short = plan.items.iter().filter_map(|item| Some((item.id, shortfall(item, first)?)));
        short.filter(|(_, cents)| *cents > 0).max_by_key(|(_, cents)| *cents)
    }

    /// Three scenarios of the item that is the shortest: its work over three years, a special levy, a loan. `names` are theirs.
    pub fn three(&self, first: i32, names: [String; 3]) -> Vec<CapitalScenario> {
        let Some((item, short)) = self.shortest(first) else { return Vec::new() };
        let due = self.item(item).and_then(|item| item.due).map_or(first, |due| due.max(first));
        let change = |what| super::ScenarioChange { what, year: Some(due), ..Default::default() };
        let changes = [
            super::ScenarioChange { item: Some(item), over: Some(PHASE_YEARS), ..change(ChangeType::Phase) },
            super::ScenarioChange { cents: Some(short), ..change(ChangeType::Levy) },
            super::ScenarioChange {
                cents: Some(short),
                rate: Some(LOAN.0),
                over: Some(LOAN.1),
                ..change(ChangeType::Loan)
            },
        ];
        let one = |(name, change)| CapitalScenario { name, changes: vec![change], deleted: None };
        names.into_iter().zip(changes).map(one).collect()
    }
}

/// What is short of an item when it falls due, cents, if every year until then brings what the rule says; nothing and less where it is enough. The price
/// is that of the due year. None where the rule has no number, or a figure is missing.
pub fn shortfall(item: &Item, first: i32) -> Option<i64> {
    let rule = capital::statutory(item).cents()?.cents();
    let years = item.remaining(first)?;
    let end = first.saturating_add_unsigned(years).saturating_add(1);
    let works = capital::works(item, first, end).ok()?;
    let cost = works.iter().filter(|work| work.round == 0).map(|work| work.cents).fold(0, i64::saturating_add);
    let held = item.past?.saturating_add(rule.saturating_mul(years.into()));
    Some(cost.saturating_sub(held))
}

/// What an item lacks of the particulars of rule 22(1), and what is not said of its sums.
pub fn missing(id: RecordId, item: &CapitalItem) -> Vec<Missing> {
    capital::missing(&item.item(id))
}

fn read<T: crate::letter::Letter>(records: &[Record]) -> Vec<(RecordId, T)> {
    living::<T>(records).into_iter().map(|one| (one.root, one.letter)).collect()
}
