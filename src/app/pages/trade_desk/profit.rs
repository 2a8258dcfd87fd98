//! What jobs left over: quoted, billed, time, cost and margin. What is not known is said and never counts as nothing.

use super::jobs::joined;
use super::stock::Stock;
use crate::components::{
    Cell, Column, Empty, Glyph, Section, Status, Table, TableRow, TextField, Tone, dynamic, whenever,
};
use crate::deeds::{draft, stock};
use crate::desk::{Desk, use_desk};
use crate::pages::keeper::Keeper;
use crate::pages::trade::act::back;
use crate::pages::trade::typed::{Reading, cents_text, money};
use leptos::prelude::*;
use model::firm::Price;
use model::trade_desk::Job;
use model::trade_desk::profit::{Costs, Profit, profits};

/// Where this device keeps what an hour of work costs the firm.
const HOUR: &str = "trade/hour";

/// The jobs that were agreed, with what each left over.
#[component]
pub fn ProfitPart(
    /// All jobs.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.desk();
    let typed = RwSignal::new(String::new());
    leptos::task::spawn_local(async move {
        let kept = draft::read::<i64>(desk, HOUR).await;
        typed.try_set(cents_text(words, kept));
    });
    let prices = Stock::<Price>::read(desk);
    let worked = RwSignal::new(Vec::new());
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            worked.try_set(stock::minutes(desk).await);
        });
    });
    let hour = Memo::new(move |_| Reading::default().cents(&typed.get(), "hour").filter(|cents| *cents >= 0));
    let keeper = StoredValue::new_local(Keeper::new(desk, HOUR.to_owned()));
    Effect::new(move |before: Option<Option<i64>>| {
        let now = hour.get();
        // What was read at first need not be kept again.
        if before.is_some_and(|before| before != now) {
            keeper.with_value(|keeper| keeper.keep(now));
        }
        now
    });
    let table = move || {
        let costs = Costs { hour: hour.get(), parts: Costs::of(&prices.letters()), minutes: worked.get() };
        let profits = jobs.with(|jobs| profits(jobs, &costs));
        if profits.is_empty() {
            return view! { <Empty glyph=Glyph::GAUGE title=said.profit_none text=said.profit_none_lead /> }.into_any();
        }
        let columns = [said.billed, said.time, said.costs, said.margin].map(Column::figures);
        let columns: Vec<Column> =
            [Column::words(said.job), Column::figures(said.quoted)].into_iter().chain(columns).collect();
        let rows = profits.iter().map(|profit| row(desk, profit)).collect_view();
        view! { <div class="trade-desk__wide" role="group" tabindex="0" aria-label=said.profit><Table caption=said.profit columns list=true>{rows}</Table></div> }.into_any()
    };
    view! {
        <Section title=said.profit>
            <div class="stack">
                <p class="section__note">{said.profit_lead}</p>
                <div class="trade-desk__hour">
                    <TextField label=said.hour hint=said.hour_hint value=typed sign=said.rand keyboard="decimal" />
                </div>
                {dynamic(table)}
            </div>
        </Section>
    }
}

fn row(desk: Desk, profit: &Profit) -> AnyView {
    let words = desk.words();
    let said = words.desk();
    let told = |cents: Option<i64>| cents.map_or_else(|| said.unknown.to_owned(), |cents| money(words, cents));
    let costs = profit.work.zip(profit.parts).map(|(work, parts)| work.saturating_add(parts));
    let margin = match (profit.margin, profit.permille) {
        (Some(margin), Some(permille)) => {
            let tone = if margin < 0 { Tone::Bad } else { Tone::Good };
            let word = (said.margin_of)(&money(words, margin), &words.quantity(permille * 100));
            view! { <Status tone word /> }.into_any()
        }
        (Some(margin), None) => money(words, margin).into_any(),
        (None, _) => {
            let missing: Vec<&str> = profit.missing.iter().map(|what| (said.missing)(*what)).collect();
            view! { <Status tone=Tone::Unknown word=(said.not_known)(&missing.join(", ")) /> }.into_any()
        }
    };
    let cells = vec![
        Cell::figure_headed(said.quoted, money(words, profit.quoted)),
        Cell::figure_headed(said.billed, told(profit.billed)),
        Cell::figure_headed(said.time, profit.minutes.map_or_else(|| said.unknown.to_owned(), said.minutes)),
        Cell::figure_headed(said.costs, told(costs)),
        Cell::Words(margin),
    ];
    view! { <TableRow name=joined(&[&profit.title, &profit.client]) href=back(profit.space) cells /> }.into_any()
}
