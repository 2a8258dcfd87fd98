//! Writing back: what a finished job puts into the home's logbook, proposed to the owner.

mod chosen;

pub use chosen::chosen;

use super::deal::Deal;
use super::invoice::bills_deposit;
use super::{Fitted, Issued, JobSheet, Share, money};
use crate::certificate::{Certificate, CertificateType};
use crate::contact::{Contact, ContactRole, Registration};
use crate::date::{Date, PartialDate};
use crate::document::{Document, DocumentType};
use crate::entry::{Entry, EntryType, Part};
use crate::file::FileRef;
use crate::id::RecordId;
use crate::money::Money;
use crate::recurrence::Recurrence;
use crate::system::System;
use crate::task::{IntervalBasis, Task};
use crate::warranty::{Begins, CPA_MONTHS, Cover, Warranty};

/// A proposal: a record of the home, and the record of the deal that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The id of what is new; of a contact that is known, its own.
    pub id: RecordId,
    /// What it comes from.
    pub of: RecordId,
    /// What is proposed.
    pub draft: Draft,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Draft {
    /// What was done.
    Entry(Box<Entry>),
    /// A part that has a life of its own, below the system it was fitted to.
    System(Box<System>),
    /// A warranty that was offered.
    Warranty(Box<Warranty>),
    /// What the law gives beside, until a day: section 57. It follows from the entry and is not written.
    Statutory(Date),
    /// A certificate.
    Certificate(Box<Certificate>),
    /// A paper.
    Document(Box<Document>),
    /// The next service.
    Task(Box<Task>),
    /// Who did it, as they stand now in the home (nobody yet, for a new one) and as they would.
    Contact(Box<Contact>, Box<Contact>),
}

/// Ids for what a job sheet proposes: always the same, the entry's first. So a job that two people take in becomes one entry, and it is known of a job
/// whether it stands in the logbook.
pub fn ids(sheet: RecordId) -> impl FnMut() -> RecordId {
    let mut count = 0_u128;
    move || {
        count += 1;
        RecordId(uuid::Uuid::from_u128(sheet.0.as_u128() ^ count))
    }
}

/// What the home knows.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The fault that the request came of.
    pub fault: Option<RecordId>,
    /// The task that the request came of, and the round that is due.
    pub task: Option<(RecordId, Option<Date>)>,
    /// The systems of the request that are still there.
    pub systems: Vec<RecordId>,
    /// The contact, as it stands.
    pub contact: Option<(RecordId, Contact)>,
}

/// What a finished job proposes for the logbook; nothing of one that is not finished. `fresh` gives ids.
pub fn proposals(deal: &Deal, known: &Known, mut fresh: impl FnMut() -> RecordId) -> Vec<Proposal> {
    let (Some(sheet), Some(request)) = (deal.sheet(), &deal.request) else { return Vec::new() };
    let Some(done) = sheet.letter.completed_on else { return Vec::new() };
    let entry_id = fresh();
    let contact = contact(deal, known, &mut fresh);
    let who = contact.as_ref().map(|one| one.id).or(known.contact.as_ref().map(|(id, _)| *id));
    let mut made: Vec<Proposal> = contact.into_iter().collect();
    let entry = entry(deal, known, who, done);
    let base = Warranty {
        title: entry.title.clone(),
        systems: known.systems.clone(),
        contact: who,
        starts: Some(PartialDate::day(done)),
        begins: Some(Begins::Repair),
        repair: Some(entry_id),
        ..Warranty::default()
    };
    made.push(Proposal { id: entry_id, of: sheet.id, draft: Draft::Entry(Box::new(entry)) });
    made.push(Proposal { id: fresh(), of: sheet.id, draft: Draft::Statutory(done.plus_months(CPA_MONTHS)) });
    for part in sheet.letter.parts.iter().filter(|part| !part.serial.is_empty() || part.warranty_months.is_some()) {
        let id = fresh();
        let system = Draft::System(Box::new(system(part, known, who, done)));
        made.push(Proposal { id, of: sheet.id, draft: system });
        let warranty = warranty_of(part, id, &base);
        made.extend(warranty.map(|draft| Proposal { id: fresh(), of: sheet.id, draft }));
    }
    let certificate = sheet.letter.certificate.as_ref().map(|issued| certificate(issued, &sheet.letter, &base));
    let mut others: Vec<(RecordId, Draft)> = workmanship(deal, &base).into_iter().collect();
    others.extend(certificate.map(|draft| (sheet.id, draft)));
    others.extend(papers(deal, known, who));
    others.extend(next(&sheet.letter, &request.letter.title, known, who).map(|draft| (sheet.id, draft)));
    made.extend(others.into_iter().map(|(of, draft)| Proposal { id: fresh(), of, draft }));
    made
}

