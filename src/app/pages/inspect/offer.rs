//! The checklists that a home can walk: those of the catalogue for which it has something, and its own.

use crate::deeds::inspection::{self, Walked};
use crate::desk::Desk;
use leptos::prelude::*;
use model::catalogue::UsualSource;
use model::checklist::{Checklist, Checklists, Look};
use model::system::{System, SystemType};
use model::{Date, RecordId};

/// A checklist that can be walked.
#[derive(Clone, PartialEq)]
pub struct Offer {
    /// Its key in the catalogue, or the id of the home's own.
    pub key: String,
    /// The record, of one of the home's own.
    pub own: Option<RecordId>,
    /// It.
    pub list: Checklist,
    /// Where its interval comes from, of one of the catalogue.
    pub source: Option<UsualSource>,
    /// When it was walked last.
    pub last: Option<Date>,
    /// By when it is walked next.
    pub next: Option<Date>,
}

/// All of them: the catalogue's first, each in its order.
pub fn offered(desk: Desk, usual: Option<&Checklists>) -> Vec<Offer> {
    let done = inspection::all(desk);
    let today = desk.today();
    let offer = |key: String, own: Option<RecordId>, list: Checklist, source: Option<UsualSource>| {
        let last = done.iter().find(|(_, done)| done.checklist == key).and_then(|(_, done)| done.on);
        let next = list.next(last, today);
        Offer { key, own, list, source, last, next }
    };
    let of_catalogue =
        usual.iter().flat_map(|usual| &usual.checklists).filter(|usual| !points(desk, &usual.list).is_empty());
    let of_catalogue =
        of_catalogue.map(|usual| offer(usual.key.clone(), None, usual.list.clone(), Some(usual.source.clone())));
    let own = inspection::own(desk).into_iter().map(|(id, list)| offer(id.to_string(), Some(id), list, None));
    of_catalogue.chain(own).collect()
}

/// The points of a list at this home: one for each system that it belongs to, none where there is no such system.
pub fn points(desk: Desk, list: &Checklist) -> Vec<(Look, Walked)> {
    list.points.iter().flat_map(|look| of_look(desk, look)).collect()
}

fn of_look(desk: Desk, look: &Look) -> Vec<(Look, Walked)> {
    let walked =
        |title: String, system| (look.clone(), Walked { title, system, severity: look.severity, ..Walked::default() });
    let Some(sort) = look.sort else { return vec![walked(look.title.clone(), None)] };
    let systems = of_sort(desk, sort);
    let is_one = systems.len() == 1;
    let point = |(id, name): (RecordId, String)| {
        let title = if is_one { look.title.clone() } else { format!("{} · {name}", look.title) };
        walked(title, Some(id))
    };
    systems.into_iter().map(point).collect()
}

fn of_sort(desk: Desk, sort: SystemType) -> Vec<(RecordId, String)> {
    let shelf = untrack(|| desk.library.shelf::<System>());
    let systems = shelf.iter().filter(|(_, system)| system.letter.sort == sort && system.letter.in_use());
    systems.map(|(id, system)| (id, system.letter.name.clone())).collect()
}
