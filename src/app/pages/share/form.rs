//! Making a link: whom it is for, what they see, for how long; seen as they will see it before it is sent.

use super::boxes::{Boxes, longest};
use super::made::MadePart;
use super::recommend::Recommend;
use crate::components::{
    Button, Chip, Choice, Choices, Glyph, More, Section, SelectField, TextField, Toggle, Weight, dynamic,
};
use crate::deeds::share::{self, Made};
use crate::deeds::{Trouble, draft};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use model::RecordId;
use model::document::Document;
use model::grant::{DAYS_PASSCODE_MAX, DAYS_USUAL, KINDS, Purpose, Tick, Verb};
use model::system::System;

/// Where a wish is kept that is not made yet: over a sign-in, and while it is looked at as a visitor would.
pub const DRAFT: &str = "share";

/// Days that are offered.
const DAYS: [i64; 5] = [7, DAYS_USUAL, 30, 90, DAYS_PASSCODE_MAX];

/// Making a link.
#[component]
pub(super) fn NewPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let made = RwSignal::new(None::<Made>);
    let (purpose, systems) = use_query_map().with_untracked(|query| {
        let purpose = query.get("purpose").and_then(|purpose| purpose.parse().ok());
        (purpose.unwrap_or(Purpose::Buyer), query.get("system").and_then(|id| id.parse().ok()).into_iter().collect())
    });
    let back = ("/shares".to_owned(), said.title.to_owned());
    let recommended = use_query_map().with_untracked(|query| query.get("contact").and_then(|id| id.parse().ok()));
    if let Some(contact) = recommended {
        let title = said.recommend;
        return view! { <Page title back named=true class="stack stack--loose"><Recommend contact /></Page> }
            .into_any();
    }
    let boxes = Boxes::new(desk, purpose, systems);
    view! {
        <Page title=said.new_title back named=true class="stack stack--loose">
            {dynamic(move || match made.get() {
                Some(made) => view! { <MadePart made name=boxes.name.get_untracked() /> }.into_any(),
                None => view! { <Form boxes made /> }.into_any(),
            })}
        </Page>
    }
    .into_any()
}

