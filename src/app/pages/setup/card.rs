//! The second step: a card for each system, one after the other. It is saved as it is left.

use super::boxes::Boxes;
use super::progress::{Card, Typed};
use super::questions::Questions;
use super::{Setup, Step, use_go};
use crate::browser::focus;
use crate::components::{Button, Drawing, Glyph, LinkButton, Progress, Weight, whenever};
use crate::deeds::Trouble;
use crate::deeds::act::Act;
use crate::deeds::catalogue::picture;
use crate::desk::Desk;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::catalogue::Sort;
use model::system::System;
use model::zone::Zone;
use std::sync::Arc;

/// The card that stands at `at`.
#[component]
pub fn CardPage(setup: Setup, at: usize) -> impl IntoView {
    let words = setup.desk.words();
    let card = setup.progress.with_value(|progress| progress.cards.get(at).cloned()).unwrap_or_default();
    let usual = setup.catalogue.with_value(|catalogue| catalogue.sort(card.sort).cloned()).unwrap_or_else(|| Sort {
        sort: card.sort,
        name: (words.choice().system)(card.sort).to_owned(),
        ..Sort::default()
    });
    let usual = Arc::new(usual);
    let form = Form::new();
    let boxes = Boxes::of(setup.desk, &card, usual.clone());
    // What nobody has typed yet is no draft.
    let untouched = Boxes::of(setup.desk, &Card { typed: None, ..card.clone() }, usual.clone());
    let start = untrack(|| untouched.typed());
    whenever(move || {
        let typed = boxes.typed();
        setup.update(|progress| {
            progress.at = at;
            if let Some(card) = progress.cards.get_mut(at) {
                card.typed = (typed != start).then_some(typed);
            }
        });
    });
    focus::after_drawing(".setup-card__name");

    let (count, saved) = setup.progress.with_value(|progress| (progress.cards.len(), progress.saved()));
    let is_last = setup.progress.with_value(|progress| {
        let others = progress.cards.iter().enumerate();
        others.filter(|(other, card)| *other != at && card.is_open()).count() == 0
    });
    let go = use_go();
    let (skipping, saving) = (go.clone(), go);
    let skip = Callback::new(move |()| {
        setup.update(|progress| {
            if let Some(card) = progress.cards.get_mut(at) {
                card.skipped = card.saved.is_none();
            }
        });
        skipping(next(setup, at));
    });
    let save = Callback::new(move |another: bool| {
        let (system, zone) = match boxes.draft(setup.desk) {
            Ok(drafted) => drafted,
            Err(faults) => return form.show(faults),
        };
        let like = another.then(|| like(&system, &boxes));
        let saving = saving.clone();
        form.run(keep(setup.desk, boxes, system, zone), move |id| {
            setup.update(|progress| {
                if let Some(card) = progress.cards.get_mut(at) {
                    *card = Card { saved: Some(id), ..Card::of(card.sort) };
                }
                if let Some(like) = like {
                    progress.cards.insert(at + 1, like);
                }
            });
            saving(next(setup, at));
        });
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run(false);
    };
    let another = Callback::new(move |()| save.run(true));
    let save_word = if is_last { words.setup().save_last } else { words.setup().save_next };
    view! {
        <form class="form setup-card" novalidate on:submit=submit>
            <header class="stack">
                <Progress
                    label=(words.setup().step)(at + 1, count)
                    figure=(words.setup().saved)(saved)
                    done=Signal::stored(at as u64 + 1)
                    of=Signal::stored(Some(count as u64))
                />
                <div class="setup-card__head">
                    <Drawing picture=picture(&usual.picture) class="setup-card__picture" />
                    <h2 class="setup-card__name" tabindex="-1">{usual.name.clone()}</h2>
                </div>
            </header>
            <Questions desk=setup.desk boxes form />
            <div class="line">
                <Button label=words.setup().another weight=Weight::Quiet glyph=Glyph::PLUS on_press=another />
                <LinkButton label=words.setup().pictures href=Step::Choose.address() weight=Weight::Quiet />
            </div>
            <div class="form__foot actions">
                <Button label=save_word weight=Weight::Primary submit=true busy=form.busy() />
                <Button label=words.setup().skip on_press=skip />
            </div>
        </form>
    }
}

/// What comes after the card at `at`.
fn next(setup: Setup, at: usize) -> Step {
    setup.progress.with_value(|progress| progress.next_open(at + 1)).map_or(Step::Done, Step::Card)
}

/// A card for another system like this: of the same make and age, with a name, a plate and a place of its own.
fn like(system: &System, boxes: &Boxes) -> Card {
    let like = System {
        sort: system.sort,
        make: system.make.clone(),
        model: system.model.clone(),
        size: system.size.clone(),
        installed: system.installed,
        life_years: system.life_years,
        life_source: system.life_source.clone(),
        ..System::default()
    };
    let typed = Typed { system: like, life: boxes.life.get_untracked(), ..Typed::default() };
    Card { typed: Some(typed), ..Card::of(system.sort) }
}

/// Writes the system, with the zone that was named for the first time, and what its answers say of the whole home; its id.
async fn keep(desk: Desk, boxes: Boxes, system: System, zone: Option<Zone>) -> Result<RecordId, Trouble> {
    let mut act = Act::new();
    let zone = zone.map(|zone| act.add(&zone)).or(system.zone);
    let system = System { zone, ..system };
    let id = match boxes.before() {
        Some((id, before)) => {
            act.change(id, &before, &system);
            id
        }
        None => act.add(&system),
    };
    if let Some(home) = untrack(|| desk.library.property()) {
        act.change(home.id, &home.letter, &boxes.home(&home.letter));
    }
    act.perform(desk).await?;
    Ok(id)
}
