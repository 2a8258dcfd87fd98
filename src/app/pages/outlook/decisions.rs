//! What waits for a decision of a member: each sort of it is a row that leads to where it is decided.

use crate::components::{Glyph, Icon, LinkButton, Row, Rows, Section, Status, Tone, Weight, When, dynamic, whenever};
use crate::deeds::contribution;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::access::Action;

/// What waits; nothing before all is read, without a connection, and to who decides nothing here.
#[component]
pub fn Decisions() -> impl IntoView {
    let desk = use_desk();
    let decides = Memo::new(move |_| desk.joined() && desk.may(Action::Write) && !desk.visiting.get());
    whenever(move || {
        let space = desk.space.get();
        if !decides.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            // Who cannot ask the server is told nothing: the page of what was sent says why.
            let Ok(waiting) = contribution::waiting(desk).await else { return };
            // Another home may have been opened meanwhile.
            if desk.space.get_untracked() == space {
                desk.decisions.set(waiting);
            }
        });
    });
    let count = Signal::derive(move || if desk.library.whole.get() { desk.decisions.get() } else { 0 });
    view! {
        <When is=Signal::derive(move || count.get() != 0)>
            <Section title=desk.words().outlook().decisions count>
                <Rows>{dynamic(move || sent_by_links(desk, count.get()))}</Rows>
            </Section>
        </When>
    }
}

/// What was sent by links and labels.
fn sent_by_links(desk: Desk, count: usize) -> AnyView {
    let said = desk.words().outlook();
    let lead = view! { <Icon glyph=Glyph::MAIL /> }.into_any();
    let text = view! { <Status tone=Tone::Warn word=said.waits /> }.into_any();
    let look = view! { <LinkButton label=said.decide href="/shares/sent" weight=Weight::Small /> }.into_any();
    view! { <Row title=(said.sent)(count) href="/shares/sent" lead text actions=look /> }.into_any()
}
