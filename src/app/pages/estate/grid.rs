//! Units by systems: every cell one mark with its reason.

mod lines;
mod panel;
mod printed;

pub use lines::note;
pub use panel::foot;

use super::paper::PrintButton;
use super::sight::Sight;
use crate::components::{Chip, Chips, Choice, Filtered, GridHead, GridLine, MarkGrid, Status, Tone, When, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lines::{Shown, cell_told, line, lines, look};
use model::estate::grid::{Cause, Column, Filter, Mark, Order};
use panel::Panel;
use printed::Printed;

/// The grid.
#[component]
pub fn GridPart(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let picked = Picked::asked();
    let order = RwSignal::new(Order::Worst);
    let shown = Memo::new(move |_| sight.with(|board| lines(board, picked.filter(), order.get())));
    let turn = Memo::new(move |last: Option<&u32>| {
        shown.track();
        sight.turn();
        last.map_or(0, |last| last.wrapping_add(1))
    });
    let (active, opened, printing) = (RwSignal::new((0, 0)), RwSignal::new(false), RwSignal::new(false));
    let draw = move |at: usize| {
        let row = shown.with_untracked(|shown| shown.get(at).copied());
        row.map_or_else(GridLine::default, |row| sight.now(|board| line(desk, board, row)))
    };
    let open = move |(at, _): (usize, usize)| {
        opened.set(shown.with_untracked(|shown| matches!(shown.get(at), Some(Shown::Row(_)))));
    };
    let heads = Column::ALL.iter().map(|column| GridHead { name: (said.column)(*column).to_owned() }).collect();
    let sorted = Signal::derive(move || match order.get() {
        Order::Column(column) => Some(column as usize),
        _ => None,
    });
    let head = move |at: usize| order.set(Order::Column(Column::ALL[at]));
    let orders = [Order::Worst, Order::Name, Order::Building];
    let orders =
        orders.into_iter().zip(said.orders).map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None });
    let places = move || shown.with(|shown| shown.iter().filter(|row| matches!(row, Shown::Row(_))).count());
    let told = move || {
        let (at, column) = active.get();
        let row = shown.with(|shown| shown.get(at).copied());
        sight.with(|board| cell_told(desk, board, row?, column))
    };
    view! {
        <div class="board paperless stack stack--tight">
            <div class="board__tools">
                <Choice legend=said.order_label options=orders.collect() value=order />
                <Chips label=desk.words().field().filters filters=Signal::derive(move || picked.chips(desk, sight)) />
            </div>
            <div class="board__bar">
                <p class="small soft" role="status">
                    {move || (desk.words().board().shown)(places(), sight.with(|board| board.seats().len()))}
                    <When is=Signal::derive(move || !sight.is_whole())>" "{said.reading}</When>
                </p>
                <PrintButton printing />
            </div>
            <MarkGrid
                label=said.grid_label
                corner=said.unit
                heads
                count=Signal::derive(move || shown.with(Vec::len))
                turn
                line=Callback::new(draw)
                active
                on_open=Callback::new(open)
                sorted
                on_head=Callback::new(head)
            />
            <p class="board__told">{dynamic(told)}</p>
            <p class="small soft">{said.keys}</p>
            <Legend />
        </div>
        <Panel sight shown active opened />
        <Printed sight shown printing />
    }
}

/// What the signs mean.
#[component]
fn Legend() -> impl IntoView {
    let said = use_desk().words().board();
    let one = |mark: &Mark| view! { <li><span class=look(*mark) aria-hidden="true"></span>{(said.mark)(*mark)}</li> };
    view! {
        <div class="board__legend">
            <h2 class="small soft">{said.legend}</h2>
            <ul>{Mark::ALL.iter().map(one).collect_view()}</ul>
        </div>
    }
}

/// What is filtered by: the values as they stand in an address.
#[derive(Clone, Copy)]
struct Picked {
    building: RwSignal<String>,
    mark: RwSignal<String>,
    cause: RwSignal<String>,
    column: RwSignal<String>,
}

impl Picked {
    /// What the address asks for.
    fn asked() -> Self {
        let query = use_query_map().get_untracked();
        let asked = |name: &str| RwSignal::new(query.get_str(name).unwrap_or_default().to_owned());
        Self { building: asked("building"), mark: asked("mark"), cause: asked("cause"), column: asked("column") }
    }

    fn filter(self) -> Filter {
        Filter {
            building: self.building.with(|text| text.parse().ok()),
            column: self.column.with(|text| text.parse::<Column>().ok()),
            mark: self.mark.with(|text| text.parse::<Mark>().ok()),
            cause: self.cause.with(|text| text.parse::<Cause>().ok()),
        }
    }

    fn chips(self, desk: Desk, sight: Sight) -> Vec<Filtered> {
        let said = desk.words().board();
        let named = |at: usize, name: &str| {
            if name.is_empty() {
                (at.to_string(), said.no_building.to_owned())
            } else {
                (at.to_string(), name.to_owned())
            }
        };
        let buildings =
            sight.with(|board| board.buildings().iter().enumerate().map(|(at, name)| named(at, name)).collect());
        let marks = Mark::ALL.iter().map(|one| (one.to_string(), (said.mark)(*one).to_owned())).collect();
        let causes =
            Cause::ALL.iter().skip(1).map(|one| (one.to_string(), (said.cause_name)(*one).to_owned())).collect();
        let columns = Column::ALL.iter().map(|one| (one.to_string(), (said.column)(*one).to_owned())).collect();
        let [building, mark, cause, column, _] = said.filters;
        vec![
            filtered(building, buildings, self.building, said.clear),
            filtered(mark, marks, self.mark, said.clear),
            filtered(cause, causes, self.cause, said.clear),
            filtered(column, columns, self.column, said.clear),
        ]
    }
}

/// A filter that is kept in a signal.
pub fn filtered(name: &str, options: Vec<(String, String)>, chosen: RwSignal<String>, clear: &str) -> Filtered {
    Filtered {
        name: name.to_owned(),
        options,
        chosen: chosen.into(),
        on_choose: Callback::new(move |value| chosen.set(value)),
        clear: clear.to_owned(),
    }
}

/// How a mark is told in a word with its shape.
pub fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Poor => Tone::Bad,
        Mark::Fair => Tone::Warn,
        Mark::Good => Tone::Good,
        Mark::Unsure | Mark::Untold | Mark::NotShared | Mark::Absent => Tone::Unknown,
    }
}

/// A mark as a word with its shape.
#[component]
pub fn MarkWord(
    /// The mark.
    mark: Mark,
) -> impl IntoView {
    view! { <Status tone=tone(mark) word=(use_desk().words().board().mark)(mark) /> }
}
