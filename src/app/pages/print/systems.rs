//! A system: what it is, how old against its expected life, what stands for it, where it shuts off.

use super::blocks::lines;
use super::pictures::{Picture, Pictures};
use crate::components::{Facts, Ring, Status, Tone};
use leptos::prelude::*;
use report::{State, SystemCard};

/// The system; its photo is counted in `pictures`.
pub fn card(system: &SystemCard, pictures: Pictures) -> AnyView {
    let SystemCard { name, status, ring, identity, standing, notes, shut_off } = system;
    let ring = ring.as_ref().zip(status.as_ref()).map(|(ring, status)| {
        let label = if status.reason.is_empty() { status.word } else { &status.reason };
        view! { <Ring share=ring.share text=ring.text.clone() tone=tone(status.state) label /> }
    });
    let status = status.as_ref().map(|status| {
        view! { <Status tone=tone(status.state) word=status.word /> " " <span class="soft">{status.reason.clone()}</span> }
    });
    let shut_off = shut_off.clone().map(|photo| view! { <div class="photos"><Picture photo pictures /></div> });
    view! {
        <article class="print-sheet__system">
            <header class="print-sheet__head">
                {ring}
                <div>
                    <h3>{name.clone()}</h3>
                    <p class="small">{status}</p>
                </div>
            </header>
            <div class="print-sheet__halves">
                <Facts lines=lines(identity) />
                <Facts lines=lines(standing) />
            </div>
            {(!notes.is_empty()).then(|| view! { <p class="print-sheet__notes small">{notes.clone()}</p> })}
            {shut_off}
        </article>
    }
    .into_any()
}

fn tone(state: State) -> Tone {
    match state {
        State::Good => Tone::Good,
        State::Warn => Tone::Warn,
        State::Bad => Tone::Bad,
        State::Unknown => Tone::Unknown,
    }
}
