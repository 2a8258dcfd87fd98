//! Work across the units of a scheme, its votes and its vendors.

use model::estate::approval::{Outcome, Refusal, Say};
use model::estate::vendor::{Approval, Body, Held, Reason, Track};
use model::scheme::award::Bar;

/// What these pages say.
pub struct Work {
    /// What the kinds of work are together.
    pub tabs_label: &'static str,
    /// Call-outs, programmes, votes, vendors.
    pub tabs: [&'static str; 4],
    /// There is no scheme.
    pub no_scheme: &'static str,
    /// What to do about that.
    pub no_scheme_lead: &'static str,
    /// The way there.
    pub to_scheme: &'static str,
    /// What the address names is not there.
    pub gone: &'static str,
    /// Who may not write is told so.
    pub yours_to_read: &'static str,
    /// How far apart tasks may be due.
    pub window: &'static str,
    /// So many days.
    pub days: fn(u32) -> String,
    /// What could be done together.
    pub can: &'static str,
    /// What that is.
    pub can_lead: &'static str,
    /// Nothing could.
    pub can_none: &'static str,
    /// When there would be.
    pub can_none_lead: &'static str,
    /// So many units.
    pub units: fn(usize) -> String,
    /// By a day.
    pub by: fn(&str) -> String,
    /// Makes it a call-out.
    pub ask_owners: &'static str,
    /// The call-outs there are.
    pub call_outs: &'static str,
    /// There is none.
    pub call_outs_none: &'static str,
    /// How one comes about.
    pub call_outs_none_lead: &'static str,
    /// So many of so many answered.
    pub answered: fn(usize, usize) -> String,
    /// It is ordered for a day.
    pub ordered_for: fn(&str) -> String,
    /// It is ordered.
    pub ordered: &'static str,
    /// It was done on a day.
    pub done_on: fn(&str) -> String,
    /// At what it is done.
    pub at: &'static str,
    /// Between which days.
    pub when: &'static str,
    /// From a day to another.
    pub window_of: fn(&str, &str) -> String,
    /// The day by which owners answer.
    pub answer_by: &'static str,
    /// Who does it.
    pub vendor: &'static str,
    /// The day on which they come.
    pub vendor_day: &'static str,
    /// What it costs.
    pub price: &'static str,
    /// How it is shared.
    pub price_lead: &'static str,
    /// Coming out, once.
    pub call_out: &'static str,
    /// The work in each unit.
    pub each: &'static str,
    /// What owners should know.
    pub notes: &'static str,
    /// It is kept.
    pub saved: &'static str,
    /// What owners said.
    pub answers: &'static str,
    /// How answers come.
    pub answers_lead: &'static str,
    /// Columns of the table of units.
    pub columns: [&'static str; 5],
    /// An owner joins.
    pub joins: &'static str,
    /// An owner does not.
    pub declines: &'static str,
    /// An owner has not answered.
    pub open_answer: &'static str,
    /// Who said it.
    pub says: fn(&str) -> String,
    /// Who notes an answer for somebody.
    pub noted: &'static str,
    /// What a unit would pay if all joined that have not declined.
    pub if_all: fn(&str) -> String,
    /// So many join, what that costs together, and what it would alone.
    pub joined: fn(usize, &str, &str) -> String,
    /// There is no price yet.
    pub no_price: &'static str,
    /// Ordering it.
    pub order: &'static str,
    /// What that takes.
    pub order_lead: &'static str,
    /// No vendor is chosen.
    pub choose_vendor: &'static str,
    /// Orders it.
    pub order_button: &'static str,
    /// Orders it although something speaks against it.
    pub order_anyway: &'static str,
    /// Something speaks against it.
    pub warned: &'static str,
    /// It may not be ordered.
    pub blocked: &'static str,
    /// Nobody joins yet.
    pub nobody_joins: &'static str,
    /// It costs more than a manager may order.
    pub above: fn(&str) -> String,
    /// What to do.
    pub above_lead: &'static str,
    /// Puts it to the trustees.
    pub put_it: &'static str,
    /// What follows when it is done.
    pub finish: &'static str,
    /// What it is good for.
    pub finish_lead: &'static str,
    /// The day on which it was finished.
    pub finished: &'static str,
    /// What was invoiced.
    pub invoiced: &'static str,
    /// It is done.
    pub finish_button: &'static str,
    /// Adds what was typed.
    pub add: &'static str,
    /// Takes it away.
    pub remove: &'static str,
    /// How a vendor stands on the list.
    pub approval: fn(Approval) -> &'static str,
    /// What speaks against giving a vendor a job, with the day that it is about.
    pub reason: fn(Reason, &str) -> String,
    /// Who asks for it: a law.
    pub law: &'static str,
    /// Who asks for it: insurers or the trade.
    pub trade: &'static str,
    /// Who registers.
    pub body: fn(Body) -> &'static str,
    /// All programmes.
    pub programmes: &'static str,
    /// There is none.
    pub programmes_none: &'static str,
    /// What one is good for.
    pub programmes_none_lead: &'static str,
    /// Starts one.
    pub new_programme: &'static str,
    /// Its name.
    pub programme_name: &'static str,
    /// An example of one.
    pub programme_example: &'static str,
    /// What it is about.
    pub sort: &'static str,
    /// Its first month.
    pub from: &'static str,
    /// Over how many months.
    pub months: &'static str,
    /// How many in a month.
    pub capacity: &'static str,
    /// Lays it down.
    pub start_programme: &'static str,
    /// How far it is.
    pub progress: &'static str,
    /// So many of so many.
    pub of: fn(usize, usize) -> String,
    /// So many are late.
    pub late: fn(usize) -> String,
    /// None is late.
    pub in_time: &'static str,
    /// Nothing of the sort is known.
    pub no_things: &'static str,
    /// So many have no room; so many a month would do.
    pub unplaced: fn(usize, u32) -> String,
    /// No months are left.
    pub over: &'static str,
    /// Spreads what is left anew.
    pub replan: &'static str,
    /// What that does.
    pub replan_lead: &'static str,
    /// Columns of the table of months.
    pub month_columns: [&'static str; 3],
    /// Month by month.
    pub by_month: &'static str,
    /// What is done when.
    pub places: &'static str,
    /// Nothing is left.
    pub places_none: &'static str,
    /// It is late.
    pub is_late: &'static str,
    /// It was done.
    pub mark_done: &'static str,
    /// So many more.
    pub more: fn(usize) -> String,
    /// What can be changed of it.
    pub terms: &'static str,
    /// Who does it.
    pub who: &'static str,
    /// Gives the vendor the work.
    pub assign: &'static str,
    /// The same although something speaks against it.
    pub assign_anyway: &'static str,
    /// All matters.
    pub votes: &'static str,
    /// There is none.
    pub votes_none: &'static str,
    /// What it is good for.
    pub votes_none_lead: &'static str,
    /// Puts a matter.
    pub put: &'static str,
    /// What is decided.
    pub matter: &'static str,
    /// An example of it.
    pub matter_example: &'static str,
    /// What speaks for it.
    pub why: &'static str,
    /// What is offered.
    pub offers: &'static str,
    /// How they come in.
    pub offers_lead: &'static str,
    /// Asks for a quote by mail.
    pub ask_by_mail: &'static str,
    /// The subject of such a mail.
    pub mail_subject: fn(&str) -> String,
    /// Its text.
    pub mail_body: fn(&str) -> String,
    /// Adds an offer.
    pub add_offer: &'static str,
    /// Whose.
    pub offer_of: &'static str,
    /// Somebody who is not on the list.
    pub other_vendor: &'static str,
    /// Their name.
    pub offer_name: &'static str,
    /// The price.
    pub offer_price: &'static str,
    /// The promised day.
    pub offer_by: &'static str,
    /// What is in it.
    pub offer_note: &'static str,
    /// The quote.
    pub quote_file: &'static str,
    /// The one that is proposed.
    pub propose: &'static str,
    /// The matter has no offers.
    pub no_offer: &'static str,
    /// What it costs where there are no offers.
    pub cost: &'static str,
    /// The box for the day by which trustees vote.
    pub vote_by: &'static str,
    /// Who decides.
    pub panel: &'static str,
    /// How it is meant.
    pub panel_lead: &'static str,
    /// Who they are is asked of the server.
    pub panel_offline: &'static str,
    /// Who has an interest.
    pub conflicted: &'static str,
    /// How many have to approve of so many.
    pub needs: fn(u32, usize) -> String,
    /// More have to approve than may vote.
    pub too_few: &'static str,
    /// Puts it.
    pub put_button: &'static str,
    /// The offers side by side.
    pub compare: &'static str,
    /// Columns of the offers.
    pub offer_columns: [&'static str; 5],
    /// An offer that is proposed.
    pub is_proposed: &'static str,
    /// An offer that is the cheapest.
    pub lowest: &'static str,
    /// How a matter stands.
    pub outcome: fn(Outcome) -> &'static str,
    /// What that means.
    pub outcome_lead: fn(Outcome) -> &'static str,
    /// How votes are counted.
    pub order_of_votes: &'static str,
    /// Who voted.
    pub who_voted: &'static str,
    /// What a trustee says.
    pub say: fn(Say) -> &'static str,
    /// A trustee has not voted.
    pub not_voted: &'static str,
    /// Why a vote does not count.
    pub refusal: fn(Refusal) -> &'static str,
    /// A trustee without a name.
    pub trustee: &'static str,
    /// One’s own.
    pub you: &'static str,
    /// One’s own vote.
    pub your_vote: &'static str,
    /// What can be said.
    pub vote: fn(Say) -> &'static str,
    /// What is asked before it counts.
    pub vote_sure: fn(Say) -> &'static str,
    /// Why one votes so.
    pub vote_reason: &'static str,
    /// Votes.
    pub vote_button: &'static str,
    /// What taking no part means.
    pub vote_recuse: &'static str,
    /// The vote is kept.
    pub vote_kept: &'static str,
    /// Takes a matter back.
    pub withdraw: &'static str,
    /// All vendors.
    pub vendors: &'static str,
    /// There is none.
    pub vendors_none: &'static str,
    /// What the list is good for.
    pub vendors_none_lead: &'static str,
    /// Adds one.
    pub add_vendor: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its trade.
    pub trade_of: &'static str,
    /// Its telephone number.
    pub phone: &'static str,
    /// Its address for mail.
    pub email: &'static str,
    /// What it works on.
    pub works_on: &'static str,
    /// It works on anything.
    pub anything: &'static str,
    /// Something of it has lapsed.
    pub lapsed: &'static str,
    /// Something of it ends soon.
    pub soon: &'static str,
    /// How it stands.
    pub standing: &'static str,
    /// Since a day.
    pub since: fn(&str) -> String,
    /// Puts it on the list.
    pub approve: &'static str,
    /// Takes it off for now.
    pub suspend: &'static str,
    /// Why it is suspended.
    pub why_suspended: &'static str,
    /// A reason has to be given.
    pub why_needed: &'static str,
    /// Registrations and insurance.
    pub papers: &'static str,
    /// What they decide.
    pub papers_lead: &'static str,
    /// There is none.
    pub papers_none: &'static str,
    /// What belongs here.
    pub papers_none_lead: &'static str,
    /// Adds one.
    pub add_paper: &'static str,
    /// Which it is.
    pub paper_sort: &'static str,
    /// An insurance.
    pub insurance: &'static str,
    /// Another registration.
    pub other_paper: &'static str,
    /// With whom.
    pub paper_body: &'static str,
    /// The number there.
    pub number: &'static str,
    /// The last day.
    pub expires: &'static str,
    /// How a paper stands, with its day.
    pub held: fn(Held, &str) -> String,
    /// The score.
    pub score: &'static str,
    /// The score in words.
    pub points: fn(u32) -> String,
    /// On how many jobs it rests.
    pub score_jobs: fn(u32) -> String,
    /// There is no score yet.
    pub score_few: fn(usize) -> String,
    /// Where the weights come from.
    pub score_source: &'static str,
    /// Columns of the parts of the score.
    pub score_columns: [&'static str; 5],
    /// A part of the score.
    pub track: fn(Track) -> &'static str,
    /// Finished jobs.
    pub jobs: &'static str,
    /// There is none.
    pub jobs_none: &'static str,
    /// How they come here.
    pub jobs_none_lead: &'static str,
    /// Columns of jobs.
    pub job_columns: [&'static str; 5],
    /// Writes one down.
    pub add_job: &'static str,
    /// What was done.
    pub job_title: &'static str,
    /// The promised day.
    pub promised: &'static str,
    /// What was quoted.
    pub quoted: &'static str,
    /// Which job it put right.
    pub recall_of: &'static str,
    /// None.
    pub recall_none: &'static str,
    /// It had to be done again.
    pub recalled: &'static str,
    /// Quotes for work.
    pub quotes: &'static str,
    /// How they come in.
    pub quotes_lead: &'static str,
    /// Nobody was asked.
    pub quotes_none: &'static str,
    /// What asking is good for.
    pub quotes_none_lead: &'static str,
    /// A vendor has not answered.
    pub quote_awaited: &'static str,
    /// A quote came.
    pub quote_came: &'static str,
    /// A quote was approved.
    pub quote_approved: &'static str,
    /// Puts the quotes side by side.
    pub compare_quotes: &'static str,
    /// Approves a quote of so much.
    pub approve_quote: fn(&str) -> String,
    /// What stands against giving the work.
    pub bar: fn(Bar) -> &'static str,
    /// Notes what was finished.
    pub note_job: &'static str,
    /// It is noted.
    pub job_noted: &'static str,
    /// Asks vendors.
    pub ask_vendors: &'static str,
    /// What is wanted, in a line.
    pub ask_title: &'static str,
    /// In full.
    pub ask_what: &'static str,
    /// It is work in so many units.
    pub ask_units: fn(usize) -> String,
    /// Who is asked.
    pub ask_whom: &'static str,
    /// Nobody is chosen.
    pub ask_nobody: &'static str,
    /// Sends it.
    pub ask_send: &'static str,
    /// No approved vendor does such work.
    pub no_vendor_fits: &'static str,
    /// The links of those who were asked.
    pub links: &'static str,
    /// What to do with them.
    pub links_lead: &'static str,
    /// Copies one.
    pub link_copy: &'static str,
    /// It is copied.
    pub link_copied: &'static str,
    /// Mails one.
    pub link_by_mail: &'static str,
    /// What the mail says: of what, and the link.
    pub link_mail: fn(&str, &str) -> String,
    /// The server refused something.
    pub was_refused: &'static str,
    /// Lets it go.
    pub let_go: &'static str,
}
