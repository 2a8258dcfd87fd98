//! What has not reached the server: what waits and why, what was refused and why, and what can be done.

use super::settings::save_unsent;
use crate::components::{
    Button, Glyph, Icon, LinkButton, Notice, NoticeKind, Row, Rows, Section, StatusMark, Tone, Weight, When, dynamic,
    whenever,
};
use crate::deeds::refusal;
use crate::deeds::unsent;
use crate::desk::{Desk, use_desk};
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use model::SpaceId;
use sync::Queued;
use wire::push::Outcome;

/// Unsent changes.
#[lazy]
pub fn unsent() -> Draw {
    || view! { <UnsentPage /> }.into_any()
}

#[component]
fn UnsentPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let all = Memo::new(move |_| unsent::list(desk));
    let refused =
        move || all.with(|all| all.iter().filter(|queued| queued.refused.is_some()).cloned().collect::<Vec<_>>());
    let waiting =
        move || all.with(|all| all.iter().filter(|queued| queued.refused.is_none()).cloned().collect::<Vec<_>>());
    let state = move || match (all.with(Vec::is_empty), desk.joined(), desk.online.get()) {
        (true, true, _) => view! { <Notice kind=NoticeKind::Info title=words.account().unsent_none /> }.into_any(),
        (_, false, _) => {
            let keep =
                view! { <LinkButton label=words.outlook().keep_action href="/sign-in" glyph=Glyph::CLOUD_UPLOAD /> };
            view! { <Notice kind=NoticeKind::Info title=words.account().unsent_device_only actions=keep.into_any() /> }
                .into_any()
        }
        (false, true, false) => {
            view! { <Notice kind=NoticeKind::Info title=words.frame().offline body=words.account().unsent_waiting /> }
                .into_any()
        }
        _ => ().into_any(),
    };
    let discard = Callback::new(move |queued: Queued| {
        leptos::task::spawn_local(async move {
            match unsent::discard(desk, queued.edit.key).await {
                Ok(()) => toaster.say(words.account().let_gone),
                Err(trouble) => toaster.say(trouble.told(words)),
            }
        });
    });
    let again = Callback::new(move |queued: Queued| {
        leptos::task::spawn_local(async move {
            if let Err(trouble) = unsent::again(desk, &queued).await {
                toaster.say(trouble.told(words));
            }
        });
    });
    let refused_row = move |queued: Queued| {
        let reason = match queued.refused.as_ref().map(sync::Refusal::outcome) {
            Some(Outcome::Refused { code, faults }) => refusal(words, code, &faults),
            _ => String::new(),
        };
        let (once, gone) = (queued.clone(), queued.clone());
        let actions = view! {
            <Button label=words.common().retry weight=Weight::Small on_press=Callback::new(move |()| again.run(once.clone())) />
            <Button label=words.account().let_go weight=Weight::Small on_press=Callback::new(move |()| discard.run(gone.clone())) />
        };
        let lead = view! { <StatusMark tone=Tone::Bad /> };
        view! { <Row title=name(desk, &queued) lead=lead.into_any() text=reason.into_any() actions=actions.into_any() /> }
    };
    let waiting_row = move |queued: Queued| {
        let day = model::Instant(queued.edit.stamp.at_ms.cast_signed()).date(120);
        view! { <Row title=name(desk, &queued) lead=view! { <Icon glyph=Glyph::CLOUD_UPLOAD /> }.into_any() text=words.day(day).into_any() /> }
    };
    view! {
        <Page title=words.account().unsent named=true back=("/settings".to_owned(), words.common().back.to_owned()) class="stack stack--loose">
            {state}
            <When is=Signal::derive(move || !refused().is_empty())>
                <Section title=words.account().refused count=Signal::derive(move || refused().len())>
                    <Rows>{dynamic(move || refused().into_iter().map(refused_row).collect_view())}</Rows>
                </Section>
            </When>
            <When is=Signal::derive(move || !waiting().is_empty())>
                <Section title=words.account().waiting count=Signal::derive(move || waiting().len())>
                    <Rows>{dynamic(move || waiting().into_iter().map(waiting_row).collect_view())}</Rows>
                </Section>
            </When>
            {left(desk)}
            <When is=Signal::derive(move || !all.with(Vec::is_empty))>
                <div class="actions">
                    <Button label=words.account().save_file glyph=Glyph::DOWNLOAD on_press=Callback::new(move |()| save_unsent(desk, toaster)) />
                </div>
            </When>
        </Page>
    }
}

/// What was not sent before its writer was taken off a job or out of a firm: it stays here until it is let go, and can be saved to a file.
fn left(desk: Desk) -> impl IntoView {
    let words = desk.words();
    let toaster = use_toaster();
    let found = RwSignal::new(Vec::new());
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            found.try_set(unsent::left(desk).await.unwrap_or_default());
        });
    });
    let forget = Callback::new(move |space| {
        leptos::task::spawn_local(async move {
            match unsent::forget(desk, space).await {
                Ok(()) => toaster.say(words.account().let_gone),
                Err(trouble) => toaster.say(trouble.told(words)),
            }
        });
    });
    let space_rows = move |(space, outbox): (SpaceId, Vec<Queued>)| {
        let row = |queued: Queued| {
            let day = model::Instant(queued.edit.stamp.at_ms.cast_signed()).date(120);
            view! { <Row title=name(desk, &queued) lead=view! { <StatusMark tone=Tone::Bad /> }.into_any() text=words.day(day).into_any() /> }
        };
        let rows = outbox.into_iter().map(row).collect_view();
        view! {
            <Notice kind=NoticeKind::Warn title=words.account().left body=words.account().left_lead />
            <Rows>{rows}</Rows>
            <div class="actions">
                <Button label=words.account().save_file glyph=Glyph::DOWNLOAD on_press=Callback::new(move |()| save_unsent(desk, toaster)) />
                <Button label=words.account().let_go weight=Weight::Quiet on_press=Callback::new(move |()| forget.run(space)) />
            </div>
        }
        .into_any()
    };
    move || found.get().into_iter().map(space_rows).collect_view()
}

/// What a change is called: by the name or title it carries, else by its kind.
fn name(desk: Desk, queued: &Queued) -> String {
    let fields = queued.edit.fields.open();
    let carried = ["title", "name"].iter().find_map(|field| fields.get(*field)?.as_str().map(str::to_owned));
    carried.unwrap_or_else(|| (desk.words().account().change_of)(&queued.edit.kind))
}
