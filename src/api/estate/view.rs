//! What an owner or a tenant is told of the scheme of their unit.

use crate::storage::OfUnit;
use model::estate::matrix::Code;
use model::estate::vendor::{Approval, Verdict};
use model::scheme::{Ask, Bundle, Joining, Scheme, Unit, UnitStanding, Vendor};
use model::standing::{Standing, facts, living};
use model::{Date, Record, RecordId};
use std::collections::BTreeMap;
use wire::estate::{AskView, BundleView, EstateView, VendorView};

/// What is told of it by its records on a day; none where the scheme has no such unit any more.
pub fn view(of: OfUnit, records: &[Record], today: Date) -> Option<EstateView> {
    let scheme = living::<Scheme>(records).into_iter().next().map(|one| one.letter).unwrap_or_default();
    let unit = living::<Unit>(records).into_iter().find(|one| one.root == of.unit)?.letter;
    let vendors: Vec<Standing<'_, Vendor>> = living(records);
    let lapse = scheme.lapsed;
    // Who is given no work at all is not told as somebody to call.
    let told = |vendor: &Vendor| {
        let (verdict, lapsed) = vendor.standing(today, lapse);
        (vendor.approval == Approval::Approved && verdict != Verdict::Blocked).then(|| VendorView {
            name: vendor.name.clone(),
            trade: vendor.trade.clone(),
            phone: vendor.phone.clone(),
            lapsed,
        })
    };
    Some(EstateView {
        name: scheme.name,
        agent: scheme.agent,
        agent_phone: scheme.agent_phone,
        agent_email: scheme.agent_email,
        number: unit.number,
        held: of.is_held,
        since: of.since,
        shows: of.shows,
        vendors: vendors.iter().filter_map(|one| told(&one.letter)).collect(),
        asks: asks(of.unit, records, today),
        bundles: bundles(of.unit, records, &vendors),
        unit: of.unit,
    })
}

/// What is asked of the unit, or of all, the next first; and how the certificate stands, as the scheme is shown it.
fn asks(unit: RecordId, records: &[Record], today: Date) -> Vec<AskView> {
    let standing = living::<UnitStanding>(records).into_iter().map(|one| one.letter).find(|one| one.unit == Some(unit));
    let stands = |ask: &Ask| -> Option<Code> {
        let (sort, purpose) = (ask.sort?, ask.purpose.unwrap_or_default());
        let proofs = &standing.as_ref()?.proofs;
        let mut chain = proofs.iter().filter(|one| one.sort == sort && one.purpose == purpose);
        let own = chain.find(|one| one.until.is_none_or(|until| until >= today)).map(|one| one.code);
        own.or(if proofs.is_empty() { Some(Code::NotShared) } else { Some(Code::NotApplicable) })
    };
    let own = living::<Ask>(records).into_iter().filter(|one| {
        let units = &one.letter.units;
        units.is_empty() || units.contains(&unit)
    });
    let mut asks: Vec<AskView> = own
        .map(|Standing { root, letter, .. }| AskView {
            id: root,
            stands: stands(&letter),
            title: letter.title,
            sort: letter.sort,
            purpose: letter.purpose,
            on: letter.on,
            by: letter.by,
            text: letter.text,
        })
        .collect();
    asks.sort_by_key(|ask| (ask.by.is_none(), ask.by, ask.id));
    asks
}

/// The call-outs that ask the unit, with what was answered.
fn bundles(unit: RecordId, records: &[Record], vendors: &[Standing<'_, Vendor>]) -> Vec<BundleView> {
    let own = living::<Bundle>(records)
        .into_iter()
        .filter(|one| one.letter.units.contains(&unit) && one.letter.done_on.is_none());
    let joinings = facts::<Joining>(records, |_| None);
    let name = |id: RecordId| vendors.iter().find(|vendor| vendor.root == id).map(|vendor| vendor.letter.name.clone());
    let told = own.map(|Standing { root, letter, .. }| {
        let answers = latest(root, &joinings);
        let joined = answers.values().filter(|joins| **joins).count();
        BundleView {
            id: root,
            vendor: letter.vendor.and_then(name).unwrap_or_default(),
            joined: u32::try_from(joined).unwrap_or(u32::MAX),
            joins: answers.get(&unit).copied(),
            title: letter.title,
            from: letter.from,
            by: letter.by,
            call_out: letter.call_out,
            each: letter.each,
            answer_by: letter.answer_by,
            ordered_on: letter.ordered_on,
            notes: letter.notes,
        }
    });
    told.collect()
}

/// What each unit answered last.
fn latest(bundle: RecordId, joinings: &[Standing<'_, Joining>]) -> BTreeMap<RecordId, bool> {
    let mut own: Vec<_> = joinings.iter().filter(|one| one.letter.bundle == Some(bundle)).collect();
    own.sort_by_key(|one| one.record.stamp);
    own.iter().filter_map(|one| Some((one.letter.unit?, one.letter.joins))).collect()
}
