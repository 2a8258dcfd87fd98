//! Closing the account: what goes, what goes on without the person, what to take along, and the last word.

use super::back;
use crate::browser::page;
use crate::components::{Button, Glyph, Icon, Notice, NoticeKind, Row, Rows, Section, TextField, Weight, dynamic};
use crate::deeds::{Trouble, account, home, own, unsent};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::SpaceId;
use model::access::Sort;
use wire::closing::{Closing, ClosingHome};

/// Closing the account.
#[component]
pub(super) fn ClosePage() -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let trouble = RwSignal::new(None::<Trouble>);
    let found = RwSignal::new(None::<(Closing, usize)>);
    leptos::task::spawn_local(async move {
        match read(desk).await {
            Ok(read) => drop(found.try_set(Some(read))),
            Err(wrong) => drop(trouble.try_set(Some(wrong))),
        }
    });
    view! {
        <Page title=said.close back=back(desk) named=true class="stack stack--loose">
            <p>{said.close_lead}</p>
            {dynamic(move || found.get().map(|(closing, unsent)| view! { <Going closing unsent /> }))}
            <TroubleNotice trouble back="/settings/account/close" />
            {dynamic(move || found.with(Option::is_some).then(|| view! { <Confirm trouble /> }))}
        </Page>
    }
}

async fn read(desk: Desk) -> Result<(Closing, usize), Trouble> {
    Ok((own::closing(desk).await?, own::unsent(desk).await?))
}

/// What is unsent, what is erased, what goes on.
#[component]
fn Going(closing: Closing, unsent: usize) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let (stays, erased): (Vec<_>, Vec<_>) = closing.homes.into_iter().partition(|home| home.heir.is_some());
    let (some_stay, others) = (!stays.is_empty(), (said.close_others)(closing.leaves, closing.links));
    let rows = move |homes: Vec<ClosingHome>| homes.into_iter().map(|home| row(desk, home)).collect_view();
    view! {
        {(unsent > 0).then(|| view! { <Unsent unsent /> })}
        <Section title=said.close_erased>
            {if erased.is_empty() {
                view! { <p class="section__note">{said.close_nothing}</p> }.into_any()
            } else {
                view! { <Rows>{rows(erased)}</Rows> }.into_any()
            }}
        </Section>
        {some_stay.then(|| view! { <Section title=said.close_stay><Rows>{rows(stays)}</Rows></Section> })}
        {(!others.is_empty()).then(|| view! { <p>{others}</p> })}
    }
}

/// What has not been sent, and a way to keep it.
#[component]
pub(super) fn Unsent(
    /// How many changes.
    unsent: usize,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let toaster = use_toaster();
    let save = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match unsent::to_file(desk).await {
                Ok(text) => page::save_file("codessa-unsent.json", text.as_bytes(), "application/json"),
                Err(wrong) => toaster.say(wrong.told(desk.words())),
            }
        });
    });
    let actions = view! { <Button label=said.close_unsent_save glyph=Glyph::DOWNLOAD on_press=save /> }.into_any();
    view! { <Notice kind=NoticeKind::Warn title=(said.close_unsent)(unsent) body=said.close_unsent_lead actions /> }
}

/// A home, and the way to its archive: the page that makes one does so of the home that is open.
fn row(desk: Desk, going: ClosingHome) -> AnyView {
    let words = desk.words();
    let said = words.own();
    let name = desk
        .homes
        .with_untracked(|homes| homes.iter().find(|home| home.space == going.space).map(|home| home.name.clone()));
    let size = words.bytes(going.files_bytes);
    let holds =
        (said.close_holds)(going.records, going.files, &size, if going.heir.is_some() { 0 } else { going.members });
    let firm = if going.heir.is_some() { said.close_firm_goes } else { said.close_firm };
    let text = going.heir.map_or(holds, |heir| (said.close_heir)(&heir));
    let is_firm = going.sort == Sort::Firm;
    let lead = view! { <Icon glyph=if is_firm { Glyph::WRENCH } else { Glyph::HOUSE } /> }.into_any();
    match name {
        None if is_firm => view! { <Row title=firm lead text=text.into_any() /> }.into_any(),
        Some(name) => {
            let actions = view! { <Archive space=going.space /> }.into_any();
            view! { <Row title=name lead text=text.into_any() actions /> }.into_any()
        }
        None => view! { <Row title=said.close_unnamed lead text=text.into_any() /> }.into_any(),
    }
}

#[component]
fn Archive(space: SpaceId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (toaster, navigate) = (use_toaster(), use_navigate());
    let open = Callback::new(move |()| {
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match home::switch(desk, space).await {
                Ok(()) => navigate("/settings/take", NavigateOptions::default()),
                Err(wrong) => toaster.say(wrong.told(words)),
            }
        });
    });
    view! { <Button label=words.own().close_archive glyph=Glyph::DOWNLOAD weight=Weight::Small on_press=open /> }
}

/// The last word: the address is typed, so that nobody does this in passing.
#[component]
fn Confirm(trouble: RwSignal<Option<Trouble>>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let (typed, error, busy) = (RwSignal::new(String::new()), RwSignal::new(None::<String>), RwSignal::new(false));
    let email = desk.account.with_untracked(|account| account.as_ref().map(|account| account.email.clone()));
    let email = email.unwrap_or_default();
    let label = (said.close_type)(&email);
    let navigate = use_navigate();
    let close = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !typed.get_untracked().trim().eq_ignore_ascii_case(&email) {
            return error.set(Some(said.close_typed_wrong.to_owned()));
        }
        error.set(None);
        busy.set(true);
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match account::erase(desk).await {
                Ok(()) => navigate("/", NavigateOptions { replace: true, ..NavigateOptions::default() }),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Section title=said.close_confirm>
            <form class="form settings__block" novalidate on:submit=close>
                <p>{said.close_keeps}</p>
                <TextField label value=typed error=error kind="email" />
                <div><Button label=said.close_do weight=Weight::Danger submit=true busy=busy /></div>
            </form>
        </Section>
    }
}
