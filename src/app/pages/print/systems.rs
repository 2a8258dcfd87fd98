//! The systems: what each is, how old against its expected life, what stands for it, where it shuts off.

use super::facts;
use super::parts::{Given, Section};
use super::wish::{Hidden, Part};
use crate::components::{FactLine, Facts, Status};
use crate::data::Kept;
use crate::data::timeline::spent_on;
use crate::desk::Desk;
use crate::pages::systems::{Age, AgeRing, in_use, retired};
use leptos::prelude::*;
use model::Money;
use model::system::System;
use model::zone::Zone;
use std::sync::Arc;

/// The systems in use, zone by zone, and below them those that are not.
#[component]
pub fn Systems(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, wish, .. } = given;
    let hidden = Memo::new(move |_| wish.with(|wish| wish.hidden));
    let notes = Memo::new(move |_| wish.with(|wish| wish.has(Part::Notes)));
    let drawn = move || {
        let words = desk.words();
        let (hidden, notes) = (hidden.get(), notes.get());
        let shelf = desk.library.shelf::<System>();
        if shelf.is_empty() {
            return view! { <p class="soft">{words.print().none}</p> }.into_any();
        }
        let used = in_use(&shelf, &desk.library.shelf::<Zone>()).into_iter().flat_map(|group| group.flat());
        let used = used.map(|system| card(desk, &system, hidden, notes)).collect_view();
        let retired = retired(&shelf);
        let retired = (!retired.is_empty()).then(|| {
            let cards = retired.iter().map(|system| card(desk, system, hidden, notes)).collect_view();
            view! { <h3 class="print-sheet__group">{words.print().retired}</h3> {cards} }
        });
        view! { {used} {retired} }.into_any()
    };
    view! { <Section part=Part::Systems>{drawn}</Section> }
}

fn card(desk: Desk, system: &Arc<Kept<System>>, hidden: Hidden, with_notes: bool) -> AnyView {
    let words = desk.words();
    let letter = &system.letter;
    let standing = Age::of(desk, letter);
    let status = letter.in_use().then(|| {
        view! { <Status tone=standing.tone() word=standing.word(words) /> " " <span class="soft">{standing.reason(words)}</span> }
    });
    let ring = letter.in_use().then(|| view! { <AgeRing standing words /> });
    let notes = letter.notes.clone();
    view! {
        <article class="print-sheet__system">
            <header class="print-sheet__head">
                {ring}
                <div>
                    <h3>{letter.name.clone()}</h3>
                    <p class="small">{status}</p>
                </div>
            </header>
            <div class="print-sheet__halves">
                <Facts lines=facts::identity(desk, letter, hidden) />
                <Facts lines=standing_lines(desk, system, hidden) />
            </div>
            {(with_notes && !notes.is_empty()).then(|| view! { <p class="print-sheet__notes small">{notes}</p> })}
        </article>
    }
    .into_any()
}

fn standing_lines(desk: Desk, system: &Kept<System>, hidden: Hidden) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.system();
    let letter = &system.letter;
    let entries = facts::entries(desk, system.id);
    let warranties = facts::warranties(desk, system.id).into_iter().map(|(_, told)| told).collect();
    let mut lines = facts::life(desk, letter);
    lines.extend((!letter.shut_off.is_empty()).then(|| FactLine::words(said.shut_off, letter.shut_off.clone())));
    lines.extend(facts::several(said.warranties, warranties));
    lines.extend(facts::several(said.certificates, facts::certificates(desk, system.id)));
    if !entries.is_empty() {
        let spent = spent_on(&entries, system.id);
        let spent = (spent > 0 && !hidden.costs).then(|| words.money(&Money::rand(spent)));
        let told = facts::logged(desk, &entries);
        lines.push(FactLine::words(words.print().in_logbook, told).noted(spent.unwrap_or_default()));
    }
    lines
}
