//! Bringing records in from other programs, and taking the home out.

/// What these pages say.
pub struct Carry {
    /// The page on which records are brought in.
    pub bring: &'static str,
    /// What it is for, beside its link.
    pub bring_hint: &'static str,
    /// What can be brought in.
    pub lead: &'static str,
    /// Opens the file chooser.
    pub choose: &'static str,
    /// And what can be chosen.
    pub choose_hint: &'static str,
    /// What is being read.
    pub opening: &'static str,
    /// The chosen files.
    pub files: &'static str,
    /// "Homebox, 412 rows"
    pub recognised: fn(&str, usize) -> String,
    /// A photo or paper that others of the files name.
    pub media: &'static str,
    /// A file that nothing can be made of.
    pub unknown: &'static str,
    /// A file is an archive of a home, which is brought back elsewhere.
    pub is_archive: &'static str,
    /// None of the files can be read.
    pub nothing: &'static str,
    /// What may be wrong then.
    pub nothing_body: &'static str,
    /// What the files do not tell.
    pub questions: &'static str,
    /// Which of day and month comes first.
    pub date_order: &'static str,
    /// "03/04/2021 is 3 April 2021"
    pub is_date: fn(&str, &str) -> String,
    /// Which sign separates the cents.
    pub decimal: &'static str,
    /// In which currency amounts are that name none.
    pub currency: &'static str,
    /// What the rows of a table become.
    pub rows_are: &'static str,
    /// "Columns of home.csv: 12 matched, 3 into the notes"
    pub columns: fn(&str, usize, usize) -> String,
    /// "such as 3 kW, 5 kW"
    pub such_as: fn(&str) -> String,
    /// Goes on to the preview.
    pub look: &'static str,
    /// What would happen.
    pub preview: &'static str,
    /// Nothing has happened yet.
    pub preview_lead: &'static str,
    /// The head of a column: the kind of record.
    pub kind: &'static str,
    /// The head of a column: records that are made.
    pub new: &'static str,
    /// The head of a column: records that are changed.
    pub changed: &'static str,
    /// The head of a column: records that are there already.
    pub same: &'static str,
    /// The head of a column: records that wait for a word.
    pub doubtful: &'static str,
    /// The name of a kind, for several records.
    pub kinds: fn(&str) -> &'static str,
    /// "14 files come along, 38 MB"
    pub files_come: fn(usize, &str) -> String,
    /// Records that are left out unless the person says otherwise.
    pub doubts: &'static str,
    /// What to do about them.
    pub doubts_lead: &'static str,
    /// What could not be read.
    pub problems: &'static str,
    /// "Purchase date: no date that can be read (12)"
    pub problem_sort: fn(&str, usize) -> String,
    /// What becomes of it.
    pub problems_lead: &'static str,
    /// "and 120 more"
    pub more: fn(usize) -> String,
    /// "home.csv, row 12"
    pub at: fn(&str, u32) -> String,
    /// "Changes: name, notes"
    pub changes: fn(&str) -> String,
    /// The first records of each kind.
    pub first_rows: &'static str,
    /// "Bring in 412 records"
    pub go: fn(usize) -> String,
    /// Goes back to the files and questions.
    pub back: &'static str,
    /// There is nothing to do.
    pub all_same: &'static str,
    /// Why.
    pub all_same_body: &'static str,
    /// What is going on.
    pub working: &'static str,
    /// "180 of 412"
    pub way: fn(&str, &str) -> String,
    /// "412 records brought in"
    pub done: fn(usize) -> String,
    /// Where they are.
    pub done_body: &'static str,
    /// "3 files were missing"
    pub missing: fn(usize) -> String,
    /// Takes the import back.
    pub undo: &'static str,
    /// Asks whether to.
    pub undo_ask: &'static str,
    /// What is lost.
    pub undo_body: &'static str,
    /// What is going on then.
    pub undoing: &'static str,
    /// It was.
    pub undone: &'static str,
    /// Begins another.
    pub another: &'static str,
    /// Opens the logbook.
    pub to_logbook: &'static str,
    /// Imports of before.
    pub earlier: &'static str,
    /// "412 new, 3 changed"
    pub counts: fn(i64, i64) -> String,
    /// The import broke off.
    pub broke_off: &'static str,
    /// What can be done.
    pub broke_off_body: &'static str,
    /// The part that reads files is not on this device yet.
    pub needs_network: &'static str,
    /// What is wrong with something in a file: what is wrong, what it is about (a column, a file), the text as it stands.
    pub problem: fn(&str, &str, &str) -> String,
    /// Why a fact is corrected when a newer file is brought in.
    pub newer_file: &'static str,
    /// Currencies that amounts may be in, the usual one first: code and name.
    pub currencies: [(&'static str, &'static str); 10],
    /// Why a fact is withdrawn when an import is taken back.
    pub taken_back: &'static str,
    /// The page on which the home is taken out.
    pub take: &'static str,
    /// What it is for, beside its link.
    pub take_hint: &'static str,
    /// What is made.
    pub take_lead: &'static str,
    /// Makes it.
    pub take_make: &'static str,
    /// What is going on.
    pub take_working: &'static str,
    /// It was made.
    pub take_done: &'static str,
    /// Saves it once more.
    pub take_again: &'static str,
    /// "3 files are not in it"
    pub take_missing: fn(usize) -> String,
    /// The archive does not say who changed what.
    pub take_no_history: &'static str,
    /// Why, and what to do.
    pub take_no_history_body: &'static str,
    /// The page on which a home is brought back.
    pub restore: &'static str,
    /// What it is for, beside its link.
    pub restore_link: &'static str,
    /// What happens.
    pub restore_lead: &'static str,
    /// Opens the file chooser.
    pub restore_choose: &'static str,
    /// What can be chosen.
    pub restore_hint: &'static str,
    /// The file is no archive.
    pub restore_none: &'static str,
    /// "412 records and 38 files (64 MB), taken out on 26 November 2026": records, files, their bytes, the day.
    pub restore_holds: fn(usize, usize, &str, &str) -> String,
    /// Brings it back.
    pub restore_go: &'static str,
    /// What is going on.
    pub restore_working: &'static str,
    /// It was.
    pub restore_done: &'static str,
    /// Opens it.
    pub restore_enter: &'static str,
    /// "3 lines of the archive are damaged and were left out"
    pub restore_damaged: fn(usize) -> String,
}
