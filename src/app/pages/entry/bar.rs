//! The bar above an entry: the way back, and what can be done with it.

use super::moves::{ToHome, ToSystem};
use super::withdrawn::{reinstate, to_entry};
use crate::components::{Glyph, LinkButton, Menu, MenuItem, TopBar, Weight};
use crate::data::Standing;
use crate::deeds;
use crate::desk::use_desk;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::access::{self, Action};
use model::entry::Entry;

/// The bar.
#[component]
pub fn Bar(
    /// The entry.
    entry: Standing<Entry>,
    /// Where the list is.
    list: String,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (moving_system, moving_home) = (RwSignal::new(false), RwSignal::new(false));
    let root = entry.root;
    let withdraw = withdraw(&entry);
    let items = Signal::derive(move || {
        let said = &desk.words().entry();
        let item =
            |name: &'static str, glyph, danger, on_press| MenuItem { name: name.to_owned(), glyph, danger, on_press };
        let open = |what: RwSignal<bool>| Callback::new(move |()| what.set(true));
        let mut items = vec![item(said.move_system, Glyph::MOVE, false, open(moving_system))];
        if has_other_home() {
            items.push(item(said.move_home, Glyph::HOUSE, false, open(moving_home)));
        }
        items.push(item(said.withdraw, Glyph::UNDO_2, true, withdraw));
        items
    });
    let stands = move || desk.library.entry_thread(root).is_some_and(|thread| thread.withdrawn_by.is_none());
    let can = Memo::new(move |_| desk.may(Action::Write) && stands());
    let actions = move || {
        can.get().then(|| view! {
            <LinkButton label=words.entry().amend href=format!("/logbook/{root}/amend") weight=Weight::Quiet glyph=Glyph::PENCIL />
            <Menu label=words.field().more items />
        })
    };
    let back = (list.clone(), words.common().back.to_owned());
    let trail = vec![(list, words.logbook().title.to_owned())];
    view! {
        <TopBar title=entry.letter.title.clone() back trail trail_label=words.field().trail>{actions}</TopBar>
        <ToSystem open=moving_system entry=entry.clone() />
        <ToHome open=moving_home entry />
    }
}

/// Whether there is another home on this device into which may be written.
fn has_other_home() -> bool {
    let desk = use_desk();
    let here = desk.space.get();
    desk.homes.with(|homes| homes.iter().any(|home| Some(home.space) != here && access::may(home.role, Action::Write)))
}

/// Withdraws the entry, with the way back.
fn withdraw(entry: &Standing<Entry>) -> Callback<()> {
    let desk = use_desk();
    let toaster = use_toaster();
    let go = to_entry();
    let (id, letter) = (entry.id, entry.letter.clone());
    Callback::new(move |()| {
        let letter = letter.clone();
        leptos::task::spawn_local(async move {
            let words = desk.words();
            match deeds::entry::withdraw(desk, id, "").await {
                Ok(_) => {
                    let undo = Callback::new(move |()| reinstate(desk, toaster, letter.clone(), go));
                    toaster.say_with_undo(words.entry().withdrawn_now, words.common().undo, undo);
                }
                Err(trouble) => toaster.say(trouble.told(words)),
            }
        });
    })
}
