//! What a finished job proposes for the logbook.

use super::{day, decision, invoice, line, quote, record, request, rid};
use model::certificate::CertificateType;
use model::contact::Contact;
use model::entry::EntryType;
use model::portal::back::{Draft, Known, chosen, ids, proposals};
use model::portal::{Deal, Fitted, Issued, JobSheet, Quote, Registration, Share, Verdict};
use model::{FileHash, FileRef, Money, Record};

fn paper(name: &str) -> FileRef {
    FileRef {
        hash: FileHash::of(name.as_bytes()),
        name: name.into(),
        media: "application/pdf".into(),
        size: 1,
        ..FileRef::default()
    }
}

fn finished() -> Vec<Record> {
    let mut lines = vec![line("1", 100_000), line("2", 50_000)];
    (lines[0].share, lines[1].share) = (Share::Material, Share::Labour);
    let mut offer = Quote { warranty_months: Some(12), files: vec![paper("quote.pdf")], ..quote(lines) };
    offer.provider.phone = "021 555 0100".into();
    offer.provider.registrations =
        vec![Registration { body: "PIRB".into(), number: "7".into(), ..Registration::default() }];
    let tank = Fitted {
        name: "Geyser 150 l".into(),
        serial: "K-7".into(),
        make: "Kwikot".into(),
        warranty_months: Some(60),
        line: "1".into(),
        system: Some(rid(90)),
    };
    let sheet = JobSheet {
        completed_on: Some(day("2026-12-01")),
        by: "Sipho".into(),
        parts: vec![tank, Fitted { name: "Elbow".into(), ..Fitted::default() }],
        certificate: Some(Issued {
            sort: CertificateType::Geyser,
            number: "C-9".into(),
            registration: "7".into(),
            body: "PIRB".into(),
            file: Some(paper("coc.pdf")),
            ..Issued::default()
        }),
        next_months: Some(18),
        next_what: "Anode".into(),
        after: vec![paper("after.pdf")],
        ..JobSheet::default()
    };
    vec![record(1, &request()), record(2, &offer), record(3, &decision(2, Verdict::Approve)), record(4, &sheet)]
}

fn proposed(records: &[Record], known: &Known) -> Vec<(u128, Draft)> {
    let mut next = 100;
    let fresh = || {
        next += 1;
        rid(next)
    };
    proposals(&Deal::of(records), known, fresh).into_iter().map(|one| (one.of.0.as_u128(), one.draft)).collect()
}

#[test]
fn a_finished_job_proposes_everything_that_the_logbook_should_know_and_says_what_of() {
    let known = Known { systems: vec![rid(90)], fault: Some(rid(80)), ..Known::default() };
    let told = proposed(&finished(), &known);
    let mut sources = Vec::new();
    for (of, draft) in &told {
        sources.push(*of);
        match draft {
            Draft::Entry(entry) => {
                assert_eq!(
                    (entry.title.as_str(), entry.sort, entry.settles),
                    ("New geyser", EntryType::Repair, Some(rid(80)))
                );
                assert_eq!(
                    (&entry.cost, &entry.labour, &entry.parts_cost),
                    (&Some(Money::rand(150_000)), &Some(Money::rand(50_000)), &Some(Money::rand(100_000)))
                );
                assert_eq!((entry.parts.len(), entry.files.len(), entry.done_by.as_str()), (2, 1, "Sipho"));
            }
            Draft::System(system) => assert_eq!((system.serial.as_str(), system.parent), ("K-7", Some(rid(90)))),
            Draft::Warranty(warranty) => {
                assert!(warranty.repair.is_some() && [Some(60), Some(12)].contains(&warranty.months))
            }
            Draft::Statutory(until) => assert_eq!(*until, day("2027-03-01")),
            Draft::Certificate(one) => {
                assert_eq!(
                    (one.number.as_str(), one.issuer.as_str(), one.issued),
                    ("C-9", "Sipho", "2026-12-01".parse().ok())
                );
                assert_eq!((one.files.len(), one.systems.as_slice()), (1, [rid(90)].as_slice()));
            }
            Draft::Document(paper) => assert_eq!(paper.title, "quote.pdf"),
            Draft::Task(task) => assert_eq!((task.title.as_str(), task.due), ("Anode", Some(day("2028-06-01")))),
            Draft::Contact(before, after) => {
                assert_eq!(
                    (before.name.as_str(), after.name.as_str(), after.registrations.len()),
                    ("", "Ann's Plumbing", 1)
                );
            }
        }
    }
    assert_eq!(sources, [2, 4, 4, 4, 4, 2, 4, 2, 4]);
    for (_, draft) in told {
        let faults = match draft {
            Draft::Entry(one) => model::Letter::faults(&*one),
            Draft::System(one) => model::Letter::faults(&*one),
            Draft::Warranty(one) => model::Letter::faults(&*one),
            Draft::Certificate(one) => model::Letter::faults(&*one),
            Draft::Document(one) => model::Letter::faults(&*one),
            Draft::Task(one) => model::Letter::faults(&*one),
            Draft::Contact(_, one) => model::Letter::faults(&*one),
            Draft::Statutory(_) => Vec::new(),
        };
        assert_eq!(faults, []);
    }
}

