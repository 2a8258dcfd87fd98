//! What waits for a decision of a member: each sort of it is a row that leads to where it is decided.

use crate::components::{Glyph, Icon, LinkButton, Row, Rows, Section, Status, Tone, Weight, dynamic, whenever};
use crate::deeds::{contribution, portal};
use crate::desk::{Desk, use_desk};
use crate::pages::portal::trust::{Part, part};
use leptos::prelude::*;
use model::access::Action;

/// What waits; nothing before all is read, without a connection, and to who decides nothing here.
#[component]
pub fn Decisions() -> impl IntoView {
    let desk = use_desk();
    let decides = Memo::new(move |_| desk.joined() && desk.may(Action::Write) && !desk.visiting.get());
    let (sent, dealt) = (RwSignal::new(None::<usize>), RwSignal::new(None::<usize>));
    whenever(move || {
        let space = desk.space.get();
        if !decides.get() {
            return;
        }
        leptos::task::spawn_local(async move {
            // Who cannot ask the server is told nothing new: the page of what was sent says why.
            let known = sent.try_get_untracked().flatten().unwrap_or_default();
            let waiting = contribution::waiting(desk).await.unwrap_or(known);
            // Another home may have been opened meanwhile, or the page left.
            if desk.space.get_untracked() == space {
                sent.try_set(Some(waiting));
            }
        });
    });
    // Until both are known, what was known before stands.
    whenever(move || {
        if let (Some(sent), Some(dealt)) = (sent.get(), dealt.get()) {
            desk.decisions.set(sent + dealt);
        }
    });
    let count = Signal::derive(move || if desk.library.whole.get() { desk.decisions.get() } else { 0 });
    // What is in a deal is read in a module of its own, which is fetched only where there is one.
    let has_deals = Memo::new(move |_| decides.get() && portal::has_any(desk));
    let deals = move || match has_deals.get() {
        true => Some(part(Part::Waiting(dealt))),
        false => {
            dealt.set(Some(0));
            None
        }
    };
    let sent_rows = move || sent.get().filter(|sent| *sent > 0).map(|sent| sent_by_links(desk, sent));
    view! {
        <div hidden=Signal::derive(move || count.get() == 0)>
            <Section title=desk.words().outlook().decisions count>
                <Rows>
                    {dynamic(sent_rows)}
                    {dynamic(deals)}
                </Rows>
            </Section>
        </div>
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
