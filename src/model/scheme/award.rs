//! What a scheme keeps to when it gives somebody work: who has lapsed is not given it, and what costs more than its managers may spend trustees approve first.
//!
//! A scheme asks several vendors by deals, one of each, whose client is the scheme itself and no logbook that it holds: a call-out is about many units, trustees
//! see quotes by what they are in the scheme, and the votes that a decision has to wait for stand in the same space. All else is the portal's: comparing
//! quotes, job sheets, invoices. What is asked about is the request's `from`, whom the request's `contact`.

use super::joining::answers;
use super::motion::{is_above, needed};
use super::{Bundle, CENTS_MAX, Motion, Offer, Programme, Scheme, Slot, Vendor, VendorJob};
use crate::choice::choice;
use crate::date::{Date, PartialDate};
use crate::estate::vendor::{Verdict, assignable};
use crate::id::{RecordId, SpaceId};
use crate::letter::Letter;
use crate::portal::machine::State;
use crate::portal::{self, Deal, Decision, Kept, Line, Quote, agreed, back, compare, money};
use crate::record::Record;
use crate::standing::living;
use crate::system::SystemType;

choice! {
    /// Why work is not given.
    Bar {
        /// The vendor is off the list, or a registration or the insurance that the work needs has lapsed on that day.
        Lapsed = "lapsed",
        /// Trustees have not approved what it costs.
        Votes = "votes",
    }
}

/// Kinds of a scheme by which it is judged whether work is given.
pub const JUDGED_BY: [&str; 8] = ["scheme", "vendor", "bundle", "programme", "slot", "joining", "motion", "vote"];

/// Kinds by which work is given.
pub const GIVES: [&str; 3] = [Bundle::KIND, Programme::KIND, VendorJob::KIND];

/// Whether a record of a scheme may be left as `after` on a day, by `records` of the kinds that [`JUDGED_BY`] names. What gives nobody anything new may.
///
/// # Errors
/// What stands against it.
pub fn check(records: &[Record], before: Option<&Record>, after: &Record, today: Date) -> Result<(), Bar> {
    let office = Office::of(records);
    match after.kind.as_str() {
        _ if after.is_deleted() => Ok(()),
        Bundle::KIND => office.orders(after.id, read(before), read(Some(after)), today),
        Programme::KIND => office.assigns(read(before), read(Some(after)), today),
        VendorJob::KIND => office.notes(read(Some(after))),
        _ => Ok(()),
    }
}

/// Whether a decision may be taken in a deal of the scheme, which is the space `deal_space`. Only approving is judged.
///
/// # Errors
/// What stands against it.
pub fn decides(
    records: &[Record],
    deal_space: SpaceId,
    deal: &Deal,
    decision: &Decision,
    today: Date,
) -> Result<(), Bar> {
    let (Some(on), Some(request)) = (decision.on, &deal.request) else { return Ok(()) };
    if decision.verdict != portal::Verdict::Approve {
        return Ok(());
    }
    let office = Office::of(records);
    let (sort, by) = office.work(request.letter.from);
    office.holds(request.letter.contact, sort, by.map_or(today, |by| by.max(today)))?;
    let (quote, option, cents) = match (deal.quote(on), deal.approval(), deal.variation(on)) {
        (Some(quote), ..) => (quote.id, &decision.option, money::approved(&quote.letter, decision).total),
        (None, Some((quote, first)), Some(more)) => {
            (quote.id, &first.letter.option, with(deal, quote, &more.letter.lines))
        }
        _ => return Ok(()),
    };
    office.voted(cents, |motion| {
        let offer = motion.proposed();
        offer.is_some_and(|one| one.deal == Some(deal_space) && one.quote == Some(quote) && one.option == *option)
    })
}

