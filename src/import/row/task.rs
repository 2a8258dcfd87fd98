//! Rows that tell what is to be done.

use super::Row;
use crate::column::Target;
use crate::draft::Draft;
use crate::gather::Gather;
use crate::proposal::ProblemCode;
use crate::value::date::Read;
use model::letter::YEAR_MAX;

/// The first year in which a task may be due.
const YEAR_MIN: i32 = 1950;

/// Reads a row that is a task. One without a day that can be read becomes a note in the logbook, for a task has to be due.
pub(crate) fn read(mut row: Row<'_>, to: &mut Gather<'_>) {
    let due = row.cells.iter().find(|cell| cell.target == Target::Due).map(|cell| cell.date(to));
    let Some(Read::Is(due)) = due else {
        return super::entry::read(row, Some(model::entry::EntryType::Note), to);
    };
    if !(YEAR_MIN..=YEAR_MAX).contains(&due.year()) {
        let cell = row.take(Target::Due).expect("it was read");
        to.problem(&row.place(), ProblemCode::DateRange, &cell.label, &cell.text);
        row.push(Target::Note, cell.label.into_owned(), cell.text.into_owned());
        return super::entry::read(row, Some(model::entry::EntryType::Note), to);
    }
    let mut draft = Draft::new("task", row.place());
    let Some(title) = super::entry::title(&mut draft, &mut row, to) else { return };
    let cell = row.take(Target::Due).expect("it was read");
    let day = due.first().max(due.last());
    if due != day.into() {
        draft.note(&cell.label, &cell.text);
    }
    draft.put("due", &day.to_string());
    if let Some(recurrence) = row.recurrence.take() {
        draft.set("recurrence", serde_json::to_value(recurrence).unwrap_or_default());
        let repeats = to.settings.words.import().labels.repeats;
        row.cells.retain(|cell| cell.label != repeats);
    }
    super::entry::systems(&mut draft, &mut row, to);
    super::entry::done_by(&mut draft, &mut row, to);
    let id = row.take(Target::Id).map(|cell| cell.text.into_owned());
    draft.rest(to, &mut row);
    let key = to.key("task", &id.unwrap_or_else(|| format!("{day}/{title}")));
    draft.finish(to, key);
}
