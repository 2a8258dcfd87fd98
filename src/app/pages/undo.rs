//! Taking a record away, with the way back.

use super::Toaster;
use crate::data::Shelved;
use crate::deeds::{Trouble, record};
use crate::desk::Desk;
use leptos::prelude::*;
use model::RecordId;

/// Deletes a record and says so, with the way back; `then` goes where the page should be once it is gone.
pub fn delete<T: Shelved>(desk: Desk, toaster: Toaster, id: RecordId, name: String, then: impl FnOnce() + 'static) {
    leptos::task::spawn_local(async move {
        match record::delete::<T>(desk, id).await {
            Ok(()) => {
                then();
                let words = desk.words();
                let back = move || tell(desk, toaster, record::restore::<T>(desk, id));
                toaster.say_with_undo(
                    (words.field().deleted)(&name),
                    words.common().undo,
                    Callback::new(move |()| back()),
                );
            }
            Err(trouble) => toaster.say(trouble.told(desk.words())),
        }
    });
}

/// Does a deed of which only a failure needs to be told.
pub fn tell(desk: Desk, toaster: Toaster, deed: impl Future<Output = Result<(), Trouble>> + 'static) {
    leptos::task::spawn_local(async move {
        if let Err(trouble) = deed.await {
            toaster.say(trouble.told(desk.words()));
        }
    });
}
