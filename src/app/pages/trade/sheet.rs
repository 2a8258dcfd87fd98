//! The boxes of a job record, and what they begin with.

use super::act::Open;
use super::parts::PartBoxes;
use super::typed::{Reading, day_text, number_text};
use crate::desk::Desk;
use leptos::prelude::*;
use model::canonical::normal;
use model::certificate::CertificateType;
use model::portal::{Issued, JobSheet, Line, agreed};
use model::{FileRef, PartialDate, RecordId};

/// What a record begins with.
pub fn begun(desk: Desk, open: &Open) -> JobSheet {
    if let Some(sheet) = open.deal.sheet() {
        return JobSheet { amends: Some(sheet.id), ..sheet.letter.clone() };
    }
    JobSheet {
        quote: open.deal.approval().map(|(quote, _)| quote.id),
        done: agreed::lines(&open.deal).into_iter().map(|line| line.id).collect(),
        completed_on: Some(desk.today()),
        by: open.deal.approval().map(|(quote, _)| quote.letter.provider.name.clone()).unwrap_or_default(),
        ..JobSheet::default()
    }
}

/// The boxes of a record.
#[derive(Clone, Copy)]
pub struct Boxes {
    base: StoredValue<JobSheet>,
    /// What was agreed.
    pub lines: StoredValue<Vec<Line>>,
    system: Option<RecordId>,
    /// Which of it was done, by its place.
    pub done: RwSignal<Vec<usize>>,
    /// Photos from before.
    pub before: RwSignal<Vec<FileRef>>,
    /// Photos from after.
    pub after: RwSignal<Vec<FileRef>>,
    /// Parts that were fitted.
    pub parts: RwSignal<Vec<PartBoxes>>,
    /// How long it took.
    pub minutes: RwSignal<String>,
    /// What there is to say.
    pub notes: RwSignal<String>,
    /// The sort of certificate; empty for none.
    pub certificate: RwSignal<String>,
    /// Its number.
    pub certificate_number: RwSignal<String>,
    /// The paper itself.
    pub certificate_files: RwSignal<Vec<FileRef>>,
    /// The issuer's registration number.
    pub registration: RwSignal<String>,
    /// Where that is registered.
    pub body: RwSignal<String>,
    /// Months until somebody should look again.
    pub next: RwSignal<Option<i64>>,
    /// What should be done then.
    pub next_what: RwSignal<String>,
    /// The day on which it was finished.
    pub completed_on: RwSignal<String>,
    /// Who did it.
    pub by: RwSignal<String>,
}

impl Boxes {
    /// The boxes with a record in them.
    pub fn of(open: &Open, sheet: JobSheet) -> Self {
        let text = |text: &str| RwSignal::new(text.to_owned());
        let lines = agreed::lines(&open.deal);
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
    pub fn read(self, reading: &mut Reading) -> JobSheet {
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
