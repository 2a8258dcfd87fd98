//! What a column of a table can become, and how people call such columns.

mod name;

pub(crate) use name::is_known;
use name::{bare, names};

/// Gives [`Target`] its variants and their names in text.
macro_rules! targets {
    ($($(#[$meta:meta])* $name:ident = $text:literal,)*) => {
        /// What a column becomes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Target {
            $($(#[$meta])* $name,)*
        }

        impl Target {
            const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The name in text: that of the field where it is one.
            pub(crate) fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The target of that name.
            pub(crate) fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|target| target.as_str() == name)
            }
        }
    };
}

targets! {
    /// A line of the notes.
    Note = "note",
    /// Left out.
    None = "none",
    /// The source's own name for the record.
    Id = "id",
    /// What it is called.
    Name = "name",
    /// What sort of thing or event.
    Sort = "type",
    /// What it is a part of, by name or id; the zone around a zone.
    Parent = "parent",
    /// The zone, or the path to it.
    Zone = "zone",
    /// Who made it.
    Make = "make",
    /// The maker's model.
    Model = "model",
    /// The serial number.
    Serial = "serial",
    /// Size as its trade says it.
    Size = "size",
    /// When it was bought.
    Bought = "bought",
    /// When it was installed.
    Installed = "installed",
    /// When it was taken out of use.
    Removed = "removed",
    /// What one cost.
    Price = "price",
    /// What one would cost now.
    Replacement = "replacement",
    /// The currency of the row's amounts.
    Currency = "currency",
    /// How many.
    Quantity = "quantity",
    /// Expected life in years.
    LifeYears = "life_years",
    /// Where it is shut off.
    ShutOff = "shut_off",
    /// Who fitted it.
    FittedBy = "fitted_by",
    /// Who sold it: a contact.
    Supplier = "supplier",
    /// Paragraphs of the notes.
    Notes = "notes",
    /// Photos, by their names.
    Photo = "photo",
    /// A receipt, by its name.
    Receipt = "receipt",
    /// A manual, by its name.
    Manual = "manual",
    /// What a warranty covers.
    WarrantyScope = "warranty_scope",
    /// When a warranty ends.
    WarrantyEnds = "warranty_ends",
    /// How long it runs, years of it.
    WarrantyYears = "warranty_years",
    /// Months of it.
    WarrantyMonths = "warranty_months",
    /// Days of it.
    WarrantyDays = "warranty_days",
    /// Whether it never ends.
    WarrantyLifetime = "warranty_lifetime",
    /// What a second warranty covers.
    SecondScope = "second_warranty_scope",
    /// When it ends.
    SecondEnds = "second_warranty_ends",
    /// Whether it never ends.
    SecondLifetime = "second_warranty_lifetime",
    /// What happened, in a line.
    Title = "title",
    /// When it happened.
    When = "when",
    /// What it cost in all.
    Cost = "cost",
    /// Of that, labour.
    Labour = "labour",
    /// Of that, parts.
    PartsCost = "parts_cost",
    /// Who did it.
    DoneBy = "done_by",
    /// The thing that it concerns.
    System = "system",
    /// The day by which it should be done.
    Due = "due",
    /// The person to ask for.
    Person = "person",
    /// Telephone.
    Phone = "phone",
    /// E-mail.
    Email = "email",
    /// Where they are.
    Address = "address",
    /// Their trade.
    Trade = "trade",
    /// When a warranty begins.
    Starts = "starts",
    /// How long a warranty runs, in months.
    Months = "months",
    /// Who gave a warranty.
    Provider = "provider",
    /// Its number.
    Number = "number",
    /// Sort of place.
    Place = "place",
    /// Something that is only worth a line where it is so.
    Flag = "flag",
    /// What was done and is to be done, as one program writes it into one cell.
    Events = "events",
}

impl Target {
    /// Whether its texts are dates.
    pub(crate) fn is_date(self) -> bool {
        use Target::*;
        matches!(self, Bought | Installed | Removed | WarrantyEnds | SecondEnds | When | Due | Starts)
    }

    /// How many years ahead of today a date of its texts can lie, where two digits do not tell the century. What was done is past, and noted for the
    /// year after it at most; what is to come may be twenty years away.
    pub(crate) fn years_ahead(self) -> i32 {
        use Target::*;
        if matches!(self, WarrantyScope | WarrantyEnds | SecondScope | SecondEnds | Due) { 20 } else { 1 }
    }

    /// Whether its texts are amounts of money.
    pub(crate) fn is_money(self) -> bool {
        matches!(self, Self::Price | Self::Replacement | Self::Cost | Self::Labour | Self::PartsCost)
    }
}

/// What the rows of a table become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Rows {
    /// Systems or items, told by each row.
    Auto,
    /// Items.
    Item,
    /// Systems.
    System,
    /// Entries.
    Entry,
    /// Contacts.
    Contact,
    /// Warranties.
    Warranty,
    /// Tasks.
    Task,
    /// Zones.
    Zone,
}

impl Rows {
    /// All of them, as a person chooses.
    pub(crate) const ALL: [Self; 8] =
        [Self::Auto, Self::Item, Self::System, Self::Entry, Self::Contact, Self::Warranty, Self::Task, Self::Zone];

