//! One deal, from what was asked to the logbook.

use super::act::{Open, now};
use super::back::Back;
use super::bill::Bills;
use super::job::Job;
use super::photos::DealPhotos;
use super::quote::Quotes;
use super::refused::{refused, standing};
use super::thread::Thread;
use super::trust::{Part, part};
use super::{gone, watched};
use crate::browser::random;
use crate::components::{
    Button, FactLine, Facts, Glyph, LinkButton, Notice, NoticeKind, Section, Status, Tone, Weight, dynamic,
};
use crate::deeds::Change;
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use crate::pages::{Page, use_toaster};
use crate::route::Later;
use leptos::prelude::*;
use model::portal::machine::{Act, Party, may};
use model::portal::wait::{Wait, unread, waits};
use model::portal::{Deal, Request, Seen};
use model::{FileRef, RecordId, SpaceId};
use std::collections::BTreeSet;

/// Parts of the page, one below the other.
pub type Lines = Vec<AnyView>;

/// What is being typed and ticked: kept while the deal is drawn anew because something arrived.
#[derive(Clone, Copy)]
pub struct Typed {
    /// A message.
    pub message: RwSignal<String>,
    /// Photos that go with it.
    pub photos: RwSignal<Vec<FileRef>>,
    /// Why, or what should be different.
    pub reason: RwSignal<String>,
    /// One's name.
    pub name: RwSignal<String>,
    /// One's signature, as it is drawn.
    pub drawn: RwSignal<String>,
    /// The option that is picked, by its place.
    pub option: RwSignal<usize>,
    /// Lines that are ticked, by the quote and their ids.
    pub ticked: RwSignal<BTreeSet<(RecordId, String)>>,
    /// What was paid.
    pub amount: RwSignal<String>,
    /// Proposals that are left out.
    pub left_out: RwSignal<BTreeSet<RecordId>>,
    /// How a registration was looked up.
    pub how: RwSignal<String>,
    /// Marks of a review.
    pub marks: [RwSignal<Option<i64>>; 3],
    /// Its words.
    pub words: RwSignal<String>,
    /// A link that was made in the place of the provider's; none before.
    pub link: RwSignal<String>,
    /// Whether it is asked if the deal is to end.
    pub ending: RwSignal<bool>,
}

/// The page.
#[component]
pub fn DealPage(
    /// The deal.
    space: SpaceId,
) -> impl IntoView {
    let desk = use_desk();
    let (form, toaster) = (Form::new(), use_toaster());
    let typed = Typed {
        message: RwSignal::default(),
        photos: RwSignal::default(),
        reason: RwSignal::default(),
        name: RwSignal::default(),
        drawn: RwSignal::default(),
        option: RwSignal::default(),
        ticked: RwSignal::default(),
        amount: RwSignal::default(),
        left_out: RwSignal::default(),
        how: RwSignal::default(),
        marks: std::array::from_fn(|_| RwSignal::default()),
        words: RwSignal::default(),
        link: RwSignal::default(),
        ending: RwSignal::default(),
    };
    let found = watched(desk);
    let later = Later::new(|| Box::pin(super::portal_job()));
    let dealt = Memo::new(move |_| {
        found.with(|found| found.as_ref().map(|deals| deals.iter().find(|dealt| dealt.space == space).cloned()))
    });
    dynamic(move || match dealt.get() {
        None => ().into_any(),
        Some(None) => gone(desk),
        Some(Some(dealt)) => shown(desk, dealt, form, toaster, typed, later),
    })
}

/// What [`work`] draws. A handle to what was read.
#[derive(Clone)]
pub struct Work {
    open: Open,
    typed: Typed,
}

/// The job, its invoices and what goes into the logbook.
pub fn work() -> AnyView {
    let Work { open, typed } = expect_context();
    view! {
        <Job open=open.clone() typed />
        <Bills open=open.clone() typed />
        // What a scheme had done goes into its own records.
        {(!open.dealt.of_scheme).then(|| view! { <Back open typed /> })}
    }
    .into_any()
}

/// Whether there is anything of a job: before a decision there is none.
fn has_work(deal: &Deal) -> bool {
    !(deal.decisions.is_empty() && deal.appointments.is_empty() && deal.sheets.is_empty() && deal.invoices.is_empty())
}

