//! What is owed: by age as bars, by client as a table, and each invoice below.

use super::jobs::joined;
use crate::components::{Bar, Bars, Cell, Column, Empty, Glyph, Row, Rows, Section, Status, Table, TableRow, Tone};
use crate::desk::Desk;
use crate::pages::trade::act::back;
use crate::pages::trade::typed::money;
use leptos::prelude::*;
use model::trade_desk::owed::{Age, Debt, Debtor, Owed};

/// What is owed.
pub fn owed_view(desk: Desk, owed: &Owed) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    if owed.debtors.is_empty() {
        let empty = view! { <Empty glyph=Glyph::CHECK title=said.owed_none text=said.owed_none_lead /> };
        return view! { <Section title=said.owed>{empty}</Section> }.into_any();
    }
    let most = owed.ages.iter().copied().max().unwrap_or(1).max(1);
    let bar = |(age, cents): (&Age, &i64)| Bar {
        name: (said.age)(*age).to_owned(),
        figure: money(words, *cents),
        share_permille: u32::try_from(cents.max(&0) * 1000 / most).unwrap_or(0),
    };
    let bars: Vec<Bar> = Age::ALL.iter().zip(&owed.ages).map(bar).collect();
    let sum = money(words, owed.cents());
    let table = by_client(desk, owed);
    let debts =
        owed.debtors.iter().flat_map(|debtor| debtor.debts.iter().map(move |debt| debt_view(desk, debtor, debt)));
    let debts = debts.collect_view();
    view! {
        <Section title=said.owed>
            <p class="trade-desk__sum money">{sum}</p>
            <Bars caption=said.owed_by_age bars=Signal::stored(bars) />
            {table}
        </Section>
        <Section title=said.owed_invoices>
            <Rows>{debts}</Rows>
        </Section>
    }
    .into_any()
}

fn name(desk: Desk, debtor: &Debtor) -> String {
    if debtor.name.is_empty() { desk.words().desk().no_client.to_owned() } else { debtor.name.clone() }
}

fn by_client(desk: Desk, owed: &Owed) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let heads: Vec<&'static str> = Age::ALL.iter().map(|age| (said.age)(*age)).chain([said.total]).collect();
    let figures = heads.iter().map(|head| Column::figures(*head));
    let columns: Vec<Column> = std::iter::once(Column::words(said.client)).chain(figures).collect();
    let cells = |ages: &[i64; 4], sum: i64| {
        let figure = |(head, cents): (&&'static str, &i64)| match *cents {
            0 => Cell::Figure(String::new()),
            cents => Cell::figure_headed(head, money(words, cents)),
        };
        heads.iter().zip(ages.iter().chain([&sum])).map(figure).collect::<Vec<_>>()
    };
    let row =
        |debtor: &Debtor| view! { <TableRow name=name(desk, debtor) cells=cells(&debtor.ages, debtor.cents()) /> };
    let rows = owed.debtors.iter().map(row).collect_view();
    let sums = cells(&owed.ages, owed.cents());
    view! {
        <div class="trade-desk__wide" role="group" tabindex="0" aria-label=said.owed_by_client>
            <Table caption=said.owed_by_client columns list=true>
                {rows}
                <TableRow name=said.total cells=sums total=true />
            </Table>
        </div>
    }
    .into_any()
}

fn debt_view(desk: Desk, debtor: &Debtor, debt: &Debt) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let tone = match debt.age {
        _ if debt.days <= 0 => Tone::Info,
        Age::Days30 => Tone::Warn,
        _ => Tone::Bad,
    };
    let due = debt.due.map(|day| (said.due)(&words.day(day))).unwrap_or_default();
    let word = (said.days_over)(debt.days);
    let text = view! { <Status tone word /> " " {joined(&[&name(desk, debtor), &due])} }.into_any();
    let end = money(words, debt.cents).into_any();
    view! { <Row title=(said.invoice)(&debt.number) href=back(debt.space) text end /> }.into_any()
}
