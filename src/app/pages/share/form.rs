//! Making a link: whom it is for, what they see, for how long; seen as they will see it before it is sent.

use super::made::MadePart;
use crate::components::{
    Button, Chip, Choice, Choices, Glyph, More, Section, SelectField, TextField, Toggle, Weight, dynamic,
};
use crate::deeds::share::{self, Made, Wish};
use crate::deeds::{Trouble, draft};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::document::Document;
use model::grant::{DAYS_MAX, DAYS_PASSCODE_MAX, DAYS_USUAL, Grant, KINDS, Purpose, Tick, Verb};
use model::system::System;
use model::{PartialDate, RecordId};
use wire::share::Share;

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
    let boxes = Boxes::new(desk);
    let back = ("/shares".to_owned(), said.title.to_owned());
    view! {
        <Page title=said.new_title back named=true class="stack stack--loose">
            {dynamic(move || match made.get() {
                Some(made) => view! { <MadePart made name=boxes.name.get_untracked() /> }.into_any(),
                None => view! { <Form boxes made /> }.into_any(),
            })}
        </Page>
    }
}

/// What is chosen. A handle.
#[derive(Clone, Copy)]
pub(super) struct Boxes {
    purpose: RwSignal<Purpose>,
    name: RwSignal<String>,
    kinds: RwSignal<Vec<&'static str>>,
    systems: RwSignal<Vec<RecordId>>,
    documents: RwSignal<Vec<RecordId>>,
    from: RwSignal<String>,
    until: RwSignal<String>,
    ticks: RwSignal<Vec<Tick>>,
    verbs: RwSignal<Vec<Verb>>,
    unseen: RwSignal<bool>,
    days: RwSignal<String>,
    passcode: RwSignal<bool>,
    snapshot: RwSignal<bool>,
}

impl Boxes {
    fn new(desk: Desk) -> Self {
        let boxes = Self::empty();
        boxes.take_grant(&Grant::of(Purpose::Buyer));
        let place = draft::place(desk, DRAFT);
        leptos::task::spawn_local(async move {
            if let Some(wish) = draft::read::<Wish>(desk, &place).await {
                boxes.take(wish);
            }
        });
        // Another purpose brings its own defaults; what came back from a draft has been chosen already.
        Effect::new(move |before: Option<Purpose>| {
            let purpose = boxes.purpose.get();
            if before.is_some_and(|before| before != purpose) {
                boxes.take_grant(&Grant::of(purpose));
            }
            purpose
        });
        boxes
    }

    /// Boxes that hold what a link gives.
    pub(super) fn of(share: &Share) -> Self {
        let boxes = Self::empty();
        boxes.purpose.set(share.purpose);
        boxes.name.set(share.name.clone());
        boxes.unseen.set(share.unseen);
        boxes.take_all(&share.grant);
        boxes
    }

    fn empty() -> Self {
        Self {
            purpose: RwSignal::new(Purpose::Buyer),
            name: RwSignal::default(),
            kinds: RwSignal::default(),
            systems: RwSignal::default(),
            documents: RwSignal::default(),
            from: RwSignal::default(),
            until: RwSignal::default(),
            ticks: RwSignal::default(),
            verbs: RwSignal::default(),
            unseen: RwSignal::default(),
            days: RwSignal::new(DAYS_USUAL.to_string()),
            passcode: RwSignal::default(),
            snapshot: RwSignal::default(),
        }
    }

    fn take(self, wish: Wish) {
        if self.name.try_set(wish.name).is_some() {
            return;
        }
        self.purpose.set(wish.purpose);
        self.days.set(wish.days.to_string());
        self.passcode.set(wish.passcode);
        self.snapshot.set(wish.snapshot);
        self.unseen.set(wish.unseen);
        // After the effect of another purpose.
        leptos::task::spawn_local(async move {
            crate::browser::timer::wait(0).await;
            // The page may be gone by then.
            if !self.systems.is_disposed() {
                self.take_all(&wish.grant);
            }
        });
    }

