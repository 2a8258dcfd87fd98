//! A long list of which only the rows in sight are in the page, with the counts that a screen reader needs.

mod heights;

use std::hash::Hash;
use std::ops::Range;

use heights::Heights;
use leptos::html;
use leptos::prelude::*;
use rustc_hash::FxHashMap;

use super::decimal;
use crate::browser::viewport;

/// Rows are drawn this far above and below the window, so that a flick of the thumb does not outrun them.
const MARGIN_PX: f64 = 800.0;

/// Rows drawn before anything is measured: more than the tallest screen shows.
const FIRST_ROWS: usize = 24;

/// The rows in the page, and the height of those above and below them.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    rows: Range<usize>,
    above_px: f64,
    below_px: f64,
}

/// What was seen last.
#[derive(Clone)]
struct Seen {
    /// The rows that are drawn.
    drawn: Range<usize>,
    /// How many of them the window shows.
    rows: usize,
    /// The width of the list, CSS pixels.
    width_px: f64,
    /// Which list was drawn: each change of the items is another.
    turn: usize,
}

/// A list of many rows of any height, in whatever scrolls around it. A row is drawn once for its key: what can change in it is a signal.
/// Rows keep their space within themselves (padding, not margin), so that their heights add up.
#[component]
pub fn VirtualList<T, K, N, V>(
    /// What the list is, for a screen reader.
    #[prop(into)]
    label: String,
    /// Classes beside `virtual-list`.
    #[prop(default = "")]
    class: &'static str,
    /// Everything there is to show, in order.
    #[prop(into)]
    items: Signal<Vec<T>>,
    /// What tells one item from all others.
    key: fn(&T) -> K,
    /// The height that a row probably has, CSS pixels.
    estimate_px: fn(&T) -> f64,
    /// The place of an item that is to be brought into sight, each time this is told anew.
    #[prop(optional, into)]
    reveal: Signal<Option<usize>>,
    /// Draws an item.
    row: N,
) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    K: Clone + Eq + Hash + Send + Sync + 'static,
    N: Fn(T) -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    let list = NodeRef::<html::Ol>::new();
    let heights = StoredValue::new(Heights::default());
    let measured = StoredValue::new(FxHashMap::<K, f64>::default());
    let shown = RwSignal::new(Shown { rows: 0..FIRST_ROWS, above_px: 0.0, below_px: 0.0 });
    let seen = StoredValue::new(Seen { drawn: 0..FIRST_ROWS, rows: FIRST_ROWS, width_px: 0.0, turn: 0 });

    let look = move |anew: bool| {
        // The last frame may be asked for after the list has left the page.
        let Some(Some(list)) = list.try_get_untracked() else { return };
        let Some(sight) = viewport::sight(&list) else { return };
        let Seen { drawn, width_px, .. } = seen.get_value();
        // Rows that were measured stay as high as they are, unless the list gets wider or narrower, or what is in them may have changed.
        let anew = anew || width_px != sight.width_px;
        let top = heights.with_value(|heights| heights.at(sight.above_px));
        let mut pushed_px = 0.0;
        items.with_untracked(|items| {
            for (child, at) in drawn.clone().enumerate() {
                let Some(key) = items.get(at).map(key) else { continue };
                if !anew && measured.with_value(|measured| measured.contains_key(&key)) {
                    continue;
                }
                // The first child is the space above.
                let Some(height_px) = viewport::child_height_px(&list, child + 1) else { continue };
                let mut grown_px = 0.0;
                heights.update_value(|heights| grown_px = heights.set(at, height_px));
                if at < top {
                    pushed_px += grown_px;
                }
                measured.update_value(|measured| _ = measured.insert(key, height_px));
            }
        });
        // A row above the window that is not as high as was guessed must not move what is being read.
        let above_px = match pushed_px.abs() < 0.5 {
            true => sight.above_px,
            false => sight.above_px + viewport::scroll_by(&list, pushed_px),
        };
        let (next, rows) = heights.with_value(|heights| {
            let rows = heights.between(above_px - MARGIN_PX, above_px + sight.height_px + MARGIN_PX);
            let (before_px, below_px) = (heights.before(rows.start), heights.total() - heights.before(rows.end));
            let in_sight = heights.between(above_px, above_px + sight.height_px).len();
            (Shown { rows, above_px: before_px, below_px }, in_sight)
        });
        seen.update_value(|seen| (seen.rows, seen.width_px) = (rows, sight.width_px));
        if next != shown.get_untracked() || next.rows != drawn {
            shown.set(next);
        }
    };
    Effect::new(move |_| {
        let guess = |item: &T| {
            measured.with_value(|measured| measured.get(&key(item)).copied()).unwrap_or_else(|| estimate_px(item))
        };
        heights.set_value(items.with(|items| Heights::of(items.iter().map(guess))));
    });
    // At the top of another list what is in sight is painted first; then it is measured, and what is beyond it drawn. Further down nobody knows
    // what is in sight before it is looked.
    let turn = Memo::new(move |last: Option<&usize>| {
        items.track();
        last.map_or(0, |last| last + 1)
    });
    Effect::new(move |_| {
        turn.track();
        let is_top = shown.with_untracked(|shown| shown.rows.start == 0);
        request_animation_frame(move || match is_top {
            true => request_animation_frame(move || look(true)),
            false => look(true),
        });
    });
    // This ends once nothing changes any more.
    Effect::new(move |_| {
        shown.track();
        request_animation_frame(move || look(false));
    });
    Effect::new(move |_| {
        let Some(at) = reveal.get() else { return };
        // In the frame in which the list has its new width, if what made it tell changed that too.
        request_animation_frame(move || {
            let Some(Some(list)) = list.try_get_untracked() else { return };
            let Some(sight) = viewport::sight(&list) else { return };
            let (top_px, bottom_px) = heights.with_value(|heights| (heights.before(at), heights.before(at + 1)));
            let is_seen = top_px > sight.above_px && bottom_px < sight.above_px + sight.height_px;
            if !is_seen {
                viewport::scroll_by(&list, top_px - sight.above_px - sight.height_px / 3.0);
            }
        });
    });
    // Held until the list leaves the page.
    let _watch = StoredValue::new_local(viewport::watch(move || look(false)));

    // Where the drawn rows stand in the whole list. A row looks its place up when the list changes, not when the window moves over it.
    let places = StoredValue::new(FxHashMap::<K, usize>::default());
    let each = move || {
        let Range { start, mut end } = shown.with(|shown| shown.rows.clone());
        let turn = turn.get();
        seen.update_value(|seen| {
            // Of another list only what is in sight at its top is drawn at once: a keystroke in a search waits for no more.
            if seen.turn != turn && start == 0 {
                end = end.min(seen.rows);
            }
            (seen.drawn, seen.turn) = (start..end, turn);
        });
        items.with(|items| {
            let drawn: Vec<(usize, T)> = (start..end.min(items.len())).map(|at| (at, items[at].clone())).collect();
            places.set_value(drawn.iter().map(|(at, item)| (key(item), *at)).collect());
            drawn
        })
    };
    let one = move |(at, item): (usize, T)| {
        let mine = key(&item);
        let place = move || {
            turn.track();
            1 + places.with_value(|places| places.get(&mine).copied()).unwrap_or(at)
        };
        view! { <li aria-setsize=move || items.with(Vec::len) aria-posinset=place>{row(item)}</li> }
    };
    let class = format!("virtual-list {class}");
    view! {
        <ol class=class node_ref=list role="list" aria-label=label>
            <li class="virtual-list__space" role="presentation" style:--height=move || shown.with(|shown| decimal(shown.above_px)) />
            <For each key=move |(_, item)| key(item) children=one />
            <li class="virtual-list__space" role="presentation" style:--height=move || shown.with(|shown| decimal(shown.below_px)) />
        </ol>
    }
}
