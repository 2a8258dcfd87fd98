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

/// Forgets it.
pub fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}
