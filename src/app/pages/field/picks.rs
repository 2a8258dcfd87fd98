//! What boxes that find one of many offer.

use crate::components::Pick;
use crate::desk::Desk;
use leptos::prelude::*;
use model::RecordId;
use model::contact::Contact;
use model::system::System;
use model::zone::Zone;

/// Systems in use by name, each with its zone.
pub fn systems(desk: Desk) -> Signal<Vec<Pick<RecordId>>> {
    Signal::derive(move || {
        let zones = desk.library.shelf::<Zone>();
        let words = desk.words();
        let pick = |(id, system): (RecordId, std::sync::Arc<crate::data::Kept<System>>)| {
            let zone = system.letter.zone.and_then(|zone| zones.get(&zone));
            let detail = match zone {
                Some(zone) => zone.letter.name.clone(),
                None => (words.choice().system)(system.letter.sort).to_owned(),
            };
            Pick { value: id, name: system.letter.name.clone(), detail }
        };
        let shelf = desk.library.shelf::<System>();
        by_name(shelf.iter().filter(|(_, system)| system.letter.in_use()).map(pick).collect())
    })
}

/// Zones by name.
pub fn zones(desk: Desk) -> Signal<Vec<Pick<RecordId>>> {
    Signal::derive(move || {
        let shelf = desk.library.shelf::<Zone>();
        let pick = |(id, zone): (RecordId, std::sync::Arc<crate::data::Kept<Zone>>)| {
            let above = zone.letter.parent.and_then(|above| shelf.get(&above));
            let detail = above.map(|above| above.letter.name.clone()).unwrap_or_default();
            Pick { value: id, name: zone.letter.name.clone(), detail }
        };
        by_name(shelf.iter().map(pick).collect())
    })
}

/// Contacts by name, each with its trade.
pub fn contacts(desk: Desk) -> Signal<Vec<Pick<RecordId>>> {
    Signal::derive(move || {
        let words = desk.words();
        let shelf = desk.library.shelf::<Contact>();
        let pick = |(id, contact): (RecordId, std::sync::Arc<crate::data::Kept<Contact>>)| {
            let letter = &contact.letter;
            Pick { value: id, name: letter.name.clone(), detail: words.trade(letter).to_owned() }
        };
        by_name(shelf.iter().map(pick).collect())
    })
}

fn by_name(picks: Vec<Pick<RecordId>>) -> Vec<Pick<RecordId>> {
    crate::data::by_name(picks, |pick| &pick.name)
}
