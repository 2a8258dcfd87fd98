//! One contact: how they are reached, what they are registered as, what they did in this home and what it cost.

use super::reach::{mailto, tel};
use crate::components::{
    Empty, FactLine, Facts, Glyph, Icon, LinkButton, Menu, MenuItem, Row, Rows, Section, TopBar, Weight,
};
use crate::data::Kept;
use crate::desk::{Desk, use_desk};
use crate::pages::origin::Origin;
use crate::pages::{Line, line, undo, use_toaster};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use model::access::Action;
use model::contact::{Contact, ContactRole};
use model::document::Document;
use model::money::rand_cents;
use model::system::System;
use model::{Money, RecordId};
use std::sync::Arc;

/// Entries shown; the logbook has the rest.
const ENTRIES_MAX: usize = 20;

/// A contact, or that it is gone.
#[component]
pub fn ContactPage(
    /// Which.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let contact = Memo::new(move |_| desk.library.find::<Contact>(id));
    move || match contact.get() {
        Some(contact) => view! { <Found contact /> }.into_any(),
        None => {
            let words = desk.words();
            let back = ("/contacts".to_owned(), words.common().back.to_owned());
            view! {
                <TopBar title=words.frame().contacts back />
                <div class="page">
                    <h1 class="unseen">{words.frame().not_found}</h1>
                    <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=words.frame().not_found text=words.contact().gone />
                </div>
            }
            .into_any()
        }
    }
}

#[component]
fn Found(contact: Arc<Kept<Contact>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let id = contact.id;
    let letter = &contact.letter;
    let trade = words.trade(letter);
    let parts = [trade, letter.person.as_str()].into_iter().filter(|part| !part.is_empty());
    let subtitle = parts.collect::<Vec<_>>().join(" · ");
    let notes = letter.notes.clone();
    let works = letter.role == ContactRole::Tradesperson && desk.joined() && desk.may(Action::Share);
    let recommend = works.then(|| {
        let href = format!("/shares/new?contact={id}");
        view! { <p class="paperless"><LinkButton label=words.contact().recommend href weight=Weight::Quiet glyph=Glyph::SHARE_2 /></p> }
    });
    view! {
        <Bar contact=contact.clone() />
        <article class="page stack stack--loose">
            <header class="stack stack--tight">
                <h1>{letter.name.clone()}</h1>
                <p class="soft">{subtitle}</p>
                {reach(desk, letter)}
            </header>
            {(!notes.is_empty()).then(|| view! { <p class="system-page__notes">{notes}</p> })}
            <Facts lines=facts(desk, letter) />
            {recommend}
            <Work id />
            <Named id />
            <Origin id />
        </article>
    }
}

#[component]
fn Bar(contact: Arc<Kept<Contact>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let (id, name) = (contact.id, contact.letter.name.clone());
    let trail = vec![("/contacts".to_owned(), words.frame().contacts.to_owned())];
    let title = name.clone();
    let actions = desk.may(Action::Write).then(|| {
        let delete = Callback::new(move |()| {
            let go = navigate.clone();
            undo::delete::<Contact>(desk, toaster, id, name.clone(), move || go("/contacts", Default::default()));
        });
        let item = MenuItem { name: words.field().delete.to_owned(), glyph: Glyph::TRASH, danger: true, on_press: delete };
        view! {
            <LinkButton label=words.common().edit href=format!("/contacts/{id}/edit") weight=Weight::Quiet glyph=Glyph::PENCIL />
            <Menu label=words.field().more items=Signal::derive(move || vec![item.clone()]) />
        }
    });
    view! {
        <TopBar title back=("/contacts".to_owned(), words.common().back.to_owned()) trail trail_label=words.field().trail>
            {actions}
        </TopBar>
    }
}

/// The buttons that call and write.
fn reach(desk: Desk, contact: &Contact) -> Option<AnyView> {
    let words = desk.words();
    let (call, mail) = (tel(&contact.phone), mailto(&contact.email));
    let any = call.is_some() || mail.is_some();
    let call = call.map(|href| view! {
        <a class="button button--primary" href=href><Icon glyph=Glyph::PHONE class="button__icon" />{words.contact().call}</a>
    });
    let mail = mail.map(|href| {
        view! {
            <a class="button" href=href><Icon glyph=Glyph::MAIL class="button__icon" />{words.contact().mail}</a>
        }
    });
    any.then(|| view! { <div class="actions paperless">{call} {mail}</div> }.into_any())
}

