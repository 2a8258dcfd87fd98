//! Saying something about a record, or signing for it, by a link that allows it: in a module of its own, which members do not load.

use crate::browser::timer;
use crate::components::{AreaField, Button, Glyph, TextField, Weight, dynamic};
use crate::deeds::contribute::{Outcome, Sender, contribute};
use crate::desk::{Allowed, use_desk};
use crate::pages::{form, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use model::contribution::Sort;
use model::remark::{Remark, RemarkType};
use model::{Body, Letter, RecordId};

/// What may be said about which record. A handle.
#[derive(Clone, Copy)]
pub struct Saying {
    /// The record as it stands.
    pub about: RecordId,
    /// What the link allows.
    pub allowed: Allowed,
    /// Whether it may be signed.
    pub signs: bool,
}

/// Saying something, or signing.
#[lazy]
pub fn remarks_say() -> Draw {
    || view! { <Say saying=expect_context() /> }.into_any()
}

#[component]
fn Say(saying: Saying) -> impl IntoView {
    let Saying { about, allowed, signs } = saying;
    let words = use_desk().words();
    let said = words.contribution();
    let open = RwSignal::new(None::<RemarkType>);
    let ask = move |sort| Callback::new(move |()| open.set(Some(sort)));
    dynamic(move || {
        match open.get() {
        Some(sort) => view! { <Form about sort open /> }.into_any(),
        None => view! {
            <div class="actions">
                {allowed.comment.then(|| view! { <Button label=said.comment glyph=Glyph::NOTEBOOK_PEN on_press=ask(RemarkType::Comment) /> })}
                {signs.then(|| view! { <Button label=said.countersign glyph=Glyph::BADGE_CHECK on_press=ask(RemarkType::Countersignature) /> })}
            </div>
        }
        .into_any(),
    }
    })
}

#[component]
fn Form(about: RecordId, sort: RemarkType, open: RwSignal<Option<RemarkType>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.contribution();
    let toaster = use_toaster();
    let form = form::Form::new();
    let [text, name, capacity] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let signs = sort == RemarkType::Countersignature;
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let sender = Sender { name: name.get_untracked(), firm: capacity.get_untracked() };
        let remark =
            Remark { sort, about: Some(about), text: text.get_untracked().trim().to_owned(), ..Remark::default() };
        let sending = contribute(desk, Sort::Remark, sender, Body::seal(&remark.fields()));
        form.run(sending, move |outcome| {
            toaster.say(if outcome == Outcome::Sent { said.sent } else { said.kept });
            // The form has to be let go of before it is gone.
            leptos::task::spawn_local(async move {
                timer::wait(0).await;
                open.try_set(None);
            });
        });
    };
    let (no_text, no_name) = (form.error("text"), form.error("name"));
    view! {
        <form class="form settings__block" novalidate on:submit=send>
            {signs.then(|| view! { <p>{said.countersign_lead}</p> })}
            <AreaField label=if signs { said.countersign_text } else { said.text } value=text optional=if signs { words.common().optional } else { "" } error=no_text />
            <div class="pair">
                <TextField label=said.name value=name error=no_name />
                <TextField label=if signs { said.capacity } else { said.firm } value=capacity optional=words.common().optional />
            </div>
            <div class="actions">
                <Button label=if signs { said.countersign } else { said.send } weight=Weight::Primary submit=true busy=form.busy() />
                <Button label=words.common().cancel weight=Weight::Quiet on_press=Callback::new(move |()| open.set(None)) />
            </div>
        </form>
    }
}
