//! Certificates, warranties, tasks, contents and meters.

use model::recurrence::Basis;
use model::season::Season;

/// What these pages say.
pub struct Care {
    /// A certificate.
    pub certificate: &'static str,
    /// Adds one.
    pub add_certificate: &'static str,
    /// None yet.
    pub no_certificates: &'static str,
    /// Why they are worth keeping.
    pub no_certificates_lead: &'static str,
    /// What a certificate is worth depends on the purpose.
    pub certificates_note: &'static str,
    /// Photo or PDF of it.
    pub certificate_file: &'static str,
    /// What sort.
    pub sort: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Its number.
    pub number: &'static str,
    /// When it was issued.
    pub issued: &'static str,
    /// Who issued it.
    pub issuer: &'static str,
    /// Registration number.
    pub registration: &'static str,
    /// The body registered with.
    pub body: &'static str,
    /// Systems that it covers.
    pub covers: &'static str,
    /// Supplements another certificate.
    pub supplements: &'static str,
    /// Corrects it.
    pub correct: &'static str,
    /// Why it was corrected, beside the reason.
    pub corrected: &'static str,
    /// Why it was corrected.
    pub reason: &'static str,
    /// Notes.
    pub notes: &'static str,
    /// Papers.
    pub papers: &'static str,
    /// Withdrawn.
    pub withdrawn: &'static str,
    /// Withdraws it.
    pub withdraw: &'static str,
    /// A warranty.
    pub warranty: &'static str,
    /// Adds one.
    pub add_warranty: &'static str,
    /// None yet.
    pub no_warranties: &'static str,
    /// Why.
    pub no_warranties_lead: &'static str,
    /// The Consumer Protection Act's three months.
    pub warranties_note: &'static str,
    /// Those that run.
    pub running: &'static str,
    /// Those that have run out.
    pub run_out: &'static str,
    /// What it covers, in a line.
    pub covers_what: &'static str,
    /// Parts, labour, workmanship.
    pub cover: &'static str,
    /// Who gave it.
    pub provider: &'static str,
    /// When it began.
    pub starts: &'static str,
    /// For how long.
    pub months: &'static str,
    /// The unit of it.
    pub months_unit: &'static str,
    /// "ended 4 May 2025".
    pub ended: fn(&str) -> String,
    /// "41 days left".
    pub ends_in: fn(i64) -> String,
    /// The end is not known.
    pub end_unknown: &'static str,
    /// A task.
    pub task: &'static str,
    /// Adds one.
    pub add_task: &'static str,
    /// None yet.
    pub no_tasks: &'static str,
    /// Why.
    pub no_tasks_lead: &'static str,
    /// Those whose day has passed.
    pub late: &'static str,
    /// Later ones.
    pub later: &'static str,
    /// Those whose systems are gone.
    pub orphaned: &'static str,
    /// Done ones.
    pub done: &'static str,
    /// What to do.
    pub what: &'static str,
    /// By when.
    pub due: &'static str,
    /// Who usually does it.
    pub usually: &'static str,
    /// The kind of trade.
    pub trade: &'static str,
    /// The member who sees to it.
    pub member: &'static str,
    /// No member.
    pub nobody: &'static str,
    /// How often it is done.
    pub how_often: &'static str,
    /// Once.
    pub once: &'static str,
    /// Every so many months.
    pub every_months: &'static str,
    /// Every so many weeks.
    pub every_weeks: &'static str,
    /// When a meter has counted so much.
    pub by_meter: &'static str,
    /// By a season.
    pub season: fn(Season) -> &'static str,
    /// How many months, weeks, hours.
    pub how_many: &'static str,
    /// What it is counted from.
    pub counted: &'static str,
    /// Each of that.
    pub counted_from: fn(Basis) -> &'static str,
    /// What it costs, at least.
    pub cost_min: &'static str,
    /// At most.
    pub cost_max: &'static str,
    /// How long before.
    pub lead: &'static str,
    /// The unit of that.
    pub days: &'static str,
    /// Why.
    pub why: &'static str,
    /// How it is done.
    pub how_to: &'static str,
    /// What is needed.
    pub parts_needed: &'static str,
    /// One a line.
    pub one_a_line: &'static str,
    /// The systems that a task is about.
    pub concerns: &'static str,
    /// "done: see the entry".
    pub see_entry: &'static str,
    /// An item.
    pub item: &'static str,
    /// Adds one.
    pub add_item: &'static str,
    /// None yet.
    pub no_items: &'static str,
    /// Why.
    pub no_items_lead: &'static str,
    /// Searches.
    pub search_items: &'static str,
    /// Room.
    pub room: &'static str,
    /// Name.
    pub name: &'static str,
    /// How many.
    pub quantity: &'static str,
    /// How many, at the head of a column.
    pub count: &'static str,
    /// Make.
    pub make: &'static str,
    /// Model.
    pub model: &'static str,
    /// Serial number.
    pub serial: &'static str,
    /// When bought.
    pub bought: &'static str,
    /// What one cost.
    pub price: &'static str,
    /// What one costs to replace.
    pub replacement: &'static str,
    /// To replace them all.
    pub to_replace: &'static str,
    /// In all.
    pub total: &'static str,
    /// A reading.
    pub reading: &'static str,
    /// Adds one.
    pub add_reading: &'static str,
    /// None yet.
    pub no_readings: &'static str,
    /// Why.
    pub no_readings_lead: &'static str,
    /// The meter.
    pub meter: &'static str,
    /// What is measured.
    pub unit: &'static str,
    /// What it shows.
    pub value: &'static str,
    /// On which day.
    pub on: &'static str,
    /// Used between readings.
    pub used: &'static str,
    /// Since the last reading.
    pub since_last: &'static str,
    /// Date.
    pub date: &'static str,
    /// It was deleted.
    pub deleted: fn(&str) -> String,
    /// It was saved.
    pub saved: &'static str,
    /// Deletes it.
    pub delete: &'static str,
}
