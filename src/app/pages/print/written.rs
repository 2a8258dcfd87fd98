//! The report that the page draws, part by part, so that a part that stays the same is not drawn anew.

use super::held::Held;
use crate::deeds::portal;
use crate::desk::Desk;
use leptos::prelude::*;
use model::access::deal::provides;
use model::portal::Deal;
use report::{Cover, LeftOut, Maker, Part, Section, Wish, write};
use std::cmp::Reverse;
use std::sync::Arc;

/// A report.
#[derive(Clone, PartialEq)]
pub struct Written {
    /// What stands first.
    pub cover: Cover,
    /// What it leaves out.
    pub left_out: LeftOut,
    /// Its sections, in the order in which they are read.
    pub sections: Vec<Arc<Section>>,
}

impl Written {
    /// One of its sections; none if it is not in it.
    pub fn section(&self, part: Part) -> Option<Arc<Section>> {
        self.sections.iter().find(|section| section.part == part).cloned()
    }
}

/// The report of the open home that is wished for.
pub fn written(desk: Desk, wish: Memo<Wish>) -> Memo<Written> {
    // Also what is left out is told.
    let deals = LocalResource::new(move || {
        desk.deals.track();
        let has_any = !desk.visiting.get() && portal::has_any(desk);
        async move { if has_any { print_deals(desk).await } else { Vec::new() } }
    });
    Memo::new(move |_| {
        let held = Held::of(desk).with_deals(deals.get().unwrap_or_default());
        let account = desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
        let maker = Maker { words: desk.words(), today: desk.today(), account };
        let report = wish.with(|wish| write(&held.home(), wish, &maker));
        let sections = report.sections.into_iter().map(Arc::new).collect();
        Written { cover: report.cover, left_out: report.left_out, sections }
    })
}

/// The deals of the open home, the latest first, read by a module of its own: most homes have none. What cannot be read now is not told of.
#[lazy]
pub async fn print_deals(desk: Desk) -> Vec<Deal> {
    let all = portal::deals(desk).await.unwrap_or_default();
    let own = all.iter().filter(|dealt| !provides(dealt.role));
    let mut deals: Vec<Deal> = own.map(|dealt| Deal::of(&dealt.records)).collect();
    deals.sort_by_key(|deal| Reverse(deal.request.as_ref().map(|request| (request.at, request.id))));
    deals
}
