//! The worker that keeps the app on the device, and new versions of it.
//!
//! A version is known by the address of its script, which changes with everything that is compiled. A worker of the version that already
//! runs (navigations ask the network first) starts its work unseen; one of another version is offered.

use super::{News, property};
use crate::browser::{clock, network, page, timer};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

/// The worker's address. Its scope is the whole app.
const WORKER: &str = "/worker.js";
/// Milliseconds after the start until the worker is registered, so that what it fetches does not compete with the first screen.
const PATIENCE_MS: u64 = 1_500;
/// Seconds for which it waits on top while something is sent or fetched, which a person waits for: a first sync takes less, unless the
/// network is so slow that the app had better be kept first.
const SYNC_S_MAX: u32 = 60;
/// Milliseconds between two questions for a new version while the app stays open.
const ASK_AGAIN_MS: u64 = 60 * 60 * 1000;
/// What the worker is told: to name its version, and to take over.
const ASK_RELEASE: &str = "release";
const ACTIVATE: &str = "activate";

thread_local! {
    /// Whether the person agreed to the new version, so that the page is to be loaded anew when it takes over.
    static AGREED: Cell<bool> = const { Cell::new(false) };
}

/// Starts the new version: the page is loaded anew, once. What was saved stays; what is only typed is lost, so ask first.
pub async fn apply() {
    AGREED.set(true);
    match waiting().await {
        // The page is loaded anew when the worker has taken over.
        Some(worker) => post(&worker, ACTIVATE),
        None => page::reload(),
    }
}

/// Registers the worker and tells of every new version.
pub(super) async fn watch(is_busy: impl Fn() -> bool, tell: Rc<dyn Fn(News)>) {
    // Without https (localhost apart) there are no workers, and `web_sys` would panic on their absence.
    let Some(container) = container() else { return };
    // Another tab may start a new version any time.
    listen(&container, tell);
    timer::wait(PATIENCE_MS).await;
    for _ in 0..SYNC_S_MAX {
        if !is_busy() {
            break;
        }
        timer::wait(1_000).await;
    }
    let options = RegistrationOptions::new();
    options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
    let registered = JsFuture::from(container.register_with_options(WORKER, &options)).await;
    // A browser that keeps nothing (a private window) runs the app without a worker.
    let Some(registration) = registered.ok().and_then(|value| value.dyn_into().ok()) else { return };
    follow(&registration);
    ask_again(registration);
}

fn container() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    property::get(&navigator, "serviceWorker").dyn_into().ok()
}

async fn waiting() -> Option<ServiceWorker> {
    let registration = JsFuture::from(container()?.get_registration()).await.ok()?;
    registration.dyn_into::<ServiceWorkerRegistration>().ok()?.waiting()
}

/// Hears the versions that workers name, and notices when another worker takes over.
fn listen(container: &ServiceWorkerContainer, tell: Rc<dyn Fn(News)>) {
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(release) = property::get(&event.data(), "release").as_string() else { return };
        if Some(release) != own_release() {
            tell(News::Update);
        } else if let Some(worker) = event.source().and_then(|source| source.dyn_into::<ServiceWorker>().ok()) {
            post(&worker, ACTIVATE);
        }
    });
    container.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();

    let own = container.clone();
    let on_change = Closure::<dyn FnMut()>::new(move || match (AGREED.replace(false), own.controller()) {
        (true, _) => page::reload(),
        // Another tab started it: this one is offered to follow. The very first worker names the version that runs.
        (false, Some(worker)) => post(&worker, ASK_RELEASE),
        (false, None) => {}
    });
    container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
    on_change.forget();
}

/// Asks every worker that comes to wait which version it is.
fn follow(registration: &ServiceWorkerRegistration) {
    if let Some(worker) = registration.waiting() {
        post(&worker, ASK_RELEASE);
    }
    let own = registration.clone();
    let on_found = Closure::<dyn FnMut()>::new(move || {
        let Some(worker) = own.installing() else { return };
        let own = worker.clone();
        let on_state = Closure::<dyn FnMut()>::new(move || {
            if own.state() == ServiceWorkerState::Installed {
                post(&own, ASK_RELEASE);
            }
        });
        worker.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
        on_state.forget();
    });
    registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
    on_found.forget();
}

/// Asks the server for a new version when an app that stays open for long comes to the front.
fn ask_again(registration: ServiceWorkerRegistration) {
    let asked_ms = Cell::new(clock::now_ms());
    network::watch_shown(move || {
        let now_ms = clock::now_ms();
        if now_ms.saturating_sub(asked_ms.get()) >= ASK_AGAIN_MS {
            asked_ms.set(now_ms);
            // Without a network there is nothing new to be found.
            let _ = registration.update().map(property::forgive);
        }
    });
}

/// The version of this page.
fn own_release() -> Option<String> {
    let script = web_sys::window()?.document()?.query_selector("script[type=module]").ok()??;
    script.get_attribute("src")
}

fn post(worker: &ServiceWorker, message: &str) {
    // A string can always be sent.
    let _ = worker.post_message(&message.into());
}
