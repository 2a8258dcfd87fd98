//! The map: sorts of system by duties, for where they stand and whom they serve.

use super::Seen;
use super::quote::{bearer, quoted, rules};
use crate::components::{Cell, Chip, Choice, Column, Section, Table, TableRow, dynamic};
use leptos::prelude::*;
use model::estate::responsibility::{Answer, Duty, Serves, Standing, Thing, answers};

/// The part.
pub fn map(seen: Seen) -> AnyView {
    let words = seen.desk.words();
    let said = words.estate_duties();
    let (standing, serves) = (RwSignal::new(Standing::Section), RwSignal::new(Serves::One));
    let shown = move || {
        seen.sites.with(|sites| {
            let sites = sites.as_ref()?;
            let own = sites.own();
            let regime = sites.scheme.regime;
            let thing = |sort| Thing { regime, sort, standing: standing.get(), serves: serves.get() };
            let all: Vec<_> = sites.sorts().into_iter().map(|sort| (sort, answers(thing(sort), &own))).collect();
            let row = |(sort, all): &(_, [Answer<'_>; Duty::ALL.len()])| {
                let cells = Duty::ALL.iter().zip(all);
                let cells =
                    cells.map(|(duty, answer)| Cell::headed((said.duty)(*duty), bearer(words, answer).to_owned()));
                let cells = cells.collect();
                view! { <TableRow name=(words.choice().system)(*sort) cells /> }
            };
            let rows = all.iter().map(row).collect_view();
            let duties = Duty::ALL.iter().map(|duty| Column::words((said.duty)(*duty)));
            let columns = [Column::words(said.system)].into_iter().chain(duties).collect();
            let behind = rules(all.iter().flat_map(|(_, answers)| answers.iter().copied()));
            let behind = behind.iter().map(|rule| quoted(words, rule)).collect_view();
            Some(view! {
                <div class="settings__wide" role="group" tabindex="0" aria-label=said.parts[0]>
                    <Table caption=said.parts[0] columns list=true>{rows}</Table>
                </div>
                <Section title=said.rules><ul class="estate-plan__rules stack">{behind}</ul></Section>
            })
        })
    };
    view! {
        <p class="section__note">{said.lead}</p>
        <Choice legend=said.standing_label options=standings(seen) value=standing />
        <Choice legend=said.serves_label options=serving(seen) value=serves />
        {dynamic(shown)}
    }
    .into_any()
}

/// Where things can stand, to choose from.
pub fn standings(seen: Seen) -> Vec<Chip<Standing>> {
    let said = seen.desk.words().estate_duties();
    Standing::ALL.iter().map(|one| Chip { value: *one, name: (said.standing)(*one).to_owned(), glyph: None }).collect()
}

/// Whom they can serve.
pub fn serving(seen: Seen) -> Vec<Chip<Serves>> {
    let said = seen.desk.words().estate_duties();
    Serves::ALL.iter().map(|one| Chip { value: *one, name: (said.serves)(*one).to_owned(), glyph: None }).collect()
}
