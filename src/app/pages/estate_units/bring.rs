//! Bringing a list of units in: files are chosen, looked at, and taken in.

use super::Watched;
use super::found::FoundPart;
use super::preview::PreviewPart;
use crate::browser::photo::Picked;
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, Picker, Progress, Section, Weight, dynamic};
use crate::deeds::Trouble;
use crate::deeds::carry::Way;
use crate::deeds::estate_units::{self as deeds, Listing};
use crate::desk::{Desk, use_desk};
use crate::pages::steps::Steps;
use import::units::talk::{Answers, Found, Preview};
use leptos::ev::Event;
use leptos::prelude::*;
use model::access::Action;

/// How far the person has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Choose,
    Reading,
    Found,
    Preview,
    Taking,
    Done,
}

/// A list on its way through the page. A handle.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    pub(super) desk: Desk,
    steps: Steps<Step>,
    listing: StoredValue<Option<Listing>, LocalStorage>,
    pub(super) answers: RwSignal<Answers>,
    pub(super) found: RwSignal<Found>,
    pub(super) preview: RwSignal<Option<Preview>>,
    way: RwSignal<Way>,
    has_logbooks: RwSignal<bool>,
}

impl Flow {
    fn new(desk: Desk) -> Self {
        Self {
            desk,
            steps: Steps::new(Step::Choose),
            listing: StoredValue::new_local(None),
            answers: RwSignal::default(),
            found: RwSignal::default(),
            preview: RwSignal::default(),
            way: RwSignal::default(),
            has_logbooks: RwSignal::new(true),
        }
    }

    fn choose(self, files: Vec<Picked>) {
        if files.is_empty() {
            return;
        }
        let open = async move {
            let listing = deeds::list(self.desk, &files).await?;
            let found = listing.found(&Answers::default()).await?;
            Ok((listing, found))
        };
        self.steps.go(Step::Reading, Step::Choose, open, move |(listing, found)| {
            self.listing.set_value(Some(listing));
            self.answers.set(Answers::default());
            self.found.set(found);
            Step::Found
        });
    }

    /// Notes what a person says, and asks anew what is found with it.
    pub(super) fn answer(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        let (Some(listing), answers) = (self.listing.get_value(), self.answers.get_untracked()) else { return };
        leptos::task::spawn_local(async move {
            if let Ok(found) = listing.found(&answers).await {
                self.found.try_set(found);
            }
        });
    }

    /// Shows what would come.
    pub(super) fn look(self) {
        let Some(listing) = self.listing.get_value() else { return };
        let answers = self.answers.get_untracked();
        let look = async move { listing.preview(self.desk, &answers).await };
        self.steps.go(Step::Reading, Step::Found, look, move |preview| {
            self.preview.set(Some(preview));
            Step::Preview
        });
    }

    /// The same with another answer, while the preview before stays in sight.
    pub(super) fn look_again(self) {
        let Some(listing) = self.listing.get_value() else { return };
        let answers = self.answers.get_untracked();
        leptos::task::spawn_local(async move {
            match listing.preview(self.desk, &answers).await {
                Ok(preview) => drop(self.preview.try_set(Some(preview))),
                Err(trouble) => drop(self.steps.trouble.try_set(Some(trouble))),
            }
        });
    }

    /// Takes in what the preview shows.
    pub(super) fn take(self) {
        let Some(listing) = self.listing.get_value() else { return };
        self.way.set(Way::default());
        let take = async move { listing.perform(self.desk, self.way).await };
        self.steps.go(Step::Taking, Step::Preview, take, move |has_logbooks| {
            self.has_logbooks.set(has_logbooks);
            self.listing.set_value(None);
            Step::Done
        });
    }

    pub(super) fn again(self) {
        self.steps.at.set(Step::Choose);
    }
}

/// The way from the file to the units.
#[component]
pub(super) fn BringPart(found: Watched) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let flow = Flow::new(desk);
    let may =
        found.with_untracked(|found| found.as_ref().and_then(Option::as_ref).is_some_and(|one| one.may(Action::Write)));
    let trouble = move || match flow.steps.trouble.get() {
        // What reads lists is fetched when it is needed first.
        Some(Trouble::Offline) => Some(
            view! { <Notice kind=NoticeKind::Warn title=said.bring_offline body=said.bring_offline_lead /> }.into_any(),
        ),
        Some(trouble) => Some(view! { <Notice kind=NoticeKind::Refused title=trouble.told(words) /> }.into_any()),
        None if !desk.online.get() && flow.steps.at.get() == Step::Choose => Some(
            view! { <Notice kind=NoticeKind::Info title=said.bring_offline body=said.bring_offline_lead /> }.into_any(),
        ),
        None => None,
    };
    let part = move || match flow.steps.at.get() {
        Step::Choose => view! { <Choose flow /> }.into_any(),
        Step::Reading => view! { <p role="status">{said.reading}</p> }.into_any(),
        Step::Found => view! { <FoundPart flow /> }.into_any(),
        Step::Preview => view! { <PreviewPart flow /> }.into_any(),
        Step::Taking => {
            let way = flow.way;
            let figure = Signal::derive(move || way.with(|way| words.number(way.done.into())));
            let done = Signal::derive(move || way.with(|way| way.done.into()));
            let of = Signal::derive(move || way.with(|way| (way.all > 0).then(|| way.all.into())));
            view! { <Progress label=said.taking figure done of /> }.into_any()
        }
        Step::Done => view! { <Done flow /> }.into_any(),
    };
    view! {
        <p><a href="/estate/units">{said.all}</a></p>
        {dynamic(trouble)}
        {if may { dynamic(part).into_any() } else { words.trouble().forbidden.into_any() }}
    }
}

#[component]
fn Choose(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    let pick = Callback::new(move |event: Event| flow.choose(Picked::from_input(&event.target().into())));
    view! {
        <Section title=said.bring_title>
            <p>{said.bring_lead}</p>
            <Picker label=said.choose glyph=Glyph::UPLOAD accept=".xlsx,.csv,.tsv,.txt,text/csv" multiple=true on_pick=pick />
        </Section>
    }
}

#[component]
fn Done(flow: Flow) -> impl IntoView {
    let said = flow.desk.words().estate_units();
    let count = flow.preview.with_untracked(|preview| preview.as_ref().map_or(0, |one| one.new + one.changed)) as usize;
    let again = Callback::new(move |()| flow.again());
    let waits = (!flow.has_logbooks.get_untracked())
        .then(|| view! { <Notice kind=NoticeKind::Warn title=said.logbooks_wait /> });
    view! {
        <Notice kind=NoticeKind::Info title=(said.taken)(count) />
        {waits}
        <div class="actions">
            <LinkButton label=said.see_units href="/estate/units" weight=Weight::Primary />
            <Button label=said.again weight=Weight::Quiet on_press=again />
        </div>
    }
}
