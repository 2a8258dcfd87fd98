//! Puts lazy pages that are used together into one module.
//!
//! The splitter makes a module for each page, and one more for each set of pages that share code: twenty pages became 235 modules, of which one
//! page loaded 111. It knows pages by names in the compiled Wasm, so pages that are given one name become one module.

use anyhow::{Result, bail};

use super::section;

/// Groups by the pages in them. A page that is not listed belongs to [`REST`]; what only few people open gets a group of its own, so that
/// the others do not load it.
const GROUPS: [(&str, &[&str]); 64] = [
    ("account", &["sign_in", "settings"]),
    ("add", &["add"]),
    ("add_more", &["add_more", "add_settles", "add_look", "add_file"]),
    ("care", &["care"]),
    ("care_form", &["care_form"]),
    ("carry", &["bring"]),
    ("claim", &["fault_claim"]),
    ("contribute", &["contribute", "contribute_waiting", "contribute_saved", "remarks_say", "visit_sends"]),
    ("carry_whole", &["take", "restore"]),
    ("entry", &["entry_pane"]),
    ("estate", &["estate"]),
    ("estate_work", &["estate_work"]),
    ("estate_quotes", &["estate_quotes"]),
    ("estate_votes", &["estate_votes"]),
    ("estate_vendors", &["estate_vendors"]),
    ("estate_plan", &["estate_plan"]),
    ("estate_duties", &["estate_duties"]),
    ("estate_owner", &["estate_owner"]),
    ("estate_units", &["estate_units"]),
    ("estate_people", &["estate_people"]),
    ("estate_bring", &["estate_bring"]),
    ("estate_cases", &["estate_cases"]),
    ("faults", &["faults", "emergency"]),
    // Apart from what else follows the first screen: nearly everybody has a home.
    ("found", &["found"]),
    ("health", &["health"]),
    ("homes", &["homes"]),
    ("inspect", &["inspections"]),
    ("labels", &["labelled"]),
    // On the page of a system, which is kept on a device from the start.
    ("law", &["system_law"]),
    ("members", &["joined"]),
    ("own", &["own"]),
    ("handover", &["handover"]),
    ("logbook", &["logbook"]),
    ("memory", &["memory_store"]),
    (OUTLOOK, &["outlook_at"]),
    ("papers", &["papers"]),
    ("plan", &["plan"]),
    ("portal", &["portal"]),
    // Asking has the boxes that other forms have; apart from them it would bring these along, and with what is looked at daily too.
    ("form", &["portal_ask"]),
    ("portal_job", &["portal_job"]),
    // The glossary is told in the lines of a quote too.
    ("trust", &["portal_trust", "glossary"]),
    ("print", &["print"]),
    ("print_deals", &["print_deals"]),
    ("stranger", &["fault_by_label"]),
    ("summary", &["system_summary"]),
    ("property", &["property"]),
    ("ready", &["ready"]),
    ("setup", &["setup"]),
    ("remarks", &["remarks"]),
    ("reminders", &["reminders"]),
    ("sent", &["shares_sent", "shares_notice"]),
    ("share", &["shares"]),
    ("supply", &["supply"]),
    ("systems", &["systems"]),
    ("trade", &["jobs"]),
    ("trade_desk", &["trade_desk"]),
    ("trade_form", &["job_forms"]),
    ("trade_site", &["site_forms"]),
    ("trade_team", &["trade_team"]),
    // It checks records of every kind.
    ("unsent", &["unsent"]),
    ("system_form", &["system_form"]),
    // How a change of any field is told.
    ("versions", &["versions"]),
    (VISIT, &["visit"]),
    ("visit_whole", &["visit_whole"]),
];

/// Other pages on which something is written end like this, and are a group too.
const FORM: (&str, &str) = ("form", "_form");

/// What the first screens call and do not need to be drawn starts like this, and is a group too.
pub(crate) const ENGINE: &str = "engine";

/// What somebody loads first who came by a link.
pub(crate) const VISIT: &str = "visit";

/// What stands beside and below the home screen, and comes with every visit to it.
pub(crate) const OUTLOOK: &str = "outlook";

/// The groups of pages that speak to the porter.
pub(crate) const CARRY: [&str; 2] = ["carry", "carry_whole"];

/// The group of all other pages: those of the logbook.
const REST: &str = "book";

/// The group of a page.
pub(crate) fn of(page: &str) -> &'static str {
    match GROUPS.iter().find(|(_, pages)| pages.contains(&page)) {
        Some((group, _)) => group,
        None if page.starts_with(ENGINE) => ENGINE,
        None if page.ends_with(FORM.1) => FORM.0,
        None => REST,
    }
}

/// Renames the pages in a compiled app as `group` says, which is given a page's full name.
pub(crate) fn rename(wasm: &[u8], group: impl Fn(&str) -> String) -> Result<Vec<u8>> {
    section::rename(wasm, |name| grouped(name.last, &group).map(Some))
}

/// The name with another page in it, if there is one: the macro writes `__wasm_split_00PAGE00_import_…` for what is called, the same with
/// `export` for what is in the page, and `__wasm_split_load_PAGE` for what loads it.
fn grouped(name: &str, group: &impl Fn(&str) -> String) -> Result<String> {
    if let Some(page) = name.strip_prefix("__wasm_split_load_") {
        return Ok(format!("__wasm_split_load_{}", group(page)));
    }
    let Some(rest) = name.strip_prefix("__wasm_split_00") else { return Ok(name.to_owned()) };
    let Some(end) = ["00_import_", "00_export_"].iter().find_map(|mark| rest.rfind(mark)) else {
        bail!("the macro of lazy pages no longer writes what group.rs reads: {name}");
    };
    Ok(format!("__wasm_split_00{}{}", group(&rest[..end]), &rest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(import: &str, export: &str) -> Vec<u8> {
        section::module("./__wasm_split.js", import, export)
    }

    #[test]
    fn every_page_has_a_group() {
        for (page, group) in [
            ("sign_in", "account"),
            ("add", "add"),
            ("care_form", "care_form"),
            ("system_form", "system_form"),
            ("contact_form", "form"),
            ("care", "care"),
            ("homes", "homes"),
            ("setup", "setup"),
            ("labelled", "labels"),
            ("systems", "systems"),
            ("contacts", "book"),
            ("engine_resume", "engine"),
        ] {
            assert_eq!(of(page), group, "{page}");
        }
    }

    #[test]
    fn pages_are_renamed_where_the_splitter_looks_and_nowhere_else() {
        let group = |page: &str| if page.starts_with("add_view") { "form".repeat(40) } else { page.to_owned() };
        let long = "form".repeat(40);
        for (before, after) in [
            ("__wasm_split_load_add_view_100", format!("__wasm_split_load_{long}")),
            ("__wasm_split_00add_view_10000_import_ab_add", format!("__wasm_split_00{long}00_import_ab_add")),
            ("__wasm_split_00tasks_view_700_export_ab_x", "__wasm_split_00tasks_view_700_export_ab_x".to_owned()),
            ("memory", "memory".to_owned()),
        ] {
            let renamed = rename(&module(before, before), group).expect("the module is sound");
            assert_eq!(renamed, module(&after, &after), "{before}");
        }
    }

    #[test]
    fn what_is_cut_or_unknown_is_refused() {
        let whole = module("__wasm_split_load_a", "a");
        assert!(rename(&whole[..whole.len() - 1], str::to_owned).is_err());
        assert!(rename(&module("__wasm_split_00a", "a"), str::to_owned).is_err());
        assert!(rename(b"<html>", str::to_owned).is_err());
    }
}
