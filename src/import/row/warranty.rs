//! Warranties: of a thing, told in its own row, or rows of their own.

use super::thing::Ident;
use super::{Cell, Row};
use crate::column::Target;
use crate::draft::{Draft, span};
use crate::gather::Gather;
use crate::proposal::ProblemCode;
use crate::text::{cut, fold, normal, one_line};
use crate::value::{date, number};
use model::letter::{LINE_CHARS_MAX, TOLD_YEAR_MIN};
use model::{Date, PartialDate};

/// Months of a warranty at most.
const MONTHS_MAX: i64 = 1200;
/// Any year, where it is only asked whether there is a date.
const YEAR: i32 = 2000;

/// Writes the warranties that a thing's row tells of; what tells of none becomes a note of the thing.
pub(crate) fn of_thing(
    row: &mut Row<'_>,
    ident: &Ident,
    starts: Option<PartialDate>,
    thing: &mut Draft,
    to: &mut Gather<'_>,
) {
    let first = [Target::WarrantyScope, Target::WarrantyEnds, Target::WarrantyLifetime];
    let second = [Target::SecondScope, Target::SecondEnds, Target::SecondLifetime];
    for (number, targets) in [(1, first), (2, second)] {
        let mut told = Told::take(row, targets, number == 1);
        if !told.is_warranty(to) {
            told.cells().for_each(|cell| thing.note(&cell.label, &cell.text));
            continue;
        }
        let mut draft = Draft::new("warranty", row.place());
        let title = (to.settings.words.import().labels.warranty_of)(cut(&ident.name, LINE_CHARS_MAX - 40));
        draft.put("title", title.trim());
        draft.put("cover", cover(told.scope.as_ref().map_or("", |cell| &cell.text)));
        if ident.system.is_some() {
            draft.link("systems", true, Some(ident.key.clone()));
        } else {
            draft.note(to.settings.words.import().rows.item, &ident.name);
        }
        told.write(&mut draft, starts, to);
        let key = to.key("warranty", &if number == 1 { ident.key.clone() } else { format!("{}/{number}", ident.key) });
        draft.finish(to, key);
    }
}

/// Reads a row that is a warranty.
pub(crate) fn read(mut row: Row<'_>, to: &mut Gather<'_>) {
    let mut draft = Draft::new("warranty", row.place());
    let named = row.peek(Target::Title).or(row.peek(Target::System)).or(row.peek(Target::Provider));
    let Some(title) = named.map(|text| one_line(&normal(text)).into_owned()).filter(|title| !title.is_empty()) else {
        let said: Vec<&str> = row.cells.iter().map(|cell| &*cell.text).collect();
        to.problem(&row.place(), ProblemCode::NoName, to.settings.words.import().targets.title, &said.join(" | "));
        return;
    };
    match row.take(Target::Title) {
        Some(cell) => draft.line(to, "title", Some(cell)),
        None => draft.put("title", cut(&title, LINE_CHARS_MAX).trim_end()),
    }
    draft.put("cover", cover(&title));
    let id = row.take(Target::Id).map(|cell| cell.text.into_owned());
    super::entry::systems(&mut draft, &mut row, to);
    draft.line(to, "provider", row.take(Target::Provider));
    draft.line(to, "number", row.take(Target::Number));
    let starts = row.take(Target::Starts).and_then(|cell| draft.read_date(to, &cell, TOLD_YEAR_MIN));
    let mut told = Told::take(&mut row, [Target::WarrantyScope, Target::WarrantyEnds, Target::WarrantyLifetime], true);
    told.months = told.months.or(row.take(Target::Months));
    told.write(&mut draft, starts, to);
    while let Some(cell) = row.take(Target::Photo) {
        super::thing::named_files(&cell, super::FileSort::Photo, &mut row, to.files);
    }
    for file in std::mem::take(&mut row.files) {
        draft.attach(to, "files", &file.name, file.found);
    }
    draft.rest(to, &mut row);
    let told = starts.map(|starts| starts.to_string()).unwrap_or_default();
    let key = to.key("warranty", &id.unwrap_or_else(|| format!("{title}/{told}")));
    draft.finish(to, key);
}

