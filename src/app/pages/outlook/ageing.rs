//! Systems past or near the end of their life.

use crate::components::{Ring, Row, Rows, Section, Tone, When, dynamic};
use crate::data::{Kept, ageing};
use crate::desk::use_desk;
use crate::pages::home::allowed;
use leptos::prelude::*;
use model::access::Action;
use model::health::Reason;
use model::life::{Age, Life, Stage};
use model::system::System;
use std::sync::Arc;

/// Systems under "near the end of their life".
const AGEING_MAX: usize = 5;

/// Systems past or near the end of their life, with the reason and where it comes from.
#[component]
pub fn Ageing() -> impl IntoView {
    let desk = use_desk();
    let found = Memo::new(move |_| ageing(&desk.library, desk.today()));
    let rows = move || {
        let words = desk.words();
        let row = |(system, age, life): (Arc<Kept<System>>, Age, Life)| {
            let tone = if age.stage == Stage::Past { Tone::Bad } else { Tone::Warn };
            let reason = words.age_reason(Some(age), Some(life));
            let source = (words.choice().source)(life.source);
            let lead =
                view! { <Ring share=age.of_life_percent text=age.years.to_string() tone label=reason.clone() /> }
                    .into_any();
            let text = view! { {reason} <span class="unseen">" " {source}</span> }.into_any();
            let plan = allowed(
                desk,
                Action::Write,
                (words.health().step)(Reason::Old { percent: 0, is_due: true }),
                format!("/tasks/new?system={}", system.id),
            );
            view! { <Row title=system.letter.name.clone() href=format!("/systems/{}", system.id) lead text actions=plan /> }
        };
        found.get().into_iter().take(AGEING_MAX).map(row).collect_view()
    };
    view! {
        <When is=Signal::derive(move || !found.with(Vec::is_empty))>
            <Section title=desk.words().outlook().ageing more=(desk.words().outlook().all_systems.to_owned(), "/systems".to_owned())>
                <Rows>{dynamic(rows)}</Rows>
            </Section>
        </When>
    }
}
