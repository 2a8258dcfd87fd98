//! Sending an entry by a link: who sends it, and what becomes of it.

use super::draft::Draft;
use crate::components::{Notice, NoticeKind, TextField};
use crate::deeds::contribute::{Outcome, Sender, contribute};
use crate::deeds::{Trouble, draft};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::contribution::Sort;
use model::entry::Entry;
use model::{Body, Letter};

/// Under which name the device keeps who sends, until all is sent.
const PLACE: &str = "sender";

/// Who sends an entry. A handle.
#[derive(Clone, Copy)]
pub struct Sending {
    name: RwSignal<String>,
    firm: RwSignal<String>,
}

impl Sending {
    /// As it was said before for the same link.
    pub fn new(desk: Desk) -> Self {
        let sending = Self { name: RwSignal::default(), firm: RwSignal::default() };
        leptos::task::spawn_local(async move {
            if let Some(Sender { name, firm }) = draft::read::<Sender>(desk, PLACE).await {
                sending.name.try_set(name);
                sending.firm.try_set(firm);
            }
        });
        sending
    }

    /// Sends an entry by the link that is visited. A system that is not there yet is no visitor's to add: its name stays in the notes.
    pub async fn send(self, desk: Desk, mut entry: Entry, draft: Draft) -> Result<Outcome, Trouble> {
        let sender = Sender { name: self.name.get_untracked(), firm: self.firm.get_untracked() };
        // Without room it is asked for again.
        let _ = draft::keep(desk, PLACE, Some(&sender)).await;
        entry.systems = draft.systems;
        let typed = model::canonical::normal(&draft.new_system);
        if !typed.is_empty() {
            entry.notes = [typed.as_str(), entry.notes.as_str()].join("\n").trim().to_owned();
        }
        contribute(desk, Sort::Entry, sender, Body::seal(&entry.fields())).await
    }
}

/// Who sends it, and what becomes of it on this device.
#[component]
pub fn SenderBoxes(
    /// Who sends it.
    sending: Sending,
    /// The form.
    form: Form,
) -> impl IntoView {
    let words = use_desk().words();
    let said = words.contribution();
    let (no_name, no_firm) = (form.error("name"), form.error("firm"));
    view! {
        <Notice kind=NoticeKind::Info title=said.kept_note />
        <div class="pair">
            <TextField label=said.name value=sending.name error=no_name />
            <TextField label=said.firm value=sending.firm optional=words.common().optional error=no_firm />
        </div>
    }
}
