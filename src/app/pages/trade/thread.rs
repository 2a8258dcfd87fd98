//! What both sides said, and a box for more. Looking at it marks it as read.

use super::act::{Open, now};
use super::photos::PhotosField;
use crate::browser::random;
use crate::components::{AreaField, Button, Glyph, Section, Weight, dynamic, whenever};
use crate::deeds::Change;
use crate::deeds::portal as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::portal::photos::DealPhotos;
use leptos::prelude::*;
use model::canonical::normal;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::deal::Kept;
use model::portal::wait::{is_read, unread};
use model::portal::{Deal, Message, Seen, Side};
use model::{FileRef, SpaceId};

/// The messages of a job.
#[component]
pub fn Thread(
    /// The job, as it changes.
    open: Signal<Option<Open>>,
    /// Its space.
    space: SpaceId,
    /// What is being typed.
    text: RwSignal<String>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let form = Form::new();
    let files = RwSignal::new(Vec::<FileRef>::new());
    whenever(move || {
        if let Some(Open { space, deal, closed: false, .. }) = open.get() {
            mark(desk, space, &deal);
        }
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(open) = open.get_untracked() else { return };
        let name = open.deal.quotes.last().map(|quote| quote.letter.provider.name.clone()).unwrap_or_default();
        let message = Message {
            side: Side::Provider,
            text: normal(&text.get_untracked()),
            files: files.get_untracked(),
            name,
            sent_at: now(),
            ..Message::default()
        };
        open.write(form, desk, &message, move || {
            text.set(String::new());
            files.set(Vec::new());
        });
    };
    let told = move || {
        let open = open.get()?;
        if open.deal.messages.is_empty() {
            return Some(view! { <p class="soft">{said.no_messages}</p> }.into_any());
        }
        let all = open.deal.messages.iter().map(|message| one(desk, &open, message)).collect_view();
        Some(view! { <ol class="trade__thread">{all}</ol> }.into_any())
    };
    view! {
        <Section title=said.messages>
            <div class="stack">
                {dynamic(told)}
                <form class="stack stack--tight" on:submit=send>
                    <AreaField label=said.message value=text error=form.error("text") />
                    <PhotosField label=said.photos space files />
                    <div><Button label=said.send glyph=Glyph::MAIL weight=Weight::Primary submit=true busy=form.busy() /></div>
                </form>
            </div>
        </Section>
    }
}

fn one(desk: Desk, open: &Open, message: &Kept<Message>) -> AnyView {
    let words = desk.words();
    let said = words.job();
    let letter = &message.letter;
    let (who, class) = match letter.side {
        Side::Provider => (said.you, "trade__said trade__said--own"),
        Side::Client => (said.they, "trade__said"),
    };
    let day = letter.sent_at.map(|at| words.day(at.date(HOME_AHEAD_MINUTES)));
    let read = (letter.side == Side::Provider && is_read(&open.deal, message)).then(|| format!(" · {}", said.read));
    let space = open.space;
    view! {
        <li class=class>
            <p class="small soft">{who} " " {day} {read}</p>
            <p class="trade__text">{letter.text.clone()}</p>
            <DealPhotos space files=letter.files.clone() />
        </li>
    }
    .into_any()
}

/// Notes how far the provider has read, where there is something new.
fn mark(desk: Desk, space: SpaceId, deal: &Deal) {
    if unread(deal, Side::Provider) == 0 {
        return;
    }
    let rev = deal.messages.iter().map(|message| message.place.rev()).max().unwrap_or(0).cast_signed();
    let after = Seen { side: Side::Provider, rev, at: now() };
    let change = match deal.seen.iter().find(|seen| seen.letter.side == Side::Provider) {
        Some(seen) => Change::between(seen.id, &seen.letter, &after),
        None => Some(Change::new(random::record_id(), &after)),
    };
    leptos::task::spawn_local(async move {
        // A mark that cannot be kept is made the next time.
        let _ = deeds::write(desk, space, change.into_iter().collect()).await;
    });
}