    /// The name in text.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Item => "item",
            Self::System => "system",
            Self::Entry => "entry",
            Self::Contact => "contact",
            Self::Warranty => "warranty",
            Self::Task => "task",
            Self::Zone => "zone",
        }
    }

    /// What the rows of that name become.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rows| rows.as_str() == name)
    }

    /// Whether they are things: items or systems.
    pub(crate) fn are_things(self) -> bool {
        matches!(self, Self::Auto | Self::Item | Self::System)
    }

    /// What columns of such a table can become, besides notes.
    pub(crate) fn targets(self) -> Vec<Target> {
        use Target::*;
        let targets: &[Target] = match self {
            Self::Auto | Self::Item | Self::System => THING,
            Self::Entry => {
                &[Title, When, Sort, System, Zone, DoneBy, Cost, Labour, PartsCost, Currency, Photo, Notes, Id]
            }
            Self::Contact => &[Name, Trade, Person, Phone, Email, Address, Notes, Id],
            Self::Warranty => {
                &[Title, System, Provider, Number, Starts, Months, WarrantyYears, WarrantyEnds, Photo, Notes, Id]
            }
            Self::Task => &[Title, Due, System, DoneBy, Notes, Id],
            Self::Zone => &[Name, Parent, Place, Notes, Id],
        };
        targets.iter().copied().filter(|target| self.have(*target)).collect()
    }

    /// Whether such rows have it, of what only some things have.
    fn have(self, target: Target) -> bool {
        use Target::*;
        match target {
            Bought | Replacement | Quantity => self != Self::System,
            Sort | Parent | Size | Installed => self != Self::Item,
            Removed | FittedBy | LifeYears | ShutOff => self == Self::System,
            _ => true,
        }
    }
}

/// What columns of things can become, the first that take their columns first.
const THING: &[Target] = {
    use Target::*;
    &[
        Name,
        Sort,
        Zone,
        Parent,
        Make,
        Model,
        Serial,
        Size,
        Bought,
        Installed,
        Removed,
        Price,
        Replacement,
        Quantity,
        FittedBy,
        LifeYears,
        ShutOff,
        Supplier,
        Currency,
        WarrantyEnds,
        WarrantyYears,
        WarrantyMonths,
        WarrantyScope,
        Photo,
        Receipt,
        Manual,
        Notes,
        Id,
    ]
};

/// What the columns of a table become whose rows become `rows`: each target takes the column with the surest of its names; all else is a note.
pub(crate) fn guess(header: &[String], rows: Rows) -> Vec<Target> {
    let columns: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let mut targets = vec![Target::Note; header.len()];
    for target in rows.targets() {
        for name in names(target, rows) {
            let mut free =
                (0..columns.len()).filter(|column| targets[*column] == Target::Note && columns[*column] == name);
            if let Some(column) = free.next() {
                targets[column] = target;
                // Several columns can hold notes or photos.
                if !matches!(target, Target::Notes | Target::Photo) {
                    break;
                }
            }
        }
    }
    targets
}

/// What the rows of a table probably become, by its columns.
pub(crate) fn rows_are(header: &[String]) -> Rows {
    let columns: Vec<String> = header.iter().map(|name| bare(name)).collect();
    let has = |target: Target| columns.iter().any(|name| names(target, Rows::Auto).any(|known| known == name));
    let named = |wanted: &[&str]| columns.iter().any(|name| wanted.contains(&name.as_str()));
    let is_thing =
        has(Target::Serial) || has(Target::Make) || has(Target::Model) || has(Target::Quantity) && !has(Target::Phone);
    if !is_thing
        && (has(Target::Email) || named(&["phone", "telephone", "tel", "cell", "mobile", "telefoon", "selfoon"]))
    {
        return Rows::Contact;
    }
    if !is_thing && named(&["due", "duedate", "nextdue", "deadline", "dueon"]) && !has(Target::Cost) {
        return Rows::Task;
    }
    let happened =
        named(&["date", "datum", "when", "datedone", "completed", "completedon", "servicedate", "datecompleted"]);
    let told = has(Target::Cost)
        || has(Target::DoneBy)
        || named(&["title", "description", "work", "workdone", "job", "beskrywing", "service"]);
    if !is_thing && happened && told && !named(&["purchasedate", "warrantyexpires", "warrantyexpiration"]) {
        return Rows::Entry;
    }
    Rows::Auto
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(header: &[&str], rows: Rows, expected: &[&str]) {
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(rows_are(&header), rows, "{header:?}");
        let targets: Vec<&str> = guess(&header, rows).iter().map(|target| target.as_str()).collect();
        assert_eq!(targets, expected, "{header:?}");
    }

    #[test]
    fn columns_are_known_by_what_people_call_them() {
        check(
            &["Item", "Room", "Brand", "Serial no.", "Date purchased", "Price (R)", "Colour"],
            Rows::Auto,
            &["name", "zone", "make", "serial", "bought", "price", "note"],
        );
        check(
            &["Datum", "Beskrywing", "Koste", "Deur", "Notas"],
            Rows::Entry,
            &["when", "title", "cost", "done_by", "notes"],
        );
        check(
            &["Company", "Contact person", "Cell", "E-mail", "Trade"],
            Rows::Contact,
            &["name", "person", "phone", "email", "trade"],
        );
        check(&["Task", "Due date", "Asset"], Rows::Task, &["title", "due", "system"]);
        check(&["Name", "Description"], Rows::Auto, &["name", "notes"]);
        check(&["?"], Rows::Auto, &["note"]);
    }

    #[test]
    fn every_target_is_found_by_its_name() {
        for target in Target::ALL {
            assert_eq!(Target::of(target.as_str()), Some(*target));
        }
        assert!(Rows::ALL.into_iter().all(|rows| Rows::of(rows.as_str()) == Some(rows)));
    }
}
