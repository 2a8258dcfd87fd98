//! Several schemes: which one is looked at, and making another.

use super::Watched;
use crate::components::{Button, More, Row, Rows, Section, TextField, Weight, dynamic, whenever};
use crate::deeds::estate as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::SpaceId;
use model::canonical::normal;
use model::scheme::Scheme;

/// The schemes that one looks after; of a single one only how another is made.
#[component]
pub(super) fn Schemes(found: Watched) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let all = RwSignal::new(Vec::<(SpaceId, String)>::new());
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            if let Ok(known) = deeds::all(desk).await {
                all.try_set(known);
            }
        });
    });
    let here = Memo::new(move |_| {
        found.with(|found| found.as_ref()?.as_ref().filter(|estate| !estate.is_visit).map(|estate| estate.space))
    });
    let row = move |(space, name): (SpaceId, String)| {
        let title = if name.is_empty() { said.nameless.to_owned() } else { name };
        let choose = Callback::new(move |()| {
            leptos::task::spawn_local(async move {
                // What cannot be noted now can be pressed again.
                let _ = deeds::choose(desk, space).await;
            });
        });
        match here.get() == Some(space) {
            true => view! { <Row title text=said.looked_at.into_any() /> }.into_any(),
            false => {
                let end = view! { <Button label=said.look_at weight=Weight::Small on_press=choose /> }.into_any();
                view! { <Row title end /> }.into_any()
            }
        }
    };
    let body = move || {
        here.get().map(|_| {
            let rows = all.get();
            view! {
                <Section title=said.schemes>
                    {(rows.len() > 1).then(|| view! { <Rows>{rows.into_iter().map(row).collect_view()}</Rows> })}
                    <More summary=said.another><Another /></More>
                </Section>
            }
        })
    };
    view! { {dynamic(body)} }
}

#[component]
fn Another() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let form = Form::new();
    let name = RwSignal::new(String::new());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let scheme = Scheme { name: normal(&name.get_untracked()), ..Scheme::default() };
        form.run(async move { deeds::start(desk, &scheme).await }, move |()| {
            name.try_set(String::new());
        });
    };
    view! {
        <form class="form" novalidate on:submit=start>
            <TextField label=words.estate().name value=name error=form.error("name") />
            <div><Button label=words.estate().start submit=true busy=form.busy() /></div>
        </form>
    }
}
