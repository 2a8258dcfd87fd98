//! A link of a scheme: which parts trustees see by it, live or as a meeting pack that stays what it was.

use super::Of;
use super::boxes::longest;
use super::form::{days, tick_toggle};
use super::made::MadePart;
use crate::components::{
    Button, Chip, Choices, Glyph, LinkButton, Section, SelectField, TextField, Toggle, Weight, dynamic,
};
use crate::deeds::share::{self, Made, Wish, wish_of};
use crate::deeds::{Trouble, draft};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::canonical::normal;
use model::grant::estate::{Part, gives_cases, of as given, parts, with_cases};
use model::grant::{DAYS_USUAL, Grant, Purpose, Tick, Verb};
use wire::share::Share;

/// What is chosen. A handle.
#[derive(Clone, Copy)]
struct Boxes {
    name: RwSignal<String>,
    parts: RwSignal<Vec<Part>>,
    ticks: RwSignal<Vec<Tick>>,
    cases: RwSignal<bool>,
    download: RwSignal<bool>,
    passcode: RwSignal<bool>,
    pack: RwSignal<bool>,
    days: RwSignal<String>,
}

impl Boxes {
    fn of(name: &str, grant: &Grant) -> Self {
        Self {
            name: RwSignal::new(name.to_owned()),
            parts: RwSignal::new(parts(grant)),
            ticks: RwSignal::new(grant.ticks.clone()),
            cases: RwSignal::new(gives_cases(grant)),
            download: RwSignal::new(grant.allows(Verb::Download)),
            passcode: RwSignal::new(true),
            pack: RwSignal::new(false),
            days: RwSignal::new(DAYS_USUAL.to_string()),
        }
    }

    fn take(self, wish: &Wish) {
        self.name.set(wish.name.clone());
        self.parts.set(parts(&wish.grant));
        self.ticks.set(wish.grant.ticks.clone());
        self.cases.set(gives_cases(&wish.grant));
        self.download.set(wish.grant.allows(Verb::Download));
        self.passcode.set(wish.passcode);
        self.pack.set(wish.snapshot);
        self.days.set(wish.days.to_string());
    }

    fn wish(self) -> Wish {
        let cases = self.cases.get_untracked();
        // Cases are seen by nobody who only has the link.
        let passcode = self.passcode.get_untracked() || cases;
        let mut verbs = vec![Verb::View];
        verbs.extend(self.download.get_untracked().then_some(Verb::Download));
        let mut ticks = self.ticks.get_untracked();
        ticks.retain(|tick| cases || *tick != Tick::Papers);
        let grant = Grant { verbs, ticks, ..given(&self.parts.get_untracked()) };
        let grant = if cases { with_cases(grant) } else { grant };
        Wish {
            purpose: Purpose::Trustee,
            name: normal(&self.name.get_untracked()),
            grant,
            days: self.days.get_untracked().parse().unwrap_or(DAYS_USUAL).min(longest(passcode)),
            passcode,
            snapshot: self.pack.get_untracked(),
            unseen: false,
        }
    }
}

/// Making a link of the scheme.
#[component]
pub(super) fn NewPage() -> impl IntoView {
    let words = use_desk().words();
    let of = Of::here();
    let made = RwSignal::new(None::<Made>);
    let boxes = Boxes::of("", &given(Part::ALL));
    let back = (of.base().to_owned(), words.estate_link().title.to_owned());
    view! {
        <Page title=words.estate_link().new back named=true class="stack stack--loose">
            {dynamic(move || match made.get() {
                Some(made) => view! { <MadePart made name=boxes.name.get_untracked() /> }.into_any(),
                None => view! { <NewForm boxes made /> }.into_any(),
            })}
        </Page>
    }
}

