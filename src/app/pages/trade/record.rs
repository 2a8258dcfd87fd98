//! The job record, on one page: what was approved is ticked already, so that a plain job takes a photo and one press.

use super::act::{Open, back, leaving, stays};
use super::firm::remembered;
use super::parts::{PartBoxes, PartsField};
use super::photos::PhotosField;
use super::typed::{Reading, day_text, number_text};
use crate::components::{
    AreaField, Button, Chip, Choice, Choices, More, Notice, NoticeKind, SelectField, TextField, Weight, When, dynamic,
};
use crate::deeds::draft;
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, FormPage};
use crate::pages::keeper::Keeper;
use leptos::prelude::*;
use model::canonical::normal;
use model::certificate::CertificateType;
use model::portal::machine::State;
use model::portal::{Issued, JobSheet, Line, money};
use model::{FileRef, PartialDate, RecordId, SpaceId};

/// Months until the next service, as they are offered.
const NEXT_MONTHS: [Option<i64>; 5] = [None, Some(6), Some(12), Some(24), Some(36)];

/// The page: what was begun before, else what is corrected, else what was approved.
#[component]
pub fn RecordForm(
    /// The job.
    open: Open,
) -> impl IntoView {
    let desk = use_desk();
    let place = draft::place(desk, &format!("trade/{}/record", open.space));
    let before = RwSignal::new(None::<(JobSheet, bool)>);
    let (read, fresh) = (place.clone(), begun(desk, &open));
    let anew = fresh.clone();
    leptos::task::spawn_local(async move {
        let kept = draft::read::<JobSheet>(desk, &read).await.filter(|kept| kept.amends == fresh.amends);
        let is_kept = kept.is_some();
        let mut start = kept.unwrap_or(fresh);
        if start.by.is_empty() {
            start.by = remembered(desk).await.0.map(|firm| firm.name).unwrap_or_default();
        }
        before.try_set(Some((start, is_kept)));
    });
    dynamic(move || {
        let (start, is_kept) = before.get()?;
        let (open, place, anew) = (open.clone(), place.clone(), anew.clone());
        let again = is_kept.then(|| Callback::new(move |()| before.set(Some((anew.clone(), false)))));
        Some(view! { <Boxed open place start again /> })
    })
}

/// Lines that were approved, of the quote and of extra work.
fn approved(open: &Open) -> Vec<Line> {
    let deal = &open.deal;
    let Some((quote, decision)) = deal.approval() else { return Vec::new() };
    let chosen = money::chosen(&quote.letter, &decision.letter.option, &decision.letter.ticked).cloned();
    let varied =
        deal.variations.iter().filter(|variation| deal.variation_state(variation.id) == State::VariationApproved);
    let mut lines: Vec<Line> = chosen.collect();
    for line in varied.flat_map(|variation| &variation.letter.lines) {
        if lines.iter().all(|known| known.id != line.id) {
            lines.push(line.clone());
        }
    }
    lines
}

/// What a record begins with.
fn begun(desk: Desk, open: &Open) -> JobSheet {
    if let Some(sheet) = open.deal.sheet() {
        return JobSheet { amends: Some(sheet.id), ..sheet.letter.clone() };
    }
    JobSheet {
        quote: open.deal.approval().map(|(quote, _)| quote.id),
        done: approved(open).into_iter().map(|line| line.id).collect(),
        completed_on: Some(desk.today()),
        by: open.deal.approval().map(|(quote, _)| quote.letter.provider.name.clone()).unwrap_or_default(),
        ..JobSheet::default()
    }
}

/// The boxes of a record.
#[derive(Clone, Copy)]
struct Boxes {
    base: StoredValue<JobSheet>,
    lines: StoredValue<Vec<Line>>,
    system: Option<RecordId>,
    done: RwSignal<Vec<usize>>,
    before: RwSignal<Vec<FileRef>>,
    after: RwSignal<Vec<FileRef>>,
    parts: RwSignal<Vec<PartBoxes>>,
    minutes: RwSignal<String>,
    notes: RwSignal<String>,
    certificate: RwSignal<String>,
    certificate_number: RwSignal<String>,
    certificate_files: RwSignal<Vec<FileRef>>,
    registration: RwSignal<String>,
    body: RwSignal<String>,
    next: RwSignal<Option<i64>>,
    next_what: RwSignal<String>,
    completed_on: RwSignal<String>,
    by: RwSignal<String>,
}

