//! The person's last headline, kept where the page can paint it before the app is there.

const NAME: &str = "codessa-headline";

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten())
}

/// Keeps a headline; without storage the shell is painted without one.
pub fn keep(headline: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(NAME, headline);
    }
}

/// What was kept as the last line; empty if nothing was.
pub fn kept() -> String {
    let kept = storage().and_then(|storage| storage.get_item(NAME).ok().flatten()).unwrap_or_default();
    kept.split_once('\n').map(|(_, headline)| headline.to_owned()).unwrap_or_default()
}

/// Forgets it.
pub fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}
