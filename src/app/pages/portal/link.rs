//! The link of a provider, told once, and the ways to give it.

use crate::browser::page;
use crate::components::{Button, Glyph, LinkButton, Section, Weight};
use crate::desk::use_desk;
use crate::pages::use_toaster;
use leptos::prelude::*;
use model::contact::Contact;

/// The section of a link.
#[component]
pub fn LinkSection(
    /// Whom it is for.
    contact: Contact,
    /// What was asked.
    title: String,
    /// Its address.
    link: String,
) -> impl IntoView {
    let said = use_desk().words().portal();
    let toaster = use_toaster();
    let text = (said.greeting)(&title, &link);
    let whatsapp = format!("https://wa.me/{}?text={}", international(&contact.phone), page::in_address(&text));
    let (subject, body) = (page::in_address(&title), page::in_address(&text));
    let mail = format!("mailto:{}?subject={subject}&body={body}", contact.email);
    let copied = link.clone();
    let copy = Callback::new(move |()| {
        let link = copied.clone();
        leptos::task::spawn_local(async move {
            if page::copy(&link).await {
                toaster.say(said.copied);
            }
        });
    });
    view! {
        <Section title=(said.link_of)(&contact.name)>
            <p class="portal__link">{link}</p>
            <p class="actions">
                <Button label=said.copy glyph=Glyph::COPY weight=Weight::Primary on_press=copy />
                <LinkButton label=said.whatsapp href=whatsapp glyph=Glyph::SHARE_2 />
                <LinkButton label=said.mail href=mail glyph=Glyph::MAIL />
            </p>
        </Section>
    }
}

/// A telephone number as it stands in an address: digits only, a leading nought as South Africa's 27.
pub fn international(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) if !phone.trim_start().starts_with('+') => format!("27{rest}"),
        _ => digits,
    }
}
