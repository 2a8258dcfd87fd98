//! Asking for a quote: from a fault, a task, a system or scratch, of one contact or several.

use super::link::LinkSection;
use super::trust::{Part, part};
use crate::browser::random;
use crate::components::{AreaField, Chip, Choice, Choices, LinkButton, Notice, NoticeKind, TextField, dynamic};
use crate::deeds::portal::{self as deeds, Asking};
use crate::desk::{Desk, use_desk};
use crate::pages::field::{FilesField, SystemsField};
use crate::pages::form::{Form, FormPage};
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::RecordId;
use model::canonical::normal;
use model::contact::{Contact, ContactRole};
use model::entry::Severity;
use model::portal::{Request, Told, Urgency};
use model::system::System;
use model::task::Task;

/// A link that was made: for whom, what for, and its address.
type Made = (Contact, String, String);

/// The page: the form, and then the links.
#[component]
pub fn NewPage() -> impl IntoView {
    let made = RwSignal::new(Vec::<Made>::new());
    dynamic(move || match made.get() {
        links if links.is_empty() => view! { <AskForm made /> }.into_any(),
        links => view! { <Links links /> }.into_any(),
    })
}

/// What the request begins with, by what it comes of.
fn begun(desk: Desk) -> (Request, Vec<RecordId>) {
    let query = use_query_map();
    let asked = |name| query.with_untracked(|query| query.get(name)).and_then(|id| id.parse::<RecordId>().ok());
    let mut request = Request { batch: random::token(), ..Request::default() };
    let mut systems: Vec<RecordId> = asked("system").into_iter().collect();
    if let Some(fault) = asked("fault").and_then(|id| desk.library.entry(id)) {
        let letter = &fault.letter;
        request.from = Some(fault.root);
        (request.title, request.what) = (letter.title.clone(), letter.notes.clone());
        (request.files, systems) = (letter.files.clone(), letter.systems.clone());
        request.urgency = match letter.severity {
            Some(Severity::Emergency) => Urgency::Emergency,
            Some(Severity::Serious) => Urgency::Soon,
            _ => Urgency::WhenItSuits,
        };
    } else if let Some(task) = asked("task").and_then(|id| desk.library.find::<Task>(id)) {
        let letter = &task.letter;
        request.from = Some(task.id);
        (request.title, request.what) = (letter.title.clone(), letter.why.clone());
        systems = letter.systems.clone();
    }
    if let Some(property) = desk.library.property() {
        request.suburb = property.letter.suburb.clone();
        request.address = property.letter.address.clone();
    }
    (request, systems)
}

#[component]
fn AskForm(made: RwSignal<Vec<Made>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.portal();
    let toaster = use_toaster();
    let form = Form::new();
    let (base, of) = untrack(|| begun(desk));
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (title, what, access) = (text(&base.title), text(&base.what), text(""));
    let (address, suburb, name, phone) = (text(&base.address), text(&base.suburb), text(""), text(""));
    let urgency = RwSignal::new(base.urgency);
    let (systems, files) = (RwSignal::new(of), RwSignal::new(base.files.clone()));
    let contacts: Vec<(RecordId, Contact)> = untrack(|| {
        let all =
            desk.library.shelf::<Contact>().values().map(|kept| (kept.id, kept.letter.clone())).collect::<Vec<_>>();
        let trades = all.iter().filter(|(_, contact)| contact.role == ContactRole::Tradesperson);
        trades.cloned().collect()
    });
    let whom = RwSignal::new(Vec::<RecordId>::new());
    let options = contacts.iter().map(|(id, contact)| Chip { value: *id, name: contact.name.clone(), glyph: None });
    let options: Vec<_> = options.collect();
    let has_contacts = !options.is_empty();
    let urgencies =
        Urgency::ALL.iter().map(|one| Chip { value: *one, name: (said.urgencies)(*one).to_owned(), glyph: None });
    let urgencies: Vec<_> = urgencies.collect();
    let save = Callback::new(move |()| {
        let typed = |text: RwSignal<String>| normal(&text.get_untracked());
        let chosen = contacts.iter().filter(|(id, _)| whom.with_untracked(|whom| whom.contains(id)));
        let chosen: Vec<(RecordId, Contact)> = chosen.cloned().collect();
        if chosen.is_empty() {
            return toaster.say(said.nobody);
        }
        let told = |id: &RecordId| untrack(|| desk.library.find::<System>(*id)).map(|system| told(*id, &system.letter));
        let request = Request {
            title: typed(title),
            what: typed(what),
            urgency: urgency.get_untracked(),
            systems: systems.with_untracked(|systems| systems.iter().filter_map(told).collect()),
            files: files.get_untracked(),
            access: typed(access),
            suburb: typed(suburb),
            address: typed(address),
            name: typed(name),
            phone: typed(phone),
            ..base.clone()
        };
        form.run(ask_all(desk, request, chosen), move |links| {
            toaster.say(said.sent);
            made.set(links);
        });
    });
    let whom_asked = match has_contacts {
        true => view! { <Choices legend=said.whom options values=whom /> <p class="small soft">{said.whom_hint}</p> }
            .into_any(),
        false => {
            let add = view! { <LinkButton label=said.add_contact href="/contacts/new" /> }.into_any();
            view! { <Notice kind=NoticeKind::Info title=said.no_contacts actions=add /> }.into_any()
        }
    };
    let known = has_contacts.then(|| part(Part::Known(whom)));
    let optional = words.common().optional;
    view! {
        <FormPage title=said.ask back="/portal" form save=said.send on_save=save>
            <TextField label=said.what hint=said.what_hint value=title error=form.error("title") />
            <AreaField label=said.more optional value=what error=form.error("what") />
            <Choice legend=said.urgency options=urgencies value=urgency />
            <SystemsField label=said.systems values=systems />
            <FilesField label=said.photos files form photos_only=true />
            {whom_asked}
            {known}
            <AreaField label=said.access optional value=access error=form.error("access") />
            <TextField label=said.suburb optional value=suburb error=form.error("suburb") />
            <AreaField label=said.address optional value=address error=form.error("address") />
            <TextField label=said.name optional value=name autocomplete="name" error=form.error("name") />
            <TextField label=said.phone optional value=phone kind="tel" autocomplete="tel" error=form.error("phone") />
        </FormPage>
    }
}

/// A system as a provider is told of it.
fn told(id: RecordId, system: &System) -> Told {
    let parts = [&system.name, &system.make, &system.model];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    Told { id: Some(id), name: parts.join(", ") }
}

/// Asks each of them by a deal of its own.
async fn ask_all(
    desk: Desk,
    request: Request,
    whom: Vec<(RecordId, Contact)>,
) -> Result<Vec<Made>, crate::deeds::Trouble> {
    let mut made = Vec::new();
    for (id, contact) in whom {
        let request = Request { contact: Some(id), provider: contact.name.clone(), ..request.clone() };
        let title = request.title.clone();
        let asked = deeds::ask(desk, &Asking { request, name: contact.name.clone() }).await?;
        made.push((contact, title, asked.link));
    }
    Ok(made)
}

/// The links that were made, each with the ways to give it.
#[component]
fn Links(links: Vec<Made>) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().portal();
    let one = |(contact, title, link): Made| view! { <LinkSection contact title link /> };
    view! {
        <Page title=said.ask back=("/portal".to_owned(), said.title.to_owned()) named=true class="stack stack--loose">
            <p>{said.link_lead}</p>
            {links.into_iter().map(one).collect_view()}
            <p><LinkButton label=said.done href="/portal" /></p>
        </Page>
    }
}
