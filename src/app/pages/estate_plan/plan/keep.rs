//! Keeping what was typed, and taking records away with the way back.

use super::{PLAN, Seen};
use crate::deeds::{Change, Trouble, estate};
use crate::desk::Desk;
use crate::pages::Toaster;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::{Letter, RecordId};

/// Keeps a letter: a new one, or what is other than `before`.
pub async fn put<T: Letter>(desk: Desk, id: RecordId, before: Option<&T>, letter: &T) -> Result<(), Trouble> {
    let faults = letter.faults();
    if !faults.is_empty() {
        return Err(Trouble::Faults(faults));
    }
    let change = match before {
        Some(before) => Change::between(id, before, letter),
        None => Some(Change::new(id, letter)),
    };
    estate::write(desk, change.into_iter().collect()).await
}

/// Deletes a record and says so, with the way back.
pub fn delete<T: Letter>(seen: Seen, toaster: Toaster, id: RecordId, name: String, then: Callback<()>) {
    let desk = seen.desk;
    leptos::task::spawn_local(async move {
        let words = desk.words();
        match mark::<T>(desk, id, true).await {
            Ok(()) => {
                then.run(());
                let back = Callback::new(move |()| {
                    leptos::task::spawn_local(async move {
                        if let Err(trouble) = mark::<T>(desk, id, false).await {
                            toaster.say(trouble.told(desk.words()));
                        }
                    });
                });
                toaster.say_with_undo((words.field().deleted)(&name), words.common().undo, back);
            }
            Err(trouble) => toaster.say(trouble.told(words)),
        }
    });
}

async fn mark<T: Letter>(desk: Desk, id: RecordId, deleted: bool) -> Result<(), Trouble> {
    estate::write(desk, vec![Change::mark::<T>(id, deleted)]).await
}

/// Leads to a part of the plan, in the place of the form.
pub fn leave(part: &'static str) -> Callback<()> {
    let navigate = use_navigate();
    let to = if part.is_empty() { PLAN.to_owned() } else { format!("{PLAN}/{part}") };
    Callback::new(move |()| navigate(&to, NavigateOptions { replace: true, ..NavigateOptions::default() }))
}
