//! What the pages read of a scheme, and boxes that several of them have.

use super::Found;
use crate::components::SelectField;
use crate::deeds::estate::OwnEstate;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::access::Action;
use model::scheme::{Inventory, Slot, Unit, Vendor};
use model::standing::living;
use model::system::SystemType;
use model::{Date, Fault, FaultCode, Letter, Money, Record, RecordId};
use std::collections::BTreeMap;
use words::Words;

/// What `take` finds in the scheme; tracks it. Nothing while there is none.
pub fn read<T>(found: Found, take: impl FnOnce(&OwnEstate) -> T) -> Option<T> {
    found.with(|found| found.as_ref()?.as_ref().map(take))
}

/// Whether one may write what a scheme keeps.
pub fn may_write(found: Found) -> bool {
    read(found, |estate| estate.may(Action::Write)).unwrap_or(false)
}

/// The kind of a record that is there.
pub fn kind_of(estate: &OwnEstate, id: RecordId) -> Option<&'static str> {
    let record = estate.records.iter().find(|record| record.id == id && !record.is_deleted())?;
    ["bundle", "programme", "motion", "vendor"].into_iter().find(|kind| *kind == record.kind)
}

/// A living record as it stands.
pub fn one<T: Letter>(estate: &OwnEstate, id: RecordId) -> Option<T> {
    let record = estate.records.iter().find(|record| record.id == id)?;
    living::<T>([record]).into_iter().next().map(|one| one.letter)
}

/// All living records of a kind.
pub fn all<T: Letter>(records: &[Record]) -> Vec<(RecordId, T)> {
    living::<T>(records).into_iter().map(|one| (one.root, one.letter)).collect()
}

/// What stands in the units and falls due there.
pub fn inventories(estate: &OwnEstate) -> Vec<Inventory> {
    all::<Inventory>(&estate.records).into_iter().map(|(_, letter)| letter).collect()
}

/// What units are called.
pub fn units(estate: &OwnEstate) -> BTreeMap<RecordId, Unit> {
    all::<Unit>(&estate.records).into_iter().collect()
}

/// The slots of a programme.
pub fn slots(estate: &OwnEstate, programme: RecordId) -> Vec<(RecordId, Slot)> {
    let mut slots = all::<Slot>(&estate.records);
    slots.retain(|(_, slot)| slot.programme == Some(programme));
    slots
}

/// The vendors by name, as a list to choose from: those that work on `sort` where one is named.
pub fn vendor_options(estate: &OwnEstate, sort: Option<SystemType>, none: &str) -> Vec<(String, String)> {
    let mut vendors = all::<Vendor>(&estate.records);
    vendors.retain(|(_, vendor)| sort.is_none_or(|sort| vendor.works_on(sort)));
    vendors.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    let named = vendors.into_iter().map(|(id, vendor)| (id.to_string(), vendor.name));
    [(String::new(), none.to_owned())].into_iter().chain(named).collect()
}

/// What a vendor is called.
pub fn vendor_name(estate: &OwnEstate, id: Option<RecordId>) -> Option<String> {
    one::<Vendor>(estate, id?).map(|vendor| vendor.name)
}

/// Cents as people read them.
pub fn money(words: &Words, cents: i64) -> String {
    words.money(&Money::rand(cents))
}

/// Cents as they stand in a box.
pub fn cents_text(words: &Words, cents: Option<i64>) -> String {
    crate::pages::form::money_text(words, cents.map(Money::rand).as_ref())
}

/// Cents that were typed; none of an empty box.
pub fn cents_typed(typed: &str, field: &str) -> Result<Option<i64>, Fault> {
    Ok(crate::pages::form::money_typed(typed, "ZAR", field)?.map(|money| money.cents))
}

/// A day that was typed; none of an empty box.
pub fn day_typed(typed: &str, field: &str) -> Result<Option<Date>, Fault> {
    match typed {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| Fault::new(field, FaultCode::Unreadable)),
    }
}

/// A day as it stands in a box.
pub fn day_text(day: Option<Date>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A choice among all sorts of system.
#[component]
pub fn SortField(
    /// The question.
    label: &'static str,
    /// The sort's name in records; empty for none.
    value: RwSignal<String>,
    /// The words for none; without them one has to be chosen.
    #[prop(optional)]
    none: Option<&'static str>,
) -> impl IntoView {
    let words = use_desk().words();
    let named = |sort: &SystemType| (sort.as_str().to_owned(), (words.choice().system)(*sort).to_owned());
    let mut options: Vec<(String, String)> = SystemType::ALL.iter().map(named).collect();
    options.sort_by(|(_, a), (_, b)| a.cmp(b));
    options.splice(0..0, none.map(|none| (String::new(), none.to_owned())));
    view! { <SelectField label value options=Signal::stored(options) /> }
}
