//! A large table of marks: only the rows in sight are in the page, one of its cells is the one that the keys move, and its heads stay where they are.

use super::{fresh_id, whenever};
use crate::browser::grid::{self, Sheet};
use crate::browser::{timer, viewport};
use leptos::html;
use leptos::prelude::*;

pub use crate::browser::grid::{Line, Place};

/// The height of a row, CSS pixels: what a thumb finds.
const ROW_PX: f64 = 44.0;

/// Rows drawn above and below those in sight.
const MARGIN: usize = 6;

/// So long after a scroll nothing scrolls, milliseconds.
const STILL_MS: u64 = 200;

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridHead {
    /// Its name.
    pub name: String,
}

/// A table of marks. Arrow keys, Home, End, Page Up and Page Down move the active cell, with Control to the first and the last row; Enter or a press opens it.
#[component]
pub fn MarkGrid(
    /// What it holds, for a screen reader.
    #[prop(into)]
    label: String,
    /// The head of the names.
    #[prop(into)]
    corner: String,
    /// The heads of the other columns.
    heads: Vec<GridHead>,
    /// How many rows there are.
    #[prop(into)]
    count: Signal<usize>,
    /// Rises when what stands in the rows has changed.
    #[prop(into)]
    turn: Signal<u32>,
    /// What stands in a row.
    line: Callback<usize, Line>,
    /// The cell that the keys move.
    active: RwSignal<Place>,
    /// A cell was opened.
    on_open: Callback<Place>,
    /// By which column the rows are sorted, from 0 without that of the names.
    #[prop(into)]
    sorted: Signal<Option<usize>>,
    /// The head of a column was pressed.
    on_head: Callback<usize>,
) -> impl IntoView {
    let (frame, body) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let sheet = StoredValue::new_local(None::<Sheet>);
    let id = fresh_id();
    let columns = heads.len();
    let told = RwSignal::new(None::<String>);
    let look = move |anew: bool| {
        let (Some(Some(frame)), Some(Some(body))) = (frame.try_get_untracked(), body.try_get_untracked()) else {
            return;
        };
        sheet.update_value(|sheet| {
            if sheet.is_none() {
                *sheet = Sheet::new(&body, &id, columns);
            }
            let Some(sheet) = sheet else { return };
            let (top_px, height_px) = grid::scrolled(&frame);
            let count = count.get_untracked();
            let first = ((top_px / ROW_PX) as usize).saturating_sub(MARGIN);
            let last = ((top_px + height_px) / ROW_PX) as usize + MARGIN;
            sheet.draw(first.min(count)..last.min(count), count, anew, |row| line.run(row));
            told.set(sheet.mark(active.get_untracked()));
        });
    };
    let look = StoredValue::new_local(look);
    // The last frame may be asked for after the table has left the page.
    let draw = move |anew: bool| _ = look.try_with_value(|look| look(anew));
    let arrange = move || _ = sheet.try_with_value(|sheet| sheet.iter().for_each(Sheet::arrange));
    whenever(move || {
        turn.track();
        count.track();
        // The rows take their room first.
        request_animation_frame(move || {
            draw(true);
            arrange();
        });
    });
    let (scrolls, waits) = (StoredValue::new(0_u32), StoredValue::new(false));
    let scrolled = move || {
        draw(false);
        scrolls.update_value(|scrolls| *scrolls = scrolls.wrapping_add(1));
        if waits.try_update_value(|waits| std::mem::replace(waits, true)) == Some(false) {
            leptos::task::spawn_local(async move {
                let mut before = None;
                while before != scrolls.try_get_value() {
                    before = scrolls.try_get_value();
                    timer::wait(STILL_MS).await;
                }
                waits.try_update_value(|waits| *waits = false);
                arrange();
            });
        }
    };
    // Held until the table leaves the page.
    let _watch = StoredValue::new_local(viewport::watch(scrolled));
    let go = move |place: Place| {
        active.set(place);
        if let Some(frame) = frame.get_untracked() {
            grid::reveal(&frame, place, ROW_PX);
        }
        draw(false);
        arrange();
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        // The heads have keys of their own.
        if event.target() != event.current_target() {
            return;
        }
        let (rows, page) = (count.get_untracked(), frame.get_untracked().map_or(0.0, |one| grid::scrolled(&one).1));
        let page = ((page / ROW_PX) as usize).saturating_sub(2).max(1);
        let (far, key) = (event.ctrl_key() || event.meta_key(), event.key());
        if key == "Enter" || key == " " {
            event.prevent_default();
            return on_open.run(active.get_untracked());
        }
        if let Some(place) = moved(active.get_untracked(), &key, far, page, (rows, columns)) {
            event.prevent_default();
            go(place);
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(place) = grid::pressed(&event) {
            go(place);
            on_open.run(place);
        }
    };
    let heads = heads.into_iter().enumerate().map(|(at, head)| {
        let order = move || if sorted.get() == Some(at) { "ascending" } else { "none" };
        view! {
            <div class="grid__headcell" role="columnheader" aria-colindex=at + 2 aria-sort=order>
                <button class="grid__sort" type="button" on:click=move |_| on_head.run(at)><span>{head.name}</span></button>
            </div>
        }
    });
    view! {
        <div
            class="grid"
            role="grid"
            tabindex="0"
            aria-label=label
            aria-readonly="true"
            aria-rowcount=move || count.get() + 1
            aria-colcount=columns + 1
            aria-activedescendant=move || told.get()
            node_ref=frame
            style:--row=format!("{}px", ROW_PX as u32)
            on:keydown=press
        >
            <div class="grid__head" role="rowgroup">
                <div class="grid__heads" role="row" aria-rowindex="1">
                    <div class="grid__corner" role="columnheader" aria-colindex="1">{corner}</div>
                    {heads.collect_view()}
                </div>
            </div>
            <div class="grid__body" role="rowgroup" node_ref=body style:--rows=move || count.get().to_string() on:click=click></div>
        </div>
    }
}

/// Where a key moves the active cell to, in a table of so many rows and columns beside the names; none where it is no key of a table.
fn moved((row, column): Place, key: &str, far: bool, page: usize, (rows, columns): (usize, usize)) -> Option<Place> {
    let last = rows.checked_sub(1)?;
    let (row, column) = match key {
        "ArrowDown" => (row + 1, column),
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowRight" => (row, column + 1),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "PageDown" => (row + page, column),
        "PageUp" => (row.saturating_sub(page), column),
        "Home" => (if far { 0 } else { row }, 0),
        "End" => (if far { last } else { row }, columns),
        _ => return None,
    };
    Some((row.min(last), column.min(columns)))
}