/// The offers on which trustees can vote that stand in a deal: one for each option of each quote that can be decided. Of what was approved, what it comes to with
/// the variations that are open.
pub fn offers(deal_space: SpaceId, deal: &Deal, today: Date) -> Vec<Offer> {
    let Some(request) = &deal.request else { return Vec::new() };
    let offer = |quote: &Kept<Quote>, option: &str, cents: i64| Offer {
        vendor: request.letter.contact,
        name: request.letter.provider.clone(),
        cents: Some(cents.clamp(0, CENTS_MAX)),
        by: promised(&quote.letter),
        note: quote.letter.options.iter().find(|one| one.key == option).map(|one| one.name.clone()).unwrap_or_default(),
        file: None,
        deal: Some(deal_space),
        quote: Some(quote.id),
        option: option.to_owned(),
    };
    if let Some((quote, first)) = deal.approval() {
        let open = deal.variations.iter().filter(|one| deal.variation_state(one.id) == State::VariationOpen);
        let lines: Vec<Line> = open.flat_map(|one| one.letter.lines.clone()).collect();
        return vec![offer(quote, &first.letter.option, with(deal, quote, &lines))];
    }
    let is_open =
        |quote: &&Kept<Quote>| matches!(deal.quote_state(quote, today), State::QuoteOpen | State::QuoteChange);
    let of_quote = |quote: &Kept<Quote>| {
        let totals = compare::compare(&[&quote.letter]).totals.into_iter().flatten();
        totals.map(|(option, cents)| offer(quote, &option, cents)).collect::<Vec<_>>()
    };
    deal.quotes.iter().filter(is_open).flat_map(of_quote).collect()
}

/// What a finished deal says of its vendor, with an id that is always the same; none of one that is not finished. `bundle` is the call-out that it was about.
pub fn finished(deal: &Deal, bundle: Option<RecordId>) -> Option<(RecordId, VendorJob)> {
    let (request, sheet) = (deal.request.as_ref()?, deal.sheet()?);
    let (quote, _) = deal.approval()?;
    let counted = deal
        .invoices
        .iter()
        .filter(|one| one.letter.credits.is_none() && deal.invoice_state(one) != State::InvoiceDraft);
    let billed =
        |one: &Kept<crate::portal::Invoice>| money::sum_of(&one.letter).total.saturating_sub(deal.credited(one.id));
    let job = VendorJob {
        vendor: request.letter.contact,
        title: request.letter.title.clone(),
        finished: sheet.letter.completed_on,
        promised: promised(&quote.letter),
        quoted: Some(with(deal, quote, &[]).clamp(0, CENTS_MAX)),
        invoiced: counted.map(billed).reduce(i64::saturating_add).map(|cents| cents.clamp(0, CENTS_MAX)),
        bundle,
        ..VendorJob::default()
    };
    Some((back::ids(sheet.id)(), job))
}

/// The last day of the work by a quote that says on which day it begins.
fn promised(quote: &Quote) -> Option<Date> {
    let first = quote.starts.filter(|starts| *starts == PartialDate::day(starts.first()))?.first();
    let more = u32::try_from(quote.takes_days.unwrap_or(1).saturating_sub(1)).unwrap_or(0);
    Some(first.plus_days(more))
}

/// What was agreed by an approved quote, with more lines: cents with tax.
fn with(deal: &Deal, quote: &Kept<Quote>, more: &[Line]) -> i64 {
    let lines = agreed::lines(deal);
    money::sum(lines.iter().chain(more), quote.letter.inclusive, quote.letter.on).total
}

fn read<T: Letter>(record: Option<&Record>) -> Option<T> {
    record?.body.read().ok()
}

/// What a scheme says about giving work.
struct Office<'r> {
    records: &'r [Record],
    scheme: Option<Scheme>,
}

impl<'r> Office<'r> {
    fn of(records: &'r [Record]) -> Self {
        Self { records, scheme: living::<Scheme>(records).into_iter().next().map(|one| one.letter) }
    }

    fn find<T: Letter>(&self, id: Option<RecordId>) -> Option<T> {
        let id = id?;
        read(self.records.iter().find(|one| one.id == id && one.kind == T::KIND && !one.is_deleted()))
    }

