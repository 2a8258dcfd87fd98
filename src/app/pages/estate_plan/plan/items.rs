//! The items, and the rule's number beside the number that is needed.

use super::files::Files;
use super::{PLAN, Seen, drawn};
use crate::components::{
    Cell, Column, Empty, Glyph, LinkButton, Notice, NoticeKind, Section, Status, Table, TableRow, Tone, Weight,
};
use leptos::prelude::*;
use model::estate::capital::{Beside, Item, Line, missing};
use model::health::State;
use model::scheme::Workbench;
use model::scheme::workbench::shortfall;
use report::estate::{Told, by_rule, due, goes};

/// The part.
pub fn items(seen: Seen) -> AnyView {
    drawn(seen, move |bench| {
        let words = seen.desk.words();
        let said = words.estate_plan();
        let told = Told::new(bench, words, seen.desk.today(), Some(seen.year.get()));
        let writes = seen.writes.get();
        let add = writes.then(|| {
            view! { <LinkButton label=said.add_item href=format!("{PLAN}?item=new") glyph=Glyph::PLUS weight=Weight::Primary /> }
                .into_any()
        });
        if bench.items.is_empty() {
            let action = add.unwrap_or_else(|| ().into_any());
            return view! { <Empty glyph=Glyph::WRENCH title=said.none text=said.none_lead action /> }.into_any();
        }
        let (notices, sides, table) = (notices(&told), sides(&told, writes), table(&told, writes));
        view! {
            {notices}
            {sides}
            <Section title=words.estate_paper().items>{table}</Section>
            <div class="line paperless">{add} <Files seen /></div>
        }
        .into_any()
    })
}

/// What has to be known before the figures are read.
fn notices(told: &Told<'_>) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let beside = told.bench.beside(told.year);
    let has_opening = told.bench.budget(told.year).is_some_and(|(_, budget)| budget.opening.is_some());
    let note = |title: String, body: &'static str| view! { <Notice kind=NoticeKind::Info title body /> }.into_any();
    let all = [
        (!beside.is_bound).then(|| note(paper.unbound.to_owned(), "")),
        (!has_opening).then(|| note((said.no_budget)(told.year), said.no_budget_lead)),
        told.bench.scheme.year_end.is_none().then(|| note(paper.year_assumed.to_owned(), "")),
        (beside.unheld > 0).then(|| note((paper.unheld)(&told.money(beside.unheld)), "")),
    ];
    all.into_iter().flatten().collect_view().into_any()
}

/// The sums, each with what it is made by.
fn sides(told: &Told<'_>, writes: bool) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let beside = told.bench.beside(told.year);
    let [rule, least, needed, adopted] = paper.sums;
    let budget = told.bench.budget(told.year).map(|(_, budget)| budget);
    let least_note = (paper.minimum)(beside.minimum, &told.known(beside.minimum.cents()));
    let chosen = budget.and_then(|budget| budget.adopted);
    let over = chosen.map(|cents| over(told, &beside, cents)).unwrap_or_default();
    let side = |name: &'static str, figure: String, note: String| {
        view! {
            <div class="estate-plan__side" role="group" aria-label=name>
                <p class="small soft">{name}</p>
                <p class="estate-plan__figure">{figure}</p>
                <p class="small soft">{note}</p>
            </div>
        }
        .into_any()
    };
    let short = told.bench.shortest(told.year).map(|(_, cents)| (said.short)(&told.money(cents)));
    let edit = writes.then(|| {
        view! { <LinkButton label=said.budget href=format!("{PLAN}?budget={}", told.year) glyph=Glyph::PENCIL /> }
    });
    let outcome = told.bench.outcomes(told.year, paper.as_is, told.horizon).into_iter().next();
    let goes = outcome.map(|outcome| {
        let tone = if outcome.flow.out_in.is_some() { Tone::Bad } else { Tone::Good };
        view! { <Status tone word=goes(told, &outcome) /> }
    });
    let sides = [
        side(rule, told.money(beside.rule.cents()), paper.rule_formula.to_owned()),
        side(needed, told.money(beside.needed.cents()), paper.needed_formula.to_owned()),
        side(least, told.known(beside.minimum.cents()), format!("{least_note} {}", paper.minimum_source)),
        side(adopted, told.known(chosen), over),
    ];
    let (sides, years) = (sides.into_iter().collect_view(), years(told));
    view! {
        <Section title=said.sides>
            <div class="stack">
                <p class="section__note">{said.sides_lead}</p>
                {years}
                <div class="estate-plan__sides">{sides}</div>
                {short.map(|short| view! { <p><Status tone=Tone::Warn word=short /></p> })}
                <p>{goes}</p>
                <div class="paperless">{edit}</div>
            </div>
        </Section>
    }
    .into_any()
}

