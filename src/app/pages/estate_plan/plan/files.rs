//! The plan as files that the server makes, and printed by the browser.

use super::Seen;
use crate::browser::page;
use crate::components::{Button, Glyph, Notice, NoticeKind, dynamic};
use crate::deeds::{Trouble, paper};
use leptos::prelude::*;
use wire::ErrorCode;

/// What a workbook is.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The buttons, and what went wrong.
#[component]
pub fn Files(
    /// The plan.
    seen: Seen,
) -> impl IntoView {
    let desk = seen.desk;
    let said = desk.words().estate_plan();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let fetch = move |is_pdf: bool| {
        let Some(space) = seen.space.get_untracked().filter(|_| !busy.get_untracked()) else { return };
        busy.set(true);
        trouble.set(None);
        let scheme = seen.bench.with_untracked(|bench| bench.as_ref().map(|bench| bench.scheme.name.clone()));
        let (end, media) = if is_pdf { ("pdf", "application/pdf") } else { ("xlsx", XLSX) };
        let name = format!("{}.{end}", plain(&(said.file)(&scheme.unwrap_or_default())));
        leptos::task::spawn_local(async move {
            let made = paper::of_plan(space, is_pdf).await;
            // The page may have gone, and with it whoever wanted the file.
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(content) => page::save_file(&name, &content, media),
                Err(error) => trouble.set(Some(told(seen, &error))),
            }
        });
    };
    let label =
        move |name: &'static str| Signal::derive(move || if busy.get() { said.making } else { name }.to_owned());
    let print = Callback::new(move |()| page::print());
    let made = move || {
        seen.space.get().map(|_| {
            let (pdf, workbook) = (Callback::new(move |()| fetch(true)), Callback::new(move |()| fetch(false)));
            view! {
                <Button label=label(said.pdf) glyph=Glyph::DOWNLOAD busy on_press=pdf />
                <Button label=label(said.workbook) glyph=Glyph::DOWNLOAD busy on_press=workbook />
            }
        })
    };
    view! {
        {dynamic(made)}
        <Button label=said.print glyph=Glyph::PRINTER on_press=print />
        {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
    }
}

/// A name that every device takes for a file.
fn plain(name: &str) -> String {
    let is_odd = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    name.chars().map(|c| if is_odd(c) { ' ' } else { c }).collect()
}

fn told(seen: Seen, trouble: &Trouble) -> String {
    let said = seen.desk.words().estate_plan();
    match trouble {
        Trouble::Offline => said.offline.to_owned(),
        Trouble::Refused(body) if body.code == ErrorCode::NotOffered => said.not_offered.to_owned(),
        other => other.told(seen.desk.words()),
    }
}
