//! Inviting the owner of a unit: a link that is told once, and the ways to send it.

use super::Watched;
use super::unit::Known;
use crate::browser::qr;
use crate::components::{Button, More, Notice, NoticeKind, QrBox, TextField, Weight, dynamic};
use crate::deeds::{Trouble, estate_units as deeds};
use crate::desk::use_desk;
use crate::pages::send::{Send, Ways};
use leptos::prelude::*;
use wire::estate::LogbookInvited;

/// Makes the link; by mail it is sent at once where an address is given.
#[component]
pub(super) fn Invite(one: Memo<Option<Known>>, found: Watched, trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let said = use_desk().words().estate_units();
    let email = RwSignal::new(
        one.with_untracked(|one| one.as_ref().map(|one| one.unit.owner_email.clone())).unwrap_or_default(),
    );
    let busy = RwSignal::new(false);
    let made = RwSignal::new(None::<LogbookInvited>);
    let invite = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(id) = one.with_untracked(|one| one.as_ref().map(|one| one.id)) else { return };
        let Some(space) = found.with_untracked(|found| found.as_ref()?.as_ref().map(|estate| estate.space)) else {
            return;
        };
        let email = email.get_untracked();
        busy.set(true);
        leptos::task::spawn_local(async move {
            match deeds::invite(space, id, &email).await {
                Ok(invited) => drop(made.try_set(Some(invited))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <More summary=said.invite>
            <form class="form" novalidate on:submit=invite>
                <p class="soft">{said.invite_lead}</p>
                <TextField label=said.invite_email optional=use_desk().words().common().optional value=email kind="email" />
                <div><Button label=said.invite_make weight=Weight::Primary submit=true busy /></div>
            </form>
            {dynamic(move || made.get().map(|made| view! { <Made one made /> }))}
        </More>
    }
}

#[component]
fn Made(one: Memo<Option<Known>>, made: LogbookInvited) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let ways = Ways { copy: said.copy, copied: said.copied, whatsapp: said.whatsapp, mail: said.mail };
    let LogbookInvited { link, expires } = made;
    let unit = one.with_untracked(|one| one.as_ref().map(|one| one.unit.clone())).unwrap_or_default();
    let text = (said.invite_text)(&(said.unit)(&unit.number), &link);
    let squares = qr::squares(&link);
    view! {
        <Notice kind=NoticeKind::Info title=(said.invited)(&words.day(expires.date(120))) />
        <p class="share__address" translate="no">{link.clone()}</p>
        <Send ways phone=unit.owner_phone email=unit.owner_email subject=said.invite.to_owned() text copied=link />
        {squares.map(|squares| view! { <QrBox squares label=said.code /> })}
    }
}
