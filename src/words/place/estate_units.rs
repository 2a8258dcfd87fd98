//! Units and people of a scheme.

use model::access::Role;
use model::estate::vendor::Lapse;
use model::scheme::Hidden;

/// What these pages say.
pub struct EstateUnits {
    /// There is no scheme: leads to where one is made.
    pub to_start: &'static str,
    /// What the list is, for a screen reader.
    pub list: &'static str,
    /// "48 units, 3 buildings, 2 common places".
    pub counts: fn(usize, usize, usize) -> String,
    /// The search box.
    pub search: &'static str,
    /// Empties it.
    pub clear: &'static str,
    /// Nothing fits the search.
    pub nothing: &'static str,
    /// There are no units.
    pub none: &'static str,
    /// How they come.
    pub none_lead: &'static str,
    /// Units of no building.
    pub no_building: &'static str,
    /// The common property.
    pub common: &'static str,
    /// "12 units".
    pub units: fn(usize) -> String,
    /// Leads to bringing a list in.
    pub bring: &'static str,
    /// Leads to adding one by hand.
    pub add: &'static str,
    /// The heading of a unit: "Unit 12".
    pub unit: fn(&str) -> String,
    /// Leads back to all.
    pub all: &'static str,
    /// A quota: "2,0833 %".
    pub quota: fn(u32) -> String,
    /// What quotas come to: so much more or less than 100 %, and whether that is rounding.
    pub quotas: fn(i64, bool) -> String,
    /// So many units have none.
    pub without_quota: fn(usize) -> String,
    /// That nothing is corrected, and by which law quotas share levies.
    pub quotas_lead: &'static str,

    /// The boxes of a unit.
    pub number: &'static str,
    /// An example.
    pub number_hint: &'static str,
    /// Its section or erf.
    pub section: &'static str,
    /// Its building.
    pub building: &'static str,
    /// It is a place of the common property.
    pub is_common: &'static str,
    /// What that means.
    pub is_common_hint: &'static str,
    /// Its quota.
    pub quota_label: &'static str,
    /// How it is written.
    pub quota_hint: &'static str,
    /// Its part of town.
    pub suburb: &'static str,
    /// Its owner.
    pub owner: &'static str,
    /// Their mail.
    pub owner_email: &'static str,
    /// Their telephone.
    pub owner_phone: &'static str,
    /// Its tenant.
    pub tenant: &'static str,
    /// Since when.
    pub owned_since: &'static str,
    /// Who answers for it.
    pub responsible: &'static str,
    /// When that has to be said.
    pub responsible_hint: &'static str,
    /// Who does where nobody is named.
    pub responsible_owner: fn(&str) -> String,
    /// Notes.
    pub notes: &'static str,
    /// The details.
    pub details: &'static str,
    /// Opens the boxes.
    pub change: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// Takes the unit away.
    pub remove: &'static str,
    /// Asks whether to.
    pub remove_ask: fn(&str) -> String,
    /// What stays.
    pub remove_lead: &'static str,
    /// A change of owner.
    pub sold: &'static str,
    /// What to know of it.
    pub sold_lead: &'static str,
    /// The new owner.
    pub new_owner: &'static str,
    /// The day.
    pub sold_on: &'static str,
    /// Notes it.
    pub sold_save: &'static str,

    /// Buildings.
    pub buildings: &'static str,
    /// The box for a name.
    pub building_name: &'static str,
    /// Adds one.
    pub building_add: &'static str,

