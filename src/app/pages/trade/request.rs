//! What is asked: in words and photos, how soon, where, and when one can come.

use super::act::Open;
use crate::components::{FactLine, Facts, Glyph, LinkButton, Section, Status, Tone};
use crate::desk::Desk;
use crate::pages::portal::photos::DealPhotos;
use leptos::prelude::*;
use model::portal::Urgency;

/// The request; nothing where it is not here.
pub fn section(desk: Desk, open: &Open) -> AnyView {
    let said = desk.words().job();
    let Some(request) = open.deal.request.as_ref().map(|request| request.letter.clone()) else {
        return ().into_any();
    };
    let tone = match request.urgency {
        Urgency::Emergency => Tone::Bad,
        Urgency::Soon => Tone::Warn,
        Urgency::WhenItSuits => Tone::Info,
    };
    let urgency = view! { <Status tone word=(said.urgencies)(request.urgency) /> }.into_any();
    let systems: Vec<&str> = request.systems.iter().map(|system| system.name.as_str()).collect();
    let place: Vec<&str> =
        [&request.address, &request.suburb].into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    let told = [
        (said.systems, systems.join(", ")),
        (said.access, request.access.clone()),
        (said.place, place.join(", ")),
        (said.client, request.name.clone()),
    ];
    let mut lines = vec![FactLine::view(said.urgency, urgency)];
    lines.extend(told.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| FactLine::words(name, text)));
    let call = (!request.phone.is_empty()).then(|| {
        let href = format!("tel:{}", request.phone.replace(' ', ""));
        view! { <div><LinkButton label=(said.call)(&request.phone) href glyph=Glyph::PHONE /></div> }
    });
    let space = open.space;
    view! {
        <Section title=said.request>
            <div class="stack">
                {(!request.what.is_empty()).then(|| view! { <p class="trade__text">{request.what}</p> })}
                <DealPhotos space files=request.files />
                <Facts lines />
                {call}
            </div>
        </Section>
    }
    .into_any()
}