#[test]
fn what_the_home_knows_is_kept_and_what_was_billed_is_what_it_cost() {
    let contact = Contact { name: "Ann".into(), phone: "082".into(), ..Contact::default() };
    let known =
        Known { contact: Some((rid(70), contact)), task: Some((rid(60), Some(day("2026-12-05")))), ..Known::default() };
    let billed = [finished(), vec![record(5, &invoice(vec![line("1", 170_000)]))]].concat();
    let told = proposed(&billed, &known);
    let after = told.iter().find_map(|(_, draft)| match draft {
        Draft::Contact(_, after) => Some((after.name.as_str(), after.phone.as_str(), after.registrations.len())),
        _ => None,
    });
    assert_eq!(after, Some(("Ann", "082", 1)));
    let entry = told.iter().find_map(|(_, draft)| match draft {
        Draft::Entry(entry) => Some((entry.sort, entry.cost.clone(), entry.completes, entry.contact)),
        _ => None,
    });
    assert_eq!(entry, Some((EntryType::Service, Some(Money::rand(170_000)), Some(rid(60)), Some(rid(70)))));
    assert_eq!(proposed(&finished()[..3], &known), []);
}

#[test]
fn ids_are_the_same_whether_or_not_a_device_knows_the_contact() {
    let deal = Deal::of(&finished());
    let of = |known: &Known| {
        let mut proposed = proposals(&deal, known, ids(rid(4)));
        proposed.retain(|one| !matches!(one.draft, Draft::Contact(..)));
        proposed.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    let contact = Contact { name: "Ann's Plumbing".into(), ..Contact::default() };
    let knowing = Known { contact: Some((rid(70), contact)), ..Known::default() };
    assert_eq!(of(&knowing), of(&Known::default()));
    assert_eq!(of(&knowing)[0], ids(rid(4))());
}

#[test]
fn a_deposit_is_not_counted_beside_the_work_that_it_is_taken_off() {
    let cost = |more: Vec<Record>| {
        let drafts = proposed(&[finished(), more].concat(), &Known::default()).into_iter();
        let mut entries =
            drafts.filter_map(|(_, draft)| if let Draft::Entry(entry) = draft { Some(entry) } else { None });
        entries.next().and_then(|entry| entry.cost)
    };
    let deposit = record(5, &invoice(vec![line(model::portal::invoice::DEPOSIT, 30_000)]));
    let work = record(6, &invoice(vec![line("1", 100_000), line("2", 40_000)]));
    assert_eq!(cost(vec![deposit.clone()]), Some(Money::rand(150_000)), "what was approved");
    assert_eq!(cost(vec![deposit, work]), Some(Money::rand(140_000)));
}

/// The proposals of a finished job without those that `is_out`, as JSON would name them.
fn kept(known: &Known, is_out: impl Fn(&Draft) -> bool) -> (Vec<model::RecordId>, String) {
    let all = proposals(&Deal::of(&finished()), known, ids(rid(0x100)));
    let out: Vec<_> = all.iter().filter(|one| is_out(&one.draft)).map(|one| one.id).collect();
    let kept = chosen(all, |id| out.contains(&id));
    assert!(kept.iter().all(|one| !out.contains(&one.id)));
    (out, format!("{kept:?}"))
}

#[test]
fn what_is_left_out_of_the_proposals_nothing_else_names() {
    let known = Known { systems: vec![rid(90)], ..Known::default() };
    for is_out in
        [|draft: &Draft| matches!(draft, Draft::Contact(..)), |draft: &Draft| matches!(draft, Draft::System(_))]
    {
        let (out, kept) = kept(&known, is_out);
        assert_eq!(out.len(), 1);
        assert!(!kept.contains(&format!("{:?}", out[0])), "{kept}");
    }
    // What would have been about the part is about what it was fitted to.
    let all = proposals(&Deal::of(&finished()), &known, ids(rid(0x100)));
    let part = all.iter().find(|one| matches!(one.draft, Draft::System(_))).expect("a part").id;
    let about = |all: &[model::portal::back::Proposal]| {
        let warranties = all.iter().filter_map(|one| match &one.draft {
            Draft::Warranty(warranty) if warranty.months == Some(60) => Some(warranty.systems.clone()),
            _ => None,
        });
        warranties.collect::<Vec<_>>()
    };
    assert_eq!((about(&all), about(&chosen(all.clone(), |id| id == part))), (vec![vec![part]], vec![vec![rid(90)]]));
    // A contact that the home has is named whether or not it is changed.
    let contact = (rid(70), Contact { name: "Ann".into(), ..Contact::default() });
    let (out, kept) = kept(&Known { contact: Some(contact), ..known }, |draft| matches!(draft, Draft::Contact(..)));
    assert_eq!(out, [rid(70)]);
    assert!(kept.contains(&format!("{:?}", rid(70))), "{kept}");
}
