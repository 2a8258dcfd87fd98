//! Inspections and their checklists.

use model::inspection::Found;

/// What these pages say.
pub struct Inspect {
    /// Inspections of the home.
    pub title: &'static str,
    /// What they are good for.
    pub lead: &'static str,
    /// The checklists there are.
    pub lists: &'static str,
    /// Those that a person wrote.
    pub own_lists: &'static str,
    /// Inspections that were finished.
    pub past: &'static str,
    /// There are none.
    pub none: &'static str,
    /// Begins to walk one.
    pub start: &'static str,
    /// Goes on with one that was begun.
    pub resume: &'static str,
    /// By when one is walked next.
    pub next: fn(&str) -> String,
    /// It is late.
    pub late: &'static str,
    /// It never was walked.
    pub never: &'static str,
    /// It was walked last on that day.
    pub last: fn(&str) -> String,
    /// "9 points"
    pub points: fn(usize) -> String,
    /// The checklists could not be fetched.
    pub unavailable: &'static str,
    /// There is no such checklist or inspection.
    pub gone: &'static str,
    /// How a point was found.
    pub found: fn(Found) -> &'static str,
    /// "5 good, 1 failed, 2 not looked at"
    pub counts: fn(usize, usize, usize) -> String,
    /// A note to a point.
    pub note: &'static str,
    /// How bad what failed is.
    pub severity: &'static str,
    /// What it becomes.
    pub becomes: &'static str,
    /// A fault.
    pub becomes_fault: &'static str,
    /// A task.
    pub becomes_task: &'static str,
    /// Takes a photo of a point.
    pub photo: fn(&str) -> String,
    /// Why it is looked at.
    pub source: fn(&str, &str) -> String,
    /// The trade knows, nobody has published it.
    pub source_trade: &'static str,
    /// Finishes it.
    pub finish: &'static str,
    /// What that does.
    pub finish_lead: fn(usize, usize) -> String,
    /// It was finished.
    pub finished: &'static str,
    /// Lets what was begun go.
    pub discard: &'static str,
    /// Who walked it.
    pub by: &'static str,
    /// What became of a point.
    pub see: &'static str,
    /// Copies a checklist, to be changed.
    pub copy: &'static str,
    /// What a copy is called.
    pub copy_name: fn(&str) -> String,
    /// The form of an own checklist.
    pub edit: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Months between two walks.
    pub every: &'static str,
    /// The unit of that.
    pub months: &'static str,
    /// A point.
    pub point: &'static str,
    /// What good looks like.
    pub how: &'static str,
    /// One more point.
    pub add_point: &'static str,
    /// Takes a point off.
    pub drop_point: fn(&str) -> String,
    /// Deletes a checklist.
    pub delete: &'static str,
    /// It was deleted.
    pub deleted: fn(&str) -> String,
    /// It was saved.
    pub saved: &'static str,
    /// What is to be done about a point that failed.
    pub task_title: fn(&str) -> String,
}
