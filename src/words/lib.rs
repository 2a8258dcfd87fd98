//! Every sentence that a person reads, as one complete value per language; a missing sentence does not compile.
//!
//! The shapes below say what there is to say, one struct for each place; `en_za` says it. A language is one file more.

pub mod format;
pub mod place;
pub mod told;

mod en_za;

/// Everything said in one language. Functions take what a sentence mentions.
pub struct Words {
    /// The language.
    pub language: Language,
    /// BCP 47 tag.
    pub tag: &'static str,
    /// The language's own name for itself.
    pub name: &'static str,
    /// Months, January first.
    pub months: [&'static str; 12],
    /// Days of the week where room is short, Monday first.
    pub weekdays_short: [&'static str; 7],
    /// Months where room is short.
    pub months_short: [&'static str; 12],
    /// Money, numbers and dates.
    pub format: format::Format,
}

/// Gives [`Words`] a method for each place. A place is looked up by the language where it is used, not held in one value: so a page brings its own
/// sentences along and the first download holds only its own.
macro_rules! places {
    ($($(#[$meta:meta])* $name:ident: $place:ident = $said:ident;)*) => {
        impl Words {
            $(
                $(#[$meta])*
                #[inline(always)]
                pub fn $name(&self) -> &'static place::$place {
                    match self.language {
                        Language::EnZa => &en_za::$said,
                    }
                }
            )*
        }
    };
}

places! {
    /// What is said in many places.
    common: Common = COMMON;
    /// Refusals and failures.
    trouble: Trouble = TROUBLE;
    /// Troubles of the device's own store.
    device: Device = DEVICE;
    /// Forms of all pages.
    form: Form = FORM;
    /// The frame around all pages.
    frame: Frame = FRAME;
    /// What is told on every page.
    news: News = NEWS;
    /// The homes on this device.
    homes: Homes = HOMES;
    /// First visit.
    welcome: Welcome = WELCOME;
    /// Home screen.
    home: Home = HOME;
    /// Beside and below it.
    outlook: Outlook = OUTLOOK;
    /// Certificates, warranties, tasks, contents and meters.
    care: Care = CARE;
    /// What is ahead.
    plan: Plan = PLAN;
    /// What certificates are good for.
    basis: CertificateBasis = BASIS;
    /// Ready to sell.
    ready: Ready = READY;
    /// Warranties and claims.
    warranty: Warranties = WARRANTY;
    /// Bringing records in and taking the home out.
    carry: Carry = CARRY;
    /// Mails.
    mail: Mail = MAIL;
    /// Signing in, devices, members, settings.
    account: Account = ACCOUNT;
    /// The person's own account.
    own: Own = OWN;
    /// Reminders.
    reminder: Reminder = REMINDER;
    /// Writing an entry.
    add: Add = ADD;
    /// One entry of the logbook.
    entry: Entry = ENTRY;
    /// Faults, emergency cards and the claim pack.
    faults: Faults = FAULTS;
    /// Inspections and their checklists.
    inspect: Inspect = INSPECT;
    /// The portal.
    portal: Portal = PORTAL;
    /// Papers of a deal.
    paper: Paper = PAPER;
    /// What a provider is worth to a home.
    trust: Trust = TRUST;
    /// The trade's terms.
    glossary: Glossary = GLOSSARY;
    /// The versions of an entry.
    versions: Versions = VERSIONS;
    /// The logbook on paper.
    print: Print = PRINT;
    /// Work that was asked for, on paper.
    story: Story = STORY;
    /// The logbook as a list.
    logbook: Logbook = LOGBOOK;
    /// Boxes and lists that many pages have.
    field: Field = FIELD;
    /// The systems of a home, and one of them.
    system: System = SYSTEM;
    /// Zones.
    zone: Zone = ZONE;
    /// The home as a whole.
    property: Property = PROPERTY;
    /// Labels on systems.
    label: Label = LABEL;
    /// Reporting a fault by a label of somebody else's home.
    stranger: Stranger = STRANGER;
    /// Writing a system down.
    system_form: SystemForm = SYSTEM_FORM;
    /// Setting a home up.
    setup: Setup = SETUP;
    /// Sharing a part of a home.
    share: Share = SHARE;
    /// The jobs of a provider.
    job: Trade = TRADE;
    /// The trade desk of a provider.
    desk: TradeDesk = TRADE_DESK;
    /// A scheme of many homes.
    estate: Estate = ESTATE;
    /// Work across the units of a scheme, its votes and its vendors.
    work: Work = WORK;
    /// How a scheme stands.
    board: Board = BOARD;
    /// The maintenance plan of a scheme, on paper.
    estate_paper: EstatePaper = ESTATE_PAPER;
    /// The maintenance plan of a scheme.
    estate_plan: EstatePlan = ESTATE_PLAN;
    /// Who sees to what in a scheme.
    estate_duties: EstateDuties = ESTATE_DUTIES;
    /// Units and people of a scheme.
    estate_units: EstateUnits = ESTATE_UNITS;
    /// A scheme as owners of its units see it.
    estate_owner: EstateOwner = ESTATE_OWNER;
    /// What suppliers may expect.
    supply: Supply = SUPPLY;
    /// Cases of a scheme.
    estate_case: EstateCase = ESTATE_CASE;
    /// Links of a scheme.
    estate_link: EstateLink = ESTATE_LINK;
    /// A provider's firm and its team.
    team: Team = TEAM;
    /// Where a link leads.
    door: Door = DOOR;
    /// What is sent by a link.
    contribution: Contribution = CONTRIBUTION;
    /// What was sent by links.
    sent: Sent = SENT;
    /// How a home stands.
    health: Health = HEALTH;
    /// The page that says so.
    health_page: HealthPage = HEALTH_PAGE;
    /// Handing a home over.
    handover: Handover = HANDOVER;
    /// The papers of a home, and one of them.
    document: Document = DOCUMENT;
    /// The people and firms of a home, and one of them.
    contact: Contact = CONTACT;
    /// Bringing records in from files.
    import: Import = IMPORT;
    /// A home in one file.
    archive: Archive = ARCHIVE;
    /// Names of the values that a person chooses from.
    choice: Choice = CHOICE;
}

/// The languages there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// English as in South Africa.
    #[default]
    EnZa,
}

impl Language {
    /// All of them, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::EnZa];

    /// The language for a BCP 47 tag; the default for one that is not spoken here.
    pub fn of_tag(tag: &str) -> Self {
        let spoken = |language: &&Self| tag.eq_ignore_ascii_case(language.words().tag);
        Self::ALL.iter().find(spoken).copied().unwrap_or_default()
    }

    /// What is said in it.
    pub fn words(self) -> &'static Words {
        match self {
            Self::EnZa => &en_za::EN_ZA,
        }
    }
}
