//! The systems and the contacts of the home, as tables.

use crate::components::{Cell, Column, Section, Table, TableRow};
use crate::data::by_name;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::contact::Contact;
use model::system::System;
use model::zone::Zone;

/// The systems in use, by name.
#[component]
pub fn Systems() -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.print();
        let zones = desk.library.shelf::<Zone>();
        let shelf = desk.library.shelf::<System>();
        let systems: Vec<_> = shelf.values().filter(|system| system.letter.in_use()).collect();
        let systems = by_name(systems, |system| &system.letter.name);
        let rows = systems.iter().map(|system| {
            let letter = &system.letter;
            let zone = letter.zone.and_then(|zone| zones.get(&zone)).map(|zone| zone.letter.name.clone());
            let make = joined(&[&letter.make, &letter.model, &letter.size, &letter.serial]);
            let installed = letter.installed.map(|date| words.date(date)).unwrap_or_default();
            let cells = [make, installed, zone.unwrap_or_default()].map(Cell::words).into_iter().collect();
            view! { <TableRow name=letter.name.clone() cells /> }
        });
        let rows = rows.collect_view();
        let columns = [said.name, said.make, said.installed, said.place].map(Column::words).to_vec();
        view! { <Section title=said.systems><Table caption=said.systems columns list=true>{rows}</Table></Section> }
    }
}

/// The contacts, by name.
#[component]
pub fn Contacts() -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.print();
        let contacts: Vec<_> = desk.library.shelf::<Contact>().values().collect();
        let contacts = by_name(contacts, |contact| &contact.letter.name);
        let rows = contacts.iter().map(|contact| {
            let letter = &contact.letter;
            let role = (words.choice().contact)(letter.role).to_owned();
            let trade = if letter.trade.is_empty() { role } else { letter.trade.clone() };
            let registered = letter.registrations.iter().map(|one| format!("{} {}", one.body, one.number));
            let registered = registered.collect::<Vec<_>>().join(", ");
            let cells =
                [trade, joined(&[&letter.phone, &letter.email]), registered].map(Cell::words).into_iter().collect();
            view! { <TableRow name=letter.name.clone() cells /> }
        });
        let rows = rows.collect_view();
        let columns = [said.name, said.trade, said.reach, said.registered].map(Column::words).to_vec();
        view! { <Section title=said.contacts><Table caption=said.contacts columns list=true>{rows}</Table></Section> }
    }
}

fn joined(parts: &[&String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).map(|part| part.as_str()).collect::<Vec<_>>().join(" · ")
}
