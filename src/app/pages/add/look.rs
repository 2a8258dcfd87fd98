//! A photo of an entry that is being written, large. In the module of [`add_more`](super::rest::add_more).

use super::boxes::FileBox;
use super::files::Look;
use crate::components::{Button, Dialog, TextField, Weight};
use crate::desk::use_desk;
use crate::pages::picture;
use crate::route::Draw;
use leptos::prelude::*;

/// One photo, large: what it shows, and whether it comes first.
#[lazy]
pub fn add_look() -> Draw {
    || view! { <Large look=expect_context() /> }.into_any()
}

#[component]
fn Large(look: Look) -> impl IntoView {
    let words = use_desk().words();
    let close = Callback::new(move |()| look.open.set(false));
    let first = Callback::new(move |()| {
        close.run(());
        if let Some(file) = look.at.get_untracked() {
            look.files.show_first(file.file.hash);
        }
    });
    let shown = move || {
        look.at.get().map(|FileBox { file, caption }| {
            let alt = file.name.clone();
            let source = picture(file);
            view! {
                {move || source.get().map(|source| view! { <img class="add__photo" src=source alt=alt.clone() /> })}
                <TextField label=words.add().caption value=RwSignal::from(caption) optional=words.common().optional />
            }
        })
    };
    view! {
        <Dialog open=look.open title=words.add().caption close=words.common().done>
            <div class="stack">
                {shown}
                <div class="line">
                    <Button label=words.common().done weight=Weight::Primary on_press=close />
                    <Button label=words.add().show_first weight=Weight::Quiet on_press=first />
                </div>
            </div>
        </Dialog>
    }
}
