//! The page itself: its address, its title, its clipboard, files to be saved.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/browser/later_style.js")]
extern "C" {
    /// Fetches the style of what no first screen shows.
    pub fn add_style();
}

/// Loads the app anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that may not reload itself stays as it is.
        let _ = window.location().reload();
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A page that may not be printed stays as it is.
        let _ = window.print();
    }
}

/// What this browser is called in a list of sessions: "Chrome on Android".
pub fn device_name() -> String {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok()).unwrap_or_default();
    let first =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser = first(&[
        ("SamsungBrowser", "Samsung Internet"),
        ("Edg/", "Edge"),
        ("Firefox/", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    [browser, system].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The address that the page was opened with, from its origin on, without the fragment.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Takes the painted frame away, which the page came with and which has done its work.
pub fn remove_shell() {
    let shell =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("shell"));
    if let Some(shell) = shell {
        shell.remove();
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The secret in the address's fragment, which no server sees. It is taken out of the address bar at once and kept for this tab under
/// `name`, so that it lasts over signing in; [`drop_secret`] forgets it. Empty if there is none.
pub fn take_secret(name: &str) -> String {
    let Some(window) = web_sys::window() else { return String::new() };
    let kept = window.session_storage().ok().flatten();
    let location = window.location();
    let fragment = location.hash().unwrap_or_default().trim_start_matches('#').to_owned();
    if fragment.is_empty() {
        return kept.and_then(|kept| kept.get_item(name).ok().flatten()).unwrap_or_default();
    }
    let path = location.pathname().unwrap_or_else(|_| "/".to_owned());
    // A browser that refuses either shows or forgets the secret; the page works all the same.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(&path));
    }
    if let Some(kept) = kept {
        let _ = kept.set_item(name, &fragment);
    }
    fragment
}

/// Forgets a secret.
pub fn drop_secret(name: &str) {
    if let Some(kept) = web_sys::window().and_then(|window| window.session_storage().ok().flatten()) {
        let _ = kept.remove_item(name);
    }
}

/// Puts `text` on the clipboard; whether the browser let us.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).unwrap_or_default();
    let Ok(write) =
        js_sys::Reflect::get(&clipboard, &"writeText".into()).unwrap_or_default().dyn_into::<js_sys::Function>()
    else {
        return false;
    };
    match write.call1(&clipboard, &text.into()).ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Offers bytes to be saved as a file of that name.
pub fn save_file(name: &str, content: &[u8], media: &str) {
    if let Some(url) = super::object_url::of(content, media) {
        save_url(name, &url);
    }
}

/// Offers what stands at an address to be saved as a file of that name.
pub fn save_url(name: &str, url: &str) {
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(link) = link {
        // An element that takes no attributes is no link; nothing is saved then, and nothing lost.
        let _ = link.set_attribute("href", url);
        let _ = link.set_attribute("download", name);
        link.click();
    }
}

/// Puts an address of this app into the address bar, as one more step of the history, unless it stands there. What follows a `#` is no part of it:
/// a secret that was there has been taken out.
pub fn show_address(address: &str) {
    let Some(window) = web_sys::window() else { return };
    let (location, Ok(history)) = (window.location(), window.history()) else { return };
    let part = |part: Result<String, _>| part.unwrap_or_default();
    let shown = part(location.pathname()) + &part(location.search());
    if shown != address {
        // A browser that refuses (too many steps in a short time) still shows the page.
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}
