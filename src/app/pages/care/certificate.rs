//! One certificate: what it says, what it is good for and why, what supplements it, its paper.

use super::certificates::{issuer, title};
use super::papers::Papers;
use super::purposes::Purposes;
use crate::components::{
    FactLine, Facts, Glyph, LinkButton, Menu, MenuItem, Notice, NoticeKind, Section, Weight, dynamic,
};
use crate::data::{Standing, basis_home};
use crate::deeds::entry;
use crate::desk::{Desk, use_desk};
use crate::pages::remarks::Remarks;
use crate::pages::{Page, use_toaster};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use model::RecordId;
use model::access::Action;
use model::basis::{self, Home, Paper};
use model::certificate::Certificate;
use model::system::System;

/// One certificate.
#[component]
pub(super) fn One(
    /// Its first version.
    id: RecordId,
) -> impl IntoView {
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
                let home = basis_home(&desk.library, desk.visiting.get());
                let paper = home.papers.iter().find(|paper| paper.root == certificate.root);
                let good_for = paper.map(|paper| view! { <GoodFor home=home.clone() paper=paper.clone() /> });
                view! {
                    {good_for}
                    <Facts lines=lines />
                    {(!notes.is_empty()).then(|| view! {
                        <Section title=words.care().notes><p class="entry-page__notes">{notes}</p></Section>
                    })}
                    <Papers files=files />
                    <Remarks versions is_fact=true />
                }
            }))}
            <p class="section__note">{words.basis().advice}</p>
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

/// What it is good for today, whether what it covers was altered, and what sources say of its sort.
#[component]
fn GoodFor(home: Home, paper: Paper) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.basis();
    let today = desk.today();
    let sort = paper.letter.sort;
    let altered = basis::altered_by(&home, &paper, today);
    let flag = altered.and_then(|(entry, surely)| {
        let entry = desk.library.entry(entry)?;
        let when = entry.letter.when.map(|when| words.date(when)).unwrap_or_default();
        let supplement = desk.may(Action::Write).then(|| {
            let href = format!("/certificates/new?supplements={}", paper.root);
            view! { <LinkButton label=said.add_supplement href glyph=Glyph::PLUS weight=Weight::Small /> }
        });
        let actions =
            view! { <a href=format!("/logbook/{}", entry.root)>{entry.letter.title.clone()}</a> {supplement} };
        let title = sentence((words.outlook().altered)(surely));
        Some(view! { <Notice kind=NoticeKind::Warn title body=when actions=actions.into_any() /> })
    });
    let newer = basis::is_superseded(&home, &paper).then(|| view! { <p class="soft">{said.superseded}</p> });
    let of: Vec<Standing<Certificate>> = desk.library.certificates.with(|all| {
        let own =
            |one: &&Standing<Certificate>| one.letter.supplements.is_some_and(|of| of == paper.root || of == paper.id);
        all.iter().filter(own).cloned().collect()
    });
    let supplements: Vec<_> = of
        .iter()
        .map(|one| {
            let issued = one.letter.issued.map(|date| words.date(date)).unwrap_or_default();
            view! { <div><a href=format!("/certificates/{}", one.root)>{title(desk, &one.letter)}</a> " " {issued}</div> }
        })
        .collect();
    let known = [(said.what_it_is, (said.about)(sort)), (said.who_issues, (said.issuer)(sort))];
    let mut lines: Vec<FactLine> = known
        .into_iter()
        .filter(|(_, told)| !told.is_empty())
        .map(|(name, told)| FactLine::words(name, told))
        .collect();
    if !supplements.is_empty() {
        lines.push(FactLine::view(said.supplemented_by, supplements.into_any()));
    }
    let conflict = (said.conflict)(sort);
    view! {
        {flag}
        {newer}
        <Section title=said.good_for><Purposes home paper on=today /></Section>
        {(!conflict.is_empty()).then(|| view! { <p class="section__note">{conflict}</p> })}
        <Facts lines=lines />
    }
}

/// A word or two as a sentence begins.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
