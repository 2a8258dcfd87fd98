//! One unit: its details, its logbooks, and what is known of its systems and certificates.

use super::Watched;
use super::logbooks::Logbooks;
use super::lot::Lot;
use super::sold::Sold;
use super::systems::{Certificates, Systems};
use super::twins::Twins;
use super::unit_form::UnitForm;
use crate::components::{Button, Dialog, FactLine, Facts, Glyph, More, Section, Weight, When, dynamic};
use crate::deeds::Change;
use crate::deeds::estate::{self as deeds, OwnEstate};
use crate::desk::use_desk;
use crate::pages::NotFound;
use crate::pages::form::Form;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::scheme::{Inventory, Unit, UnitStanding};
use model::standing::living;
use model::{Letter, RecordId};

/// What a scheme knows of a unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Known {
    pub(super) id: RecordId,
    pub(super) unit: Unit,
    pub(super) building: String,
    pub(super) standing: Option<UnitStanding>,
    pub(super) inventory: Option<Inventory>,
    /// One may write in the scheme.
    pub(super) may: bool,
    /// One may open the logbooks that it keeps.
    pub(super) looks: bool,
}

/// What is known of that unit; none where there is no such unit.
fn known(estate: &OwnEstate, id: RecordId) -> Option<Known> {
    let record =
        estate.records.iter().find(|record| record.id == id && record.kind == Unit::KIND && !record.is_deleted())?;
    let unit: Unit = record.body.read().ok()?;
    let building = unit.building.and_then(|at| estate.records.iter().find(|record| record.id == at));
    let building = building.and_then(|record| record.body.read::<model::scheme::Building>().ok());
    // Of thousands only those are read that name the unit.
    let own = id.to_string();
    let named = || estate.records.iter().filter(|record| record.body.text().contains(&own));
    let standing = living::<UnitStanding>(named()).into_iter().find(|one| one.letter.unit == Some(id));
    let inventory = living::<Inventory>(named()).into_iter().find(|one| one.letter.unit == Some(id));
    Some(Known {
        id,
        unit,
        building: building.map(|building| building.name).unwrap_or_default(),
        standing: standing.map(|one| one.letter),
        inventory: inventory.map(|one| one.letter),
        may: estate.may(Action::Write),
        looks: estate.may(Action::LookIn),
    })
}

/// A unit.
#[component]
pub(super) fn UnitPart(found: Watched, id: Option<RecordId>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let one = Memo::new(move |_| {
        found.with(|found| found.as_ref().and_then(Option::as_ref).and_then(|estate| known(estate, id?)))
    });
    let is_there = Memo::new(move |_| one.with(Option::is_some));
    let may = Memo::new(move |_| one.with(|one| one.as_ref().is_some_and(|one| one.may)));
    let title = move || one.with(|one| one.as_ref().map(|one| (said.unit)(&one.unit.number)));
    // What is typed stays while only what is told of the unit changes.
    let before = Memo::new(move |_| one.with(|one| one.as_ref().map(|one| (one.id, one.unit.clone()))));
    let form = move || view! { <UnitForm before=before.get() found done=Callback::new(|_| ()) /> };
    dynamic(move || match is_there.get() {
        false => view! { <NotFound /> }.into_any(),
        true => view! {
            <p><a href="/estate/units">{said.all}</a></p>
            <h2 class="unit-page__title">{title}</h2>
            <Details one />
            <When is=may>
                <More summary=said.change>{dynamic(form)}</More>
                <More summary=said.sold><Sold one /></More>
            </When>
            <Logbooks one found />
            <Systems one />
            <Twins one found />
            <Certificates one />
            <When is=may><Removing one /></When>
        }
        .into_any(),
    })
}

#[component]
fn Details(one: Memo<Option<Known>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let lines = move || {
        let Known { unit, building, .. } = one.get()?;
        let is_common = unit.common == Some(true);
        let answers = if unit.responsible.is_empty() && !is_common {
            (said.responsible_owner)(&unit.owner)
        } else {
            unit.responsible.clone()
        };
        let lines = [
            (said.is_common, if is_common { said.yes.to_owned() } else { String::new() }),
            (said.building, building),
            (said.section, unit.section),
            (said.quota_label, unit.quota.map(said.quota).unwrap_or_default()),
            (said.suburb, unit.suburb),
            (said.owner, unit.owner),
            (said.owned_since, unit.owned_since.map(|day| words.day(day)).unwrap_or_default()),
            (said.owner_email, unit.owner_email),
            (said.owner_phone, unit.owner_phone),
            (said.tenant, unit.tenant),
            (said.responsible, answers),
            (said.notes, unit.notes),
        ];
        let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
        let lines: Vec<FactLine> = lines.map(|(name, text)| FactLine::words(name, text)).collect();
        Some(view! { <Facts lines /> })
    };
    view! { <Section title=said.details>{dynamic(lines)}</Section> }
}

/// Takes a unit away, once a person said so twice.
#[component]
fn Removing(one: Memo<Option<Known>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let form = Form::new();
    let navigate = use_navigate();
    let open = RwSignal::new(false);
    let ask = Callback::new(move |()| open.set(true));
    let title = one.with_untracked(|one| one.as_ref().map(|one| (said.remove_ask)(&(said.unit)(&one.unit.number))));
    let remove = Callback::new(move |()| {
        let Some(id) = one.with_untracked(|one| one.as_ref().map(|one| one.id)) else { return };
        let navigate = navigate.clone();
        let gone = deeds::write(desk, vec![Change::mark::<Unit>(id, true)]);
        form.run(gone, move |()| navigate("/estate/units", NavigateOptions::default()));
    });
    view! {
        <div><Button label=said.remove weight=Weight::Quiet glyph=Glyph::TRASH on_press=ask /></div>
        <Dialog open title=title.unwrap_or_default() close=words.common().close>
            <p>{said.remove_lead}</p>
            <div class="actions"><Button label=said.remove weight=Weight::Danger busy=form.busy() on_press=remove /></div>
        </Dialog>
    }
}

/// A unit that is added by hand.
#[component]
pub(super) fn NewUnit(found: Watched) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let navigate = use_navigate();
    let done = Callback::new(move |id: RecordId| navigate(&format!("/estate/units/{id}"), NavigateOptions::default()));
    // Which buildings there are is asked once: what is typed stays while the scheme changes.
    let has = found.with_untracked(|found| found.as_ref().and_then(Option::as_ref).map(Lot::of)).is_some();
    view! {
        <p><a href="/estate/units">{said.all}</a></p>
        <Section title=said.add>{has.then(|| view! { <UnitForm before=None found done /> })}</Section>
    }
}
