//! Quotes for work of the scheme: vendors who are asked through the portal, what each offers, approving one, and the job when it is done.

mod ask;

use super::Found;
use super::known::{may_write, money, one, read};
use crate::components::{
    Button, Empty, Glyph, LinkButton, Notice, NoticeKind, Row, Rows, Section, Status, Tone, Weight, dynamic, whenever,
};
use crate::deeds::portal::{self, Dealt};
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use ask::AskPart;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use model::portal::{Deal, Decision, Verdict};
use model::scheme::award::{Bar, decides, finished, offers};
use model::scheme::{Bundle, CapitalItem, Offer, Programme, Slot};
use model::system::SystemType;
use model::{Date, RecordId, SpaceId};

/// The deals of schemes on this device, none until they were read; read anew whenever one changes.
pub type Asked = RwSignal<Vec<Dealt>>;

/// What vendors are asked about.
#[derive(Clone, PartialEq)]
pub struct Subject {
    /// What it is called.
    pub title: String,
    /// At what it is done.
    pub sort: Option<SystemType>,
    /// The day by which.
    pub by: Option<Date>,
}

/// What the work is, if it is there.
pub fn subject(found: Found, id: RecordId) -> Option<Subject> {
    let subject = |title, sort, by| Subject { title, sort, by };
    read(found, |estate| {
        if let Some(bundle) = one::<Bundle>(estate, id) {
            return Some(subject(bundle.title, bundle.sort, bundle.day.or(bundle.by)));
        }
        if let Some(item) = one::<CapitalItem>(estate, id) {
            return Some(subject(item.name, None, None));
        }
        let slot = one::<Slot>(estate, id);
        let programme = slot.as_ref().and_then(|slot| slot.programme).unwrap_or(id);
        let programme = one::<Programme>(estate, programme)?;
        Some(subject(programme.name, Some(programme.sort), slot.and_then(|slot| slot.month)))
    })
    .flatten()
}

/// The deals in which that work is asked about.
pub fn about(deals: &[Dealt], work: RecordId) -> Vec<(SpaceId, Deal)> {
    let read = deals.iter().map(|dealt| (dealt.space, Deal::of(&dealt.records)));
    read.filter(|(_, deal)| deal.request.as_ref().is_some_and(|one| one.letter.from == Some(work))).collect()
}

/// The part.
#[component]
pub fn QuotesPart(found: Found) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let query = use_query_map();
    let work = Memo::new(move |_| query.with(|query| query.get_str("work").and_then(|id| id.parse::<RecordId>().ok())));
    let asked: Asked = RwSignal::new(Vec::new());
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            asked.try_set(portal::of_schemes(desk).await.unwrap_or_default());
        });
    });
    let what = Memo::new(move |_| work.get().and_then(|work| Some((work, subject(found, work)?))));
    let writes = Memo::new(move |_| may_write(found));
    dynamic(move || match what.get() {
        None => view! { <Empty glyph=Glyph::CIRCLE_QUESTION_MARK title=said.gone text="" /> }.into_any(),
        Some((work, subject)) => {
            let asking = writes.get().then(|| view! { <AskPart found asked work subject=subject.clone() /> });
            view! {
                <h2>{subject.title}</h2>
                <Came found asked work />
                {asking}
            }
            .into_any()
        }
    })
}

/// Who was asked, and what came.
#[component]
fn Came(found: Found, asked: Asked, work: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let form = Form::new();
    let list = move || {
        let deals = asked.with(|asked| about(asked, work));
        if deals.is_empty() {
            return view! { <Empty glyph=Glyph::FILE_TEXT title=said.quotes_none text=said.quotes_none_lead /> }
                .into_any();
        }
        let rows = deals.iter().map(|(space, deal)| row(desk, found, form, work, *space, deal)).collect_view();
        let ahead = next(desk, found, work, &deals);
        view! { {ahead} <Rows>{rows}</Rows> }.into_any()
    };
    view! {
        <Section title=said.quotes>
            <p class="soft">{said.quotes_lead}</p>
            {dynamic(list)}
        </Section>
    }
}

