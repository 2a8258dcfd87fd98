//! Ways to send a text to somebody: copied, by WhatsApp, by mail.

use super::use_toaster;
use crate::browser::page;
use crate::components::{Button, Glyph, LinkButton, Weight};
use leptos::prelude::*;

/// What the ways are called.
#[derive(Clone, Copy)]
pub struct Ways {
    /// Copies it.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Opens WhatsApp with it.
    pub whatsapp: &'static str,
    /// Opens the mail program with it.
    pub mail: &'static str,
}

/// The buttons.
#[component]
pub fn Send(
    /// What they are called.
    ways: Ways,
    /// To which telephone number; empty where none is known.
    phone: String,
    /// To which address for mail; empty where none is known.
    email: String,
    /// Over the mail.
    subject: String,
    /// What is sent.
    text: String,
    /// What is copied; the text where nothing else is said.
    #[prop(optional, into)]
    copied: Option<String>,
) -> impl IntoView {
    let toaster = use_toaster();
    let body = page::in_address(&text);
    let whatsapp = format!("https://wa.me/{}?text={body}", international(&phone));
    let mail = format!("mailto:{email}?subject={}&body={body}", page::in_address(&subject));
    let copied = copied.unwrap_or(text);
    let copy = Callback::new(move |()| {
        let text = copied.clone();
        leptos::task::spawn_local(async move {
            if page::copy(&text).await {
                toaster.say(ways.copied);
            }
        });
    });
    view! {
        <p class="actions paperless">
            <Button label=ways.copy glyph=Glyph::COPY weight=Weight::Primary on_press=copy />
            <LinkButton label=ways.whatsapp href=whatsapp glyph=Glyph::SHARE_2 />
            <LinkButton label=ways.mail href=mail glyph=Glyph::MAIL />
        </p>
    }
}

/// A telephone number as it stands in an address: digits only, a leading nought as South Africa's 27.
fn international(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) if !phone.trim_start().starts_with('+') => format!("27{rest}"),
        _ => digits,
    }
}
