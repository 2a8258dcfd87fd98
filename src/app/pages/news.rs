//! What the person should know on whichever page they are.

use crate::components::{Button, LinkButton, Notice, NoticeKind, When, dynamic};
use crate::deeds::attach;
use crate::desk::use_desk;
use crate::route::Draw;
use leptos::prelude::*;

/// All there is to be known. In the module of [`crate::deeds::later`], because it tells of modules that cannot be fetched.
#[lazy]
pub fn engine_news() -> Draw {
    || view! { <News /> }.into_any()
}

#[component]
fn News() -> impl IntoView {
    let desk = use_desk();
    view! {
        <When is=Signal::derive(move || desk.update_ready.get())>
            <Notice
                kind=NoticeKind::Info
                title=desk.words().news().update_ready
                actions=view! {
                    <Button label=desk.words().news().update_now on_press=Callback::new(move |()| leptos::task::spawn_local(crate::pwa::update::apply())) />
                }.into_any()
            />
        </When>
        {dynamic(move || desk.missing.get().map(|missing| {
            let words = desk.words();
            let (title, word) = match missing.gone {
                true => (words.news().page_gone, words.news().reload),
                false => (words.news().page_missing, words.common().retry),
            };
            let again = move |()| match desk.missing.try_update(Option::take).flatten() {
                Some(missing) if !missing.gone => missing.retry(),
                _ => crate::browser::page::reload(),
            };
            let actions = view! { <Button label=word on_press=Callback::new(again) /> }.into_any();
            view! { <Notice kind=NoticeKind::Warn title actions /> }
        }))}
        {dynamic(move || desk.store_gone.get().map(|cleared| {
            let words = desk.words();
            let title = if cleared { words.device().cleared } else { words.device().newer_tab };
            let reload = view! { <Button label=words.news().reload on_press=Callback::new(move |()| crate::browser::page::reload()) /> };
            view! { <Notice kind=NoticeKind::Refused title actions=reload.into_any() /> }
        }))}
        <When is=Signal::derive(move || !desk.keeps.get())>
            <Notice kind=NoticeKind::Warn title=desk.words().device().unavailable />
        </When>
        <When is=Signal::derive(move || desk.sign_in_again.get())>
            <Notice
                kind=NoticeKind::Warn
                title=desk.words().trouble().sign_in
                actions=view! { <LinkButton label=desk.words().frame().sign_in_again href="/sign-in" /> }.into_any()
            />
        </When>
        {dynamic(move || desk.lost.get().map(|name| view! { <Notice kind=NoticeKind::Warn title=(desk.words().news().lost)(&name) /> }))}
        {dynamic(move || desk.asks_upload.get().map(|bytes| {
            let words = desk.words();
            let send = Callback::new(move |()| attach::upload_now(desk));
            view! {
                <Notice
                    kind=NoticeKind::Info
                    title=(words.news().asks_upload)(&words.bytes(bytes))
                    actions=view! { <Button label=words.news().upload_now on_press=send /> }.into_any()
                />
            }
        }))}
    }
}
