//! What is said of an import, by page and command line alike.

use crate::proposal::{Problem, ProblemCode};
use crate::talk::Doubt;
use words::Words;

/// What is wrong, with the text that it is about: "Purchase date: “31/02/2019” is no date".
pub fn problem(words: &Words, problem: &Problem) -> String {
    (words.carry().problem)(problem_code(words, problem.code), &problem.what, &problem.text)
}

/// What is wrong with something, whatever it is.
pub fn problem_code(words: &Words, code: ProblemCode) -> &'static str {
    let said = &words.import().problems;
    match code {
        ProblemCode::Date => said.date,
        ProblemCode::Undated => said.undated,
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

/// Why a record is doubtful.
pub fn doubt(words: &Words, doubt: Doubt) -> &'static str {
    let said = &words.import().doubts;
    match doubt {
        Doubt::Double => said.double,
        Doubt::Removed => said.removed,
        Doubt::Both => said.both,
        Doubt::WasItem => said.was_item,
        Doubt::WasSystem => said.was_system,
    }
}

/// What a format is called.
pub fn format(words: &Words, name: &str) -> &'static str {
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
        "codessa" => said.codessa,
        "media" => said.media,
        _ => said.table,
    }
}

/// What rows of a table become.
pub fn rows(words: &Words, name: &str) -> &'static str {
    let said = &words.import().rows;
    match name {
        "item" => said.item,
        "system" => said.system,
        "entry" => said.entry,
        "contact" => said.contact,
        "warranty" => said.warranty,
        "task" => said.task,
        "zone" => said.zone,
        _ => said.auto,
    }
}

/// What a column becomes, or which field of a record it is.
pub fn target<'n>(words: &Words, name: &'n str) -> &'n str {
    let said = &words.import().targets;
    match name {
        "none" => said.none,
        "note" => said.note,
        "id" => said.id,
        "name" => said.name,
        "type" | "sort" => said.sort,
        "parent" => said.parent,
        "zone" => said.zone,
        "make" => said.make,
        "model" => said.model,
        "serial" => said.serial,
        "size" => said.size,
        "bought" => said.bought,
        "installed" => said.installed,
        "removed" => said.removed,
        "price" => said.price,
        "replacement" => said.replacement,
        "currency" => said.currency,
        "quantity" => said.quantity,
        "life_years" => said.life_years,
        "shut_off" => said.shut_off,
        "fitted_by" => said.fitted_by,
        "supplier" => said.supplier,
        "notes" => said.notes,
        "photo" => said.photo,
        "receipt" => said.receipt,
        "manual" => said.manual,
        "warranty_scope" => said.warranty_scope,
        "warranty_ends" => said.warranty_ends,
        "warranty_years" => said.warranty_years,
        "warranty_months" => said.warranty_months,
        "warranty_days" => said.warranty_days,
        "warranty_lifetime" => said.warranty_lifetime,
        "second_warranty_scope" => said.second_warranty_scope,
        "second_warranty_ends" => said.second_warranty_ends,
        "second_warranty_lifetime" => said.second_warranty_lifetime,
        "title" => said.title,
        "when" => said.when,
        "cost" => said.cost,
        "labour" => said.labour,
        "parts_cost" => said.parts_cost,
        "done_by" => said.done_by,
        "system" => said.system,
        "due" => said.due,
        "recurrence" => said.recurrence,
        "person" => said.person,
        "phone" => said.phone,
        "email" => said.email,
        "address" => said.address,
        "trade" => said.trade,
        "starts" => said.starts,
        "months" => said.months,
        "provider" => said.provider,
        "number" => said.number,
        "place" => said.place,
        "flag" => said.flag,
        "events" => said.events,
        other => other,
    }
}
