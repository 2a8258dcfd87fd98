//! A home's records, read for a report.

use crate::home::{Care, Home, Kept};
use model::certificate::Certificate;
use model::checklist::Checklist;
use model::claim::Claim;
use model::contact::Contact;
use model::deferral::Deferral;
use model::document::Document;
use model::entry::Entry;
use model::firm::{Duty, Firm, Price, Routine, Template, Time};
use model::health::looked_at;
use model::import::Import;
use model::inspection::Inspection;
use model::item::Item;
use model::kind::{OF_CASE, OF_ESTATE, edit_faults};
use model::label::Label;
use model::past::Past;
use model::portal::{
    Answer, Appointment, Confirmation, Consent, Deal, Decision, Invoice, InvoiceNumber, JobSheet, Message, Payment,
    Quote, Request, Review, Seen, SignOff, Variation,
};
use model::property::Property;
use model::reading::Reading;
use model::remark::Remark;
use model::schedule;
use model::standing::{Standing, facts, living};
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::withdrawal::Withdrawal;
use model::zone::Zone;
use model::{Date, Letter, Record, RecordId};
use std::cmp::Reverse;

/// A home's records, read. [`Records::home`] lends them to a report.
pub struct Records<'r> {
    properties: Vec<Standing<'r, Property>>,
    zones: Vec<Standing<'r, Zone>>,
    systems: Vec<Standing<'r, System>>,
    documents: Vec<Standing<'r, Document>>,
    contacts: Vec<Standing<'r, Contact>>,
    warranties: Vec<Standing<'r, Warranty>>,
    claims: Vec<Standing<'r, Claim>>,
    items: Vec<Standing<'r, Item>>,
    entries: Vec<Standing<'r, Entry>>,
    certificates: Vec<Standing<'r, Certificate>>,
    remarks: Vec<Standing<'r, Remark>>,
    care: Care,
    inspections: Vec<Standing<'r, Inspection>>,
    tasks: Vec<Standing<'r, Task>>,
    deals: Vec<Deal>,
    has_readings: bool,
    withdrawn: usize,
    unreadable: usize,
}

impl<'r> Records<'r> {
    /// Reads the records of a home, of every kind, in any order.
    pub fn read(records: &'r [Record]) -> Self {
        let mut entries = facts(records, |entry: &Entry| entry.amends);
        let mut certificates = facts(records, |certificate: &Certificate| certificate.amends);
        let withdrawn = entries.iter().filter(|entry| entry.withdrawn.is_some()).count();
        entries.retain(|entry| entry.withdrawn.is_none());
        certificates.retain(|certificate| certificate.withdrawn.is_none());
        // Newest first; of one day, what was written later.
        entries.sort_by_key(|entry| {
            Reverse((entry.letter.when.map(|when| when.sort_key()), entry.record.stamp, entry.root))
        });
        certificates
            .sort_by_key(|one| Reverse((one.letter.issued.map(|day| day.sort_key()), one.record.stamp, one.root)));
        let mut remarks = facts(records, |_: &Remark| None);
        remarks.retain(|remark| remark.withdrawn.is_none());
        remarks.sort_by_key(|remark| (remark.record.stamp, remark.root));
        let mut inspections = facts(records, |_: &Inspection| None);
        inspections.retain(|inspection| inspection.withdrawn.is_none());
        inspections.sort_by_key(|one| Reverse((one.letter.on, one.record.stamp, one.root)));
        let readings = facts(records, |reading: &Reading| reading.amends);
        Self {
            properties: living(records),
            zones: living(records),
            systems: living(records),
            documents: living(records),
            contacts: living(records),
            warranties: living(records),
            claims: living(records),
            items: living(records),
            entries,
            certificates,
            remarks,
            care: Care { planned: schedule::of_home(records), looked_at: looked_at_in(records) },
            inspections,
            tasks: living(records),
            deals: Vec::new(),
            has_readings: readings.iter().any(|reading| reading.withdrawn.is_none()),
            withdrawn,
            unreadable: records.iter().filter(|record| !is_readable(record)).count(),
        }
    }

    /// With the deals of the home, in the order in which they are told.
    #[must_use]
    pub fn with_deals(self, deals: Vec<Deal>) -> Self {
        Self { deals, ..self }
    }

