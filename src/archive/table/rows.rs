//! The columns of every kind.

use super::Row;
use crate::book::Kept;
use model::RecordId;
use model::certificate::Certificate;
use model::checklist::{Checklist, Look};
use model::claim::Claim;
use model::contact::Contact;
use model::deferral::Deferral;
use model::document::Document;
use model::entry::Entry;
use model::import::Import;
use model::inspection::{Found, Inspection};
use model::item::Item;
use model::property::Property;
use model::reading::Reading;
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::zone::Zone;

/// Names joined as people list them.
fn listed<T: Copy>(values: &[T], name: fn(T) -> &'static str) -> String {
    values.iter().map(|value| name(*value)).collect::<Vec<_>>().join("; ")
}

/// An answer of yes or no in words; nothing where there is none.
fn said_of(answer: Option<bool>, yes: &'static str, no: &'static str) -> &'static str {
    answer.map_or("", |answer| if answer { yes } else { no })
}

pub(super) fn property(row: &mut Row, kept: &Kept<Property>) {
    let (words, property) = (row.book.words, &kept.letter);
    let (said, choice, column) = (words.property(), words.choice(), &words.archive().column);
    let named = |name: Option<&'static str>| name.unwrap_or_default();
    row.text(words.zone().name, &property.name)
        .text(said.street, &property.address)
        .text(said.suburb, &property.suburb)
        .text(said.city, &property.city)
        .text(said.postal_code, &property.postal_code)
        .text(column.country, property.country.as_deref().unwrap_or_default())
        .text(column.time_zone, property.time_zone.as_deref().unwrap_or_default())
        .text(said.sort, named(property.dwelling.map(choice.dwelling)))
        .number(said.year_built, property.year_built.map(Into::into))
        .date(said.occupied, property.occupied)
        .number(said.floor_area, property.floor_area_m2)
        .text(said.erf, &property.erf)
        .text(said.roof, named(property.roof.map(choice.roof)))
        .text(said.walls, named(property.walls.map(choice.walls)))
        .text(said.water_from, &listed(&property.water, choice.water))
        .text(said.power_from, &listed(&property.power, choice.power))
        .text(column.water_shut_off, &property.water_shut_off)
        .text(column.power_shut_off, &property.power_shut_off)
        .text(column.notes, &property.notes);
}

pub(super) fn zone(row: &mut Row, kept: &Kept<Zone>) {
    let (words, zone) = (row.book.words, &kept.letter);
    let (said, column) = (words.zone(), &words.archive().column);
    row.text(said.name, &zone.name)
        .text(column.sort, (words.choice().place)(zone.place))
        .one(said.parent, zone.parent)
        .text(column.notes, &zone.notes);
}

pub(super) fn system(row: &mut Row, kept: &Kept<System>) {
    let (words, system) = (row.book.words, &kept.letter);
    let (said, column) = (words.system(), &words.archive().column);
    row.text(words.zone().name, &system.name)
        .text(said.sort, (words.choice().system)(system.sort))
        .one(said.zone, system.zone)
        .one(said.part_of, system.parent)
        .text(said.make, &system.make)
        .text(said.model, &system.model)
        .text(said.serial, &system.serial)
        .text(said.size, &system.size)
        .date(said.installed, system.installed)
        .one(said.fitted_by, system.fitted_by)
        .money(said.price, system.price.as_ref())
        .number(said.expected_life, system.life_years)
        .text(column.life_source, &system.life_source)
        .text(said.shut_off, &system.shut_off)
        .date(column.removed, system.removed)
        .one(column.replaced_by, system.replaced_by)
        .text(column.notes, &system.notes)
        .files(&system.files);
}

pub(super) fn entry(row: &mut Row, kept: &Kept<Entry>) {
    let (words, entry) = (row.book.words, &kept.letter);
    let (said, column) = (words.entry(), &words.archive().column);
    let severity = entry.severity.map(words.choice().severity).unwrap_or_default();
    let part = |part: &model::entry::Part| format!("{} × {} {}", part.quantity, part.name, part.number);
    let parts: Vec<String> = entry.parts.iter().map(|one| part(one).trim_end().to_owned()).collect();
    let done_by = entry.contact.map(|id| row.book.name(id)).unwrap_or_else(|| entry.done_by.clone());
    row.date(said.when, entry.when)
        .text(column.sort, (words.choice().entry)(entry.sort))
        .text(column.title, &entry.title)
        .many(said.systems, &entry.systems)
        .many(said.zones, &entry.zones)
        .text(said.done_by, &done_by)
        .money(said.cost, entry.cost.as_ref())
        .money(said.labour, entry.labour.as_ref())
        .money(said.parts_cost, entry.parts_cost.as_ref())
        .text(said.parts, &parts.join("; "))
        .text(said.severity, severity)
        .one(said.settles, entry.settles)
        .one(said.task, entry.completes)
        .day(column.due, entry.due)
        .text(said.alters, said_of(entry.alters, said.altered, said.unaltered))
        .many(words.document().one, &entry.documents)
        .text(column.notes, &entry.notes)
        .files(&entry.files)
        .fact(kept);
}

