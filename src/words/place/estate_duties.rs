//! Who sees to what in a scheme, and where a fault goes.

use model::estate::responsibility::{Bearer, Duty, Gap, Serves, Standing};

/// What a text to an owner says, each part as it is read.
pub struct FaultText<'a> {
    /// The scheme.
    pub scheme: &'a str,
    /// The owner; empty where nobody has said.
    pub owner: &'a str,
    /// The unit.
    pub unit: &'a str,
    /// The system.
    pub system: &'a str,
    /// How bad it is.
    pub severity: &'a str,
    /// Who repairs.
    pub repair: &'a str,
    /// Who pays.
    pub pay: &'a str,
    /// Who bears the excess.
    pub excess: &'a str,
    /// The rule: what it is cited as, and its words.
    pub rule: (&'a str, &'a str),
}

/// What these pages say.
pub struct EstateDuties {
    /// What the parts are together.
    pub parts_label: &'static str,
    /// The parts: the map, sitings, own rules, a fault.
    pub parts: [&'static str; 4],
    /// What the map tells.
    pub lead: &'static str,
    /// Head of the systems.
    pub system: &'static str,
    /// Each duty.
    pub duty: fn(Duty) -> &'static str,
    /// Who bears it.
    pub bearer: fn(Bearer) -> &'static str,
    /// What has to be found out.
    pub gap: fn(Gap) -> &'static str,
    /// The question for where it stands.
    pub standing_label: &'static str,
    /// Each.
    pub standing: fn(Standing) -> &'static str,
    /// The question for whom it serves.
    pub serves_label: &'static str,
    /// Each.
    pub serves: fn(Serves) -> &'static str,
    /// The rules that the answers stand on.
    pub rules: &'static str,
    /// A rule of the scheme's own.
    pub own: &'static str,
    /// The meaning of a rule, and not its words.
    pub meaning: &'static str,
    /// What is only usual has no name.
    pub usual: &'static str,
    /// To be confirmed.
    pub confirm: &'static str,
    /// Where it was read.
    pub source: fn(&str) -> String,
    /// Days in which an excess is proved.
    pub proof: fn(u32) -> String,
    /// Where systems stand.
    pub sited: &'static str,
    /// What that is needed for.
    pub sited_lead: &'static str,
    /// All are known.
    pub all_sited: &'static str,
    /// No unit tells of systems.
    pub no_systems: &'static str,
    /// So many systems have none.
    pub unsited: fn(usize) -> String,
    /// The question for the sort.
    pub sort: &'static str,
    /// Every sort.
    pub every_sort: &'static str,
    /// How it is known.
    pub note: &'static str,
    /// Sets it for all that are named.
    pub set: fn(usize) -> String,
    /// There are no own rules.
    pub no_rules: &'static str,
    /// What they are good for.
    pub no_rules_lead: &'static str,
    /// Adds one.
    pub add_rule: &'static str,
    /// The question for what it is cited as.
    pub cite: &'static str,
    /// Its words.
    pub words: &'static str,
    /// The sorts that it speaks of.
    pub sorts: &'static str,
    /// That nothing chosen means all.
    pub all: &'static str,
    /// The duties.
    pub duties: &'static str,
    /// To whom they are given.
    pub bearer_label: &'static str,
    /// Moves a rule up.
    pub up: fn(&str) -> String,
    /// Takes a rule away.
    pub remove: &'static str,
    /// A fault.
    pub fault: &'static str,
    /// What is done with it.
    pub fault_lead: &'static str,
    /// The question for the unit.
    pub unit: &'static str,
    /// The question for how bad it is.
    pub severity: &'static str,
    /// Nothing is chosen.
    pub choose: &'static str,
    /// To whom it goes.
    pub goes: fn(Bearer) -> &'static str,
    /// The trustees have to find out.
    pub find_out: &'static str,
    /// Whom to call.
    pub call: &'static str,
    /// It is not known how to reach them.
    pub no_way: &'static str,
    /// The body corporate is told at once.
    pub alarm: &'static str,
    /// Danger may spread.
    pub danger: &'static str,
    /// The text.
    pub text: &'static str,
    /// Its words.
    pub told: fn(&FaultText<'_>) -> String,
    /// Copies it.
    pub copy: &'static str,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// By WhatsApp.
    pub whatsapp: &'static str,
    /// By mail.
    pub mail: &'static str,
    /// The subject of the mail: unit and system.
    pub subject: fn(&str, &str) -> String,
}
