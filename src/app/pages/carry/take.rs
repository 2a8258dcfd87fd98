//! Taking the home out: one archive with everything, made on this device.

use super::way::UnderWay;
use crate::browser::page;
use crate::components::{Button, Glyph, Notice, NoticeKind, Row, Rows, Section, Weight, dynamic};
use crate::deeds::archive::{self, Taken, Way};
use crate::desk::use_desk;
use crate::pages::Page;
use crate::route::Draw;
use leptos::prelude::*;

/// Taking the home out.
#[lazy]
pub fn take() -> Draw {
    || view! { <TakePage /> }.into_any()
}

#[component]
fn TakePage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.carry();
    let (way, working) = (RwSignal::new(Way::default()), RwSignal::new(false));
    let taken = RwSignal::new(None::<Taken>);
    let trouble = RwSignal::new(None::<String>);
    let make = Callback::new(move |()| {
        way.set(Way::default());
        working.set(true);
        trouble.set(None);
        leptos::task::spawn_local(async move {
            match archive::take(desk, way).await {
                Ok(made) => {
                    page::save_url(&made.name, &made.made.url);
                    taken.try_set(Some(made));
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong.told(words)))),
            }
            working.try_set(false);
        });
    });
    let state = move || {
        match (working.get(), taken.get()) {
        (true, _) => view! { <UnderWay way label=said.take_working /> }.into_any(),
        (false, Some(taken)) => view! { <Made taken /> }.into_any(),
        (false, None) => {
            view! { <div><Button label=said.take_make weight=Weight::Primary glyph=Glyph::DOWNLOAD on_press=make /></div> }
                .into_any()
        }
    }
    };
    let back = ("/settings".to_owned(), words.account().settings.to_owned());
    view! {
        <Page title=said.take back named=true class="stack stack--loose">
            <p>{said.take_lead}</p>
            {dynamic(move || trouble.get().map(|title| view! { <Notice kind=NoticeKind::Refused title /> }))}
            {dynamic(state)}
        </Page>
    }
}

#[component]
fn Made(taken: Taken) -> impl IntoView {
    let words = use_desk().words();
    let said = words.carry();
    let Taken { made, name, missing, has_history } = taken;
    let (file, url) = (name.clone(), made.url.clone());
    let again = Callback::new(move |()| page::save_url(&file, &url));
    let body = format!("{name}, {}", words.bytes(made.size_bytes));
    let actions = view! { <Button label=said.take_again glyph=Glyph::DOWNLOAD on_press=again /> }.into_any();
    let lost = missing.len();
    let rows = missing.into_iter().map(|name| view! { <Row title=name /> });
    view! {
        <Notice kind=NoticeKind::Info title=said.take_done body actions />
        {(!has_history).then(|| view! { <Notice kind=NoticeKind::Warn title=said.take_no_history body=said.take_no_history_body /> })}
        {(lost > 0).then(|| view! { <Section title=(said.take_missing)(lost)><Rows>{rows.collect_view()}</Rows></Section> })}
    }
}