    /// The home that they are of.
    pub fn home(&self) -> Home<'_> {
        Home {
            property: self.properties.first().map(|property| &property.letter),
            zones: kept(&self.zones),
            systems: kept(&self.systems),
            documents: kept(&self.documents),
            contacts: kept(&self.contacts),
            warranties: kept(&self.warranties),
            claims: kept(&self.claims),
            items: kept(&self.items),
            entries: kept(&self.entries),
            certificates: kept(&self.certificates),
            remarks: self.remarks.iter().map(|remark| &remark.letter).collect(),
            care: Some(&self.care),
            inspections: kept(&self.inspections),
            tasks: kept(&self.tasks),
            deals: self.deals.iter().collect(),
            has_readings: self.has_readings,
            is_partial: false,
            withdrawn: self.withdrawn,
            unreadable: self.unreadable,
        }
    }
}

/// Systems at which somebody looked in an inspection that stands, and the day.
fn looked_at_in(records: &[Record]) -> Vec<(RecordId, Date)> {
    let mut all = facts(records, |_: &Inspection| None);
    all.retain(|inspection| inspection.withdrawn.is_none());
    all.iter().flat_map(|inspection| looked_at(&inspection.letter)).collect()
}

fn kept<'a, T>(all: &'a [Standing<'_, T>]) -> Vec<Kept<'a, T>> {
    let kept = |one: &'a Standing<'_, T>| Kept {
        id: one.root,
        version: one.record.id,
        letter: &one.letter,
        versions: one.versions,
    };
    all.iter().map(kept).collect()
}

/// Whether this build can read a record: not one of a newer version.
fn is_readable(record: &Record) -> bool {
    fn reads<T: Letter>(record: &Record) -> bool {
        record.body.read::<T>().is_ok()
    }
    match record.kind.as_str() {
        Property::KIND => reads::<Property>(record),
        Zone::KIND => reads::<Zone>(record),
        System::KIND => reads::<System>(record),
        Document::KIND => reads::<Document>(record),
        Contact::KIND => reads::<Contact>(record),
        Warranty::KIND => reads::<Warranty>(record),
        Claim::KIND => reads::<Claim>(record),
        Item::KIND => reads::<Item>(record),
        Entry::KIND => reads::<Entry>(record),
        Certificate::KIND => reads::<Certificate>(record),
        Reading::KIND => reads::<Reading>(record),
        Task::KIND => reads::<Task>(record),
        Withdrawal::KIND => reads::<Withdrawal>(record),
        Remark::KIND => reads::<Remark>(record),
        Deferral::KIND => reads::<Deferral>(record),
        Inspection::KIND => reads::<Inspection>(record),
        // They are on no report.
        Checklist::KIND => reads::<Checklist>(record),
        Request::KIND => reads::<Request>(record),
        Quote::KIND => reads::<Quote>(record),
        Decision::KIND => reads::<Decision>(record),
        Appointment::KIND => reads::<Appointment>(record),
        Variation::KIND => reads::<Variation>(record),
        JobSheet::KIND => reads::<JobSheet>(record),
        SignOff::KIND => reads::<SignOff>(record),
        Invoice::KIND => reads::<Invoice>(record),
        InvoiceNumber::KIND => reads::<InvoiceNumber>(record),
        Payment::KIND => reads::<Payment>(record),
        Message::KIND => reads::<Message>(record),
        Confirmation::KIND => reads::<Confirmation>(record),
        Review::KIND => reads::<Review>(record),
        Answer::KIND => reads::<Answer>(record),
        Consent::KIND => reads::<Consent>(record),
        Firm::KIND => reads::<Firm>(record),
        Price::KIND => reads::<Price>(record),
        Template::KIND => reads::<Template>(record),
        Routine::KIND => reads::<Routine>(record),
        Duty::KIND => reads::<Duty>(record),
        Time::KIND => reads::<Time>(record),
        kind if OF_ESTATE.iter().chain(OF_CASE).any(|one| one.name == kind) => {
            edit_faults(kind, &record.body, false).is_empty()
        }
        Import::KIND | Label::KIND | Past::KIND | Seen::KIND => true,
        _ => false,
    }
}
