//! A link that was made: told this once, and the ways to send it.

use super::Of;
use crate::browser::{page, qr};
use crate::components::{Button, Glyph, LinkButton, Notice, NoticeKind, QrBox, Weight};
use crate::deeds::share::Made;
use crate::desk::use_desk;
use crate::pages::use_toaster;
use leptos::prelude::*;

/// The link.
#[component]
pub(super) fn MadePart(
    /// It.
    made: Made,
    /// What it is called.
    name: String,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.share();
    let toaster = use_toaster();
    let Made { address, passcode, .. } = made;
    let of = Of::here();
    let home = match of.estate {
        Some(_) => of.name.clone(),
        None => desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default(),
    };
    let subject = (said.mail_subject)(&home);
    let copied = address.clone();
    let copy = Callback::new(move |()| {
        let address = copied.clone();
        leptos::task::spawn_local(async move {
            if page::copy(&address).await {
                toaster.say(said.copied);
            }
        });
    });
    let (title, sent) = (subject.clone(), address.clone());
    let send = Callback::new(move |()| {
        let (title, address) = (title.clone(), sent.clone());
        leptos::task::spawn_local(async move {
            // Who changed their mind needs to be told nothing.
            page::share(&title, &address).await;
        });
    });
    let mail = format!("mailto:?subject={}&body={}", page::in_address(&subject), page::in_address(&address));
    let body = if name.is_empty() { said.made_lead.to_owned() } else { format!("{name}. {}", said.made_lead) };
    view! {
        <Notice kind=NoticeKind::Info title=said.made body />
        {passcode.map(|digits| view! { <Notice kind=NoticeKind::Warn title=(said.made_passcode)(&digits) /> })}
        <p class="share__address" translate="no">{address.clone()}</p>
        <div class="actions">
            <Button label=said.copy weight=Weight::Primary glyph=Glyph::COPY on_press=copy />
            {page::can_share().then(|| view! { <Button label=said.send glyph=Glyph::SHARE_2 on_press=send /> })}
            <LinkButton label=said.mail href=mail glyph=Glyph::MAIL />
        </div>
        {qr::squares(&address).map(|squares| view! { <QrBox squares label=said.code /> })}
        <div><LinkButton label=said.title href=of.base() weight=Weight::Quiet /></div>
    }
}
