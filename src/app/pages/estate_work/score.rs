//! What a vendor's finished jobs say of it: the score with its reasons, and the jobs themselves.

use super::known::{cents_typed, day_text, day_typed, may_write, money, read};
use super::{Found, day};
use crate::components::{
    Button, Cell, Column, Empty, Glyph, More, Section, SelectField, Table, TableRow, TextField, Weight, dynamic,
};
use crate::deeds::estate::OwnEstate;
use crate::deeds::work as deeds;
use crate::desk::{Desk, use_desk};
use crate::pages::form::Form;
use leptos::prelude::*;
use model::RecordId;
use model::canonical::normal;
use model::estate::vendor as rule;
use model::scheme::VendorJob;
use model::scheme::vendor_job::{finished, track};
use std::collections::BTreeSet;

/// Score and jobs.
#[component]
pub fn Scored(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().work();
    let points = move || read(found, |estate| points(desk, estate, id));
    let jobs = move || read(found, |estate| jobs(desk, estate, id));
    let writes = Memo::new(move |_| may_write(found));
    view! {
        <Section title=said.score>{dynamic(points)}</Section>
        <Section title=said.jobs>
            {dynamic(jobs)}
            {dynamic(move || writes.get().then(|| view! { <Adding found id /> }))}
        </Section>
    }
}

fn points(desk: Desk, estate: &OwnEstate, id: RecordId) -> AnyView {
    let said = desk.words().work();
    let found = rule::score(&track(&finished(&estate.records), id), desk.today());
    let row = |((track, weight), part): (&(rule::Track, u32), rule::Went)| {
        let figures = [*weight, part.well, part.badly, part.unknown];
        let cells: Vec<Cell> = figures.into_iter().map(|figure| Cell::Figure(figure.to_string())).collect();
        view! { <TableRow name=(said.track)(*track) cells /> }
    };
    let [what, rest @ ..] = said.score_columns;
    let columns: Vec<Column> = [Column::words(what)].into_iter().chain(rest.map(Column::figures)).collect();
    let rows = rule::WEIGHTS.iter().zip(found.parts).map(row).collect_view();
    let told = match found.points {
        Some(points) => view! { <p><strong>{(said.points)(points)}</strong></p> }.into_any(),
        None => view! { <p>{(said.score_few)(rule::JOBS_MIN)}</p> }.into_any(),
    };
    view! {
        {told}
        <p>{(said.score_jobs)(found.jobs)}</p>
        <Table caption=said.score columns>{rows}</Table>
        <p class="soft">{said.score_source}</p>
    }
    .into_any()
}

fn jobs(desk: Desk, estate: &OwnEstate, id: RecordId) -> AnyView {
    let words = desk.words();
    let said = words.work();
    let all = finished(&estate.records);
    let recalled: BTreeSet<RecordId> = all.iter().filter_map(|job| job.letter.recall_of).collect();
    let own: Vec<_> = all.iter().filter(|job| job.letter.vendor == Some(id)).collect();
    if own.is_empty() {
        return view! { <Empty glyph=Glyph::WRENCH title=said.jobs_none text=said.jobs_none_lead /> }.into_any();
    }
    let [job, done, promised, quoted, invoiced] = said.job_columns;
    let row = |job: &&model::standing::Standing<'_, VendorJob>| {
        let letter = &job.letter;
        let name = match recalled.contains(&job.root) {
            true => format!("{} ({})", letter.title, said.recalled),
            false => letter.title.clone(),
        };
        let figure = |head, cents: Option<i64>| {
            Cell::figure_headed(head, cents.map_or("–".to_owned(), |cents| money(words, cents)))
        };
        let cells = vec![
            Cell::headed(done, day(words, letter.finished)),
            Cell::headed(promised, day(words, letter.promised)),
            figure(quoted, letter.quoted),
            figure(invoiced, letter.invoiced),
        ];
        view! { <TableRow name cells /> }
    };
    let columns = vec![
        Column::words(job),
        Column::words(done),
        Column::words(promised),
        Column::figures(quoted),
        Column::figures(invoiced),
    ];
    let rows = own.iter().map(row).collect_view();
    view! { <Table caption=said.jobs columns list=true>{rows}</Table> }.into_any()
}

/// Writes down a job that no call-out tells of.
#[component]
fn Adding(found: Found, id: RecordId) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.work();
    let form = Form::new();
    let [title, promised, quoted, invoiced, recall] = [(); 5].map(|()| RwSignal::new(String::new()));
    let on = RwSignal::new(day_text(Some(desk.today())));
    let earlier = Memo::new(move |_| {
        let own = |estate: &OwnEstate| {
            let all = finished(&estate.records).into_iter().filter(|job| job.letter.vendor == Some(id));
            let named = all.map(|job| (job.root.to_string(), job.letter.title));
            [(String::new(), said.recall_none.to_owned())].into_iter().chain(named).collect::<Vec<_>>()
        };
        read(found, own).unwrap_or_default()
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = || {
            Ok(VendorJob {
                vendor: Some(id),
                title: normal(&title.get_untracked()),
                finished: day_typed(&on.get_untracked(), "finished")?,
                promised: day_typed(&promised.get_untracked(), "promised")?,
                quoted: cents_typed(&quoted.get_untracked(), "quoted")?,
                invoiced: cents_typed(&invoiced.get_untracked(), "invoiced")?,
                recall_of: recall.get_untracked().parse().ok(),
                ..VendorJob::default()
            })
        };
        match typed() {
            Ok(job) => form.run(async move { deeds::add(desk, &job).await }, move |_| {
                [title, promised, quoted, invoiced, recall].iter().for_each(|text| drop(text.try_set(String::new())));
                form.say(said.saved);
            }),
            Err(fault) => form.show(vec![fault]),
        }
    };
    let optional = words.common().optional;
    view! {
        <More summary=said.add_job>
            <form class="form" novalidate on:submit=add>
                <TextField label=said.job_title value=title error=form.error("title") />
                <TextField label=said.finished value=on kind="date" error=form.error("finished") />
                <TextField label=said.promised optional value=promised kind="date" error=form.error("promised") />
                <TextField label=said.quoted optional value=quoted sign="R" keyboard="decimal" error=form.error("quoted") />
                <TextField label=said.invoiced optional value=invoiced sign="R" keyboard="decimal" error=form.error("invoiced") />
                <SelectField label=said.recall_of value=recall options=Signal::from(earlier) />
                <div><Button label=words.common().save weight=Weight::Primary submit=true busy=form.busy() /></div>
            </form>
        </More>
    }
}
