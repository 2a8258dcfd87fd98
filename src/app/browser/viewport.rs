//! How much of an element is in sight, and word when that may have changed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Window};

/// Where the window stands over an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// How much of the element lies above the window, CSS pixels; negative where the element starts below its upper edge.
    pub above_px: f64,
    /// The height of the window, CSS pixels.
    pub height_px: f64,
    /// The width of the element, CSS pixels.
    pub width_px: f64,
}

/// CSS pixels from which a page has room for more than a phone shows; the same as in the style sheets.
const WIDE_PX: f64 = 600.0;

/// Whether the window is wider than a phone's.
pub fn is_wide() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width >= WIDE_PX)
}

/// Where the window stands over `element`; none while the element is not drawn.
pub fn sight(element: &Element) -> Option<Sight> {
    let frame = element.get_bounding_client_rect();
    let height_px = web_sys::window()?.inner_height().ok()?.as_f64()?;
    (frame.width() > 0.0).then(|| Sight { above_px: -frame.top(), height_px, width_px: frame.width() })
}

/// The width of `element`, whole CSS pixels; 0 while it is not drawn.
pub fn width_px(element: &Element) -> u32 {
    element.get_bounding_client_rect().width() as u32
}

/// The height of a child of `list`, by its place, CSS pixels.
pub fn child_height_px(list: &Element, at: usize) -> Option<f64> {
    let child = list.children().item(u32::try_from(at).ok()?)?;
    Some(child.get_bounding_client_rect().height())
}

/// Scrolls whatever `element` scrolls in by `by_px` downwards. Returns by how much it did.
pub fn scroll_by(element: &Element, by_px: f64) -> f64 {
    let mut around = element.parent_element();
    while let Some(scroller) = around {
        let before = scroller.scroll_top();
        // Where nothing scrolls the browser leaves this at nought.
        scroller.set_scroll_top(before + by_px.round() as i32);
        let moved = scroller.scroll_top() - before;
        if moved != 0 {
            return moved.into();
        }
        around = scroller.parent_element();
    }
    0.0
}

/// Calls `moved` whenever anything scrolls or the window changes its size, until the watch is dropped.
pub fn watch(moved: impl Fn() + 'static) -> Option<Watch> {
    let window = web_sys::window()?;
    let listener = Closure::<dyn Fn()>::new(moved);
    for event in EVENTS {
        // Scrolling does not bubble: it is caught on its way down, whichever element scrolls.
        window.add_event_listener_with_callback_and_bool(event, listener.as_ref().unchecked_ref(), true).ok()?;
    }
    Some(Watch { window, listener })
}

const EVENTS: [&str; 2] = ["scroll", "resize"];

/// A watch over what is in sight; dropping it ends it.
pub struct Watch {
    window: Window,
    listener: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        for event in EVENTS {
            // A listener that is not there any more needs no removing.
            let _ = self.window.remove_event_listener_with_callback_and_bool(
                event,
                self.listener.as_ref().unchecked_ref(),
                true,
            );
        }
    }
}
