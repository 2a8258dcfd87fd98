//! Requests about the person's details: what was asked for and how it stands, and asking.

use super::{back, day};
use crate::browser::clock;
use crate::components::{
    AreaField, Button, Chip, Choice, Glyph, Icon, Row, Rows, Section, StatusMark, Tone, Weight, dynamic,
};
use crate::deeds::{Trouble, own};
use crate::desk::{Desk, use_desk};
use crate::pages::account::TroubleNotice;
use crate::pages::form::Form;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use model::Instant;
use model::request::{RequestEnd, RequestKind, days_left};
use wire::request::Request;

/// Requests.
#[component]
pub(super) fn RequestsPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.own();
    let trouble = RwSignal::new(None::<Trouble>);
    let found = RwSignal::new(None::<Vec<Request>>);
    let load = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match own::requests(desk).await {
                Ok(requests) => drop(found.try_set(Some(requests))),
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    load.run(());
    let list = move || match found.get() {
        None => ().into_any(),
        Some(requests) if requests.is_empty() => view! { <p class="soft">{said.requests_none}</p> }.into_any(),
        Some(requests) => {
            let rows = requests.into_iter().map(|request| view! { <Asked request trouble load /> }).collect_view();
            view! { <Rows>{rows}</Rows> }.into_any()
        }
    };
    view! {
        <Page title=said.requests back=back(desk) named=true class="stack stack--loose">
            <TroubleNotice trouble back="/settings/account/requests" />
            <p>{said.requests_lead}</p>
            {dynamic(list)}
            <Asking load />
        </Page>
    }
}

#[component]
fn Asked(request: Request, trouble: RwSignal<Option<Trouble>>, load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let toaster = use_toaster();
    let number = request.number;
    let withdraw = Callback::new(move |()| {
        leptos::task::spawn_local(async move {
            match own::withdraw(desk, number).await {
                Ok(()) => {
                    toaster.say(said.request_withdrawn);
                    load.run(());
                }
                Err(wrong) => drop(trouble.try_set(Some(wrong))),
            }
        });
    });
    let (state, lead) = state(desk, &request);
    let answer = request.answer.map(|answer| view! { <p class="own__text">{answer}</p> });
    let text = view! {
        <p>{state}</p>
        <p class="own__text soft">{request.text}</p>
        {answer}
    };
    let title = (said.request_title)(number, request.kind);
    if request.closed.is_some() {
        return view! { <Row title lead text=text.into_any() /> }.into_any();
    }
    let actions = view! { <Button label=said.request_withdraw weight=Weight::Small on_press=withdraw /> }.into_any();
    view! { <Row title lead text=text.into_any() actions /> }.into_any()
}

/// How a request stands, and its mark.
fn state(desk: Desk, request: &Request) -> (String, AnyView) {
    let said = desk.words().own();
    let done = || view! { <Icon glyph=Glyph::CHECK /> }.into_any();
    match (request.closed, request.ended) {
        (Some(at), ended) => ((said.request_ended)(ended.unwrap_or(RequestEnd::Answered), &day(desk, at)), done()),
        (None, _) if days_left(request.due, Instant(clock::now_ms().cast_signed())) < 0 => {
            let mark = view! { <StatusMark tone=Tone::Bad /> }.into_any();
            ((said.request_overdue)(&day(desk, request.due)), mark)
        }
        (None, _) => ((said.request_due)(&day(desk, request.due)), view! { <Icon glyph=Glyph::CLOCK /> }.into_any()),
    }
}

#[component]
fn Asking(load: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().own();
    let toaster = use_toaster();
    let form = Form::new();
    let (kind, text) = (RwSignal::new(RequestKind::Access), RwSignal::new(String::new()));
    let chip = |kind: &RequestKind| {
        let name = format!("{}: {}", (said.kind)(*kind), (said.kind_hint)(*kind));
        Chip { value: *kind, name, glyph: None }
    };
    let kinds = RequestKind::ALL.iter().map(chip).collect();
    let error = form.error("text");
    let file = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let deed = async move { own::file(desk, kind.get_untracked(), &text.get_untracked()).await };
        form.run(deed, move |request: Request| {
            toaster.say((said.request_filed)(request.number, &day(desk, request.due)));
            text.try_set(String::new());
            load.run(());
        });
    };
    view! {
        <Section title=said.request_new>
            <form class="form settings__block" novalidate on:submit=file>
                <Choice legend=said.request_what options=kinds value=kind />
                <AreaField label=said.request_text hint=said.request_text_hint value=text error />
                <div><Button label=said.request_file weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </Section>
    }
}
