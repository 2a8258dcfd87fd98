//! One paper, large, with what it says beside it.

use super::facts::About;
use super::viewer::Viewer;
use crate::components::{Empty, Glyph, LinkButton, Menu, MenuItem, TopBar, Weight, dynamic};
use crate::data::Kept;
use crate::deeds::attach;
use crate::desk::{Desk, use_desk};
use crate::pages::{Toaster, undo, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::document::Document;
use model::{FileRef, RecordId};
use std::sync::Arc;

/// A paper, or that it is gone.
#[component]
pub fn DocumentPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let paper = Memo::new(move |_| desk.library.find::<Document>(id));
    // Drawn anew for another file, not for another word.
    let file = Memo::new(move |_| paper.get().and_then(|paper| paper.letter.file.clone()));
    let pages = RwSignal::new(None::<u32>);
    move || {
        match paper.with(Option::is_some) {
        true => view! {
            {move || paper.get().map(|paper| view! { <Bar paper /> })}
            <div class="page document-page">
                <div class="document-page__view">{dynamic(move || file.get().map(|file| view! { <Viewer file pages /> }))}</div>
                <div class="document-page__side stack stack--loose">
                    {dynamic(move || paper.get().map(|paper| view! { <About paper pages /> }))}
                </div>
            </div>
        }
        .into_any(),
        false => view! { <Gone /> }.into_any(),
    }
    }
}

/// The paper is not there any more.
#[component]
fn Gone() -> impl IntoView {
    let words = use_desk().words();
    view! {
        <TopBar title=words.frame().documents back=("/documents".to_owned(), words.common().back.to_owned()) />
        <div class="page">
            <h1 class="unseen">{words.frame().not_found}</h1>
            <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.document().gone />
        </div>
    }
}

#[component]
fn Bar(paper: Arc<Kept<Document>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let trail = vec![("/documents".to_owned(), words.frame().documents.to_owned())];
    let (id, title) = (paper.id, paper.letter.title.clone());
    let mut items = Vec::new();
    if let Some(file) = paper.letter.file.clone() {
        let save = Callback::new(move |()| save(desk, toaster, file.clone()));
        items.push(MenuItem {
            name: words.document().save.to_owned(),
            glyph: Glyph::DOWNLOAD,
            danger: false,
            on_press: save,
        });
    }
    let edit = desk.may(Action::Write).then(|| {
        let name = title.clone();
        let delete = Callback::new(move |()| {
            let go = navigate.clone();
            undo::delete::<Document>(desk, toaster, id, name.clone(), move || go("/documents", Default::default()));
        });
        items.push(MenuItem { name: words.field().delete.to_owned(), glyph: Glyph::TRASH, danger: true, on_press: delete });
        view! { <LinkButton label=words.common().edit href=format!("/documents/{id}/edit") weight=Weight::Quiet glyph=Glyph::PENCIL /> }
    });
    view! {
        <TopBar title back=("/documents".to_owned(), words.common().back.to_owned()) trail trail_label=words.field().trail>
            {edit}
            <Menu label=words.field().more items=Signal::derive(move || items.clone()) />
        </TopBar>
    }
}

/// Saves the file, fetched first if it is not on this device.
pub fn save(desk: Desk, toaster: Toaster, file: FileRef) {
    leptos::task::spawn_local(async move {
        match attach::content(desk, &file).await {
            Ok(content) => crate::browser::page::save_file(&file.name, &content, &file.media),
            Err(_) => toaster.say(desk.words().document().not_here),
        }
    });
}