pub(super) fn document(row: &mut Row, kept: &Kept<Document>) {
    let (words, document) = (row.book.words, &kept.letter);
    let (said, column) = (words.document(), &words.archive().column);
    let facts: Vec<String> = document.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value)).collect();
    row.text(said.title, &document.title)
        .text(said.sort, (words.choice().document)(document.sort))
        .date(said.dated, document.dated)
        .many(words.entry().systems, &document.systems)
        .one(said.from, document.contact)
        .text(said.says, &facts.join("; "))
        .text(column.notes, &document.notes)
        .files(&document.file);
}

pub(super) fn contact(row: &mut Row, kept: &Kept<Contact>) {
    let (words, contact) = (row.book.words, &kept.letter);
    let (said, column) = (words.contact(), &words.archive().column);
    let registered: Vec<String> =
        contact.registrations.iter().map(|one| format!("{} {}", one.body, one.number)).collect();
    row.text(said.name, &contact.name)
        .text(said.is, (words.choice().contact)(contact.role))
        .text(said.trade, &contact.trade)
        .text(said.person, &contact.person)
        .text(said.phone, &contact.phone)
        .text(said.email, &contact.email)
        .text(said.address, &contact.address)
        .text(said.registrations, &registered.join("; "))
        .text(column.notes, &contact.notes);
}

pub(super) fn certificate(row: &mut Row, kept: &Kept<Certificate>) {
    let (words, certificate) = (row.book.words, &kept.letter);
    let basis = words.basis();
    let (said, column) = (words.care(), &words.archive().column);
    row.text(column.sort, (words.choice().certificate)(certificate.sort))
        .text(column.title, &certificate.title)
        .text(said.number, &certificate.number)
        .date(said.issued, certificate.issued)
        .text(said.issuer, &certificate.issuer)
        .one(words.frame().contacts, certificate.contact)
        .text(said.registration, &certificate.registration)
        .text(said.body, &certificate.body)
        .many(said.covers, &certificate.systems)
        .one(said.supplements, certificate.supplements)
        .text(basis.own_basis, certificate.basis.map(basis.basis).unwrap_or_default())
        .number(column.months, certificate.months)
        .text(basis.jurisdiction, &certificate.jurisdiction)
        .date(basis.transfer, certificate.transfer)
        .text(basis.test_report, said_of(certificate.test_report, basis.yes, basis.no))
        .text(basis.digital, said_of(certificate.digital, basis.yes, basis.no))
        .text(basis.registered, said_of(certificate.registered, basis.yes, basis.no))
        .text(column.notes, &certificate.notes)
        .files(&certificate.files)
        .fact(kept);
}

pub(super) fn warranty(row: &mut Row, kept: &Kept<Warranty>) {
    let (words, warranty) = (row.book.words, &kept.letter);
    let (own, clock) = (words.warranty(), row.book.clock(kept.id, warranty));
    let (said, column) = (words.care(), &words.archive().column);
    row.text(column.title, &warranty.title)
        .text(said.cover, (words.choice().cover)(warranty.cover))
        .many(said.covers, &warranty.systems)
        .text(said.provider, &warranty.provider)
        .one(words.frame().contacts, warranty.contact)
        .text(said.number, &warranty.number)
        .date(said.starts, clock.starts)
        .text(own.begins_with, warranty.begins.map(own.begins).unwrap_or_default())
        .one(own.repair, warranty.repair)
        .number(column.months, warranty.months)
        .day(column.ends, clock.ends)
        .date(own.void_since, warranty.void)
        .text(own.void_reason, &warranty.void_reason)
        .text(column.notes, &warranty.notes)
        .files(&warranty.files);
}

pub(super) fn claim(row: &mut Row, kept: &Kept<Claim>) {
    let (words, claim) = (row.book.words, &kept.letter);
    let (said, column) = (words.warranty(), &words.archive().column);
    row.text(column.title, &claim.title)
        .one(words.care().warranty, claim.warranty)
        .one(words.entry().system, claim.system)
        .date(said.asked, claim.asked)
        .text(said.outcome, (said.outcomes)(claim.outcome))
        .date(said.decided, claim.decided)
        .text(said.answer, &claim.answer)
        .text(said.effect, claim.effect.map(|effect| (said.effects)(Some(effect))).unwrap_or_default())
        .number(column.months, claim.months)
        .many(words.document().one, &claim.documents)
        .text(column.notes, &claim.notes)
        .files(&claim.files);
}

