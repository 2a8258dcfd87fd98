//! What both sides said: a part of the record.

use super::act::{Open, now};
use super::deal::Typed;
use super::photos::DealPhotos;
use crate::components::{AreaField, Button, Section, Weight};
use crate::desk::use_desk;
use crate::pages::field::FilesField;
use crate::pages::moment::moment;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::Message;
use model::portal::machine::{Act, may};
use model::portal::wait::is_read;

/// The messages, the oldest first, and the box for another.
#[component]
pub fn Thread(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().portal();
    let own = open.party().side();
    let lines = open.deal.messages.iter().map(|message| {
        let letter = &message.letter;
        let is_own = letter.side == own;
        let who = match (is_own, letter.name.as_str()) {
            (true, _) => said.you.to_owned(),
            (false, "") => said.them.to_owned(),
            (false, name) => name.to_owned(),
        };
        let when =
            letter.sent_at.and_then(|at| u64::try_from(at.0).ok()).map(|at| moment(desk, at)).unwrap_or_default();
        let stands = match message.place.has_arrived() {
            false => Some(said.waits),
            true => (is_own && is_read(&open.deal, message)).then_some(said.read),
        };
        let stands = stands.map(|stands| format!(" · {stands}"));
        view! {
            <li class="portal__message" class:portal__message--own=is_own>
                <p class="small soft">{who} " · " {when} {stands}</p>
                <p class="portal__said">{letter.text.clone()}</p>
                <DealPhotos space=open.dealt.space files=letter.files.clone() />
            </li>
        }
    });
    let lines: Vec<_> = lines.collect();
    let nothing = lines.is_empty().then(|| view! { <p class="soft">{said.no_messages}</p> });
    let can = !open.dealt.closed && may(Act::Say, open.deal.request_state(), open.party()).is_ok();
    let (form, space) = (open.form, open.dealt.space);
    let say = can.then(|| {
        let press = Callback::new(move |()| {
            let text = normal(&typed.message.get_untracked());
            let files = typed.photos.get_untracked();
            let message = Message { side: own, text, files, sent_at: now(), ..Message::default() };
            open.write(desk, &message, "", move || {
                typed.message.set(String::new());
                typed.photos.set(Vec::new());
            });
        });
        view! {
            <AreaField label=said.say value=typed.message error=form.error("text") />
            <FilesField label=said.photos files=typed.photos form photos_only=true deal=space />
            <p><Button label=said.say_it weight=Weight::Primary busy=form.busy() on_press=press /></p>
        }
    });
    view! { <Section title=said.messages>{nothing}<ol class="portal__lines">{lines}</ol>{say}</Section> }
}
