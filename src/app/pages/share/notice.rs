//! Whether something was sent by the links of the home, and waits.

use super::sent::waits;
use crate::components::{Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Weight, dynamic};
use crate::deeds::contribution;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;
use wire::contribution::Contribution;

/// Says on the page of links that something waits; nothing where nothing does, or the server cannot be asked.
#[lazy]
pub fn shares_notice() -> Draw {
    || view! { <SentNotice /> }.into_any()
}

#[component]
fn SentNotice() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.sent();
    let found = RwSignal::new(Vec::new());
    leptos::task::spawn_local(async move {
        // The list of links says what is wrong, if anything is.
        if let Ok(all) = contribution::list(desk).await {
            found.try_set(all);
        }
    });
    dynamic(move || {
        let (all, waiting) =
            found.with(|all: &Vec<Contribution>| (all.len(), all.iter().filter(|one| waits(one)).count()));
        if waiting > 0 {
            let look = view! { <LinkButton label=said.look href="/shares/sent" weight=Weight::Primary /> }.into_any();
            let title = (said.waiting_for_you)(waiting);
            return Some(view! { <Notice kind=NoticeKind::Warn title actions=look /> }.into_any());
        }
        let lead = || view! { <Icon glyph=Glyph::MAIL /> }.into_any();
        let end = || view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
        (all > 0).then(|| {
            view! { <Rows><Row title=said.title href="/shares/sent" lead=lead() end=end() /></Rows> }.into_any()
        })
    })
}