/// What a row says of a warranty.
struct Told<'a> {
    scope: Option<Cell<'a>>,
    ends: Option<Cell<'a>>,
    lifetime: Option<Cell<'a>>,
    years: Option<Cell<'a>>,
    months: Option<Cell<'a>>,
    days: Option<Cell<'a>>,
}

impl<'a> Told<'a> {
    fn take(row: &mut Row<'a>, targets: [Target; 3], length: bool) -> Self {
        let mut part = |target| if length { row.take(target) } else { None };
        let (years, months, days) =
            (part(Target::WarrantyYears), part(Target::WarrantyMonths), part(Target::WarrantyDays));
        let [scope, ends, lifetime] = targets.map(|target| row.take(target));
        Self { scope, ends, lifetime, years, months, days }
    }

    /// The cells that say anything.
    fn cells(&self) -> impl Iterator<Item = &Cell<'a>> {
        let all = [&self.scope, &self.ends, &self.lifetime, &self.years, &self.months, &self.days];
        let says = |cell: &&Cell<'_>| {
            let date = date::read(bare(&cell.text), cell.order, YEAR);
            number::yes_no(&cell.text) != Some(false) && date != date::Read::Empty
        };
        all.into_iter().flatten().filter(says)
    }

    fn is_lifetime(&self) -> bool {
        let ticked = self.lifetime.as_ref().is_some_and(|cell| number::yes_no(&cell.text) == Some(true));
        let said = |cell: &Option<Cell<'_>>| {
            cell.as_ref().is_some_and(|cell| matches!(&*fold(cut(&cell.text, 40)), "lifetime" | "lewenslank"))
        };
        ticked || said(&self.scope) || said(&self.ends)
    }

    /// The length in months and further days, and the cells that it was read from.
    fn length(&self) -> Option<(i64, i64)> {
        let of =
            |cell: &Option<Cell<'_>>, unit| cell.as_ref().map_or(Some((0, 0)), |cell| length(&cell.text, Some(unit)));
        let parts = [of(&self.years, 'y')?, of(&self.months, 'm')?, of(&self.days, 'd')?];
        let sum = parts.iter().fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
        let scoped = || self.scope.as_ref().and_then(|cell| length(&cell.text, None));
        Some(sum).filter(|sum| *sum != (0, 0)).or_else(scoped)
    }

    /// Whether it tells of a warranty at all: an end, a length, or that it never ends.
    fn is_warranty(&self, to: &Gather<'_>) -> bool {
        let is_date = |cell: &Cell<'_>| cell.date(to) != date::Read::Empty;
        self.ends.as_ref().is_some_and(is_date)
            || self.length().is_some()
            || self.is_lifetime()
            || self.is_scope_date(to)
    }

    /// Whether what it covers is told as a date, which is its end.
    fn is_scope_date(&self, to: &Gather<'_>) -> bool {
        self.scope.as_ref().is_some_and(|cell| matches!(cell.date(to), date::Read::Is(_)))
    }

    /// Writes when it starts, how long it runs, and in the notes what the file says.
    fn write(&mut self, draft: &mut Draft, starts: Option<PartialDate>, to: &mut Gather<'_>) {
        let length = self.length().filter(|length| *length != (0, 0));
        if length.is_none() {
            for cell in
                [&self.years, &self.months, &self.days].into_iter().flatten().filter(|cell| cell.text.trim() != "0")
            {
                draft.unread(to, ProblemCode::Number, cell);
            }
        }
        let scope_is_end = self.ends.is_none() && self.is_scope_date(to);
        let ends = if scope_is_end { self.scope.take() } else { self.ends.take() };
        let end = match &ends {
            Some(cell) if !self.is_lifetime() || length.is_none() => {
                let bare = Cell { text: bare(&cell.text).into(), ..cell.clone() };
                draft.read_date(to, &bare, TOLD_YEAR_MIN)
            }
            _ => None,
        };
        let first = starts.map(PartialDate::first);
        let spanned = match (length, first, end) {
            (Some((months, 0)), ..) if (1..=MONTHS_MAX).contains(&months) && (starts.is_some() || end.is_none()) => {
                set_months(draft, months);
                starts
            }
            (Some((months, days)), Some(first), _) => set_span(draft, starts, later(first, months, days)),
            (_, _, Some(end)) => set_span(draft, starts, Some(end.last())),
            _ => starts,
        };
        if let Some(starts) = spanned {
            draft.put("starts", &starts.to_string());
        }
        let kept = [ends, self.lifetime.take(), self.scope.take()];
        for cell in kept.iter().flatten() {
            match number::yes_no(&cell.text) {
                Some(false) => {}
                Some(true) => draft.note(&cell.label, to.settings.words.import().yes),
                None => draft.note(&cell.label, &cell.text),
            }
        }
        if length.is_some() {
            let parts = [self.years.take(), self.months.take(), self.days.take()];
            parts
                .iter()
                .flatten()
                .filter(|cell| cell.text.trim() != "0")
                .for_each(|cell| draft.note(&cell.label, &cell.text));
        }
        if let Some(starts) = starts.filter(|starts| Some(*starts) != spanned) {
            draft.note(to.settings.words.import().targets.starts, &starts.to_string());
        }
    }
}