/// The years that have a budget, and the one after the last of them: each leads to its plan.
fn years(told: &Told<'_>) -> AnyView {
    let said = told.words.estate_plan();
    let mut years: Vec<i32> = told.bench.budgets.iter().filter_map(|(_, budget)| budget.year).collect();
    years.push(years.iter().max().map_or(told.year, |last| last.saturating_add(1)));
    years.push(told.year);
    years.sort_unstable();
    years.dedup();
    let link = |year: &i32| {
        let current = (*year == told.year).then_some("page");
        view! { <li><a href=format!("{PLAN}?year={year}") aria-current=current>{(said.budget_of)(*year)}</a></li> }
    };
    let links = years.iter().map(link).collect_view();
    view! { <ul class="line estate-plan__years paperless">{links}</ul> }.into_any()
}

/// How what was adopted stands beside the others: it is told, and never put right.
fn over(told: &Told<'_>, beside: &Beside, cents: i64) -> String {
    let paper = told.words.estate_paper();
    let adopted = beside.adopted(cents);
    let [rule, least, needed, _] = paper.sums;
    let signed = |cents: i64| format!("{}{}", if cents > 0 { "+" } else { "" }, told.money(cents));
    let line = |(name, by): (&str, Option<i64>)| by.map(|by| format!("{name}: {}", signed(by)));
    let all = [(rule, Some(adopted.over_rule)), (least, adopted.over_minimum), (needed, Some(adopted.over_needed))];
    all.into_iter().filter_map(line).collect::<Vec<_>>().join(" · ")
}

fn table(told: &Told<'_>, writes: bool) -> AnyView {
    let paper = told.words.estate_paper();
    let (plan, beside) = (told.bench.plan(told.year), told.bench.beside(told.year));
    let [item, due_head, rule, needed, short] = paper.beside_columns;
    let columns = vec![
        Column::words(item),
        Column::words(paper.item_columns[1]),
        Column::words(due_head),
        Column::figures(paper.item_columns[3]),
        Column::figures(rule),
        Column::figures(needed),
        Column::figures(short),
    ];
    let rows = plan.items.iter().zip(&beside.lines).map(|(item, line)| row(told, item, line, writes)).collect_view();
    let blank = || Cell::Figure(String::new());
    let sums = vec![
        Cell::words(""),
        Cell::words(""),
        blank(),
        Cell::figure_headed(rule, told.money(beside.rule.cents())),
        Cell::figure_headed(needed, told.money(beside.needed.cents())),
        blank(),
    ];
    view! {
        <div class="estate-plan__wide" role="group" tabindex="0" aria-label=paper.items>
            <Table caption=paper.items columns list=true>{rows} <TableRow name=paper.total cells=sums total=true /></Table>
        </div>
    }
    .into_any()
}

fn row(told: &Told<'_>, item: &Item, line: &Line, writes: bool) -> AnyView {
    let paper = told.words.estate_paper();
    let lacks = missing(item).into_iter().map(paper.missing).collect::<Vec<_>>().join(", ");
    let state = item.condition.state.map(|state| view! { <Status tone=tone(state) word=(paper.state)(state) /> });
    let condition = view! {
        <span class="stack stack--tight">
            {state} {item.condition.told.clone()}
            {(!lacks.is_empty()).then(|| view! { <Status tone=Tone::Unknown word=(paper.lacking)(paper.not_said, &lacks) /> })}
        </span>
    };
    let short = shortfall(item, told.year).map(|cents| cents.max(0));
    let [_, when, rule, needed, short_head] = paper.beside_columns;
    let cells = vec![
        Cell::Words(condition.into_any()),
        Cell::headed(when, due(told, item)),
        Cell::figure_headed(paper.item_columns[3], told.known(item.cost)),
        Cell::figure_headed(rule, by_rule(told, line.rule)),
        Cell::figure_headed(needed, told.known(line.need.ok().map(|need| need.cents.cents()))),
        Cell::figure_headed(short_head, told.known(short)),
    ];
    let name = item.name.clone();
    match writes {
        true => view! { <TableRow name href=format!("{PLAN}?item={}", item.id) cells /> }.into_any(),
        false => view! { <TableRow name cells /> }.into_any(),
    }
}

fn tone(state: State) -> Tone {
    match state {
        State::Good => Tone::Good,
        State::Fair => Tone::Warn,
        State::Poor => Tone::Bad,
        State::Unsure | State::Untold => Tone::Unknown,
    }
}

/// The items by their ids, to choose from.
pub fn named(bench: &Workbench) -> Vec<(String, String)> {
    bench.items.iter().map(|(id, item)| (id.to_string(), item.name.clone())).collect()
}
