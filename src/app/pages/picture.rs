//! Pictures of a record's files, from wherever they are.

use crate::browser::object_url;
use crate::components::dynamic;
use crate::deeds::later;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::FileRef;

/// Where the picture of `file` can be shown from, once it is known; let go with the component that asked.
pub fn picture(file: FileRef) -> Signal<Option<String>> {
    let desk = use_desk();
    held(async move { later::engine_picture(desk, file).await })
}

/// The same for a small picture.
pub fn preview(file: FileRef) -> Signal<Option<String>> {
    let desk = use_desk();
    held(async move { later::engine_preview(desk, file).await })
}

/// An address of a picture, once it is known; let go with the component that asked.
pub fn held(address: impl Future<Output = Option<String>> + 'static) -> Signal<Option<String>> {
    let source = RwSignal::new(None::<String>);
    leptos::task::spawn_local(async move {
        if let Some(url) = address.await {
            // The component may have gone meanwhile.
            if let Some(unused) = source.try_set(Some(url)).flatten() {
                object_url::revoke(&unused);
            }
        }
    });
    on_cleanup(move || {
        if let Some(url) = source.try_get_untracked().flatten() {
            object_url::revoke(&url);
        }
    });
    source.into()
}

/// A small picture beside a line of the ledger; nothing while it is not here.
#[component]
pub fn Thumb(
    /// The photo.
    file: FileRef,
) -> impl IntoView {
    let source = preview(file);
    dynamic(move || source.get().map(|source| view! { <img src=source alt="" width="88" height="68" /> }))
}