impl Boxes {
    fn of(open: &Open, sheet: JobSheet) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let lines = approved(open);
        let is_done = |at: &usize| sheet.done.contains(&lines[*at].id);
        let issued = sheet.certificate.clone();
        let firm = open.deal.approval().and_then(|(quote, _)| quote.letter.provider.registrations.first().cloned());
        let told = issued.clone().unwrap_or_default();
        let own = firm.filter(|_| issued.is_none()).unwrap_or_default();
        let systems = open.deal.request.as_ref().map(|request| request.letter.systems.as_slice()).unwrap_or_default();
        Self {
            system: if let [only] = systems { only.id } else { None },
            done: RwSignal::new((0..lines.len()).filter(is_done).collect()),
            before: RwSignal::new(sheet.before.clone()),
            after: RwSignal::new(sheet.after.clone()),
            parts: RwSignal::new(sheet.parts.iter().cloned().map(PartBoxes::of).collect()),
            minutes: RwSignal::new(number_text(sheet.minutes)),
            notes: text(&sheet.notes),
            certificate: RwSignal::new(issued.map(|issued| issued.sort.to_string()).unwrap_or_default()),
            certificate_number: text(&told.number),
            certificate_files: RwSignal::new(told.file.into_iter().collect()),
            registration: RwSignal::new(if told.registration.is_empty() { own.number } else { told.registration }),
            body: RwSignal::new(if told.body.is_empty() { own.body } else { told.body }),
            next: RwSignal::new(sheet.next_months),
            next_what: text(&sheet.next_what),
            completed_on: RwSignal::new(day_text(sheet.completed_on)),
            by: text(&sheet.by),
            lines: StoredValue::new(lines),
            base: StoredValue::new(sheet),
        }
    }

    /// The record that stands in them; tracks them.
    fn read(self, reading: &mut Reading) -> JobSheet {
        let text = |text: RwSignal<String>| normal(&text.get());
        let parts = self.parts.get().iter().map(|part| part.read(reading, self.system)).collect();
        let done = self.done.get();
        let next_months = self.next.get();
        let completed_on = reading.day(&self.completed_on.get(), "completed_on");
        let sort = self.certificate.get().parse::<CertificateType>().ok();
        let by = text(self.by);
        let certificate = sort.map(|sort| Issued {
            sort,
            number: text(self.certificate_number),
            issuer: by.clone(),
            registration: text(self.registration),
            body: text(self.body),
            issued: completed_on.map(PartialDate::day),
            file: self.certificate_files.get().into_iter().next(),
        });
        JobSheet {
            done: self.lines.with_value(|lines| done.iter().map(|at| lines[*at].id.clone()).collect()),
            before: self.before.get(),
            after: self.after.get(),
            parts,
            minutes: reading.whole(&self.minutes.get(), "minutes"),
            notes: text(self.notes),
            certificate,
            next_months,
            next_what: if next_months.is_some() { text(self.next_what) } else { String::new() },
            completed_on,
            by,
            ..self.base.get_value()
        }
    }
}

#[component]
fn Boxed(open: Open, place: String, start: JobSheet, again: Option<Callback<()>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let form = Form::new();
    let (first, is_new) = (start.clone(), start.amends.is_none());
    let boxes = Boxes::of(&open, start);
    let keeper = StoredValue::new_local(Keeper::new(desk, place));
    Effect::new(move |_| {
        let now = boxes.read(&mut Reading::default());
        keeper.with_value(|keeper| keeper.keep((now != first).then_some(now)));
    });
    let space = open.space;
    let leave = leaving(open.space);
    let back = back(open.space);
    let finish = Callback::new(move |()| {
        let mut reading = Reading::default();
        let sheet = untrack(|| boxes.read(&mut reading));
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

/// The certificate that was issued with the job.
#[component]
fn Certificate(boxes: Boxes, form: Form, space: SpaceId) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let optional = words.common().optional;
    let sorts = move || {
        let none = std::iter::once((String::new(), said.no_certificate.to_owned()));
        let all = CertificateType::ALL.iter();
        none.chain(all.map(|sort| (sort.to_string(), (words.choice().certificate)(*sort).to_owned())))
            .collect::<Vec<_>>()
    };
    let is_issued = Signal::derive(move || boxes.certificate.with(|sort| !sort.is_empty()));
    let details = move || {
        view! {
            <TextField label=said.certificate_number optional value=boxes.certificate_number error=form.error("certificate.number") />
            <div class="pair">
                <TextField label=said.body optional value=boxes.body error=form.error("certificate.body") />
                <TextField label=said.registration optional value=boxes.registration error=form.error("certificate.registration") />
            </div>
            <PhotosField label=said.certificate_file space files=boxes.certificate_files papers=true />
        }
    };
    view! {
        <SelectField label=said.certificate_sort optional value=boxes.certificate options=Signal::derive(sorts) />
        <When is=is_issued>{details}</When>
    }
}

/// When somebody should look again, and for what.
#[component]
fn NextService(boxes: Boxes, form: Form) -> impl IntoView {
    let words = use_desk().words();
    let said = words.job();
    let whens = NEXT_MONTHS.into_iter().zip(said.next_whens);
    let whens = whens.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None }).collect();
    let is_asked = Signal::derive(move || boxes.next.get().is_some());
    let what = move || {
        view! { <TextField label=said.next_what optional=words.common().optional value=boxes.next_what error=form.error("next_what") /> }
    };
    view! {
        <Choice legend=said.next_when options=whens value=boxes.next />
        <When is=is_asked>{what}</When>
    }
}
