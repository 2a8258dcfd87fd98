//! The link of a deal, which can be renewed, and the end of the deal.

use super::super::act::Open;
use super::super::deal::Typed;
use super::super::link::LinkSection;
use crate::components::{Button, Glyph, Section, Weight, dynamic};
use crate::deeds::portal as deeds;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::access::Action;
use model::access::deal::may;
use model::contact::Contact;

/// The section; nothing for who may do neither.
#[component]
pub fn Ends(open: Open, typed: Typed) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().trust();
    let request = open.deal.request.as_ref().map(|request| request.letter.clone());
    let Some(request) = request.filter(|_| !open.dealt.closed && may(open.dealt.role, Action::Deal)) else {
        return ().into_any();
    };
    let (form, toaster, space) = (open.form, open.toaster, open.dealt.space);
    let known = request.contact.and_then(|id| untrack(|| desk.library.find::<Contact>(id)));
    let contact = known.map(|contact| contact.letter.clone());
    let contact = contact.unwrap_or_else(|| Contact { name: request.provider.clone(), ..Contact::default() });
    let name = contact.name.clone();
    let renew = Callback::new(move |()| {
        let name = name.clone();
        form.run(async move { deeds::renew_link(desk, space, &name).await }, move |link| typed.link.set(link));
    });
    let made = move || {
        let link = typed.link.get();
        let (contact, title) = (contact.clone(), request.title.clone());
        (!link.is_empty()).then(|| view! { <LinkSection contact title link /> })
    };
    let ask = Callback::new(move |()| typed.ending.set(true));
    let stay = Callback::new(move |()| typed.ending.set(false));
    let end = Callback::new(move |()| {
        form.run(async move { deeds::end(desk, space).await }, move |()| toaster.say(said.ended));
    });
    let ending = move || match typed.ending.get() {
        false => view! { <p><Button label=said.end weight=Weight::Quiet glyph=Glyph::X on_press=ask /></p> }.into_any(),
        true => view! {
            <p>{said.end_lead}</p>
            <p class="actions">
                <Button label=said.end weight=Weight::Danger glyph=Glyph::X busy=form.busy() on_press=end />
                <Button label=desk.words().common().cancel weight=Weight::Quiet on_press=stay />
            </p>
        }
        .into_any(),
    };
    view! {
        <Section title=said.link>
            <p class="soft">{said.link_lead}</p>
            <p><Button label=said.renew glyph=Glyph::REPEAT busy=form.busy() on_press=renew /></p>
            {dynamic(made)}
            {dynamic(ending)}
        </Section>
    }
    .into_any()
}
