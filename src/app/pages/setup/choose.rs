//! The first step: what the house has, chosen from pictures.

use super::{Setup, Step, use_go};
use crate::browser::focus;
use crate::components::{Button, Tile, Weight, dynamic};
use crate::deeds::catalogue::picture;
use leptos::prelude::*;
use model::catalogue::{Group, Sort};
use model::system::{System, SystemType};

/// The pictures.
#[component]
pub fn ChoosePage(setup: Setup) -> impl IntoView {
    let words = setup.desk.words();
    let chosen = RwSignal::new(setup.progress.with_value(|progress| progress.pressed()));
    let catalogue = setup.catalogue.get_value();
    let known: Vec<SystemType> = untrack(|| {
        let systems = setup.desk.library.shelf::<System>();
        systems.values().filter(|system| system.letter.in_use()).map(|system| system.letter.sort).collect()
    });
    let press = move |sort: SystemType, on: bool| {
        chosen.update(|chosen| {
            chosen.retain(|other| *other != sort);
            if on {
                chosen.push(sort);
            }
        });
        setup.update(|progress| {
            progress.cards.retain(|card| on || !card.is_open() || card.sort != sort);
            progress.chosen = chosen.get_untracked();
        });
    };
    let tile = move |sort: &Sort| {
        let Sort { sort, name, picture: drawn, .. } = sort.clone();
        let note = if known.contains(&sort) { words.setup().known } else { "" };
        let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&sort)));
        let on_change = Callback::new(move |on| press(sort, on));
        view! { <Tile name picture=picture(&drawn) chosen=words.setup().chosen note on on_change /> }
    };
    let group = |group: &Group| {
        let tiles = group.systems.iter().map(&tile).collect_view();
        view! {
            <fieldset class="setup__group">
                <legend class="setup__legend">{group.name.clone()}</legend>
                <div class="tiles">{tiles}</div>
            </fieldset>
        }
    };
    let groups = catalogue.groups.iter().map(group).collect_view();
    let go = use_go();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let all: Vec<SystemType> =
            setup.catalogue.with_value(|catalogue| catalogue.sorts().map(|sort| sort.sort).collect());
        setup.update(|progress| {
            progress.chosen = chosen.get_untracked();
            progress.deal(&all);
        });
        match setup.progress.with_value(|progress| progress.next_open(0)) {
            Some(first) => go(Step::Card(first)),
            // Nothing is chosen: the pictures are what there is to do.
            None => drop(focus::now(".tile__input")),
        }
    };
    let count = move || (words.setup().count)(chosen.with(Vec::len));
    view! {
        <form class="setup__choose" on:submit=submit>
            <header class="stack stack--tight">
                <h2 class="setup__title" tabindex="-1">{words.setup().choose}</h2>
                <p class="soft prose">{words.setup().choose_lead}</p>
            </header>
            {groups}
            <div class="form__foot setup__foot">
                <p class="setup__count" role="status">{dynamic(count)}</p>
                <Button label=words.setup().go_on weight=Weight::Primary submit=true />
            </div>
        </form>
    }
}
