//! The report that the page draws, part by part, so that a part that stays the same is not drawn anew.

use super::held::Held;
use crate::desk::Desk;
use leptos::prelude::*;
use report::{Cover, LeftOut, Maker, Part, Section, Wish, write};
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
    Memo::new(move |_| {
        let held = Held::of(desk);
        let account = desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
        let maker = Maker { words: desk.words(), today: desk.today(), account };
        let report = wish.with(|wish| write(&held.home(), wish, &maker));
        let sections = report.sections.into_iter().map(Arc::new).collect();
        Written { cover: report.cover, left_out: report.left_out, sections }
    })
}
