//! The report as a PDF from the server, for who has an account: of what the server has, with page numbers and tags that no browser's print gives.

use crate::browser::page;
use crate::components::{Button, Glyph, Notice, NoticeKind, dynamic};
use crate::deeds::{Trouble, paper};
use crate::desk::use_desk;
use crate::pages::logbook::address;
use leptos::prelude::*;
use report::{Wish, joined};
use wire::ErrorCode;

/// The button, and what is to be known before or after it is pressed. Nothing where there is no account.
#[component]
pub fn PdfButton(
    /// What the report is asked to hold.
    wish: Memo<Wish>,
    /// What went wrong, to be told below the buttons.
    trouble: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let busy = RwSignal::new(false);
    let press = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        let query = address::ending(wish.with_untracked(Wish::pairs));
        leptos::task::spawn_local(async move {
            let made = paper::report(desk, &query).await;
            // The page may have gone, and with it whoever wanted the file.
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(pdf) => page::save_file(&name(desk), &pdf, "application/pdf"),
                Err(error) => trouble.set(Some(told(desk, &error))),
            }
        });
    });
    // Nobody is offered what is refused when they press it.
    let is_made = RwSignal::new(true);
    if desk.account.with_untracked(Option::is_some) {
        leptos::task::spawn_local(async move {
            is_made.try_set(paper::is_made().await);
        });
    }
    let label = Signal::derive(move || {
        let said = desk.words().print();
        if busy.get() { said.pdf_making } else { said.pdf }.to_owned()
    });
    dynamic(move || {
        (is_made.get() && desk.account.with(Option::is_some))
            .then(|| view! { <Button label glyph=Glyph::DOWNLOAD busy on_press=press /> })
    })
}

/// What is not in the PDF, and what went wrong with it.
#[component]
pub fn PdfNotes(
    /// What went wrong.
    trouble: RwSignal<Option<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let unsent = Memo::new(move |_| {
        let signed_in = desk.account.with(Option::is_some);
        if signed_in { desk.waiting.get() + desk.refused.get() } else { 0 }
    });
    view! {
        {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
        {dynamic(move || {
            let count = unsent.get();
            (count > 0).then(|| view! { <p class="small soft">{(desk.words().print().pdf_unsent)(count)}</p> })
        })}
    }
}

/// "14 Protea Street, History report.pdf"
fn name(desk: crate::desk::Desk) -> String {
    let home = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
    let plain = |c: char| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c };
    let named = joined(&[&home, desk.words().print().title]).replace(" · ", ", ");
    format!("{}.pdf", named.chars().map(plain).collect::<String>().trim())
}

fn told(desk: crate::desk::Desk, trouble: &Trouble) -> String {
    let words = desk.words();
    let said = words.print();
    match trouble {
        Trouble::Offline => said.pdf_offline.to_owned(),
        Trouble::Refused(body) if body.code == ErrorCode::NotOffered => said.pdf_not_offered.to_owned(),
        Trouble::Refused(body) if body.code == ErrorCode::TooLarge => said.pdf_too_long.to_owned(),
        other => other.told(words),
    }
}
