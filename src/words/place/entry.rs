//! One entry of the logbook, and what happened to it.

/// What stands around an entry.
pub struct Entry {
    /// The page.
    pub title: &'static str,
    /// Corrects it.
    pub amend: &'static str,
    /// The system, in a list of facts.
    pub system: &'static str,
    /// The systems, where there are several.
    pub systems: &'static str,
    /// Where in the home.
    pub zones: &'static str,
    /// Who did it.
    pub done_by: &'static str,
    /// When it was.
    pub when: &'static str,
    /// How bad a fault is.
    pub severity: &'static str,
    /// The fault that it settled.
    pub settles: &'static str,
    /// The name of whether certificates still hold after it.
    pub alters: &'static str,
    /// It altered an installation.
    pub altered: &'static str,
    /// It altered none.
    pub unaltered: &'static str,
    /// What settled it, of a fault.
    pub settled_by: &'static str,
    /// Nothing settled it yet, of a fault.
    pub open_fault: &'static str,
    /// Logs what settled it.
    pub log_repair: &'static str,
    /// The task that it did.
    pub task: &'static str,
    /// What it cost.
    pub cost: &'static str,
    /// Of that, labour.
    pub labour: &'static str,
    /// Of that, parts.
    pub parts_cost: &'static str,
    /// Of that, neither labour nor parts.
    pub other_cost: &'static str,
    /// In all.
    pub total: &'static str,
    /// Parts used.
    pub parts: &'static str,
    /// The number of a part: "no. 77-2031".
    pub part_number: fn(&str) -> String,
    /// Notes.
    pub notes: &'static str,
    /// Papers.
    pub papers: &'static str,
    /// Saves a paper as a file.
    pub save_paper: &'static str,
    /// What happened to the entry.
    pub story: &'static str,
    /// It was written.
    pub written: &'static str,
    /// It was amended.
    pub amended: &'static str,
    /// It was withdrawn.
    pub withdrawn: &'static str,
    /// Shows versions beside one another.
    pub show_both: &'static str,
    /// In quotation marks.
    pub quoted: fn(&str) -> String,
    /// Written by this account.
    pub by_you: &'static str,
    /// "Sent by Sipho, Dlamini Plumbing, by the link Geyser job, on 27 November 2026".
    pub via: fn(&str, &str, &str, &str) -> String,
    /// The same of who scanned the label on a system: who (may be empty), and the day (may be empty).
    pub via_label: fn(&str, &str) -> String,
    /// Leads to the page of a fault.
    pub what_became: &'static str,
    /// Photos of the fault that this entry settled.
    pub fault_photos: &'static str,
    /// It waits to be sent.
    pub waiting: &'static str,
    /// The server refused it.
    pub refused: &'static str,
    /// What becomes of what was refused.
    pub refused_kept: &'static str,
    /// Corrects what was refused.
    pub mend: &'static str,
    /// Sends what was refused once more.
    pub try_again: &'static str,
    /// Lets what was refused go.
    pub let_go: &'static str,
    /// What was refused is gone from this device.
    pub let_gone: &'static str,
    /// Moves it to another system.
    pub move_system: &'static str,
    /// Moves it.
    pub move_now: &'static str,
    /// It was moved to other systems.
    pub moved_system: &'static str,
    /// Moves it to another home.
    pub move_home: &'static str,
    /// What does not move along.
    pub move_home_hint: &'static str,
    /// It was moved to another home: "Moved to Umhlanga flat".
    pub moved_home: fn(&str) -> String,
    /// It came from another home.
    pub moved_from: &'static str,
    /// Another home whose name is not here.
    pub another_home: &'static str,
    /// Takes it back.
    pub withdraw: &'static str,
    /// It was taken back.
    pub withdrawn_now: &'static str,
    /// That it no longer counts.
    pub withdrawn_title: &'static str,
    /// What that means.
    pub withdrawn_text: &'static str,
    /// Writes it again.
    pub write_again: &'static str,
    /// It was written again.
    pub written_again: &'static str,
    /// Nothing is there.
    pub none_title: &'static str,
    /// Why that may be.
    pub none_text: &'static str,
}
