//! Recommending somebody to a neighbour: the owner's words, what the owner looked up, and a link that shows them and what they did, without what it cost.

use super::made::MadePart;
use crate::components::{AreaField, Button, SelectField, TextField, Toggle, Weight, dynamic};
use crate::deeds::share::{self, Made, Wish};
use crate::deeds::{Trouble, draft};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::contact::{Contact, Registration};
use model::grant::{Grant, Purpose};
use model::recommendation::Recommendation;

/// Where a recommendation is kept that is not made yet.
pub const DRAFT: &str = "recommend";

/// Days that are offered, the usual first.
const DAYS: [i64; 3] = [30, 7, 90];

/// The form, and then the link.
#[component]
pub(super) fn Recommend(
    /// Who is recommended.
    contact: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let begun = RwSignal::new(None::<Recommendation>);
    let place = draft::place(desk, DRAFT);
    leptos::task::spawn_local(async move {
        let kept = draft::read::<Recommendation>(desk, &place).await.filter(|kept| kept.contact == contact);
        begun.try_set(Some(kept.unwrap_or(Recommendation { contact, ..Recommendation::default() })));
    });
    dynamic(move || begun.get().map(|begun| view! { <Form begun /> }))
}

/// What of the registrations of a contact can be told: what was looked up is told, the rest stands there to be switched on.
fn offered(desk: Desk, begun: &Recommendation) -> Vec<(Registration, RwSignal<bool>)> {
    let known = untrack(|| desk.library.find::<Contact>(begun.contact));
    let known = known.map(|contact| contact.letter.registrations.clone()).unwrap_or_default();
    let others = known.into_iter().filter(|one| !begun.registrations.contains(one)).map(|one| (one, false));
    let looked_up = begun.registrations.iter().cloned().map(|one| (one, true));
    looked_up.chain(others).map(|(one, on)| (one, RwSignal::new(on))).collect()
}

#[component]
fn Form(begun: Recommendation) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let toaster = use_toaster();
    let contact = begun.contact;
    let (name, text) = (RwSignal::new(String::new()), RwSignal::new(begun.words.clone()));
    let days = RwSignal::new(DAYS[0].to_string());
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let made = RwSignal::new(None::<Made>);
    let registrations = offered(desk, &begun);
    let toggles = registrations.iter().map(|(one, on)| {
        let on = *on;
        let change = Callback::new(move |value| on.set(value));
        view! { <Toggle label=format!("{} {}", one.body, one.number) hint=said.looked_up on on_change=change /> }
    });
    let toggles = toggles.collect_view();
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let looked_up = registrations.iter().filter(|(_, on)| on.get_untracked()).map(|(one, _)| one.clone());
        let recommends =
            Recommendation { contact, words: normal(&text.get_untracked()), registrations: looked_up.collect() };
        if recommends.words.is_empty() {
            return toaster.say(said.recommend_nothing);
        }
        let grant = Grant::recommending(recommends.clone());
        let wish = Wish {
            purpose: Purpose::Neighbour,
            name: normal(&name.get_untracked()),
            grant,
            days: days.get_untracked().parse().unwrap_or(DAYS[0]),
            ..Wish::default()
        };
        busy.set(true);
        leptos::task::spawn_local(async move {
            let place = draft::place(desk, DRAFT);
            let told = share::make(desk, None, &wish).await;
            // What was typed outlives a sign-in that the server asks for first.
            let _ = draft::keep(desk, &place, told.is_err().then_some(&recommends)).await;
            match told {
                Ok(done) => drop(made.try_set(Some(done))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    let lasts = DAYS.map(|days| (days.to_string(), (said.days)(days))).to_vec();
    let form = view! {
        <TroubleNotice trouble back=format!("/shares/new?contact={contact}") />
        <form class="form settings__block" on:submit=make>
            <p>{said.recommend_lead}</p>
            <AreaField label=said.recommend_words hint=said.recommend_hint value=text />
            {toggles}
            <TextField label=said.name hint=said.name_hint optional=words.common().optional value=name />
            <SelectField label=said.lasts value=days options=Signal::stored(lasts) />
            <div class="actions"><Button label=said.make weight=Weight::Primary submit=true busy=busy /></div>
        </form>
    };
    let hidden = Signal::derive(move || made.with(Option::is_some));
    view! {
        <div hidden=hidden>{form}</div>
        {dynamic(move || made.get().map(|made| view! { <MadePart made name=name.get_untracked() /> }))}
    }
}
