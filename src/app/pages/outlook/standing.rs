//! How the home stands, and why.

use crate::components::{Section, When, dynamic};
use crate::desk::use_desk;
use crate::pages::health::{causes, of_home, ring, standing};
use leptos::prelude::*;
use model::health::State;
use model::health::weight::ceiling;

/// Reasons that are told; the page has all.
const REASONS_MAX: usize = 3;

/// The score of the home and what costs it most; nothing before all is read, and to who was given only a part of it.
#[component]
pub fn Standing() -> impl IntoView {
    let desk = use_desk();
    let health = Memo::new(move |_| {
        let is_told = desk.library.whole.get() && !desk.visiting.get();
        is_told.then(|| of_home(desk)).filter(|health| !health.systems.is_empty())
    });
    let shown = move || {
        let said = desk.words().health();
        health.get().map(|health| {
            let mut worst = health.causes();
            worst.truncate(REASONS_MAX);
            let untold = (health.health.state() == State::Untold).then(|| view! { <p class="soft">{said.untold}</p> });
            let held = health.held_by.map(|severity| (said.held)(severity, ceiling(severity)));
            view! {
                <div class="line">{ring(desk, health.health, false)} <p>{standing(desk, health.health)}</p></div>
                {held.map(|held| view! { <p class="small">{held}</p> })}
                {untold}
                {causes(desk, &worst)}
            }
        })
    };
    view! {
        <When is=Signal::derive(move || health.with(Option::is_some))>
            <Section title=desk.words().health().of_home more=(desk.words().health().all.to_owned(), "/health".to_owned())>
                {dynamic(shown)}
            </Section>
        </When>
    }
}
