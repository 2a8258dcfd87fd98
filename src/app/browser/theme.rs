//! Light or dark: as the device has it, unless the person chose.

const NAME: &str = "codessa-theme";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten())
}

/// What the person chose on this device.
pub fn chosen() -> Theme {
    match storage().and_then(|storage| storage.get_item(NAME).ok().flatten()).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Device,
    }
}

/// Shows the app so, now and from now on. Without storage it holds until the page is loaded anew.
pub fn choose(theme: Theme) {
    let name = match theme {
        Theme::Device => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    if let Some(root) =
        web_sys::window().and_then(|window| window.document()).and_then(|document| document.document_element())
    {
        let _ = match name {
            Some(name) => root.set_attribute("data-theme", name),
            None => root.remove_attribute("data-theme"),
        };
    }
    if let Some(storage) = storage() {
        let _ = match name {
            Some(name) => storage.set_item(NAME, name),
            None => storage.remove_item(NAME),
        };
    }
}
