//! Whether others may report faults by the labels of the home, and what they read there.

use super::Order;
use crate::components::{Button, More, Notice, NoticeKind, Section, TextField, Toggle, When, dynamic};
use crate::deeds::Trouble;
use crate::deeds::reporting::{self, Names};
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::RecordId;
use model::access::Action;
use model::system::System;
use wire::reporting::LabelDoor;

/// The switch and, while it is on, the names; nothing for who may not share.
#[component]
pub(super) fn Reports(order: Order) -> impl IntoView {
    let desk = order.desk;
    let words = desk.words();
    let said = words.label();
    let toaster = use_toaster();
    let doors = RwSignal::new(None::<Vec<LabelDoor>>);
    let settle = move |told: Result<Vec<LabelDoor>, Trouble>| match told {
        Ok(now) => drop(doors.try_set(Some(now))),
        Err(trouble) => toaster.say(trouble.told(words)),
    };
    Effect::new(move |_| {
        // A label that was made or renewed here is opened as well.
        order.made.track();
        if desk.joined() && desk.may(Action::Share) {
            leptos::task::spawn_local(async move {
                if let Ok(now) = reporting::list(desk).await {
                    doors.try_set(Some(now));
                }
            });
        }
    });
    let on = Memo::new(move |_| doors.with(|doors| doors.as_ref().is_some_and(|doors| !doors.is_empty())));
    let switch = Callback::new(move |is_on: bool| {
        leptos::task::spawn_local(async move {
            let told = if is_on { reporting::open(desk, &Names::new()).await } else { reporting::close(desk).await };
            settle(told);
        });
    });
    let save = Callback::new(move |names: Names| {
        leptos::task::spawn_local(async move {
            let told = reporting::open(desk, &names).await;
            if told.is_ok() {
                toaster.say(said.reports_saved);
            }
            settle(told);
        });
    });
    let is_reached = Signal::derive(move || doors.with(Option::is_some));
    let shown = move || {
        view! {
            <Section title=said.reports_title>
                <When is=is_reached><Toggle label=said.reports hint=said.reports_hint on=on on_change=switch /></When>
                <When is=Signal::derive(move || !is_reached.get())><Notice kind=NoticeKind::Info title=said.reports_offline /></When>
                {dynamic(move || on.get().then(|| view! { <Called order doors=doors.get().unwrap_or_default() save /> }))}
            </Section>
        }
    };
    view! { <When is=Signal::derive(move || desk.may(Action::Share))>{shown()}</When> }
}

/// What strangers read on the page of each label: nothing, unless somebody writes it here.
#[component]
fn Called(order: Order, doors: Vec<LabelDoor>, save: Callback<Names>) -> impl IntoView {
    let desk = order.desk;
    let said = desk.words().label();
    let boxes: Vec<(RecordId, RwSignal<String>)> =
        doors.into_iter().map(|door| (door.system, RwSignal::new(door.name))).collect();
    let fields = boxes.iter().map(|(system, name)| {
        let system = untrack(|| desk.library.find::<System>(*system));
        let label = (said.reports_name)(&system.map(|system| system.letter.name.clone()).unwrap_or_default());
        view! { <TextField label optional=desk.words().common().optional value=*name /> }
    });
    let fields = fields.collect_view();
    let press = Callback::new(move |()| {
        let names = boxes.iter().map(|(system, name)| (*system, model::canonical::normal(&name.get_untracked())));
        save.run(names.collect());
    });
    view! {
        <More summary=said.reports_names>
            <p class="small soft">{said.reports_names_hint}</p>
            {fields}
            <p><Button label=said.reports_save on_press=press /></p>
        </More>
    }
}