    /// What is worked on, and by when.
    fn work(&self, id: Option<RecordId>) -> (Option<SystemType>, Option<Date>) {
        if let Some(bundle) = self.find::<Bundle>(id) {
            return (bundle.sort, bundle.day.or(bundle.by));
        }
        let slot = self.find::<Slot>(id);
        let programme = slot.as_ref().map_or(id, |slot| slot.programme);
        (self.find::<Programme>(programme).map(|one| one.sort), slot.and_then(|slot| slot.month))
    }

    /// Whether a vendor may be given work on that day. Of one that is not on the list there is nothing to judge.
    fn holds(&self, vendor: Option<RecordId>, sort: Option<SystemType>, on: Date) -> Result<(), Bar> {
        let Some(vendor) = self.find::<Vendor>(vendor) else { return Ok(()) };
        let lapse = self.scheme.as_ref().map(|scheme| scheme.lapsed).unwrap_or_default();
        match assignable(&vendor.judged(), sort.unwrap_or(SystemType::Other), on, lapse).0 {
            Verdict::Blocked => Err(Bar::Lapsed),
            Verdict::May | Verdict::Warn => Ok(()),
        }
    }

    /// Whether so much may be spent: it is not above what managers may, or as many as the scheme says today approved a matter that is about it and cost no less.
    fn voted(&self, cents: i64, is_about: impl Fn(&Motion) -> bool) -> Result<(), Bar> {
        if !is_above(self.scheme.as_ref(), cents) {
            return Ok(());
        }
        let least = needed(self.scheme.as_ref(), cents);
        let is_carried = living::<Motion>(self.records).into_iter().any(|one| {
            let motion = Motion { needed: one.letter.needed.max(least), ..one.letter };
            motion.cost() >= cents && is_about(&motion) && motion.is_approved(one.root, self.records)
        });
        if is_carried { Ok(()) } else { Err(Bar::Votes) }
    }

    fn orders(&self, id: RecordId, was: Option<Bundle>, is: Option<Bundle>, today: Date) -> Result<(), Bar> {
        let Some(is) = is.filter(|is| is.ordered_on.is_some() && is.done_on.is_none()) else { return Ok(()) };
        let told = |one: &Bundle| (one.vendor, one.day, one.call_out, one.each, one.ordered_on.is_some());
        if was.is_some_and(|was| told(&was) == told(&is)) {
            return Ok(());
        }
        self.holds(is.vendor, is.sort, is.day.or(is.by).unwrap_or(today))?;
        let cents = is.cost(&answers(self.records, id)).unwrap_or(0);
        self.voted(cents, |motion| motion.work == Some(id))
    }

    /// A programme lasts longer than any paper: what counts is the day on which the work is given.
    fn assigns(&self, was: Option<Programme>, is: Option<Programme>, today: Date) -> Result<(), Bar> {
        let Some(is) = is.filter(|is| was.is_none_or(|was| was.vendor != is.vendor)) else { return Ok(()) };
        self.holds(is.vendor, Some(is.sort), today)
    }

    /// A job of a call-out that was ordered of its vendor was judged when it was; any other is judged by the day on which it was finished.
    fn notes(&self, job: Option<VendorJob>) -> Result<(), Bar> {
        let Some(job) = job.filter(|job| job.amends.is_none()) else { return Ok(()) };
        let bundle = self.find::<Bundle>(job.bundle);
        if bundle.as_ref().is_some_and(|one| one.ordered_on.is_some() && one.vendor == job.vendor) {
            return Ok(());
        }
        let Some(on) = job.finished else { return Ok(()) };
        self.holds(job.vendor, bundle.and_then(|one| one.sort), on)
    }
}

/// The cost above which trustees have to approve work of the scheme, where it costs more and they have not.
pub fn unvoted(records: &[Record], work: RecordId, cents: i64) -> Option<i64> {
    let office = Office::of(records);
    let from = office.scheme.as_ref().and_then(|scheme| scheme.approval_from);
    office.voted(cents, |motion| motion.work == Some(work)).err().and(from)
}