    fn take_all(self, grant: &Grant) {
        self.systems.set(grant.systems.clone());
        self.documents.set(grant.documents.clone());
        let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
        self.from.set(day(grant.from));
        self.until.set(day(grant.until));
        self.take_grant(grant);
    }

    fn take_grant(self, grant: &Grant) {
        self.kinds.set(KINDS.into_iter().filter(|kind| grant.gives(kind)).collect());
        self.ticks.set(grant.ticks.clone());
        self.verbs.set(grant.verbs.clone());
    }

    /// What is wished by them.
    pub(super) fn wish(self) -> Wish {
        let purpose = self.purpose.get_untracked();
        let kinds = self.kinds.get_untracked().into_iter().map(str::to_owned).collect();
        let mut verbs = vec![Verb::View];
        verbs.extend(self.verbs.get_untracked().into_iter().filter(|verb| *verb != Verb::View));
        let day = |typed: RwSignal<String>| typed.get_untracked().parse::<PartialDate>().ok();
        let grant = Grant {
            kinds,
            systems: self.systems.get_untracked(),
            documents: self.documents.get_untracked(),
            from: day(self.from),
            until: day(self.until),
            ticks: self.ticks.get_untracked(),
            verbs,
        };
        Wish {
            purpose,
            name: self.name.get_untracked().trim().to_owned(),
            grant,
            // What was chosen with a passcode may be longer than is allowed without.
            days: self.days.get_untracked().parse().unwrap_or(DAYS_USUAL).min(longest(self.passcode.get_untracked())),
            passcode: self.passcode.get_untracked(),
            snapshot: self.snapshot.get_untracked(),
            unseen: self.unseen.get_untracked(),
        }
    }
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
            let told = share::make(desk, &wish).await;
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

/// Days that a link lasts at most.
fn longest(passcode: bool) -> i64 {
    if passcode { DAYS_PASSCODE_MAX } else { DAYS_MAX }
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
    let purposes =
        Purpose::ALL.iter().map(|value| Chip { value: *value, name: (said.purposes)(*value).to_owned(), glyph: None });
    let kinds =
        KINDS.into_iter().map(|kind| Chip { value: kind, name: (words.carry().kinds)(kind).to_owned(), glyph: None });
    let ticks = Tick::ALL.iter().map(|tick| tick_toggle(desk, boxes.ticks, *tick)).collect_view();
    let days = Signal::derive(move || {
        let longest = longest(boxes.passcode.get());
        let offered = DAYS.into_iter().filter(|days| *days <= longest);
        offered.map(|days| (days.to_string(), (said.days)(days))).collect::<Vec<_>>()
    });
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
        <Section title=words.contribution().may>
            {verbs}
            {dynamic(move || (!changes && sends.get()).then(|| view! {
                <Toggle label=words.contribution().unseen hint=words.contribution().unseen_hint on=boxes.unseen on_change=switch(boxes.unseen) />
            }))}
        </Section>
        {(!changes).then(|| view! {
            <Toggle label=said.passcode hint=said.passcode_hint on=boxes.passcode on_change=switch(boxes.passcode) />
            <Toggle label=said.snapshot hint=said.snapshot_hint on=boxes.snapshot on_change=switch(boxes.snapshot) />
            <SelectField label=said.lasts value=boxes.days options=days />
        })}
    }
}

fn tick_toggle(desk: Desk, ticks: RwSignal<Vec<Tick>>, tick: Tick) -> AnyView {
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

/// What may be done by the link besides looking.
fn verbs(desk: Desk, chosen: RwSignal<Vec<Verb>>) -> AnyView {
    let (share, said) = (desk.words().share(), desk.words().contribution());
    let offered = [
        (Verb::Download, share.download, share.download_hint),
        (Verb::Contribute, said.may_contribute, said.may_contribute_hint),
        (Verb::Comment, said.may_comment, said.may_comment_hint),
        (Verb::Countersign, said.may_countersign, said.may_countersign_hint),
        (Verb::Join, said.may_join, said.may_join_hint),
    ];
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
    offered.into_iter().map(toggle).collect_view().into_any()
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
