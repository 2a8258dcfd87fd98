//! The app as something that is installed: its worker, updates, what other apps hand to it, its badge.
//!
//! None of this knows a signal: [`start`] tells what happened, and the desk decides what is shown.

pub mod badge;
pub mod install;
mod missing;
mod property;
pub mod push;
pub mod shared;
pub mod update;

pub use missing::Missing;

use std::rc::Rc;

/// What happened around the app.
#[derive(Clone)]
pub enum News {
    /// A new version lies ready on this device: offer it, and call [`update::apply`] when the person agrees.
    Update,
    /// The browser may be able to install the app, or no longer: ask [`install::way`] again.
    Install,
    /// Another app handed over text or files: open `/add?shared=1`, or, if it is open, call [`shared::take`] once more.
    Shared,
    /// A page that was asked for could not be loaded; none once it has come after all.
    Missing(Option<Missing>),
}

/// Forgets what other apps handed over, and takes the number off the icon: nothing of this person stays.
pub async fn forget() {
    shared::take().await;
    badge::set(0);
}

/// Begins to listen, registers the worker once the first screen had its turn and nothing `is_busy`, and calls `tell` for the rest of the
/// page's life. Where nothing `keeps` on this device, because somebody only visits, it tells of pages that could not be loaded and does nothing else.
pub fn start(keeps: bool, is_busy: impl Fn() -> bool + 'static, tell: impl Fn(News) + 'static) {
    let tell: Rc<dyn Fn(News)> = Rc::new(tell);
    missing::watch(tell.clone());
    if !keeps {
        return;
    }
    install::watch(tell.clone());
    shared::watch(tell.clone());
    leptos::task::spawn_local(update::watch(is_busy, tell));
}