#[component]
fn NewForm(boxes: Boxes, made: RwSignal<Option<Made>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let space = Of::here().estate;
    let toaster = use_toaster();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let place = wish_of(space.unwrap_or_default());
    let kept = place.clone();
    leptos::task::spawn_local(async move {
        if let Some(wish) = draft::read::<Wish>(desk, &kept).await.filter(|_| !boxes.name.is_disposed()) {
            boxes.take(&wish);
        }
    });
    let make = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if boxes.parts.with_untracked(Vec::is_empty) {
            return toaster.say(words.share().nothing);
        }
        busy.set(true);
        let (wish, place) = (boxes.wish(), place.clone());
        leptos::task::spawn_local(async move {
            let told = share::make(desk, space, &wish).await;
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
        let (Some(estate), wish, navigate) = (space, boxes.wish(), navigate.clone()) else { return };
        leptos::task::spawn_local(async move {
            let _ = draft::keep(desk, &wish_of(estate), Some(&wish)).await;
            navigate("/estate", NavigateOptions::default());
            if let Err(wrong) = share::preview_estate(desk, estate, &wish).await {
                toaster.say(wrong.told(words));
            }
        });
    });
    let on = |signal: RwSignal<bool>| Callback::new(move |value| signal.set(value));
    let said = words.share();
    let options = Signal::derive(move || days(boxes.passcode.get(), said.days));
    view! {
        <TroubleNotice trouble back="/estate/shares/new" />
        <form class="form settings__block" on:submit=make>
            <Questions boxes may_give_cases=true />
            <Toggle label=words.estate_link().pack hint=words.estate_link().pack_hint on=boxes.pack on_change=on(boxes.pack) />
            <Toggle label=said.passcode hint=said.passcode_hint on=boxes.passcode on_change=on(boxes.passcode) />
            <SelectField label=said.lasts value=boxes.days options />
            <div class="actions">
                <Button label=said.make weight=Weight::Primary submit=true busy=busy />
                <Button label=said.preview glyph=Glyph::EYE on_press=preview />
            </div>
        </form>
    }
}

/// Changing what a link of the scheme gives.
#[component]
pub(super) fn ChangeForm(
    /// It.
    share: Share,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let of = Of::here();
    let (space, base, id) = (of.estate, of.base(), share.id);
    let toaster = use_toaster();
    let navigate = use_navigate();
    let (busy, trouble) = (RwSignal::new(false), RwSignal::new(None::<Trouble>));
    let boxes = Boxes::of(&share.name, &share.grant);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        busy.set(true);
        let (wish, navigate) = (boxes.wish(), navigate.clone());
        leptos::task::spawn_local(async move {
            match share::change(desk, space, id, wish.name, wish.grant).await {
                Ok(()) => {
                    toaster.say(words.sent().changed);
                    navigate(&format!("{base}/{id}"), NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <TroubleNotice trouble back=base />
        <form class="form settings__block" on:submit=save>
            <Questions boxes may_give_cases=share.passcode />
            <div class="actions">
                <Button label=words.common().save weight=Weight::Primary submit=true busy=busy />
                <LinkButton label=words.common().cancel href=format!("{base}/{id}") weight=Weight::Quiet />
            </div>
        </form>
    }
}

#[component]
fn Questions(
    /// What is chosen.
    boxes: Boxes,
    /// The link asks for a passcode, or can still.
    may_give_cases: bool,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let chip = |part: &Part| Chip { value: *part, name: (words.estate_link().part)(*part).to_owned(), glyph: None };
    let options: Vec<_> = Part::ALL.iter().map(chip).collect();
    let ticks = Tick::OF_HOME.iter().map(|tick| tick_toggle(desk, boxes.ticks, *tick)).collect_view();
    let download = Callback::new(move |value| boxes.download.set(value));
    let cases = Callback::new(move |value| boxes.cases.set(value));
    let link = words.estate_link();
    let given = may_give_cases.then(|| {
        view! {
            <Toggle label=link.cases hint=link.cases_hint on=boxes.cases on_change=cases />
            {dynamic(move || boxes.cases.get().then(|| tick_toggle(desk, boxes.ticks, Tick::Papers)))}
        }
    });
    view! {
        <TextField label=said.name value=boxes.name hint=said.name_hint optional=words.common().optional placeholder=words.estate_link().name_example />
        <Choices legend=words.estate_link().parts options values=boxes.parts />
        <Section title=said.ticks><p class="small soft">{words.estate_link().ticks_lead}</p>{ticks}{given}</Section>
        <Toggle label=said.download hint=said.download_hint on=boxes.download on_change=download />
    }
}
