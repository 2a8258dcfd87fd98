//! The portal as a provider sees it, by a job link or signed in: the request, the quote, the job and the invoice.

pub(super) mod act;
mod bill;
mod checks;
mod coming;
mod credit;
mod firm;
mod guarded;
mod heard;
mod invoices;
mod issued;
mod job;
mod lines;
mod list;
mod parts;
pub(super) mod photos;
pub(super) mod quote;
mod quotes;
mod record;
pub(super) mod registered;
mod request;
mod sheet;
mod sums;
mod thread;
pub(super) mod typed;
mod unsent;
mod vary;
mod work;

use crate::components::{Empty, Glyph, dynamic, whenever};
use crate::deeds::portal::{self as deeds, Dealt};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use crate::route::{Draw, Later};
use act::Open;
use bill::BillForm;
use coming::ComingForm;
use credit::CreditForm;
use heard::{Heard, Saying};
use job::JobPage;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use list::ListPage;
use model::SpaceId;
use model::portal::machine::Act;
use quote::QuoteForm;
use record::RecordForm;
use vary::VaryForm;

/// The jobs of a provider, or one of them.
#[lazy]
pub fn jobs() -> Draw {
    || view! { <Asked /> }.into_any()
}

#[component]
fn Asked() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let asked = Memo::new(move |_| {
        let named = params.with(|params| params.get("id").and_then(|id| id.parse::<SpaceId>().ok()));
        named.or_else(|| deeds::visited(desk))
    });
    let job = move || {
        dynamic(move || match asked.get() {
            Some(space) => view! { <Job space /> }.into_any(),
            None => view! { <ListPage /> }.into_any(),
        })
    };
    // Who came by the link of a job was given that and no home, whose places would all be empty: the style hides them.
    match untrack(|| (deeds::visited(desk), desk.phase.get())) {
        (Some(_), _) => view! { <div class="job-alone">{job()}</div> }.into_any(),
        // Without a home there is no frame either.
        (None, Phase::Welcome) => view! { <div class="job-unframed">{job()}</div> }.into_any(),
        (None, _) => job(),
    }
}

/// What is being written in a job.
#[derive(Clone, Copy, PartialEq)]
enum Task {
    Look,
    Quote,
    Come,
    Vary,
    Record,
    Bill,
    Deposit,
    Credit,
    Hear,
}

impl Task {
    /// What is done by it; nothing by looking.
    fn act(self) -> Option<Act> {
        Some(match self {
            Self::Look | Self::Hear => return None,
            Self::Quote => Act::Offer,
            Self::Come => Act::Visit,
            Self::Vary => Act::Vary,
            Self::Record => Act::Finish,
            Self::Bill | Self::Deposit => Act::Bill,
            Self::Credit => Act::Credit,
        })
    }
}

#[component]
fn Job(space: SpaceId) -> impl IntoView {
    let desk = use_desk();
    let query = use_query_map();
    let found = watched(desk, space);
    unsent::keep_sending(desk, space);
    let task = Memo::new(move |_| {
        query.with(|query| match query.get_str("do") {
            Some("quote") => Task::Quote,
            Some("come") => Task::Come,
            Some("vary") => Task::Vary,
            Some("record") => Task::Record,
            Some("bill") => Task::Bill,
            Some("deposit") => Task::Deposit,
            Some("credit") => Task::Credit,
            _ => Task::Look,
        })
    });
    let (papers, site) = (Later::new(|| Box::pin(job_forms())), Later::new(|| Box::pin(site_forms())));
    let known = Memo::new(move |_| found.with(|found| found.as_ref().map(Option::is_some)));
    dynamic(move || {
        let known = known.get()?;
        // A form is drawn once: what arrives while somebody types does not take it from under their hands.
        let Some(dealt) = found.get_untracked().flatten().filter(|_| known) else { return Some(gone(desk)) };
        let open = Open::of(dealt);
        Some(match task.get() {
            // Who does not do that looks.
            task if task.act().is_none_or(|act| !open.does(act)) => view! { <JobPage found space /> }.into_any(),
            task => {
                provide_context(Written { task, open, saying: None });
                if matches!(task, Task::Come | Task::Vary | Task::Record) { site.drawn() } else { papers.drawn() }
            }
        })
    })
}

/// What is written in which job.
#[derive(Clone)]
struct Written {
    task: Task,
    open: Open,
    saying: Option<Saying>,
}

/// The forms of what is written on the way and on site, a module of its own. Drawn with a [`Written`] in its context.
#[lazy]
pub fn site_forms() -> Draw {
    || {
        let Written { task, open, .. } = expect_context();
        match task {
            Task::Come => view! { <ComingForm open /> }.into_any(),
            Task::Vary => view! { <VaryForm open /> }.into_any(),
            Task::Record => view! { <RecordForm open /> }.into_any(),
            _ => ().into_any(),
        }
    }
}

/// The forms of papers, a module of its own: a job is looked at more often than written. Drawn with a [`Written`] in its context.
#[lazy]
pub fn job_forms() -> Draw {
    || {
        let Written { task, open, saying } = expect_context();
        match task {
            Task::Look | Task::Come | Task::Vary | Task::Record => ().into_any(),
            Task::Quote => view! { <QuoteForm open /> }.into_any(),
            Task::Bill => view! { <BillForm open /> }.into_any(),
            Task::Deposit => view! { <BillForm open deposit=true /> }.into_any(),
            Task::Credit => view! { <CreditForm open /> }.into_any(),
            Task::Hear => saying.map(|saying| view! { <Heard open saying /> }).into_any(),
        }
    }
}

/// What the client says and lets one see, in the module of the forms.
fn heard(open: &Open, saying: Saying, forms: Later) -> AnyView {
    if !heard::is_any(open) {
        return ().into_any();
    }
    provide_context(Written { task: Task::Hear, open: open.clone(), saying: Some(saying) });
    forms.drawn()
}

/// A deal, nothing until it was read; read anew whenever one changes.
fn watched(desk: Desk, space: SpaceId) -> RwSignal<Option<Option<Dealt>>> {
    let found = RwSignal::new(None);
    whenever(move || {
        desk.deals.track();
        leptos::task::spawn_local(async move {
            let dealt = deeds::dealt(desk, space).await.ok().flatten();
            found.try_set(Some(dealt));
        });
    });
    found
}

/// There is no such job.
fn gone(desk: Desk) -> AnyView {
    let said = desk.words().job();
    let back = ("/jobs".to_owned(), said.title.to_owned());
    view! { <Page title=said.title back named=true><Empty glyph=Glyph::WRENCH title=said.gone text="" /></Page> }
        .into_any()
}
