//! The rows of a large table that are in sight, as plain elements: a row that scrolls out at one end is written anew and stands at the other.

use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement};

/// What stands in a row.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// Beside the name, where there is room.
    pub note: String,
    /// Its cells: the end of a class name, by which they are drawn, and the same in words. None of a row that only names those below it.
    pub cells: Vec<(&'static str, String)>,
}

/// A place in a table: the row, and the column, of which the first is that of the names. Both from 0, without the row of heads.
pub type Place = (usize, usize);

/// The rows in the page.
pub struct Sheet {
    document: Document,
    body: HtmlElement,
    id: String,
    columns: usize,
    slots: Vec<Slot>,
    active: Option<Element>,
}

/// One row of elements.
struct Slot {
    row: HtmlElement,
    name: Element,
    note: Element,
    cells: Vec<Element>,
    shows: Option<usize>,
}

impl Sheet {
    /// Rows in `body`, whose cells are named from `id`. `columns` are those beside the names.
    pub fn new(body: &HtmlElement, id: &str, columns: usize) -> Option<Self> {
        let document = web_sys::window()?.document()?;
        Some(Self { document, body: body.clone(), id: id.to_owned(), columns, slots: Vec::new(), active: None })
    }

    /// Draws `rows` of `count`; those that are there already only `anew`.
    pub fn draw(&mut self, rows: Range<usize>, count: usize, anew: bool, line: impl Fn(usize) -> Line) {
        let is_fewer = self.slots.len() < rows.len();
        while self.slots.len() < rows.len() {
            let Some(slot) = self.slot() else { return };
            self.slots.push(slot);
        }
        if anew || is_fewer {
            self.slots.iter_mut().for_each(|slot| slot.shows = None);
        }
        let slots = self.slots.len();
        for row in rows.clone().filter(|_| slots > 0) {
            let slot = &mut self.slots[row % slots];
            if slot.shows != Some(row) {
                slot.write(row, &line(row));
            }
        }
        for slot in &mut self.slots {
            // What is not in sight and not there any more.
            let is_gone = slot.shows.is_none_or(|row| row >= count || !rows.contains(&row));
            slot.row.set_hidden(is_gone);
        }
    }

    /// Puts the rows in the order in which they are read. They stand where they belong without it; to move one costs more than to write it anew, so this
    /// waits until nothing scrolls.
    pub fn arrange(&self) {
        let mut shown: Vec<&Slot> = self.slots.iter().filter(|slot| slot.shows.is_some()).collect();
        shown.sort_unstable_by_key(|slot| slot.shows);
        let mut below: Option<&Element> = None;
        for slot in shown.into_iter().rev() {
            if slot.row.next_element_sibling().as_ref() != below {
                // A row can always be moved within its own table.
                let _ = self.body.insert_before(&slot.row, below.map(AsRef::as_ref));
            }
            below = Some(&slot.row);
        }
    }

    /// Marks a cell as the one that the keys move; its id.
    pub fn mark(&mut self, (row, column): Place) -> Option<String> {
        if let Some(before) = self.active.take() {
            // Neither name is one that a browser refuses.
            let _ = before.class_list().remove_1(ACTIVE);
            let _ = before.remove_attribute("id");
        }
        let slot = self.slots.iter().find(|slot| slot.shows == Some(row))?;
        let cell = match column {
            0 => slot.name.parent_element()?,
            column => slot.cells.get(column - 1)?.clone(),
        };
        let id = format!("{}-{row}-{column}", self.id);
        cell.set_id(&id);
        let _ = cell.class_list().add_1(ACTIVE);
        self.active = Some(cell);
        Some(id)
    }

