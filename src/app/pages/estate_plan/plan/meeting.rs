//! What goes to the general meeting: the resolution, the approval, and the report of what was done.

use super::files::Files;
use super::keep::put;
use super::{PLAN, Seen, drawn};
use crate::browser::random;
use crate::components::{Button, Empty, Facts, Glyph, LinkButton, Row, Rows, Section, TextField, Weight};
use crate::desk::Desk;
use crate::pages::form::Form;
use crate::pages::print::{lines, table};
use crate::pages::trade::typed::{Reading, day_text};
use leptos::prelude::*;
use model::RecordId;
use model::entry::Entry;
use model::estate::capital;
use model::scheme::{Budget, CapitalJob, PlannedItem, Workbench};
use report::Block;
use report::estate::{Told, meeting_blocks};

/// The part.
pub fn meeting(seen: Seen) -> AnyView {
    let form = Form::new();
    let day = RwSignal::new(day_text(Some(seen.desk.today())));
    drawn(seen, move |bench| {
        let told = Told::new(bench, seen.desk.words(), seen.desk.today(), Some(seen.year.get()));
        let writes = seen.writes.get();
        let paper = meeting_blocks(&told).iter().map(block).collect_view();
        let approval = writes.then(|| approval(seen, &told, form, day));
        let (jobs, found) = (jobs(&told, writes), writes.then(|| found(seen, bench, form)));
        view! {
            <div class="line paperless"><Files seen /></div>
            <div class="stack">{paper}</div>
            {approval}
            {jobs}
            {found}
        }
        .into_any()
    })
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Group { text } => view! { <h2>{*text}</h2> }.into_any(),
        Block::Note { text } => view! { <p class="section__note">{*text}</p> }.into_any(),
        Block::Facts { facts } => {
            let is_numbered = facts.iter().all(|fact| fact.name.parse::<u8>().is_ok());
            view! { <div class:estate-plan__numbered=is_numbered><Facts lines=lines(facts) /></div> }.into_any()
        }
        Block::Table(rows) => {
            view! { <div class="estate-plan__wide" role="group" tabindex="0" aria-label=rows.caption>{table(rows)}</div> }
                .into_any()
        }
        // Of no meeting.
        Block::Nothing { .. } | Block::System(_) | Block::Timeline(_) | Block::Chart(_) => ().into_any(),
    }
}

/// Keeps the plan of the year as members approved it; nothing where they have.
fn approval(seen: Seen, told: &Told<'_>, form: Form, day: RwSignal<String>) -> Option<AnyView> {
    let desk = seen.desk;
    let said = desk.words().estate_plan();
    let year = told.year;
    let kept = told.bench.budget(year).cloned();
    if kept.as_ref().is_some_and(|(_, budget)| budget.approved_on.is_some()) {
        return None;
    }
    let planned = capital::planned(&told.bench.plan(year), year).into_iter();
    let planned: Vec<PlannedItem> = planned.map(|one| PlannedItem { item: one.item, cents: one.cents }).collect();
    let press = Callback::new(move |()| {
        let mut reading = Reading::default();
        let approved_on = reading.day(&day.get_untracked(), "approved_on");
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let id = kept.as_ref().map_or_else(random::record_id, |(id, _)| *id);
        let before = kept.as_ref().map(|(_, budget)| budget.clone());
        let base = before.clone().unwrap_or_else(|| Budget { year: Some(year), ..Budget::default() });
        let budget = Budget { approved_on, planned: planned.clone(), ..base };
        form.run(async move { put(desk, id, before.as_ref(), &budget).await }, |()| {});
    });
    Some(
        view! {
            <Section title=said.approve>
                <div class="form stack paperless">
                    <p class="section__note">{said.approve_lead}</p>
                    <TextField label=said.approved_on value=day kind="date" error=form.error("approved_on") />
                    <div><Button label=said.approve busy=form.busy() on_press=press /></div>
                </div>
            </Section>
        }
        .into_any(),
    )
}

/// Work that was done, and what was put off.
fn jobs(told: &Told<'_>, writes: bool) -> AnyView {
    let (said, paper) = (told.words.estate_plan(), told.words.estate_paper());
    let row = |(id, job): &(RecordId, CapitalJob)| {
        let item = job.item.map(|item| told.bench.name(item).to_owned()).unwrap_or_default();
        let text = match job.postponed_to {
            Some(to) => (paper.postponed)(to, &job.reason),
            None => job.reason.clone(),
        };
        let day = job.on.map(|on| told.words.day(on)).unwrap_or_default();
        let end = job.cents.map(|cents| told.money(cents)).unwrap_or_default().into_any();
        let text = report::joined(&[&day, &text]).into_any();
        match writes {
            true => view! { <Row title=item href=format!("{PLAN}?job={id}") text end /> }.into_any(),
            false => view! { <Row title=item text end /> }.into_any(),
        }
    };
    let rows = told.bench.jobs.iter().rev().map(row).collect_view();
    let list = match told.bench.jobs.is_empty() {
        true => view! { <Empty glyph=Glyph::LIST_CHECKS title=said.no_jobs text=said.no_jobs_lead /> }.into_any(),
        false => view! { <Rows>{rows}</Rows> }.into_any(),
    };
    let add = writes.then(|| {
        view! { <div class="paperless"><LinkButton label=said.add_job href=format!("{PLAN}?job=new") glyph=Glyph::PLUS /></div> }
    });
    view! { <Section title=said.jobs><div class="stack">{list} {add}</div></Section> }.into_any()
}

/// What the logbook that is open here tells of work on the plan; nothing where it tells of none.
fn found(seen: Seen, bench: &Workbench, form: Form) -> Option<AnyView> {
    let desk: Desk = seen.desk;
    let said = desk.words().estate_plan();
    let entries: Vec<(RecordId, Entry)> =
        desk.library.entries.with(|entries| entries.iter().map(|one| (one.root, one.kept.letter.clone())).collect());
    let year = seen.year.get();
    let proposed: Vec<CapitalJob> =
        [year - 1, year].into_iter().flat_map(|year| bench.proposed(year, &entries)).collect();
    if proposed.is_empty() {
        return None;
    }
    let row = |job: CapitalJob| {
        let title = job.item.map(|item| bench.name(item).to_owned()).unwrap_or_default();
        let day = job.on.map(|on| desk.words().day(on)).unwrap_or_default();
        let text = report::joined(&[&day, &job.reason]).into_any();
        let label = (said.take)(&job.reason);
        let press = Callback::new(move |()| {
            let job = job.clone();
            form.run(async move { put(desk, random::record_id(), None, &job).await }, |()| {});
        });
        let actions = view! { <Button label weight=Weight::Small on_press=press /> }.into_any();
        view! { <Row title text actions /> }
    };
    let rows = proposed.into_iter().map(row).collect_view();
    Some(
        view! {
            <Section title=said.found>
                <div class="stack paperless"><p class="section__note">{said.found_lead}</p> <Rows>{rows}</Rows></div>
            </Section>
        }
        .into_any(),
    )
}
