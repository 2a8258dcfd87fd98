//! Bringing records in: files are chosen, looked at, and brought in; one tap takes it back.

mod choose;
mod done;
mod found;
mod preview;
mod questions;
mod restore;
mod take;
mod way;

pub use restore::restore;
pub use take::take;

use crate::browser::photo::Picked;
use crate::components::{Notice, NoticeKind, dynamic};
use crate::deeds::Trouble;
use crate::deeds::carry::{self, Done, Importing, Way};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::steps::Steps;
use crate::route::Draw;
use choose::Choose;
use done::DonePart;
use found::FoundPart;
use import::talk::{Answers, Found, Preview};
use leptos::prelude::*;
use model::RecordId;
use preview::PreviewPart;
use std::collections::BTreeSet;
use way::UnderWay;
use words::Words;

/// Bringing records in.
#[lazy]
pub fn bring() -> Draw {
    || view! { <BringPage /> }.into_any()
}

/// How far the person has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Files are chosen.
    Choose,
    /// They are being read.
    Opening,
    /// What was found in them, and what they do not tell.
    Found,
    /// What would come.
    Preview,
    /// It is coming.
    Working,
    /// It came.
    Done,
    /// It is being taken back.
    Undoing,
}

/// One import on its way through the page. A handle.
#[derive(Clone, Copy)]
struct Flow {
    desk: Desk,
    steps: Steps<Step>,
    importing: StoredValue<Option<Importing>, LocalStorage>,
    answers: RwSignal<Answers>,
    found: RwSignal<Found>,
    wanted: RwSignal<BTreeSet<String>>,
    preview: RwSignal<Preview>,
    way: RwSignal<Way>,
    done: RwSignal<Option<Done>>,
}

impl Flow {
    fn new(desk: Desk) -> Self {
        Self {
            desk,
            steps: Steps::new(Step::Choose),
            importing: StoredValue::new_local(None),
            answers: RwSignal::default(),
            found: RwSignal::default(),
            wanted: RwSignal::default(),
            preview: RwSignal::default(),
            way: RwSignal::default(),
            done: RwSignal::default(),
        }
    }

    fn choose(self, files: Vec<Picked>) {
        if files.is_empty() {
            return;
        }
        let open = async move {
            let (importing, answers) = carry::open(self.desk, &files).await?;
            let found = importing.found(self.desk, &answers).await?;
            Ok((importing, answers, found))
        };
        self.steps.go(Step::Opening, Step::Choose, open, move |(importing, answers, found)| {
            self.importing.set_value(Some(importing));
            self.wanted.set(BTreeSet::new());
            self.answers.set(answers);
            self.found.set(found);
            Step::Found
        });
    }

    fn importing(self) -> Option<Importing> {
        self.importing.get_value()
    }

    /// Asks anew what is found with other answers: what rows become decides about what columns can be.
    fn answer(self, change: impl FnOnce(&mut Answers)) {
        self.answers.update(change);
        let (Some(importing), answers) = (self.importing(), self.answers.get_untracked()) else { return };
        leptos::task::spawn_local(async move {
            if let Ok(found) = importing.found(self.desk, &answers).await {
                self.found.try_set(found);
            }
        });
    }

    fn look(self, meanwhile: Step) {
        let Some(importing) = self.importing() else { return };
        let (answers, wanted) = (self.answers.get_untracked(), self.wanted.get_untracked());
        let look = async move { importing.preview(self.desk, &answers, &wanted).await };
        self.steps.go(meanwhile, Step::Found, look, move |preview| {
            self.preview.set(preview);
            Step::Preview
        });
    }

    fn perform(self) {
        let Some(importing) = self.importing() else { return };
        self.way.set(Way::default());
        let (answers, wanted) = (self.answers.get_untracked(), self.wanted.get_untracked());
        let perform = async move {
            // What was switched on since the preview was drawn is in the plan only now.
            importing.preview(self.desk, &answers, &wanted).await?;
            importing.perform(self.desk, self.way).await
        };
        self.steps.go(Step::Working, Step::Preview, perform, move |done| {
            self.done.set(Some(done));
            self.importing.set_value(None);
            Step::Done
        });
    }

    fn take_back(self, import: RecordId, then: impl FnOnce() + 'static) {
        self.way.set(Way::default());
        let before = self.steps.at.get_untracked();
        let back = carry::take_back(self.desk, import, self.way);
        self.steps.go(Step::Undoing, before, back, move |()| {
            self.done.set(None);
            then();
            Step::Choose
        });
    }
}

#[component]
fn BringPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.carry();
    let flow = Flow::new(desk);
    let trouble = move || {
        flow.steps.trouble.get().map(|trouble| {
            let (title, body) = match trouble {
                Trouble::Offline => (trouble.told(words), said.needs_network),
                trouble if flow.steps.at.get_untracked() == Step::Preview => {
                    (format!("{}: {}", said.broke_off, trouble.told(words)), said.broke_off_body)
                }
                trouble => (trouble.told(words), ""),
            };
            view! { <Notice kind=NoticeKind::Refused title body /> }
        })
    };
    let part = move || match flow.steps.at.get() {
        Step::Choose => view! { <Choose flow /> }.into_any(),
        Step::Opening => view! { <UnderWay way=flow.way label=said.opening /> }.into_any(),
        Step::Found => view! { <FoundPart flow /> }.into_any(),
        Step::Preview => view! { <PreviewPart flow /> }.into_any(),
        Step::Working => view! { <UnderWay way=flow.way label=said.working /> }.into_any(),
        Step::Done => view! { <DonePart flow /> }.into_any(),
        Step::Undoing => view! { <UnderWay way=flow.way label=said.undoing /> }.into_any(),
    };
    let back = ("/settings".to_owned(), words.account().settings.to_owned());
    view! {
        <Page title=said.bring back named=true class="stack stack--loose">
            {dynamic(trouble)}
            {dynamic(part)}
        </Page>
    }
}

/// Fields of a record, as a list of names.
fn field_names(words: &Words, fields: &[String]) -> String {
    fields.iter().map(|field| import::told::target(words, field)).collect::<Vec<_>>().join(", ")
}
