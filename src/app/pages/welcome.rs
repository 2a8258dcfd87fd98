//! The first visit: a logbook can be started at once, without an account.

use super::use_toaster;
use crate::components::{Brand, Button, LinkButton, TextField, Weight};
use crate::deeds::later::{self, NotFounded};
use crate::desk::use_desk;
use leptos::prelude::*;

/// The first visit.
#[component]
pub fn Welcome() -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    crate::browser::page::set_title(words.common().product);
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            match later::found(desk, name.get_untracked()).await {
                Ok(_) => {}
                Err(NotFounded::Name(why)) => error.set(Some(why)),
                Err(NotFounded::Other(why)) => toaster.say(why),
            }
            busy.set(false);
        });
    };
    let points = words
        .welcome()
        .points
        .map(|(title, text)| view! { <li><b>{title}</b> " " <span class="soft">{text}</span></li> });
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1 class="gate__title">{words.welcome().title}</h1>
            <p class="soft">{words.welcome().lead}</p>
            <form class="stack" on:submit=start>
                <TextField label=words.welcome().home_name value=name placeholder=words.welcome().home_name_hint error=error autocomplete="off" />
                <Button label=words.welcome().start weight=Weight::Primary submit=true busy=busy />
                <LinkButton label=words.welcome().sign_in href="/sign-in" weight=Weight::Quiet />
                <LinkButton label=words.welcome().restore href="/restore" weight=Weight::Quiet />
            </form>
            <p class="small soft">{words.welcome().start_note}</p>
            <ul class="gate__points stack">{points.into_iter().collect_view()}</ul>
        </main>
    }
}
