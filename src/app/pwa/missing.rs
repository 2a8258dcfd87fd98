//! Pages whose code is not on the device and cannot be fetched now.

use super::{News, property};
use js_sys::Function;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// The event of the script that loads lazy pages (`src/dev/bundle/patient.js`).
const EVENT: &str = "codessa-missing";

/// A page that was asked for and whose code could not be loaded. It is tried again by itself when the network comes back; the app goes
/// on with the page that is open.
#[derive(Clone)]
pub struct Missing {
    /// Whether the server no longer has it: the app is older than that, and loading it anew is what helps.
    pub gone: bool,
    retry: Function,
}

impl Missing {
    /// Tries to load it once more; if that fails too, the news comes again.
    pub fn retry(&self) {
        // The function only resolves a promise, which cannot fail.
        let _ = self.retry.call0(&JsValue::NULL);
    }
}

/// Tells of pages that could not be loaded, and that they have come.
pub(super) fn watch(tell: Rc<dyn Fn(News)>) {
    property::on_window(EVENT, move |event| {
        let detail = property::get(&event, "detail");
        let retry = property::get(&detail, "retry").dyn_into().ok();
        let gone = property::get(&detail, "gone").is_truthy();
        tell(News::Missing(retry.map(|retry| Missing { gone, retry })));
    });
}
