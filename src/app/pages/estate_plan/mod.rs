//! What the common property of a scheme will cost, who pays it, and who has to see to what.

mod duties;
mod plan;

use crate::components::{Empty, Glyph, LinkButton, Weight};
use crate::deeds::estate::OwnEstate;
use crate::desk::use_desk;
use crate::route::Draw;
use duties::DutiesPage;
use leptos::prelude::*;
use plan::PlanPage;

/// The maintenance plan.
#[lazy]
pub fn estate_plan() -> Draw {
    || view! { <PlanPage /> }.into_any()
}

/// Who sees to what, a module of its own.
#[lazy]
pub fn estate_duties() -> Draw {
    || view! { <DutiesPage /> }.into_any()
}

/// In place of a part while there is no scheme; nothing before that is known.
fn unstarted(found: RwSignal<Option<Option<OwnEstate>>>) -> Option<AnyView> {
    let is_none = found.with(|found| matches!(found, Some(None)));
    is_none.then(|| {
        let said = use_desk().words().estate();
        let action = view! { <LinkButton label=said.start href="/estate" weight=Weight::Primary /> }.into_any();
        view! { <Empty glyph=Glyph::LAYERS title=said.none text=said.none_lead action /> }.into_any()
    })
}

/// What is read of the scheme that is looked at; none before it is there.
fn of<T>(found: RwSignal<Option<Option<OwnEstate>>>, read: impl Fn(&OwnEstate) -> T) -> Option<T> {
    found.with(|found| found.as_ref()?.as_ref().map(read))
}
