//! Extra work that turned up: asked for before it is done.

use super::act::{Open, back, leaving, stays};
use super::lines::{LineBoxes, LinesField, Tax, read_all};
use super::photos::PhotosField;
use super::sums::lines_sum;
use super::typed::Reading;
use crate::components::{AreaField, Notice, NoticeKind, Section, TextField, dynamic};
use crate::deeds::draft;
use crate::desk::use_desk;
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::Variation;

/// The page: what was begun before, or an empty one.
#[component]
pub fn VaryForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let place = draft::place(desk, &format!("trade/{}/vary", open.space));
    let before = RwSignal::new(None::<Variation>);
    let quote = open.deal.approval().map(|(quote, _)| quote.id);
    let fresh = Variation { quote, on: Some(desk.today()), ..Variation::default() };
    let read = place.clone();
    leptos::task::spawn_local(async move {
        let kept = draft::read::<Variation>(desk, &read).await.filter(|kept| kept.quote == quote);
        before.try_set(Some(kept.unwrap_or(fresh)));
    });
    dynamic(move || {
        let start = before.get()?;
        Some(view! { <Boxed open=open.clone() place=place.clone() start /> })
    })
}

#[component]
fn Boxed(open: Open, place: String, start: Variation) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let form = Form::new();
    // Its prices are told as those of the quote.
    let quoted = open.deal.approval().map(|(quote, _)| quote.letter.clone()).unwrap_or_default();
    let (tax, inclusive) = (Tax::of(&quoted.lines, quoted.inclusive), quoted.inclusive);
    let text = |text: &str| RwSignal::new(text.to_owned());
    let (title, reason) = (text(&start.title), text(&start.reason));
    let files = RwSignal::new(start.files.clone());
    let mut boxes: Vec<LineBoxes> = start.lines.iter().map(|line| LineBoxes::of(words, line.clone(), tax)).collect();
    if boxes.is_empty() {
        boxes.push(LineBoxes::next(words, None));
    }
    let lines = RwSignal::new(boxes);
    let base = start.clone();
    let written = StoredValue::new(move |reading: &mut Reading| Variation {
        title: normal(&title.get()),
        lines: read_all(lines, reading, tax),
        reason: normal(&reason.get()),
        files: files.get(),
        ..base.clone()
    });
    let read = move |reading: &mut Reading| written.with_value(|written| written(reading));
    let typed = Memo::new(move |_| read(&mut Reading::default()));
    let keeper = StoredValue::new_local(Keeper::new(desk, place));
    Effect::new(move |_| {
        let now = typed.get();
        keeper.with_value(|keeper| keeper.keep((now != start).then_some(now)));
    });
    let space = open.space;
    let (leave, back) = (leaving(open.space), back(open.space));
    let send = Callback::new(move |()| {
        let mut reading = Reading::default();
        let variation = untrack(|| read(&mut reading));
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let leave = leave.clone();
        open.write(form, desk, &variation, move || {
            keeper.with_value(Keeper::end);
            leave(said.vary_sent);
        });
    });
    let sum = move || typed.with(|variation| lines_sum(desk, &variation.lines, inclusive, variation.on, 0));
    view! {
        <FormPage title=said.vary back form save=said.vary_send on_save=send>
            <Notice kind=NoticeKind::Info title=said.vary_lead />
            {stays(desk)}
            <TextField label=said.vary_title value=title error=form.error("title") />
            <AreaField label=said.vary_reason optional=words.common().optional value=reason error=form.error("reason") />
            <PhotosField label=said.photos space files />
            <Section title=said.lines><LinesField lines form taxed=tax != Tax::None /></Section>
            <div role="status">{dynamic(sum)}</div>
        </FormPage>
    }
}