fn facts(desk: Desk, contact: &Contact) -> Vec<FactLine> {
    let words = desk.words();
    let said = words.contact();
    let mut lines = vec![FactLine::words(said.is, (words.choice().contact)(contact.role))];
    let linked = |name: &'static str, text: &str, href: Option<String>| {
        let text = text.to_owned();
        match href {
            Some(href) => FactLine::view(name, view! { <a href=href>{text}</a> }.into_any()),
            None => FactLine::words(name, text),
        }
    };
    if !contact.phone.is_empty() {
        lines.push(linked(said.phone, &contact.phone, tel(&contact.phone)));
    }
    if !contact.email.is_empty() {
        lines.push(linked(said.email, &contact.email, mailto(&contact.email)));
    }
    if !contact.address.is_empty() {
        lines.push(FactLine::words(said.address, contact.address.clone()));
    }
    let registrations = contact.registrations.iter();
    lines.extend(
        registrations.map(|registration| FactLine::words(registration.body.clone(), registration.number.clone())),
    );
    lines
}

/// What they did, newest first, and what it cost.
#[component]
fn Work(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let entries = Memo::new(move |_| {
        desk.library.entries.with(|entries| {
            entries.iter().filter(|entry| entry.letter.contact == Some(id)).cloned().collect::<Vec<_>>()
        })
    });
    let body = move || {
        let words = desk.words();
        let all = entries.get();
        if all.is_empty() {
            return view! { <p class="section__note">{words.contact().work_empty}</p> }.into_any();
        }
        let cents: i64 = all.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum();
        let since = all.iter().filter_map(|entry| entry.letter.when).map(|when| when.year()).min();
        let name = since.map_or(words.system().spent.to_owned(), words.contact().paid_since);
        // Who was given no costs is not told that there were none.
        let sum = (cents != 0).then(|| {
            let lines = vec![FactLine::words(name, words.money(&Money::rand(cents)))];
            view! { <Facts lines sums=true /> }
        });
        let rest = (all.len() > ENTRIES_MAX).then(|| {
            let label = (words.contact().all_entries)(all.len());
            view! { <LinkButton label href=format!("/logbook?contact={id}") weight=Weight::Quiet /> }
        });
        let lines = all.iter().take(ENTRIES_MAX).map(|entry| {
            let line = line(desk, entry);
            view! { <Line entry=entry.clone() line /> }
        });
        view! {
            <ol class="timeline__entries">{lines.collect_view()}</ol>
            {rest}
            {sum}
        }
        .into_any()
    };
    view! {
        <Section title=desk.words().contact().work count=Signal::derive(move || entries.with(Vec::len))>{body}</Section>
    }
}

/// Systems that they fitted and papers that came from them.
#[component]
fn Named(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let systems = desk.library.shelf::<System>();
        let papers = desk.library.shelf::<Document>();
        let fitted = systems.values().filter(|system| system.letter.fitted_by == Some(id)).map(|system| {
            row(
                Glyph::LAYERS,
                format!("/systems/{}", system.id),
                &system.letter.name,
                (words.choice().system)(system.letter.sort),
            )
        });
        let sent = papers.values().filter(|paper| paper.letter.contact == Some(id)).map(|paper| {
            row(
                Glyph::FILE_TEXT,
                format!("/documents/{}", paper.id),
                &paper.letter.title,
                (words.choice().document)(paper.letter.sort),
            )
        });
        let sections = [(words.contact().fitted, fitted.collect::<Vec<_>>()), (words.contact().papers, sent.collect())];
        let sections = sections.into_iter().filter(|(_, rows)| !rows.is_empty());
        sections.map(|(title, rows)| {
            let count = rows.len();
            view! { <Section title count=Signal::derive(move || count)><Rows>{rows.collect_view()}</Rows></Section> }
        })
        .collect_view()
    }
}

fn row(glyph: Glyph, href: String, title: &str, text: &'static str) -> AnyView {
    let lead = view! { <Icon glyph /> }.into_any();
    view! { <Row title=title.to_owned() href lead text=text.into_any() /> }.into_any()
}