/// A part that has a life of its own.
fn system(part: &Fitted, known: &Known, who: Option<RecordId>, done: Date) -> System {
    System {
        name: part.name.clone(),
        parent: part.system.filter(|system| known.systems.contains(system)),
        make: part.make.clone(),
        serial: part.serial.clone(),
        installed: Some(PartialDate::day(done)),
        fitted_by: who,
        ..System::default()
    }
}

/// The maker's warranty on a part.
fn warranty_of(part: &Fitted, system: RecordId, base: &Warranty) -> Option<Draft> {
    let months = part.warranty_months.filter(|months| *months > 0)?;
    Some(Draft::Warranty(Box::new(Warranty {
        title: part.name.clone(),
        cover: Cover::Parts,
        systems: vec![system],
        provider: part.make.clone(),
        number: part.serial.clone(),
        months: Some(months),
        ..base.clone()
    })))
}

/// The provider's own warranty, as the quote offered it.
fn workmanship(deal: &Deal, base: &Warranty) -> Option<(RecordId, Draft)> {
    let (quote, _) = deal.approval()?;
    let months = quote.letter.warranty_months.filter(|months| *months > 0)?;
    let warranty = Warranty {
        cover: Cover::Workmanship,
        provider: quote.letter.provider.name.clone(),
        months: Some(months),
        notes: quote.letter.warranty.clone(),
        ..base.clone()
    };
    Some((quote.id, Draft::Warranty(Box::new(warranty))))
}

/// The certificate, with what it rests on.
fn certificate(issued: &Issued, sheet: &JobSheet, base: &Warranty) -> Draft {
    let is_other = issued.sort == CertificateType::Other;
    Draft::Certificate(Box::new(Certificate {
        sort: issued.sort,
        title: if is_other { base.title.clone() } else { String::new() },
        number: issued.number.clone(),
        issued: issued.issued.or(base.starts),
        contact: base.contact,
        issuer: if issued.issuer.is_empty() { sheet.by.clone() } else { issued.issuer.clone() },
        registration: issued.registration.clone(),
        body: issued.body.clone(),
        systems: base.systems.clone(),
        files: issued.file.iter().cloned().collect(),
        ..Certificate::default()
    }))
}

/// The next service, that the provider says is due.
fn next(sheet: &JobSheet, title: &str, known: &Known, who: Option<RecordId>) -> Option<Draft> {
    let months = u32::try_from(sheet.next_months?).ok()?;
    Some(Draft::Task(Box::new(Task {
        title: if sheet.next_what.is_empty() { title.to_owned() } else { sheet.next_what.clone() },
        due: Some(sheet.completed_on?.plus_months(months)),
        recurrence: Some(Recurrence::months(months.into())),
        systems: known.systems.clone(),
        contact: who,
        interval_basis: IntervalBasis::Trade,
        ..Task::default()
    })))
}

/// The entry. What was billed is what it cost; where nothing was, what was approved.
fn entry(deal: &Deal, known: &Known, contact: Option<RecordId>, done: Date) -> Entry {
    let sheet = deal.sheet().map(|sheet| &sheet.letter);
    let quote = deal.approval();
    let asked = deal.request.as_ref().map(|request| request.letter.title.clone()).unwrap_or_default();
    let [cost, labour, parts_cost] = [None, Some(Share::Labour), Some(Share::Material)].map(|share| cost(deal, share));
    let parts = sheet.map_or(&[][..], |sheet| &sheet.parts);
    let sort = match (known.task.is_some(), known.fault.is_some(), parts.iter().any(|part| !part.serial.is_empty())) {
        (true, ..) => EntryType::Service,
        (_, false, true) => EntryType::Installation,
        _ => EntryType::Repair,
    };
    let files = sheet.map(|sheet| sheet.before.iter().chain(&sheet.after).cloned().collect()).unwrap_or_default();
    Entry {
        sort,
        title: quote.map_or(asked, |(quote, _)| quote.letter.title.clone()),
        when: Some(PartialDate::day(done)),
        systems: known.systems.clone(),
        contact,
        done_by: sheet.map(|sheet| sheet.by.clone()).unwrap_or_default(),
        cost,
        labour,
        parts_cost,
        parts: parts
            .iter()
            .map(|part| Part { name: part.name.clone(), quantity: 1, number: part.serial.clone() })
            .collect(),
        files,
        settles: known.fault,
        completes: known.task.map(|(task, _)| task),
        due: known.task.and_then(|(_, due)| due),
        notes: sheet.map(|sheet| sheet.notes.clone()).unwrap_or_default(),
        ..Entry::default()
    }
}

