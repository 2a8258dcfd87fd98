//! Recovery codes: how many are left, and new ones, shown this once.

use super::{back, day};
use crate::browser::{focus, page};
use crate::components::{Button, Glyph, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::{Trouble, own};
use crate::desk::use_desk;
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use wire::account::RecoveryLeft;

/// Recovery codes.
#[component]
pub(super) fn RecoveryPage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let trouble = RwSignal::new(None::<Trouble>);
    let left = RwSignal::new(None::<RecoveryLeft>);
    let (codes, busy) = (RwSignal::new(Vec::<String>::new()), RwSignal::new(false));
    leptos::task::spawn_local(async move {
        match own::recovery_left(desk).await {
            Ok(found) => drop(left.try_set(Some(found))),
            Err(wrong) => drop(trouble.try_set(Some(wrong))),
        }
    });
    let make = Callback::new(move |()| {
        busy.set(true);
        leptos::task::spawn_local(async move {
            match own::make_codes(desk).await {
                Ok(made) => {
                    trouble.try_set(None);
                    codes.try_set(made);
                    // The button that was pressed is gone.
                    focus::after_drawing(".own__codes");
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    });
    let offer = move || {
        let found = left.get()?;
        let has_some = found.made.is_some();
        let label = if has_some { said.recovery_again } else { said.recovery_make };
        Some(view! {
            <p>{said.recovery_lead}</p>
            <p role="status">{(said.recovery_left)(found.left, found.made.map(|at| day(desk, at)).as_deref())}</p>
            {(has_some && found.left > 0).then(|| view! { <p class="soft">{said.recovery_again_lead}</p> })}
            <div><Button label weight=Weight::Primary busy=busy on_press=make /></div>
        })
    };
    view! {
        <Page title=said.recovery back=back(desk) named=true class="stack stack--loose">
            <TroubleNotice trouble back="/settings/account/recovery" />
            {dynamic(move || match codes.get() {
                codes if codes.is_empty() => offer().into_any(),
                codes => view! { <Made codes /> }.into_any(),
            })}
        </Page>
    }
}

/// Codes that were made, and the ways to keep them.
#[component]
fn Made(codes: Vec<String>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let toaster = use_toaster();
    let email = desk.account.with_untracked(|account| account.as_ref().map(|account| account.email.clone()));
    let email = email.unwrap_or_default();
    let text = StoredValue::new((said.recovery_file)(&email, &codes.join("\n")));
    let copy = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            if page::copy(&text.get_value()).await {
                toaster.say(said.copied);
            }
        });
    });
    let save = Callback::new(move |()| {
        page::save_file("codessa-recovery-codes.txt", text.get_value().as_bytes(), "text/plain");
    });
    view! {
        <Notice kind=NoticeKind::Warn title=said.recovery_made body=said.recovery_made_lead />
        <p>{format!("{} · {email}", words.common().product)}</p>
        <ol class="own__codes" tabindex="-1" aria-label=said.recovery_made translate="no">{codes.into_iter().map(|code| view! { <li>{code}</li> }).collect_view()}</ol>
        <div class="actions">
            <Button label=said.save weight=Weight::Primary glyph=Glyph::DOWNLOAD on_press=save />
            <Button label=said.print glyph=Glyph::PRINTER on_press=Callback::new(|()| page::print()) />
            <Button label=said.copy glyph=Glyph::COPY on_press=copy />
        </div>
    }
}
