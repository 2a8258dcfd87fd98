//! Units by certificates, for a day and a purpose.

mod ask;
mod counts;
mod lines;
mod panel;
mod trend;

use super::grid::filtered;
use super::paper::{OnPaper, PrintButton};
use super::sight::Sight;
use crate::components::{Chip, Chips, Choice, GridHead, GridLine, MarkGrid, TextField, dynamic};
use crate::desk::use_desk;
use ask::Ask;
use counts::{Counts, OverdueList};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lines::{Filter, Order, line, lines, look};
use model::basis::Purpose;
use model::certificate::CertificateType as Sort;
use model::estate::matrix::Code;
use model::scheme::board::Papers;
use panel::{Panel, told};
use trend::PaperTrend;

/// The matrix.
#[component]
pub fn MatrixPart(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let today = desk.today();
    let on = RwSignal::new(today.to_string());
    let purpose = RwSignal::new(Purpose::Safety);
    let order = RwSignal::new(Order::Worst);
    let asked = use_query_map().get_untracked();
    let asked = |name: &str| RwSignal::new(asked.get_str(name).unwrap_or_default().to_owned());
    let (building, code, sort) = (asked("building"), asked("code"), asked("sort"));
    let (active, opened, printing) = (RwSignal::new((0, 0)), RwSignal::new(false), RwSignal::new(false));
    let day = Signal::derive(move || on.with(|on| on.parse().unwrap_or(today)));
    let papers = Memo::new(move |_| sight.with(|board| Papers::of(board, day.get(), purpose.get())));
    let filter = move || Filter {
        building: building.with(|text| text.parse().ok()),
        code: code.with(|text| text.parse().ok()),
        sort: sort.with(|text| text.parse().ok()),
    };
    let shown =
        Memo::new(move |_| papers.with(|papers| sight.with(|board| lines(board, papers, filter(), order.get()))));
    let turn = Memo::new(move |last: Option<&u32>| {
        papers.track();
        shown.track();
        last.map_or(0, |last| last.wrapping_add(1))
    });
    let draw = move |at: usize| {
        let row = shown.with_untracked(|shown| shown.get(at).copied());
        let drawn = |row: u32| papers.with_untracked(|papers| sight.now(|board| line(desk, board, papers, row)));
        row.map_or_else(GridLine::default, drawn)
    };
    let chips = move || {
        let said = desk.words().board();
        let name = |name: &String| if name.is_empty() { said.no_building.to_owned() } else { name.clone() };
        let buildings = sight
            .with(|board| board.buildings().iter().enumerate().map(|(at, one)| (at.to_string(), name(one))).collect());
        let codes = Code::ALL.iter().map(|one| (one.to_string(), (said.code)(*one).to_owned())).collect();
        let sorts = Sort::ALL
            .iter()
            .map(|one| (one.to_string(), (desk.words().choice().certificate)(*one).to_owned()))
            .collect();
        let values = [(0, building, buildings), (1, code, codes), (4, sort, sorts)];
        values.map(|(name, chosen, options)| filtered(said.filters[name], options, chosen, said.clear)).into()
    };
    let heads = Sort::ALL.iter().map(|sort| GridHead { name: (desk.words().choice().certificate)(*sort).to_owned() });
    let sorted = Signal::derive(move || match order.get() {
        Order::Column(sort) => Some(sort as usize),
        _ => None,
    });
    let orders = [Order::Worst, Order::Name].into_iter().zip(said.orders);
    let orders = orders.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None });
    let purposes =
        Purpose::ALL.iter().map(|one| Chip { value: *one, name: (said.purpose)(*one).to_owned(), glyph: None });
    let active_told = move || {
        let (at, column) = active.get();
        let row = shown.with(|shown| shown.get(at).copied())?;
        papers.with(|papers| sight.with(|board| told(desk, board, papers, row, column)))
    };
    let day_told = Signal::derive(move || desk.words().day(day.get()));
    view! {
        <div class="board paperless stack stack--tight">
            <div class="board__tools">
                <TextField label=said.day_label value=on kind="date" />
                <Choice legend=said.purpose_label options=purposes.collect() value=purpose />
                <Choice legend=said.order_label options=orders.collect() value=order />
                <Chips label=desk.words().field().filters filters=Signal::derive(chips) />
            </div>
            <div class="board__bar">
                <p class="small soft" role="status">
                    {move || (desk.words().board().shown)(shown.with(Vec::len), sight.with(|board| board.seats().len()))}
                </p>
                <PrintButton printing />
            </div>
            <MarkGrid
                label=said.matrix_label
                corner=said.unit
                heads=heads.collect()
                count=Signal::derive(move || shown.with(Vec::len))
                turn
                line=Callback::new(draw)
                active
                on_open=Callback::new(move |_| opened.set(true))
                sorted
                on_head=Callback::new(move |at: usize| order.set(Order::Column(Sort::ALL[at])))
            />
            <p class="board__told">{dynamic(active_told)}</p>
            <p class="small soft">{said.keys}</p>
            <div class="board__legend">
                <h2 class="small soft">{said.legend}</h2>
                <ul>
                    {Code::ALL.iter().map(|code| view! { <li><span class=look(*code) aria-hidden="true"></span>{(said.code)(*code)}</li> }).collect_view()}
                </ul>
            </div>
        </div>
        <Panel sight papers shown active opened />
        <Counts papers />
        <OverdueList sight papers printing />
        <Ask sight papers />
        <PaperTrend sight />
        <OnPaper printing day=day_told>{lines::table(desk, sight, papers, shown)}</OnPaper>
    }
}
