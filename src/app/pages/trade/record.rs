//! The job record, on one page: what was approved is ticked already, so that a plain job takes a photo and one press.

use super::act::{Open, back, leaving, stays};
use super::checks::{Checks, ChecksField, of_job};
use super::firm::remembered_name;
use super::issued::{Certificate, NextService};
use super::parts::PartsField;
use super::photos::PhotosField;
use super::sheet::{Boxes, begun};
use super::typed::Reading;
use crate::components::{AreaField, Button, Chip, Choices, More, Notice, NoticeKind, TextField, Weight, dynamic};
use crate::deeds::draft;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use leptos::prelude::*;
use model::firm::Routine;
use model::portal::{JobSheet, Line};

/// The page: what was begun before, else what is corrected, else what was approved.
#[component]
pub fn RecordForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let place = draft::place(desk, &format!("trade/{}/record", open.space));
    let before = RwSignal::new(None::<(JobSheet, bool)>);
    let routines = StoredValue::new(Vec::<Routine>::new());
    let title = open.deal.request.as_ref().map(|request| request.letter.title.clone()).unwrap_or_default();
    let (read, fresh) = (place.clone(), begun(desk, &open));
    let anew = fresh.clone();
    leptos::task::spawn_local(async move {
        let kept = draft::read::<JobSheet>(desk, &read).await.filter(|kept| kept.amends == fresh.amends);
        let is_kept = kept.is_some();
        let mut start = kept.unwrap_or(fresh);
        if start.by.is_empty() {
            start.by = remembered_name(desk).await;
        }
        routines.try_set_value(of_job(desk, &title).await);
        before.try_set(Some((start, is_kept)));
    });
    dynamic(move || {
        let (start, is_kept) = before.get()?;
        let (open, place, anew) = (open.clone(), place.clone(), anew.clone());
        let checks = Checks::of(routines.get_value(), &start);
        let again = is_kept.then(|| Callback::new(move |()| before.set(Some((anew.clone(), false)))));
        Some(view! { <Boxed open place start checks again /> })
    })
}

#[component]
fn Boxed(open: Open, place: String, start: JobSheet, checks: Checks, again: Option<Callback<()>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let form = Form::new();
    let (first, is_new) = (start.clone(), start.amends.is_none());
    let boxes = Boxes::of(&open, start);
    let keeper = StoredValue::new_local(Keeper::new(desk, place));
    Effect::new(move |_| {
        let now = JobSheet { points: checks.read(), ..boxes.read(&mut Reading::default()) };
        keeper.with_value(|keeper| keeper.keep((now != first).then_some(now)));
    });
    let space = open.space;
    let leave = leaving(open.space);
    let back = back(open.space);
    let finish = Callback::new(move |()| {
        let mut reading = Reading::default();
        let sheet = untrack(|| JobSheet { points: checks.read(), ..boxes.read(&mut reading) });
        if !checks.are_done() {
            return;
        }
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let leave = leave.clone();
        open.write(form, desk, &sheet, move || {
            keeper.with_value(Keeper::end);
            leave(said.finished);
        });
    });
    let kept = again.map(|again| {
        let anew = view! { <Button label=said.draft_fresh weight=Weight::Small on_press=again /> }.into_any();
        view! { <Notice kind=NoticeKind::Info title=said.draft_kept actions=anew /> }
    });
    let lines = boxes.lines.with_value(|lines| {
        let chip = |(value, line): (usize, &Line)| Chip { value, name: line.what.clone(), glyph: None };
        lines.iter().enumerate().map(chip).collect::<Vec<_>>()
    });
    let optional = words.common().optional;
    let title = if is_new { said.write_record } else { said.correct_record };
    view! {
        <FormPage title back form save=said.finish on_save=finish>
            {kept}
            {stays(desk)}
            {(!lines.is_empty()).then(|| view! { <Choices legend=said.done_lines options=lines values=boxes.done /> })}
            <ChecksField checks />
            <PhotosField label=said.before space files=boxes.before />
            <PhotosField label=said.after space files=boxes.after />
            <More summary=said.parts open=boxes.parts.with_untracked(|parts| !parts.is_empty())>
                <PartsField parts=boxes.parts form />
            </More>
            <TextField label=said.minutes optional value=boxes.minutes unit=said.minutes_unit keyboard="numeric" error=form.error("minutes") />
            <AreaField label=said.notes optional value=boxes.notes error=form.error("notes") />
            <Certificate boxes form space />
            <NextService boxes form />
            <TextField label=said.completed_on value=boxes.completed_on kind="date" error=form.error("completed_on") />
            <TextField label=said.by optional value=boxes.by autocomplete="name" error=form.error("by") />
        </FormPage>
    }
}