pub(super) fn task(row: &mut Row, kept: &Kept<Task>) {
    let (words, task) = (row.book.words, &kept.letter);
    let column = &words.archive().column;
    row.text(column.title, &task.title)
        .day(column.due, task.due)
        .many(words.entry().systems, &task.systems)
        .one(column.usually, task.contact)
        .one(words.archive().done, task.done)
        .text(words.plan().comes_round, &words.recurrence(task.recurrence.as_ref()))
        .text(words.plan().interval_name, &task.interval_source)
        .text(words.care().trade, &task.trade)
        .money(words.care().cost_min, task.cost_min.as_ref())
        .money(words.care().cost_max, task.cost_max.as_ref())
        .text(words.plan().why, &task.why)
        .text(words.plan().how_to, &task.how_to)
        .text(column.notes, &task.notes);
}

pub(super) fn deferral(row: &mut Row, kept: &Kept<Deferral>) {
    let (words, deferral) = (row.book.words, &kept.letter);
    let column = &words.archive().column;
    row.day(words.care().date, deferral.on)
        .one(words.care().task, deferral.task)
        .day(column.due, deferral.due)
        .day(words.plan().put_off, deferral.until)
        .text(column.notes, &deferral.reason)
        .fact(kept);
}

pub(super) fn item(row: &mut Row, kept: &Kept<Item>) {
    let (words, item) = (row.book.words, &kept.letter);
    let (said, column) = (words.care(), &words.archive().column);
    row.text(said.name, &item.name)
        .number(said.count, Some(item.quantity))
        .one(words.system().zone, item.zone)
        .text(said.make, &item.make)
        .text(said.model, &item.model)
        .text(said.serial, &item.serial)
        .date(said.bought, item.bought)
        .money(said.price, item.price.as_ref())
        .money(said.replacement, item.replacement.as_ref())
        .text(column.notes, &item.notes)
        .files(&item.files);
}

pub(super) fn reading(row: &mut Row, kept: &Kept<Reading>) {
    let (words, reading) = (row.book.words, &kept.letter);
    let column = &words.archive().column;
    row.day(words.care().date, reading.on)
        .one(words.care().meter, reading.system)
        .milli(column.value, reading.value_milli)
        .text(column.unit, (words.choice().unit)(reading.unit))
        .text(column.notes, &reading.notes)
        .files(&reading.files)
        .fact(kept);
}

pub(super) fn inspection(row: &mut Row, kept: &Kept<Inspection>) {
    let (words, inspection) = (row.book.words, &kept.letter);
    let (said, column) = (&words.print().inspections, &words.archive().column);
    let points = |found: Found| {
        let told = inspection.points.iter().filter(|point| point.found == found).map(|point| {
            if point.note.is_empty() { point.title.clone() } else { format!("{} ({})", point.title, point.note) }
        });
        told.collect::<Vec<_>>().join("; ")
    };
    let became: Vec<RecordId> = inspection.points.iter().filter_map(|point| point.became).collect();
    row.day(words.care().date, inspection.on)
        .text(column.title, &inspection.title)
        .text(words.print().by, &inspection.by)
        .text((said.how)(Found::Good), &points(Found::Good))
        .text((said.how)(Found::Failed), &points(Found::Failed))
        .text((said.how)(Found::Unseen), &points(Found::Unseen))
        .many(said.became, &became)
        .text(column.notes, &inspection.notes)
        .files(&inspection.files)
        .fact(kept);
}

pub(super) fn checklist(row: &mut Row, kept: &Kept<Checklist>) {
    let (words, checklist) = (row.book.words, &kept.letter);
    let column = &words.archive().column;
    let look =
        |look: &Look| if look.how.is_empty() { look.title.clone() } else { format!("{}: {}", look.title, look.how) };
    let points: Vec<String> = checklist.points.iter().map(look).collect();
    row.text(column.title, &checklist.name)
        .number(column.months, checklist.every_months)
        .text(words.print().inspections.points, &points.join("; "))
        .text(column.notes, &checklist.about);
}

pub(super) fn import(row: &mut Row, kept: &Kept<Import>) {
    let import = &kept.letter;
    let column = &row.book.words.archive().column;
    row.text(column.format, &import.from)
        .text(column.files, &import.files.join("; "))
        .text(column.began, &import.began.map(|at| at.to_string()).unwrap_or_default())
        .number(column.new, Some(import.new))
        .number(column.changed, Some(import.changed))
        .text(column.undone, if import.undone == Some(true) { column.undone } else { "" });
}