fn shown(desk: Desk, dealt: Dealt, form: Form, toaster: crate::pages::Toaster, typed: Typed, later: Later) -> AnyView {
    let said = desk.words().portal();
    let deal = Deal::of(&standing(&dealt));
    let Some(request) = deal.request.clone() else { return gone(desk) };
    let open = Open { dealt, deal, form, toaster };
    mark_read(desk, &open);
    let side = open.party().side();
    let wait = waits(&open.deal, side, desk.today()).into_iter().next();
    let tone = if wait.is_some() { Tone::Warn } else { Tone::Unknown };
    let state = wait.map_or((said.state)(open.deal.request_state()), |wait: Wait| (said.wait)(wait));
    let closed = open.dealt.closed.then(|| view! { <Notice kind=NoticeKind::Info title=said.closed /> });
    let compare = (!request.letter.batch.is_empty()).then(|| {
        let href = format!("/portal/compare/{}", request.letter.batch);
        view! { <LinkButton label=said.other_quotes href weight=Weight::Small /> }
    });
    let refused = refused(desk, &open.dealt, form, toaster);
    provide_context(Work { open: open.clone(), typed });
    let work = has_work(&open.deal).then(|| later.drawn());
    let is_told = !open.deal.quotes.is_empty() || !open.deal.registrations().is_empty() || has_work(&open.deal);
    let trusted = is_told.then(|| part(Part::Deal(Box::new(open.clone()), typed)));
    let asked = asked(desk, &open, request.id, &request.letter);
    let ends = part(Part::Ends(Box::new(open.clone()), typed));
    let back = match (open.dealt.of_scheme, request.letter.from) {
        (true, Some(work)) => (format!("/estate/work/quotes?work={work}"), said.of_scheme.to_owned()),
        _ => ("/portal".to_owned(), said.title.to_owned()),
    };
    view! {
        <Page title=request.letter.title.clone() back wide=true class="portal stack stack--loose">
            <header class="stack stack--tight">
                <h1>{request.letter.title.clone()}</h1>
                <p><Status tone word=state /> " " <span class="small">{request.letter.provider.clone()}</span></p>
                {closed}
                {refused}
                <p class="actions">
                    {compare}
                    <LinkButton label=said.glossary href="/glossary" weight=Weight::Small />
                </p>
            </header>
            <div class="columns">
                <div class="stack stack--loose">
                    <Quotes open=open.clone() typed />
                    {trusted}
                    {work}
                </div>
                <div class="stack stack--loose">
                    <Thread open=open.clone() typed />
                    {asked}
                    {ends}
                </div>
            </div>
        </Page>
    }
    .into_any()
}

/// The request as it was told.
fn asked(desk: Desk, open: &Open, id: RecordId, request: &Request) -> AnyView {
    let said = desk.words().portal();
    let mut lines = vec![FactLine::words(said.urgency, (said.urgencies)(request.urgency))];
    let systems = request.systems.iter().map(|told| told.name.as_str()).collect::<Vec<_>>().join(" · ");
    let texts = [
        (said.about, &systems),
        (said.more, &request.what),
        (said.access, &request.access),
        (said.address, &request.address),
    ];
    lines.extend(
        texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(name, text)| FactLine::words(name, text.clone())),
    );
    let can = !open.dealt.closed && may(Act::TakeBack, open.deal.request_state(), open.party()).is_ok();
    let take_back = can.then(|| {
        let (open, was) = (open.clone(), request.clone());
        let press = Callback::new(move |()| {
            let gone = Request { deleted: Some(true), ..was.clone() };
            open.put(desk, id, Some(&was), &gone, said.taken_back, || ());
        });
        view! { <p><Button label=said.take_back weight=Weight::Danger glyph=Glyph::X on_press=press /></p> }
    });
    let files = view! { <DealPhotos space=open.dealt.space files=request.files.clone() /> };
    view! {
        <Section title=said.asked>
            <Facts lines />
            {files}
            {take_back}
        </Section>
    }
    .into_any()
}

/// Notes how far the reader has come, where something of the other side is new.
fn mark_read(desk: Desk, open: &Open) {
    let party = open.party();
    if party == Party::Viewer || open.dealt.closed || unread(&open.deal, party.side()) == 0 {
        return;
    }
    let latest = open.deal.messages.iter().map(|message| message.place.rev()).max().unwrap_or(0);
    let mark = open.deal.seen.iter().find(|mark| mark.letter.side == party.side());
    let now = Seen { side: party.side(), rev: i64::try_from(latest).unwrap_or(i64::MAX), at: now() };
    let id = mark.map_or_else(random::record_id, |mark| mark.id);
    let change = match mark {
        Some(mark) => Change::between(id, &mark.letter, &now),
        None => Some(Change::new(id, &now)),
    };
    let space = open.dealt.space;
    leptos::task::spawn_local(async move {
        // A mark that is not kept is made again the next time.
        let _ = deeds::write(desk, space, change.into_iter().collect()).await;
    });
}
