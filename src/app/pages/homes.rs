//! The homes on this device: switching between them, and starting another.

use super::use_toaster;
use crate::components::{Button, Dialog, Glyph, Icon, Row, Rows, Weight, dynamic};
use crate::deeds::home;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The homes on this device, shown while [`crate::desk::Desk::switching`] says so.
#[lazy]
pub fn homes() -> Draw {
    || view! { <Homes /> }.into_any()
}

#[component]
fn Homes() -> impl IntoView {
    let desk = use_desk();
    let switching = desk.switching;
    let toaster = use_toaster();
    let navigate = use_navigate();
    let open = Callback::new(move |space| {
        switching.set(false);
        leptos::task::spawn_local(async move {
            if let Err(trouble) = home::switch(desk, space).await {
                toaster.say(trouble.told(desk.words()));
            }
        });
        navigate("/", leptos_router::NavigateOptions::default());
    });
    let row = move |home: sync::SpaceEntry| {
        let current = desk.space.get() == Some(home.space);
        let words = desk.words();
        let name = if home.name.is_empty() { words.homes().unnamed_home.to_owned() } else { home.name.clone() };
        let state = if home.joined { (words.choice().role)(home.role) } else { words.frame().device_only };
        let glyph = if current { Glyph::CHECK } else { Glyph::HOUSE };
        let space = home.space;
        let button = view! {
            <Button label=words.common().open weight=Weight::Small on_press=Callback::new(move |()| open.run(space)) />
        };
        let end = (!current).then(|| button.into_any());
        let lead = view! { <Icon glyph /> }.into_any();
        match end {
            Some(end) => view! { <Row title=name lead text=state.into_any() end current /> }.into_any(),
            None => view! { <Row title=name lead text=state.into_any() current /> }.into_any(),
        }
    };
    view! {
        <Dialog open=switching title=desk.words().homes().your_homes close=desk.words().common().close>
            <Rows>{dynamic(move || desk.homes.get().into_iter().map(row).collect_view())}</Rows>
            <NewHome switching />
        </Dialog>
    }
}

/// Starts another home.
#[component]
fn NewHome(switching: RwSignal<bool>) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let name = RwSignal::new(String::new());
    let found = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        leptos::task::spawn_local(async move {
            match home::found(desk, &name.get_untracked()).await {
                Ok(_) => switching.set(false),
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    };
    let words = desk.words();
    view! {
        <form class="stack actions" on:submit=found>
            <crate::components::TextField label=words.homes().add_home value=name placeholder=words.welcome().home_name_hint />
            <Button label=words.welcome().start glyph=Glyph::PLUS submit=true />
        </form>
    }
}