/// What a share of the job cost, or all of it; none where that is nothing.
fn cost(deal: &Deal, share: Option<Share>) -> Option<Money> {
    // A deposit is no work: what it bills is billed once more with the work, which takes it off.
    let is_of = |line: &&super::Line| !bills_deposit(&line.id) && share.is_none_or(|share| line.share == share);
    let has_billed = deal.invoices.iter().any(|invoice| !invoice.letter.is_deposit());
    let billed = deal.invoices.iter().map(|invoice| {
        let sum = money::sum(invoice.letter.lines.iter().filter(is_of), invoice.letter.inclusive, invoice.letter.on);
        if invoice.letter.credits.is_some() { -sum.total.saturating_abs() } else { sum.total }
    });
    let approved = || {
        let (quote, decision) = deal.approval()?;
        let lines = money::chosen(&quote.letter, &decision.letter.option, &decision.letter.ticked).filter(is_of);
        Some(money::sum(lines, quote.letter.inclusive, quote.letter.on).total)
    };
    let cents = if has_billed { Some(billed.fold(0, i64::saturating_add)) } else { approved() };
    cents.filter(|cents| *cents > 0).map(Money::rand)
}

/// Papers that came with quote and invoice.
fn papers(deal: &Deal, known: &Known, who: Option<RecordId>) -> Vec<(RecordId, Draft)> {
    let quote = deal.approval().map(|(quote, _)| (quote.id, &quote.letter.files, DocumentType::Quote, quote.letter.on));
    let invoices = deal.invoices.iter();
    let invoices = invoices.map(|one| (one.id, &one.letter.files, DocumentType::Invoice, one.letter.on));
    let of = |(of, files, sort, on): (RecordId, &Vec<FileRef>, DocumentType, Option<Date>)| {
        let papers = files.iter().filter(|file| !file.is_photo()).map(|file| {
            let paper = Document {
                title: if file.caption.is_empty() { file.name.clone() } else { file.caption.clone() },
                sort,
                file: Some(file.clone()),
                dated: on.map(PartialDate::day),
                systems: known.systems.clone(),
                contact: who,
                ..Document::default()
            };
            (of, Draft::Document(Box::new(paper)))
        });
        papers.collect::<Vec<_>>()
    };
    quote.into_iter().chain(invoices).flat_map(of).collect()
}

/// Who did it: a new contact, or what is not known of one that is there. None where nothing is new.
fn contact(deal: &Deal, known: &Known, fresh: &mut impl FnMut() -> RecordId) -> Option<Proposal> {
    let (quote, _) = deal.approval()?;
    let told = &quote.letter.provider;
    // The id is taken either way: what comes behind has the same whether or not a device knows the contact.
    let own = fresh();
    let (id, before) = match &known.contact {
        Some((id, contact)) => (*id, contact.clone()),
        None => (own, Contact::default()),
    };
    let mut after = before.clone();
    let fill = |own: &mut String, told: &String| {
        if own.is_empty() {
            own.clone_from(told);
        }
    };
    fill(&mut after.name, &told.name);
    fill(&mut after.phone, &told.phone);
    fill(&mut after.email, &told.email);
    fill(&mut after.address, &told.address);
    for told in told.registrations.iter().filter(|told| !told.body.is_empty() && !told.number.is_empty()) {
        let registration = Registration { body: told.body.clone(), number: told.number.clone() };
        if !after.registrations.contains(&registration) {
            after.registrations.push(registration);
        }
    }
    if known.contact.is_none() {
        after.role = ContactRole::Tradesperson;
    }
    let draft = Draft::Contact(Box::new(before.clone()), Box::new(after.clone()));
    (after != before).then_some(Proposal { id, of: quote.id, draft })
}
