//! Moving an entry that was written down in the wrong place: to another system, or to another home.

use crate::components::{Button, Dialog, Glyph, Icon, Row, Rows, Weight};
use crate::data::Standing;
use crate::deeds;
use crate::desk::use_desk;
use crate::pages::field::SystemsField;
use crate::pages::use_toaster;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::SpaceId;
use model::access::{self, Action};
use model::entry::Entry;

/// Asks for the right systems.
#[component]
pub fn ToSystem(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let words = desk.words();
    let systems = RwSignal::new(entry.letter.systems.clone());
    let busy = RwSignal::new(false);
    let moved = Callback::new(move |()| {
        let (id, letter) = (entry.id, entry.letter.clone());
        let systems = systems.get_untracked();
        if systems == letter.systems {
            return open.set(false);
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::entry::amend(desk, id, Entry { systems, ..letter }, "").await {
                Ok(_) => {
                    // The pane is drawn anew for the new version.
                    let _ = open.try_set(false);
                    toaster.say(words.entry().moved_system);
                }
                Err(trouble) => toaster.say(trouble.told(words)),
            }
            let _ = busy.try_set(false);
        });
    });
    view! {
        <Dialog open title=words.entry().move_system close=words.common().cancel>
            <div class="stack">
                <SystemsField label=words.entry().systems values=systems />
                <div class="line">
                    <Button label=words.entry().move_now weight=Weight::Primary busy on_press=moved />
                    <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(false)) />
                </div>
            </div>
        </Dialog>
    }
}

/// Asks for the right home.
#[component]
pub fn ToHome(
    /// Whether it is asked.
    open: RwSignal<bool>,
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let words = desk.words();
    let busy = RwSignal::new(false);
    let to = Callback::new(move |(space, name): (SpaceId, String)| {
        let (id, letter) = (entry.id, entry.letter.clone());
        let navigate = navigate.clone();
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::entry::move_home(desk, id, letter, space).await {
                Ok(()) => {
                    let _ = open.try_set(false);
                    toaster.say((words.entry().moved_home)(&name));
                    navigate("/logbook", leptos_router::NavigateOptions::default());
                }
                Err(trouble) => toaster.say(trouble.told(words)),
            }
            let _ = busy.try_set(false);
        });
    });
    let rows = move || {
        let here = desk.space.get();
        let others = desk
            .homes
            .get()
            .into_iter()
            .filter(|home| Some(home.space) != here && access::may(home.role, Action::Write));
        let row = |home: sync::SpaceEntry| {
            let name = if home.name.is_empty() { words.homes().unnamed_home.to_owned() } else { home.name };
            let title = name.clone();
            let press = Callback::new(move |()| to.run((home.space, name.clone())));
            let lead = view! { <Icon glyph=Glyph::HOUSE /> }.into_any();
            let end = view! { <Button label=words.entry().move_now weight=Weight::Small busy on_press=press /> };
            view! { <Row title lead end=end.into_any() /> }
        };
        others.map(row).collect_view()
    };
    view! {
        <Dialog open title=words.entry().move_home close=words.common().cancel>
            <div class="stack">
                <p class="soft">{words.entry().move_home_hint}</p>
                <Rows>{rows}</Rows>
            </div>
        </Dialog>
    }
}
