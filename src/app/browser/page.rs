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

/// Whether this tab was opened by a link, or has been visiting by one.
pub fn is_visit() -> bool {
    let Some(window) = web_sys::window() else { return false };
    window.location().pathname().is_ok_and(|path| path == "/s") || !kept_for_tab("visit").is_empty()
}

/// The secret of the link by which the page was opened. `public/headline.js` has taken it out of the address bar and keeps it in the page alone, which
/// forgets it here. Empty if there is none.
pub fn take_link() -> String {
    const LINK: &str = "codessaLink";
    let Some(window) = web_sys::window() else { return String::new() };
    let link = js_sys::Reflect::get(&window, &LINK.into()).unwrap_or_default().as_string();
    // What is not there need not be taken away.
    let _ = js_sys::Reflect::delete_property(&window, &LINK.into());
    link.unwrap_or_default()
}

/// Keeps a word for this tab, and as long as it.
pub fn keep_for_tab(name: &str, word: &str) {
    if let Some(kept) = web_sys::window().and_then(|window| window.session_storage().ok().flatten()) {
        // Without it the page works until it is loaded anew.
        let _ = kept.set_item(name, word);
    }
}

/// A word that was kept for this tab; empty if there is none.
pub fn kept_for_tab(name: &str) -> String {
    let kept = web_sys::window().and_then(|window| window.session_storage().ok().flatten());
    kept.and_then(|kept| kept.get_item(name).ok().flatten()).unwrap_or_default()
}

/// Marks the page as one on which somebody visits, for its style.
pub fn mark_visit() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-visit", "");
    }
}

/// Takes that mark away.
pub fn unmark_visit() {
    let root = web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.remove_attribute("data-visit");
    }
}

/// Goes to an address as if it were opened anew: nothing of this page stays in memory, and nothing of it in the tab's history.
pub fn leave(address: &str) {
    if let Some(window) = web_sys::window() {
        // A page that may not be left stays as it is.
        let _ = window.location().replace(address);
    }
}

/// Goes from the first page of all to another within the app, as a link does; from any other page nowhere.
pub fn go_from_start(address: &str) {
    let Some(window) = web_sys::window() else { return };
    if window.location().pathname().is_ok_and(|path| path == "/") {
        show_address(address);
        // A browser that makes no events leaves the person where they are.
        let _ = web_sys::Event::new("popstate").map(|event| window.dispatch_event(&event));
    }
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

/// Hands an address to another app, where the browser can; whether it could. It may only be called as the answer to a press.
pub async fn share(title: &str, address: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let Ok(share) =
        js_sys::Reflect::get(&navigator, &"share".into()).unwrap_or_default().dyn_into::<js_sys::Function>()
    else {
        return false;
    };
    let what = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", address)] {
        // A plain object takes any property.
        let _ = js_sys::Reflect::set(&what, &name.into(), &value.into());
    }
    match share.call1(&navigator, &what).ok().and_then(|promise| promise.dyn_into::<js_sys::Promise>().ok()) {
        // Refused is also what the person changed their mind about.
        Some(promise) => wasm_bindgen_futures::JsFuture::from(promise).await.is_ok(),
        None => false,
    }
}

/// Whether the browser hands addresses to other apps.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| {
        js_sys::Reflect::get(&navigator, &"share".into()).is_ok_and(|share| share.is_function())
    })
}

/// A text as it can stand in an address.
pub fn in_address(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
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