    /// Logbooks of a unit.
    pub logbooks: &'static str,
    /// What they are.
    pub logbooks_lead: &'static str,
    /// The scheme keeps one.
    pub held: &'static str,
    /// The owner linked theirs.
    pub linked: &'static str,
    /// The same, since a day.
    pub linked_since: fn(&str) -> String,
    /// There is none.
    pub unlinked: &'static str,
    /// Begins one.
    pub begin: &'static str,
    /// That it was begun.
    pub begun: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// "Not shown: care, faults".
    pub hides: fn(&[&str]) -> String,
    /// All is shown that can be.
    pub shows_all: &'static str,
    /// A thing that is shown or not.
    pub hidden: fn(Hidden) -> &'static str,
    /// Invites the owner.
    pub invite: &'static str,
    /// What that does.
    pub invite_lead: &'static str,
    /// The box for their address.
    pub invite_email: &'static str,
    /// Makes the link.
    pub invite_make: &'static str,
    /// The link is made, and until when it works.
    pub invited: fn(&str) -> String,
    /// What is sent beside the link.
    pub invite_text: fn(&str, &str) -> String,
    /// Copies it.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Sends it by WhatsApp.
    pub whatsapp: &'static str,
    /// By mail.
    pub mail: &'static str,
    /// The code.
    pub code: &'static str,

