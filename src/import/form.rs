//! Forms of tables that programs write, known by their headers.

use crate::column::{Rows, Target};
use crate::format;
use crate::gather::Gather;
use crate::row::Row;
use crate::row::thing::Ident;
use crate::talk::{DateOrder, Decimal};
use crate::text::{fold, readable};
use model::entry::EntryType;
use words::place::Import;

/// A form of table.
pub(crate) struct Form {
    /// The format that it belongs to.
    pub(crate) format: &'static str,
    /// Which of the format's tables it is.
    pub(crate) name: &'static str,
    /// Folded names of columns that all have to be there.
    pub(crate) must: &'static [&'static str],
    /// Whether there may be no others.
    pub(crate) only: bool,
    /// What columns become, by their folded names; what is not here becomes a note.
    pub(crate) targets: &'static [(&'static str, Target)],
    /// What the rows become; none if that has to be guessed, and with it all else.
    pub(crate) rows: Option<Rows>,
    /// The order of its dates, where the program always writes them so.
    pub(crate) dates: Option<DateOrder>,
    /// What separates cents, where the program always writes them so.
    pub(crate) decimal: Option<Decimal>,
    /// What its entries are.
    pub(crate) entry: Option<EntryType>,
    /// Whether some of its rows are not as the others.
    pub(crate) is_mixed: bool,
    /// What such a row becomes.
    pub(crate) other: fn(&Row<'_>) -> Option<Rows>,
    /// Puts a row as the program writes it into the form that all rows have.
    pub(crate) tidy: fn(&mut Row<'_>, &'static Import),
    /// What a thing's row tells besides: events of one program.
    pub(crate) after: Option<fn(&Row<'_>, &Ident, &mut Gather<'_>)>,
}

impl Form {
    /// Any table.
    pub(crate) const TABLE: Self = Self {
        format: "table",
        name: "table",
        must: &[],
        only: false,
        targets: &[],
        rows: None,
        dates: None,
        decimal: None,
        entry: None,
        is_mixed: false,
        other: |_| None,
        tidy: |_, _| {},
        after: None,
    };

    /// The form of a header, in a file of that name.
    pub(crate) fn of(header: &[String], file: &str) -> &'static Self {
        let names: Vec<String> = header.iter().map(|name| fold(name)).collect();
        let has = |name: &&str| names.iter().any(|known| known == name);
        let fits = |form: &&&Self| form.must.iter().all(has) && (!form.only || names.len() == form.must.len());
        let best = format::FORMS.iter().rev().filter(fits).max_by_key(|form| (form.must.len(), form.is_named(file)));
        best.copied().unwrap_or(&Self::TABLE)
    }

    /// Whether a file's name says that it is such a table: programs write several of the same header.
    fn is_named(&self, file: &str) -> bool {
        fold(file).contains(self.name)
    }

    /// What a column becomes.
    pub(crate) fn target(&self, name: &str) -> Target {
        self.targets.iter().find(|(known, _)| *known == name).map_or(Target::Note, |(_, target)| *target)
    }

    /// What notes call a column: as it stands, but that names made for programs are taken apart into words.
    pub(crate) fn label(&self, name: &str) -> String {
        if self.rows.is_none() {
            return name.to_owned();
        }
        for own in ["HB.field.", "extrafield_"] {
            if let Some(rest) = name.strip_prefix(own).filter(|rest| !rest.trim().is_empty()) {
                return rest.trim().to_owned();
            }
        }
        let name = name.strip_prefix("HB.").unwrap_or(name);
        readable(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &str, file: &str, expected: &str) {
        let header: Vec<String> = header.split(',').map(str::to_owned).collect();
        let form = Form::of(&header, file);
        assert_eq!(format!("{}/{}", form.format, form.name), expected, "{header:?}");
    }

    #[test]
    fn tables_are_known_by_their_headers() {
        check("HB.name,HB.labels,HB.location", "export.csv", "homebox/item");
        check("ProductName,PurchaseDate,IsLifetime", "warranties.csv", "warracker/warranty");
        let event = "Date,Description,Cost,Notes,Odometer,Tags,extrafield_Done by";
        check(event, "export.csv", "lubelogger/service");
        check(event, "repair_records.csv", "lubelogger/repair");
        check("Date,Description,Cost,Notes,Tags", "a.csv", "lubelogger/tax");
        check("Date,Description,Cost,Notes,Tags,By", "a.csv", "table/table");
        check("ID,Name,Address,Parent Location,Assigned To", "a.csv", "atlas/location");
        check("Item,Room,Price", "house.csv", "table/table");
        check("", "empty.csv", "table/table");
    }

    #[test]
    fn names_made_for_programs_become_words() {
        let rows = [
            ("HB.field.Key number", "Key number"),
            ("HB.sold_to", "Sold to"),
            ("ProductURL", "Product URL"),
            ("IsLifetime", "Is lifetime"),
        ];
        for (name, label) in rows {
            assert_eq!(format::FORMS[0].label(name), label);
        }
    }
}
