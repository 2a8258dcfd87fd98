//! Installing the app on the device.

use super::{News, property};
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Where `public/headline.js` keeps the browser's offer: it may come before the app is there.
const OFFER: &str = "codessaInstall";

/// How the app can be installed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is: this page runs in a window of its own.
    Installed,
    /// The browser offers to: call [`prompt`] when the person asks for it.
    Prompt,
    /// By hand, with "Share" and "Add to Home Screen". The installed app has a storage of its own there, so offer to sign in or to save
    /// a file first.
    HomeScreen,
    /// Not, or only by the browser's own menu.
    None,
}

/// How the app can be installed here, now.
pub fn way() -> Way {
    if is_installed() {
        return Way::Installed;
    }
    let Some(window) = web_sys::window() else { return Way::None };
    if property::get(&window, OFFER).is_object() {
        return Way::Prompt;
    }
    // Only Safari on iOS has this property; elsewhere it is undefined.
    match property::get(&window.navigator(), "standalone").as_bool() {
        Some(_) => Way::HomeScreen,
        None => Way::None,
    }
}

/// Whether this page runs as an installed app, in a window of its own.
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let standalone =
        window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches());
    standalone || property::get(&window.navigator(), "standalone").is_truthy()
}

/// Shows the browser's question, which it answers once. Whether the person agreed.
pub async fn prompt() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let offer = property::get(&window, OFFER);
    if property::ask(&offer, "prompt").await.is_none() {
        return false;
    }
    // The offer is used up, whatever the answer was.
    let _ = js_sys::Reflect::delete_property(&window, &OFFER.into());
    let Some(choice) = property::promised(&offer, "userChoice").await else { return false };
    property::get(&choice, "outcome").as_string().as_deref() == Some("accepted")
}

/// Tells when the browser offers to install the app, and when it is installed.
pub(super) fn watch(tell: Rc<dyn Fn(News)>) {
    for event in ["beforeinstallprompt", "appinstalled"] {
        let tell = tell.clone();
        property::on_window(event, move |_: JsValue| tell(News::Install));
    }
    if way() == Way::Prompt {
        tell(News::Install);
    }
}
