//! A paper as a PDF, from the server.

use crate::browser::page;
use crate::components::{Button, Glyph, Notice, NoticeKind, dynamic};
use crate::deeds::Trouble;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use std::pin::Pin;
use wire::ErrorCode;

/// What the server is making.
type Made = Pin<Box<dyn Future<Output = Result<Vec<u8>, Trouble>>>>;

/// The same of what is asked for in any way.
pub fn made_later(made: impl Future<Output = Result<Vec<u8>, Trouble>> + 'static) -> Made {
    Box::pin(made)
}

/// Has it made, and saves it.
#[component]
pub fn Pdf(
    /// What it is called.
    title: String,
    /// Asks for it.
    make: Callback<(), Made>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().paper();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let press = Callback::new(move |()| {
        busy.set(true);
        trouble.set(None);
        let name = format!("{title}.pdf");
        leptos::task::spawn_local(async move {
            let made = make.run(()).await;
            // The page may have gone, and with it whoever wanted the file.
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(pdf) => page::save_file(&plain(&name), &pdf, "application/pdf"),
                Err(error) => trouble.set(Some(told(desk, &error))),
            }
        });
    });
    let label = Signal::derive(move || if busy.get() { said.pdf_making } else { said.pdf }.to_owned());
    view! {
        <Button label glyph=Glyph::DOWNLOAD busy on_press=press />
        {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
    }
}

/// A name that every device takes for a file.
fn plain(name: &str) -> String {
    let is_odd = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    name.chars().map(|c| if is_odd(c) { ' ' } else { c }).collect()
}

fn told(desk: Desk, trouble: &Trouble) -> String {
    let said = desk.words().paper();
    match trouble {
        Trouble::Offline => said.pdf_offline.to_owned(),
        Trouble::Refused(body) if body.code == ErrorCode::NotOffered => said.pdf_not_offered.to_owned(),
        other => other.told(desk.words()),
    }
}