/// An end without the words before it: `until 2032`.
fn bare(text: &str) -> &str {
    const BEFORE: [&str; 6] = ["until ", "till ", "expires ", "ends ", "valid to ", "tot "];
    let text = text.trim();
    let found = BEFORE.iter().find(|word| text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)));
    found.map_or(text, |word| &text[word.len()..])
}

fn set_months(draft: &mut Draft, months: i64) {
    draft.set("months", months.into());
}

fn set_span(draft: &mut Draft, starts: Option<PartialDate>, ends: Option<Date>) -> Option<PartialDate> {
    let (start, months) = span(starts, ends?)?;
    set_months(draft, months);
    Some(start)
}

fn later(first: Date, months: i64, days: i64) -> Option<Date> {
    let within = (0..=MONTHS_MAX).contains(&months) && (0..=MONTHS_MAX * 31).contains(&days);
    within.then(|| first.plus_months(months as u32).plus_days(days as u32))
}

/// The months and days of a length of time: `2 years`, `24 maande`, `90 days`, or a bare number of `unit`s.
fn length(text: &str, unit: Option<char>) -> Option<(i64, i64)> {
    let text = fold_blanks(cut(text, 60));
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number: i64 = text[..digits].parse().ok().filter(|number| *number <= MONTHS_MAX * 31)?;
    let unit = match text[digits..].trim_start_matches(".0").trim() {
        "" => unit?,
        "y" | "yr" | "yrs" | "year" | "years" | "jaar" => 'y',
        "m" | "mo" | "mths" | "month" | "months" | "maand" | "maande" => 'm',
        "d" | "day" | "days" | "dae" => 'd',
        _ => return None,
    };
    Some(match unit {
        'y' => (number * 12, 0),
        'm' => (number, 0),
        _ => (0, number),
    })
}

fn fold_blanks(text: &str) -> String {
    text.trim().to_lowercase().replace(['-', '_', '\u{a0}'], " ")
}

/// What a warranty covers, by its own words.
fn cover(said: &str) -> &'static str {
    let words = crate::text::words(cut(said, 400));
    let has = |word: &str| words.iter().any(|said| said == word);
    match () {
        () if has("full") || has("parts") && (has("labour") || has("labor")) => "full",
        () if has("parts") => "parts",
        () if has("labour") || has("labor") => "labour",
        () if has("workmanship") => "workmanship",
        () if has("roof") || has("waterproofing") => "roof",
        () if has("structural") || has("structure") => "structure",
        () => "other",
    }
}
