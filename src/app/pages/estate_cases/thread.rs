//! A case: how it stands, what was said and done, and the box for more.

use super::Found;
use super::list::{today, tone, who};
use super::parties::Parties;
use super::write::Write;
use crate::components::{Notice, NoticeKind, Section, Status, Tone, dynamic};
use crate::deeds::estate_case::OwnCase;
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::moment::moment;
use crate::pages::portal::photos::DealPhotos;
use leptos::prelude::*;
use model::dispute::{Thread, Turn};
use model::estate::case::{Act, Terms};
use model::{Money, SpaceId};

#[component]
pub(super) fn CasePage(id: Option<SpaceId>, cases: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().estate_case();
    let case = Memo::new(move |_| {
        cases.with(|cases| cases.as_ref().map(|cases| cases.iter().find(|case| Some(case.space) == id).cloned()))
    });
    let title = Signal::derive(move || {
        let title = case.get().flatten().and_then(|case| case.thread().matter).map(|(_, matter)| matter.title);
        title.unwrap_or_else(|| said.title.to_owned())
    });
    let back = ("/estate/cases".to_owned(), said.all.to_owned());
    let known = Memo::new(move |_| case.with(|case| case.as_ref().map(Option::is_some)));
    let found = move || case.get().flatten();
    let writes = Memo::new(move |_| {
        case.with(|case| case.as_ref().and_then(Option::as_ref).is_some_and(|case| !case.is_given()))
    });
    let made = RwSignal::new(None::<(String, String)>);
    let body = move || {
        known.get().map(|is_there| match is_there {
            false => view! { <p>{said.gone}</p> }.into_any(),
            true => view! {
                {dynamic(move || found().map(|case| view! { <Stands case /> }))}
                // What is being typed stays while others write; who came by a link of the scheme looks on.
                {dynamic(move || writes.get().then(|| view! { <Write case /> }))}
                {dynamic(move || found().map(|case| view! { <Parties case made /> }))}
                <Section title=said.ombud>
                    <p>{said.ombud_text}</p>
                    <p class="small soft">{said.ombud_source}</p>
                </Section>
            }
            .into_any(),
        })
    };
    view! { <Page title back named=true class="stack stack--loose estate">{dynamic(body)}</Page> }
}

#[component]
fn Stands(case: OwnCase) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_case();
    let thread = case.thread();
    let (rules, today) = (thread.case(), today());
    let (state, due) = (rules.state(&Terms::default(), today), rules.due(&Terms::default(), today));
    let matter = thread.matter.as_ref().map(|(_, matter)| matter.clone()).unwrap_or_default();
    let about: Vec<String> = [matter.scheme, matter.unit_name].into_iter().filter(|part| !part.is_empty()).collect();
    let due = due.map(|due| {
        let line = (said.due)((said.act)(due.act), &who(desk, due.roles), &words.day(due.by));
        let late = due.by < today;
        view! {
            <p>{line} " " {late.then(|| view! { <Status tone=Tone::Bad word=said.overdue /> })}</p>
            <p class="small soft">{said.terms_source}</p>
        }
    });
    let turns = thread.turns.iter().map(|turn| line(desk, &case, &thread, turn)).collect_view();
    let refused = (case.refused > 0).then(|| {
        view! { <Notice kind=NoticeKind::Warn title=(said.refused)(case.refused) /> }
    });
    view! {
        <p class="line"><Status tone=tone(state) word=(said.state)(state) /> <span class="soft">{about.join(" · ")}</span></p>
        {due}
        {(!matter.rule.is_empty()).then(|| view! { <blockquote class="case__rule">{matter.rule.clone()}</blockquote> })}
        {refused}
        <Section title=said.thread><ol class="case__turns">{turns}</ol></Section>
    }
}

/// Something that was said or done.
fn line(desk: Desk, case: &OwnCase, thread: &Thread, turn: &Turn) -> AnyView {
    let words = desk.words();
    let said = words.estate_case();
    let mut parties = thread.matter.iter().flat_map(|(_, matter)| &matter.parties);
    let role = parties.find(|party| Some(party.id) == turn.party).map(|party| party.role).or(turn.office);
    let when = turn.at.and_then(|at| u64::try_from(at.0).ok()).map(|at| moment(desk, at)).unwrap_or_default();
    let name = thread.name_of(turn).to_owned();
    let head = [name, role.map(|role| (said.role)(role).to_owned()).unwrap_or_default(), when];
    let head = head.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let waits = (!turn.is_sent).then(|| format!(" · {}", said.waits));
    let decides = matches!(turn.act, Act::Decide | Act::DecideAppeal);
    let quote = turn.cents.map(|cents| view! { <p class="money">{words.money(&Money::rand(cents))}</p> });
    view! {
        <li class="case__turn" class:case__turn--decision=decides>
            <p class="small soft">{head} {waits}</p>
            <h3 class="case__act">{(said.done)(turn.act)}</h3>
            {(!turn.text.is_empty()).then(|| view! { <p class="case__said">{turn.text.clone()}</p> })}
            {(!turn.rule.is_empty()).then(|| view! { <blockquote class="case__rule">{turn.rule.clone()}</blockquote> })}
            {(!turn.entry.is_empty()).then(|| view! { <p class="case__said soft">{turn.entry.clone()}</p> })}
            {quote}
            <DealPhotos space=case.space files=turn.files.clone() />
        </li>
    }
    .into_any()
}
