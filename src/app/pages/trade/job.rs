//! One job: what is waited for with one button, then the request, the quotes, the work, the invoices and what was said.

use super::act::{Open, back, href};
use super::heard::Saying;
use super::{heard, invoices, job_forms, quotes, request, unsent, work};
use crate::components::{Glyph, LinkButton, Notice, NoticeKind, Weight, dynamic};
use crate::deeds::portal::{Dealt, visited};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use crate::pages::form::Form;
use crate::pages::trade::thread::Thread;
use crate::route::Later;
use leptos::prelude::*;
use model::SpaceId;
use model::portal::Side;
use model::portal::wait::{Wait, waits};

/// The page.
#[component]
pub fn JobPage(
    /// The job, as it changes.
    found: RwSignal<Option<Option<Dealt>>>,
    /// Its space.
    space: SpaceId,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().job();
    let form = Form::new();
    let dealt = move || found.get().flatten();
    let open = Memo::new_with_compare(
        move |_| dealt().map(|dealt| (dealt.clone(), Open::of(dealt))),
        |old, new| {
            old.and_then(Option::as_ref).map(|(dealt, _)| dealt) != new.and_then(Option::as_ref).map(|(dealt, _)| dealt)
        },
    );
    let title = Signal::derive(move || {
        let asked = open.with(|open| open.as_ref().and_then(|(_, open)| open.deal.request.clone()));
        asked.map_or_else(|| said.title.to_owned(), |request| request.letter.title)
    });
    let saying = Saying { message: RwSignal::default(), answer: RwSignal::default() };
    let forms = Later::new(|| Box::pin(job_forms()));
    let by_link = visited(desk).is_some();
    let back = (!by_link).then(|| ("/jobs".to_owned(), said.title.to_owned()));
    let parts = move || {
        open.get().map(|(dealt, open)| {
            view! {
                {waited(desk, &open)}
                {unsent::waiting(desk, &dealt)}
                {unsent::refused(desk, &dealt)}
                {request::section(desk, &open)}
                {quotes::section(desk, &open)}
                {work::section(desk, &open, form)}
                {invoices::section(desk, &open, form)}
                {heard(&open, saying, forms)}
            }
        })
    };
    let inner = view! {
        <div class="columns">
            <div class="stack stack--loose">{dynamic(parts)}</div>
            <div class="stack stack--loose">
                // The box of a message stays while the rest is drawn anew.
                <Thread space text=saying.message open=Signal::derive(move || open.get().map(|(_, open)| open)) />
                {by_link.then(|| keep(said.keep_by_account))}
            </div>
        </div>
    };
    match back {
        Some(back) => {
            view! { <Page title back named=true wide=true class="stack stack--loose">{inner}</Page> }.into_any()
        }
        None => view! { <Page title wide=true class="stack stack--loose">{inner}</Page> }.into_any(),
    }
}

/// Leads a visitor to keeping the job: in a tab of its own, for account and link are never mixed in one.
fn keep(label: &'static str) -> AnyView {
    view! { <p><a href="/sign-in?to=/jobs" class="button button--quiet" target="_blank" rel="noopener">{label}</a></p> }
        .into_any()
}

/// What is waited for now, in a sentence, with the button that does it.
fn waited(desk: Desk, open: &Open) -> AnyView {
    let said = desk.words().job();
    if open.closed {
        return view! { <Notice kind=NoticeKind::Warn title=said.closed /> }.into_any();
    }
    let of = |side| waits(&open.deal, side, desk.today());
    let own = of(Side::Provider).into_iter().find(|wait| open.does(wait.act()));
    match (own, of(Side::Client).first().copied()) {
        (Some(wait), _) => {
            let part = match wait {
                Wait::Change | Wait::Offer => "quote",
                Wait::Plan => "come",
                Wait::Work => "record",
                Wait::Bill => "bill",
                _ => "",
            };
            let href = if part.is_empty() { format!("{}#messages", back(open.space)) } else { href(open.space, part) };
            let act = view! { <LinkButton label=(said.act)(wait) href glyph=Glyph::PENCIL weight=Weight::Primary /> };
            view! { <Notice kind=NoticeKind::Warn title=(said.wait)(wait) actions=act.into_any() /> }.into_any()
        }
        (None, Some(wait)) => view! { <Notice kind=NoticeKind::Info title=(said.waits_on_client)(wait) /> }.into_any(),
        (None, None) => view! { <Notice kind=NoticeKind::Info title=said.no_wait /> }.into_any(),
    }
}
