//! The plan: everything that is due, the year ahead, and what it will cost.

use super::chart::Costs;
use super::filter::{Filters, Wanted};
use super::line::line;
use super::year::Year;
use crate::components::{Empty, Glyph, LinkButton, Rows, Section, Weight, When};
use crate::data::{Coming, coming, ledger, meter, stands};
use crate::desk::{Desk, use_desk};
use crate::pages::Page;
use leptos::prelude::*;
use model::Date;
use model::access::Action;
use model::forecast::{self, Foreseen, Planned};
use model::task::Task;

/// Tasks of so many days are "next".
const NEXT_DAYS: u32 = 30;

/// The plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.plan();
    let wanted = Wanted::asked();
    let all = Memo::new(move |_| coming(&desk.library));
    let shown = Memo::new(move |_| {
        let wanted = wanted.get();
        all.get().into_iter().filter(|coming| wanted.fits(desk, &coming.task.letter)).collect::<Vec<_>>()
    });
    let rounds = Memo::new(move |_| rounds(desk, &wanted.get()));
    let is_empty = Signal::derive(move || all.with(Vec::is_empty));
    let may = desk.may(Action::Write);
    let actions = may.then(|| {
        view! {
            <LinkButton label=said.usual href="/plan/usual" weight=Weight::Quiet glyph=Glyph::LIST_CHECKS icon_only=true />
            <LinkButton label=said.add href="/tasks/new" weight=Weight::Quiet glyph=Glyph::PLUS />
        }
    });
    view! {
        <Page title=words.frame().plan wide=true class="plan stack stack--loose" actions=actions.into_any()>
            <When is=is_empty><First may /></When>
            <When is=Signal::derive(move || !is_empty.get())>
                <Filters all wanted />
                {move || lists(desk, shown.get())}
                <Year rounds />
                <Costs rounds />
                <p class="paperless"><a href="/tasks">{said.all_tasks}</a></p>
            </When>
        </Page>
    }
}

/// Nothing planned: what a plan is good for, and where it comes from.
#[component]
fn First(may: bool) -> impl IntoView {
    let said = use_desk().words().plan();
    let action = may.then(
        || view! { <LinkButton label=said.usual href="/plan/usual" weight=Weight::Primary glyph=Glyph::LIST_CHECKS /> },
    );
    view! { <Empty glyph=Glyph::CALENDAR title=said.empty_title text=said.empty_lead action=action.into_any() /> }
}

/// Overdue, next, later, beyond.
fn lists(desk: Desk, all: Vec<Coming>) -> AnyView {
    let said = desk.words().plan();
    if all.is_empty() {
        return view! { <p class="soft">{said.none_fit}</p> }.into_any();
    }
    let mut parts: [Vec<Coming>; 4] = Default::default();
    let today = desk.today();
    for coming in all {
        parts[part(coming.due.by, today)].push(coming);
    }
    let sections = parts.into_iter().zip([said.late, said.next, said.later, said.beyond]).map(|(part, title)| {
        let count = part.len();
        let rows = move || part.iter().map(|coming| line(desk, coming)).collect_view();
        (count > 0).then(|| view! { <Section title count=Signal::derive(move || count)><Rows>{rows}</Rows></Section> })
    });
    sections.collect_view().into_any()
}

fn part(by: Date, today: Date) -> usize {
    match () {
        () if by < today => 0,
        () if by <= today.plus_days(NEXT_DAYS) => 1,
        () if by <= today.plus_months(12) => 2,
        () => 3,
    }
}

/// Every round of ten years that the filters let through.
fn rounds(desk: Desk, wanted: &Wanted) -> Vec<Foreseen> {
    let library = &desk.library;
    let ledger = ledger(library);
    let today = desk.today();
    let fits = |task: &Task| stands(library, task) && wanted.fits(desk, task);
    let tasks: Vec<_> = library.shelf::<Task>().values().filter(|task| fits(&task.letter)).collect();
    let meters: Vec<_> = tasks.iter().map(|task| meter(library, &task.letter)).collect();
    let planned = tasks.iter().zip(&meters).map(|(task, meter)| Planned {
        id: task.id,
        task: &task.letter,
        answers: ledger.of(task.id),
        meter,
    });
    forecast::rounds(planned, today, forecast::until(today))
}
