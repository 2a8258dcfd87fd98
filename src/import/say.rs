//! The sentences of what an import says, so that the page and the command line say the same.

use crate::column::{Rows, Target};
use crate::proposal::ProblemCode;
use crate::talk::{Doubt, Outcome};
use words::Words;

/// What is not as it should be.
pub fn problem(words: &Words, code: ProblemCode) -> &'static str {
    let said = &words.import().problems;
    match code {
        ProblemCode::Date => said.date,
        ProblemCode::DateRange => said.date_range,
        ProblemCode::Money => said.money,
        ProblemCode::Number => said.number,
        ProblemCode::YesNo => said.yes_no,
        ProblemCode::TooLong => said.too_long,
        ProblemCode::LinkMissing => said.link_missing,
        ProblemCode::FileMissing => said.file_missing,
        ProblemCode::FileTooLarge => said.file_too_large,
        ProblemCode::FileBroken => said.file_broken,
        ProblemCode::NoName => said.no_name,
        ProblemCode::Cells => said.cells,
        ProblemCode::Quote => said.quote,
        ProblemCode::CutOff => said.cut_off,
        ProblemCode::Letters => said.letters,
        ProblemCode::Unexpected => said.unexpected,
    }
}

/// What becomes of a record.
pub fn outcome(words: &Words, outcome: &Outcome) -> &'static str {
    let said = &words.import().outcomes;
    match outcome {
        Outcome::New => said.new,
        Outcome::Changed { .. } => said.changed,
        Outcome::Same => said.same,
        Outcome::Doubtful { .. } => said.doubtful,
    }
}

/// Why a record is doubtful.
pub fn doubt(words: &Words, doubt: Doubt) -> &'static str {
    let said = &words.import().doubts;
    match doubt {
        Doubt::Double => said.double,
        Doubt::Removed => said.removed,
        Doubt::Both => said.both,
    }
}

/// The name of a format; as it stands if it is none of those that are known.
pub fn format<'a>(words: &Words, name: &'a str) -> &'a str {
    let said = &words.import().formats;
    match name {
        "homebox" => said.homebox,
        "warracker" => said.warracker,
        "dumbassets" => said.dumbassets,
        "lubelogger" => said.lubelogger,
        "atlas" => said.atlas,
        "grocy" => said.grocy,
        "nines" => said.nines,
        "whatsapp" => said.whatsapp,
        "table" => said.table,
        "media" => said.media,
        "codessa" => said.codessa,
        other => other,
    }
}

/// What rows become, by the name of it; as it stands if it is none of those that are known.
pub fn rows<'a>(words: &Words, name: &'a str) -> &'a str {
    let said = &words.import().rows;
    match Rows::of(name) {
        Some(Rows::Auto) => said.auto,
        Some(Rows::Item) => said.item,
        Some(Rows::System) => said.system,
        Some(Rows::Entry) => said.entry,
        Some(Rows::Contact) => said.contact,
        Some(Rows::Warranty) => said.warranty,
        Some(Rows::Task) => said.task,
        Some(Rows::Zone) => said.zone,
        None => name,
    }
}

/// What a column becomes, by the name of it; as it stands if it is none of those that are known.
pub fn target<'a>(words: &Words, name: &'a str) -> &'a str {
    match Target::of(name) {
        Some(target) => of_target(words, target),
        None => name,
    }
}

fn of_target(words: &Words, target: Target) -> &'static str {
    let said = &words.import().targets;
    match target {
        Target::Note => said.note,
        Target::None => said.none,
        Target::Id => said.id,
        Target::Name => said.name,
        Target::Sort => said.sort,
        Target::Parent => said.parent,
        Target::Zone => said.zone,
        Target::Make => said.make,
        Target::Model => said.model,
        Target::Serial => said.serial,
        Target::Size => said.size,
        Target::Bought => said.bought,
        Target::Installed => said.installed,
        Target::Removed => said.removed,
        Target::Price => said.price,
        Target::Replacement => said.replacement,
        Target::Currency => said.currency,
        Target::Quantity => said.quantity,
        Target::LifeYears => said.life_years,
        Target::ShutOff => said.shut_off,
        Target::FittedBy => said.fitted_by,
        Target::Supplier => said.supplier,
        Target::Notes => said.notes,
        Target::Photo => said.photo,
        Target::Receipt => said.receipt,
        Target::Manual => said.manual,
        Target::WarrantyScope => said.warranty_scope,
        Target::WarrantyEnds => said.warranty_ends,
        Target::WarrantyYears => said.warranty_years,
        Target::WarrantyMonths => said.warranty_months,
        Target::WarrantyDays => said.warranty_days,
        Target::WarrantyLifetime => said.warranty_lifetime,
        Target::SecondScope => said.second_warranty_scope,
        Target::SecondEnds => said.second_warranty_ends,
        Target::SecondLifetime => said.second_warranty_lifetime,
        Target::Title => said.title,
        Target::When => said.when,
        Target::Cost => said.cost,
        Target::Labour => said.labour,
        Target::PartsCost => said.parts_cost,
        Target::DoneBy => said.done_by,
        Target::System => said.system,
        Target::Due => said.due,
        Target::Person => said.person,
        Target::Phone => said.phone,
        Target::Email => said.email,
        Target::Address => said.address,
        Target::Trade => said.trade,
        Target::Starts => said.starts,
        Target::Months => said.months,
        Target::Provider => said.provider,
        Target::Number => said.number,
        Target::Place => said.place,
        Target::Flag => said.flag,
        Target::Events => said.events,
    }
}