    /// Systems of a unit.
    pub systems: &'static str,
    /// Its columns: system, made by, installed, how it stands, why, told by.
    pub system_columns: [&'static str; 6],
    /// None are known.
    pub no_systems: &'static str,
    /// By which logbook.
    pub by_scheme: &'static str,
    /// By the owner's.
    pub by_owner: &'static str,
    /// Certificates.
    pub certificates: &'static str,
    /// Its columns: certificate, for what, how it stands, until.
    pub certificate_columns: [&'static str; 4],
    /// Nothing is known.
    pub no_certificates: &'static str,
    /// The day of which that is told.
    pub told_on: fn(&str) -> String,
    /// Systems that stand in both logbooks.
    pub twins: &'static str,
    /// What to do.
    pub twins_lead: &'static str,
    /// The list of the scheme's, and the owner's.
    pub twins_sides: [&'static str; 2],
    /// Says that two are one.
    pub twins_join: &'static str,
    /// Nothing is chosen on one side.
    pub twins_choose: &'static str,
    /// "Geyser is Kwikot geyser".
    pub twins_are: fn(&str, &str) -> String,
    /// Takes them apart.
    pub twins_part: &'static str,

    /// Bringing a list in.
    pub bring_title: &'static str,
    /// What can be chosen.
    pub bring_lead: &'static str,
    /// There is no connection.
    pub bring_offline: &'static str,
    /// What it is needed for.
    pub bring_offline_lead: &'static str,
    /// Chooses a file.
    pub choose: &'static str,
    /// It is being read.
    pub reading: &'static str,
    /// No table was found in it.
    pub no_table: fn(&str) -> String,
    /// "units.xlsx!Sheet1: 200 rows below row 4".
    pub table: fn(&str, usize, u32) -> String,
    /// No column names the units.
    pub no_numbers: &'static str,
    /// Leaves the table out.
    pub take_table: &'static str,
    /// The columns and what they become.
    pub columns: fn(usize, usize) -> String,
    /// "such as 101, 102".
    pub such_as: fn(&str) -> String,
    /// The name of a target.
    pub target: fn(&str) -> String,
    /// A system, and when it was installed.
    pub installed: fn(&str) -> String,
    /// A system, and whose make it is.
    pub made_by: fn(&str) -> String,
    /// A certificate, and when it was issued.
    pub issued: fn(&str) -> String,
    /// Shows what would come.
    pub look: &'static str,
    /// What would come.
    pub preview: &'static str,
    /// The columns of the counts.
    pub preview_columns: [&'static str; 2],
    /// The counts: new, changed, the same, doubtful, left out.
    pub preview_counts: [&'static str; 5],
    /// "New buildings: A, B".
    pub new_buildings: fn(&str) -> String,
    /// So many units have their building from a row above.
    pub carried: fn(usize) -> String,
    /// So many logbooks are begun.
    pub new_logbooks: fn(usize) -> String,
    /// How quotas were read: as parts of one, from floors.
    pub quota_forms: [&'static str; 2],
    /// Doubtful rows.
    pub doubts: &'static str,
    /// What to do.
    pub doubts_lead: &'static str,
    /// "Row 12: the same unit stands in row 7".
    pub twice: fn(u32, &str) -> String,
    /// The number stands in several buildings.
    pub several: fn(u32) -> String,
    /// Rows that are no unit.
    pub left: &'static str,
    /// "Row 3: no unit number"; why, by its place among the reasons: no number, a total, a heading, a formula.
    pub left_row: fn(u32, usize) -> String,
    /// Cells that could not be read.
    pub problems: &'static str,
    /// That they stand in the notes.
    pub problems_lead: &'static str,
    /// "Row 3, PQ: no quota"; what, by its place among what can be wrong: quota, date, mail, too long, a formula, cut off.
    pub problem: fn(u32, &str, usize) -> String,
    /// The rows that come.
    pub rows: &'static str,
    /// "Row 3 · new", "Row 4 · changes: owner".
    pub row_new: fn(u32) -> String,
    /// The same of one that changes.
    pub row_changed: fn(u32, &str) -> String,
    /// Takes so many in.
    pub take: fn(usize) -> String,
    /// There is nothing to take.
    pub take_none: &'static str,
    /// It is being taken in.
    pub taking: &'static str,
    /// So many were taken in.
    pub taken: fn(usize) -> String,
    /// Logbooks wait for a connection.
    pub logbooks_wait: &'static str,
    /// Leads to all units.
    pub see_units: &'static str,
    /// Chooses another file.
    pub again: &'static str,

    /// People of the scheme.
    pub people: &'static str,
    /// How many, and what happens to who is removed.
    pub people_lead: &'static str,
    /// Leaves it.
    pub leave: &'static str,
    /// What they come as.
    pub comes_as: &'static str,
    /// What each may do, in a line.
    pub role_may: fn(Role) -> &'static str,
    /// The table of that.
    pub may_title: &'static str,
    /// Its head and its lines: look, write, vote, share, invite managers, end the scheme.
    pub may_lines: [&'static str; 7],
    /// Yes and no.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Trustees by name, as the details say.
    pub trustees_named: fn(&str) -> String,

    /// Details of the scheme.
    pub settings: &'static str,
    /// Taking the scheme out as a file.
    pub archive: &'static str,
    /// What is in it, and what is not.
    pub archive_lead: &'static str,
    /// Its number.
    pub scheme_number: &'static str,
    /// Its address.
    pub address: &'static str,
    /// Its part of town.
    pub suburb_of: &'static str,
    /// Its town.
    pub city: &'static str,
    /// When its year ends.
    pub year_end: &'static str,
    /// Nobody said.
    pub unknown: &'static str,
    /// Its first general meeting.
    pub first_meeting: &'static str,
    /// Why that is asked.
    pub first_meeting_hint: &'static str,
    /// The managing agent.
    pub agent: &'static str,
    /// Their phone.
    pub agent_phone: &'static str,
    /// Their mail.
    pub agent_email: &'static str,
    /// Trustees.
    pub trustees: &'static str,
    /// One a line.
    pub trustees_hint: &'static str,
    /// Who may spend what, and on whom.
    pub spending: &'static str,
    /// Above so much trustees approve.
    pub approval_from: &'static str,
    /// What that means.
    pub approval_from_hint: &'static str,
    /// So many of them.
    pub approvals: &'static str,
    /// How many where nothing is said.
    pub approvals_hint: &'static str,
    /// A vendor of whom a paper has lapsed.
    pub lapsed: &'static str,
    /// What the scheme does then.
    pub lapse: fn(Lapse) -> &'static str,
    /// Several schemes.
    pub schemes: &'static str,
    /// This one is looked at.
    pub looked_at: &'static str,
    /// Looks at another.
    pub look_at: &'static str,
    /// A name that is not known yet.
    pub nameless: &'static str,
    /// Makes another.
    pub another: &'static str,
}
