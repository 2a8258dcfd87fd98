//! The history report and the summary of a system: what goes on paper.

use model::inspection::Found;

/// What the printed report says, and how it is asked for.
pub struct Print {
    /// Inspections and their points.
    pub inspections: Walks,
    /// What to do first when a system fails.
    pub steps: &'static str,
    /// The page.
    pub title: &'static str,
    /// "Logbook of 14 Protea Street"
    pub heading: fn(&str) -> String,
    /// "Made on 21 November 2026"
    pub made: fn(&str) -> String,
    /// "Made on 21 November 2026 by ann@example.org"
    pub made_by: fn(&str, &str) -> String,
    /// "412 entries since March 2016"
    pub since: fn(&str, &str) -> String,
    /// "March 2016 to November 2026"
    pub span: fn(&str, &str) -> String,
    /// Only a part of the logbook is on it: by what it was chosen.
    pub only: fn(&str) -> String,
    /// Opens the browser's print dialog.
    pub print: &'static str,
    /// Prints although photos are still on their way.
    pub print_now: &'static str,
    /// Has the server make a PDF of it.
    pub pdf: &'static str,
    /// While it does.
    pub pdf_making: &'static str,
    /// Changes that are not in it, because the server does not have them: how many.
    pub pdf_unsent: fn(usize) -> String,
    /// The server cannot be reached.
    pub pdf_offline: &'static str,
    /// This server makes none.
    pub pdf_not_offered: &'static str,
    /// It would take too long.
    pub pdf_too_long: &'static str,
    /// Photos are still on their way: how many.
    pub waiting: fn(usize) -> String,
    /// A photo that is not here and cannot be fetched.
    pub no_photo: &'static str,
    /// The panel in which the report is put together.
    pub choices: &'static str,
    /// Which parts are printed.
    pub parts: &'static str,
    /// The home's facts.
    pub home: &'static str,
    /// The systems.
    pub systems: &'static str,
    /// The entries.
    pub entries: &'static str,
    /// Photos, below each entry.
    pub photos: &'static str,
    /// Notes and parts used, below each entry.
    pub notes: &'static str,
    /// What entries cost, year by year.
    pub costs: &'static str,
    /// The contacts.
    pub contacts: &'static str,
    /// The first day of the entries.
    pub from: &'static str,
    /// The last day of the entries.
    pub until: &'static str,
    /// No such day.
    pub any_date: &'static str,
    /// What the days choose.
    pub dates_hint: &'static str,
    /// No amount is on paper.
    pub hide_costs: &'static str,
    /// No person and no firm is on paper.
    pub hide_names: &'static str,
    /// What hiding does not reach.
    pub hide_hint: &'static str,
    /// Texts that still say what is hidden: how many, and the first of them.
    pub still_said: fn(usize, &str) -> String,
    /// The list of parts with where they are.
    pub inside: &'static str,
    /// What is not on paper.
    pub left_out: LeftOut,
    /// The device does not have the whole logbook yet.
    pub arriving: &'static str,
    /// Nothing of a part is written down.
    pub none: &'static str,
    /// An entry whose latest version is not its first.
    pub amended: &'static str,
    /// Somebody countersigned it as it stands.
    pub countersigned: &'static str,
    /// A fault that nothing has settled.
    pub unsettled: &'static str,
    /// Systems that are no longer in use.
    pub retired: &'static str,
    /// "14 entries, the latest March 2026"
    pub logged: fn(&str, &str) -> String,
    /// What is known of a system in the logbook.
    pub in_logbook: &'static str,
    /// Amounts that are in no sum.
    pub other_currency: &'static str,
    /// The head of a column: the date.
    pub date: &'static str,
    /// The head of a column: what was done.
    pub what: &'static str,
    /// The head of a column: the system.
    pub system: &'static str,
    /// The head of a column: by whom.
    pub by: &'static str,
    /// The head of a column: the cost.
    pub cost: &'static str,
    /// The head of a column: a system's make and model.
    pub make: &'static str,
    /// The head of a column: where something is.
    pub place: &'static str,
    /// The head of a column: a name.
    pub name: &'static str,
    /// The head of a column: a trade.
    pub trade: &'static str,
    /// The head of a column: telephone and e-mail.
    pub reach: &'static str,
    /// The head of a column: registrations.
    pub registered: &'static str,
    /// The head of a column: the year.
    pub of_year: &'static str,
    /// The head of a column: how many entries.
    pub of_entries: &'static str,
    /// What bars show.
    pub in_rand: &'static str,
    /// The head of a column: when something ends.
    pub ends: &'static str,
    /// The sum of a year: "2026, 14 entries".
    pub year: fn(&str, &str) -> String,
    /// The sum of all.
    pub total: &'static str,
    /// What the document is and is not.
    pub foot: &'static str,
    /// One system on one page.
    pub summary: Summary,
}

/// Inspections in a report.
pub struct Walks {
    /// The section.
    pub title: &'static str,
    /// The head of a column: how much was found how.
    pub result: &'static str,
    /// "9 OK, 1 failed, 2 not looked at"
    pub counts: fn(usize, usize, usize) -> String,
    /// The table of the points.
    pub points: &'static str,
    /// The head of a column: how a point was found.
    pub found: &'static str,
    /// How a point was found.
    pub how: fn(Found) -> &'static str,
    /// The head of a column: what a point that failed led to.
    pub became: &'static str,
    /// "done 3 May 2026"
    pub done: fn(&str) -> String,
    /// The head of a column: the notes.
    pub note: &'static str,
}

/// What a report leaves out, a line each.
pub struct LeftOut {
    /// The heading.
    pub title: &'static str,
    /// Parts that were not chosen, by name.
    pub parts: fn(&str) -> String,
    /// Every amount.
    pub costs: &'static str,
    /// Every name.
    pub names: &'static str,
    /// Notes and parts used of entries.
    pub notes: &'static str,
    /// Photos of entries: how many.
    pub photos: fn(usize) -> String,
    /// Entries that were not chosen: how many.
    pub entries: fn(usize) -> String,
    /// Entries that were withdrawn: how many.
    pub withdrawn: fn(usize) -> String,
    /// Records of a newer version: how many.
    pub unreadable: fn(usize) -> String,
    /// Photos that are not here: how many.
    pub missing: fn(usize) -> String,
    /// Photos that the server does not have yet: how many.
    pub absent: fn(usize) -> String,
    /// Letters that a PDF cannot show.
    pub letters: &'static str,
    /// What hiding does not reach.
    pub free_text: &'static str,
}

/// One system on one page.
pub struct Summary {
    /// The page.
    pub title: &'static str,
    /// In the menu of a system.
    pub offer: &'static str,
    /// Above the name of the system.
    pub kicker: fn(&str) -> String,
    /// Who is called when it fails.
    pub call: &'static str,
    /// The latest entries about it.
    pub latest: &'static str,
    /// Beside the code.
    pub scan: &'static str,
}
