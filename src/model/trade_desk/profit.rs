//! What a job left over: what was billed, less the hours and the parts that it took.

use super::Job;
use crate::choice::choice;
use crate::firm::Price;
use crate::id::SpaceId;
use crate::portal::machine::State;
use crate::portal::{Line, Share, agreed, money};

/// Minutes of an hour.
const HOUR_MINUTES: i64 = 60;

/// What things cost the firm. Nobody else is told.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Costs {
    /// Cents of an hour of work; none where nobody said.
    pub hour: Option<i64>,
    /// The price book: what one unit costs.
    pub parts: Vec<Part>,
    /// Minutes that were written down for a job beside its record.
    pub minutes: Vec<(SpaceId, i64)>,
}

/// What one unit of something costs the firm.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Part {
    /// By which the price book knows it; may be empty.
    pub key: String,
    /// What it says.
    pub what: String,
    /// Cents.
    pub cents: i64,
}

impl Costs {
    /// The parts of a price book whose cost is known.
    pub fn of(prices: &[Price]) -> Vec<Part> {
        let priced = prices.iter().filter(|price| price.deleted != Some(true));
        let part = |price: &Price| Some(Part { key: price.key.clone(), what: price.what.clone(), cents: price.cost? });
        priced.filter_map(part).collect()
    }

    /// Cents of one unit of what a line says, if the price book has it by its key or by the same words.
    fn unit(&self, line: &Line) -> Option<i64> {
        let by_key = self.parts.iter().find(|part| !part.key.is_empty() && part.key == line.key);
        let says = |part: &&Part| part.what.to_lowercase() == line.what.to_lowercase();
        by_key.or_else(|| self.parts.iter().find(says)).map(|part| part.cents)
    }
}

choice! {
    /// What is not known of a job, so that nobody can say what it left over.
    Missing {
        /// Nothing was billed.
        Bill = "bill",
        /// How long it took.
        Minutes = "minutes",
        /// What an hour costs.
        Hour = "hour",
        /// What a part cost.
        Parts = "parts",
    }
}

/// What a job left over. Everything is without tax.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profit {
    /// The job.
    pub space: SpaceId,
    /// What it is, in a line.
    pub title: String,
    /// Whose it is; nothing if nobody is named.
    pub client: String,
    /// What was agreed: cents.
    pub quoted: i64,
    /// What was billed, less what was credited: cents; none where nothing was.
    pub billed: Option<i64>,
    /// How long it took; none where nobody wrote it down.
    pub minutes: Option<i64>,
    /// What the work cost: cents.
    pub work: Option<i64>,
    /// What the parts cost: cents.
    pub parts: Option<i64>,
    /// What is left: cents; none while anything is missing.
    pub margin: Option<i64>,
    /// What is left, in thousandths of what was billed; none while anything is missing.
    pub permille: Option<i64>,
    /// What is missing. It never counts as nothing.
    pub missing: Vec<Missing>,
}

/// What each job that was agreed left over, the last to be agreed first.
pub fn profits(jobs: &[Job], costs: &Costs) -> Vec<Profit> {
    let agreed = jobs.iter().filter(|job| job.deal.approval().is_some());
    let mut agreed: Vec<&Job> = agreed.collect();
    agreed.sort_by_key(|job| {
        let decided = job.deal.approval().and_then(|(_, decision)| decision.letter.decided_at.or(decision.at));
        std::cmp::Reverse(decided)
    });
    agreed.into_iter().map(|job| profit(job, costs)).collect()
}

/// What one job left over.
pub fn profit(job: &Job, costs: &Costs) -> Profit {
    let deal = &job.deal;
    let lines = agreed::lines(deal);
    let quote = deal.approval().map(|(quote, _)| &quote.letter);
    let quoted = money::sum(&lines, quote.is_some_and(|quote| quote.inclusive), quote.and_then(|quote| quote.on)).net;
    let own = costs.minutes.iter().filter(|(space, _)| *space == job.space).map(|(_, minutes)| *minutes);
    let written = deal.sheet().and_then(|sheet| sheet.letter.minutes).filter(|minutes| *minutes > 0);
    let minutes = own.reduce(i64::saturating_add).or(written);
    let billed = billed(job);
    let work = minutes.zip(costs.hour).map(|(minutes, hour)| hourly(minutes, hour));
    let parts = parts(job, &lines, costs);
    let mut missing = Vec::new();
    for (is_missing, what) in [
        (billed.is_none(), Missing::Bill),
        (minutes.is_none(), Missing::Minutes),
        (costs.hour.is_none(), Missing::Hour),
        (parts.is_none(), Missing::Parts),
    ] {
        if is_missing {
            missing.push(what);
        }
    }
    let margin =
        billed.zip(work.zip(parts)).map(|(billed, (work, parts))| billed.saturating_sub(work).saturating_sub(parts));
    let permille =
        margin.zip(billed).filter(|(_, billed)| *billed > 0).map(|(margin, billed)| permille(margin, billed));
    let (title, client) = (job.title(), job.client());
    Profit { space: job.space, title, client, quoted, billed, minutes, work, parts, margin, permille, missing }
}

/// Cents of so many minutes, rounded to the cent.
fn hourly(minutes: i64, hour: i64) -> i64 {
    let product = i128::from(minutes) * i128::from(hour) + i128::from(HOUR_MINUTES / 2);
    i64::try_from(product / i128::from(HOUR_MINUTES)).unwrap_or(i64::MAX)
}

fn permille(margin: i64, billed: i64) -> i64 {
    i64::try_from(i128::from(margin) * 1000 / i128::from(billed)).unwrap_or_default()
}

/// What numbered invoices ask for, less what their credit notes took back, without tax.
fn billed(job: &Job) -> Option<i64> {
    let deal = &job.deal;
    let mut numbered =
        deal.invoices.iter().filter(|invoice| deal.invoice_state(invoice) != State::InvoiceDraft).peekable();
    numbered.peek()?;
    let net = |sum: i64, invoice: &crate::portal::Kept<crate::portal::Invoice>| {
        let net = money::sum_of(&invoice.letter).net;
        sum.saturating_add(if invoice.letter.credits.is_some() { -net.saturating_abs() } else { net })
    };
    Some(numbered.fold(0, net))
}

/// What the parts cost, if it is known of every one: those that were agreed, and those that were fitted and stand on no line. None without a record of what was fitted.
fn parts(job: &Job, lines: &[Line], costs: &Costs) -> Option<i64> {
    let sheet = &job.deal.sheet()?.letter;
    let was_done = |line: &&Line| sheet.done.is_empty() || sheet.done.contains(&line.id);
    let bought = lines.iter().filter(|line| line.share == Share::Material).filter(was_done);
    let mut sum = 0_i64;
    for line in bought {
        let unit = costs.unit(line)?;
        let cost = i128::from(unit) * i128::from(line.quantity) / 1000;
        sum = sum.saturating_add(i64::try_from(cost).unwrap_or(i64::MAX));
    }
    let is_quoted = |id: &str| lines.iter().any(|line| line.id == id && line.share == Share::Material);
    let has_material = lines.iter().any(|line| line.share == Share::Material);
    let on_a_line = sheet.parts.iter().all(|part| is_quoted(&part.line) || (part.line.is_empty() && has_material));
    on_a_line.then_some(sum)
}