#[component]
fn Form(boxes: Boxes, made: RwSignal<Option<Made>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let toaster = use_toaster();
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wish = boxes.wish();
        if wish.grant.kinds.is_empty() {
            return toaster.say(said.nothing);
        }
        busy.set(true);
        leptos::task::spawn_local(async move {
            let place = draft::place(desk, DRAFT);
            let told = share::make(desk, None, &wish).await;
            // What was chosen outlives a sign-in that the server asks for first.
            let _ = draft::keep(desk, &place, told.is_err().then_some(&wish)).await;
            match told {
                Ok(done) => drop(made.try_set(Some(done))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    let navigate = use_navigate();
    let preview = Callback::new(move |()| {
        let (wish, navigate) = (boxes.wish(), navigate.clone());
        leptos::task::spawn_local(async move {
            let place = draft::place(desk, DRAFT);
            let _ = draft::keep(desk, &place, Some(&wish)).await;
            navigate("/", leptos_router::NavigateOptions::default());
            if let Err(wrong) = share::preview(desk, &wish) {
                toaster.say(wrong.told(words));
            }
        });
    });
    view! {
        <TroubleNotice trouble back="/shares/new" />
        <form class="form settings__block" on:submit=make>
            <Questions boxes />
            <div class="actions">
                <Button label=said.make weight=Weight::Primary submit=true busy=busy />
                <Button label=said.preview glyph=Glyph::EYE on_press=preview />
            </div>
        </form>
    }
}

#[component]
pub(super) fn Questions(
    /// What is chosen.
    boxes: Boxes,
    /// A link that is there already is changed: whom it is for, and how long it lasts, stay.
    #[prop(optional)]
    changes: bool,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    // Who recommends somebody begins with the contact.
    let purposes = Purpose::ALL.iter().filter(|value| **value != Purpose::Neighbour);
    let purposes = purposes.map(|value| Chip { value: *value, name: (said.purposes)(*value).to_owned(), glyph: None });
    let kinds =
        KINDS.into_iter().map(|kind| Chip { value: kind, name: (words.carry().kinds)(kind).to_owned(), glyph: None });
    let ticks = Tick::OF_HOME.iter().map(|tick| tick_toggle(desk, boxes.ticks, *tick)).collect_view();
    let days = Signal::derive(move || days(boxes.passcode.get(), said.days));
    let verbs = verbs(desk, boxes.verbs);
    let sends = Memo::new(move |_| {
        let sending = [Verb::Contribute, Verb::Comment, Verb::Countersign];
        boxes.verbs.with(|verbs| sending.iter().any(|verb| verbs.contains(verb)))
    });
    let switch = |on: RwSignal<bool>| Callback::new(move |value| on.set(value));
    view! {
        {(!changes).then(|| view! { <Choice legend=said.purpose options=purposes.collect() value=boxes.purpose /> })}
        <TextField label=said.name value=boxes.name hint=said.name_hint optional=words.common().optional placeholder=said.name_example />
        <Choices legend=said.kinds options=kinds.collect() values=boxes.kinds />
        <SomeOf legend=said.systems all=said.all_systems of=systems chosen=boxes.systems />
        <More summary=said.narrow>
            <SomeOf legend=said.documents all=said.all_documents of=documents chosen=boxes.documents />
            <div class="pair">
                <TextField label=words.print().from value=boxes.from kind="date" optional=words.common().optional />
                <TextField label=words.print().until value=boxes.until kind="date" optional=words.common().optional />
            </div>
            <p class="small soft">{words.print().dates_hint}</p>
        </More>
        <Section title=said.ticks>{ticks}</Section>
        <Section title=words.sent().may>
            {verbs}
            {dynamic(move || (!changes && sends.get()).then(|| view! {
                <Toggle label=words.sent().unseen hint=words.sent().unseen_hint on=boxes.unseen on_change=switch(boxes.unseen) />
            }))}
        </Section>
        {(!changes).then(|| view! {
            <Toggle label=said.passcode hint=said.passcode_hint on=boxes.passcode on_change=switch(boxes.passcode) />
            <Toggle label=said.snapshot hint=said.snapshot_hint on=boxes.snapshot on_change=switch(boxes.snapshot) />
            <SelectField label=said.lasts value=boxes.days options=days />
        })}
    }
}

pub(super) fn tick_toggle(desk: Desk, ticks: RwSignal<Vec<Tick>>, tick: Tick) -> AnyView {
    let said = desk.words().share();
    let on = Signal::derive(move || ticks.with(|ticks| ticks.contains(&tick)));
    let change = Callback::new(move |on: bool| {
        ticks.update(|ticks| {
            ticks.retain(|one| *one != tick);
            ticks.extend(on.then_some(tick));
            ticks.sort();
        });
    });
    view! { <Toggle label=(said.tick)(tick) hint=(said.tick_hint)(tick) on on_change=change /> }.into_any()
}

/// Days that are offered.
pub(super) fn days(passcode: bool, said: fn(i64) -> String) -> Vec<(String, String)> {
    let longest = longest(passcode);
    let offered = DAYS.into_iter().filter(|days| *days <= longest);
    offered.map(|days| (days.to_string(), said(days))).collect()
}

/// What may be done by a link besides looking, what it is called and what that means.
pub(super) fn offered(desk: Desk) -> [(Verb, &'static str, &'static str); 5] {
    let (share, said) = (desk.words().share(), desk.words().sent());
    [
        (Verb::Download, share.download, share.download_hint),
        (Verb::Contribute, said.may_contribute, said.may_contribute_hint),
        (Verb::Comment, said.may_comment, said.may_comment_hint),
        (Verb::Countersign, said.may_countersign, said.may_countersign_hint),
        (Verb::Join, said.may_join, said.may_join_hint),
    ]
}

/// Switches for it.
fn verbs(desk: Desk, chosen: RwSignal<Vec<Verb>>) -> AnyView {
    let toggle = move |(verb, label, hint): (Verb, &'static str, &'static str)| {
        let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&verb)));
        let change = Callback::new(move |on: bool| {
            chosen.update(|chosen| {
                chosen.retain(|one| *one != verb);
                chosen.extend(on.then_some(verb));
                chosen.sort();
            });
        });
        view! { <Toggle label hint on on_change=change /> }
    };
    offered(desk).into_iter().map(toggle).collect_view().into_any()
}

/// Systems of the home that are in use, by name.
fn systems(desk: Desk) -> Vec<(RecordId, String)> {
    let shelf = desk.library.shelf::<System>();
    shelf
        .values()
        .filter(|system| system.letter.in_use())
        .map(|system| (system.id, system.letter.name.clone()))
        .collect()
}

/// Papers of the home, by title.
fn documents(desk: Desk) -> Vec<(RecordId, String)> {
    desk.library.shelf::<Document>().values().map(|document| (document.id, document.letter.title.clone())).collect()
}

/// One after the other, and all as long as none was chosen.
#[component]
fn SomeOf(
    legend: &'static str,
    all: &'static str,
    of: fn(Desk) -> Vec<(RecordId, String)>,
    chosen: RwSignal<Vec<RecordId>>,
) -> impl IntoView {
    let desk = use_desk();
    let mut offered = untrack(|| of(desk));
    offered.sort_by_key(|(_, name)| name.to_lowercase());
    let named = offered.clone();
    let pick = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Ok(id) = pick.get().parse::<RecordId>() {
            chosen.update(|chosen| {
                if !chosen.contains(&id) {
                    chosen.push(id);
                }
            });
            pick.set(String::new());
        }
    });
    let options = Signal::derive(move || {
        let left = offered.iter().filter(|(id, _)| chosen.with(|chosen| !chosen.contains(id)));
        let all = (String::new(), all.to_owned());
        std::iter::once(all).chain(left.map(|(id, name)| (id.to_string(), name.clone()))).collect::<Vec<_>>()
    });
    let chips = move || {
        let chip = |id: RecordId| {
            let name = named.iter().find(|(known, _)| *known == id).map(|(_, name)| name.clone()).unwrap_or_default();
            let remove = Callback::new(move |()| chosen.update(|chosen| chosen.retain(|one| *one != id)));
            view! { <Button label=name glyph=Glyph::X weight=Weight::Small on_press=remove /> }
        };
        chosen.get().into_iter().map(chip).collect_view()
    };
    view! {
        <SelectField label=legend value=pick options />
        <div class="line">{chips}</div>
    }
}
