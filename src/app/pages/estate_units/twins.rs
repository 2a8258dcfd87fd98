//! Systems that stand in the scheme's logbook of a unit and in that of its owner: two lists, and a person says which are one.

use super::Watched;
use super::systems::name;
use super::unit::Known;
use crate::browser::random;
use crate::components::{Button, Chip, Choice, Row, Rows, Section, Weight, dynamic};
use crate::deeds::{Change, estate as deeds};
use crate::desk::use_desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::scheme::{Thing, Twin};
use model::standing::living;

/// The systems of both sides and what was said of them.
#[derive(Clone, Debug, PartialEq, Default)]
struct Sides {
    held: Vec<Thing>,
    own: Vec<Thing>,
    twins: Vec<(RecordId, Twin)>,
}

/// The lists; nothing where one side has no systems.
#[component]
pub(super) fn Twins(one: Memo<Option<Known>>, found: Watched) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let sides = Memo::new(move |_| {
        let known = one.get().filter(|one| one.may)?;
        let things = known.inventory?.things;
        let (held, own): (Vec<Thing>, Vec<Thing>) = things.into_iter().partition(|thing| thing.held);
        let twins = found.with(|found| {
            let estate = found.as_ref()?.as_ref()?;
            let all = living::<Twin>(&estate.records).into_iter().map(|one| (one.root, one.letter));
            Some(all.filter(|(_, twin)| twin.unit == Some(known.id)).collect())
        });
        let twins: Vec<(RecordId, Twin)> = twins.unwrap_or_default();
        let has_both = !held.is_empty() && !own.is_empty();
        (has_both || !twins.is_empty()).then_some(Sides { held, own, twins })
    });
    dynamic(move || {
        sides.get().map(|sides| {
            view! { <Section title=said.twins><p class="soft">{said.twins_lead}</p><Matching one sides /></Section> }
        })
    })
}

#[component]
fn Matching(one: Memo<Option<Known>>, sides: Sides) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_units();
    let form = Form::new();
    let (held, own) = (RwSignal::new(None::<RecordId>), RwSignal::new(None::<RecordId>));
    let is_matched = |id: RecordId| sides.twins.iter().any(|(_, twin)| twin.held == Some(id) || twin.own == Some(id));
    let chips = |things: &[Thing]| {
        let open = things.iter().filter(|thing| !is_matched(thing.id));
        open.map(|thing| Chip { value: Some(thing.id), name: name(desk, thing), glyph: None }).collect::<Vec<_>>()
    };
    let options = [chips(&sides.held), chips(&sides.own)];
    let is_open = options.iter().all(|options| !options.is_empty());
    let join = Callback::new(move |()| {
        let (Some(held), Some(own)) = (held.get_untracked(), own.get_untracked()) else {
            return form.say(said.twins_choose);
        };
        let unit = one.with_untracked(|one| one.as_ref().map(|one| one.id));
        let twin = Twin { unit, held: Some(held), own: Some(own), deleted: None };
        form.run(deeds::write(desk, vec![Change::new(random::record_id(), &twin)]), |()| {});
    });
    let named = |id: Option<RecordId>| {
        let thing = sides.held.iter().chain(&sides.own).find(|thing| Some(thing.id) == id);
        thing.map_or_else(|| desk.words().common().unknown.to_owned(), |thing| name(desk, thing))
    };
    let row = |(id, twin): &(RecordId, Twin)| {
        let id = *id;
        let part = Callback::new(move |()| {
            form.run(deeds::write(desk, vec![Change::mark::<Twin>(id, true)]), |()| {});
        });
        let end = view! { <Button label=said.twins_part weight=Weight::Small on_press=part /> }.into_any();
        view! { <Row title=(said.twins_are)(&named(twin.held), &named(twin.own)) end /> }
    };
    let rows = sides.twins.iter().map(row).collect_view();
    let [first, second] = options;
    view! {
        {(!sides.twins.is_empty()).then(|| view! { <Rows>{rows}</Rows> })}
        {is_open.then(|| view! {
            <div class="unit-twins">
                <Choice legend=said.twins_sides[0] options=first value=held />
                <Choice legend=said.twins_sides[1] options=second value=own />
            </div>
            <div><Button label=said.twins_join weight=Weight::Primary busy=form.busy() on_press=join /></div>
        })}
    }
}
