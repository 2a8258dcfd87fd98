//! Certificates: the list, and one of them beside it.

use super::papers::Papers;
use crate::components::{
    Empty, FactLine, Facts, Glyph, Icon, LinkButton, Menu, MenuItem, Row, Rows, Section, Weight, dynamic,
};
use crate::data::Standing;
use crate::deeds::entry;
use crate::desk::{Desk, use_desk};
use crate::pages::remarks::Remarks;
use crate::pages::{Page, use_toaster};
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use model::RecordId;
use model::access::Action;
use model::certificate::Certificate;
use model::contact::Contact;
use model::system::System;

/// Certificates.
#[lazy]
pub fn certificates() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get("id").and_then(|id| id.parse::<RecordId>().ok())));
        view! {
            {move || match id.get() {
                None => view! { <List /> }.into_any(),
                Some(id) => view! { <One id /> }.into_any(),
            }}
        }
        .into_any()
    }
}

/// What a certificate is called.
pub(super) fn title(desk: Desk, certificate: &Certificate) -> String {
    if certificate.title.is_empty() {
        (desk.words().choice().certificate)(certificate.sort).to_owned()
    } else {
        certificate.title.clone()
    }
}

/// Who issued it: the contact, else what it says.
fn issuer(desk: Desk, certificate: &Certificate) -> String {
    let contact = certificate.contact.and_then(|id| desk.library.find::<Contact>(id));
    contact.map_or_else(|| certificate.issuer.clone(), |contact| contact.letter.name.clone())
}

#[component]
fn List() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let all = desk.library.certificates;
    let row = move |certificate: &Standing<Certificate>| {
        let issued = certificate.letter.issued.map(|date| words.date(date)).unwrap_or_default();
        let issuer = issuer(desk, &certificate.letter);
        let text = [issued, issuer].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let lead = view! { <Icon glyph=Glyph::BADGE_CHECK /> }.into_any();
        let end = view! { <Icon glyph=Glyph::CHEVRON_RIGHT /> }.into_any();
        view! { <Row title=title(desk, &certificate.letter) href=format!("/certificates/{}", certificate.root) lead text=text.into_any() end /> }
    };
    let add = move |weight| view! { <LinkButton label=words.care().add_certificate href="/certificates/new" weight glyph=Glyph::PLUS /> };
    let may = desk.may(Action::Write);
    let list = move || {
        if all.with(|all| all.is_empty()) {
            let action = may.then(|| add(Weight::Primary)).into_any();
            return view! { <Empty glyph=Glyph::BADGE_CHECK title=words.care().no_certificates text=words.care().no_certificates_lead action /> }.into_any();
        }
        view! {
            <Rows>{all.with(|all| all.iter().map(row).collect_view())}</Rows>
            <p class="section__note">{words.care().certificates_note}</p>
        }
        .into_any()
    };
    view! {
        <Page title=words.frame().certificates wide=true class="stack stack--loose" actions=may.then(|| add(Weight::Quiet)).into_any()>
            {list}
        </Page>
    }
}

#[component]
fn One(id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let toaster = use_toaster();
    let navigate = use_navigate();
    let found = Memo::new(move |_| desk.library.certificate(id));
    let withdraw = Callback::new(move |()| {
        let Some(certificate) = found.get_untracked() else { return };
        let navigate = navigate.clone();
        leptos::task::spawn_local(async move {
            match entry::withdraw(desk, certificate.id, "").await {
                Ok(_) => {
                    toaster.say(words.care().withdrawn);
                    navigate("/certificates", NavigateOptions { replace: true, ..NavigateOptions::default() });
                }
                Err(trouble) => toaster.say(trouble.told(desk.words())),
            }
        });
    });
    let actions = desk.may(Action::Write).then(|| {
        let items = vec![MenuItem { name: words.care().withdraw.into(), glyph: Glyph::UNDO_2, danger: true, on_press: withdraw }];
        let items = Signal::derive(move || items.clone());
        view! {
            <LinkButton label=words.care().correct href=format!("/certificates/{id}/amend") weight=Weight::Quiet glyph=Glyph::PENCIL />
            <Menu label=words.frame().more items />
        }
    });
    let heading = Signal::derive(move || {
        found.with(|found| {
            found.as_ref().map_or(words.trouble().not_found.to_owned(), |found| title(desk, &found.letter))
        })
    });
    view! {
        <Page title=words.care().certificate back=("/certificates".to_owned(), words.common().back.to_owned()) actions=actions.into_any() class="stack stack--loose">
            <h1>{heading}</h1>
            {dynamic(move || found.get().map(|certificate| {
                let (lines, notes, files) = (lines(desk, &certificate.letter), certificate.letter.notes.clone(), certificate.letter.files.clone());
                let versions = vec![certificate.id, certificate.root];
                view! {
                    <Facts lines=lines />
                    {(!notes.is_empty()).then(|| view! {
                        <Section title=words.care().notes><p class="entry-page__notes">{notes}</p></Section>
                    })}
                    <Papers files=files />
                    <Remarks versions is_fact=true />
                }
            }))}
            <p class="section__note">{words.care().certificates_note}</p>
        </Page>
    }
}

fn lines(desk: Desk, certificate: &Certificate) -> Vec<FactLine> {
    let words = desk.words();
    let mut lines = Vec::new();
    if let Some(issued) = certificate.issued {
        lines.push(FactLine::words(words.care().issued, words.date(issued)));
    }
    let mut say = |name: &str, value: &str, note: &str| {
        if !value.is_empty() {
            lines.push(FactLine::words(name, value).noted(note));
        }
    };
    say(words.care().number, &certificate.number, "");
    say(words.care().issuer, &issuer(desk, certificate), "");
    say(words.care().registration, &certificate.registration, &certificate.body);
    say(words.care().corrected, &certificate.reason, "");
    let systems = desk.library.shelf::<System>();
    let covered =
        certificate.systems.iter().filter_map(|id| systems.get(id).map(|system| (*id, system.letter.name.clone())));
    let covered: Vec<_> =
        covered.map(|(id, name)| view! { <div><a href=format!("/systems/{id}")>{name}</a></div> }).collect();
    if !covered.is_empty() {
        lines.push(FactLine::view(words.care().covers, covered.into_any()));
    }
    if let Some(first) = certificate.supplements.and_then(|id| desk.library.certificate(id)) {
        let link = view! { <a href=format!("/certificates/{}", first.root)>{title(desk, &first.letter)}</a> };
        lines.push(FactLine::view(words.care().supplements, link.into_any()));
    }
    lines
}
