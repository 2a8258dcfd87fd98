//! What the server refused: letting it go, or sending it again.

use super::engine::{Engine, Trouble};
use crate::browser::random;
use leptos::prelude::*;
use model::kind::{Nature, OF_HOME, edit_faults_in, named};
use model::{Edit, EditKey};
use std::rc::Rc;
use sync::{Event, Queued, Store};

impl Engine {
    /// Takes a refused edit out of the outbox.
    pub(crate) async fn discard(self: &Rc<Self>, key: EditKey) -> Result<(), Trouble> {
        let Some(space) = self.desk.space.get_untracked() else { return Err(Trouble::Forbidden) };
        self.device.discard(space, key).await?;
        self.show_change(space, |replica| replica.discarded(key).into_iter().collect());
        self.tabs.tell(space);
        Ok(())
    }

    /// Sends a refused edit again under a new key. It is written down once more before the refused one goes: nothing is lost between
    /// the two, and where it cannot be sent as it is, the refused one stays.
    pub(crate) async fn resend(self: &Rc<Self>, refused: &Queued) -> Result<(), Trouble> {
        let Some(space) = self.desk.space.get_untracked() else { return Err(Trouble::Forbidden) };
        let edit = &refused.edit;
        // A fact exists once: the one that is shown is this very edit.
        let changes = named(OF_HOME, &edit.kind).is_some_and(|kind| kind.nature == Nature::Living);
        let faults = edit_faults_in(OF_HOME, &edit.kind, &edit.fields, changes);
        if !faults.is_empty() {
            return Err(Trouble::Faults(faults));
        }
        // It keeps its stamp: what was written later stays the later word.
        let again = [Edit { key: random::edit_key(), ..edit.clone() }];
        self.device.save(space, &again).await?;
        self.show_change(space, |replica| replica.edited(&again));
        self.discard(edit.key).await?;
        self.happen(Event::Edited(space));
        Ok(())
    }
}
