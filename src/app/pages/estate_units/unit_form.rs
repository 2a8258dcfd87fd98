//! The boxes of a unit.

use super::Watched;
use super::lot::Lot;
use crate::browser::random;
use crate::components::{AreaField, Button, SelectField, TextField, Toggle, Weight};
use crate::deeds::Change;
use crate::deeds::estate as deeds;
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::canonical::normal;
use model::scheme::Unit;
use model::{Fault, FaultCode, RecordId};

/// What is typed of a unit.
#[derive(Clone, Copy)]
struct Typed {
    texts: [RwSignal<String>; 8],
    quota: RwSignal<String>,
    since: RwSignal<String>,
    building: RwSignal<String>,
    common: RwSignal<bool>,
    notes: RwSignal<String>,
}

impl Typed {
    fn of(unit: &Unit, quota: fn(u32) -> String) -> Self {
        let texts = [
            &unit.number,
            &unit.section,
            &unit.suburb,
            &unit.owner,
            &unit.owner_email,
            &unit.owner_phone,
            &unit.tenant,
            &unit.responsible,
        ];
        let quota = unit.quota.map(|value| quota(value).trim_end_matches([' ', '%', '\u{a0}']).to_owned());
        Self {
            texts: texts.map(|text| RwSignal::new(text.clone())),
            quota: RwSignal::new(quota.unwrap_or_default()),
            since: RwSignal::new(unit.owned_since.map(|day| day.to_string()).unwrap_or_default()),
            building: RwSignal::new(unit.building.map(|id| id.to_string()).unwrap_or_default()),
            common: RwSignal::new(unit.common == Some(true)),
            notes: RwSignal::new(unit.notes.clone()),
        }
    }

    /// The unit that was typed.
    fn unit(self, before: &Unit) -> Result<Unit, Fault> {
        let [number, section, suburb, owner, owner_email, owner_phone, tenant, responsible] =
            self.texts.map(|text| normal(&text.get_untracked()));
        let quota = match self.quota.get_untracked().trim() {
            "" => None,
            text => {
                let read = import::units::quota_typed(text);
                Some(read.ok_or_else(|| Fault::new("quota", FaultCode::Unreadable))?)
            }
        };
        let owned_since = match self.since.get_untracked().trim() {
            "" => None,
            text => Some(text.parse().map_err(|_| Fault::new("owned_since", FaultCode::Unreadable))?),
        };
        let common = self.common.get_untracked();
        Ok(Unit {
            number,
            section,
            building: self.building.get_untracked().parse().ok(),
            common: (common || before.common.is_some()).then_some(common),
            quota,
            suburb,
            owner,
            owner_email,
            owner_phone,
            tenant,
            owned_since,
            responsible,
            notes: normal(&self.notes.get_untracked()),
            deleted: before.deleted,
        })
    }
}

/// Makes a unit, or changes one.
#[component]
pub(super) fn UnitForm(
    /// The unit as it stands; none for one that is made.
    before: Option<(RecordId, Unit)>,
    /// The scheme.
    found: Watched,
    /// It was kept.
    done: Callback<RecordId>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let form = Form::new();
    let (id, before) = before.unzip();
    let before = before.unwrap_or_default();
    let typed = Typed::of(&before, said.quota);
    let buildings = found.with_untracked(|found| found.as_ref().and_then(Option::as_ref).map(Lot::of));
    let none = (String::new(), said.no_building.to_owned());
    let buildings: Vec<(String, String)> = std::iter::once(none)
        .chain(buildings.into_iter().flat_map(|lot| lot.buildings).map(|(id, one)| (id.to_string(), one.name)))
        .collect();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let unit = match typed.unit(&before) {
            Ok(unit) => unit,
            Err(fault) => return form.show(vec![fault]),
        };
        let (root, change) = match id {
            Some(id) => (id, Change::between(id, &before, &unit)),
            None => {
                let id = random::record_id();
                (id, Some(Change::new(id, &unit)))
            }
        };
        form.run(deeds::write(desk, change.into_iter().collect()), move |()| {
            form.say(said.saved);
            done.run(root);
        });
    };
    let optional = words.common().optional;
    let [number, section, suburb, owner, owner_email, owner_phone, tenant, responsible] = typed.texts;
    let flip = Callback::new(move |on| typed.common.set(on));
    view! {
        <form class="form" novalidate on:submit=save>
            <TextField label=said.number hint=said.number_hint value=number error=form.error("number") />
            <Toggle label=said.is_common hint=said.is_common_hint on=typed.common on_change=flip />
            <SelectField label=said.building value=typed.building options=Signal::derive(move || buildings.clone()) />
            <TextField label=said.section optional value=section error=form.error("section") />
            <TextField label=said.quota_label hint=said.quota_hint optional value=typed.quota keyboard="decimal" unit="%" error=form.error("quota") />
            <TextField label=said.owner optional value=owner error=form.error("owner") />
            <TextField label=said.owner_email optional value=owner_email kind="email" error=form.error("owner_email") />
            <TextField label=said.owner_phone optional value=owner_phone kind="tel" error=form.error("owner_phone") />
            <TextField label=said.owned_since optional value=typed.since kind="date" error=form.error("owned_since") />
            <TextField label=said.tenant optional value=tenant error=form.error("tenant") />
            <TextField label=said.responsible hint=said.responsible_hint optional value=responsible error=form.error("responsible") />
            <TextField label=said.suburb optional value=suburb error=form.error("suburb") />
            <AreaField label=said.notes optional value=typed.notes error=form.error("notes") />
            <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
        </form>
    }
}
