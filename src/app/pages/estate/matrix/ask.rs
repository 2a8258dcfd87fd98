//! Asking all owners at once for a certificate that they lack or do not show.

use crate::browser::random;
use crate::components::{AreaField, Button, Section, SelectField, TextField, Weight, When, dynamic};
use crate::deeds::{Change, estate as deeds};
use crate::desk::use_desk;
use crate::pages::estate::sight::Sight;
use crate::pages::form::Form;
use leptos::prelude::*;
use model::access::Action;
use model::canonical::normal;
use model::certificate::CertificateType as Sort;
use model::scheme::board::Papers;
use model::scheme::{self as letters};

/// Owners have so many days to answer, unless another day is said.
const ANSWER_DAYS: u32 = 30;

/// The question to owners, and what was asked before.
#[component]
pub fn Ask(
    /// What is seen of the scheme.
    sight: Sight,
    /// The certificates.
    papers: Memo<Papers>,
) -> impl IntoView {
    let desk = use_desk();
    let may = Memo::new(move |_| sight.estate(|estate| estate.may(Action::Write)).unwrap_or(false));
    let said = desk.words().board();
    let has_asked = Memo::new(move |_| sight.letters::<letters::Ask>().iter().any(|(_, ask)| ask.sort.is_some()));
    view! {
        <When is=Signal::derive(move || may.get() || has_asked.get())>
            <div class="paperless">
                <Section title=said.ask>
                    {dynamic(move || may.get().then(|| view! { <AskForm sight papers /> }))}
                    <Before sight />
                </Section>
            </div>
        </When>
    }
}

#[component]
fn AskForm(sight: Sight, papers: Memo<Papers>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.board();
    let form = Form::new();
    let name = |sort: Sort| (words.choice().certificate)(sort);
    let most = sight.with(|board| {
        papers.with_untracked(|papers| {
            Sort::ALL.iter().copied().max_by_key(|sort| (papers.asked(board, *sort).len(), std::cmp::Reverse(*sort)))
        })
    });
    let sort = RwSignal::new(most.unwrap_or_default().to_string());
    let by = RwSignal::new(desk.today().plus_days(ANSWER_DAYS).to_string());
    let text = RwSignal::new(String::new());
    let chosen = move || sort.with(|sort| sort.parse::<Sort>().unwrap_or_default());
    let units = Memo::new(move |_| papers.with(|papers| sight.with(|board| papers.asked(board, chosen()))));
    let options: Vec<(String, String)> = Sort::ALL.iter().map(|one| (one.to_string(), name(*one).to_owned())).collect();
    let send = move |()| {
        let asked = units.get_untracked();
        let letter = letters::Ask {
            title: (said.ask_title)(name(chosen())),
            sort: Some(chosen()),
            purpose: Some(papers.with_untracked(|papers| papers.purpose)),
            on: Some(desk.today()),
            by: by.with_untracked(|by| by.parse().ok()),
            text: normal(text.get_untracked().trim()),
            ..letters::Ask::default()
        };
        let pieces = asked.chunks(UNITS_MAX).map(|units| letters::Ask { units: units.to_vec(), ..letter.clone() });
        let changes = pieces.map(|letter| Change::new(random::record_id(), &letter)).collect();
        form.run(async move { deeds::write(desk, changes).await }, move |()| {
            form.say(&(desk.words().board().asked)(asked.len()));
        });
    };
    let foot = move || {
        match units.with(Vec::len) {
        0 => view! { <p>{said.ask_nobody}</p> }.into_any(),
        count => view! {
            <p><strong>{(said.ask_title)(name(chosen()))}</strong></p>
            <p role="status">{(said.ask_count)(count)}</p>
            <div><Button label=(said.ask_send)(count) weight=Weight::Primary busy=form.busy() on_press=Callback::new(send) /></div>
        }
        .into_any(),
    }
    };
    view! {
        <div class="stack stack--tight board-ask">
            <p class="small soft">{said.ask_lead}</p>
            <SelectField label=said.ask_sort value=sort options=Signal::stored(options) />
            <TextField label=said.ask_by value=by kind="date" error=form.error("by") />
            <AreaField label=said.ask_text value=text optional=words.common().optional error=form.error("text") />
            {dynamic(foot)}
        </div>
    }
}

/// Units that one question names at most.
const UNITS_MAX: usize = 1500;

/// What was asked before, the latest first.
#[component]
fn Before(sight: Sight) -> impl IntoView {
    let desk = use_desk();
    dynamic(move || {
        let words = desk.words();
        let said = words.board();
        let mut asks = sight.letters::<letters::Ask>();
        asks.retain(|(_, ask)| ask.sort.is_some());
        asks.sort_by_key(|(id, ask)| std::cmp::Reverse((ask.on, *id)));
        let told = |ask: &letters::Ask| {
            let by = ask.by.map(|day| words.day(day)).unwrap_or_default();
            (ask.title.clone(), (said.asked_told)(ask.units.len(), &by))
        };
        let facts: Vec<(String, String)> = asks.iter().map(|(_, ask)| told(ask)).collect();
        (!facts.is_empty()).then(|| {
            let rows = facts
                .into_iter()
                .map(|(title, told)| view! { <li><strong>{title}</strong>" "<span class="soft">{told}</span></li> });
            view! { <h3>{said.asked_before}</h3><ul class="board-list">{rows.collect_view()}</ul> }
        })
    })
}
