//! What a report is asked to hold. It stands in addresses, so that a report can be linked to and made again.

use model::PartialDate;
use model::date::Sense;
use model::entry::Entry;
use model::look::Filter;
use serde::Serialize;
use words::Words;

/// A report as it is wished for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What is in it, in the order in which it is read.
    pub parts: Vec<Part>,
    /// Entries from then on.
    pub from: Option<PartialDate>,
    /// Entries until then.
    pub until: Option<PartialDate>,
    /// What is on no page of it.
    pub hidden: Hidden,
    /// Which entries the logbook was showing when the report was asked for there.
    pub filter: Filter,
}

/// What is on no page of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Amounts.
    pub costs: bool,
    /// Names of people and firms, and what tells who they are.
    pub names: bool,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What is known of the home.
    Home,
    /// How the home stands.
    Health,
    /// The systems.
    Systems,
    /// The entries.
    Timeline,
    /// Photos of entries.
    Photos,
    /// Notes and parts used of entries.
    Notes,
    /// What entries cost, year by year.
    Costs,
    /// The certificates.
    Certificates,
    /// The warranties.
    Warranties,
    /// What was looked at, and what became of what failed.
    Inspections,
    /// The documents.
    Documents,
    /// The people and firms.
    Contacts,
    /// The contents of the home.
    Items,
    /// What providers were asked for, from the request to the payment.
    Requests,
}

impl Part {
    /// All of them, in the order in which they are read.
    pub const ALL: [Self; 14] = [
        Self::Home,
        Self::Health,
        Self::Systems,
        Self::Timeline,
        Self::Photos,
        Self::Notes,
        Self::Costs,
        Self::Certificates,
        Self::Warranties,
        Self::Inspections,
        Self::Documents,
        Self::Contacts,
        Self::Items,
        Self::Requests,
    ];

    /// Those of a report of which nobody said more: what a buyer asks for, and nobody's telephone number.
    const USUAL: [Self; 8] = [
        Self::Home,
        Self::Systems,
        Self::Timeline,
        Self::Photos,
        Self::Costs,
        Self::Certificates,
        Self::Warranties,
        Self::Inspections,
    ];

    /// Its name in an address.
    pub fn address(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Health => "health",
            Self::Systems => "systems",
            Self::Timeline => "timeline",
            Self::Photos => "photos",
            Self::Notes => "notes",
            Self::Costs => "costs",
            Self::Certificates => "certificates",
            Self::Warranties => "warranties",
            Self::Inspections => "inspections",
            Self::Documents => "documents",
            Self::Contacts => "contacts",
            Self::Items => "contents",
            Self::Requests => "requests",
        }
    }

    /// Its name in words.
    pub fn name(self, words: &Words) -> &'static str {
        let (said, frame) = (words.print(), words.frame());
        match self {
            Self::Home => said.home,
            Self::Health => words.health().title,
            Self::Systems => said.systems,
            Self::Timeline => said.entries,
            Self::Photos => said.photos,
            Self::Notes => said.notes,
            Self::Costs => said.costs,
            Self::Certificates => frame.certificates,
            Self::Warranties => frame.warranties,
            Self::Inspections => said.inspections.title,
            Self::Documents => frame.documents,
            Self::Contacts => said.contacts,
            Self::Items => frame.items,
            Self::Requests => words.story().title,
        }
    }

    /// Whether it stands under a heading of its own, and not below each entry.
    pub fn is_section(self) -> bool {
        !matches!(self, Self::Photos | Self::Notes)
    }
}

impl Wish {
    /// What an address wishes for, by the names of its query; what it cannot mean is left out.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> Self {
        let date = |name| value(name).and_then(|date| date.parse().ok());
        let list = |name| value(name).map(|list| list.split('.').map(str::to_owned).collect::<Vec<_>>());
        let parts = match list("sections") {
            None => Part::USUAL.to_vec(),
            Some(named) => {
                Part::ALL.into_iter().filter(|part| named.iter().any(|name| name == part.address())).collect()
            }
        };
        let hides = list("hide").unwrap_or_default();
        let hides = |name: &str| hides.iter().any(|hidden| hidden == name);
        let hidden = Hidden { costs: hides("costs"), names: hides("names") };
        Self { parts, from: date("from"), until: date("until"), hidden, filter: Filter::read(&value) }
    }

    /// The name of a value that [`Wish::read`] cannot mean, the first of them: where a typing mistake must not put on paper what was to be hidden.
    pub fn misread(value: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
        let given = |name: &str| value(name).filter(|value| !value.is_empty());
        let is_date = |text: String| text.parse::<PartialDate>().is_ok();
        let each = |list: String, is: fn(&str) -> bool| list.split('.').all(is);
        let is_part = |name: &str| Part::ALL.iter().any(|part| part.address() == name);
        let filter = Filter::read(&value);
        let read = |name: &str| match name {
            "from" | "until" => given(name).is_none_or(is_date),
            "sections" => given(name).is_none_or(|list| each(list, is_part)),
            "hide" => given(name).is_none_or(|list| each(list, |name| matches!(name, "costs" | "names"))),
            name => given(name).is_none() || filter.pairs().iter().any(|(known, _)| *known == name),
        };
        let names = ["sections", "from", "until", "hide", "kind", "system", "year", "contact", "cost"];
        names.into_iter().find(|name| !read(name))
    }

    /// What an address says that wishes for it: names and values, in their order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let joined = |names: Vec<&str>| names.join(".");
        let sections = joined(self.parts.iter().map(|part| part.address()).collect());
        let hidden = [(self.hidden.costs, "costs"), (self.hidden.names, "names")];
        let hide = joined(hidden.into_iter().filter_map(|(is, name)| is.then_some(name)).collect());
        let own = [
            ("sections", (self.parts != Part::USUAL).then_some(sections)),
            ("from", self.from.map(|date| date.to_string())),
            ("until", self.until.map(|date| date.to_string())),
            ("hide", Some(hide).filter(|hide| !hide.is_empty())),
        ];
        let own = own.into_iter().filter_map(|(name, value)| Some((name, value?)));
        own.chain(self.filter.pairs()).collect()
    }

    /// Whether a part is in it. What would be nothing but what is hidden is not.
    pub fn has(&self, part: Part) -> bool {
        let is_hidden = match part {
            Part::Costs => self.hidden.costs,
            Part::Contacts => self.hidden.names,
            _ => false,
        };
        self.parts.contains(&part) && !is_hidden
    }

    /// Whether an entry is in it, the words searched for aside. One of which only a month or a year is known is in it if it can be.
    pub fn passes(&self, entry: &Entry) -> bool {
        let from = self.from.is_none_or(|from| entry.when.is_some_and(|when| when.last() >= from.first()));
        let until = self.until.is_none_or(|until| {
            entry.when.is_some_and(|when| when.sense == Sense::Before || when.first() <= until.last())
        });
        from && until && self.filter.passes(entry)
    }
}