/// Comparing what came, and putting it to the trustees where they have to approve it.
fn next(desk: Desk, found: Found, work: RecordId, deals: &[(SpaceId, Deal)]) -> AnyView {
    let said = desk.words().work();
    let batch = deals.iter().find_map(|(_, deal)| Some(deal.request.as_ref()?.letter.batch.clone()));
    let compare = batch.filter(|batch| !batch.is_empty() && deals.len() > 1).map(|batch| {
        let href = format!("/portal/compare/{batch}");
        view! { <LinkButton label=said.compare_quotes href weight=Weight::Small /> }
    });
    let waits = deals.iter().any(|(space, deal)| {
        let open = offers(*space, deal, desk.today());
        open.iter().any(|offer| barred(desk, found, *space, deal, offer) == Some(Bar::Votes))
    });
    let put = (waits && may_write(found)).then(|| {
        let href = format!("/estate/work/put?work={work}");
        let actions = view! { <LinkButton label=said.put_it href weight=Weight::Primary /> }.into_any();
        view! { <Notice kind=NoticeKind::Warn title=(said.bar)(Bar::Votes) body=said.above_lead actions /> }
    });
    view! { {put} <p class="line">{compare}</p> }.into_any()
}

/// What stands against approving an offer, if anything does.
fn barred(desk: Desk, found: Found, space: SpaceId, deal: &Deal, offer: &Offer) -> Option<Bar> {
    let decision = decision(offer);
    read(found, |estate| decides(&estate.records, space, deal, &decision, desk.today()).err()).flatten()
}

/// Approving an offer; who decides, where and when is added when it is written.
fn decision(offer: &Offer) -> Decision {
    Decision { on: offer.quote, verdict: Verdict::Approve, option: offer.option.clone(), ..Decision::default() }
}

/// One vendor: how far it is, what it asks, and what can be done now.
fn row(desk: Desk, found: Found, form: Form, work: RecordId, space: SpaceId, deal: &Deal) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let name = deal.request.as_ref().map(|one| one.letter.provider.clone()).unwrap_or_default();
    let approved = deal.approval().is_some();
    let open = offers(space, deal, desk.today());
    let text = match (approved, open.is_empty()) {
        (true, _) => said.quote_approved,
        (false, true) => said.quote_awaited,
        (false, false) => said.quote_came,
    };
    let priced = |offer: &Offer| {
        let by = offer.by.map(|day| (said.by)(&words.day_short(day)));
        let told = [Some(offer.note.clone()), offer.cents.map(|cents| money(words, cents)), by];
        told.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let lines = (!open.is_empty()).then(|| {
        let lines = open.iter().map(|offer| view! { <li>{priced(offer)}</li> }).collect_view();
        view! { <ul>{lines}</ul> }
    });
    let bundle = read(found, |estate| one::<Bundle>(estate, work)).flatten().map(|_| work);
    let done = finished(deal, bundle);
    let is_noted = |id: RecordId| read(found, |estate| estate.records.iter().any(|one| one.id == id)).unwrap_or(false);
    let end = match (&done, approved) {
        (Some((id, _)), _) if is_noted(*id) => Some(view! { <Status tone=Tone::Good word=said.job_noted /> }),
        (_, true) => Some(view! { <Status tone=Tone::Good word=said.quote_approved /> }),
        _ => None,
    };
    let buttons: Vec<AnyView> = match (may_write(found), done) {
        (false, _) => Vec::new(),
        (true, Some((id, job))) if !is_noted(id) => {
            let press = Callback::new(move |()| {
                let job = job.clone();
                let work = untrack(|| read(found, |estate| deeds::Work::of(estate, work))).unwrap_or_default();
                form.run(async move { deeds::take_in(desk, work, id, &job).await }, |()| {});
            });
            vec![
                view! { <Button label=said.note_job weight=Weight::Small busy=form.busy() on_press=press /> }
                    .into_any(),
            ]
        }
        (true, None) if !approved => {
            open.into_iter().map(|offer| approving(desk, found, form, work, deal, offer)).collect()
        }
        (true, _) => Vec::new(),
    };
    view! {
        <Row
            title=name
            href=format!("/portal/{space}")
            text=view! { {text} {lines} }.into_any()
            end=end.into_any()
            actions=view! { <span class="line">{buttons}</span> }.into_any()
        />
    }
    .into_any()
}

/// The button that approves an offer, or what stands against it.
fn approving(desk: Desk, found: Found, form: Form, work: RecordId, deal: &Deal, offer: Offer) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let Some(space) = offer.deal else { return ().into_any() };
    if let Some(bar) = barred(desk, found, space, deal, &offer) {
        return view! { <Status tone=Tone::Warn word=(said.bar)(bar) /> }.into_any();
    }
    let label = (said.approve_quote)(&offer.cents.map(|cents| money(words, cents)).unwrap_or_default());
    let press = Callback::new(move |()| {
        let (decision, vendor) = (decision(&offer), offer.vendor);
        let work = untrack(|| read(found, |estate| deeds::Work::of(estate, work))).unwrap_or_default();
        form.run(async move { deeds::approve(desk, space, decision, work, vendor).await }, |()| {});
    });
    view! { <Button label weight=Weight::Primary busy=form.busy() on_press=press /> }.into_any()
}
