//! Homes for the tests, told in few words.

use model::basis::{Alteration, Home, Paper, Thing};
use model::certificate::{Certificate, CertificateType};
use model::entry::{Entry, EntryType, Severity};
use model::file::FileRef;
use model::health::{HomeHealth, Known, Written, looked_at, of_home};
use model::inspection::Inspection;
use model::schedule::{Answer, Planned};
use model::system::{System, SystemType};
use model::task::Task;
use model::{Date, FileHash, RecordId};
use uuid::Uuid;

pub const TODAY: &str = "2026-11-27";

pub fn day(text: &str) -> Date {
    text.parse().expect("a date")
}

pub fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

/// A home in a test: everything by what it is, in the order in which it is given; systems are 1, 2, 3 …
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub systems: Vec<System>,
    pub zones: Vec<(RecordId, Option<RecordId>)>,
    pub entries: Vec<Entry>,
    pub tasks: Vec<Task>,
    pub certificates: Vec<Certificate>,
    pub papers: Vec<RecordId>,
    pub inspections: Vec<Inspection>,
}

/// The first number of entries, tasks and certificates.
pub const ENTRIES: u128 = 1_000;
pub const TASKS: u128 = 100_000;
pub const CERTIFICATES: u128 = 200_000;

pub fn numbered<T>(all: &[T], from: u128) -> impl Iterator<Item = (RecordId, &T)> {
    all.iter().zip(from..).map(|(one, number)| (id(number), one))
}

impl Book {
    pub fn of(systems: Vec<System>) -> Self {
        Self { systems, ..Self::default() }
    }

    pub fn with(mut self, entries: impl IntoIterator<Item = Entry>) -> Self {
        self.entries.extend(entries);
        self
    }

    pub fn planned(mut self, tasks: impl IntoIterator<Item = Task>) -> Self {
        self.tasks.extend(tasks);
        self
    }

    pub fn certified(mut self, certificates: impl IntoIterator<Item = Certificate>) -> Self {
        self.certificates.extend(certificates);
        self
    }

    pub fn gone(mut self) -> Self {
        self.systems.iter_mut().for_each(|system| system.removed = "2026-01-01".parse().ok());
        self
    }

    pub fn health(&self) -> HomeHealth {
        self.health_on(day(TODAY))
    }

    pub fn health_on(&self, today: Date) -> HomeHealth {
        let papers = numbered(&self.certificates, CERTIFICATES);
        let basis = Home {
            systems: numbered(&self.systems, 1).map(|(id, system)| Thing::of(id, system)).collect(),
            papers: papers.map(|(id, one)| Paper { root: id, id, letter: one.clone() }).collect(),
            alterations: numbered(&self.entries, ENTRIES).filter_map(|(id, one)| Alteration::of(id, one)).collect(),
            ..Home::default()
        };
        let answers: Vec<Answer> =
            numbered(&self.entries, ENTRIES).filter_map(|(id, one)| Answer::of_entry(id, one)).collect();
        let planned = |(id, task): (RecordId, &Task)| {
            let own: Vec<Answer> = answers.iter().filter(|answer| answer.task == id).copied().collect();
            Planned::of(id, task.clone(), &own, &[])
        };
        let tasks: Vec<Planned> = numbered(&self.tasks, TASKS).map(planned).collect();
        of_home(&Known {
            today,
            systems: numbered(&self.systems, 1).collect(),
            zones: self.zones.clone(),
            entries: numbered(&self.entries, ENTRIES).map(|(id, letter)| Written { root: id, id, letter }).collect(),
            tasks: &tasks,
            looked_at: self.inspections.iter().flat_map(looked_at).collect(),
            papers: self.papers.clone(),
            basis: &basis,
        })
    }
}

pub fn system(sort: SystemType, installed: Option<&str>) -> System {
    System { sort, installed: installed.and_then(|installed| installed.parse().ok()), ..System::default() }
}

pub fn photo() -> FileRef {
    FileRef { hash: FileHash([7; 32]), ..FileRef::default() }
}

/// A geyser (8 to 12 years) of which everything is known but what happened to it.
pub fn geyser(installed: &str) -> System {
    let files = vec![photo()];
    System { make: "Kwikot".into(), model: "150".into(), files, ..system(SystemType::Geyser, Some(installed)) }
}

pub fn entry(sort: EntryType, when: &str, systems: &[u128]) -> Entry {
    let systems = systems.iter().map(|number| id(*number)).collect();
    Entry { sort, when: when.parse().ok(), systems, ..Entry::default() }
}

pub fn service(when: &str, systems: &[u128]) -> Entry {
    entry(EntryType::Service, when, systems)
}

pub fn fault(severity: Severity, systems: &[u128]) -> Entry {
    Entry { severity: Some(severity), ..entry(EntryType::Fault, "2026-11-20", systems) }
}

/// A yearly task, counted from when it was done.
pub fn yearly(due: &str, systems: &[u128]) -> Task {
    let systems = systems.iter().map(|number| id(*number)).collect();
    let recurrence = Some(model::recurrence::Recurrence::months(12));
    Task { due: Some(day(due)), systems, recurrence, ..Task::default() }
}

pub fn electrical(issued: &str, systems: &[u128]) -> Certificate {
    let systems = systems.iter().map(|number| id(*number)).collect();
    let sort = CertificateType::Electrical;
    Certificate { sort, issued: issued.parse().ok(), systems, test_report: Some(true), ..Certificate::default() }
}

pub fn note() -> Entry {
    entry(EntryType::Note, "2026-01-01", &[])
}
