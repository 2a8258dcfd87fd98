//! The link of a provider, told once, and the ways to give it.

use crate::components::Section;
use crate::desk::use_desk;
use crate::pages::send::{Send, Ways};
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
    let ways = Ways { copy: said.copy, copied: said.copied, whatsapp: said.whatsapp, mail: said.mail };
    let text = (said.greeting)(&title, &link);
    let Contact { name, phone, email, .. } = contact;
    view! {
        <Section title=(said.link_of)(&name)>
            <p class="portal__link">{link.clone()}</p>
            <Send ways phone email subject=title text copied=link />
        </Section>
    }
}
