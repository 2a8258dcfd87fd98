//! Labels with codes for systems: which, on which sheet, and the sheets as they are printed. Beside it, the pages that scan one.

mod answer;
mod reports;
mod scan;
mod sheet;
mod systems;

use super::{Page, undo, use_toaster};
use crate::browser::{page, timer};
use crate::components::{Button, Chip, Choice, Empty, Glyph, LinkButton, SelectField, Weight, When, dynamic};
use crate::deeds::label;
use crate::desk::{Desk, use_desk};
use crate::route::{Draw, first_part};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::RecordId;
use model::access::Action;
use model::label::Label;
use reports::Reports;
use sheet::{Paper, Sheets};
use std::collections::{BTreeMap, BTreeSet};
use systems::{Labelled, Systems, in_use};

/// What is drawn anew is in the page after so many milliseconds, so that it is on paper too.
const DRAWN_MS: u64 = 50;

/// Printing labels, scanning one, or what was scanned, as the address names it.
#[lazy]
pub fn labelled() -> Draw {
    || match first_part().as_str() {
        "labels" => labels()(),
        "scan" => scan::scan()(),
        _ => answer::scanned()(),
    }
}

/// Printing labels.
fn labels() -> Draw {
    || view! { <LabelsPage /> }.into_any()
}

/// What is chosen on the page. A handle.
#[derive(Clone, Copy)]
struct Order {
    desk: Desk,
    /// The good label of each system.
    labels: Memo<BTreeMap<RecordId, Label>>,
    chosen: RwSignal<BTreeSet<RecordId>>,
    paper: RwSignal<Paper>,
    /// The first free place, as the list of places has it: from 1.
    first: RwSignal<String>,
    /// How often a label was made here: no shelf tells that.
    made: RwSignal<u32>,
}

impl Order {
    fn new(desk: Desk, only: Option<RecordId>) -> Self {
        let made = RwSignal::new(0);
        let labels = Memo::new(move |_| {
            made.track();
            // What others made arrives while something is fetched.
            desk.status.track();
            label::good(desk)
        });
        let known = labels.get_untracked();
        let wanted = |system: &Labelled| match only {
            Some(only) => system.id == only,
            None => !known.contains_key(&system.id),
        };
        let chosen = in_use(desk).iter().filter(|system| wanted(system)).map(|system| system.id).collect();
        let (paper, first) = (RwSignal::new(Paper::L7160), RwSignal::new("1".to_owned()));
        Self { desk, labels, chosen: RwSignal::new(chosen), paper, first, made }
    }

    /// The systems that can be on paper: who may not make a label prints those that there are.
    fn systems(self) -> Vec<Labelled> {
        let may_make = self.desk.may(Action::Write);
        let mut systems = in_use(self.desk);
        systems.retain(|system| may_make || self.labels.with(|labels| labels.contains_key(&system.id)));
        systems
    }

    /// Those that will be.
    fn printed(self) -> Vec<Labelled> {
        self.systems().into_iter().filter(|system| self.chosen.with(|chosen| chosen.contains(&system.id))).collect()
    }

    /// Makes the labels that are missing, then prints: a code on paper is always one that is kept.
    async fn print(self) -> Result<(), crate::deeds::Trouble> {
        let systems: Vec<RecordId> = self.printed().iter().map(|system| system.id).collect();
        if self.desk.may(Action::Write) {
            label::make(self.desk, &systems).await?;
        }
        self.made.update(|made| *made += 1);
        timer::wait(DRAWN_MS).await;
        page::print();
        Ok(())
    }
}

#[component]
fn LabelsPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.label();
    let only = use_query_map().with_untracked(|query| query.get("system")).and_then(|id| id.parse().ok());
    let order = Order::new(desk, only);
    let is_empty = Memo::new(move |_| order.systems().is_empty());
    let back = only.map_or_else(|| "/systems".to_owned(), |id: RecordId| format!("/systems/{id}"));
    let scan = view! { <LinkButton label=said.scan href="/scan" weight=Weight::Quiet glyph=Glyph::QR_CODE /> };
    let nothing = move || {
        let said = desk.words().label();
        let writes = desk.may(Action::Write);
        let text = if writes { said.no_systems } else { said.no_labels };
        let offer = desk.words().setup().offer;
        let action = writes.then(|| {
            view! { <LinkButton label=offer href="/setup" weight=Weight::Primary glyph=Glyph::LIST_CHECKS /> }
        });
        view! { <Empty glyph=Glyph::QR_CODE title=said.title text action=action.into_any() /> }
    };
    view! {
        <Page title=said.title named=true back=(back, words.common().back.to_owned()) actions=scan.into_any() wide=true class="labels stack stack--loose">
            <When is=Signal::derive(move || is_empty.get())>{nothing()}</When>
            <When is=Signal::derive(move || !is_empty.get())>
                <div class="labels__order paperless stack stack--loose">
                    <p>{said.lead}</p>
                    <PaperChoice order />
                    <PrintButton order />
                    <Systems order />
                    <Reports order />
                </div>
                <Sheets order />
            </When>
        </Page>
    }
}

/// Which sheet, and where on it the first label goes.
#[component]
fn PaperChoice(order: Order) -> impl IntoView {
    let said = order.desk.words().label();
    let options = Paper::ALL.map(|paper| {
        let name = match paper.name() {
            Some(name) => (said.sheet_of)(name, paper.form().places()),
            None => said.roll.to_owned(),
        };
        Chip { value: paper, name, glyph: None }
    });
    let places = Signal::derive(move || {
        let form = order.paper.get().form();
        let place = |at: usize| (said.place)(at + 1, at / form.columns + 1, at % form.columns + 1);
        (0..form.places()).map(|at| ((at + 1).to_string(), place(at))).collect::<Vec<_>>()
    });
    let on_sheet = Signal::derive(move || order.paper.get().form().places() > 1);
    view! {
        <Choice legend=said.sheet options=options.to_vec() value=order.paper />
        <When is=on_sheet>
            <SelectField label=said.first_place hint=said.first_place_hint value=order.first options=places />
        </When>
    }
}

#[component]
fn PrintButton(order: Order) -> impl IntoView {
    let desk = order.desk;
    let said = desk.words().label();
    let toaster = use_toaster();
    let count = Memo::new(move |_| order.printed().len());
    let press = Callback::new(move |()| undo::tell(desk, toaster, order.print()));
    let button = move || {
        let label = (said.print)(count.get());
        (count.get() > 0).then(|| view! { <Button label glyph=Glyph::PRINTER weight=Weight::Primary on_press=press /> })
    };
    view! {
        <div class="stack stack--tight">
            <div class="line">{dynamic(button)}</div>
            <p class="small soft">{said.full_size}</p>
        </div>
    }
}
