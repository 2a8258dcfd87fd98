//! The page of who scanned a label of a home that is not theirs: it says that a fault can be reported, and nothing of the home.

use crate::browser::page;
use crate::browser::photo::Picked;
use crate::components::{
    Brand, Button, Chip, Choice, Empty, Glyph, Notice, NoticeKind, Photo, Photos, Picker, TextField, Weight, dynamic,
};
use crate::deeds::Trouble;
use crate::deeds::report::{self, Opened, Taken, Told};
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, told};
use crate::pages::use_toaster;
use crate::route::Draw;
use leptos::ev::Event;
use leptos::prelude::*;
use model::canonical::normal;
use model::entry::Severity;
use model::{Fault, FaultCode};
use wire::reporting::FILES_MAX;

/// The name under which this tab keeps the token that was scanned.
const KEPT: &str = "label";

/// Reporting a fault by a label.
#[lazy]
pub fn fault_by_label() -> Draw {
    || view! { <StrangerPage /> }.into_any()
}

/// What stands on the page.
#[derive(Clone)]
enum State {
    Opening,
    Open(Opened),
    Sent,
    Closed(Trouble),
}

#[component]
fn StrangerPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.stranger();
    let state = RwSignal::new(State::Opening);
    let token = StoredValue::new(page::take_secret(KEPT));
    page::set_title(&format!("{} · {}", said.title, words.common().product));
    leptos::task::spawn_local(async move {
        let opened = report::open(&token.get_value()).await;
        state.try_set(opened.map_or_else(State::Closed, State::Open));
    });
    let shown = move || match state.get() {
        State::Opening => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        State::Open(opened) => view! { <Report opened token state /> }.into_any(),
        State::Sent => view! { <Empty glyph=Glyph::CHECK title=said.sent text=said.sent_lead /> }.into_any(),
        State::Closed(Trouble::Offline) => view! { <Notice kind=NoticeKind::Warn title=said.offline /> }.into_any(),
        State::Closed(_) => view! { <Notice kind=NoticeKind::Refused title=said.closed /> }.into_any(),
    };
    view! {
        <main class="gate" id="main" tabindex="-1">
            <div class="gate__brand"><Brand name=words.common().product /></div>
            <h1>{said.title}</h1>
            {dynamic(shown)}
        </main>
    }
}

/// The form.
#[component]
fn Report(opened: Opened, token: StoredValue<String>, state: RwSignal<State>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.stranger();
    let optional = words.common().optional;
    let form = Form::new();
    let id = report::fresh();
    let (title, severity) = (RwSignal::new(String::new()), RwSignal::new(Severity::Serious));
    let (name, phone) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let photos = RwSignal::new(Vec::<Taken>::new());
    let severities = Severity::ALL.iter().map(|severity| Chip {
        value: *severity,
        name: (words.choice().severity)(*severity).to_owned(),
        glyph: None,
    });
    let on = opened.name.clone();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = |typed: RwSignal<String>| normal(&typed.get_untracked());
        if text(title).is_empty() {
            return form.show(vec![Fault::new("title", FaultCode::Missing)]);
        }
        let phone = text(phone);
        let notes = if phone.is_empty() { phone } else { (said.phone_note)(&phone) };
        let told = Told { id, title: text(title), severity: severity.get_untracked(), notes, name: text(name) };
        let (opened, photos) = (opened.clone(), photos.get_untracked());
        let sending = async move { report::send(&token.get_value(), &opened, told, &photos).await };
        form.run(sending, move |()| {
            page::drop_secret(KEPT);
            state.try_set(State::Sent);
        });
    };
    view! {
        {(!on.is_empty()).then(|| view! { <p><strong>{on}</strong></p> })}
        <p class="soft">{said.lead}</p>
        <form class="form" novalidate on:submit=send>
            <TextField label=said.what placeholder=said.what_example value=title error=form.error("title") />
            <Choice legend=said.severity options=severities.collect() value=severity />
            <PhotosBox photos form />
            <TextField label=said.name optional hint=said.who_hint autocomplete="name" value=name error=form.error("name") />
            <TextField label=said.phone optional kind="tel" autocomplete="tel" value=phone error=form.error("notes") />
            <div class="form__foot actions"><Button label=said.send weight=Weight::Primary submit=true busy=form.busy() /></div>
        </form>
    }
}

/// Photos that go along. They are kept in this page only.
#[component]
fn PhotosBox(photos: RwSignal<Vec<Taken>>, form: Form) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.stranger();
    let toaster = use_toaster();
    let error = form.error("files");
    let pick = Callback::new(move |event: Event| {
        let picked = Picked::from_input(&event.target().into());
        leptos::task::spawn_local(async move {
            for picked in picked {
                if photos.with_untracked(Vec::len) >= FILES_MAX {
                    return toaster.say((said.photos_max)(FILES_MAX));
                }
                match report::take(&picked).await {
                    Ok(taken) => drop(photos.try_update(|photos| photos.push(taken))),
                    Err(trouble) => toaster.say(why(desk, &trouble)),
                }
            }
        });
    });
    let shown = move || {
        let all = photos.get().into_iter().enumerate().map(move |(at, taken)| {
            let name = taken.file.name.clone();
            let remove = Callback::new(move |()| photos.update(|photos| drop(photos.remove(at))));
            let remove = ((words.form().remove_file)(&name), remove);
            view! { <Photo source=Signal::stored(taken.source) caption="" waiting=name.clone() open_label=name remove /> }
        });
        (!photos.with(Vec::is_empty)).then(|| view! { <Photos>{all.collect_view()}</Photos> })
    };
    view! {
        <div class="stack stack--tight">
            {dynamic(shown)}
            <Picker label=said.photo glyph=Glyph::CAMERA capture=true on_pick=pick />
            {dynamic(move || error.get().map(|error| view! { <p class="field__error" role="alert">{error}</p> }))}
        </div>
    }
}

fn why(desk: Desk, trouble: &Trouble) -> String {
    match trouble.faults().first() {
        Some(fault) => told(desk.words(), fault),
        None => trouble.told(desk.words()),
    }
}
