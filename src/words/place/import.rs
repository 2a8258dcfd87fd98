//! Bringing records in from files: what notes say of what had no field, and what is said of an import.

/// What is said of and in an import.
pub struct Import {
    /// Names of formats.
    pub formats: ImportFormats,
    /// What columns become, as a person chooses.
    pub targets: ImportTargets,
    /// What rows become, as a person chooses.
    pub rows: ImportRows,
    /// Names that notes give to what had no field.
    pub labels: ImportLabels,
    /// What is not as it should be in a file.
    pub problems: ImportProblems,
    /// What becomes of a record.
    pub outcomes: ImportOutcomes,
    /// Why a record is doubtful.
    pub doubts: ImportDoubts,
    /// The name of something that could not be read, for a line of notes.
    pub not_read: fn(&str) -> String,
    /// What notes say of a date that the file does not tell, and of which only a bound was written.
    pub undated: &'static str,
    /// How often something is done, in a unit of [`units`](Self::units) or of the file's own words: `every 6 months`.
    pub every: fn(i64, &str) -> String,
    /// Days, weeks, months, years.
    pub units: [&'static str; 4],
    /// An entry of a chat that has neither words nor a name: by its sender.
    pub photo_from: fn(&str) -> String,
    /// Yes.
    pub yes: &'static str,
}

/// Names of formats.
pub struct ImportFormats {
    /// Homebox.
    pub homebox: &'static str,
    /// Warracker.
    pub warracker: &'static str,
    /// DumbAssets.
    pub dumbassets: &'static str,
    /// LubeLogger.
    pub lubelogger: &'static str,
    /// Atlas CMMS.
    pub atlas: &'static str,
    /// Grocy.
    pub grocy: &'static str,
    /// Nines.
    pub nines: &'static str,
    /// A WhatsApp chat.
    pub whatsapp: &'static str,
    /// Any spreadsheet.
    pub table: &'static str,
    /// Photos and papers.
    pub media: &'static str,
    /// An archive of this app.
    pub codessa: &'static str,
}

/// What columns become.
pub struct ImportTargets {
    /// A line of the notes.
    pub note: &'static str,
    /// Left out.
    pub none: &'static str,
    /// The source's own number.
    pub id: &'static str,
    /// Name.
    pub name: &'static str,
    /// Sort.
    pub sort: &'static str,
    /// Part of.
    pub parent: &'static str,
    /// Zone.
    pub zone: &'static str,
    /// Maker.
    pub make: &'static str,
    /// Model.
    pub model: &'static str,
    /// Serial number.
    pub serial: &'static str,
    /// Size.
    pub size: &'static str,
    /// Bought on.
    pub bought: &'static str,
    /// Installed on.
    pub installed: &'static str,
    /// Taken out of use on.
    pub removed: &'static str,
    /// Price.
    pub price: &'static str,
    /// Cost to replace.
    pub replacement: &'static str,
    /// Currency.
    pub currency: &'static str,
    /// How many.
    pub quantity: &'static str,
    /// Expected life.
    pub life_years: &'static str,
    /// Where it is shut off.
    pub shut_off: &'static str,
    /// Fitted by.
    pub fitted_by: &'static str,
    /// Bought from.
    pub supplier: &'static str,
    /// Notes.
    pub notes: &'static str,
    /// Photos.
    pub photo: &'static str,
    /// Receipt.
    pub receipt: &'static str,
    /// Manual.
    pub manual: &'static str,
    /// What the warranty covers.
    pub warranty_scope: &'static str,
    /// End of the warranty.
    pub warranty_ends: &'static str,
    /// Years of warranty.
    pub warranty_years: &'static str,
    /// Months of warranty.
    pub warranty_months: &'static str,
    /// Days of warranty.
    pub warranty_days: &'static str,
    /// Lifetime warranty.
    pub warranty_lifetime: &'static str,
    /// What the second warranty covers.
    pub second_warranty_scope: &'static str,
    /// End of the second warranty.
    pub second_warranty_ends: &'static str,
    /// Second lifetime warranty.
    pub second_warranty_lifetime: &'static str,
    /// Title.
    pub title: &'static str,
    /// When.
    pub when: &'static str,
    /// Cost.
    pub cost: &'static str,
    /// Labour.
    pub labour: &'static str,
    /// Parts.
    pub parts_cost: &'static str,
    /// Done by.
    pub done_by: &'static str,
    /// The thing that it concerns.
    pub system: &'static str,
    /// Due.
    pub due: &'static str,
    /// How it comes round.
    pub recurrence: &'static str,
    /// Person to ask for.
    pub person: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// E-mail.
    pub email: &'static str,
    /// Address.
    pub address: &'static str,
    /// Trade.
    pub trade: &'static str,
    /// Start of a warranty.
    pub starts: &'static str,
    /// Months.
    pub months: &'static str,
    /// Who gave a warranty.
    pub provider: &'static str,
    /// Its number.
    pub number: &'static str,
    /// Sort of place.
    pub place: &'static str,
    /// Something to tick.
    pub flag: &'static str,
    /// What was done and is to be done.
    pub events: &'static str,
}

/// What rows become.
pub struct ImportRows {
    /// Told by each row.
    pub auto: &'static str,
    /// Contents.
    pub item: &'static str,
    /// Systems.
    pub system: &'static str,
    /// Entries.
    pub entry: &'static str,
    /// Contacts.
    pub contact: &'static str,
    /// Warranties.
    pub warranty: &'static str,
    /// Tasks.
    pub task: &'static str,
    /// Zones.
    pub zone: &'static str,
}

/// Names that notes give to what had no field.
pub struct ImportLabels {
    /// Assignees.
    pub assigned_to: &'static str,
    /// A number stuck onto the thing.
    pub asset_number: &'static str,
    /// No longer in use.
    pub archived: &'static str,
    /// Who sold it.
    pub bought_from: &'static str,
    /// Insured.
    pub insured: &'static str,
    /// An address on the web.
    pub link: &'static str,
    /// What it is a part of.
    pub part_of: &'static str,
    /// How often it comes again.
    pub repeats: &'static str,
    /// When it was planned for.
    pub scheduled: &'static str,
    /// To whom it was sold.
    pub sold_to: &'static str,
    /// When.
    pub sold_on: &'static str,
    /// For how much.
    pub sold_for: &'static str,
    /// What was said of that.
    pub sold_notes: &'static str,
    /// Tags.
    pub tags: &'static str,
    /// The time of day.
    pub time: &'static str,
    /// What a warranty says.
    pub warranty_details: &'static str,
    /// The warranty of something, for its title.
    pub warranty_of: fn(&str) -> String,
    /// A file that is named and not there.
    pub file: &'static str,
}

/// What is not as it should be in a file.
pub struct ImportProblems {
    /// No date that can be read.
    pub date: &'static str,
    /// There is no date.
    pub undated: &'static str,
    /// A date that no home can name.
    pub date_range: &'static str,
    /// No amount that can be read.
    pub money: &'static str,
    /// No number that can be read.
    pub number: &'static str,
    /// Neither yes nor no.
    pub yes_no: &'static str,
    /// Too long.
    pub too_long: &'static str,
    /// What it names is not there.
    pub link_missing: &'static str,
    /// A file that is not there.
    pub file_missing: &'static str,
    /// A file that is too large.
    pub file_too_large: &'static str,
    /// A file that cannot be read.
    pub file_broken: &'static str,
    /// No name.
    pub no_name: &'static str,
    /// Too many or too few cells.
    pub cells: &'static str,
    /// A quote is never closed.
    pub quote: &'static str,
    /// The file is cut off.
    pub cut_off: &'static str,
    /// Letters that cannot be read.
    pub letters: &'static str,
    /// Anything else.
    pub unexpected: &'static str,
}

/// What becomes of a record.
pub struct ImportOutcomes {
    /// It is made.
    pub new: &'static str,
    /// Fields are changed.
    pub changed: &'static str,
    /// Nothing is changed.
    pub same: &'static str,
    /// It waits for a person's word.
    pub doubtful: &'static str,
}

/// Why a record is doubtful.
pub struct ImportDoubts {
    /// There is one that is called the same.
    pub double: &'static str,
    /// It was deleted.
    pub removed: &'static str,
    /// It was changed on both sides.
    pub both: &'static str,
    /// What was an item is a system in the file.
    pub was_item: &'static str,
    /// What was a system is an item in the file.
    pub was_system: &'static str,
}