    fn slot(&self) -> Option<Slot> {
        let row = self.part("grid__row", "row")?;
        let head = self.part("grid__name", "rowheader")?;
        head.set_attribute("aria-colindex", "1").ok()?;
        let (name, note) = (self.part("grid__label", "")?, self.part("grid__note", "")?);
        head.append_child(&name).ok()?;
        head.append_child(&note).ok()?;
        row.append_child(&head).ok()?;
        let mut cells = Vec::with_capacity(self.columns);
        for column in 0..self.columns {
            let cell = self.part("grid__cell", "gridcell")?;
            cell.set_attribute("aria-colindex", &(column + 2).to_string()).ok()?;
            row.append_child(&cell).ok()?;
            cells.push(cell.into());
        }
        self.body.append_child(&row).ok()?;
        Some(Slot { row, name: name.into(), note: note.into(), cells, shows: None })
    }

    fn part(&self, class: &str, role: &str) -> Option<HtmlElement> {
        let part: HtmlElement = self.document.create_element("div").ok()?.dyn_into().ok()?;
        part.set_class_name(class);
        if !role.is_empty() {
            part.set_attribute("role", role).ok()?;
        }
        Some(part)
    }
}

/// The class of the cell that the keys move.
const ACTIVE: &str = "grid__active";

impl Slot {
    fn write(&mut self, row: usize, line: &Line) {
        self.shows = Some(row);
        let is_head = line.cells.is_empty();
        if let Some(head) = self.name.parent_element() {
            // A head reaches over all columns, the rest of its cells are hidden.
            let reach = if is_head { self.cells.len() + 1 } else { 1 };
            let _ = head.set_attribute("aria-colspan", &reach.to_string());
        }
        self.row.set_class_name(if is_head { "grid__row grid__row--head" } else { "grid__row" });
        // These names are none that a browser refuses.
        let _ = self.row.set_attribute("aria-rowindex", &(row + 2).to_string());
        let _ = self.row.style().set_property("--at", &row.to_string());
        self.name.set_text_content(Some(&line.name));
        self.note.set_text_content(Some(&line.note));
        for (at, cell) in self.cells.iter().enumerate() {
            match line.cells.get(at) {
                Some((look, words)) => {
                    cell.set_class_name(look);
                    let _ = cell.set_attribute("aria-label", words);
                    let _ = cell.remove_attribute("hidden");
                }
                None => _ = cell.set_attribute("hidden", ""),
            }
        }
    }
}

/// How far a frame is scrolled, and how high it is, CSS pixels.
pub fn scrolled(frame: &Element) -> (f64, f64) {
    (frame.scroll_top().into(), frame.client_height().into())
}

/// Scrolls a frame so that a row and a column are in sight, beside heads that stay where they are.
pub fn reveal(frame: &Element, (row, column): Place, row_px: f64) {
    let child = |name: &str| frame.query_selector(name).ok().flatten();
    let head_px = child(".grid__head").map_or(0.0, |head| head.get_bounding_client_rect().height());
    let (top, height) = scrolled(frame);
    let from = row as f64 * row_px;
    let next = if from < top { from } else { top.max(from + row_px - (height - head_px)) };
    frame.set_scroll_top(next.round() as i32);
    let Some(head) = (column > 0).then(|| child(&format!(".grid__head [aria-colindex='{}']", column + 1))).flatten()
    else {
        return frame.set_scroll_left(0);
    };
    let name_px = child(".grid__head [aria-colindex='1']").map_or(0.0, |name| name.get_bounding_client_rect().width());
    let (outer, inner) = (frame.get_bounding_client_rect(), head.get_bounding_client_rect());
    let left = inner.left() - outer.left() - name_px;
    let right = inner.left() + inner.width() - outer.left() - outer.width();
    let by = if left < 0.0 { left } else { right.max(0.0) };
    frame.set_scroll_left(frame.scroll_left() + by.round() as i32);
}

/// The place that was pressed; none where it was no cell.
pub fn pressed(event: &Event) -> Option<Place> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest(".grid__body [aria-colindex]").ok()??;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse::<usize>().ok();
    let row = number(&cell.parent_element()?, "aria-rowindex")?;
    Some((row.checked_sub(2)?, number(&cell, "aria-colindex")?.checked_sub(1)?))
}
