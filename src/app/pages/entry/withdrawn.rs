//! That an entry was withdrawn: why, when, and the way to write it again.

use crate::components::{Button, Glyph, Notice, NoticeKind, Weight};
use crate::data::Standing;
use crate::deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::moment::moment;
use crate::pages::{Toaster, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::access::Action;
use model::entry::Entry;

/// Nothing for an entry that stands.
#[component]
pub fn Withdrawn(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let toaster = use_toaster();
    let go = to_entry();
    let root = entry.root;
    move || {
        let withdrawal = desk.library.withdrawal(desk.library.entry_thread(root)?.withdrawn_by?)?;
        let words = desk.words();
        let said = words.entry();
        let home = withdrawal.letter.moved_to.as_ref().map(|to| {
            let name =
                desk.homes.with(|homes| homes.iter().find(|home| home.space == to.space).map(|home| home.name.clone()));
            (said.moved_home)(&name.unwrap_or_else(|| said.another_home.to_owned()))
        });
        let is_moved = home.is_some();
        let title = home.unwrap_or_else(|| said.withdrawn_title.to_owned());
        let reason =
            Some(&withdrawal.letter.reason).filter(|reason| !reason.is_empty()).map(|reason| (said.quoted)(reason));
        let parts = [Some(moment(desk, withdrawal.first.at_ms)), reason];
        let body = format!("{}. {}", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), said.withdrawn_text);
        let letter = entry.letter.clone();
        let again = Callback::new(move |()| reinstate(desk, toaster, letter.clone(), go));
        let actions = (desk.may(Action::Write) && !is_moved).then(|| {
            view! { <Button label=said.write_again glyph=Glyph::UNDO_2 weight=Weight::Small on_press=again /> }
        });
        Some(view! { <Notice kind=NoticeKind::Warn title body actions=actions.into_any() /> })
    }
}

/// Opens an entry in place of the page that is open.
pub fn to_entry() -> Callback<RecordId> {
    let navigate = use_navigate();
    Callback::new(move |id: RecordId| {
        navigate(&format!("/logbook/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
    })
}

/// Writes a withdrawn entry again, and opens it.
pub fn reinstate(desk: Desk, toaster: Toaster, letter: Entry, go: Callback<RecordId>) {
    leptos::task::spawn_local(async move {
        match deeds::entry::reinstate(desk, letter).await {
            Ok(id) => {
                go.run(id);
                toaster.say(desk.words().entry().written_again);
            }
            Err(trouble) => toaster.say(trouble.told(desk.words())),
        }
    });
}
