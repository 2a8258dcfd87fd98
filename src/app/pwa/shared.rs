//! Text and files that another app shared with this one, or that were opened with it.

use super::{News, property};
use crate::browser::photo::Picked;
use js_sys::{Array, Promise};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Cache, CacheStorage, File, FilePropertyBag, Request, Response};

/// Where the worker lays what was shared, until the app takes it.
const CACHE: &str = "shared";
/// The header with the file's name, percent-encoded.
const NAME: &str = "x-name";
/// The header that tells text from a file.
const KIND: &str = "x-kind";

thread_local! {
    /// Files that were opened with the app and wait to be taken.
    static OPENED: RefCell<Vec<Picked>> = const { RefCell::new(Vec::new()) };
}

/// What was handed over: the beginning of an entry.
#[derive(Clone, Default)]
pub struct Shared {
    /// Title, text and address that were shared, a line each; mostly empty.
    pub text: String,
    /// The files, as if they had been picked.
    pub files: Vec<Picked>,
}

impl Shared {
    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.files.is_empty()
    }
}

/// Takes all that was handed over since the last time; it is not kept here any longer.
pub async fn take() -> Shared {
    let mut shared = from_cache().await.unwrap_or_default();
    shared.files.extend(OPENED.take());
    shared
}

/// Tells when files are opened with the app. What is shared comes with a navigation to `/add?shared=1`, which needs no telling.
pub(super) fn watch(tell: Rc<dyn Fn(News)>) {
    let Some(window) = web_sys::window() else { return };
    let queue = property::get(&window, "launchQueue");
    let Some(set_consumer) = property::method(&queue, "setConsumer") else { return };
    let consumer = Closure::<dyn FnMut(JsValue)>::new(move |launch: JsValue| {
        let handles = Array::from(&property::get(&launch, "files"));
        let tell = tell.clone();
        leptos::task::spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles.iter() {
                // A file that has gone by now is left out.
                let file = property::ask(&handle, "getFile").await;
                files.extend(file.and_then(|file| file.dyn_into().ok()).map(Picked::from_file));
            }
            if !files.is_empty() {
                OPENED.with_borrow_mut(|opened| opened.extend(files));
                tell(News::Shared);
            }
        });
    });
    let _ = set_consumer.call1(&queue, consumer.as_ref());
    consumer.forget();
}

async fn from_cache() -> Option<Shared> {
    // Without https there are no caches, and `web_sys` would panic on their absence.
    let window = web_sys::window()?;
    let caches: CacheStorage = property::get(&window, "caches").dyn_into().ok()?;
    let cache: Cache = awaited(caches.open(CACHE)).await?.dyn_into().ok()?;
    let mut shared = Shared::default();
    for request in Array::from(&awaited(cache.keys()).await?).iter() {
        let request: Request = request.dyn_into().ok()?;
        let Some(response) = awaited(cache.match_with_request(&request)).await else { continue };
        let Ok(response) = response.dyn_into::<Response>() else { continue };
        // Taken before it is read: what cannot be read must not come again and again.
        awaited(cache.delete_with_request(&request)).await;
        if response.headers().get(KIND).ok().flatten().as_deref() == Some("text") {
            let text = awaited(response.text().ok()?).await?.as_string()?;
            shared.text = [shared.text.as_str(), text.as_str()].join("\n").trim().to_owned();
        } else {
            shared.files.extend(file(&response).await.map(Picked::from_file));
        }
    }
    Some(shared)
}

/// The file in a response of the worker.
async fn file(response: &Response) -> Option<File> {
    let blob: Blob = awaited(response.blob().ok()?).await?.dyn_into().ok()?;
    let name = response.headers().get(NAME).ok().flatten().unwrap_or_default();
    let name = js_sys::decode_uri_component(&name).ok()?.as_string()?;
    let options = FilePropertyBag::new();
    options.set_type(&blob.type_());
    File::new_with_blob_sequence_and_options(&Array::of1(&blob), &name, &options).ok()
}

async fn awaited(promise: Promise) -> Option<JsValue> {
    JsFuture::from(promise).await.ok()
}
