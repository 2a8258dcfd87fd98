//! What a supplier reads by a link: parts that will be needed, by month, suburb and family, and the same as a file. Nothing of it is kept on the device.

use super::sentences;
use crate::browser::page;
use crate::components::{Bar, Bars, Button, Empty, Glyph, Notice, NoticeKind, Section, SelectField, dynamic};
use crate::deeds::{Trouble, supply as deeds};
use crate::desk::{Desk, Phase, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::PartialDate;
use model::date::HOME_AHEAD_MINUTES;
use model::link::Link;
use report::outlook::{Line, csv};
use std::collections::BTreeSet;
use wire::ErrorCode;
use wire::outlook::{Figure, Told};

/// Under which name the secret is kept for this tab, so that the page can be loaded anew.
const SECRET: &str = "supply";

/// The page.
#[component]
pub(super) fn NeededPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.supply();
    let link = page::take_secret(SECRET).parse::<Link>().ok();
    let found = RwSignal::new(None::<Result<Told, Trouble>>);
    let load = Callback::new(move |()| {
        let Some(link) = link else { return };
        found.set(None);
        leptos::task::spawn_local(async move {
            let told = deeds::told(link).await;
            found.try_set(Some(told));
        });
    });
    load.run(());
    let body = move || match found.get() {
        _ if link.is_none() => view! { <Notice kind=NoticeKind::Refused title=said.no_link /> }.into_any(),
        None => view! { <p class="soft" role="status">{words.common().loading}</p> }.into_any(),
        Some(Err(Trouble::Refused(body))) if body.code == ErrorCode::Gone => {
            view! { <Notice kind=NoticeKind::Refused title=said.ended /> }.into_any()
        }
        Some(Err(wrong)) => {
            let again = view! { <Button label=words.common().retry on_press=load /> };
            view! { <Notice kind=NoticeKind::Refused title=wrong.told(words) actions=again.into_any() /> }.into_any()
        }
        Some(Ok(told)) => view! { <Shown told /> }.into_any(),
    };
    let page = view! {
        <Page title=said.needed class="stack stack--loose">
            {dynamic(body)}
            <Section title=said.method>{sentences(&said.method_lines)}</Section>
        </Page>
    };
    match desk.phase.get_untracked() {
        // Without a home there is no frame either.
        Phase::Welcome => view! { <div class="job-unframed">{page}</div> }.into_any(),
        _ => page.into_any(),
    }
}

/// What was published, as far as it was chosen.
#[component]
fn Shown(told: Told) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.supply();
    let until = words.day(told.expires.date(HOME_AHEAD_MINUTES));
    let whom = view! { <p>{(said.for_whom)(&told.name, &until)}</p> };
    if told.figures.is_empty() {
        let empty = view! { <Empty glyph=Glyph::PACKAGE title=said.none text=said.none_lead /> };
        return view! { {whom}{empty} }.into_any();
    }
    let (suburb, family) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let suburbs = options(said.all_suburbs, told.figures.iter().map(|figure| &figure.suburb));
    let families = options(said.all_families, told.figures.iter().map(|figure| &figure.family));
    let figures = StoredValue::new(told.figures);
    let chosen = Memo::new(move |_| {
        let is = |wanted: RwSignal<String>, name: &str| wanted.with(|wanted| wanted.is_empty() || wanted == name);
        let fits = |figure: &&Figure| is(suburb, &figure.suburb) && is(family, &figure.family);
        figures.with_value(|all| all.iter().filter(fits).cloned().collect::<Vec<Figure>>())
    });
    let save = Callback::new(move |()| {
        let lines: Vec<Line> = chosen.with_untracked(|chosen| chosen.iter().map(line).collect());
        page::save_file(said.file, csv(words, &lines).as_bytes(), "text/csv");
    });
    view! {
        {whom}
        <div class="supply__chosen">
            <SelectField label=said.suburb value=suburb options=Signal::derive(move || suburbs.clone()) />
            <SelectField label=said.family value=family options=Signal::derive(move || families.clone()) />
        </div>
        {dynamic(move || months(desk, &chosen.get()))}
        <div class="actions"><Button label=said.save glyph=Glyph::DOWNLOAD on_press=save /></div>
    }
    .into_any()
}

/// All of them, and each name once.
fn options<'a>(all: &str, names: impl Iterator<Item = &'a String>) -> Vec<(String, String)> {
    let names: BTreeSet<&String> = names.collect();
    let each = names.into_iter().map(|name| (name.clone(), name.clone()));
    [(String::new(), all.to_owned())].into_iter().chain(each).collect()
}

/// A section for each month, with bars for what was published together of a suburb: names of families fit beside them on a phone.
fn months(desk: Desk, chosen: &[Figure]) -> AnyView {
    let words = desk.words();
    let said = words.supply();
    if chosen.is_empty() {
        return view! { <p class="soft">{said.none_chosen}</p> }.into_any();
    }
    let most = chosen.iter().map(|figure| figure.quantity).max().unwrap_or(1).max(1);
    let bar = |figure: &Figure| Bar {
        name: figure.family.clone(),
        figure: words.number(figure.quantity.cast_signed()),
        share_permille: u32::try_from(figure.quantity * 1_000 / most).unwrap_or(1_000),
    };
    let section = |month: &[Figure]| {
        let mut tables: Vec<(&str, PartialDate)> = Vec::new();
        for figure in month {
            let one = (figure.suburb.as_str(), figure.published);
            if !tables.contains(&one) {
                tables.push(one);
            }
        }
        let tables = tables.into_iter().map(|(suburb, issue)| {
            let own = month.iter().filter(|figure| figure.suburb == suburb && figure.published == issue);
            let bars: Vec<Bar> = own.map(bar).collect();
            view! { <Bars caption=(said.caption)(suburb, &words.date(issue)) bars=Signal::stored(bars) /> }
        });
        let tables = tables.collect_view();
        view! { <Section title=words.date(month[0].month)>{tables}</Section> }
    };
    chosen.chunk_by(|one, next| one.month == next.month).map(section).collect_view().into_any()
}

fn line(figure: &Figure) -> Line {
    let Figure { month, suburb, family, quantity, published } = figure.clone();
    Line { month: month.to_string(), suburb, family, quantity, published: published.to_string() }
}
