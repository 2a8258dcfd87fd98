//! A row of a file, whatever the file is: cells that know what they become. What reads it takes what it has a place for; the rest is notes.

pub(crate) mod contact;
pub(crate) mod entry;
pub(crate) mod round;
pub(crate) mod task;
pub(crate) mod thing;
pub(crate) mod warranty;
pub(crate) mod zone;

use crate::column::Target;
use crate::gather::Gather;
use crate::proposal::{Attached, Place, ProblemCode};
use crate::talk::{DateOrder, Decimal};
use crate::value::date;
use model::recurrence::Recurrence;
use std::borrow::Cow;

/// A cell with something in it.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    /// What it becomes.
    pub(crate) target: Target,
    /// What the file calls it.
    pub(crate) label: Cow<'a, str>,
    /// Its text.
    pub(crate) text: Cow<'a, str>,
    /// How dates in it are meant.
    pub(crate) order: DateOrder,
    /// How amounts in it are meant.
    pub(crate) decimal: Option<Decimal>,
    /// The currency that its column names.
    pub(crate) currency: Option<&'static str>,
}

impl Cell<'_> {
    /// The date that it says.
    pub(crate) fn date(&self, to: &Gather<'_>) -> date::Read {
        date::read(&self.text, self.order, to.settings.today.year() + self.target.years_ahead())
    }
}

/// A file that belongs to a row.
pub(crate) struct RowFile {
    /// What the row calls it.
    pub(crate) name: String,
    /// What sort of thing it is.
    pub(crate) sort: FileSort,
    /// The file, or why it is not there.
    pub(crate) found: Result<Attached, ProblemCode>,
}

/// What a file is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileSort {
    /// A photo, or anything that stays with the record itself.
    Photo,
    /// A receipt.
    Receipt,
    /// A manual.
    Manual,
    /// A warranty.
    Warranty,
    /// Another paper.
    Paper,
}

/// A row.
pub(crate) struct Row<'a> {
    /// The file that it stands in.
    pub(crate) file: &'a str,
    /// Where in it.
    pub(crate) number: u32,
    /// Its cells, in their order; one that was taken is empty.
    pub(crate) cells: Vec<Cell<'a>>,
    /// Files that belong to it.
    pub(crate) files: Vec<RowFile>,
    /// How often what it tells of is done, where the file says that in a form of its own; it stands in a cell too.
    pub(crate) recurrence: Option<Recurrence>,
}

impl<'a> Row<'a> {
    /// A row without cells.
    pub(crate) fn new(file: &'a str, number: u32) -> Self {
        Self { file, number, cells: Vec::new(), files: Vec::new(), recurrence: None }
    }

    /// Adds a cell if there is anything in it.
    pub(crate) fn push(&mut self, target: Target, label: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        if !text.trim().is_empty() && target != Target::None {
            let (order, decimal) = (DateOrder::DayFirst, Some(Decimal::Point));
            self.cells.push(Cell { target, label: label.into(), text, order, decimal, currency: None });
        }
    }

    /// Where it stands.
    pub(crate) fn place(&self) -> Place {
        Place { file: self.file.to_owned(), row: self.number }
    }

    /// Looks at the first cell of a target.
    pub(crate) fn peek(&self, target: Target) -> Option<&str> {
        let cell = self.cells.iter().find(|cell| cell.target == target && !cell.text.is_empty())?;
        Some(cell.text.trim())
    }

    /// Takes the first cell of a target, which is then no longer among the rest.
    pub(crate) fn take(&mut self, target: Target) -> Option<Cell<'a>> {
        let cell = self.cells.iter_mut().find(|cell| cell.target == target && !cell.text.is_empty())?;
        let text = std::mem::take(&mut cell.text);
        Some(Cell { text, label: cell.label.clone(), ..*cell })
    }

    /// Takes the first cell of the first of some targets that there is.
    pub(crate) fn first(&mut self, targets: &[Target]) -> Option<Cell<'a>> {
        targets.iter().find_map(|target| self.take(*target))
    }

    /// Takes all cells that are left.
    pub(crate) fn rest(&mut self) -> impl Iterator<Item = Cell<'a>> + use<'a> {
        std::mem::take(&mut self.cells).into_iter().filter(|cell| !cell.text.is_empty())
    }
}
