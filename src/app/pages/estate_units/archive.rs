//! Taking the scheme out: one archive of its records, their changes and their files, made on this device.

use crate::browser::page;
use crate::components::{Button, Glyph, Notice, NoticeKind, Row, Rows, Section, dynamic};
use crate::deeds::archive::{self, Taken, Way};
use crate::desk::use_desk;
use leptos::prelude::*;

/// The button, and what became of it.
#[component]
pub(super) fn ArchivePart() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (said, of_home) = (words.estate_units(), words.carry());
    let (way, busy) = (RwSignal::new(Way::default()), RwSignal::new(false));
    let (taken, trouble) = (RwSignal::new(None::<Taken>), RwSignal::new(None::<String>));
    let make = Callback::new(move |()| {
        busy.set(true);
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match archive::take_estate(desk, way).await {
                Ok(made) => {
                    page::save_url(&made.name, &made.made.url);
                    taken.try_set(Some(made));
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong.told(words)))),
            }
            busy.try_set(false);
        });
    });
    let done = move || {
        let Taken { made, name, missing, has_history } = taken.get()?;
        let body = format!("{name}, {}", words.bytes(made.size_bytes));
        let lost = missing.len();
        let rows = missing.into_iter().map(|name| view! { <Row title=name /> }).collect_view();
        Some(view! {
            <Notice kind=NoticeKind::Info title=of_home.take_done body />
            {(!has_history).then(|| view! { <Notice kind=NoticeKind::Warn title=of_home.take_no_history body=of_home.take_no_history_body /> })}
            {(lost > 0).then(|| view! { <p>{(of_home.take_missing)(lost)}</p> <Rows>{rows}</Rows> })}
        })
    };
    view! {
        <Section title=said.archive>
            <p>{said.archive_lead}</p>
            {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
            {dynamic(done)}
            <div><Button label=of_home.take_make glyph=Glyph::DOWNLOAD busy on_press=make /></div>
        </Section>
    }
}
